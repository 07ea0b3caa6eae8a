# commands/junos/security.cmd: zones, policies, address translation, keys: understood and kept.    Source: CLI reference of
# Junos 21.4 (SRX); policies and rules in the order of typing.

config {
  security -> accept "packets are not judged by zones" {
    authentication-key-chains {
      key-chain <key-chain!:name> {
        description <description:text>
        tolerance <seconds:0..4294967295>
        key <key-id!:0..63> {
          secret <secret:key> @secret
          key-name <name:name>
          algorithm (ao | hmac-sha-1 | md5)
          options (basic | isis-enhanced)
          start-time <time:name>
        }
      }
    }
    log {
      mode (event | stream)
      format (binary | sd-syslog | syslog)
      report
      event-rate <rate:0..1500>
      source-address <address:ip>
      source-interface <interface:ifl>
      stream <stream!:name> {
        severity (alert | critical | debug | emergency | error | info | notice | warning)
        format (binary | sd-syslog | syslog | welf)
        category (all | content-security)
        host {
          <address:ip>
          port <port:1..65535>
        }
      }
    }
    pki {
      ca-profile <profile!:name> {
        ca-identity <identity:name>
        enrollment { url <url:text> }
        revocation-check @presence { disable }
      }
      traceoptions { use traceoptions }
    }
    ike {
      traceoptions { use traceoptions }
      respond-bad-spi <number:1..2147483647>
      proposal <proposal!:name> {
        description <description:text>
        authentication-method (dsa-signatures | ecdsa-signatures-256 | ecdsa-signatures-384 | pre-shared-keys | rsa-signatures)
        dh-group (group1 | group2 | group5 | group14 | group15 | group16 | group19 | group20 | group21 | group24)
        authentication-algorithm (md5 | sha1 | sha-256 | sha-384 | sha-512)
        encryption-algorithm (3des-cbc | aes-128-cbc | aes-128-gcm | aes-192-cbc | aes-256-cbc | aes-256-gcm | des-cbc)
        lifetime-seconds <seconds:180..86400>
      }
      policy <ike-policy!:name> {
        mode (aggressive | main)
        description <description:text>
        proposals <proposal!:name>...
        proposal-set (basic | compatible | standard)
        pre-shared-key @oneline {
          ascii-text <key:text> @secret
          hexadecimal <key:text> @secret
        }
        certificate { local-certificate <certificate:name> }
      }
      gateway <gateway!:name> {
        ike-policy <ike-policy:name>
        address <address!:name>...
        dynamic {
          hostname <host-name:name>
          inet <address:ip>
        }
        dead-peer-detection @presence {
          (always-send | optimized | probe-idle-tunnel)
          interval <seconds:2..60>
          threshold <number:1..5>
        }
        no-nat-traversal
        nat-keepalive <seconds:1..300>
        local-identity @oneline { use ike-identity }
        remote-identity @oneline { use ike-identity }
        external-interface <interface:ifl>
        local-address <address:ip>
        general-ikeid
        version (v1-only | v2-only)
      }
    }
    ipsec {
      traceoptions { use traceoptions }
      proposal <proposal!:name> {
        description <description:text>
        protocol (ah | esp)
        authentication-algorithm (hmac-md5-96 | hmac-sha-256-128 | hmac-sha1-96)
        encryption-algorithm (3des-cbc | aes-128-cbc | aes-128-gcm | aes-192-cbc | aes-256-cbc | aes-256-gcm | des-cbc)
        lifetime-seconds <seconds:180..86400>
        lifetime-kilobytes <kilobytes:64..4294967294>
      }
      policy <ipsec-policy!:name> {
        description <description:text>
        perfect-forward-secrecy { keys (group1 | group2 | group5 | group14 | group15 | group16 | group19 | group20 | group21 | group24) }
        proposals <proposal!:name>...
        proposal-set (basic | compatible | standard)
      }
      vpn <vpn!:name> {
        bind-interface <interface:ifl>
        df-bit (clear | copy | set)
        vpn-monitor @presence {
          optimized
          source-interface <interface:ifl>
          destination-ip <address:ip>
        }
        ike {
          gateway <gateway:name>
          proxy-identity {
            local <prefix:any-prefix>
            remote <prefix:any-prefix>
            service <service:name>
          }
          ipsec-policy <ipsec-policy:name>
        }
        traffic-selector <selector!:name> {
          local-ip <prefix:any-prefix>
          remote-ip <prefix:any-prefix>
        }
        establish-tunnels (immediately | on-traffic | responder-only)
      }
      security-association <association!:name> {
        description <description:text>
        mode (transport | tunnel)
        manual {
          direction <direction!:sa-direction> {
            protocol (ah | esp)
            spi <spi:256..16639>
            authentication {
              algorithm (hmac-md5-96 | hmac-sha1-96)
              key {
                ascii-text <key:text> @secret
                hexadecimal <key:text> @secret
              }
            }
          }
        }
      }
      vpn-monitor-options {
        interval <seconds:2..3600>
        threshold <number:1..65536>
      }
    }
    macsec {
      connectivity-association <association!:name> {
        security-mode (dynamic | static-cak | static-sak)
        cipher-suite (gcm-aes-128 | gcm-aes-256 | gcm-aes-xpn-128 | gcm-aes-xpn-256)
        mka {
          transmit-interval <milliseconds:2000..60000>
          key-server-priority <priority:0..255>
          must-secure
          should-secure
        }
        include-sci
        pre-shared-key {
          ckn <name:name>
          cak <key:text> @secret
        }
      }
      interfaces { <interface!:interface-name> { connectivity-association <association:name> } }
    }
    alg {
      dns { use security-alg }
      ftp { use security-alg }
      h323 { use security-alg }
      mgcp { use security-alg }
      msrpc { use security-alg }
      pptp { use security-alg }
      rsh { use security-alg }
      rtsp { use security-alg }
      sccp { use security-alg }
      sip { use security-alg }
      sql { use security-alg }
      sunrpc { use security-alg }
      talk { use security-alg }
      tftp { use security-alg }
    }
    forwarding-options {
      family inet { mode (flow-based | packet-based) }
      family inet6 { mode (drop | flow-based | packet-based) }
      family mpls { mode (flow-based | packet-based) }
      family iso { mode packet-based }
    }
    flow {
      traceoptions {
        use traceoptions
        packet-filter <filter!:name> {
          protocol <protocol:name>
          source-prefix <prefix:any-prefix>
          destination-prefix <prefix:any-prefix>
          source-port <port:name>
          destination-port <port:name>
        }
      }
      allow-dns-reply
      allow-embedded-icmp
      syn-flood-protection-mode (syn-cookie | syn-proxy)
      route-change-timeout <seconds:6..1800>
      tcp-mss {
        all-tcp mss <bytes:64..65535>
        ipsec-vpn mss <bytes:64..65535>
        gre-in mss <bytes:64..65535>
        gre-out mss <bytes:64..65535>
      }
      tcp-session {
        rst-invalidate-session
        rst-sequence-check
        no-syn-check
        strict-syn-check
        no-syn-check-in-tunnel
        no-sequence-check
        tcp-initial-timeout <seconds:4..300>
        maximum-window <window:name>
        time-wait-state { apply-to-half-close-state }
      }
      aging {
        early-ageout <seconds:1..65535>
        low-watermark <percent:0..100>
        high-watermark <percent:0..100>
      }
    }
    screen {
      traceoptions { use traceoptions }
      trap { interval <seconds:1..3600> }
      ids-option <screen!:name> {
        description <description:text>
        alarm-without-drop
        icmp {
          ip-sweep @presence { threshold <threshold:1000..1000000> }
          fragment
          large
          flood @presence { threshold <threshold:1..1000000> }
          ping-death
          icmpv6-malformed
        }
        ip {
          bad-option
          record-route-option
          timestamp-option
          security-option
          stream-option
          spoofing
          source-route-option
          loose-source-route-option
          strict-source-route-option
          unknown-protocol
          block-frag
          tear-drop
        }
        tcp {
          syn-fin
          fin-no-ack
          tcp-no-flag
          syn-frag
          port-scan @presence { threshold <threshold:1000..1000000> }
          syn-ack-ack-proxy @presence { threshold <threshold:1..250000> }
          syn-flood @presence {
            alarm-threshold <threshold:1..500000>
            attack-threshold <threshold:1..500000>
            source-threshold <threshold:4..500000>
            destination-threshold <threshold:4..1000000>
            timeout <seconds:1..50>
            white-list <list!:name> {
              source-address <prefix!:any-prefix>
              destination-address <prefix!:any-prefix>
            }
          }
          land
          winnuke
          tcp-sweep @presence { threshold <threshold:1000..1000000> }
        }
        udp {
          flood @presence { threshold <threshold:1..1000000> }
          udp-sweep @presence { threshold <threshold:1000..1000000> }
          port-scan @presence { threshold <threshold:1000..1000000> }
        }
        limit-session {
          source-ip-based <number:1..8000000>
          destination-ip-based <number:1..8000000>
        }
      }
    }
    nat {
      source {
        pool <pool!:name> {
          description <description:text>
          routing-instance { <instance:instance> }
          address <address!:any-prefix> [to <to:any-prefix>]
          host-address-base <prefix:any-prefix>
          port @oneline {
            no-translation
            range <low:1024..65535> [to <high:1024..65535>]
            port-overloading-factor <factor:2..32>
          }
          overflow-pool (interface | <pool:name>)
          address-persistent { subscriber ipv6-prefix-length <length:1..128> }
        }
        address-persistent
        pool-utilization-alarm @flat {
          raise-threshold <percent:50..100>
          clear-threshold <percent:40..100>
        }
        port-randomization { disable }
        interface @oneline {
          port-overloading { off }
          port-overloading-factor <factor:1..64>
        }
        rule-set <rule-set!:name> {
          description <description:text>
          from @oneline { use nat-context }
          to @oneline { use nat-context }
          rule <nat-rule!:name> {
            description <description:text>
            match { use nat-match }
            then {
              source-nat {
                (off | interface)
                pool {
                  <pool:name>
                  persistent-nat {
                    permit (any-remote-host | target-host | target-host-port)
                    inactivity-timeout <seconds:60..7200>
                    max-session-number <number:8..65536>
                  }
                }
              }
            }
          }
        }
      }
      destination {
        pool <pool!:name> {
          description <description:text>
          routing-instance { <instance:instance> }
          address <address!:any-prefix> [to <to:any-prefix>] [port <port:1..65535>]
        }
        rule-set <rule-set!:name> {
          description <description:text>
          from @oneline { use nat-context }
          rule <nat-rule!:name> {
            description <description:text>
            match { use nat-match }
            then {
              destination-nat {
                off
                pool { <pool:name> }
              }
            }
          }
        }
      }
      static {
        rule-set <rule-set!:name> {
          description <description:text>
          from @oneline { use nat-context }
          rule <nat-rule!:name> {
            description <description:text>
            match { use nat-match }
            then {
              static-nat {
                prefix {
                  <prefix:any-prefix>
                  mapped-port <low:1..65535> [to <high:1..65535>]
                  routing-instance (default | <instance:instance>)
                }
                prefix-name {
                  <address-name:name>
                  mapped-port <low:1..65535> [to <high:1..65535>]
                  routing-instance (default | <instance:instance>)
                }
                inet { routing-instance (default | <instance:instance>) }
              }
            }
          }
        }
      }
      proxy-arp { interface <interface!:ifl> { address <address!:any-prefix> [to <to:any-prefix>] } }
      proxy-ndp { interface <interface!:ifl> { address <address!:any-prefix> [to <to:any-prefix>] } }
      traceoptions { use traceoptions }
    }
    address-book <address-book!:name> {
      description <description:text>
      use address-book
      attach { zone <zone!:name> }
    }
    policies {
      traceoptions { use traceoptions }
      from-zone <zone!:name> to-zone <to-zone!:name> { policy <security-policy!:name> { use security-policy } }
      global { policy <security-policy!:name> { use security-policy } }
      default-policy { (permit-all | deny-all) }
      policy-rematch @presence { extensive }
      policy-stats { system-wide (disable | enable) }
    }
    zones {
      functional-zone management {
        description <description:text>
        interfaces { <interface!:ifl> @presence { host-inbound-traffic { use host-inbound } } }
        screen <screen:name>
        host-inbound-traffic { use host-inbound }
      }
      security-zone <zone!:name> {
        description <description:text>
        tcp-rst
        address-book { use address-book }
        screen <screen:name>
        host-inbound-traffic { use host-inbound }
        interfaces { <interface!:ifl> @presence { host-inbound-traffic { use host-inbound } } }
        application-tracking
        enable-reverse-reroute
      }
    }
    ssh-known-hosts {
      host <host!:name> {
        ecdsa-sha2-nistp256-key <key:text>
        rsa-key <key:text>
      }
    }
    idp {
      active-policy <name:name>
      security-package {
        url <url:text>
        automatic { enable }
      }
    }
    application-tracking @presence { (disable | first-update) }
  }
}
define ike-identity {
  inet <address:ip>
  hostname <host-name:name>
  user-at-hostname <user:name>
  distinguished-name @presence { container <name:text> }
}
define security-alg {
  disable
  traceoptions { use traceoptions }
}
define nat-context {
  routing-instance <instance!:name>...
  zone <zone!:name>...
  interface <interface!:ifl>...
}
define nat-match {
  source-address <address!:any-prefix>...
  source-address-name <address-name!:name>...
  source-port <port!:name> [to <to:1..65535>]
  destination-address <destination!:any-prefix>
  destination-address-name <address-name!:name>
  destination-port <port!:name> [to <to:1..65535>]
  protocol <protocol!:name>...
  application <application!:name>...
}
define address-book {
  address <address-name!:name> @oneline {
    description <description:text>
    <prefix:any-prefix>
    dns-name <host-name:name> [(ipv4-only | ipv6-only)]
    wildcard-address <wildcard:name>
    range-address <low:ip> to <high:ip>
  }
  address-set <set!:name> {
    description <description:text>
    address <address-name!:name>
    address-set <member!:name>
  }
}
define security-policy {
  description <description:text>
  match {
    source-address <address-name!:name>...
    destination-address <address-name!:name>...
    source-address-excluded
    destination-address-excluded
    application <application!:name>...
    source-identity <identity!:name>...
    dynamic-application <application!:name>...
    from-zone <zone!:name>...
    to-zone <zone!:name>...
  }
  then {
    permit @presence {
      tunnel {
        ipsec-vpn <vpn:name>
        pair-policy <pair-policy:name>
      }
      firewall-authentication { pass-through @presence { client-match <user:name> } }
      destination-address { (drop-translated | drop-untranslated) }
      application-services @presence {
        idp
        idp-policy <name:name>
        utm-policy <name:name>
        application-firewall { rule-set <rule-set:name> }
      }
      tcp-options {
        syn-check-required
        sequence-check-required
        initial-tcp-mss <bytes:64..65535>
      }
    }
    deny
    reject @presence { }
    log @presence {
      session-init
      session-close
    }
    count @presence { }
  }
  scheduler-name <scheduler:name>
}
define host-inbound {
  system-services {
    <service!:name> @presence { except }
  }
  protocols {
    <protocol!:name> @presence { except }
  }
}

