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
  terminal editing "Enable command line editing"                           -> accept "lines can always be edited"
  show history "Display the session command history"                       -> show history
  show terminal "Display terminal configuration parameters"                -> show terminal
  show privilege "Show current privilege level"                            -> show privilege
  show users "Display information about terminal lines" [all "Include information about inactive ports"] -> show users
  show sessions "Information about Telnet connections"                     -> show sessions
  where "List active connections"                                          -> show sessions
}

privileged {
  configure [terminal "Configure from the terminal"]                       -> do configure
  configure memory "Configure from NV memory"                              -> do configure-memory
  show running-config "Current operating configuration" [all "Configuration with defaults"] -> show running-config
  show running-config "Current operating configuration" interface "Show interface configuration" <interface:interface> "Interface type and number" -> show running-config-interface
  show running-config "Current operating configuration" vrf "Show VRF aware configuration" [<vrf:vrf> "VPN Routing/Forwarding instance name"] -> show running-config-vrf
  show startup-config "Contents of startup configuration"                  -> show startup-config
  show configuration "Contents of Non-Volatile memory"                     -> show startup-config
  show logging "Show the contents of logging buffers"                      -> show logging
  write "Write running configuration to memory, network, or terminal" [memory "Write to NV memory"] -> do write
  write "Write running configuration to memory, network, or terminal" terminal "Write to terminal" -> show running-config
  write "Write running configuration to memory, network, or terminal" erase "Erase NV memory" -> do erase
  copy running-config "Copy from current system configuration" startup-config "Copy to startup configuration" -> do copy-run-start
  copy startup-config "Copy from startup configuration" running-config "Update (merge with) current system configuration" -> do copy-start-run
  erase startup-config "Erase contents of configuration memory"            -> do erase
  reload "Halt and perform a cold restart"                                 -> do reload
  clear logging "Clear logging buffer"                                     -> do clear-logging
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
  append "Append redirected output to URL (URLs supporting append operation only)" <url:word> "URL" -> do pipe-file
  begin "Begin with the line that matches" <regex:line> "Regular Expression"    -> do pipe-begin
  count "Count number of lines which match regexp" <regex:line> "Regular Expression" -> do pipe-count
  exclude "Exclude lines that match" <regex:line> "Regular Expression"          -> do pipe-exclude
  include "Include lines that match" <regex:line> "Regular Expression"          -> do pipe-include
  redirect "Redirect output to URL" <url:word> "URL"                            -> do pipe-file
  section "Filter a section of output" [(include "Include lines that match" | exclude "Exclude lines that match")] <regex:line> "Regular Expression" -> do pipe-section
  tee "Copy output to URL" <url:word> "URL"                                     -> do pipe-file
}

words {
  show             "Show running system information"
  terminal         "Set terminal line parameters"
  length           "Set number of lines on a screen"
  width            "Set width of the display terminal"
  monitor          "Copy debug output to the current terminal line"
  history          "Enable and control the command history function"
  no               "Negate a command or set its defaults"
  configure        "Enter configuration mode"
  copy             "Copy from one file to another"
  erase            "Erase a filesystem"
  clear            "Reset functions"
  undebug          "Disable debugging functions (see also 'debug')"
  debug            "Debugging functions (see also 'undebug')"
  all              "Disable all debugging"
  do               "To run exec commands in config mode"
  default          "Set a command to its defaults"
}
