// show ldp database [session ADDRESS], show ldp route, show ldp path.
// Source: capture `show ldp database` (genieparser golden output ShowLdpDatabaseSessionIpaddress; columns: a transcript of
// vMX); transcripts `show ldp route` (SRX) and `show ldp path` (M series).

import { ip4Text, ipText } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { LdpBindingRow, LdpNeighborRow } from '../../../protocols/ldp/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { identifierOr0, identifierText, instanceOf } from './ldp-words.ts';
import { routeTables } from './route-tables.ts';
import { wayOf } from './route-words.ts';
import { tableName } from './table-name.ts';

export interface Binding {
  readonly label: number;
  readonly prefix: string;
}

const bindingLine = ({ label, prefix }: Binding): string => `${String(label).padStart(7)}      ${prefix}`;

/** What both ends of a session have told each other. */
export interface SessionLabels {
  readonly ends: string;
  readonly received: readonly Binding[];
  readonly advertised: readonly Binding[];
}

function labelsOf(bindings: readonly LdpBindingRow[], row: LdpNeighborRow): SessionLabels {
  const peer = identifierText(row.lsr);
  const of = (which: 'remote' | 'told'): readonly Binding[] =>
    bindings.flatMap((binding) =>
      binding[which].flatMap(({ lsr, label }) =>
        identifierText(lsr) === peer ? [{ label, prefix: binding.prefix.text }] : [],
      ),
    );
  return { ends: `${identifierOr0(row.local)}--${peer}`, received: of('remote'), advertised: of('told') };
}

function databaseLines({ ends, received, advertised }: SessionLabels): readonly string[] {
  return [
    `Input label database, ${ends}`,
    `Labels received: ${received.length}`,
    '  Label     Prefix',
    ...received.map(bindingLine),
    '',
    `Output label database, ${ends}`,
    `Labels advertised: ${advertised.length}`,
    '  Label     Prefix',
    ...advertised.map(bindingLine),
  ];
}

/** Of the sessions that were asked for. */
export function sessionLabels(context: ViewContext, match: Match): readonly SessionLabels[] {
  const vrf = instanceOf(match);
  const session = match.args['session'];
  const bindings = context.ask('ldp.bindings', { vrf });
  return context
    .ask('ldp.neighbors', { vrf })
    .filter(({ state }) => state === 'operational')
    .filter(({ transport, lsr }) => session === undefined || ip4Text(transport ?? lsr.id) === session)
    .map((row) => labelsOf(bindings, row));
}

export const showLdpDatabase: View = (context, match) =>
  sessionLabels(context, match).flatMap((labels, i) => [...(i > 0 ? [''] : []), ...databaseLines(labels)]);

/** What LDP knows of the routes that labels may follow. */
export const showLdpRoute: View = (context, match) => {
  const name = tableName(instanceOf(match), 'inet.0');
  const wanted = match.args['destination'];
  const rows = routeTables(context)
    .filter((table) => table.name === name)
    .flatMap((table) => table.rows)
    .filter(({ prefix }) => wanted === undefined || prefix.text === wanted || prefix.text === `${wanted}/32`);
  return [
    'Destination                            Next-hop intf/lsp/table  Next-hop address',
    ...rows.flatMap(({ prefix, routes }) => {
      const row = routes.find(({ active }) => active);
      return row ? hopsOf(row).map((hop, i) => ` ${(i === 0 ? prefix.text : '').padEnd(38)}${hop}`.trimEnd()) : [];
    }),
  ];
};

function hopsOf(row: Parameters<typeof wayOf>[0]): readonly string[] {
  const way = wayOf(row);
  switch (way.kind) {
    case 'paths':
      return way.paths.map(({ out, gateway }) => `${out.padEnd(25)}${gateway === undefined ? '' : ipText(gateway)}`);
    case 'own':
      return [way.on];
    case 'table':
      return [way.name];
    case 'local':
    case 'word':
      return [''];
  }
}

/** Label-switched paths through and from here: whom we told a label, and whose label is put in its place. */
export const showLdpPath: View = (context, match) => {
  const wanted = match.args['destination'];
  const paths = context
    .ask('ldp.bindings', { vrf: instanceOf(match) })
    .filter(({ prefix: { text } }) => wanted === undefined || text === wanted || text === `${wanted}/32`)
    .flatMap(pathLines);
  return paths.length === 0 ? [] : ['Output Session (label)          Input Session (label)', ...paths];
};

function pathLines({ prefix, told, remote, local }: LdpBindingRow): readonly string[] {
  const ends = (of: LdpBindingRow['told']): readonly string[] =>
    of.map(({ lsr, label }) => `${identifierText(lsr)}(${label})`);
  const outputs = ends(told);
  const inputs = ends(remote.filter(({ inUse }) => inUse));
  const count = Math.max(outputs.length, inputs.length);
  if (count === 0) return [];
  const lines = Array.from({ length: count }, (_, i) => `${(outputs[i] ?? '').padEnd(32)}${inputs[i] ?? ''}`.trimEnd());
  return [...lines, `  Attached route:  ${prefix.text}, ${local === 'null' ? 'Egress' : 'Ingress'} route`];
}
