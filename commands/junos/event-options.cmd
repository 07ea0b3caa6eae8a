# commands/junos/event-options.cmd: scripts, records, services and users of the box: understood and kept.    Source: CLI
# reference of Junos 21.4.

config {
  event-options -> accept "no script runs" {
    max-policies <number:0..20>
    generate-event <event!:name> { (time-interval <seconds:60..2592000> | time-of-day <time:name> | no-drift) }
    policy <policy-name!:name> {
      events <event!:name>...
      within <seconds!:1..604800> {
        events <event!:name>...
        not { events <event!:name>... }
        trigger (after <count:0..4294967295> | on <count:0..4294967295> | until <count:0..4294967295>)
      }
      attributes-match { <from-event!:name> (equals | matches | starts-with) <to-event!:text> }
      then {
        ignore
        raise-trap
        priority-override {
          facility <facility:syslog-facility>
          severity <level:syslog-level>
        }
        change-configuration {
          retry {
            count <count:0..10>
            interval <seconds:0..3600>
          }
          commands <command!:text>...
          user-name <user:name>
          commit-options {
            check { synchronize }
            force
            log <comment:text>
            synchronize
          }
        }
        execute-commands {
          commands <command!:text>
          user-name <user:name>
          output-filename <filename:name>
          destination <destination:name> {
            retry-count <count:0..10>
            retry-interval <seconds:0..3600>
          }
          output-format (text | xml)
        }
        event-script <script!:name> {
          arguments { <argument!:name> <value:text> }
          user-name <user:name>
          output-filename <filename:name>
          destination <destination:name>
          output-format (text | xml)
        }
        upload filename <file!:text> destination <destination!:name> {
          user-name <user:name>
          transfer-delay <seconds:0..3600>
        }
      }
    }
    destinations {
      <destination!:name> {
        transfer-delay <seconds:0..3600>
        archive-sites { <url!:text> @presence { password <password:text> @secret } }
      }
    }
    event-script {
      file <file!:name> @presence {
        checksum { sha-256 <digest:name> }
        python-script-user <user:name>
      }
      optional
      max-datasize <size:bytes>
      traceoptions { use traceoptions }
    }
    traceoptions { use traceoptions }
  }
  accounting-options -> accept "nothing is accounted" {
    file <file!:name> {
      nonpersistent
      size <size:bytes>
      files <number:3..1000>
      transfer-interval <minutes:5..2880>
      start-time <time:name>
      archive-sites { <url!:text> @presence { password <password:text> @secret } }
    }
    interface-profile <profile!:name> {
      file <file:name>
      interval <minutes:1..2880>
      fields { <field!:name> }
    }
    filter-profile <profile!:name> {
      file <file:name>
      interval <minutes:1..2880>
      counters { <counter!:name> }
    }
    routing-engine-profile <profile!:name> {
      file <file:name>
      interval <minutes:1..2880>
      fields { <field!:name> }
    }
  }
  access -> accept "nobody dials in" {
    radius-server {
      <address!:ip> @oneline {
        port <port:1..65535>
        accounting-port <port:1..65535>
        secret <secret:text> @secret
        timeout <seconds:1..90>
        retry <number:1..10>
        source-address <address:ip>
        routing-instance <instance:instance>
      }
    }
    profile <profile!:name> {
      authentication-order <method!:name>...
      accounting-order <method!:name>...
      client <client!:text> { firewall-user { password <password:text> @secret } }
      radius {
        authentication-server <address!:ip>...
        accounting-server <address!:ip>...
        options { nas-identifier <identifier:name> }
      }
      radius-server {
        <address!:ip> @oneline {
          port <port:1..65535>
          secret <secret:text> @secret
        }
      }
      accounting {
        order <method!:name>...
        immediate-update
        update-interval <minutes:10..1440>
        statistics (time | volume-time)
      }
    }
    address-assignment {
      pool <pool!:name> {
        family inet {
          network <prefix:any-prefix>
          range <range!:name> {
            low <address:ipv4>
            high <high:ipv4>
          }
          dhcp-attributes {
            maximum-lease-time (infinite | <seconds:1..4294967295>)
            domain-name <domain-name:name>
            name-server { <address!:ip> }
            router { <address!:ip> }
            server-identifier <address:ip>
            tftp-server <address:ip>
            boot-file <filename:name>
            option <option!:name> <value:text>
          }
          host <host!:name> {
            hardware-address <mac:mac>
            ip-address <address:ipv4>
          }
          xauth-attributes { primary-dns <prefix:any-prefix> }
        }
        family inet6 {
          prefix <prefix:prefix6>
          range <range!:name> {
            low <low:prefix6>
            high <high:prefix6>
            prefix-length <length:1..128>
          }
          dhcp-attributes { dns-server { <address!:ipv6> } }
        }
      }
    }
    firewall-authentication {
      pass-through { default-profile <profile:name> }
      web-authentication {
        default-profile <profile:name>
        banner { success <text:text> }
      }
    }
  }
  services -> accept "no service changes packets here" {
    flow-monitoring {
      version9 { template <template!:name> { use flow-template } }
      version-ipfix { template <template!:name> { use flow-template } }
    }
    rpm {
      traceoptions { use traceoptions }
      probe <probe!:name> {
        test <test!:name> {
          probe-type (http-get | http-metadata-get | icmp-ping | icmp-ping-timestamp | icmp6-ping | tcp-ping | udp-ping | udp-ping-timestamp)
          target @oneline {
            address <address:ip>
            inet6-address <address:ipv6>
            url <url:text>
          }
          probe-count <number:1..15>
          probe-interval <seconds:1..255>
          test-interval <seconds:0..86400>
          destination-port <port:7..65535>
          source-address <address:ip>
          routing-instance <instance:instance>
          data-size <size:0..65507>
          dscp-code-points <bits:name>
          history-size <size:0..512>
          moving-average-size <size:0..1024>
          hardware-timestamp
          destination-interface <interface:ifl>
          next-hop <address:ipv4>
          ttl <ttl:1..254>
          thresholds {
            successive-loss <number:0..15>
            total-loss <number:0..15>
            rtt <microseconds:0..60000000>
          }
          traps <trap!:name>...
        }
      }
      probe-server {
        tcp { port <port:7..65535> }
        udp { port <port:7..65535> }
      }
      twamp {
        server {
          authentication-mode (none | encrypted | authenticated)
          port <port:1..65535>
          client-list <list!:name> { address { <prefix!:any-prefix> } }
        }
      }
    }
    analytics {
      streaming-server <server!:name> {
        remote-address <address:ip>
        remote-port <port:1..65535>
      }
      export-profile <profile!:name> {
        local-address <address:ip>
        local-port <port:1..65535>
        reporting-rate <seconds:1..3600>
        format (gpb | gpb-gnmi | json-gnmi)
        transport (udp | grpc | tcp)
      }
      sensor <sensor!:name> {
        server-name <server!:name>...
        export-name <profile:name>
        resource <resource:text>
      }
    }
    ip-monitoring {
      policy <policy-name!:name> {
        match { rpm-probe <probe!:name>... }
        then { preferred-route { route <destination!:any-prefix> { next-hop <next-hop:next-hop> } } }
      }
    }
    security-intelligence { url <url:text> }
    application-identification @presence { }
  }
  multi-chassis -> accept "a box stands alone" {
    mc-lag { consistency-check @presence { } }
    multi-chassis-protection <address!:ip> { interface <interface:interface-name> }
  }
}
define flow-template {
  flow-active-timeout <seconds:10..600>
  flow-inactive-timeout <seconds:10..600>
  nexthop-learning { (enable | disable) }
  template-refresh-rate {
    packets <packets:1..480000>
    seconds <seconds:10..600>
  }
  option-refresh-rate {
    packets <packets:1..480000>
    seconds <seconds:10..600>
  }
  flow-key {
    flow-direction
    vlan-id
    output-interface
  }
  ipv4-template
  ipv6-template
  mpls-template { label-position <position!:1..8>... }
  template-id <id:1024..65535>
  observation-domain-id <id:0..255>
}

