// mpls.0, and the group of LDP in inet.0: routes that no process installs as such, as rows like all others.
// Source: transcripts `show route table mpls.0` (vMX of public labs: `0 … to table inet.0`, `0(S=0) … to table mpls.0`,
// `13 … Receive`, a pop twice, once with `(S=0)`, six blanks behind `Pop`) and `show route` (`224.0.0.2/32 *[LDP/9] … MultiRecv`).

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import { present } from '../../../base/must.ts';
import { hostPrefix, type Prefix } from '../../../base/prefix.ts';
import type { LabelRow, PrefixRow } from '../../../device/queries.ts';
import type { ForwardingPath } from '../../../net/rib-types.ts';
import { IMPLICIT_NULL, type Label } from '../../../route/label.ts';
import { MAIN, type ProcessId, type VrfName } from '../../../route/names.ts';
import type { RouteKind } from '../../../route/route.ts';
import type { Micros } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { PREFERENCES } from '../defaults.ts';
import { releaseOf } from '../releases.ts';
import { labelOrigin } from './label-origins.ts';
import { MPLS, type ShownPath, type ShownRow, VPN, type Way } from './route-words.ts';

type Asker = Pick<ViewContext, 'ask' | 'box'>;

/** 20 bits behind the 32 of an address: how the kernel writes the length of a label. */
export const LABEL_LENGTH = 52;
const LDP_GROUP = hostPrefix(present(parseIp4('224.0.0.2'), 'an address'));

interface Said {
  readonly prefix: Prefix;
  readonly kind: RouteKind;
  readonly source: ProcessId;
  readonly preference: number;
  readonly since: Micros;
  readonly way: Way;
  readonly metric?: number;
  readonly heard?: ShownRow['heard'];
}

/** One route, active, as a row of a table. */
function rowOf({ prefix, kind, source, preference, since, way, metric = 1, heard }: Said): PrefixRow {
  const paths = way.kind === 'paths' ? way.paths : [];
  const row: ShownRow = {
    candidate: {
      route: { prefix, kind, source, metric, nexthops: [] },
      preference,
      since,
      usable: true,
      reachable: [],
      verdict: { kind: 'forward', paths },
    },
    active: true,
    activeSince: since,
    paths,
    shownAs: way,
    ...(heard ? { heard } : {}),
  };
  return { prefix, routes: [row] };
}

const labelPrefix = (text: string): Prefix => ({ family: 4, address: 0 as Ip4, length: LABEL_LENGTH, text });

const POP = 'Pop      ';

/** What labels that nobody gives out are for. RFC 3032 §2.1, RFC 7274, RFC 5586 */
const RESERVED: readonly (readonly [text: string, way: Way])[] = [
  ['0', { kind: 'table', name: 'inet.0' }],
  ['0(S=0)', { kind: 'table', name: 'mpls.0' }],
  ['1', { kind: 'word', word: 'Receive' }],
  ['2', { kind: 'table', name: 'inet6.0' }],
  ['2(S=0)', { kind: 'table', name: 'mpls.0' }],
  ['13', { kind: 'word', word: 'Receive' }],
];

/** An MX104 of 2015 counts 15 entries on a P router with four neighbours and seven FECs: four are reserved. */
const reservedOf = ({ box }: Asker): typeof RESERVED =>
  releaseOf(box.chassis.model).route.early ? RESERVED.filter(([text]) => !text.endsWith(')')) : RESERVED;

/** Empty where nothing is switched by label. */
export function labelRows(context: Asker): readonly PrefixRow[] {
  const switching = context.ask('interfaces', {}).some(({ interface: on }) => on.mpls !== undefined);
  // With LSPs configured and no interface to take them: junos_then_action_conflicts, dut.
  if (!switching && !context.ask('mpls.runs', {})) return [];
  const { since } = context.ask('uptime', {});
  const mpls = { kind: 'ldp', source: MPLS, preference: 0, since } as const;
  return [
    ...reservedOf(context).map(([text, way]) => rowOf({ ...mpls, prefix: labelPrefix(text), way })),
    ...context.ask('lfib', {}).flatMap((row) => switchedRows(context, row, since)),
  ];
}

