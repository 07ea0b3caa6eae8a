# commands/ios/ospf.cmd: OSPF for IPv4, and OSPFv3.
# Help: `?` of IOS 15.x; Cisco IOS IP Routing: OSPF command reference; Cisco IOS IPv6 command reference.

config {
  router ospf <process!:1..65535> "Process ID" [vrf <vrf:vrf>] @config-router -> accept "OSPF is not simulated yet" {
    use ospf
    network <network!:ipv4> "Network number" <wildcard!:wildcard> "OSPF wild card bits" area <area:area>
    neighbor <neighbor!:ipv4> "Neighbor address" (priority "OSPF priority of non-broadcast neighbor" <priority:0..255> |
        poll-interval "OSPF dead-router polling interval" <poll:0..65535> "Seconds" |
        cost "OSPF cost for point-to-multipoint neighbor" <cost:1..65535> | database-filter "Filter OSPF LSA during synchronization and flooding for point-to-multipoint neighbor" all "Filter all LSA" out "Outgoing LSA")*
    distribute-list <list!:acl> "IP access list" in "Filter incoming routing updates" [<interface:interface>]
    distribute-list <list!:acl> "IP access list" out "Filter outgoing routing updates" [<source!:line> "Protocol"]
    distribute-list prefix "Filter prefixes in routing updates" <list!:word> "Name of an IP prefix-list" in "Filter incoming routing updates" [<interface:interface>]
    distribute-list prefix "Filter prefixes in routing updates" <list!:word> "Name of an IP prefix-list" out "Filter outgoing routing updates" [<source!:line> "Protocol"]
    distribute-list gateway "Filtering incoming address updates based on gateway" <list:word> "Name of an IP prefix-list" in "Filter incoming routing updates"
    distribute-list route-map <map:word> in "Filter incoming routing updates"
    distance <distance:1..255> "Administrative distance"
    distance <distance!:1..255> "Administrative distance" <source!:ipv4> "IP Source address" <wildcard!:wildcard> "Wildcard bits" [<list:acl> "IP standard access list"]
    summary-address <network!:ipv4> "IP summary address" <mask!:mask> "Summary mask" (not-advertise "Do not advertise or translate" | tag <tag:0..4294967295> | nssa-only "Limit summary to NSSA areas")*
    ispf "Enable incremental SPF computation"
    prefix-priority high "High priority" route-map <map:word>
    mpls ldp "routing protocol commands for MPLS LDP" sync "Enable LDP IGP synchronization"
    mpls ldp "routing protocol commands for MPLS LDP" autoconfig "Configure LDP automatic configuration" [area <area!:area>]
    mpls traffic-eng "routing protocol commands for MPLS Traffic Engineering" area <area!:area>
    mpls traffic-eng "routing protocol commands for MPLS Traffic Engineering" router-id "Traffic Engineering stable IP address for system" <interface:interface>
    mpls traffic-eng "routing protocol commands for MPLS Traffic Engineering" multicast-intact "MPLS TE and PIM interaction"
    domain-id "OSPF domain-id" <domain:line> "OSPF domain ID"
    domain-tag "OSPF domain-tag" <tag:0..4294967295>
    segment-routing (mpls "Enable SR on MPLS data plane" | area <area:area> mpls "Enable SR on MPLS data plane") @apart
    snmp context "Configure SNMP context" <context:word> "Context name"
    traffic-share min "All traffic shared among min metric paths" across-interfaces "Use different interfaces for equal-cost paths"
  }
  router ospfv3 <process!:1..65535> "Process ID" @config-router -> accept "OSPFv3 is not simulated" {
    use ospf
    address-family (ipv4 | ipv6) unicast [vrf <vrf!:vrf>] @apart @config-router-af {
      use ospf
      summary-prefix "Configure IPv6 summary prefix" <prefix!:prefix6> (not-advertise "Do not advertise or translate" | tag <tag:0..4294967295>)*
      exit-address-family
    }
  }
  ipv6 router ospf <process!:1..65535> "Process ID" [vrf <vrf:vrf>] @config-rtr -> accept "OSPFv3 is not simulated" {
    use ospf
    area <area!:area> range <prefix6!:prefix6> (advertise "Advertise this range (default)" | not-advertise "DoNotAdvertise this range" | cost "User specified metric for this range" <cost:0..16777214>)*
    summary-prefix "Configure IPv6 summary prefix" <prefix!:prefix6> (not-advertise "Do not advertise or translate" | tag <tag:0..4294967295>)*
  }
}

