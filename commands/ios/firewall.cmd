# commands/ios/firewall.cmd: zones, inspection, and what else looks into packets.   Help: `?` of IOS 15.x; Cisco IOS Security command reference.

config {
  zone security <name!:word> "Name of zone" @config-sec-zone                               -> accept "there is no firewall" {
    description <text:line>
    protection parameter-map <map:word>
    vpn zone security <name:word>
  }
  zone-pair security <name!:word> "Name of zone-pair" source (self | default | <from!:word> "Name of source zone") destination (self | default | <to!:word> "Name of destination zone") @config-sec-zone-pair -> accept "there is no firewall" {
    service-policy type inspect <policy:word>
    description <text:line>
  }
  ip inspect name <name!:word> "Name of inspection defined" <protocol!:word> [<options:line>] -> accept "there is no firewall"
  ip inspect (alert-off "Disable alert" | audit-trail "Enable the logging of session information" | dns-timeout "Specify timeout for DNS" | hashtable-size "Specify size of hashtable" | log "Inspect packet logging" | L2-transparent "Transparent mode" | max-incomplete "Specify maximum number of incomplete connections before clamping" | one-minute "Specify one-minute-sample watermarks for clamping" | redundancy "Redundancy" | tcp "Config timeout values for tcp connections" | udp "Config timeout values for udp flows" | WAAS "WAAS" | dns "DNS") [<what!:line>] @apart -> accept "there is no firewall"
  ip port-map <application!:line> "Port to application mapping"                              -> accept "there is no firewall"
  ip ips <what!:line> "Intrusion Prevention System"                                          -> accept "there is no firewall"
  ip audit <what!:line>                                                                        -> accept "there is no firewall"
  ip urlfilter <what!:line>                                                                    -> accept "there is no firewall"
  ip reflexive-list timeout "Timeout" <seconds:1..2147483>                                     -> accept "packet filters are not simulated"
  ip auth-proxy <what!:line>                                                                   -> accept "there is no firewall"
  ip traffic-export profile <name!:word> [<how:line>] @config-rite                             -> accept "packets are captured at links" {
    (bidirectional | incoming | outgoing | interface | mac-address) [<what!:line>] @apart
  }
  webvpn <what!:line> "WebVPN"                                                                 -> accept "there is no web server"
  class-map-type @hidden                                                                        -> accept "there is no firewall"
}

words {
  zone             "FW with zoning"
  zone-pair        "Zone pair command"
  security         "Security zone"
  description      "Description"
  source           "Source zone"
  destination      "Destination zone"
  self             "System defined zone"
  default          "System defined zone"
  protection       "Protection"
  service-policy   "Configure QoS Service Policy"
  type             "type of the policy-map"
  inspect          "Context-based Access Control Engine"
  ip               "Global IP configuration subcommands"
  <policy>         "policy-map name"
  <map>            "Parameter map"
  parameter-map    "Parameter map"
  vpn              "VPN"
  ips              "Intrusion Prevention System"
  audit            "Intrusion Detection System"
  urlfilter        "URL filter"
  auth-proxy       "Authentication Proxy"
  traffic-export   "IP Traffic Export"
}
