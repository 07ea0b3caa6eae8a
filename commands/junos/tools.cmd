# commands/junos/tools.cmd: ping, traceroute, orders to forget, and the names that they know.    Help: CLI reference of
# Junos 21.4.

operational {
  clear arp "Clear address resolution information" (
      hostname "Clear a specific entry" <host:remote-host> |
      interface "Clear entries learned on a particular interface" <interface:ifl> |
      vpn "Name of routing instance" <instance:any-instance>)*             -> do clear-arp
  clear interfaces "Clear interface information" statistics "Clear statistics for one or all interfaces" (
      all "Clear statistics for all interfaces" |
      <interface:interface-pattern>)                                       -> do clear-interfaces
  clear log "Clear contents of log file" <log-file:log-file>               -> do clear-log

  ping (
      count "Number of ping requests to send (1..2000000000 packets)" <count:1..2000000000> |
      do-not-fragment "Don't fragment echo request packets (IPv4)" |
      inet "Force ping to IPv4 destination" |
      interval "Delay between ping requests (seconds)" <interval:1..86400> |
      no-resolve "Don't attempt to print addresses symbolically" |
      rapid "Send requests rapidly (default count of 5)" |
      routing-instance "Routing instance for ping attempt" <instance:any-instance> |
      size "Size of request packets (0..65468 bytes)" <size:0..65468> |
      source "Source address of echo request" <source:ipv4> |
      tos "IP type-of-service value (0..255)" <tos:0..255> |
      ttl "IP time-to-live value (IPv6 hop-limit value) (hops)" <ttl:1..255> |
      verbose "Display detailed output" |
      wait "Delay after sending last packet (seconds)" <wait:1..86400>)* <host:remote-host> (
      count "Number of ping requests to send (1..2000000000 packets)" <count:1..2000000000> |
      do-not-fragment "Don't fragment echo request packets (IPv4)" |
      inet "Force ping to IPv4 destination" |
      interval "Delay between ping requests (seconds)" <interval:1..86400> |
      no-resolve "Don't attempt to print addresses symbolically" |
      rapid "Send requests rapidly (default count of 5)" |
      routing-instance "Routing instance for ping attempt" <instance:any-instance> |
      size "Size of request packets (0..65468 bytes)" <size:0..65468> |
      source "Source address of echo request" <source:ipv4> |
      tos "IP type-of-service value (0..255)" <tos:0..255> |
      ttl "IP time-to-live value (IPv6 hop-limit value) (hops)" <ttl:1..255> |
      verbose "Display detailed output" |
      wait "Delay after sending last packet (seconds)" <wait:1..86400>)* -> do ping

  traceroute (
      inet "Force traceroute to IPv4 destination" |
      no-resolve "Don't attempt to print addresses symbolically" |
      routing-instance "Name of routing instance for traceroute attempt" <instance:any-instance> |
      source "Source address to use in outgoing traceroute packets" <source:ipv4> |
      ttl "IP maximum time-to-live value (or IPv6 maximum hop-limit value)" <ttl:1..255> |
      wait "Number of seconds to wait for response (seconds)" <wait:1..86400>)* <host:remote-host> (
      inet "Force traceroute to IPv4 destination" |
      no-resolve "Don't attempt to print addresses symbolically" |
      routing-instance "Name of routing instance for traceroute attempt" <instance:any-instance> |
      source "Source address to use in outgoing traceroute packets" <source:ipv4> |
      ttl "IP maximum time-to-live value (or IPv6 maximum hop-limit value)" <ttl:1..255> |
      wait "Number of seconds to wait for response (seconds)" <wait:1..86400>)* -> do traceroute
}

config system {
  static-host-mapping {
    <host-name!:name> @oneline {
      inet <address!:ipv4>...
    }
  }
}

words {
  clear                "Clear information in the system"
  inet                 "IP address of host"
  ping                 "Ping remote target"
  static-host-mapping  "Static hostname database mapping"
  traceroute           "Trace route to remote host"
  <address>            "IP address of host"
  <count>              "Number of ping requests to send (1..2000000000 packets)"
  <host>               "Hostname or IP address of remote host"
  <host-name>          "Fully qualified name of system"
  <instance>           "Name of routing instance"
  <interface>          "Name of interface"
  <interval>           "Delay between ping requests (seconds)"
  <log-file>           "Name of log file"
  <size>               "Size of request packets (0..65468 bytes)"
  <source>             "Source address"
  <tos>                "IP type-of-service value (0..255)"
  <ttl>                "IP time-to-live value (hops)"
  <wait>               "Delay after sending last packet (seconds)"
}
