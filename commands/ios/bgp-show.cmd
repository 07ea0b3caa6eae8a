# commands/ios/bgp-show.cmd: what is asked of BGP.   Help: `?` of IOS 15.x; Cisco IOS IP Routing: BGP command reference

exec {
  show ip bgp rtfilter "Address family" [unicast] (all "Display all RT filters" | default "Display the default RT filter" | rt "Display an RT filter" 2 "Route target" <target:rd> "ASN:nn or IP-address:nn") -> show bgp-rtfilter
  show bgp rtfilter "Address family" [unicast] (all "Display all RT filters" | default "Display the default RT filter" | rt "Display an RT filter" 2 "Route target" <target:rd> "ASN:nn or IP-address:nn") -> show bgp-rtfilter
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] [(summary | detail "Display detailed information" | cidr-only "Display only routes with non-natural netmasks" | rib-failure "Display bgp routes that failed to install in the routing table (RIB)" | labels "Display Labels for IPv4 NLRI specific information" | inconsistent-as "Display only routes with inconsistent origin ASs")] -> show bgp
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] [(summary | detail "Display detailed information" | cidr-only "Display only routes with non-natural netmasks" | rib-failure "Display bgp routes that failed to install in the routing table (RIB)" | labels "Display Labels for IPv4 NLRI specific information" | inconsistent-as "Display only routes with inconsistent origin ASs")] -> show bgp
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] (<address:ipv4> "Network in the BGP routing table to display" [<mask:mask> "Network mask"] | <prefix:prefix>) [(bestpath "Display only the bestpath" | multipaths "Display only multipaths")] -> show bgp
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] (<address:ipv4> "Network in the BGP routing table to display" [<mask:mask> "Network mask"] | <prefix:prefix>) [(bestpath "Display only the bestpath" | multipaths "Display only multipaths")] -> show bgp
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] (<address:ipv4> "Network in the BGP routing table to display" [<mask:mask> "Network mask"] | <prefix:prefix>) longer-prefixes "Display route and more specific routes" -> show bgp-longer
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] (<address:ipv4> "Network in the BGP routing table to display" [<mask:mask> "Network mask"] | <prefix:prefix>) longer-prefixes "Display route and more specific routes" -> show bgp-longer
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] neighbors [<neighbor:ipv4> "Neighbor to display information about"] -> show bgp-neighbors
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] neighbors [<neighbor:ipv4> "Neighbor to display information about"] -> show bgp-neighbors
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] neighbors <neighbor:ipv4> "Neighbor to display information about" (advertised-routes "Display the routes advertised to a BGP neighbor" | received-routes "Display the received routes from neighbor" | routes "Display routes learned from neighbor" | policy "Display neighbor polices per address-family" [detail]) -> show bgp-neighbor-routes
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] neighbors <neighbor:ipv4> "Neighbor to display information about" (advertised-routes "Display the routes advertised to a BGP neighbor" | received-routes "Display the received routes from neighbor" | routes "Display routes learned from neighbor" | policy "Display neighbor polices per address-family" [detail]) -> show bgp-neighbor-routes
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] (regexp "Display routes matching the AS path regular expression" | quote-regexp "Display routes matching the AS path expression in quotes") <expression:line> "A regular-expression to match the BGP AS paths" -> show bgp-regexp
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] (regexp "Display routes matching the AS path regular expression" | quote-regexp "Display routes matching the AS path expression in quotes") <expression:line> "A regular-expression to match the BGP AS paths" -> show bgp-regexp
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] paths "Path information" [<expression:line> "A regular-expression to match the BGP AS paths"] -> show bgp-paths
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] paths "Path information" [<expression:line> "A regular-expression to match the BGP AS paths"] -> show bgp-paths
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] community "Display routes matching the communities" [<communities:line> "Community numbers"] -> show bgp-community
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] community "Display routes matching the communities" [<communities:line> "Community numbers"] -> show bgp-community
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] prefix-list "Display routes matching the prefix-list" <list:word> "IP prefix-list name" -> show bgp-prefix-list
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] prefix-list "Display routes matching the prefix-list" <list:word> "IP prefix-list name" -> show bgp-prefix-list
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] update-group "Display information on update-groups" [<group:1..4294967295> "Update-group index"] -> show bgp-update-group
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] update-group "Display information on update-groups" [<group:1..4294967295> "Update-group index"] -> show bgp-update-group
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] peer-group "Display information on peer-groups" [<group:word> "Peer-group name"] [summary] -> show bgp-peer-group
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] peer-group "Display information on peer-groups" [<group:word> "Peer-group name"] [summary] -> show bgp-peer-group
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] template (peer-session "Session templates" | peer-policy "Policy templates") [<name:word> "Template name"] -> show bgp-template
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] template (peer-session "Session templates" | peer-policy "Policy templates") [<name:word> "Template name"] -> show bgp-template
  show ip bgp [(ipv4 unicast | vpnv4 (all | vrf <vrf:vrf> | rd <rd:rd>))] dampening (dampened-paths "Display paths suppressed due to dampening" | flap-statistics "Display flap statistics of routes" | parameters "Display details of configured dampening parameters") -> show bgp-dampening
  show bgp [(ipv4 unicast | vpnv4 unicast (all | vrf <vrf:vrf> | rd <rd:rd>))] dampening (dampened-paths "Display paths suppressed due to dampening" | flap-statistics "Display flap statistics of routes" | parameters "Display details of configured dampening parameters") -> show bgp-dampening
  show ip bgp all "All address families" [(summary | neighbors | detail "Display detailed information")] -> show bgp-all
  show ip bgp all "All address families" cluster-ids "Display cluster-ids and their C2C reflection status" -> show bgp-cluster-ids
  show bgp all "All address families" [(summary | neighbors | detail "Display detailed information")] -> show bgp-all
  show bgp all "All address families" cluster-ids "Display cluster-ids and their C2C reflection status" -> show bgp-cluster-ids
}

words {
  show             "Show running system information"
  ip               "IP information"
  bgp              "BGP information"
  vpnv4            "Display VPNv4 NLRI specific information"
  ipv4             "Address family"
  unicast          "Address Family modifier"
  all              "Display information about all VPN NLRIs"
  vrf              "Display information for a VPN Routing/Forwarding instance"
  <vrf>            "VPN Routing/Forwarding instance name"
  rd               "Display information for a route distinguisher"
  <rd>             "Match VPN Route Distinguisher"
  summary          "Summary of BGP neighbor status"
  neighbors        "Detailed information on TCP and BGP neighbor connections"
  <prefix>         "IP prefix <network>/<length>, e.g., 35.0.0.0/8"
  template         "Display peer-policy/peer-session templates"
  dampening        "Display detailed information about dampening"
  detail           "Display detailed information"
}
