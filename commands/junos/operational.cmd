# commands/junos/operational.cmd: what the command line itself offers in operational mode.    Source: CLI user guide of
# Junos 21.4. What shows the router is in show.cmd and tools.cmd.

operational {
  configure [(batch "Work in batch mode" | dynamic "Work in dynamic database" | exclusive | private)] -> do configure
  edit [(batch "Work in batch mode" | dynamic "Work in dynamic database" | exclusive | private)] @hidden -> do configure
  exit @hidden                                                   -> do exit
  quit                                                           -> do exit
  start shell                                                    -> do start-shell
  set cli complete-on-space (off | on)                           -> do cli-complete-on-space
  set cli idle-timeout [<minutes:0..100000>]                     -> do cli-idle-timeout
  set cli logical-system "Set default logical system" <logical-system:logical-system> -> do cli-logical-system
  clear cli "Clear command-line interface settings" logical-system "Clear default logical system" -> do clear-cli-logical-system
  set cli prompt <prompt:text>                                   -> do cli-prompt
  set cli screen-length <length:0..100000>                       -> do cli-screen-length
  set cli screen-width <width:0..1024>                           -> do cli-screen-width
  set cli terminal <terminal-type:name>                          -> do cli-terminal
  set cli timestamp [(disable | format <format:text>)]             -> do cli-timestamp
  show cli                                                       -> do show-cli
  clear system commit [prepared "Clear prepared commit"]          -> do clear-commit
  show cli history [<count:0..1000>]                             -> do show-cli-history
  show configuration [<statement:statement>]                     -> do show-configuration
  request system configuration "Request operation on system configuration" rescue "Request operation on system rescue configuration" (save | delete)            -> do rescue
}
words {
  clear                        "Clear information in the system"
  commit                       "Clear pending commit"
  configuration                "Show current configuration"
  delete                       "Delete rescue configuration"
  disable                      "Disable timestamp"
  idle-timeout                 "Set cli maximum idle time"
  quit                         "Exit the management session"
  request                      "Make system-level requests"
  save                         "Save rescue configuration"
  set                          "Set CLI properties, date/time, craft interface message"
  show                         "Show system information"
  system                       "Perform system-level operations"
  <count>                      "Number of commands to display"
  <minutes>                    "Maximum idle time (minutes)"
}
