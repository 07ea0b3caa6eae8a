# commands/ios/mpls.cmd: labels, LDP and BFD.
# Help: `?` of IOS 15.x; Cisco IOS MPLS and IOS IP Routing: BFD command references.

config {
  mpls ip "Dynamic MPLS forwarding for IP" = on
  mpls ip propagate-ttl "Propagate IP TTL into label stack" = on
  mpls ip propagate-ttl forwarded "Propagate IP TTL for forwarded traffic" = on
  mpls ip propagate-ttl local "Propagate IP TTL for locally originated traffic" = on
  mpls ip default-route "Allow tag switching default route"
  mpls ip ttl-expiration "TTL expiration parameters" pop <labels:1..6> "Number of labels in stack"
  mpls label protocol "Set platform default label distribution protocol" (ldp "Use LDP (default)" | tdp "Use TDP")
  mpls label range "Label range" <first:16..1048575> "Minimum label value" <last:16..1048575> "Maximum label value" [static "Static label range" <low:16..1048575> "Minimum label value" <high:16..1048575> "Maximum label value"]
  mpls ldp router-id <interface:interface> [force "Forcibly change the LDP router id"]
  mpls ldp discovery hello holdtime <seconds:1..65535>
  mpls ldp discovery hello interval <seconds:1..65535>
  mpls ldp discovery targeted-hello holdtime <seconds:1..65535>
  mpls ldp discovery targeted-hello interval <seconds:1..65535>
  mpls ldp discovery targeted-hello accept "Configure acceptance of targeted hellos"
  mpls ldp holdtime "LDP session holdtime" <seconds:15..65535>
  mpls ldp backoff "Set LDP session backoff parameters" <initial:5..2147483> "Initial session backoff time (seconds)" <maximum:5..2147483> "Maximum session backoff time (seconds)"
  mpls ldp explicit-null "Advertise Explicit Null label in place of Implicit Null" [for "Access list specifying controls on destination prefixes" <prefixes:acl> "IP access list"] [to "Access list specifying controls on LDP peers" <peers:acl> "IP access list"]
  mpls ldp advertise-labels "Label advertisement" = on
  mpls ldp advertise-labels "Label advertisement" [vrf <vrf!:vrf>] for "Access list specifying controls on destination prefixes" <prefixes!:acl> "IP access list" [to "Access list specifying controls on LDP peers" <peers!:acl> "IP access list"]
  mpls ldp neighbor [vrf <vrf!:vrf>] <address!:ipv4> "IP address for LDP neighbor" password "Configure password for MD5 authentication" [(0 "The UNENCRYPTED (cleartext) password" | 7 "A HIDDEN password")] <secret:line> "The password" @secret
  mpls ldp neighbor [vrf <vrf!:vrf>] <address!:ipv4> "IP address for LDP neighbor" targeted "Establish targeted session" [ldp]
  mpls ldp neighbor [vrf <vrf!:vrf>] <address!:ipv4> "IP address for LDP neighbor" labels "Configure label binding exchange controls" accept "Specify label bindings to accept" <list:acl> "IP access list for destination prefixes"
  mpls ldp label "Label allocation" @config-ldp-lbl {
    allocate global "Global routing table" host-routes "Allocate local label for host routes only"
    allocate global "Global routing table" prefix-list "Specify a prefix-list for the local label allocation filter" <list:word> "Prefix list name"
  }
  mpls ldp logging "Enable LDP logging" neighbor-changes "Log neighbor up/down changes" = on
  mpls ldp igp sync "LDP-IGP synchronization" holddown "IGP holddown time" <millis:1..2147483647> "Time in milliseconds"
  mpls ldp graceful-restart "Configure LDP Graceful Restart" [<what!:line>]  -> accept "LDP does not restart gracefully"
  mpls ldp advertise-labels "Label advertisement" (old-style "Use old style" | interface "Interface" <interface!:interface>) @apart -> accept "labels are told as the lists say"
  mpls ldp discovery targeted-hello accept "Configure acceptance of targeted hellos" from "Access list" <peers:acl> "IP access list" @hidden -> accept "targeted hellos of everybody are accepted"
  mpls ldp logging "Enable LDP logging" password <what!:line> "Password configuration" -> accept "the log says what it says"
  mpls ldp neighbor [vrf <vrf!:vrf>] <address!:ipv4> "IP address for LDP neighbor" implicit-withdraw "Enable LDP Implicit Withdraw Label" -> accept "labels are withdrawn one by one"
  mpls ldp router-id vrf <vrf!:vrf> <interface:interface> [force "Forcibly change the LDP router id"] @apart @hidden -> accept "the router ID is one"
  mpls ldp (atm "ATM" | loop-detection "Loop detection" | maxhops "Maximum hops" | path-vector "Path vector" | entropy-label "Entropy label" | address-message "Address messages" | capabilities "Capabilities") [<what!:line>] @apart -> accept "LDP does without"
  mpls ip encapsulate explicit-null "Encapsulate with explicit null" @hidden -> accept "packets without labels have none"
  mpls prefix-map <map:0..63> "Prefix map" access-list <list:acl> "IP access list" -> accept "there is no quality of service"
  bfd session-limit <limit:1..65535> "Sessions"                              -> accept "there is room for all"
  mpls ldp nsr "Configure LDP Non-Stop Routing"                              -> accept "there is one route processor"
  mpls ldp [vrf <vrf!:vrf>] session protection "Configure LDP session protection" [for "Access list of neighbors" <list:acl> "IP access list of LDP neighbors"] [duration "Time that protection lasts" (infinite "For ever" | <seconds:30..2147483> "Seconds")]
  mpls ldp [vrf <vrf!:vrf>] password required "Require password for sessions" [for "Access list of neighbors" <list:acl> "IP access list of LDP neighbors"]
  mpls ldp [vrf <vrf!:vrf>] password option "Configure password for matching neighbors" <number!:1..32767> "Option number" for "Access list of neighbors" <list:acl> "IP access list of LDP neighbors" (key-chain "Use a key chain" <chain:word> "Key-chain name" | [(0 "The UNENCRYPTED (cleartext) password" | 7 "A HIDDEN password")] <secret:word> "The password") @secret
  mpls ldp [vrf <vrf!:vrf>] password fallback "Configure the password for neighbors without one" (key-chain "Use a key chain" <chain:word> "Key-chain name" | [(0 "The UNENCRYPTED (cleartext) password" | 7 "A HIDDEN password")] <secret:word> "The password") @secret
  mpls ldp [vrf <vrf!:vrf>] password rollover duration "Time before a new password counts" <minutes:5..65535> "Minutes" -> accept "a new password counts at once"
  mpls ldp autoconfig "Configure LDP autoconfiguration"                      -> accept "each interface is told for itself"
  mpls ldp tcp <what!:line> "Configure TCP parameters for LDP"               -> accept "TCP decides for itself"
  mpls forwarding <what!:line> "MPLS Forwarding parameters"                  -> accept "forwarding is always by its table"
  mpls load-balance <what!:line> "MPLS load balancing parameters"            -> accept "flows share paths by their packets"
  mpls static "Static LSP parameters" <what!:line>                           -> accept "labels are not given by hand"
  bfd slow-timers <millis:1000..30000> "Slow timer value in milliseconds"
  ip route static bfd <interface!:interface> <gateway!:ipv4> "Forwarding router's address" [unassociate]
  ip route static bfd <interface!:interface> <gateway!:ipv4> "Forwarding router's address" group "Group" <group:word> "Group name" [passive "Passive member"] @hidden -> accept "each next hop has a session of its own"
  ip route static bfd [vrf <vrf!:vrf>] <destination!:ipv4> "Destination" <source!:ipv4> "Source" @apart @hidden -> accept "sessions are of one hop"
}

