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
  card
  logging buffered
  logging console
  logging monitor
  logging rate-limit
  logging
  enable secret
  enable password
  security
  aaa new-model
  aaa group
  aaa authentication
  aaa authorization
  aaa accounting
  aaa
  clock
  mmi
  memory-size
  network-clock-participate
  resource
  ip source-route
  ip icmp
  ip arp
  ip cef
  ip bootp
  ip dhcp
  ip domain lookup
  ip domain
  ip host
  ip name-server
  ip inspect
  ip multicast-routing
  ip igmp
  login
  ipv6 unicast-routing
  ipv6 cef
  ipv6 dhcp
  ipv6
  subscriber
  vpdn
  vpdn-group
  mpls label range
  mpls label
  mpls ldp
  mpls traffic-eng
  mpls
  bfd
  multilink
  flow record
  flow exporter
  flow monitor
  flow
  l2vpn
  key
  crypto pki
  voice-card
  license
  diagnostic
  spanning-tree
  memory
  archive
  object-group
  username
  redundancy
  bridge-domain
  controller
  vlan
  cdp
  lldp
  track
  ip tcp
  ip ftp
  ip tftp
  class-map
  policy-map
  zone
  zone-pair
  pseudowire-class
  l2
  crypto keyring
  crypto isakmp
  crypto ikev2
  crypto ipsec
  crypto dynamic-map
  crypto map
  crypto
  interface
  router eigrp
  router ospf
  router ospfv3
  router isis
  router rip
  router bgp
  virtual-service
  ip local
  ip default-gateway
  ip forward-protocol
  ip bgp-community
  ip community-list
  ip extcommunity-list
  ip large-community-list
  ip as-path
  ip http
  ip flow-cache
  ip flow-export
  ip flow-top-talkers
  ip pim
  ip msdp
  ip mroute
  ip rsvp
  ip nat
  ip route static
  ip route
  ip tacacs
  ip radius
  ip ssh
  ip scp
  ip explicit-path
  ip access-list
  ip prefix-list
  ip sla
  logging trap
  logging facility
  logging source-interface
  logging host
  dialer-list
  ipv6 ioam
  ipv6 route
  ipv6 prefix-list
  route-map
  snmp-server engineID
  snmp-server group
  snmp-server user
  snmp-server view
  snmp-server community
  snmp-server location
  snmp-server contact
  snmp-server chassis-id
  snmp-server enable
  snmp-server host
  snmp-server
  tacacs-server
  radius-server
  tacacs
  radius
  access-list
  ipv6 access-list
  arp
  mpls ldp router-id
  control-plane
  dial-peer
  alias
  banner exec
  banner incoming
  banner login
  banner motd
  privilege
  line con
  line aux
  line vty
  exception
  scheduler
  ntp logging
  ntp authentication-key
  ntp authenticate
  ntp trusted-key
  ntp source
  ntp access-group
  ntp master
  ntp update-calendar
  ntp peer
  ntp server
  ntp
  sntp
  event
  kron
  netconf
  netconf-yang
  restconf
}

order config interface {
  description
  switchport
  mac-address
  mtu
  bandwidth
  delay
  encapsulation dot1Q
  encapsulation
  vrf forwarding
  ip vrf
  ip dhcp
  ip address
  ip unnumbered
  ip broadcast-address
  ip access-group
  ip helper-address
  ip verify
  ip redirects
  ip unreachables
  ip proxy-arp
  ip local-proxy-arp
  ip mtu
  ip accounting
  ip hello-interval
  ip hold-time
  ip authentication
  ip bandwidth-percent
  ip next-hop-self
  ip wccp
  ip nbar
  ip flow
  ip pim dr-priority
  ip pim
  ip nat
  ip nhrp authentication
  ip nhrp map
  ip nhrp network-id
  ip nhrp holdtime
  ip nhrp nhs
  ip nhrp
  ip inspect
  ip virtual-reassembly
  zone-member
  ip split-horizon
  ip summary-address
  ip tcp
  ip rip
  standby version
  standby ip
  standby timers
  standby priority
  standby preempt
  standby authentication
  standby name
  standby track
  standby
  glbp
  ip policy
  ip igmp
  ip route-cache
  ip mroute-cache
  ip router
  ip ospf authentication
  ip ospf authentication-key
  ip ospf message-digest-key
  ip ospf network
  ip ospf hello-interval
  ip ospf dead-interval
  ip ospf priority
  ip ospf bfd
  ip ospf area
  ip ospf cost
  ip ospf
  ip bfd
  logging
  keepalive
  arp
  load-interval
  carrier-delay
  shutdown
  duplex
  speed
  media-type
  negotiation
  cdp
  lldp
  ipv6 address
  ipv6 enable
  ipv6 nd
  ipv6
  ospfv3
  mpls traffic-eng
  mpls label
  mpls ip
  mpls
  bfd
  mop
  isis circuit-type
  isis network
  isis authentication
  isis
  clns
  ppp
  dialer
  clock
  tunnel source
  tunnel mode
  tunnel destination
  tunnel key
  tunnel path-mtu-discovery
  tunnel mpls
  tunnel protection
  tunnel
  vrrp description
  vrrp ip
  vrrp timers
  vrrp preempt
  vrrp priority
  vrrp
  crypto
  channel-group
  ntp
  snmp
  hold-queue
  service-policy
  ip rsvp
}

order vrrp-family {
  description
  timers
  priority
  preempt
  vrrpv2
  match-address
  track
  address primary
  address secondary
  shutdown
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
  scope
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
  template
  address-family ipv4
  address-family vpnv4
  address-family ipv6
  address-family vpnv6
  address-family l2vpn
  address-family
  address-family ipv4 vrf
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
