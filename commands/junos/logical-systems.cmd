# commands/junos/logical-systems.cmd: routers within a router: the sentences of routing again, below a name.    Source: CLI
# reference of Junos 21.4, "logical-systems".

config {
  logical-systems {
    <logical-system!:name> @sorted {
      system {
        services { dhcp-local-server @presence { } }
      }
      interfaces { <interface-name!:interface-name> @sorted { unit <unit!:0..1073741823> @sorted { use logical-interface } } }
      forwarding-options { use instance-forwarding-options }
      policy-options { use policy-options }
      class-of-service { use class-of-service }
      firewall { use firewall }
      routing-instances { use routing-instances }
      routing-options { use routing-options }
      protocols { use protocols }
      bridge-domains { use bridge-domains }
      switch-options { use switch-options }
    }
  }
}

words {
  logical-systems                "Logical systems"
}
