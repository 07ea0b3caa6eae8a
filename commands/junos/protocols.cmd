# commands/junos/protocols.cmd: where the routing protocols stand; each has a file of its own.

config {
  protocols { use protocols }
}
