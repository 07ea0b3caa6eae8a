# commands/ios/sla.cmd: IP SLA and tracked objects.    Help: `?` of IOS 15.x; Cisco IOS IP SLAs, IP Application Services command references.

config {
  ip sla <number!:1..2147483647> "Entry Number" @config-ip-sla {
    icmp-echo <target:word> "Destination IP address or hostname" (source-ip "Source Address" <source:ip> | source-interface "Source Interface" <interface:interface>)* @config-ip-sla-echo {
      use sla-options
    }
    icmp-jitter "ICMP Jitter Operation" <target:word> "Destination IP address or hostname" [<options:line>] @config-ip-sla-icmpjitter -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    path-echo "Path Discovered ICMP Echo Operation" <target:word> "Destination IP address or hostname" [<options:line>] @config-ip-sla-pathEcho -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    path-jitter "Path Discovered ICMP Jitter Operation" <target:word> "Destination IP address or hostname" [<options:line>] @config-ip-sla-pathJitter -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    tcp-connect "TCP Connect Operation" <target:word> "Destination IP address or hostname" <port:1..65535> "Port Number" [<options:line>] @config-ip-sla-tcp -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    udp-echo "UDP Echo Operation" <target:word> "Destination IP address or hostname" <port:1..65535> "Port Number" [<options:line>] @config-ip-sla-udp -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    udp-jitter "UDP Jitter Operation" <target:word> "Destination IP address or hostname" <port:1..65535> "Port Number" [<options:line>] @config-ip-sla-jitter -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    http "HTTP Operation" (get "HTTP get operation" | raw "HTTP raw operation") [url] <url:line> "URL" @config-ip-sla-http -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    dns "DNS Query Operation" <target:word> "Name or address to be resolved" name-server "Name server to query" <server:line> @config-ip-sla-dns -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    dhcp "DHCP Operation" [<target:line> "DHCP server"] @config-ip-sla-dhcp -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    ftp "FTP Operation" get "FTP get operation" <url:line> "URL" @config-ip-sla-ftp -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
    mpls lsp (ping "LSP ping" | trace "LSP trace") ipv4 <target:line> @config-ip-sla-lspPing -> accept "every operation asks by ICMP echoes, where it has an address to ask" {
      use sla-options
    }
  }
  ip sla schedule "IP SLAs Entry Scheduling" <number!:1..2147483647> "Entry number" (
      life "Length of time to execute in seconds" (forever "continue running forever" | <life:0..2147483647> "Life seconds") |
      start-time "When to start this entry" (now "Start now" | pending "Start pending" | after "Start after a certain amount of time from now" <after:word> "hh:mm:ss" | random "Random" <random:0..10000> | <time:clock> [<month:word> "Month" <day:1..31> "Day"]) |
      ageout "How long to keep this Entry when inactive" <ageout:0..2073600> | recurring "Probe to be scheduled automatically every day")*
  ip sla responder "Enable IP SLAs Responder" [<what:line>]                 -> accept "IP SLA is not simulated"
  ip sla reaction-configuration "IP SLAs Reaction-Configuration" <number!:1..2147483647> "Entry number" react "Reaction element" <element!:word> <options:line> -> accept "IP SLA is not simulated"
  ip sla reaction-trigger "IP SLAs Trigger Assignment" <number!:1..2147483647> "Entry number" <target!:1..2147483647> "Target entry" -> accept "IP SLA is not simulated"
  ip sla group schedule "Group scheduling" <group!:1..2147483647> <how:line> -> accept "IP SLA is not simulated"
  ip sla logging traps "Log traps"                                          -> accept "IP SLA is not simulated"
  ip sla enable reaction-alerts "Enable reaction alerts"                    -> accept "IP SLA is not simulated"
  ip sla low-memory "Configure Low Water Memory Mark" <bytes:0..4294967295> -> accept "IP SLA is not simulated"
  ip sla monitor <number!:1..2147483647> "Entry Number" @config-sla-monitor @hidden -> accept "IP SLA is not simulated" {
    type "Type of entry" <type:line> @config-sla-monitor-echo {
      use sla-options
    }
  }
  ip sla monitor schedule "IP SLAs Entry Scheduling" <number!:1..2147483647> <when:line> @hidden -> accept "IP SLA is not simulated"
  ip sla monitor responder "Enable IP SLAs Responder" @hidden               -> accept "IP SLA is not simulated"
  rtr <number!:1..2147483647> "Entry Number" @config-rtr @hidden            -> accept "IP SLA is not simulated" {
    type "Type of entry" <type:line>
    use sla-options
  }
  rtr schedule "Schedule" <number!:1..2147483647> <when:line> @hidden       -> accept "IP SLA is not simulated"
  rtr responder "Responder" @hidden                                         -> accept "IP SLA is not simulated"

  track <object!:1..1000> "Tracked object" (
      interface "Select an interface to track" <interface:interface> (line-protocol "Track interface line-protocol" | (ip | ipv6) routing "Track interface IP routing capability") |
      (ip | ipv6) route "IP route" <network:word> "Network" [<mask:mask> "Mask"] (reachability "Reachability" | metric threshold "Metric threshold") |
      ip sla <number:1..2147483647> "Entry number" [(reachability "Reachability" | state "Return code state")] |
      rtr "Response Time Reporter (RTR) entry" <number:1..2147483647> "Entry number" [(reachability "Reachability" | state "Return code state")] |
      list "Group objects in a list" boolean "Boolean list" (and "Boolean AND operation" | or "Boolean OR operation") |
      list "Group objects in a list" threshold "Threshold list" (percentage "Percentage threshold list" | weight "Weight threshold list") |
      stub-object "Stub tracking object" | application "Application" <what:line>) @config-track @sorted {
    object "Add an object to the list" <member!:1..1000> "Object number" [(not "Negate the state" | weight "Weight" <weight:1..255>)]
    threshold (metric "Metric threshold" | percentage | weight) (down "Down" <down:0..255> | up "Up" <up:0..255>)* @apart
    ip vrf <vrf:vrf>
    delay (up "Delay up change notification" <up:0..180> | down "Delay down change notification" <down:0..180>)*
    default-state "Default state" (up "Up" | down "Down")
    carrier-delay "Enable Carrier-Delay"
    description <text:line>
  }
  track timer "Polling interval timers" <what!:word> "Object class" [route "Route"] [msec "Milliseconds"] <interval:1..3000> "Interval" -> accept "objects are not tracked"
  track resolution "Tracking resolution parameters" (ip | ipv6) route "IP routing" <what!:word> "Protocol" <scale:2..4294967294> "Resolution" -> accept "objects are not tracked"
}

