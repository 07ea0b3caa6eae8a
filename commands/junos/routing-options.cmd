# commands/junos/routes.cmd: routing-options.    Source: CLI reference of Junos 21.4; order: captures of Junos 25.4
# (static: metric, tag, preference; rib before router-id before autonomous-system before static).

config routing-options { use routing-options }
define routing-options {
  traceoptions -> accept "nothing is traced" { use traceoptions }
  interface-routes {
    rib-group @oneline {
      inet <rib-group:name>
      inet6 <rib-group:name>                                     -> accept "there is no IPv6 yet"
    }
    family inet -> accept "interface routes are told by policies" { use interface-routes }
    family inet6 -> accept "interface routes are told by policies" { use interface-routes }
  }
  rib <rib-name!:rib> @sorted {
    static { use static-routes }
    martians -> accept "no address is refused" { use martians }
    aggregate { use aggregate-routes }
    generate { use aggregate-routes }
    maximum-prefixes @flat -> accept "tables have no limit" { use route-limit }
    maximum-paths @flat -> accept "tables have no limit" { use route-limit }
    multipath @presence -> accept "paths of VPNs are not shared" { use routing-multipath }
    protect core @presence                                       -> accept "no path has a backup" { }
  }
  nonstop-routing                                                -> accept "there is one routing engine"
  nsr-phantom-holdtime <seconds:0..10000>                        -> accept "there is one routing engine"
  warm-standby                                                   -> accept "there is one routing engine"
  ppm -> accept "nothing is distributed" {
    no-delegate-processing
    redistribution-timer <seconds:0..1000>
  }
  lsp-telemetry                                                  -> accept "labels are not switched yet"
  fate-sharing -> accept "no path is computed for others" {
    group <group!:name> {
      cost <cost:1..65535>
      from <address!:ipv4> [to <to!:ipv4>]
    }
  }
  srlg -> accept "no path is computed for others" {
    <srlg!:name> @flat {
      srlg-value <value:1..4294967295>
      srlg-cost <cost:1..65535>
    }
  }
  host-fast-reroute -> accept "no path has a backup" {
    global-arp-prefix-limit <limit:0..10000>
    global-supplementary-blackout-timer <seconds:0..15>
  }
  router-id <router-id:ipv4>
  route-distinguisher-id <address:ipv4>
  autonomous-system @flat {
    <as-number:asn>
    loops <loops:1..10>
    asdot-notation
    independent-domain @flat @presence { no-attrset }
  }
  confederation @flat {
    <confederation-as:asn>
    members <members!:asn>...
  }
  validation -> accept "no origin is validated" { use validation }
  resolution {
    rib <rib-name!:rib> {
      resolution-ribs <rib!:rib>...
      inet-resolution-ribs <rib!:rib>...           -> accept "next hops are resolved in the usual tables"
      inet6-resolution-ribs <rib!:rib>...          -> accept "next hops are resolved in the usual tables"
      import <policy!:policy>...
      inet-import <policy!:policy>...              -> accept "one policy restricts a table"
      inet6-import <policy!:policy>...             -> accept "there is no IPv6 yet"
    }
    preserve-nexthop-hierarchy                     -> accept "next hops are resolved to their ends"
    traceoptions -> accept "nothing is traced" { use traceoptions }
  }
  auto-export @presence {
    disable
    traceoptions -> accept "nothing is traced" { use traceoptions }
    family inet { use auto-export-family }
    family inet6 { use auto-export-family }
    family iso { use auto-export-family }
  }
  multipath @presence -> accept "paths of VPNs are not shared" { use routing-multipath }
  protect core @presence                                         -> accept "no path has a backup" { }
  static { use static-routes }
  martians -> accept "no address is refused" { use martians }
  aggregate { use aggregate-routes }
  generate { use aggregate-routes }
  bgp-static -> accept "no route is told without a route" {
    route <destination!:route-destination> @presence { use aggregate-options }
  }
  flow @presence -> accept "no flow is filtered" {
    route <flow!:name> {
      no-install
      match {
        destination <prefix:any-prefix>
        source <prefix:any-prefix>
        protocol <protocol!:name>...
        port <port!:name>...
        destination-port <port!:name>...
        source-port <port!:name>...
        icmp-code <icmp-code!:name>...
        icmp-type <icmp-type!:name>...
        tcp-flags <flags:text>
        packet-length <length!:name>...
        dscp <dscp!:name>...
        fragment <flags!:name>...
      }
      then {
        community <community:community>
        routing-instance <instance:name>
        rate-limit <bandwidth:bandwidth>
        sample
        next-term
        (accept | discard)
      }
    }
    validation { use traceoptions }
    term-order (legacy | standard)
  }
  rib-groups {
    <rib-group-name!:name> {
      export-rib <rib:rib>                                       -> accept "protocols tell routes of their own table"
      import-rib <rib!:rib>...
      import-policy <policy!:policy>...
    }
  }
  dynamic-tunnels -> accept "tunnels are not built" {
    <tunnel!:name> {
      source-address <address:ip>
      (gre | rsvp-te <template:name> | udp)
      destination-networks <prefix!:any-prefix> @presence { preference <preference:0..4294967295> }
    }
  }
  instance-import <policy!:policy>...
  instance-export <policy!:policy>...
  maximum-prefixes @flat -> accept "tables have no limit" { use route-limit }
  maximum-paths @flat -> accept "tables have no limit" { use route-limit }
  med-igp-update-interval <minutes:10..600>                      -> accept "the MED follows the metric at once"
  multicast -> accept "multicast is not built" {
    rpf { rpf-check-policy <policy!:policy>... }
    scope <scope!:name> {
      prefix <prefix:any-prefix>
      interface <interface!:ifl>...
    }
    scope-policy <policy!:policy>...
    interface <interface!:ifl> @presence {
      maximum-bandwidth <bandwidth:bandwidth>
      no-qos-adjust
    }
    ssm-groups <prefix!:any-prefix>...
    ssm-map <map!:name> {
      policy <policy!:policy>...
      source <address!:ip>...
    }
    forwarding-cache {
      threshold {
        suppress <value:1..200000>
        reuse <value:1..200000>
      }
      timeout <minutes:1..720>
    }
  }
  graceful-restart @presence {
    disable
    restart-duration <seconds:120..10000>
  }
  options -> accept "logs and marks are as usual" {
    syslog { level <level!:syslog-level>... }
    mark <seconds:0..3600>
  }
  forwarding-table {
    export <policy!:policy>...
    dynamic-list-next-hop -> accept "the kernel does as it is told"
    (ecmp-fast-reroute | no-ecmp-fast-reroute) -> accept "the kernel does as it is told"
    (indirect-next-hop | no-indirect-next-hop) -> accept "the kernel does as it is told"
    (indirect-next-hop-change-acknowledgements | no-indirect-next-hop-change-acknowledgements) -> accept "the kernel does as it is told"
    krt-nexthop-ack-timeout <seconds:1..400> -> accept "the kernel does as it is told"
    unicast-reverse-path (active-paths | feasible-paths) -> accept "senders are not checked"
    rpf-loose-mode-discard -> accept "senders are not checked" { family { (inet | inet6) } }
    chained-composite-next-hop -> accept "next hops are not shared" {
      ingress {
        l2vpn
        l2ckt
        l3vpn @presence { extended-space }
        evpn
        labeled-bgp {
          inet
          inet6
        }
        fec129-vpws
      }
      transit {
        l3vpn
        labeled-bgp
        ldp
        rsvp
      }
    }
    remnant-holdtime <seconds:0..10000> -> accept "the kernel does as it is told"
  }
  source-routing @presence                                       -> accept "source routes are not followed" {
    ip
    ipv6
  }
  backup-selection @presence -> accept "no path has a backup" {
    destination <prefix!:any-prefix> {
      interface <interface!:ifl-or-all> {
        srlg (loose | strict)
        protection-type (link | node | node-link)
        downstream-paths-only
        root-metric (highest | lowest)
        dest-metric (highest | lowest)
        evaluation-order <criterion!:name>...
      }
    }
  }
}
define interface-routes {
  import <policy!:policy>...
  export {
    lan
    point-to-point
  }
}
define martians {
  <destination!:any-prefix> (exact | longer | orlonger | upto <length:prefix-length> | prefix-length-range <range:length-range> | through <through:any-prefix>) [allow]
}
define route-limit {
  <limit:1..4294967295>
  (log-only | threshold <percent:1..100>)
  log-interval <seconds:5..86400>
}
define routing-multipath {
  vpn-unequal-cost @flat @presence { equal-external-internal }
  as-path-compare
  preserve-nexthop-hierarchy
  policy <policy!:policy>...
}
define validation {
  traceoptions { use traceoptions }
  notification-rib <rib!:rib>...
  group <group!:name> {
    max-sessions <number:1..63>
    session <session!:ip> {
      refresh-time <seconds:1..3600>
      hold-time <seconds:10..3600>
      record-lifetime <seconds:60..604800>
      preference <preference:1..255>
      port <port:1..65535>
      local-address <address:ip>
    }
  }
  static {
    record <prefix!:any-prefix> {
      maximum-length <length!:0..128> { origin-autonomous-system <asn!:asn> { validation-state (invalid | valid) } }
    }
  }
}
define auto-export-family {
  disable
  unicast @presence {
    disable
    rib-group <rib-group:name>
  }
  multicast @presence {
    disable
    rib-group <rib-group:name>
  }
  flow @presence {
    disable
    rib-group <rib-group:name>
  }
}
define static-routes {
  rib-group <rib-group:name>
  defaults {
    (retain | no-retain)                                         -> accept "the routing process never goes away"
    use static-options
  }
  route <destination!:route-destination> @oneline {
    next-hop <next-hop!:next-hop>... @case-1
    qualified-next-hop <qualified-next-hop!:next-hop> @presence @case-1 {
      metric <metric:0..4294967295>
      tag <tag:0..4294967295>
      preference <preference:0..4294967295>
      interface <interface:ifl>
      bfd-liveness-detection { use bfd }
    }
    (discard | reject | receive) @case-2
    static-lsp-next-hop <lsp!:name>... @case-1 -> accept "labels are not switched yet"
    lsp-next-hop <lsp!:name> @presence @case-1 -> accept "labels are not switched yet" {
      metric <metric:0..4294967295>
      preference <preference:0..4294967295>
    }
    next-table <table:rib> @case-3
    backup-pe-group <group:name>                                 -> accept "multicast is not built"
    (retain | no-retain)                                         -> accept "the routing process never goes away"
    bfd-liveness-detection { use bfd }
    use static-options
  }
}
define static-options {
  (resolve | no-resolve)
  (install | no-install)
  (readvertise | no-readvertise)
  (active | passive)
  community <community!:community-member>...
  as-path { use route-as-path }
  metric <metric:0..4294967295>
  metric2 <metric2:0..4294967295>                                -> accept "only the first metric is compared"
  tag <tag:0..4294967295>
  tag2 <tag2:0..4294967295>                                      -> accept "only the first tag is kept"
  preference <preference:0..4294967295>
  preference2 <preference2:0..4294967295>                        -> accept "only the first preference is compared"
  color <color:0..4294967295>                                    -> accept "colours are not compared"
  color2 <color:0..4294967295>                                   -> accept "colours are not compared"
}
define aggregate-routes {
  defaults { use aggregate-options }
  route <destination!:route-destination> @oneline {
    policy <policy!:policy>...
    next-hop <next-hop:next-hop>                                 -> accept "a generated route leads where its first contributor does"
    use aggregate-options
  }
}
define aggregate-options {
  (brief | full)
  (discard | reject)
  (active | passive)
  community <community!:community-member>...
  as-path { use route-as-path }
  metric <metric:0..4294967295>
  metric2 <metric2:0..4294967295>                                -> accept "only the first metric is compared"
  tag <tag:0..4294967295>
  tag2 <tag2:0..4294967295>                                      -> accept "only the first tag is kept"
  preference <preference:0..4294967295>
  preference2 <preference2:0..4294967295>                        -> accept "only the first preference is compared"
  color <color:0..4294967295>                                    -> accept "colours are not compared"
  color2 <color:0..4294967295>                                   -> accept "colours are not compared"
}
define route-as-path {
  path <path:text>
  origin (igp | egp | incomplete)
  atomic-aggregate
  aggregator <asn:asn> <address:ipv4>
}

