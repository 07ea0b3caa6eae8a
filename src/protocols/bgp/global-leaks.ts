// Routes between the global table and VRFs, chosen by policies instead of targets.
// Source: Cisco IOS IP Routing: BGP, "BGP Support for IP Prefix Import from Global Table into a VRF Table", "BGP Support for IP
// Prefix Export from a VRF Table into the Global Table".

import type { Policy } from '../../policy/policy.ts';
import { MAIN } from '../../route/names.ts';
import type { BgpConfig } from './config.ts';
import { decide, type LadderFacts } from './decision.ts';
import type { Net, Path, Table } from './model.ts';

/** What goes from one table to the other; undefined: nothing does. */
export function leakPolicy(config: BgpConfig, into: Table, from: Table): Policy | undefined {
  if (into.remote || from.remote) return undefined;
  if (from.vrf === MAIN) return config.vpns[into.vrf]?.globalImport;
  return into.vrf === MAIN ? config.vpns[from.vrf]?.globalExport : undefined;
}

/** Some VRF wants routes of the global table. */
export const importsGlobal = (config: BgpConfig | undefined): boolean =>
  Object.values(config?.vpns ?? {}).some(({ globalImport }) => globalImport !== undefined);

/** The best of what the net has that is no copy itself. */
export function leakable(net: Net | undefined, facts: LadderFacts): Path | undefined {
  const own = [...(net?.paths.values() ?? [])].filter((path) => !path.importedFrom && !path.barred);
  return own.length === 0 ? undefined : decide(own, facts).best;
}
