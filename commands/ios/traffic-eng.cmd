# commands/ios/traffic-eng.cmd: traffic engineering, RSVP, segment routing, and what LDP, BFD and IS-IS are told besides.
# Help: `?` of IOS 15.x; Cisco IOS Multiprotocol Label Switching command reference.

config {
  mpls label mode (vrf <vrf!:vrf> | all-vrfs "All VRFs") protocol (bgp-vpnv4 "BGP VPNv4" | bgp-vpnv6 "BGP VPNv6" | all-afs "All address families") (per-prefix "One label per prefix" | per-vrf "One label per VRF" | per-ce "One label per CE" | vrf-conn-aggr "Aggregate label for connected routes")
  mpls mtu override                                                               -> accept "MPLS is not simulated yet"
  mpls prefix-map <map!:0..65535> "Prefix map" <parameters:line>                  -> accept "MPLS is not simulated yet"
  mpls oam @config-mpls                                                           -> accept "MPLS is not simulated yet" {
    echo revision "Echo revision number" <revision:3..4> "Revision"
    echo vendor-extension "Vendor extension TLV"
  }
  mpls traffic-eng tunnels "Enable/disable TE tunnels and signalling"              -> accept "traffic engineering is not simulated"
  mpls traffic-eng logging "Traffic Engineering logging" <what!:line>              -> accept "traffic engineering is not simulated"
  mpls traffic-eng reoptimize "Tunnel reoptimization" <what!:line>                 -> accept "traffic engineering is not simulated"
  mpls traffic-eng fast-reroute "Fast-reroute" <what!:line>                        -> accept "traffic engineering is not simulated"
  mpls traffic-eng auto-tunnel "Configure an auto-tunnel" <what!:line>             -> accept "traffic engineering is not simulated"
  mpls traffic-eng auto-bw "Automatic bandwidth adjustment" timers "Timers" [frequency "Sampling frequency" <seconds:1..604800>] -> accept "traffic engineering is not simulated"
  mpls traffic-eng link-management "Link management" <what!:line>                  -> accept "traffic engineering is not simulated"
  mpls traffic-eng path-selection metric "Metric used for path calculation" (igp "IGP metric" | te "TE metric") -> accept "traffic engineering is not simulated"
  mpls traffic-eng lsp attributes "LSP attributes" <name!:word> "Name of LSP attribute list" @config-lsp-attr -> accept "traffic engineering is not simulated" {
    use lsp-attributes
  }
  mpls traffic-eng ds-te "DiffServ-aware traffic engineering" <what!:line>         -> accept "traffic engineering is not simulated"
  ip explicit-path (name <name!:word> "Name of explicit path" | identifier <number!:1..65535> "Number of explicit path") [(enable "Enable path" | disable "Disable path")] @cfg-ip-expl-path -> accept "traffic engineering is not simulated" {
    next-address "Specify the next address in the path" [(strict "Next hop is adjacent" | loose "Next hop need not be adjacent")] <address!:ipv4> "IP address"
    exclude-address "Exclude an address from subsequent partial path segments" <address!:ipv4> "IP address"
    index "Specify the next entry index to add" <index!:1..65535> "Index number" (next-address "Specify the next address in the path" | exclude-address "Exclude an address from subsequent partial path segments") [(strict "Next hop is adjacent" | loose "Next hop need not be adjacent")] <address:ipv4> "IP address"
  }
  ip rsvp signalling "RSVP signalling" <what!:line>                                -> accept "RSVP is not simulated"
  ip rsvp "RSVP configuration commands" <what!:line>                               -> accept "RSVP is not simulated"
  tag-switching (ip "Dynamic tag switching for IP" | advertise-tags "Distribution of tags" | tdp "Configure TDP parameters") [<what!:line>] @apart @hidden -> accept "MPLS is not simulated yet"
  segment-routing mpls @config-srmpls                                              -> accept "segment routing is not simulated" {
    global-block "Segment Routing global block" <low:16..1048575> "Lower end" <high:16..1048575> "Upper end"
    connected-prefix-sid-map "Map of connected prefixes" @config-srmpls-conn {
      address-family ipv4 @config-srmpls-conn-af {
        <prefix!:prefix> "IP prefix" (index "Prefix SID index" | absolute "Absolute SID") <sid:0..1048575> "SID" [range <range:1..65535> "Number of SIDs"]
        exit-address-family
      }
    }
    set-attributes "Attributes" @config-srmpls-attr {
      address-family ipv4 @config-srmpls-attr-af {
        explicit-null "Set explicit null"
        sr-label-preferred "Prefer segment routing labels"
        exit-address-family
      }
    }
  }
  mpls ldp advertise-labels [vrf <vrf!:vrf>] for <list!:acl> "Access-list of destination prefixes" [to <peers!:acl> "Access-list of LDP peers"] -> accept "all labels are advertised"
  mpls ldp explicit-null for <list:acl> "Access-list of destination prefixes" [to <peers:acl> "Access-list of LDP peers"] -> accept "explicit null is for all or none"
  mpls ldp (maxhops "Limit hop count for LDP LSP setup" | loop-detection "Enable LDP loop detection" | path-vector "Path vector" | entropy-label "Entropy label capability" | address-message "Address messages") [<what!:line>] @apart -> accept "LDP does without"
  bfd-template (single-hop "Single hop template" | multi-hop "Multihop template") <name!:word> "Template name" @config-bfd -> accept "sessions have no templates" {
    interval <how:line> "Intervals and multiplier"
    authentication <how:line> "Type and key chain"
    dampening [<how:line>]
    echo "Use echo adjunct"
  }
  bfd map (ipv4 | ipv6) <what!:line> "Destination, source and template" -> accept "sessions have no templates"
}

