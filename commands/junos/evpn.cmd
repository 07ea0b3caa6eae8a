# commands/junos/evpn.cmd: circuits and bridges over a network of labels: understood and kept.    Source: CLI reference of
# Junos 21.4; evpn in the order of the schema of Junos 21.4R1.12.

define protocols {
  connections -> accept "circuits are not built" {
    interface-switch <switch!:name> { interface <interface!:ifl> }
    remote-interface-switch <switch!:name> {
      interface <interface:ifl>
      transmit-lsp <lsp:name>
      receive-lsp <lsp:name>
    }
    lsp-switch <switch!:name> {
      transmit-lsp <lsp:name>
      receive-lsp <lsp:name>
    }
  }
  evpn @presence -> accept "EVPN is not built" {
    traceoptions { use traceoptions }
    interface <interface!:ifl> @presence {
      vpws-service-id {
        local <id:1..16777215>
        remote <id:1..16777215>
      }
      ignore-encapsulation-mismatch
    }
    mac-history <entries:0..255>
    mac-mobility { no-sequence-numbers }
    no-core-isolation
    encapsulation (mpls | vxlan | mpls-inet6)
    mac-table-size @flat { <limit:16..1048575> }
    default-gateway (advertise | no-gateway-community | do-not-advertise)
    designated-forwarder-election-hold-time <seconds:1..1800>
    designated-forwarder-preference-least
    duplicate-mac-detection {
      detection-threshold <threshold:2..20>
      detection-window <seconds:5..600>
      auto-recovery-time <minutes:5..360>
    }
    remote-ip-host-routes @presence {
      import <policy!:policy>...
      no-advertise-community
    }
    ip-prefix-routes @presence {
      advertise (direct-nexthop | gateway-address)
      encapsulation (mpls | vxlan)
      gateway-interface <interface:ifl>
      vni <vni:1..16777214>
      import <policy!:policy>...
      export <policy!:policy>...
      reject-asymmetric-vni
    }
    irb-symmetric-routing { vni <vni:1..16777214> }
    label-allocation per-bridge-domain
    interconnect {
      vrf-target @oneline { use vrf-target }
      vrf-import <policy!:policy>...
      vrf-export <policy!:policy>...
      route-distinguisher <route-distinguisher:route-distinguisher>
      esi <identifier!:name> @presence { (all-active | single-active) }
      interconnected-vni-list <vni!:name>...
      interconnected-vlan-list <vlan!:name>...
      encapsulation (mpls | vxlan)
    }
    multicast-mode (client | ingress-replication)
    vni-options {
      vni <vni!:1..16777214> {
        designated-forwarder-election-hold-time <seconds:1..1800>
        vrf-target @oneline { use vrf-target }
      }
    }
    extended-vni-list <vni!:name>...
    extended-vlan-list <vlan!:name>...
  }
  l2circuit -> accept "circuits are not built" {
    traceoptions { use traceoptions }
    neighbor <neighbor!:ip> {
      interface <interface!:ifl> { use l2circuit-interface }
    }
    local-switching {
      interface <interface!:ifl> {
        end-interface { interface <interface:ifl> }
        ignore-mtu-mismatch
        ignore-encapsulation-mismatch
        description <description:text>
      }
    }
    auto-sensing @presence { password <password:text> @secret }
  }
  l2vpn -> accept "circuits are not built" {
    traceoptions { use traceoptions }
    encapsulation-type <encapsulation-type:encapsulation>
    (control-word | no-control-word)
    ignore-encapsulation-mismatch
    ignore-mtu-mismatch
    site <site!:name> {
      site-identifier <identifier:1..65534>
      site-preference (primary | backup | <preference:1..65535>)
      interface <interface!:ifl> @presence {
        remote-site-id <identifier:1..65534>
        description <description:text>
      }
    }
    interface <interface!:ifl> { description <description:text> }
  }
  vpls -> accept "bridging is not built" {
    traceoptions { use traceoptions }
    encapsulation-type (ethernet | ethernet-vlan | interworking)
    (control-word | no-control-word)
    site-range <range:1..65534>
    label-block-size (2 | 4 | 8 | 16)
    no-tunnel-services
    tunnel-services {
      primary <device:name>
      devices <device!:name>...
    }
    mac-table-size @flat { <limit:16..1048575> }
    interface-mac-limit @flat { <limit:1..131071> }
    mac-flush @presence { any-interface }
    vpls-id <vpls-id:1..4294967295>
    neighbor <neighbor!:ip> @presence {
      encapsulation-type (ethernet | ethernet-vlan | interworking)
      backup-neighbor <backup!:ip> @presence { standby }
    }
    mesh-group <mesh-group!:name> {
      vpls-id <vpls-id:1..4294967295>
      local-switching
      neighbor <neighbor!:ip> @presence { backup-neighbor <backup!:ip> @presence { standby } }
    }
    connectivity-type (ce | irb | permanent)
    site <site!:name> {
      site-identifier <identifier:1..65534>
      automatic-site-id @presence { }
      multi-homing
      site-preference (primary | backup | <preference:1..65535>)
      best-site
      interface <interface!:ifl> @presence { }
      active-interface (any | primary <interface:ifl>)
    }
  }
}
define l2circuit-interface {
  psn-tunnel-endpoint <address:ip>
  protect-interface <interface:ifl>
  bandwidth <bandwidth:bandwidth>
  description <description:text>
  community <community:community>
  (control-word | no-control-word)
  encapsulation-type <encapsulation-type:encapsulation>
  ignore-encapsulation-mismatch
  ignore-mtu-mismatch
  mtu <bytes:512..65535>
  no-revert
  revert-time <seconds:0..65535>
  pseudowire-status-tlv @presence { hot-standby-vc-on }
  static {
    incoming-label <label:1000000..1048575>
    outgoing-label <label:16..1048575>
  }
  switchover-delay <milliseconds:0..180000>
  virtual-circuit-id <id:1..4294967295>
  backup-neighbor <backup!:ip> {
    virtual-circuit-id <id:1..4294967295>
    community <community:community>
    standby
    hot-standby
  }
}
define vrf-target {
  <community:route-target>
  auto @presence { }
  import <import-target:route-target>
  export <export-target:route-target>
}

