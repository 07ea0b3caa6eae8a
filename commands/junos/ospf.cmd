# commands/junos/ospf.cmd: protocols ospf and ospf3: understood and kept.    Source: CLI reference of Junos 21.4; areas,
# interfaces and area ranges in the order of typing.

operational {
  show ospf "Show Open Shortest Path First information" (
      database "Show the OSPF link-state database" |
      overview "Show OSPF overview" |
      statistics "Show OSPF statistics") (
      (brief | detail | extensive) |
      area "OSPF area" <area:word> "OSPF area" |
      instance "Name of OSPF instance" <instance:any-instance>)*             -> show ospf-state
  show ospf interface "Show OSPF interface status" (
      <interface:interface-pattern> |
      (brief | detail | extensive) |
      area "OSPF area" <area:word> "OSPF area" |
      instance "Name of OSPF instance" <instance:any-instance>)*             -> show ospf-state
  show ospf neighbor "Show OSPF neighbor status" (
      <neighbor:ip> "Neighbor address" |
      (brief | detail | extensive) |
      area "OSPF area" <area:word> "OSPF area" |
      instance "Name of OSPF instance" <instance:any-instance>)*             -> show ospf-state
  show ospf route "Show the OSPF routing table" (
      <destination:route-destination> |
      (detail | extensive) |
      instance "Name of OSPF instance" <instance:any-instance>)*             -> show ospf-state
}

