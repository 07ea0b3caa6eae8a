# commands/ios/crypto.cmd: certificates, keys and tunnels: taken and printed, nothing is encrypted.
# Help: `?` of IOS 15.x; Cisco IOS Security command reference.

config {
  crypto pki trustpoint <name!:word> "CA Server Name" @config-ca-trustpoint    -> accept "nothing is encrypted" {
    enrollment (selfsigned "Enroll this trustpoint with a self-signed certificate" | terminal "Enroll via the terminal (cut-and-paste)" [pem "Add PEM boundaries"] | pkcs12 "Enroll with PKCS12")
    enrollment (url "CA server enrollment URL" | retry "Polling parameters" | mode "Enrollment mode" | profile "Specify an enrollment profile" | credential "Existing trustpoint" | http-proxy "HTTP proxy server for enrollment") <how!:line> @apart
    subject-name <name:line> "Subject Name"
    revocation-check (none "Ignore revocation check" | crl "Revocation check by CRL" | ocsp "Revocation check by OCSP")*
    rsakeypair <label:word> "RSA keypair label" [<size:360..4096> "RSA Key size" [<encryption:360..4096> "Encryption key size"]]
    eckeypair <label:word> "EC keypair label"
    fqdn (none "Do not include fully-qualified domain name" | <name:word> "Name")
    subject-alt-name <name:word> "Subject alternative name"
    ip-address (none "Do not include IP address" | <address:word> "Address or interface")
    serial-number [none "Do not include serial number"]
    source interface <interface:interface>
    usage (ike "IKE usage" | ssl-client "SSL client usage" | ssl-server "SSL server usage")*
    hash (md5 "use md5 hash algorithm" | sha1 "use sha1 hash algorithm" | sha256 "use sha256 hash algorithm" | sha384 "use sha384 hash algorithm" | sha512 "use sha512 hash algorithm")
    password [(0 | 7)] <secret:line> "revocation password"
    auto-enroll [<percent:0..100> "Percent"] [regenerate "Regenerate keys on re-enrollment"]
    (crl "CRL options" | ocsp "OCSP parameters" | match "Match a certificate attributes" | authorization "Authorization" | chain-validation "Chain validation" | storage "Storage" | root "Root" | primary "Primary" | vrf "VRF" | regenerate "Regenerate" | on "Create private keys on device" | grant "Grant" | issuer-name "Issuer name" | revocation "Revocation" | validity "Validity" | lifetime "Lifetime") [<what!:line>] @apart
  }
  crypto pki certificate chain <name!:word> "CA Server Name" @config-cert-chain -> accept "nothing is encrypted" {
    certificate (self-signed "Certificate is self-signed" | ca "Certificate is a CA's certificate" | rollover "Rollover certificate") <serial!:line> "Serial number of the certificate" @apart
    certificate <serial!:line> "Serial number of the certificate"
  }
  crypto pki certificate map <name!:word> "Label" <seq!:1..65535> "Sequence" @config-cert-map -> accept "nothing is encrypted" {
    (issuer-name "Issuer name" | subject-name "Subject name" | name "Name" | alt-subject-name "Alternative name" | serial-number "Serial number" | valid-start "Start of validity" | expires-on "End of validity" | unstructured-subject-name "Unstructured name") (eq "Equal" | ne "Not equal" | co "Contains" | nc "Does not contain" | gt "Greater" | lt "Less") <value!:line> "Value" @apart
  }
  crypto pki server <name!:word> "Certificate server name" @cfg-cs-server      -> accept "nothing is encrypted" {
    (database "Database" | issuer-name "Issuer name" | grant "Grant" | lifetime "Lifetime" | hash "Hash" | auto-rollover "Roll over" | cdp-url "CRL location" | mode "Mode" | serial-number "Serial number" | shutdown "Shut down") [<what!:line>] @apart
  }
  crypto pki (token "Token" | import "Import" | enroll "Enroll" | authenticate "Authenticate" | profile "Profile" | benchmark "Benchmark" | crl "CRL" | trustpool "Trustpool" | cert-data "Data") <what!:line> @apart @hidden -> accept "nothing is encrypted"
  crypto ca trustpoint <name!:word> "CA Server Name" @config-ca-trustpoint @hidden -> accept "nothing is encrypted" {
    (enrollment | subject-name | revocation-check | rsakeypair | crl) [<what!:line>] @apart
  }
  crypto ca certificate chain <name!:word> "CA Server Name" @config-cert-chain @hidden -> accept "nothing is encrypted" {
    certificate (self-signed | ca | rollover) <serial!:line> @apart
    certificate <serial!:line>
  }
  crypto key generate rsa "Generate RSA keys" [<options:line>] @hidden         -> accept "nothing is encrypted"
  crypto key pubkey-chain rsa "RSA public keys" [vrf <vrf!:vrf>] @config-pubkey-chain -> accept "nothing is encrypted" {
    (addressed-key "Addressed key" | named-key "Named key") <key!:line> "Key" @apart @config-pubkey-key {
      address <address:ipv4>
      key-string <key:line>
    }
  }
  crypto keyring <name!:word> "Name of ISAKMP keyring" [vrf <vrf:vrf>] @config-keyring -> accept "nothing is encrypted" {
    local-address (<address:ipv4> "Local address" | <interface:interface>)
    pre-shared-key address <address!:ipv4> "IP address" [<mask!:mask> "Mask"] key "Key" [(0 "Specifies an UNENCRYPTED password will follow" | 6 "Specifies an ENCRYPTED password will follow")] <key:line> "The UNENCRYPTED (cleartext) user password"
    pre-shared-key hostname "Host name" <host!:word> key "Key" [(0 "Specifies an UNENCRYPTED password will follow" | 6 "Specifies an ENCRYPTED password will follow")] <key:line> "The UNENCRYPTED (cleartext) user password"
    rsa-pubkey (address <address!:ipv4> | name <name!:word>)
    description <text:line> "Keyring description"
  }
  crypto isakmp policy <priority!:1..10000> "Priority of protection suite" @config-isakmp -> accept "nothing is encrypted" {
    encr (3des "Three key triple DES" | aes "AES - Advanced Encryption Standard." [(128 "128 bit keys." | 192 "192 bit keys." | 256 "256 bit keys.")] | des "DES - Data Encryption Standard (56 bit keys).")
    encryption (3des "Three key triple DES" | aes "AES - Advanced Encryption Standard." [(128 "128 bit keys." | 192 "192 bit keys." | 256 "256 bit keys.")] | des "DES - Data Encryption Standard (56 bit keys).") @hidden
    hash (md5 "Message Digest 5" | sha "Secure Hash Standard" | sha256 "Secure Hash Standard 2 (256 bit)" | sha384 "Secure Hash Standard 2 (384 bit)" | sha512 "Secure Hash Standard 2 (512 bit)")
    authentication (pre-share "Pre-Shared Key" | rsa-encr "Rivest-Shamir-Adleman Encryption" | rsa-sig "Rivest-Shamir-Adleman Signature" | ecdsa-sig "Elliptic Curve Signature")
    group <group:1..24> "Diffie-Hellman group"
    lifetime <seconds:60..86400> "Set lifetime for ISAKMP security association"
  }
  crypto isakmp key [(0 "Specifies an UNENCRYPTED password will follow" | 6 "Specifies an ENCRYPTED password will follow")] <key:word> "The UNENCRYPTED (cleartext) user password" address <address!:ipv4> "Peer IP address" [<mask!:mask> "Peer IP subnet mask"] [no-xauth "Bypasses XAuth for this peer"] -> accept "nothing is encrypted"
  crypto isakmp key [(0 "Specifies an UNENCRYPTED password will follow" | 6 "Specifies an ENCRYPTED password will follow")] <key:word> "The UNENCRYPTED (cleartext) user password" hostname "Define shared key with hostname" <host!:word> "Peer hostname" [no-xauth "Bypasses XAuth for this peer"] -> accept "nothing is encrypted"
  crypto isakmp keepalive <interval:10..3600> "Number of seconds between keep alives" [<retry:2..60> "Number of seconds between retries if keepalive fails"] [(periodic "DPD messages sent at regular intervals" | on-demand "DPD messages sent on demand")] -> accept "nothing is encrypted"
  crypto isakmp profile <name!:word> "Name of the user profile" @config-isa-prof -> accept "nothing is encrypted" {
    keyring (default "Default keyring" | <name:word> "Keyring name")
    match identity address <address!:ipv4> "IP address" [<mask!:mask> "Mask"] [<vrf!:vrf>]
    match identity (host "Match the FQDN" | user "Match the FQDN of the user" | group "Match an Unity group" | certificate "Certificate") <what!:line> "Identity"
    match certificate <map!:word> "Certificate map"
    local-address (<address:ipv4> "Local address" | <interface:interface>)
    self-identity (address "Use the IP address" | fqdn "Use the FQDN" | user-fqdn "Use the FQDN of the user" <name:word>)
    vrf <vrf:vrf>
    virtual-template <number:1..1000>
    description <text:line> "Specify a description of this profile"
    (accounting | ca | client | initiate | isakmp | keepalive | qos-group | rsa-sig) [<what!:line>] @apart
  }
  crypto isakmp client configuration group <name!:word> "Group name" @config-isakmp-group -> accept "nothing is encrypted" {
    (key | pool | acl | dns | wins | domain | netmask | save-password | split-dns | max-users | max-logins | include-local-lan | banner | group-lock | backup-gateway | firewall | access-restrict | auto-update | browser-proxy | configuration | crypto | pfs | smartcard-removal-disconnect | user-lock) [<what!:line>] @apart
  }
  crypto isakmp (aggressive-mode disable "Disable ISAKMP aggressive mode" | enable "Enable ISAKMP" | identity "Set the identity which ISAKMP will use" <identity:line> | invalid-spi-recovery "Initiate IKE and send Invalid SPI Notify" | nat "Set a nat keepalive interval" <nat:line> | peer "Set Peer Policy" <peer!:line> | xauth timeout "Set xauth timeout" <seconds:5..90> | fragmentation "IKE fragmentation enabled if required" | default policy "Default policy" | client "Set client configuration policy" <client!:line> | disconnect-revoked-peers) @apart -> accept "nothing is encrypted"
  crypto ikev2 proposal <name!:word> "Name of IKEv2 proposal" @config-ikev2-proposal -> accept "nothing is encrypted" {
    encryption (3des "3DES" | aes-cbc-128 "AES-CBC-128" | aes-cbc-192 "AES-CBC-192" | aes-cbc-256 "AES-CBC-256" | aes-gcm-128 "AES-GCM-128" | aes-gcm-256 "AES-GCM-256" | des "DES")*
    integrity (md5 "MD5" | md5-96 | sha1 "SHA1" | sha256 "SHA256" | sha384 "SHA384" | sha512 "SHA512")*
    group <groups:1..24>... "Diffie-Hellman group"
    prf (md5 "MD5" | sha1 "SHA1" | sha256 "SHA256" | sha384 "SHA384" | sha512 "SHA512")*
  }
  crypto ikev2 policy <name!:word> "Name of IKEv2 policy" @config-ikev2-policy -> accept "nothing is encrypted" {
    proposal <name!:word>
    match (fvrf <vrf!:word> | address local <address!:word>)
  }
  crypto ikev2 keyring <name!:word> "Name of IKEv2 keyring" @config-ikev2-keyring -> accept "nothing is encrypted" {
    peer <name!:word> @config-ikev2-keyring-peer {
      address <address:word> [<mask:word>]
      pre-shared-key [(local | remote)] [(0 | 6 | hex)] <key:line>
      identity <identity:line>
      hostname <host:word>
      description <text:line>
    }
  }
  crypto ikev2 profile <name!:word> "Name of IKEv2 profile" @config-ikev2-profile -> accept "nothing is encrypted" {
    match (identity remote <what!:line> | address local <what!:line> | fvrf <what!:line> | certificate <what!:line>)
    identity local <identity:line>
    authentication (local | remote) <method!:line>
    keyring <how:line>
    (aaa | config-mode | dpd | initial-contact | ivrf | lifetime | nat | pki | reconnect | redirect | virtual-template | description | dynamic | ppk | shutdown) [<what!:line>] @apart
  }
  crypto ikev2 (authorization policy <name!:word> | client <what!:line> | cluster | cookie-challenge <count:1..1000> | diagnose <what:line> | disconnect-revoked-peers | dpd <what:line> | fragmentation [<what:line>] | http-url <what:line> | limit <what!:line> | name-mangler <name!:word> | nat <what:line> | redirect <what:line> | window <size:1..20> | certificate-cache <size:1..2000>) @apart @config-ikev2-x -> accept "nothing is encrypted" {
    (route | pool | subnet-acl | netmask | def-domain | dns | aaa) [<what!:line>] @apart
  }
  crypto ipsec transform-set <name!:word> "Transform set tag" (ah-md5-hmac "AH-HMAC-MD5 transform" | ah-sha-hmac "AH-HMAC-SHA transform" | ah-sha256-hmac "AH-HMAC-SHA256 transform" | ah-sha384-hmac "AH-HMAC-SHA384 transform" | ah-sha512-hmac "AH-HMAC-SHA512 transform" | comp-lzs "IP Compression using the LZS compression algorithm" | esp-3des "ESP transform using 3DES(EDE) cipher (168 bits)" |
      esp-aes "ESP transform using AES cipher" [(128 "128 bit keys." | 192 "192 bit keys." | 256 "256 bit keys.")] | esp-des "ESP transform using DES cipher (56 bits)" | esp-gcm "ESP transform using GCM cipher" [(128 "128 bit keys." | 192 "192 bit keys." | 256 "256 bit keys.")] | esp-gmac "ESP transform using GMAC cipher" [(128 "128 bit keys." | 192 "192 bit keys." | 256 "256 bit keys.")] | esp-null "ESP transform w/o cipher" | esp-seal "ESP transform using SEAL cipher (160 bits)" |
      esp-md5-hmac "ESP transform using HMAC-MD5 auth" | esp-sha-hmac "ESP transform using HMAC-SHA auth" | esp-sha256-hmac "ESP transform using HMAC-SHA256 auth" | esp-sha384-hmac "ESP transform using HMAC-SHA384 auth" | esp-sha512-hmac "ESP transform using HMAC-SHA512 auth")* @cfg-crypto-trans -> accept "nothing is encrypted" {
    mode (tunnel "tunnel (datagram encapsulation) mode" | transport "transport (payload encapsulation) mode" [require "Require transport mode"])
    esn "Extended sequence numbers"
  }
  crypto ipsec profile <name!:word> "Profile name" @config-ipsec-profile              -> accept "nothing is encrypted" {
    use crypto-set
    description <text:line> "description of the crypto policy"
    responder-only "Respond only"
    redundancy <group:line> "Redundancy group"
    dialer "Dialer" <what:line>
  }
  crypto ipsec security-association lifetime "security association lifetime" (seconds "Time-based key duration in seconds" <seconds:120..2592000> | kilobytes "Volume-based key duration" (<kilobytes:2560..4294967295> | disable "Disable volume-based rekey")) -> accept "nothing is encrypted"
  crypto ipsec security-association (idle-time "Automatically delete IPSec SAs after a given idle period." <idle:60..86400> | replay "Set replay checking." (window-size "Set replay window size." <window:64..1024> | disable "Disable replay checking") | dummy "Dummy packets" <dummy:line> | multi-sn "Multiple sequence numbers") @apart -> accept "nothing is encrypted"
  crypto ipsec df-bit "Handling of encapsulated DF bit." (clear "Clear DF bit for outer IP header" | copy "Copy DF bit from inner IP header" | set "Set DF bit for outer IP header") -> accept "nothing is encrypted"
  crypto ipsec fragmentation "Handling of fragmentation of near-MTU sized packets" (after-encryption "Fragment large packets after IPSec encapsulation" | before-encryption "Fragment large packets before IPSec encapsulation") -> accept "nothing is encrypted"
  crypto ipsec (nat-transparency "IPsec NAT transparency model" <nat:line> | optional "Enable optional encryption for IPSec" [<optional:line>] | client ezvpn "Easy VPN" <client!:word> | default transform-set "Default transform set" | ipv4-deny "Deny entries" <deny:line> | ipv6 "IPv6" <ipv6:line> | server "Server" <server:line> | control-plane "Control plane" <plane:line>) @apart -> accept "nothing is encrypted"
  crypto dynamic-map <name!:word> "Dynamic crypto map template tag" <seq!:1..65535> "Sequence to insert into dynamic crypto-map entry" @config-crypto-map -> accept "nothing is encrypted" {
    use crypto-set
    match address <list:acl>
    reverse-route [(static "Always" | remote-peer "Next hop" <hop:line> | tag <tag:1..4294967295>)]
    description <text:line>
    qos pre-classify "Classify before encryption"
  }
  crypto map <name!:word> "Crypto map tag" <seq!:1..65535> "Sequence to insert into crypto map entry" [(ipsec-isakmp "IPSEC w/ISAKMP" [(dynamic "Enable dynamic crypto map support" <dynamic:word> | profile "Enable crypto map as a crypto-profile" <profile:word> | discover "Peer discovery")] | ipsec-manual "IPSEC w/manual keying" | gdoi "GDOI")] @config-crypto-map -> accept "nothing is encrypted" {
    use crypto-set
    match address <list:acl>
    reverse-route [(static "Always" | remote-peer "Next hop" <hop:line> | tag <tag:1..4294967295>)]
    description <text:line>
    qos pre-classify "Classify before encryption"
    dialer pre-classify "Classify before encryption"
  }
  crypto map <name!:word> "Crypto map tag" local-address "Interface to use for local address for this crypto map" <interface:interface> -> accept "nothing is encrypted"
  crypto map <name!:word> "Crypto map tag" (client "Specify client configuration settings" | isakmp "Specify isakmp configuration settings" | isakmp-profile "Specify isakmp profile to use" | redundancy "High availability options for this map" | gdoi "GDOI" | accounting "Accounting" | ikev2-profile "IKEv2 profile") <what!:line> @apart -> accept "nothing is encrypted"
  crypto gdoi group <name!:word> "Group name" @config-gdoi-group              -> accept "nothing is encrypted" {
    (identity | server | client | passive) <what!:line> @apart
  }
  crypto identity <name!:word> "Identity name" @config-crypto-identity        -> accept "nothing is encrypted" {
    (dn | fqdn | description) <what!:line> @apart
  }
  crypto (engine "Crypto Engine Config Menu" | logging "Logging" | call admission limit "Limit" | provisioning "Provisioning" | xauth "Xauth" | wui "WUI" | ctcp "cTCP" | mib "MIB" | ssl "SSL" | vpn "VPN" | eli "ELI" | ha "HA") [<what!:line>] @apart @hidden -> accept "nothing is encrypted"
}

