# commands/ios/show.cmd: what IOS shows of a running router.        Help: `?` of IOS 15.x; Cisco IOS command references

exec {
  show version                                                                             -> show version
  show clock [detail "Display detailed information"]                                       -> show clock

  show interfaces [<interface:interface>]                                                  -> show interfaces
  show interfaces [<interface:interface>] description                                      -> show interfaces-description
  show protocols "Active network routing protocols" [<interface:interface>]                -> show interface-protocols
  show ip interface [<interface:interface>]                                                -> show ip-interface
  show ip interface brief [<interface:interface>]                                          -> show ip-interface-brief
  show ip interface <interface:interface> brief                                            -> show ip-interface-brief

  show arp "ARP table" [vrf <vrf:vrf>] [(<address:ipv4> | <interface:interface>)]          -> show arp
  show ip arp "IP ARP table" [vrf <vrf:vrf>] [(<address:ipv4> | <interface:interface>)]    -> show arp

  show ip route [vrf <vrf:vrf>] [(connected | static "Static routes" | local | summary "Summary of all routes")] -> show routes
  show ip route [vrf <vrf:vrf>] bgp "Border Gateway Protocol (BGP)" [<asn:1..4294967295>]  -> show routes
  show ip route [vrf <vrf:vrf>] <address:ipv4> [<mask:mask>] [longer-prefixes]             -> show routes
  show ip route [vrf <vrf:vrf>] (ospf "Open Shortest Path First (OSPF)" [<pid:1..65535> "Process ID"] | eigrp "Enhanced Interior Gateway Routing Protocol (EIGRP)" [<as:1..65535> "Autonomous System"] | rip "Routing Information Protocol (RIP)" | odr "On Demand stub Routes" | mobile "Mobile routes" | nhrp "Next Hop Resolution Protocol (NHRP)" | loops "RIB routes forming loops" | supernets-only "Show supernet entries only" | repair-paths "Include IPRM repair paths" | list "IP Access list" <list:1..2699> "Access list number") -> show routes
  show ip route [vrf <vrf:vrf>] <address:ipv4> [<mask:mask>] repair-paths "Include IPRM repair paths" -> show routes
  show ip static "IP static information" route "IP static routes" [vrf <vrf:vrf>]          -> show static-routes
  show ip cef [vrf <vrf:vrf>] [detail "Display full detail"]                               -> show cef
  show ip cef [vrf <vrf:vrf>] (<address:ipv4> [<mask:mask>] | <prefix:prefix>) [detail "Display full detail"] -> show cef
  show ip cef [vrf <vrf:vrf>] (<address:ipv4> [<mask:mask>] | <prefix:prefix>) longer-prefixes "Display longer prefix matches" -> show cef
  show ip cef [vrf <vrf:vrf>] <interface:interface> -> show cef
  show ip cef [vrf <vrf:vrf>] exact-route "Display exact route" <source:ipv4> "Source address" <destination:ipv4> "Destination address" -> show cef-exact-route
  show adjacency "Adjacent nodes" [<interface:interface> [<address:ipv4> "IP address"]] [detail "Protocol detail and timer information"] -> show adjacency
  show arp "ARP table" summary "ARP table summary" -> show arp-summary
  show ip arp "IP ARP table" [vrf <vrf:vrf>] summary "ARP table summary" -> show arp-summary
  show interfaces [<interface:interface>] summary "Show interface summary" -> show interfaces-summary
  show interfaces [<interface:interface>] stats "Show interface packets & octets, in & out, by switching path" -> show interfaces-stats
  show ip policy "Policy routing" -> show ip-policy
  show key "Key information" chain "Show key chain information" [<name:word> "Key-chain name"] -> show key-chains
  show ntp "Network time protocol" (status "NTP status" | associations "NTP associations" [detail]) -> show not-enabled
  show lldp "LLDP information" [(neighbors "Display LLDP neighbor entries" [detail] | interface "LLDP interface status and configuration" | traffic "LLDP statistics" | entry "Information for specific neighbor entry" <entry:word> "Name")] -> show not-enabled
  show snmp "snmp statistics" -> show not-enabled
  show ip protocols [vrf <vrf:vrf>] [summary "IP routing protocol process summary"]        -> show protocols

  show vrrp "VRRP information" [interface "VRRP interface status and configuration" <interface:interface>] [(all "Include groups in disabled state" | brief "Brief output" | detail "Detailed output")] -> show vrrp
  show vrrp "VRRP information" brief "Brief output" all "Include groups in disabled state"           -> show vrrp
  show ip sla "Service Level Agreement (SLA)" summary "IP SLAs statistics summary" -> show sla-summary
  show ip sla "Service Level Agreement (SLA)" statistics "IP SLAs Latest Operation Statistics" [<number:1..2147483647> "Entry Number"] -> show sla-statistics
  show track "Tracking information" (interface "Tracked interface" | ip "IP protocol" route "IP route" | ip "IP protocol" sla "IP SLA" | ipv6 "IPv6 protocol" | list "Boolean list" | stub-object "Stub tracking object") [brief "Brief display"] -> show track
  show track "Tracking information" <object:1..1000> "Track object number" brief "Brief display" -> show track
  show track "Tracking information" [(<object:1..1000> "Track object number" | brief "Brief display")] -> show track

  show vrf "VPN Routing/Forwarding instance information" [(ipv4 "IPv4 unicast address-family" [unicast "Address family modifier"] | ipv6 "IPv6 unicast address-family" [unicast "Address family modifier"])] [(brief | detail)] [<vrf:vrf>]    -> show vrf
  show ip vrf "VPN Routing/Forwarding instance information" [(brief | detail | interfaces "Show VPN Routing/Forwarding interface information")] [<vrf:vrf>] -> show ip-vrf

  show ip prefix-list "List IP prefix lists" [(summary "Summary of prefix lists" | detail "Detail of prefix lists")] [<name:word> "Name of a prefix list"] -> show prefix-lists
  show ip prefix-list "List IP prefix lists" <name:word> "Name of a prefix list" seq "sequence number of an entry" <seq:1..4294967294> "Sequence number" -> show prefix-lists
  show ip prefix-list "List IP prefix lists" <name:word> "Name of a prefix list" <prefix:prefix> "IP prefix <network>/<length>, e.g., 35.0.0.0/8" [(longer "Lookup longer prefix" | first-match "First matched prefix")] -> show prefix-lists
  show route-map "route-map information" [(all "Static and dynamic routemaps" | dynamic "dynamic routemaps" | <name:word> "route-map name")] -> show route-maps
  show ip as-path-access-list "List AS path access lists" [<number:1..500> "AS path access list number"] -> show as-path-lists
  show ip community-list "List community-list" [(<number:1..500> "Community list number" | <list:word> "Community list name")] -> show community-lists
  show ip extcommunity-list "List extended-community list" [(<number:1..500> "Extended community list number" | <list:word> "Extended community list name")] -> show extcommunity-lists
  show ip large-community-list "List large-community list" [(<number:1..500> "Large community list number" | <list:word> "Large community list name")] -> show large-community-lists
  show ip access-lists "List IP access lists" [<list:word> "Access list name or number"] -> show access-lists
  show access-lists "List access lists" [<list:word> "Access list name or number"] -> show access-lists

  show isis [<tag:word>] neighbors "IS-IS neighbor adjacencies" [detail "Display detailed information"]    -> show isis-neighbors
  show isis [<tag:word>] database (level-1 "Show only Level-1 LSPs" | level-2 "Show only Level-2 LSPs" | l1 "Show only Level-1 LSPs" | l2 "Show only Level-2 LSPs" | detail "Display detailed information" | verbose "Display verbose database information" | <lsp:word> "LSPID in the form of xxxx.xxxx.xxxx.xx-xx or name.xx-xx")* -> show isis-database
  show isis [<tag:word>] topology [(level-1 "Show only Level-1 topology" | level-2 "Show only Level-2 topology")] -> show isis-topology
  show isis [<tag:word>] hostname                                                                    -> show isis-hostname
  show clns [<tag:word>] neighbors "CLNS neighbor adjacencies" [detail "Display detailed information"] -> show clns-neighbors
  show clns [<tag:word>]                                                                             -> show clns
  show clns interface "CLNS interface status and configuration" [<interface:interface>]                                                        -> show clns-interface
  show ip route [vrf <vrf:vrf>] isis "ISO IS-IS" [<process:word> "ISO routing area tag"]             -> show routes
}

words {
  isis             "IS-IS routing information"
  clns             "CLNS network information"
  <tag>            "ISO routing area tag"
  database         "IS-IS link state database"
  topology         "IS-IS paths to Intermediate Systems"
  hostname         "IS-IS Dynamic hostname mapping"
  verbose          "Display verbose database information"
  show             "Show running system information"
  version          "System hardware and software status"
  clock            "Display the system clock"
  interfaces       "Interface status and configuration"
  interface        "IP interface status and configuration"
  <interface>      "Interface type and number"
  description      "Show interface description"
  ip               "IP information"
  route            "IP routing table"
  vrf              "Display information from a VPN Routing/Forwarding instance"
  <vrf>            "VPN Routing/Forwarding instance name"
  brief            "Brief summary of status and configuration"
  detail           "Detailed information"
  connected        "Connected"
  local            "Local"
  longer-prefixes  "Show route matching the specified Network/Mask pair only"
  <address>        "IP address or network to display"
  <mask>           "Network mask"
  <prefix>         "IP prefix <network>/<length>, e.g., 35.0.0.0/8"
  <asn>            "Autonomous system number"
  cef              "Cisco Express Forwarding"
  protocols        "IP routing protocol process parameters and statistics"
}
