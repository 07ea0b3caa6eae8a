# commands/ios/management.cmd: SNMP, NTP, NetFlow, the event manager, files, and what watches over the box.
# Help: `?` of IOS 15.x; Cisco IOS SNMP Support, Basic System Management, NetFlow, Embedded Event Manager command references.

config {
  snmp-server community <community!:word> "SNMP community string" [view "Restrict this community to a named MIB view" <view:word>] [(RO "Read-only access with this community string" | RW "Read-write access with this community string")] [ipv6 <list6:word>] [<list:acl> "Access list"] -> accept "SNMP is not simulated"
  snmp-server host <host!:word> "IP address of SNMP notification host" [vrf <vrf!:vrf>] [(traps "Send Trap messages to this host" | informs "Send Inform messages to this host")] [version "SNMP version to use for notification messages" (1 "Use SNMPv1" | 2c "Use SNMPv2c" | 3 "Use SNMPv3" (auth "Use the SNMPv3 authNoPriv Security Level" | noauth "Use the SNMPv3 noAuthNoPriv Security Level" | priv "Use the SNMPv3 authPriv Security Level"))] <community!:word> "SNMPv1/v2c community string or SNMPv3 user name" [udp-port <port:0..65535>] [<types:line> "Notification types"] -> accept "SNMP is not simulated"
  snmp-server enable traps [<types!:line> "Notification types"]                              -> accept "SNMP is not simulated"
  snmp-server enable informs                                                                 -> accept "SNMP is not simulated"
  snmp-server location <text:line> "The physical location of this node"                      -> accept "SNMP is not simulated"
  snmp-server contact <text:line> "identification of the contact person for this managed node" -> accept "SNMP is not simulated"
  snmp-server chassis-id <text:line> "Unique ID string"                                      -> accept "SNMP is not simulated"
  snmp-server group <group!:word> "Name of the group" (v1 "group using the v1 security model" | v2c "group using the v2c security model" | v3 "group using the User Security Model (SNMPv3)" (auth "group using authNoPriv Security Level" | noauth "group using the noAuthNoPriv Security Level" | priv "group using SNMPv3 authPriv security level")) (context <context:word> | match <match:word> | read <read:word> | write <write:word> | notify <notify:word> | access <access:line>)* -> accept "SNMP is not simulated"
  snmp-server user <user!:word> "Name of the user" <group!:word> "Group to which the user belongs" (v1 "user using the v1 security model" | v2c "user using the v2c security model" | v3 "user using the v3 security model" | remote "Specify a remote SNMP entity to which the user belongs") [<parameters:line> "Authentication and privacy"] @apart -> accept "SNMP is not simulated"
  snmp-server view <view!:word> "Name of the view" <tree!:word> "MIB view family name" (included "MIB family is included in the view" | excluded "MIB family is excluded from the view") -> accept "SNMP is not simulated"
  snmp-server engineID (local "Local SNMP agent" <id:word> | remote "Remote SNMP agent" <remote!:line>) -> accept "SNMP is not simulated"
  snmp-server (trap-source "Assign an interface for the source address of all traps" <source:interface> | source-interface "Assign an source interface" <what!:line> | trap-timeout "Set timeout for TRAP message retransmissions" <timeout:1..1000> | trap "SNMP trap options" <what!:line> | queue-length "Message queue length for each TRAP host" <length:1..5000> | queue-limit "Message queue size for different queues" <what!:line> | ifindex persist "Persist interface indices" | packetsize "Largest SNMP packet size" <size:484..17892> | system-shutdown "Enable use of the SNMP reload command" | tftp-server-list "Limit TFTP servers used via SNMP" <list:line> | inform "Configure SNMP Informs options" <what!:line> | manager "Modify SNMP manager parameters" [<what!:line>] | cache [<what!:line>] | file-transfer <what!:line> | ip <what!:line> | context <context!:word> | drop <what!:line> | source <what!:line> | spi <what!:line> | usm <what!:line> | password-policy <what!:line> | logging <what!:line>) @apart -> accept "SNMP is not simulated"
  snmp (mib "MIB parameters" | ifmib "IF-MIB" | ifindex "Interface indices") <what!:line> @apart   -> accept "SNMP is not simulated"
  rmon (alarm "Configure an RMON alarm" | event "Configure an RMON event" | queuesize "Set maximum RMON queue size" | packet-analysis "Packet analysis" | capture-userdata "Capture") <what!:line> @apart  -> accept "SNMP is not simulated"

  ntp server [vrf <vrf!:vrf>] [(ip | ipv6)] <server!:word> "IP address or hostname of peer" (version "Configure NTP version" <version:1..4> | key "Configure peer authentication key" <key:0..4294967295> | source "Interface for source address" <interface:interface> | prefer "Prefer this peer when possible" | burst "Send a burst when peer is reachable (Default)" | iburst "Send a burst when peer is unreachable (Default)" | maxpoll "Maximum poll interval" <maxpoll:4..17> | minpoll "Minimum poll interval" <minpoll:4..17> | normal-sync "Disable rapid sync at startup")* -> accept "clocks need no server"
  ntp peer [vrf <vrf!:vrf>] [(ip | ipv6)] <server!:word> "IP address or hostname of peer" (version "Configure NTP version" <version:1..4> | key "Configure peer authentication key" <key:0..4294967295> | source "Interface for source address" <interface:interface> | prefer "Prefer this peer when possible" | maxpoll "Maximum poll interval" <maxpoll:4..17> | minpoll "Minimum poll interval" <minpoll:4..17> | normal-sync "Disable rapid sync at startup")* -> accept "clocks need no server"
  ntp source <interface:interface> "Configure interface for source address"                  -> accept "clocks need no server"
  ntp authenticate "Authenticate time sources"                                               -> accept "clocks need no server"
  ntp authentication-key "Authentication key for trusted time sources" <key!:1..4294967295> "Key number" md5 "MD5 authentication" <text:word> "Authentication key" [<type:0..4294967295> "Authentication key encryption type"] -> accept "clocks need no server"
  ntp trusted-key "Key numbers for trusted time sources" <key!:1..4294967295> "Key number" [- <last!:1..4294967295> "Last key number"] -> accept "clocks need no server"
  ntp master "Act as NTP master clock" [<stratum:1..15> "Stratum number"]                    -> accept "clocks need no server"
  ntp access-group "Control NTP access" [(ipv4 | ipv6)] (peer "Provide full access" | query-only "Allow only control queries" | serve "Provide server and query access" | serve-only "Provide only server access") <list:acl> [kod "Send Kiss-o-Death"] @apart -> accept "clocks need no server"
  ntp update-calendar "Periodically update calendar with NTP time"                           -> accept "clocks need no server"
  ntp logging "Enable NTP message logging"                                                   -> accept "clocks need no server"
  ntp (clock-period "Length of hardware clock tick" | broadcastdelay "Estimated round-trip delay" | max-associations "Set maximum number of associations" | maxdistance "Maximum Distance for synchronization" | mindistance "Minimum distance to consider for clockhop" | panic "Reject time updates > panic threshold" | passive "NTP passive mode" | orphan "Threshold Stratum for orphan mode" | allow "Allow processing of packets" | leap-handle "Handle leap") [<what:line>] @apart -> accept "clocks need no server"
  sntp (server <server!:line> | broadcast client | multicast client | source-interface <interface:interface> | logging | authenticate) @apart -> accept "clocks need no server"
  calendar-valid                                                                             -> accept "clocks need no server"
  ptp <what!:line>                                                                            -> accept "clocks need no server"

  ip flow-export (destination "Specify the Destination IP address" | source "Specify the interface for source address" | version "Specify the version number" | template "Specify the template specific configurations" | interface-names "Export interface names" | vrf "VRF") <what!:line> @apart -> accept "flows are not counted"
  ip flow-cache (timeout "Specify flow cache timeout parameters" | entries "Specify the number of entries in the flow cache" | feature-accelerate "Feature acceleration" | mpls "MPLS label capture") [<what!:line>] @apart -> accept "flows are not counted"
  ip flow-top-talkers @config-flow-top-talkers                                               -> accept "flows are not counted" {
    (top | sort-by | cache-timeout | match) <what!:line> @apart
  }
  ip flow-capture <field!:line>                                                              -> accept "flows are not counted"
  ip flow-aggregation cache <cache!:word> @config-flow-cache                                  -> accept "flows are not counted" {
    (enabled | export | mask | cache) [<what!:line>] @apart
  }
  ip flow (ingress "Enable inbound NetFlow" | egress "Enable outbound NetFlow") @apart                -> accept "flows are not counted"
  flow exporter "Define a Flow Exporter" <name!:word> @config-flow-exporter                   -> accept "flows are not counted" {
    description <text:line>
    destination <address:word> [vrf <vrf:vrf>]
    source <interface:interface>
    transport udp <port:1..65535>
    (export-protocol | template | option | dscp | ttl | output-features) [<what!:line>] @apart
  }
  flow record "Define a Flow Record" [type performance-monitor] <name!:word> @config-flow-record -> accept "flows are not counted" {
    description <text:line>
    match <field!:line>
    collect <field!:line>
  }
  flow monitor "Define a Flow Monitor" [type performance-monitor] <name!:word> @config-flow-monitor -> accept "flows are not counted" {
    description <text:line>
    record <record:line>
    exporter <exporter!:word>
    cache <what!:line>
    (statistics | sampling | history | react) <what!:line> @apart
  }
  flow-sampler-map <name!:word> @config-sampler                                               -> accept "flows are not counted" {
    mode random one-out-of <rate:1..65535>
  }
  sampler <name!:word> @config-sampler                                                        -> accept "flows are not counted" {
    mode (random | deterministic) <rate:line>
    description <text:line>
  }
  flow hardware <what!:line>                                                                  -> accept "flows are not counted"
  performance monitor <what!:line>                                                            -> accept "flows are not counted"
  ip nbar <what!:line>                                                                        -> accept "applications are not recognised"
  ip sflow <what!:line>                                                                       -> accept "flows are not counted"

  event manager applet "Register an Event Manager applet" <name!:word> "Name of the Event Manager applet" (authorization bypass "Bypass AAA authorization" | class <class:word> | trap)* @config-applet -> accept "applets are not run" {
    event <event!:line> "Event detector"
    action "Add or modify an action statement" <label!:word> "Label" <action:line> "Action"
    set "Set an applet entry" <label!:line>
    trigger [<what:line>] @config-applet-trigger {
      (correlate | attribute) <what!:line> @apart
    }
    description <text:line>
    maxrun <seconds:word>
  }
  event manager (environment "Set an Event Manager global environment variable" | directory "Set Event Manager information" | policy "Register an Event Manager policy" | session cli "CLI session" | scheduler "Scheduler" | history "History" | detector "Detector" | process "Process") <what!:line> @apart -> accept "applets are not run"
  kron occurrence <name!:word> "Schedule Name" <when:line> @config-kron-occurrence            -> accept "nothing runs by the clock" {
    policy-list <list!:word>
  }
  kron policy-list <name!:word> "Policy list name" [conditional] @config-kron-policy          -> accept "nothing runs by the clock" {
    cli <command!:line>
  }

  exception (core-file "Set exception core dump file name" | dump "Set name of host to dump to" | memory "Memory exceptions" | crashinfo "Crashinfo" | protocol "Protocol" | region-size "Region size" | data-corruption "Data corruption" | delay-print "Delay" | warmstart "Warm start" | choice-core "Core" | flash "Flash" | linecard "Line card" | switch "Switch") [<what!:line>] @apart   -> accept "the software does not crash"
  process (cpu "CPU" | memory "Memory" | handle "Handles" | watchdog "Watchdog") <what!:line> @apart  -> accept "the platform is not simulated"
  resource policy [<what!:line>]                                                              -> accept "the platform is not simulated"
  hw-module <what!:line> "Control of individual components in the system"                     -> accept "the platform is not simulated"
  call-home @cfg-call-home                                                                    -> accept "the vendor is not called" {
    (contact-email-addr | profile | source-interface | mail-server | http-proxy | sender | site-id | contract-id | customer-id | phone-number | street-address | rate-limit | vrf | alert-group | data-privacy | aaa-authorization | syslog-throttling | no-subscribe) [<what!:line>] @apart
    profile <name!:word> @cfg-call-home-profile {
      (active | destination | reporting | subscribe-to-alert-group | anonymous-reporting-only) [<what!:line>] @apart
    }
  }
  service (compress-config "Compress the nvram configuration file" | counters "Control aging of interface counters" | decimal-tty "Interpret TTY line numbers in decimal" | disable-ip-fast-frag "Disable IP particle-based fast fragmentation" | exec-callback "Enable exec callback" | exec-wait "Delay EXEC startup on noisy lines" | hide-telnet-addresses "Hide destination addresses in telnet command" | old-slip-prompts "Allow old scripts to operate with slip/ppp" | password-recovery "Disable password recovery" | private-config-encryption "Encrypt the private config file" | prompt "Enable mode specific prompt" | pt-vty-logging "Log significant VTY-Async events" | scripting "Enable scripting" | slave-log "Enable log capability of slave IPs" | tcp-small-servers "Enable small TCP servers (e.g., ECHO)" | telnet-zeroidle "Set TCP window 0 when connection is idle" | udp-small-servers "Enable small UDP servers (e.g., ECHO)" | alignment "Control alignment correction and logging" | heartbeat "Heartbeat" | dhcp-relay "DHCP relay" | sequence "Sequence" | udp-relay "UDP relay") [<what!:line>] @apart -> accept "the service is not simulated"
  stack-mib portname "Port name" <text:line>                                                  -> accept "SNMP is not simulated"
  tftp-server <file!:line> "Provide TFTP service for netload requests"                       -> accept "there is no TFTP"
  config-register "Define the configuration register" <value:hex16> "Config register number" -> accept "the box always boots its own software"
  prompt "Set system's prompt" <text:line>                                                    -> accept "the prompt is the host's name"
  macro (name <name!:word> | global <what!:line> | auto <what!:line>) @apart                         -> accept "macros are not run"
  menu <menu!:word> <what!:line>                                                              -> accept "there are no menus"
  default-value (exec-character-bits | special-character-bits | modem-interval | data-character-bits) <value:line> @apart -> accept "characters have eight bits"
  onep @config-onep                                                                           -> accept "there is no API" {
    (transport | start | service | history | datapath) [<what!:line>] @apart
  }
  iox                                                                                          -> accept "the platform is not simulated"
  guestshell @hidden                                                                           -> accept "the platform is not simulated"
  app-hosting appid <name!:word> @config-app-hosting                                           -> accept "the platform is not simulated" {
    (app-vnic | app-resource | app-default-gateway | name-server0 | start) [<what!:line>] @apart
  }
  virtual-service <name!:word> "Virtual service name" @config-virt-serv -> accept "the platform is not simulated" {
    (activate "Activate" | ip shared "Shared address" | vnic gateway "Gateway" | profile "Profile" | guest "Guest") [<what!:line>] @apart
  }
  netconf (ssh [<what!:line>] | max-sessions <sessions:4..16> | lock-time <seconds:1..300> | max-message <kilobytes:1..2147483647> | format <format:line>) @apart                                         -> accept "NETCONF is not simulated"
  netconf-yang [(feature <feature!:line> | cisco-ia <cisco!:line> | cisco-odm <odm!:line> | ssh <ssh!:line>)]  -> accept "NETCONF is not simulated"
  restconf                                                                                     -> accept "RESTCONF is not simulated"
  telemetry (ietf subscription <subscription!:1..2147483647> | receiver <receiver!:line> | transform <transform!:line>) @apart @config-mdt-subs -> accept "telemetry is not simulated" {
    (encoding | filter | source-address | source-vrf | stream | update-policy | receiver | receiver-type) <what!:line> @apart
  }
  gnxi <what!:line>                                                                            -> accept "gNMI is not simulated"
  wsma (agent <agent!:line> | profile <profile!:line> | id <id!:line>) @apart @config-wsma             -> accept "there is no API" {
    (profile | transport | encap) <what!:line> @apart
  }
  transport-map type <type!:line> @config-tmap                                                 -> accept "nobody connects by SSH" {
    (connection | banner | transport) <what!:line> @apart
  }
  transport type <what!:line>                                                                   -> accept "nobody connects by SSH"
  transceiver type all @config-xcvr-type                                                        -> accept "the platform is not simulated" {
    monitoring [<what:line>]
  }
  wccp @hidden                                                                                  -> accept "WCCP is not simulated"
  ip wccp [vrf <vrf!:vrf>] (version <version:1..2> | <service!:word> "Service" [<options:line>] | check <check!:line> | outbound-acl-check | source-interface <interface:interface>) @apart -> accept "WCCP is not simulated"
  license (udi "Unique device identifier" | boot "License boot" | feature "Feature" | accept "Accept" | smart "Smart licensing" | throughput "Throughput" | agent "Agent" | install "Install" | platform "Platform") [<what!:line>] @apart -> accept "everything is licensed"
  diagnostic (monitor | schedule | event-log | cns | stop | level) <what!:line> @apart                 -> accept "the platform is not simulated"
  upgrade <what!:line>                                                                           -> accept "the platform is not simulated"
  facility-alarm <what!:line>                                                                    -> accept "the platform is not simulated"
  environment <what!:line>                                                                       -> accept "the platform is not simulated"
  alarm-contact <what!:line>                                                                     -> accept "the platform is not simulated"
  power <what!:line>                                                                             -> accept "the platform is not simulated"
  buffers <what!:line> "Adjust system buffer pool parameters"                                   -> accept "the platform is not simulated"
  scheduler (allocate "Guarantee CPU time for processes" <interrupt:3000..60000> <process:100..4000> | interval <milliseconds:500..2147483647> | max-task-time <task:5..2147483647> | process-watchdog <action:word> | isr-watchdog | heapcheck <heap:line> | runtime <run:line>) @apart -> accept "the platform is not simulated"
  cns <what!:line> "CNS agents"                                                                  -> accept "the platform is not simulated"
  pnp <what!:line> "Plug and play"                                                               -> accept "the platform is not simulated"
  domain (default "Default domain" | <name!:word> "Domain name") @config-domain                  -> accept "performance routing is not simulated" {
    vrf default @config-domain-vrf {
      (border | master) [<what!:line>] @apart
    }
    (vrf <vrf!:vrf> | border | master) [<what!:line>] @apart
  }
  oer (master | border) [<what:line>] @apart @config-oer-mc                                              -> accept "performance routing is not simulated"
  pfr (master | border) [<what:line>] @apart @config-pfr-mc                                              -> accept "performance routing is not simulated" {
    (border | policy-rules | learn | logging | port | shutdown | local | master | active-probe | holddown | mode | delay | loss | keepalive | max-range-utilization | backoff | periodic | resolve | unreachable | max-xmit-utilization | mc-peer | target-discovery | trigger-log-percentage) [<what!:line>] @apart
  }
}

