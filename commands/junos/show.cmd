# commands/junos/show.cmd: what the router shows of itself in operational mode.    Help: CLI reference of Junos 21.4.

operational {
  show arp (
      expiration-time "Display ARP expiration time" |
      interface "Name of interface" <interface:ifl> |
      no-resolve "Don't attempt to print addresses symbolically" |
      vpn "Name of routing instance" <instance:any-instance>)*             -> show arp

  show interfaces (
      <interface:interface-pattern> |
      (brief | descriptions | detail | extensive | statistics "Display statistics and detailed output" | terse))* -> show interfaces

  show log [<log-file:log-file>]                                           -> show log

  show policy "Show policy information" [<policy:policy> "Name of policy"]  -> show policy
  show policy conditions "Show condition information" [<condition:condition> "Name of condition"] -> show policy-conditions
  test policy "Verify routing policy" <policy:policy> "Name of policy" <prefix:prefix> "Prefix to test" -> show policy-test

  show route (
      <destination:route-destination> |
      (best | exact | range) |
      (active-path | all | hidden | inactive-path | inactive-prefix) |
      (brief | detail | extensive | terse) |
      aspath-regex "Show entries matching AS path regular expression" <regex:text> "AS path regular expression" |
      community "Show entries matching specified community" <community:community-member> "Community, or a pattern of communities" |
      community-name "Show entries matching named community" <community-name:word> "Name of community" |
      label "Show entries matching specified label" <label:0..1048575> "Label value" |
      next-hop "Show entries matching specified next-hop" <next-hop:ip> "Next-hop address" |
      no-community "Show entries that have no community" |
      protocol "Show entries matching specified protocol" <protocol:route-protocol> |
      source-gateway "Show entries matching specified source gateway" <source-gateway:ip> "Source gateway address" |
      table "Name of routing table" <table:route-table>)*                  -> show route
  show route forwarding-table "Show entries in the kernel's forwarding table" (
      destination "Destination prefix" <destination:route-destination> |
      family "Show entries for a particular address family" (inet "IPv4 address family" | mpls "MPLS address family") |
      label "Label" <label:0..1048575> "Label value" |
      matching "Destination prefix to match" <matching:route-destination> |
      summary "Display route count by routing table and address family" |
      table "Name of routing table" <table:any-instance> |
      vpn "Name of VPN" <vpn:any-instance>)*                               -> show forwarding-table
  show route instance "Show routing instance information" (
      <instance:any-instance> |
      (brief | detail | extensive | summary "Display summary output"))*     -> show route-instance
  show route summary "Show statistics about routing tables" [table "Name of routing table" <table:route-table>] -> show route-summary

  show system commit "Show pending commit requests (if any) and commit history" -> show commits
  show system uptime "Show time since system and processes started" [no-forwarding] -> show uptime
  show system users "Show users who are currently logged in" [no-resolve "Don't attempt to print addresses symbolically"] -> show users
  show version [(brief | detail)] [no-forwarding]                          -> show version
}

words {
  active-path      "Show active paths"
  all              "Show all entries, including hidden entries"
  arp              "Show system Address Resolution Protocol table entries"
  best             "Show longest match"
  brief            "Display brief output"
  descriptions     "Display interface description strings"
  detail           "Display detailed output"
  exact            "Show exact match"
  extensive        "Display extensive output"
  hidden           "Show hidden entries"
  inactive-path    "Show inactive paths"
  inactive-prefix  "Show inactive route destinations"
  interfaces       "Show interface information"
  log              "Show contents of log file"
  no-forwarding    "Don't display forwarding information"
  range            "Show prefix range"
  route            "Show routing table information"
  show             "Show system information"
  system           "Show system information"
  terse            "Display terse output"
  version          "Show software process revision levels"
  <destination>    "IP address and optional prefix length of destination"
  <matching>       "IP address and optional prefix length of destination"
  <instance>       "Name of routing instance"
  <label>          "Label value"
  <interface>      "Name of physical or logical interface"
  <log-file>       "Name of log file"
  <protocol>       "Name of protocol"
  <table>          "Name of routing table"
}
