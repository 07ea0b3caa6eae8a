# commands/ios/exec.cmd: what is typed outside of configuration, and in every configuration mode.
# Help: `?` of IOS 15.x; Cisco IOS Configuration Fundamentals command reference.

exec {
  enable "Turn on privileged commands" [<level:0..15> "Enable level"]      -> do enable
  disable "Turn off privileged commands" [<level:0..15> "Enable level"]    -> do disable
  exit "Exit from the EXEC"                                                -> do logout
  logout "Exit from the EXEC"                                              -> do logout
  quit "Exit from the EXEC" @hidden                                        -> do logout
  help "Description of the interactive help system"                        -> do help
  terminal length <rows:0..512> "Number of lines on screen (0 for no pausing)" -> do terminal-length
  terminal width <columns:0..512> "Number of characters on a screen line"  -> do terminal-width
  terminal history "Enable and control the command history function" [size "Set history buffer size" <lines:0..256> "Size of history buffer"] -> do terminal-history
  terminal no (length | width | history [size "Set history buffer size"] | monitor) -> do terminal-no
  terminal monitor                                                         -> do terminal-monitor
  terminal editing "Enable command line editing"                           -> do terminal-editing
  terminal exec "Configure EXEC options" prompt "Configure the EXEC prompt" timestamp "Print timestamps for exec commands" -> do terminal-timestamp
  terminal no editing "Enable command line editing"                        -> do terminal-editing
  terminal no exec "Configure EXEC options" prompt "Configure the EXEC prompt" timestamp "Print timestamps for exec commands" -> do terminal-timestamp
  show history "Display the session command history"                       -> show history
  show terminal "Display terminal configuration parameters"                -> show terminal
  show privilege "Show current privilege level"                            -> show privilege
  show aliases "Display alias commands" [<mode:word> "Mode"]               -> show aliases
  show hosts "IP domain-name, lookup style, nameservers, and host table"   -> show hosts
  show line "TTY line information"                                         -> show line
  show tcp "Status of TCP connections" brief "Brief display" [all "Include information for all endpoints"] -> show tcp-brief
  show users "Display information about terminal lines" [all "Include information about inactive ports"] -> show users
  show sessions "Information about Telnet connections"                     -> show sessions
  telnet "Open a telnet connection" <host:word> "IP address or hostname of a remote system" [<port:1..65535> "Port number"] (
      /vrf "Enter VRF name" <vrf:vrf> "VRF name" | /source-interface "Specify source interface" <interface:interface> "Interface type and number")* -> do telnet
  connect "Open a terminal connection" <host:word> "IP address or hostname of a remote system" [<port:1..65535> "Port number"] -> do telnet
  resume "Resume an active network connection" [<number:1..20> "The number of an active network connection"] -> do resume
  disconnect "Disconnect an existing network connection" [<number:1..20> "The number of an active network connection"] -> do disconnect
  where "List active connections"                                          -> show sessions
}

