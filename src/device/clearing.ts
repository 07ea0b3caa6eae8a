// What somebody wants cleared, in the terms of the process that does it.

import { ip4Text } from '../base/ip.ts';
import type { ProcessInput } from '../protocols/plugin.ts';
import type { Action } from './router.ts';

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

/** Only what was said. */
const given = (args: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(args).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

export const isisClearing = ({ what, system, interface: on }: Of<'clear-isis'>): ProcessInput => ({
  kind: 'action',
  name: `clear-${what}`,
  args: given({ system, on }),
});

export const bgpClearing = ({ soft, vrf, peer, asn, group }: Of<'clear-bgp'>): ProcessInput => ({
  kind: 'action',
  name: 'clear',
  args: given({
    soft: String(soft),
    vrf,
    peer: peer === undefined ? undefined : ip4Text(peer),
    asn: asn === undefined ? undefined : String(asn),
    group,
  }),
});

export const hitsClearing = ({ list, sequence }: Of<'clear-list-hits'>): ProcessInput => ({
  kind: 'action',
  name: 'clear-list-hits',
  args: given({ list, sequence: sequence === undefined ? undefined : String(sequence) }),
});

export const flapClearing = ({ vrf, peer, prefix }: Of<'clear-bgp-flaps'>): ProcessInput => ({
  kind: 'action',
  name: 'clear-flaps',
  args: given({ vrf, peer: peer === undefined ? undefined : ip4Text(peer), prefix: prefix?.text }),
});
