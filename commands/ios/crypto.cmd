# commands/ios/crypto.cmd: certificates, keys and tunnels: taken and printed, nothing is encrypted.
# Help: `?` of IOS 15.x; Cisco IOS Security command reference.

config {
  crypto pki trustpoint <name!:word> "CA Server Name" @config-ca-trustpoint    -> accept "nothing is encrypted" {
    enrollment <how!:line> "Enrollment parameters"
    subject-name <name:line> "Subject Name"
    revocation-check <methods:line> "Revocation checking options"
    rsakeypair <label:line> "Specify rsakeypair for this identity"
    fqdn <name:word> "include fully-qualified domain name"
    subject-alt-name <name:word> "Include subject alternative name"
  }
  crypto pki certificate chain <name!:word> "CA Server Name" @config-cert-chain -> accept "nothing is encrypted" {
    certificate (self-signed "Certificate is self-signed" | ca "Certificate is a CA's certificate" | rollover "Rollover certificate") <serial!:line> "Serial number of the certificate"
    certificate <serial!:line> "Serial number of the certificate"
  }
  crypto key generate rsa "Generate RSA keys" [<options:line>] @hidden         -> accept "nothing is encrypted"
  crypto keyring <name!:word> "Name of ISAKMP keyring" [vrf <vrf:vrf>] @config-keyring -> accept "nothing is encrypted" {
    local-address <address:line> "Define local termination address"
    pre-shared-key <key!:line> "Define a preshared key"
    description <text:line> "Keyring description"
  }
  crypto isakmp policy <priority!:1..10000> "Priority of protection suite" @config-isakmp -> accept "nothing is encrypted" {
    encr <algorithm:line> "Set encryption algorithm for protection suite"
    encryption <algorithm:line> "Set encryption algorithm for protection suite" @hidden
    hash <algorithm:word> "Set hash algorithm for protection suite"
    authentication <method:word> "Set authentication method for protection suite"
    group <group:word> "Set the Diffie-Hellman group"
    lifetime <seconds:60..86400> "Set lifetime for ISAKMP security association"
  }
  crypto isakmp key <key!:line> "Set pre-shared key for remote peer"           -> accept "nothing is encrypted"
  crypto isakmp keepalive <interval:line> "Set a keepalive interval for use with IOS peers" -> accept "nothing is encrypted"
  crypto isakmp profile <name!:word> "Name of the user profile" @config-isa-prof -> accept "nothing is encrypted" {
    keyring <name:word> "Specify keyring to use"
    match identity address <address:line> "IP address(es)"
    local-address <address:line> "Interface or address to use as local"
    self-identity <identity:line> "Specify Identity to use"
    description <text:line> "Specify a description of this profile"
  }
  crypto isakmp <setting!:line> "Configure ISAKMP policy"                      -> accept "nothing is encrypted"
  crypto ipsec transform-set <name!:word> "Transform set tag" <transforms:line> "Transforms" @cfg-crypto-trans -> accept "nothing is encrypted" {
    mode (tunnel "tunnel (datagram encapsulation) mode" | transport "transport (payload encapsulation) mode")
  }
  crypto ipsec profile <name!:word> "Profile name" @config-ipsec-profile              -> accept "nothing is encrypted" {
    set <what!:word> "Set values for encryption/decryption" <value:line> "Value"
    description <text:line> "description of the crypto policy"
  }
  crypto ipsec <setting!:line> "Configure IPSEC policy"                        -> accept "nothing is encrypted"
  crypto map <entry!:line> "Enter a crypto map"                                -> accept "nothing is encrypted"
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
