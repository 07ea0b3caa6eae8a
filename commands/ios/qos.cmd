# commands/ios/qos.cmd: classes, policies, queues.    Help: `?` of IOS 15.x; Cisco IOS Quality of Service Solutions command reference.

config {
  class-map [type (inspect "Configure CBAC Class Map" | control "Configure a control policy class-map" | stack "class-map for protocol header stack specification" | access-control "access-control specific class-map" | port-filter "Class map for port filter" | queue-threshold "Class map for queue threshold" | logging "Class map for control-plane packet logging" | multicast-flows "multicast class-maps" | traffic "Traffic" | waas "WAAS")] [(http | sip | smtp | imap | pop3 | sunrpc)] [(match-all "Logical-AND all matching statements under this classmap" | match-any "Logical-OR all matching statements under this classmap")] <name!:word> "class-map name" @config-cmap -> accept "there is no quality of service" {
    description <text:line>
    match [not] any "Any packets"
    match [not] access-group (name "Named Access List" <list!:word> | <number!:acl> "Access list index")
    match [not] (dscp "Match DSCP in IPv4 and IPv6 packets" | precedence "Match Precedence in IPv4 and IPv6 packets" | cos "IEEE 802.1Q/ISL class of service/user priority values") <values!:line> "Values"
    match [not] ip (dscp "Match IP DSCP (DiffServ CodePoints)" | precedence "Match IP precedence" | rtp "Match RTP port nos") <values!:line> "Values"
    match [not] protocol "Protocol" <protocol!:line> "Protocol"
    match [not] (class-map "Class map" | class "Class") <class!:line> "class-map name"
    match [not] input-interface "Select an input interface to match" <interface!:interface>
    match [not] (qos-group "Qos-group" | discard-class "Discard behavior identifier" | vlan "VLANs to match" | fr-dlci "Match on fr-dlci" | flow "Flow based QoS parameters" | application "Application to match" | packet length "Layer 3 Packet length" | mpls experimental topmost "MPLS EXP" | atm-clp "ATM CLP" | field "Field" | start "Start" | security-group "Security group" | source-address mac "Source MAC address" | destination-address mac "Destination MAC address" | request "Request" | response "Response" | req-resp "Request or response" | user-group "User group" | metadata "Metadata" | traffic-category "Category" | destination "Destination" | source "Source" | authen-status "Status" | service "Service" | parameter "Parameter" | eos "End of stack" | encap-type "Encapsulation" | log "Log" | access-list "Access list") [<what!:line> "Values"]
  }
  policy-map [type (inspect "Configure CBAC Policy Map" | control "Configure a control policy policy-map" | access-control "access-control specific policy-map" | queueing "Queueing" | port-filter "Policy map for port filter" | queue-threshold "Policy map for queue threshold" | logging "Policy map for control-plane packet logging" | service "Service" | performance-monitor "Performance monitor")] [(http | sip | smtp | imap | pop3 | urlfilter | sunrpc)] <name!:word> "policy-map name" @config-pmap -> accept "there is no quality of service" {
    description <text:line>
    class [type (inspect "Inspect" | control "Control" | access-control "Access control" | queueing "Queueing" | port-filter "Port filter" | queue-threshold "Queue threshold" | logging "Logging" | traffic "Traffic" | urlfilter "URL filter" | default "Default")] <class!:word> "class-map name" [<place:line>] @config-pmap-c {
      use qos-class
    }
    parameter (default "Default" | type "Type") <what!:line> @apart
  }
  parameter-map type (inspect "inspect type parameter-map" | urlfilter "URL filter" | regex "Regular expressions" | protocol-info "Protocol" | ooo "Out of order" | content-scan "Content scan" | inspect-global "Global" | inspect-vrf "VRF" | inspect-zone "Zone" | trend "Trend" | webauth "Web authentication" | urlfpolicy "URL filter policy" | waas "WAAS" | umbrella "Umbrella" | cws "CWS" | subscriber "Subscriber" | consent "Consent" | mitigation "Mitigation" | access-control "Access control" | audit "Audit") [<name!:line> "Name of the parameter map"] @apart @config-profile -> accept "there is no firewall" {
    (alert | audit-trail | dns-timeout | icmp | max-incomplete | one-minute | sessions | tcp | udp | pattern | log | threat-detection | zone-mismatch | vrf | type | virtual-ip | banner | exception | allow-mode | server | timeout | gtp | lisp | hostname | exclusive-domain | cache | max-request | max-resp-pak | source-interface | custom-page | redirect | title | token | local-domain | dnscrypt) [<what!:line>] @apart
  }
  table-map <name!:word> "table map name" @config-tablemap                                -> accept "there is no quality of service" {
    map from "From" <from!:0..99> to "To" <to:0..99>
    default <value:word>
  }
  queue-list <list!:1..16> "Queue list number" <rule!:line>                               -> accept "there is no quality of service"
  priority-list <list!:1..16> "Priority list number" <rule!:line>                          -> accept "there is no quality of service"
  qos <what!:line> "Global QoS configuration subcommands"                                 -> accept "there is no quality of service"
  mls (qos "qos command keyword" | flow "Flow" | cef "CEF" | netflow "NetFlow" | ip "IP" | aging "Aging" | nde "NDE" | rate-limit "Rate limit" | verify "Verify" | acl "ACL" | erm "ERM" | ipv6 "IPv6" | mpls "MPLS") [<what!:line>] @apart   -> accept "there is no quality of service"
  auto qos <what!:line> "Configure AutoQoS"                                               -> accept "there is no quality of service"
}