define sla-options {
  owner "Owner of Entry" <owner:line>
  tag <text:line> "User defined tag"
  tos "Type Of Service" <tos:0..255>
  request-data-size "Request data size" <bytes:0..16384>
  verify-data "Verify data"
  vrf <vrf:vrf>
  threshold <milliseconds:0..60000>
  timeout <milliseconds:0..604800000>
  frequency <seconds:1..604800>
  history (lives-kept "Maximum number of history lives to collect" | buckets-kept "Maximum number of history buckets to collect" | hours-of-statistics-kept "Maximum number of statistics hour groups to capture" |
      distributions-of-statistics-kept "Maximum number of statistics distribution buckets to capture" | statistics-distribution-interval "Statistics distribution interval size" | filter "Add operation to history when..." | enhanced "Enable enhanced history collection") <value:line> @apart
  codec "Codec" <codec:line>
  precision "Precision" (milliseconds "Milliseconds" | microseconds "Microseconds")
  data-pattern "Data pattern" <pattern:line>
  percentile "Percentile" <what!:line>
}
words {
  ip               "Global IP configuration subcommands"
  ipv6             "IPv6"
  sla              "IP Service Level Agreement"
  icmp-echo        "ICMP Echo Operation"
  <source>         "Source address"
  mpls             "MPLS Operation"
  lsp              "LSP"
  ipv4             "IPv4"
  <ageout>         "Seconds"
  <random>         "Milliseconds"
  <time>           "Start time"
  <element>        "Element"
  <group>          "Group number"
  group            "Group"
  enable           "Enable"
  logging          "Logging"
  monitor          "IP SLA monitor"
  rtr              "RTR base configuration"
  frequency        "Frequency of an operation"
  timeout          "Timeout of an operation"
  threshold        "Operation threshold in milliseconds"
  tag              "User defined tag"
  vrf              "Configure IP SLAs for a VPN Routing/Forwarding instance"
  history          "History and Distribution Data"
  track            "Object tracking configuration commands"
  metric           "Metric"
  delay            "Tracking delay"
  <up>             "Value"
  <down>           "Value"
  percentage       "Percentage"
  weight           "Weight"
  url              "URL"
  <owner>          "Owner"
  <tos>            "Type Of Service Value"
  description      "Object description"
}
