# commands/ios/policy.cmd: prefix lists, lists of AS paths and communities, route maps.
# Help: `?` of IOS 15.x; Cisco IOS IP Routing: Protocol-Independent, BGP command references.

config {
  ip prefix-list <list!:word> "Name of a prefix list" description <text:line> "Up to 80 characters describing this prefix-list" @sorted
  ip prefix-list <list!:word> "Name of a prefix list" seq <seq!:1..4294967294> (permit | deny) <prefix:prefix> (ge <ge:1..32> | le <le:1..32>)* @sorted
  ip prefix-list <list!:word> "Name of a prefix list" (permit | deny) <prefix:prefix> (ge <ge:1..32> | le <le:1..32>)*
  ip prefix-list sequence-number "Include/exclude sequence numbers in NVGEN" = on
  ip community-list standard <list!:word> "Community list name" [seq <seq!:1..4294967294>] (permit "Specify community to accept" | deny "Specify community to reject") [<values!:community>...]
  ip community-list expanded <list!:word> "Community list name" [seq <seq!:1..4294967294>] (permit "Specify community to accept" | deny "Specify community to reject") <regex!:line> "An ordered list as a regular-expression" @apart
  ip community-list <number!:1..99> "Community list number (standard)" (permit "Specify community to accept" | deny "Specify community to reject") [<values!:community>...]
  ip community-list <number!:100..500> "Community list number (expanded)" (permit "Specify community to accept" | deny "Specify community to reject") <regex!:line> "An ordered list as a regular-expression" @apart
  ip extcommunity-list standard <list!:word> "Extended Community list name" [seq <seq!:1..4294967294>] (permit "Specify community to accept" | deny "Specify community to reject") (rt "Route Target extended community" <targets!:rd>... | soo "Site-of-Origin extended community" <sites!:rd>...)*
  ip extcommunity-list expanded <list!:word> "Extended Community list name" [seq <seq!:1..4294967294>] (permit "Specify community to accept" | deny "Specify community to reject") <regex!:line> "An ordered list as a regular-expression" @apart
  ip extcommunity-list <number!:1..99> "Extended Community list number (standard)" (permit "Specify community to accept" | deny "Specify community to reject") (rt "Route Target extended community" <targets!:rd>... | soo "Site-of-Origin extended community" <sites!:rd>...)*
  ip extcommunity-list <number!:100..500> "Extended Community list number (expanded)" (permit "Specify community to accept" | deny "Specify community to reject") <regex!:line> "An ordered list as a regular-expression" @apart
  ip large-community-list standard <list!:word> "Large community list name" [seq <seq!:1..4294967294>] (permit "Specify community to accept" | deny "Specify community to reject") <values!:large-community>...
  ip large-community-list expanded <list!:word> "Large community list name" [seq <seq!:1..4294967294>] (permit "Specify community to accept" | deny "Specify community to reject") <regex!:line> "An ordered list as a regular-expression" @apart
  ip large-community-list <number!:1..99> "Large community list number (standard)" (permit "Specify community to accept" | deny "Specify community to reject") <values!:large-community>...
  ip large-community-list <number!:100..500> "Large community list number (expanded)" (permit "Specify community to accept" | deny "Specify community to reject") <regex!:line> "An ordered list as a regular-expression" @apart
  ip as-path access-list <number!:1..500> "Regular expression access list number" (permit "Specify packets to forward" | deny "Specify packets to reject") <regex!:line> "A regular-expression to match the BGP AS paths" @apart
  ip bgp-community new-format "select aa:nn format for BGP community"
  route-map <map!:word> "Route map tag" [(permit "Route map permits set operations" | deny "Route map denies set operations") [<seq!:0..65535> "Sequence to insert to/delete from existing route-map entry"]] @config-route-map {
    description <text:line> "Comment up to 100 characters"
    use policy-matches
    set metric <metric:0..4294967295> "Metric value"
    set metric <bandwidth:0..4294967295> "Metric value or Bandwidth in Kbits per second" <delay:0..4294967295> "IGRP delay metric, in 10 microsecond units" <reliability:0..255> "IGRP reliability metric" <load:1..255> "IGRP Effective bandwidth metric (Loading)" <mtu:1..4294967295> "IGRP MTU of the path" -> accept "EIGRP is not simulated"
    set metric <change:line> "Add or subtract metric"
    set metric-type (external "IS-IS external metric" | internal "IS-IS internal metric" | type-1 "OSPF external type 1 metric" | type-2 "OSPF external type 2 metric")
    set aigp-metric (<metric:0..4294967295> "Value" | igp-metric "Metric of the IGP")
    set local-preference <preference:0..4294967295> "Preference value"
    set weight <weight:0..65535> "Weight value"
    set tag <tag:0..4294967295> "Tag value"
    set tag <dotted:ipv4> "Tag value in dotted decimal" @hidden
    set origin (igp "Local IGP" | egp "Remote EGP" | incomplete "Unknown heritage")
    set origin egp "Remote EGP" <asn:1..65535> "AS of the remote EGP" @hidden
    set as-path prepend <asns:asn>...
    set as-path prepend last-as "Prepend last AS to the as-path" <times:1..10> "Number of last-AS prepends"
    set as-path tag "Set the tag as an AS-path attribute"
    set as-path replace "Replace a matched AS-path with own AS" any "Replace any AS"
    set as-path replace "Replace a matched AS-path with own AS" <asns!:asn>...
    set community none "No community attribute"
    set community <communities:community>...
    set comm-list <list:word> "Community list" delete "Delete matching communities"
    set extcommunity cost <what!:line> "Cost extended community"
    set extcommunity vpn-distinguisher <what:line> "VPN distinguisher" -> accept "communities are not set yet"
    set extcommunity rt <targets:route-target>... "VPN extended community" [additive "Add to the existing extcommunity"]
    set extcommunity rt range <from:route-target> "First" <to:route-target> "Last" [additive "Add to the existing extcommunity"] @hidden -> accept "communities are not set yet"
    set extcommunity (color "Color extended community" | rpki "RPKI state") <value:line> "Value" @apart -> accept "communities are not set yet"
    set large-community none "No community attribute"
    set large-community <large:large-community>... [additive "Add to the existing large community"]
    set large-comm-list <list:word> "Large community list" delete "Delete matching communities"
    set extcommunity soo <soo:rd> "VPN extended community"
    set extcomm-list <list:word> "Extended community list" delete "Delete matching communities"
    set ip next-hop <hops:ipv4>... "IP address of next hop"
    set ip next-hop (self "Use self address (for BGP only)" | peer-address "Use peer address (for BGP only)" | unchanged "Set next-hop unchanged (for BGP only)")
    set ip next-hop verify-availability [<hop!:ipv4> "Next hop" <seq!:1..65535> "Sequence" track <track:1..1000> "Tracked object number"] -> accept "there is no policy routing"
    set ip next-hop recursive [(global | vrf <vrf:vrf>)] <hop:ipv4> "Next hop" -> accept "there is no policy routing"
    set ip next-hop (encapsulate <encapsulate:line> | dynamic dhcp)    -> accept "there is no policy routing"
    set ip default next-hop <hops:ipv4>... "IP address of next hop"    -> accept "there is no policy routing"
    set ip default next-hop verify-availability <hop!:ipv4> "Next hop" <seq!:1..65535> "Sequence" track <track:1..1000> "Tracked object number" -> accept "there is no policy routing"
    set ip precedence <value:word> "Precedence value"                  -> accept "there is no policy routing"
    set ip (tos "Set type of service field" | dscp "Set DSCP" | qos-group "Set QoS Group ID") <value:word> "Value" @apart -> accept "there is no policy routing"
    set ip df <value:0..1> "Don't fragment bit"                        -> accept "there is no policy routing"
    set ip (vrf <vrf:vrf> | global) next-hop <hops:line> "Next hops" @apart   -> accept "there is no policy routing"
    set ip address prefix-list <list:word> "Prefix list"               -> accept "there is no policy routing"
    set ipv6 (next-hop | default | precedence | vrf | address | global) [<what!:line>] @apart -> accept "IPv6 is not simulated"
    set interface <interfaces:interface>... "Interface" -> accept "there is no policy routing"
    set default interface <interfaces:interface>... "Interface"                 -> accept "there is no policy routing"
    set vrf <vrf:vrf>                                                  -> accept "there is no policy routing"
    set global "Set to global routing table"                           -> accept "there is no policy routing"
    set level (level-1 "Import into a level-1 area" | level-1-2 "Import into level-1 and level-2" | level-2 "Import into level-2 sub-domain" | nssa-only "Import only into OSPF NSSA areas and don't propagate" | stub-area "Import into OSPF NSSA area" | backbone "Import into OSPF backbone area")
    set dampening <half:1..45> "Half-life time for the penalty" <reuse:1..20000> "Penalty to start reusing a route" <suppress:1..20000> "Penalty to start suppressing a route" <most:1..255> "Maximum duration to suppress a stable route"
    set automatic-tag "Automatically compute TAG value"                -> accept "OSPF is not simulated"
    set mpls-label "Set MPLS label for prefix"                         -> accept "labels are not set yet"
    set aggregator as <asn:asn> "AS of the aggregator" <router:ipv4> "Address of the aggregator" @hidden -> accept "BGP does not do this here"
    set qos-group <group:0..99> "QoS group" @hidden                    -> accept "there is no policy routing"
    set traffic-index <index:1..64> "Bucket number"                    -> accept "traffic is not counted"
    set nlri <what:line> "BGP NLRI type"                               -> accept "BGP does not do this here"
    set (clns "OSI summary address" | path-selection "Path selection" | attribute-set "Attribute set" | lsp "LSP" | community-list "Community list" | additional-paths "Additional paths" | evpn "EVPN" | l3vpn "L3VPN" | tag-name "Tag name" | aigp "AIGP") [<what!:line>] @apart @hidden -> accept "routes do not say this"
    continue [<next:1..65535>]
  }
}

