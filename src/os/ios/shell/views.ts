// Views of the terminal and of the box's memory: configurations, history, users, logging.
// Source: captures (show running-config, show users); Cisco IOS Configuration Fundamentals command reference ("show
// startup-config", "show history", "show terminal"); captured `show running-config interface` of IOSv.

import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Match } from '../../../language/spec.ts';
import { since } from '../../../sim/time.ts';
import { showConditions, showDebugging } from '../debug/debugging.ts';
import { interfaceNode, interfaceNodes, vrfOf } from '../edit/addresses.ts';
import { vrfNodes } from '../edit/vrf-nodes.ts';
import { showArchive, showDifferences, showIncremental } from '../files/archive.ts';
import { dir, more, showFileSystems, showFlash } from '../files/directory.ts';
import { showRollbackTimer } from '../files/replace.ts';
import { layoutFor } from '../layouts.ts';
import { byteCount, nodeLines, shown } from '../print.ts';
import { showAliases } from './aliases.ts';
import { withDefaults } from './all-defaults.ts';
import { runningLines, startupLines } from './configuration-text.ts';
import { hours } from './hours.ts';
import { showHosts, showLine, showTcpBrief } from './line-view.ts';
import { showLogging } from './logging.ts';
import { showReload } from './reload.ts';
import type { Seat } from './seat.ts';
import { showTerminal } from './terminal-view.ts';

export type SeatView = (seat: Seat, found: Match) => readonly string[];

const runningConfig: SeatView = (seat, found) => {
  const { box, running, system } = seat;
  const tree = found.words.includes('all') ? withDefaults(running, system.sentences) : running;
  const lines = runningLines(box, tree);
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

const startsWith =
  (...beginnings: readonly string[]) =>
  ({ words }: ConfigNode): boolean =>
    beginnings.some((beginning) => `${words.join(' ')} `.startsWith(`${beginning} `));

const PARTITIONS: Readonly<Record<string, (node: ConfigNode) => boolean>> = {
  'access-list': startsWith('access-list', 'ip access-list'),
  'class-map': startsWith('class-map'),
  'global-cdp': startsWith('cdp'),
  interface: startsWith('interface'),
  'ip-as-path': startsWith('ip as-path'),
  'ip-community': startsWith('ip community-list', 'ip extcommunity-list', 'ip large-community-list'),
  'ip-prefix-list': startsWith('ip prefix-list'),
  'ip-static-routes': startsWith('ip route'),
  line: startsWith('line'),
  'policy-map': startsWith('policy-map'),
  'route-map': startsWith('route-map'),
  router: startsWith('router'),
  snmp: startsWith('snmp-server'),
  tacacs: startsWith('tacacs', 'tacacs-server'),
};

/** Source: Cisco IOS Configuration Management guide, "Configuration Partitioning": a part by itself, `common` what is in none. */
const runningPartition: SeatView = ({ running }, found) => {
  const [kind = '', ...rest] = found.words.slice(found.words.indexOf('partition') + 1);
  const chosen = PARTITIONS[kind];
  const named = startsWith([kind, ...rest].join(' '));
  const fits = (node: ConfigNode): boolean =>
    chosen ? chosen(node) && (rest.length === 0 || named(node)) : !Object.values(PARTITIONS).some((one) => one(node));
  const layout = layoutFor(running);
  const blocks = running.children.filter(fits).flatMap((node) => nodeLines(node, layout));
  const heading = `Configuration of Partition - ${[kind, ...rest].join(' ')}`;
  const lines = ['!', heading, '!', '!', '!', ...blocks, '!', '!', 'end'];
  return ['Building configuration...', '', `Current configuration : ${byteCount(lines)} bytes`, ...shown(lines), ''];
};

const startupConfig: SeatView = ({ box }) => {
  const lines = startupLines(box);
  if (!lines) return ['startup-config is not present'];
  const size = layoutFor(box.store.startup?.tree ?? box.store.running).nvram;
  return [`Using ${byteCount(lines)} out of ${size} bytes`, ...shown(lines), ''];
};

/** The commands of exec, oldest first. */
const history: SeatView = ({ io }) => io.history('exec').map((line) => `  ${line}`);

/** A host a line: further connections stand below the first. */
const users: SeatView = ({ box, session, memory }) => {
  const rows = [...box.logins.values()].sort((a, b) => a.session - b.session);
  return [
    '    Line       User       Host(s)              Idle       Location',
    ...rows.flatMap((login) => {
      const name =
        login.session === 0 ? '  0 con 0' : `${String(login.session + 1).padStart(3)} vty ${login.session - 1}`;
      const mark = login.session === session ? '*' : ' ';
      const seated = memory.seats.get(login.session);
      const [host = 'idle', ...more] = seated?.hosts() ?? [];
      const idle = hours(since(login.session === session ? box.now : (seated?.idleSince() ?? box.now), box.now));
      return [
        `${mark}${name.padEnd(14)}${login.user.padEnd(11)}${host.padEnd(21)}${idle} ${login.from || '  '}`,
        ...more.map((one) => `${' '.repeat(26)}${one.padEnd(21)}${idle}`),
      ];
    }),
    '',
    '  Interface    User               Mode         Idle     Peer Address',
    '',
  ];
};

export const seatViews: Readonly<Record<string, SeatView>> = {
  aliases: (seat, found) => showAliases(seat, found.args['mode']),
  archive: showArchive,
  'archive-differences': showDifferences,
  'archive-incremental': showIncremental,
  debugging: showDebugging,
  'debugging-conditions': showConditions,
  dir,
  'file-systems': showFileSystems,
  flash: showFlash,
  history,
  logging: showLogging,
  hosts: showHosts,
  line: showLine,
  more,
  privilege: ({ privilege }) => [`Current privilege level is ${privilege}`],
  reload: showReload,
  'rollback-timer': showRollbackTimer,
  'running-config': runningConfig,
  'running-config-interface': runningInterface,
  'running-config-partition': runningPartition,
  'running-config-vrf': runningVrf,
  sessions: ({ sessions }) => sessions.lines(),
  'startup-config': startupConfig,
  'tcp-brief': (seat, found) => showTcpBrief(seat, found.words.includes('all')),
  terminal: showTerminal,
  users,
};
