# commands/ios/files.cmd: files and configurations in them.
# Help: `?` of IOS 15.x; Cisco IOS Configuration Fundamentals and Configuration Management command references.

exec {
  show archive "Archive functions"                                         -> show archive
  show flash: "display information about flash: file system"               -> show flash
}

privileged {
  copy running-config "Copy from current system configuration" startup-config "Copy to startup configuration" -> do copy
  copy running-config "Copy from current system configuration" running-config "Update (merge with) current system configuration" @hidden -> do copy
  copy running-config "Copy from current system configuration" <to:url> "Copy to file system" -> do copy
  copy startup-config "Copy from startup configuration" running-config "Update (merge with) current system configuration" -> do copy
  copy startup-config "Copy from startup configuration" <to:url> "Copy to file system" -> do copy
  copy <from:url> "Copy from file system" running-config "Update (merge with) current system configuration" -> do copy
  copy <from:url> "Copy from file system" startup-config "Copy to startup configuration" -> do copy
  copy <from:url> "Copy from file system" <to:url> "Copy to file system"   -> do copy
  dir "List files on a filesystem" [<url:url> "Directory or file name"]    -> show dir
  more "Display the contents of a file" <url:url> "File to display"        -> show more
  delete "Delete a file" [/force "Force delete"] <url:url> "File to be deleted" -> do delete
  erase startup-config "Erase contents of configuration memory"            -> do erase
  erase nvram: "Filesystem to be erased"                                   -> do erase
  show file "Show filesystem information" systems "List filesystems"       -> show file-systems
  archive "manage archive files" config "archive configuration"            -> do archive-config
  show archive config "Archive functions" differences "differences of two files" [<from:url> "Config file 1" [<to:url> "Config file 2"]] -> show archive-differences
  show archive config "Archive functions" incremental-diffs "incremental diff from running-config" <from:url> "Config file" -> show archive-incremental
  show archive config "Archive functions" rollback "Rollback functions" timer "Rollback timer" -> show rollback-timer
  configure replace "Replace the running-config with a new config file" <file:url> "Config file" (list "List the commands applied in each pass" | force "Forcibly replace without prompting" | nolock "Replace without getting config lock" | time "Time for which to wait for confirmation" <minutes:1..120> "Time in minutes")* -> do configure-replace
  configure terminal revert "Parameters for reverting the configuration" timer "Time in minutes before reverting" <minutes:1..120> "Time in minutes" -> do configure-timed
  configure confirm "Confirm replacement of running-config with a new config file" -> do configure-confirm
  configure revert "Parameters for reverting the configuration" now "Cancel the timed rollback and rollback immediately" -> do configure-revert
  configure revert "Parameters for reverting the configuration" timer "Parameters for confirmed configuration" <minutes:1..120> "Time in minutes" -> do configure-revert
}

words {
  show             "Show running system information"
  copy             "Copy from one file to another"
  erase            "Erase a filesystem"
  archive          "Archive functions"
  configure        "Enter configuration mode"
  terminal         "Configure from the terminal"
  running-config   "Current operating configuration"
  startup-config   "Contents of startup configuration"
}
