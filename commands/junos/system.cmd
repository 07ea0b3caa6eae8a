# commands/junos/system.cmd: the box itself.    Sources: CLI reference of Junos 21.4 ("show configuration ?" of 24.4); order:
# captures of Junos 17.4 and 25.4.

config {
  system {
    host-name <host-name:host-name>
    auto-configuration -> accept "nothing configures itself" { traceoptions { use traceoptions } }
    backup-router <address!:ip> [destination <destination:any-prefix>] -> accept "routing never sleeps"
    configuration-database -> accept "the configuration fits" {
      ephemeral {
        instance <instance!:name>
        ignore-ephemeral-default
      }
      max-db-size <size:bytes>
    }
    debugger-on-panic                                            -> accept "the kernel does not panic"
    default-address-selection                                    -> accept "sessions of BGP speak as it; other packets as the interface that they leave by"
    dump-on-panic                                                -> accept "the kernel does not panic"
    encrypt-configuration-files                                  -> accept "configurations are kept in saves"
    root-authentication { use authentication }
    commit @presence -> accept "commits are never delayed or copied elsewhere" {
      delta-export
      fast-synchronize
      notification @presence { configuration-diff-format (text | xml) }
      persist-groups-inheritance
      peers <peer!:name> {
        user <user:name>
        authentication <password:text> @secret
      }
      peers-synchronize
      server @presence { commit-interval <seconds:1..300> }
      synchronize
    }
    login {
      announcement <announcement:text>
      message <message:text>
      class <class-name!:name> @sorted {
        access-end <time:name>                                   -> accept "every user may do everything"
        access-start <time:name>                                 -> accept "every user may do everything"
        allowed-days <day!:weekday>...                           -> accept "every user may do everything"
        cli -> accept "prompts are as usual" { prompt <prompt:text> }
        configuration-breadcrumbs                                -> accept "prompts are as usual"
        idle-timeout <minutes:1..4294967295>                     -> accept "nobody is logged out for being idle"
        logical-system <logical-system:name>
        login-alarms                                             -> accept "there are no alarms"
        login-script <script:name>                               -> accept "no script runs"
        login-tip                                                -> accept "nobody gives tips"
        permissions <permission!:permission>...                  -> accept "every user may do everything"
        allow-commands <regular-expression:text>                 -> accept "every user may do everything"
        deny-commands <regular-expression:text>                  -> accept "every user may do everything"
        allow-commands-regexps <regular-expression!:text>...     -> accept "every user may do everything"
        deny-commands-regexps <regular-expression!:text>...      -> accept "every user may do everything"
        allow-configuration <regular-expression:text>            -> accept "every user may do everything"
        deny-configuration <regular-expression:text>             -> accept "every user may do everything"
        allow-configuration-regexps <regular-expression!:text>... -> accept "every user may do everything"
        deny-configuration-regexps <regular-expression!:text>... -> accept "every user may do everything"
        security-role (audit-administrator | crypto-administrator | ids-administrator | security-administrator) -> accept "every user may do everything"
        satellite <satellite!:name>...                           -> accept "a box stands alone"
      }
      deny-sources -> accept "boxes are managed at their consoles" { address <prefix!:any-prefix>... }
      user <user-name!:name> @sorted {
        full-name <full-name:text>
        uid <uid:100..64000>
        class <class:login-class>
        cli -> accept "prompts are as usual" { prompt <prompt:text> }
        authentication { use authentication }
      }
      password -> accept "any password will do" {
        minimum-length <length:6..20>
        maximum-length <length:20..128>
        change-type (character-sets | set-transitions)
        minimum-changes <count:1..128>
        minimum-character-changes <count:4..15>
        minimum-lower-cases <count:1..128>
        minimum-numerics <count:1..128>
        minimum-punctuations <count:1..128>
        minimum-reuse <count:1..20>
        minimum-upper-cases <count:1..128>
        minimum-lifetime <days:1..30>
        maximum-lifetime <days:30..365>
        format (md5 | sha1 | sha256 | sha512)
      }
      retry-options -> accept "a console does not lose patience" {
        tries-before-disconnect <number:1..10>
        backoff-threshold <number:1..3>
        backoff-factor <seconds:5..10>
        minimum-time <seconds:20..60>
        maximum-time <seconds:20..300>
        lockout-period <minutes:1..43200>
      }
    }
    services -> accept "boxes are managed at their consoles" { use system-services }
    domain-name <domain-name:name>                               -> accept "names are not looked up"
    domain-search <domain-name!:name>...                         -> accept "names are not looked up"
    auto-snapshot                                                -> accept "the disk does not fail"
    (compress-configuration-files | no-compress-configuration-files) -> accept "configurations are kept in saves"
    no-debugger-on-alt-break                                     -> accept "the kernel does not panic"
    no-multicast-echo                                            -> accept "no options are answered"
    no-neighbor-learn                                            -> accept "neighbours are learned"
    time-zone <time-zone:name>                                   -> accept "the clock shows UTC"
    use-imported-time-zones                                      -> accept "the clock shows UTC"
    management-instance                                          -> accept "there is no management instance"
    no-redirects                                                 -> accept "redirects are never sent"
    no-redirects-ipv6                                            -> accept "redirects are never sent"
    no-ping-record-route                                         -> accept "no options are answered"
    no-ping-time-stamp                                           -> accept "no options are answered"
    diag-port-authentication -> accept "there is no diagnostic port" { use authentication }
    pic-console-authentication -> accept "there are no consoles of cards" { use authentication }
    internet-options -> accept "the stack has its usual settings" {
      (gre-path-mtu-discovery | no-gre-path-mtu-discovery)
      icmpv4-rate-limit {
        packet-rate <rate:0..4294967295>
        bucket-size <seconds:0..4294967295>
      }
      icmpv6-rate-limit {
        packet-rate <rate:0..4294967295>
        bucket-size <seconds:0..4294967295>
      }
      (ipip-path-mtu-discovery | no-ipip-path-mtu-discovery)
      ipv6-duplicate-addr-detection-transmits <number:0..20>
      (ipv6-path-mtu-discovery | no-ipv6-path-mtu-discovery)
      ipv6-path-mtu-discovery-timeout <minutes:5..71582788>
      (ipv6-reject-zero-hop-limit | no-ipv6-reject-zero-hop-limit)
      no-tcp-reset (drop-all-tcp | drop-tcp-with-syn-only)
      no-tcp-rfc1323
      no-tcp-rfc1323-paws
      (path-mtu-discovery | no-path-mtu-discovery)
      (source-quench | no-source-quench)
      source-port { upper-limit <port:5000..65535> }
      tcp-drop-synfin-set
      tcp-mss <bytes:64..65535>
    }
    authentication-order <method!:auth-method>...                -> accept "passwords are asked here"
    location @flat -> accept "nobody asks where it stands" {
      country-code <code:name>
      postal-code <code:text>
      npa-nxx <code:name>
      latitude <degrees:name>
      longitude <degrees:name>
      altitude <feet:name>
      lata <code:name>
      vcoord <degrees:name>
      hcoord <degrees:name>
      building <building:text>
      floor <floor:name>
      rack <rack:name>
    }
    ports -> accept "the console is always there" {
      console @flat @presence {
        log-out-on-disconnect
        disable
        insecure
        silent-with-modem
        type <terminal-type:name>
      }
      auxiliary @flat @presence {
        log-out-on-disconnect
        disable
        insecure
        type <terminal-type:name>
      }
    }
    name-server -> accept "names are not looked up" {
      <address!:ip> @flat @presence {
        source-address <source:ip>
        routing-instance <instance:name>
      }
    }
    radius-server -> accept "passwords are asked here" {
      <address!:ip> @oneline {
        routing-instance <instance:name>
        accounting-port <port:1..65535>
        dynamic-request-port <port:1..65535>
        port <port:1..65535>
        secret <secret:text> @secret
        timeout <seconds:1..1000>
        retry <number:1..100>
        source-address <address:ip>
      }
    }
    radius-options -> accept "passwords are asked here" {
      attributes { nas-ip-address <address:ip> }
      password-protocol mschap-v2
      enhanced-accounting
    }
    tacplus-server -> accept "passwords are asked here" {
      <address!:ip> @oneline {
        routing-instance <instance:name>
        port <port:1..65535>
        secret <secret:text> @secret
        timeout <seconds:1..90>
        single-connection
        source-address <address:ip>
      }
    }
    tacplus-options -> accept "passwords are asked here" {
      service-name <service:name>
      (strict-authorization | no-strict-authorization)
      (no-cmd-attribute-value | exclude-cmd-attribute)
      enhanced-accounting
      timestamp-and-timezone
      authorization-time-interval <minutes:15..1440>
    }
    accounting -> accept "nothing is accounted" {
      events <event!:name>...
      enhanced-avs-max <number:0..15>
      destination {
        radius { server { use accounting-server } }
        tacplus { server { use accounting-server } }
      }
    }
    syslog {
      archive @flat @presence { use syslog-archive }
      user <user!:syslog-user> {
        use syslog-facilities
        match <regular-expression:text>
        match-strings <text!:text>...
        allow-duplicates
      }
      host <host!:name> -> accept "no log is sent away" {
        use syslog-facilities
        match <regular-expression:text>
        match-strings <text!:text>...
        allow-duplicates
        port <port:1..65535>
        facility-override <facility:facility-override>
        log-prefix <prefix:text>
        source-address <address:ip>
        explicit-priority
        exclude-hostname
        routing-instance <instance:name>
        transport (tcp | tls | udp)
        structured-data @presence { brief }
      }
      file <file!:name> {
        use syslog-facilities
        match <regular-expression:text>
        match-strings <text!:text>...
        allow-duplicates
        archive @flat @presence {
          use syslog-archive
          start-time <time:name>
          transfer-interval <minutes:5..2880>
          archive-sites <url!:text>...
        }
        explicit-priority
        structured-data @presence { brief }
      }
      console { use syslog-facilities }
      source-address <address:ip>
      routing-instance <instance:name>
      time-format @flat @presence {
        year
        millisecond
      }
      log-rotate-frequency <minutes:1..59>
      allow-duplicates
      server @presence { routing-instances { <instance!:name> @presence { } } }
    }
    tracing -> accept "nothing is traced" { destination-override { syslog { host <address:ip> } } }
    max-configurations-on-flash <number:0..49>                   -> accept "configurations are kept in saves"
    max-configuration-rollbacks <number:0..49>                   -> accept "configurations are kept in saves"
    max-cli-sessions <number:0..4294967295>                      -> accept "consoles are few"
    scripts -> accept "no script runs" {
      language (python | python3)
      max-datasize <size:bytes>
      synchronize
      load-scripts-from-flash
      commit {
        allow-transients
        direct-access
        traceoptions { use traceoptions }
        file <script!:name> @presence { use script-file }
      }
      op {
        no-allow-url
        traceoptions { use traceoptions }
        file <script!:name> @presence {
          use script-file
          description <description:text>
          arguments <argument!:name> { description <description:text> }
          command <alias:name>
        }
      }
      snmp { file <script!:name> @presence { oid <oid!:name> [priority <priority:name>] } }
      action { file <script!:name> @presence { use script-file } }
    }
    processes -> accept "every process runs" {
      routing @presence {
        (disable | enable)
        force-64-bit
        force-32-bit
        failover (alternate-media | other-routing-engine)
        bgp @presence {
          rib-sharding @presence { number-of-shards <number:1..31> }
          update-threading @presence { number-of-threads <number:1..128> }
        }
      }
      <process!:name> {
        (disable | enable)
        failover (alternate-media | other-routing-engine)
        command <file:text>
        traceoptions { use traceoptions }
      }
    }
    license -> accept "nothing needs a licence" {
      autoupdate {
        url <url!:text> @oneline @presence { password <password:text> @secret }
      }
      renew @oneline {
        before-expiration <days:0..60>
        interval <hours:1..336>
      }
      keys { key <key!:text> }
      traceoptions { use traceoptions }
    }
    ntp -> accept "the clock is right" {
      boot-server <address:ip>
      interval-range <range:0..3>
      authentication-key <key-id!:1..65534> @flat {
        type (md5 | sha1 | sha256)
        value <value:text> @secret
      }
      trusted-key <key-id!:1..65534>...
      peer <address!:ip> @flat @presence { use ntp-association }
      server <address!:ip> @flat @presence { use ntp-association }
      broadcast <address!:ip> @flat @presence {
        key <key:1..65534>
        version <version:1..4>
        ttl <ttl:1..255>
      }
      broadcast-client
      multicast-client [<address:ip>]
      source-address <address!:ip> @flat @presence { routing-instance <instance:name> }
      threshold <seconds:1..600> [action (accept | reject)]
    }
    extensions -> accept "no foreign software runs" {
      providers <provider!:name> { license-type <license-type!:name> deployment-scope <scope!:name>... }
      extension-service {
        application {
          file <script!:name> @presence {
            arguments <arguments:text>
            daemonize
          }
        }
      }
    }
    archival -> accept "configurations are kept in saves" {
      configuration {
        transfer-interval <minutes:15..2880>
        transfer-on-commit
        archive-sites { <url!:text> @oneline @presence { password <password:text> @secret } }
        routing-instance <instance:name>
      }
    }
    arp {
      aging-timer <minutes:1..240>
      interfaces { <interface!:ifl> { aging-timer <minutes:1..240> } }
      passive-learning                                           -> accept "neighbours are asked"
      purging                                                    -> accept "neighbours are forgotten in their time"
      gratuitous-arp-on-ifup                                     -> accept "gratuitous ARP is as usual"
      gratuitous-arp-delay <seconds:0..10>                       -> accept "gratuitous ARP is as usual"
      non-subscriber-no-reply                                    -> accept "ARP answers as usual"
    }
    ddos-protection -> accept "nobody attacks" {
      traceoptions { use traceoptions }
      global {
        disable-logging
        disable-routing-engine
        disable-fpc
        flow-detection
        flow-detection-mode (automatic | off | on)
        violation-report-rate <rate:1..50000>
      }
      protocols {
        <protocol!:name> {
          <packet-type!:name> {
            disable-logging
            disable-routing-engine
            disable-fpc
            bandwidth <pps:1..100000>
            burst <packets:1..100000>
            priority (high | low | medium)
            recover-time <seconds:1..3600>
            bypass-aggregate
          }
        }
      }
    }
    phone-home -> accept "nobody is called" {
      server <url:text>
      rfc-compliant
      upgrade-image-before-configuration
    }
    fips -> accept "no rules of secrecy" { level <level:0..4> }
    resource-monitor @presence -> accept "resources suffice" {
      no-throttle
      high-threshold <percent:1..99>
      free-heap-memory-watermark <percent:1..99>
    }
    master-password @presence -> accept "secrets are hidden as usual" { iteration-count <count:10..10000> }
    autoinstallation @presence -> accept "nothing installs itself" {
      delete-upon-commit
      configuration-servers { <url!:text> }
      interfaces { <interface!:name> { bootp } }
    }
    export-format -> accept "configurations are printed in braces" { json @presence { (ietf | verbose) } }
    proxy -> accept "nobody is called" {
      server <server:name>
      port <port:1..65535>
      username <user:name>
      password <password:text> @secret
    }
  }
}