define protocols {
  ospf -> accept "OSPF is not built" { use ospf }
  ospf3 -> accept "OSPF is not built" {
    realm <realm!:ospf3-realm> { use ospf3 }
    use ospf3
  }
}
define ospf {
  disable
  traceoptions { use traceoptions }
  topology <topology!:ospf-topology> @presence {
    disable
    overload @presence { timeout <seconds:60..1800> }
    spf-options @presence { use ospf-spf }
    backup-spf-options @presence { use ospf-backup-spf }
    prefix-export-limit <limit:0..4294967295>
    rib-group <rib-group:name>
  }
  use ospf-options
  domain-id (<domain-id:name> | disable)
  domain-vpn-tag <tag:0..4294967295>
  no-domain-vpn-tag
  sham-link @presence {
    local <address:ipv4>
    no-advertise-local
  }
  traffic-engineering @presence {
    no-topology
    multicast-rpf-routes
    l3-unicast-topology
    credibility-protocol-preference
    shortcuts @presence {
      ignore-lsp-metrics
      lsp-metric-into-summary
    }
    advertise-unnumbered-interfaces
    ignore-lsp-metrics
    (accept-unnumbered-interfaces | no-accept-unnumbered-interfaces)
    igp-topology
  }
  source-packet-routing @presence {
    use source-packet-routing
    mapping-server <mapping-server:name>
    traffic-statistics { statistics-granularity { per-interface } }
  }
  area <area!:area> {
    use ospf-area
    authentication-type (none | simple | md5)
    sham-link-remote <address!:ipv4> @presence {
      metric <metric:1..65535>
      ipsec-sa <ipsec-sa:name>
      demand-circuit
      flood-reduction
      topology <topology!:ospf-topology> @oneline {
        disable
        metric <metric:1..65535>
      }
    }
    peer-interface <peer!:name> @presence {
      disable
      retransmit-interval <seconds:1..65535>
      transit-delay <seconds:1..65535>
      hello-interval <seconds:1..255>
      dead-interval <seconds:1..65535>
    }
    interface <interface!:ospf-interface> @presence {
      use ospf-interface
      ipv4-adjacency-segment {
        protected @flat { use ospf-segment }
        unprotected @flat { use ospf-segment }
      }
      authentication { use ospf-authentication }
      topology <topology!:ospf-topology> @oneline {
        disable
        metric <metric:1..65535>
        bandwidth-based-metrics { bandwidth <bandwidth!:bandwidth> metric <metric:1..65535> }
      }
    }
  }
}
define ospf3 {
  disable
  traceoptions { use traceoptions }
  use ospf-options
  domain-id (<domain-id:name> | disable)
  domain-vpn-tag <tag:0..4294967295>
  no-domain-vpn-tag
  sham-link @presence { local <address:ip> }
  traffic-engineering @presence { shortcuts @presence { ignore-lsp-metrics } }
  source-packet-routing @presence { use source-packet-routing }
  area <area!:area> {
    inter-area-prefix-import <policy!:policy>...
    inter-area-prefix-export <policy!:policy>...
    use ospf-area
    interface <interface!:ospf-interface> @presence { use ospf-interface }
  }
}
define ospf-options {
  spf-options @presence { use ospf-spf }
  backup-spf-options @presence { use ospf-backup-spf }
  overload @presence {
    timeout <seconds:60..1800>
    allow-route-leaking
    stub-network
    intra-area-prefix
    as-external
  }
  database-protection {
    maximum-lsa <limit:1..1000000>
    warning-only
    warning-threshold <percent:30..100>
    ignore-count <count:1..32>
    ignore-time <seconds:30..3600>
    reset-time <seconds:60..86400>
  }
  prefix-export-limit <limit:0..4294967295>
  rib-group <rib-group:name>
  export <policy!:policy>...
  import <policy!:policy>...
  preference <preference:0..4294967295>
  external-preference <preference:0..4294967295>
  labeled-preference <preference:0..4294967295>
  lsa-refresh-interval <minutes:25..50>
  reference-bandwidth <bandwidth:bandwidth>
  no-rfc-1583
  no-nssa-abr
  forwarding-address-to-broadcast
  graceful-restart @presence {
    disable
    helper-disable @presence { (both | standard | restart-signaling) }
    no-strict-lsa-checking
    restart-duration <seconds:1..3600>
    notify-duration <seconds:1..3600>
  }
}
define source-packet-routing {
  adjacency-segment { hold-time <milliseconds:180000..900000> }
  prefix-segment <policy!:policy>...
  explicit-null
  node-segment {
    ipv4-index <index:0..199999>
    ipv6-index <index:0..199999>
    index-range <range:32..16385>
  }
  srgb @flat {
    start-label <label:0..1048575>
    index-range <range:32..1048575>
  }
  ldp-stitching
  flex-algorithm <algorithm!:128..255>...
}
define ospf-area {
  stub @flat @presence {
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
    area-range <area-range!:any-prefix> @flat { use ospf-range }
  }
  area-range <area-range!:any-prefix> @flat { use ospf-range }
  no-context-identifier-advertisement
  context-identifier <context!:ipv4>
  no-source-packet-routing
  network-summary-export <policy!:policy>...
  network-summary-import <policy!:policy>...
  label-switched-path <lsp!:name> {
    disable
    metric <metric:1..65535>
  }
  virtual-link neighbor-id <neighbor!:ipv4> transit-area <area!:area> @presence {
    use ospf-circuit
    authentication { use ospf-authentication }
    ipsec-sa <ipsec-sa:name>
    disable
  }
}
define ospf-range {
  restrict
  exact
  override-metric @flat {
    <metric:1..16777215>
    metric-type <type:1..2>
  }
}
define ospf-interface {
  disable
  interface-type (nbma | p2mp | p2p | p2mp-over-lan)
  (link-protection | node-link-protection)
  no-eligible-backup
  no-eligible-remote-backup
  no-interface-state-traps
  passive @presence {
    traffic-engineering {
      remote-node-id <address:ip>
      remote-node-router-id <address:ipv4>
    }
  }
  bandwidth-based-metrics { bandwidth <bandwidth!:bandwidth> metric <metric:1..65535> }
  metric <metric:1..65535>
  te-metric <metric:1..4294967295>
  priority <priority:0..255>
  use ospf-circuit
  poll-interval <seconds:1..65535>
  bfd-liveness-detection {
    use bfd
    full-neighbors-only
  }
  dynamic-neighbors
  no-advertise-adjacency-segment
  no-neighbor-down-notification
  neighbor <neighbor!:ip> [eligible]
  strict-bfd
  secondary
  own-router-lsa
  demand-circuit
  flood-reduction
  ipsec-sa <ipsec-sa:name>
  ldp-synchronization @presence {
    disable
    hold-time <seconds:1..65535>
  }
  post-convergence-lfa @presence {
    node-protection @presence { cost <cost:1..16777215> }
    fate-sharing-protection
  }
}
define ospf-segment { (index <index:0..199999> | label <label:16..1048575> | dynamic) }
define ospf-circuit {
  retransmit-interval <seconds:1..65535>
  transit-delay <seconds:1..65535>
  hello-interval <seconds:1..255>
  dead-interval <seconds:1..65535>
  mtu <bytes:128..65535>
}
define ospf-authentication {
  simple-password <key:key> @secret
  md5 <key-id!:0..255> @flat {
    key <key:key> @secret
    start-time <time:name>
  }
}
define ospf-spf {
  delay <milliseconds:50..8000>
  holddown <milliseconds:2000..20000>
  rapid-runs <runs:1..10>
  no-ignore-our-externals
}
define ospf-backup-spf {
  disable
  no-install
  downstream-paths-only
  remote-backup-calculation @presence {
    pq-nodes-nearest-to-source
  }
  node-link-degradation
  per-prefix-calculation { all }
  use-source-packet-routing
  use-post-convergence-lfa @presence {
    maximum-labels <number:2..5>
    maximum-backup-paths <number:1..8>
  }
}

