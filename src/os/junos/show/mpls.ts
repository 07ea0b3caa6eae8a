// show mpls interface, show mpls label usage.
// Source: transcripts of both on vMX (columns; `Up`, `Dn` where the unit lacks `family mpls`; the four label spaces).

import type { View, ViewContext } from '../../os.ts';
import { listed, mplsBlock } from '../compile/mpls.ts';
import { inForce } from './configured.ts';
import { comparePhysical } from './interface-facts.ts';

export const showMplsInterface: View = (context, match) => {
  const block = mplsBlock(inForce(context));
  const wanted = match.args['interface'];
  const rows = context
    .ask('interfaces', {})
    .map((row) => row.interface)
    .filter(({ name, kind }) => kind === 'ethernet' && listed(block, name) !== undefined)
    .filter(({ name }) => wanted === undefined || name === wanted)
    .sort((a, b) => comparePhysical(a.name, b.name));
  if (rows.length === 0) return [];
  return [
    'Interface        State       Administrative groups (x: extended)',
    ...rows.map(({ name, mpls, up }) => `${name.padEnd(17)}${(mpls && up ? 'Up' : 'Dn').padEnd(11)}<none>`),
  ];
};

/** How many labels each kind of user may have. */
const LSI = 69_609;
const BLOCK = 199_936;
const STATIC = 48_576;

export const showMplsLabelUsage: View = (context) => {
  const { first, last } = context.ask('mpls.labels', {});
  const dynamic = last - first + 1;
  return [
    'Label space Total   Available        Applications',
    spaceLine('LSI', LSI, 0, 'BGP/LDP VPLS with no-tunnel-services, BGP L3VPN with vrf-table-label'),
    spaceLine('Block', BLOCK, 0, 'BGP/LDP VPLS with tunnel-services, BGP L2VPN'),
    spaceLine('Dynamic', dynamic, usedOf(context), 'RSVP, LDP, PW, L3VPN, RSVP-P2MP, LDP-P2MP, MVPN, EVPN, BGP'),
    spaceLine('Static', STATIC, 0, 'Static LSP, Static PW'),
  ];
};

const usedOf = ({ ask }: ViewContext): number => ask('lfib', {}).length;

function spaceLine(name: string, total: number, used: number, applications: string): string {
  const free = total - used;
  // Rounded down: something is in use, so that it is not all.
  const share = `${(Math.floor((10_000 * free) / total) / 100).toFixed(2)}%`;
  return `${name.padEnd(12)}${String(total).padEnd(8)}${String(free).padEnd(6)} (${share.padEnd(7)}) ${applications}`;
}
