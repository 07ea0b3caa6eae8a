# commands/ios/vrf.cmd: VRFs in both syntaxes.
# Help: `?` of IOS 15.x; Cisco IOS IP Routing: Protocol-Independent, MPLS Layer 3 VPNs command references.

config {
  vrf definition <vrf!:vrf> "VRF name" @config-vrf @sorted {
    description <text:line> "Up to 244 characters describing this VRF"
    rd <rd:rd> "VPN Route Distinguisher"
    use route-targets
    vpn id <id:word>                                      -> accept "VRFs are told apart by their names"
    address-family ipv4 [unicast] @config-vrf-af {
      use vrf-maps
      use route-targets
      maximum routes <limit:1..4294967295> "Maximum number of routes allowed" (<threshold:1..100> "Threshold value (%) at which to generate a warning msg" [reinstall <reinstall:1..100> "Threshold"] | warning-only "Only give a warning message if limit is exceeded") -> accept "tables have room"
      exit-address-family
    }
    address-family ipv6 [unicast] @config-vrf-af          -> accept "IPv6 is not simulated" {
      use vrf-maps
      use route-targets
      exit-address-family
    }
  }
  vrf upgrade-cli multi-af-mode (common-policies "Common policies" | non-common-policies "Non-common policies") [vrf <vrf!:vrf>] -> accept "both syntaxes are understood"
  ip vrf <vrf!:vrf> "VRF name" @config-vrf @sorted {
    description <text:line> "Up to 244 characters describing this VRF"
    rd <rd:rd> "VPN Route Distinguisher"
    use vrf-maps
    use route-targets
    vpn id <id:word>                                      -> accept "VRFs are told apart by their names"
    maximum routes <limit:1..4294967295> "Maximum number of routes allowed" (<threshold:1..100> "Threshold value (%) at which to generate a warning msg" [reinstall <reinstall:1..100> "Threshold"] | warning-only "Only give a warning message if limit is exceeded") -> accept "tables have room"
  }
}

config vrf definition {
  vnet tag <tag:2..4094> "VNET tag"                      -> accept "there is no VNET"
  context <context:word> "SNMP context"                  -> accept "SNMP is not simulated"
  evpn <what!:line> "EVPN"                               -> accept "layer-2 VPNs are not simulated"
}
config vrf definition address-family ipv4 {
  use vrf-family
}
config vrf definition address-family ipv6 {
  use vrf-family
}
config ip vrf {
  use vrf-family
}

# What is kept of a family.
define vrf-family {
  bgp next-hop <interface:interface>                     -> accept "next hops are as BGP sets them"
  mdt default (<group:ipv4> "IP multicast address" | mpls mldp <root!:ipv4> "Root address") -> accept "multicast is not simulated"
  mdt data (<group:ipv4> "IP multicast address" <wildcard:wildcard> "Wildcard" | mpls mldp <trees:1..65535> "Number of trees") [threshold <threshold:1..4294967> "Kilobits per second"] [list <list:acl>] -> accept "multicast is not simulated"
  mdt (log-reuse "Log reuse" | preference "Preference" | auto-discovery "Auto-discovery" | overlay "Overlay" | partitioned "Partitioned" | strict-rpf "Strict RPF") [<what!:line>] @apart -> accept "multicast is not simulated"
  inter-as-hybrid [csc] [next-hop <nexthop:line>]        -> accept "next hops are as BGP sets them"
  route-replicate from vrf <from!:vrf> <what!:line> "Routes to replicate" -> accept "routes are not replicated"
  route-replicate from (unicast | multicast) <what!:line> "Routes to replicate" @apart -> accept "routes are not replicated"
  snmp context <context:word> "SNMP context"             -> accept "SNMP is not simulated"
  protection local-prefixes "Local protection"           -> accept "prefixes are not protected"
}

define vrf-maps {
  import map <map:word>
  import ipv4 (unicast "Unicast prefixes" | multicast "Multicast prefixes") [<limit:1..2147483647> "Number of prefixes"] map <map:word>
  export map <map:word>
  export ipv4 (unicast "Unicast prefixes" | multicast "Multicast prefixes") [<limit:1..2147483647> "Number of prefixes"] map <map:word> [allow-evpn "Allow EVPN routes"]
}

define route-targets {
  route-target export <target!:route-target>
  route-target import <target!:route-target>
  route-target both <target!:route-target>
  route-target <target!:route-target>
  route-target (export | import | both) <target!:route-target> stitching "VXLAN route target set" @apart @hidden -> accept "layer-2 VPNs are not simulated"
}

words {
  vrf              "VPN Routing/Forwarding parameters"
  definition       "Configure VRF instance"
  upgrade-cli      "Upgrade old style VRF commands"
  multi-af-mode    "Multi-AF mode"
  ip               "Global IP configuration subcommands"
  description      "VRF specific description"
  rd               "Specify Route Distinguisher"
  vpn              "Configure VPN ID as specified in rfc2685"
  id               "Configure VPN ID in rfc2685 format"
  <id>             "VPN ID"
  address-family   "Enter Address Family command mode"
  ipv4             "Address family"
  ipv6             "Address family"
  unicast          "Address Family modifier"
  import           "Import Target-VPN community"
  export           "Export Target-VPN community"
  both             "Both import and export Target-VPN community"
  route-target     "Specify Target VPN Extended Communities"
  <target>         "Target VPN Extended Community"
  map              "Route-map based VRF import or export"
  <map>            "VRF route-map name"
  maximum          "Set a limit"
  routes           "Maximum number of routes allowed"
  exit-address-family "Exit from Address Family configuration mode"
}