words {
  <argument>                     "Argument"
  <client>                       "Client"
  <digest>                       "Digest"
  <field>                        "Field"
  <from-event>                   "From event"
  <high>                         "High"
  <list>                         "List"
  <low>                          "Low"
  <packets>                      "Packets"
  <pool>                         "Pool"
  <position>                     "Position"
  <probe>                        "Probe"
  <resource>                     "Resource"
  <script>                       "Script"
  <sensor>                       "Sensor"
  <server>                       "Server"
  <test>                         "Test name"
  <text>                         "Text"
  <to-event>                     "To event"
  <trap>                         "Trap"
  <value>                        "Value"
  accounting-options             "Accounting options"
  accounting-order               "Accounting order"
  accounting-port                "Accounting port"
  accounting-server              "Accounting server"
  address-assignment             "Address assignment"
  after                          "After"
  analytics                      "Analytics"
  application-identification     "Application identification"
  arguments                      "Arguments"
  attributes-match               "Attributes that must match before policy is executed"
  authenticated                  "Authenticated"
  authentication-mode            "Authentication mode"
  authentication-server          "Authentication server"
  banner                         "Banner"
  boot-file                      "Boot file"
  change-configuration           "Change configuration"
  commands                       "Commands"
  commit-options                 "Commit options"
  consistency-check              "Consistency check"
  counters                       "Counters"
  data-size                      "Data size"
  default-profile                "Default profile"
  destination-interface          "Destination interface"
  destinations                   "Destinations"
  dhcp-attributes                "DHCP attributes"
  dns-server                     "DNS server"
  dscp-code-points               "DSCP code points"
  encrypted                      "Encrypted"
  equals                         "Attributes are equal"
  event-script                   "Event script"
  execute-commands               "Execute commands"
  export-name                    "Export name"
  export-profile                 "Export profile"
  facility                       "Facility"
  fields                         "Fields"
  filename                       "Filename"
  filter-profile                 "Filter profile"
  firewall-authentication        "Firewall authentication"
  firewall-user                  "Firewall user"
  flow-active-timeout            "Flow active timeout"
  flow-direction                 "Flow direction"
  flow-inactive-timeout          "Flow inactive timeout"
  flow-key                       "Flow key"
  flow-monitoring                "Flow monitoring"
  force                          "Force"
  generate-event                 "Generate an internal event"
  gpb                            "Google protocol buffers"
  gpb-gnmi                       "Google protocol buffers over gNMI"
  hardware-address               "Hardware address"
  hardware-timestamp             "Hardware timestamp"
  history-size                   "History size"
  http-get                       "HTTP get"
  http-metadata-get              "HTTP metadata get"
  icmp-ping                      "ICMP ping"
  icmp-ping-timestamp            "ICMP ping timestamp"
  icmp6-ping                     "ICMPv6 ping"
  immediate-update               "Immediate update"
  inet6-address                  "IPv6 address"
  infinite                       "Infinite"
  interface-profile              "Interface profile"
  ip-address                     "IP address"
  ipv4-template                  "IPv4 template"
  ipv6-template                  "IPv6 template"
  json-gnmi                      "JSON over gNMI"
  label-position                 "Label position"
  local-port                     "Local port"
  matches                        "Attribute matches a regular expression"
  max-datasize                   "Maximum datasize"
  max-policies                   "Maximum policies"
  maximum-lease-time             "Maximum lease time"
  mc-lag                         "Mc lag"
  moving-average-size            "Moving average size"
  mpls-template                  "MPLS template"
  multi-chassis                  "Multi chassis"
  multi-chassis-protection       "Multi chassis protection"
  nas-identifier                 "Nas identifier"
  network                        "Network"
  nexthop-learning               "Nexthop learning"
  no-drift                       "Disable drift"
  nonpersistent                  "Nonpersistent"
  not                            "Events that must not have occurred"
  observation-domain-id          "Observation domain ID"
  option                         "Option"
  option-refresh-rate            "Option refresh rate"
  optional                       "Optional"
  options                        "Options"
  order                          "Order"
  output-filename                "Output filename"
  output-format                  "Output format"
  output-interface               "Output interface"
  packets                        "Packets"
  pass-through                   "Pass through"
  pool                           "Pool"
  preferred-route                "Preferred route"
  prefix-length                  "Prefix length"
  primary-dns                    "Primary DNS"
  priority-override              "Priority override"
  probe                          "Probe"
  probe-count                    "Probe count"
  probe-interval                 "Probe interval"
  probe-server                   "Probe server"
  probe-type                     "Probe type"
  profile                        "Access profile"
  python-script-user             "Python script user"
  radius                         "RADIUS"
  raise-trap                     "Raise SNMP trap"
  remote-address                 "Remote address"
  remote-port                    "Remote port"
  reporting-rate                 "Reporting rate"
  resource                       "Resource"
  retry                          "Retry"
  router                         "Router"
  routing-engine-profile         "Routing engine profile"
  rpm-probe                      "RPM probe"
  rtt                            "Round-trip time"
  seconds                        "Seconds"
  security-intelligence          "Security intelligence"
  sensor                         "Sensor"
  server-identifier              "Server identifier"
  server-name                    "Server name"
  severity                       "Severity"
  sha-256                        "SHA 256"
  start-time                     "Start time"
  starts-with                    "Attribute starts with a string"
  streaming-server               "Streaming server"
  success                        "Success"
  successive-loss                "Successive loss"
  target                         "Target"
  tcp-ping                       "TCP ping"
  template                       "Template"
  template-id                    "Template ID"
  template-refresh-rate          "Template refresh rate"
  test                           "Test"
  test-interval                  "Test interval"
  text                           "Text"
  tftp-server                    "TFTP server"
  thresholds                     "Thresholds"
  time                           "Time"
  time-interval                  "Time interval"
  time-of-day                    "Time of day"
  total-loss                     "Total loss"
  transfer-delay                 "Transfer delay"
  transport                      "Transport"
  trigger                        "Number of events that start the policy"
  twamp                          "Twamp"
  udp-ping                       "UDP ping"
  udp-ping-timestamp             "UDP ping timestamp"
  until                          "Until"
  upload                         "Upload"
  user-name                      "User name"
  version-ipfix                  "Version ipfix"
  version9                       "Version9"
  volume-time                    "Volume time"
  web-authentication             "Web authentication"
  within                         "Events that must (not) have occurred within an interval"
  xauth-attributes               "XAUTH attributes"
  xml                            "XML"
}
