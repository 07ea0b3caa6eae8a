# commands/junos/routes.cmd: routing-options.    Source: CLI reference of Junos 21.4; order: captures of Junos 25.4
# (static: metric, tag, preference; rib before router-id before autonomous-system before static).

config routing-options { use routing-options }
define routing-options {
  interface-routes -> accept "routes are not copied between tables" {
    rib-group {
      inet <rib-group:name>
      inet6 <rib-group:name>
    }
  }
  rib <rib-name!:rib> @sorted {
    static { use static-routes }
    aggregate -> accept "aggregates are not built" { use aggregate-routes }
    generate -> accept "generated routes are not built" { use aggregate-routes }
  }
  nonstop-routing                                                -> accept "there is one routing engine"
  router-id <router-id:ipv4>
  route-distinguisher-id <address:ipv4>                          -> accept "instances name their distinguishers"
  autonomous-system <autonomous-system:asn> [loops <loops:1..10>] [asdot-notation] [independent-domain [no-attrset]]
  confederation <autonomous-system:asn> [members <members:asn>...] -> accept "BGP has no neighbours yet"
  resolution -> accept "next hops are resolved in the usual tables" {
    rib <rib-name!:rib> {
      resolution-ribs <rib!:rib>...
      import <policy!:policy>...
    }
  }
  auto-export @presence -> accept "instances do not leak yet" {
    disable
    family { inet { (unicast | multicast) } }
  }
  multipath @presence -> accept "BGP has no neighbours yet" { vpn-unequal-cost }
  static { use static-routes }
  aggregate -> accept "aggregates are not built" { use aggregate-routes }
  generate -> accept "generated routes are not built" { use aggregate-routes }
  rib-groups -> accept "routes are not copied between tables" {
    <rib-group-name!:name> {
      export-rib <rib:rib>
      import-rib <rib!:rib>...
      import-policy <policy!:policy>...
    }
  }
  instance-import <policy!:policy>...                            -> accept "routes are not copied between tables"
  instance-export <policy!:policy>...                            -> accept "routes are not copied between tables"
  martians -> accept "no address is refused" {
    <destination!:any-prefix> (exact | longer | orlonger) [allow]
  }
  maximum-prefixes <limit:1..4294967295>                         -> accept "tables have no limit"
  graceful-restart @presence -> accept "restarts are not graceful" {
    restart-duration <seconds:120..10000>
    disable
  }
  forwarding-table -> accept "equal paths share the load" {
    export <policy!:policy>...
    ecmp-fast-reroute
    chained-composite-next-hop { ingress { l3vpn } }
    no-ecmp-fast-reroute
  }
  source-routing @presence                                       -> accept "source routes are not followed" { ip }
}
define static-routes {
  rib-group <rib-group:name>                                     -> accept "routes are not copied between tables"
  defaults { use static-options }
  route <destination!:route-destination> @oneline {
    next-hop <next-hop!:next-hop>...
    qualified-next-hop <qualified-next-hop!:next-hop> @presence {
      metric <metric:0..4294967295>
      tag <tag:0..4294967295>
      preference <preference:0..4294967295>
      interface <interface:ifl>
    }
    (discard | reject | receive)
    next-table <table:rib>
    (retain | no-retain)                                         -> accept "the routing process never goes away"
    bfd-liveness-detection -> accept "BFD is not built" { use bfd }
    use static-options
  }
}
define static-options {
  (resolve | no-resolve)
  (install | no-install)
  (readvertise | no-readvertise)
  (active | passive)                                             -> accept "a route without next hop goes away"
  community <community!:community-member>...                     -> accept "BGP has no neighbours yet"
  as-path -> accept "BGP has no neighbours yet" {
    path <path:text>
    origin (igp | egp | incomplete)
  }
  metric <metric:0..4294967295>
  metric2 <metric2:0..4294967295>                                -> accept "only the first metric is compared"
  tag <tag:0..4294967295>
  tag2 <tag2:0..4294967295>                                      -> accept "only the first tag is kept"
  preference <preference:0..4294967295>
  preference2 <preference2:0..4294967295>                        -> accept "only the first preference is compared"
  color <color:0..4294967295>                                    -> accept "colours are not compared"
}
define aggregate-routes {
  defaults { use aggregate-options }
  route <destination!:route-destination> @oneline {
    policy <policy!:policy>...
    next-hop <next-hop:next-hop>
    use aggregate-options
  }
}
define aggregate-options {
  (brief | full)
  (discard | reject)
  (active | passive)
  community <community!:community-member>...
  metric <metric:0..4294967295>
  tag <tag:0..4294967295>
  preference <preference:0..4294967295>
}
define bfd {
  version <version:name>
  minimum-interval <milliseconds:1..255000>
  minimum-receive-interval <milliseconds:1..255000>
  multiplier <multiplier:1..255>
  no-adaptation
  session-mode (automatic | multihop | single-hop)
  local-address <address:ip>
  neighbor <address:ip>
  transmit-interval {
    minimum-interval <milliseconds:1..255000>
    threshold <milliseconds:1..4294967295>
  }
  detection-time { threshold <milliseconds:0..4294967295> }
  authentication {
    key-chain <key-chain:name>
    algorithm <algorithm:name>
    loose-check
  }
  holddown-interval <milliseconds:0..255000>
}
