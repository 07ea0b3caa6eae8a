// show mpls forwarding-table, show mpls interfaces, show mpls label range.
// Source: captures `show mpls forwarding-table` (genieparser ShowMplsForwardingTable, IOS and IOS XE: `No Label`, `Pop Label`,
// `None`, `aggregate/vrf3001`), `show mpls interfaces all`, `show mpls label range`.

import { ipText } from '../../../base/ip.ts';
import type { Prefix } from '../../../base/prefix.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import type { LabelRow } from '../../../device/queries.ts';
import type { Match } from '../../../language/spec.ts';
import type { Interface } from '../../../net/interface.ts';
import type { ForwardingPath, LfibEntry } from '../../../net/rib-types.ts';
import { EXPLICIT_NULL } from '../../../route/label.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { View, ViewContext } from '../../os.ts';
import { byIsis } from '../compile/mpls.ts';
import { interfaceNode } from '../edit/addresses.ts';
import { statement } from '../statements.ts';
import { interfacesOf } from './interface-state.ts';
import { detailLines, slotsLine } from './mpls-detail.ts';
import { type Asked, askedPrefix } from './route-asked.ts';
import { activeRows } from './route-table.ts';
import { said, vrfOf } from './said.ts';
import { shortName } from './short-name.ts';

const HEADER = [
  'Local      Outgoing   Prefix           Bytes Label   Outgoing   Next Hop    ',
  'Label      Label      or Tunnel Id     Switched      interface              ',
];

interface Line {
  readonly local: string;
  readonly outgoing: string;
  readonly prefix: string;
  readonly bytes: number;
  readonly out: string;
  readonly gateway: string;
}

const PREFIX_WIDTH = 17;

/** A prefix that is too long for its column is continued on a line of its own. */
function lineText({ local, outgoing, prefix, bytes, out, gateway }: Line): readonly string[] {
  const first = local.padEnd(11) + outgoing.padEnd(11) + prefix.padEnd(PREFIX_WIDTH);
  const second = `${String(bytes).padEnd(14)}${out.padEnd(11)}${gateway.padEnd(12)}`;
  const room = prefix.length < PREFIX_WIDTH;
  return room ? [first + second] : [`${first}   \\`, ' '.repeat(39) + second];
}

/** What leaves a VRF towards its customer has no label. */
function outgoingOf({ push, untagged }: ForwardingPath, { fec }: LfibEntry): string {
  if (untagged || (push.length === 0 && fec.vrf !== MAIN)) return 'No Label';
  if (push.length === 0) return 'Pop Label';
  return push.map((label) => (label === EXPLICIT_NULL ? 'explicit-n' : String(label))).join('/');
}

const prefixOf = ({ fec }: LfibEntry): string => {
  if (fec.kind === 'vrf') return `IPv4 VRF[V]`;
  return fec.vrf === MAIN ? fec.prefix.text : `${fec.prefix.text}[V]`;
};

function wayLines({ entry }: LabelRow, { path, counters }: LabelRow['ways'][number], local: string): readonly string[] {
  const common = { local, prefix: prefixOf(entry), bytes: counters.bytes };
  if (path) {
    const gateway = path.gateway === undefined ? '' : ipText(path.gateway);
    return lineText({ ...common, outgoing: outgoingOf(path, entry), out: shortName(path.out), gateway });
  }
  const out = entry.verdict.kind === 'lookup' ? `aggregate/${entry.verdict.vrf}` : 'drop';
  return lineText({ ...common, outgoing: 'No Label', out, gateway: '' });
}

function rowLines(context: ViewContext, row: LabelRow, detail: boolean): readonly string[] {
  const isVpn = row.entry.fec.vrf !== MAIN;
  return row.ways.flatMap((way, i) => [
    ...wayLines(row, way, i === 0 ? String(row.entry.label) : ''),
    ...(detail ? detailLines(context, row.entry, way.path, isVpn) : []),
    ...(detail && row.ways.length > 1 ? [slotsLine(i, row.ways.length)] : []),
  ]);
}

/** The rows that a command asks for by label, interface or next hop; of each only the paths that fit. */
function chosen(rows: readonly LabelRow[], match: Match): readonly LabelRow[] {
  const { interface: on, nexthop, first, last } = match.args;
  const low = Number(first ?? 0);
  const high = first === undefined ? Number.POSITIVE_INFINITY : Number(last ?? first);
  return rows
    .filter(({ entry: { label } }) => label >= low && label <= high)
    .map((row) => ({
      ...row,
      ways: row.ways.filter(
        ({ path }) =>
          (on === undefined || path?.out === on) &&
          (nexthop === undefined || (path?.gateway !== undefined && ipText(path.gateway) === nexthop)),
      ),
    }))
    .filter(({ ways }) => ways.length > 0);
}

