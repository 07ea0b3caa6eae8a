# commands/junos/order.cmd: the order in which a configuration is printed.    Source: captures of Junos 25.4 and 24.4
# (`show configuration`): policies before instances before routing-options before protocols.

order config {
  version
  groups
  apply-groups
  system
  chassis
  interfaces
  snmp
  forwarding-options
  event-options
  policy-options
  class-of-service
  firewall
  routing-instances
  routing-options
  protocols
  bridge-domains
  vlans
  switch-options
}
