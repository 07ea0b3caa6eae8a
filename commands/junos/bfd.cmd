# commands/junos/bfd.cmd: protocols bfd, and the BFD sessions that other statements ask for.
# Source: CLI reference of Junos 21.4; schema of Junos 21.4R1.12.

operational {
  clear bfd "Clear Bidirectional Forwarding Detection information" session "Clear BFD sessions" (
      address "BFD neighbor address" <address:ipv4> "IP address" |
      all "Clear all BFD sessions")                                          -> do clear-bfd
  show bfd "Show Bidirectional Forwarding Detection information" session "Show session information" (
      address "BFD neighbor address" <address:ip> "IP address" |
      (brief | detail | extensive | summary "Display session summary") |
      discriminator "BFD session discriminator" <discriminator:0..4294967295> |
      prefix "BFD neighbor prefix" <prefix:prefix>)*                         -> show bfd-session
}

define protocols {
  bfd -> accept "nothing of it changes a session here" {
    traceoptions { use traceoptions }
    no-issu-timer-negotiation
    sbfd { local-discriminator <discriminator!:1..4294967295> { minimum-receive-interval <milliseconds:10..255000> } }
  }
}
define bfd {
  version <version:bfd-version>                                  -> accept "BFD has one version"
  minimum-interval <milliseconds:1..255000>
  minimum-receive-interval <milliseconds:1..255000>
  multiplier <multiplier:1..255>
  (adaptation | no-adaptation)                                   -> accept "timers do not adapt"
  transmit-interval {
    minimum-interval <milliseconds:1..255000>
    threshold <milliseconds:1..4294967295>                       -> accept "traps are not sent"
  }
  detection-time -> accept "traps are not sent" { threshold <milliseconds:0..4294967295> }
  authentication -> accept "sessions are not authenticated" {
    key-chain <key-chain:name>
    algorithm <algorithm:bfd-algorithm>
    loose-check
  }
  session-mode (automatic | multihop | single-hop)
  local-address <address:ip>
  neighbor <address:ip>
  holddown-interval <milliseconds:0..255000>                     -> accept "whoever waits is told at once"
  minimum-receive-ttl <ttl:1..255>                               -> accept "the TTL is not looked at over several hops"
}

words {
  <discriminator>                "Discriminator"
  adaptation                     "Adapt to changing conditions of the network"
  authentication                 "Authentication options"
  detection-time                 "Detection-time options"
  holddown-interval              "Time to hold the session-UP notification to the client"
  local-address                  "BFD session local-address"
  local-discriminator            "Local discriminator for seamless BFD responder"
  loose-check                    "Verify authentication only if authentication is negotiated"
  minimum-interval               "Minimum transmit and receive interval"
  minimum-receive-interval       "Minimum receive interval"
  minimum-receive-ttl            "Minimum TTL that is accepted in multihop sessions"
  multiplier                     "Detection time multiplier"
  neighbor                       "BFD neighbor address"
  no-adaptation                  "Do not adapt to changing conditions of the network"
  sbfd                           "Seamless BFD parameters"
  session-mode                   "BFD single-hop or multihop session-mode"
  threshold                      "High transmit interval triggering a trap"
  traceoptions                   "Trace options for BFD"
  transmit-interval              "Transmit-interval options"
}
