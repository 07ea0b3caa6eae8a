# commands/ios/switching.cmd: VLANs, spanning tree, bundles, Ethernet services and layer-2 VPNs.
# Help: `?` of IOS 15.x and IOS XE; Cisco IOS LAN Switching, Carrier Ethernet, MPLS Layer 2 VPNs command references.

config {
  spanning-tree extend system-id                                                           -> accept "there is no switching"
  spanning-tree mode (pvst "Per-Vlan spanning tree mode" | rapid-pvst "Per-Vlan rapid spanning tree mode" | mst "Multiple spanning tree mode") -> accept "there is no switching"
  spanning-tree vlan <vlans!:word> "vlan range" [(priority <priority:0..61440> | forward-time <forward:4..30> | hello-time <hello:1..10> | max-age <age:6..40> | root <root:line>)] -> accept "there is no switching"
  spanning-tree (portfast | loopguard | pathcost | backbonefast | uplinkfast | etherchannel | logging | transmit | bpdu | optimize | dispute) [<what!:line>] @apart -> accept "there is no switching"
  spanning-tree mst (configuration | <instance!:word> | forward-time <forward!:4..30> | hello-time <hello!:1..10> | max-age <age!:6..40> | max-hops <hops!:1..255> | simulate <simulate!:line>) [<what:line>] @config-mst -> accept "there is no switching" {
    name <name:word>
    revision <revision:0..65535>
    instance <instance!:1..4094> vlan <vlans:line>
  }
  vlan <vlans!:word> "VLAN ID range" @config-vlan                                          -> accept "there is no switching" {
    name <name:word>
    state (active | suspend)
    shutdown
    private-vlan <what!:line>
    remote-span
    mtu <bytes:1500..18190>
    exit-vlan-config @hidden
  }
  vlan (internal allocation policy <policy:word> | dot1q tag native | access-map <map!:line> | filter <filter!:line> | group <group!:line> | accounting <accounting:line>) @apart -> accept "there is no switching"
  vtp (mode <mode:line> | domain <domain:word> | password <password:line> | version <version:1..3> | pruning | file <file:word> | interface <interface:line>) @apart @hidden -> accept "there is no switching"
  udld (enable | aggressive | message time <seconds:1..90> | recovery <recovery:line>) @apart @hidden -> accept "there is no switching"
  errdisable (recovery "Error disable recovery" <what!:line> | detect "Error disable detection" <what!:line> | flap-setting <what!:line>) @apart @hidden -> accept "there is no switching"
  port-channel (load-balance "Load Balancing method" <method:line> | load-balance-hash-algo <hash:line> | load-defer <defer:line> | min-links <links:line>) @apart -> accept "there are no bundles"
  lacp system-priority <priority:0..65535>                                                  -> accept "there are no bundles"
  monitor session <session!:1..66> (source "SPAN source" | destination "SPAN destination" | type "SPAN type" | filter "SPAN filter") <what!:line> @apart @config-mon -> accept "packets are captured at links" {
    (source | destination | filter | description) <what!:line> @apart
    shutdown
    erspan-id <id:1..1023>
    ip address <address:ipv4>
    origin ip address <address:ipv4>
  }
  monitor capture <what!:line> "Capture"                                                    -> accept "packets are captured at links"
  system mtu <what!:line> @hidden -> accept "the platform is not simulated"
  mac address-table (static "Static" | aging-time "Aging time" | notification "Notification" | learning "Learning" | move "Moves") [<what!:line>] @apart -> accept "there is no switching"
  mac-address-table (static "Static" | aging-time "Aging time" | notification "Notification" | secure "Secure") [<what!:line>] @apart @hidden -> accept "there is no switching"
  bridge-domain <domain!:1..16384> "Bridge-domain number" @config-bdomain                    -> accept "there are no bridge domains" {
    member <member!:line>
    mac <what!:line>
    description <text:line>
    bridge-domain @hidden
    name <name:word>
    split-horizon <what:line>
  }
  ethernet (evc "Ethernet virtual circuit" <name!:word> | cfm "Connectivity fault management" [<what!:line>] | oam "Ethernet OAM" <what!:line> | ring "Ring" <what!:line> | mac-flush "MAC flush" <what!:line> | lmi "LMI" <what!:line> | event "Event" <what!:line> | dot1ad <what!:line>) @apart @config-evc -> accept "there is no Ethernet OAM" {
    (oam | uni | mep | service | continuity-check | id | level | mip) [<what!:line>] @apart
  }
  pseudowire-class [mpls] <name!:word> "Pseudowire-class name" @config-pw-class              -> accept "layer-2 VPNs are not simulated" {
    encapsulation (mpls | l2tpv2 | l2tpv3 | udp)
    interworking (ip | ethernet | vlan)
    protocol <protocol:line>
    control-word
    preferred-path <path:line>
    ip <what!:line>
    sequencing <direction:word>
    status [<what:line>]
    switching tlv
    vccv <what!:line>
  }
  l2vpn @config-l2vpn                                                                        -> accept "layer-2 VPNs are not simulated" {
    (logging | router-id | redundancy | pseudowire | shutdown) [<what!:line>] @apart
  }
  l2vpn vfi context <name!:word> "VFI name" @config-vfi                                      -> accept "layer-2 VPNs are not simulated" {
    vpn id <id:1..4294967295>
    member <member!:line>
    autodiscovery bgp signaling <signaling:line> @config-vfi-autodiscovery {
      vpls-id <id:word>
      rd <rd:rd>
      route-target (import | export | both) <target!:route-target>
      ve <what!:line>
    }
    rd <rd:rd>
    bridge-domain <domain:line>
    mtu <bytes:64..9216>
    shutdown
    description <text:line>
  }
  l2vpn xconnect context <name!:word> "Context name" @config-xconnect                        -> accept "layer-2 VPNs are not simulated" {
    member <member!:line>
    interworking (ip | ethernet | vlan)
    redundancy <what!:line>
    description <text:line>
    shutdown
  }
  l2vpn evpn @config-evpn                                                                    -> accept "layer-2 VPNs are not simulated" {
    (replication-type | router-id | mpls | default-gateway | logging | flooding-suppression | route-target) <what!:line> @apart
  }
  l2vpn evpn instance <instance!:1..65535> (vlan-based | vlan-bundle | vlan-aware) @config-evpn-evi -> accept "layer-2 VPNs are not simulated" {
    (encapsulation | replication-type | rd | route-target | default-gateway | ip) <what!:line> @apart
  }
  l2 vfi <name!:word> "VFI name" (manual | autodiscovery | point-to-point) @config-vfi      -> accept "layer-2 VPNs are not simulated" {
    vpn id <id:1..4294967295>
    neighbor <neighbor!:ipv4> [<options:line>]
    bridge-domain <domain:line>
    shutdown
    mtu <bytes:64..9216>
    forward permit <what:line>
  }
  l2 router-id <address:ipv4>                                                                -> accept "layer-2 VPNs are not simulated"
  l2tp-class <name!:word> "L2TP class name" @config-l2tp-class                               -> accept "layer-2 VPNs are not simulated" {
    (authentication | cookie | digest | hello | hidden | hostname | password | receive-window | retransmit | timeout) [<what!:line>] @apart
  }
  connect <name!:word> "Connection name" <ends:line> @config-xconn                           -> accept "layer-2 VPNs are not simulated"
  template type pseudowire <name!:word> "Template name" @config-template                     -> accept "layer-2 VPNs are not simulated" {
    encapsulation (mpls | l2tpv2 | l2tpv3)
    (control-word | vc | preferred-path | signaling | load-balance | status) [<what!:line>] @apart
  }
  sdm prefer <template:line> @hidden -> accept "the platform is not simulated"
  stackwise-virtual @hidden -> accept "there is no switching"
  switch <number!:1..16> (provision <type:word> | priority <priority:1..15> | renumber <to:1..9>) @apart @hidden -> accept "there is no switching"
}