define lsp-attributes {
  affinity "Specify attribute flags for links comprising LSP" <affinity:line>
  auto-bw "Specify automatic bandwidth configuration" [<options:line>]
  bandwidth "Specify LSP bandwidth" <bandwidth:line>
  lockdown "Lockdown the LSP: disable reoptimization"
  priority "Specify LSP priority" <setup:0..7> "Setup priority" [<hold:0..7> "Hold priority"]
  protection fast-reroute "Specify fast-reroute"
  record-route "Record the route used by the LSP"
}

config interface {
  mpls netflow egress "Egress NetFlow accounting"                                  -> accept "MPLS is not simulated"
  mpls traffic-eng tunnels "Enable/disable TE tunnels on this interface"           -> accept "traffic engineering is not simulated"
  mpls traffic-eng administrative-weight "Set the administrative weight for the interface" <weight:0..4294967295> "Weight" -> accept "traffic engineering is not simulated"
  mpls traffic-eng attribute-flags "Set user-specified interface attribute flags" <flags:word> "Attribute flags" -> accept "traffic engineering is not simulated"
  mpls traffic-eng backup-path "Configure fast-reroute" <interface:interface>      -> accept "traffic engineering is not simulated"
  mpls traffic-eng srlg "Shared risk link group" <group!:0..4294967295> "Group"    -> accept "traffic engineering is not simulated"
  mpls traffic-eng flooding "Flooding" <what!:line>                                -> accept "traffic engineering is not simulated"
  ip rsvp bandwidth "RSVP reservable bandwidth" [<bandwidth:line>]                 -> accept "RSVP is not simulated"
  ip rsvp signalling hello "RSVP hello" [<what!:line>]                             -> accept "RSVP is not simulated"
  ip rsvp "RSVP interface commands" (resource-provider "Resource provider" | data-packet "Data packet handling" | aggregation "Aggregation" | neighbor "Neighbor" | policy "Policy") <what!:line> @apart -> accept "RSVP is not simulated"
  tag-switching (ip "Configure dynamic tag switching for IP" | mtu <bytes:64..65535>) @hidden -> accept "MPLS is not simulated"
  tunnel mpls traffic-eng autoroute announce "Specify MPLS tunnel to be announced to IGP" -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng autoroute metric "Specify MPLS tunnel metric" <metric:line> -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng autoroute destination "Route to the tunnel's destination" -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng path-option [protect] <number!:1..1000> "Preference for this path option" (dynamic "Setup based on dynamically calculated path" | explicit "Setup based on preconfigured path" (name <path:word> "Name of explicit path" | identifier <path:1..65535> "Number of explicit path")) [lockdown] [attributes "LSP attributes" <attributes:word>] [verbatim] [bandwidth <bandwidth:line>] -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng bandwidth "Specify tunnel bandwidth requirement" <bandwidth:line> -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng priority "Specify tunnel priority" <setup:0..7> "Setup priority" [<hold:0..7> "Hold priority"] -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng affinity "Desired link attributes for links comprising tunnel" <affinity:line> -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng fast-reroute "Specify MPLS tunnel can be fast-rerouted" [<options:line>] -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng record-route "Record the route used by the tunnel"       -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng auto-bw "Specify automatic bandwidth adjustment" [<options:line>] -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng forwarding-adjacency "Treat this tunnel as a forwarding adjacency" [<options:line>] -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng load-share "Specify tunnel load-sharing metric" <share:0..1000000> "Share" -> accept "traffic engineering is not simulated"
  tunnel mpls traffic-eng path-selection metric "Metric used for path calculation" (igp "IGP metric" | te "TE metric") -> accept "traffic engineering is not simulated"
  bfd template <name:word> "Template name"                                         -> accept "sessions have no templates"
  bfd jitter "Enable BFD interval transmit jittering" = on                         -> accept "intervals are the protocol's"
  ipv6 router isis [<process!:word> "ISO routing area tag"]                        -> accept "IPv6 is not simulated"
  clns router isis [<process!:word> "ISO routing area tag"]                        -> accept "CLNS is not routed"
  isis protocol shutdown "Shutdown the protocol on this interface"                 -> accept "circuits are taken down by their interface"
  isis fast-reroute (protection "Interface protection" | candidate "Interface candidacy" | exclude "Exclude an interface" | ti-lfa "Topology independent LFA") <how!:line> @apart -> accept "there is no fast reroute"
  isis (retransmit-throttle-interval "Set interface LSP retransmission interval" | adjacency-filter "Filter adjacencies" | small-hello "Small hellos" | prefix-suppression "Suppress prefixes") [<what:line>] @apart -> accept "IS-IS does without"
}

