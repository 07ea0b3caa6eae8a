# commands/ios/isis.cmd: IS-IS.        Source: Cisco IOS IP Routing: IS-IS command reference; `?` of IOS 15.x

config {
  router isis [<process!:word> "ISO routing area tag"] @config-router {
    net <net!:net>
    is-type (level-1 "Act as a station router only" | level-1-2 "Act as both a station router and an area router" | level-2-only "Act as an area router only")
    vrf <vrf:vrf>
    metric-style (narrow "Use old style of TLVs with narrow metric" [transition "Send and accept both styles of TLVs during transition"] | wide "Use new style of TLVs to carry wider metric" [transition "Send and accept both styles of TLVs during transition"] | transition "Send and accept both styles of TLVs during transition") [(level-1 | level-2 | level-1-2)]
    metric <metric:1..16777214> "Default metric" [(level-1 | level-2)]
    advertise passive-only
    authentication mode (md5 "Keyed hashing" | text "Clear text password") [(level-1 | level-2)]
    authentication key-chain <chain:word> [(level-1 | level-2)]
    authentication send-only [(level-1 | level-2)]
    area-password <password:word>
    domain-password <password:word>
    set-overload-bit [on-startup "Set overload-bit temporarily after reboot" (<seconds:5..86400> "Time in seconds to advertise ourself as overloaded after reboot" | wait-for-bgp "Set overload bit on startup until BGP signals converge")] [suppress "If overload-bit set, don't advertise IP prefixes learned from other protocols or another ISIS level" (external "If overload-bit set, don't advertise IP prefixes learned from other protocols" | interlevel "If overload-bit set, don't advertise IP prefixes learned from another ISIS level")*]
    set-attached-bit route-map <map:word>                             -> accept "the bit follows level 2"
    ignore-attached-bit
    max-lsp-lifetime <seconds:1..65535> "Maximum LSP lifetime in seconds"
    lsp-refresh-interval <seconds:1..65535> "LSP refresh time in seconds"
    lsp-mtu <bytes:128..4352> "LSP size"
    spf-interval [(level-1 | level-2)] <maximum:1..120> "Interval between consecutive SPFs in seconds" [<initial:1..120000> "Initial wait before first SPF in milliseconds" [<second:1..120000> "Minimum wait between first and second SPF in milliseconds"]]
    prc-interval <maximum:1..120> "Interval between consecutive PRCs in seconds" [<initial:1..120000> "Initial wait before first PRC in milliseconds" [<second:1..120000> "Minimum wait between first and second PRC in milliseconds"]]
    lsp-gen-interval [(level-1 | level-2)] <maximum:1..120> "Minimum interval in seconds" [<initial:1..120000> "Initial wait in milliseconds" [<second:1..120000> "Wait between first and second lsp generation in milliseconds"]]
    hello padding "Pad IS-IS hello PDUs to full MTU" = on
    hello padding "Pad IS-IS hello PDUs to full MTU" (multi-point "Pad hellos on LANs" | point-to-point "Pad hellos on point-to-point links") @apart = on -> accept "hellos are padded on all links, or on none"
    adjacency-check "Check ES and IS adjacency for consistent protocol support" = on -> accept "neighbors are told by their protocols"
    ignore-lsp-errors "Ignore LSPs with bad checksums" = on          -> accept "bad LSPs are ignored"
    max-area-addresses <areas:3..254> "Maximum number of area addresses" -> accept "areas are as many as there are"
    partition avoidance [<area:word>]                                -> accept "IS-IS does without"
    update-queue-depth <depth:1..65535> "Depth"                      -> accept "IS-IS does without"
    distance <distance:1..255> "Administrative distance" (ip "IP routes" | clns "CLNS routes") @apart @hidden -> accept "the distance is one"
    distance <distance!:1..255> "Administrative distance" <source!:ipv4> "IP Source address" <wildcard!:wildcard> "Wildcard bits" [<list:acl> "IP standard access list"] -> accept "the distance is one"
    redistribute maximum-prefix <most:1..65535> "Maximum number of IP prefixes" [<threshold:1..100> "Threshold value"] [(warning-only "Only give warning message when limit is exceeded" | withdraw "Withdraw")] -> accept "there is room for all"
    auto-cost reference-bandwidth "Use reference bandwidth method to assign ISIS cost" <mbps:1..4294967> "The reference bandwidth in terms of Mbits per second" -> accept "costs are as they are configured"
    hostname dynamic = on
    log-adjacency-changes [all "Include non IIH events"] = on
    nsf <how!:line> "Non-stop forwarding"                             -> accept "there is no graceful restart"
    fast-flood [<count:1..15> "Number of LSPs to flood before SPF"]   -> accept "LSPs are always flooded before SPF"
    summary-address <network!:ipv4> "IP network prefix" <mask!:mask> [(level-1 | level-2 | level-1-2)] (metric <metric:1..16777214> | tag <tag:1..4294967295> "Tag value")*
    redistribute connected "Connected" (metric <metric:0..4261412864> | metric-type (external "Set IS-IS external metric type" | internal "Set IS-IS internal metric type") | route-map <map:word> | (level-1 | level-2 | level-1-2))*
    redistribute static [ip "IP static routes"] (metric <metric:0..4261412864> | metric-type (external "Set IS-IS external metric type" | internal "Set IS-IS internal metric type") | route-map <map:word> | (level-1 | level-2 | level-1-2))*
    redistribute bgp <asn!:asn> (metric <metric:0..4261412864> | metric-type (external "Set IS-IS external metric type" | internal "Set IS-IS internal metric type") | route-map <map:word> | (level-1 | level-2 | level-1-2))*
    redistribute isis ip level-1 into level-2 [(route-map <map:word> | distribute-list "Select routes" <list:acl> "IP access list")]
    redistribute isis ip level-2 into level-1 [(route-map <map:word> | distribute-list "Select routes" <list:acl> "IP access list")]
    redistribute isis <tag!:word> "ISO routing area tag" ip (metric <metric:0..4261412864> | metric-type (external "Set IS-IS external metric type" | internal "Set IS-IS internal metric type") | route-map <map:word> | (level-1 | level-2 | level-1-2))* @hidden -> accept "processes do not redistribute each other"
    redistribute (ospf "Open Shortest Path First (OSPF)" | eigrp "Enhanced Interior Gateway Routing Protocol (EIGRP)" | rip "Routing Information Protocol (RIP)" | mobile "Mobile routes") [<source!:line> "Process and options"] -> accept "the protocol is not simulated yet"
    passive-interface default "Suppress routing updates on all interfaces"
    passive-interface <interface!:interface>
    default-information originate "Distribute a default route" [route-map <map:word>]
    distance <distance:1..255> "Administrative distance"
    maximum-paths <paths:1..32> "Number of paths"
    distribute-list <list:acl> "IP access list" in "Filter incoming routing updates"
    distribute-list prefix "Filter prefixes in routing updates" <list:word> "Name of an IP prefix-list" in
    distribute-list route-map "Filter prefixes based on the route-map" <map:word> in
    distribute-list <list!:acl> "IP access list" out "Filter outgoing routing updates" [<source!:line> "Interface or protocol"] -> accept "what is redistributed is filtered by route maps"
    bfd all-interfaces
    mpls ldp sync
    mpls ldp autoconfig [(level-1 | level-2)]
    mpls traffic-eng <options!:line> "Routing protocol commands for MPLS Traffic Engineering" -> accept "there is no traffic engineering"
    address-family (ipv4 "Address family" | ipv6 "Address family") [(unicast | multicast)] @config-router-af -> accept "families are not told apart" {
      multi-topology                                                  -> accept "there is one topology"
      redistribute <source!:line>                                     -> accept "families are not told apart"
      exit-address-family "Exit from Address Family configuration mode"
    }
  }
}

