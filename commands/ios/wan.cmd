# commands/ios/wan.cmd: serial lines, PPP, Frame Relay, ATM, dialers.
# Help: `?` of IOS 15.x; Cisco IOS Wide-Area Networking, Dial Technologies, ATM command references.

config interface {
  encapsulation (ppp "Point-to-Point protocol" | hdlc "Serial HDLC synchronous" | slip "Serial Line IP" | lapb "LAPB (X.25 Level 2)" | smds "Switched Megabit Data Service (SMDS)" | aal5snap "AAL5+SNAP" | aal5mux "AAL5+MUX" | aal0 "AAL0" | cpp "Combinet proprietary protocol" | sdlc "SDLC" | gpon "GPON") [<options:line>] -> accept "there are no serial lines"
  encapsulation frame-relay "Frame Relay networks" [(ietf "Use RFC1490/RFC2427 encapsulation" | MFR "Multilink Frame Relay bundle interface" <bundle:line>)] -> accept "there is no Frame Relay"
  encapsulation x25 "X.25" [<options:line>]                           -> accept "there is no X.25"
  encapsulation sde "IEEE 802.10 Virtual LAN - Secure Data Exchange" <said:1..4294967295> "SDE identifier" @hidden -> accept "there is no SDE"
  clock rate "Configure serial interface clock speed" [network-clock "Rounded"] <bps:300..8064000> "Speed (bits per second)" -> accept "there are no serial lines"
  clockrate "Configure serial interface clock speed" <bps:300..8064000> "Speed (bits per second)" @hidden -> accept "there are no serial lines"
  clock (source "Clock source" | active "Clock active" | mode "Clock mode") <source:line> "Source" @apart -> accept "there are no serial lines"
  crc "CRC calculation" (16 "crc16 mode" | 32 "crc32 mode") @hidden -> accept "there are no serial lines"
  dce-terminal-timing-enable "Enable DCE terminal timing" @hidden -> accept "there are no serial lines"
  ignore-dcd "ignore dcd" @hidden -> accept "there are no serial lines"
  ignore (dtr "Ignore DTR" | hw "Ignore hardware" <what!:line>) @hidden -> accept "there are no serial lines"
  invert (txclock "Invert the transmit clock" | data "Invert data") @hidden -> accept "there are no serial lines"
  serial restart-delay "Set serial interface restart delay" <seconds:0..900> @hidden -> accept "there are no serial lines"
  down-when-looped "Force looped serial interface down" @hidden -> accept "there are no serial lines"
  loopback [(local | network | diagnostic | line | payload | driver | mac)]     -> accept "there are no loops"
  framing "Framing" <framing:word> @hidden -> accept "there are no serial lines"
  linecode "Line code" <code:word> @hidden -> accept "there are no serial lines"
  cablelength "Cable length" <length:line> @hidden -> accept "there are no serial lines"
  fair-queue "Enable Fair Queuing on an Interface" [<congestive:1..4096> "Congestive Discard Threshold"] [<dynamic:16..4096> "Number Dynamic Conversation Queues"] [<reserved:0..1000> "Number Reservable Conversation Queues"] = on -> accept "there is no quality of service"
  priority-group "Assign a priority group to an interface" <group:1..16> "Priority group" -> accept "there is no quality of service"
  custom-queue-list "Assign a custom queue list to an interface" <list:1..16> "Custom queue list number" -> accept "there is no quality of service"
  random-detect [<what!:line>]                                           -> accept "there is no quality of service"
  max-reserved-bandwidth "Maximum Reservable Bandwidth on an Interface" <percent:1..100> "Percent" -> accept "there is no quality of service"
  traffic-shape "Enable Traffic Shaping on an Interface or Sub-Interface" (rate "configure token bucket: CIR (bps) [Bc (bits) [Be (bits)]]" | group "Configure token bucket with a list" | adaptive "Enable Traffic Shaping adaptation to BECN" | fecn-adapt "Enable Traffic Shaping reflection of FECN as BECN") [<what:line>] @apart -> accept "there is no quality of service"
  rate-limit (input "Rate limit on input" | output "Rate limit on output") <rule!:line> @apart -> accept "there is no quality of service"
  compress (stac "stac compression algorithm" | predictor "predictor compression type" | mppc "MPPC compression type") [<options:line>] @apart @hidden -> accept "there are no serial lines"
  ppp authentication <methods:line> "chap, pap, ms-chap, eap and their lists" -> accept "there is no PPP"
  ppp chap (hostname "Set alternate CHAP hostname" <host:word> | password "Set default CHAP password" [(0 | 7)] <secret:word> | refuse "Refuse to authenticate using CHAP" [callin "Refuse to authenticate on incoming calls"] | wait "Wait for caller to authenticate first" | ignoreus | splitnames) @apart -> accept "there is no PPP"
  ppp pap sent-username "Set outbound PAP username" <user:word> password "Set outbound PAP password" [(0 | 7)] <secret:word> -> accept "there is no PPP"
  ppp pap refuse "Refuse to authenticate using PAP" [<options:line>]     -> accept "there is no PPP"
  ppp eap <what!:line>                                                   -> accept "there is no PPP"
  ppp ipcp (dns (request "Request from peer" [accept] | accept | reject | <first:ipv4> [<second:ipv4>]) | address (accept | required | unique) | route default | wins <wins:line> | mask <mask:line> | header-compression <header:line> | accept-address | username unique | ignore-map | predictive) @apart -> accept "there is no PPP"
  ppp multilink -> accept "there is no PPP"
  ppp multilink (group "Put interface in a multilink bundle" <group:1..2147483647> | fragment "Fragmentation" <fragment:line> | interleave "Allow interleaving of small packets with fragments" | endpoint <endpoint:line> | links <links:line> | mrru <mrru:line> | multiclass <multiclass:line> | load-threshold <load:line> | slippage <slippage:line> | queue <queue:line> | idle-link | ncp <ncp:line>) @apart -> accept "there is no PPP"
  ppp (quality "Set minimum Link Quality before link is down" <quality:0..100> | reliable-link "Use LAPB with PPP" | timeout "Set PPP timeout parameters" <timeout!:line> | lcp "PPP LCP configuration" <lcp!:line> | bridge "Enable PPP bridge translation" <bridge:line> | max-bad-auth <bad:1..255> | accounting <accounting:line> | authorization <authorization:line> | acfc <acfc:line> | pfc <pfc:line> | bap <bap:line> | callback <callback:line> | encrypt <encrypt:line> | max-configure <configure:1..255> | max-terminate <terminate:1..255> | max-failure <failure:1..255> | mtu <mtu:word> | direction <direction:word> | iphc <iphc:line> | mru <mru:line> | ncp <ncp:line> | gre <gre:line> | loopback ignore | dnis <dnis:line> | ms-chap <mschap:line>) @apart -> accept "there is no PPP"
  multilink-group "Put interface in a multilink bundle" <group:1..2147483647> "Multilink group number" -> accept "there is no PPP"
  peer default ip address (pool <pools:line> "Pools" | dhcp [<pools:line>] | dhcp-pool <pools:line> | <address:ipv4>) -> accept "there is no PPP"
  peer (neighbor-route "Create neighbor route to peer" | match aaa-pools "Match AAA pools") @apart = on -> accept "there is no PPP"
  frame-relay interface-dlci <dlci!:16..1007> "Define a switched or locally terminated DLCI" [<options:line>] @config-fr-dlci -> accept "there is no Frame Relay" {
    class "Define a map class" <class:word>
  }
  frame-relay map ip <address!:ipv4> "Protocol specific address" <dlci:16..1007> "DLCI" [<options:line> "broadcast, cisco, ietf …"] -> accept "there is no Frame Relay"
  frame-relay map (ipv6 | clns | bridge | llc2) <what!:line> "Protocol specific address and DLCI" @apart -> accept "there is no Frame Relay"
  frame-relay lmi-type "Use CISCO-ANSI-CCITT type LMI" (ansi "ANSI" | cisco "Cisco" | q933a "Q.933a") -> accept "there is no Frame Relay"
  frame-relay intf-type "Configure a FR DTE/DCE/NNI interface" (dce "Configure a FR DCE" | dte "Configure a FR DTE" | nni "Configure a FR NNI") -> accept "there is no Frame Relay"
  frame-relay inverse-arp "Enable/disable inverse ARP on a DLCI" [<what!:line>] = on -> accept "there is no Frame Relay"
  frame-relay (traffic-shaping "Enable Frame Relay Traffic Shaping" | broadcast-queue "Define a broadcast queue" <broadcast:line> | class "Define a map class" <class:word> | lmi-n391dte <n391:1..255> | lmi-n392dte <n392:1..10> | lmi-n393dte <n393:1..10> | lmi-n392dce <n392c:1..10> | lmi-n393dce <n393c:1..10> | lmi-t392dce <t392:5..30> | local-dlci <local:16..1007> | de-group <degroup:line> | priority-dlci-group <prioritygroup:line> | route <route!:line> | svc | multilink <multilink:line> | fragment <fragment:line> | payload-compression <payload:line> | ip <ip:line> | qos-autosense | end-to-end <keepalive:line> | policing | adaptive-shaping <adaptive:line> | fragmentation <fragmentation:line>) @apart -> accept "there is no Frame Relay"
  keepalive-frame-relay @hidden                                          -> accept "there is no Frame Relay"
  pvc "Configure ATM PVC parameters" <pvc!:line> "Name, VPI and VCI" @config-if-atm-vc @hidden -> accept "there is no ATM" {
    use atm-vc
  }
  atm (pvp "Enable a PVP" | ilmi-keepalive "ILMI keepalive" | pvc "PVC" | vc-per-vp "VCs per VP" | address-registration "Registration" | route-bridged "Use 1483 bridged mode to route protocols" | scrambling "Scrambling" | clock "Clock" | ds3-scramble "Scramble" | framing "Framing" | uni-version "UNI version" | esi-address "ESI address" | nsap-address "NSAP address" | flag "Flag" | sonet "SONET" | oversubscribe "Oversubscribe" | bandwidth "Bandwidth" | mcpt-timers "Timers") [<what!:line>] @apart @hidden -> accept "there is no ATM"
  dsl <what!:line> "DSL subcommands" @hidden -> accept "there is no ATM"
  operating mode "Operating mode" <mode:line> @hidden -> accept "there is no ATM"
  pppoe enable "Enable pppoe" [group <group:word>]                       -> accept "there is no PPP"
  pppoe (max-sessions <sessions:line> | service <service:line>) @apart          -> accept "there is no PPP"
  pppoe-client dial-pool-number "Dialer pool number" <pool:1..255> [<options:line>] -> accept "there is no PPP"
  pppoe-client (control-packets <control:line> | ppp-max-payload <payload:1492..1500>) @apart -> accept "there is no PPP"
  dialer pool "Specify dialer pool used by dialer profile" <pool:1..255> -> accept "nobody is dialled"
  dialer pool-member <pool!:1..255> [<options:line>]                     -> accept "nobody is dialled"
  dialer string "Specify telephone number to be passed to DCE device" <string!:line> -> accept "nobody is dialled"
  dialer map <map!:line> "Map of address and telephone number"          -> accept "nobody is dialled"
  dialer (in-band "Use in-band dialing techniques" [<inband:line>] | dtr "Force DTR-low to be the busyout signal" | persistent [<persistent:line>] | remote-name <remote:line> | idle-timeout <idle:line> | fast-idle <fast:1..2147483> | load-threshold <load:line> | hold-queue <hold:line> | wait-for-carrier-time <wait:1..2147483> | enable-timeout <enable:1..2147483> | rotary-group <rotary:0..255> | rotor <rotor:word> | priority <priority:0..255> | watch-group <watch:1..255> | watch-disable <disable:1..2147483> | vpdn | caller <caller!:line> | callback-secure | callback-server <callback:line> | redial <redial:line> | aaa [<aaa:line>] | max-link <link:line> | order <order:word> | isdn <isdn:line> | clid <clid:line> | down-with-vInterface) @apart -> accept "nobody is dialled"
  dialer-group "Assign interface to dialer-list" <group:1..255> "Dialer list number" -> accept "nobody is dialled"
  isdn <what!:line> "ISDN Interface configuration commands" @hidden -> accept "nobody is dialled"
  async (mode (interactive | dedicated) | dynamic <dynamic:line> | default routing | address <address:line>) @apart @hidden -> accept "nobody is dialled"
  group-range "Make async interfaces into a group" <first:line> @hidden -> accept "nobody is dialled"
  physical-layer (async "Configure asynchronous" | sync "Configure synchronous") @hidden -> accept "nobody is dialled"
  ip tcp (compression-connections "Maximum number of compressed connections" <connections:1..256> | selective-ack) @apart -> accept "headers are not compressed"
  ip rtp (header-compression "Enable RTP header compression" [<format:line>] | compression-connections <connections:3..1000> | priority <priority:line> | reserve <reserve:line>) @apart -> accept "headers are not compressed"
  x25 <what!:line> "X.25 Level 3" @hidden -> accept "there is no X.25"
  lapb <what!:line> "X.25 Level 2 parameters" @hidden -> accept "there is no X.25"
  ring-speed "Token ring speed" <speed:4..16> "Mbps" @hidden -> accept "there is no token ring"
  source-bridge <what!:line> "Configure interface for source-route bridging" @hidden -> accept "there is no token ring"
  pos <what!:line> "POS subcommands" @hidden -> accept "there are no serial lines"
  aps <what!:line> "Automatic Protection Switching" @hidden -> accept "there are no serial lines"
  au-4-tug-3 <what!:line> @hidden -> accept "there are no serial lines"
  dsu bandwidth "DSU bandwidth" <bandwidth:line> @hidden -> accept "there are no serial lines"
  scramble "Scramble" @hidden -> accept "there are no serial lines"
  voice-port @hidden                                                      -> accept "there is no voice"
  vpdn <what!:line> @hidden -> accept "there is no PPP"
  ip idle-group <list:acl> (in | out) @hidden -> accept "nobody is dialled"
  virtual-template @hidden                                                -> accept "there is no PPP"
  pvc-bundle @hidden                                                      -> accept "there is no ATM"
}

