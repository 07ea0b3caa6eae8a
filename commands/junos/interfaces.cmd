# commands/junos/interfaces.cmd: physical interfaces and their units.    Source: CLI reference of Junos 21.4; order: captures
# of Junos 17.4 and 25.4.

config interfaces {
  traceoptions -> accept "nothing is traced" { use traceoptions }
  interface-set <set!:name> -> accept "packets wait in no queues" { interface <interface!:name> { unit <unit!:0..1073741823> @presence { } } }
  interface-range <interface-range-name!:name> @sorted {
    member <member!:text>
    member-range <interface-name!:interface-name> to <end-interface-name!:interface-name>
    use physical-interface
  }
  <interface-name!:interface-name> @sorted { use physical-interface }
}
define physical-interface {
  description <description:text>
  disable
  enable                                                         -> accept "it is enabled unless disabled"
  metadata <metadata:text>                                       -> accept "for people only"
  accounting-profile <profile:name>                              -> accept "nothing is accounted"
  per-unit-scheduler                                             -> accept "packets wait in no queues"
  no-per-unit-scheduler                                          -> accept "packets wait in no queues"
  shared-scheduler                                               -> accept "packets wait in no queues"
  hierarchical-scheduler @presence -> accept "packets wait in no queues" {
    maximum-hierarchy-levels <levels:2..4>
    implicit-hierarchy
  }
  (traps | no-traps)                                             -> accept "no traps are sent"
  hold-time @flat -> accept "links settle at once" {
    up <milliseconds-up:0..4294967295>
    down <milliseconds-down:0..4294967295>
  }
  damping @presence -> accept "links settle at once" {
    enable
    half-life <seconds:1..30>
    max-suppress <seconds:1..20000>
    reuse <reuse:1..20000>
    suppress <suppress:1..20000>
  }
  keepalives @flat @presence -> accept "no link needs them" {
    interval <seconds:1..32767>
    up-count <count:1..255>
    down-count <count:1..255>
  }
  no-keepalives                                                  -> accept "no link needs them"
  passive-monitor-mode                                           -> accept "nothing is overheard"
  unidirectional                                                 -> accept "links go both ways"
  (vlan-tagging | flexible-vlan-tagging | stacked-vlan-tagging | vlan-vci-tagging)
  native-vlan-id <vlan-id:0..4094>
  no-native-vlan-insert                                          -> accept "bridging is not built"
  auto-configure -> accept "nothing configures itself" {
    vlan-ranges { dynamic-profile <profile!:name> {
        ranges <range!:name>...
        accept <protocol!:name>...
      } }
    remove-when-no-subscribers
  }
  speed <speed:name>                                             -> accept "speeds are for display"
  link-mode (automatic | full-duplex | half-duplex)              -> accept "every link is full duplex"
  mtu <bytes:256..16000>
  mac <mac:mac>                                                  -> accept "the burned-in address is used"
  clocking (external | internal)                                 -> accept "there are no clocks"
  encapsulation <encapsulation:encapsulation>                    -> accept "frames are Ethernet"
  (gratuitous-arp-reply | no-gratuitous-arp-reply)               -> accept "gratuitous ARP is as usual"
  no-gratuitous-arp-request                                      -> accept "gratuitous ARP is as usual"
  anchor-point <interface:interface-name>                        -> accept "bridging is not built"
  bypass-queueing-chip                                           -> accept "packets wait in no queues"
  port-mirror-instance <instance:name>                           -> accept "nothing is copied"
  multicast-router-interface                                     -> accept "multicast is not built"
  forwarding-class-accounting @presence -> accept "nothing is accounted" { direction (both | ingress | egress) }
  ether-options -> accept "links are not bundled" { use ethernet-options }
  gigether-options -> accept "links are not bundled" { use ethernet-options }
  fastether-options -> accept "links are not bundled" { use ethernet-options }
  optics-options -> accept "there is no light" {
    wavelength <wavelength:name>
    alarm <alarm!:name> { (link-down | syslog) }
    warning <warning!:name> { (link-down | syslog) }
    tca <tca!:name> (enable-tca | no-enable-tca)
  }
  otn-options -> accept "there is no light" {
    rate (fixed-stuff-bytes | no-fixed-stuff-bytes | oc192 | otu4)
    fec (efec | gfec | none | ufec)
    laser-enable
  }
  sonet-options -> accept "links are Ethernet" {
    fcs (16 | 32)
    payload-scrambler
    rfc-2615
    loopback (local | remote)
  }
  aggregated-ether-options -> accept "links are not bundled" {
    (flow-control | no-flow-control)
    (loopback | no-loopback)
    (link-protection | no-link-protection)
    minimum-links <number:1..64>
    minimum-bandwidth @flat {
      bw-value <value:1..128000>
      bw-unit (bps | gbps | kbps | mbps)
    }
    link-speed <speed:name>
    load-balance @presence { adaptive @presence { tolerance <percent:1..100> } }
    lacp @presence {
      (active | passive)
      periodic (fast | slow)
      fast-failover
      link-protection @presence {
        disable
        (revertive | non-revertive)
      }
      system-priority <priority:0..65535>
      system-id <mac:mac>
      admin-key <key:0..65535>
      hold-time { up <seconds:1..300> }
      accept-data
      sync-reset (disable | enable)
      force-up
    }
    bfd-liveness-detection { use bfd }
    ethernet-switch-profile { use ethernet-switch-profile }
    mc-ae {
      mc-ae-id <id:1..65535>
      redundancy-group <group:1..4294967294>
      chassis-id <id:0..1>
      mode (active-active | active-standby)
      status-control (active | standby)
      init-delay-time <seconds:1..6000>
      events { iccp-peer-down {
          force-icl-down
          prefer-status-control-active
        } }
    }
    targeted-distribution
  }
  esi -> accept "links are not bundled" {
    <identifier!:name>
    (all-active | single-active)
    auto-derive { lacp }
    df-election-type {
      mod
      preference { value <value:0..65535> }
    }
    df-election-granularity { (per-esi | per-evpn-bd) }
  }
  redundant-ether-options -> accept "links are not bundled" {
    (flow-control | no-flow-control)
    (loopback | no-loopback)
    link-speed <speed:name>
    minimum-links <number:1..8>
    redundancy-group <group:1..128>
    lacp @presence {
      (active | passive)
      periodic (fast | slow)
    }
  }
  fabric-options -> accept "a box stands alone" { member-interfaces { <interface!:interface-name> @presence { } } }
  unit <unit!:0..1073741823> @sorted { use logical-interface }
}
define ethernet-options {
  (loopback | no-loopback)
  (flow-control | no-flow-control)
  (auto-negotiation | no-auto-negotiation)
  802.3ad @presence {
    <bundle:interface-name>
    (primary | backup)
    lacp {
      port-priority <priority:0..65535>
      force-up
    }
    link-protection-sub-group <group:name>
  }
  asynchronous-notification
  mpls { pop-all-labels @presence { required-depth <depth!:name>... } }
  source-filtering
  no-source-filtering
  source-address-filter { <mac!:mac> }
  redundant-parent <interface:interface-name>
  speed @oneline { <speed:name> }
  link-mode (automatic | full-duplex | half-duplex)
  fec (fec74 | fec91 | none)
  ethernet-switch-profile { use ethernet-switch-profile }
  ignore-l3-incompletes
}
define ethernet-switch-profile {
  tag-protocol-id <tpid!:name>...
  mac-learn-enable
  storm-control <profile:name>
}
define logical-interface {
  description <description:text>
  alias <alias:name>                                             -> accept "the interface keeps its name"
  disable
  enable                                                         -> accept "it is enabled unless disabled"
  metadata <metadata:text>                                       -> accept "for people only"
  (traps | no-traps)                                             -> accept "no traps are sent"
  accounting-profile <profile:name>                              -> accept "nothing is accounted"
  encapsulation <encapsulation:encapsulation>                    -> accept "frames are Ethernet"
  (point-to-point | multipoint)                                  -> accept "the link is what its port is"
  bandwidth <bandwidth:bandwidth>
  vlan-id <vlan-id:0..4094>
  vlan-id-list <vlan!:name>...                                   -> accept "bridging is not built"
  vlan-id-range <range:name>                                     -> accept "bridging is not built"
  inner-vlan-id-range start <start:1..4094> end <end:1..4094>    -> accept "one tag at most"
  native-inner-vlan-id <vlan-id:1..4094>                         -> accept "one tag at most"
  vlan-tags @flat -> accept "one tag at most" { use vlan-tags }
  input-vlan-map -> accept "tags are not rewritten" { use vlan-map }
  output-vlan-map -> accept "tags are not rewritten" { use vlan-map }
  swap-by-poppush                                                -> accept "tags are not rewritten"
  mac <mac:mac>                                                  -> accept "the burned-in address is used"
  virtual-gateway-accept-data                                    -> accept "EVPN is not built"
  virtual-gateway-v4-mac <mac:mac>                               -> accept "EVPN is not built"
  virtual-gateway-v6-mac <mac:mac>                               -> accept "EVPN is not built"
  virtual-gateway-esi -> accept "EVPN is not built" {
    <identifier!:name>
    (all-active | single-active)
  }
  proxy-macip-advertisement                                      -> accept "EVPN is not built"
  no-auto-virtual-gateway-esi                                    -> accept "EVPN is not built"
  (arp-resp | no-arp-resp)                                       -> accept "ARP answers as usual"
  proxy-arp [(restricted | unrestricted)]
  peer-unit <unit:0..1073741823>
  peer-interface <interface:ifl>                                 -> accept "peers are units of one interface"
  layer2-policer -> accept "nothing is policed" {
    input-policer <policer:name>
    output-policer <policer:name>
    input-three-color <policer:name>
    output-three-color <policer:name>
  }
  statistics                                                     -> accept "packets are counted as usual"
  rpm (client | server | twamp-server)                           -> accept "nothing is measured"
  targeted-distribution                                          -> accept "links are not bundled"
  etree-ac-role (leaf | root)                                    -> accept "bridging is not built"
  dlci <dlci:16..1022>                                           -> accept "links are Ethernet"
  vci <vci:name>                                                 -> accept "links are Ethernet"
  esi -> accept "links are not bundled" {
    <identifier!:name>
    (all-active | single-active)
    df-election-type { preference { value <value:0..65535> } }
  }
  clear-dont-fragment-bit                                        -> accept "tunnels are not built"
  copy-tos-to-outer-ip-header                                    -> accept "tunnels are not built"
  reassemble-packets                                             -> accept "tunnels are not built"
  filter -> accept "filters do not filter here" { use family-filter }
  tunnel -> accept "tunnels are not built" {
    encapsulation { vxlan-gpe {
        source { address <address:ip> }
        destination { address <address:ip> }
      } }
    source <address:ip>
    destination <address:ip>
    key <key:0..4294967295>
    path-mtu-discovery
    (allow-fragmentation | do-not-fragment)
    ttl <ttl:0..255>
    traffic-class <class:0..255>
    flow-label <label:0..1048575>
    backup-destination <address:ip>
    routing-instance @oneline { destination <instance:name> }
  }
  ppp-options -> accept "links are Ethernet" {
    pap {
      local-name <name:text>
      local-password <password:text> @secret
      passive
    }
    chap {
      local-name <name:text>
      default-chap-secret <password:text> @secret
      passive
    }
  }
  pppoe-options -> accept "links are Ethernet" {
    underlying-interface <interface:ifl>
    idle-timeout <seconds:0..4294967295>
    auto-reconnect <seconds:0..4294967295>
    client
    server
  }
  family inet @presence {
    accounting -> accept "nothing is accounted" { use family-accounting }
    mtu <bytes:68..9192>
    no-redirects                                                 -> accept "redirects are never sent"
    no-neighbor-learn                                            -> accept "neighbours are learned"
    neighbor <address!:ipv4> @presence -> accept "neighbours are learned" { }
    arp-max-cache <number:0..2000000>                            -> accept "neighbours are learned"
    arp-new-hold-limit <number:0..2000000>                       -> accept "neighbours are learned"
    primary                                                      -> accept "the first address is the primary one"
    targeted-broadcast @presence -> accept "broadcasts stay in their network" { (forward-and-send-to-re | forward-only) }
    rpf-check @presence -> accept "sources are not checked" {
      fail-filter <filter:name>
      mode loose
    }
    filter -> accept "filters do not filter here" { use family-filter }
    simple-filter -> accept "filters do not filter here" { input <filter-name:name> }
    policer -> accept "nothing is policed" {
      arp <policer:name>
      disable-arp-policer
      input <policer:name>
      output <policer:name>
    }
    service -> accept "no service changes packets here" {
      input { service-set <service-set!:name> [service-filter <filter:name>] }
      output { service-set <service-set!:name> [service-filter <filter:name>] }
    }
    sampling -> accept "nothing is sampled" {
      input
      output
    }
    multicast-only                                               -> accept "multicast is not built"
    tcp-mss <bytes:64..65535>                                    -> accept "segments are not rewritten"
    unnumbered-address @flat -> accept "interfaces have addresses of their own" {
      <source:ifl>
      preferred-source-address <address:ipv4>
      destination <address:ipv4>
    }
    destination-udp-port <port:1..65535>                         -> accept "nothing is relayed"
    negotiate-address                                            -> accept "no address is asked for"
    demux-source <prefix!:any-prefix>                            -> accept "no customer is told from another"
    dhcp @presence -> accept "no address is asked for" { use dhcp-client }
    dhcp-client @presence -> accept "no address is asked for" { use dhcp-client }
    address <ipv4-prefix!:interface-address> {
      destination <destination:ipv4>                             -> accept "links have two ends of one network"
      destination-profile <profile:name>                         -> accept "links have two ends of one network"
      broadcast <address:ipv4>                                   -> accept "the broadcast address follows from the mask"
      primary
      preferred
      master-only                                                -> accept "there is one routing engine"
      arp <address!:ipv4> @flat -> accept "neighbours are learned" {
        l2-interface <interface:ifl>
        (mac <mac:mac> | multicast-mac <multicast-mac:mac>)
        publish
      }
      web-authentication -> accept "boxes are managed at their consoles" {
        http
        https
        redirect-to-https
      }
      virtual-gateway-address <address:ipv4>                     -> accept "EVPN is not built"
      vrrp-group <group!:0..255> { use vrrp }
    }
  }
  family inet6 @presence -> accept "IPv6 is not built" {
    accounting { use family-accounting }
    mtu <bytes:1280..9192>
    nd6-stale-time <seconds:1..18000>
    nd6-max-cache <number:0..2000000>
    no-neighbor-learn
    no-redirects
    (dad-disable | no-dad-disable)
    rpf-check @presence {
      fail-filter <filter:name>
      mode loose
    }
    filter { use family-filter }
    policer {
      input <policer:name>
      output <policer:name>
    }
    sampling {
      input
      output
    }
    service {
      input { service-set <service-set!:name> [service-filter <filter:name>] }
      output { service-set <service-set!:name> [service-filter <filter:name>] }
    }
    tcp-mss <bytes:64..65535>
    unnumbered-address @flat {
      <source:ifl>
      preferred-source-address <address:ipv6>
    }
    dhcpv6-client @presence {
      client-type (autoconfig | stateful)
      client-ia-type <ia-type!:name>...
      client-identifier duid-type (duid-ll | duid-llt | vendor)
      rapid-commit
      req-option <option!:name>...
      update-router-advertisement { interface <interface!:ifl> }
      update-server
    }
    address <ipv6-prefix!:interface-address6> {
      destination <destination:ipv6>
      eui-64
      primary
      preferred
      master-only
      subnet-length <length:1..128>
      ndp <address!:ipv6> @flat {
        l2-interface <interface:ifl>
        (mac <mac:mac> | multicast-mac <multicast-mac:mac>)
        publish
      }
      virtual-gateway-address <address:ipv6>
      vrrp-inet6-group <group!:0..255> { use vrrp }
    }
  }
  family iso @presence {
    mtu <bytes:512..9192>                                        -> accept "PDUs follow the port's own MTU"
    address <net!:iso-address>
  }
  family mpls @presence {
    mtu <bytes:512..9192>
    maximum-labels <number:1..16>
    filter -> accept "filters do not filter here" { use family-filter }
    policer -> accept "nothing is policed" {
      input <policer:name>
      output <policer:name>
    }
  }
  family bridge @presence -> accept "bridging is not built" { use bridge-family }
  family ethernet-switching @presence -> accept "bridging is not built" { use bridge-family }
  family ccc @presence -> accept "circuits are not built" { use circuit-family }
  family tcc @presence -> accept "circuits are not built" {
    proxy { inet-address <address:ipv4> }
    remote {
      inet-address <address:ipv4>
      mac-address <mac:mac>
    }
  }
  family vpls @presence -> accept "bridging is not built" { use circuit-family }
  family any @presence -> accept "filters do not filter here" { filter { use family-filter } }
}
define family-accounting {
  source-class-usage @oneline {
    input
    output
  }
  destination-class-usage
}
define family-filter {
  group <group:0..255>
  input <filter-name:name> [precedence <number:0..4294967295>]
  output <filter-name:name> [precedence <number:0..4294967295>]
  input-list <filter-name!:name>...
  output-list <filter-name!:name>...
}
define dhcp-client {
  client-identifier @oneline {
    <identifier:text>
    user-id @oneline { (ascii <ascii:text> | hexadecimal <hexadecimal:text>) }
  }
  lease-time (infinite | <seconds:60..2147483647>)
  retransmission-attempt <number:0..50000>
  retransmission-interval <seconds:4..64>
  server-address <address:ipv4>
  update-server
  vendor-id <vendor-id:text>
  no-dns-install
  force-discover
  options { no-hostname }
}
define circuit-family {
  mtu <bytes:256..9192>
  filter { use family-filter }
  policer {
    input <policer:name>
    output <policer:name>
  }
  core-facing
  translate-discard-eligible
}
define bridge-family {
  interface-mode (access | trunk)
  port-mode (access | tagged-access | trunk)
  vlan-id <vlan-id:0..4094>
  vlan-id-list <vlan!:name>...
  inner-vlan-id-list <vlan!:name>...
  vlan { members <vlan!:name>... }
  native-vlan-id <vlan-id:name>
  vlan-rewrite { translate <from!:1..4094> <to:1..4094> }
  filter { use family-filter }
  policer {
    input <policer:name>
    output <policer:name>
  }
  storm-control <profile:name>
  recovery-timeout <seconds:10..3600>
  core-facing
}
define vlan-tags {
  outer <outer:name>
  inner <inner:name>
  inner-range <range:name>
  inner-list <vlan!:name>...
}
define vlan-map {
  (pop | pop-pop | pop-swap | push | push-push | swap | swap-push | swap-swap)
  tag-protocol-id <tpid:name>
  vlan-id <vlan-id:0..4094>
  inner-tag-protocol-id <tpid:name>
  inner-vlan-id <vlan-id:0..4094>
}
define vrrp {
  virtual-address <address!:ipv4>...
  virtual-inet6-address <address!:ipv6>...
  virtual-link-local-address <address:ipv6>
  priority <priority:0..255>
  advertise-interval <seconds:1..255>
  fast-interval <milliseconds:10..40950>
  inet6-advertise-interval <milliseconds:100..40950>
  advertisements-threshold <number:1..15>
  (accept-data | no-accept-data)
  preempt @presence { hold-time <seconds:0..3600> }
  no-preempt
  authentication-type md5 @case-1                                -> accept "groups are not signed with MD5"
  authentication-type simple @case-2
  authentication-key <key:text> @secret
  preferred                                                      -> accept "adverts bear the group's own address"
  track {
    interface <interface!:name> @presence {
      priority-cost <cost:1..254>
      bandwidth-threshold <bandwidth!:bandwidth> priority-cost <cost:1..254> -> accept "bandwidths do not change here"
    }
    priority-hold-time <seconds:0..3600>
    route <route!:any-prefix> routing-instance <instance!:instance> priority-cost <cost:1..254>
  }
  vrrp-inherit-from @flat -> accept "every group speaks for itself" {
    active-interface <interface:ifl>
    active-group <group:0..255>
  }
}