words {
  3des-cbc                       "3des CBC"
  <address-book>                 "Address book"
  <address-name>                 "Address name"
  <certificate>                  "Certificate"
  <direction>                    "Direction"
  <factor>                       "Factor"
  <gateway>                      "Gateway"
  <identity>                     "Identity"
  <ike-policy>                   "IKE policy"
  <ipsec-policy>                 "IPsec policy"
  <kilobytes>                    "Kilobytes"
  <nat-rule>                     "Rule name"
  <pair-policy>                  "Pair policy"
  <proposal>                     "Proposal"
  <rule-set>                     "Rule set"
  <screen>                       "Screen"
  <security-policy>              "Security policy name"
  <selector>                     "Selector"
  <service>                      "Service"
  <stream>                       "Stream"
  <to-zone>                      "Destination zone"
  <uuid>                         "UUID"
  <vpn>                          "VPN name"
  <wildcard>                     "Wildcard"
  <window>                       "Window"
  <zone>                         "Source zone"
  active-policy                  "Active policy"
  address-book                   "Security address book"
  address-persistent             "Address persistent"
  address-set                    "Define an address set"
  aes-128-cbc                    "AES 128 CBC"
  aes-128-gcm                    "AES 128 GCM"
  aes-192-cbc                    "AES 192 CBC"
  aes-256-cbc                    "AES 256 CBC"
  aes-256-gcm                    "AES 256 GCM"
  aging                          "Aging"
  ah                             "Authentication header"
  alarm-threshold                "Alarm threshold"
  alarm-without-drop             "Alarm without drop"
  alert                          "Alert"
  alg                            "Application layer gateways"
  all-tcp                        "All TCP"
  allow-dns-reply                "Allow DNS reply"
  allow-embedded-icmp            "Allow embedded ICMP"
  always-send                    "Always send"
  any-remote-host                "Any remote host"
  ao                             "TCP authentication option"
  application-firewall           "Application firewall"
  application-protocol           "Application protocol"
  application-services           "Application services"
  application-set                "Define an application set"
  application-tracking           "Enable Application tracking support for the zone"
  applications                   "Define applications by protocol characteristics"
  apply-to-half-close-state      "Apply to half close state"
  ascii-text                     "Ascii text"
  attach                         "Attach this address book to interfaces, zones"
  attack-threshold               "Attack threshold"
  authentication-key-chains      "Authentication key chain configuration"
  authentication-method          "Authentication method"
  bad-option                     "Enable ip with bad option ids option"
  basic                          "Basic set of proposals or options"
  binary                         "Binary"
  bind-interface                 "Bind interface"
  block-frag                     "Block frag"
  ca-identity                    "CA identity"
  ca-profile                     "CA profile"
  cak                            "CAK"
  category                       "Category of messages"
  certificate                    "Certificate"
  cipher-suite                   "Cipher suite"
  ckn                            "CKN"
  clear-threshold                "Clear threshold"
  client-match                   "Client match"
  compatible                     "Compatible"
  connectivity-association       "Connectivity association"
  container                      "Container"
  content-security               "Content security"
  critical                       "Critical"
  dead-peer-detection            "Dead peer detection"
  debug                          "Debug"
  default-policy                 "Configure default action when no user-defined policy match"
  deny-all                       "Deny all traffic if no policy match"
  des-cbc                        "DES CBC"
  destination-address-excluded   "Destination address excluded"
  destination-address-name       "Destination address name"
  destination-ip                 "Destination IP"
  destination-ip-based           "Destination IP based"
  destination-nat                "Destination NAT action"
  destination-prefix             "Destination prefix"
  destination-threshold          "Destination threshold"
  df-bit                         "DF bit"
  dh-group                       "Dh group"
  distinguished-name             "Distinguished name"
  dns-name                       "DNS address name"
  drop-translated                "Drop translated"
  drop-untranslated              "Drop untranslated"
  dsa-signatures                 "DSA signatures"
  dynamic-application            "Dynamic application"
  early-ageout                   "Early ageout"
  ecdsa-sha2-nistp256-key        "ECDSA sha2 nistp256 key"
  ecdsa-signatures-256           "ECDSA signatures 256"
  ecdsa-signatures-384           "ECDSA signatures 384"
  emergency                      "Emergency"
  enable-reverse-reroute         "Enable reverse reroute"
  encryption-algorithm           "Encryption algorithm"
  enrollment                     "Enrollment"
  esp                            "Encapsulated Security Payload header"
  establish-tunnels              "Establish tunnels"
  event-rate                     "Event rate"
  external-interface             "External interface"
  fin-no-ack                     "FIN no ack"
  first-update                   "First update"
  flow-based                     "Flow based"
  from-zone                      "Define policy context from this zone"
  functional-zone                "Functional zone"
  gateway                        "Gateway"
  gcm-aes-128                    "GCM AES 128"
  gcm-aes-256                    "GCM AES 256"
  gcm-aes-xpn-128                "GCM AES xpn 128"
  gcm-aes-xpn-256                "GCM AES xpn 256"
  general-ikeid                  "General ikeid"
  gre-in                         "GRE in"
  gre-out                        "GRE out"
  group1                         "Group1"
  group14                        "Group14"
  group15                        "Group15"
  group16                        "Group16"
  group19                        "Group19"
  group2                         "Group2"
  group20                        "Group20"
  group21                        "Group21"
  group24                        "Group24"
  group5                         "Group5"
  h323                           "H323"
  high-watermark                 "High watermark"
  hmac-md5-96                    "Hmac MD5 96"
  hmac-sha-1                     "Hmac SHA 1"
  hmac-sha-256-128               "Hmac SHA 256 128"
  hmac-sha1-96                   "Hmac sha1 96"
  host-address-base              "Host address base"
  host-inbound-traffic           "Allowed system services & protocols"
  hostname                       "Hostname"
  icmp                           "ICMP"
  icmp6-code                     "ICMPv6 code"
  icmp6-type                     "ICMPv6 type"
  icmpv6-malformed               "ICMPv6 malformed"
  idp                            "IDP"
  idp-policy                     "IDP policy"
  ids-option                     "Configure ids-option"
  ike                            "IKE configuration"
  ike-policy                     "IKE policy"
  immediately                    "Establish tunnels when they are configured"
  inactivity-timeout             "Application-specific inactivity timeout"
  include-sci                    "Include SCI"
  initial-tcp-mss                "Initial TCP MSS"
  ip-sweep                       "Configure ip sweep ids option"
  ipsec                          "IPsec configuration"
  ipsec-policy                   "IPsec policy"
  ipsec-vpn                      "IPsec VPN"
  ipv4-only                      "IPv4 only"
  ipv6-only                      "IPv6 only"
  ipv6-prefix-length             "IPv6 prefix length"
  isis-enhanced                  "Isis enhanced"
  key-name                       "Key name"
  key-server-priority            "Key server priority"
  keys                           "Keys"
  land                           "Enable land attack ids option"
  large                          "Enable large ICMP packet (size > 1024) ids option"
  lifetime-kilobytes             "Lifetime kilobytes"
  lifetime-seconds               "Lifetime seconds"
  limit-session                  "Limit sessions"
  local-certificate              "Local certificate"
  local-identity                 "Local identity"
  local-ip                       "Local IP"
  loose-source-route-option      "Loose source route option"
  low-watermark                  "Low watermark"
  macsec                         "MAC Security configuration"
  main                           "Main mode"
  management                     "Host for out of band management interfaces"
  mapped-port                    "Mapped port"
  max-session-number             "Maximum session number"
  maximum-window                 "Maximum window"
  mgcp                           "MGCP"
  mka                            "MKA"
  msrpc                          "MSRPC"
  mss                            "MSS"
  must-secure                    "Must secure"
  nat                            "Configure Network Address Translation"
  nat-keepalive                  "NAT keepalive"
  never                          "Never time out"
  no-nat-traversal               "Disable NAT traversal"
  no-sequence-check              "Disable sequence check"
  no-syn-check                   "Disable SYN check"
  no-syn-check-in-tunnel         "Disable SYN check in tunnel"
  no-translation                 "Disable translation"
  on-traffic                     "Establish tunnels when there is traffic"
  optimized                      "Optimized"
  overflow-pool                  "Overflow pool"
  packet-based                   "Packet based"
  packet-filter                  "Packet filter"
  pair-policy                    "Pair policy"
  perfect-forward-secrecy        "Perfect forward secrecy"
  permit                         "Permit packets"
  permit-all                     "Permit all traffic if no policy match"
  persistent-nat                 "Persistent NAT"
  ping-death                     "Enable ping of death ids option"
  pki                            "PKI"
  policies                       "Configure Network Security Policies"
  policy-rematch                 "Policy rematch"
  policy-stats                   "Policy stats"
  pool-utilization-alarm         "Pool utilization alarm"
  port-overloading               "Port overloading of the interface"
  port-overloading-factor        "Port overloading factor"
  port-randomization             "Port randomization"
  port-scan                      "Port scan"
  pptp                           "PPTP"
  pre-shared-key                 "Pre shared key"
  pre-shared-keys                "Pre shared keys"
  prefix-name                    "Prefix name"
  probe-idle-tunnel              "Probe idle tunnel"
  proposal                       "Proposal"
  proposal-set                   "Proposal set"
  proposals                      "Proposals"
  proxy-identity                 "Proxy identity"
  proxy-ndp                      "Proxy NDP"
  raise-threshold                "Raise threshold"
  range-address                  "Address range"
  record-route-option            "Record route option"
  remote-identity                "Remote identity"
  remote-ip                      "Remote IP"
  report                         "Report"
  respond-bad-spi                "Respond bad SPI"
  responder-only                 "Only answer the other side"
  revocation-check               "Revocation check"
  route-change-timeout           "Route change timeout"
  rpc-program-number             "RPC program number"
  rsa-key                        "RSA key"
  rsa-signatures                 "RSA signatures"
  rsh                            "RSH"
  rst-invalidate-session         "RST invalidate session"
  rst-sequence-check             "RST sequence check"
  rtsp                           "RTSP"
  rule                           "Configure a rule"
  rule-set                       "Configure a set of rules"
  sccp                           "SCCP"
  scheduler-name                 "Scheduler name"
  screen                         "Screen options"
  sd-syslog                      "Sd syslog"
  security                       "Security configuration"
  security-association           "Security association"
  security-mode                  "Security mode"
  security-option                "Security option"
  security-package               "Security package"
  security-zone                  "Security zones"
  sequence-check-required        "Sequence check required"
  session-close                  "Log at session close time"
  session-init                   "Log at session init time"
  sha-384                        "SHA 384"
  sha-512                        "SHA 512"
  sha1                           "Sha1"
  should-secure                  "Should secure"
  sip                            "SIP"
  source-address-excluded        "Source address excluded"
  source-address-name            "Source address name"
  source-identity                "Source identity"
  source-interface               "Source interface"
  source-ip-based                "Source IP based"
  source-nat                     "Source NAT action"
  source-prefix                  "Source prefix"
  source-route-option            "Source route option"
  source-threshold               "Source threshold"
  spi                            "SPI"
  spoofing                       "Enable IP address spoofing ids option"
  sql                            "SQL*Net application layer gateway"
  ssh-known-hosts                "SSH known hosts"
  static-cak                     "Static CAK"
  static-nat                     "Static NAT action"
  static-sak                     "Static sak"
  stream                         "Stream"
  stream-option                  "Stream option"
  strict-source-route-option     "Strict source route option"
  strict-syn-check               "Strict SYN check"
  subscriber                     "Subscriber"
  sunrpc                         "SUNRPC"
  syn-ack-ack-proxy              "SYN ack ack proxy"
  syn-check-required             "SYN check required"
  syn-cookie                     "SYN cookie"
  syn-fin                        "Enable SYN and FIN bits set attack ids option"
  syn-flood                      "Configure SYN flood ids option"
  syn-flood-protection-mode      "SYN flood protection mode"
  syn-frag                       "SYN frag"
  syn-proxy                      "SYN proxy"
  system-services                "Type of incoming system-service traffic to accept"
  system-wide                    "System wide"
  talk                           "Talk application layer gateway"
  target-host                    "Target host"
  target-host-port               "Target host port"
  tcp-initial-timeout            "TCP initial timeout"
  tcp-no-flag                    "Enable TCP packet without flag ids option"
  tcp-options                    "TCP options"
  tcp-rst                        "Send TCP RST for NON-SYN packet not matching any TCP session"
  tcp-session                    "TCP session"
  tcp-sweep                      "TCP sweep"
  tear-drop                      "Enable tear drop ids option"
  time-wait-state                "Time wait state"
  timestamp-option               "Timestamp option"
  to-zone                        "Destination zone"
  traffic-selector               "Traffic selector"
  udp-sweep                      "UDP sweep"
  unknown-protocol               "Unknown protocol"
  user-at-hostname               "User at hostname"
  utm-policy                     "UTM policy"
  uuid                           "UUID"
  v1-only                        "V1 only"
  v2-only                        "V2 only"
  vpn-monitor                    "VPN monitor"
  vpn-monitor-options            "VPN monitor options"
  welf                           "Welf"
  white-list                     "White list"
  wildcard-address               "Wildcard address"
  winnuke                        "Enable winnuke attack ids option"
  zone                           "Zone"
  zones                          "Zone configuration"
}
