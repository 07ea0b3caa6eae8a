# commands/junos/class-of-service.cmd: queues and marks: understood and kept.    Source: CLI reference of Junos 21.4;
# forwarding-policy: capture of vJunos-router 25.4.

config {
  class-of-service -> accept "packets wait in no queues" { use class-of-service }
}
define class-of-service {
  traceoptions { use traceoptions }
  classifiers {
    dscp <classifier!:name> { use cos-classifier }
    dscp-ipv6 <classifier!:name> { use cos-classifier }
    exp <classifier!:name> { use cos-classifier }
    ieee-802.1 <classifier!:name> { use cos-classifier }
    ieee-802.1ad <classifier!:name> { use cos-classifier }
    inet-precedence <classifier!:name> { use cos-classifier }
  }
  loss-priority-maps { frame-relay-de <map-name!:name> { loss-priority <loss-priority!:loss-priority> code-points <alias!:name>... } }
  code-point-aliases {
    dscp <alias!:name> <bits:name>
    dscp-ipv6 <alias!:name> <bits:name>
    exp <alias!:name> <bits:name>
    ieee-802.1 <alias!:name> <bits:name>
    inet-precedence <alias!:name> <bits:name>
  }
  drop-profiles <profile!:name> {
    interpolate {
      fill-level <level!:0..100>...
      drop-probability <probability!:0..100>...
    }
    fill-level <level!:0..100> drop-probability <probability:0..100>
  }
  forwarding-classes {
    class <class-name!:name> @flat {
      queue-num <queue:0..15>
      priority (high | low)
      policing-priority (normal | premium)
    }
    queue <queue!:0..15> <class-name:name> [priority (high | low)]
  }
  forwarding-class-sets <set!:name> { class <class-name!:name> }
  tri-color
  host-outbound-traffic {
    forwarding-class <class-name:name>
    dscp-code-point <bits:name>
    ieee-802.1 { default <bits:name> }
  }
  traffic-control-profiles <profile!:name> {
    scheduler-map <map-name:name>
    shaping-rate @flat {
      <bandwidth:bandwidth-or-percent>
      burst-size <size:bytes>
    }
    guaranteed-rate @flat {
      <bandwidth:bandwidth-or-percent>
      burst-size <size:bytes>
    }
    delay-buffer-rate @flat { <bandwidth:bandwidth-or-percent> }
    overhead-accounting (frame-mode | cell-mode) [bytes <bytes:-120..124>]
  }
  forwarding-policy {
    next-hop-map <map-name!:name> {
      forwarding-class <class-name!:name> {
        next-hop <next-hop!:next-hop>...
        lsp-next-hop <lsp!:text>...
        non-lsp-next-hop
        discard
      }
      forwarding-class-default {
        next-hop <next-hop!:next-hop>...
        lsp-next-hop <lsp!:text>...
        discard
      }
    }
    class <class-name!:name> { classification-override { forwarding-class <forwarding-class:name> } }
  }
  fragmentation-maps <map-name!:name> {
    forwarding-class <class-name!:name> {
      fragment-threshold <bytes:80..16320>
      multilink-class <class:0..7>
      no-fragmentation
    }
  }
  routing-instances {
    <instance!:instance> {
      classifiers {
        exp <classifier:name>
        dscp <classifier:name>
      }
    }
  }
  interfaces {
    <interface!:cos-interface> {
      scheduler-map <map-name:name>
      scheduler-map-chassis <map-name:name>
      shaping-rate @flat { <bandwidth:bandwidth-or-percent> }
      input-traffic-control-profile <profile:name>
      output-traffic-control-profile <profile:name>
      output-forwarding-class-set <set!:name> { output-traffic-control-profile <profile:name> }
      forwarding-class <class-name:name>
      classifiers { use cos-interface-classifiers }
      rewrite-rules { use cos-interface-rewrites }
      member-link-scheduler (replicate | scale)
      unit <cos-unit!:name> @presence {
        scheduler-map <map-name:name>
        shaping-rate @flat { <bandwidth:bandwidth-or-percent> }
        forwarding-class <class-name:name>
        input-traffic-control-profile <profile:name>
        output-traffic-control-profile <profile:name>
        classifiers { use cos-interface-classifiers }
        rewrite-rules { use cos-interface-rewrites }
      }
    }
  }
  rewrite-rules {
    dscp <rewrite!:name> { use cos-rewrite }
    dscp-ipv6 <rewrite!:name> { use cos-rewrite }
    exp <rewrite!:name> { use cos-rewrite }
    ieee-802.1 <rewrite!:name> { use cos-rewrite }
    ieee-802.1ad <rewrite!:name> { use cos-rewrite }
    inet-precedence <rewrite!:name> { use cos-rewrite }
  }
  scheduler-maps <map-name!:name> {
    import <map-name:name>
    forwarding-class <class-name!:name> scheduler <scheduler:name>
  }
  schedulers <scheduler!:name> {
    transmit-rate @flat { use cos-rate }
    shaping-rate @flat { use cos-rate }
    excess-rate (percent <percent:0..100> | proportion <proportion:0..1000>)
    excess-priority (high | low | medium-high | medium-low | none)
    buffer-size @flat {
      (percent <percent:0..100> | remainder [<percent:1..100>] | temporal <microseconds:1..2000000>)
      exact
    }
    priority (low | medium-low | medium-high | high | strict-high)
    drop-profile-map loss-priority (any | low | medium-low | medium-high | high) protocol (any | tcp | non-tcp) drop-profile <profile:name>
    explicit-congestion-notification
  }
  system-defaults { classifiers { exp <classifier:name> } }
}
define cos-rate {
  (<bandwidth:bandwidth> | percent <percent:0..100> | remainder [<percent:1..100>])
  (exact | rate-limit)
}
define cos-classifier {
  import <classifier:name>
  forwarding-class <class-name!:name> { loss-priority <loss-priority!:loss-priority> code-points <alias!:name>... }
}
define cos-rewrite {
  import <rewrite:name>
  forwarding-class <class-name!:name> { loss-priority <loss-priority!:loss-priority> code-point <alias:name> }
}
define cos-interface-classifiers {
  dscp <classifier:name>
  dscp-ipv6 <classifier:name>
  exp <classifier:name>
  ieee-802.1 <classifier:name> [vlan-tag (inner | outer)]
  inet-precedence <classifier:name>
  no-default
}
define cos-interface-rewrites {
  dscp <rewrite:name> [protocol (mpls | inet-both)]
  dscp-ipv6 <rewrite:name>
  exp <rewrite:name> [protocol (mpls-any | mpls-inet-both | mpls-inet-both-non-vpn)]
  ieee-802.1 <rewrite:name> [vlan-tag (outer | outer-and-inner)]
  inet-precedence <rewrite:name> [protocol (mpls | inet-both)]
}

