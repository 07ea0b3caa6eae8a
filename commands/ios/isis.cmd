# commands/ios/isis.cmd: IS-IS.                  Help: `?` of IOS 15.x; Cisco IOS IP Routing: ISIS command reference.

config {
  router isis [<process!:word> "ISO routing area tag"] @config-router -> accept "IS-IS is not simulated yet" {
    net <net!:net> "Network entity title (NET)"
    is-type (level-1 "Act as a station router only" | level-1-2 "Act as both a station router and an area router" | level-2-only "Act as an area router only")
    metric <metric:1..16777214> "Metric" [(level-1 "Default metric for level-1 interfaces" | level-2 "Default metric for level-2 interfaces")]
    metric-style narrow "Use old style of TLVs with narrow metric" [(level-1 | level-2 | level-1-2)]
    metric-style narrow "Use old style of TLVs with narrow metric" transition "Send and accept both styles of TLVs during transition" [(level-1 | level-2 | level-1-2)]
    metric-style transition "Send and accept both styles of TLVs during transition" [(level-1 | level-2 | level-1-2)]
    metric-style wide "Use new style of TLVs to carry wider metric" [transition "Accept both styles of TLVs during transition"] [(level-1 | level-2 | level-1-2)]
    passive-interface default "Suppress routing updates on all interfaces"
    passive-interface <interface!:interface>
    log-adjacency-changes "Log changes in adjacency state" [all]
    authentication mode (md5 "Keyed message digest" | text "Clear text password") [(level-1 "Apply to level-1 PDUs" | level-2 "Apply to level-2 PDUs")]
    authentication key-chain <chain!:word> "Name of key-chain" [(level-1 "Apply to level-1 PDUs" | level-2 "Apply to level-2 PDUs")]
    authentication send-only "Only send authenticated PDUs, do not check those received" [(level-1 "Apply to level-1 PDUs" | level-2 "Apply to level-2 PDUs")]
    area-password "Configure the authentication password for an area" [(0 | 7)] <password:word> "Area password" [authenticate snp (validate "Send and check password on receiving" | send-only "Send but do not check password on receiving")]
    domain-password "Set the authentication password for a routing domain" [(0 | 7)] <password:word> "Routing domain password" [authenticate snp (validate "Send and check password on receiving" | send-only "Send but do not check password on receiving")]
    hostname dynamic "Dynamic hostname resolution" = on
    set-overload-bit (on-startup "Set overload bit temporarily after reboot" (<startup:5..86400> "Time in seconds to advertise ourself as overloaded after reboot" | wait-for-bgp "Let BGP decide when to stop advertising overload bit") |
        suppress "If overload-bit set, don't advertise IP prefixes learned from" (external "External routes" | interlevel "Inter-level routes")*)*
    set-attached-bit route-map <map:word>
    ignore-attached-bit "Ignore attached bit in level-1 LSPs"
    lsp-mtu "Set maximum LSP size" <bytes:128..17900> "Maximum LSP size in bytes"
    lsp-gen-interval [(level-1 | level-2)] <most:1..120> "Maximum delay between two LSP generations in seconds" [<initial:1..120000> "Initial wait in milliseconds" [<second:1..120000> "Wait between first and second generation in milliseconds"]]
    lsp-refresh-interval "Set LSP refresh interval" <seconds:1..65535>
    lsp-full suppress "Suppress routes when the LSP is full" (external "External routes" | interlevel "Inter-level routes" | none "Nothing")*
    max-lsp-lifetime "Set maximum LSP lifetime" [hours] <seconds:1..65535>
    spf-interval [(level-1 | level-2)] <most:1..120> "Maximum interval between two SPF runs in seconds" [<initial:1..120000> "Initial wait in milliseconds" [<second:1..120000> "Wait between first and second SPF in milliseconds"]]
    prc-interval "Minimum interval between partial route calculation" <most:1..120> "Maximum interval in seconds" [<initial:1..120000> "Initial wait in milliseconds" [<second:1..120000> "Second wait in milliseconds"]]
    fast-flood "Flood LSPs before running SPF" [<count:1..15> "Number of LSPs"]
    ispf (level-1 | level-2 | level-1-2) [<seconds:1..600>]
    partition avoidance "Avoid a partition of the area" <process:word> "Area tag"
    hello padding "Pad hellos" [(multi-point "Only on multi-point interfaces" | point-to-point "Only on point-to-point interfaces")] = on
    nsf (cisco "Cisco NSF" | ietf "IETF graceful restart" | interval "Minimum time between NSF restarts" <minutes:line>)
    protocol shutdown "Shutdown the protocol"
    external overload signalling "Do external overload signalling"
    skeptical interval "Configure the skeptical interval" <minutes:line>
    microloop avoidance "Microloop avoidance" [<how:line>]
    distribute link-state "Distribute the link-state database" [<options:line>]
    router-id <interface:interface>
    use isis-routes
    address-family (ipv4 | ipv6) [(unicast | multicast "Address Family Modifier")] @apart @config-router-af {
      use isis-routes
      multi-topology "Enable multi-topology mode" [transition "Accept and send both styles"]
      exit-address-family
    }
  }
}

