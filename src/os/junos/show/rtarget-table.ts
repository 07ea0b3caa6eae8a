// bgp.rtarget.0: who wants VPN routes with which targets.
// Source: Junos OS CLI reference, "show route table" (sample of bgp.rtarget.0: `100:100:1010/96` and 16 blanks,
// `[RTarget/5]`, `Local`).

import { isIp4 } from '../../../base/ip.ts';
import type { Prefix } from '../../../base/prefix.ts';
import type { PrefixRow } from '../../../device/queries.ts';
import type { BgpPathRow } from '../../../protocols/bgp/show.ts';
import { membershipText } from '../../../route/membership.ts';
import { MAIN, type ProcessId } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import { PREFERENCES } from '../defaults.ts';
import { RTARGET, type ShownRow, type Way } from './route-words.ts';

type Asker = Pick<ViewContext, 'ask'>;

const BGP = 'bgp' as ProcessId;
const OWN_PREFERENCE = 5;

/** `65000:65000:1/96`: neither a block of addresses nor one of a VPN's. */
export const isMembership = ({ text }: Prefix): boolean => /^\d+:[^:]+:\d+\/\d+$/.test(text) && !text.includes('::');

const named = (prefix: Prefix): Prefix => ({
  ...prefix,
  text: prefix.length === 0 ? '0:0:0/0' : `${membershipText(prefix)}/${prefix.length}`,
});

/** Empty where nobody asks for targets. */
export function rtargetRows(asker: Asker): readonly PrefixRow[] {
  const tables = asker.ask('bgp.tables', { family: 'rtfilter' }) ?? [];
  return tables.flatMap(({ nets }) =>
    nets.map((net): PrefixRow => {
      const prefix = named(net.prefix);
      // What this router wants itself counts more than that others want it.
      const own = net.paths.some(({ from }) => from === 'local');
      const rows = net.paths.map((path) => rowOf(asker, prefix, path, own ? path.from === 'local' : path.best));
      return { prefix, routes: rows.sort((a, b) => Number(b.active) - Number(a.active)) };
    }),
  );
}

function wayTo({ ask }: Asker, { attributes: { nexthop }, from, valid }: BgpPathRow): Way {
  if (from === 'local') return { kind: 'word', word: 'Local' };
  const found = valid && isIp4(nexthop) ? ask('lookup', { vrf: MAIN, to: nexthop })?.verdict : undefined;
  if (found?.kind !== 'forward') return { kind: 'word', word: 'Unusable' };
  return { kind: 'paths', paths: found.paths.map((path) => ({ ...path, gateway: path.gateway ?? nexthop, push: [] })) };
}

function rowOf(asker: Asker, prefix: Prefix, path: BgpPathRow, active: boolean): ShownRow {
  const { attributes, from, since, slot, valid } = path;
  const local = from === 'local';
  const way = wayTo(asker, path);
  return {
    candidate: {
      route: {
        prefix,
        kind: !local && from.external ? 'bgp.external' : 'bgp.internal',
        source: local ? RTARGET : BGP,
        metric: 0,
        nexthops: [{ via: 'discard' }],
        ...(local ? {} : { bgp: attributes }),
        // The kernel has no such table.
        noInstall: true,
        ...(slot === undefined ? {} : { slot }),
      },
      preference: local ? OWN_PREFERENCE : (path.preference ?? PREFERENCES['bgp.internal']),
      since,
      usable: valid,
      reachable: [valid],
      verdict: valid ? { kind: 'discard' } : undefined,
    },
    active,
    activeSince: active ? since : undefined,
    paths: way.kind === 'paths' ? way.paths : [],
    shownAs: way,
  };
}
