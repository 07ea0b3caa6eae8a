// show clns traffic.                          Source: capture `show clns traffic` (genieparser ShowClnsTraffic, IOS XE)

import type { IsisCircuitRow, IsisInstanceRow } from '../../../protocols/isis/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { tagLine, tagsOf } from './isis-facts.ts';
import { showClns } from './not-running.ts';

type Kind = 'hello' | 'lsp' | 'csnp' | 'psnp';

/** Sent and received of one kind at a level, over all circuits. */
function counted(circuits: readonly IsisCircuitRow[], level: number, kind: Kind): string {
  const rows = circuits.flatMap((one) => one.levels).filter((one) => one.level === level);
  const sum = (which: 'sent' | 'received'): number => rows.reduce((total, one) => total + one.traffic[kind][which], 0);
  return `${sum('sent')}/${sum('received')}`;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function isisLines(context: ViewContext, row: IsisInstanceRow): readonly string[] {
  const circuits = context.ask('isis.circuits', { instance: row.instance });
  const running = row.levels.filter(({ level }) => row.config.levels.includes(level));
  const each = (line: (level: number) => string): readonly string[] => running.map(({ level }) => line(level));
  const all = (name: string, value: (one: IsisInstanceRow['levels'][number]) => number): readonly string[] =>
    [1, 2].map((level) => {
      const one = row.levels.find((found) => found.level === level);
      return `Level-${level} ${name}: ${one ? value(one) : 0}`;
    });
  const p2p = circuits.map((one) => one.p2pHellos);
  return [
    'Time since last clear: never',
    ...each((level) => `Level-${level} Hellos (sent/rcvd): ${counted(circuits, level, 'hello')}`),
    `PTP Hellos     (sent/rcvd): ${total(p2p.map(({ sent }) => sent))}/${total(p2p.map(({ received }) => received))}`,
    ...running.map(
      ({ level, counters }) =>
        `Level-${level} LSPs sourced (new/refresh): ${counters.lspsOriginated}/${counters.lspsRefreshed}`,
    ),
    ...each((level) => `Level-${level} LSPs flooded (sent/rcvd): ${counted(circuits, level, 'lsp')}`),
    `LSP Retransmissions: ${total(circuits.flatMap((one) => one.levels.map(({ retransmissions }) => retransmissions)))}`,
    ...each((level) => `Level-${level} CSNPs (sent/rcvd): ${counted(circuits, level, 'csnp')}`),
    ...each((level) => `Level-${level} PSNPs (sent/rcvd): ${counted(circuits, level, 'psnp')}`),
    ...all('DR Elections', ({ counters }) => counters.elections),
    ...all('SPF Calculations', ({ counters }) => counters.spfRuns),
    ...all('Partial Route Calculations', ({ counters }) => counters.partialRuns),
    `LSP checksum errors received: ${row.checksumErrors}`,
    'Update process queue depth: 0/200',
    'Update process packets dropped: 0',
  ].map((line) => `IS-IS: ${line}`);
}

/** Nothing but IS-IS is spoken: no CLNP, no ES-IS, no ISO-IGRP. */
const CLNS = [
  'CLNS:  Time since last clear: never',
  'CLNS & ESIS Output: 0, Input: 0',
  'Dropped Protocol not enabled on interface: 0',
  'CLNS Local: 0, Forward: 0',
  'CLNS Discards:',
  '  Hdr Syntax: 0, Checksum: 0, Lifetime: 0, Output cngstn: 0',
  '  No Route: 0, Discard Route: 0, Dst Unreachable 0, Encaps. Failed: 0',
  '  NLP Unknown: 0, Not an IS: 0',
  'CLNS Options: Packets 0, total 0 , bad 0, GQOS 0, cngstn exprncd 0',
  'CLNS Segments:  Segmented: 0, Failed: 0',
  'CLNS Broadcasts: sent: 0, rcvd: 0',
  'Echos: Rcvd 0 requests, 0 replies',
  '      Sent 0 requests, 0 replies',
  'ESIS(sent/rcvd): ESHs: 0/0, ISHs: 0/0, RDs: 0/0, QCF: 0/0',
  'Tunneling (sent/rcvd): IP: 0/0, IPv6: 0/0',
  'Tunneling dropped (rcvd) IP/IPV6:  0',
  'ISO-IGRP: Querys (sent/rcvd): 0/0 Updates (sent/rcvd): 0/0',
  'ISO-IGRP: Router Hellos: (sent/rcvd): 0/0',
  'ISO-IGRP Syntax Errors: 0',
];

export const showClnsTraffic: View = (context, match) => {
  const tags = tagsOf(context, match);
  if (tags.length === 0) return showClns(context, match);
  const processes = tags.flatMap((tag) =>
    context
      .ask('isis.instances', { instance: tag })
      .flatMap((row) => ['', ...(tag === '' ? ['Tag null:'] : tagLine(context, tag)), ...isisLines(context, row)]),
  );
  return [...CLNS, ...processes];
};