words {
  virtual-gateway-accept-data    "Accept packets destined for virtual gateway address"
  virtual-gateway-v4-mac         "MAC address for virtual gateway IPv4 address"
  virtual-gateway-v6-mac         "MAC address for virtual gateway IPv6 address"
  virtual-gateway-esi            "ESI configuration for virtual gateway"
  proxy-macip-advertisement      "Proxy advertisement of MAC+IP"
  no-auto-virtual-gateway-esi    "Disable auto ESI generation for virtual gateway"
  <alarm>                        "Alarm"
  <ascii>                        "ASCII string"
  <depth>                        "Number of labels"
  <dlci>                         "Data-link control identifier"
  <end>                          "End of range"
  <from>                         "Incoming VLAN"
  <hexadecimal>                  "Hexadecimal string"
  <ia-type>                      "ia-na or ia-pd"
  <metadata>                     "Metadata string"
  <range>                        "Range"
  <service-set>                  "Service set name"
  <start>                        "Start of range"
  <tca>                          "Threshold crossing alarm"
  <to>                           "Bridge VLAN"
  <tpid>                         "Tag Protocol ID, for example 0x8100"
  <vci>                          "Virtual circuit identifier"
  <warning>                      "Warning"
  <wavelength>                   "Wavelength"
  active-group                   "Group of the session that is followed"
  active-standby                 "Standby until the active one fails"
  advertisements-threshold       "Number of vrrp advertisements missed before declaring master down"
  allow-fragmentation            "Do not set DF bit on packets"
  anchor-point                   "Anchor point of the pseudowire service interface"
  arp-max-cache                  "Max interface ARP nexthop cache size"
  arp-new-hold-limit             "Max no. of new unresolved nexthops"
  ascii                          "ASCII string"
  asynchronous-notification      "Enable sending asynchronous notification to CE"
  auto-configure                 "Auto configuration"
  auto-derive                    "Auto-derive ESI value for the interface"
  auto-reconnect                 "Time before the connection is made again"
  autoconfig                     "Address is configured from router advertisements"
  backup-destination             "Backup tunnel destination"
  both                           "Ingress and egress"
  bps                            "Bits per second"
  bw-unit                        "Bandwidth unit"
  bw-value                       "Bandwidth value"
  bypass-queueing-chip           "Enable to bypass queueing chip for the interface"
  chap                           "Challenge Handshake Authentication Protocol"
  chassis-id                     "Chassis id of the network device"
  clear-dont-fragment-bit        "Clear DF bit in packets before encapsulation"
  client                         "Client"
  client-ia-type                 "Identity association type"
  client-type                    "DHCPv6 client type"
  clocking                       "Interface clock source"
  copy-tos-to-outer-ip-header    "Copy ToS bits to outer IP header"
  core-facing                    "Interface is core facing"
  default-chap-secret            "Secret for unknown peers"
  demux-source                   "Demux based on source prefix"
  destination-class-usage        "Enable destination class usage on interface"
  destination-profile            "Profile to use for destination address"
  destination-udp-port           "UDP port of relayed packets"
  df-election-granularity        "DF Election Granularity"
  df-election-type               "DF Election Type"
  dhcp                           "Configure DHCP client for interface"
  dhcp-client                    "Configure DHCP client for interface"
  dhcpv6-client                  "Configure DHCPv6 client for interface"
  direction                      "Direction"
  disable-arp-policer            "Disable default ARP policer"
  dlci                           "Frame Relay data-link control identifier"
  do-not-fragment                "Set DF bit on packets"
  down-count                     "Down count"
  duid-ll                        "Link-layer address"
  duid-llt                       "Link-layer address plus time"
  duid-type                      "DUID identifying a client"
  dynamic-profile                "Dynamic profile"
  efec                           "Enhanced forward error correction"
  egress                         "Egress"
  enable-tca                     "Enable the alarm"
  end                            "End of range"
  ether-options                  "Ethernet interface-specific options"
  ethernet-switch-profile        "Ethernet virtual LAN/media access control-level options"
  etree-ac-role                  "ETREE attachment-circuit role"
  fabric-options                 "Fabric interface specific options"
  fast-failover                  "Enable fast-failover for static LAG"
  fastether-options              "Fast Ethernet interface-specific options"
  fcs                            "Frame checksum"
  fec                            "Forward Error Correction mode"
  fec74                          "Forward error correction of clause 74"
  fec91                          "Forward error correction of clause 91"
  fixed-stuff-bytes              "Fixed stuff bytes"
  flexible-vlan-tagging          "Support for no tagging, or single and double 802.1q VLAN tagging"
  flow-label                     "Flow label field"
  force-icl-down                 "Bring down ICL interface on iccp-peer-down"
  force-up                       "Keep the port up in absence of received LACPDU"
  forward-and-send-to-re         "Allow packets to be forwarded and sent to re"
  forward-only                   "Allow packets only to be forwarded"
  forwarding-class-accounting    "Configure forwarding class accounting parameters"
  gbps                           "Gigabits per second"
  gfec                           "Generic forward error correction"
  gigether-options               "Gigabit Ethernet interface-specific options"
  hexadecimal                    "Hexadecimal string"
  hierarchical-scheduler         "Enable hierarchical scheduling"
  iccp-peer-down                 "ICCP peer down"
  ignore-l3-incompletes          "Ignore L3 incomplete errors"
  implicit-hierarchy             "Implicit hierarchy"
  inet-address                   "IP address"
  inet6-advertise-interval       "Inet6 advertisement interval (milliseconds)"
  init-delay-time                "Init delay timer for mcae sm for min traffic loss"
  inner                          "Inner vlan tag"
  inner-list                     "List of inner vlan-tags"
  inner-range                    "Inner vlan-tag range"
  inner-tag-protocol-id          "Tag protocol ID of the inner tag"
  inner-vlan-id                  "Identifier of the inner VLAN"
  inner-vlan-id-list             "List of inner VLAN identifiers"
  inner-vlan-id-range            "Range of inner VLAN IDs"
  input-policer                  "Layer2 policer for received packets"
  input-three-color              "Layer2 three-color policer for received packets"
  input-vlan-map                 "VLAN map operation on input"
  interface-range                "Interface ranges configuration"
  interface-set                  "Set of interfaces"
  interval                       "Interval"
  kbps                           "Kilobits per second"
  keepalives                     "Send or demand keepalive messages"
  laser-enable                   "Enable the laser"
  layer2-policer                 "Layer2 policing for interface"
  leaf                           "Leaf"
  link-protection-sub-group      "Link Protection subgroup configuration"
  local-name                     "Name sent in requests"
  local-password                 "Password sent in requests"
  mac-address                    "MAC address"
  mac-learn-enable               "Learn MAC addresses dynamically"
  master-only                    "Master management IP address for router"
  maximum-hierarchy-levels       "Maximum hierarchy levels"
  mbps                           "Megabits per second"
  mc-ae                          "Multi-chassis aggregation (MC-AE) network device configuration"
  mc-ae-id                       "Identifier of the multi-chassis aggregated bundle"
  member-interfaces              "Member interface for the fabric interface"
  metadata                       "Metadata for the interface"
  minimum-bandwidth              "Minimum bandwidth necessary to sustain bundle"
  mod                            "MOD based DF election"
  multicast-only                 "Multicast-only"
  multicast-router-interface     "Multicast router interface"
  native-inner-vlan-id           "Native virtual LAN identifier for singly tagged frames"
  nd6-max-cache                  "Max interface ND nexthop cache size"
  nd6-stale-time                 "Inet6 neighbor stale time"
  ndp                            "Static Neighbor Discovery Protocol entries"
  negotiate-address              "Negotiate address with remote"
  no-dns-install                 "Do not propagate DNS information to the kernel"
  no-enable-tca                  "Don't enable the alarm"
  no-fixed-stuff-bytes           "No fixed stuff bytes"
  no-hostname                    "Do not carry hostname (RFC option code is 12) in packet"
  no-keepalives                  "Don't send keepalive messages"
  no-link-protection             "Don't enable link protection support"
  no-native-vlan-insert          "Disable native-vlan-id insertion for untagged packets"
  no-per-unit-scheduler          "Don't enable subunit queuing"
  no-source-filtering            "Don't enable source address filtering"
  oc192                          "OC192 rate"
  optics-options                 "Optics options"
  otn-options                    "Optical Transmission Network interface-specific options"
  otu4                           "OTU4 rate"
  outer                          "Outer vlan tag"
  output-policer                 "Layer2 policer for transmitted packets"
  output-three-color             "Layer2 three-color policer for transmitted packets"
  output-vlan-map                "VLAN map operation on output"
  pap                            "Password Authentication Protocol"
  passive-monitor-mode           "Use interface to tap packets from another router"
  payload-scrambler              "Enable payload scrambling"
  peer-interface                 "Peer interface"
  per-esi                        "DF election per ESI"
  per-evpn-bd                    "DF election per EVPN bridge domain"
  per-unit-scheduler             "Enable subunit queuing on Frame Relay or VLAN IQ interface"
  pop                            "Pop outer tag"
  pop-all-labels                 "Pop all labels of incoming MPLS packets"
  pop-pop                        "Pop both tags"
  pop-swap                       "Pop outer tag and swap inner tag"
  port-mirror-instance           "Port-mirror the packets of the interface"
  port-mode                      "Port mode of the interface"
  ppp-options                    "Point-to-Point Protocol (PPP) interface-specific options"
  pppoe-options                  "PPP over Ethernet options"
  prefer-status-control-active   "Keep this node up (recommended only on status-control active)"
  proxy                          "Proxy for this side of the circuit"
  push                           "Push a tag"
  push-push                      "Push two tags"
  ranges                         "Configure ranges of identifiers"
  rapid-commit                   "Use two messages instead of four"
  reassemble-packets             "Do reassembly of fragmented tunnel packets"
  recovery-timeout               "Time after which a port that was shut comes back"
  redirect-to-https              "Redirect HTTP to HTTPS"
  redundant-parent               "Parent of this interface"
  remove-when-no-subscribers     "Remove when no subscribers"
  req-option                     "DHCPv6 client requested option"
  required-depth                 "Number of labels of packets that are popped"
  retransmission-attempt         "Number of attempts to retransmit the DHCP client protocol packet"
  retransmission-interval        "Number of seconds between successive retransmission"
  revertive                      "Revert back (default) to a better priority link"
  rfc-2615                       "RFC 2615 compliance"
  root                           "Root"
  rpm                            "Enable RPM service on the interface"
  server                         "Server"
  server-address                 "DHCP server address"
  service                        "Service operations"
  service-set                    "Service set"
  shared-scheduler               "Enabled scheduler sharing between logical interfaces"
  sonet-options                  "SONET interface-specific options"
  source-address-filter          "Source address filters"
  source-class-usage             "Enable source class usage on interface"
  source-filtering               "Enable source address filtering"
  stacked-vlan-tagging           "Stacked 802.1q VLAN tagging support"
  stateful                       "Address is assigned by the server"
  status-control                 "Status of this chassis"
  subnet-length                  "Length of the subnet"
  swap                           "Swap outer tag"
  swap-by-poppush                "Pop original vlan tag and push a new tag"
  swap-push                      "Swap outer tag and push another"
  swap-swap                      "Swap both tags"
  sync-reset                     "On minimum-link failure notify out of sync to peer"
  tag-protocol-id                "IEEE 802.1q Tag Protocol Identifiers (TPID)"
  tagged-access                  "Tagged access mode"
  targeted-broadcast             "Directed broadcast"
  targeted-distribution          "Targeted distribution for the bundle"
  tca                            "Threshold crossing alarm"
  tcc                            "Translational cross-connect parameters"
  tolerance                      "Tolerance in percentage"
  translate                      "Translate incoming VLAN to another"
  translate-discard-eligible     "Translate discard eligible bit"
  tunnel                         "Tunnel parameters"
  twamp-server                   "TWAMP server"
  ufec                           "Ultra forward error correction"
  underlying-interface           "Interface that PPP over Ethernet runs on"
  unidirectional                 "Unidirectional mode"
  up-count                       "Up count"
  update-router-advertisement    "Update router advertisement"
  user-id                        "Add user ID to the client identifier"
  value                          "Preference value"
  vci                            "ATM point-to-point virtual circuit identifier"
  vendor                         "Assigned by vendor"
  virtual-gateway-address        "Virtual Gateway IP address"
  vlan-id-range                  "Range of VLAN IDs"
  vlan-ranges                    "Configure interface based on vlan ranges"
  vlan-rewrite                   "Specify vlan translation"
  vlan-tagging                   "802.1q VLAN tagging support"
  vlan-vci-tagging               "CCC for VLAN Q-in-Q and ATM VPI/VCI interworking"
  vrrp-inherit-from              "VRRP session of which this one follows the state"
  vxlan-gpe                      "VXLAN-GPE tunnel"
  warning                        "Action for a warning"
  wavelength                     "Wavelength of the optics"
}
