// What all files of a BGP process share, when it begins.

import { byText, SortedMap } from '../../base/sorted-map.ts';
import { everythingDue, netTouched } from './adj-rib-out.ts';
import { Circumstances } from './circumstances.ts';
import type { BgpConfig } from './config.ts';
import type { LocRib } from './model.ts';
import type { Context, Speaker } from './peer.ts';
import { PolicyNumbers } from './policy-numbers.ts';

/** A speaker without peers. The router ID is written in before anything runs. */
export function freshSpeaker(
  context: Context,
  config: BgpConfig,
  rib: LocRib,
  ours: Pick<Speaker, 'pending' | 'suspect' | 'factsOf'>,
): Speaker {
  const speaker: Speaker = {
    context,
    config,
    routerId: undefined,
    rib,
    peers: new SortedMap(byText),
    groups: new SortedMap(byText),
    policies: new PolicyNumbers(),
    around: new Circumstances(context, rib),
    aggregates: new SortedMap(byText),
    listening: new Set(),
    hops: new Map(),
    labels: new Map(),
    labelled: new Map(),
    lines: 0,
    deferred: undefined,
    restarted: false,
    traced: false,
    ...ours,
    again: (group) => everythingDue(speaker, group),
    reveal: (vrf, prefix) => {
      const table = rib.tables.get(vrf);
      if (table) netTouched(speaker, table, prefix);
    },
  };
  return speaker;
}
