# commands/ios/tools.cmd: ping, traceroute, and orders to forget.    Help: `?` of IOS 15.x; Cisco IOS command references

exec {
  ping "Send echo messages" [vrf <vrf:vrf>] [ip "IP echo"]                                 -> do ping
  ping "Send echo messages" [vrf <vrf:vrf>] [ip "IP echo"] <target:word> "Ping destination address or hostname" (
      data "specify data pattern" <data:hex16> |
      df-bit "enable do not fragment bit in IP header" |
      repeat "specify repeat count" <repeat:1..2147483647> |
      size "specify datagram size" <size:36..18024> |
      source "specify source address or name" (<source:ipv4> | <interface:interface>) |
      timeout "specify timeout interval" <timeout:0..3600> |
      tos "specify type of service value" <tos:0..255> |
      validate "validate reply data" |
      verbose "verbose ping output")*                                                      -> do ping

  traceroute "Trace route to destination" [vrf <vrf:vrf>] [ip "IP Trace"]                  -> do traceroute
  traceroute "Trace route to destination" [vrf <vrf:vrf>] [ip "IP Trace"] <target:word> "Trace route to destination address or hostname" (
      numeric "display numeric address" |
      port "specify port number" <port:0..65535> |
      probe "specify number of probes per hop" <probe:1..65535> |
      source "specify source address or name" (<source:ipv4> | <interface:interface>) |
      timeout "specify time out" <timeout:0..3600> |
      ttl "specify minimum and maximum ttl" <min:1..255> <max:1..255>)*                    -> do traceroute
}

privileged {
  clear arp-cache "Clear the entire ARP cache" [(vrf <vrf:vrf> | interface "Clear the entire ARP cache on the interface" <interface:interface> | <address:ipv4>)] -> do clear-arp
  clear ip arp "Clear dynamic ARP entries" [vrf <vrf:vrf>] <address:ipv4>                  -> do clear-arp
  clear counters "Clear counters on one or all interfaces" [<interface:interface>]         -> do clear-counters
  clear ip bgp "Clear BGP connections" (* | <address:ipv4> | <asn:1..4294967295> | peer-group "Clear all members of peer-group" <group:word> "BGP peer-group name" | external "Clear all external peers") [(soft [(in | out)] | in | out)] -> do clear-bgp
  clear ip bgp "Clear BGP connections" (* | <address:ipv4> | <asn:1..4294967295> | peer-group "Clear all members of peer-group" <group:word> "BGP peer-group name" | external "Clear all external peers") (ipv4 "Address family" | vpnv4) unicast [(soft [(in | out)] | in | out)] -> do clear-bgp
  clear ip bgp "Clear BGP connections" (ipv4 "Address family" | vpnv4) unicast (* | <address:ipv4> | <asn:1..4294967295> | peer-group "Clear all members of peer-group" <group:word> "BGP peer-group name" | external "Clear all external peers") [(soft [(in | out)] | in | out)] -> do clear-bgp
  clear ip bgp "Clear BGP connections" vrf <vrf:vrf> (* | <address:ipv4> | <asn:1..4294967295> | peer-group "Clear all members of peer-group" <group:word> "BGP peer-group name" | external "Clear all external peers") [(soft [(in | out)] | in | out)] -> do clear-bgp
  clear bgp "Clear BGP connections" (ipv4 "Address family" | vpnv4) unicast [vrf <vrf:vrf>] (* | <address:ipv4> | <asn:1..4294967295> | peer-group "Clear all members of peer-group" <group:word> "BGP peer-group name" | external "Clear all external peers") [(soft [(in | out)] | in | out)] -> do clear-bgp
  clear bgp "Clear BGP connections" (* | <address:ipv4> | <asn:1..4294967295> | peer-group "Clear all members of peer-group" <group:word> "BGP peer-group name" | external "Clear all external peers") [(soft [(in | out)] | in | out)] -> do clear-bgp
  clear ip route "Delete route table entries" [vrf <vrf:vrf>] (* "Delete all routes" | <address:ipv4> [<mask:mask>]) -> do clear-route
  clear isis "Clear IS-IS data structures" [<tag:word>] * "Clear all IS-IS data structures"  -> do clear-isis
  clear clns "CLNS" neighbors "Clear CLNS neighbor adjacencies"                              -> do clear-clns
}

words {
  <tag>        "ISO routing area tag"
  clear        "Reset functions"
  ip           "IP"
  vrf          "Select VPN routing instance"
  <vrf>        "VPN Routing/Forwarding instance name"
  <address>    "IP address"
  <mask>       "Network mask"
  <interface>  "Interface type and number"
  <source>     "Source address"
  <data>       "16-bit data pattern in hexadecimal"
  <repeat>     "Repeat count"
  <size>       "Datagram size"
  <timeout>    "Timeout in seconds"
  <tos>        "Type of service value"
  <port>       "Port number"
  <probe>      "Probe count"
  <min>        "Minimum ttl"
  <max>        "Maximum ttl"
  <asn>        "Clear peers with the AS number"
  *            "Clear all peers"
  soft         "Soft reconfig"
  in           "Soft reconfig inbound update"
  out          "Soft reconfig outbound update"
  vpnv4        "Address family"
  unicast      "Address Family modifier"
}