define authentication {
  plain-text-password                                            -> accept "asks for the password at once"
  encrypted-password <password:text> @secret
  no-public-keys                                                 -> accept "there is no SSH here"
  ssh-rsa <public-key!:text> [from <host:text>] @secret -> accept "there is no SSH here"
  ssh-dsa <public-key!:text> [from <host:text>] @secret -> accept "there is no SSH here"
  ssh-ecdsa <public-key!:text> [from <host:text>] @secret -> accept "there is no SSH here"
  ssh-ed25519 <public-key!:text> [from <host:text>] @secret -> accept "there is no SSH here"
}
define system-services {
  finger @presence {
    connection-limit <limit:1..250>
    rate-limit <limit:1..250>
  }
  ftp @presence {
    authentication-order <method!:auth-method>...
    connection-limit <limit:1..250>
    rate-limit <limit:1..250>
  }
  tftp-server @presence {
    connection-limit <limit:1..250>
    rate-limit <limit:1..250>
  }
  netconf @presence {
    ssh @presence {
      connection-limit <limit:1..250>
      rate-limit <limit:1..250>
      port <port:1..65535>
    }
    rfc-compliant
    yang-compliant
    hello-message { yang-module-capabilities { (advertise-native-yang-modules | advertise-standard-yang-modules) } }
    traceoptions { use traceoptions }
  }
  rest @presence {
    http @presence {
      port <port:1024..65535>
      addresses <address!:ip>...
    }
    https @presence {
      port <port:1024..65535>
      addresses <address!:ip>...
      server-certificate <certificate:name>
    }
    control {
      allowed-sources <address!:ip>...
      connection-limit <limit:1..1024>
    }
    enable-explorer
    traceoptions { use traceoptions }
  }
  ssh @presence {
    root-login (allow | deny | deny-password)
    authentication-order <method!:auth-method>...
    no-challenge-response
    no-password-authentication
    no-passwords
    no-public-keys
    (tcp-forwarding | no-tcp-forwarding)
    port <port:1..65535>
    protocol-version <version!:name>...
    max-pre-authentication-packets <number:20..2147483647>
    max-sessions-per-connection <number:1..65535>
    sftp-server
    ciphers <cipher!:name>...
    macs <mac-algorithm!:name>...
    key-exchange <algorithm!:name>...
    client-alive-count-max <number:0..255>
    client-alive-interval <seconds:0..65535>
    hostkey-algorithm {
      (ssh-dss | no-ssh-dss)
      (ssh-ecdsa | no-ssh-ecdsa)
      (ssh-ed25519 | no-ssh-ed25519)
      (ssh-rsa | no-ssh-rsa)
    }
    fingerprint-hash (md5 | sha2-256)
    log-key-changes
    rekey {
      data-limit <bytes:name>
      time-limit <minutes:1..1440>
    }
    access-disable-external
    connection-limit <limit:1..250>
    rate-limit <limit:1..250>
  }
  telnet @presence {
    authentication-order <method!:auth-method>...
    connection-limit <limit:1..250>
    rate-limit <limit:1..250>
  }
  xnm-clear-text @presence { connection-limit <limit:1..250> }
  xnm-ssl @presence {
    connection-limit <limit:1..250>
    local-certificate <certificate:name>
  }
  flow-tap-dtcp @presence { ssh @presence { connection-limit <limit:1..250> } }
  dhcp {
    router { <address!:ipv4> }
    pool <pool!:any-prefix> {
      address-range @flat {
        low <address:ipv4>
        high <high:ipv4>
      }
      exclude-address { <address!:ipv4> }
      default-lease-time (infinite | <seconds:60..1209600>)
      maximum-lease-time (infinite | <seconds:60..1209600>)
      domain-name <domain-name:name>
      name-server { <address!:ipv4> }
      router { <address!:ipv4> }
    }
    static-binding <mac!:mac> {
      fixed-address { <address!:ipv4> }
      host-name <host-name:name>
    }
    propagate-settings <interface:name>
  }
  dhcp-local-server @presence {
    traceoptions { use traceoptions }
    dhcpv6 { group <group!:name> { interface <interface!:ifl> @presence { exclude } } }
    pool-match-order {
      external-authority
      ip-address-first
      option-82
    }
    overrides { use dhcp-overrides }
    group <group!:name> { interface <interface!:ifl> @presence { exclude } }
  }
  extension-service @presence {
    request-response @presence {
      grpc @presence {
        clear-text @presence {
          address <address:ip>
          port <port:1..65535>
        }
        ssl @presence {
          address <address:ip>
          port <port:1..65535>
          local-certificate <certificate:name>
          use-pki
        }
        max-connections <number:1..30>
        skip-authentication
        routing-instance <instance:name>
      }
    }
    notification { allow-clients { address <prefix!:any-prefix>... } }
  }
  outbound-ssh {
    client <client!:name> {
      device-id <device:name>
      secret <secret:text> @secret
      keep-alive @presence {
        retry <number:0..4294967295>
        timeout <seconds:1..300>
      }
      reconnect-strategy (in-order | sticky)
      services netconf
      <address!:ip> @flat @presence {
        port <port:1..65535>
        retry <number:0..4294967295>
        timeout <seconds:0..4294967295>
      }
    }
    traceoptions { use traceoptions }
  }
  web-management @presence {
    traceoptions { use traceoptions }
    management-url <url:text>
    http @presence {
      port <port:1..65535>
      interface <interface!:ifl>...
    }
    https @presence {
      port <port:1..65535>
      local-certificate <certificate:name>
      pki-local-certificate <certificate:name>
      system-generated-certificate
      interface <interface!:ifl>...
    }
    session {
      idle-timeout <minutes:1..1440>
      session-limit <number:1..1024>
    }
  }
  dns @presence {
    dns-proxy { interface <interface!:ifl> @presence { } }
    forwarders { <address!:ip> @presence { } }
  }
}
define accounting-server {
  <address!:ip> @oneline {
    port <port:1..65535>
    secret <secret:text> @secret
    timeout <seconds:1..90>
    source-address <source:ip>
  }
}
define static-hosts {
  <host-name!:name> {
    alias <alias!:name>...
    inet <address!:ipv4>...
    inet6 <address!:ipv6>...
    sysid <system-id:name>
  }
}
define syslog-facilities { <facility!:syslog-facility> <level:syslog-level> }
define syslog-archive {
  size <size:bytes>
  files <number:1..1000>
  (world-readable | no-world-readable)
  (binary-data | no-binary-data)
}
define script-file {
  optional
  refresh-from <url:text>
  source <url:text>
  checksum { sha-256 <digest:name> }
}
define ntp-association {
  key <key:1..65534>
  version <version:1..4>
  prefer
  routing-instance <instance:name>
}

