# commands/junos/mpls.cmd: protocols mpls and rsvp; RSVP is understood and kept.    Source: CLI reference of Junos 21.4; paths of
# label-switched paths in the order of typing.

operational {
  show mpls "Show Multiprotocol Label Switching information" interface "Show MPLS interface information" [<interface:ifl>] -> show mpls-interface
  show mpls label "Show MPLS label information" usage "Show MPLS label usage" -> show mpls-label-usage
}

define protocols {
  mpls {
    disable "Disable MPLS"
    traceoptions -> accept "nothing is traced" { use traceoptions }
    statistics -> accept "no file of statistics is written" {
      file @flat { use trace-file }
      interval <seconds:1..65535>
      auto-bandwidth
      no-transit-statistics
      traffic-class-statistics
    }
    log-updown -> accept "there are no signaled paths" {
      (syslog | no-syslog)
      trap
      trap-path-down
      trap-path-up
    }
    traffic-engineering @oneline {
      (bgp | bgp-igp | bgp-igp-both-ribs | mpls-forwarding)
      database -> accept "there is no traffic engineering database" { import { use mpls-ted } }
    }
    no-propagate-ttl
    no-decrement-ttl                                             -> accept "RSVP is not built"
    icmp-tunneling
    explicit-null                                                -> accept "RSVP is not built"
    revert-timer <seconds:0..65535>                              -> accept "RSVP is not built"
    optimize-timer <seconds:0..65535>                            -> accept "RSVP is not built"
    optimize-hold-dead-delay <seconds:0..65535>                  -> accept "RSVP is not built"
    optimize-switchover-delay <seconds:0..900>                   -> accept "RSVP is not built"
    optimize-aggressive                                          -> accept "RSVP is not built"
    smart-optimize-timer <seconds:0..65535>                      -> accept "RSVP is not built"
    rsvp-error-hold-time <seconds:1..240>                        -> accept "RSVP is not built"
    ipv6-tunneling                                               -> accept "IPv6 is not forwarded by label"
    no-trap -> accept "traps are not sent" { (mpls-lsp-traps | rfc3812-traps) }
    admin-groups -> accept "RSVP is not built" { <group-name!:name> <group-value:0..31> }
    preference <preference:0..4294967295>                        -> accept "RSVP is not built"
    record                                                       -> accept "RSVP is not built"
    bandwidth <bandwidth:bandwidth>                              -> accept "RSVP is not built"
    class-of-service <class-of-service:0..7>                     -> accept "RSVP is not built"
    no-cspf                                                      -> accept "RSVP is not built"
    advertisement-hold-time <seconds:0..65535>                   -> accept "RSVP is not built"
    hop-limit <limit:2..255>                                     -> accept "RSVP is not built"
    standby                                                      -> accept "RSVP is not built"
    label-range {
      static-label-range <label!:0..1048575> <last-label:0..1048575> -> accept "static paths are not built"
      dynamic-label-range <label!:0..1048575> <last-label:0..1048575>
    }
    static-label-switched-path <path-name!:name> -> accept "static paths are not built" {
      ingress {
        next-hop <next-hop:next-hop>
        to <address:ip>
        push <label:0..1048575>
        preference <preference:0..4294967295>
        metric <metric:1..16777215>
        bandwidth <bandwidth:bandwidth>
        no-install-to-address
        install <address!:any-prefix> [active]
      }
      transit <label!:0..1048575> {
        next-hop <next-hop:next-hop>
        (pop | swap <new-label:0..1048575> | stitch)
        bandwidth <bandwidth:bandwidth>
        description <description:text>
      }
    }
    label-switched-path <path-name!:name> -> accept "RSVP is not built" { use mpls-lsp }
    path <path-name!:name> -> accept "RSVP is not built" { <address!:ip> [(strict | loose)] }
    interface "Enable RSVP on this interface" <interface!:ifl-or-all> @presence {
      disable "Disable RSVP"
      srlg <srlg!:name>...                                       -> accept "RSVP is not built"
      admin-group <admin-group!:name>...                         -> accept "RSVP is not built"
      always-mark-connection-protection-tlv                      -> accept "RSVP is not built"
      static -> accept "RSVP is not built" { protection-revert-time <seconds:0..65535> }
    }
  }
  rsvp -> accept "RSVP is not built" {
    disable
    traceoptions { use traceoptions }
    graceful-restart @presence {
      disable
      helper-disable
      maximum-helper-restart-time <seconds:1000..1800000>
      maximum-helper-recovery-time <seconds:1000..3600000>
    }
    preemption (aggressive | disabled | normal)
    soft-preemption { cleanup-timer <seconds:0..180> }
    refresh-time <seconds:1..65535>
    keep-multiplier <number:1..255>
    graceful-deletion-timeout <seconds:1..300>
    setup-protection
    no-p2mp-sublsp
    no-local-reversion
    no-hello-acknowledgements
    no-node-id-subobject
    no-interface-hello
    node-hello
    fast-reroute { optimize-timer <seconds:0..65535> }
    load-balance { bandwidth }
    tunnel-services @presence { devices <device!:name>... }
    update-threshold <percent:1..20>
    peer-interface <peer!:name> { disable }
    interface <interface!:ifl-or-all> @presence {
      disable
      (aggregate | no-aggregate)
      (reliable | no-reliable)
      authentication-key <key:text> @secret
      hello-interval <seconds:0..60>
      subscription @flat {
        <percent:0..65000>
        ct0 <percent:0..65000>
        ct1 <percent:0..65000>
        ct2 <percent:0..65000>
        ct3 <percent:0..65000>
      }
      bandwidth <bandwidth:bandwidth>
      update-threshold @flat { <percent:0..20> }
      link-protection @presence {
        disable
        max-bypasses <number:0..99>
        subscription <percent:1..65000>
        bandwidth <bandwidth:bandwidth>
        class-of-service <class-of-service:0..7>
        optimize-timer <seconds:0..65535>
        priority <setup:0..7> <reservation:0..7>
        hop-limit <limit:2..255>
        no-cspf
        no-node-protection
        bypass <bypass!:name> {
          to <address:ip>
          bandwidth <bandwidth:bandwidth>
          path { <address!:ip> [(strict | loose)] }
        }
        admin-group { use mpls-admin-group }
        path { <address!:ip> [(strict | loose)] }
      }
    }
  }
}
define mpls-ted {
  identifier <id:0..4294967295>
  l3-unicast-topology @presence { bgp-link-state }
  policy <policy!:policy>...
}
define mpls-lsp {
  disable
  traceoptions { use traceoptions }
  description <description:text>
  backup
  from <address:ip>
  (to <address:ip> | template)
  metric <metric:1..16777215>
  ldp-tunneling
  retry-timer <seconds:1..600>
  retry-limit <limit:0..10000>
  lsp-attributes {
    switching-type (fiber | lambda | packet-switch-capable | tdm)
    encoding-type (ethernet | packet | pdh | sonet-sdh)
    gpid (ethernet | hdlc | ipv4 | ppp)
    signal-bandwidth <bandwidth:bandwidth>
  }
  revert-timer <seconds:0..65535>
  optimize-timer <seconds:0..65535>
  no-cspf
  use mpls-path-options
  no-decrement-ttl
  (link-protection | node-link-protection)
  inter-domain
  associate-lsp <lsp:name> [from <address:ip>]
  p2mp [<p2mp:name>]
  policing {
    filter <filter:name>
    no-auto-policing
  }
  fast-reroute @presence {
    hop-limit <limit:0..255>
    (bandwidth <bandwidth:bandwidth> | bandwidth-percent <percent:1..100>)
    no-include-any
    no-exclude
    include-any <group!:name>...
    exclude <group!:name>...
  }
  auto-bandwidth @presence {
    adjust-interval <seconds:300..315360000>
    adjust-threshold <percent:0..100>
    minimum-bandwidth <bandwidth:bandwidth>
    maximum-bandwidth <bandwidth:bandwidth>
    minimum-bandwidth-adjust-interval <seconds:300..31536000>
    monitor-bandwidth
    adjust-threshold-overflow-limit <count:1..65535>
    adjust-threshold-underflow-limit <count:1..65535>
    resignal-minimum-bandwidth
  }
  optimize-hold-dead-delay <seconds:0..65535>
  install <address!:any-prefix> @flat { active }
  self-ping-duration <seconds:1..65535>
  no-self-ping
  entropy-label
  primary <path!:name> @presence {
    use mpls-path-options
    optimize-timer <seconds:0..65535>
    select (manual | unconditional)
  }
  secondary <path!:name> @presence {
    use mpls-path-options
    optimize-timer <seconds:0..65535>
    select (manual | unconditional)
  }
  oam { bfd-liveness-detection { use bfd } }
}
define mpls-path-options {
  preference <preference:0..4294967295>
  priority <setup:0..7> <reservation:0..7>
  (record | no-record)
  standby
  bandwidth @flat {
    <bandwidth:bandwidth>
    ct0 <bandwidth:bandwidth>
    ct1 <bandwidth:bandwidth>
    ct2 <bandwidth:bandwidth>
    ct3 <bandwidth:bandwidth>
  }
  class-of-service <class-of-service:0..7>
  hop-limit <limit:2..255>
  adaptive
  (random | least-fill | most-fill)
  admin-group { use mpls-admin-group }
  soft-preemption @presence { cleanup-timer <seconds:0..180> }
}
define mpls-admin-group {
  exclude <group!:name>...
  include-all <group!:name>...
  include-any <group!:name>...
}

