# commands/ios/bfd.cmd: BFD.          Help: `?` of IOS 15.x; Cisco IOS IP Routing: BFD configuration guide and command reference.

config {
  bfd slow-timers "Set slow timers" <milliseconds:1000..30000>                     -> accept "BFD is not simulated yet"
  bfd map (ipv4 | ipv6) [vrf <vrf!:vrf>] <to!:word> "Destination prefix" [vrf <vrf2!:vrf>] <from!:word> "Source prefix" <template:word> "Template name" -> accept "BFD is not simulated yet"
  bfd-template single-hop "Single hop template" <name!:word> "Template name" @config-bfd -> accept "BFD is not simulated yet" {
    use bfd-template
  }
  bfd-template multi-hop "Multihop template" <name!:word> "Template name" @config-bfd -> accept "BFD is not simulated yet" {
    use bfd-template
  }
  ip route static bfd "BFD" <interface!:interface> [<gateway!:ipv4> "Forwarding router's address"] [group "Group" <group:word>] [passive "Passive member"] [unassociate "Without a static route"] -> accept "BFD is not simulated yet"
  ip route static bfd "BFD" <to!:ipv4> "Neighbor" <from!:ipv4> "Source address" [unassociate "Without a static route"] -> accept "BFD is not simulated yet"
  ipv6 route static bfd "BFD" <interface!:interface> <gateway!:ipv6> "Forwarding router's address" [unassociate "Without a static route"] -> accept "BFD is not simulated yet"
}

define bfd-template {
  interval "Configure the interval" min-tx "Minimum transmit interval" <tx:9..9999> "Milliseconds" min-rx "Minimum receive interval" <rx:9..9999> "Milliseconds" multiplier "Multiplier" <multiplier:3..50> "Value"
  interval "Configure the interval" both "Transmit and receive" <both:9..9999> "Milliseconds" multiplier "Multiplier" <multiplier:3..50> "Value"
  interval microseconds "In microseconds" <how:line>
  authentication <type:word> "Authentication type" keychain "Key chain" <chain:word> "Key-chain name"
  dampening "Dampening" [<how:line>]
  echo "Use echo adjunct"
}

config interface {
  bfd interval "Transmit interval between BFD packets" <tx:9..9999> "Milliseconds" min_rx "Minimum receive interval capability" <rx:9..9999> "Milliseconds" multiplier "Multiplier value used to compute holddown" <multiplier:3..50> "value used to multiply the interval" -> accept "BFD is not simulated"
  bfd template <name:word> "Template name"                                         -> accept "BFD is not simulated"
  bfd echo "Use echo adjunct as bfd detection mechanism" = on                      -> accept "BFD is not simulated"
  bfd neighbor "BFD neighbor" ipv4 <address!:ipv4> "Neighbor address"              -> accept "BFD is not simulated"
  bfd jitter "Enable BFD interval transmit jittering" = on                         -> accept "BFD is not simulated"
}

words {
  bfd              "BFD configuration commands"
  bfd-template     "BFD template configuration"
  map              "Map a template to destinations"
  template         "BFD template"
  authentication   "Authentication"
  route            "Establish static routes"
  static           "Static routes"
}
