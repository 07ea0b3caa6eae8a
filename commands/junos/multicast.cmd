# commands/junos/multicast.cmd: protocols of multicast and of IPv6 hosts: understood and kept.    Source: CLI reference of
# Junos 21.4; router-advertisement: schema of Junos 21.4R1.12.

define protocols {
  router-advertisement -> accept "IPv6 is not built" {
    traceoptions { use traceoptions }
    interface <interface!:ifl> @presence {
      preference (medium | high | low)
      max-advertisement-interval <seconds:4..1800>
      min-advertisement-interval <seconds:3..1350>
      (managed-configuration | no-managed-configuration)
      (other-stateful-configuration | no-other-stateful-configuration)
      (link-mtu | no-link-mtu)
      solicit-router-advertisement-unicast
      reachable-time <milliseconds:0..3600000>
      retransmit-timer <milliseconds:0..4294967295>
      virtual-router-only
      current-hop-limit <limit:0..255>
      default-lifetime <seconds:0..9000>
      dns-server-address <address!:ipv6> @presence { lifetime <seconds:0..4294967295> }
      prefix <prefix!:prefix6> @presence {
        valid-lifetime <seconds:0..4294967295>
        (on-link | no-on-link)
        preferred-lifetime <seconds:0..4294967295>
        (autonomous | no-autonomous)
      }
    }
  }
  neighbor-discovery @presence -> accept "IPv6 is not built" {
    onlink-subnet-only
    no-dad-on-state-change
  }
  pim -> accept "multicast is not built" {
    disable
    traceoptions { use traceoptions }
    family inet { disable }
    family inet6 { disable }
    dense-groups { <prefix!:any-prefix> [(announce | reject)] }
    rib-group {
      inet <rib-group:name>
      inet6 <rib-group:name>
    }
    import <policy!:policy>...
    export <policy!:policy>...
    assert-timeout <seconds:5..210>
    join-load-balance @presence { automatic }
    nonstop-routing { disable }
    reset-tracking-bit
    spt-threshold { infinity <policy!:policy>... }
    rp {
      local {
        disable
        address <address:ip>
        priority <priority:0..255>
        hold-time <seconds:0..65535>
        group-ranges { <prefix!:any-prefix> }
        family inet { use pim-rp }
        family inet6 { use pim-rp }
      }
      bootstrap {
        family inet { use pim-bootstrap }
        family inet6 { use pim-bootstrap }
      }
      bootstrap-priority <priority:0..255>
      auto-rp @flat {
        (announce | discovery | mapping)
        mapping-agent-election
        no-mapping-agent-election
      }
      static {
        address <address!:ip> @presence {
          version <version:1..2>
          group-ranges { <prefix!:any-prefix> }
          override
        }
      }
      embedded-rp {
        group-ranges { <prefix!:any-prefix> }
        maximum-rps <number:1..500>
      }
      rp-register-policy <policy!:policy>...
      dr-register-policy <policy!:policy>...
    }
    graceful-restart @presence {
      disable
      restart-duration <seconds:30..300>
    }
    vpn-group-address <address:ipv4>
    mvpn {
      family {
        inet { autodiscovery { inet-mdt } }
      }
    }
    interface <interface!:ifl-or-all> @presence {
      disable
      family inet { disable }
      family inet6 { disable }
      mode (bidirectional-sparse | bidirectional-sparse-dense | dense | sparse | sparse-dense)
      version <version:1..2>
      hello-interval <seconds:0..255>
      priority <priority:0..4294967295>
      neighbor-policy <policy!:policy>...
      reset-tracking-bit
      accept-remote-source
      bfd-liveness-detection { use bfd }
    }
  }
  igmp -> accept "multicast is not built" {
    traceoptions { use traceoptions }
    query-interval <seconds:1..1024>
    query-response-interval <seconds:name>
    query-last-member-interval <seconds:name>
    robust-count <count:2..10>
    accounting
    maximum-transmit-rate <rate:1..10000>
    interface <interface!:ifl-or-all> @presence {
      disable
      version <version:1..3>
      immediate-leave
      promiscuous-mode
      passive @presence { allow-receive }
      group-policy <policy!:policy>...
      group-limit <limit:1..32767>
      ssm-map <map:name>
      static { use multicast-groups }
      (accounting | no-accounting)
    }
  }
  mld -> accept "multicast is not built" {
    traceoptions { use traceoptions }
    query-interval <seconds:1..1024>
    query-response-interval <seconds:name>
    query-last-member-interval <seconds:name>
    robust-count <count:2..10>
    interface <interface!:ifl-or-all> @presence {
      disable
      version <version:1..2>
      immediate-leave
      group-policy <policy!:policy>...
      group-limit <limit:1..32767>
      static { use multicast-groups }
    }
  }
  msdp -> accept "multicast is not built" {
    disable
    traceoptions { use traceoptions }
    rib-group <rib-group:name>
    use msdp-options
    active-source-limit { use msdp-limit }
    source <source!:any-prefix> { active-source-limit { use msdp-limit } }
    peer <peer!:ip> @presence { use msdp-peer }
    group <group!:name> {
      mode (mesh-group | standard)
      use msdp-options
      peer <peer!:ip> @presence { use msdp-peer }
    }
  }
  sap @presence -> accept "multicast is not built" {
    disable
    listen <address!:ip> [port <port:0..65535>]
  }
  igmp-snooping @presence -> accept "multicast is not built" {
    traceoptions { use traceoptions }
    vlan <vlan!:name> @presence { use snooping }
  }
  mld-snooping @presence -> accept "multicast is not built" { vlan <vlan!:name> @presence { use snooping } }
  mvpn -> accept "multicast is not built" {
    traceoptions { use traceoptions }
    receiver-site
    sender-site
    mvpn-mode { (rpt-spt | spt-only) }
    route-target {
      import-target { target <target:route-target> }
      export-target { target <target:route-target> }
    }
  }
}
define pim-rp {
  disable
  address <address:ip>
  priority <priority:0..255>
  hold-time <seconds:0..65535>
  group-ranges { <prefix!:any-prefix> }
  anycast-pim {
    rp-set { address <address!:ip> @presence { forward-msdp-sa } }
    local-address <address:ip>
  }
  override
}
define pim-bootstrap {
  priority <priority:0..255>
  import <policy!:policy>...
  export <policy!:policy>...
}
define multicast-groups {
  group <group!:ip> @presence {
    source <source!:ip> @presence { }
    exclude
  }
}
define msdp-options {
  local-address <address:ip>
  import <policy!:policy>...
  export <policy!:policy>...
}
define msdp-limit {
  maximum <maximum:1..1000000>
  threshold <threshold:1..1000000>
}
define msdp-peer {
  disable
  use msdp-options
  authentication-key <key:text> @secret
  default-peer
  active-source-limit { use msdp-limit }
}
define snooping {
  query-interval <seconds:1..1024>
  robust-count <count:2..10>
  immediate-leave
  proxy @presence { source-address <address:ip> }
  l2-querier { source-address <address:ip> }
  interface <interface!:ifl> @presence {
    multicast-router-interface
    immediate-leave
    host-only-interface
    group-limit <limit:0..65535>
    static { use multicast-groups }
  }
}

