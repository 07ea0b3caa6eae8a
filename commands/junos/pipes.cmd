# commands/junos/pipes.cmd: what may stand behind a |.    Source: capture of a vSRX, Junos 24.4 (`show configuration | ?` and
# what each takes).

pipe {
  compare [rollback <number:rollback>]                           -> do compare
  count                                                          -> do count
  display inheritance [no-comments]                              -> do display-inheritance
  display set [relative]                                         -> do display-set
  except <pattern:text> "Pattern to avoid"                       -> do except
  find <pattern:text> "Pattern to search for"                    -> do find
  hold                                                           -> do hold
  last [<lines:amount>]                                          -> do last
  match <pattern:text>                                           -> do match
  no-more                                                        -> do no-more
  trim <columns:amount>                                          -> do trim
}
words {
  relative                     "Show 'set' commands relative to the current edit path"
  rollback                     "Index of rollback configuration file (0..49)"
  set                          "Show 'set' commands that create configuration"
  <number>                     "Index of rollback configuration file"
}