/** A route that was given no label of its own is shown when it is asked for. */
function unlabelledLines(context: ViewContext, vrf: VrfName, prefix: Prefix): readonly string[] {
  const row = activeRows(context.ask('routes', { vrf }) ?? []).find((one) => one.prefix === prefix);
  return (row?.row.paths ?? []).flatMap(({ out, gateway }, i) =>
    lineText({
      local: i === 0 ? 'None' : '',
      outgoing: 'No Label',
      prefix: prefix.text,
      bytes: 0,
      out: shortName(out),
      gateway: gateway === undefined ? '' : ipText(gateway),
    }),
  );
}

/** The prefix that a command means: as it was typed, or the route that an address would take. */
function meant(context: ViewContext, vrf: VrfName, { block, exact }: Asked): Prefix {
  return exact ? block : (context.ask('lookup', { vrf, to: block.address })?.prefix ?? block);
}

export const showMplsForwarding: View = (context, match) => {
  const vrf = vrfOf(match);
  const asked = askedPrefix(match);
  const prefix = asked && meant(context, vrf, asked);
  const rows = context.ask('lfib', {}).filter(({ entry: { fec } }) => {
    if (said(match, 'vrf') && fec.vrf !== vrf) return false;
    return prefix === undefined || (fec.kind === 'prefix' && fec.prefix === prefix);
  });
  const shown = chosen(rows, match);
  if (said(match, 'summary')) return [`${rows.length} total labels`];
  const detail = said(match, 'detail');
  const lines = shown.flatMap((row) => rowLines(context, row, detail));
  if (lines.length > 0) return [...HEADER, ...lines];
  const plain = prefix ? unlabelledLines(context, vrf, prefix) : [];
  return plain.length > 0 ? [...HEADER, ...plain] : [];
};

const isLabelledByBgp = (tree: ConfigTree, name: string): boolean => {
  const node = interfaceNode(tree, name);
  return node !== undefined && statement(node, 'mpls bgp forwarding') !== undefined;
};

/** Capture `show mpls interfaces detail` (genieparser ShowMplsInterface, IOS XE). `IGP config`: Cisco IOS MPLS Command Reference. */
function interfaceLines({ router, box }: ViewContext, face: Interface): readonly string[] {
  const ldp = router.config?.ldp?.[face.vrf]?.interfaces[face.name] !== undefined;
  const node = interfaceNode(box.store.running, face.name);
  const by = [
    ...(node && byIsis(box.store.running, node) ? ['IGP config'] : []),
    ...(node && statement(node, 'mpls ip') ? ['Interface config'] : []),
  ];
  const bgp = isLabelledByBgp(box.store.running, face.name);
  return [
    `Interface ${face.name}:`,
    '        Type Unknown',
    ...(ldp
      ? ['        IP labeling enabled (ldp) :', ...by.map((why) => `          ${why}`)]
      : ['        IP labeling not enabled']),
    '        LSP Tunnel labeling not enabled',
    '        IP FRR labeling not enabled',
    `        BGP labeling ${bgp ? '' : 'not '}enabled`,
    `        MPLS ${face.up ? '' : 'not '}operational`,
    `        MTU = ${face.mpls?.mtu ?? face.mtu}`,
  ];
}

/**
 * The interfaces that take labelled packets; with `all`, those of every VRF under its name. The columns BGP and Static are
 * those of IOS 15.x and IOS XE (printouts of CSR1000v and of an ASBR: `FastEthernet0/0.100    No            No       Yes No     Yes`).
 */
export const showMplsInterfaces: View = (context, match) => {
  const rows = interfacesOf(context, match.args['interface']).filter(({ interface: it }) => it.mpls !== undefined);
  const shown = (vrf: VrfName): readonly string[] => {
    const ldp = context.router.config?.ldp?.[vrf]?.interfaces;
    return rows
      .filter(({ interface: it }) => it.vrf === vrf)
      .map(({ interface: it }) => {
        // Labels of BGP alone: no LDP there.
        const ip = ldp === undefined || ldp[it.name] !== undefined ? 'Yes (ldp)' : 'No';
        const bgp = isLabelledByBgp(context.box.store.running, it.name) ? 'Yes' : 'No';
        return `${it.name.padEnd(23)}${ip.padEnd(14)}No       ${bgp.padEnd(4)}No     ${(it.up ? 'Yes' : 'No').padEnd(11)}`;
      });
  };
  if (said(match, 'detail')) return rows.flatMap((row) => interfaceLines(context, row.interface));
  const vrfs = [...new Set(rows.map(({ interface: it }) => it.vrf))].filter((vrf) => vrf !== MAIN).sort(byText);
  return [
    'Interface              IP            Tunnel   BGP Static Operational',
    ...shown(MAIN),
    ...(said(match, 'all') || match.args['interface'] !== undefined
      ? vrfs.flatMap((vrf) => [`VRF ${vrf}:`, ...shown(vrf)])
      : []),
  ];
};

export const showMplsLabelRange: View = ({ ask }) => {
  const { first, last } = ask('mpls.labels', {});
  return [`Downstream Generic label region: Min/Max label: ${first}/${last}`];
};
