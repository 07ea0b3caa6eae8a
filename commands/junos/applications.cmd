# commands/junos/applications.cmd: names for protocols and ports; the group junos-defaults holds the usual ones.
# Source: "applications (Applications)" (CLI reference).

config {
  applications -> accept "no application is recognised" {
    application <application!:name> {
      use application
      term <term-name!:name> @flat { use application }
    }
    application-set <set!:name> {
      description <description:text>
      application <application!:name> @presence { }
      application-set <member!:name> @presence { }
    }
  }
}
define application {
  description <description:text>
  application-protocol <name:name>
  protocol <protocol:name>
  alg <name:name>
  source-port <port:name>
  destination-port <port:name>
  icmp-type <icmp-type:name>
  icmp-code <icmp-code:name>
  icmp6-type <icmp-type:name>
  icmp6-code <icmp-code:name>
  rpc-program-number <number:name>
  uuid <uuid:name>
  inactivity-timeout (never | <seconds:4..129600>)
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
