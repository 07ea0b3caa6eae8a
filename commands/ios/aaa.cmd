# commands/ios/aaa.cmd: who may log in, and whom the router asks.   Help: `?` of IOS 15.x; Cisco IOS Security command reference.

config {
  aaa new-model "Enable NEW access control commands and functions.(Disables OLD commands.)"
  aaa authentication (login "Set authentication lists for logins." | ppp "Set authentication lists for ppp." | enable "Set authentication list for enable." | dot1x "Set authentication lists for IEEE 802.1x." | eou "Set authentication lists for EAPoUDP" | arap "Set authentication lists for arap." | nasi "Set authentication lists for NASI." | sgbp "Set authentication lists for sgbp.") (default "The default authentication list." | <list!:word> "Named authentication list.") <methods:line> "Methods" @apart -> accept "logins are checked against the local users"
  aaa authentication (banner "Message to use when starting login/authentication." | fail-message "Message to use for failed login/authentication." | username-prompt "Text to use when prompting for a username" | password-prompt "Text to use when prompting for a password" | attempts login "Set the maximum number of login attempts" | suppress null-username "Do not send access request") [<text:line>] @apart -> accept "logins are checked against the local users"
  aaa authorization (console "For enabling console authorization" | config-commands "For configuration mode commands.") @apart -> accept "logins are checked against the local users"
  aaa authorization (exec "For starting an exec (shell)." | network "For network services. (PPP, SLIP, ARAP)" | reverse-access "For reverse access connections" | configuration "For downloading configurations from AAA server" | auth-proxy "For Authentication Proxy Services" | cache "For AAA cache configuration" | commands "For exec (shell) commands." <level!:0..15> "Enable level" | subscriber-service "For iEdge subscriber services (VPDN etc)" | credential-download "For downloading EAP credential from Local/RADIUS/LDAP" | prepaid "For diameter prepaid services." | policy-if "For diameter policy interface application." | ipmobile "For Mobile IP services." | multicast "For AAA multicast configuration" | template "Enable template authorization" | radius-proxy "For proxying radius packets") (default "The default authorization list." | <list!:word> "Named authorization list.") <methods:line> "Methods" @apart -> accept "logins are checked against the local users"
  aaa accounting (exec "For starting an exec (shell)." | network "For network services. (PPP, SLIP, ARAP)" | connection "For outbound connections. (telnet, rlogin)" | system "For system events." | resource "For resource events" | commands "For exec (shell) commands." <level!:0..15> "Enable level" | auth-proxy "For authentication proxy events." | dot1x "For dot1x sessions." | multicast "For multicast accounting." | identity "For identity" | vrrs "For VRRS accounting.") (default "The default accounting list." | <list!:word> "Named Accounting list.") [<methods:line> "Records and methods"] @apart @config-aaa-acct -> accept "nobody keeps accounts" {
    action-type (start-stop "Record start and stop without waiting" | stop-only "Record stop when service terminates." | none "No accounting.")
    broadcast "Use Broadcast for Accounting"
    group "Use Server-group" <group:line>
  }
  aaa accounting (nested "When starting PPP from EXEC, generate NETWORK records before EXEC-STOP record." | update "Enable accounting update records." | send "Send records to accounting server." | suppress "Do not generate accounting records for a specific type of user." | delay-start "Delay PPP Network start record until peer IP address is known." | gigawords "64 bit interface counters to support Radius attributes 52 & 53." | session-duration "Set the preference for calculating session durations" | redundancy "Redundancy" | jitter "Jitter" | include "Include") [<what!:line>] @apart -> accept "nobody keeps accounts"
  aaa session-id (common "Use the same session ID for all AAA" | unique "Use a different session ID for each AAA")                     -> accept "logins are checked against the local users"
  aaa session-mib disconnect "Disconnect"                                                   -> accept "SNMP is not simulated"
  aaa group server (radius "Radius server-group definition" | tacacs+ "Tacacs+ server-group definition" | ldap "Ldap server-group definition") <group!:word> "Server-group name" @config-sg -> accept "no server is asked" {
    server <server!:word> "IP address or name" [<ports:line> "Ports"]
    server name "Name of server" <name!:word>
    server-private "Private server" <server!:word> "IP address" [<options:line> "Ports, timers and key"]
    ip vrf forwarding <vrf:vrf>
    ip (radius | tacacs) source-interface <interface:interface>
    (deadtime | load-balance | attribute | authorization | accounting | cache | mac-delimiter | subscriber | throttle | key-wrap | backoff | domain-stripping | nas-ip-address) [<what!:line>] @apart
  }
  aaa local authentication (attempts max-fail "Maximum failures" <failures:1..65535> | <list:line>) -> accept "users are not locked out"
  aaa server radius (dynamic-author "Local server profile for RFC 3576 support" | sesm "SESM" | proxy "Proxy") @apart @config-locsvr-da-radius  -> accept "no server is asked" {
    (client | server-key | port | auth-type | ignore | domain) [<what!:line>] @apart
  }
  aaa (attribute "AAA attribute definitions" | cache "AAA cache definitions" | configuration "Authorization configuration parameters." | dnis "Associate certain AAA parameters to a specific DNIS number" | max-sessions "Adjust initial hash size for estimated max sessions" | memory "AAA memory parameters" | nas "NAS specific configuration" | pod "POD processing" | preauth "Pre-Auth" | route "Static route downloading" | traceback "Traceback recording" | user "AAA user definitions" | common-criteria "AAA common criteria" | password "Password" | policy "Policy" | intercept "RADIUS-Based Lawful Intercept" | service-profile "Service-Profile parameters" | load-balance "Server load-balance options.") [<what!:line>] @apart -> accept "no server is asked"
  radius server <name!:word> "Name for the radius server configuration" @config-radius-server -> accept "no server is asked" {
    address (ipv4 | ipv6) <address:word> "Server's name or address" [<ports:line> "Ports"] @apart
    key [(0 | 6 | 7)] <key:line>
    (timeout | retransmit | automate-tester | backoff | non-standard | pac | deadtime | dtls | tls | domain-stripping) [<what!:line>] @apart
  }
  radius-server host <server!:word> "IP address of RADIUS server" [<options:line> "Ports, timers and key"] -> accept "no server is asked"
  radius-server key [(0 | 6 | 7)] <key:line>                                               -> accept "no server is asked"
  radius-server (attribute "Customize selected radius attributes" | timeout "Time to wait for a RADIUS server to reply" | retransmit "Specify the number of retries to active server" | deadtime "Time to stop using a server that doesn't respond" | dead-criteria "Set the criteria used to decide when a radius server is marked dead" | vsa "Vendor specific attribute configuration" | source-ports "source ports used for sending out RADIUS requests" | directed-request "Allow user to specify radius server to use with `@server'" | load-balance "Radius load-balancing options." | accounting "Accounting information configuration" | configure-nas "Attempt to upload static routes and IP pools at startup" | domain-stripping "Strip the domain from the username" | unique-ident "Higher order bits of Acct-Session-Id" | retry "Specify how the next packet is sent after timeout." | challenge-noecho "Data echoing to screen is disabled during Access-Challenge" | transaction "Specify per-transaction parameters" | throttle "Throttle" | cache "AAA auth cache default server group" | authorization "Authorization processing information" | extended-portnames "If set, RADIUS will display expanded interface types" | local "Configure local RADIUS server" | optional-passwords "The first RADIUS request can be made without requesting a password") [<what!:line>] @apart -> accept "no server is asked"
  tacacs server <name!:word> "Name for the tacacs server configuration" @config-server-tacacs -> accept "no server is asked" {
    address (ipv4 | ipv6) <address:word> "Server's name or address"
    key [(0 | 6 | 7)] <key:line>
    port <port:1..65535>
    timeout <seconds:1..1000>
    single-connection "Multiplex all packets over a single tcp connection to server"
    send-nat-address @hidden
  }
  tacacs-server host <server!:word> "IP address of TACACS server" (key [(0 | 6 | 7)] <key:word> | port <port:1..65535> | timeout <seconds:1..1000> | single-connection "Multiplex all packets over a single tcp connection to server" | nat "To send client's post NAT address to tacacs server")* -> accept "no server is asked"
  tacacs-server key [(0 | 6 | 7)] <key:line>                                               -> accept "no server is asked"
  tacacs-server (timeout "Time to wait for a TACACS server to reply" | directed-request "Allow user to specify tacacs server to use with `@server'" | packet "Modify TACACS+ packet options" | administration "Start tacacs+ deamon handling administrative messages" | dns-alias-lookup "Enable IP Domain Name System Alias lookup for TACACS servers" | domain-stripping "Strip the domain from the username" | cache "AAA auth cache default server group") [<what!:line>] @apart -> accept "no server is asked"
  ldap (server <name!:word> | attribute-map <map!:word>) @config-ldap-server                -> accept "no server is asked" {
    (ipv4 | bind | base-dn | mode | transport | timeout | attribute | map | search-filter | secure | authentication) [<what!:line>] @apart
  }
  ip radius source-interface <interface:interface> [vrf <vrf:vrf>]                          -> accept "no server is asked"
  ip tacacs source-interface <interface:interface> [vrf <vrf:vrf>]                          -> accept "no server is asked"
  login block-for "Set quiet-mode active time period" <seconds:1..65535> attempts "Set max number of fail attempts" <tries:1..65535> within "Watch period for fail attempts" <period:1..65535> -> accept "nobody is blocked"
  login (delay "Set delay between successive fail login" <delay:1..10> | on-failure "Set options for failed login attempt" [<failure:line>] | on-success "Set options for successful login attempt" [<success:line>] | quiet-mode access-class "Access class of the quiet mode" <list:acl> | string "A login string" <text:line>) @apart -> accept "nobody is blocked"
  parser view <name!:word> "View Name" [superview] @config-view                               -> accept "everybody sees the same commands" {
    secret [(0 | 5)] <secret:line>
    commands <mode!:word> (include | include-exclusive | exclude) [all] <command!:line>
    view <name!:word>
  }
  parser (cache | config <what!:line> | command <what!:line> | maximum <what!:line>) @apart                                  -> accept "the parser is this one"
  enable view @hidden                                                                         -> accept "everybody sees the same commands"
  enable last-resort (password "Allow access to enable mode using enable password" | succeed "Allow access to enable mode with no password") -> accept "passwords are always asked for"
  security (authentication failure rate "Authentication failure rate" <rate:line> | passwords <what!:line>)   -> accept "passwords may be short"
  identity (profile <profile!:line> | policy <policy!:line>)                                   -> accept "ports ask nobody who they are"
  dot1x (system-auth-control "Enable dot1x" | credentials <name!:word> | supplicant <what!:line> | test <what!:line> | guest-vlan <what!:line> | critical <what!:line> | logging <what!:line>) @apart -> accept "ports ask nobody who they are"
  eap (profile <name!:word> | method <method!:line>)                                         -> accept "ports ask nobody who they are"
  device-sensor <what!:line>                                                                 -> accept "ports ask nobody who they are"
  device-tracking <what!:line>                                                               -> accept "ports ask nobody who they are"
  access-session <what!:line>                                                                -> accept "ports ask nobody who they are"
  authentication <what!:line>                                                                -> accept "ports ask nobody who they are"
  cts <what!:line> "Configure Cisco Trusted Security"                                        -> accept "groups are not enforced"
  password (encryption aes "Encrypt stored passwords" | logging "Log")                       -> accept "passwords are hidden in one way"
}

