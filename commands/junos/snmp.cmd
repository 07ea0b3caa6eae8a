# commands/junos/snmp.cmd: network management: understood and kept.    Source: CLI reference of Junos 21.4.

config {
  snmp -> accept "nobody asks by SNMP" {
    name <name:text>
    description <description:text>
    location <location:text>
    contact <contact:text>
    interface <interface!:ifl>...
    filter-interfaces {
      interfaces { <interface!:text> }
      all-internal-interfaces
    }
    filter-duplicates
    if-count-with-filter-interfaces
    view <view-name!:name> { oid <oid!:name> [(exclude | include)] }
    client-list <client-list-name!:name> { <prefix!:any-prefix> @presence { restrict } }
    community <community-name!:text> @presence {
      view <view-name:name>
      authorization (read-only | read-write)
      client-list-name <client-list-name:name>
      clients { <prefix!:any-prefix> @flat @presence { restrict } }
      routing-instance <instance!:name> {
        client-list-name <client-list-name:name>
        clients { <prefix!:any-prefix> @flat @presence { restrict } }
      }
      logical-system <logical-system!:name> { routing-instance <instance!:name> { clients { <prefix!:any-prefix> @flat @presence { restrict } } } }
    }
    trap-options @presence {
      source-address (<address:ip> | <interface:name>)
      agent-address outgoing-interface
      enterprise-oid
      context-oid
      routing-instance <instance!:name> { source-address <address:ip> }
    }
    trap-group <group-name!:name> @presence {
      version (all | v1 | v2)
      destination-port <port:1..65535>
      categories {
        authentication
        chassis
        chassis-cluster
        configuration
        link
        otn-alarms
        remote-operations
        rmon-alarm
        routing
        services
        sonet-alarms @presence { }
        startup
        timing-events
        vrrp-events
        dot3-oam-events
      }
      targets { <address!:ip> }
      routing-instance <instance:name>
      logical-system <logical-system:name>
    }
    v3 {
      usm {
        local-engine { user <user-name!:name> { use snmp-user } }
        remote-engine <engine!:name> { user <user-name!:name> { use snmp-user } }
      }
      vacm {
        security-to-group { security-model <security-model!:snmp-model> { security-name <security-name!:name> { group <group:name> } } }
        access {
          group <group!:name> {
            default-context-prefix { use snmp-access }
            context-prefix <prefix!:name> { use snmp-access }
          }
        }
      }
      target-address <target!:name> {
        address <address:ip>
        port <port:1..65535>
        timeout <seconds:1..3600>
        retry-count <count:0..255>
        tag-list <tags:text>
        address-mask <mask:ip>
        routing-instance <instance:name>
        target-parameters <parameters:name>
      }
      target-parameters <parameters!:name> {
        parameters {
          message-processing-model (v1 | v2c | v3)
          security-model (usm | v1 | v2c)
          security-level (authentication | none | privacy)
          security-name <security-name:name>
        }
        notify-filter <filter:name>
      }
      notify <notify!:name> {
        type (inform | trap)
        tag <tag:name>
      }
      notify-filter <filter!:name> { oid <oid!:name> [(exclude | include)] }
      snmp-community <index!:name> {
        community-name <community-name:text> @secret
        security-name <security-name:name>
        context <context:name>
        tag <tag:name>
      }
    }
    engine-id @oneline {
      (local <engine:name> | use-default-ip-address | use-mac-address)
    }
    routing-instance-access @presence { access-list { <instance!:name> @flat @presence { restrict } } }
    stats-cache-lifetime <seconds:0..3600>
    arp @presence { host-name-resolution }
    health-monitor @presence {
      interval <seconds:1..2147483647>
      rising-threshold <percent:1..100>
      falling-threshold <percent:0..100>
    }
    rmon {
      alarm <index!:1..65535> {
        description <description:text>
        interval <seconds:1..2147483647>
        variable <oid:name>
        sample-type (absolute-value | delta-value)
        rising-threshold <threshold:-2147483648..2147483647>
        falling-threshold <threshold:-2147483648..2147483647>
        rising-event-index <index:0..65535>
        falling-event-index <index:0..65535>
      }
      event <index!:1..65535> {
        description <description:text>
        type (log | log-and-trap | none | snmptrap)
        community <community:text>
      }
    }
    traceoptions { use traceoptions }
    nonvolatile { commit-delay <seconds:0..3600> }
    proxy <proxy!:name> {
      device-name <device:name>
      version-v2c { snmp-community <community:text> }
    }
  }
}
define snmp-user {
  authentication-md5 { use snmp-authentication }
  authentication-sha { use snmp-authentication }
  authentication-sha256 { use snmp-authentication }
  authentication-none
  privacy-aes128 { use snmp-privacy }
  privacy-des { use snmp-privacy }
  privacy-3des { use snmp-privacy }
  privacy-none
}
define snmp-authentication {
  authentication-password <password:text> @secret
  authentication-key <key:text> @secret
}
define snmp-privacy {
  privacy-password <password:text> @secret
  privacy-key <key:text> @secret
}
define snmp-access {
  security-model <security-model!:snmp-model> {
    security-level <security-level!:snmp-level> {
      read-view <view-name:name>
      write-view <view-name:name>
      notify-view <view-name:name>
      context-match (exact | prefix)
    }
  }
}

