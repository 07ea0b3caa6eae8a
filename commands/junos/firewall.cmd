# commands/junos/firewall.cmd: filters and policers: understood and kept.    Source: CLI reference of Junos 21.4; terms in the
# order of typing.

config {
  firewall -> accept "filters do not filter here" { use firewall }
}
define firewall {
  family inet {
    prefix-action <action!:name> {
      policer <policer:name>
      count
      filter-specific
      subnet-prefix-length <length:0..32>
      source-prefix-length <length:0..32>
      destination-prefix-length <length:0..32>
    }
    dialer-filter <filter-name!:name> { term <rule-name!:name> { use firewall-term } }
    service-filter <filter-name!:name> { term <rule-name!:name> { use firewall-term } }
    simple-filter <filter-name!:name> { term <rule-name!:name> { use firewall-term } }
    filter <filter-name!:name> { use firewall-filter }
  }
  family inet6 { filter <filter-name!:name> { use firewall-filter6 } }
  family mpls { filter <filter-name!:name> { use firewall-filter-mpls } }
  family vpls { filter <filter-name!:name> { use firewall-filter-frame } }
  family bridge { filter <filter-name!:name> { use firewall-filter-frame } }
  family ethernet-switching { filter <filter-name!:name> { use firewall-filter-frame } }
  family ccc { filter <filter-name!:name> { use firewall-filter-frame } }
  family any { filter <filter-name!:name> { use firewall-filter-frame } }
  policer <policer-name!:name> {
    filter-specific
    (logical-interface-policer | physical-interface-policer)
    shared-bandwidth-policer
    if-exceeding {
      (bandwidth-limit <bandwidth:bandwidth> | bandwidth-percent <percent:1..100>)
      burst-size-limit <size:bytes>
    }
    if-exceeding-pps {
      pps-limit <rate:name>
      packet-burst <packets:name>
    }
    then {
      discard
      loss-priority <loss-priority:loss-priority>
      forwarding-class <class-name:name>
      out-of-profile
    }
  }
  three-color-policer <policer-name!:name> {
    filter-specific
    (logical-interface-policer | physical-interface-policer)
    shared-bandwidth-policer
    action { loss-priority high then discard }
    single-rate {
      (color-blind | color-aware)
      committed-information-rate <bandwidth:bandwidth>
      committed-burst-size <size:bytes>
      excess-burst-size <size:bytes>
    }
    two-rate {
      (color-blind | color-aware)
      committed-information-rate <bandwidth:bandwidth>
      committed-burst-size <size:bytes>
      peak-information-rate <bandwidth:bandwidth>
      peak-burst-size <size:bytes>
    }
  }
  hierarchical-policer <policer-name!:name> {
    aggregate {
      if-exceeding {
        bandwidth-limit <bandwidth:bandwidth>
        burst-size-limit <size:bytes>
      }
      then { discard }
    }
    premium {
      if-exceeding {
        bandwidth-limit <bandwidth:bandwidth>
        burst-size-limit <size:bytes>
      }
      then { discard }
    }
  }
  interface-set <set!:name> { <interface!:ifl> @presence { } }
  load-balance-group <group!:name> { next-hop-group <next-hop-group!:name>... }
  filter <filter-name!:name> { use firewall-filter }
}
define firewall-options {
  accounting-profile <profile!:name>...
  (interface-specific | physical-interface-filter)
  interface-shared
  enhanced-mode
  instance-shared
  fast-filter-lookup
}
define firewall-filter {
  use firewall-options
  term <rule-name!:name> { use firewall-term }
}
define firewall-term {
  filter <filter-name:name>
  from { use firewall-match4 }
  then @oneline { use firewall-action }
}
define firewall-match4 {
  address { use firewall-address }
  source-address { use firewall-address }
  destination-address { use firewall-address }
  use firewall-match
  icmp-type <icmp-type!:name>...
  icmp-type-except <icmp-type!:name>...
  icmp-code <icmp-code!:name>...
  icmp-code-except <icmp-code!:name>...
  protocol <protocol!:name>...
  protocol-except <protocol!:name>...
  ttl <ttl!:name>...
  ttl-except <ttl!:name>...
  ip-options <option!:name>...
  ip-options-except <option!:name>...
  fragment-flags <flags:text>
  fragment-offset <offset!:name>...
  is-fragment
  first-fragment
  dscp <dscp!:name>...
  dscp-except <dscp!:name>...
  precedence <precedence!:name>...
  precedence-except <precedence!:name>...
  esp-spi <spi!:name>...
  ah-spi <spi!:name>...
  service-filter-hit
}
define firewall-filter6 {
  use firewall-options
  term <rule-name!:name> { use firewall-term6 }
}
define firewall-term6 {
  filter <filter-name:name>
  from {
    address { use firewall-address }
    source-address { use firewall-address }
    destination-address { use firewall-address }
    use firewall-match
    next-header <next-header!:name>...
    next-header-except <next-header!:name>...
    payload-protocol <protocol!:name>...
    payload-protocol-except <protocol!:name>...
    extension-header <next-header!:name>...
    icmp-type <icmp-type!:name>...
    icmp-type-except <icmp-type!:name>...
    icmp-code <icmp-code!:name>...
    icmp-code-except <icmp-code!:name>...
    hop-limit <limit!:name>...
    hop-limit-except <limit!:name>...
    traffic-class <class!:name>...
    traffic-class-except <class!:name>...
    is-fragment
    first-fragment
    last-fragment
  }
  then @oneline { use firewall-action }
}
define firewall-filter-mpls {
  use firewall-options
  term <rule-name!:name> {
    filter <filter-name:name>
    from {
      exp <exp!:name>...
      exp-except <exp!:name>...
      label <label!:name>...
      interface <interface!:ifl>...
      interface-group <group!:name>...
      loss-priority <loss-priority!:loss-priority>...
      forwarding-class <forwarding-class!:name>...
      ip-version {
        ipv4 { use firewall-match4 }
        ipv6 {
          source-address { use firewall-address }
          destination-address { use firewall-address }
        }
      }
    }
    then @oneline { use firewall-action }
  }
}
define firewall-filter-frame {
  use firewall-options
  term <rule-name!:name> {
    filter <filter-name:name>
    from {
      source-mac-address { <mac!:name> [except] }
      destination-mac-address { <mac!:name> [except] }
      ether-type <ether-type!:name>...
      ether-type-except <ether-type!:name>...
      vlan <vlan!:name>...
      vlan-id <vlan!:name>...
      user-vlan-id <vlan!:name>...
      learn-vlan-id <vlan!:name>...
      learn-vlan-1p-priority <priority!:name>...
      user-vlan-1p-priority <priority!:name>...
      dot1q-tag <vlan!:name>...
      dot1q-user-priority <priority!:name>...
      traffic-type <type!:name>...
      ip-source-address { use firewall-address }
      ip-destination-address { use firewall-address }
      ip-protocol <protocol!:name>...
      ip-version { ipv4 { use firewall-match4 } }
      source-address { use firewall-address }
      destination-address { use firewall-address }
      source-prefix-list { use firewall-list }
      destination-prefix-list { use firewall-list }
      port <port!:name>...
      source-port <port!:name>...
      destination-port <port!:name>...
      protocol <protocol!:name>...
      icmp-type <icmp-type!:name>...
      icmp-code <icmp-code!:name>...
      dscp <dscp!:name>...
      precedence <precedence!:name>...
      tcp-flags <flags:text>
      tcp-initial
      tcp-established
      packet-length <length!:name>...
      interface <interface!:ifl>...
      interface-group <group!:name>...
      forwarding-class <forwarding-class!:name>...
      loss-priority <loss-priority!:loss-priority>...
    }
    then @oneline {
      use firewall-action
      interface <interface:ifl>
      vlan <vlan:name>
      analyzer <analyzer:name>
    }
  }
}
define firewall-address {
  <prefix!:any-prefix> [except]
}
define firewall-list {
  <prefix-list!:prefix-list> [except]
}
define firewall-match {
  prefix-list { use firewall-list }
  source-prefix-list { use firewall-list }
  destination-prefix-list { use firewall-list }
  port <port!:name>...
  port-except <port!:name>...
  source-port <port!:name>...
  source-port-except <port!:name>...
  destination-port <port!:name>...
  destination-port-except <port!:name>...
  packet-length <length!:name>...
  packet-length-except <length!:name>...
  forwarding-class <forwarding-class!:name>...
  forwarding-class-except <forwarding-class!:name>...
  loss-priority <loss-priority!:loss-priority>...
  source-class <class!:name>...
  destination-class <class!:name>...
  tcp-flags <flags:text>
  tcp-initial
  tcp-established
  interface <interface!:ifl>...
  interface-group <group!:name>...
  interface-set <set!:name>...
}
define firewall-action {
  policer <policer:name>
  three-color-policer @oneline {
    single-rate <policer:name>
    two-rate <policer:name>
  }
  hierarchical-policer <policer:name>
  prefix-action <action:name>
  traffic-class-count <counter:name>
  count <counter:name>
  service-accounting
  log
  syslog
  sample
  port-mirror
  port-mirror-instance <instance:name>
  loss-priority <loss-priority:loss-priority>
  forwarding-class <class-name:name>
  dscp <dscp:name>
  traffic-class <class:name>
  load-balance <group:name>
  next-hop-group <group:name>
  logical-system <logical-system:name>
  routing-instance <instance:name>
  topology <topology:name>
  next-ip <prefix:any-prefix> [routing-instance <instance:instance>]
  next-ip6 <prefix:any-prefix> [routing-instance <instance:instance>]
  next-interface <interface:ifl> [routing-instance <instance:instance>]
  decapsulate { gre @presence { routing-instance <instance:instance> } }
  encapsulate <template:name>
  next term
  accept
  discard @oneline @presence { accounting <collector:name> }
  reject [<message-type:reject-type>]
}

