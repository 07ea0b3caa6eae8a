# commands/junos/forwarding-options.cmd: how packets are forwarded beside routing: understood and kept.    Source: CLI
# reference of Junos 21.4; storm control: captures of QFX (Junos 17.4).

config {
  forwarding-options -> accept "packets are forwarded in the plain way" {
    storm-control-profiles <profile!:name> {
      all @presence {
        bandwidth-level <kbps:100..100000000>
        bandwidth-percentage <percent:1..100>
        no-broadcast
        no-multicast
        no-registered-multicast
        no-unknown-unicast
        no-unregistered-multicast
      }
      action-shutdown
    }
    use instance-forwarding-options
    hash-key @presence {
      family inet {
        layer-3 @presence {
          (source-address | destination-address)
          incoming-interface-index
        }
        layer-4
      }
      family inet6 {
        layer-3
        layer-4
      }
      family mpls {
        label-1
        label-2
        label-3
        no-labels
        no-label-1-exp
        all-labels
        payload {
          ether-pseudowire
          ip @presence { (layer-3-only | port-data) }
        }
      }
      family multiservice {
        source-mac
        destination-mac
        payload { ip @presence { (layer-3 | layer-3-only | layer-4) } }
        symmetric-hash @presence { complement }
      }
    }
    enhanced-hash-key {
      hash-mode (layer2-header | layer2-payload)
      hash-seed <seed:0..4294967295>
    ecmp-dlb @oneline {
      assigned-flow
      flowlet { inactivity-interval <microseconds:16..32000> }
      per-packet
    }
      family inet { use hash-no-fields }
      family inet6 { use hash-no-fields }
      family mpls {
        no-payload
        no-ether-pseudowire
        label-1-exp
        incoming-interface-index
      }
      family multiservice {
        no-mac-addresses
        no-payload
        outer-priority
        incoming-interface-index
      }
      services-loadbalancing { family { inet { layer-3-services { source-address } } } }
    }
    load-balance {
      indexed-load-balance
      indexed-next-hop
      per-flow { hash-seed }
      per-prefix { hash-seed <seed:0..65534> }
    }
    load-balance-label-capability
    sampling @presence {
      traceoptions { use traceoptions }
      disable
      sample-once
      pre-rewrite-tos
      input { use sampling-input }
      family inet {
        input { use sampling-input }
        output { use sampling-output }
      }
      family inet6 {
        input { use sampling-input }
        output { use sampling-output }
      }
      output { use sampling-output }
      instance <instance!:name> {
        disable
        input { use sampling-input }
        family inet {
          input { use sampling-input }
          output { use sampling-output }
        }
        family inet6 {
          input { use sampling-input }
          output { use sampling-output }
        }
      }
    }
    port-mirroring @presence {
      mirror-once
      input { use sampling-input }
      family inet { use port-mirroring }
      family inet6 { use port-mirroring }
      family ethernet-switching { use port-mirroring }
      family vpls { use port-mirroring }
      instance <instance!:name> {
        input { use sampling-input }
        family inet { use port-mirroring }
        family inet6 { use port-mirroring }
        family ethernet-switching { use port-mirroring }
      }
    }
    analyzer <analyzer!:name> {
      input {
        ingress {
          interface <interface!:ifl>
          vlan <vlan!:name>
        }
        egress {
          interface <interface!:ifl>
          vlan <vlan!:name>
        }
      }
      output {
        interface <interface:ifl>
        vlan <vlan:name>
        ip-address <address:ipv4>
      }
    }
    accounting <accounting!:name> { output { use sampling-output } }
    vxlan-routing {
      next-hop <limit:name>
      interface-num <limit:name>
      overlay-ecmp
    }
    evpn-vxlan { shared-tunnels }
    tunnel-termination
    fast-reroute-priority (high | low | medium)
    next-hop-group <group!:name> {
      interface <interface!:ifl> { next-hop <address!:ip> }
      next-hop-subgroup <subgroup!:name> { interface <interface!:ifl> { next-hop <address!:ip> } }
    }
    rpf-loose-mode-discard { family { (inet | inet6) } }
  }
}
define instance-forwarding-options {
  family inet { use forwarding-family }
  family inet6 {
    use forwarding-family
    source-checking
  }
  family mpls { use forwarding-family }
  family vpls {
    filter { input <filter-name:name> }
    flood { input <filter-name:name> }
  }
  helpers {
    traceoptions { use traceoptions }
    bootp {
      relay-agent-option
      description <description:text>
      server <address!:ip> @flat {
        logical-system <logical-system:name>
        routing-instance <instance!:instance>...
      }
      maximum-hop-count <hops:1..16>
      minimum-wait-time <seconds:0..30000>
      client-response-ttl <ttl:1..255>
      source-address-giaddr
      vpn
      interface <interface!:ifl> @presence {
        no-listen
        broadcast
        description <description:text>
        server <address!:ip> @flat { routing-instance <instance!:instance>... }
        maximum-hop-count <hops:1..16>
      }
    }
    domain { use forwarding-helper }
    tftp { use forwarding-helper }
    port <port!:1..65535> { use forwarding-helper }
  }
  dhcp-relay @presence {
    traceoptions { use traceoptions }
    dhcpv6 {
      use dhcp-relay-options
      group <group!:name> {
        use dhcp-relay-options
        interface <interface!:ifl> @presence { exclude }
      }
      server-group <server-group!:name> { <address!:ipv6> @presence { } }
    }
    use dhcp-relay-options
    forward-only @presence {
      logical-system (current | default | <logical-system:name>)
      routing-instance (current | default | <instance:name>)
    }
    forward-snooped-clients (all-interfaces | configured-interfaces | non-configured-interfaces)
    no-snoop
    duplicate-clients-in-subnet (incoming-interface | option-82)
    server-group <server-group!:name> { <address!:ip> @presence { } }
    group <group!:name> {
      use dhcp-relay-options
      interface <interface!:ifl> @presence {
        exclude
        overrides { use dhcp-overrides }
      }
    }
  }
}
define forwarding-family {
  filter {
    input <filter-name:name>
    output <filter-name:name>
  }
  route-accounting
}
define hash-no-fields {
  no-source-address
  no-destination-address
  no-source-port
  no-destination-port
  no-l4-source-port
  no-l4-destination-port
  no-protocol
  no-next-header
  incoming-interface-index
  type-of-service
  traffic-class
  gtp-tunnel-end-point-identifier
}
define forwarding-helper {
  description <description:text>
  server <address!:ip> @presence { routing-instance <instance!:instance>... }
  interface <interface!:ifl> @presence {
    no-listen
    broadcast
    server <address!:ip> @presence { }
  }
}
define dhcp-relay-options {
  active-server-group <server-group:name>
  overrides { use dhcp-overrides }
  relay-option-82 @presence {
    circuit-id @presence {
      prefix { host-name }
      use-interface-description (device | logical)
      include-irb-and-l2
    }
    remote-id @presence { use-interface-description (device | logical) }
    server-id-override
  }
  service-profile <profile:name>
  liveness-detection { method { bfd { use bfd } } }
  maximum-hop-count <hops:1..16>
  minimum-wait-time <seconds:0..30000>
}
define dhcp-overrides {
  trust-option-82
  allow-snooped-clients
  no-allow-snooped-clients
  always-write-giaddr
  always-write-option-82 @presence { }
  layer2-unicast-replies
  replace-ip-source-with giaddr
  relay-source <interface:ifl>
  interface-client-limit <limit:1..500000>
  proxy-mode
  send-release-on-delete
}
define sampling-input {
  rate <rate:1..16000000>
  run-length <length:0..20>
  max-packets-per-second <packets:0..65535>
  maximum-packet-length <bytes:0..9192>
}
define sampling-output {
  aggregate-export-interval <seconds:90..1800>
  flow-inactive-timeout <seconds:15..1800>
  flow-active-timeout <seconds:60..1800>
  inline-jflow {
    source-address <address:ip>
    flow-export-rate <rate:1..3200>
  }
  flow-server <address!:ip> {
    port <port:1..65535>
    autonomous-system-type (origin | peer)
    version <version:name>
    version9 { template { <template:name> } }
    version-ipfix { template { <template:name> } }
    source-address <address:ip>
    routing-instance <instance:instance>
    dscp <dscp:0..63>
  }
  file @flat {
    filename <filename:name>
    size <size:bytes>
    files <number:1..100>
    (world-readable | no-world-readable)
  }
  interface <interface!:name> {
    engine-id <id:0..255>
    engine-type <id:0..255>
    source-address <address:ip>
  }
}
define port-mirroring {
  input { use sampling-input }
  output {
    interface <interface!:ifl> @presence { next-hop <address!:ip> }
    no-filter-check
    vlan <vlan:name>
    next-hop-group <group:name>
  }
}

