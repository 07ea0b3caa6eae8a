# commands/junos/vlans.cmd: bridges: understood and kept.    Source: CLI reference of Junos 21.4; vlans: captures of QFX
# (Junos 17.4).

config {
  bridge-domains -> accept "bridging is not built" { use bridge-domains }
  vlans -> accept "bridging is not built" { use vlans }
  switch-options -> accept "bridging is not built" { use switch-options }
  ethernet-switching-options -> accept "bridging is not built" { use ethernet-switching-options }
  poe -> accept "no power is fed" {
    interface <interface!:lldp-interface> @presence {
      disable
      maximum-power <watts:name>
      priority (high | low)
    }
    management (class | static)
    guard-band <watts:0..19>
  }
  virtual-chassis -> accept "a box stands alone" {
    preprovisioned
    no-split-detection
    mac-persistence-timer <minutes:name>
    member <member!:0..9> {
      role (line-card | routing-engine)
      serial-number <serial:name>
      mastership-priority <priority:0..255>
      no-management-vlan
    }
  }
}
define bridge-domains {
  <bridge-domain!:name> @sorted {
    description <description:text>
    domain-type bridge
    vlan-id <vlan:name>
    vlan-tags @flat { use vlan-tags }
    vlan-id-list <vlan!:name>...
    interface <interface!:ifl>
    routing-interface <interface:ifl>
    bridge-options { use bridge-options }
    no-irb-layer-2-copy
    multicast-snooping-options { use multicast-snooping }
    protocols {
      igmp-snooping @presence { use snooping }
      mld-snooping @presence { use snooping }
    }
    vxlan @presence { use vxlan }
  }
}
define vlans {
  <vlan-name!:name> @sorted {
    description <description:text>
    domain-type bridge
    vlan-id (<vlan:vlan-id> | all | none)
    vlan-id-list <vlan!:name>...
    vlan-range <vlan-range:name>
    vlan-tags @flat { use vlan-tags }
    interface <interface!:ifl> @presence { use vlan-interface }
    l3-interface <interface:ifl>
    private-vlan (community | isolated)
    isolated-vlan <vlan:name>
    community-vlans <vlan!:name>...
    no-local-switching
    service-id <id:1..65535>
    mcae-mac-synchronize
    forwarding-options {
      filter {
        input <filter-name:name>
        output <filter-name:name>
      }
      dhcp-security @presence {
        arp-inspection
        ip-source-guard
        neighbor-discovery-inspection
        group <group!:name> {
          overrides {
            (trusted | untrusted)
            no-option82
          }
          interface <interface!:ifl> @presence { static-ip <address!:ip> @flat { mac <mac:mac> } }
        }
      }
    }
    switch-options { use bridge-options }
    multicast-snooping-options { use multicast-snooping }
    vxlan @presence { use vxlan }
  }
}
define ethernet-switching-options {
  secure-access-port {
    interface <interface!:name> @presence {
      (dhcp-trusted | no-dhcp-trusted)
      mac-limit @flat { <limit:1..163839> action (drop | log | none | shutdown) }
    }
    vlan <vlan!:name> @presence {
      (arp-inspection | no-arp-inspection)
      (examine-dhcp | no-examine-dhcp)
      (ip-source-guard | no-ip-source-guard)
    }
  }
  storm-control {
    action-shutdown
    interface <interface!:name> @presence {
      bandwidth <bandwidth:name>
      level <level:0..100>
      no-broadcast
      no-unknown-unicast
      multicast
    }
  }
  voip { interface <interface!:name> {
    vlan <vlan:name>
    forwarding-class <class-name:name>
  } }
  bpdu-block {
    interface <interface!:name> @presence { (disable | drop) }
    disable-timeout <seconds:10..3600>
  }
  analyzer <analyzer!:name> {
    input {
      ingress { interface <interface!:name> }
      egress { interface <interface!:name> }
    }
    output { interface <interface!:name> }
  }
  nonstop-bridging
  port-error-disable { disable-timeout <seconds:10..3600> }
  mac-table-aging-time <seconds:name>
  interfaces <interface!:name> { no-mac-learning }
  redundant-trunk-group { group <group!:name> { interface <interface!:name> @presence { primary } } }
}
define vlan-interface { mapping <vlan!:name> { (push | swap | native) } }
define vxlan {
  vni <vni:0..16777214>
  multicast-group <address:ip>
  encapsulate-inner-vlan
  decapsulate-accept-inner-vlan
  ingress-node-replication
  static-remote-vtep-list <address!:ip>...
  translation-vni <vni:1..16777214>
  unreachable-vtep-aging-timer <seconds:300..1800>
}
define switch-options {
  traceoptions { use traceoptions }
  voip {
    interface <interface!:name> {
      vlan <vlan:name>
      forwarding-class <class-name:name>
    }
  }
  vtep-source-interface <interface:ifl> [(inet | inet6)]
  remote-vtep-list <address!:ip>...
  service-id <id:1..65535>
  route-distinguisher <route-distinguisher:route-distinguisher>
  vrf-import <policy!:policy>...
  vrf-export <policy!:policy>...
  vrf-target @oneline { use vrf-target }
  use bridge-options
  ovsdb-managed
}
define bridge-options {
  mac-table-size @flat {
    <limit:16..1048575>
    packet-action (drop | none)
  }
  mac-table-aging-time <seconds:name>
  interface-mac-limit @flat {
    <limit:1..131071>
    packet-action (drop | drop-and-log | log | none | shutdown)
  }
  mac-notification @presence { notification-interval <seconds:1..60> }
  mac-statistics
  mac-move-limit @flat {
    <limit:1..4294967295>
    packet-action (drop | drop-and-log | log | none | shutdown)
  }
  no-mac-learning
  mac-ip-table-size @flat { <limit:16..1048575> }
  interface <interface!:ifl> @presence {
    interface-mac-limit @flat {
      <limit:1..131071>
      packet-action (drop | drop-and-log | log | none | shutdown)
    }
    no-mac-learning
    static-mac <mac!:mac>
    mac-pinning
    persistent-learning
    encapsulation-type <encapsulation-type:encapsulation>
    ignore-encapsulation-mismatch
  }
}
define multicast-snooping {
  flood-groups <address!:ip>...
  forwarding-cache {
    threshold {
      suppress <value:1..200000>
      reuse <value:1..200000>
    }
  }
  graceful-restart @presence {
    disable
    restart-duration <seconds:1..3600>
  }
  ignore-stp-topology-change
}

