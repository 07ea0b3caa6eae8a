// show vrrp [interface NAME] [all | brief | detail]: groups of version 2; those of version 3 are said by vrrp-v3.ts.
// Source: captures `show vrrp`, `show vrrp brief` (IOSv 15.x, 2018 to 2023: one of `msec` timers, one of text authentication;
// IOL with its trailing blanks; CSR1000V with `FLAGS`), genieparser ShowVrrpAll, ShowVrrpBrief. Cisco IOS FHRP Command
// Reference, "show vrrp" (a priority that tracking lowered; secondary addresses).

import { ip4Text } from '../../../base/ip.ts';
import { macDots } from '../../../base/mac.ts';
import type { VrrpGroupRow, VrrpTrackRow } from '../../../protocols/vrrp/show.ts';
import { type Micros, since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { inBoxOrder } from './interface-order.ts';
import { said } from './said.ts';
import { shortName } from './short-name.ts';
import { briefV3, groupV3 } from './vrrp-v3.ts';

const STATES = { init: 'Init', backup: 'Backup', master: 'Master' } as const;
const TRACKED = { up: 'Up', down: 'Down', undefined: 'Undefined' } as const;

export const showVrrp: View = (context, match) => {
  const on = match.args['interface'];
  const rows = context
    .ask('vrrp.groups', {})
    .filter(({ config }) => on === undefined || config.on === on)
    .filter(
      ({ config }) => said(match, 'all') || (config.enabled && config.addresses.length > 0) || config.version === 3,
    );
  const sorted = inBoxOrder(rows, ({ config }) => config.on, context.box.chassis.model);
  if (said(match, 'brief')) return sorted[0]?.config.version === 3 ? briefV3(sorted) : brief(sorted);
  return sorted.flatMap((row) =>
    row.config.version === 3 ? groupV3(context, row, said(match, 'detail')) : groupLines(context, row),
  );
};

/** `1.000 sec`, cut off: 3.0078 is `3.007` (capture: IOSv, priority 254). */
const secondsText = (span: Micros): string => `${(Math.floor(span / 1000) / 1000).toFixed(3)} sec`;

function brief(rows: readonly VrrpGroupRow[]): readonly string[] {
  const lines = rows.map(({ config, priority, masterDown, owner, state, master }) =>
    [
      shortName(config.on).padEnd(19),
      String(config.group).padEnd(4),
      String(priority).padEnd(4),
      String(Math.floor(masterDown / 1000)).padEnd(7),
      `${owner ? 'Y' : ' '}   ${config.preempt ? 'Y' : ' '}  `,
      STATES[state].padEnd(8),
      (master ? ip4Text(master.address) : '0.0.0.0').padEnd(16),
      (config.addresses[0] === undefined ? '0.0.0.0' : ip4Text(config.addresses[0])).padEnd(15),
    ].join(''),
  );
  return ['Interface          Grp Pri Time  Own Pre State   Master addr     Group addr', ...lines];
}

function groupLines(context: ViewContext, row: VrrpGroupRow): readonly string[] {
  const { config, state, mac, priority } = row;
  const [first, ...more] = config.addresses;
  const cost = priority === config.priority ? '' : `(cfgd ${config.priority})`;
  const delay =
    config.preempt && config.preempt.after > 0 ? `, delay min ${config.preempt.after / 1_000_000} secs` : '';
  return [
    `${config.on} - Group ${String(config.group).padEnd(3)}`,
    ...(config.description === undefined ? [] : [config.description]),
    `  State is ${STATES[state].padEnd(8)}`,
    `  Virtual IP address is ${first === undefined ? '0.0.0.0' : ip4Text(first)}`,
    ...more.map((address) => `    Secondary Virtual IP address is ${ip4Text(address)}`),
    `  Virtual MAC address is ${macDots(mac)}`,
    `  Advertisement interval is ${secondsText(config.interval)}`,
    `  Preemption ${config.preempt ? 'enabled' : 'disabled'}${delay}`,
    `  Priority is ${priority} ${cost}`,
    ...row.tracks.map((track) => `    ${trackText(track, TRACKED)}`),
    ...(config.password === undefined ? [] : [`  Authentication text, string "${config.password}"`]),
    ...masterLines(context, row),
    // IOS XE says what the forwarding plane was told: that it is the master, that it runs.
    ...(releaseOf(context.box.chassis.model).train === XE
      ? [`  FLAGS: ${state === 'master' ? 1 : 0}/${state === 'init' ? 0 : 1}`]
      : []),
    '',
  ];
}

const XE = '16.4';

function trackText({ object, state, effect }: VrrpTrackRow, words: Record<VrrpTrackRow['state'], string>): string {
  return `Track object ${object} state ${words[state]} ${effect === 'stop' ? 'shutdown' : `decrement ${effect}`}`;
}

function masterLines({ now }: ViewContext, row: VrrpGroupRow): readonly string[] {
  const { master, state, masterDown, masterDownAt } = row;
  const own = state === 'master' ? ' (local)' : '';
  const left = masterDownAt === undefined ? '' : ` (expires in ${secondsText(since(now, masterDownAt))})`;
  return [
    master
      ? `  Master Router is ${ip4Text(master.address)}${own}, priority is ${master.priority} `
      : '  Master Router is unknown, priority is unknown',
    `  Master Advertisement interval is ${master ? secondsText(master.interval) : 'unknown'}`,
    `  Master Down interval is ${state === 'init' && !master ? 'unknown' : secondsText(masterDown)}${left}`,
  ];
}