define qos-class {
  bandwidth (<kbps:8..10000000> "Kilo Bits per second" | percent "% of total Bandwidth" <percent:1..100> | remaining "percent/ratio of the remaining bandwidth" (percent "% of the remaining bandwidth" <percent:1..100> | ratio "ratio for sharing excess bandwidth" <ratio:1..65536>)) [account <account:line>]
  priority [(<kbps:8..10000000> "Kilo Bits per second" [<burst:32..2000000> "Burst in bytes"] | percent "% of total bandwidth" <percent:1..100> [<burst:32..2000000> "Burst in bytes"] | level "Multi-Level Priority Queue" <level:1..4> [<how:line>])]
  police <how:line> "Rates and actions" @config-pmap-c-police {
    conform-action "action when rate is less than conform burst" <action!:line>
    exceed-action "action when rate is within conform and conform + exceed burst" <action!:line>
    violate-action "action when rate is greater than conform + exceed burst" <action!:line>
  }
  police @config-pmap-c-police {
    rate <rate:line>
    conform-action "action when rate is less than conform burst" <action!:line>
    exceed-action "action when rate is within conform and conform + exceed burst" <action!:line>
    violate-action "action when rate is greater than conform + exceed burst" <action!:line>
  }
  shape (average "configure token bucket: CIR (bps) [Bc (bits) [Be (bits)]]" | peak "configure token bucket: CIR (bps) [Bc (bits) [Be (bits)]]" | adaptive "Enable Traffic Shaping adaptation to BECN" | fecn-adapt "Enable Traffic Shaping reflection of FECN as BECN" | max-buffers "Set Maximum Buffer Limit") [<rate:line> "Rate"]
  fair-queue [<queues:line>]
  queue-limit <limit:line> "Thresholds"
  random-detect [<what!:line> "Parameters"]
  set (dscp "Set DSCP in IP(v4) and IPv6 packets" | precedence "Set precedence in IP(v4) and IPv6 packets" | cos "Set IEEE 802.1Q/ISL class of service/user priority" | qos-group "Set QoS Group" | discard-class "Discard behavior identifier" | atm-clp "Set ATM CLP bit to 1" | fr-de "Set FR DE bit to 1" | cos-inner "Set inner class of service") [tunnel] [<value:line> "Value"] @apart
  set ip (dscp "Set IP DSCP (DiffServ CodePoints)" | precedence "Set IP precedence") [tunnel] <value:line> "Value" @apart
  set mpls experimental (imposition "Set experimental bits at imposition" | topmost "Set experimental bits on topmost label") <value:line> "Value" @apart
  service-policy [type <type:word>] [(http | sip | imap | smtp)] <policy:word>
  drop [log]
  pass [log]
  inspect [<parameters:word>]
  trust (dscp "trust value in dscp" | cos "trust value in cos" | precedence "trust value in precedence" | device <device:word>)
  compression header ip [(rtp | tcp)]
  netflow-sampler <sampler:word>
  estimate bandwidth [<how:line>]
  account <how:line>
  log <how:line>
  (urlfilter | content-scan | reset | allow | redirect | flow | react | monitor | admit | service | authenticate | identifier) [<what!:line>] @apart
}