# What belongs to a family; that of IPv4 stands in the process.
define isis-routes {
  maximum-paths <paths:1..32> "Number of paths"
  distance <distance:1..255> "Administrative distance" [ip "IP routes"]
  distance <distance!:1..255> "Administrative distance" <source!:ipv4> "IP Source address" <wildcard!:wildcard> "Wildcard bits" [<list:acl> "IP standard access list"]
  adjacency-check "Check ISIS neighbor protocol support" = on
  default-information originate "Distribute a default route" [route-map <map:word>]
  summary-address <network!:ipv4> "IP address" <mask!:mask> "Summary mask" (level-1 "Summarize into level-1 area" | level-1-2 "Summarize into both area and sub-domain" | level-2 "Summarize into level-2 sub-domain" |
      tag <tag:1..4294967295> | metric <metric:1..4294967295>)*
  summary-prefix "Configure IPv6 summary prefix" <prefix!:prefix6> (level-1 "Summarize into level-1 area" | level-1-2 "Summarize into both area and sub-domain" | level-2 "Summarize into level-2 sub-domain" | tag <tag:1..4294967295>)*
  redistribute connected "Connected" (metric <metric:0..4261412864> | metric-type (internal | external) | level-1 "IS-IS level-1 routes only" | level-1-2 "IS-IS level-1 and level-2 routes" | level-2 "IS-IS level-2 routes only" | route-map <map:word>)*
  redistribute static "Static routes" [ip] (metric <metric:0..4261412864> | metric-type (internal | external) | level-1 "IS-IS level-1 routes only" | level-1-2 "IS-IS level-1 and level-2 routes" | level-2 "IS-IS level-2 routes only" | route-map <map:word>)*
  redistribute rip "Routing Information Protocol (RIP)" (metric <metric:0..4261412864> | metric-type (internal | external) | level-1 "IS-IS level-1 routes only" | level-1-2 "IS-IS level-1 and level-2 routes" | level-2 "IS-IS level-2 routes only" | route-map <map:word>)*
  redistribute (ospf "Open Shortest Path First (OSPF)" | eigrp "Enhanced Interior Gateway Routing Protocol (EIGRP)" | bgp "Border Gateway Protocol (BGP)") <process!:asn> "Process ID or autonomous system" (
      match "Redistribution of OSPF routes" (internal "Redistribute OSPF internal routes" | external "Redistribute OSPF external routes" [(1 "Redistribute external type 1 routes" | 2 "Redistribute external type 2 routes")] |
      nssa-external "Redistribute OSPF NSSA external routes" [(1 "Redistribute NSSA external type 1 routes" | 2 "Redistribute NSSA external type 2 routes")])* |
      metric <metric:0..4261412864> | metric-type (internal | external) | level-1 "IS-IS level-1 routes only" | level-1-2 "IS-IS level-1 and level-2 routes" | level-2 "IS-IS level-2 routes only" | route-map <map:word>)*
  redistribute isis "ISO IS-IS" ip (level-1 "IS-IS level-1 routes only" | level-2 "IS-IS level-2 routes only") into "Into the other level" (level-1 "IS-IS level-1 routes only" | level-2 "IS-IS level-2 routes only") [(distribute-list "Select routes" <list:line> "Access list or prefix list" | route-map <map:word>)]
  redistribute isis "ISO IS-IS" (level-1 "IS-IS level-1 routes only" | level-2 "IS-IS level-2 routes only") into "Into the other level" (level-1 "IS-IS level-1 routes only" | level-2 "IS-IS level-2 routes only") [(distribute-list "Select routes" <list:line> "Access list or prefix list" | route-map <map:word>)]
  distribute-list <list!:acl> "IP access list" in "Filter incoming routing updates" [<interface:interface>]
  advertise passive-only "Advertise only the prefixes of passive interfaces"
  bfd all-interfaces "Enable BFD on all interfaces"
  mpls ldp "routing protocol commands for MPLS LDP" sync "Enable LDP IGP synchronization" [(level-1 "Enable on level-1" | level-2 "Enable on level-2")]
  mpls ldp "routing protocol commands for MPLS LDP" autoconfig "Configure LDP automatic configuration" [(level-1 "Enable on level-1" | level-2 "Enable on level-2")]
  mpls traffic-eng "routing protocol commands for MPLS Traffic Engineering" (level-1 "Flood traffic engineering into level-1" | level-2 "Flood traffic engineering into level-2")
  mpls traffic-eng "routing protocol commands for MPLS Traffic Engineering" router-id "Traffic Engineering stable IP address for system" <interface:interface>
  mpls traffic-eng "routing protocol commands for MPLS Traffic Engineering" multicast-intact "MPLS TE and PIM interaction"
  segment-routing (mpls "Enable SR on MPLS data plane" | prefix-sid-map "Mapping server" <how:line>) @apart
  fast-reroute per-prefix "Per-prefix LFA computation" (level-1 | level-2) (all "All prefixes" | route-map <map:word>)
  fast-reroute (remote-lfa "Remote LFA" | ti-lfa "Topology independent LFA" | tie-break "LFA selection tie-breaks" | load-sharing "Load sharing") <options!:line> @apart
  snmp context "Configure SNMP context" <context:word> "Context name"
  traffic-share min "All traffic shared among min metric paths" across-interfaces "Use different interfaces for equal-cost paths"
  prefix-suppression "Enable prefix suppression"
}

