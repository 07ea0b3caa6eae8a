// show mpls ldp bindings [all | vrf NAME] [NETWORK [longer-prefixes]] [local-label …] [remote-label …] [neighbor | local]
// [detail | summary].
// Source: captures `show mpls ldp bindings all`, `… all detail` (genieparser ShowMplsLdpBindings, IOS XE) and `show mpls ldp
// bindings detail` of CSR 1000V; Cisco IOS MPLS Command Reference, "show mpls ldp bindings".

import { ip4Text } from '../../../base/ip.ts';
import { covers } from '../../../base/prefix.ts';
import type { Match } from '../../../language/spec.ts';
import type { LdpBindingRow, LdpRemoteBinding } from '../../../protocols/ldp/show.ts';
import { EXPLICIT_NULL, IMPLICIT_NULL } from '../../../route/label.ts';
import { MAIN } from '../../../route/names.ts';
import type { View } from '../../os.ts';
import { tables } from './ldp-discovery.ts';
import { identifierText } from './ldp-neighbor.ts';
import { askedPrefix } from './route-asked.ts';
import { said, vrfOf } from './said.ts';

export const labelText = (label: number): string => {
  if (label === IMPLICIT_NULL) return 'imp-null';
  return label === EXPLICIT_NULL ? 'exp-null' : String(label);
};

/** Of null labels the one that peers are told, implicit unless all of them are told the other. */
export function localText({ local, told }: LdpBindingRow): string | undefined {
  if (local !== 'null') return local === undefined ? undefined : String(local);
  return labelText(
    told.length > 0 && told.every(({ label }) => label === EXPLICIT_NULL) ? EXPLICIT_NULL : IMPLICIT_NULL,
  );
}

/** Which halves of a binding are shown. */
export interface Halves {
  readonly local: boolean;
  readonly remote: (one: LdpRemoteBinding) => boolean;
}

/** A label, or a range of them: `local-label 16 - 20`. */
export function inRange(match: Match, which: 'local' | 'remote', label: number): boolean {
  const first = Number(match.args[which]);
  return label >= first && label <= Number(match.args[`${which}last`] ?? first);
}

export function halvesOf(match: Match): Halves {
  const peer = match.args['neighbor'];
  const byLocal = match.args['local'] !== undefined;
  const byRemote = match.args['remote'] !== undefined;
  return {
    local: peer === undefined && !byRemote,
    remote: ({ lsr, label }) =>
      !said(match, 'local') &&
      !byLocal &&
      (peer === undefined || ip4Text(lsr.id) === peer) &&
      (!byRemote || inRange(match, 'remote', label)),
  };
}

const PEERS_A_LINE = 3;
const PEER_WIDTH = 22;

function toldLines({ told }: LdpBindingRow): readonly string[] {
  const peers = told.map(({ lsr }) => identifierText(lsr));
  const lines: string[] = [];
  for (let at = 0; at < peers.length; at += PEERS_A_LINE) {
    const line = peers.slice(at, at + PEERS_A_LINE).map((peer) => peer.padEnd(PEER_WIDTH));
    lines.push(`          ${line.join('').trimEnd()}`);
  }
  return peers.length === 0 ? [] : ['          Advertised to:', ...lines];
}

function bindingLines(row: LdpBindingRow, halves: Halves, match: Match): readonly string[] {
  const detail = said(match, 'detail');
  const known = halves.local ? localText(row) : undefined;
  const fits =
    match.args['local'] === undefined || (typeof row.local === 'number' && inRange(match, 'local', row.local));
  const local = fits ? known : undefined;
  const remote = row.remote.filter(halves.remote);
  if (local === undefined && remote.length === 0) return [];
  return [
    `  lib entry: ${row.prefix.text}, rev ${row.revision}${detail ? ', chkpt: none' : ''}`,
    ...(local === undefined ? [] : [`        local binding:  label: ${local}${detail ? ' (owner LDP)' : ''}`]),
    ...(detail && local !== undefined ? toldLines(row) : []),
    ...remote.map(
      ({ lsr, label }) =>
        `        remote binding: lsr: ${identifierText(lsr)}, label: ${labelText(label)}${detail ? ' checkpointed' : ''}`,
    ),
  ];
}

/** How many labels were given out, and heard. */
function summaryLines(rows: readonly LdpBindingRow[]): readonly string[] {
  const assigned = rows.filter(({ local }) => local !== undefined).length;
  const learned = rows.reduce((sum, { remote }) => sum + remote.length, 0);
  return [
    `Total number of prefixes: ${rows.length}`,
    '',
    'Generic label bindings',
    '                 assigned        learned',
    '  prefixes       in labels     out labels',
    `${String(rows.length).padStart(10)}${String(assigned).padStart(16)}${String(learned).padStart(15)}`,
  ];
}

export const showLdpBindings: View = (context, match) => {
  const wanted = askedPrefix(match)?.block;
  const longer = said(match, 'longer-prefixes');
  const all = said(match, 'all');
  const halves = halvesOf(match);
  return tables(context, all, vrfOf(match)).flatMap((vrf) => {
    const rows = context
      .ask('ldp.bindings', { vrf })
      .filter(({ prefix }) => wanted === undefined || prefix === wanted || (longer && covers(wanted, prefix)));
    const lines = said(match, 'summary') ? summaryLines(rows) : rows.flatMap((row) => bindingLines(row, halves, match));
    return vrf === MAIN || lines.length === 0 || !all ? lines : [`VRF ${vrf}:`, ...lines];
  });
};
