# commands/junos/files.cmd: the disk, the processes and the box as a whole.    Help: CLI reference of Junos 21.4.

operational {
  file checksum "Calculate file checksum" md5 "Calculate MD5 checksum" <file:file> -> do file-checksum
  file compare "Compare files" files "Compare two files" <from:file> <to:file>    -> do file-compare
  file copy "Copy files" <from:file> <to:file>                             -> do file-copy
  file delete "Delete files" <file:file>                                   -> do file-delete
  file list "List file information" [<directory:file>] [detail] -> do file-list
  file rename "Rename files" <from:file> <to:file>                         -> do file-rename
  file show "Show file contents" <file:file>                               -> do file-show
  request message (all "Send message to all users" | user "User's login name" <user:name> "Name of user") message "Text of message to send" <message:text> "Text of message to send" -> do request-message
  request system halt "Halt the system" [(both-routing-engines "Halt both Routing Engines")] -> do request-halt
  request system power-off "Power off the system"                          -> do request-power-off
  request system reboot "Reboot the system" (
      at "Time at which to perform the operation" <at:text> "Time at which to perform the operation" |
      in "Number of minutes to delay before operation" <in:0..10000> "Number of minutes to delay before operation")* -> do request-reboot
  request system storage cleanup "Remove unnecessary files" [dry-run "List files that would be removed"] -> do request-cleanup
  request system zeroize "Erase all data, including configuration and log files" [media "Overwrite media"] -> do request-zeroize
  clear system reboot "Clear pending system halts or reboots"              -> do clear-reboot
  restart (
      chassis-control "Chassis control process" |
      class-of-service "Class-of-service process" |
      firewall "Firewall process" |
      general-authentication-service "General authentication process" |
      interface-control "Interface control process" |
      mib-process "Management Information Base II process" |
      snmp "Simple Network Management Protocol process") [(gracefully "Gracefully restart the process" | immediately "Immediately restart (SIGKILL) the process" | soft "Soft reset (SIGHUP) the process")] -> do restart
  restart routing "Routing protocol process" [(gracefully "Gracefully restart the process" | immediately "Immediately restart (SIGKILL) the process" | soft "Soft reset (SIGHUP) the process")] [logical-system "Name of logical system" <logical-system:logical-system>] -> do restart
  monitor list "Show list of log files being monitored"                    -> do monitor-list
  monitor start "Start showing log file in real time" <log-file:log-file>  -> do monitor-start
  monitor stop "Stop showing log file in real time" [<log-file:log-file>]  -> do monitor-stop
  monitor interface "Show interface traffic" (traffic "Show traffic of all interfaces" | <interface:interface-pattern>) -> do monitor-interface
  monitor traffic "Show real-time network traffic information" (
      brief "Display brief output" |
      count "Number of packets to receive (0..1000000 packets)" <count:1..1000000> "Number of packets to receive" |
      detail |
      extensive |
      interface <interface:interface-pattern> |
      layer2-headers "Display layer 2 header information" |
      matching "Expression for headers of receive packets to match" <matching:text> "Expression for headers of receive packets to match" |
      no-domain-names "Don't display domain portion of hostnames" |
      no-promiscuous "Don't put interface into promiscuous mode" |
      no-resolve |
      no-timestamp "Don't print timestamps" |
      size "Amount of packet to receive (bytes)" <size:0..65535> "Amount of packet to receive (bytes)")* -> do monitor-traffic
  help apropos "Find help information about a topic" <string:text> "Text to search for" -> do help-apropos
  help reference "Reference material" <topic:text> "Topic" [<subject:text> "Subject"] -> do help-reference
  help syslog "System log error messages" [<message:text> "Name of message"] -> do help-syslog
  help tip "Tip for the day" [cli "CLI tip"]                               -> do help-tip
  help topic "Help for high level topics" <topic:text> "Topic" [<subject:text> "Subject"] -> do help-topic
  test configuration "Validate configuration file syntax" <file:file> "Filename (URL, local, remote, or floppy)" -> do test-configuration

  show cli authorization "Show login class permissions"                    -> do show-authorization
  show cli directory "Show current working directory"                      -> do show-directory
  set cli directory "Set working directory" <directory:text> "Directory name" -> do cli-directory
  set cli restart-on-upgrade "Set cli to prompt for restart after software upgrade" (off "Don't restart CLI after software upgrade" | on "Restart CLI after software upgrade") -> do cli-restart-on-upgrade
  show system alarms "Show system alarm status"                            -> show alarms
  show system configuration rescue "Show rescue configuration"             -> show rescue
  show system core-dumps "Show system core files"                          -> show core-dumps
  show chassis "Show chassis information" alarms "Show alarm status"       -> show alarms
  show krt "Show kernel routing table information" queue "Show queued kernel routing table operations" -> show krt-queue
  show task "Show routing protocol per-task information" replication "Show task replication information" -> show task-replication
  show system information "Show general system information"                -> show information
  show system license "Show feature licenses information"                  -> show license
  show system processes "Show system process table" [(brief | extensive | summary "Display summary output")] -> show processes
  show system reboot "Show any pending halt or reboot requests"            -> show reboot
  show system rollback "Show rolled back configuration" <number:rollback> "Index of rollback configuration file" [compare "Compare two rollback files" <other:rollback> "Index of rollback configuration file"] -> show rollback
  show system storage "Show local storage data"                            -> show storage
  show version and haiku @hidden                                           -> show haiku
}

words {
  clear        "Clear information in the system"
  configuration "Show current configuration"
  file         "Perform file operations"
  help         "Provide help information"
  message      "Send text message to other users"
  monitor      "Show real-time debugging information"
  request      "Make system-level requests"
  rescue       "Show rescue configuration"
  restart      "Restart software process"
  set          "Set CLI properties, date/time, craft interface message"
  show         "Show system information"
  storage      "Request operation on system storage"
  system       "Perform system-level operations"
  test         "Perform diagnostic debugging"
  and          "And"
  detail       "Display detailed output"
  extensive    "Display extensive output"
  haiku        "Poetry"
  interface    "Name of interface"
  no-resolve   "Don't attempt to print addresses symbolically"
  <directory>  "Path to directory"
  <file>       "Filename"
  <from>       "Source file"
  <interface>  "Interface name"
  <log-file>   "Name of log file"
  <to>         "Destination file"
}
