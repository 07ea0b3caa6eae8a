# commands/junos/routing-instances.cmd: routing-instances.    Source: CLI reference of Junos 21.4; order: capture of Junos
# 25.4 (routing-options and protocols before interface).

config routing-instances { use routing-instances }
define routing-instances {
  <instance_name!:name> @sorted {
    description <description:text>
    instance-type <instance-type:instance-type>
    instance-role (access | nni)                                 -> accept "bridging is not built"
    vlan-id <vlan-id:name>                                       -> accept "bridging is not built"
    vlan-tags @flat -> accept "bridging is not built" { use vlan-tags }
    routing-options { use routing-options }
    protocols { use protocols }
    bridge-domains -> accept "bridging is not built" { use bridge-domains }
    vlans -> accept "bridging is not built" { use vlans }
    switch-options -> accept "bridging is not built" { use switch-options }
    forwarding-options -> accept "packets are forwarded in the plain way" { use instance-forwarding-options }
    system -> accept "boxes are managed at their consoles" { services { use system-services } }
    interface <interface!:ifl> @sorted @presence { (any | primary | protect-interface <protect:ifl>) }
    vtep-source-interface <interface:ifl>                        -> accept "bridging is not built"
    egress-protection -> accept "no path has a backup" { context-identifier <context!:ipv4> @presence { } }
    route-distinguisher <route-distinguisher:route-distinguisher>
    vrf-import <policy!:policy>...
    vrf-export <policy!:policy>...
    vrf-target @oneline {
      <community:route-target>
      auto @presence                                             -> accept "targets are named" { }
      import <import-target:route-target>
      export <export-target:route-target>
    }
    vrf-advertise-selective -> accept "multicast is not built" {
      family {
        inet-mvpn
        inet6-mvpn
      }
    }
    no-vrf-advertise
    no-vrf-propagate-ttl                                         -> accept "labels are not switched yet"
    vrf-propagate-ttl                                            -> accept "labels are not switched yet"
    vrf-table-label @presence {
      static <label:0..1048575>                                  -> accept "the label is taken out of the range"
      source-class-usage                                         -> accept "nothing is counted by class"
    }
    provider-tunnel -> accept "multicast is not built" { use provider-tunnel }
    no-local-switching                                           -> accept "bridging is not built"
    no-irb-layer-2-copy                                          -> accept "bridging is not built"
    no-normalization                                             -> accept "bridging is not built"
    l2vpn-id @oneline -> accept "bridging is not built" { <l2vpn-id:l2vpn-id> }
  }
}
define provider-tunnel {
  rsvp-te {
    label-switched-path-template { (default-template | <template:name>) }
    static-lsp <lsp:name>
  }
  ldp-p2mp
  ingress-replication @presence {
    create-new-ucast-tunnel
    label-switched-path { label-switched-path-template { (default-template | <template:name>) } }
  }
  pim-asm { group-address <group:ip> }
  pim-ssm { group-address <group:ip> }
  mdt {
    threshold { group <group!:any-prefix> { source <source!:any-prefix> { rate <rate:10..1000000> } } }
    tunnel-limit <limit:0..1024>
    group-range <prefix:any-prefix>
  }
  selective {
    group <group!:any-prefix> { source <source!:any-prefix> { ingress-replication @presence { } } }
    tunnel-limit <limit:0..16384>
  }
}

words {
  <community>                    "Target community to use on import and export"
  <l2vpn-id>                     "Layer 2 VPN community (l2vpn-id:as-number:id)"
  <protect>                      "Protect interface"
  <template>                     "Name of template"
  access                         "Access role"
  auto                           "Auto derive import and export target community from BGP AS & L2"
  context-identifier             "Context identifier"
  create-new-ucast-tunnel        "Create new unicast tunnel for ingress replication"
  default-template               "Use default parameters"
  description                    "Text description of routing instance"
  egress-protection              "Egress instance protection"
  export                         "Target community to use on export"
  group-range                    "Multicast group range"
  import                         "Target community to use on import"
  ingress-replication            "Ingress replication tunnel"
  instance-role                  "Role of the virtual switch"
  instance-type                  "Type of routing instance"
  interface                      "Interface name for this routing instance"
  l2vpn-id                       "Layer 2 VPN identifier for this instance"
  label-switched-path-template   "Template for dynamic point-to-multipoint LSP parameters"
  ldp-p2mp                       "LDP point-to-multipoint LSP for flooding"
  mdt                            "Data MDT tunnels for PIM MVPN"
  nni                            "Network-to-network interface role"
  no-irb-layer-2-copy            "Disable transmission of layer-2 copy of packets of irb routing-interface"
  no-local-switching             "Disable local switching within CE-facing interfaces"
  no-normalization               "Disable vlan id normalization for interfaces"
  no-vrf-advertise               "Disable advertisement of routes of this instance"
  no-vrf-propagate-ttl           "Disable TTL propagation from IP to MPLS (on push) and MPLS to IP (on pop)"
  pim-asm                        "PIM-SM provider tunnel"
  pim-ssm                        "PIM-SSM provider tunnel"
  protect-interface              "Protect interface of the circuit"
  protocols                      "Routing protocol configuration"
  provider-tunnel                "Provider tunnel configuration"
  route-distinguisher            "Route distinguisher for this instance"
  routing-options                "Protocol-independent routing option configuration"
  rsvp-te                        "RSVP-TE point-to-multipoint LSP for flooding"
  selective                      "Selective tunnels"
  source-class-usage             "Enable source class usage (SCU) for VRF table label"
  tunnel-limit                   "Maximum multicast data tunnels"
  vrf-advertise-selective        "Limit VPN address families that are advertised"
  vrf-export                     "Export policy for VRF instance RIBs"
  vrf-import                     "Import policy for VRF instance RIBs"
  vrf-propagate-ttl              "Enable TTL propagation from IP to MPLS (on push) and MPLS to IP (on pop)"
  vrf-table-label                "Advertise a single VPN label for all routes in the VRF"
  vrf-target                     "VRF target community configuration"
}
