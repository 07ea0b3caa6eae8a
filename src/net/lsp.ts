// The label-switched path that packets for a prefix take from here.                                       RFC 3031 §3.15

import type { Prefix } from '../base/prefix.ts';
import type { VrfName } from '../route/names.ts';
import type { ForwardingPath } from './rib-types.ts';
import type { Vrfs } from './vrf.ts';

/** Its first hop: of the table of such paths, else of the unicast route's own labels. Undefined: there is none. */
export function lspOf(vrfs: Vrfs, vrf: VrfName, fec: Prefix): ForwardingPath | undefined {
  const { labeled, unicast } = vrfs.get(vrf);
  for (const table of [labeled, unicast]) {
    const verdict = table.entry(fec)?.active?.verdict;
    const path =
      verdict?.kind === 'forward' ? verdict.paths.find(({ push, php }) => push.length > 0 || php) : undefined;
    if (path) return path;
  }
  return undefined;
}
