// debug, undebug, show debugging: which events are told, and of which interfaces.
// Source: Cisco IOS Debug command reference, "debug arp", "debug ip icmp", "debug ip packet", "debug condition interface"
// (the question before the last condition goes), "show debugging"; captures (`ICMP packet debugging is on`).

import type { Match } from '../../../language/spec.ts';
import type { VrrpGroupRow } from '../../../protocols/vrrp/show.ts';
import type { IfName } from '../../../route/names.ts';
import type { PortName } from '../../../sim/node.ts';
import type { Seat } from '../shell/seat.ts';
import { shortName } from '../show/short-name.ts';
import { UPDATES, updatesAsked } from './bgp.ts';
import { debugLines, type Flag, OF_FRAMES } from './packets.ts';
import { routingLines } from './routing.ts';

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
  { flag: 'routing', title: 'IP routing:', sentence: 'IP routing debugging is' },
  { flag: 'vrrp-events', title: 'VRRP:', sentence: 'VRRP Events debugging is' },
  { flag: 'vrrp-packets', title: 'VRRP:', sentence: 'VRRP Packets debugging is' },
];

const WORDS: readonly (readonly [string, Flag])[] = [
  ['arp', 'arp'],
  ['icmp', 'icmp'],
  ['packet', 'ip'],
  ['routing', 'routing'],
  ['bgp', 'bgp'],
];

/** The words behind `debug`: `arp`, `ip icmp`, `ip packet`, `ip bgp`, `vrrp`, `vrrp events`. */
function topicsOf({ words, args }: Match): readonly Topic[] {
  if (words.includes('updates')) return [updatesTopic(updatesFlag(words, args['neighbor'] ?? ''))];
  const one = ['events', 'packets'].find((word) => words.includes(word));
  if (words.includes('vrrp')) return TOPICS.filter(({ flag }) => flag.startsWith(`vrrp-${one ?? ''}`));
  const flag = WORDS.find(([word]) => words.includes(word))?.[1];
  return TOPICS.filter((topic) => topic.flag === flag);
}

function updatesFlag(words: readonly string[], peer: string): `bgp-updates ${string}` {
  const way = words.includes('in') ? 'in' : words.includes('out') ? 'out' : 'both';
  return `${UPDATES} ${words.includes('vpnv4') ? 'vpnv4' : 'ipv4'} ${way} ${peer}`;
}

/** `BGP updates debugging is on for neighbor 10.0.0.2 (outbound) for address family: IPv4 Unicast` */
function updatesTopic(flag: `bgp-updates ${string}`): Topic {
  const { family = 'ipv4', way = 'both', peer = '' } = updatesAsked(flag) ?? {};
  const who = peer === '' ? '' : ` for neighbor ${peer}`;
  const where = way === 'both' ? '' : way === 'in' ? ' (inbound)' : ' (outbound)';
  const title = family === 'vpnv4' ? 'VPNv4 Unicast' : 'IPv4 Unicast';
  const behind = `${who}${where} for address family: ${title}`;
  return { flag, title: 'IP routing:', sentence: 'BGP updates debugging is', behind };
}

/** Every topic that is on, in the order in which they are told. */
const topicsOn = (flags: ReadonlySet<Flag>): readonly Topic[] => [
  ...TOPICS.filter(({ flag }) => flags.has(flag)),
  ...[...flags].flatMap((flag) => (updatesAsked(flag) ? [updatesTopic(flag as `bgp-updates ${string}`)] : [])),
];

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

/** Frames, routes and messages of BGP are looked at while a flag wants it. */
function watch({ box, memory }: Seat): void {
  const flags = memory.debugging;
  memory.untap?.();
  const router = box.router();
  router.act({ kind: 'trace-bgp', on: [...flags].some((flag) => updatesAsked(flag) !== undefined) });
  const ends = [
    ...(OF_FRAMES.some((flag) => flags.has(flag)) ? [watchFrames(box, memory)] : []),
    ...(flags.has('routing')
      ? [
          router.watchActive((change) => {
            for (const text of routingLines(change)) box.say({ severity: 7, text });
          }),
        ]
      : []),
  ];
  memory.untap = () => {
    for (const end of ends) end();
  };
}

function watchFrames(box: Seat['box'], memory: Seat['memory']): () => void {
  return box.router().tap((way, port, frame) => {
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
  const order = TOPICS.map(({ title }) => title);
  const topics = [...topicsOn(memory.debugging)].sort((a, b) => order.indexOf(a.title) - order.indexOf(b.title));
  for (const topic of topics) {
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