define crypto-set {
  set peer (<peer!:word> "IP address or host name" [(default "Default peer" | dynamic "Resolve at use")])
  set transform-set <sets:word>... "Proposal tag"
  set pfs [(group1 "D-H Group1 (768-bit modp)" | group2 "D-H Group2 (1024-bit modp)" | group5 "D-H Group5 (1536-bit modp)" | group14 "D-H Group14 (2048-bit modp)" | group15 "D-H Group15 (3072-bit modp)" | group16 "D-H Group16 (4096-bit modp)" | group19 "D-H Group19 (256-bit ecp)" | group20 "D-H Group20 (384-bit ecp)" | group21 "D-H Group21 (521-bit ecp)" | group24 "D-H Group24 (2048-bit modp, 256 bit subgroup)")]
  set security-association lifetime (seconds <seconds:120..2592000> | kilobytes <kilobytes:word> | days <days:1..30>) @apart
  set security-association (idle-time <idle:line> | replay <replay:line> | level per-host | dummy <dummy:line>) @apart
  set isakmp-profile <profile:word> "Profile name"
  set ikev2-profile <profile:word> "Profile name"
  set identity <identity:word> "Identity"
  set (ip "Interface Internet Protocol config commands" | session-key "Specify parameters for manual encryption" | nat "NAT" | group "Group" | reverse-route "Reverse route" | mixed-mode "Mixed mode" | df-bit "DF bit") [<what!:line>] @apart
}

