# commands/ios/dhcp.cmd: DHCP, server and relay.      Help: `?` of IOS 15.x; Cisco IOS IP Addressing: DHCP command reference.

config {
  ip dhcp excluded-address [vrf <vrf!:vrf>] <first!:ipv4> "Low IP address" [<last!:ipv4> "High IP address"] -> accept "there is no DHCP"
  ip dhcp pool <pool!:word> "Pool name" @config-dhcp -> accept "there is no DHCP" {
    vrf <vrf:vrf>
    import all "Import all DHCP options"
    network <network:ipv4> "Network number in dotted-decimal notation" [<mask:word> "Network mask or prefix length"] [secondary "Configure as secondary subnet"]
    host "Client IP address and mask" <address:ipv4> "IP address" [<mask:word> "Network mask or prefix length"]
    default-router <routers:word>... "Router's name or IP address"
    dns-server <servers:word>... "Server's name or IP address"
    domain-name <domain:word> "Domain name"
    netbios-name-server "NetBIOS (WINS) name servers" <servers:word>... "Server's name or IP address"
    netbios-node-type "NetBIOS node type" <type:word>
    lease (infinite "Infinite lease" | <days:0..365> "Days" [<hours:0..23> "Hours" [<minutes:0..59> "Minutes"]])
    option "Raw DHCP options" <option!:0..254> "DHCP option code" [instance "Option instance" <instance!:0..255>] (ascii "Data is an NVT ASCII string" <ascii:line> | hex "Data is a hexadecimal string" <hex:line> | ip "Data is one or more IP addresses" <addresses:line>)
    client-identifier "Client identifier" <identifier:word>
    client-name "Client name" <name:word>
    hardware-address "Client hardware address" <mac:word> "Dotted-hexadecimal string" [<type:word> "Hardware type"]
    bootfile "Boot file name" <file:word>
    next-server "Next server in boot process" <servers:word>... "Server's name or IP address"
    origin "Configure the origin of the pool" <origin:line>
    relay (source "Relay source" <network:ipv4> <mask:mask> | destination "Relay destination" <address:line> | target "Relay target" <target:line>) @apart
    subnet "Subnet allocation commands" prefix-length "Length of subnet prefixes" <length:line>
    utilization mark "Utilization mark" (high "Mark high utilization" | low "Mark low utilization") <percent:1..100> [log "Log"]
    update "Dynamic updates" <what!:line>
    remember "Remember released bindings"
    class "Specify a DHCP class" <class!:word> "Class name" @config-dhcp-pool-class {
      address range "Set a range of IP addresses" <first!:ipv4> "Low IP address" <last!:ipv4> "High IP address"
    }
    address <address!:ipv4> "IP address" (client-id "Client identifier" | hardware-address "Client hardware address") <identifier:line>
    accounting <list:word> "Accounting list"
    arp "Secure ARP" <how:line>
    override default-router "Override the default router" <how:line>
  }
  ip dhcp class "Configure DHCP classes" <class!:word> "Class name" @config-dhcp-class -> accept "there is no DHCP" {
    relay agent information "Relay agent information"
    option <option:line>
    remark <text:line>
  }
  ip dhcp relay information "DHCP relay agent information option" <what!:line>  -> accept "there is no DHCP"
  ip dhcp snooping [(vlan <vlans:line> "VLANs" | information option "Relay information option" | verify mac-address "Verify MAC address" | database "Database agent" <url:line>)] -> accept "there is no DHCP"
  ip dhcp ping (packets "Specify number of ping packets" <packets:0..10> | timeout "Specify ping timeout" <milliseconds:100..10000>) @apart -> accept "there is no DHCP"
  ip dhcp database "Configure DHCP database agents" <url!:line>                  -> accept "there is no DHCP"
  ip dhcp (bootp ignore "Ignore BOOTP requests" | conflict logging "Record address conflicts" | use vrf connected "Use the VRF of the interface" | smart-relay "Enable Smart Relay feature") @apart = on -> accept "there is no DHCP"
  ip dhcp binding cleanup interval "Interval of the clean-up" <seconds:10..600>  -> accept "there is no DHCP"
  ip dhcp (limit "Limit DHCP lease" | limited-broadcast-address "Use all 1's broadcast address" | compatibility "Compatibility configuration" | support "Support" | auto-broadcast "Auto broadcast" | remember "Remember released bindings" | subscriber-id "Subscriber ID" | update "Dynamic updates" | drop-inform "Drop INFORM" | global-options "Global options") [<what!:line>] @apart -> accept "there is no DHCP"
  ip dhcp-server (<server!:word> "IP address or name" | query "Parameters of the query" <what!:line>) -> accept "there is no DHCP"
  ip dhcp-client (default-router "Default router" | forcerenew "Force renew" | network-discovery "Network discovery" | broadcast-flag "Broadcast flag") [<what!:line>] @apart -> accept "there is no DHCP"
  ipv6 dhcp pool <pool!:word> "DHCP pool name" @config-dhcpv6 -> accept "there is no DHCP" {
    address prefix "IPv6 address prefix" <prefix:prefix6> [lifetime <lifetime:line>]
    prefix-delegation "IPv6 prefix delegation" <prefix!:line>
    dns-server <server!:ipv6> "Server's IPv6 address"
    domain-name <domain:word> "Domain name"
    information refresh "Information refresh option" <time:line>
    import <what!:line> "Import options"
    sntp "Simple Network Time Protocol" address <address!:ipv6>
    sip (address <address!:ipv6> | domain-name <domain:word>)
    vendor-specific "Vendor-specific options" <number:line>
    link-address "Link address prefix" <prefix:prefix6>
    nis address <address!:ipv6>
  }
  ipv6 dhcp (database "Configure IPv6 DHCP database agents" | ping "Ping parameters" | binding "Binding" | server "Server" | relay "Relay" | iana-route-add "Add routes" | iapd-route-add "Add routes") [<what!:line>] @apart -> accept "there is no DHCP"
}