define voice-block {
  <setting!:word> [<what!:line>]
}

define atm-vc {
  encapsulation <how:line>
  protocol <what!:line> "Map protocol address"
  (ubr "Unspecified bit rate" | ubr+ "UBR with minimum rate" | cbr "Constant bit rate" | vbr-rt "Real time variable bit rate" | vbr-nrt "Non-real time variable bit rate" | abr "Available bit rate") [<rate:line>] @apart
  oam-pvc "OAM management" <how:line>
  oam "OAM" <what!:line>
  class-vc "VC class" <class:word>
  dialer pool-member <pool:1..255>
  pppoe-client dial-pool-number <pool:1..255>
  pppoe max-sessions <sessions:line>
  inarp "Inverse ARP timer" <minutes:1..60>
  broadcast "Pseudo-broadcast"
  service-policy (input | output) <policy!:word>
  tx-ring-limit <limit:line>
  vbr-class <class:word>
  ip <what!:line>
}

config {
  map-class (frame-relay "Configure a map class for Frame Relay" | dialer "Dialer" | atm "ATM") <name!:word> "Static map class name" @config-map-class -> accept "there is no Frame Relay" {
    frame-relay <what!:line>
    service-policy (input | output) <policy!:word>
    dialer <what!:line>
  }
  frame-relay switching "enable frame relay switching"                   -> accept "there is no Frame Relay"
  frame-relay (address-reg "Registration" | de-list <list:line> | lmi <lmi:line> | address registration) @apart  -> accept "there is no Frame Relay"
  vc-class atm "ATM VC class" <name!:word> @config-vc-class @hidden -> accept "there is no ATM" {
    use atm-vc
  }
  dialer-list <list!:1..255> "Dialer group number" protocol "Permit or Deny based on protocols" <protocol!:word> (permit | deny | list <acl:acl>) -> accept "nobody is dialled"
  dialer (watch-list <watch!:line> | dnis <dnis:line>) @apart @hidden -> accept "nobody is dialled"
  chat-script "Define a modem chat script" <script!:line>                -> accept "nobody is dialled"
  isdn (switch-type "Select the ISDN switch type" <type:word> | tei-negotiation <tei:line> | leased-line <leased:line>) @apart @hidden -> accept "nobody is dialled"
  multilink virtual-template <number:1..1000>                             -> accept "there is no PPP"
  ip local pool "IP Local address pool lists" <pool!:word> "Pool name" <first!:ipv4> "First IP address of range" [<last!:ipv4> "Last IP address of range"] [group <group:word>] [recycle delay <delay:line>] -> accept "there is no PPP"
  ip address-pool (local "Use local address pool" | dhcp-pool | dhcp-proxy-client) -> accept "there is no PPP"
  vpdn enable                                                             -> accept "there is no PPP"
  vpdn (logging [<logging!:line>] | authen-before-forward | source-ip <address:ipv4> | search-order <order:line> | multihop | aaa <aaa:line> | session-limit <limit:line> | domain-delimiter <delimiter:line> | ip <ip:line> | history <history:line>) @apart -> accept "there is no PPP"
  vpdn-group <name!:word> "VPDN group name" @config-vpdn                  -> accept "there is no PPP" {
    accept-dialin "VPDN accept-dialin group configuration" @config-vpdn-acc-in {
      protocol <protocol:word>
      virtual-template <number:1..1000>
    }
    request-dialin "VPDN request-dialin group configuration" @config-vpdn-req-in {
      protocol <protocol:word>
      domain <domain:word>
      pool-member <pool:1..255>
      rotary-group <group:0..255>
    }
    terminate-from hostname <host:word>
    initiate-to ip <address:ipv4>
    local name <name:word>
    l2tp <what!:line>
    lcp <what!:line>
    source-ip <address:ipv4>
    description <text:line>
    no-negotiate @hidden
  }
  bba-group pppoe (global "Global PPPoE profile" | <name!:word> "PPPoE profile name") @config-bba-group -> accept "there is no PPP" {
    virtual-template <number:1..1000>
    sessions <what!:line>
    ac name <name:word>
    service profile <profile:line>
    vendor-tag <tag!:line>
  }
  controller (E1 | T1 | E3 | T3 | SONET | VDSL | SHDSL | Cellular) <number!:word> "Controller unit number" @config-controller @hidden -> accept "there are no serial lines" {
    framing <framing:word>
    linecode <code:word>
    clock source <source:line>
    channel-group <number!:0..30> [<timeslots:line>]
    pri-group <group:line>
    ds0-group <group!:0..30> <timeslots:line>
    tdm-group <group!:0..30> <timeslots:line>
    cablelength <length:line>
    line-code @hidden
    description <text:line>
    shutdown
    mode <mode:line>
    operating mode <mode:line>
    fdl <type:word>
    dsl-group <group:line>
  }
  card type "Configure card type" <type!:line> @hidden -> accept "there are no serial lines"
  network-clock-participate <what!:line> @hidden -> accept "there are no serial lines"
  network-clock-select <what!:line> @hidden -> accept "there are no serial lines"
  x25 <what!:line> "X.25 Level 3"                                         -> accept "there is no X.25"
  bridge <group!:1..255> (protocol <protocol:word> | route <routed!:word> | priority <priority:0..65535> | bridge <bridged!:word> | address <address!:line> | aging-time <aging:line> | forward-time <forward:line> | hello-time <hello:line> | max-age <age:line>) @apart -> accept "there is no bridging"
  bridge (irb | crb | cmf)                                                 -> accept "there is no bridging"
  voice service (voip | pots) @config-voi-serv @hidden                     -> accept "there is no voice" {
    use voice-block
    (sip | h323) @config-serv-x {
      use voice-block
    }
  }
  voice (class | translation-rule | translation-profile | register | hunt-group | moh-group | source-group | logout-profile | dnis-map) <what!:line> @config-voice @hidden -> accept "there is no voice" {
    use voice-block
  }
  voice (call | rtp | cut-through | vad-time | echo | dsp | iec | hpi | caller-id | mlpp | statistics | lpcor | vrf) <what!:line> @hidden -> accept "there is no voice"
  voice-port <port!:line> @config-voiceport @hidden                        -> accept "there is no voice" {
    use voice-block
  }
  (gateway | gatekeeper | call-manager-fallback | telephony-service | sccp | ccm-manager) [<what!:line>] @apart @config-voice @hidden -> accept "there is no voice" {
    use voice-block
  }
  (mgcp | call | dspfarm | ephone-dn | ephone | ephone-template | ephone-dn-template | credentials | num-exp | nanp | trunk | stcapp | fax | application) [<what!:line>] @apart @config-voice @hidden -> accept "there is no voice" {
    use voice-block
  }
  dot11 <what!:line> @config-ssid @hidden                                   -> accept "there is no radio" {
    use voice-block
  }
  voice-card <slot!:0..9> @config-voicecard @hidden -> accept "there is no voice" {
    dspfarm
    dsp <what!:line>
    codec <what:line>
  }
  dial-peer voice <tag!:1..1073741823> (pots | voip) @config-dial-peer @hidden -> accept "there is no voice" {
    destination-pattern <pattern:line>
    session <what!:line>
    codec <what:line>
    dtmf-relay <what:line>
    port <port:line>
    incoming <what!:line>
    preference <preference:0..10>
    voice-class <what!:line>
    forward-digits <what:line>
    direct-inward-dial
    description <text:line>
  }
  dial-peer cor <what!:line> @hidden -> accept "there is no voice"
  sip-ua @config-sip-ua @hidden -> accept "there is no voice" {
    (authentication | credentials | registrar | sip-server | retry | timers | keepalive | nat | host-registrar | mwi-server | max-forwards) [<what!:line>] @apart
  }
}

