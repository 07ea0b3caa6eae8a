# commands/junos/lldp.cmd: what neighbours on a cable tell each other, bundles, spanning trees: understood and kept.
# Source: CLI reference of Junos 21.4.

define protocols {
  lacp -> accept "links are not bundled" {
    traceoptions { use traceoptions }
    ppm (centralized | distributed)
    fast-hello-issu
  }
  lldp @presence -> accept "nobody asks who is next door" {
    disable
    traceoptions { use traceoptions }
    advertisement-interval <seconds:5..32768>
    hold-multiplier <number:2..10>
    transmit-delay <seconds:1..8192>
    ptopo-configuration-trap-interval <seconds:0..3600>
    ptopo-configuration-maximum-hold-time <seconds:1..2147483647>
    lldp-configuration-notification-interval <seconds:0..3600>
    management-address <address:ip>
    port-id-subtype (interface-name | locally-assigned)
    port-description-type (interface-alias | interface-description)
    mau-type
    tlv-filter <tlv!:name>...
    tlv-select <tlv!:name>...
    dest-mac-type <mac-type!:name>...
    neighbour-port-info-display (port-id | port-description)
    interface <interface!:lldp-interface> @presence {
      (disable | enable)
      trap-notification (disable | enable)
      tlv-filter <tlv!:name>...
      tlv-select <tlv!:name>...
      power-negotiation @presence { (disable | enable) }
    }
  }
  lldp-med @presence -> accept "nobody asks who is next door" {
    disable
    fast-start <count:1..10>
    interface <interface!:lldp-interface> @presence { disable }
  }
  layer2-control @presence -> accept "bridging is not built" {
    traceoptions { use traceoptions }
    nonstop-bridging
    bpdu-block @presence {
      interface <interface!:lldp-interface> @presence { (disable | drop) }
      disable-timeout <seconds:10..3600>
    }
    mac-rewrite { interface <interface!:interface-name> { protocol { <protocol!:name> } } }
  }
  l2-learning -> accept "bridging is not built" {
    global-mac-table-aging-time <seconds:name>
    global-mac-limit @presence {
      <limit:20..8000000>
      packet-action { drop }
    }
    global-mac-statistics
    global-mac-move { disable-action }
    global-mode (switching | transparent-bridge)
    global-le-bridge-domain-aging-time <seconds:120..1000000>
  }
  oam -> accept "links are not watched" {
    ethernet {
      connectivity-fault-management {
        maintenance-domain <domain!:name> {
          level <level:0..7>
          name-format (character-string | dns | mac-address-plus-two-octet | none)
          maintenance-association <association!:name> {
            continuity-check {
              interval (100ms | 10m | 10ms | 10s | 1m | 1s)
              loss-threshold <number:3..256>
              hold-interval <minutes:name>
            }
            mep <mep!:1..8191> {
              interface <interface:ifl>
              direction (up | down)
              auto-discovery
              remote-mep <mep!:1..8191> { action-profile <profile:name> }
            }
          }
        }
      }
      fnp { interval (100ms | 1s | 10s | 1m | 10m) }
      link-fault-management {
        action-profile <profile!:name> {
          event { link-adjacency-loss }
          action {
            link-down
            syslog
          }
        }
        interface <interface!:interface-name> @presence {
          pdu-interval <milliseconds:100..1000>
          pdu-threshold <number:3..10>
          link-discovery (active | passive)
          apply-action-profile <profile:name>
        }
      }
    }
    gre-tunnel @presence {
      interface <interface!:ifl> @presence {
        keepalive-time <seconds:1..50>
        hold-time <seconds:5..250>
      }
    }
  }
  sflow -> accept "nothing is sampled" {
    traceoptions { use traceoptions }
    agent-id <address:ip>
    polling-interval <seconds:0..3600>
    sample-rate @flat {
      ingress <rate:100..16777215>
      egress <rate:100..16777215>
    }
    source-ip <address:ip>
    collector <address!:ip> @presence { udp-port <port:1..65535> }
    interfaces <interface!:ifl> @presence {
      polling-interval <seconds:0..3600>
      sample-rate @flat {
        ingress <rate:100..16777215>
        egress <rate:100..16777215>
      }
    }
  }
  iccp -> accept "a box stands alone" {
    traceoptions { use traceoptions }
    local-ip-addr <address:ip>
    session-establishment-hold-time <seconds:45..600>
    authentication-key <key:text> @secret
    peer <address!:ip> {
      local-ip-addr <address:ip>
      session-establishment-hold-time <seconds:45..600>
      redundancy-group-id-list <id!:name>...
      authentication-key <key:text> @secret
      backup-liveness-detection { backup-peer-ip <address:ip> }
      liveness-detection { use bfd }
    }
  }
  dcbx @presence -> accept "packets wait in no queues" { interface <interface!:lldp-interface> @presence { disable } }
  router-discovery -> accept "hosts know their routers" {
    disable
    interface <interface!:lldp-interface> @presence {
      max-advertisement-interval <seconds:4..1800>
      min-advertisement-interval <seconds:3..1800>
      lifetime <seconds:0..9000>
    }
    address <address!:ip> @presence {
      (advertise | ignore)
      (broadcast | multicast)
      (ineligible | priority <priority:0..4294967295>)
    }
  }
  dot1x -> accept "every port is open" {
    traceoptions { use traceoptions }
    authenticator {
      authentication-profile-name <profile:name>
      radius-options { use-vlan-id }
      no-mac-table-binding
      static { <mac!:mac> @presence {
        vlan-assignment <vlan:name>
        interface <interface:name>
      } }
      interface <interface!:lldp-interface> @presence {
        disable
        supplicant (multiple | single | single-secure)
        retries <number:1..10>
        quiet-period <seconds:0..65535>
        transmit-period <seconds:1..65535>
        mac-radius @presence {
          restrict
          flap-on-disconnect
        }
        (no-reauthentication | reauthentication <seconds:1..65535>)
        supplicant-timeout <seconds:1..60>
        server-timeout <seconds:1..60>
        maximum-requests <number:1..10>
        guest-vlan <vlan:name>
        server-reject-vlan <vlan:name>
        server-fail (deny | permit | use-cache | vlan-name <vlan:name>)
      }
    }
  }
  rstp @presence -> accept "bridging is not built" { use spanning-tree }
  mstp @presence -> accept "bridging is not built" {
    use spanning-tree
    configuration-name <name:name>
    revision-level <level:0..65535>
    max-hops <hops:1..255>
    msti <msti!:1..4094> {
      bridge-priority <priority:name>
      vlan <vlan!:name>...
      interface <interface!:lldp-interface> @presence {
        cost <cost:1..200000000>
        priority <priority:0..240>
      }
    }
  }
  vstp @presence -> accept "bridging is not built" {
    disable
    force-version stp
    vlan <vlan!:name> @presence { use spanning-tree }
    vlan-group { group <group!:name> { vlan <vlan!:name>... } }
    interface <interface!:lldp-interface> @presence { use spanning-tree-interface }
  }
  vrrp {
    traceoptions -> accept "nothing is traced" { use traceoptions }
    asymmetric-hold-time
    checksum-without-pseudoheader "Compute checksum without the pseudoheader for IPv4"
    failover-delay <milliseconds:50..100000>                     -> accept "the kernel is told at once"
    global-advertisements-threshold <number:1..15>
    skew-timer-disable
    startup-silent-period <seconds:1..2000>
    version-3
    delegate-processing @presence                                -> accept "one process does it all" { ae-irb }
    inherit-advertisement-interval <seconds:5..120>              -> accept "every group speaks for itself"
  }
}
define spanning-tree {
  disable
  traceoptions { use traceoptions }
  bridge-priority <priority:name>
  backup-bridge-priority <priority:name>
  system-identifier <mac:mac>
  max-age <seconds:6..40>
  hello-time <seconds:1..10>
  forward-delay <seconds:4..30>
  bpdu-block-on-edge
  bpdu-destination-mac-address provider-bridge-group
  extended-system-id <id:0..4095>
  force-version stp
  interface <interface!:lldp-interface> @presence { use spanning-tree-interface }
}
define spanning-tree-interface {
  disable
  priority <priority:0..240>
  cost <cost:1..200000000>
  mode (point-to-point | shared)
  edge
  access-trunk
  no-root-port
  bpdu-timeout-action @oneline {
    block
    alarm
  }
}

