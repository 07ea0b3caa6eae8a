# commands/junos/ldp.cmd: protocols ldp, what it shows, and pings along its paths.    Source: CLI reference of Junos 21.4.

operational {
  clear ldp "Clear Label Distribution Protocol information" neighbor "Clear LDP neighbors" (
      <destination:ipv4> |
      all "Clear all LDP neighbors" |
      instance "Name of LDP instance" <instance:any-instance>)*              -> do clear-ldp
  clear ldp session "Clear LDP sessions" (
      <destination:ipv4> |
      all "Clear all LDP sessions" |
      instance "Name of LDP instance" <instance:any-instance>)*              -> do clear-ldp
  show ldp "Show Label Distribution Protocol information" database "Show LDP label database" (
      (brief | detail | extensive) |
      instance "Name of LDP instance" <instance:any-instance> |
      session "Show database of a session" <session:ipv4>)*                  -> show ldp-database
  show ldp interface "Show LDP interface status" (
      <interface:ifl> |
      (brief | detail | extensive) |
      instance "Name of LDP instance" <instance:any-instance>)*              -> show ldp-interface
  show ldp neighbor "Show LDP neighbor status" (
      <neighbor:ipv4> |
      (brief | detail | extensive) |
      instance "Name of LDP instance" <instance:any-instance>)*              -> show ldp-neighbor
  show ldp overview "Show LDP overview" [instance "Name of LDP instance" <instance:any-instance>] -> show ldp-overview
  show ldp path "Show LDP label-switched paths" (
      <destination:route-destination> |
      (brief | detail | extensive) |
      instance "Name of LDP instance" <instance:any-instance>)*              -> show ldp-path
  show ldp route "Show entries in the LDP topology table" (
      <destination:route-destination> |
      (brief | detail | extensive) |
      instance "Name of LDP instance" <instance:any-instance>)*              -> show ldp-route
  show ldp session "Show LDP session status" (
      <destination:ipv4> |
      (brief | detail | extensive) |
      instance "Name of LDP instance" <instance:any-instance>)*              -> show ldp-session
  ping mpls "Ping label-switched path" ldp "Ping LDP-signaled label-switched path" <fec:route-destination> (
      count "Number of ping requests to send (1..1000000)" <count:1..1000000> |
      exp "Forwarding class of ping packets" <exp:0..7> |
      instance "Routing instance for ping attempt" <instance:any-instance> |
      size "Size of LSP ping request packet (88..65468 bytes)" <size:88..65468> |
      source "Source address of ping packet" <source:ipv4>)*                 -> do ping-mpls-ldp
  traceroute mpls "Trace route of a label-switched path" ldp "Trace LDP-signaled label-switched path" <fec:route-destination> (
      exp "Class of service to use in outgoing traceroute packets" <exp:0..7> |
      instance "Routing instance for traceroute attempt" <instance:any-instance> |
      source "Source address to use in outgoing traceroute packets" <source:ipv4> |
      ttl "Maximum time-to-live value" <ttl:1..255>)*                        -> do traceroute-mpls-ldp
}

define protocols {
  ldp {
    disable
    traceoptions -> accept "nothing is traced" { use traceoptions }
    traffic-statistics -> accept "no file of statistics is written" {
      file @flat { use trace-file }
      interval <seconds:60..65535>
      no-penultimate-hop
      sensor-based-stats
    }
    graceful-restart @presence -> accept "a graceful restart leaves LDP as it is" {
      disable
      helper-disable
      recovery-time <seconds:120..1800>
      maximum-neighbor-recovery-time <seconds:120..1800>
      reconnect-time <seconds:30..300>
      maximum-neighbor-reconnect-time <seconds:30..300>
    }
    auto-targeted-session @presence -> accept "nobody asks for targeted sessions here" {
      teardown-delay <seconds:0..300>
      maximum-sessions <number:1..1000>
    }
    preference <preference:0..4294967295>
    no-forwarding
    l2-smart-policy                                              -> accept "circuits are not built"
    track-igp-metric
    strict-targeted-hellos
    transport-preference (ipv4 | ipv6)                           -> accept "LDP speaks IPv4 only"
    family -> accept "LDP speaks IPv4 only" {
      inet
      inet6
    }
    longest-match @presence -> accept "FECs are matched exactly" { policy <policy!:policy>... }
    deaggregate                                                  -> accept "every FEC has a label of its own"
    no-deaggregate                                               -> accept "every FEC has a label of its own"
    explicit-null
    entropy-label @presence -> accept "no entropy labels are pushed" { ingress-policy <policy!:policy>... }
    mtu-discovery                                                -> accept "TCP segments are small enough"
    p2mp @presence -> accept "multicast is not built" {
      no-rsvp-tunneling
      no-re-merge
      root-address <address!:ip> { group-address <group!:ip> { source-address <source!:ip> } }
    }
    make-before-break -> accept "multicast is not built" {
      timeout <seconds:0..120>
      switchover-delay <seconds:0..300>
    }
    export <policy!:policy>...
    import <policy!:policy>...
    egress-policy <policy!:policy>...
    dod-request-policy <policy!:policy>...                       -> accept "labels are told unasked"
    next-hop -> accept "multicast is not built" { merged { policy <policy!:policy>... } }
    transport-address (router-id | interface | <address:ip>)
    keepalive-interval <seconds:1..65535>
    keepalive-timeout <seconds:1..65535>
    interface <interface!:ifl-or-all> @presence {
      disable
      hello-interval <seconds:1..65535>
      hold-time <seconds:1..65535>
      link-protection @presence -> accept "links are not protected" {
        disable
        dynamic-rsvp-lsp
      }
      transport-address (router-id | interface)
      allow-subnet-mismatch                                      -> accept "Hellos of other subnets are taken anyway"
    }
    neighbor <neighbor!:ip> @presence { }
    session <session!:ip> @presence {
      authentication-key <key:key> @secret
      authentication-algorithm (aes-128-cmac-96 | hmac-sha-1-96 | md5) -> accept "sessions are signed with MD5"
      authentication-key-chain <key-chain:name>                  -> accept "key chains are not built"
      downstream-on-demand                                       -> accept "labels are told unasked"
      mtu-discovery                                              -> accept "TCP segments are small enough"
      transport-address (router-id | interface | <address:ip>)   -> accept "a session has the address of its Hellos"
    }
    session-group <session-group!:any-prefix> @presence {
      authentication-key <key:key> @secret
      authentication-algorithm (aes-128-cmac-96 | hmac-sha-1-96 | md5) -> accept "sessions are signed with MD5"
      authentication-key-chain <key-chain:name>                  -> accept "key chains are not built"
      downstream-on-demand                                       -> accept "labels are told unasked"
      transport-address (router-id | interface | <address:ip>)   -> accept "a session has the address of its Hellos"
    }
    session-protection @flat @presence -> accept "sessions are not protected" { timeout <seconds:1..65535> }
    igp-synchronization @presence { holddown-interval <seconds:10..60> }
    log-updown -> accept "traps are not sent" { trap { disable } }
    targeted-hello {
      hello-interval <seconds:1..65535>
      hold-time <seconds:1..65535>
    }
    policing -> accept "nothing is policed" { fec <fec!:any-prefix> { ingress-traffic <filter:name> transit-traffic <transit-filter:name> } }
    rib-group <rib-group:name>                                   -> accept "routes are not copied between tables"
    oam -> accept "label-switched paths are not watched" {
      bfd-liveness-detection { use bfd }
      fec <fec!:any-prefix> {
        bfd-liveness-detection { use bfd }
        no-bfd-liveness-detection
      }
      ingress-policy <policy!:policy>...
      periodic-traceroute @presence {
        frequency <minutes:15..120>
        disable
      }
    }
  }
}