words {
  crypto           "Encryption module"
  pki              "Public Key components"
  trustpoint       "Define a CA trustpoint"
  certificate      "Certificate"
  chain            "Identify certificate chain"
  key              "Key"
  generate         "Generate new keys"
  rsa              "RSA keys"
  <options>        "Parameters"
  keyring          "Key ring commands"
  vrf              "Define the vrf of the keyring"
  <vrf>            "VRF name"
  isakmp           "Configure ISAKMP policy"
  policy           "Set policy for an ISAKMP protection suite"
  keepalive        "Set a keepalive interval for use with IOS peers"
  profile          "Define ISAKMP Profiles"
  match            "Match values of peer"
  identity         "Match a peer identity"
  address          "IP address(es)"
  ipsec            "Configure IPSEC policy"
  transform-set    "Define transform and settings"
  enrollment       "Enrollment parameters"
  subject-name     "Subject Name"
  revocation-check "Revocation checking options"
  rsakeypair       "Specify rsakeypair for this identity"
  fqdn             "include fully-qualified domain name"
  subject-alt-name "Include subject alternative name"
  local-address    "Define local termination address"
  pre-shared-key   "Define a preshared key"
  encr             "Set encryption algorithm for protection suite"
  hash             "Set hash algorithm for protection suite"
  group            "Set the Diffie-Hellman group"
  lifetime         "Set lifetime for ISAKMP security association"
  self-identity    "Specify Identity to use"
  mode             "encapsulation mode (transport/tunnel)"
  map              "Enter a crypto map"
}
