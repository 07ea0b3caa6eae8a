# commands/junos/chassis.cmd: slots and cards: understood and kept.    Source: CLI reference of Junos 21.4.

config {
  chassis -> accept "the hardware is as its model has it" {
    aggregated-devices {
      ethernet {
        device-count <number:1..1800>
        lacp {
          system-priority <priority:0..65535>
          link-protection @presence { non-revertive }
        }
      }
      sonet { device-count <number:1..16> }
      maximum-links (16 | 32 | 64)
    }
    alarm {
      management-ethernet { link-down (red | yellow | ignore) }
      ethernet { link-down (red | yellow | ignore) }
      sonet {
        lol (red | yellow | ignore)
        los (red | yellow | ignore)
      }
    }
    auto-image-upgrade
    config-button {
      no-clear
      no-rescue
    }
    craft-lockout
    fabric {
      degraded {
        action-fpc-restart-disable
        auto-recovery-disable
      }
      redundancy-mode { (increased-bandwidth | redundant) }
    }
    maximum-ecmp (16 | 32 | 64 | 128)
    memory-enhanced @presence { (filter | route | vpn-label) }
    network-services (ip | ethernet | enhanced-ip | enhanced-ethernet | enhanced-mode | lan | all-ip)
    nssu { upgrade-group <group!:name> { fpcs <slot!:0..31>... } }
    pem { minimum <number:0..15> }
    psu { redundancy { n-plus-n } }
    redundancy {
      failover {
        on-loss-of-keepalives
        on-disk-failure
        on-re-to-fpc-stale
        not-on-disk-underperform
        other-routing-engine
      }
      graceful-switchover @presence { }
      keepalive-time <seconds:2..10000>
      routing-engine <slot!:0..1> (master | backup | disabled)
      cfeb <slot!:0..1> (always | preferred)
      feb { redundancy-group <group!:name> { feb <slot!:0..5> (backup | primary) } }
      ssb <slot!:0..1> (always | preferred)
    }
    routing-engine @presence {
      on-disk-failure { disk-failure-action (halt | reboot) }
    }
    cluster @presence {
      traceoptions { use traceoptions }
      control-link-recovery
      configuration-synchronize { no-secondary-bootup-auto }
      heartbeat-interval <milliseconds:1000..2000>
      heartbeat-threshold <number:3..8>
      reth-count <number:1..128>
      redundancy-mode (active-active | active-backup)
      control-ports { fpc <slot!:0..23> port <port:0..1> }
      redundancy-group <group!:0..128> {
        node <node!:0..1> priority <priority:1..254>
        preempt @presence {
          delay <seconds:1..21600>
          limit <number:1..50>
          period <seconds:1..1440>
        }
        gratuitous-arp-count <number:1..16>
        hold-down-interval <seconds:0..1800>
        interface-monitor { <interface!:interface-name> weight <weight:0..255> }
        ip-monitoring {
          global-weight <weight:0..255>
          global-threshold <threshold:0..255>
          retry-interval <seconds:1..30>
          retry-count <count:5..15>
          family {
            inet {
              <address!:ipv4> {
                weight <weight:0..255>
                interface <interface:ifl> { secondary-ip-address <address:ipv4> }
              }
            }
          }
        }
      }
    }
    fpc <slot!:0..63> {
      pic <pic!:0..31> {
        adaptive-services { service-package (layer-2 | layer-3 | extension-provider) }
        aggregate-ports
        ethernet { pic-mode (1G | 10G | 40G | 50G | 100G) }
        framing (sdh | sonet | t1 | e1 | t3 | e3)
        inline-services @presence { bandwidth <bandwidth:bandwidth> }
        number-of-ports <number:1..64>
        pic-mode (1G | 10G | 25G | 40G | 50G | 100G)
        port <port!:0..71> {
          speed <speed:name>
          number-of-sub-ports <number:1..8>
          unused
        }
        power (off | on)
        tunnel-services @presence {
          bandwidth <bandwidth:bandwidth>
          tunnel-port <port:0..71>
        }
        traffic-manager {
          ingress-shaping-overhead <bytes:-120..124>
          egress-shaping-overhead <bytes:-120..124>
          mode (egress-only | ingress-and-egress | session-shaping)
        }
        tunnel-only
      }
      power (off | on)
      sampling-instance <instance:name>
      flexible-queuing-mode
      lite-mode
      performance-mode @presence { number-of-ucode-workers <number:1..64> }
      max-queues <queues:name>
      inline-services {
        flex-flow-sizing
        flow-table-size {
          ipv4-flow-table-size <units:0..245>
          ipv6-flow-table-size <units:0..245>
        }
      }
      offline-on-fabric-bandwidth-reduction
      port-mirror-instance <instance:name>
    }
    slow-pfe-alarm
    synchronization {
      network-option (option-1 | option-2)
      clock-mode (auto-select | free-run)
      quality-mode-enable
      source { interfaces <interface!:interface-name> { priority <priority:1..5> } }
    }
    system-domains { root-domain-id <id:1..15> }
    vrf-mtu-check
  }
}