privileged {
  show tech-support "Show system information for Tech-Support"             -> show tech-support
  configure                                                                -> do configure
  configure terminal "Configure from the terminal"                         -> do configure
  clock set "Set the time and date" <time:clock> "Current Time" <day:1..31> "Day of the month" <month:month> "Month of the year" <year:1993..2035> "Year" -> do clock-set
  clock set "Set the time and date" <time:clock> "Current Time" <month:month> "Month of the year" <day:1..31> "Day of the month" <year:1993..2035> "Year" -> do clock-set
  configure memory "Configure from NV memory"                              -> do configure-memory
  show running-config "Current operating configuration" [(all "Configuration with defaults" | brief "configuration without certificate data" | full "full configuration")] -> show running-config
  show running-config "Current operating configuration" interface "Show interface configuration" <interface:interface> "Interface type and number" -> show running-config-interface
  show running-config "Current operating configuration" vrf "Show VRF aware configuration" [<vrf:vrf> "VPN Routing/Forwarding instance name"] -> show running-config-vrf
  show running-config "Current operating configuration" partition "Show partition configuration" (
      access-list "All access-list configurations" |
      class-map "All class-map configurations" |
      common "All remaining unregistered configurations" |
      global-cdp "All global cdp configurations" |
      interface "Each Interface specific Configurations" <interface:interface> |
      ip-as-path "All IP as-path configurations" |
      ip-community "All IP community list configurations" |
      ip-prefix-list "All ip prefix-list configurations" |
      ip-static-routes "All IP static configurations" |
      line "All line mode configurations" |
      policy-map "All policy-map configurations" |
      route-map "All route-map configurations" |
      router "All routing configurations" [(bgp "Border Gateway Protocol (BGP)" [<asn:asn> "Autonomous system number"] | eigrp "Enhanced Interior Gateway Routing Protocol (EIGRP)" [<eigrp:word> "Autonomous system number or name"] | isis "ISO IS-IS" [<tag:word> "ISO routing area tag"] | ospf "Open Shortest Path First (OSPF)" [<process:1..65535> "Process ID"] | rip "Routing Information Protocol (RIP)")] |
      snmp "All SNMP configurations" |
      tacacs "All TACACS configurations")                                  -> show running-config-partition
  show startup-config "Contents of startup configuration"                  -> show startup-config
  show configuration "Contents of Non-Volatile memory"                     -> show startup-config
  show logging "Show the contents of logging buffers"                      -> show logging
  write "Write running configuration to memory, network, or terminal" [memory "Write to NV memory"] -> do write
  write "Write running configuration to memory, network, or terminal" terminal "Write to terminal" -> show running-config
  write "Write running configuration to memory, network, or terminal" erase "Erase NV memory" -> do erase
  reload "Halt and perform a cold restart" [reason "Reload reason" <reason:line> "Reason for reload"] -> do reload
  reload "Halt and perform a cold restart" in "Reload after a time interval" <span:span> "Delay before reload (mmm or hhh:mm)" [<reason:line> "Reason for reload"] -> do reload
  reload "Halt and perform a cold restart" at "Reload at a specific time/date" <at:span> "Time to reload (hh:mm)" [<day:1..31> "Day of the month" <month:word> "Month of the year"] [reason "Reload reason" <reason:line> "Reason for reload"] -> do reload
  reload "Halt and perform a cold restart" cancel "Cancel pending reload"  -> do reload-cancel
  show reload "Scheduled reload information"                               -> show reload
  setup "Run the SETUP command facility"                                     -> do setup
  clear logging "Clear logging buffer"                                     -> do clear-logging
  clear line "Reset a terminal line" (<number:0..17> "Line number" | console "Primary terminal line" <console:0..0> "Line Number" | vty "Virtual terminal" <vty:0..15> "Line Number") -> do clear-line
  debug arp "IP ARP and HP Probe transactions" -> do debug
  debug ip "IP information" icmp "ICMP transactions" -> do debug
  debug ip "IP information" packet "General IP debugging and IPSO security transactions" [detail "Print more debugging detail"] -> do debug
  debug ip "IP information" bgp "BGP information" -> do debug
  debug vrrp "VRRP information" [(all "Debug all VRRP information" | events "Protocol and Interface events" | packets "VRRP packet details")] -> do debug
  debug condition "Condition" interface "interface" <interface:interface> "Interface type and number" -> do debug-condition
  undebug arp "IP ARP and HP Probe transactions" -> do debug
  undebug ip "IP information" icmp "ICMP transactions" -> do debug
  undebug ip "IP information" packet "General IP debugging and IPSO security transactions" [detail "Print more debugging detail"] -> do debug
  undebug ip "IP information" bgp "BGP information" -> do debug
  undebug vrrp "VRRP information" [(all "Debug all VRRP information" | events "Protocol and Interface events" | packets "VRRP packet details")] -> do debug
  undebug condition "Condition" interface "interface" <interface:interface> "Interface type and number" -> do debug-condition
  no debug arp "IP ARP and HP Probe transactions" -> do debug
  no debug ip "IP information" icmp "ICMP transactions" -> do debug
  no debug ip "IP information" packet "General IP debugging and IPSO security transactions" [detail "Print more debugging detail"] -> do debug
  no debug ip "IP information" bgp "BGP information" -> do debug
  no debug vrrp "VRRP information" [(all "Debug all VRRP information" | events "Protocol and Interface events" | packets "VRRP packet details")] -> do debug
  no debug condition "Condition" interface "interface" <interface:interface> "Interface type and number" -> do debug-condition
  debug ip "IP information" routing "Routing table events" -> do debug
  debug ip "IP information" bgp "BGP information" [<neighbor:ipv4> "BGP neighbor address to filter updates from"] updates "BGP updates" [(in "Inbound information" | out "Outbound information")] -> do debug
  debug ip "IP information" bgp "BGP information" updates "BGP updates" <neighbor:ipv4> "BGP neighbor address" [(in "Inbound information" | out "Outbound information")] @hidden -> do debug
  debug ip "IP information" bgp "BGP information" ipv4 "Address family" unicast "Address Family modifier" [<neighbor:ipv4> "BGP neighbor address to filter updates from"] updates "BGP updates" [(in "Inbound information" | out "Outbound information")] -> do debug
  debug ip "IP information" bgp "BGP information" vpnv4 "Address family" unicast "Address Family modifier" [<neighbor:ipv4> "BGP neighbor address to filter updates from"] updates "BGP updates" [(in "Inbound information" | out "Outbound information")] -> do debug
  undebug ip "IP information" routing "Routing table events" -> do debug
  undebug ip "IP information" bgp "BGP information" [<neighbor:ipv4> "BGP neighbor address to filter updates from"] updates "BGP updates" [(in "Inbound information" | out "Outbound information")] -> do debug
  undebug ip "IP information" bgp "BGP information" updates "BGP updates" <neighbor:ipv4> "BGP neighbor address" [(in "Inbound information" | out "Outbound information")] @hidden -> do debug
  undebug ip "IP information" bgp "BGP information" ipv4 "Address family" unicast "Address Family modifier" [<neighbor:ipv4> "BGP neighbor address to filter updates from"] updates "BGP updates" [(in "Inbound information" | out "Outbound information")] -> do debug
  undebug ip "IP information" bgp "BGP information" vpnv4 "Address family" unicast "Address Family modifier" [<neighbor:ipv4> "BGP neighbor address to filter updates from"] updates "BGP updates" [(in "Inbound information" | out "Outbound information")] -> do debug
  no debug ip "IP information" routing "Routing table events" -> do debug
  no debug ip "IP information" bgp "BGP information" [<neighbor:ipv4> "BGP neighbor address to filter updates from"] updates "BGP updates" [(in "Inbound information" | out "Outbound information")] -> do debug
  no debug ip "IP information" bgp "BGP information" updates "BGP updates" <neighbor:ipv4> "BGP neighbor address" [(in "Inbound information" | out "Outbound information")] @hidden -> do debug
  no debug ip "IP information" bgp "BGP information" ipv4 "Address family" unicast "Address Family modifier" [<neighbor:ipv4> "BGP neighbor address to filter updates from"] updates "BGP updates" [(in "Inbound information" | out "Outbound information")] -> do debug
  no debug ip "IP information" bgp "BGP information" vpnv4 "Address family" unicast "Address Family modifier" [<neighbor:ipv4> "BGP neighbor address to filter updates from"] updates "BGP updates" [(in "Inbound information" | out "Outbound information")] -> do debug
  show debugging "State of each debugging option"                          -> show debugging
  show debugging "State of each debugging option" condition "Debugging conditions" -> show debugging-conditions
  undebug all                                                              -> do undebug
  no debug all                                                             -> do undebug
}

