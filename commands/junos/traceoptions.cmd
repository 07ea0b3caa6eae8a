# commands/junos/traceoptions.cmd: what is traced, in every family; kept, nothing is traced.    Source: CLI reference of
# Junos 21.4; `file`, `file size` and `file files` are set line by line (captures of SRX and MX, `display set`).

define traceoptions {
  no-remote-trace
  file @flat { use trace-file }
  level (all | error | info | notice | verbose | warning)
  flag <flag!:name> @flat {
    send
    receive
    detail
    disable
  }
}
define trace-file {
  <filename:name>
  replace @hidden
  size <size:bytes>
  files <number:2..1000>
  no-stamp @hidden
  (world-readable | no-world-readable)
  match <regular-expression:text>
}

words {
  <filename>                     "Name of file in which to write trace information"
  <flag>                         "Tracing flag"
  all                            "Match all levels"
  detail                         "Trace detailed information"
  disable                        "Disable this trace flag"
  error                          "Match error conditions"
  file                           "Trace file options"
  flag                           "Tracing parameters"
  info                           "Match informational messages"
  level                          "Level of debugging output"
  match                          "Regular expression for lines to be logged"
  no-remote-trace                "Disable remote tracing"
  no-stamp                       "Do not timestamp trace file"
  notice                         "Match conditions that should be handled specially"
  receive                        "Trace received packets"
  replace                        "Replace trace file rather than appending to it"
  send                           "Trace transmitted packets"
  verbose                        "Match verbose messages"
  warning                        "Match warning messages"
}
