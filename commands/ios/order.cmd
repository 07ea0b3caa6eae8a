# commands/ios/order.cmd: the order in which IOS prints a configuration.    Captures of IOS 15.2, 15.7 and IOS XE 16.4

order config {
  version
  service
  platform
  hostname
  boot-start-marker
  boot
  boot-end-marker
  vrf definition
  vrf
  ip vrf
  logging buffered
  logging console
  logging monitor
  logging rate-limit
  enable secret
  enable password
  security
  aaa
  clock
  mmi
  ip source-route
  ip icmp
  ip cef
  ip bootp
  ip dhcp
  ip domain lookup
  ip domain
  ip host
  ip name-server
  ip multicast-routing
  ipv6 unicast-routing
  ipv6 cef
  subscriber
  mpls
  bfd
  multilink
  key
  crypto pki
  license
  diagnostic
  spanning-tree
  memory
  archive
  username
  redundancy
  cdp
  lldp
  track
  ip tcp
  crypto keyring
  crypto isakmp
  crypto ipsec
  crypto map
  interface
  router eigrp
  router ospf
  router isis
  router rip
  router bgp
  virtual-service
  ip default-gateway
  ip forward-protocol
  ip bgp-community
  ip community-list
  ip extcommunity-list
  ip as-path
  ip http
  ip ftp
  ip tftp
  ip scp
  ip nat
  ip route
  ip route static
  ip ssh
  ip access-list
  ip prefix-list
  ip sla
  logging trap
  logging facility
  logging source-interface
  logging host
  ipv6 ioam
  ipv6 route
  ipv6 prefix-list
  route-map
  snmp-server
  access-list
  arp
  mpls ldp router-id
  control-plane
  alias
  banner exec
  banner incoming
  banner login
  banner motd
  privilege
  line con
  line aux
  line vty
  scheduler
  ntp
  netconf-yang
  restconf
}

order config interface {
  description
  bandwidth
  delay
  mac-address
  mtu
  encapsulation
  vrf forwarding
  ip vrf
  ip address
  ip unnumbered
  ip access-group
  ip helper-address
  ip redirects
  ip unreachables
  ip proxy-arp
  ip mtu
  ip nat
  ip virtual-reassembly
  ip tcp
  ip ospf
  ip router
  keepalive
  arp
  load-interval
  shutdown
  duplex
  speed
  media-type
  negotiation
  cdp
  lldp
  ipv6
  mpls
  bfd
  mop
  isis circuit-type
  isis network
  isis authentication
  isis
  tunnel source
  tunnel mode
  tunnel destination
  tunnel protection
  standby
  vrrp
  service-policy
}

order config vrf definition {
  description
  rd
  vpn
  route-target export
  route-target import
  address-family ipv4
}
order config vrf definition address-family ipv4 {
  import
  export
  route-target export
  route-target import
}
order config ip vrf {
  description
  rd
  vpn
  export
  import
  route-target export
  route-target import
}

order config router bgp {
  bgp router-id
  bgp cluster-id
  bgp asnotation
  bgp log-neighbor-changes
  bgp confederation
  bgp graceful-restart
  bgp default
  bgp
  timers
  network
  aggregate-address
  redistribute
  neighbor
  maximum-paths
  distance
  address-family
}
order bgp-family {
  bgp
  timers
  import
  network
  aggregate-address
  redistribute
  neighbor
  maximum-paths
  distance
}
order config router ospf {
  router-id
  ispf
  auto-cost
  area
  redistribute
  passive-interface
  network
  default-information
}
order config router eigrp {
  router-id
  network
  redistribute
  passive-interface
  distribute-list
  eigrp
  address-family
  service-family
}
order config router eigrp address-family ipv4 autonomous-system {
  topology
  af-interface
  redistribute
  network
  passive-interface
  eigrp
}
order config route-map {
  description
  match
  continue
  set
}
order config line con {
  exec-timeout
  privilege
  password
  logging
  login
  history
  length
  transport
  stopbits
}

order config router isis {
  vrf
  net
  is-type
  advertise
  authentication
  area-password
  domain-password
  metric-style
  metric
  fast-flood
  set-overload-bit
  max-lsp-lifetime
  lsp-refresh-interval
  lsp-mtu
  spf-interval
  prc-interval
  lsp-gen-interval
  hello padding
  log-adjacency-changes
  nsf
  summary-address
  redistribute
  passive-interface
  default-information
  distance
  maximum-paths
  distribute-list
  bfd
  mpls
  address-family
}
