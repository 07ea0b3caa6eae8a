# commands/junos/bgp.cmd: protocols bgp and what it shows.    Source: CLI reference of Junos 21.4; order: captures of
# Junos 17.4 and 25.4. What is said on one line in braces and line by line in set form: captures of Junos 17 to 21
# (`autonomous-system loops 2`, `local-as private`).

operational {
  clear bgp "Clear Border Gateway Protocol information" neighbor "Clear BGP neighbor" (
      <neighbor:ip> |
      all "Clear all BGP neighbors" |
      as "Peer AS number" <as:asn> "AS number" |
      instance "Name of BGP instance" <instance:any-instance> |
      (soft "Soft reset without closing the BGP session" | soft-inbound "Soft reset of inbound updates"))* -> do clear-bgp-neighbor
  clear bgp table "Clear BGP table" <table:route-table>                      -> do clear-bgp-table
  show bgp "Show Border Gateway Protocol information" group "Show the BGP group database" (
      <group:any-group> |
      (brief | detail | summary "Display summary output") |
      instance "Name of BGP instance" <instance:any-instance>)*              -> show bgp-group
  show bgp neighbor "Show the BGP neighbor database" (
      <neighbor:ip> |
      instance "Name of BGP instance" <instance:any-instance>)*              -> show bgp-neighbor
  show bgp summary "Show overview of BGP information" [instance "Name of BGP instance" <instance:any-instance>] -> show bgp-summary
  show route advertising-protocol "Information transmitted by a particular routing protocol" bgp <peer:ip> "Address of the neighbor" (
      <destination:route-destination> |
      (brief | detail | extensive) |
      table "Name of routing table" <table:route-table>)*                    -> show route-advertised
  show route receive-protocol "Information learned from a particular routing protocol" bgp <peer:ip> "Address of the neighbor" (
      <destination:route-destination> |
      (brief | detail | extensive) |
      (all | hidden) |
      table "Name of routing table" <table:route-table>)*                    -> show route-received
}
define protocols {
  bgp {
    disable
    precision-timers -> accept "timers are exact"
    traceoptions -> accept "nothing is traced" { use traceoptions }
    path-selection {
      cisco-non-deterministic
      always-compare-med
      med-plus-igp @presence -> accept "MEDs count alone" {
        med-multiplier <multiplier:1..1000>
        igp-multiplier <multiplier:1..1000>
      }
      external-router-id
      as-path-ignore
      l2vpn-use-bgp-rules -> accept "bridging is not built"
    }
    use bgp-common
    advertise-from-main-vpn-tables -> accept "routes of instances are told from their own tables"
    drop-path-attributes <attribute!:1..255>... -> accept "attributes that nobody knows are treated as RFC 4271 says"
    group-split-size <bytes:0..2147483647> -> accept "updates go out at once"
    snmp-options -> accept "nobody asks by SNMP" {
      backward-traps-only-from-established
      emit-inet-address-length-in-oid
    }
    bgp-error-tolerance @presence -> accept "broken updates are dealt with as RFC 7606 says" {
      malformed-update-log-interval <seconds:10..65535>
      malformed-route-limit <limit:0..4294967295>
      no-malformed-route-limit
    }
    traffic-statistics-labeled-path -> accept "nothing is counted by path" {
      file @flat { use trace-file }
      interval <seconds:60..65535>
    }
    group <group!:bgp-group> {
      type (internal | external)
      traceoptions -> accept "nothing is traced" { use traceoptions }
      use bgp-common
      allow <address!:prefix-or-all>...
      dynamic-neighbor <dynamic-neighbor!:name> -> accept "`allow` of a group does that" {
        allow <address!:prefix-or-all>...
        peer-as <peer-as:asn>
        peer-as-list <list!:name>...
        peer-auto-discovery {
          family inet6 -> accept "IPv6 is not built" {
            ipv6-nd
            interface <interface!:ifl>...
          }
        }
      }
      unconfigured-peer-graceful-restart -> accept "peers that are not configured are not waited for"
      neighbor <neighbor!:ip> {
        traceoptions -> accept "nothing is traced" { use traceoptions }
        use bgp-common
      }
    }
  }
}
define bgp-common {
  description <description:text>
  optimal-route-reflection -> accept "a reflector chooses from where it stands" {
    igp-primary <address:ipv4>
    igp-backup <address:ipv4>
  }
  metric-out (<metric:0..4294967295> | minimum-igp [<offset:-2147483648..2147483647>] | igp [<offset:-2147483648..2147483647>] | delay-med-update)
  multihop @presence {
    ttl <ttl:1..255>
    no-nexthop-change
    nexthop-self
  }
  route-server-client
  accept-remote-nexthop
  enforce-first-as
  preference <preference:0..4294967295>
  local-preference <local-preference:0..4294967295>
  local-address <address:ip>
  local-interface <interface:ifl> -> accept "IPv6 is not built"
  forwarding-context <instance:instance> -> accept "packets go where the session is"
  hold-time <seconds:0..65535>
  minimum-hold-time <seconds:3..65535>
  ttl <ttl:1..255> -> accept "sessions of one hop have a TTL of 1"
  keep (all | none)
  passive
  advertise-inactive
  (advertise-peer-as | no-advertise-peer-as)
  advertise-external @presence { conditional }
  advertise-bgp-static @presence -> accept "no route is told without a route" { policy <policy!:policy>... }
  import <policy!:policy>...
  family inet { use bgp-families }
  family inet6 -> accept "IPv6 is not built" { use bgp-families6 }
  family inet-vpn { use bgp-vpn-families }
  family inet6-vpn -> accept "IPv6 is not built" { use bgp-vpn-families }
  family inet-mdt -> accept "multicast is not built" { signaling @presence { use bgp-family } }
  family inet-mvpn -> accept "multicast is not built" { signaling @presence { use bgp-family } }
  family inet6-mvpn -> accept "multicast is not built" { signaling @presence { use bgp-family } }
  family iso-vpn -> accept "ISO is not routed by BGP" { unicast @presence { use bgp-family } }
  family l2vpn -> accept "bridging is not built" {
    auto-discovery-only @presence { use bgp-family }
    signaling @presence { use bgp-family }
  }
  family evpn -> accept "bridging is not built" {
    signaling @presence {
      use bgp-family
      delay-route-advertisements @presence {
        minimum-delay { routing-uptime <seconds:1..36000> }
        maximum-delay { route-age <seconds:1..36000> }
      }
    }
  }
  family route-target @presence {
    prefix-limit { use bgp-limit }
    accepted-prefix-limit { use bgp-limit }
    external-paths <count:1..256>                  -> accept "one path of a target counts"
    advertise-default
    proxy-generate @presence -> accept "nobody asks for others" { route-target-policy <policy!:policy>... }
    damping
    graceful-restart -> accept "stale routes are kept for a short time only" { use bgp-family-restart }
  }
  family traffic-engineering -> accept "topologies are not told" { unicast @presence { use bgp-family } }
  authentication-key <key:key> @secret
  authentication-algorithm (aes-128-cmac-96 | hmac-sha-1-96 | md5) -> accept "keys sign with MD5"
  authentication-key-chain <key-chain:name>
  export <policy!:policy>...
  vpn-apply-export
  egress-te @presence -> accept "traffic engineering is not built" { install-address <prefix:any-prefix> }
  remove-private @presence {
    all @presence {
      replace @presence { nearest }
    }
    no-peer-loop-check -> accept "the neighbor's own AS always stays"
  }
  cluster <cluster:ipv4>
  no-client-reflect
  damping
  peer-as <peer-as:asn>
  peer-as-list <list!:name>... -> accept "one AS a group"
  local-as @flat {
    <as-number:asn>
    loops <loops:1..10>
    (private | alias)
    no-prepend-global-as
  }
  ipsec-sa <ipsec-sa:name> -> accept "nothing is encrypted"
  graceful-shutdown {
    sender @presence { local-preference <local-preference:0..4294967295> }
    receiver @presence {
      disable
      local-preference <local-preference:0..4294967295>
    }
  }
  graceful-restart @presence {
    disable
    restart-time <seconds:1..600>
    stale-routes-time <seconds:1..600>
    long-lived -> accept "stale routes are kept for a short time only" {
      advertise-to-non-llgr-neighbor @presence { omit-no-export }
      receiver { (enable | disable) }
    }
    disable-notification-extensions -> accept "a notification always ends a restart"
    disable-notification-flag -> accept "a notification always ends a restart"
  }
  include-mp-next-hop -> accept "it is where RFC 4760 puts it"
  idle-after-switch-over (forever | <seconds:1..4294967295>) -> accept "there is one routing engine"
  outbound-route-filter -> accept "no filters are sent" {
    bgp-orf-cisco-mode
    prefix-based @presence {
      accept @presence {
        inet
        inet6
      }
    }
  }
  multipath @presence @oneline {
    disable
    multiple-as
    pause-computation-during-churn -> accept "paths are chosen at once"
    list-nexthop -> accept "next hops are kept in one way"
  }
  multipath-build-priority -> accept "paths are chosen at once" { (low | medium) }
  as-override
  mtu-discovery -> accept "the path's MTU is not looked for"
  log-updown
  mvpn-iana-rt-import -> accept "multicast is not built"
  tcp-mss <bytes:1..4096> -> accept "segments are as large as the link allows"
  tcp-aggressive-transmission -> accept "acknowledgements go out at once"
  out-delay <seconds:0..65535>
  bfd-liveness-detection { use bfd }
  send-buffer <size:bytes> -> accept "buffers have no limit"
  receive-buffer <size:bytes> -> accept "buffers have no limit"
  output-queue-priority -> accept "updates go out at once" {
    expedited { update-tokens <tokens:1..100> }
    priority <priority!:1..16> { update-tokens <tokens:1..100> }
    defaults {
      low @flat { use bgp-queue }
      medium @flat { use bgp-queue }
      high @flat { use bgp-queue }
    }
  }
}
define bgp-queue { (expedited | priority <priority:1..16>) }
define bgp-limit {
  maximum <maximum:1..4294967295>
  teardown @flat @presence {
    <limit-threshold:1..100>
    idle-timeout (forever | <minutes:1..2400>)
  }
  drop-excess [<percent:1..100>] -> accept "what is too much is logged, or ends the session"
  hide-excess [<percent:1..100>] -> accept "what is too much is logged, or ends the session"
}
define bgp-families {
  unicast @presence { use bgp-unicast }
  multicast @presence -> accept "multicast is not built" { use bgp-unicast }
  any @presence { use bgp-unicast }
  labeled-unicast @presence {
    use bgp-unicast
    use bgp-labels
    rib { inet.3 }
  }
  flow @presence -> accept "no flow is filtered" {
    use bgp-family
    no-validate <policy:policy>
    no-install
  }
  segment-routing-te @presence -> accept "traffic engineering is not built" { use bgp-family }
}
define bgp-families6 {
  unicast @presence { use bgp-unicast }
  multicast @presence { use bgp-unicast }
  any @presence { use bgp-unicast }
  labeled-unicast @presence {
    use bgp-unicast
    use bgp-labels
    rib { inet6.3 }
  }
  flow @presence {
    use bgp-family
    no-validate <policy:policy>
    no-install
  }
}
define bgp-vpn-families {
  unicast @presence {
    use bgp-family
    aggregate-label @presence -> accept "a next hop, or a table, has a label" { community <community:community> }
    egress-protection @presence -> accept "no path has a backup" {
      context-identifier { <context:ipv4> }
      keep-import <policy!:policy>...
    }
  }
  multicast @presence { use bgp-family }
  any @presence { use bgp-family }
  flow @presence { use bgp-family }
}
define bgp-unicast {
  use bgp-family
  nexthop-resolution -> accept "next hops are resolved in the usual tables" {
    no-resolution
    preserve-nexthop-hierarchy
  }
  topology <topology!:name> -> accept "there is one topology" { community <community!:community-member>... }
  protection -> accept "no path has a backup"
  no-install -> accept "routes are installed"
  extended-nexthop -> accept "IPv6 is not built"
  extended-nexthop-color -> accept "IPv6 is not built"
}
define bgp-labels {
  aggregate-label @presence -> accept "each prefix has a label" { community <community:community> }
  per-prefix-label -> accept "each prefix has a label"
  per-group-label -> accept "each prefix has a label"
  traffic-statistics @presence -> accept "nothing is counted by path" {
    interval <seconds:60..65535>
    file @flat { use trace-file }
  }
  explicit-null @flat @presence -> accept "labels end one hop before" { connected-only }
  entropy-label @presence -> accept "no label spreads flows" { no-next-hop-validation }
  resolve-vpn
}
define bgp-family {
  prefix-limit { use bgp-limit }
  accepted-prefix-limit { use bgp-limit }
  damping
  local-ipv4-address <address:ipv4> -> accept "IPv6 is not built"
  rib-group <rib-group:name>
  add-path {
    receive
    send @presence {
      prefix-policy <policy!:policy>... -> accept "every prefix has several paths"
      path-count <count:2..64>
      include-backup-path <count:1..2> -> accept "no path has a backup"
      multipath -> accept "the best paths are told"
      path-selection-mode -> accept "the best paths are told" { (all-paths | equal-cost-paths) }
    }
  }
  aigp @presence { disable }
  loops <loops:1..10>
  output-queue-priority @flat -> accept "updates go out at once" { use bgp-queue }
  route-refresh-priority @flat -> accept "updates go out at once" { use bgp-queue }
  withdraw-priority @flat -> accept "updates go out at once" { use bgp-queue }
  graceful-restart -> accept "stale routes are kept for a short time only" { use bgp-family-restart }
  graceful-restart-forwarding-state-bit (set | from-fib) -> accept "what is forwarded is always kept"
  legacy-redirect-ip-action @presence -> accept "no flow is filtered" {
    receive
    send
  }
  secondary-independent-resolution -> accept "no flow is filtered"
}
define bgp-family-restart {
  long-lived {
    restarter @presence {
      disable
      stale-time <time:name>
    }
    extended-route-retain @presence { retention-time <time:name> }
  }
  forwarding-state-bit (set | from-fib)
}