config interface {
  ip router isis [<tag:word> "ISO routing area tag"]
  isis circuit-type (level-1 "Level-1 only adjacencies are formed" | level-1-2 "Level-1-2 adjacencies are formed" | level-2-only "Level-2 only adjacencies are formed")
  isis network point-to-point
  isis metric <metric:1..16777214> "Default metric"
  isis metric <metric:1..16777214> "Default metric" level-1 "Apply metric to level-1 links"
  isis metric <metric:1..16777214> "Default metric" level-2 "Apply metric to level-2 links"
  isis priority <priority:0..127> "Priority value"
  isis priority <priority:0..127> "Priority value" level-1 "Specify priority for level-1 routing"
  isis priority <priority:0..127> "Priority value" level-2 "Specify priority for level-2 routing"
  isis hello-interval <seconds:1..65535> "Hello interval in seconds"
  isis hello-interval <seconds:1..65535> "Hello interval in seconds" level-1 "Specify hello-interval for level-1 IIHs"
  isis hello-interval <seconds:1..65535> "Hello interval in seconds" level-2 "Specify hello-interval for level-2 IIHs"
  isis hello-interval minimal "Holdtime 1 second, interval depends on multiplier"
  isis hello-multiplier <count:3..1000> "Hello multiplier value"
  isis hello-multiplier <count:3..1000> "Hello multiplier value" level-1 "Specify hello multiplier for level-1 IIHs"
  isis hello-multiplier <count:3..1000> "Hello multiplier value" level-2 "Specify hello multiplier for level-2 IIHs"
  isis csnp-interval <seconds:0..65535> "CSNP interval in seconds"
  isis csnp-interval <seconds:0..65535> "CSNP interval in seconds" level-1 "Specify interval for level-1 CSNPs"
  isis csnp-interval <seconds:0..65535> "CSNP interval in seconds" level-2 "Specify interval for level-2 CSNPs"
  isis retransmit-interval <seconds:0..65535> "Interval between retransmissions of the same LSP"
  isis lsp-interval <milliseconds:1..4294967295> "LSP transmission interval in milliseconds"
  isis hello padding "Pad hello packets" = on
  isis tag <tag:1..4294967295> "Tag value"
  isis password <password:word> [(level-1 | level-2)]
  isis authentication mode (md5 "Keyed hashing" | text "Clear text password") [(level-1 | level-2)]
  isis authentication key-chain <chain:word> [(level-1 | level-2)]
  isis authentication send-only [(level-1 | level-2)]
  isis advertise prefix = on
  isis bfd [disable "Disable BFD"]
  isis mesh-group blocked "Block LSPs on this interface" @hidden      -> accept "there are no mesh groups"
  isis metric maximum "Maximum metric: links are not used" @hidden    -> accept "metrics are numbers"
  isis retransmit-throttle-interval <milliseconds:0..65535> "Interval between retransmissions of any LSPs" -> accept "LSPs are retransmitted as they are due"
  isis lsp-mtu <bytes:128..4352> "LSP size" @hidden                   -> accept "LSPs have one size"
  isis fast-reroute <what!:line> "Fast reroute"                       -> accept "IS-IS does without"
  isis mpls <what!:line> "MPLS"                                       -> accept "each interface is told for itself"
  isis (delay-metric "Delay metric" | expense-metric "Expense metric" | error-metric "Error metric") <metric:0..63> "Metric" [(level-1 | level-2)] @apart -> accept "there is one metric"
  isis adjacency-filter <filter:word> "Filter" [match-all "Match all"] -> accept "neighbors are not filtered"
  isis protocol shutdown "Shut down IS-IS on this interface"          -> accept "an interface takes part, or is not configured"
  isis mesh-group <group:1..4294967295> "Mesh group number"           -> accept "there are no mesh groups"
  isis three-way-handshake (cisco "Use the old handshake" | ietf "Use the handshake of RFC 5303") -> accept "the handshake is that of RFC 5303"
  isis ipv6 <what!:line> "ISIS IPv6 interface commands"               -> accept "IPv6 is not simulated"
}

