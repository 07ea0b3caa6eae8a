# commands/junos/bgp.cmd: protocols bgp: understood and kept.    Source: CLI reference of Junos 21.4; order: captures of
# Junos 17.4 and 25.4. What is said on one line in braces and line by line in set form: captures of Junos 17 to 21
# (`autonomous-system loops 2`, `local-as private`).

define protocols {
  bgp -> accept "BGP has no neighbours yet" {
    disable
    precision-timers
    traceoptions { use traceoptions }
    path-selection {
      cisco-non-deterministic
      always-compare-med
      med-plus-igp @presence {
        med-multiplier <multiplier:1..1000>
        igp-multiplier <multiplier:1..1000>
      }
      external-router-id
      as-path-ignore
      l2vpn-use-bgp-rules
    }
    use bgp-common
    bgp-error-tolerance @presence {
      malformed-update-log-interval <seconds:10..65535>
      malformed-route-limit <limit:0..4294967295>
      no-malformed-route-limit
    }
    traffic-statistics-labeled-path {
      file @flat { use trace-file }
      interval <seconds:60..65535>
    }
    group <group!:bgp-group> {
      type (internal | external)
      traceoptions { use traceoptions }
      use bgp-common
      allow <address!:prefix-or-all>...
      dynamic-neighbor <dynamic-neighbor!:name> {
        allow <address!:prefix-or-all>...
        peer-as <peer-as:asn>
        peer-as-list <list!:name>...
        peer-auto-discovery {
          family inet6 {
            ipv6-nd
            interface <interface!:ifl>...
          }
        }
      }
      unconfigured-peer-graceful-restart
      neighbor <neighbor!:ip> {
        traceoptions { use traceoptions }
        use bgp-common
      }
    }
  }
}
define bgp-common {
  description <description:text>
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
  local-interface <interface:ifl>
  forwarding-context <instance:instance>
  hold-time <seconds:0..65535>
  minimum-hold-time <seconds:3..65535>
  ttl <ttl:1..255>
  keep (all | none)
  passive
  advertise-inactive
  (advertise-peer-as | no-advertise-peer-as)
  advertise-external @presence { conditional }
  advertise-bgp-static @presence { policy <policy!:policy>... }
  import <policy!:policy>...
  family inet { use bgp-families }
  family inet6 { use bgp-families6 }
  family inet-vpn { use bgp-vpn-families }
  family inet6-vpn { use bgp-vpn-families }
  family inet-mdt { signaling @presence { use bgp-family } }
  family inet-mvpn { signaling @presence { use bgp-family } }
  family inet6-mvpn { signaling @presence { use bgp-family } }
  family iso-vpn { unicast @presence { use bgp-family } }
  family l2vpn {
    auto-discovery-only @presence { use bgp-family }
    signaling @presence { use bgp-family }
  }
  family evpn {
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
    external-paths <count:1..256>
    advertise-default
    proxy-generate @presence { route-target-policy <policy!:policy>... }
    damping
    graceful-restart { use bgp-family-restart }
  }
  family traffic-engineering { unicast @presence { use bgp-family } }
  authentication-key <key:key> @secret
  authentication-algorithm (aes-128-cmac-96 | hmac-sha-1-96 | md5)
  authentication-key-chain <key-chain:name>
  export <policy!:policy>...
  vpn-apply-export
  egress-te @presence { install-address <prefix:any-prefix> }
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
  peer-as-list <list!:name>...
  local-as @flat {
    <as-number:asn>
    loops <loops:1..10>
    (private | alias)
    no-prepend-global-as
  }
  ipsec-sa <ipsec-sa:name>
  graceful-restart @presence {
    disable
    restart-time <seconds:1..600>
    stale-routes-time <seconds:1..600>
    long-lived {
      advertise-to-non-llgr-neighbor @presence { omit-no-export }
      receiver { (enable | disable) }
    }
    disable-notification-extensions
    disable-notification-flag
  }
  include-mp-next-hop
  idle-after-switch-over (forever | <seconds:1..4294967295>)
  outbound-route-filter {
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
    pause-computation-during-churn
    list-nexthop
  }
  multipath-build-priority { (low | medium) }
  as-override
  mtu-discovery
  log-updown
  mvpn-iana-rt-import
  tcp-mss <bytes:1..4096>
  tcp-aggressive-transmission
  out-delay <seconds:0..65535>
  bfd-liveness-detection { use bfd }
  send-buffer <size:bytes>
  receive-buffer <size:bytes>
  output-queue-priority {
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
  drop-excess [<percent:1..100>]
  hide-excess [<percent:1..100>]
}
define bgp-families {
  unicast @presence { use bgp-unicast }
  multicast @presence { use bgp-unicast }
  any @presence { use bgp-unicast }
  labeled-unicast @presence {
    use bgp-unicast
    use bgp-labels
    rib { inet.3 }
  }
  flow @presence {
    use bgp-family
    no-validate <policy:policy>
    no-install
  }
  segment-routing-te @presence { use bgp-family }
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
    aggregate-label @presence { community <community:community> }
    egress-protection @presence {
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
  nexthop-resolution {
    no-resolution
    preserve-nexthop-hierarchy
  }
  topology <topology!:name> { community <community!:community-member>... }
  protection
  no-install
  extended-nexthop
  extended-nexthop-color
}
define bgp-labels {
  aggregate-label @presence { community <community:community> }
  per-prefix-label
  per-group-label
  traffic-statistics @presence {
    interval <seconds:60..65535>
    file @flat { use trace-file }
  }
  explicit-null @flat @presence { connected-only }
  entropy-label @presence { no-next-hop-validation }
  resolve-vpn
}
define bgp-family {
  prefix-limit { use bgp-limit }
  accepted-prefix-limit { use bgp-limit }
  damping
  local-ipv4-address <address:ipv4>
  rib-group <rib-group:name>
  add-path {
    receive
    send @presence {
      prefix-policy <policy!:policy>...
      path-count <count:2..64>
      include-backup-path <count:1..2>
      multipath
      path-selection-mode { (all-paths | equal-cost-paths) }
    }
  }
  aigp @presence { disable }
  loops <loops:1..10>
  output-queue-priority @flat { use bgp-queue }
  route-refresh-priority @flat { use bgp-queue }
  withdraw-priority @flat { use bgp-queue }
  graceful-restart { use bgp-family-restart }
  graceful-restart-forwarding-state-bit (set | from-fib)
  legacy-redirect-ip-action @presence {
    receive
    send
  }
  secondary-independent-resolution
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
}
