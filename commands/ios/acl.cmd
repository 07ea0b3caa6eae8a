# commands/ios/acl.cmd: access lists, for packets and for routes, and the groups they name.
# Help: `?` of IOS 15.x; Cisco IOS Security command reference.

config {
  ip access-list standard <list!:std-acl> @config-std-nacl @sorted {
    use acl-standard
  }
  ip access-list extended <list!:ext-acl> @config-ext-nacl @sorted {
    use acl-extended
  }
  ip access-list resequence "Resequence Access List" <list:word> "Access-list name or number" <start:1..2147483647> "Starting Sequence Number" <step:1..2147483647> "Step to increment the sequence number"
  ip access-list log-update threshold "Set access-list logging threshold" <hits:0..2147483647> "Number of hits"  -> accept "hits are not logged"
  ip access-list logging (interval "Set access-list logging interval" <milliseconds:0..2147483647> | hash-generation "Enable Syslog hash code generation") -> accept "hits are not logged"
  ip access-list persistent "Persistency across reloads"                          -> accept "entries are numbered as they stand"
  ip access-list role-based "Role-based access list" <list!:word> "Access-list name" @config-rb-acl -> accept "groups are not enforced" {
    use acl-extended
  }
  access-list (<number!:1..99> "IP standard access list" (remark <text!:line> "Comment up to 100 characters" | (permit | deny) (any | host <from!:ipv4> "Host address" | <from!:ipv4> "Address to match" [<fromwild!:wildcard> "Wildcard bits"]) [log]) |
      <number!:1300..1999> "IP standard access list (expanded range)" (remark <text!:line> "Comment up to 100 characters" | (permit | deny) (any | host <from!:ipv4> "Host address" | <from!:ipv4> "Address to match" [<fromwild!:wildcard> "Wildcard bits"]) [log]) |
      <number!:100..199> "IP extended access list" (remark <text!:line> "Comment up to 100 characters" | (permit | deny) (
          (ip | ospf | eigrp | esp | ahp | gre | pim | ipinip | nos | pcp | sctp | <protocol!:0..255> | object-group <service!:word> "Object-group name") (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name") (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
          tcp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") [(eq <fromport!:tcp-port>... | gt <fromport!:tcp-port> | lt <fromport!:tcp-port> | neq <fromport!:tcp-port>... | range <fromport!:tcp-port> <fromport2!:tcp-port>)]
            (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name") [(eq <toport!:tcp-port>... | gt <toport!:tcp-port> | lt <toport!:tcp-port> | neq <toport!:tcp-port>... | range <toport!:tcp-port> <toport2!:tcp-port>)] (established | ack | fin | psh | rst | syn | urg | match-any <flags!:word> | match-all <flags!:word> | dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
          udp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") [(eq <fromport!:udp-port>... | gt <fromport!:udp-port> | lt <fromport!:udp-port> | neq <fromport!:udp-port>... | range <fromport!:udp-port> <fromport2!:udp-port>)]
            (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name") [(eq <toport!:udp-port>... | gt <toport!:udp-port> | lt <toport!:udp-port> | neq <toport!:udp-port>... | range <toport!:udp-port> <toport2!:udp-port>)] (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
          icmp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name")
            [(<icmptype!:0..255> "ICMP message type" [<icmpcode!:0..255> "ICMP message code"] | administratively-prohibited | echo | echo-reply | host-unreachable | net-unreachable | packet-too-big | parameter-problem | port-unreachable | redirect | router-advertisement | router-solicitation | source-quench | time-exceeded | timestamp-reply | timestamp-request | traceroute | ttl-exceeded | unreachable)] (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
          igmp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name")
            [(dvmrp "Distance Vector Multicast Routing Protocol" | host-query "Host query" | host-report "Host report" | pim "Protocol Independent Multicast" | trace "Multicast trace" | <igmptype!:0..15> "IGMP message type")] (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])*)) |
      <number!:2000..2699> "IP extended access list (expanded range)" (remark <text!:line> "Comment up to 100 characters" | (permit | deny) (
          (ip | ospf | eigrp | esp | ahp | gre | pim | ipinip | nos | pcp | sctp | <protocol!:0..255> | object-group <service!:word> "Object-group name") (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name") (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
          tcp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") [(eq <fromport!:tcp-port>... | gt <fromport!:tcp-port> | lt <fromport!:tcp-port> | neq <fromport!:tcp-port>... | range <fromport!:tcp-port> <fromport2!:tcp-port>)]
            (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name") [(eq <toport!:tcp-port>... | gt <toport!:tcp-port> | lt <toport!:tcp-port> | neq <toport!:tcp-port>... | range <toport!:tcp-port> <toport2!:tcp-port>)] (established | ack | fin | psh | rst | syn | urg | match-any <flags!:word> | match-all <flags!:word> | dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
          udp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") [(eq <fromport!:udp-port>... | gt <fromport!:udp-port> | lt <fromport!:udp-port> | neq <fromport!:udp-port>... | range <fromport!:udp-port> <fromport2!:udp-port>)]
            (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name") [(eq <toport!:udp-port>... | gt <toport!:udp-port> | lt <toport!:udp-port> | neq <toport!:udp-port>... | range <toport!:udp-port> <toport2!:udp-port>)] (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
          icmp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name")
            [(<icmptype!:0..255> "ICMP message type" [<icmpcode!:0..255> "ICMP message code"] | administratively-prohibited | echo | echo-reply | host-unreachable | net-unreachable | packet-too-big | parameter-problem | port-unreachable | redirect | router-advertisement | router-solicitation | source-quench | time-exceeded | timestamp-reply | timestamp-request | traceroute | ttl-exceeded | unreachable)] (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
          igmp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name")
            [(dvmrp "Distance Vector Multicast Routing Protocol" | host-query "Host query" | host-report "Host report" | pim "Protocol Independent Multicast" | trace "Multicast trace" | <igmptype!:0..15> "IGMP message type")] (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])*)) |
      <number!:200..299> "Protocol type-code access list" (permit | deny) <what!:line> "Rule" |
      <number!:300..399> "DECnet access list" (permit | deny) <what!:line> "Rule" |
      <number!:600..699> "Appletalk access list" (permit | deny) <what!:line> "Rule" |
      <number!:700..799> "48-bit MAC address access list" (permit | deny) <what!:line> "Rule" |
      <number!:800..899> "IPX standard access list" (permit | deny) <what!:line> "Rule" |
      <number!:900..999> "IPX extended access list" (permit | deny) <what!:line> "Rule" |
      <number!:1000..1099> "IPX SAP access list" (permit | deny) <what!:line> "Rule" |
      <number!:1100..1199> "Extended 48-bit MAC address access list" (permit | deny) <what!:line> "Rule") @whole
  access-list compiled "Enable IP access-list compilation" -> accept "packet filters are not simulated"
  access-list rate-limit "Simple rate-limit specific access list" <rule!:line>  -> accept "packet filters are not simulated"
  mac access-list extended <list!:word> "access-list name" @config-ext-macl -> accept "packet filters are not simulated" {
    (permit | deny) <rule!:line> "Addresses" @apart
  }
  object-group network <name!:word> "Group name" @config-network-group -> accept "packet filters are not simulated" {
    description <text:line>
    host <address!:ip> "Host address"
    range <first!:ipv4> "Start address" <last!:ipv4> "End address"
    group-object <group!:word> "Name of the nested group"
    any
    <network!:ipv4> "Network address" <mask!:word> "Network mask, or / and its length"
  }
  object-group service <name!:word> "Group name" [(tcp | udp | tcp-udp "TCP and UDP")] @config-service-group -> accept "packet filters are not simulated" {
    description <text:line>
    group-object <group!:word> "Name of the nested group"
    (tcp | udp | tcp-udp "TCP and UDP") [source "Source port"] [(eq | gt | lt | range)] <ports!:line> "Ports" @apart
    icmp [<type!:line> "ICMP message type"]
    (ip | ospf | eigrp | esp | ahp | gre | pim | ipinip | nos | pcp | igmp | <protocol!:0..255>)
    port-object <port!:line> "Port"
  }
  object-group security <name!:word> "Group name" @config-security-group -> accept "packet filters are not simulated" {
    security-group (tag-id "Tag" | tag "Tag") <tag!:line> "Security group tag" @apart
    group-object <group!:word> "Name of the nested group"
    description <text:line>
  }
  time-range <name!:word> "Time range name" @config-time-range -> accept "packet filters are not simulated" {
    absolute "absolute time and date" <when:line>
    periodic "periodic time and date" <when!:line>
  }
}

define acl-standard {
  [<seq:1..2147483647>] (remark <text!:line> "Comment up to 100 characters" | (permit | deny) (any | host <from!:ipv4> "Host address" | <from!:ipv4> "Address to match" [<fromwild!:wildcard> "Wildcard bits"]) [log]) @whole
}

define acl-extended {
  [<seq:1..2147483647>] (remark <text!:line> "Comment up to 100 characters" | evaluate "Evaluate an access list" <list!:word> "IP reflexive access-list name" |
      dynamic "Specify a DYNAMIC list of PERMITs or DENYs" <name!:word> "Name of a Dynamic list" <rule!:line> "Rule" | (permit | deny) (
      (ip | ospf | eigrp | esp | ahp | gre | pim | ipinip | nos | pcp | sctp | <protocol!:0..255> | object-group <service!:word> "Object-group name") (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name") (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
      tcp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") [(eq <fromport!:tcp-port>... | gt <fromport!:tcp-port> | lt <fromport!:tcp-port> | neq <fromport!:tcp-port>... | range <fromport!:tcp-port> <fromport2!:tcp-port>)]
        (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name") [(eq <toport!:tcp-port>... | gt <toport!:tcp-port> | lt <toport!:tcp-port> | neq <toport!:tcp-port>... | range <toport!:tcp-port> <toport2!:tcp-port>)] (established | ack | fin | psh | rst | syn | urg | match-any <flags!:word> | match-all <flags!:word> | dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
      udp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") [(eq <fromport!:udp-port>... | gt <fromport!:udp-port> | lt <fromport!:udp-port> | neq <fromport!:udp-port>... | range <fromport!:udp-port> <fromport2!:udp-port>)]
        (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name") [(eq <toport!:udp-port>... | gt <toport!:udp-port> | lt <toport!:udp-port> | neq <toport!:udp-port>... | range <toport!:udp-port> <toport2!:udp-port>)] (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
      icmp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name")
        [(<icmptype!:0..255> "ICMP message type" [<icmpcode!:0..255> "ICMP message code"] | administratively-prohibited | echo | echo-reply | host-unreachable | net-unreachable | packet-too-big | parameter-problem | port-unreachable | redirect | router-advertisement | router-solicitation | source-quench | time-exceeded | timestamp-reply | timestamp-request | traceroute | ttl-exceeded | unreachable)] (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])* |
      igmp (any | host <from!:ipv4> "Source address" | <from!:ipv4> "Source address" <fromwild!:wildcard> "Source wildcard bits" | object-group <fromgroup!:word> "Object-group name") (any | host <to!:ipv4> "Destination address" | <to!:ipv4> "Destination address" <towild!:wildcard> "Destination wildcard bits" | object-group <togroup!:word> "Object-group name")
        [(dvmrp "Distance Vector Multicast Routing Protocol" | host-query "Host query" | host-report "Host report" | pim "Protocol Independent Multicast" | trace "Multicast trace" | <igmptype!:0..15> "IGMP message type")] (dscp <dscp!:word> | precedence <precedence!:word> | tos <tos!:word> | fragments | time-range <range!:word> | option <option!:word> | log | log-input | reflect <reflect!:word> [timeout <timeout!:1..2147483>])*)) @whole
}

config interface {
  ip access-group <list:acl> in "inbound packets"     -> accept "packet filters are not simulated"
  ip access-group <list:acl> out "outbound packets"   -> accept "packet filters are not simulated"
  mac access-group <list:word> "Access-list name" in "inbound packets" -> accept "packet filters are not simulated"
}

words {
  ip               "Any Internet Protocol"
  access-list      "Specify an access list"
  access-group     "Specify access control for packets"
  standard         "Standard Access List"
  extended         "Extended Access List"
  logging          "Control access list logging"
  log-update       "Control access list log updates"
  mac              "MAC access list"
  object-group     "Configure Object Group"
  network          "network group"
  service          "service group"
  security         "security group"
  security-group   "Security group"
  description      "Object group description"
  time-range       "Define time range entries"
  <number>         "Access list number"
  <seq>            "Sequence Number"
  remark           "Access list entry comment"
  permit           "Specify packets to forward"
  deny             "Specify packets to reject"
  any              "Any source host"
  host             "A single source host"
  tcp              "Transmission Control Protocol"
  udp              "User Datagram Protocol"
  icmp             "Internet Control Message Protocol"
  igmp             "Internet Gateway Message Protocol"
  ospf             "OSPF routing protocol"
  eigrp            "Cisco's EIGRP routing protocol"
  esp              "Encapsulation Security Payload"
  ahp              "Authentication Header Protocol"
  gre              "Cisco's GRE tunneling"
  pim              "Protocol Independent Multicast"
  ipinip           "IP in IP tunneling"
  nos              "KA9Q NOS compatible IP over IP tunneling"
  pcp              "Payload Compression Protocol"
  sctp             "Stream Control Transmission Protocol"
  <protocol>       "An IP protocol number"
  eq               "Match only packets on a given port number"
  gt               "Match only packets with a greater port number"
  lt               "Match only packets with a lower port number"
  neq              "Match only packets not on a given port number"
  range            "Match only packets in the range of port numbers"
  established      "Match established connections"
  ack              "Match on the ACK bit"
  fin              "Match on the FIN bit"
  psh              "Match on the PSH bit"
  rst              "Match on the RST bit"
  syn              "Match on the SYN bit"
  urg              "Match on the URG bit"
  match-any        "Match if any specified flag is present"
  match-all        "Match if all specified flags are present"
  <flags>          "Flags"
  dscp             "Match packets with given dscp value"
  <dscp>           "Differentiated services codepoint value"
  precedence       "Match packets with given precedence value"
  <precedence>     "Precedence value"
  tos              "Match packets with given TOS value"
  <tos>            "Type of service value"
  fragments        "Check non-initial fragments"
  <range>          "Time-range name"
  option           "Match packets with given IP Options value"
  <option>         "IP Options value"
  ttl              "Match packets with given TTL value"
  <ttl>            "TTL values"
  log              "Log matches against this entry"
  log-input        "Log matches against this entry, including input interface"
  reflect          "Create reflexive access list entry"
  <reflect>        "Access-list name"
  timeout          "Maximum time to live"
  <timeout>        "Seconds"
  administratively-prohibited "Administratively prohibited"
  echo             "Echo (ping)"
  echo-reply       "Echo reply"
  host-unreachable "Host unreachable"
  net-unreachable  "Net unreachable"
  packet-too-big   "Fragmentation needed and DF set"
  parameter-problem "All parameter problems"
  port-unreachable "Port unreachable"
  redirect         "All redirects"
  router-advertisement "Router discovery advertisements"
  router-solicitation "Router discovery solicitations"
  source-quench    "Source quenches"
  time-exceeded    "All time exceededs"
  timestamp-reply  "Timestamp replies"
  timestamp-request "Timestamp requests"
  traceroute       "Traceroute"
  ttl-exceeded     "TTL exceeded"
  unreachable      "All unreachables"
}
