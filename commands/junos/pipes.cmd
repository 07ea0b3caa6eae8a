# commands/junos/pipes.cmd: what may stand behind a |.    Source: capture of Junos 24.4 (`show configuration | ?`).

pipes {
  compare [rollback <number:rollback>]                           -> do compare
  count                                                          -> do count
  display inheritance [no-comments]                              -> do display-inheritance
  display set [relative]                                         -> do display-set
  except <pattern:text>                                          -> do except
  find <pattern:text>                                            -> do find
  hold                                                           -> do hold
  last [<lines:1..4294967295>]                                   -> do last
  match <pattern:text>                                           -> do match
  no-more                                                        -> do no-more
  trim <columns:1..4294967295>                                   -> do trim
}
words {
  relative                     "Show 'set' commands relative to the current edit path"
  rollback                     "Index of rollback configuration file"
  set                          "Show 'set' commands that create configuration"
  <number>                     "Index of rollback configuration file"
}