# What a route map and a policy list may ask of a route.
define policy-matches {
  match ip address prefix-list <lists:word>... "Prefix-list names"
  match ip address <lists:acl>... "IP access lists"
  match ip next-hop prefix-list <lists:word>... "Prefix-list names"
  match ip next-hop <lists:acl>...
  match ip route-source prefix-list <lists:word>... "Prefix-list names"
  match ip route-source [redistribution-source "Source of redistributed routes"] <lists:acl>...
  match ip redistribution-source (prefix-list <lists:word>... | <lists:acl>...) -> accept "sources are not matched yet"
  match tag <tags:0..4294967295>... "Tag value"
  match tag <dotted:ipv4>... "Tag value in dotted decimal" @hidden
  match metric <metrics:0..4294967295>... "Metric value"
  match tag list "Route Tag list/Tag list" <lists:word>... "Route-tag list names" -> accept "lists of tags are not matched yet"
  match metric <metrics:0..4294967295>... "Metric value" +- "+/- Deviation" <deviation:0..4294967295> "Deviation" @hidden
  match metric external <metrics:line> "External metric"               -> accept "EIGRP is not simulated"
  match as-path <lists:1..500>... "AS path access-list"
  match community <lists:word>... "Community-list number or name" [exact-match "Do exact matching of communities"]
  match extcommunity <lists:word>... "Extended community-list number or name" [exact-match "Do exact matching of communities"]
  match large-community <lists:word>... "Large community-list number or name" [exact-match "Do exact matching of communities"] @hidden
  match interface <interfaces:interface>... "Interface"
  match route-type (internal "internal route (including OSPF intra/inter area)" | external "external route (BGP, EIGRP and OSPF type 1/2)" | external "external route (BGP, EIGRP and OSPF type 1/2)" type-1 "OSPF external type 1 route" [type-2 "OSPF external type 2 route"] | external "external route (BGP, EIGRP and OSPF type 1/2)" type-2 "OSPF external type 2 route" | level-1 "IS-IS level-1 route" | level-2 "IS-IS level-2 route" | local "locally generated route" | nssa-external "nssa-external route (OSPF type 1/2)" [type-1 "OSPF external type 1 route"] | nssa-external "nssa-external route (OSPF type 1/2)" type-2 "OSPF external type 2 route")*
  match source-protocol <protocols:line> "Protocols"
  match local-preference <values:0..4294967295>... "Local preference"
  match length <low:0..2147483647> "Minimum packet length" <high:0..2147483647> "Maximum packet length" -> accept "there is no policy routing"
  match ipv6 (address "Match IPv6 address of route or match packet" | next-hop | route-source) [prefix-list] <lists:word>... "Names" @apart -> accept "IPv6 is not simulated"
  match policy-list <lists:word>... "Policy list names"
  match mpls-label "Match routes which have MPLS labels"             -> accept "labels are not matched yet"
  match (clns "CLNS information" | nlri "BGP NLRI type" | rpki "RPKI state" | security-group "Security group" | track "Tracking object" | additional-paths "BGP Add-Path match policies" | mdt-group "MDT group" | vpn "VPN" | evpn "EVPN" | route-tag "Route tag") <what!:line> -> accept "routes do not say this"
}