words {
  aaa              "Authentication, Authorization and Accounting."
  authentication   "Authentication configurations parameters."
  authorization    "Authorization configurations parameters."
  accounting       "Accounting configurations parameters."
  group            "AAA group definitions"
  local            "AAA Local method options"
  server           "Server"
  radius           "Radius configuration command"
  radius-server    "Modify RADIUS query parameters"
  tacacs           "Tacacs configuration command"
  tacacs-server    "Modify TACACS query parameters"
  ldap             "LDAP"
  ip               "Global IP configuration subcommands"
  vrf              "VPN Routing/Forwarding instance"
  <vrf>            "VPN Routing/Forwarding instance name"
  forwarding       "Forwarding table"
  source-interface "Specify interface for source address"
  <interface>      "Interface"
  address          "Server's address"
  ipv4             "IPv4 Address"
  ipv6             "IPv6 Address"
  key              "Per-server encryption key"
  0                "Specifies an UNENCRYPTED key will follow"
  6                "Specifies an ENCRYPTED key will follow"
  7                "Specifies HIDDEN key will follow"
  5                "Specifies a HIDDEN secret will follow"
  <key>            "The key"
  port             "TCP port"
  timeout          "Time to wait for this server to reply"
  login            "Enable secure login checking"
  privilege        "Command privilege parameters"
  parser           "Configure parser"
  view             "View Commands"
  superview        "SuperView Commands"
  secret           "Set a secret for the current view"
  commands         "Configure commands for a view"
  include          "Add command to the view"
  include-exclusive "Include in this view but exclude from others"
  exclude          "Exclude the command from the view"
  all              "wild card support"
  enable           "Modify enable password parameters"
  last-resort      "Define enable action if no TACACS servers respond"
  security         "Infra Security CLIs"
  password         "Configure encryption password (key)"
}
