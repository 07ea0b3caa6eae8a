# commands/ios/isis-show.cmd: more of what is asked of IS-IS.     Source: Cisco IOS IP Routing: IS-IS and ISO CLNS command references

exec {
  show isis [<tag:word>] spf-log "IS-IS SPF log"                           -> show isis-spf-log
  show isis [<tag:word>] lsp-log "IS-IS LSP log"                           -> show isis-lsp-log
  show isis [<tag:word>] rib "IS-IS IPv4 local RIB" [(<address:ipv4> "IP address" [<mask:mask> "IP network mask"] | <prefix:prefix>)] -> show isis-rib
  show isis [<tag:word>] protocol "IS-IS protocol information"             -> show isis-protocol
  show isis [<tag:word>] mpls "MPLS information" ldp "MPLS LDP information" [interface "Interface" <interface:interface>] -> show isis-mpls-ldp
  show clns [<tag:word>] protocol "CLNS routing protocol processes"        -> show clns-protocol
  show clns [<tag:word>] is-neighbors "CLNS IS neighbor adjacencies" [detail "Display detailed information"] -> show clns-is-neighbors
  show clns traffic "CLNS protocol statistics"                             -> show clns-traffic
}
