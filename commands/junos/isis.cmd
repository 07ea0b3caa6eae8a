# commands/junos/isis.cmd: protocols isis: understood and kept.    Source: CLI reference of Junos 21.4; ranges and order of
# what stands in a level and in the level of an interface: schema of Junos 21.4R1.12.

define protocols {
  isis -> accept "IS-IS is not built" {
    disable
    traceoptions { use traceoptions }
    lsp-lifetime <seconds:350..65535>
    max-lsp-size <bytes:512..1492>
    max-hello-size <bytes:512..1492>
    max-snp-size <bytes:512..1400>
    spf-options @presence { use isis-spf }
    backup-spf-options @presence {
      per-prefix-calculation
      node-link-degradation
      remote-backup-calculation
      use-source-packet-routing
      use-post-convergence-lfa @presence {
        maximum-labels <number:2..8>
        maximum-backup-paths <number:1..8>
      }
    }
    topologies {
      ipv4-multicast
      ipv6-multicast
      ipv6-unicast
    }
    overload @presence {
      timeout <seconds:60..1800>
      advertise-high-metrics
      allow-route-leaking
      internal-prefixes
      external-prefixes
    }
    reference-bandwidth <bandwidth:bandwidth>
    rib-group {
      inet <rib-group:name>
      inet6 <rib-group:name>
    }
    (ipv4-multicast | no-ipv4-multicast)
    no-ipv4-routing
    no-ipv6-routing
    clns-routing
    no-adjacency-holddown
    (ignore-attached-bit | suppress-attached-bit)
    no-authentication-check
    loose-authentication-check
    authentication-key <key:text> @secret
    authentication-type (md5 | simple)
    export <policy!:policy>...
    import <policy!:policy>...
    prefix-export-limit <limit:0..4294967295>
    graceful-restart @presence {
      disable
      helper-disable
      restart-duration <seconds:1..3600>
    }
    traffic-engineering {
      disable
      ignore-lsp-metrics
      credibility-protocol-preference
      multipath { lsp-equal-cost }
      family inet { use isis-shortcuts }
      family inet6 { use isis-shortcuts }
      igp-topology
      l3-unicast-topology
      advertisement { always }
    }
    source-packet-routing @presence {
      use source-packet-routing
      mapping-server <mapping-server:name>
      no-strict-spf
    }
    layer2-map
    net <net!:iso-address>
    level <level!:1..2> {
      use isis-level
    }
    interface-group <group!:name> { level <level!:1..2> { link-group-protection { minimum-bandwidth <bandwidth:bandwidth> } } }
    interface <interface!:ifl-or-all> @presence { use isis-interface }
    label-switched-path <lsp!:name> { level <level!:1..2> { metric <metric:1..16777215> } }
  }
}
define isis-spf {
  delay <milliseconds:50..1000>
  holddown <milliseconds:2000..10000>
  rapid-runs <runs:1..5>
  multipath lsp-equal-cost
}
define isis-shortcuts {
  shortcuts @presence { multicast-rpf-routes }
}
define isis-level {
  labeled-preference <preference:0..4294967295>
  source-packet-routing @presence { disable }
  disable
  authentication-key <key:text> @secret
  authentication-type (md5 | simple)
  purge-originator (self | empty)
  no-hello-authentication
  no-csnp-authentication
  no-psnp-authentication
  authentication-key-chain <key-chain:name>
  wide-metrics-only
  preference <preference:0..4294967295>
  external-preference <preference:0..4294967295>
  prefix-export-limit <limit:0..4294967295>
}
define isis-interface {
  family inet { bfd-liveness-detection { use bfd } }
  family inet6 { bfd-liveness-detection { use bfd } }
  level <level!:1..2> { use isis-interface-level }
  (link-protection | node-link-protection)
  no-eligible-backup
  no-eligible-remote-backup
  no-advertise-adjacency-segment
  disable
  hello-authentication-key <key:text> @secret
  hello-authentication-type (md5 | simple)
  hello-padding (adaptive | loose | strict | disable)
  max-hello-size <bytes:512..16000>
  lsp-interval <milliseconds:0..1000>
  csnp-interval (<seconds:1..65535> | disable)
  mesh-group (<group:1..4294967295> | blocked)
  point-to-point
  no-ipv4-multicast
  no-ipv6-multicast
  no-unicast-topology
  no-ipv6-unicast
  no-adjacency-down-notification
  checksum
  passive @presence {
    remote-node-iso <system-id:name>
    remote-node-id <address:ipv4>
  }
  bfd-liveness-detection { use bfd }
  ldp-synchronization @presence {
    disable
    hold-time <seconds:1..65535>
  }
  interface-group-holddown-delay <seconds:0..60>
}
define isis-interface-level {
  disable
  post-convergence-lfa @presence {
    node-protection @presence { cost <cost:1..16777215> }
    fate-sharing-protection
  }
  metric <metric:0..16777215>
  ipv4-multicast-metric <metric:0..16777215>
  ipv6-unicast-metric <metric:0..16777215>
  ipv6-multicast-metric <metric:0..16777215>
  te-metric <metric:1..16777215>
  topology <topology!:isis-topology> {
    metric <metric:0..16777215>
    bandwidth-based-metrics { bandwidth <bandwidth!:bandwidth> metric <metric:0..16777215> }
  }
  hello-authentication-key <key:text> @secret
  hello-authentication-type (md5 | simple)
  hello-authentication-key-chain <key-chain:name>
  hello-interval <seconds:1..21845>
  hold-time <seconds:1..65535>
  priority <priority:0..127>
  passive @presence {
    remote-node-iso <system-id:name>
    remote-node-id <address:ipv4>
  }
  ipv4-adjacency-segment {
    protected @flat { use ospf-segment }
    unprotected @flat { use ospf-segment }
  }
}

