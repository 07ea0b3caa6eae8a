# commands/junos/isis.cmd: protocols isis: what is simulated of it has no `->`.    Source: CLI reference of Junos 21.4; ranges and order of
# what stands in a level and in the level of an interface: schema of Junos 21.4R1.12.

define protocols {
  isis {
    disable
    traceoptions -> accept "no trace files are written" { use traceoptions }
    lsp-lifetime <seconds:350..65535>
    max-lsp-size <bytes:512..1492>
    max-hello-size <bytes:512..1492> -> accept "hellos follow the MTU"
    max-snp-size <bytes:512..1400> -> accept "sequence numbers PDUs have the size of LSPs"
    spf-options @presence { use isis-spf }
    backup-spf-options @presence -> accept "no path has a backup" {
      per-prefix-calculation
      node-link-degradation
      remote-backup-calculation
      use-source-packet-routing
      use-post-convergence-lfa @presence {
        maximum-labels <number:2..8>
        maximum-backup-paths <number:1..8>
      }
    }
    topologies -> accept "there is one topology" {
      ipv4-multicast
      ipv6-multicast
      ipv6-unicast
    }
    overload @presence {
      timeout <seconds:60..1800>
      advertise-high-metrics
      allow-route-leaking
      internal-prefixes -> accept "prefixes keep their metrics"
      external-prefixes -> accept "prefixes keep their metrics"
    }
    reference-bandwidth <bandwidth:bandwidth>
    rib-group {
      inet <rib-group:name>
      inet6 <rib-group:name> -> accept "there is no IPv6 yet"
    }
    (ipv4-multicast | no-ipv4-multicast) -> accept "there is one topology"
    no-ipv4-routing
    no-ipv6-routing
    clns-routing -> accept "CLNS packets are not forwarded"
    no-adjacency-holddown -> accept "adjacencies are used at once"
    (ignore-attached-bit | suppress-attached-bit)
    no-authentication-check
    loose-authentication-check
    authentication-key <key:key> @secret
    authentication-type (md5 | simple)
    export <policy!:policy>...
    import <policy!:policy>...
    prefix-export-limit <limit:0..4294967295> -> accept "no limit is enforced"
    graceful-restart @presence -> accept "a graceful restart leaves IS-IS as it is" {
      disable
      helper-disable
      restart-duration <seconds:1..3600>
    }
    traffic-engineering -> accept "there is no traffic engineering database" {
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
    source-packet-routing @presence -> accept "segment routing is not built" {
      use source-packet-routing
      mapping-server <mapping-server:name>
      no-strict-spf
    }
    layer2-map -> accept "next hops are resolved when they are needed"
    net <net!:iso-address>
    level <level!:1..2> {
      use isis-level
    }
    interface-group <group!:name> -> accept "interface groups are not built" { level <level!:1..2> { link-group-protection { minimum-bandwidth <bandwidth:bandwidth> } } }
    interface <interface!:ifl-or-all> @presence { use isis-interface }
    label-switched-path <lsp!:name> -> accept "label-switched paths are no links" { level <level!:1..2> { metric <metric:1..16777215> } }
  }
}
define isis-spf {
  delay <milliseconds:50..1000>
  holddown <milliseconds:2000..10000>
  rapid-runs <runs:1..5>
  multipath lsp-equal-cost -> accept "label-switched paths are no links"
}
define isis-shortcuts {
  shortcuts @presence { multicast-rpf-routes }
}
define isis-level {
  labeled-preference <preference:0..4294967295> -> accept "segment routing is not built"
  source-packet-routing @presence -> accept "segment routing is not built" { disable }
  disable
  authentication-key <key:key> @secret
  authentication-type (md5 | simple)
  purge-originator (self | empty) -> accept "purges name nobody"
  no-hello-authentication
  no-csnp-authentication
  no-psnp-authentication
  authentication-key-chain <key-chain:name>
  wide-metrics-only
  preference <preference:0..4294967295>
  external-preference <preference:0..4294967295>
  prefix-export-limit <limit:0..4294967295> -> accept "no limit is enforced"
}
define isis-interface {
  family inet { bfd-liveness-detection { use bfd } }
  family inet6 -> accept "IPv6 is not routed" { bfd-liveness-detection { use bfd } }
  level <level!:1..2> { use isis-interface-level }
  (link-protection | node-link-protection) -> accept "no path has a backup"
  no-eligible-backup -> accept "no path has a backup"
  no-eligible-remote-backup -> accept "no path has a backup"
  no-advertise-adjacency-segment -> accept "segment routing is not built"
  disable
  hello-authentication-key <key:key> @secret
  hello-authentication-type (md5 | simple)
  hello-padding (adaptive | loose | strict | disable)
  max-hello-size <bytes:512..16000> -> accept "hellos follow the MTU"
  lsp-interval <milliseconds:0..1000>
  csnp-interval (<seconds:1..65535> | disable)
  mesh-group (<group:1..4294967295> | blocked) -> accept "LSPs are flooded everywhere"
  point-to-point
  no-ipv4-multicast -> accept "there is one topology"
  no-ipv6-multicast -> accept "there is one topology"
  no-unicast-topology -> accept "there is one topology"
  no-ipv6-unicast -> accept "there is one topology"
  no-adjacency-down-notification -> accept "nobody else is told"
  checksum -> accept "hellos bear none"
  passive @presence {
    remote-node-iso <system-id:name> -> accept "there is no traffic engineering database"
    remote-node-id <address:ipv4> -> accept "there is no traffic engineering database"
  }
  bfd-liveness-detection { use bfd }
  ldp-synchronization @presence {
    disable
    hold-time <seconds:1..65535>
  }
  interface-group-holddown-delay <seconds:0..60> -> accept "interface groups are not built"
}
define isis-interface-level {
  disable
  post-convergence-lfa @presence -> accept "no path has a backup" {
    node-protection @presence { cost <cost:1..16777215> }
    fate-sharing-protection
  }
  metric <metric:0..16777215>
  ipv4-multicast-metric <metric:0..16777215> -> accept "there is one topology"
  ipv6-unicast-metric <metric:0..16777215> -> accept "there is one topology"
  ipv6-multicast-metric <metric:0..16777215> -> accept "there is one topology"
  te-metric <metric:1..16777215> -> accept "there is no traffic engineering database"
  topology <topology!:isis-topology> -> accept "there is one topology" {
    metric <metric:0..16777215>
    bandwidth-based-metrics { bandwidth <bandwidth!:bandwidth> metric <metric:0..16777215> }
  }
  hello-authentication-key <key:key> @secret
  hello-authentication-type (md5 | simple)
  hello-authentication-key-chain <key-chain:name>
  hello-interval <seconds:1..21845>
  hold-time <seconds:1..65535>
  priority <priority:0..127>
  passive @presence {
    remote-node-iso <system-id:name> -> accept "there is no traffic engineering database"
    remote-node-id <address:ipv4> -> accept "there is no traffic engineering database"
  }
  ipv4-adjacency-segment -> accept "segment routing is not built" {
    protected @flat { use ospf-segment }
    unprotected @flat { use ospf-segment }
  }
}

operational {
  show isis adjacency "Show the IS-IS adjacency database" (
      <system:isis-system> "System ID of neighbor" |
      (brief | detail | extensive) |
      instance "Name of IS-IS instance" <instance:any-instance>)*          -> show isis-adjacency
  show isis authentication "Show authentication for IS-IS interfaces" [instance "Name of IS-IS instance" <instance:any-instance>] -> show isis-authentication
  show isis database "Show the IS-IS link-state database" (
      <lsp:isis-lsp> "LSP identifier" |
      (brief | detail | extensive) |
      instance "Name of IS-IS instance" <instance:any-instance> |
      level "IS-IS level" <level:1..2>)*                                   -> show isis-database
  show isis hostname "Show IS-IS hostname database" [instance "Name of IS-IS instance" <instance:any-instance>] -> show isis-hostname
  show isis interface "Show IS-IS interface information" (
      <interface:interface-pattern> |
      (brief | detail | extensive) |
      instance "Name of IS-IS instance" <instance:any-instance>)*          -> show isis-interface
  show isis overview "Show IS-IS overview information" [instance "Name of IS-IS instance" <instance:any-instance>] -> show isis-overview
  show isis route "Show the IS-IS routing table" (
      <destination:route-destination> |
      inet "Show IPv4 routes" |
      instance "Name of IS-IS instance" <instance:any-instance> |
      level "IS-IS level" <level:1..2>)*                                   -> show isis-route
  show isis spf "Show information about IS-IS SPF calculations" brief "Show SPF brief overview" (
      instance "Name of IS-IS instance" <instance:any-instance> |
      level "IS-IS level" <level:1..2>)*                                   -> show isis-spf-brief
  show isis spf log "Show SPF log" (
      instance "Name of IS-IS instance" <instance:any-instance> |
      level "IS-IS level" <level:1..2>)*                                   -> show isis-spf-log
  show isis spf results "Show SPF results" (
      instance "Name of IS-IS instance" <instance:any-instance> |
      level "IS-IS level" <level:1..2>)*                                   -> show isis-spf-results
  show isis statistics "Show IS-IS performance statistics" [instance "Name of IS-IS instance" <instance:any-instance>] -> show isis-statistics
  clear isis adjacency "Clear entries in IS-IS adjacency database" (
      all "Clear all entries" |
      <system:isis-system> "System ID of neighbor" |
      interface "Name of interface" <interface:ifl> |
      instance "Name of IS-IS instance" <instance:any-instance>)*          -> do clear-isis-adjacency
  clear isis database "Clear entries in IS-IS link-state database" (
      all "Clear all entries" |
      instance "Name of IS-IS instance" <instance:any-instance>)*          -> do clear-isis-database
  clear isis statistics "Clear IS-IS statistics" [instance "Name of IS-IS instance" <instance:any-instance>] -> do clear-isis-statistics
}

words {
  spf                            "Show information about IS-IS SPF calculations"
  isis                           "Information about Intermediate System-to-Intermediate System"
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