# What the process says whatever it routes.
define ospf {
  router-id <id:ipv4> "OSPF router-id in IP address format"
  auto-cost reference-bandwidth <mbps:1..4294967> "The reference bandwidth in terms of Mbits per second"
  log-adjacency-changes "Log changes in adjacency state" [detail "Log all state changes"] = on
  adjacency stagger "Number of adjacencies to be formed at once" (<initial:1..1000> "Initial number of neighbors" | none "Initial number of neighbors is the maximum") [<most:1..1000> "Maximum number of neighbors"]
  passive-interface default "Suppress routing updates on all interfaces"
  passive-interface <interface!:interface>
  area <area!:area> authentication "Enable authentication" [message-digest "Use message-digest authentication"]
  area <area!:area> authentication ipsec "Use IPsec authentication" spi "Set the SPI (Security Parameters Index)" <parameters:line>
  area <area!:area> encryption ipsec "Use IPsec encryption" spi "Set the SPI (Security Parameters Index)" <parameters:line>
  area <area!:area> stub "Specify a NSSA or stub area" [no-summary "Do not send summary LSA into stub area"]
  area <area!:area> nssa "Specify a NSSA area" (no-redistribution "No redistribution into this NSSA area" |
      default-information-originate "Originate Type 7 default into NSSA area" | metric <metric:0..16777214> "OSPF default metric" |
      metric-type <type:1..2> "OSPF Link State type" | no-summary "Do not send summary LSA into NSSA" | no-ext-capability "Do not send domain specific capabilities into NSSA")*
  area <area!:area> nssa "Specify a NSSA area" translate "Translate LSA" type7 "Translate from Type 7 to Type 5" (always "Always translate LSAs" | suppress-fa "Suppress forwarding address in translated LSAs")*
  area <area!:area> default-cost <cost:0..16777215> "Stub's advertised external route metric"
  area <area!:area> range <network!:ipv4> "IP address to match" <mask!:mask> "IP mask for address" (advertise "Advertise this range (default)" |
      not-advertise "DoNotAdvertise this range" | cost "User specified metric for this range" <cost:0..16777214>)*
  area <area!:area> filter-list prefix "Filter prefixes between OSPF areas" <list:word> "Name of an IP prefix-list" in "Filter networks sent to this area"
  area <area!:area> filter-list prefix "Filter prefixes between OSPF areas" <list:word> "Name of an IP prefix-list" out "Filter networks sent from this area"
  area <area!:area> virtual-link <neighbor!:ipv4> "ID (IP addr) associated with virtual link neighbor" (
      authentication "Enable authentication" [(message-digest "Use message-digest authentication" | null "Use null authentication" | key-chain "Use a key-chain for cryptographic authentication keys" <chain:word> "Key-chain name")] |
      hello-interval "Time between HELLO packets" <hello:1..8192> "Seconds" | dead-interval "Dead router detection time" <dead:1..65535> "Seconds" |
      retransmit-interval "LSA retransmit interval" <retransmit:1..8192> "Seconds" | transmit-delay "LSA transmission delay" <delay:1..8192> "Seconds" |
      ttl-security "TTL security check" hops "maximum number of IP hops allowed" <hops:1..254>)*
  area <area!:area> virtual-link <neighbor!:ipv4> "ID (IP addr) associated with virtual link neighbor" authentication-key "Set authentication key" <key:line> "Authentication key (8 chars)"
  area <area!:area> virtual-link <neighbor!:ipv4> "ID (IP addr) associated with virtual link neighbor" message-digest-key "Set message digest key" <id!:1..255> "Key ID" md5 "Use MD5 algorithm" <key:line> "The OSPF password (key)"
  area <area!:area> sham-link "Define a sham link and its parameters" <from!:ipv4> "IP addr associated with sham-link source" <to!:ipv4> "IP addr associated with sham-link destination" (
      cost "Associate a cost with the sham-link" <cost:1..65535> | ttl-security "TTL security check" hops "maximum number of IP hops allowed" <hops:1..254>)*
  area <area!:area> capability "Enable area specific capability" default-exclusion "Exclude default route"
  redistribute connected "Connected" (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute static "Static routes" (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute mobile "Mobile routes" (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute odr "On Demand stub Routes" (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute nhrp "Next Hop Resolution Protocol (NHRP)" (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute lisp "Locator ID Separation Protocol (LISP)" (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute application "Application" (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute ospf "Open Shortest Path First (OSPF)" <process!:1..65535> "Process ID" [vrf <vrf!:vrf>] (match "Redistribution of OSPF routes" (internal "Redistribute OSPF internal routes" | external "Redistribute OSPF external routes" | external "Redistribute OSPF external routes" 1 "Redistribute external type 1 routes" | external "Redistribute OSPF external routes" 2 "Redistribute external type 2 routes" |
      nssa-external "Redistribute OSPF NSSA external routes" [1 "Redistribute NSSA external type 1 routes"] | nssa-external "Redistribute OSPF NSSA external routes" 2 "Redistribute NSSA external type 2 routes")* | include-connected "Include connected" | metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute ospfv3 "OSPFv3" <process!:1..65535> "Process ID" [vrf <vrf!:vrf>] (match "Redistribution of OSPF routes" (internal "Redistribute OSPF internal routes" | external "Redistribute OSPF external routes" | external "Redistribute OSPF external routes" 1 "Redistribute external type 1 routes" | external "Redistribute OSPF external routes" 2 "Redistribute external type 2 routes" |
      nssa-external "Redistribute OSPF NSSA external routes" [1 "Redistribute NSSA external type 1 routes"] | nssa-external "Redistribute OSPF NSSA external routes" 2 "Redistribute NSSA external type 2 routes")* | include-connected "Include connected" | metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute eigrp "Enhanced Interior Gateway Routing Protocol (EIGRP)" <process!:asn> "Autonomous system number" [include-connected "Include connected"] (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute bgp "Border Gateway Protocol (BGP)" <process!:asn> "Autonomous system number" [include-connected "Include connected"] (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute isis "ISO IS-IS" [<process!:word> "ISO routing area tag"] (level-1 "IS-IS level-1 routes only" | level-1-2 "IS-IS level-1 and level-2 routes" | level-2 "IS-IS level-2 routes only" | metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute rip "Routing Information Protocol (RIP)" (metric "Metric for redistributed routes" <metric:0..16777214> "OSPF default metric" | metric-type "OSPF/IS-IS exterior metric type for redistributed routes" <type:1..2> "OSPF external type" |
      subnets "Consider subnets for redistribution into OSPF" | nssa-only "Limit redistributed routes to NSSA areas" | tag "Set tag for routes redistributed into OSPF" <tag:0..4294967295> | route-map "Route map reference" <map:word>)*
  redistribute maximum-prefix "Maximum number of prefixes redistributed to protocol" <most:1..4294967295> "Maximum number of IP prefixes redistributed" [<threshold:1..100> "Threshold value (%) at which to generate a warning msg"] [warning-only "Only give warning message when limit is exceeded"]
  default-information originate "Distribute a default route" (always "Always advertise default route" | metric "OSPF default metric" <metric:0..16777214> |
      metric-type "OSPF metric type for default routes" <type:1..2> | route-map "Route-map reference" <map:word>)*
  default-metric <metric:1..16777214> "Default metric"
  distance ospf "OSPF distance" (external "External type 5 and type 7 routes" <external:1..255> | inter-area "Inter-area routes" <inter:1..255> | intra-area "Intra-area routes" <intra:1..255>)*
  maximum-paths <paths:1..32> "Number of paths"
  max-lsa "Maximum number of non self-generated LSAs to accept" <count:1..4294967294> "Maximum number of non self-generated LSAs this process can receive" [<options:line> "Threshold, warnings and timers"]
  max-metric router-lsa "Maximum metric in self-originated router-LSAs" (include-stub "Set maximum metric for stub links in router-LSAs" | external-lsa "Override external-lsa metric with max-metric value" |
      summary-lsa "Override summary-lsa metric with max-metric value" | on-startup "Set maximum metric temporarily after reboot" (<startup:5..86400> "Time, in seconds, router-LSAs are originated with max-metric" | wait-for-bgp "Let BGP decide when to originate router-LSA with normal metric"))*
  timers throttle "OSPF throttle timers" spf "OSPF SPF throttle timers" <start:1..600000> "Delay between receiving a change to SPF calculation in milliseconds" <hold:1..600000> "Delay between first and second SPF calculation in milliseconds" <most:1..600000> "Maximum wait time in milliseconds for SPF calculations"
  timers throttle "OSPF throttle timers" lsa "OSPF LSA throttle timers" [all "All OSPF LSA types"] <start:0..600000> "Delay to generate first occurrence of LSA in milliseconds" <hold:1..600000> "Minimum delay between originating the same LSA in milliseconds" <most:1..600000> "Maximum delay between originating the same LSA in milliseconds"
  timers lsa "OSPF LSA timers" arrival "The minimum interval in milliseconds between accepting the same LSA" <milliseconds:0..600000>
  timers pacing "OSPF pacing timers" (flood "OSPF flood pacing timer" | retransmission "OSPF retransmission pacing timer" | lsa-group "OSPF LSA group pacing timer") <value:5..1800> @apart
  timers spf "OSPF SPF timers" <start:0..4294967295> "Delay between receiving a change to SPF calculation" <hold:0..4294967295> "Hold time between consecutive SPF calculations"
  capability (lls "Link-local Signaling (LLS) support" | opaque "Opaque LSA" | transit "Transit Area" | vrf-lite "Do not perform PE specific checks") @apart
  compatible rfc1583 "compatible with RFC 1583" = on
  compatible rfc1587 "compatible with RFC 1587"
  nsf [(cisco "Cisco Non-stop forwarding" | ietf "IETF graceful restart")] [(helper "helper support" disable "disable helper support" | enforce "Cancel NSF restart when non-NSF-aware neighbors detected" global "For the whole OSPF process")]
  nsr "Enable non-stop routing"
  graceful-restart "Graceful-restart options" [helper "helper support" <how:line>]
  bfd all-interfaces "Enable BFD on all interfaces" [strict-mode "Hold down neighbor session until BFD is up"]
  fast-reroute "IP Fast-reroute configuration" per-prefix "Per-prefix LFA computation" enable [area <area!:area>] prefix-priority "Priority of prefixes to be protected" (high "High priority prefixes" | low "Low priority prefixes")
  fast-reroute "IP Fast-reroute configuration" per-prefix "Per-prefix LFA computation" (remote-lfa "Remote LFA configuration" | tie-break "LFA selection tie-breaks") <options!:line> @apart
  fast-reroute "IP Fast-reroute configuration" keep-all-paths "Keep LFA FRR audit trail"
  prefix-suppression "Enable prefix suppression"
  ttl-security all-interfaces "Enable TTL security on all interfaces" [hops "maximum number of IP hops allowed" <hops:1..254>]
  limit retransmissions "Limit the number of retransmissions" <options!:line>
  queue-depth (hello "Hello queue" | update "Update queue") <depth:line> "Queue depth"
  event-log "Event Logging" [<options:line>]
  local-rib-criteria "Enable or disable usage of local RIB as route criteria" [<options!:line>]
  interface-id snmp-if-index "SNMP interface ID value"
  ignore lsa mospf "MOSPF Type 6 LSA"
  shutdown "Shutdown the router process"
  discard-route "Enable or disable discard-route installation" [(external "Discard route for summarised redistributed routes" | internal "Discard route for summarised inter-area routes")]
  distribute link-state "Distribute the link-state database" [<options:line>]
}

config interface {
  ip ospf <process!:1..65535> "Process ID" area <area:area> [secondaries "Include or exclude secondary IP addresses" none "Exclude secondary IP addresses"] -> accept "OSPF is not simulated"
  ip ospf cost <cost:1..65535> "Cost"                                    -> accept "OSPF is not simulated"
  ip ospf hello-interval <seconds:1..65535>                              -> accept "OSPF is not simulated"
  ip ospf dead-interval <seconds:1..65535>                               -> accept "OSPF is not simulated"
  ip ospf dead-interval minimal "Set to 1 second" hello-multiplier "Set multiplier for Hellos" <hellos:3..20> "Number of Hellos sent within 1 second" -> accept "OSPF is not simulated"
  ip ospf network (broadcast "Specify OSPF broadcast multi-access network" | non-broadcast "Specify OSPF NBMA network" |
      point-to-multipoint "Specify OSPF point-to-multipoint network" [non-broadcast "Specify OSPF NBMA network"] | point-to-point "Specify OSPF point-to-point network") -> accept "OSPF is not simulated"
  ip ospf priority <priority:0..255> "Priority"                          -> accept "OSPF is not simulated"
  ip ospf authentication "Enable authentication" [(message-digest "Use message-digest authentication" | null "Use no authentication" | key-chain "Use a key-chain for cryptographic authentication keys" <chain:word> "Key-chain name")] -> accept "OSPF is not simulated"
  ip ospf authentication-key "Authentication password (key)" [(0 | 7)] <key:line> "The OSPF password (key)" -> accept "OSPF is not simulated"
  ip ospf message-digest-key "Message digest authentication password (key)" <id!:1..255> "Key ID" md5 "Use MD5 algorithm" [(0 | 7)] <key:line> "The OSPF password (key)" -> accept "OSPF is not simulated"
  ip ospf retransmit-interval <seconds:1..65535>                         -> accept "OSPF is not simulated"
  ip ospf transmit-delay <seconds:1..65535>                              -> accept "OSPF is not simulated"
  ip ospf mtu-ignore                                                     -> accept "OSPF is not simulated"
  ip ospf bfd "Enable/Disable BFD on this interface" [(disable "Disable BFD on this interface" | strict-mode "Hold down neighbor session until BFD is up")] -> accept "OSPF is not simulated"
  ip ospf flood-reduction "OSPF Flood Reduction"                         -> accept "OSPF is not simulated"
  ip ospf demand-circuit "OSPF demand circuit" [ignore "Ignore demand circuit auto-negotiation requests"] -> accept "OSPF is not simulated"
  ip ospf database-filter "Filter OSPF LSA during synchronization and flooding" all "Filter all LSA" out "Outgoing LSA" -> accept "OSPF is not simulated"
  ip ospf ttl-security "TTL security check" [(hops "maximum number of IP hops allowed" <hops:1..254> | disable "Disable ttl-security on this interface")] -> accept "OSPF is not simulated"
  ip ospf prefix-suppression "Enable/Disable OSPF prefix suppression on this interface" [disable "Disable prefix-suppression on this interface"] -> accept "OSPF is not simulated"
  ip ospf multi-area "Set the OSPF multi-area ID" <area!:area> [cost "Cost" <cost:1..65535>] -> accept "OSPF is not simulated"
  ip ospf lls "Enable/Disable link-local signalling (LLS) support" [disable "Disable LLS on this interface"] -> accept "OSPF is not simulated"
  ip ospf resync-timeout "Interface resync timeout" <seconds:1..65535>   -> accept "OSPF is not simulated"
  ip ospf shutdown "Set OSPF protocol's state to disable under current interface" -> accept "OSPF is not simulated"
  ip ospf fast-reroute "IP Fast-reroute configuration" per-prefix "Per-prefix IP Fast-reroute configuration" (candidate "Make interface eligible for protection" | protection "Make interface protected") [disable "Exclude this interface"] @apart -> accept "OSPF is not simulated"
  ip ospf adjacency stagger "Number of adjacencies to be formed at once" disable "Disable stagger" -> accept "OSPF is not simulated"
  ipv6 ospf <process!:1..65535> "Process ID" area <area:area> [instance "Set the OSPF instance" <instance:0..255> "OSPF instance ID"] -> accept "OSPFv3 is not simulated"
  ipv6 ospf cost <cost:1..65535> "Cost"                                  -> accept "OSPFv3 is not simulated"
  ipv6 ospf hello-interval <seconds:1..65535>                            -> accept "OSPFv3 is not simulated"
  ipv6 ospf dead-interval <seconds:1..65535>                             -> accept "OSPFv3 is not simulated"
  ipv6 ospf network (broadcast "Specify OSPF broadcast multi-access network" | non-broadcast "Specify OSPF NBMA network" |
      point-to-multipoint "Specify OSPF point-to-multipoint network" [non-broadcast "Specify OSPF NBMA network"] | point-to-point "Specify OSPF point-to-point network") -> accept "OSPFv3 is not simulated"
  ipv6 ospf priority <priority:0..255> "Priority"                        -> accept "OSPFv3 is not simulated"
  ipv6 ospf (authentication | encryption) <how:line> "ipsec spi, or null" -> accept "OSPFv3 is not simulated"
  ipv6 ospf neighbor <neighbor!:ipv6> "Neighbor link-local address" [<options:line>] -> accept "OSPFv3 is not simulated"
  ipv6 ospf (retransmit-interval | transmit-delay) <seconds:1..65535>    -> accept "OSPFv3 is not simulated"
  ipv6 ospf (mtu-ignore | flood-reduction "OSPF Flood Reduction" | demand-circuit "OSPF demand circuit" | bfd "Enable/Disable BFD on this interface") @apart -> accept "OSPFv3 is not simulated"
  ospfv3 <process!:1..65535> "Process ID" (ipv4 | ipv6) area <area:area> [instance "Set the OSPF instance" <instance:0..255> "OSPF instance ID"] -> accept "OSPFv3 is not simulated"
  ospfv3 [<process!:1..65535> "Process ID"] [(ipv4 | ipv6)] (cost <cost:1..65535> "Cost" | hello-interval <hello:1..65535> "Seconds" | dead-interval <dead:1..65535> "Seconds" | priority <priority:0..255> "Priority" |
      retransmit-interval <retransmit:1..65535> "Seconds" | transmit-delay <delay:1..65535> "Seconds" |
      network <kind:word> "Network type" | mtu-ignore | bfd | authentication <how:line> | encryption <how:line>) @apart -> accept "OSPFv3 is not simulated"
}

order config router ospf {
  router-id
  ispf
  log-adjacency-changes
  auto-cost
  max-lsa
  max-metric
  timers
  area
  summary-address
  redistribute
  passive-interface
  network
  neighbor
  default-information
  default-metric
  distribute-list
  distance
  mpls
  bfd
}

words {
  router           "Enable a routing process"
  ip               "Interface Internet Protocol config commands"
  ipv6             "Global IPv6 configuration commands"
  ospf             "Open Shortest Path First (OSPF)"
  ospfv3           "OSPFv3"
  router-id        "router-id for this OSPF process"
  auto-cost        "Calculate OSPF interface cost according to bandwidth"
  reference-bandwidth "Use reference bandwidth method to assign OSPF cost"
  adjacency        "Control adjacency formation"
  passive-interface "Suppress routing updates on an interface"
  area             "OSPF area parameters"
  <area>           "OSPF area ID"
  authentication   "Enable authentication"
  encryption       "Enable encryption"
  nssa-only        "Limit to NSSA areas"
  default-cost     "Set the summary default-cost of a NSSA/stub area"
  range            "Summarize routes matching address/mask (border routers only)"
  filter-list      "Filter networks between OSPF areas"
  virtual-link     "Define a virtual link and its parameters"
  redistribute     "Redistribute information from another routing protocol"
  default-information "Control distribution of default information"
  default-metric   "Set metric of redistributed routes"
  distance         "Define an administrative distance"
  distribute-list  "Filter networks in routing updates"
  maximum-paths    "Forward packets over multiple paths"
  max-metric       "Set maximum metric"
  timers           "Adjust routing timers"
  capability       "Enable specific OSPF feature"
  compatible       "OSPF router compatibility list"
  nsf              "Non-stop forwarding"
  bfd              "BFD configuration commands"
  limit            "Limit a specific OSPF feature"
  queue-depth      "Hello/Router process queue depth"
  interface-id     "Source of the interface ID"
  ignore           "Do not complain about specific event"
  lsa              "Do not complain upon receiving LSA of the specified type"
  distribute       "Distribute information"
  network          "Enable routing on an IP network"
  neighbor         "Specify a neighbor router"
  summary-address  "Configure IP address summaries"
  prefix-priority  "OSPF prefix priority"
  mpls             "Configure MPLS routing protocol parameters"
  segment-routing  "Segment Routing"
  snmp             "Modify snmp parameters"
  traffic-share    "How to compute traffic share over alternate paths"
  tag              "Set tag"
  <tag>            "32-bit tag value"
  metric           "Metric"
  metric-type      "OSPF metric type"
  <metric>         "OSPF metric"
  <type>           "OSPF Link State type"
  cost             "Interface cost"
  <cost>           "Cost"
  hello-interval   "Time between HELLO packets"
  dead-interval    "Interval after which a neighbor is declared dead"
  priority         "Router priority"
  <priority>       "Priority"
  retransmit-interval "Time between retransmitting lost link state advertisements"
  transmit-delay   "Link state transmit delay"
  mtu-ignore       "Ignores the MTU in DBD packets"
  message-digest-key "Message digest authentication password (key)"
  ttl-security     "TTL security check"
  address-family   "Enter Address Family command mode"
  ipv4             "Address family IPv4"
  unicast          "Address Family Modifier"
  prefix-suppression "Enable prefix suppression"
  originate        "Distribute a default route"
  external         "External"
  <value>          "Milliseconds, or seconds of an LSA group"
}