words {
  graceful-shutdown              "BGP graceful shutdown"
  sender                         "Graceful shutdown sender"
  peer-as-list                   "List of AS lists a dynamic peer may be in"
  <list>                         "Name of AS list"
  peer-auto-discovery            "Discover peers automatically"
  ipv6-nd                        "By IPv6 neighbor discovery"
  <as-number>                    "Autonomous system number in plain number or 'higher 16bits'.'Lower 16 bits' (asdot notation) format"
  <limit-threshold>              "Percentage of prefix-limit to start warnings"
  <context>                      "Context identifier"
  <dynamic-neighbor>             "Dynamic neighbor template name"
  <loops>                        "Maximum number of times this AS can be in an AS path"
  <time>                         "Time"
  <tokens>                       "Number of tokens"
  accepted-prefix-limit          "Limit maximum number of prefixes accepted from a peer"
  add-path                       "Advertise multiple paths to peer"
  advertise-bgp-static           "Advertise bgp-static routes"
  advertise-default              "Advertise default and suppress more specific routes"
  advertise-to-non-llgr-neighbor "Advertise stale routes to non-LLGR neighbors"
  aes-128-cmac-96                "Cipher-based Message Authentication Code (AES128) (96 bits)"
  aggregate-label                "Aggregate labels of incoming routes with the same FEC"
  all                            "Retain all routes"
  all-paths                      "Advertise all paths allowed by path count"
  allow                          "Configure peer connections for specific networks"
  any                            "Include unicast and multicast NLRI"
  as-override                    "Replace neighbor AS number with our AS number"
  authentication-algorithm       "Authentication algorithm name"
  authentication-key             "MD5 authentication key"
  authentication-key-chain       "Key chain name"
  auto-discovery-only            "Include auto-discovery NLRI for LDP Layer 2 VPN and VPLS"
  bgp-error-tolerance            "Handle BGP malformed updates softly"
  bgp-orf-cisco-mode             "Using BGP ORF capability code 130 and Prefix ORF type 128"
  cluster                        "Cluster identifier"
  context-identifier             "Context identifier"
  damping                        "Enable route flap damping"
  defaults                       "Map policy's priority class and BGP output-queue"
  delay-med-update               "Delay updating MED when IGP metric increases"
  delay-route-advertisements     "Delay route updates for this family until FIB-sync"
  description                    "Text description"
  disable                        "Disable BGP"
  disable-notification-extensions "Disable BGP graceful-restart notification extensions"
  disable-notification-flag      "Disable the notification flag in the graceful-restart capability"
  drop-excess                    "Drop routes over the limit for this peer"
  dynamic-neighbor               "Properties of BGP dynamic peers"
  egress-protection              "BGP egress protection"
  egress-te                      "Use Egress Peering traffic engineering"
  entropy-label                  "Use entropy label for entropy label capable BGP LSPs"
  equal-cost-paths               "Advertise equal cost paths"
  evpn                           "EVPN NLRI parameters"
  expedited                      "Expedited queue; highest priority"
  export                         "Export policy"
  extended-nexthop               "Extended nexthop encoding (RFC 5549)"
  extended-nexthop-color         "Resolve using extended color nexthop"
  extended-route-retain          "Extended route retention options"
  external                       "External group"
  external-paths                 "Number of external paths accepted for route filtering"
  family                         "Protocol family for NLRIs in updates"
  flow                           "Include flow NLRI"
  forever                        "Idle the peer until the user intervenes"
  forwarding-context             "Routing-instance used for data-forwarding and transport-session"
  forwarding-state-bit           "BGP long-lived graceful-restart forwarding-state flag negotiation"
  from-fib                       "Set according to state of associated FIB"
  graceful-restart               "BGP graceful restart options"
  graceful-restart-forwarding-state-bit "BGP graceful-restart forwarding-state flag negotiation"
  group                          "Define a peer group"
  hide-excess                    "Hide routes over the limit for this peer"
  high                           "Assign the 'high' priority class"
  hmac-sha-1-96                  "Hash-based Message Authentication Code (SHA1) (96 bits)"
  hold-time                      "Hold time used when negotiating with a peer"
  idle-after-switch-over         "Stop peer session from coming up after nonstop-routing switch-over"
  idle-timeout                   "Timeout before attempting to restart peer"
  import                         "Import policy"
  include-backup-path            "Number of backup paths to advertise"
  include-mp-next-hop            "Include NEXT-HOP attribute in multiprotocol updates"
  inet                           "IPv4 NLRI parameters"
  inet-mdt                       "Multicast IPv4 NLRI parameters of distribution trees"
  inet-mvpn                      "IPv4 MVPN NLRI parameters"
  inet-vpn                       "IPv4 Layer 3 VPN NLRI parameters"
  inet6                          "IPv6 NLRI parameters"
  inet6-mvpn                     "IPv6 MVPN NLRI parameters"
  inet6-vpn                      "IPv6 Layer 3 VPN NLRI parameters"
  install-address                "Address of an install"
  interface                      "Interface name"
  internal                       "Internal group"
  interval                       "Time to collect statistics (seconds)"
  iso-vpn                        "ISO VPN NLRI parameters"
  keep                           "How to retain routes in the routing table"
  keep-import                    "Import policy of routes that are kept"
  l2vpn                          "MPLS-based Layer 2 VPN and VPLS NLRI parameters"
  l2vpn-use-bgp-rules            "Use standard BGP rules during L2VPN/VPLS path selection"
  labeled-unicast                "Include labeled unicast NLRI"
  legacy-redirect-ip-action      "Configure legacy redirect to IP support"
  list-nexthop                   "Use list nexthop when the multipath is formed"
  local-address                  "Address of local end of BGP session"
  local-interface                "Local interface for IPv6 link local EBGP peering"
  local-ipv4-address             "Local IPv4 address"
  local-preference               "Value of LOCAL_PREF path attribute"
  log-updown                     "Log a message for peer state transitions"
  long-lived                     "Long-lived graceful restart options"
  loops                          "Allow local AS in received AS paths"
  low                            "Assign the 'low' priority class"
  malformed-route-limit          "Maximum number of malformed routes from a peer"
  malformed-update-log-interval  "Time used when logging malformed update"
  maximum                        "Maximum number of prefixes from a peer"
  maximum-delay                  "Maximum delay deferring routes"
  md5                            "Message Digest 5"
  med-multiplier                 "Set multiplier for the MED of a route"
  medium                         "Assign the 'medium' priority class"
  metric-out                     "Route metric sent in MED"
  minimum-delay                  "Minimum-delay to ensure export"
  minimum-hold-time              "Minimum hold time used when negotiating with a peer"
  mtu-discovery                  "Enable TCP path MTU discovery"
  multicast                      "Include multicast NLRI"
  multipath                      "Allow load sharing among multiple BGP paths"
  multipath-build-priority       "Configure the multipath build priority"
  multiple-as                    "Use paths received from different ASs"
  nearest                        "Use closest public AS number to replace a private AS number"
  neighbor                       "Configure a neighbor"
  nexthop-resolution             "Configure nexthop resolution behavior"
  nexthop-self                   "Set nexthop to self for routes sent over this multihop session"
  no-install                     "Don't install flow routes to the flow policer"
  no-malformed-route-limit       "No malformed route limit"
  no-next-hop-validation         "Don't validate next hop field against route next hop"
  no-peer-loop-check             "Remove peer loop-check"
  no-resolution                  "Consider nexthop alternatives that need no resolution"
  no-validate                    "Bypass validation procedure for routes that match this policy"
  none                           "Retain no routes"
  omit-no-export                 "Do not attach no-export community"
  out-delay                      "How long before exporting routes from routing table"
  outbound-route-filter          "Dynamically negotiated cooperative route filtering"
  output-queue-priority          "BGP output queue priority scheduler for updates"
  passive                        "Do not send open messages to a peer"
  path-count                     "Number of paths to advertise"
  path-selection                 "Configure path selection strategy"
  path-selection-mode            "Configure how to select paths"
  pause-computation-during-churn "Pause multipath computation of a peer during churn"
  per-group-label                "Advertise prefixes with unique labels per group"
  per-prefix-label               "Allocate a unique label to each advertised prefix"
  precision-timers               "Use precision timers for scheduling"
  preference                     "Preference value"
  prefix-based                   "Prefix-based outbound route filtering"
  prefix-limit                   "Limit maximum number of prefixes from a peer"
  prefix-policy                  "Policy to limit the prefixes that add-path is used for"
  preserve-nexthop-hierarchy     "Attempt preserving resolved nexthop chain in forwarding"
  priority                       "Output queue priority; higher is better"
  private                        "Hide this local AS in paths learned from this peering"
  protection                     "Compute backup path for active nexthop failure"
  proxy-generate                 "Generate route target NLRI for peers that don't support it"
  receive                        "Receive multiple paths from peer"
  receive-buffer                 "Socket receive buffer size"
  receiver                       "Long-lived graceful restart receiver (helper) options"
  remove-private                 "Remove well-known private AS numbers"
  replace                        "Replace private AS numbers with the BGP Group's local AS number"
  restart-time                   "Restart time used when negotiating with a peer"
  restarter                      "Long-lived graceful restart restarter options"
  retention-time                 "Extended route retention time"
  rib                            "Select table used by labeled routes"
  rib-group                      "Routing table group"
  route-age                      "Maximum delay(sec) advertisement route age"
  route-refresh-priority         "Default output-queue to assign updates to after a route refresh"
  route-server-client            "Enable route server client behavior"
  route-target                   "Route target NLRI used for VPN route filtering"
  route-target-policy            "Limit VPN routes that are used to generate proxy route-target filters"
  routing-uptime                 "Minimum delay(sec) advertisement after RPD start"
  secondary-independent-resolution "Resolve FLOW routes in VRF table independent of VPN FLOW table"
  segment-routing-te             "Include segment-routing TE policy"
  send                           "Allow sending multiple paths"
  send-buffer                    "Socket send buffer size"
  signaling                      "Include signaling NLRI"
  stale-routes-time              "Maximum time for which stale routes are kept"
  stale-time                     "Stale time in seconds or dhms notation"
  tcp-aggressive-transmission    "Enable aggressive transmission of pure TCP ACKs and retransmissions"
  tcp-mss                        "Maximum TCP segment size"
  teardown                       "Clear peer connection on reaching limit"
  topology                       "Multi topology routing tables"
  traffic-engineering            "Traffic Engineering (BGP-LS) NLRI parameters"
  traffic-statistics             "Collect statistics for BGP label-switched paths"
  traffic-statistics-labeled-path "Collect periodic ingress labeled statistics for BGP label-switched paths"
  ttl                            "TTL value for the session"
  type                           "Type of peer group"
  unconfigured-peer-graceful-restart "BGP unconfigured peer graceful restart options"
  unicast                        "Include unicast NLRI"
  update-tokens                  "Number of tokens"
  withdraw-priority              "Default output-queue to assign withdrawn routes to"
  advertise-from-main-vpn-tables "Advertise VPN routes from bgp.Xvpn.0 tables in master instance"
  backward-traps-only-from-established "Limit traps for backward transitions to only those moving from Established state"
  drop-path-attributes           "List of attribute types to be dropped from received updates"
  emit-inet-address-length-in-oid "Emit length in OID for INET address MIB type"
  group-split-size               "Split BGP groups into smaller groups"
  igp-backup                     "Backup address for optimal route reflection"
  igp-primary                    "Primary address for optimal route reflection"
  optimal-route-reflection       "Enable optimal route reflection for this client group"
  snmp-options                   "Customize SNMP behaviors specifically for BGP MIBs"
}