anyconfig {
  exit "Exit from the current mode"                                        -> do exit
  quit "Exit from the current mode" @hidden                                -> do exit
  end "Exit from configure mode"                                           -> do end
  help "Description of the interactive help system"                        -> do help
  do <command:line> "Exec Command"                                         -> do do
  no <command:line> "Command"                                              -> do no
  default <command:line> "Command"                                         -> do default
}

pipe {
  append "Append redirected output to URL (URLs supporting append operation only)" <url:url> "URL" -> do pipe-file
  begin "Begin with the line that matches" <regex:line> "Regular Expression"    -> do pipe-begin
  count "Count number of lines which match regexp" <regex:line> "Regular Expression" -> do pipe-count
  exclude "Exclude lines that match" <regex:line> "Regular Expression"          -> do pipe-exclude
  include "Include lines that match" <regex:line> "Regular Expression"          -> do pipe-include
  redirect "Redirect output to URL" <url:url> "URL"                            -> do pipe-file
  section "Filter a section of output" [(include "Include lines that match" | exclude "Exclude lines that match")] <regex:line> "Regular Expression" -> do pipe-section
  tee "Copy output to URL" <url:url> "URL"                                     -> do pipe-file
}

words {
  show             "Show running system information"
  terminal         "Set terminal line parameters"
  length           "Set number of lines on a screen"
  width            "Set width of the display terminal"
  monitor          "Copy debug output to the current terminal line"
  history          "Enable and control the command history function"
  no               "Negate a command or set its defaults"
  clock            "Manage the system clock"
  configure        "Enter configuration mode"
  clear            "Reset functions"
  undebug          "Disable debugging functions (see also 'debug')"
  debug            "Debugging functions (see also 'undebug')"
  all              "Disable all debugging"
  do               "To run exec commands in config mode"
  default          "Set a command to its defaults"
}
