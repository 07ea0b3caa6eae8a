# commands/ios/nat.cmd: address translation.      Help: `?` of IOS 15.x; Cisco IOS IP Addressing: NAT command reference.

config {
  ip nat pool "Define pool of addresses" <pool!:word> "Pool name" <first:ipv4> "Start IP address" <last:ipv4> "End IP address" (netmask "Specify the network mask" <mask:mask> "Network mask" | prefix-length "Specify the prefix length" <length:1..32> "Prefix length") (type (match-host "Keep host numbers the same after translation" | rotary "Rotary address pool") | add-route "Add special route to NVI" | accounting "Accounting" <list:word>)* -> accept "addresses are not translated"
  ip nat pool "Define pool of addresses" <pool!:word> "Pool name" (netmask "Specify the network mask" <mask:mask> "Network mask" | prefix-length "Specify the prefix length" <length:1..32> "Prefix length") @config-ipnat-pool -> accept "addresses are not translated" {
    address "Specify addresses" <first!:ipv4> "Start IP address" <last!:ipv4> "End IP address"
  }
  ip nat inside source list <list!:acl> "Access list" (interface <interface:interface> | pool "Name pool of global addresses" <pool:word> "Pool name") (overload "Overload an address translation" | vrf <vrf!:vrf> | redundancy <redundancy:word> mapping-id <mapping:1..65535> | oer "OER" | match-in-vrf "Match in VRF" | reversible "Allow out->in traffic" | no-alias "Do not create an alias for the global address")* -> accept "addresses are not translated"
  ip nat inside source route-map <map!:word> (interface <interface:interface> | pool "Name pool of global addresses" <pool:word> "Pool name") (overload "Overload an address translation" | vrf <vrf!:vrf> | redundancy <redundancy:word> mapping-id <mapping:1..65535> | oer "OER" | match-in-vrf "Match in VRF" | reversible "Allow out->in traffic")* -> accept "addresses are not translated"
  ip nat inside source static (tcp | udp) <local!:ipv4> "Inside local IP address" <localport!:1..65535> "Local UDP/TCP port" (interface <interface!:interface> | <global!:ipv4> "Inside global IP address") <globalport!:1..65535> "Global UDP/TCP port" ( vrf <vrf!:vrf> | extendable | no-alias "Do not create an alias for the global address" | route-map <map:word> | redundancy <redundancy:word> | forced "Delete this entry and its children, even if in use" | match-in-vrf "Match in VRF")* -> accept "addresses are not translated"
  ip nat inside source static network "Subnet translation" <local!:ipv4> "Inside local IP address" <global!:ipv4> "Inside global IP address" <mask:word> "Network mask or /nn" (vrf <vrf!:vrf> | extendable | no-alias "Do not create an alias for the global address" | no-payload "No translation of embedded address/port in the payload")* -> accept "addresses are not translated"
  ip nat inside source static [(esp "IPSec-ESP (Tunnel mode) support")] <local!:ipv4> "Inside local IP address" (interface <interface!:interface> | <global!:ipv4> "Inside global IP address") (vrf <vrf!:vrf> | extendable | no-alias "Do not create an alias for the global address" | no-payload "No translation of embedded address/port in the payload" | route-map <map:word> | redundancy <redundancy:word> | reversible "Allow out->in traffic" | match-in-vrf "Match in VRF")* -> accept "addresses are not translated"
  ip nat inside destination "Destination address translation" list <list!:acl> "Access list" pool "Name pool of local addresses" <pool:word> "Pool name" -> accept "addresses are not translated"
  ip nat outside source list <list!:acl> "Access list" pool "Name pool of local addresses" <pool:word> "Pool name" [vrf <vrf!:vrf>] [add-route "Add a static route for outside local address"] -> accept "addresses are not translated"
  ip nat outside source route-map <map!:word> pool "Name pool of local addresses" <pool:word> "Pool name" [vrf <vrf!:vrf>] [add-route "Add a static route for outside local address"] -> accept "addresses are not translated"
  ip nat outside source static [(tcp | udp | network "Subnet translation")] <rule!:line> "Addresses and options" -> accept "addresses are not translated"
  ip nat source (list <list!:acl> "Access list" | route-map <map!:word> | static "Specify static local->global mapping") <rule!:line> "Addresses and options" @apart -> accept "addresses are not translated"
  ip nat translation timeout "Specify timeout for dynamic NAT translations" <seconds:word> -> accept "addresses are not translated"
  ip nat translation (tcp-timeout "Specify timeout for NAT TCP flows" | udp-timeout "Specify timeout for NAT UDP flows" | finrst-timeout "Specify timeout for NAT TCP flows after a FIN or RST" | icmp-timeout "Specify timeout for NAT ICMP flows" | dns-timeout "Specify timeout for NAT DNS flows" | syn-timeout "Specify timeout for NAT TCP flows after a SYN and no further data" | port-timeout "Specify timeout for NAT TCP/UDP port specific flows" | pptp-timeout "Specify timeout for NAT PPTP flows" | routemap-entry-timeout "Specify timeout for routemap created half entry" | arp-ping-timeout "Specify timeout for WLAN-NAT ARP-Ping" | max-entries "Specify maximum number of NAT entries") <value!:line> "Value" @apart -> accept "addresses are not translated"
  ip nat log translations "Log NAT translations" <how:line>                 -> accept "addresses are not translated"
  ip nat service "Special translation for application using non-standard port" <service!:line> = on -> accept "addresses are not translated"
  ip nat settings "NAT settings" <what!:line>                               -> accept "addresses are not translated"
  ip nat (stateful "Configure stateful NAT" | sip-sbc "SIP Session Border Controller commands" | portmap "Define portmap of portranges" | create "Create flow entries" | switchover "Switchover") <what!:line> @apart -> accept "addresses are not translated"
}

config interface {
  ip nat (inside "Inside interface for address translation" | outside "Outside interface for address translation" | enable "Enable NAT") -> accept "addresses are not translated"
  ip nat allow-static-host "Enable static IP support for hosts"             -> accept "addresses are not translated"
}

words {
  ip               "Global IP configuration subcommands"
  nat              "NAT configuration commands"
  inside           "Inside address translation"
  outside          "Outside address translation"
  source           "Source address translation"
  list             "Specify access list describing local addresses"
  route-map        "Specify route-map"
  <map>            "Route-map name"
  interface        "Specify interface for global address"
  <interface>      "Interface"
  static           "Specify static local->global mapping"
  vrf              "Specify vrf"
  <vrf>            "VPN Routing/Forwarding instance name"
  extendable       "Extend this translation when used"
  redundancy       "NAT redundancy operation"
  <redundancy>     "Redundancy group name"
  mapping-id       "Configure mapping-id"
  <mapping>        "Mapping identifier"
  type             "Specify the pool type"
  tcp              "Transmission Control Protocol"
  udp              "User Datagram Protocol"
  <pool>           "Pool name"
  <seconds>        "Timeout in seconds"
  translation      "NAT translation entry configuration"
  log              "NAT Logging"
}