words {
  encapsulation    "Set encapsulation type for an interface"
  clock            "Configure serial interface clock"
  ignore           "Ignore signals"
  invert           "Serial invert modes"
  serial           "serial interface commands"
  loopback         "Configure internal loopback on an interface"
  local            "Local"
  network          "Network"
  diagnostic       "Diagnostic"
  line             "Line"
  payload          "Payload"
  driver           "Driver"
  mac              "MAC"
  random-detect    "Enable Weighted Random Early Detection (WRED) on an Interface"
  rate-limit       "Rate Limit"
  compress         "Set serial interface for compression"
  ppp              "Point-to-Point Protocol"
  chap             "Set CHAP authentication parameters"
  pap              "Set PAP authentication parameters"
  eap              "Set EAP authentication parameters"
  ipcp             "Set IPCP negotiation options"
  multilink        "Make interface multilink capable"
  peer             "Peer parameters for point to point interfaces"
  frame-relay      "Set frame relay parameters"
  map              "Map a protocol address to a DLCI address"
  atm              "Modify ATM parameters"
  operating        "Operating mode"
  pppoe            "PPP over Ethernet"
  pppoe-client     "PPPoE client"
  dialer           "Dial-on-demand routing (DDR) commands"
  async            "Async interface parameters"
  dsu              "DSU"
  x25              "X.25 Level 3"
  ip               "Interface Internet Protocol config commands"
  permit           "Specify packets to forward"
  deny             "Specify packets to reject"
  oam              "OAM"
  map-class        "Configure static map class"
  vc-class         "Configure per-vc class"
  dialer-list      "Create a dialer list entry"
  isdn             "ISDN configuration commands"
  vpdn             "Virtual Private Dialup Network"
  vpdn-group       "VPDN group configuration"
  bba-group        "Configure BBA Group"
  controller       "Configure a specific controller"
  card             "Configure a specific card"
  bridge           "Bridge Group"
  voice            "Global voice configuration commands"
  voice-card       "Configure a specific voice-card"
  dial-peer        "Dial Map (Peer) configuration commands"
  sip-ua           "SIP User Agent commands"
}
