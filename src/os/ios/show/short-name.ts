// Interface names cut short, as tables print them: Gi0/0, Lo10.
// Source: capture `show vrf`, snapshot iosxe_vrf_route_leaking_classic_eigrp; `show interfaces description`.

/** Two letters and the numbers: `Gi0/0.100`, `Lo10`, `Nu0`. */
export function shortName(name: string): string {
  const at = name.search(/\d/);
  return at < 0 ? name : name.slice(0, 2) + name.slice(at);
}