words {
  <admin-group>                  "Administrative group"
  <bypass>                       "Name of bypass"
  <class-of-service>             "Class of service value"
  <group-value>                  "Group value"
  <last-label>                   "Last label of the range"
  <new-label>                    "Label to put in its place"
  <p2mp>                         "Name of point-to-multipoint LSP"
  <peer>                         "Name of peer"
  <reservation>                  "Hold priority"
  <setup>                        "Setup priority"
  <srlg>                         "SRLG name"
  active                         "Install prefix into inet.0"
  adaptive                       "Have the LSP smoothly cut over to new routes"
  adjust-interval                "Interval to adjust LSP bandwidth"
  adjust-threshold               "Percentage threshold to adjust LSP bandwidth"
  adjust-threshold-overflow-limit "Number of consecutive overflow samples to trigger adjustment"
  adjust-threshold-underflow-limit "Number of consecutive underflow samples to trigger adjustment"
  admin-group                    "Administrative group policy"
  admin-groups                   "Administrative groups"
  advertisement-hold-time        "Time that an 'LSP down' advertisement will be delayed"
  aggregate                      "Permit refresh reduction extensions on the interface"
  aggressive                     "Preempt whenever bandwidth is insufficient"
  always-mark-connection-protection-tlv "Mark all outgoing OAM packets with the connection protection TLV"
  associate-lsp                  "Associate the LSP for OAM"
  authentication-key             "Authentication password"
  auto-bandwidth                 "Do auto bandwidth allocation for this LSP"
  backup                         "Use LSP for backup next hops"
  bandwidth                      "Bandwidth to reserve (bps)"
  bgp-link-state                 "Use BGP link state"
  bypass                         "Bypass with specific constraints"
  class-of-service               "Class-of-service value"
  cleanup-timer                  "Time to wait before hard preemption"
  ct0                            "Bandwidth of traffic class 0"
  ct1                            "Bandwidth of traffic class 1"
  ct2                            "Bandwidth of traffic class 2"
  ct3                            "Bandwidth of traffic class 3"
  database                       "Traffic engineering database"
  description                    "Text description of label-switched path"
  disabled                       "Do not preempt RSVP sessions"
  dynamic-label-range            "Range for dynamically assigned labels"
  encoding-type                  "LSP encoding desired"
  exclude                        "Exclude groups"
  explicit-null                  "Advertise the EXPLICIT_NULL label when the router is the egress"
  fast-reroute                   "Fast reroute"
  fiber                          "Fiber switching"
  from                           "Address of ingress router"
  gpid                           "Generalized PID"
  graceful-deletion-timeout      "Time to wait for graceful deletion"
  graceful-restart               "RSVP graceful restart options"
  hdlc                           "HDLC"
  hop-limit                      "Maximum allowed router hops"
  icmp-tunneling                 "Allow MPLS LSPs to be used for tunneling ICMP error packets"
  identifier                     "BGP-TE domain identifier"
  include-all                    "Include all groups"
  include-any                    "Include one or more groups"
  ingress                        "Ingress LSR"
  install                        "Install prefix"
  inter-domain                   "Support inter-domain LSPs"
  ipv6-tunneling                 "Allow MPLS LSPs to be used for tunneling IPv6 traffic"
  keep-multiplier                "Keep multiplier"
  label-range                    "MPLS labels ranges"
  label-switched-path            "Label-switched path"
  lambda                         "Lambda switching"
  ldp-tunneling                  "Allow LDP to use this LSP for tunneling"
  least-fill                     "Path with least-filled links"
  link-protection                "Protect LSP from link faults only"
  log-updown                     "Logging actions for LSP up/down events"
  loose                          "Next address may be reached through others"
  lsp-attributes                 "Attributes for the LSP"
  manual                         "Path chosen manually"
  max-bypasses                   "Max number of bypasses, 0 disables"
  maximum-bandwidth              "Maximum LSP bandwidth"
  maximum-helper-recovery-time   "Maximum time to wait for a neighbor to recover"
  maximum-helper-restart-time    "Maximum time to wait for a neighbor to restart"
  metric                         "Next-hop metric value"
  minimum-bandwidth              "Minimum LSP bandwidth"
  minimum-bandwidth-adjust-interval "Duration for which minimum bandwidth is used"
  monitor-bandwidth              "Monitor LSP bandwidth without adjusting it"
  most-fill                      "Path with most-filled links"
  mpls-lsp-traps                 "Don't send MPLS LSP traps"
  no-aggregate                   "Don't permit refresh reduction extensions on the interface"
  no-auto-policing               "Turn off auto policing for this LSP"
  no-cspf                        "Disable automatic path computation"
  no-decrement-ttl               "Do not decrement the TTL within an LSP"
  no-exclude                     "Disable exclude checking"
  no-hello-acknowledgements      "Disable hello acknowledgements for sessions without hello"
  no-include-any                 "Disable include-any checking"
  no-install-to-address          "Don't install host route to 'to' address"
  no-interface-hello             "Disable interface hellos"
  no-local-reversion             "Disable local reversion of protected LSPs"
  no-node-id-subobject           "Don't include the node-id sub-object in the RRO"
  no-node-protection             "Disallow node protection on this interface"
  no-p2mp-sublsp                 "Do not accept sub-LSPs of point-to-multipoint LSPs"
  no-propagate-ttl               "Disable TTL propagation from IP to MPLS (on push) and MPLS to IP (on pop)"
  no-record                      "Don't record transited routers"
  no-reliable                    "Don't permit reliable message delivery"
  no-self-ping                   "Do not run self-ping over LSP"
  no-syslog                      "Do not send syslog messages"
  no-transit-statistics          "Disable transit LSP statistics collection"
  no-trap                        "Don't send SNMP traps"
  node-hello                     "Enable node-id based hellos"
  node-link-protection           "Protect LSP from link and node faults"
  normal                         "Preempt to accommodate new higher priority reservation"
  optimize-aggressive            "Run aggressive optimization algorithm based on IGP metric only"
  optimize-hold-dead-delay       "Delay before tear down the old optimized path"
  optimize-switchover-delay      "Delay before switching LSP to newly optimized path"
  optimize-timer                 "Periodical path reoptimizations"
  p2mp                           "Point-to-multipoint label-switched path"
  packet                         "Packet"
  packet-switch-capable          "Packet switching"
  path                           "Route of a label-switched path"
  pdh                            "PDH"
  peer-interface                 "Configure peer interface"
  pop                            "Pop the label"
  ppp                            "PPP"
  preemption                     "Set RSVP session preemption"
  preference                     "Preference value"
  primary                        "Preferred path"
  priority                       "Preemption priorities"
  protection-revert-time         "Wait time before traffic reverts to the protected next hop"
  push                           "Push label"
  random                         "Path chosen at random"
  record                         "Record transited routers"
  refresh-time                   "Refresh time"
  reliable                       "Permit reliable message delivery"
  resignal-minimum-bandwidth     "Resignal with minimum bandwidth after a failure"
  retry-limit                    "Maximum number of times to retry the primary path"
  retry-timer                    "Time before retrying the primary path"
  revert-timer                   "Hold-down window before reverting back to primary path, 0 disable"
  rfc3812-traps                  "Don't send RFC 3812 traps"
  rsvp-error-hold-time           "RSVP error hold time"
  secondary                      "Backup path"
  select                         "Path selection mode"
  self-ping-duration             "Duration over which to run self-ping"
  setup-protection               "Enable setup protection"
  signal-bandwidth               "Signaling bandwidth in bps"
  smart-optimize-timer           "Path optimization interval after a link traversed by the path goes down"
  soft-preemption                "Attempt make-before-break service while preempting this LSP"
  sonet-sdh                      "SONET/SDH"
  srlg                           "SRLG Name"
  standby                        "Keep backup paths in continuous standby"
  static-label-range             "Range for statically assigned labels"
  static-label-switched-path     "Static label-switched paths"
  statistics                     "Collect statistics for signaled label-switched paths"
  stitch                         "Stitch the incoming LSP"
  strict                         "Next address is a directly connected one"
  subscription                   "Link bandwidth percentage for RSVP reservation"
  swap                           "Swap the label"
  switching-type                 "LSP switching type desired"
  syslog                         "Send syslog messages"
  tdm                            "Time-division multiplexing"
  to                             "Address of egress router"
  traffic-class-statistics       "Enable traffic class statistics collection"
  traffic-engineering            "Traffic-engineering control"
  transit                        "Transit static LSP"
  trap                           "Send SNMP traps"
  trap-path-down                 "Send SNMP traps when a path goes down"
  trap-path-up                   "Send SNMP traps when a path comes up"
  unconditional                  "Path chosen regardless of its state"
  update-threshold               "Change in bandwidth that triggers an IGP update"
}
