// show ip sla summary, show ip sla statistics [NUMBER]: probes and how they went.
// Source: captures `show ip sla summary`, `show ip sla statistics` (IOS 15.4 on IOL, R28 of a published lab, 29 May 2025: cells
// that wrap, five lines an entry; a row with `Timeout`); `Operation time to live: 3194 sec` (IOS 15, 15 Nov 2024).

import { ip4Text } from '../../../base/ip.ts';
import type { ProbeRow, ProbeVerdict } from '../../../protocols/track/show.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { clockMark, clockText } from './clock.ts';

/** What a probe is said to have come to. */
export const CODES: Readonly<Record<ProbeVerdict, string>> = {
  unknown: 'Unknown',
  ok: 'OK',
  'over-threshold': 'Over threshold',
  timeout: 'Timeout',
};

/** Milliseconds, never none. */
export const rttOf = ({ rtt }: ProbeRow): number | undefined =>
  rtt === undefined ? undefined : Math.max(1, Math.round(rtt / 1000));

const WIDTHS = [13, 12, 18, 12, 12, 13] as const;
const LINES = 5;

export const showSlaSummary: View = (context) => [
  'IPSLAs Latest Operation Summary',
  'Codes: * active, ^ inactive, ~ pending',
  '',
  'ID           Type        Destination       Stats       Return      Last',
  '                                           (ms)        Code        Run ',
  '-----------------------------------------------------------------------',
  ...context.ask('track.probes', {}).flatMap((row) => summaryLines(context, row)),
  '',
];

/** Every cell goes on in the next line where it is too long. */
function summaryLines({ now }: ViewContext, row: ProbeRow): readonly string[] {
  const rtt = rttOf(row);
  const age = row.at === undefined ? undefined : wholeSeconds(since(row.at, now));
  const cells = [
    `${row.active ? (row.at === undefined ? '~' : '*') : '^'}${row.probe.name}`,
    'icmp-echo',
    ip4Text(row.probe.to),
    rtt === undefined ? '-' : `RTT=${rtt}`,
    CODES[row.verdict],
    age === undefined ? '-' : `${age} second${age === 1 ? '' : 's'} ago`,
  ];
  return Array.from({ length: LINES }, (_, i) =>
    cells
      .map((cell, at) => {
        const width = WIDTHS[at] ?? 0;
        return cell.slice(i * width, (i + 1) * width).padEnd(width);
      })
      .join(''),
  );
}

export const showSlaStatistics: View = (context, { args }) => {
  const rows = context
    .ask('track.probes', {})
    .filter(({ probe }) => args['number'] === undefined || probe.name === args['number']);
  return [
    'IPSLAs Latest Operation Statistics',
    ...rows.flatMap((row, i) => [...(i === 0 ? [''] : ['', '', '']), ...statisticsLines(context, row)]),
    '',
  ];
};

function statisticsLines({ box }: ViewContext, row: ProbeRow): readonly string[] {
  const rtt = rttOf(row);
  const at = row.at === undefined ? undefined : clockText(box.clock(row.at));
  return [
    `IPSLA operation id: ${row.probe.name}`,
    `\tLatest RTT: ${rtt === undefined ? (row.verdict === 'timeout' ? 'NoConnection/Busy/Timeout' : 'Unknown') : `${rtt} milliseconds`}`,
    ...(at === undefined ? [] : [`Latest operation start time: ${clockMark(box)}${at.replace(/\.\d+/, '')}`]),
    `Latest operation return code: ${CODES[row.verdict]}`,
    `Number of successes: ${row.successes}`,
    `Number of failures: ${row.failures}`,
    `Operation time to live: ${row.left === undefined ? 'Forever' : `${wholeSeconds(row.left)} sec`}`,
  ];
}