config interface {
  ip router isis [<process!:word> "ISO routing area tag"]        -> accept "IS-IS is not simulated"
  ipv6 router isis [<process!:word> "ISO routing area tag"]      -> accept "IS-IS is not simulated"
  clns router isis [<process!:word> "ISO routing area tag"]      -> accept "IS-IS is not simulated"
  isis circuit-type (level-1 "Level-1 only adjacencies are formed" | level-1-2 "Level-1-2 adjacencies are formed" | level-2-only "Only level-2 adjacencies are formed") -> accept "IS-IS is not simulated"
  isis network point-to-point "Specify ISIS point-to-point medium" -> accept "IS-IS is not simulated"
  isis metric <metric:1..16777214> "Default metric"              -> accept "IS-IS is not simulated"
  isis metric <metric:1..16777214> "Default metric" level-1 "Apply metric to level-1 links" -> accept "IS-IS is not simulated"
  isis metric <metric:1..16777214> "Default metric" level-2 "Apply metric to level-2 links" -> accept "IS-IS is not simulated"
  isis metric maximum "All routers exclude this link from their SPF" [(level-1 "Apply metric to level-1 links" | level-2 "Apply metric to level-2 links")] -> accept "IS-IS is not simulated"
  isis ipv6 metric <metric:1..16777214> "Default metric" [(level-1 "Apply metric to level-1 links" | level-2 "Apply metric to level-2 links")] -> accept "IS-IS is not simulated"
  isis priority <priority:0..127> "Priority value"               -> accept "IS-IS is not simulated"
  isis priority <priority:0..127> "Priority value" level-1 "Specify priority for level-1 routing" -> accept "IS-IS is not simulated"
  isis priority <priority:0..127> "Priority value" level-2 "Specify priority for level-2 routing" -> accept "IS-IS is not simulated"
  isis hello-interval <seconds:1..65535>                         -> accept "IS-IS is not simulated"
  isis hello-interval <seconds:1..65535> level-1 "Specify hello-interval for level-1 IIHs" -> accept "IS-IS is not simulated"
  isis hello-interval <seconds:1..65535> level-2 "Specify hello-interval for level-2 IIHs" -> accept "IS-IS is not simulated"
  isis hello-interval minimal "Holdtime 1 second, interval depends on multiplier" [(level-1 "Specify hello-interval for level-1 IIHs" | level-2 "Specify hello-interval for level-2 IIHs")] -> accept "IS-IS is not simulated"
  isis hello-multiplier <multiplier:3..1000> "Hello multiplier value" -> accept "IS-IS is not simulated"
  isis hello-multiplier <multiplier:3..1000> "Hello multiplier value" level-1 "Specify hello multiplier for level-1 IIHs" -> accept "IS-IS is not simulated"
  isis hello-multiplier <multiplier:3..1000> "Hello multiplier value" level-2 "Specify hello multiplier for level-2 IIHs" -> accept "IS-IS is not simulated"
  isis hello padding "Pad hellos" = on                           -> accept "IS-IS is not simulated"
  isis csnp-interval <seconds:0..65535> [(level-1 "Specify interval for level-1 CSNPs" | level-2 "Specify interval for level-2 CSNPs")] -> accept "IS-IS is not simulated"
  isis lsp-interval <milliseconds:1..4294967295>                 -> accept "IS-IS is not simulated"
  isis retransmit-interval <seconds:0..65535>                    -> accept "IS-IS is not simulated"
  isis retransmit-throttle-interval <milliseconds:0..65535>      -> accept "IS-IS is not simulated"
  isis authentication mode (md5 "Keyed message digest" | text "Clear text password") [(level-1 "Apply to level-1 IIHs" | level-2 "Apply to level-2 IIHs")] -> accept "IS-IS is not simulated"
  isis authentication key-chain <chain!:word> "Name of key-chain" [(level-1 "Apply to level-1 IIHs" | level-2 "Apply to level-2 IIHs")] -> accept "IS-IS is not simulated"
  isis authentication send-only "Only send authenticated IIHs, do not check those received" [(level-1 "Apply to level-1 IIHs" | level-2 "Apply to level-2 IIHs")] -> accept "IS-IS is not simulated"
  isis password <password:word> "Password" [(level-1 "Specify password for level-1 PDUs" | level-2 "Specify password for level-2 PDUs")] -> accept "IS-IS is not simulated"
  isis mesh-group (<group:1..4294967295> "Mesh group number" | blocked "Block LSPs on this interface") -> accept "IS-IS is not simulated"
  isis three-way-handshake (cisco "Cisco three-way handshake" | ietf "IETF three-way handshake") -> accept "IS-IS is not simulated"
  isis tag <tag:1..4294967295>                                   -> accept "IS-IS is not simulated"
  isis bfd [disable]                                             -> accept "IS-IS is not simulated"
  isis fast-reroute (protection "Interface protection" | candidate "Interface candidacy" | exclude "Exclude an interface" | ti-lfa "Topology independent LFA") <how!:line> @apart -> accept "IS-IS is not simulated"
  isis advertise prefix "Advertise IP prefixes on the interface" = on -> accept "IS-IS is not simulated"
  isis protocol shutdown "Shutdown the protocol on this interface" -> accept "IS-IS is not simulated"
  isis prefix-suppression "Suppress prefixes of this interface"  -> accept "IS-IS is not simulated"
  isis adjacency-filter <filter:line> "Name of filter"           -> accept "IS-IS is not simulated"
  isis small-hello "Use small hellos"                            -> accept "IS-IS is not simulated"
}