words {
  <engine>                       "Engine"
  <notify>                       "Notify"
  <oid>                          "Object identifier"
  <parameters>                   "Parameters"
  <proxy>                        "Proxy"
  <security-level>               "Security level"
  <security-model>               "Security model"
  <security-name>                "Security name"
  <tags>                         "Tags"
  absolute-value                 "Absolute value"
  access-list                    "Access list"
  agent-address                  "Agent address"
  all-internal-interfaces        "All internal interfaces"
  authentication-md5             "Authentication MD5"
  authentication-none            "Authentication none"
  authentication-password        "Authentication password"
  authentication-sha             "Authentication SHA"
  authentication-sha256          "Authentication sha256"
  chassis-cluster                "Chassis cluster"
  commit-delay                   "Commit delay"
  community-name                 "Community name"
  context                        "Context"
  context-match                  "Context match"
  context-oid                    "Context OID"
  context-prefix                 "Context prefix"
  default-context-prefix         "Default context prefix"
  delta-value                    "Delta value"
  device-name                    "Device name"
  dot3-oam-events                "Dot3 OAM events"
  enterprise-oid                 "Enterprise OID"
  falling-event-index            "Falling event index"
  falling-threshold              "Falling threshold"
  filter-duplicates              "Filter duplicates"
  filter-interfaces              "Filter interfaces"
  health-monitor                 "Health monitor"
  host-name-resolution           "Host name resolution"
  if-count-with-filter-interfaces "If count with filter interfaces"
  include                        "Include this subtree"
  inform                         "Send SNMP informs"
  local-engine                   "Local engine"
  log-and-trap                   "Log and trap"
  message-processing-model       "Message processing model"
  nonvolatile                    "Nonvolatile"
  notify                         "Used to select management targets for notifications"
  notify-filter                  "Notify filter"
  notify-view                    "Notify view"
  oid                            "OID include/exclude list"
  otn-alarms                     "Otn alarms"
  outgoing-interface             "Outgoing interface"
  parameters                     "Parameters"
  privacy                        "Privacy"
  privacy-3des                   "Privacy 3des"
  privacy-aes128                 "Privacy aes128"
  privacy-des                    "Privacy DES"
  privacy-key                    "Privacy key"
  privacy-none                   "Privacy none"
  privacy-password               "Privacy password"
  read-view                      "Read view"
  remote-engine                  "Remote engine"
  remote-operations              "Remote operations"
  rising-event-index             "Rising event index"
  rising-threshold               "Rising threshold"
  rmon                           "Rmon"
  rmon-alarm                     "Rmon alarm"
  routing                        "Routing process"
  routing-instance-access        "Enable SNMP routing-instance support"
  sample-type                    "Sample type"
  security-level                 "Security level"
  security-model                 "Security model"
  security-name                  "Security name"
  security-to-group              "Security to group"
  snmp-community                 "SNMP community"
  snmptrap                       "Send a trap"
  sonet-alarms                   "Sonet alarms"
  startup                        "System startup traps"
  stats-cache-lifetime           "Stats cache lifetime"
  tag-list                       "Tag list"
  target-address                 "Target address"
  target-parameters              "Target parameters"
  timing-events                  "Timing events"
  use-default-ip-address         "Use default IP address"
  use-mac-address                "Use MAC address"
  usm                            "User-based security model"
  v2c                            "V2c"
  v3                             "SNMPv3 configuration information"
  vacm                           "View-based access control model"
  variable                       "Variable"
  version-v2c                    "Version v2c"
  vrrp-events                    "Vrrp events"
  write-view                     "Write view"
}
