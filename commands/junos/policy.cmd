# commands/junos/policy.cmd: policies and the lists they name.    Source: CLI reference of Junos 21.4; order: captures of
# Junos 17.4 and 25.4 (prefix lists as typed; policies, communities by name; `from`: lists before route filters).

config policy-options {
  prefix-list <list-name!:prefix-list> {
    <list-item!:any-prefix>
    apply-path <path:text>
  }
  route-filter-list <list-name!:name> { <address!:any-prefix> (exact | longer | orlonger | upto <length:prefix-length> | prefix-length-range <range:length-range>) }
  policy-statement <policy-name!:policy> @sorted {
    defaults { route-filter (no-walkup | walkup) }
    term <term-name!:name> { use policy-term }
    use policy-term
  }
  tunnel-attribute <attribute-name!:name> @sorted {
    tunnel-type (ipip | udp | vxlan)
    remote-end-point <address:ip>
  }
  community <community-name!:community> @sorted @oneline {
    invert-match
    members <member!:community-member>...
  }
  as-path <as-path-name!:as-path> <path:text>
  as-path-group <group-name!:name> { as-path <as-path-name!:name> <path:text> }
  condition <condition-name!:condition> @sorted {
    if-route-exists {
      <address!:any-prefix>
      table <table:rib>
      peer <address!:ip>...
    }
  }
  damping <damping-name!:name> {
    half-life <minutes:1..45>
    reuse <reuse:1..20000>
    suppress <suppress:1..20000>
    max-suppress <minutes:1..720>
    disable
  }
}
define policy-term {
  from @oneline { use policy-match }
  to @oneline { use policy-match }
  then @oneline { use policy-action }
}
define policy-match {
  instance <instance!:instance>...
  family <family:address-family>
  protocol <protocol!:protocol>...
  rib <rib:rib>
  neighbor <neighbor!:ip>...
  next-hop <next-hop!:ip>...
  interface <interface!:ifl>...
  area <area:area>
  as-path <as-path!:as-path>...
  as-path-group <as-path-group!:name>...
  as-path-neighbors <asn!:asn>...
  as-path-origins <asn!:asn>...
  as-path-calc-length <count:0..1024> (equal | orhigher | orlower)
  origin <origin:origin>
  community <community!:community>...
  community-count <count!:0..1024> (equal | orhigher | orlower)
  prefix-list <prefix-list!:prefix-list>
  prefix-list-filter <prefix-list!:prefix-list> (exact | longer | orlonger) [(accept | reject)]
  local-preference <local-preference:0..4294967295>
  metric <metric:0..4294967295>
  metric2 <metric2:0..4294967295>
  preference <preference:0..4294967295>
  color <color:0..4294967295>
  tag <tag!:0..4294967295>...
  tag2 <tag2:0..4294967295>
  level <level:1..2>
  external @presence { type <type:1..2> }
  state (active | inactive)
  route-type (internal | external)
  route-filter <address!:any-prefix> (exact | longer | orlonger | upto <length:prefix-length> | prefix-length-range <range:length-range> | through <through:any-prefix> | address-mask <mask:ip>) [(accept | reject | next (policy | term))]
  route-filter-list <list-name!:name>
  condition <condition!:condition>...
  policy <policy!:policy>...
  validation-database (invalid | unknown | valid)
}
define policy-action {
  metric (<metric:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295> | igp [<offset:-2147483648..2147483647>] | minimum-igp | effective | aigp)
  metric expression metric (multiplier <multiplier:name>)
  metric expression metric (offset <offset:name>)
  metric2 (<metric:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  tag (<tag:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  tag2 (<tag:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  preference (<preference:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  local-preference (<local-preference:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  priority (high | medium | low)
  color (<color:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  color2 (<color:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295>)
  origin <origin:origin>
  community (add | delete | set) <community!:community>
  damping <damping:name>
  aigp-originate [distance <distance:0..4294967295>]
  aigp-adjust (<adjust:0..4294967295> | add <add:0..4294967295> | subtract <subtract:0..4294967295> | distance-to-protocol-nexthop)
  as-path-prepend <as-path:text>
  as-path-expand (last-as [count <count:1..32>] | <as-path:text> [count <count:1..32>])
  next-hop (self | peer-address | discard | reject | <next-hop:ip> | next-table <table:rib>)
  install-nexthop lsp <lsp!:name>
  forwarding-class <forwarding-class:name>
  source-class <class:name>
  destination-class <class:name>
  cos-next-hop-map <map:name>
  tunnel-attribute (add | delete | set) <attribute!:name>
  external type <type:1..2>
  load-balance (per-packet | per-prefix | consistent-hash | random | source-ip-only | destination-ip-only)
  validation-state (invalid | unknown | valid)
  default-action (accept | reject)
  next (policy | term)
  (accept | reject)
  multipath-resolve
  trace
}
