# commands/junos/pipes.cmd: what may stand behind a |.    Source: capture of a vSRX, Junos 24.4 (`show configuration | ?` and
# what each takes); "Filtering Operational Command Output" (CLI user guide).

pipe {
  append <file:file>                                             -> do append
  compare [(rollback <number:rollback> | <file:file>)]           -> do compare
  count                                                          -> do count
  display changed "Tag changes with junos:changed attribute (XML only)" -> do display-changed
  display commit-scripts "Show data after commit scripts have been applied" -> do display-commit-scripts
  display detail "Show configuration data detail"                -> do display-detail
  display inheritance [(brief | defaults | no-comments | terse)*] -> do display-inheritance
  display json "Show output in JSON format"                      -> do display-json
  display omit "Emit configuration statements with the 'omit' option" -> do display-omit
  display set [relative]                                         -> do display-set
  display xml "Show output as XML tags"                          -> do display-xml
  except <pattern:text> "Pattern to avoid"                       -> do except
  find <pattern:text> "Pattern to search for"                    -> do find
  hold                                                           -> do hold
  last [<lines:amount>]                                          -> do last
  match <pattern:text>                                           -> do match
  no-more                                                        -> do no-more
  refresh [<interval:1..604800>]                                 -> do refresh
  request message "Send output as a message" (all "Send message to all users" | account "User's login name" <user:name> "Name of user") -> do request-message
  resolve [full-names "Display fully qualified names"]           -> do resolve
  save <file:file>                                               -> do save-output
  tee <file:file>                                                -> do tee
  trim <columns:amount>                                          -> do trim
}
words {
  append                       "Append output text to file"
  brief                        "Display brief output"
  defaults                     "Include inherited default configuration data"
  no-comments                  "Do not include comments in the output"
  refresh                      "Refresh a continuous display of the command"
  relative                     "Show 'set' commands relative to the current edit path"
  request                      "Make system-level requests"
  resolve                      "Resolve IP addresses"
  rollback                     "Index of rollback configuration file (0..49)"
  save                         "Save output text to file"
  set                          "Show 'set' commands that create configuration"
  tee                          "Write to standard output and file"
  terse                        "Display terse output"
  <file>                       "Output file name"
  <interval>                   "Refresh interval"
  <number>                     "Index of rollback configuration file"
}