words {
  <alias>                        "Alias"
  <bits>                         "Bit string"
  <classifier>                   "Classifier"
  <cos-unit>                     "CoS unit"
  <loss-priority>                "Loss priority"
  <microseconds>                 "Microseconds"
  <probability>                  "Probability"
  <proportion>                   "Proportion"
  <rewrite>                      "Rewrite"
  <set>                          "Set"
  burst-size                     "Burst size"
  bytes                          "Bytes"
  cell-mode                      "Cell mode"
  classification-override        "Classification override"
  classifiers                    "Classify incoming packets based on code point value"
  code-point                     "Code point"
  code-point-aliases             "Code point aliases"
  code-points                    "List of code point aliases and bit strings"
  default                        "Default"
  delay-buffer-rate              "Delay buffer rate"
  drop-probability               "Probability packet will be dropped"
  drop-profile                   "Drop profile"
  drop-profile-map               "Drop profile map"
  drop-profiles                  "Random Early Drop (RED) data point map"
  dscp-code-point                "DSCP code point"
  dscp-ipv6                      "DSCP IPv6"
  excess-priority                "Excess priority"
  excess-rate                    "Excess rate"
  exp                            "EXP"
  explicit-congestion-notification "Explicit congestion notification"
  fill-level                     "Fill level data points"
  forwarding-class-default       "Forwarding class default"
  forwarding-class-sets          "Forwarding class sets"
  fragment-threshold             "Fragment threshold"
  fragmentation-maps             "Fragmentation maps"
  frame-mode                     "Frame mode"
  frame-relay-de                 "Frame relay de"
  guaranteed-rate                "Guaranteed rate"
  host-outbound-traffic          "Host outbound traffic"
  ieee-802.1                     "IEEE 802.1"
  ieee-802.1ad                   "IEEE 802.1ad"
  inet-both                      "Inet both"
  inet-precedence                "Inet precedence"
  input-traffic-control-profile  "Input traffic control profile"
  interpolate                    "Data points are interpolated"
  loss-priority-maps             "Loss priority maps"
  member-link-scheduler          "Member link scheduler"
  mpls-any                       "MPLS any"
  mpls-inet-both                 "MPLS inet both"
  mpls-inet-both-non-vpn         "MPLS inet both non VPN"
  multilink-class                "Multilink class"
  no-default                     "Disable default"
  no-fragmentation               "Disable fragmentation"
  non-lsp-next-hop               "Non LSP next hop"
  non-tcp                        "Non TCP"
  outer-and-inner                "Outer and inner"
  output-forwarding-class-set    "Output forwarding class set"
  output-traffic-control-profile "Output traffic control profile"
  overhead-accounting            "Overhead accounting"
  policing-priority              "Policing priority"
  premium                        "Premium"
  proportion                     "Proportion"
  remainder                      "Remainder available"
  replicate                      "Replicate schedulers to each member link"
  rewrite-rules                  "Write code point value of outgoing packets"
  scale                          "Divide schedulers among member links"
  scheduler-map-chassis          "Scheduler map chassis"
  shaping-rate                   "Outgoing bandwidth limit"
  system-defaults                "System defaults"
  tcp                            "TCP"
  temporal                       "Temporal buffer size"
  traffic-control-profiles       "Traffic control profiles"
  tri-color                      "Enable tricolor marking"
  vlan-tag                       "VLAN tag"
}
