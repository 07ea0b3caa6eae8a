# commands/host/host.cmd: a small PC with one Ethernet port, typed like the virtual PCs of lab simulators.

config {
  ip <address:host-address> "Address and length: 10.0.0.10/24" [<gateway:ipv4> "Address of the gateway"]
  set pcname <name:word> "Name of this PC, shown in the prompt"
}
exec {
  arp                                                                              -> show arp
  clear (arp "Forget the hardware addresses of the neighbours" | ip "Forget the address and the gateway")  -> do clear
  ping <target:ipv4> ( -c <count:1..65535> | -l <size:1..65507> | -w <wait:1..60000> | -D )*               -> do ping
  save                                                                             -> do save
  show [(arp | ip "Address, gateway and hardware address" | version)]                -> show facts
  trace <target:ipv4> [-m <hops:1..64>]                                            -> do trace
  version                                                                          -> show version
}
words {
  -c          "How many requests (default 5)"
  -D          "Set the don't-fragment bit"
  -l          "Bytes of data (default 56)"
  -m          "Most hops (default 8)"
  -w          "How long to wait for an answer, in milliseconds (default 1000)"
  arp         "Hardware addresses of the neighbours"
  clear       "Forget something"
  ip          "Set the address of this PC and its gateway"
  pcname      "Name of this PC"
  ping        "Send requests and wait for the answers"
  save        "Keep the configuration for the next start"
  set         "Set a property of this PC"
  show        "Show what this PC knows"
  trace       "Show the way to a destination, hop by hop"
  version     "Version of the program"
  <count>     "Number"
  <hops>      "Number"
  <size>      "Bytes"
  <target>    "Address of the other side"
  <wait>      "Milliseconds"
}
