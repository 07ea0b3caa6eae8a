# commands/junos/applications.cmd: names for protocols and ports; the group junos-defaults holds the usual ones.
# Source: "applications (Applications)" (CLI reference).

config {
  applications -> accept "nothing here looks at applications" {
    application <application-name!:name> {
      application-protocol <protocol-type:name>
      protocol <protocol:name>
      source-port <source-port:name>
      destination-port <destination-port:name>
      inactivity-timeout <seconds:4..86400>
      icmp-type <icmp-type:name>
      icmp-code <icmp-code:name>
    }
    application-set <set-name!:name> { application <application!:name> }
  }
}

words {
  application           "Define an application"
  application-protocol  "Application protocol type"
  application-set       "Define an application set"
  applications          "Define applications by protocol characteristics"
  destination-port      "Match TCP/UDP destination port"
  icmp-code             "Match ICMP message code"
  icmp-type             "Match ICMP message type"
  inactivity-timeout    "Application-specific inactivity timeout (4..86400 seconds)"
  protocol              "Match IP protocol type"
  source-port           "Match TCP/UDP source port"
  <application>         "Application to be included in the set"
  <application-name>    "Application name"
  <destination-port>    "Destination port"
  <icmp-code>           "ICMP code"
  <icmp-type>           "ICMP type"
  <protocol>            "Protocol"
  <protocol-type>       "Application protocol type"
  <seconds>             "Application-specific inactivity timeout"
  <set-name>            "Application set name"
  <source-port>         "Source port"
}
