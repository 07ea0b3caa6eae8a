// What somebody wants cleared, in the terms of the process that does it.

import { type Ip4, ip4Text } from '../base/ip.ts';
import type { ProcessInput } from '../protocols/plugin.ts';
import type { Machine } from './machine.ts';
import type { Action } from './router.ts';

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

/** Only what was said. */
const given = (args: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(args).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const isisClearing = ({ what, system, interface: on }: Of<'clear-isis'>): ProcessInput => ({
  kind: 'action',
  name: `clear-${what}`,
  args: given({ system, on }),
});

const bgpClearing = ({ soft, vrf, peer, asn, group }: Of<'clear-bgp'>): ProcessInput => ({
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

const hitsClearing = ({ list, sequence }: Of<'clear-list-hits'>): ProcessInput => ({
  kind: 'action',
  name: 'clear-list-hits',
  args: given({ list, sequence: sequence === undefined ? undefined : String(sequence) }),
});

const flapClearing = ({ vrf, peer, prefix }: Of<'clear-bgp-flaps'>): ProcessInput => ({
  kind: 'action',
  name: 'clear-flaps',
  args: given({ vrf, peer: peer === undefined ? undefined : ip4Text(peer), prefix: prefix?.text }),
});

type OfProcesses = Of<
  | 'clear-ldp'
  | 'clear-bfd'
  | 'clear-vrrp'
  | 'clear-isis'
  | 'clear-bgp'
  | 'clear-list-hits'
  | 'clear-bgp-flaps'
  | 'trace-bgp'
>;

const named = (name: string, args: Readonly<Record<string, string | undefined>>): ProcessInput => ({
  kind: 'action',
  name,
  args: given(args),
});

const textOf = (peer: Ip4 | undefined): string | undefined => (peer === undefined ? undefined : ip4Text(peer));

/** Tells it to those whose it is. */
export function clearProcesses(machine: Machine, action: OfProcesses): void {
  switch (action.kind) {
    case 'clear-ldp':
      machine.ldp.of(action.vrf)?.input(named('clear', { peer: textOf(action.peer) }));
      break;
    case 'clear-bfd':
      for (const host of machine.bfd.all()) host.input(named('clear', { peer: textOf(action.peer) }));
      break;
    case 'clear-vrrp':
      for (const host of machine.vrrp.all()) host.input(named('clear', { on: action.interface }));
      break;
    case 'clear-isis':
      for (const host of machine.isis.named(action.instance)) host.input(isisClearing(action));
      break;
    case 'clear-bgp':
      machine.bgp?.input(bgpClearing(action));
      break;
    case 'clear-list-hits':
      machine.bgp?.input(hitsClearing(action));
      break;
    case 'clear-bgp-flaps':
      machine.bgp?.input(flapClearing(action));
      break;
    case 'trace-bgp':
      machine.bgp?.input(named('trace', { on: action.on ? 'yes' : 'no' }));
      break;
  }
}