words {
  2                              "2"
  4                              "4"
  8                              "8"
  <backup>                       "Backup"
  <device>                       "Device"
  <encapsulation-type>           "Encapsulation type"
  <entries>                      "Entries"
  <label>                        "Label"
  <mesh-group>                   "Mesh group"
  <site>                         "Site"
  <switch>                       "Switch"
  <vpls-id>                      "VPLS ID"
  active-interface               "Active interface"
  any-interface                  "Any interface"
  auto-recovery-time             "Automatically unblock duplicate MACs after a time delay"
  auto-sensing                   "Auto sensing"
  automatic-site-id              "Automatic site ID"
  backup-neighbor                "Backup neighbor"
  best-site                      "Best site"
  ce                             "Connection comes up with CE interfaces"
  connections                    "Connections"
  connectivity-type              "Connectivity type"
  control-word                   "Add control word to the Layer 2 encapsulation"
  designated-forwarder-election-hold-time "Time to wait before electing a DF(seconds)"
  designated-forwarder-preference-least "Designated forwarder preference least"
  detection-threshold            "Number of moves to trigger duplicate MAC detection"
  detection-window               "Time window for detection of duplicate MACs"
  devices                        "Devices"
  duplicate-mac-detection        "Duplicate MAC detection settings"
  end-interface                  "End interface"
  ethernet-vlan                  "Ethernet VLAN"
  extended-vlan-list             "Extended VLAN list"
  gateway-interface              "Gateway interface"
  hot-standby                    "Hot standby"
  hot-standby-vc-on              "Hot standby vc on"
  ignore-encapsulation-mismatch  "Ignore encapsulation mismatch"
  incoming-label                 "Incoming label"
  interconnect                   "Interconnect"
  interconnected-vlan-list       "Interconnected VLAN list"
  interconnected-vni-list        "Interconnected VNI list"
  interface-mac-limit            "Interface MAC limit"
  interface-switch               "Circuit cross-connect; name and interfaces"
  interworking                   "Interworking"
  irb                            "Connection comes up with IRB interfaces"
  label-block-size               "Label block size"
  local-switching                "Local switching"
  lsp-switch                     "Label-switched path switch"
  mac-flush                      "MAC flush"
  mac-history                    "Number of history entries to be maintained per mac"
  mac-mobility                   "MAC mobility settings"
  mac-table-size                 "MAC table size"
  mpls-inet6                     "MPLS IPv6"
  multi-homing                   "Enable multi-homing on this site"
  no-advertise-community         "Don't advertise Type 2 route's community"
  no-control-word                "Don't add control word to the Layer 2 encapsulation"
  no-core-isolation              "Disable EVPN Core isolation"
  no-revert                      "Disable revert"
  no-sequence-numbers            "Don't use sequence numbers for MAC mobility"
  no-tunnel-services             "Disable tunnel services"
  outgoing-label                 "Outgoing label"
  per-bridge-domain              "Allocate one label for each bridge-domain"
  permanent                      "Connection is always up"
  pseudowire-status-tlv          "Pseudowire status TLV"
  psn-tunnel-endpoint            "Psn tunnel endpoint"
  receive-lsp                    "Receive LSP"
  reject-asymmetric-vni          "Reject asymmetric VNI"
  remote                         "Remote"
  remote-interface-switch        "Remote interface switch"
  remote-ip-host-routes          "Virtual machine traffic optimization(VMTO) for EVPN"
  remote-site-id                 "Remote site ID"
  revert-time                    "Revert time"
  site                           "Site"
  site-identifier                "Site identifier"
  site-preference                "Site preference"
  site-range                     "Site range"
  transmit-lsp                   "Transmit LSP"
  vpls-id                        "VPLS ID"
  vpws-service-id                "Virtual private wire service identifiers"
}