config interface {
  mpls ip "Configure dynamic MPLS forwarding for IP"
  mpls mtu <bytes:64..65535> "MTU (bytes)"
  mpls mtu override "Override the mpls mtu maximum of interface mtu" <bytes:64..65535> "MTU (bytes)"
  mpls label protocol "Set label distribution protocol" (ldp "Use LDP (default)" | tdp "Use TDP" | both "Use LDP or TDP")
  mpls ldp discovery transport-address "Set LDP transport address" (interface "Use interface's IP address" | <address:ipv4> "IP address")
  mpls ldp igp sync "LDP-IGP synchronization" = on
  mpls ldp igp sync "LDP-IGP synchronization" delay "Delay before sync is declared" <seconds:5..60>
  mpls ldp igp autoconfig "LDP autoconfiguration" = on
  mpls bgp forwarding "Forwarding of labelled packets of BGP neighbors"
  bfd interval "Transmit interval between BFD packets" <interval:50..999> "Milliseconds" min_rx "Minimum receive interval capability" <minrx:50..999> "Milliseconds" multiplier "Multiplier value used to compute holddown" <multiplier:3..50> "value used to multiply the interval"
  bfd echo "Use echo adjunct as bfd detection mechanism" = on
  bfd neighbor "BFD neighbor" <what!:line>                                   -> accept "sessions are made by those who need them"
}

words {
  mpls             "MPLS information"
  ip               "IP"
  label            "Label properties"
  ldp              "Label Distribution Protocol (LDP)"
  router-id        "Select interface to prefer for LDP identifier address"
  <interface>      "Interface type and number"
  discovery        "LDP discovery"
  hello            "LDP discovery Hello"
  targeted-hello   "LDP discovery Targeted Hello"
  holdtime         "LDP discovery Hello holdtime"
  interval         "LDP discovery Hello interval"
  <seconds>        "Time in seconds"
  neighbor         "Configure neighbor parameters"
  vrf              "VPN Routing/Forwarding instance"
  <vrf>            "VPN Routing/Forwarding instance name"
  allocate         "Local label allocation"
  igp              "IGP configuration"
  <what>           "Parameters"
  pop              "Pop label stack on TTL expiration"
  bfd              "BFD configuration commands"
  slow-timers      "Value in msecs to use for slow timers"
  route            "Establish static routes"
  static           "Static route"
  unassociate      "Neighbor is not associated with a static route"
  mtu              "Set tag switching Maximum Transmission Unit"
  <address>        "IP address"
  propagate-ttl    "Propagate IP TTL into label stack"
  session          "Configure LDP session parameters"
  password         "Configure LDP session password"
  tcp              "Configure TCP parameters for LDP"
  traffic-eng      "Configure Traffic Engineering parameters"
  forwarding       "MPLS Forwarding parameters"
  load-balance     "MPLS load balancing parameters"
}
