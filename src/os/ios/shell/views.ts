// Views of the terminal and of the box's memory: configurations, history, users, logging.
// Source: captures (show running-config, show users); Cisco IOS Configuration Fundamentals command reference ("show
// startup-config", "show history", "show terminal"); captured `show running-config interface` of IOSv.

import { type Civil, MONTHS, WEEKDAYS } from '../../../base/calendar.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Match } from '../../../language/spec.ts';
import { micros } from '../../../sim/time.ts';
import type { Box } from '../../os.ts';
import { interfaceNode, interfaceNodes, vrfOf } from '../edit/addresses.ts';
import { vrfNodes } from '../edit/vrf-nodes.ts';
import { layoutFor } from '../layouts.ts';
import { bodyLines, byteCount, nodeLines, shown } from '../print.ts';
import { showLogging } from './logging.ts';
import type { Seat } from './seat.ts';
import { showTerminal } from './terminal-view.ts';

export type SeatView = (seat: Seat, found: Match) => readonly string[];

const two = (value: number): string => String(value).padStart(2, '0');

/** `10:05:31 UTC Sun Mar 1 2026` */
function moment(at: Civil): string {
  const time = `${two(at.hour)}:${two(at.minute)}:${two(at.second)} UTC`;
  return `${time} ${WEEKDAYS[at.weekday]} ${MONTHS[at.month - 1]} ${at.day} ${at.year}`;
}

const by = (user: string): string => (user === '' ? '' : ` by ${user}`);

/** When it was changed by hand, and saved; a box that came up with it and was left alone says neither. */
function historyLines(box: Box): readonly string[] {
  const [last] = box.store.commits;
  const saved = box.store.startup;
  const lines: string[] = [];
  if (last?.client === 'cli')
    lines.push(`! Last configuration change at ${moment(box.clock(micros(last.at)))}${by(last.user)}`);
  if (saved && saved.at > box.bootedAt)
    lines.push(`! NVRAM config last updated at ${moment(box.clock(micros(saved.at)))}${by(saved.user)}`);
  return lines.length > 0 ? ['!', ...lines, '!'] : ['!'];
}

const wholeLines = (tree: ConfigTree, head: readonly string[]): readonly string[] => [...head, ...bodyLines(tree)];

const runningConfig: SeatView = (seat) => {
  const lines = wholeLines(seat.running, historyLines(seat.box));
  return ['Building configuration...', '', `Current configuration : ${byteCount(lines)} bytes`, ...shown(lines), ''];
};

/** Blocks alone, as `show running-config interface` has them. */
const blockLines = (tree: ConfigTree, nodes: readonly ConfigNode[], between: readonly string[]): readonly string[] => [
  '!',
  ...nodes.flatMap((node, i) => [...(i > 0 ? between : []), ...nodeLines(node, layoutFor(tree))]),
  'end',
];

const runningInterface: SeatView = (seat, found) => {
  const node = interfaceNode(seat.running, found.args['interface'] ?? '');
  const lines = blockLines(seat.running, node ? [node] : [], []);
  return ['Building configuration...', '', `Current configuration : ${byteCount(lines)} bytes`, ...shown(lines), ''];
};

/** The VRF, its interfaces, its routes and its part of BGP. */
const runningVrf: SeatView = (seat, found) => {
  const tree = seat.running;
  const wanted = found.args['vrf'];
  const vrfs = vrfNodes(tree).filter(({ args }) => wanted === undefined || args['vrf'] === wanted);
  const names = new Set(vrfs.map(({ args }) => args['vrf']));
  const inside = (name: string | undefined): boolean => name !== undefined && names.has(name);
  const routes = tree.children.filter(({ spec, args }) => spec.name === 'ip route' && inside(args['vrf']));
  const bgp = tree.children
    .filter(({ spec }) => spec.name === 'router bgp')
    .map((node) => ({ ...node, children: node.children.filter(({ args }) => inside(args['vrf'])) }))
    .filter(({ children }) => children.length > 0);
  const nodes = [...vrfs, ...interfaceNodes(tree).filter((node) => inside(vrfOf(node))), ...bgp, ...routes];
  const lines = blockLines(tree, nodes, ['!']);
  return ['Building configuration...', '', `Current configuration : ${byteCount(lines)} bytes`, ...shown(lines), ''];
};

const startupConfig: SeatView = ({ box }) => {
  const saved = box.store.startup;
  if (!saved) return ['startup-config is not present'];
  const lines = wholeLines(saved.tree, historyLinesOfSaved(box, saved));
  const size = layoutFor(saved.tree).nvram;
  return [`Using ${byteCount(lines)} out of ${size} bytes`, ...shown(lines), ''];
};

function historyLinesOfSaved(box: Box, saved: { readonly at: number; readonly user: string }): readonly string[] {
  if (saved.at <= box.bootedAt) return ['!'];
  return ['!', `! Last configuration change at ${moment(box.clock(micros(saved.at)))}${by(saved.user)}`, '!'];
}

/** The commands of exec, oldest first. */
const history: SeatView = ({ io }) => io.history('exec').map((line) => `  ${line}`);

const users: SeatView = ({ box, session }) => {
  const rows = [...box.logins.values()].sort((a, b) => a.session - b.session);
  return [
    '    Line       User       Host(s)              Idle       Location',
    ...rows.map((login) => {
      const name =
        login.session === 0 ? '  0 con 0' : `${String(login.session + 1).padStart(3)} vty ${login.session - 1}`;
      const mark = login.session === session ? '*' : ' ';
      return `${mark}${name.padEnd(14)}${login.user.padEnd(11)}${'idle'.padEnd(21)}00:00:00   ${login.from}`;
    }),
    '',
    '  Interface    User               Mode         Idle     Peer Address',
    '',
  ];
};

export const seatViews: Readonly<Record<string, SeatView>> = {
  history,
  logging: showLogging,
  privilege: ({ privilege }) => [`Current privilege level is ${privilege}`],
  'running-config': runningConfig,
  'running-config-interface': runningInterface,
  'running-config-vrf': runningVrf,
  sessions: () => ['% No connections open'],
  'startup-config': startupConfig,
  terminal: showTerminal,
  users,
};