words {
  <destination>                  "Address of session or prefix"
  <exp>                          "Class of service"
  <neighbor>                     "Address of neighbor"
  <fec>                          "FEC prefix"
  <session-group>                "Session group prefix"
  <transit-filter>               "Filter name"
  authentication-key             "MD5 authentication key"
  deaggregate                    "Deaggregate FECs into separate labels"
  disable                        "Disable LDP"
  dod-request-policy             "Configure policies for Downstream-on-Demand label request"
  downstream-on-demand           "Configure downstream on demand label distribution mode"
  dynamic-rsvp-lsp               "Setup dynamic RSVP LSP for link protection"
  egress-policy                  "Configure outbound routing policies for egress prefixes"
  explicit-null                  "Advertise the EXPLICIT_NULL label"
  export                         "Configure outbound routing policies"
  fec                            "FEC to which the options apply"
  frequency                      "Time between traceroute attempts"
  group-address                  "IPv4/IPv6 group/subnet range"
  hello-interval                 "Hello interval"
  hold-time                      "Hello hold time"
  igp-synchronization            "Configure IGP synchronization parameters"
  import                         "Configure inbound routing policies"
  ingress-policy                 "Configure inbound routing policies"
  ingress-traffic                "Policer for ingress traffic"
  interface                      "Enable LDP on this interface"
  keepalive-interval             "Keepalive interval"
  keepalive-timeout              "Keepalive timeout"
  l2-smart-policy                "Do not export or import Layer 3 FECs for Layer 2 sessions"
  log-updown                     "Logging actions for LSP up/down events"
  longest-match                  "Use longest match to map FEC to routes"
  make-before-break              "Make before break"
  maximum-neighbor-reconnect-time "Maximum reconnect time allowed from a restarting neighbor"
  maximum-neighbor-recovery-time "Maximum time stale mappings are maintained"
  maximum-sessions               "Number of automatic targeted sessions allowed"
  merged                         "Merged next hops"
  mtu-discovery                  "Enable TCP path MTU discovery"
  neighbor                       "Configure a remote LDP neighbor"
  no-bfd-liveness-detection      "Disable BFD liveness detection for the FEC"
  no-deaggregate                 "Don't deaggregate FECs into separate labels"
  no-penultimate-hop             "No penultimate hop statistics collection"
  no-re-merge                    "Do not re-merge p2mp LSPs"
  no-rsvp-tunneling              "Do not use RSVP tunnel for p2mp LSP"
  oam                            "Configure LDP OAM"
  periodic-traceroute            "Configure periodic traceroute"
  policing                       "Configure policing for LDP FECs"
  preference                     "Route preference"
  reconnect-time                 "Time required to reestablish session after graceful restart"
  recovery-time                  "Time required for recovery"
  root-address                   "Configure the root address of P2MP LSP"
  router-id                      "Use router ID"
  sensor-based-stats             "Sensor based statistics"
  session                        "Configure session parameters"
  session-group                  "Configure session group parameters"
  session-protection             "Configure session protection"
  strict-targeted-hellos         "Do not send targeted hellos to unconfigured neighbors"
  switchover-delay               "Delay before old LSP is torn down"
  targeted-hello                 "Configure parameters for sending targeted hello messages"
  timeout                        "Timeout for make before break"
  track-igp-metric               "Track the IGP metric"
  transit-traffic                "Policer for transit traffic"
  transport-address              "Address used for TCP sessions"
  transport-preference           "IPv4/IPv6 preference for session TCP transport"
  trap                           "SNMP traps"
}