config router isis {
  area-password [(0 | 7)] <password:word> authenticate "How to treat sequence number PDUs" snp "Sequence number PDUs" (validate "Check password on receiving" | send-only "Send but do not check password") @hidden -> accept "sequence number PDUs carry it as others do"
  lsp-full suppress "Suppress routes when the LSP is full" [<what:line>]              -> accept "LSPs have room"
  ispf (level-1 | level-2 | level-1-2) [<seconds:1..600>]                            -> accept "paths are computed as a whole"
  partition avoidance "Avoid a partition of the area" <process:word> "Area tag"     -> accept "areas are whole"
  protocol shutdown "Shutdown the protocol"                                         -> accept "a process runs or is not there"
  router-id <interface!:interface>                                                  -> accept "LSPs carry the process's own"
  (segment-routing "Segment Routing" | fast-reroute "IP Fast Reroute" | microloop "Microloop avoidance" | skeptical "Skeptical interval" | external "External" | distribute "Distribute link state" | snmp "SNMP" | traffic-share "Traffic share" | adjacency-check "Check neighbors" | prefix-suppression "Suppress prefixes" | summary-prefix "IPv6 summary") <what!:line> @apart -> accept "IS-IS does without"
}

words {
  mpls             "Configure MPLS parameters"
  label            "Label properties"
  range            "Label range"
  mode             "Label allocation mode"
  protocol         "Protocol"
  ip               "Global IP configuration subcommands"
  vrf              "VPN Routing/Forwarding instance"
  <vrf>            "VPN Routing/Forwarding instance name"
  static           "Static label bindings"
  <label>          "Label"
  mtu              "MPLS MTU"
  override         "Override the interface's MTU"
  encapsulate      "Encapsulation"
  prefix-map       "Map prefixes to QoS"
  oam              "MPLS OAM parameters"
  echo             "LSP echo parameters"
  traffic-eng      "Traffic Engineering"
  lsp              "LSP"
  path-selection   "Configure path selection"
  explicit-path    "Explicit-path configuration"
  name             "Specify explicit path by name"
  identifier       "Specify explicit path by number"
  segment-routing  "Segment Routing"
  address-family   "Enter Address Family command mode"
  ipv4             "Address family IPv4"
  exit-address-family "Exit from Address Family configuration mode"
  protection       "Protection"
  bgp              "BGP"
  netflow          "NetFlow"
  tunnel           "protocol-over-protocol tunneling"
  autoroute        "Parameters for IGP routing over tunnel"
  path-option      "a primary or fallback path setup option"
  protect          "a path protection option"
  lockdown         "not a candidate for reoptimization"
  verbatim         "No verification of explicit path"
  bandwidth        "Bandwidth"
  rsvp             "RSVP configuration commands"
  tag-switching    "Dynamic tag switching"
}