config interface {
  switchport = on @hidden -> accept "there is no switching"
  switchport mode (access | trunk | dynamic <dynamic:word> | dot1q-tunnel | private-vlan <private:line>) @hidden -> accept "there is no switching"
  switchport access vlan <vlan:line> @hidden -> accept "there is no switching"
  switchport trunk encapsulation (dot1q | isl | negotiate) @hidden -> accept "there is no switching"
  switchport trunk allowed vlan <vlans:line> @hidden -> accept "there is no switching"
  switchport trunk native vlan <vlan:line> @hidden -> accept "there is no switching"
  switchport trunk pruning vlan <vlans:line> @hidden -> accept "there is no switching"
  switchport voice vlan <vlan:line> @hidden -> accept "there is no switching"
  switchport nonegotiate @hidden -> accept "there is no switching"
  switchport (port-security | protected | block | private-vlan | host | backup | vlan | autostate) [<what!:line>] @apart @hidden -> accept "there is no switching"
  spanning-tree (portfast | bpduguard | bpdufilter | guard | link-type | cost | port-priority | mst | vlan) [<what!:line>] @apart @hidden -> accept "there is no switching"
  storm-control <what!:line> @hidden -> accept "there is no switching"
  udld (port [aggressive] | enable | aggressive) @apart @hidden -> accept "there is no switching"
  vlan-id dot1q <vlan:1..4094>                                                               -> accept "there is no switching"
  vlan-range dot1q <vlans:line>                                                              -> accept "there is no switching"
  xconnect <peer!:ipv4> "IP address of the peer" <vc!:1..4294967295> "VC ID" [sequencing <sequencing:word>] [encapsulation (mpls [manual] | l2tpv2 | l2tpv3 [manual] | udp)] [pw-class <class:word>] [<options:line>] @config-if-xconn -> accept "layer-2 VPNs are not simulated" {
    backup (peer <peer!:ipv4> <vc!:1..4294967295> [<options:line>] | delay <delay!:line>)
    mtu <bytes:64..9216>
    mpls <what!:line>
    l2tp <what!:line>
    remote <what!:line>
    monitor <what!:line>
  }
  xconnect vfi <name:word>                                                                   -> accept "layer-2 VPNs are not simulated"
  service instance [trunk] <instance!:1..8000> "Service instance ID" ethernet [<evc:word>] @config-if-srv @hidden -> accept "layer-2 VPNs are not simulated" {
    encapsulation (dot1q <vlans:line> | default | untagged [<options:line>] | priority-tagged | dot1ad <outer:line>)
    rewrite (ingress | egress) tag <how:line>
    bridge-domain <domain:line>
    xconnect <peer!:ipv4> <vc!:1..4294967295> <options:line>
    service-policy (input | output) <policy!:word>
    l2protocol <what!:line>
    description <text:line>
    shutdown
    ip (access-group | dhcp) <what!:line> @apart
    mac <what!:line>
    snmp <what!:line>
    cfm <what!:line>
    ethernet <what!:line>
    errdisable <what!:line>
    group <group:line>
    split-horizon <what:line>
  }
  l2protocol <what!:line> @hidden -> accept "there is no switching"
  l2protocol-tunnel [<what!:line>] @hidden -> accept "there is no switching"
  bridge-domain <domain:line> @hidden -> accept "there are no bridge domains"
  dot1x <what!:line> "Interface Config Commands for IEEE 802.1X" @hidden -> accept "ports ask nobody who they are"
  authentication (host-mode | port-control | periodic | order | priority | event | timer | violation | open | control-direction | fallback | linksec) [<what!:line>] @hidden -> accept "ports ask nobody who they are"
  access-session <what!:line> @hidden -> accept "ports ask nobody who they are"
  mab [eap] @hidden -> accept "ports ask nobody who they are"
  device-tracking <what!:line> @hidden -> accept "there is no switching"
  ip (device tracking | arp inspection | admission) <what!:line> @apart @hidden -> accept "there is no switching"
  mac address-table <what!:line> @hidden -> accept "there is no switching"
  macro (description <text:line> | auto <auto:line> | apply <apply:line>) @apart @hidden -> accept "macros are not run"
  neighbor <neighbor!:ipv4> <vc!:1..4294967295> [<options:line>] @hidden -> accept "layer-2 VPNs are not simulated"
  control-word (include | exclude) @hidden -> accept "layer-2 VPNs are not simulated"
  source template type pseudowire <name:word> @hidden -> accept "layer-2 VPNs are not simulated"
  signaling protocol <protocol:word> @hidden -> accept "layer-2 VPNs are not simulated"
  member vni <vni!:line> @hidden -> accept "there is no VXLAN"
  source-interface <interface:interface> @hidden -> accept "there is no VXLAN"
  host-reachability protocol bgp @hidden -> accept "there is no VXLAN"
}

words {
  spanning-tree    "Spanning Tree Subsystem"
  vlan             "VLAN commands"
  vtp              "Configure global VTP state"
  udld             "Configure global UDLD setting"
  errdisable       "Error disable"
  port-channel     "EtherChannel configuration"
  lacp             "LACP configuration"
  monitor          "Monitor configuration"
  system           "System configuration"
  mac              "Global MAC configuration subcommands"
  bridge-domain    "Bridge-domain global configuration"
  ethernet         "Ethernet configuration"
  pseudowire-class "Pseudowire-class configuration"
  l2vpn            "l2vpn commands"
  l2               "Layer 2"
  l2tp-class       "l2tp-class configuration"
  connect          "cross-connect two interfaces"
  template         "Select a template to configure"
  sdm              "Switch database management"
  switch           "Switch"
  switchport       "Set switching mode characteristics"
  xconnect         "Xconnect commands"
  service          "Configure Ether Service"
  mtu              "MTU"
  neighbor         "Neighbor"
  ip               "IP"
}
