# commands/junos/policy-options.cmd: policies and the lists they name.    Source: CLI reference of Junos 21.4; schema of Junos
# 21.4R1.12; order: captures of Junos 17.4 and 25.4 (prefix lists as typed; policies, communities by name; `from`: lists
# before route filters).

config policy-options { use policy-options }
define policy-options {
  prefix-list <list-name!:prefix-list> {
    <list-item!:any-prefix>
    apply-path <path:text>
  }
  mac-list <list-name!:name> { <mac!:mac> }
  route-filter-list <list-name!:name> { <address!:any-prefix> (exact | longer | orlonger | upto <length!:prefix-length> | prefix-length-range <range!:length-range> | through <through!:any-prefix> | address-mask <mask!:ip>) @apart }
  source-address-filter-list <list-name!:name> { <address!:any-prefix> (exact | longer | orlonger | upto <length!:prefix-length> | prefix-length-range <range!:length-range>) @apart }
  policy-statement <policy-name!:policy> @sorted {
    defaults { route-filter (no-walkup | walkup) }
    dynamic-db -> accept "there is no dynamic database"
    term <term-name!:name> { use policy-term }
    use policy-term
  }
  tunnel-attribute <attribute-name!:name> @sorted {
    tunnel-type (ipip | udp | vxlan)
    remote-end-point <address:ip>
    tunnel-color <color:0..4294967295>
  }
  community <community-name!:community> @sorted @oneline {
    invert-match
    members <member!:community-member>...
  }
  as-path <as-path-name!:as-path> <path:text>
  as-path-group <group-name!:name> { as-path <as-path-name!:name> <path:text> }
  as-list <list-name!:name> members <as-range!:name>...
  condition <condition-name!:condition> @sorted {
    if-route-exists {
      <address!:any-prefix>
      table <table:rib>
      peer <address!:ip>...
    }
    route-active-on (node0 | node1)
  }
  damping <damping-name!:name> {
    disable
    half-life <minutes:1..45>
    reuse <reuse:1..20000>
    suppress <suppress:1..20000>
    max-suppress <minutes:1..720>
  }
  application-maps <map-name!:name> { application <application!:name> }
  resolution-map <map-name!:name> { mode { (ip-color | color) } }
  rtf-prefix-list <list-name!:name> { <list-item!:name> }
  skip-then-actions
}
define policy-term {
  from @oneline { use policy-match }
  to @oneline { use policy-match }
  then @oneline { use policy-action }
}
define policy-match {
  instance <instance!:instance>...
  instance-any
  instance-list <instance!:instance>...
  igp-instance <instance!:name>...
  family <family:address-family>
  protocol <protocol!:protocol>...
  rib <rib:rib>
  neighbor <neighbor!:ip>...
  next-hop <next-hop!:ip>...
  interface <interface!:ifl-or-ip>...
  area <area:area>
  as-path <as-path!:as-path>...
  as-path-group <as-path-group!:name>...
  as-path-neighbors <asn!:name>...
  as-path-origins <asn!:name>...
  as-path-transits <asn!:name>...
  as-path-calc-length <count!:0..1024> (equal | orhigher | orlower)
  as-path-unique-count <count!:0..1024> (equal | orhigher | orlower)
  origin <origin:origin>
  community <community!:community>...
  community-count <count!:0..1024> (equal | orhigher | orlower)
  prefix-list <prefix-list!:prefix-list>
  prefix-list-filter <prefix-list!:prefix-list> (exact | longer | orlonger) [(accept | reject | next (policy | term))] @apart
  rtf-prefix-list <prefix-list!:name>
  local-preference <local-preference:0..4294967295>
  metric <metric:0..4294967295>
  metric2 <metric2:0..4294967295>
  metric3 <metric:0..4294967295>
  metric4 <metric:0..4294967295>
  preference <preference:0..4294967295>
  preference2 <preference2:0..4294967295>
  color <color:0..4294967295>
  color2 <color:0..4294967295>
  tag <tag!:0..4294967295>...
  tag2 <tag2:0..4294967295>
  level <level:1..2>
  external @presence { type <type:1..2> }
  aggregate-contributor
  state (active | inactive)
  route-type (internal | external)
  tunnel-type (gre | ipip | udp)
  multicast-scope (<scope:0..15> | global | link-local | node-local | organization-local | site-local) [(orhigher | orlower)]
  nexthop-weight (equal | greater-than | greater-than-equal | less-than | less-than-equal) <weight:1..65535>
  route-filter <address!:any-prefix> (exact | longer | orlonger | upto <length!:prefix-length> | prefix-length-range <range!:length-range> | through <through!:any-prefix> | address-mask <mask!:ip>) [(accept | reject | next (policy | term))] @apart
  source-address-filter <address!:any-prefix> (exact | longer | orlonger | upto <length!:prefix-length> | prefix-length-range <range!:length-range> | through <through!:any-prefix>) [(accept | reject | next (policy | term))] @apart
  route-filter-list <list-name!:name>
  source-address-filter-list <list-name!:name>
  condition <condition!:condition>...
  policy <policy!:policy>...
  lsp <lsp:name>
  lsp-regex <lsp:text>
  validation-database (invalid | unknown | valid)
  nlri-route-type <type!:1..10>...
  evpn-tag <tag!:0..4294967295>...
  evpn-esi <esi!:name>...
  evpn-mac-route (mac-ipv4 | mac-ipv6 | mac-only)
  mac-filter-list <list-name!:name>
  next-hop-type merged
  programmed
  bgp-srte-discriminator <discriminator:0..4294967295>
  srte-color <color:0..4294967295>
  traffic-engineering @presence { protocol <protocol!:name>... }
  route-distinguisher <route-distinguisher!:name>...
  prefix-segment
}
define policy-action {
  metric (<metric:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295> | igp [<offset:-2147483648..2147483647>] | minimum-igp [<offset:-2147483648..2147483647>] | effective | aigp) @case-1
  metric @case-2 {
    expression {
      metric @flat { use metric-expression }
      metric2 @flat { use metric-expression }
    }
  }
  metric2 (<metric:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  metric3 (<metric:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  metric4 (<metric:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  tag (<tag:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  tag2 (<tag:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  preference (<preference:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  preference2 (<preference:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  local-preference (<local-preference:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  priority (high | medium | low)
  color (<color:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  color2 (<color:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  prefix-segment {
    index <index:0..199999>
    node-segment
    redistribute
  }
  label-allocation (per-nexthop | per-table | per-table-localize)
  add-path send-count <count:2..64>
  validation-state (invalid | unknown | valid)
  origin <origin:origin>
  aigp-originate [distance <distance:0..4294967295>]
  aigp-adjust (<adjust:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295> | multiply <multiply:0..4294967295> | divide <divide:0..4294967295> | distance-to-protocol-nexthop)
  community (add | delete | set) <community!:community>
  community <operation!:community-operation> <community!:community>
  tunnel-attribute (add | delete | set | remove) <attribute!:name>
  damping <damping:name>
  aggregate-bandwidth
  limit-bandwidth <bandwidth:0..4294967295>
  no-entropy-label-capability
  as-path-prepend <as-path:text>
  as-path-expand (last-as [count <count:1..32>] | <as-path:text> [count <count:1..32>])
  next-hop (self | peer-address | discard | reject | <next-hop:ip> | next-table <table:rib>)
  install-nexthop {
    (strict | strict-named-lsp)
    lsp <lsp!:name>...
    lsp-regex <lsp!:text>...
    static-lsp <lsp!:name>...
    (non-lsp-nexthop | non-labelled-nexthop)
    except {
      lsp <lsp!:name>...
      lsp-regex <lsp!:text>...
    }
  }
  trace
  external type <type:1..2>
  load-balance (per-packet | per-flow | per-prefix | consistent-hash | random | source-ip-only | destination-ip-only)
  no-route-localize
  (install-to-fib | no-install-to-fib)
  analyze
  class <class:name>
  destination-class <class:name>
  source-class <class:name>
  forwarding-class <forwarding-class:name>
  map-to-interface (self | <interface:ifl>)
  ssm-source <address!:ip>...
  p2mp-lsp-root address <address:ipv4>
  cos-next-hop-map <map:name>
  dynamic-tunnel-attributes <attribute:name>
  tunnel-end-point-address <address:ip>
  mhop-bfd-port
  no-backup
  default-action (accept | reject)
  next (policy | term)
  (accept | reject)
  bgp-output-queue-priority (expedited | priority <priority:1..16>)
  multipath-resolve
  source-routing-path-template <template:name>
  label-allocation-fallback-reject
  resolution-map <map:name>
  ignore-service-label
}
define metric-expression {
  multiplier <multiplier:name>
  offset <offset:name>
}

words {
  <operation>                    "What is done with the communities"
  <application>                  "Application name"
  <as-range>                     "AS number or range"
  <divide>                       "Divisor"
  <esi>                          "Ethernet segment identifier"
  <index>                        "Prefix segment index"
  <multiply>                     "Factor"
  <scope>                        "Scope value"
  <weight>                       "Weight of the gateway"
  add-path                       "Set BGP add-path attributes"
  aggregate-bandwidth            "Advertise aggregate outbound link bandwidth"
  aggregate-contributor          "Match more specifics of an aggregate"
  analyze                        "Send to registered controllers for analysis"
  application                    "Application name"
  application-maps               "Application maps"
  as-list                        "BGP as range information"
  as-path-calc-length            "Number of BGP ASes excluding confederations"
  as-path-expand                 "Prepend AS numbers prior to adding local-as (BGP only)"
  as-path-neighbors              "List of peer AS to match"
  as-path-origins                "List of originating AS to match"
  as-path-prepend                "Prepend AS numbers to an AS path (BGP only)"
  as-path-transits               "List of transit AS to match"
  as-path-unique-count           "Number of unique BGP ASes excluding confederations"
  bgp-output-queue-priority      "Set the BGP Update output queue priority."
  bgp-srte-discriminator         "Srte discriminator"
  class                          "Set class-of-service parameters"
  community                      "BGP community properties associated with a route"
  default-action                 "Set default policy action"
  destination-class              "Set destination class in forwarding table"
  divide                         "Divide attribute by a value"
  dynamic-tunnel-attributes      "Choose the dynamic tunnel attributes used for forwarding"
  evpn-esi                       "ESI in EVPN Route"
  evpn-mac-route                 "EVPN Mac Route type"
  evpn-tag                       "Tag in EVPN Route"
  except                         "Do not choose to install matching next hops"
  external                       "External route"
  forwarding-class               "Set source or destination class in forwarding table"
  from                           "Conditions to match the source of a route"
  global                         "Global scope"
  greater-than                   "Match greater weights"
  greater-than-equal             "Match equal or greater weights"
  ignore-service-label           "Ignore service labels"
  igp-instance                   "IGP instance"
  index                          "Set prefix segment index id"
  install-nexthop                "Choose the next hop to be used for forwarding"
  install-to-fib                 "Install route to fib"
  instance-any                   "Any routing protocol instance"
  instance-list                  "A list of routing protocol instances"
  ip-color                       "Resolve by address and color"
  label-allocation               "Set label allocation mode"
  label-allocation-fallback-reject "Suppress prefix export when label allocation fails"
  last-as                        "Prepend last AS"
  less-than                      "Match smaller weights"
  less-than-equal                "Match equal or smaller weights"
  limit-bandwidth                "Limit advertised aggregate outbound link bandwidth"
  link-local                     "Link-local scope"
  load-balance                   "Type of load balancing in forwarding table"
  local-preference               "Local preference associated with a route"
  lsp                            "Label switched path name"
  lsp-regex                      "Label switched path name regular expression"
  mac-filter-list                "List of mac-filter-list macs to match"
  mac-ipv4                       "MAC IPV4 route"
  mac-ipv6                       "MAC IPV6 route"
  mac-list                       "Define a named set of mac addresses"
  mac-only                       "MAC route"
  map-to-interface               "Set output logical interface"
  merged                         "Merged next hop"
  metric3                        "Metric value 3"
  metric4                        "Metric value 4"
  mhop-bfd-port                  "Use port number 4784 for MPLS-BFD as per RFC5884"
  mode                           "Mode"
  multicast-scope                "Multicast scope to match"
  multiply                       "Multiply attribute by a value"
  next                           "Skip to next policy or term"
  next-hop                       "Set the address of the next-hop router"
  next-hop-type                  "Next-hop type"
  nexthop-weight                 "Weight of the gateway"
  nlri-route-type                "Route type from NLRI"
  no-backup                      "This prefix should not have backup"
  no-entropy-label-capability    "Don't advertise entropy label capability"
  no-install-to-fib              "Don't install route to fib"
  no-route-localize              "Force route install on all fib-remote PFEs"
  node-local                     "Node-local scope"
  node-segment                   "Set node segment flag for default prefix segment"
  node0                          "Active on node0"
  node1                          "Active on node1"
  non-labelled-nexthop           "Next-hop without tag"
  non-lsp-nexthop                "Next-hop with non-lsp"
  organization-local             "Organization-local scope"
  origin                         "BGP origin attribute"
  p2mp-lsp-root                  "P2mp lsp root address"
  peer-address                   "Use the remote peer address as the next-hop address"
  per-flow                       "Load balance on a per-flow basis"
  per-nexthop                    "Set per-nexthop label allocation mode"
  per-packet                     "Load balance on a per-packet basis"
  per-table                      "Set per-table label allocation mode"
  per-table-localize             "Set per-table-localize label allocation mode"
  prefix-segment                 "Set prefix segment attributes"
  programmed                     "API-programmed route"
  redistribute                   "Redistribute prefix-segment from route entry"
  remove                         "Remove a tunnel attribute"
  resolution-map                 "Resolution map"
  route-active-on                "Node on which the route has to be active"
  route-filter-list              "Define a named set of route-filter address prefixes"
  rtf-prefix-list                "List of rtf-prefix-lists of routes to match"
  self                           "Use a local address as the next-hop address"
  send-count                     "Number of add-paths sent"
  site-local                     "Site-local scope"
  skip-then-actions              "Skip 'then' actions and allow route actions in 'from'"
  source-address-filter-list     "Define a named set of source address filter address prefixes"
  source-class                   "Set source class in forwarding table"
  source-routing-path-template   "Spring-te template to apply"
  srte-color                     "Srte color"
  ssm-source                     "List of Sources for SSM mapping"
  static-lsp                     "Next-hop static LSP name"
  strict                         "Do not use any other available next hops"
  strict-named-lsp               "Do not use any other non-lsp next hops"
  then                           "Actions to take if 'from' and 'to' conditions match"
  to                             "Conditions to match the destination of a route"
  trace                          "Log matches to a trace file"
  tunnel-color                   "Tunnel color"
  tunnel-end-point-address       "Set tunnel end-point address of tunnel"
  validation-state               "Set validation-state of a route"
  dynamic-db                     "Object may exist in dynamic database"
}