words {
  vlan-name                      "VLAN of the port"
  sflow                          "sFlow protocol"
  agent-id                       "IP address to identify agent"
  polling-interval               "Interval between port data updates"
  sample-rate                    "Sampling rate"
  source-ip                      "Source IP address for sFlow datagrams"
  collector                      "sFlow collector"
  udp-port                       "UDP port for this sFlow collector"
  iccp                           "Inter-Chassis Control Protocol configuration"
  local-ip-addr                  "Local IP address to use by default for all ICCP peers"
  session-establishment-hold-time "Time within which connection must succeed with all peers"
  redundancy-group-id-list       "List of redundancy groups this peer is part of"
  <id>                           "Redundancy group identifier"
  backup-liveness-detection      "Backup liveness detection"
  backup-peer-ip                 "Backup liveness detection peer IP address"
  liveness-detection             "Bidirectional Forwarding Detection options for peer"
  dcbx                           "Data Center Bridging Capability Exchange"
  router-discovery               "ICMP router discovery"
  ignore                         "Do not advertise this address"
  advertise                      "Advertise this address"
  ineligible                     "Not eligible as default router"
  lifetime                       "How long addresses in advertisement are valid"
  dot1x                          "802.1X options"
  authenticator                  "802.1X authenticator options"
  authentication-profile-name    "Access profile name to use for authentication"
  use-vlan-id                    "Use VLAN ID of RADIUS server"
  no-mac-table-binding           "Do not bind sessions to the MAC table"
  vlan-assignment                "VLAN of the device"
  supplicant                     "Supplicant mode"
  multiple                       "Several devices one by one"
  single                         "First device opens the port"
  single-secure                  "Only one device"
  retries                        "Number of retries"
  quiet-period                   "Time to wait after an authentication failure"
  transmit-period                "Time before retransmission"
  mac-radius                     "MAC-RADIUS authentication settings"
  flap-on-disconnect             "Reset the port when the device goes"
  reauthentication               "Seconds between reauthentications"
  no-reauthentication            "Do not reauthenticate"
  supplicant-timeout             "Time to wait for a supplicant response"
  server-timeout                 "Authentication server timeout"
  maximum-requests               "Number of requests before giving up"
  guest-vlan                     "VLAN of devices without 802.1X"
  server-reject-vlan             "VLAN of devices that the server refuses"
  server-fail                    "Action when no server answers"
  use-cache                      "Use what was answered before"
  gre-tunnel                     "Keepalives of GRE tunnels"
  keepalive-time                 "Keepalive time"
  fnp                            "Failure notification protocol configuration"
  <mac>                          "MAC address"
  100ms                          "100ms"
  10m                            "10m"
  10ms                           "10ms"
  10s                            "10s"
  1m                             "1m"
  1s                             "1s"
  <association>                  "Association"
  <domain>                       "Domain"
  <mac-type>                     "MAC type"
  <mep>                          "Mep"
  <msti>                         "Msti"
  <tlv>                          "TLV"
  access-trunk                   "Access trunk"
  action-profile                 "Action profile"
  advertisement-interval         "Advertisement interval"
  ae-irb                         "Ae IRB"
  apply-action-profile           "Apply action profile"
  asymmetric-hold-time           "Asymmetric hold time"
  auto-discovery                 "Auto discovery"
  backup-bridge-priority         "Backup bridge priority"
  block                          "Block the port"
  bpdu-block                     "BPDU block"
  bpdu-block-on-edge             "BPDU block on edge"
  bpdu-destination-mac-address   "BPDU destination MAC address"
  bpdu-timeout-action            "BPDU timeout action"
  character-string               "Character string"
  configuration-name             "Configuration name"
  connectivity-fault-management  "Connectivity fault management"
  continuity-check               "Continuity check"
  delegate-processing            "Delegate processing"
  dest-mac-type                  "Dest MAC type"
  disable-action                 "Disable action"
  disable-timeout                "Disable timeout"
  dns                            "DNS"
  drop                           "Drop frames"
  event                          "Event"
  extended-system-id             "Extended system ID"
  failover-delay                 "Failover delay"
  fast-hello-issu                "Fast hello issu"
  fast-start                     "Fast start"
  force-version                  "Force version of the protocol"
  forward-delay                  "Forward delay"
  global-advertisements-threshold "Global advertisements threshold"
  global-le-bridge-domain-aging-time "Global le bridge domain aging time"
  global-mac-limit               "Global MAC limit"
  global-mac-move                "Global MAC move"
  global-mac-statistics          "Global MAC statistics"
  global-mac-table-aging-time    "Global MAC table aging time"
  global-mode                    "Mode of bridging"
  hello-time                     "Hello time"
  hold-interval                  "Hold interval"
  hold-multiplier                "Hold multiplier"
  inherit-advertisement-interval "Inherit advertisement interval"
  interface-alias                "Interface alias"
  interface-description          "Interface description"
  l2-learning                    "L2 learning"
  layer2-control                 "Layer2 control"
  link-adjacency-loss            "Link adjacency loss"
  link-discovery                 "Link discovery"
  link-fault-management          "Link fault management"
  lldp-configuration-notification-interval "LLDP configuration notification interval"
  lldp-med                       "LLDP med"
  loss-threshold                 "Loss threshold"
  mac-address-plus-two-octet     "MAC address plus two octet"
  mac-rewrite                    "MAC rewrite"
  maintenance-association        "Maintenance association"
  maintenance-domain             "Maintenance domain"
  management-address             "Management address"
  mau-type                       "Advertise type of the attachment"
  max-age                        "Maximum age"
  max-hops                       "Maximum hops"
  mep                            "Maintenance association endpoint"
  msti                           "Per-MSTI options"
  mstp                           "Multiple Spanning Tree Protocol options"
  name-format                    "Name format"
  neighbour-port-info-display    "Neighbour port information display"
  nonstop-bridging               "Nonstop bridging"
  packet-action                  "Packet action"
  pdu-interval                   "Pdu interval"
  pdu-threshold                  "Pdu threshold"
  port-description               "Port description"
  port-description-type          "Port description type"
  port-id                        "Port ID"
  power-negotiation              "Power negotiation"
  provider-bridge-group          "Provider bridge group"
  ptopo-configuration-maximum-hold-time "Ptopo configuration maximum hold time"
  ptopo-configuration-trap-interval "Ptopo configuration trap interval"
  remote-mep                     "Remote maintenance association endpoint"
  revision-level                 "Revision level"
  shared                         "Shared media"
  skew-timer-disable             "Skew timer disable"
  startup-silent-period          "Startup silent period"
  stp                            "Stp"
  switching                      "Switching"
  system-identifier              "System identifier"
  tlv-filter                     "TLV filter"
  tlv-select                     "TLV select"
  transmit-delay                 "Transmit delay"
  transparent-bridge             "Transparent bridge"
  trap-notification              "Trap notification"
  vlan-group                     "VLAN group"
  vstp                           "VLAN Spanning Tree Protocol options"
}