words {
  <target>                       "Target"
  accept-remote-source           "Accept remote source"
  active-source-limit            "Active source limit"
  allow-receive                  "Allow receive"
  announce                       "Announce the groups as dense"
  anycast-pim                    "Anycast PIM"
  assert-timeout                 "Assert timeout"
  auto-rp                        "Auto RP"
  autodiscovery                  "Autodiscovery"
  autonomous                     "Set autonomous flag"
  bidirectional-sparse           "Bidirectional sparse"
  bidirectional-sparse-dense     "Bidirectional sparse dense"
  bootstrap                      "Bootstrap"
  bootstrap-priority             "Bootstrap priority"
  current-hop-limit              "Current hop limit"
  default-lifetime               "Default lifetime"
  default-peer                   "Default peer"
  dense-groups                   "Dense groups"
  discovery                      "Learn mappings from announcements"
  dns-server-address             "DNS server address"
  dr-register-policy             "Dr register policy"
  embedded-rp                    "Embedded RP"
  export-target                  "Export target"
  forward-msdp-sa                "Forward MSDP sa"
  group-limit                    "Group limit"
  group-policy                   "Group policy"
  group-ranges                   "Group ranges"
  host-only-interface            "Host only interface"
  import-target                  "Import target"
  infinity                       "Never switch to shortest-path tree"
  join-load-balance              "Join load balance"
  l2-querier                     "L2 querier"
  lifetime                       "Lifetime"
  link-mtu                       "Link MTU"
  listen                         "Listen on an address and port"
  managed-configuration          "Set managed address configuration"
  mapping                        "Announce mappings"
  mapping-agent-election         "Mapping agent election"
  maximum-rps                    "Maximum rps"
  maximum-transmit-rate          "Maximum transmit rate"
  mld                            "MLD"
  mld-snooping                   "MLD snooping"
  msdp                           "MSDP"
  mvpn                           "MVPN"
  mvpn-mode                      "MVPN mode"
  neighbor-discovery             "IPv6 neighbor discovery"
  neighbor-policy                "Neighbor policy"
  no-accounting                  "Disable accounting"
  no-autonomous                  "Don't set autonomous flag"
  no-dad-on-state-change         "Disable DAD on interface state change"
  no-link-mtu                    "Don't link MTU"
  no-managed-configuration       "Don't set managed address configuration"
  no-mapping-agent-election      "Disable mapping agent election"
  no-other-stateful-configuration "Don't set other stateful configuration"
  onlink-subnet-only             "Onlink subnet only knob"
  other-stateful-configuration   "Set other stateful configuration"
  preferred-lifetime             "Preferred lifetime"
  promiscuous-mode               "Promiscuous mode"
  query-interval                 "Query interval"
  query-last-member-interval     "Query last member interval"
  query-response-interval        "Query response interval"
  reachable-time                 "Reachable time"
  receiver-site                  "Receiver site"
  reset-tracking-bit             "Reset tracking bit"
  retransmit-timer               "Retransmit timer"
  robust-count                   "Robust count"
  rp-register-policy             "RP register policy"
  rp-set                         "RP set"
  rpt-spt                        "Use shared and source trees"
  sap                            "SAP"
  sender-site                    "Sender site"
  solicit-router-advertisement-unicast "Enable solicited router advertisement as unicast"
  spt-only                       "Use source trees only"
  spt-threshold                  "Spt threshold"
  ssm-map                        "SSM map"
  valid-lifetime                 "Valid lifetime"
  virtual-router-only            "Send advertisements only for vrrp-inet6-group"
  vpn-group-address              "VPN group address"
}
