# commands/ios/rip.cmd: RIP and RIPng.           Help: `?` of IOS 15.x; Cisco IOS IP Routing: RIP command reference.

config {
  router rip @config-router -> accept "RIP is not simulated yet" {
    use rip
    address-family ipv4 [unicast] vrf <vrf!:vrf> @config-router-af {
      use rip
      exit-address-family
    }
  }
  ipv6 router rip <process!:word> "User selected string identifying this process" @config-rtr -> accept "RIP is not simulated" {
    use rip
  }
}

define rip {
  version <version:1..2> "version"
  network <network!:ipv4> "Network number"
  passive-interface default "Suppress routing updates on all interfaces"
  passive-interface <interface!:interface>
  redistribute (connected "Connected" | static "Static routes" | mobile "Mobile routes" | odr "On Demand stub Routes") (metric <metric:0..16> | route-map <map:word>)*
  redistribute (ospf "Open Shortest Path First (OSPF)" | eigrp "Enhanced Interior Gateway Routing Protocol (EIGRP)" | bgp "Border Gateway Protocol (BGP)") <process!:asn> "Process ID or autonomous system" (
      metric <metric:0..16> | route-map <map:word> | match "Redistribution of OSPF routes" (internal "Redistribute OSPF internal routes" | external "Redistribute OSPF external routes" [(1 "Redistribute external type 1 routes" | 2 "Redistribute external type 2 routes")] |
      nssa-external "Redistribute OSPF NSSA external routes" [(1 "Redistribute NSSA external type 1 routes" | 2 "Redistribute NSSA external type 2 routes")])*)*
  redistribute (isis "ISO IS-IS" | rip "Routing Information Protocol (RIP)") [<options!:line> "Process, metric and route map"]
  default-information originate "Distribute a default route" [(on-passive "Originate default only on passive interfaces" | route-map <map:word>)]
  default-metric <metric:1..4294967295> "Default metric"
  auto-summary "Enable automatic network number summarization" = on
  neighbor <neighbor!:ipv4> "Neighbor address"
  distance <distance!:1..255> "Administrative distance" [<source!:ipv4> "IP Source address" <wildcard!:wildcard> "Wildcard bits" [<list:acl> "IP standard access list"]]
  distribute-list <list!:acl> "IP access list" in "Filter incoming routing updates" [<interface!:interface>]
  distribute-list <list!:acl> "IP access list" out "Filter outgoing routing updates" [<source!:line> "Interface or protocol"]
  distribute-list (prefix "Filter prefixes in routing updates" | gateway "Filtering incoming updates based on gateway") <list!:word> "Name of an IP prefix-list" (in | out) [<source!:line> "Interface or protocol"] @apart
  distribute-list prefix-list "Filter connections based on an IPv6 prefix-list" <list!:word> "Name of an IPv6 prefix-list" (in | out) [<source!:line> "Interface or protocol"] @apart
  offset-list "Add or subtract offset from RIP metrics" <list!:acl> "Access list" (in "Perform offset on incoming updates" | out "Perform offset on outgoing updates") <offset:0..16> "Offset" [<interface!:interface>]
  timers basic "Basic routing protocol update timers" <update:0..4294967295> "Interval between updates" <invalid:1..4294967295> "Invalid" <holddown:0..4294967295> "Holddown" <flush:1..4294967295> "Flush" [<sleep:1..4294967295> "Sleep"]
  timers <update:5..65535> "Interval between updates" <timeout:15..65535> "Timeout" <holddown:0..65535> "Holddown" <garbage:15..65535> "Garbage collect"
  maximum-paths <paths:1..32> "Number of paths"
  output-delay "Interpacket delay for RIP updates" <milliseconds:8..50>
  input-queue "Specify input queue depth" <depth:0..1024> "Maximum number of messages"
  validate-update-source "Perform sanity checks against source address of routing updates" = on
  flash-update-threshold "Specify flash update threshold in second" <seconds:0..30>
  host-routes "Accept host routes" = on
  split-horizon = on
  poison-reverse "Poison reverse updates"
  port "Change port and multicast address" <port:1..65535> "UDP port number" multicast-group "Change multicast address" <group:ipv6> "Multicast group address"
  bfd all-interfaces "Enable BFD on all interfaces"
  triggered "Enable RFC2091 triggered extensions"
}

config interface {
  ip rip (send "advertisement transmission" | receive "advertisement reception") version "version control" <versions:line> "1, 2 or both" -> accept "RIP is not simulated"
  ip rip authentication mode "Authentication mode" (md5 "Keyed message digest" | text "Clear text authentication") -> accept "RIP is not simulated"
  ip rip authentication key-chain "Authentication key-chain" <chain:word> "name of key-chain" -> accept "RIP is not simulated"
  ip rip v2-broadcast "send ip broadcast v2 update"              -> accept "RIP is not simulated"
  ip rip triggered "enable RFC2091 triggered extensions"         -> accept "RIP is not simulated"
  ip rip advertise "Specify update interval" <seconds:5..4294967295> -> accept "RIP is not simulated"
  ip rip initial-delay "initial delay to send RIP updates" <seconds:1..4294967295> -> accept "RIP is not simulated"
  ip rip bfd "Bidirectional Forwarding Detection" [disable]      -> accept "RIP is not simulated"
  ip summary-address rip <network!:ipv4> "IP address" <mask!:mask> "IP network mask" -> accept "RIP is not simulated"
  ip split-horizon = on                                          -> accept "RIP is not simulated"
  ipv6 rip <process!:word> "User selected string identifying this process" enable "Enable/disable RIP routing" -> accept "RIP is not simulated"
  ipv6 rip <process!:word> "User selected string identifying this process" default-information (originate "Originate the default route" | only "Advertise only the default route") [metric <metric:1..15> "Metric value"] -> accept "RIP is not simulated"
  ipv6 rip <process!:word> "User selected string identifying this process" (metric-offset "Adjust default metric increment" <offset:1..16> "Metric increment" | summary-address <prefix!:prefix6> "IPv6 prefix") -> accept "RIP is not simulated"
}

words {
  router           "Enable a routing process"
  ip               "Interface Internet Protocol config commands"
  ipv6             "Global IPv6 configuration commands"
  rip              "Routing Information Protocol (RIP)"
  version          "Set routing protocol version"
  network          "Enable routing on an IP network"
  passive-interface "Suppress routing updates on an interface"
  redistribute     "Redistribute information from another routing protocol"
  default-information "Control distribution of default information"
  default-metric   "Set metric of redistributed routes"
  metric           "Metric for redistributed routes"
  <metric>         "Default metric"
  neighbor         "Specify a neighbor router"
  distance         "Define an administrative distance"
  distribute-list  "Filter networks in routing updates"
  timers           "Adjust routing timers"
  maximum-paths    "Forward packets over multiple paths"
  split-horizon    "Perform split horizon"
  authentication   "Authentication control"
  summary-address  "Perform address summarization"
  bfd              "BFD configuration commands"
}
