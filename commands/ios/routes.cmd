# commands/ios/routes.cmd: static routes, and routing protocols that are kept but not simulated yet.
# Help: `?` of IOS 15.x; Cisco IOS IP Routing: Protocol-Independent command reference.

config {
  ip route [vrf <vrf!:vrf>] <network!:ipv4> "Destination prefix" <mask!:ipv4> "Destination prefix mask" (
        <gateway!:ipv4> "Forwarding router's address" [global "Next hop address is global"] |
        <interface!:interface> [<gateway!:ipv4> "Forwarding router's address"] ) [
      <distance:1..255> "Distance metric for this route"] (
      name <name:word> | permanent "permanent route" | tag <tag:1..4294967295> | track <track:1..1000> )* @sorted
  arp [vrf <vrf!:vrf>] <address!:ipv4> "IP address of ARP entry" <mac:mac> "48-bit hardware address of ARP entry" <type:word> "ARP type" -> accept "neighbors are learned"

  router ospf <process!:1..65535> "Process ID" [vrf <vrf:vrf>] @config-router -> accept "OSPF is not simulated yet" {
    router-id <id:ipv4> "OSPF router-id in IP address format"
    auto-cost reference-bandwidth <mbps:1..4294967> "The reference bandwidth in terms of Mbits per second"
    ispf "Enable incremental SPF computation"
    log-adjacency-changes "Log changes in adjacency state" [detail "Log all state changes"] = on
    passive-interface default "Suppress routing updates on all interfaces"
    passive-interface <interface!:interface>
    area <area!:area> stub "Specify a NSSA or stub area" [no-summary "Do not send summary LSA into stub area"]
    area <area!:area> nssa "Specify a NSSA area" [<options:line>]
    area <area!:area> range <range!:line> "Summarize routes matching address/mask (border routers only)"
    area <area!:area> authentication "Enable authentication" [message-digest "Use message-digest authentication"]
    area <area!:area> default-cost <cost:0..16777215> "Stub's advertised external route metric"
    area <area!:area> virtual-link <link!:line> "Define a virtual link and its parameters"
    area <area!:area> filter-list <list!:line> "Filter networks between OSPF areas"
    redistribute <source!:line> "Redistribute information from another routing protocol"
    network <network!:ipv4> "Network number" <wildcard!:wildcard> "OSPF wild card bits" area <area:area>
    neighbor <neighbor!:line> "Specify a neighbor router"
    default-information originate "Distribute a default route" [<options:line>]
    default-metric <metric:1..16777214> "Default metric"
    distance <distance!:line> "Define an administrative distance"
    distribute-list <list!:line> "Filter networks in routing updates"
    summary-address <summary!:line> "Configure IP address summaries"
    maximum-paths <paths:1..32> "Number of paths"
    max-metric <options:line> "Set maximum metric"
    timers <timers!:line> "Adjust routing timers"
    capability <capability!:line> "Enable specific OSPF feature"
    mpls <options!:line> "Configure MPLS routing protocol parameters"
    bfd all-interfaces "Enable BFD on all interfaces"
  }
  router eigrp <process!:word> "Autonomous System or virtual instance name" @config-router -> accept "EIGRP is not simulated yet" {
    use eigrp
    address-family ipv4 [unicast] [vrf <vrf!:vrf>] autonomous-system <as!:1..65535> @config-router-af {
      use eigrp
      topology base @config-router-af-topology {
        use eigrp
        exit-af-topology "Exit from Address Family Topology configuration mode"
      }
      af-interface <interface!:word> "Interface" @config-router-af-interface {
        passive-interface "Suppress address updates on an interface"
        shutdown "Disable Address-Family on interface"
        authentication <options!:line> "authentication subcommands"
        hello-interval <seconds:1..65535> "Configures hello interval"
        hold-time <seconds:1..65535> "Configures hold time"
        summary-address <summary!:line> "Perform address summarization"
        split-horizon "Perform split horizon" = on
        next-hop-self "Configures EIGRP next-hop-self" = on
        bandwidth-percent <percent:1..999999> "Set percentage of bandwidth percentage limit"
        exit-af-interface "Exit from Address Family Interface configuration mode"
      }
      exit-address-family
    }
    service-family ipv4 autonomous-system <as!:1..65535> @config-router-sf {
      topology base @config-router-sf-topology {
        exit-sf-topology "Exit from Service Family Topology configuration mode"
      }
      exit-service-family "Exit from Service Family configuration mode"
    }
  }
  router rip @config-router -> accept "RIP is not simulated yet" {
    version <version:1..2> "version"
    network <network!:ipv4> "Network number"
    passive-interface default "Suppress routing updates on all interfaces"
    passive-interface <interface!:interface>
    redistribute <source!:line> "Redistribute information from another routing protocol"
    default-information originate "Distribute a default route" [<options:line>]
    auto-summary "Enable automatic network number summarization" = on
    neighbor <neighbor!:line> "Specify a neighbor router"
    distance <distance!:line> "Define an administrative distance"
    timers <timers!:line> "Adjust routing timers"
  }
}

