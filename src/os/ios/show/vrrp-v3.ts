// Groups of VRRP version 3, as `show vrrp` says them.
// Source: captures `show vrrp`, `show vrrp brief` of an IOSv with `fhrp version vrrp v3`; genieparser ShowVrrpAll,
// ShowVrrpDetail (IOS XE: counters, transitions, `(learned)`).

import { type Civil, MONTHS, WEEKDAYS } from '../../../base/calendar.ts';
import { ip4Text } from '../../../base/ip.ts';
import { macDots } from '../../../base/mac.ts';
import type { VrrpDrop, VrrpGroupRow, VrrpReason } from '../../../protocols/vrrp/show.ts';
import { type Micros, since } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { shortName } from './short-name.ts';

/** `Tue Feb 15 07:17:16.662` */
function momentText({ weekday, month, day, hour, minute, second, micro }: Civil): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const time = `${two(hour)}:${two(minute)}:${two(second)}.${String(Math.floor(micro / 1000)).padStart(3, '0')}`;
  return `${WEEKDAYS[weekday]} ${MONTHS[month - 1]} ${String(day).padStart(2)} ${time}`;
}

const TRACKED = { up: 'UP', down: 'DOWN', undefined: 'UNDEFINED' } as const;

const millis = (span: Micros): number => Math.floor(span / 1000);

export function briefV3(rows: readonly VrrpGroupRow[]): readonly string[] {
  const lines = rows.map(({ config, priority, masterDown, owner, state, master }) => {
    const time = state === 'backup' ? millis(masterDown) : 0;
    const whose = master ? ip4Text(master.address) + (state === 'master' ? '(local)' : '') : 'unknown';
    const [address] = config.addresses;
    return [
      `  ${shortName(config.on).padEnd(19)}${String(config.group).padStart(3)} IPv4 ${String(priority).padStart(3)}`,
      String(time).padStart(6),
      `  ${owner ? 'Y' : 'N'}   ${config.preempt ? 'Y' : 'N'}  ${state.toUpperCase().padEnd(8)}`,
      `${whose} ${address === undefined ? 'no address' : ip4Text(address)}`,
    ].join('');
  });
  return ['  Interface          Grp  A-F Pri  Time Own Pre State   Master addr/Group addr', ...lines];
}

const INIT: Readonly<Partial<Record<VrrpReason, string>>> = {
  'no-virtual-address': ' (No Primary virtual IP address configured)',
  'no-interface-address': ' (No layer3 interface address)',
};

export function groupV3(context: ViewContext, row: VrrpGroupRow, detail: boolean): readonly string[] {
  const { config, state, mac, priority, reason } = row;
  const [first, ...more] = config.addresses;
  const delay =
    config.preempt && config.preempt.after > 0 ? `, delay min ${config.preempt.after / 1_000_000} secs` : '';
  const running = state === 'init' ? 0 : 1;
  return [
    `${config.on} - Group ${config.group} - Address-Family IPv4`,
    ...(config.description === undefined ? [] : [`  Description is "${config.description}"`]),
    `  State is ${state.toUpperCase()}${state === 'init' ? (INIT[reason] ?? '') : ''}`,
    `  State duration ${durationText(since(row.since, context.now))}`,
    `  Virtual IP address is ${first === undefined ? 'no address' : ip4Text(first)}`,
    ...(more.length > 0 ? ['    Virtual secondary IP addresses:', ...more.map((one) => `      ${ip4Text(one)}`)] : []),
    `  Virtual MAC address is ${macDots(mac).toUpperCase()}`,
    `  Advertisement interval is ${millis(config.interval)} msec`,
    `  Preemption ${config.preempt ? 'enabled' : 'disabled'}${delay}`,
    `  Priority is ${priority}`,
    ...row.tracks.map(
      ({ object, state: at, effect }) =>
        `    Track object ${object} state ${TRACKED[at]} ${effect === 'stop' ? 'shutdown' : `decrement ${effect}`}`,
    ),
    ...masterLines(context, row),
    `  FLAGS: ${state === 'master' ? 1 : 0}/${running}`,
    ...(detail ? detailLines(context, row) : ['']),
  ];
}

/** `23.134 secs`, `8 mins 24.888 secs`, `6 hours 40 mins 47 secs` */
function durationText(span: Micros): string {
  const total = Math.floor(span / 1000);
  const [hours, mins] = [Math.floor(total / 3_600_000), Math.floor(total / 60_000) % 60];
  const rest = (total % 60_000) / 1000;
  if (hours > 0) return `${hours} hours ${mins} mins ${Math.floor(rest)} secs`;
  return `${mins > 0 ? `${mins} mins ` : ''}${rest.toFixed(3)} secs`;
}

function masterLines({ now }: ViewContext, row: VrrpGroupRow): readonly string[] {
  const { master, state, interval, masterDown, masterDownAt, advertiseAt } = row;
  if (!master || state === 'init')
    return [
      '  Master Router is unknown, priority is unknown',
      '  Master Advertisement interval is unknown',
      '  Master Down interval is unknown',
    ];
  const left = (at: Micros | undefined): string => ` (expires in ${millis(since(now, at ?? now))} msec)`;
  const own = state === 'master';
  return [
    `  Master Router is ${ip4Text(master.address)}${own ? ' (local)' : ''}, priority is ${master.priority}`,
    `  Master Advertisement interval is ${millis(interval)} msec${own ? left(advertiseAt) : ' (learned)'}`,
    `  Master Down interval is ${own ? 'unknown' : `${millis(masterDown)} msec${left(masterDownAt)}`}`,
  ];
}

function detailLines({ box }: ViewContext, row: VrrpGroupRow): readonly string[] {
  const { sent, received, drops, transitions } = row;
  const dropped = (...which: readonly VrrpDrop[]): number =>
    which.reduce((sum, reason) => sum + (drops.get(reason) ?? 0), 0);
  const all = [...drops.values()].reduce((sum, count) => sum + count, 0);
  const change = (title: string, name: string): string => {
    const { count, last } = transitions[name] ?? { count: 0, last: undefined };
    return `    ${title}: ${count}${last === undefined ? '' : ` (Last change ${momentText(box.clock(last))})`}`;
  };
  return [
    `  VRRPv3 Advertisements: sent ${sent[3]} (errors 0) - rcvd ${received[3]}`,
    `  VRRPv2 Advertisements: sent ${sent[2]} (errors 0) - rcvd ${received[2]}`,
    `  Group Discarded Packets: ${all}`,
    `    VRRPv2 incompatibility: ${dropped('version')}`,
    `    IP Address Owner conflicts: ${dropped('owner conflict')}`,
    `    Invalid address count: ${dropped('virtual address count')}`,
    `    IP address configuration mismatch : ${dropped('virtual addresses')}`,
    `    Invalid Advert Interval: ${dropped('interval')}`,
    `    Adverts received in Init state: ${dropped('not running')}`,
    `    Invalid group other reason: ${dropped('own packet', 'authentication type', 'password')}`,
    '  Group State transition:',
    change('Init to master', 'init-master'),
    change('Init to backup', 'init-backup'),
    change('Backup to master', 'backup-master'),
    change('Master to backup', 'master-backup'),
    change('Master to init', 'master-init'),
    change('Backup to init', 'backup-init'),
  ];
}