words {
  router           "Enable a routing process"
  isis             "ISO IS-IS"
  <tag>            "ISO routing area tag"
  net              "A Network Entity Title for this process (OSI only)"
  <net>            "XX.XXXX. ... .XXX.XX  Network entity title (NET)"
  is-type          "IS Level for this routing process (OSI only)"
  vrf              "Specify parameters for a VPN Routing/Forwarding instance"
  metric-style     "Use old-style (ISO 10589) or new-style packet formats"
  metric           "Set default metric"
  <metric>         "ISIS default metric"
  level-1          "Level-1 only"
  level-2          "Level-2 only"
  level-1-2        "Level-1-2"
  advertise        "Control advertisement of prefixes"
  passive-only     "Advertise only prefixes of passive interfaces"
  prefix           "Advertise the prefix of this interface"
  authentication   "Set authentication for LSPs"
  mode             "Set authentication mode"
  key-chain        "Set key-chain"
  <chain>          "Name of key-chain"
  send-only        "Set send-only authentication"
  area-password    "Set the authentication password for an area"
  domain-password  "Set the authentication password for a routing domain"
  <password>       "Routing password"
  password         "Configure the authentication password for an interface"
  set-overload-bit "Signal other routers not to use us in SPF"
  set-attached-bit "Set the attached bit"
  ignore-attached-bit "Ignore the attached bit"
  route-map        "Route map reference"
  <map>            "Route map name"
  max-lsp-lifetime "Set maximum LSP lifetime"
  lsp-refresh-interval "Set LSP refresh interval"
  lsp-mtu          "Set maximum LSP size"
  spf-interval     "Minimum interval between SPF calculations"
  prc-interval     "Minimum interval between partial route calculations"
  lsp-gen-interval "Minimum interval between regenerating same LSP"
  hello            "Add padding to hello packets"
  hostname         "Dynamic hostname for IS-IS"
  dynamic          "Update hostname cache dynamically"
  log-adjacency-changes "Log changes in adjacency state"
  fast-flood       "Flood LSPs before SPF"
  summary-address  "Configure IP address summaries"
  <mask>           "IP network mask"
  redistribute     "Redistribute information from another routing protocol"
  static           "Static routes"
  bgp              "Border Gateway Protocol (BGP)"
  <asn>            "Autonomous system number"
  metric-type      "OSPF/IS-IS exterior metric type for redistributed routes"
  into             "Specify level for redistribution"
  ip               "IP information"
  passive-interface "Suppress routing updates on an interface"
  <interface>      "Interface type and number"
  default-information "Control distribution of default information"
  distance         "Define an administrative distance"
  maximum-paths    "Forward packets over multiple paths"
  bfd              "BFD configuration commands"
  all-interfaces   "Enable BFD on all interfaces"
  mpls             "Configure MPLS routing protocol parameters"
  ldp              "Routing protocol commands for MPLS LDP"
  sync             "LDP-IGP Synchronization"
  autoconfig       "Configure LDP automatic configuration"
  address-family   "Enter Address Family command mode"
  unicast          "Address Family modifier"
  multicast        "Address Family modifier"
  multi-topology   "Enable multi-topology mode"
  circuit-type     "Configure circuit type for interface"
  network          "Set network type for ISIS"
  point-to-point   "Specify ISIS point-to-point network"
  priority         "Set priority for Designated Router election"
  hello-interval   "Set Hello interval"
  hello-multiplier "Set multiplier for Hello holding time"
  csnp-interval    "Set CSNP interval in seconds"
  retransmit-interval "Set per-LSP retransmission interval"
  lsp-interval     "Set LSP transmission interval"
  padding          "Pad hello packets"
  tag              "Set tag for prefix"
  mesh-group       "Set mesh group"
  three-way-handshake "Set the kind of handshake"
  ipv6             "ISIS IPv6 interface commands"
  <process>        "ISO routing area tag"
}
