# commands/junos/instances.cmd: routing-instances.    Order: capture of Junos 25.4 (routing-options before interface).

config routing-instances {
  <instance_name!:name> @sorted {
    description <description:text>
    instance-type <instance-type:instance-type>
    vlan-id <vlan-id:name>                                       -> accept "bridging is not built"
    routing-options { use routing-options }
    protocols -> accept "no protocol runs here yet" { use protocols }
    interface <interface!:ifl> @sorted @presence { (any | primary) }
    route-distinguisher <route-distinguisher:route-distinguisher>
    vrf-import <policy!:policy>...                               -> accept "BGP has no neighbours yet"
    vrf-export <policy!:policy>...                               -> accept "BGP has no neighbours yet"
    vrf-target @oneline {
      <community:route-target>
      import <import-target:route-target>
      export <export-target:route-target>
    }
    vrf-table-label @presence -> accept "labels are not switched yet" { source-class-usage }
    no-vrf-advertise                                             -> accept "BGP has no neighbours yet"
    no-local-switching                                           -> accept "bridging is not built"
  }
}
