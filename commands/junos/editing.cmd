# commands/junos/editing.cmd: the commands of configuration mode.    Source: CLI user guide of Junos 21.4.

editing {
  activate <statement:statement>                                 -> do activate
  annotate <statement:statement>                                 -> do annotate
  commit (and-quit | check | comment <comment:text> | confirmed [<minutes:1..65535>] | synchronize)* -> do commit
  copy <statement:statement>                                     -> do copy
  deactivate <statement:statement>                               -> do deactivate
  delete [<statement:statement>]                                 -> do delete
  edit <statement:statement>                                     -> do edit
  exit [configuration-mode]                                      -> do exit-level
  insert <statement:statement>                                   -> do insert
  load (merge | override | replace | set | update) terminal [relative] -> do load
  load factory-default                                           -> do load-factory
  protect <statement:statement>                                  -> do protect
  quit [configuration-mode]                                      -> do exit-level
  rename <statement:statement>                                   -> do rename
  rollback [(<number:rollback> | rescue)]                          -> do rollback
  run <command:statement>                                        -> do run
  set <statement:statement>                                      -> do set
  show [<statement:statement>]                                   -> do show
  status                                                         -> do status
  top [<command:statement>]                                      -> do top
  unprotect <statement:statement>                                -> do unprotect
  up [<levels:1..100>] [<command:statement>]                     -> do up
}
words {
  comment                      "Message to write to commit log"
  delete                       "Delete a data element"
  override                     "Override existing configuration"
  protect                      "Protect the statement"
  relative                     "Load relative to the current level"
  set                          "Set a parameter"
  show                         "Show a parameter"
  terminal                     "Use login terminal"
  unprotect                    "Unprotect the statement"
  up                           "Exit one level of configuration"
  update                       "Update existing configuration"
  <minutes>                    "Number of minutes until automatic rollback"
  <number>                     "Numeric argument"
}