words {
  <analyzer>                     "Analyzer"
  <ether-type>                   "Ether type"
  <exp>                          "EXP"
  <logical-system>               "Logical system name"
  <next-hop-group>               "Next hop group"
  <spi>                          "SPI"
  accounting-profile             "Accounting profile"
  action                         "Action"
  ah-spi                         "Ah SPI"
  analyzer                       "Name of analyzer that gets a copy"
  color-aware                    "Marking depends on prior colors"
  color-blind                    "Marking ignores prior colors"
  committed-burst-size           "Committed burst size"
  committed-information-rate     "Committed information rate"
  decapsulate                    "Terminate tunnel"
  destination-mac-address        "Destination MAC address"
  destination-port-except        "Do not match destination port"
  destination-prefix-length      "Destination prefix length"
  dialer-filter                  "Dialer filter"
  dot1q-tag                      "Dot1q tag"
  dot1q-user-priority            "Dot1q user priority"
  dscp-except                    "Do not match DSCP"
  encapsulate                    "Encapsulate into tunnel"
  esp-spi                        "Esp SPI"
  ether-type                     "Match Ethernet type"
  ether-type-except              "Do not match ether type"
  excess-burst-size              "Excess burst size"
  exp-except                     "Do not match EXP"
  extension-header               "Extension header"
  fast-filter-lookup             "Fast filter lookup"
  forwarding-class-except        "Do not match forwarding class"
  fragment-offset                "Fragment offset"
  gre                            "GRE tunnel"
  hierarchical-policer           "Hierarchical policer"
  hop-limit-except               "Do not match hop limit"
  icmp-code-except               "Do not match ICMP code"
  icmp-type-except               "Do not match ICMP type"
  if-exceeding-pps               "If exceeding pps"
  instance-shared                "Instance shared"
  interface-shared               "Interface shared"
  ip-destination-address         "IP destination address"
  ip-options-except              "Do not match IP options"
  ip-protocol                    "IP protocol"
  ip-source-address              "IP source address"
  ip-version                     "IP version"
  ipv4                           "IPv4"
  ipv6                           "IPv6"
  label                          "Label"
  last-fragment                  "Match if packet is the last fragment"
  learn-vlan-1p-priority         "Match learned 802.1p VLAN priority"
  learn-vlan-id                  "Learn VLAN ID"
  load-balance-group             "Load balance group"
  logical-system                 "Logical system"
  next-header-except             "Do not match next header"
  next-hop-group                 "Next hop group"
  out-of-profile                 "Mark packets that exceed the limit"
  packet-burst                   "Packet burst"
  packet-length-except           "Do not match packet length"
  payload-protocol-except        "Do not match payload protocol"
  peak-burst-size                "Peak burst size"
  peak-information-rate          "Peak information rate"
  physical-interface-filter      "Physical interface filter"
  physical-interface-policer     "Physical interface policer"
  port-except                    "Do not match port"
  pps-limit                      "Pps limit"
  precedence-except              "Do not match precedence"
  protocol-except                "Do not match protocol"
  service-accounting             "Service accounting"
  service-filter                 "Service filter"
  service-filter-hit             "Service filter hit"
  shared-bandwidth-policer       "Shared bandwidth policer"
  simple-filter                  "Simple filter"
  single-rate                    "Single rate"
  source-mac-address             "Source MAC address"
  source-port-except             "Do not match source port"
  source-prefix-length           "Source prefix length"
  subnet-prefix-length           "Subnet prefix length"
  three-color-policer            "Three color policer"
  traffic-class-count            "Traffic class count"
  traffic-class-except           "Do not match traffic class"
  traffic-type                   "Match type of frame"
  ttl-except                     "Do not match TTL"
  two-rate                       "Two rate"
  user-vlan-1p-priority          "Match user 802.1p VLAN priority"
  user-vlan-id                   "User VLAN ID"
}