words {
  100G                           "100-Gigabit mode"
  10G                            "10-Gigabit mode"
  128                            "Up to 128"
  16                             "Up to 16"
  1G                             "1-Gigabit mode"
  25G                            "25-Gigabit mode"
  32                             "Up to 32"
  40G                            "40-Gigabit mode"
  50G                            "50-Gigabit mode"
  64                             "Up to 64"
  <queues>                       "Queues"
  <threshold>                    "Threshold"
  <units>                        "Units"
  action-fpc-restart-disable     "Action FPC restart disable"
  active-active                  "Active active"
  active-backup                  "Active backup"
  adaptive-services              "Adaptive services"
  aggregate-ports                "Aggregate ports"
  all-ip                         "All IP"
  always                         "Always the one in use"
  auto-recovery-disable          "Auto recovery disable"
  auto-select                    "Auto select"
  cfeb                           "Redundancy of Compact Forwarding Engine Boards"
  clock-mode                     "Clock mode"
  config-button                  "Config button"
  configuration-synchronize      "Configuration synchronize"
  control-link-recovery          "Enable automatic control link recovery"
  control-ports                  "Control ports"
  craft-lockout                  "Disable craft interface operation"
  degraded                       "Degraded"
  disk-failure-action            "Disk failure action"
  e1                             "E1 framing"
  e3                             "E3 framing"
  egress-only                    "Egress only"
  egress-shaping-overhead        "Egress shaping overhead"
  enhanced-mode                  "Enhanced mode"
  extension-provider             "Extension provider"
  fabric                         "Fabric"
  feb                            "Redundancy of Forwarding Engine Boards"
  flex-flow-sizing               "Flex flow sizing"
  flow-table-size                "Flow table size"
  fpcs                           "Slots of a group"
  framing                        "Framing"
  free-run                       "Free run"
  global-threshold               "Define global threshold for IP monitoring"
  global-weight                  "Define global weight for IP monitoring"
  gratuitous-arp-count           "Number of gratuitous ARPs to send on an active interface after failover"
  halt                           "Halt"
  heartbeat-interval             "Interval between successive heartbeats (milliseconds)"
  heartbeat-threshold            "Number of consecutive missed heartbeats to indicate device failure"
  increased-bandwidth            "Increased bandwidth"
  ingress-and-egress             "Ingress and egress"
  ingress-shaping-overhead       "Ingress shaping overhead"
  inline-services                "Inline services"
  interface-monitor              "Define interface monitor"
  ip-monitoring                  "IP monitoring"
  ipv4-flow-table-size           "IPv4 flow table size"
  ipv6-flow-table-size           "IPv6 flow table size"
  keepalive-time                 "Keepalive time"
  lan                            "LAN"
  layer-2                        "Layer 2"
  limit                          "Limit"
  lol                            "Loss of light"
  los                            "Loss of signal"
  max-queues                     "Maximum queues"
  maximum-ecmp                   "Maximum ECMP"
  maximum-links                  "Maximum links"
  memory-enhanced                "Memory enhanced"
  minimum                        "Minimum"
  n-plus-n                       "Redundancy of N+N"
  network-option                 "Network option"
  no-clear                       "Don't let the button clear the configuration"
  no-rescue                      "Don't let the button load the rescue configuration"
  no-secondary-bootup-auto       "Disable secondary bootup auto"
  non-revertive                  "Non revertive"
  not-on-disk-underperform       "Prevent failover when a disk underperforms"
  nssu                           "NSSU"
  number-of-sub-ports            "Number of sub ports"
  number-of-ucode-workers        "Number of ucode workers"
  offline-on-fabric-bandwidth-reduction "Offline on fabric bandwidth reduction"
  on-re-to-fpc-stale             "Failover if Routing Engine loses connectivity to FPCs"
  option-1                       "Option 1"
  option-2                       "Option 2"
  pem                            "Minimum number of power supplies"
  performance-mode               "Performance mode"
  period                         "Period"
  pic-mode                       "PIC mode"
  power                          "Power"
  psu                            "Psu"
  quality-mode-enable            "Quality mode enable"
  reboot                         "Reboot"
  redundancy-mode                "Redundancy mode"
  redundant                      "Redundant"
  retry-count                    "Retry count"
  retry-interval                 "Retry interval"
  root-domain-id                 "Root domain ID"
  sampling-instance              "Sampling instance"
  sdh                            "SDH framing"
  secondary-ip-address           "Secondary IP address"
  service-package                "Service package"
  session-shaping                "Session shaping"
  slow-pfe-alarm                 "Slow pfe alarm"
  sonet                          "Sonet"
  ssb                            "Redundancy of System and Switch Boards"
  synchronization                "Synchronization"
  system-domains                 "System domains"
  t1                             "T1 framing"
  t3                             "T3 framing"
  traffic-manager                "Traffic manager"
  tunnel-only                    "Tunnel only"
  tunnel-port                    "Tunnel port"
  unused                         "Do not use the port"
  upgrade-group                  "Upgrade group"
  vpn-label                      "VPN label"
  vrf-mtu-check                  "Check MTU of VRF interfaces"
  weight                         "Weight assigned to what is monitored"
}