words {
  <arguments>                    "Arguments"
  <building>                     "Building"
  <cipher>                       "Cipher"
  <code>                         "Code"
  <day>                          "Day"
  <days>                         "Days"
  <degrees>                      "Degrees"
  <feet>                         "Feet"
  <floor>                        "Floor"
  <hours>                        "Hours"
  <mac-algorithm>                "MAC algorithm"
  <packet-type>                  "Packet type"
  <pps>                          "Packets per second"
  <rack>                         "Rack"
  <satellite>                    "Satellite"
  access-disable-external        "Access disable external"
  access-end                     "Access end"
  access-start                   "Access start"
  address-range                  "Address range"
  addresses                      "Addresses"
  advertise-native-yang-modules  "Advertise native YANG modules"
  advertise-standard-yang-modules "Advertise standard YANG modules"
  allow-clients                  "Allow clients"
  allow-commands-regexps         "Allow commands regexps"
  allow-configuration-regexps    "Allow configuration regexps"
  allow-transients               "Allow transients"
  allowed-days                   "Day(s) of week when access is allowed"
  allowed-sources                "Allowed sources"
  alternate-media                "Alternate media"
  altitude                       "Altitude"
  attributes                     "Attributes"
  audit-administrator            "Audit administrator"
  authorization-time-interval    "Authorization time interval"
  auto-configuration             "Auto configuration"
  auto-snapshot                  "Auto snapshot"
  autoinstallation               "Autoinstallation"
  auxiliary                      "Auxiliary"
  backup-router                  "Address of router to use while booting"
  before-expiration              "Before expiration"
  binary-data                    "Binary data"
  broadcast-client               "Broadcast client"
  building                       "Building"
  burst                          "Burst"
  bypass-aggregate               "Bypass aggregate"
  change-type                    "Password change type"
  character-sets                 "Set of characters"
  ciphers                        "Ciphers"
  client-alive-count-max         "Client alive count Maximum"
  client-alive-interval          "Client alive interval"
  command                        "Command"
  commit-interval                "Number of seconds between commits"
  compress-configuration-files   "Compress the router configuration files"
  configuration-breadcrumbs      "Show breadcrumbs in configuration mode"
  configuration-database         "Configuration database"
  configuration-diff-format      "Configuration diff format"
  configuration-servers          "Configuration servers"
  control                        "Control"
  country-code                   "Country code"
  crypto-administrator           "Crypto administrator"
  daemonize                      "Daemonize"
  data-limit                     "Data limit"
  ddos-protection                "DDoS protection"
  debugger-on-panic              "Debugger on panic"
  default-lease-time             "Default lease time"
  delete-upon-commit             "Delete upon commit"
  delta-export                   "Use delta export of the configuration"
  deny-commands-regexps          "Deny commands regexps"
  deny-configuration-regexps     "Deny configuration regexps"
  deny-sources                   "Sources from which logins are denied"
  destination-override           "Destination override"
  device-id                      "Device ID"
  diag-port-authentication       "Diag port authentication"
  direct-access                  "Direct access"
  disable-fpc                    "Disable FPC"
  disable-logging                "Disable logging"
  disable-routing-engine         "Disable routing engine"
  dns-proxy                      "DNS proxy"
  drop-all-tcp                   "Drop all TCP packets"
  drop-tcp-with-syn-only         "Drop only TCP packets with SYN"
  dump-on-panic                  "Dump on panic"
  dynamic-request-port           "Dynamic request port"
  enable-explorer                "Enable explorer"
  encrypt-configuration-files    "Encrypt configuration files"
  enhanced-accounting            "Enhanced accounting"
  enhanced-avs-max               "Enhanced avs Maximum"
  ephemeral                      "Ephemeral"
  exclude-address                "Exclude address"
  exclude-cmd-attribute          "Exclude cmd attribute"
  exclude-hostname               "Exclude hostname"
  export-format                  "Export format"
  external-authority             "External authority"
  fingerprint-hash               "Fingerprint hash"
  fips                           "FIPS"
  fixed-address                  "Fixed address"
  floor                          "Floor"
  flow-detection                 "Flow detection"
  flow-detection-mode            "Flow detection mode"
  flow-tap-dtcp                  "Flow tap dtcp"
  force-32-bit                   "Force 32 bit"
  force-64-bit                   "Force 64 bit"
  forwarders                     "Forwarders"
  free-heap-memory-watermark     "Free heap memory watermark"
  gratuitous-arp-delay           "Gratuitous ARP delay"
  gratuitous-arp-on-ifup         "Gratuitous ARP on ifup"
  gre-path-mtu-discovery         "GRE path MTU discovery"
  hcoord                         "Bellcore horizontal coordinate"
  hello-message                  "Hello message"
  high-threshold                 "High threshold"
  hostkey-algorithm              "Hostkey algorithm"
  icmpv6-rate-limit              "ICMPv6 rate limit"
  ids-administrator              "IDs administrator"
  ietf                           "JSON as IETF has it"
  ignore-ephemeral-default       "Ignore ephemeral default"
  in-order                       "In order"
  interval-range                 "Interval range"
  ip-address-first               "IP address first"
  ipip-path-mtu-discovery        "Ipip path MTU discovery"
  ipv6-duplicate-addr-detection-transmits "IPv6 duplicate addr detection transmits"
  ipv6-path-mtu-discovery        "IPv6 path MTU discovery"
  ipv6-path-mtu-discovery-timeout "IPv6 path MTU discovery timeout"
  ipv6-reject-zero-hop-limit     "IPv6 reject zero hop limit"
  iteration-count                "Iteration count"
  json                           "JSON"
  keep-alive                     "Keep alive"
  key-exchange                   "Key exchange"
  language                       "Language"
  lata                           "Local access transport area"
  latitude                       "Latitude"
  load-scripts-from-flash        "Load scripts from flash"
  log-key-changes                "Log key changes"
  log-rotate-frequency           "Log rotate frequency"
  login-alarms                   "Login alarms"
  login-script                   "Login script"
  login-tip                      "Display tip when logging in"
  longitude                      "Longitude"
  macs                           "Macs"
  management-url                 "Management URL"
  master-password                "Master password"
  match-strings                  "Match strings"
  max-cli-sessions               "Maximum cli sessions"
  max-configuration-rollbacks    "Maximum configuration rollbacks"
  max-configurations-on-flash    "Maximum configurations on flash"
  max-connections                "Maximum connections"
  max-db-size                    "Maximum db size"
  max-pre-authentication-packets "Maximum pre authentication packets"
  maximum-lifetime               "Maximum lifetime"
  maximum-time                   "Maximum time"
  minimum-changes                "Minimum changes"
  minimum-character-changes      "Minimum character changes"
  minimum-length                 "Minimum length"
  minimum-lifetime               "Minimum lifetime"
  minimum-lower-cases            "Minimum lower cases"
  minimum-numerics               "Minimum numerics"
  minimum-punctuations           "Minimum punctuations"
  minimum-reuse                  "Minimum reuse"
  minimum-time                   "Minimum time"
  minimum-upper-cases            "Minimum upper cases"
  mschap-v2                      "Mschap v2"
  multicast-client               "Multicast client"
  nas-ip-address                 "Nas IP address"
  no-allow-url                   "Disable allow URL"
  no-binary-data                 "Disable binary data"
  no-challenge-response          "Disable challenge response"
  no-cmd-attribute-value         "Disable cmd attribute value"
  no-compress-configuration-files "Don't compress the router configuration files"
  no-debugger-on-alt-break       "Disable debugger on alt break"
  no-gre-path-mtu-discovery      "Disable GRE path MTU discovery"
  no-ipip-path-mtu-discovery     "Disable ipip path MTU discovery"
  no-ipv6-path-mtu-discovery     "Disable IPv6 path MTU discovery"
  no-ipv6-reject-zero-hop-limit  "Disable IPv6 reject zero hop limit"
  no-multicast-echo              "Disable responding to multicast echo requests"
  no-password-authentication     "Disable password authentication"
  no-passwords                   "Disable passwords"
  no-source-quench               "Disable source quench"
  no-ssh-dss                     "Disable SSH dss"
  no-ssh-ecdsa                   "Disable SSH ECDSA"
  no-ssh-ed25519                 "Disable SSH ed25519"
  no-ssh-rsa                     "Disable SSH RSA"
  no-strict-authorization        "Disable strict authorization"
  no-tcp-reset                   "Do not send RST TCP packet for packets sent to non-listening ports"
  no-tcp-rfc1323                 "Disable RFC 1323 TCP extensions"
  no-tcp-rfc1323-paws            "Disable RFC 1323 Protection Against Wrapped Sequence Number extension"
  no-throttle                    "Disable throttle"
  non-subscriber-no-reply        "Non subscriber no reply"
  notification                   "Notification"
  npa-nxx                        "First six digits of phone number"
  number-of-shards               "Number of shards"
  number-of-threads              "Number of threads"
  op                             "Configure op scripts"
  outbound-ssh                   "Outbound SSH"
  passive-learning               "Passive learning"
  password-protocol              "Password protocol"
  peers                          "Peers that get the configuration too"
  peers-synchronize              "Synchronize commit on remote peers"
  phone-home                     "Phone-home client"
  pic-console-authentication     "PIC console authentication"
  pki-local-certificate          "PKI local certificate"
  pool-match-order               "Pool match order"
  postal-code                    "Postal code"
  propagate-settings             "Propagate settings"
  purging                        "Purging"
  python                         "Python"
  python3                        "Python3"
  rack                           "Rack"
  radius-options                 "RADIUS options"
  reconnect-strategy             "Reconnect strategy"
  recover-time                   "Recover time"
  refresh-from                   "Refresh from"
  rekey                          "Rekey"
  renew                          "Renew"
  resource-monitor               "Resource monitor"
  rest                           "REST"
  rib-sharding                   "RIB sharding"
  satellite                      "Satellite"
  scripts                        "Scripts"
  security-administrator         "Security administrator"
  security-role                  "Security role"
  server-certificate             "Server certificate"
  service-name                   "Service name"
  session-limit                  "Session limit"
  set-transitions                "Number of transitions between character sets"
  sftp-server                    "Sftp server"
  sha2-256                       "Sha2 256"
  sha256                         "Sha256"
  sha512                         "Sha512"
  silent-with-modem              "Silent with modem"
  single-connection              "Single connection"
  source-quench                  "Source quench"
  ssh-dss                        "Allow generation of 1024-bit DSA host-key"
  ssl                            "SSL based API connection"
  static-binding                 "Static binding"
  sticky                         "Sticky"
  strict-authorization           "Strict authorization"
  sysid                          "ISO/IS-IS system identifier"
  tacplus                        "TACACS+"
  tacplus-options                "TACACS+ options"
  tcp-drop-synfin-set            "TCP drop synfin set"
  time-limit                     "Time limit"
  timestamp-and-timezone         "Timestamp and timezone"
  tls                            "Transport Layer Security"
  tracing                        "Tracing"
  trusted-key                    "Trusted key"
  update-threading               "Update threading"
  upgrade-image-before-configuration "Upgrade image before configuration"
  upper-limit                    "Upper limit"
  use-imported-time-zones        "Use imported time zones"
  use-pki                        "Use PKI"
  username                       "Username"
  vcoord                         "Bellcore vertical coordinate"
  violation-report-rate          "Violation report rate"
  xnm-clear-text                 "Xnm clear text"
  xnm-ssl                        "Xnm SSL"
  yang-compliant                 "YANG compliant"
  yang-module-capabilities       "YANG module capabilities"
}
