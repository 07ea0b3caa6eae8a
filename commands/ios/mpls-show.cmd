# commands/ios/mpls-show.cmd: what is asked of labels, LDP and BFD, and their orders.
# Help: `?` of IOS 15.x; Cisco IOS MPLS and IOS IP Routing: BFD command references.

exec {
  show mpls forwarding-table [vrf <vrf:vrf>] [detail]                         -> show mpls-forwarding
  show mpls forwarding-table [vrf <vrf:vrf>] (<address:ipv4> "Destination prefix" [(<mask:mask> "Destination mask" | <length:0..32> "Destination mask length")] | <prefix:prefix>) [detail] -> show mpls-forwarding
  show mpls forwarding-table [vrf <vrf:vrf>] labels "Match label values" <first:0..1048575> "Label value" [- "Match a range of labels" <last:0..1048575> "Label value"] [detail] -> show mpls-forwarding
  show mpls forwarding-table [vrf <vrf:vrf>] interface "Match outgoing interface" <interface:interface> [detail] -> show mpls-forwarding
  show mpls forwarding-table [vrf <vrf:vrf>] next-hop "Match next hop neighbor" <nexthop:ipv4> "IP address" [detail] -> show mpls-forwarding
  show mpls forwarding-table summary "Summary of labels"                     -> show mpls-forwarding
  show mpls interfaces "Per-interface MPLS forwarding information" [(all "All VPNs and the global table" | <interface:interface>)] [detail] -> show mpls-interfaces
  show mpls label range "Label range"                                        -> show mpls-label-range
  show mpls ldp neighbor "Display LDP neighbor information" [(all "Display all" | vrf <vrf:vrf>)] [(<address:ipv4> | <interface:interface>)] [detail] -> show ldp-neighbor
  show mpls ldp discovery "Display sources of LDP discovery" [(all "Display all" | vrf <vrf:vrf>)] [detail] -> show ldp-discovery
  show mpls ldp bindings "Show the LDP Label Information Base (LIB)" [(all "Display all" | vrf <vrf:vrf>)] [(<address:ipv4> "Destination prefix" (<mask:mask> "Destination mask" | <length:0..32> "Destination mask length") | <prefix:prefix>) [longer-prefixes "Include longer matches"]] [local-label "Match locally assigned label values" <local:0..1048575> "Label value" [- "Match a range of labels" <locallast:0..1048575> "Label value"]] [remote-label "Match label values assigned by others" <remote:0..1048575> "Label value" [- "Match a range of labels" <remotelast:0..1048575> "Label value"]] [(neighbor "Display labels learned from LDP neighbor" <neighbor:ipv4> "LDP neighbor" | local "Display local labels")] [detail] -> show ldp-bindings
  show mpls ldp bindings "Show the LDP Label Information Base (LIB)" [(all "Display all" | vrf <vrf:vrf>)] summary "Summary of bindings" -> show ldp-bindings
  show mpls ip "MPLS IP information" binding "MPLS IP label bindings" [vrf <vrf:vrf>] [(<address:ipv4> "Destination prefix" (<mask:mask> "Destination mask" | <length:0..32> "Destination mask length") | <prefix:prefix>)] [local-label "Match locally assigned label values" <local:0..1048575> "Label value" [- "Match a range of labels" <locallast:0..1048575> "Label value"]] [remote-label "Match label values assigned by others" <remote:0..1048575> "Label value" [- "Match a range of labels" <remotelast:0..1048575> "Label value"]] [(neighbor "Display labels learned from neighbor" <neighbor:ipv4> "Neighbor" | local "Display local labels")] -> show mpls-ip-binding
  show mpls ldp igp "IGP related information" sync "LDP-IGP synchronization" [(all "Display all" | interface "Interface" <interface:interface> | vrf <vrf:vrf>)] -> show ldp-igp-sync
  show mpls ldp capabilities "Display LDP capabilities" [all "Display all"]  -> show ldp-capabilities
  show mpls ldp backoff "Display LDP session setup backoff table"            -> show ldp-backoff
  show mpls ldp parameters "Display LDP configuration parameters"            -> show ldp-parameters
  show ip cef [vrf <vrf:vrf>] summary "Summarized information about the FIB" -> show cef
  show bfd neighbors "Show BFD neighbors" [vrf <vrf:vrf>] [client "Show BFD neighbors of a client" (bgp "Border Gateway Protocol" | isis "ISO IS-IS" | ospf "Open Shortest Path First (OSPF)" | static "Static routes")] [interface "Show BFD neighbors on an interface" <interface:interface>] [ipv4 "Show IPv4 BFD neighbors" [<neighbor:ipv4> "IP address"]] [details "Display detailed BFD neighbor information"] -> show bfd-neighbors

  ping mpls ipv4 (<prefix:prefix> "Target specified as an IPv4 prefix and length" | <address:ipv4> "Target specified as an IPv4 prefix" <mask:mask> "Target prefix mask") (
      repeat "specify repeat count" <repeat:1..2147483647> |
      size "specify datagram size" <size:100..18024> |
      timeout "specify timeout interval" <timeout:0..3600> |
      ttl "specify time to live" <ttl:1..255> |
      exp "specify EXP bits in MPLS header" <exp:0..7>)*                     -> do ping-mpls
  traceroute mpls ipv4 (<prefix:prefix> "Target specified as an IPv4 prefix and length" | <address:ipv4> "Target specified as an IPv4 prefix" <mask:mask> "Target prefix mask") (
      timeout "specify timeout interval" <timeout:0..3600> |
      ttl "specify the maximum time to live" <ttl:1..255> |
      exp "specify EXP bits in MPLS header" <exp:0..7>)*                     -> do traceroute-mpls
}

privileged {
  clear mpls ldp neighbor "Reset LDP neighbor" [vrf <vrf:vrf>] (* "Reset all neighbors" | <address:ipv4>) -> do clear-ldp
  clear mpls counters "Clear MPLS counters"                                  -> do clear-mpls-counters
}

words {
  mpls             "MPLS information"
  ldp              "Label Distribution Protocol (LDP)"
  label            "Label properties"
  bfd              "BFD information"
  show             "Show running system information"
  forwarding-table "MPLS forwarding table"
  vrf              "VPN Routing/Forwarding instance"
  <vrf>            "VPN Routing/Forwarding instance name"
  <prefix>         "IP prefix <network>/<length>"
  <address>        "IP address"
  <interface>      "Interface type and number"
  detail           "Detailed information"
  ping             "Send echo messages"
  traceroute       "Trace route to destination"
  ipv4             "Target specified as an IPv4 address"
  <repeat>         "Repeat count"
  <size>           "Datagram size"
  <timeout>        "Timeout in seconds"
  <ttl>            "Time to live"
  <exp>            "EXP value"
  clear            "Reset functions"
}
