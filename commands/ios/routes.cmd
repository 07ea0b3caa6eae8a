# commands/ios/routes.cmd: static routes, and routing protocols that are kept but not simulated yet.
# Help: `?` of IOS 15.x; Cisco IOS IP Routing: Protocol-Independent command reference.

config {
  ip route [vrf <vrf!:vrf>] <network!:ipv4> "Destination prefix" <mask!:ipv4> "Destination prefix mask" (
        <gateway!:ipv4> "Forwarding router's address" [global "Next hop address is global"] |
        <interface!:interface> [<gateway!:ipv4> "Forwarding router's address"] ) [
      <distance:1..255> "Distance metric for this route"] (
      name <name:word> | permanent "permanent route" | tag <tag:1..4294967295> | track <track:1..1000> )* @sorted
  ip route [vrf <vrf!:vrf>] <network!:ipv4> "Destination prefix" <mask!:ipv4> "Destination prefix mask" [<interface!:interface>] dhcp "Default Gateway obtained from DHCP" [<distance:1..255> "Distance metric for this route"] @apart @hidden -> accept "there is no DHCP"
  ip route <network!:ipv4> "Destination prefix" <mask!:ipv4> "Destination prefix mask" <gateway!:ipv4> "Forwarding router's address" multicast "multicast route" @apart @hidden -> accept "multicast is not simulated"
  ip route static tag <tag:1..4294967295> "Tag value" @hidden           -> accept "static routes are plain"
  ip route static (adjust-time "Time interval for static route adjustment" <seconds:1..60> | install-routes-recurse-via-nexthop "Install next-hop which recurse via another next-hop" [<which:line>] | inter-vrf "Allow static routes between VRFs") -> accept "static routes are plain"
  ip routing protocol purge interface "Purge routes when an interface goes down" @hidden -> accept "routes go with their interfaces"
  ip route profile "Enable IP routing table profiling"                   -> accept "tables are not profiled"
  arp [vrf <vrf!:vrf>] <address!:ipv4> "IP address of ARP entry" <mac:mac> "48-bit hardware address of ARP entry" (ARPA "ARP type ARPA" | SAP "ARP type SAP (HP's ARP type)" | SMDS "ARP type SMDS" | SNAP "ARP type SNAP (FDDI and TokenRing)") [(alias "Respond to ARP requests for the IP address" | <interface:interface>)] -> accept "neighbors are learned"
}

words {
  ip               "Global IP configuration subcommands"
  route            "Establish static routes"
  vrf              "Configure static route for a VPN Routing/Forwarding instance"
  <vrf>            "VPN Routing/Forwarding instance name"
  static           "Static routes"
  <interface>      "Interface name"
  name             "Specify name of the next hop"
  <name>           "Name of the next hop"
  tag              "Set tag for this route"
  <tag>            "Tag value"
  track            "Install route depending on tracked item"
  <track>          "tracked object number"
  arp              "Set a static ARP entry"
}