words {
  <as-number>                    "Autonomous system number in plain number or 'higher 16bits'.'Lower 16 bits' (asdot notation) format"
  <confederation-as>             "Autonomous system number in plain number or 'higher 16bits'.'Lower 16 bits' (asdot notation) format"
  <criterion>                    "Criterion"
  <flow>                         "Name of flow route"
  <tunnel>                       "Dynamic tunnel name"
  active                         "Remove inactive route from forwarding table"
  active-paths                   "Consider only active paths during RPF"
  aggregate                      "Coalesced routes"
  aggregator                     "Add AGGREGATOR path attribute to route"
  as-path                        "Autonomous system path"
  as-path-compare                "Compare AS path sequences in addition to AS path length"
  atomic-aggregate               "Add ATOMIC_AGGREGATE path attribute to route"
  auto-export                    "Export routes between routing instances"
  autonomous-system              "Autonomous system number"
  backup-pe-group                "Multicast source redundancy group"
  backup-selection               "Backup selection options"
  bgp-static                     "Routes for BGP static advertisements"
  brief                          "Include longest common sequences from contributing paths"
  color                          "Color (preference) value"
  community                      "BGP community identifier"
  confederation                  "Confederation autonomous system number"
  core                           "Protect against unreachability to service-edge router"
  defaults                       "Global route options"
  dest-metric                    "Destination metric"
  destination-networks           "Networks that tunnels are made to"
  discard                        "Drop packets to destination; send no ICMP unreachables"
  dynamic-list-next-hop          "Dynamic next-hop mode for EVPN"
  dynamic-tunnels                "Dynamic tunnel definitions"
  ecmp-fast-reroute              "Enable fast reroute for ECMP next hops"
  equal-external-internal        "Include all VPN external and internal paths"
  evaluation-order               "Interface policy criteria evaluation order"
  export                         "Export policy"
  extended-space                 "Use extended label space"
  fate-sharing                   "Fate-sharing links or nodes"
  feasible-paths                 "Consider all feasible paths during RPF"
  fec129-vpws                    "FEC 129 VPWS"
  flow                           "Locally defined flow routing information"
  forwarding-cache               "Multicast forwarding cache"
  forwarding-table               "Forwarding-table options"
  fragment                       "Fragment types"
  full                           "Include all AS numbers from all contributing paths"
  generate                       "Route of last resort"
  graceful-restart               "Graceful or hitless routing restart options"
  highest                        "Choose highest metric"
  independent-domain             "Independent autonomous-system domain from master instance"
  indirect-next-hop              "Install indirect next hops in Packet Forwarding Engine"
  indirect-next-hop-change-acknowledgements "Request acknowledgements for indirect next hop changes"
  inet-import                    "Import policy for IPv4 resolution tree"
  inet-resolution-ribs           "Routing tables to use for IPv4 protocol next-hop resolution"
  inet6-import                   "Import policy for IPv6 resolution tree"
  inet6-resolution-ribs          "Routing tables to use for IPv6 protocol next-hop resolution"
  install                        "Install route into forwarding table"
  instance-export                "Export policy for instance RIBs"
  instance-import                "Import policy for instance RIBs"
  interface-routes               "Define routing table groups for interface routes"
  krt-nexthop-ack-timeout        "Kernel nexthop ack timeout interval"
  l2ckt                          "Layer 2 circuits"
  labeled-bgp                    "BGP labeled routes"
  legacy                         "Use legacy (pre-Junos 10.0) term ordering"
  link                           "Protect the primary interface from link faults only"
  log-interval                   "Minimum interval between log messages"
  log-only                       "Generate warning messages only"
  loops                          "Maximum number of times this AS can be in an AS path"
  lowest                         "Choose lowest metric"
  lsp-next-hop                   "LSP next hop"
  lsp-telemetry                  "Telemetry of label-switched paths"
  mark                           "Periodically mark the trace file"
  martians                       "Invalid routes"
  max-sessions                   "Maximum number of sessions in this group"
  maximum-length                 "Prefix length range"
  maximum-paths                  "Maximum number of paths"
  maximum-prefixes               "Maximum number of prefixes"
  med-igp-update-interval        "Delay MED IGP update"
  members                        "Confederation members"
  metric                         "Metric value"
  multicast                      "Multicast options"
  multipath                      "Protocol-independent load balancing"
  next-hop                       "Next hop to destination"
  next-table                     "Next hop to another table"
  next-term                      "Evaluate the next flow route"
  no-attrset                     "Don't use attribute set"
  no-delegate-processing         "Disable distribution of packet processing"
  no-ecmp-fast-reroute           "Disable fast reroute for ECMP next hops"
  no-indirect-next-hop           "Don't install indirect next hops in Packet Forwarding Engine"
  no-indirect-next-hop-change-acknowledgements "Don't request acknowledgements for indirect next hop changes"
  no-install                     "Don't install route into forwarding table"
  no-qos-adjust                  "Disable hierarchical bandwidth adjustment"
  no-readvertise                 "Don't mark route as eligible to be readvertised"
  no-resolve                     "Don't allow resolution of indirectly connected next hops"
  no-retain                      "Don't always keep route in forwarding table"
  node                           "Protect the primary interface from node faults only"
  node-link                      "Protect the primary interface from either link or node faults"
  notification-rib               "Define routing tables to be notified about validation state changes"
  nsr-phantom-holdtime           "Set NSR phantom route hold time"
  origin-autonomous-system       "Origin autonomous system number"
  passive                        "Retain inactive route in forwarding table"
  policy                         "Policy filter"
  ppm                            "Set periodic packet management properties"
  preference                     "Preference value"
  protect                        "Protect routes"
  protection-type                "Type of protection to be considered"
  qualified-next-hop             "Next hop with qualifiers"
  readvertise                    "Mark route as eligible to be readvertised"
  receive                        "Install a receive route for the destination"
  record-lifetime                "Lifetime of route validation records without session"
  redistribution-timer           "Time waited before redistribution"
  reject                         "Drop packets to destination; send ICMP unreachables"
  remnant-holdtime               "Time to hold inherited routes from FIB"
  resolution                     "Route next-hop resolution options"
  resolve                        "Allow resolution of indirectly connected next hops"
  retain                         "Always keep route in forwarding table"
  rib                            "Routing table options"
  rib-groups                     "Group of routing tables"
  root-metric                    "Root metric"
  route                          "Static route"
  router-id                      "Router identifier"
  rpf                            "RPF of multicast"
  rpf-check-policy               "Disable RPF check for a source group pair"
  scope                          "Multicast address scope"
  scope-policy                   "Scoping policy"
  srlg                           "SRLG configuration"
  srlg-cost                      "Cost value"
  srlg-value                     "Group id"
  ssm-groups                     "Source-specific multicast (SSM) group ranges"
  standard                       "Use RFC standard term ordering"
  static                         "Static routes"
  static-lsp-next-hop            "Static LSP next hop to destination"
  tag                            "Tag string"
  term-order                     "Term evaluation order for flow routes"
  threshold                      "Percentage of limit at which to start generating warnings"
  unicast-reverse-path           "Unicast reverse path (RP) verification"
  validation                     "Configure route validation"
  warm-standby                   "Backup RPD will not run, but be ready to start up"
  global-arp-prefix-limit        "Global limit on host routes from ARP"
  global-supplementary-blackout-timer "Global blackout timer"
  host-fast-reroute              "Host fast reroute"
}
