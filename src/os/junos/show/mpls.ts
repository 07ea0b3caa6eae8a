// show mpls interface, show mpls label usage, show mpls lsp, show rsvp session, show rsvp neighbor.
// Source: transcripts of both on vMX (columns; `Up`, `Dn` where the unit lacks `family mpls`; the four label spaces);
// paths of RSVP: transcripts of routers that have none (a block for each end of a path; `RSVP neighbor: 0 learned`;
// `RSVP not configured`). Nothing signals paths here, so that there never are any.

import type { Match } from '../../../language/spec.ts';
import type { View, ViewContext } from '../../os.ts';
import { listed, mplsBlock } from '../compile/mpls.ts';
import { one } from '../compile/tree-reader.ts';
import { inForce } from './configured.ts';
import { comparePhysical } from './interface-facts.ts';
import { saidOf } from './said.ts';

interface MplsInterface {
  readonly name: string;
  readonly state: 'Up' | 'Dn';
}

/** Those that run MPLS and were asked for. */
export function mplsInterfaces(context: ViewContext, match: Match): readonly MplsInterface[] {
  const block = mplsBlock(inForce(context));
  const wanted = match.args['interface'];
  return context
    .ask('interfaces', {})
    .map((row) => row.interface)
    .filter(({ name, kind }) => kind === 'ethernet' && listed(block, name) !== undefined)
    .filter(({ name }) => wanted === undefined || name === wanted)
    .sort((a, b) => comparePhysical(a.name, b.name))
    .map(({ name, mpls, up }) => ({ name, state: mpls && up ? 'Up' : 'Dn' }));
}

export const showMplsInterface: View = (context, match) => {
  if (!mplsBlock(inForce(context))) return ['MPLS not configured'];
  const rows = mplsInterfaces(context, match);
  if (rows.length === 0) return [];
  return [
    'Interface        State       Administrative groups (x: extended)',
    ...rows.map(({ name, state }) => `${name.padEnd(17)}${state.padEnd(11)}<none>`),
  ];
};

const ENDS = ['ingress', 'egress', 'transit'] as const;

/** A block for each end of a path, or for the one that was asked for; there are no paths. */
function pathLines(match: Match, what: 'LSP' | 'RSVP'): readonly string[] {
  const wanted = saidOf(match, ...ENDS);
  return ENDS.filter((end) => wanted === undefined || end === wanted).flatMap((end) => [
    `${end[0]?.toUpperCase()}${end.slice(1)} ${what}: 0 sessions`,
    'Total 0 displayed, Up 0, Down 0',
    '',
  ]);
}

export const showMplsLsp: View = (context, match) =>
  mplsBlock(inForce(context)) ? pathLines(match, 'LSP') : ['MPLS not configured'];

const whereRsvpRuns =
  (view: View): View =>
  (context, match) =>
    one(one(inForce(context), 'protocols'), 'rsvp') ? view(context, match) : ['RSVP not configured'];

export const showRsvpSession: View = whereRsvpRuns((_context, match) => pathLines(match, 'RSVP'));

export const showRsvpNeighbor: View = whereRsvpRuns(() => ['RSVP neighbor: 0 learned']);

/** How many labels each kind of user may have. */
const LSI = 69_609;
const BLOCK = 199_936;
const STATIC = 48_576;

export const showMplsLabelUsage: View = (context) => {
  const { first, last } = context.ask('mpls.labels', {});
  const dynamic = last - first + 1;
  const rows = context.ask('lfib', {});
  const used = rows.length;
  // Labels of whole tables lie below those that are given out one by one.
  const own = rows.filter(({ entry }) => entry.label >= first).length;
  return [
    'Label space Total   Available        Applications',
    spaceLine('LSI', LSI, used - own, 'BGP/LDP VPLS with no-tunnel-services, BGP L3VPN with vrf-table-label'),
    spaceLine('Block', BLOCK, 0, 'BGP/LDP VPLS with tunnel-services, BGP L2VPN'),
    spaceLine('Dynamic', dynamic, own, 'RSVP, LDP, PW, L3VPN, RSVP-P2MP, LDP-P2MP, MVPN, EVPN, BGP'),
    spaceLine('Static', STATIC, 0, 'Static LSP, Static PW'),
  ];
};

function spaceLine(name: string, total: number, used: number, applications: string): string {
  const free = total - used;
  // Rounded down: something is in use, so that it is not all.
  const share = `${(Math.floor((10_000 * free) / total) / 100).toFixed(2)}%`;
  return `${name.padEnd(12)}${String(total).padEnd(8)}${String(free).padEnd(6)} (${share.padEnd(7)}) ${applications}`;
}