config interface {
  service-policy [type (inspect "Inspect" | control "Control" | access-control "Access control" | queueing "Queueing" | performance-monitor "Performance monitor" | pbr "PBR")] (input | output | inline | history) <policy!:word> -> accept "there is no quality of service"
  service-policy type control <policy:word> @hidden                                       -> accept "there is no quality of service"
  mls qos <what!:line> @hidden -> accept "there is no quality of service"
  auto (discovery qos [<what:line>] | qos <voice:line>) @hidden -> accept "there is no quality of service"
  (priority-queue out | srr-queue <shares!:line> | wrr-queue <weights!:line> | rcv-queue <receive!:line> | queue-set <set:1..2> | trust <what:line>) @apart @hidden -> accept "there is no quality of service"
}

words {
  class-map        "Configure Class Map"
  policy-map       "Configure Policy Map"
  parameter-map    "parameter map"
  table-map        "Configure Table Map"
  queue-list       "Build a custom queue list"
  priority-list    "Build a priority list"
  mls              "mls global commands"
  auto             "Configure Automation"
  qos              "QoS"
  type             "type of the class-map"
  description      "Class-Map description"
  match            "classification criteria"
  not              "Negate this match result"
  access-group     "Access group"
  ip               "IP specific values"
  packet           "Layer 3 Packet length"
  mpls             "Multi Protocol Label Switching specific values"
  experimental     "MPLS experimental"
  source-address   "Source address"
  destination-address "Destination address"
  class            "policy criteria"
  parameter        "Parameter"
  map              "Map"
  default          "Default"
  bandwidth        "Bandwidth"
  <kbps>           "Kilo Bits per second"
  <percent>        "Percentage"
  <ratio>          "Ratio"
  account          "Overhead accounting"
  priority         "Strict Scheduling Priority for this Class"
  <level>          "Level"
  police           "Police"
  rate             "Rate"
  shape            "Traffic Shaping"
  fair-queue       "Enable Flow-based Fair Queuing in this Class"
  queue-limit      "Queue Max Threshold for Tail Drop"
  random-detect    "Enable Random Early Detection as drop policy"
  set              "Set QoS values"
  tunnel           "Tunnel header"
  service-policy   "Configure QoS Service Policy"
  <policy>         "policy-map name"
  <type>           "Type"
  input            "Assign policy-map to the input of an interface"
  output           "Assign policy-map to the output of an interface"
  inline           "Inline"
  drop             "Drop all packets"
  pass             "Pass the packet"
  log              "Log"
  inspect          "Context-based Access Control Engine"
  trust            "Set trust value for the class"
  compression      "Activate Compression"
  header           "configure header compression"
  estimate         "estimate resources required for this class"
  netflow-sampler  "NetFlow action"
  priority-queue   "Priority queue"
  srr-queue        "Configure shaped round-robin transmit queues"
  wrr-queue        "Configure weighted round-robin xmit queues"
  rcv-queue        "Receive queue"
  queue-set        "Choose a queue set for this queue"
  discovery        "Discovery"
}