config {
  route-tag (notation dotted-decimal "Dotted-decimal tags" | list <list!:word> "Name" [seq <seq!:1..4294967294>] (permit | deny) <tag!:line> "Tag") -> accept "tags are plain"
}

words {
  ip               "Global IP configuration subcommands"
  prefix-list      "Build a prefix list"
  description      "Prefix-list specific description"
  seq              "sequence number of an entry"
  <seq>            "Sequence number"
  permit           "Specify packets to forward"
  deny             "Specify packets to reject"
  <prefix>         "IP prefix <network>/<length>, e.g., 35.0.0.0/8"
  ge               "Minimum prefix length to be matched"
  <ge>             "Minimum prefix length"
  le               "Maximum prefix length to be matched"
  <le>             "Maximum prefix length"
  community-list   "Add a community list entry"
  extcommunity-list "Add a extended community list entry"
  standard         "Add a standard list entry"
  expanded         "Add an expanded list entry"
  extended         "Extended Access List"
  as-path          "BGP autonomous system path filter"
  access-list      "Specify an access list"
  bgp-community    "format for BGP community"
  remark           "Access list entry comment"
  route-map        "Create route-map or enter route-map command mode"
  match            "Match values from routing table"
  address          "Match address of route or match packet"
  next-hop         "Match next-hop address of route"
  route-source     "Match advertising source address of route"
  tag              "Match tag of route"
  metric           "Match metric of route"
  community        "Match BGP community list"
  extcommunity     "Match BGP/VPN extended community list"
  interface        "Match first hop interface of route"
  route-type       "Match route-type of route"
  source-protocol  "Match source-protocol of route"
  local-preference "BGP local preference path attribute"
  length           "Packet length"
  ipv6             "IPv6 specific information"
  <what>           "Parameters"
  set              "Set values in destination routing protocol"
  metric-type      "Type of metric for destination routing protocol"
  weight           "BGP weight for routing table"
  origin           "BGP origin code"
  prepend          "Prepend to the as-path"
  comm-list        "set BGP community list (for deletion)"
  rt               "Route Target extended community"
  soo              "Site-of-Origin extended community"
  extcomm-list     "set BGP/VPN extended community list (for deletion)"
  vrf              "Define VRF name"
  <vrf>            "VPN Routing/Forwarding instance name"
  level            "Where to import route"
  dampening        "Set BGP route flap dampening parameters"
  continue         "Continue on a different entry within the route-map"
  <next>           "Route-map entry sequence number"
}
