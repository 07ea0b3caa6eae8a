# commands/ios/fhrp.cmd: HSRP, VRRP and GLBP.     Help: `?` of IOS 15.x; Cisco IOS First Hop Redundancy Protocols command reference.

config interface {
  standby version <version:1..2> "Version number"                       -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] ip "Enable HSRP IPv4 and set the virtual IP address" [<address:ipv4> "Virtual IP address"] -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] ip "Enable HSRP IPv4 and set the virtual IP address" <address!:ipv4> "Virtual IP address" secondary "Make this IP address a secondary virtual IP address" -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] ipv6 (autoconfig "Obtain address using autoconfiguration" | <address!:word> "IPv6 link-local address or prefix") -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] priority <priority:0..255>   -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] preempt [delay "Wait before preempting" (minimum "Delay at least this long" <minimum:0..3600> | reload "Delay after reload" <reload:0..3600> | sync "Wait for IP redundancy clients" <sync:0..3600>)*] -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] timers "Hello and hold timers" [msec] <hello:1..254000> "Hello interval" [msec] <hold:1..255000> "Hold time" -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] authentication md5 "Use MD5 authentication" key-string "Set key string" [(0 | 7)] <key:line> -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] authentication md5 "Use MD5 authentication" key-chain "Set key chain" <chain:word> "Key-chain name" -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] authentication [text] <password:word> "Plain text authentication string (8 characters)" -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] track <object!:1..1000> "Track object number" [(decrement "Priority decrement" <decrement:1..255> | shutdown "Shutdown group")] -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] track <interface!:interface> [<decrement:1..255> "Decrement value"] -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] name <name:word> "name string" -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] follow "Name of HSRP group to follow" <name:word> -> accept "HSRP is not simulated"
  standby [<group!:0..4095> "group number"] mac-address "Virtual MAC address" <mac:mac> -> accept "HSRP is not simulated"
  standby use-bia "HSRP uses interface's burned in address" [scope interface "Apply to the interface"] -> accept "HSRP is not simulated"
  standby delay "HSRP initialisation delay" (minimum "Set minimum delay" <minimum:0..10000> | reload "Set delay after reload" <reload:0..10000>)* -> accept "HSRP is not simulated"
  standby mac-refresh "Refresh MAC cache on switch by periodically sending packet" <seconds:0..255> -> accept "HSRP is not simulated"
  standby redirect "Configure sending of ICMP Redirect messages with an HSRP virtual IP address" [<options:line>] = on -> accept "HSRP is not simulated"
  standby bfd "Enable HSRP BFD" = on                                     -> accept "HSRP is not simulated"
  vrrp <group!:1..255> "Group number" ip [<address:ipv4> "VRRP group IP address"]
  vrrp <group!:1..255> "Group number" ip <address!:ipv4> "VRRP group IP address" secondary "Specify an additional VRRP address for this group"
  vrrp <group!:1..255> "Group number" priority <priority:1..254>
  vrrp <group!:1..255> "Group number" preempt = on
  vrrp <group!:1..255> "Group number" preempt delay "Wait before preempting" minimum "Delay at least this long" <minimum:0..3600>
  vrrp <group!:1..255> "Group number" timers "Set the VRRP timers" advertise "Set the Advertisement timer" (<interval:1..255> "Advertisement interval in seconds" | msec <millis:50..999> "Advertisement interval in milliseconds")
  vrrp <group!:1..255> "Group number" timers "Set the VRRP timers" learn "Learn timer values from current Master"
  vrrp <group!:1..255> "Group number" description <text:line> "Up to 80 characters describing this group"
  vrrp <group!:1..255> "Group number" authentication md5 "Use MD5 authentication" (key-string "Set key string" [(0 | 7)] <key:word> [timeout "Set timeout value" <seconds:0..32767>] | key-chain "Set key chain" <chain:word> "Key-chain name") -> accept "groups are not signed with MD5"
  vrrp <group!:1..255> "Group number" authentication [text] <password:word> "Plain text authentication string"
  vrrp <group!:1..255> "Group number" track <object!:1..1000> "Track object number" [(decrement "Priority decrement" <decrement:1..255> | shutdown "Shutdown group")]
  vrrp <group!:1..255> "Group number" name <name:word> "Redundancy name string"
  vrrp <group!:1..255> "Group number" shutdown
  vrrp <group!:1..255> "VRRP group number" address-family ipv4 @apart @config-if-vrrp { use vrrp-family }
  vrrp <group!:1..255> "VRRP group number" address-family ipv6 @apart @config-if-vrrp -> accept "IPv6 is not built" { use vrrp-family }
  vrrp delay "VRRP initialisation delay" (minimum "Minimum delay" <minimum:0..10000> "Seconds" | reload "Delay after a reload" <reload:0..10000> "Seconds")*
  vrrp <group!:1..255> "Group number" sso "Stateful switchover" @hidden -> accept "there is no standby"
  glbp <group!:0..1023> "Group number" ip [<address:ipv4> "Virtual IP address"] -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" priority <priority:1..255>        -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" preempt [delay "Wait before preempting" minimum "Delay at least this long" <minimum:0..3600>] -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" timers "Adjust GLBP timers" [msec] <hello:1..60000> "Hello interval" [msec] <hold:2..180000> "Hold time" -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" timers "Adjust GLBP timers" redirect "Specify time-out values for failed forwarders" <redirect:0..3600> <timeout:0..64800> -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" load-balancing [(host-dependent "Load balance equally, source MAC determines forwarder choice" | round-robin "Load balance equally using each forwarder in turn" | weighted "Load balance in proportion to forwarder weighting")] -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" weighting "Gateway weighting and tracking" <weight:1..254> [lower "Weighting lower threshold" <lower:1..253>] [upper "Weighting upper threshold" <upper:1..254>] -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" weighting "Gateway weighting and tracking" track <object!:1..1000> "Track object number" [decrement "Weighting decrement" <decrement:1..254>] -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" authentication (md5 "MD5 authentication" <key:line> | text "Plain text authentication" <password:word>) -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" name <name:word> "name string"    -> accept "GLBP is not simulated"
  glbp <group!:0..1023> "Group number" forwarder "Forwarder configuration" preempt [delay "Wait before preempting" minimum "Delay at least this long" <minimum:0..3600>] -> accept "GLBP is not simulated"
}