words {
  forward-only                   "Forward DHCP packets without creating binding"
  current                        "The one the packet came in"
  default                        "The main one"
  ecmp-dlb                       "Enable dynamic load balancing on ECMP groups"
  assigned-flow                  "Assigned flow mode"
  flowlet                        "Flowlet mode"
  inactivity-interval            "Minimum idle time of a flow"
  per-packet                     "Per-packet mode"
  <instance>                     "Routing instance name"
  <logical-system>               "Logical system name"
  <microseconds>                 "Microseconds"
  <accounting>                   "Accounting"
  <hops>                         "Hops"
  <kbps>                         "Kbps"
  <seed>                         "Seed"
  <server-group>                 "Server group"
  <subgroup>                     "Subgroup"
  aggregate-export-interval      "Aggregate export interval"
  all-interfaces                 "All interfaces"
  all-labels                     "Use all labels of the stack"
  allow-snooped-clients          "Allow snooped clients"
  always-write-giaddr            "Always write giaddr"
  always-write-option-82         "Always write option 82"
  autonomous-system-type         "Autonomous system type"
  bandwidth-level                "Bandwidth level"
  circuit-id                     "Circuit ID"
  client-response-ttl            "Client response TTL"
  complement                     "Complement of the symmetric hash"
  configured-interfaces          "Configured interfaces"
  destination-mac                "Destination MAC"
  device                         "Device"
  dhcpv6                         "DHCPv6"
  domain                         "Domain"
  duplicate-clients-in-subnet    "Duplicate clients in subnet"
  engine-id                      "Engine ID"
  engine-type                    "Engine type"
  enhanced-hash-key              "Enhanced hash key"
  ether-pseudowire               "Ether pseudowire"
  evpn-vxlan                     "EVPN VXLAN"
  fast-reroute-priority          "Fast reroute priority"
  flood                          "Flood"
  flow-export-rate               "Flow export rate"
  flow-server                    "Flow server"
  forward-snooped-clients        "Forward snooped clients"
  giaddr                         "Gateway address"
  gtp-tunnel-end-point-identifier "GTP tunnel end point identifier"
  hash-mode                      "Hash mode"
  hash-seed                      "Hash seed"
  include-irb-and-l2             "Include IRB and L2"
  incoming-interface             "Incoming interface"
  incoming-interface-index       "Incoming interface index"
  indexed-next-hop               "Indexed next hop"
  inline-jflow                   "Inline JFlow"
  interface-client-limit         "Interface client limit"
  interface-num                  "Interface Number"
  label-1-exp                    "Label 1 EXP"
  label-3                        "Label 3"
  layer-3-only                   "Layer 3 only"
  layer-3-services               "Layer 3 services"
  layer2-header                  "Layer2 header"
  layer2-payload                 "Layer2 payload"
  layer2-unicast-replies         "Layer2 unicast replies"
  liveness-detection             "Liveness detection"
  load-balance-label-capability  "Load balance label capability"
  logical                        "Logical"
  max-packets-per-second         "Maximum packets per second"
  maximum-hop-count              "Maximum hop count"
  maximum-packet-length          "Maximum packet length"
  method                         "Method"
  minimum-wait-time              "Minimum wait time"
  mirror-once                    "Mirror once"
  multiservice                   "Layer 2 and other traffic"
  next-hop-subgroup              "Next hop subgroup"
  no-allow-snooped-clients       "Disable allow snooped clients"
  no-destination-address         "Disable destination address"
  no-destination-port            "Disable destination port"
  no-ether-pseudowire            "Disable ether pseudowire"
  no-filter-check                "Disable filter check"
  no-l4-destination-port         "Disable L4 destination port"
  no-l4-source-port              "Disable L4 source port"
  no-label-1-exp                 "Disable label 1 EXP"
  no-labels                      "Disable labels"
  no-listen                      "Disable listen"
  no-mac-addresses               "Disable MAC addresses"
  no-next-header                 "Disable next header"
  no-payload                     "Disable payload"
  no-protocol                    "Disable protocol"
  no-registered-multicast        "Disable registered multicast"
  no-snoop                       "Disable snoop"
  no-source-address              "Disable source address"
  no-source-port                 "Disable source port"
  no-unregistered-multicast      "Disable unregistered multicast"
  non-configured-interfaces      "Non configured interfaces"
  option-82                      "Option 82"
  outer-priority                 "Outer priority"
  overlay-ecmp                   "Overlay ECMP"
  overrides                      "Overrides"
  port-data                      "Use port data of the payload"
  port-mirroring                 "Configure parameters for port-mirroring"
  pre-rewrite-tos                "Pre rewrite tos"
  proxy-mode                     "Proxy mode"
  relay-agent-option             "Relay agent option"
  relay-option-82                "Relay option 82"
  relay-source                   "Relay source"
  remote-id                      "Remote ID"
  replace-ip-source-with         "Replace IP source with"
  route-accounting               "Route accounting"
  rpf-loose-mode-discard         "RPF loose mode discard"
  sample-once                    "Sample once"
  send-release-on-delete         "Send release on delete"
  server-id-override             "Server ID override"
  service-profile                "Service profile"
  services-loadbalancing         "Services loadbalancing"
  shared-tunnels                 "Shared tunnels"
  source-address-giaddr          "Source address giaddr"
  source-checking                "Source checking"
  source-mac                     "Source MAC"
  symmetric-hash                 "Symmetric hash"
  tftp                           "TFTP"
  trust-option-82                "Trust option 82"
  tunnel-termination             "Tunnel termination"
  type-of-service                "Type of service"
  use-interface-description      "Use interface description"
  vpn                            "VPN"
  vxlan-routing                  "VXLAN routing"
}