order config router isis {
  net
  is-type
  authentication
  metric-style
  metric
  fast-flood
  set-overload-bit
  max-lsp-lifetime
  lsp-refresh-interval
  spf-interval
  prc-interval
  lsp-gen-interval
  log-adjacency-changes
  redistribute
  summary-address
  default-information
  passive-interface
  distance
  maximum-paths
  mpls
  bfd
  address-family
}

words {
  router           "Enable a routing process"
  ip               "Interface Internet Protocol config commands"
  ipv6             "IPv6 routes"
  clns             "CLNS interface subcommands"
  isis             "IS-IS commands"
  net              "A Network Entity Title for this process (OSI only)"
  is-type          "IS Level for this routing process (OSI only)"
  metric           "Configure the metric for interface"
  <metric>         "Metric value"
  metric-style     "Use old-style (ISO 10589) or new-style packet formats"
  metric-type      "OSPF/IS-IS exterior metric type for redistributed routes"
  internal         "IS-IS internal metric type"
  external         "IS-IS external metric type"
  level-1          "Level-1 only"
  level-2          "Level-2 only"
  level-1-2        "Level-1 and level-2"
  passive-interface "Suppress routing updates on an interface"
  all              "Include changes generated by non-IIH events"
  authentication   "Authentication commands"
  mode             "Authentication mode"
  key-chain        "Authentication key-chain"
  authenticate     "How to treat sequence number PDUs"
  snp              "Insert password in sequence number PDUs"
  hostname         "Dynamic hostname for IS-IS"
  set-overload-bit "Signal other routers not to use us in SPF"
  set-attached-bit "Set attached bit in level-1 LSPs"
  lsp-gen-interval "Minimum interval between regenerating same LSP"
  lsp-full         "Specify behavior when the LSP is full"
  spf-interval     "Minimum interval between SPF calculations"
  hours            "In hours"
  ispf             "Enable incremental SPF"
  partition        "Avoid partition of an area"
  hello            "Hello padding"
  nsf              "Non-stop forwarding"
  protocol         "Protocol"
  skeptical        "Skeptical interval"
  microloop        "Microloop avoidance"
  use              "Use"
  router-id        "Router ID for this process"
  address-family   "Enter Address Family command mode"
  ipv4             "Address family IPv4"
  unicast          "Address Family Modifier"
  maximum-paths    "Forward packets over multiple paths"
  distance         "Define an administrative distance"
  default-information "Control distribution of default information"
  summary-address  "Configure IP address summaries"
  redistribute     "Redistribute information from another routing protocol"
  distribute-list  "Filter networks in routing updates"
  advertise        "Advertise"
  bfd              "BFD configuration commands"
  mpls             "Configure MPLS routing protocol parameters"
  segment-routing  "Segment Routing"
  fast-reroute     "IP Fast Reroute configuration"
  snmp             "Modify snmp parameters"
  traffic-share    "How to compute traffic share over alternate paths"
  circuit-type     "Configure circuit type for interface"
  network          "Set network type"
  priority         "Set priority for Designated Router election"
  hello-interval   "Set Hello interval in seconds"
  hello-multiplier "Set multiplier for Hello holding time"
  csnp-interval    "Set CSNP interval in seconds"
  lsp-interval     "Set LSP transmission interval"
  retransmit-interval "Set per-LSP retransmission interval"
  retransmit-throttle-interval "Set interface LSP retransmission interval"
  password         "Set the authentication password for this interface"
  mesh-group       "Set IS-IS mesh group"
  three-way-handshake "Set 3-way handshake variant"
  tag              "Set tag for interface IP address"
  external-metric  "Use metric type external"
  passive-only     "Only passive interfaces"
}
