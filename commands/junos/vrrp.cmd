# commands/junos/vrrp.cmd: what can be asked and ordered of VRRP.     Source: CLI reference, "show vrrp", "clear vrrp".

operational {
  clear vrrp "Clear VRRP statistics" (
      all "Clear statistics for all interfaces" |
      interface "Name of interface" <interface:ifl> "Interface name")  -> do clear-vrrp
  show vrrp "Show Virtual Router Redundancy Protocol information" (
      (brief | detail | extensive | summary "Display summary output") |
      interface "Name of interface" <interface:ifl> "Interface name" [group "VRRP group" <group:0..255> "Group identifier"] |
      track "Show VRRP tracking information" [interfaces "Show tracked interfaces"])*   -> show vrrp
}
