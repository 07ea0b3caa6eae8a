// debug, undebug, show debugging: which events are told, and of which interfaces.
// Source: Cisco IOS Debug command reference, "debug arp", "debug ip icmp", "debug ip packet", "debug condition interface"
// (the question before the last condition goes), "show debugging"; captures (`ICMP packet debugging is on`).

import type { Match } from '../../../language/spec.ts';
import type { VrrpGroupRow } from '../../../protocols/vrrp/show.ts';
import type { IfName } from '../../../route/names.ts';
import type { PortName } from '../../../sim/node.ts';
import type { Seat } from '../shell/seat.ts';
import { shortName } from '../show/short-name.ts';
import { debugLines, type Flag } from './packets.ts';

interface Topic {
  readonly flag: Flag;
  readonly title: string;
  readonly sentence: string;
  /** What follows `on` or `off`. */
  readonly behind?: string;
}

const TOPICS: readonly Topic[] = [
  { flag: 'arp', title: 'ARP:', sentence: 'ARP packet debugging is' },
  { flag: 'ip', title: 'Generic IP:', sentence: 'IP packet debugging is' },
  { flag: 'icmp', title: 'Generic IP:', sentence: 'ICMP packet debugging is' },
  { flag: 'bgp', title: 'IP routing:', sentence: 'BGP debugging is', behind: ' for address family: IPv4 Unicast' },
  { flag: 'vrrp-events', title: 'VRRP:', sentence: 'VRRP Events debugging is' },
  { flag: 'vrrp-packets', title: 'VRRP:', sentence: 'VRRP Packets debugging is' },
];

const WORDS: readonly (readonly [string, Flag])[] = [
  ['arp', 'arp'],
  ['icmp', 'icmp'],
  ['packet', 'ip'],
  ['bgp', 'bgp'],
];

/** The words behind `debug`: `arp`, `ip icmp`, `ip packet`, `ip bgp`, `vrrp`, `vrrp events`. */
function topicsOf({ words }: Match): readonly Topic[] {
  const one = ['events', 'packets'].find((word) => words.includes(word));
  if (words.includes('vrrp')) return TOPICS.filter(({ flag }) => flag.startsWith(`vrrp-${one ?? ''}`));
  const flag = WORDS.find(([word]) => words.includes(word))?.[1];
  return TOPICS.filter((topic) => topic.flag === flag);
}

const isOff = ({ words }: Match): boolean => words[0] !== 'debug';

/** debug TOPIC, undebug TOPIC, no debug TOPIC */
export function debug(seat: Seat, found: Match): void {
  const topics = topicsOf(found);
  const [topic] = topics;
  if (!topic) return;
  const { memory } = seat;
  const flags = new Set(memory.debugging);
  for (const { flag } of topics)
    if (isOff(found)) flags.delete(flag);
    else flags.add(flag);
  memory.debugging = flags;
  watch(seat);
  const sentence = topics.length > 1 ? 'VRRP debugging is' : topic.sentence;
  seat.io.print([`${sentence} ${isOff(found) ? 'off' : 'on'}${topic.behind ?? ''}`]);
}

export function undebugAll(seat: Seat): void {
  seat.memory.debugging = new Set();
  watch(seat);
  seat.io.print(['All possible debugging has been turned off']);
}

/** Frames are looked at while a flag is up. */
function watch({ box, memory }: Seat): void {
  if (memory.debugging.size === 0) {
    memory.untap?.();
    memory.untap = undefined;
    return;
  }
  memory.untap ??= box.router().tap((way, port, frame) => {
    const interfaces = box
      .router()
      .ask('interfaces', {})
      .map((row) => row.interface);
    const at = interfaces.find((it) => it.port === port && it.vlan === vlanOf(frame.bytes)) ?? atPort(interfaces, port);
    const groups = (): readonly VrrpGroupRow[] => box.router().ask('vrrp.groups', {});
    if (!at || (memory.conditions.length > 0 && !memory.conditions.includes(at.name))) return;
    for (const text of debugLines({ way, frame, at, interfaces, groups, now: box.now }, memory.debugging))
      box.say({ severity: 7, text });
  });
}

const atPort = <T extends { readonly port: PortName | undefined }>(
  interfaces: readonly T[],
  port: PortName,
): T | undefined => interfaces.find((it) => it.port === port);

/** IEEE 802.1Q §9.6: the tag behind the addresses. */
const vlanOf = (bytes: Uint8Array): number | undefined =>
  bytes[12] === 0x81 && bytes[13] === 0 ? (((bytes[14] as number) & 15) << 8) | (bytes[15] as number) : undefined;

/** debug condition interface NAME */
export function debugCondition(seat: Seat, found: Match): void {
  const { memory, io } = seat;
  const name = (found.args['interface'] ?? '') as IfName;
  if (!isOff(found)) {
    if (!memory.conditions.includes(name)) memory.conditions = [...memory.conditions, name];
    io.print([`Condition ${memory.conditions.indexOf(name) + 1} set`]);
    return;
  }
  const number = memory.conditions.indexOf(name) + 1;
  if (number === 0) {
    io.print(['% Condition not found']);
    return;
  }
  const remove = (): void => {
    memory.conditions = memory.conditions.filter((one) => one !== name);
    io.print([`Condition ${number} has been removed`]);
  };
  if (memory.conditions.length > 1) remove();
  else askLast(seat, remove);
}

function askLast(seat: Seat, remove: () => void): void {
  seat.io.print([
    'This condition is the last interface condition set.',
    'Removing all conditions may cause a flood of debugging',
    'messages to result, unless specific debugging flags',
    'are first removed.',
    '',
  ]);
  seat.io.ask('Proceed with removal? [yes/no]: ', { echo: true }, (answer) => {
    const typed = answer.kind === 'line' ? answer.text.trim().toLowerCase() : '';
    if (typed !== '' && 'yes'.startsWith(typed)) remove();
    else seat.io.print(['Operation aborted']);
  });
}

export function showDebugging({ memory }: Seat): readonly string[] {
  const lines: string[] = [];
  for (const topic of TOPICS) {
    if (!memory.debugging.has(topic.flag)) continue;
    if (!lines.includes(topic.title)) lines.push(topic.title);
    lines.push(`  ${topic.sentence} on${topic.behind ?? ''}`);
  }
  return [...lines, ...conditionLines(memory.conditions)];
}

const conditionLines = (conditions: readonly IfName[]): readonly string[] =>
  conditions.flatMap((name, i) => [
    '',
    `Condition ${i + 1}: interface ${shortName(name)} (1 flags triggered)`,
    `        Flags: ${shortName(name)}`,
  ]);

export const showConditions = ({ memory }: Seat): readonly string[] =>
  memory.conditions.length === 0 ? ['', '% No conditions found'] : conditionLines(memory.conditions);
