# commands/junos/editing.cmd: the commands of configuration mode.    Source: CLI user guide of Junos 21.4.

editing {
  activate <statement:statement>                                 -> do activate
  annotate <statement:statement>                                 -> do annotate
  commit (
      activate "Activate a prepared commit" |
      and-quit |
      at "Time at which to activate configuration changes" <at:text> "Time, or reboot" |
      check |
      comment <comment:text> |
      confirmed [<minutes:1..65535>] |
      full "Make the system notify all processes" |
      no-synchronize "Don't synchronize commit to remote Routing Engines" |
      prepare "Prepare an upcoming commit activation" |
      synchronize [force "Force commit on other Routing Engines (ignore warnings)"])* -> do commit
  copy <statement:statement>                                     -> do copy
  deactivate <statement:statement>                               -> do deactivate
  delete [<statement:statement>]                                 -> do delete
  edit <statement:statement>                                     -> do edit
  exit [configuration-mode]                                      -> do exit-level
  help apropos "Find help information about a topic" <string:text> "Text to search for" -> do help-apropos
  help reference "Reference material" <topic:text> "Topic" [<subject:text> "Subject"] -> do help-reference
  help syslog "System log error messages" [<message:text> "Name of message"] -> do help-syslog
  help tip "Tip for the day" [cli "CLI tip"]                      -> do help-tip
  help topic "Help for high level topics" <topic:text> "Topic" [<subject:text> "Subject"] -> do help-topic
  insert <statement:statement>                                   -> do insert
  load (merge | override | patch | replace "Replace configuration data" | set "Execute set of commands on existing configuration" | update "Update existing configuration") (terminal | <file:file> "Filename (URL, local, remote, or floppy)") [relative] -> do load
  load factory-default                                           -> do load-factory
  protect <statement:statement>                                  -> do protect
  quit [configuration-mode]                                      -> do exit-level
  replace pattern "Pattern to replace" <pattern:text> "Pattern to replace" with "Replacement string" <by:text> "Replacement string" [upto "Number of occurrences to replace" <times:1..65535> "Number of occurrences to replace"] -> do replace
  rename <statement:statement>                                   -> do rename
  rollback [(<number:rollback> | rescue)]                          -> do rollback
  run <command:statement>                                        -> do run
  save (terminal | <file:file> "Filename (URL, local, remote, or floppy)") -> do save
  set <statement:statement>                                      -> do set
  show [<statement:statement>]                                   -> do show
  status                                                         -> do status
  top [<command:statement>]                                      -> do top
  unprotect <statement:statement>                                -> do unprotect
  update                                                         -> do update
  up [<levels:1..100>] [<command:statement>]                     -> do up
  wildcard delete <statement:statement>                          -> do wildcard-delete
  wildcard range (activate | deactivate | delete | protect | set | unprotect) <statement:statement> -> do wildcard-range
}
words {
  comment                      "Message to write to commit log"
  delete                       "Delete a data element"
  help                         "Provide help information"
  override                     "Override existing configuration"
  protect                      "Protect the statement"
  relative                     "Load relative to the current level"
  patch                        "Load patch file into configuration"
  range                        "Change a range of statements"
  replace                      "Replace character string in configuration"
  save                         "Save configuration to ASCII file"
  set                          "Set a parameter"
  show                         "Show a parameter"
  terminal                     "Use login terminal"
  unprotect                    "Unprotect the statement"
  up                           "Exit one level of configuration"
  update                       "Update private database"
  wildcard                     "Wildcard operations"
  <minutes>                    "Number of minutes until automatic rollback"
  <number>                     "Numeric argument"
}
