# commands/junos/interfaces.cmd: physical interfaces and their units.                 Source: CLI reference of Junos 21.4.

config interfaces {
  traceoptions -> accept "nothing is traced" {
    file <filename:name> [size <size:bytes>] [files <number:2..1000>] [(world-readable | no-world-readable)]
    flag <flag!:name>
  }
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
  (traps | no-traps)                                             -> accept "no traps are sent"
  hold-time [up <milliseconds-up:0..4294967295>] [down <milliseconds-down:0..4294967295>] -> accept "links settle at once"
  (vlan-tagging | flexible-vlan-tagging | stacked-vlan-tagging)
  native-vlan-id <vlan-id:0..4094>
  speed <speed:name>                                             -> accept "speeds are for display"
  link-mode (automatic | full-duplex | half-duplex)              -> accept "every link is full duplex"
  mac <mac:mac>                                                  -> accept "the burned-in address is used"
  mtu <bytes:256..16000>
  encapsulation <encapsulation:encapsulation>                    -> accept "frames are Ethernet"
  (gratuitous-arp-reply | no-gratuitous-arp-reply)               -> accept "gratuitous ARP is as usual"
  no-gratuitous-arp-request                                      -> accept "gratuitous ARP is as usual"
  gigether-options -> accept "links are not bundled" {
    (loopback | no-loopback)
    (flow-control | no-flow-control)
    (auto-negotiation | no-auto-negotiation)
    802.3ad @presence {
      <bundle!:interface-name>
      lacp { port-priority <priority:0..65535> }
    }
  }
  ether-options -> accept "links are not bundled" {
    802.3ad @presence { <bundle!:interface-name> }
    speed { <speed!:name> }
    (auto-negotiation | no-auto-negotiation)
  }
  aggregated-ether-options -> accept "links are not bundled" {
    minimum-links <number:1..64>
    link-speed <speed:name>
    lacp @presence {
      (active | passive)
      periodic (fast | slow)
      system-id <mac:mac>
      system-priority <priority:0..65535>
      admin-key <key:0..65535>
    }
  }
  esi -> accept "links are not bundled" {
    <identifier!:name>
    (all-active | single-active)
  }
  redundant-ether-options -> accept "links are not bundled" {
    redundancy-group <group:1..128>
  }
  unit <unit!:0..1073741823> @sorted { use logical-interface }
}
define logical-interface {
  description <description:text>
  disable
  enable                                                         -> accept "it is enabled unless disabled"
  (traps | no-traps)                                             -> accept "no traps are sent"
  encapsulation <encapsulation:encapsulation>                    -> accept "frames are Ethernet"
  (point-to-point | multipoint)                                  -> accept "the link is what its port is"
  bandwidth <bandwidth:bandwidth>
  vlan-id <vlan-id:0..4094>
  vlan-id-list <vlan!:name>...                                   -> accept "bridging is not built"
  vlan-tags outer <outer:name> [inner <inner:name>]              -> accept "one tag at most"
  (arp-resp | no-arp-resp)                                       -> accept "ARP answers as usual"
  proxy-arp [(restricted | unrestricted)]
  peer-unit <unit:0..1073741823>                                 -> accept "logical tunnels are not built"
  tunnel -> accept "tunnels are not built" {
    source <address:ip>
    destination <address:ip>
    ttl <ttl:0..255>
    key <key:0..4294967295>
    routing-instance { destination <instance:instance> }
  }
  family inet @presence {
    mtu <bytes:68..9192>
    no-redirects                                                 -> accept "redirects are never sent"
    no-neighbor-learn                                            -> accept "neighbours are learned"
    rpf-check @presence -> accept "sources are not checked" {
      fail-filter <filter:name>
      mode loose
    }
    filter -> accept "filters do not filter here" {
      input <filter-name:name>
      output <filter-name:name>
      input-list <filter-name!:name>...
      output-list <filter-name!:name>...
    }
    policer -> accept "nothing is policed" {
      arp <policer:name>
      input <policer:name>
      output <policer:name>
    }
    sampling -> accept "nothing is sampled" {
      input
      output
    }
    tcp-mss <bytes:64..65535>                                    -> accept "segments are not rewritten"
    unnumbered-address <interface:ifl> [preferred-source-address <address:ipv4>] -> accept "interfaces have addresses of their own"
    dhcp @presence -> accept "no address is asked for" {
      vendor-id <vendor-id:text>
      client-identifier <identifier:text>
      lease-time <seconds:name>
      update-server
      force-discover
    }
    address <ipv4-prefix!:interface-address> {
      primary
      preferred
      broadcast <address:ipv4>                                   -> accept "the broadcast address follows from the mask"
      arp <address!:ipv4> [l2-interface <interface:ifl>] (mac <mac:mac> | multicast-mac <multicast-mac:mac>) [publish] -> accept "neighbours are learned"
      virtual-gateway-address <address:ipv4>                     -> accept "EVPN is not built"
      vrrp-group <group!:0..255> -> accept "VRRP is not built" { use vrrp }
    }
  }
  family inet6 @presence -> accept "IPv6 is not built" {
    mtu <bytes:1280..9192>
    filter {
      input <filter-name:name>
      output <filter-name:name>
    }
    dad-disable
    (no-dad-disable | nd6-stale-time <seconds:1..18000>)
    sampling {
      input
      output
    }
    address <ipv6-prefix!:interface-address6> {
      primary
      preferred
      eui-64
      virtual-gateway-address <address:ipv6>
      vrrp-inet6-group <group!:0..255> { use vrrp }
    }
  }
  family iso @presence {
    mtu <bytes:512..9192>                                        -> accept "IS-IS is not built"
    address <net!:iso-address>                                   -> accept "IS-IS is not built"
  }
  family mpls @presence {
    mtu <bytes:512..9192>                                        -> accept "labels are not switched yet"
    maximum-labels <number:3..16>                                -> accept "labels are not switched yet"
    filter -> accept "filters do not filter here" {
      input <filter-name:name>
      output <filter-name:name>
    }
  }
  family bridge @presence -> accept "bridging is not built" { use bridge-family }
  family ethernet-switching @presence -> accept "bridging is not built" { use bridge-family }
  family ccc @presence -> accept "circuits are not built" { mtu <bytes:256..9192> }
  family vpls @presence -> accept "bridging is not built" { mtu <bytes:256..9192> }
}
define bridge-family {
  interface-mode (access | trunk)
  vlan-id <vlan-id:0..4094>
  vlan-id-list <vlan!:name>...
  vlan { members <vlan!:name>... }
  storm-control <profile!:name>
}
define vrrp {
  virtual-address <address!:ipv4>...
  virtual-inet6-address <address!:ipv6>...
  virtual-link-local-address <address:ipv6>
  priority <priority:0..255>
  advertise-interval <seconds:1..255>
  fast-interval <milliseconds:100..999>
  accept-data
  no-accept-data
  preempt [hold-time <seconds:0..3600>]
  no-preempt
  authentication-type (md5 | simple)
  authentication-key <key:text> @secret
  track {
    interface <interface!:name> {
      priority-cost <cost:1..254>
      bandwidth-threshold <bandwidth!:bandwidth> priority-cost <cost:1..254>
    }
    route <route!:any-prefix> routing-instance <instance!:instance> priority-cost <cost:1..254>
    priority-hold-time <seconds:0..3600>
  }
}