config interface {
  ip flow (ingress "Enable inbound NetFlow" | egress "Enable outbound NetFlow") @apart                 -> accept "flows are not counted"
  ip flow (monitor "Flow Monitor configuration" | layer2-switched "Layer 2") <what!:line> @apart       -> accept "flows are not counted"
  flow-sampler <sampler!:line>                                                                  -> accept "flows are not counted"
  rmon <what!:line>                                                                              -> accept "SNMP is not simulated"
  pfr <what!:line>                                                                               -> accept "performance routing is not simulated"
  domain <what!:line>                                                                            -> accept "performance routing is not simulated"
}

words {
  snmp-server      "Modify SNMP engine parameters"
  snmp             "Modify SNMP parameters"
  enable           "Enable SNMP Traps"
  vrf              "Specify VRF"
  <vrf>            "VPN Routing/Forwarding instance name"
  ntp              "Configure NTP"
  sntp             "SNTP"
  server           "Configure NTP server"
  peer             "Configure NTP peer"
  ip               "Global IP configuration subcommands"
  ipv4             "IPv4"
  ipv6             "IPv6"
  <interface>      "Interface"
  flow             "Global Flow configuration subcommands"
  flow-export      "Specify host/port to send flow statistics"
  flow-cache       "Configure netflow cache parameters"
  description      "Provide a description"
  event            "Event related configuration commands"
  manager          "Event manager configuration commands"
  applet           "Register an Event Manager applet"
  kron             "Kron interval Facility"
  license          "Configure license features"
  virtual-service  "Configure virtual-service"
  netconf-yang     "NETCONF YANG interface"
  restconf         "RESTCONF interface"
  scheduler        "Scheduler parameters"
  service          "Modify use of network based services"
  exception        "Exception handling"
  profile          "Profile"
  domain           "Domain based policies"
  default          "Default"
  border           "Border router"
  master           "Master controller"
}
