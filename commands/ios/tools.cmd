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
  clear ip bgp "Clear BGP connections" all "All address families" (* | <address:ipv4> | <asn:1..4294967295> | peer-group "Clear all members of peer-group" <group:word> "BGP peer-group name") [(soft [(in | out)] | in | out)] -> do clear-bgp
  clear bgp "Clear BGP connections" all "All address families" (* | <address:ipv4> | <asn:1..4294967295> | peer-group "Clear all members of peer-group" <group:word> "BGP peer-group name") [(soft [(in | out)] | in | out)] -> do clear-bgp
  clear ip bgp "Clear BGP connections" <address:ipv4> in prefix-filter "Push out the existing ORF prefix-list" -> do clear-bgp
  clear ip bgp "Clear BGP connections" update-group "Clear update-group" [(<group:1..4294967295> "Update-group index" | <address:ipv4> "Update-group member")] -> do clear-update-group
  clear ip bgp "Clear BGP connections" table-map "Clear table-map" -> do clear-nothing
  clear ip bgp "Clear BGP connections" dampening "Clear route flap dampening information" [(<address:ipv4> "Network to clear damping information" [<mask:mask>] | <prefix:prefix> "IP prefix")] -> do clear-bgp-flaps
  clear ip bgp "Clear BGP connections" flap-statistics "Clear flap statistics" [(regexp "Clear flap statistics of routes matching the regular expression" <expression:line> "Regular expression" | <address:ipv4> "Network to clear flap statistics" [<mask:mask>])] -> do clear-bgp-flaps
  clear ip bgp "Clear BGP connections" <neighbor:ipv4> "BGP neighbor address to clear" flap-statistics "Clear flap statistics" -> do clear-bgp-flaps
  clear ip prefix-list "Clear prefix-list statistics" [<list:word> "Name of a prefix list" [<prefix:prefix> "IP prefix <network>/<length>, e.g., 35.0.0.0/8"]] -> do clear-list-hits
  clear route-map "Clear route-map" counters "Counters" [<map:word> "Route-map name"] -> do clear-nothing
  clear access-list "Clear access list statistical information" counters "Clear access list counters" [<list:word> "Access list name or number"] -> do clear-nothing
  clear ip access-list "Clear access list statistical information" counters "Clear access list counters" [<list:word> "Access list name or number"] -> do clear-nothing
  clear adjacency "Clear adjacencies" -> do clear-nothing
  clear ip cef "Cisco Express Forwarding" inconsistency "Clear inconsistency checker statistics" -> do clear-nothing
  clear clns "CLNS" is-neighbors "Clear CLNS IS neighbor adjacencies" -> do clear-clns
  clear clns "CLNS" traffic "Clear CLNS traffic statistics" -> do clear-clns-traffic
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
  <prefix>     "IP prefix <network>/<length>, e.g., 35.0.0.0/8"
  <asn>        "Clear peers with the AS number"
  *            "Clear all peers"
  soft         "Soft reconfig"
  in           "Soft reconfig inbound update"
  out          "Soft reconfig outbound update"
  vpnv4        "Address family"
  unicast      "Address Family modifier"
}