/** A packet with nothing below its label may be treated otherwise than one with more of them. */
function switchedRows(context: Asker, { entry }: LabelRow, booted: Micros): readonly PrefixRow[] {
  if (entry.source.startsWith('bgp')) return [vpnRow(context, entry, booted)];
  const { label, fec, verdict, source } = entry;
  const { preference, since } = standingOf(context, entry) ?? { preference: PREFERENCES.ldp, since: booted };
  const common = { kind: 'ldp', source, preference, since } as const;
  if (verdict.kind === 'lookup')
    return [
      rowOf({
        ...common,
        prefix: labelPrefix(String(label)),
        way: { kind: 'table', name: `${fec.vrf === MAIN ? '' : `${fec.vrf}.`}inet.0` },
      }),
    ];
  const paths = verdict.kind === 'forward' ? verdict.paths : [];
  const plain = paths.map((path): ShownPath => ({ ...path, operation: operationOf(path, path.push) }));
  const deeper = paths.map(
    (path): ShownPath => ({ ...path, operation: operationOf(path, withoutNull(path)), deeper: true }),
  );
  const pops = deeper.some(({ operation }) => operation === POP);
  const way = (shown: readonly ShownPath[]): Way =>
    shown.length > 0 ? { kind: 'paths', paths: shown } : { kind: 'word', word: 'Discard' };
  return [
    rowOf({ ...common, prefix: labelPrefix(String(label)), way: way(plain) }),
    ...(pops ? [rowOf({ ...common, prefix: labelPrefix(`${label}(S=0)`), way: way(deeper) })] : []),
  ];
}

/** A label of BGP: of a whole table (`VPN/0`), of a next hop or of a prefix (`VPN/170`). */
function vpnRow(context: Asker, { label, fec, verdict }: LabelRow['entry'], booted: Micros): PrefixRow {
  const common = { kind: 'bgp.local', source: VPN, metric: 0, prefix: labelPrefix(String(label)) } as const;
  if (verdict.kind === 'lookup') {
    const name = `${fec.vrf === MAIN ? '' : `${fec.vrf}.`}inet.0`;
    return rowOf({ ...common, preference: 0, since: booted, way: { kind: 'table', name, operation: POP } });
  }
  const paths = (verdict.kind === 'forward' ? verdict.paths : []).map(
    (path): ShownPath => ({ ...path, operation: operationOf(path, path.push) }),
  );
  const origin = labelOrigin(context, fec, paths[0]);
  const heard = origin?.heard;
  const since = origin?.since ?? booted;
  const way: Way = paths.length > 0 ? { kind: 'paths', paths } : { kind: 'word', word: 'Discard' };
  return rowOf({ ...common, preference: PREFERENCES['bgp.local'], since, way, ...(heard ? { heard } : {}) });
}

/** Explicit null stands at the bottom alone: where more is below, the label is taken off. RFC 3032 §2.1 */
const withoutNull = ({ push }: ForwardingPath): readonly Label[] => (push.length === 1 && push[0] === 0 ? [] : push);

function operationOf({ push: { length } }: ForwardingPath, push: readonly Label[]): string {
  const labels = push.filter((label) => label !== IMPLICIT_NULL);
  if (labels.length === 0) return POP;
  const [bottom, ...above] = [...labels].reverse();
  const pushed = above.map((label) => `Push ${label}`);
  return [`Swap ${bottom}`, ...pushed].join(', ') + (length > 1 ? '(top)' : '');
}

/** How the route of the same FEC stands in its own table: the label is as old. */
function standingOf(
  { ask }: Asker,
  { fec }: LabelRow['entry'],
): { readonly preference: number; readonly since: Micros } | undefined {
  if (fec.kind !== 'prefix') return undefined;
  for (const table of ['labeled', 'unicast'] as const) {
    const rows = ask('routes', { vrf: fec.vrf, table, within: fec.prefix }) ?? [];
    const found = rows
      .find(({ prefix }) => prefix === fec.prefix)
      ?.routes.find(({ candidate }) => candidate.route.kind === 'ldp');
    if (found) return found.candidate;
  }
  return undefined;
}

/** The group that LDP listens to. RFC 5036 §2.4.1 */
export function ldpGroupRows(context: Asker, vrf: VrfName): readonly PrefixRow[] {
  if (context.ask('ldp.processes', { vrf }).length === 0) return [];
  const { since } = context.ask('uptime', {});
  const preference = PREFERENCES.ldp;
  const way: Way = { kind: 'word', word: 'MultiRecv' };
  return [rowOf({ prefix: LDP_GROUP, kind: 'ldp', source: 'ldp' as ProcessId, preference, since, way })];
}
