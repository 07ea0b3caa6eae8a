# commands/junos/groups.cmd: configuration groups and what stands in every block.    Source: CLI user guide, "Configuration
# groups".

config {
  version <version:text>
  groups {
    <group_name!:name> { use config }
  }
  apply-groups <group!:group>...
}
define everywhere {
  apply-flags omit @hidden
  apply-groups <group!:group>...
  apply-groups-except <group!:group>...
  apply-macro <macro!:name> @presence @hidden { <macro-name!:name> <macro-value:text> @hidden }
}