config {
  fhrp version "FHRP version" vrrp "VRRP" (v2 "VRRP version 2" | v3 "VRRP version 3") @apart
  fhrp delay "FHRP delay" <what:line> -> accept "groups begin at once"
  vrrp delay "VRRP initialisation delay" <what:line> -> accept "groups begin at once"
}

define vrrp-family {
  address <address:ip> "VRRP group IP address" primary "Primary"
  address <address!:ip> "VRRP group IP address" secondary "Secondary"
  priority <priority:1..254>
  preempt = on
  preempt delay "Wait before preempting" minimum "Delay at least this long" <minimum:0..3600>
  timers advertise "Set the Advertisement timer" <interval:100..40950> "Milliseconds"
  track <object!:1..1000> "Track object number" (decrement "Priority decrement" <decrement:1..255> | shutdown "Shutdown group")
  description <text:line>
  match-address "Match secondary address in advertisement packet" = on
  vrrpv2 "Support VRRP version 2"
  shutdown
  exit-vrrp "Exit from VRRP group configuration mode"
}

words {
  standby          "HSRP interface configuration commands"
  vrrp             "VRRP Interface configuration commands"
  glbp             "Gateway Load Balancing Protocol interface commands"
  fhrp             "FHRP Configuration Commands"
  version          "HSRP version"
  ip               "Enable Virtual Router Redundancy Protocol (VRRP) for IP"
  ipv6             "Enable HSRP IPv6"
  ipv4             "IPv4 address family"
  priority         "Priority level"
  <priority>       "Priority value"
  preempt          "Overthrow lower priority Active routers"
  <minimum>        "Number of seconds for minimum delay"
  <reload>         "Number of seconds for reload delay"
  <sync>           "Number of seconds for sync delay"
  msec             "Specify interval in milliseconds"
  authentication   "Authentication"
  text             "Plain text authentication"
  <key>            "Key string"
  <password>       "Authentication string"
  track            "Priority tracking"
  <decrement>      "Decrement value"
  name             "Redundancy name string"
  <name>           "name string"
  <redirect>       "Interval in seconds to redirect to failed forwarders"
  <timeout>        "Time-out interval in seconds"
  <lower>          "Threshold"
  <upper>          "Threshold"
  <weight>         "Weighting maximum value"
  description      "Group specific description"
  shutdown         "Disable VRRP group"
  timers           "Set the VRRP timers"
  address          "VRRP group IP address"
  address-family   "Enter Address Family command mode"
  load-balancing   "Load balancing method"
  scope            "Specify the scope of use-bia"
}
