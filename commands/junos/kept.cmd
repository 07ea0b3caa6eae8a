# commands/junos/kept.cmd: what real configurations hold beside routing: understood and kept.    Source: CLI reference of
# Junos 21.4.

config {
  forwarding-options -> accept "packets are forwarded in the plain way" {
    storm-control-profiles <profile!:name> {
      all @presence {
        bandwidth-percentage <percent:1..100>
        no-broadcast
        no-multicast
        no-unknown-unicast
      }
      action-shutdown
    }
    hash-key @presence {
      family inet {
        layer-3
        layer-4
      }
      family mpls {
        label-1
        label-2
        payload { ip }
      }
    }
    load-balance { indexed-load-balance }
    helpers {
      bootp {
        server <address!:ip>
        interface <interface!:ifl> { server <address!:ip> }
      }
    }
    dhcp-relay {
      server-group <group!:name> { <address!:ip> }
      active-server-group <group:name>
      group <group!:name> {
        active-server-group <group:name>
        interface <interface!:ifl>
      }
    }
    family inet { filter { input <filter-name:name> } }
    sampling @presence {
      input {
        rate <rate:1..16000000>
        run-length <length:0..20>
      }
    }
  }
  class-of-service -> accept "packets wait in no queues" {
    forwarding-classes {
      class <class-name!:name> queue-num <queue:0..15> [priority (high | low)]
      queue <queue!:0..15> <class-name:name>
    }
    forwarding-policy {
      next-hop-map <map-name!:name> {
        forwarding-class <class-name!:name> {
          next-hop <next-hop!:next-hop>...
          lsp-next-hop <lsp!:name>...
        }
      }
    }
    interfaces { <interface!:interface-name> { scheduler-map <map-name:name> } }
    scheduler-maps <map-name!:name> { forwarding-class <class-name!:name> scheduler <scheduler:name> }
    schedulers <scheduler!:name> {
      transmit-rate percent <percent:0..100>
      buffer-size percent <percent:0..100>
      priority (low | medium-low | medium-high | high | strict-high)
    }
  }
  firewall -> accept "filters do not filter here" {
    family inet {
      prefix-action <action!:name> {
        policer <policer:name>
        count
      }
      filter <filter-name!:name> { use firewall-filter }
    }
    family inet6 {
      filter <filter-name!:name> { use firewall-filter6 }
    }
    family mpls {
      filter <filter-name!:name> { term <rule-name!:name> { use firewall-term6 } }
    }
    policer <policer-name!:name> {
      filter-specific
      logical-interface-policer
      if-exceeding {
        bandwidth-limit <bandwidth:bandwidth>
        bandwidth-percent <percent:1..100>
        burst-size-limit <size:bytes>
      }
      then {
        discard
        loss-priority (low | medium-low | medium-high | high)
        forwarding-class <class-name:name>
      }
    }
    filter <filter-name!:name> { use firewall-filter }
  }
  bridge-domains -> accept "bridging is not built" {
    <bridge-domain!:name> {
      domain-type bridge
      vlan-id <vlan:name>
      interface <interface!:ifl>
      routing-interface <interface:ifl>
    }
  }
  vlans -> accept "bridging is not built" {
    <vlan-name!:name> {
      description <description:text>
      vlan-id <vlan:name>
      vlan-id-list <vlan!:name>...
      interface <interface!:ifl>
      l3-interface <interface:ifl>
      vxlan @presence {
        vni <vni:0..16777214>
        ingress-node-replication
      }
    }
  }
  switch-options -> accept "bridging is not built" {
    vtep-source-interface <interface:ifl>
    route-distinguisher <route-distinguisher:route-distinguisher>
    vrf-import <policy!:policy>...
    vrf-export <policy!:policy>...
    vrf-target @oneline {
      <community:route-target>
      auto @presence { }
    }
  }
}
define firewall-filter {
  interface-specific
  term <rule-name!:name> {
    from {
      address { use firewall-address }
      source-address { use firewall-address }
      destination-address { use firewall-address }
      use firewall-match
      icmp-type <icmp-type!:name>...
      icmp-code <icmp-code!:name>...
      protocol <protocol!:name>...
      ttl <ttl!:name>...
      ip-options <option!:name>...
      fragment-flags <flags:name>
      is-fragment
      first-fragment
      dscp <dscp!:name>...
      precedence <precedence!:name>...
    }
    then @oneline { use firewall-action }
  }
}
define firewall-filter6 {
  interface-specific
  term <rule-name!:name> { use firewall-term6 }
}
define firewall-term6 {
  from {
    address { use firewall-address }
    source-address { use firewall-address }
    destination-address { use firewall-address }
    use firewall-match
    next-header <next-header!:name>...
    payload-protocol <protocol!:name>...
    icmp-type <icmp-type!:name>...
    icmp-code <icmp-code!:name>...
    hop-limit <limit!:name>...
    traffic-class <class!:name>...
  }
  then @oneline { use firewall-action }
}
define firewall-address {
  <prefix!:any-prefix> [except]
}
define firewall-match {
  prefix-list { <prefix-list!:prefix-list> [except] }
  source-prefix-list { <prefix-list!:prefix-list> [except] }
  destination-prefix-list { <prefix-list!:prefix-list> [except] }
  port <port!:name>...
  source-port <port!:name>...
  destination-port <port!:name>...
  packet-length <length!:name>...
  forwarding-class <forwarding-class!:name>...
  tcp-flags <flags:text>
  tcp-initial
  tcp-established
  interface <interface!:ifl>
  interface-group <group!:name>...
}
define firewall-action {
  policer <policer:name>
  count <counter:name>
  log
  syslog
  sample
  port-mirror
  loss-priority (low | medium-low | medium-high | high)
  forwarding-class <class-name:name>
  dscp <dscp:name>
  routing-instance <instance:instance>
  next-ip <prefix:any-prefix> [routing-instance <instance:instance>]
  next-ip6 <prefix:any-prefix> [routing-instance <instance:instance>]
  next-interface <interface:ifl>
  next term
  accept
  discard @presence { accounting <collector:name> }
  reject [<message-type:name>]
}