config interface {
  ip dhcp client (client-id "Specify client-id to use" | hostname "Specify value for hostname option" | lease "Specify lease" | request "Request option" | class-id "Class identifier" | default-router "Default router" | route "Route" | update "Dynamic updates" | mobile "Mobile" | broadcast-flag "Broadcast flag" | authentication "Authentication") [<what:line>] @apart -> accept "there is no DHCP"
  ip dhcp relay information (trusted "Received DHCP packet may contain relay info option" | option "Options" | check-reply "Validate the replies" | option-insert "Insert the option" | policy-action "Policy") [<what:line>] @apart -> accept "there is no DHCP"
  ip dhcp relay source-interface <interface:interface>                          -> accept "there is no DHCP"
  ip dhcp (snooping "DHCP snooping" | server "Server" | smart-relay "Smart relay") [<what!:line>] @apart -> accept "there is no DHCP"
  ipv6 dhcp server [<pool:word> "Pool name"] [<options:line>]                   -> accept "there is no DHCP"
  ipv6 dhcp relay (destination "Configure relay destination" | source-interface "Source interface" | option "Options") <destination!:line> @apart -> accept "there is no DHCP"
  ipv6 dhcp client (pd "Prefix delegation" | information "Information refresh") <what!:line> @apart -> accept "there is no DHCP"
}

words {
  ip               "Global IP configuration subcommands"
  ipv6             "Global IPv6 configuration commands"
  dhcp             "Configure DHCP server and relay parameters"
  dhcp-server      "Specify address of DHCP server to use"
  dhcp-client      "Configure parameters for DHCP client operation"
  excluded-address "Prevent DHCP from assigning certain addresses"
  pool             "Configure DHCP address pools"
  vrf              "Associate this pool with a VRF"
  <vrf>            "VPN Routing/Forwarding instance name"
  import           "Programatically importing DHCP option parameters"
  network          "Network number and mask"
  default-router   "Default routers"
  dns-server       "DNS servers"
  domain-name      "Domain name"
  lease            "Address lease time"
  relay            "Function as a DHCP relay"
  utilization      "Configure various utilization parameters"
  address          "Configure a reserved address"
  override         "Override"
  agent            "Relay agent"
  information      "Relay agent information option"
  ping             "Specify ping parameters used by DHCP server"
  bootp            "BOOTP specific configuration"
  conflict         "DHCP address conflict parameters"
  use              "Configure use of certain information by DHCP server during allocation"
  binding          "DHCP address bindings"
  cleanup          "Clean-up of expired bindings"
  interval         "Interval"
  client           "Configure the client"
  server           "Act as an IPv6 DHCP server"
  lifetime         "Lifetime"
  sip              "SIP servers"
  nis              "NIS servers"
  vlan             "VLANs"
  verify           "Verify"
  <url>            "URL"
  <type>           "Type"
  remark           "Comment"
  source-interface "Source interface for relayed packets"
}
