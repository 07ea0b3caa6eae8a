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
      maximum routes <limit:line> "Set maximum number of routes to this VRF" -> accept "tables have room"
      exit-address-family
    }
    address-family ipv6 [unicast] @config-vrf-af          -> accept "IPv6 is not simulated" {
      use vrf-maps
      use route-targets
      exit-address-family
    }
  }
  vrf upgrade-cli multi-af-mode <mode:line> "Upgrade old VRF commands" -> accept "both syntaxes are understood"
  ip vrf <vrf!:vrf> "VRF name" @config-vrf @sorted {
    description <text:line> "Up to 244 characters describing this VRF"
    rd <rd:rd> "VPN Route Distinguisher"
    use vrf-maps
    use route-targets
    vpn id <id:word>                                      -> accept "VRFs are told apart by their names"
    maximum routes <limit:line> "Set maximum number of routes to this VRF" -> accept "tables have room"
  }
}

define vrf-maps {
  import map <map:word>
  import ipv4 <what:line> "Address family based VRF import" -> accept "routes of the global table are not imported"
  export map <map:word>
  export ipv4 <what:line> "Address family based VRF export" -> accept "routes are not exported to the global table"
}

define route-targets {
  route-target export <target!:route-target>
  route-target import <target!:route-target>
  route-target both <target!:route-target>
  route-target <target!:route-target>
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
