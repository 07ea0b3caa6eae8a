# commands/junos/protocols.cmd: routing protocols: understood and kept until they run.    Source: CLI reference of Junos
# 21.4; order: captures of Junos 17.4 and 25.4.

config {
  protocols -> accept "no protocol runs here yet" { use protocols }
}
define protocols {
  router-advertisement {
    interface <interface!:ifl> @presence {
      max-advertisement-interval <seconds:4..1800>
      min-advertisement-interval <seconds:3..1350>
      prefix <prefix!:prefix6> @presence { (on-link | no-on-link) }
    }
  }
  rsvp {
    disable
    interface <interface!:ifl> @presence {
      disable
      bandwidth <bandwidth:bandwidth>
      link-protection
    }
  }
  mpls {
    disable
    no-propagate-ttl
    icmp-tunneling
    ipv6-tunneling
    explicit-null
    traffic-engineering (bgp | bgp-igp | bgp-igp-both-ribs | mpls-forwarding)
    label-switched-path <path-name!:name> {
      disable
      from <address:ip>
      to <address:ip>
      metric <metric:1..16777215>
      no-cspf
      bandwidth <bandwidth:bandwidth>
      install <address!:any-prefix> [active]
      primary <path!:name> @presence { bandwidth <bandwidth:bandwidth> }
      secondary <path!:name> @presence { standby }
    }
    path <path-name!:name> { <address!:ip> [(strict | loose)] }
    interface <interface!:ifl-or-all> @presence { disable }
  }
  bgp {
    disable
    use bgp-options
    group <group!:bgp-group> {
      type (internal | external)
      use bgp-options
      allow <address!:prefix-or-all>...
      neighbor <neighbor!:ip> { use bgp-options }
    }
  }
  isis {
    disable
    traceoptions { use traceoptions }
    reference-bandwidth <bandwidth:bandwidth>
    lsp-lifetime <seconds:350..65535>
    no-ipv4-routing
    no-ipv6-routing
    ignore-attached-bit
    spf-options @presence {
      delay <milliseconds:50..8000>
      holddown <milliseconds:2000..20000>
      rapid-runs <runs:1..10>
    }
    topologies (ipv4-multicast | ipv6-multicast | ipv6-unicast)
    overload @presence {
      timeout <seconds:60..1800>
      advertise-high-metrics
    }
    export <policy!:policy>...
    backup-spf-options @presence { (remote-backup-calculation | use-source-packet-routing) }
    level <level!:1..2> {
      disable
      authentication-key <key:text> @secret
      authentication-type (md5 | simple)
      no-hello-authentication
      no-csnp-authentication
      no-psnp-authentication
      wide-metrics-only
      preference <preference:0..4294967295>
      external-preference <preference:0..4294967295>
    }
    interface <interface!:ifl-or-all> @presence {
      disable
      hello-authentication-key <key:text> @secret
      hello-authentication-type (md5 | simple)
      hello-padding (adaptive | loose | strict | disable)
      ldp-synchronization @presence {
        disable
        hold-time <seconds:1..65535>
      }
      lsp-interval <milliseconds:0..4294967295>
      csnp-interval <seconds:1..65535>
      mesh-group <group:name>
      point-to-point
      passive
      family inet { bfd-liveness-detection { use bfd } }
      bfd-liveness-detection { use bfd }
      node-link-protection
      link-protection
      level <level!:1..2> {
        disable
        metric <metric:0..16777215>
        priority <priority:0..127>
        hello-interval <seconds:1..20000>
        hold-time <seconds:3..65535>
        hello-authentication-key <key:text> @secret
        hello-authentication-type (md5 | simple)
        passive
      }
    }
  }
  ospf { use ospf }
  ospf3 {
    realm <realm!:name> { use ospf }
    use ospf
  }
  ldp {
    disable
    auto-targeted-session @presence { teardown-delay <seconds:1..300> }
    preference <preference:0..4294967295>
    no-forwarding
    track-igp-metric
    strict-targeted-hellos
    longest-match
    deaggregate
    explicit-null
    export <policy!:policy>...
    import <policy!:policy>...
    egress-policy <policy!:policy>...
    transport-address (router-id | interface | <address:ip>)
    keepalive-interval <seconds:1..65535>
    keepalive-timeout <seconds:1..65535>
    interface <interface!:ifl-or-all> @presence {
      disable
      hello-interval <seconds:1..65535>
      hold-time <seconds:1..65535>
      allow-subnet-mismatch
    }
    neighbor <neighbor!:ip> @presence { }
    session <session!:ip> @presence {
      authentication-key <key:text> @secret
      authentication-algorithm <algorithm:name>
    }
    igp-synchronization @presence { holddown-interval <seconds:10..60> }
  }
  rip { use rip }
  ripng { use rip }
  pim {
    rp {
      local { address <address:ip> }
      static { address <address!:ip> @presence { version <version:1..2> } }
    }
    interface <interface!:ifl-or-all> @presence {
      disable
      mode (dense | sparse | sparse-dense)
      version <version:1..2>
      hello-interval <seconds:0..255>
      priority <priority:0..4294967295>
    }
  }
  igmp {
    interface <interface!:ifl-or-all> @presence {
      disable
      version <version:1..3>
    }
  }
  bfd { no-issu-timer-negotiation }
  lacp { ppm (centralized | distributed) }
  lldp @presence {
    disable
    port-id-subtype (interface-name | locally-assigned)
    interface <interface!:ifl-or-all> @presence { disable }
  }
  igmp-snooping {
    vlan <vlan!:name> @presence { immediate-leave }
  }
  rstp @presence {
    bridge-priority <priority:name>
    interface <interface!:ifl-or-all> @presence {
      edge
      no-root-port
    }
  }
  vrrp { version-3 }
  evpn {
    vni-options { vni <vni!:1..16777214> { vrf-target <community:route-target> } }
    encapsulation (mpls | vxlan)
    multicast-mode (client | ingress-replication)
    default-gateway (advertise | no-gateway-community | do-not-advertise)
    extended-vni-list <vni!:name>...
    irb-symmetric-routing { vni <vni:1..16777214> }
    ip-prefix-routes {
      advertise (direct-nexthop | gateway-address)
      encapsulation (mpls | vxlan)
      vni <vni:1..16777214>
      import <policy!:policy>...
      export <policy!:policy>...
    }
  }
  l2circuit {
    neighbor <neighbor!:ip> {
      interface <interface!:ifl> {
        virtual-circuit-id <id:1..4294967295>
        encapsulation-type <type:name>
        ignore-mtu-mismatch
      }
    }
  }
}
define traceoptions {
  file <filename:name> [size <size:bytes>] [files <number:2..1000>] [(world-readable | no-world-readable)]
  flag <flag!:name> [(detail | disable | receive | send)]
}
define bgp-options {
  traceoptions { use traceoptions }
  description <description:text>
  metric-out (<metric:0..4294967295> | minimum-igp [<offset:name>] | igp [<offset:name>])
  multihop @presence {
    ttl <ttl:1..255>
    no-nexthop-change
  }
  accept-remote-nexthop
  enforce-first-as
  path-selection {
    always-compare-med
    cisco-non-deterministic
    external-router-id
    as-path-ignore
    med-plus-igp @presence { igp-multiplier <multiplier:1..1000> }
  }
  preference <preference:0..4294967295>
  local-preference <local-preference:0..4294967295>
  local-address <address:ip>
  local-interface <interface:ifl>
  hold-time <seconds:0..65535>
  keep (all | none)
  passive
  advertise-inactive
  no-advertise-peer-as
  advertise-peer-as
  advertise-external @presence { conditional }
  import <policy!:policy>...
  family inet { use bgp-families }
  family inet6 { use bgp-families }
  family inet-vpn { use bgp-families }
  family inet6-vpn { use bgp-families }
  family route-target @presence { prefix-limit { use bgp-limit } }
  family evpn { signaling @presence { loops <loops:1..10> } }
  family l2vpn { signaling @presence { loops <loops:1..10> } }
  authentication-key <key:text> @secret
  authentication-algorithm <algorithm:name>
  authentication-key-chain <key-chain:name>
  export <policy!:policy>...
  vpn-apply-export
  remove-private @presence {
    all @presence {
      replace @presence { nearest }
    }
    no-peer-loop-check
  }
  cluster <cluster:ipv4>
  no-client-reflect
  damping
  peer-as <peer-as:asn>
  local-as <local-as:asn> [loops <loops:1..10>] [private] [alias] [no-prepend-global-as]
  ipsec-sa <ipsec-sa:name>
  graceful-restart @presence {
    restart-time <seconds:1..600>
    stale-routes-time <seconds:1..600>
    disable
  }
  multipath @presence @oneline {
    disable
    multiple-as
  }
  as-override
  mtu-discovery
  log-updown
  mvpn-iana-rt-import
  out-delay <seconds:0..65535>
  tcp-mss <bytes:1..4096>
  bfd-liveness-detection { use bfd }
  receive-buffer <bytes:0..4294967295>
}
define bgp-limit {
  maximum <maximum:1..4294967295>
  teardown [<percent:1..100>] [idle-timeout (forever | <minutes:1..2400>)]
}
define bgp-families {
  unicast @presence { use bgp-family }
  multicast @presence { use bgp-family }
  labeled-unicast @presence {
    rib { (inet.3 | inet6.3) }
    explicit-null @presence { connected-only }
    per-prefix-label
    resolve-vpn
    use bgp-family
  }
  any @presence { use bgp-family }
  flow @presence { no-validate <policy:policy> }
}
define bgp-family {
  prefix-limit { use bgp-limit }
  accepted-prefix-limit { use bgp-limit }
  rib-group <rib-group:name>
  add-path {
    receive
    send { path-count <count:2..64> }
  }
  loops <loops:1..10>
  aigp @presence { disable }
}
define ospf {
  disable
  traceoptions { use traceoptions }
  topology <topology!:name> @presence {
    overload @presence { timeout <seconds:60..1800> }
    spf-options @presence { use ospf-spf }
    prefix-export-limit <limit:0..4294967295>
  }
  spf-options @presence { use ospf-spf }
  overload @presence {
    timeout <seconds:60..1800>
    allow-route-leaking
    stub-network
    intra-area-prefix
    as-external
  }
  prefix-export-limit <limit:0..4294967295>
  rib-group <rib-group:name>
  export <policy!:policy>...
  import <policy!:policy>...
  preference <preference:0..4294967295>
  external-preference <preference:0..4294967295>
  reference-bandwidth <bandwidth:bandwidth>
  no-rfc-1583
  domain-id (<domain-id:name> | disable)
  domain-vpn-tag <tag:0..4294967295>
  no-domain-vpn-tag
  sham-link { local <address:ip> }
  traffic-engineering @presence {
    shortcuts
    advertise-unnumbered-interfaces
  }
  graceful-restart @presence {
    disable
    helper-disable
    restart-duration <seconds:1..3600>
    notify-duration <seconds:1..3600>
  }
  area <area!:area> {
    stub @presence {
      default-metric <metric:1..16777215>
      (summaries | no-summaries)
    }
    nssa @presence {
      default-lsa @presence {
        default-metric <metric:1..16777215>
        metric-type <type:1..2>
        type-7
      }
      (summaries | no-summaries)
      area-range <area-range!:any-prefix> @oneline { use ospf-range }
    }
    area-range <area-range!:any-prefix> @oneline { use ospf-range }
    no-source-packet-routing
    network-summary-export <policy!:policy>...
    network-summary-import <policy!:policy>...
    authentication-type (none | simple | md5)
    virtual-link neighbor-id <neighbor!:ipv4> transit-area <area!:area> @presence { use ospf-circuit }
    sham-link-remote <address!:ip> @presence { metric <metric:1..65535> }
    interface <interface!:ifl-or-all> @presence {
      disable
      interface-type (nbma | p2mp | p2p | p2mp-over-lan)
      (link-protection | node-link-protection)
      no-eligible-backup
      no-interface-state-traps
      passive @presence { traffic-engineering { remote-node-id <address:ip> } }
      topology <topology!:name> @oneline { metric <metric:1..65535> }
      bandwidth-based-metrics { bandwidth <bandwidth!:bandwidth> metric <metric:1..65535> }
      metric <metric:1..65535>
      priority <priority:0..255>
      use ospf-circuit
      poll-interval <seconds:1..65535>
      bfd-liveness-detection {
        full-neighbors-only
        use bfd
      }
      dynamic-neighbors
      no-advertise-adjacency-segment
      neighbor <neighbor!:ip> [eligible]
      secondary
      ldp-synchronization @presence {
        disable
        hold-time <seconds:1..65535>
      }
    }
  }
}
define ospf-spf {
  delay <milliseconds:50..8000>
  holddown <milliseconds:2000..20000>
  rapid-runs <runs:1..10>
  no-ignore-our-externals
}
define ospf-range {
  restrict
  override-metric <metric:1..16777215>
  exact
}
define ospf-circuit {
  retransmit-interval <seconds:1..65535>
  transit-delay <seconds:1..65535>
  hello-interval <seconds:1..255>
  dead-interval <seconds:1..65535>
  mtu <bytes:128..65535>
  authentication {
    simple-password <key:text> @secret
    md5 <key-id!:0..255> key <key:text> @secret
  }
}
define rip {
  traceoptions { use traceoptions }
  send (broadcast | multicast | none | version-1)
  receive (both | none | version-1 | version-2)
  holddown <seconds:10..180>
  route-timeout <seconds:30..360>
  update-interval <seconds:10..60>
  authentication-type (md5 | simple | none)
  authentication-key <key:text> @secret
  metric-in <metric:1..15>
  import <policy!:policy>...
  group <group!:name> {
    preference <preference:0..4294967295>
    metric-out <metric:1..15>
    import <policy!:policy>...
    export <policy!:policy>...
    neighbor <neighbor!:ifl> @presence {
      send (broadcast | multicast | none | version-1)
      receive (both | none | version-1 | version-2)
      metric-in <metric:1..15>
      import <policy!:policy>...
      authentication-type (md5 | simple | none)
      authentication-key <key:text> @secret
    }
  }
}