words {
  <level>                        "IS-IS level number"
  <mapping-server>               "Mapping server name"
  <system-id>                    "ISO system ID"
  advertisement                  "Advertise traffic engineering parameters"
  authentication-key             "Authentication key (password)"
  authentication-type            "Authentication type"
  blocked                        "Do not flood new LSPs on this interface"
  checksum                       "Enable checksum for packets on this interface"
  clns-routing                   "Enable CLNS routing"
  cost                           "Cost for node protection"
  credibility-protocol-preference "TED protocol credibility follows protocol preference"
  csnp-interval                  "Rate of CSN packets (for LAN interfaces only)"
  disable                        "Disable IS-IS"
  empty                          "Add POI for purge LSPs who do not have POI information"
  export                         "Export policy"
  external-preference            "Preference of external routes"
  external-prefixes              "Allow external prefixes to be advertised with high metric"
  family                         "Address family specific interface attributes"
  fate-sharing-protection        "Configure for fate-sharing protection"
  graceful-restart               "IS-IS graceful restart options"
  hello-authentication-key       "Authentication key (password) for hello packets"
  hello-authentication-key-chain "Key chain name"
  hello-authentication-type      "Authentication type for hello packets"
  hello-interval                 "Interval between hello packet transmissions"
  hello-padding                  "Type of padding for hello packets"
  helper-disable                 "Disable graceful restart helper capability"
  hold-time                      "Time after which neighbors think the interface is down"
  ignore-attached-bit            "Ignore the attached bit in Level 1 LSPs"
  ignore-lsp-metrics             "Ignore label-switched-path metrics when doing shortcuts"
  igp-topology                   "Download IGP topology into TED"
  import                         "Import policy"
  interface                      "Interface-specific configuration"
  interface-group                "Interface grouping configuration"
  interface-group-holddown-delay "Time to wait before including in BBM calculation"
  internal-prefixes              "Allow internal prefixes to be advertised with high metric"
  ipv4-adjacency-segment         "Configure ipv4 adjacency segment"
  ipv4-multicast                 "Enable IPv4 multicast topology"
  ipv4-multicast-metric          "IPv4 multicast metric for this level"
  ipv6-multicast-metric          "IPv6 multicast metric for this level"
  ipv6-unicast-metric            "IPv6 unicast metric for this level"
  l3-unicast-topology            "Download IGP topology into TED"
  label-switched-path            "Configure advertisement of a label-switched path"
  labeled-preference             "Preference of labeled IS-IS routes"
  layer2-map                     "Kernel ARP/ND creation for nexthops"
  ldp-synchronization            "Advertise maximum metric until LDP is operational"
  level                          "Configure levels on this interface"
  link-group-protection          "Configure link group protection"
  loose-authentication-check     "Verify authentication only if PDU has authentication TLV"
  lsp-equal-cost                 "Include LSPs in equal cost multipath"
  lsp-interval                   "Interval between LSP transmissions"
  lsp-lifetime                   "Lifetime of LSPs"
  mapping-server                 "Mapping server name"
  max-hello-size                 "Maximum size allowed for ISIS Hello PDUs"
  max-lsp-size                   "Maximum size allowed for LSPs"
  max-snp-size                   "Maximum size allowed for Sequence Number (Complete/Partial) PDUs"
  maximum-backup-paths           "Maximum number of equal-cost post convergence paths to be installed"
  md5                            "MD5 authentication"
  mesh-group                     "Add the interface to a mesh group"
  metric                         "Metric for this level"
  multicast-rpf-routes           "Generate RPF routes from traffic engineering shortcuts"
  net                            "Network entity title"
  no-adjacency-down-notification "Do not inform other protocols about adjacency down events"
  no-adjacency-holddown          "Disable adjacency hold down"
  no-authentication-check        "Disable authentication checking"
  no-csnp-authentication         "Disable authentication for CSN packets"
  no-eligible-backup             "Not eligible for backup traffic from protected interfaces"
  no-eligible-remote-backup      "Not eligible for Remote-LFA backup traffic from protected interfaces"
  no-hello-authentication        "Disable authentication for hello packets"
  no-ipv4-multicast              "Do not include this interface in the IPv4 multicast topology"
  no-ipv6-multicast              "Do not include this interface in the IPv6 multicast topology"
  no-ipv6-unicast                "Do not include this interface in the IPv6 unicast topology"
  no-psnp-authentication         "Disable authentication for PSN packets"
  no-strict-spf                  "Disable strict SPF algorithm 1 advertisement"
  no-unicast-topology            "Do not include this interface in the unicast topology"
  node-link-degradation          "Degrade to link protection when nodelink protection not available"
  node-protection                "Configure for node-link-protection"
  overload                       "Set the overload bit (no transit traffic)"
  passive                        "Do not run IS-IS, but advertise it"
  per-prefix-calculation         "Calculate backup nexthops for non-best prefix originators"
  point-to-point                 "Treat interface as point to point"
  post-convergence-lfa           "Configure backup along post-convergence on this interface"
  preference                     "Preference of internal routes"
  prefix-export-limit            "Maximum number of external prefixes that can be exported"
  priority                       "Designated router election priority"
  protected                      "Adjacency SID is eligible for protection"
  purge-originator               "Add Purge Originator information"
  reference-bandwidth            "Bandwidth for calculating metric defaults"
  remote-node-id                 "Remote address of the link"
  remote-node-iso                "ISO System-ID of the remote node"
  restart-duration               "Maximum time for graceful restart to finish"
  rib-group                      "Routing table group for importing IS-IS routes"
  self                           "Add POI only for self-originated purge LSPs"
  simple                         "Simple password authentication"
  source-packet-routing          "Enable Source Packet Routing (SPRING)"
  spf-options                    "Configure options for SPF"
  suppress-attached-bit          "Suppress setting the attached bit in Level 1 LSPs"
  te-metric                      "Traffic engineering metric"
  timeout                        "Time after which overload bit is reset"
  topologies                     "Enable support for multiple topologies"
  topology                       "Topology specific attributes"
  traffic-engineering            "Configure traffic engineering attributes"
  unprotected                    "Adjacency SID uneligible for protection"
  use-post-convergence-lfa       "Use post-convergence backup path"
  wide-metrics-only              "Generate wide metrics only"
}