define eigrp {
  router-id <id:ipv4> "Router ID"
  eigrp router-id <id:ipv4> "EIGRP Router-ID in IP address format"
  eigrp stub "Set EIGRP as stubrouter" [<options:line>]
  eigrp log-neighbor-changes "Enable/Disable EIGRP neighbor logging" = on
  eigrp <options!:line> "EIGRP Address-Family specific commands"
  distribute-list <list!:line> "Filter entries in eigrp updates"
  redistribute <source!:line> "Redistribute IPv4 routes from another routing protocol"
  network <network!:ipv4> "Network to match" [<wildcard!:wildcard> "EIGRP wild card bits"]
  passive-interface default "Suppress routing updates on all interfaces"
  passive-interface <interface!:interface>
  neighbor <neighbor!:line> "Specify an IPv4 neighbor router"
  metric <options!:line> "Modify metrics and parameters for advertisement"
  default-metric <metric:line> "Set metric of redistributed routes"
  variance <multiplier:1..128> "Metric variance multiplier"
  maximum-paths <paths:1..32> "Number of paths"
  auto-summary "Enable automatic network number summarization"
  timers <timers!:line> "Adjust peering based timers"
  distance <distance!:line> "Define an administrative distance"
  traffic-share <options:line> "How to compute traffic share over alternate paths"
}

words {
  ip               "Global IP configuration subcommands"
  route            "Establish static routes"
  vrf              "Configure static route for a VPN Routing/Forwarding instance"
  <vrf>            "VPN Routing/Forwarding instance name"
  static           "Static routes"
  <what>           "Parameters"
  <interface>      "Interface name"
  name             "Specify name of the next hop"
  <name>           "Name of the next hop"
  tag              "Set tag for this route"
  <tag>            "Tag value"
  track            "Install route depending on tracked item"
  <track>          "tracked object number"
  arp              "Set a static ARP entry"
  router           "Enable a routing process"
  ospf             "Open Shortest Path First (OSPF)"
  eigrp            "Enhanced Interior Gateway Routing Protocol (EIGRP)"
  rip              "Routing Information Protocol (RIP)"
  router-id        "router-id for this process"
  auto-cost        "Calculate interface cost according to bandwidth"
  reference-bandwidth "Use reference bandwidth method to assign cost"
  passive-interface "Suppress routing updates on an interface"
  area             "area parameters"
  <area>           "Area ID"
  range            "Summarize routes matching address/mask (border routers only)"
  default-cost     "Set the summary default-cost of a NSSA/stub area"
  virtual-link     "Define a virtual link and its parameters"
  filter-list      "Filter networks between OSPF areas"
  <options>        "Parameters"
  redistribute     "Redistribute information from another routing protocol"
  network          "Enable routing on an IP network"
  neighbor         "Specify a neighbor router"
  default-information "Control distribution of default information"
  default-metric   "Set metric of redistributed routes"
  distance         "Define an administrative distance"
  distribute-list  "Filter networks in routing updates"
  summary-address  "Configure IP address summaries"
  maximum-paths    "Forward packets over multiple paths"
  max-metric       "Set maximum metric"
  timers           "Adjust routing timers"
  capability       "Enable specific OSPF feature"
  mpls             "Configure MPLS parameters"
  bfd              "BFD configuration commands"
  address-family   "Enter Address Family command mode"
  ipv4             "Address family IPv4"
  unicast          "Address Family Unicast"
  autonomous-system "Specify Address-Family Autonomous System Number"
  <as>             "Autonomous System"
  topology         "Topology configuration mode"
  base             "Entering base topology configuration mode"
  af-interface     "Enter Address Family interface configuration"
  authentication   "authentication subcommands"
  hello-interval   "Configures hello interval"
  hold-time        "Configures hold time"
  bandwidth-percent "Set percentage of bandwidth percentage limit"
  exit-address-family "Exit Address Family configuration mode"
  service-family   "Enter Service Family command mode"
  metric           "Modify metrics and parameters for advertisement"
  variance         "Control load balancing variance"
  traffic-share    "How to compute traffic share over alternate paths"
  version          "Set routing protocol version"
  net              "A Network Entity Title for this process"
  is-type          "IS Level for this routing process"
  metric-style     "Use old-style (ISO 10589) or new-style packet formats"
  set-overload-bit "Signal other routers not to use us in SPF"
  all              "Include changes generated by non-IIH events"
}