words {
  <index>                        "Segment index"
  accept-unnumbered-interfaces   "Accept unnumbered interfaces"
  adjacency-segment              "Attributes for adjacency segments in spring"
  area                           "Configure an OSPF area"
  area-range                     "Configure area ranges"
  authentication                 "Authentication options"
  database-protection            "Configure database protection attributes"
  dead-interval                  "Dead interval (seconds)"
  default-lsa                    "Configure a default LSA"
  default-metric                 "Metric for the default route in this stub area"
  demand-circuit                 "Interface functions as a demand circuit"
  disable                        "Disable OSPF"
  domain-id                      "Configure domain ID"
  domain-vpn-tag                 "Domain VPN tag for external LSA"
  downstream-paths-only          "Use only downstream backup paths"
  dynamic                        "Dynamically allocate an adjacency segment"
  eligible                       "Eligible to be DR on an NBMA network"
  exact                          "Enforce exact match for advertisement of this area range"
  export                         "Export policy"
  external-preference            "Preference of external routes"
  flex-algorithm                 "Flex-algorithms we would like to participate in"
  flood-reduction                "Enable flood reduction"
  forwarding-address-to-broadcast "Set forwarding address in Type 5 LSA in broadcast network"
  graceful-restart               "Configure graceful restart attributes"
  hello-interval                 "Hello interval (seconds)"
  ignore-count                   "Maximum number of times to go into ignore state"
  ignore-time                    "Time to stay in ignore state and ignore all neighbors"
  import                         "Import policy (for external routes or setting priority)"
  index                          "Adjacency SID indexed from SRGB"
  index-range                    "Set the range of indices"
  inter-area-prefix-export       "Inter-area-prefix-LSA export policy"
  inter-area-prefix-import       "Inter-area-prefix-LSA import policy"
  interface                      "Include an interface in this area"
  interface-type                 "Type of interface"
  ipv4-index                     "Set IPv4 Node Segment index"
  ipv6-index                     "Set IPv6 Node Segment index"
  labeled-preference             "Preference of labeled OSPF routes"
  ldp-stitching                  "Enable SR to LDP stitching"
  ldp-synchronization            "Advertise maximum metric until LDP is operational"
  lsa-refresh-interval           "LSA refresh interval (minutes)"
  lsp-metric-into-summary        "Advertise LSP metric into summary LSAs"
  maximum-lsa                    "Maximum allowed non self-generated LSAs"
  md5                            "MD5 authentication key parameters"
  metric                         "Interface metric (1..65535)"
  metric-type                    "External metric type for the default type 7 LSA"
  nbma                           "Nonbroadcast multiaccess"
  neighbor                       "NBMA neighbor"
  neighbor-id                    "Router ID of a virtual neighbor"
  no-accept-unnumbered-interfaces "Don't accept unnumbered interfaces"
  no-advertise-local             "Don't advertise local sham link address as stub link"
  no-context-identifier-advertisement "Disable context identifier advertisements in this area"
  no-domain-vpn-tag              "Disable domain VPN tag"
  no-neighbor-down-notification  "Don't inform other protocols about neighbor down events"
  no-nssa-abr                    "Disable full NSSA functionality at ABR"
  no-rfc-1583                    "Disable RFC1583 compatibility"
  no-strict-lsa-checking         "Do not abort graceful helper mode upon LSA changes"
  no-summaries                   "Don't flood summary LSAs into this area"
  no-topology                    "Disable dissemination of TE link-state topology information"
  node-segment                   "Enable support for Node segments in SPRING"
  nssa                           "Configure a not-so-stubby area"
  overload                       "Set the overload mode (repel transit traffic)"
  override-metric                "Override the dynamic metric for this area-range"
  own-router-lsa                 "Generate own router LSA"
  p2mp                           "Point-to-multipoint NBMA"
  p2p                            "Point-to-point interface"
  passive                        "Do not run OSPF, but advertise it"
  per-interface                  "Interface Based traffic statistics in SPRING"
  poll-interval                  "Poll interval for NBMA interfaces"
  pq-nodes-nearest-to-source     "Use the PQ nodes nearest to the source"
  preference                     "Preference of internal routes"
  prefix-export-limit            "Maximum number of prefixes that can be exported"
  prefix-segment                 "Prefix Segment policy"
  priority                       "Designated router priority"
  realm                          "OSPFv3 realm configuration"
  reference-bandwidth            "Bandwidth for calculating metric defaults"
  remote-node-router-id          "TE Router-ID of the remote node"
  reset-time                     "Time after which the ignore count gets reset to zero"
  restart-signaling              "Disable helper mode for restart signaling based graceful restart"
  restrict                       "Restrict advertisement of this area range"
  retransmit-interval            "Retransmission interval (seconds)"
  sham-link                      "Configure parameters for sham links"
  sham-link-remote               "Configure parameters for remote sham link endpoint"
  shortcuts                      "Use label switched paths as next hops, if possible"
  simple-password                "Simple password authentication key"
  spf-options                    "Configure options for SPF"
  srgb                           "Set the SRGB global block in SPRING"
  standard                       "Disable helper-mode for RFC3623 based GR"
  start-label                    "Start range for SRGB label block"
  statistics-granularity         "Granularity for traffic statistics in SPRING"
  strict-bfd                     "Enable strict bfd over this interface"
  stub                           "Configure a stub area"
  summaries                      "Flood summary LSAs into this area"
  timeout                        "Time after which overload mode is reset (seconds)"
  topology                       "Topology parameters"
  traffic-engineering            "Configure traffic engineering attributes"
  transit-area                   "Transit area in common with virtual neighbor"
  transit-delay                  "Transit delay (seconds)"
  type-7                         "Flood type 7 default LSA if no-summaries is configured"
  virtual-link                   "Configure virtual links"
  warning-only                   "Emit only a warning when LSA maximum limit is exceeded"
  warning-threshold              "Percentage of LSA maximum above which to trigger warning"
}