words {
  <serial>                       "Serial"
  <watts>                        "Watts"
  arp-inspection                 "ARP inspection"
  bridge-options                 "Bridge options"
  community-vlans                "Community VLANs"
  decapsulate-accept-inner-vlan  "Decapsulate accept inner VLAN"
  dhcp-security                  "DHCP security"
  drop-and-log                   "Drop and log"
  encapsulate-inner-vlan         "Encapsulate inner VLAN"
  flood-groups                   "Flood groups"
  guard-band                     "Guard band"
  ignore-stp-topology-change     "Ignore stp topology change"
  ip-source-guard                "IP source guard"
  isolated                       "Isolated"
  isolated-vlan                  "Isolated VLAN"
  line-card                      "Line card"
  mac-ip-table-size              "MAC IP table size"
  mac-move-limit                 "MAC move limit"
  mac-notification               "MAC notification"
  mac-persistence-timer          "MAC persistence timer"
  mac-pinning                    "MAC pinning"
  mac-statistics                 "MAC statistics"
  mac-table-aging-time           "MAC table aging time"
  mastership-priority            "Mastership priority"
  maximum-power                  "Maximum power"
  mcae-mac-synchronize           "Mcae MAC synchronize"
  multicast-group                "Multicast group"
  multicast-snooping-options     "Multicast snooping options"
  native                         "Native VLAN"
  neighbor-discovery-inspection  "Neighbor discovery inspection"
  no-mac-learning                "Disable MAC learning"
  no-management-vlan             "Disable management VLAN"
  no-option82                    "Disable option82"
  no-split-detection             "Disable split detection"
  notification-interval          "Notification interval"
  ovsdb-managed                  "Ovsdb managed"
  persistent-learning            "Persistent learning"
  poe                            "POE"
  preprovisioned                 "Preprovisioned"
  private-vlan                   "Private VLAN"
  remote-vtep-list               "Remote VTEP list"
  role                           "Role"
  serial-number                  "Serial number"
  service-id                     "Service ID"
  shutdown                       "Shutdown"
  static-ip                      "Static IP"
  static-mac                     "Static MAC"
  static-remote-vtep-list        "Static remote VTEP list"
  translation-vni                "Translation VNI"
  trusted                        "Make the interfaces trusted"
  unreachable-vtep-aging-timer   "Unreachable VTEP aging timer"
  untrusted                      "Make the interfaces untrusted"
  virtual-chassis                "Virtual chassis"
  voip                           "Voip"
  action-shutdown                "Shut down interface upon storm"
  analyzer                       "Analyzer options"
  bpdu-block                     "Block BPDU on interface"
  dhcp-trusted                   "Trust DHCP server on this interface"
  disable-timeout                "Disable timeout for port errors"
  ethernet-switching-options     "Ethernet switching options"
  examine-dhcp                   "Enable DHCP snooping"
  mac-limit                      "Number of MAC addresses allowed on this interface"
  no-arp-inspection              "Disable ARP inspection"
  no-broadcast                   "Disable broadcast storm control"
  no-dhcp-trusted                "Don't trust DHCP server on this interface"
  no-examine-dhcp                "Disable DHCP snooping"
  no-ip-source-guard             "Disable IP source guard"
  no-unknown-unicast             "Disable unknown unicast storm control"
  port-error-disable             "Port error disable options"
  redundant-trunk-group          "Redundant trunk group"
  secure-access-port             "Secure access port options"
  storm-control                  "Storm control options"
  vlan-range                     "Range of VLAN identifiers"
  <vlan-range>                   "Range of VLAN identifiers"
}
