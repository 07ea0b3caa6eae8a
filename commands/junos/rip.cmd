# commands/junos/rip.cmd: protocols rip and ripng: understood and kept.    Source: CLI reference of Junos 21.4.

define protocols {
  rip -> accept "RIP is not built" { use rip }
  ripng -> accept "RIP is not built" { use rip }
}
define rip {
  traceoptions { use traceoptions }
  rib-group <rib-group:name>
  send (broadcast | multicast | none | version-1)
  receive (both | none | version-1 | version-2)
  (check-zero | no-check-zero)
  message-size <entries:25..255>
  holddown <seconds:10..180>
  route-timeout <seconds:30..360>
  update-interval <seconds:10..60>
  authentication-type (md5 | simple | none)
  authentication-key <key:key> @secret
  metric-in <metric:1..15>
  import <policy!:policy>...
  graceful-restart @presence {
    disable
    restart-time <seconds:1..600>
  }
  group <group!:name> {
    preference <preference:0..4294967295>
    metric-out <metric:1..15>
    route-timeout <seconds:30..360>
    update-interval <seconds:10..60>
    demand-circuit @presence { max-retrans-time <seconds:5..180> }
    import <policy!:policy>...
    export <policy!:policy>...
    bfd-liveness-detection { use bfd }
    neighbor <neighbor!:ifl> @presence {
      send (broadcast | multicast | none | version-1)
      receive (both | none | version-1 | version-2)
      (check-zero | no-check-zero)
      message-size <entries:25..255>
      metric-in <metric:1..15>
      route-timeout <seconds:30..360>
      update-interval <seconds:10..60>
      import <policy!:policy>...
      authentication-type (md5 | simple | none)
      authentication-key <key:key> @secret
      authentication-selective-md5 <key-id!:0..255> @flat {
        key <key:key> @secret
        start-time <time:name>
      }
      bfd-liveness-detection { use bfd }
      interface-type { p2mp }
    }
  }
}

words {
  authentication-selective-md5   "Authentication selective MD5"
  check-zero                     "Check reserved fields on incoming RIPv1 packets"
  max-retrans-time               "Maximum retrans time"
  message-size                   "Number of route entries per update message"
  no-check-zero                  "Don't check reserved fields on incoming RIPv1 packets"
}
