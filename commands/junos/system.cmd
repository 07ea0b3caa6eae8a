# commands/junos/system.cmd: the box itself.    Sources: CLI reference of Junos 21.4 ("show configuration ?" of 24.4).

config {
  version <version:text>
  groups {
    <group_name!:name> { use config }
  }
  apply-groups <group!:group>...
  system {
    host-name <host-name:host-name>
    default-address-selection                                    -> accept "the outgoing interface lends its address"
    root-authentication { use authentication }
    commit @presence -> accept "commits are never delayed or copied elsewhere" {
      synchronize
      persist-groups-inheritance
      fast-synchronize
    }
    login {
      announcement <announcement:text>
      message <message:text>
      class <class-name!:name> @sorted {
        idle-timeout <minutes:1..4294967295>                     -> accept "nobody is logged out for being idle"
        permissions <permission!:permission>...                  -> accept "every user may do everything"
        allow-commands <regular-expression:text>                 -> accept "every user may do everything"
        deny-commands <regular-expression:text>                  -> accept "every user may do everything"
        allow-configuration <regular-expression:text>            -> accept "every user may do everything"
        deny-configuration <regular-expression:text>             -> accept "every user may do everything"
      }
      user <user-name!:name> @sorted {
        full-name <full-name:text>
        uid <uid:100..64000>
        class <class:login-class>
        authentication { use authentication }
      }
      retry-options -> accept "a console does not lose patience" {
        tries-before-disconnect <number:1..10>
        backoff-threshold <number:1..3>
        backoff-factor <seconds:5..10>
        lockout-period <minutes:1..43200>
      }
    }
    services -> accept "boxes are managed at their consoles" {
      finger @presence { }
      ftp @presence { }
      netconf @presence {
        ssh @presence { port <port:1..65535> }
        rfc-compliant
      }
      ssh @presence {
        root-login (allow | deny | deny-password)
        tcp-forwarding
        no-tcp-forwarding
        protocol-version <version!:name>...
        max-sessions-per-connection <number:1..65535>
        connection-limit <limit:1..250>
        rate-limit <limit:1..250>
      }
      telnet @presence {
        connection-limit <limit:1..250>
        rate-limit <limit:1..250>
      }
      dhcp-local-server @presence { }
      extension-service @presence {
        request-response @presence {
          grpc @presence {
            clear-text @presence { port <port:1..65535> }
            skip-authentication
          }
        }
      }
      web-management @presence {
        http @presence {
          port <port:1..65535>
          interface <interface!:ifl>...
        }
        https @presence {
          port <port:1..65535>
          system-generated-certificate
          interface <interface!:ifl>...
        }
      }
    }
    domain-name <domain-name:name>                               -> accept "names are not looked up"
    domain-search <domain-name!:name>...                         -> accept "names are not looked up"
    time-zone <time-zone:name>                                   -> accept "the clock shows UTC"
    management-instance                                          -> accept "there is no management instance"
    no-redirects                                                 -> accept "redirects are never sent"
    no-redirects-ipv6                                            -> accept "redirects are never sent"
    no-ping-record-route                                         -> accept "no options are answered"
    no-ping-time-stamp                                           -> accept "no options are answered"
    internet-options -> accept "the stack has its usual settings" {
      path-mtu-discovery
      no-path-mtu-discovery
      tcp-mss <bytes:64..65535>
      icmpv4-rate-limit {
        packet-rate <rate:0..4294967295>
        bucket-size <seconds:0..4294967295>
      }
    }
    authentication-order <method!:auth-method>...                -> accept "passwords are asked here"
    ports -> accept "the console is always there" {
      console @presence {
        log-out-on-disconnect
        insecure
        type <terminal-type:name>
      }
    }
    name-server -> accept "names are not looked up" {
      <address!:ip> @presence { routing-instance <instance:instance> }
    }
    radius-server -> accept "passwords are asked here" {
      <address!:ip> {
        secret <secret:text> @secret
        port <port:1..65535>
        source-address <address:ip>
      }
    }
    tacplus-server -> accept "passwords are asked here" {
      <address!:ip> {
        secret <secret:text> @secret
        port <port:1..65535>
        source-address <address:ip>
      }
    }
    syslog {
      archive @presence {
        size <size:bytes>
        files <number:1..1000>
        world-readable
      }
      user <user!:syslog-user> { use syslog-contents }
      host <host!:name> -> accept "no log is sent away" { use syslog-contents }
      file <file!:name> {
        use syslog-contents
        archive @presence {
          size <size:bytes>
          files <number:1..1000>
          world-readable
        }
      }
      console { use syslog-contents }
      source-address <address:ip>
      time-format @presence {
        year
        millisecond
      }
    }
    processes -> accept "every process runs" {
      <process!:name> { (disable | enable) }
    }
    license -> accept "nothing needs a licence" {
      autoupdate {
        url <url!:text> @presence { password <password:text> @secret }
      }
    }
    ntp -> accept "the clock is right" {
      boot-server <address:ip>
      peer <address!:ip> [key <key:1..65534>] [prefer]
      server <address!:ip> [key <key:1..65534>] [version <version:1..4>] [prefer] [routing-instance <instance:instance>]
      source-address <address!:ip> [routing-instance <instance:instance>]
    }
    extensions -> accept "no foreign software runs" {
      providers <provider!:name> {
        license-type <license-type!:name> deployment-scope <scope!:name>...
      }
    }
    archival -> accept "configurations are kept in saves" {
      configuration {
        transfer-interval <minutes:15..2880>
        transfer-on-commit
        archive-sites { <url!:text> @presence { password <password:text> @secret } }
      }
    }
    arp {
      aging-timer <minutes:1..240>
      interfaces { <interface!:ifl> { aging-timer <minutes:1..240> } }
    }
  }
  chassis -> accept "the hardware is as its model has it" {
    aggregated-devices {
      ethernet {
        device-count <number:1..480>
        lacp { system-priority <priority:0..65535> }
      }
    }
    alarm {
      management-ethernet { link-down (red | yellow | ignore) }
      ethernet { link-down (red | yellow | ignore) }
    }
    auto-image-upgrade
    redundancy {
      failover {
        on-loss-of-keepalives
        on-disk-failure
        other-routing-engine
      }
      graceful-switchover
      routing-engine <slot!:0..1> (master | backup | disabled)
    }
    cluster @presence {
      reth-count <number:1..128>
      redundancy-group <group!:0..128> {
        node <node!:0..1> priority <priority:1..254>
        hold-down-interval <seconds:0..1800>
        preempt
      }
    }
    fpc <slot!:0..63> {
      pic <pic!:0..31> {
        number-of-ports <number:1..64>
        tunnel-services @presence { bandwidth <bandwidth:bandwidth> }
        port <port!:0..63> { speed <speed:name> }
      }
      lite-mode
      flexible-queuing-mode
    }
    network-services (ip | ethernet | enhanced-ip | enhanced-ethernet)
  }
  snmp -> accept "nobody asks by SNMP" {
    name <name:text>
    description <description:text>
    location <location:text>
    contact <contact:text>
    client-list <client-list-name!:name> { <prefix!:any-prefix> @presence { restrict } }
    community <community-name!:name> @presence {
      view <view-name:name>
      authorization (read-only | read-write)
      clients { <prefix!:any-prefix> @presence { restrict } }
      client-list-name <client-list-name:name>
    }
    trap-options { source-address <address:name> }
    trap-group <group-name!:name> @presence {
      version (all | v1 | v2)
      categories { <category!:name> }
      targets { <address!:ip> }
    }
  }
  event-options -> accept "no script runs" {
    policy <policy-name!:name> {
      events <event!:name>...
      then { ignore }
    }
  }
}

define everywhere {
  apply-flags omit @hidden
  apply-groups <group!:group>...
  apply-groups-except <group!:group>...
}
define authentication {
  plain-text-password                                            -> accept "asks for the password at once"
  encrypted-password <password:text> @secret
  ssh-rsa <public-key!:text> [from <host:text>]                  -> accept "there is no SSH here"
  ssh-dsa <public-key!:text> [from <host:text>]                  -> accept "there is no SSH here"
  ssh-ecdsa <public-key!:text> [from <host:text>]                -> accept "there is no SSH here"
  ssh-ed25519 <public-key!:text> [from <host:text>]              -> accept "there is no SSH here"
  no-public-keys                                                 -> accept "there is no SSH here"
}
define syslog-contents {
  <facility!:syslog-facility> <level:syslog-level>
  match <regular-expression:text>
  allow-duplicates
  facility-override <facility:syslog-facility>
  log-prefix <prefix:text>
  port <port:1..65535>
  source-address <address:ip>
  structured-data @presence { brief }
  explicit-priority
}
