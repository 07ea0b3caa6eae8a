// show isis interface [NAME] [brief | detail | extensive]
// Source: captures `show isis interface` of vMX and vQFX (public labs: LANs, point-to-point links, levels that are disabled
// for all and for one interface), `… detail` and `… extensive` of MX and vMX (LDP synchronization with and without an end);
// designated routers `(us)`, passive interfaces: CLI reference, "show isis interface".

import type { Match } from '../../../language/spec.ts';
import type { CircuitConfig, Level } from '../../../protocols/isis/config.ts';
import type { IsisCircuitLevelRow, IsisCircuitRow } from '../../../protocols/isis/show.ts';
import type { IfName } from '../../../route/names.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { View } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { comparePhysical, inventoryOf, physicals } from './interface-facts.ts';
import { detailOf, type IsisScene, withIsis } from './isis-facts.ts';
import { ageText } from './spans.ts';

const HEAD = 'Interface             L CirID Level 1 DR        Level 2 DR        L1/L2 Metric';
const LEVELS: readonly Level[] = [1, 2];

export const isLoopback = (row: IsisCircuitRow): boolean => row.interface.kind === 'loopback';
const isP2p = ({ config }: IsisCircuitRow): boolean => config.network === 'point-to-point';
const levelRow = (row: IsisCircuitRow, level: Level): IsisCircuitLevelRow | undefined =>
  row.levels.find((one) => one.level === level);

const sum = (levels: readonly Level[]): number => levels.reduce<number>((total, level) => total + level, 0);

/** A loopback tells those of the process, whatever it takes part in itself. */
export const levelBits = ({ config }: IsisScene, row: IsisCircuitRow): number =>
  isLoopback(row) ? sum(config.levels) : sum(row.levels.map(({ level }) => level));

/** Its own number counts only where this router stands for the LAN. */
export function circuitId(row: IsisCircuitRow): number {
  const stands = !isP2p(row) && row.levels.some(({ dis, adjacencies }) => dis === 'self' && adjacencies > 0);
  return stands ? row.id : 1;
}

/** Who stands for the LAN, in the words of the short table. */
export function designated(scene: IsisScene, row: IsisCircuitRow, level: Level): string {
  const at = levelRow(row, level);
  // A level that the process does not run is `Passive` on a loopback all the same.
  if (isLoopback(row))
    return row.config.levels.includes(level) || !scene.config.levels.includes(level) ? 'Passive' : 'Disabled';
  if (!at) return 'Disabled';
  if (row.config.passive) return 'Passive';
  if (!row.active) return 'Down';
  if (isP2p(row)) return 'Point to Point';
  if (at.lanId === undefined || at.adjacencies === 0) return `${scene.names.system(scene.row.system)}.00`;
  return scene.names.node(at.lanId);
}

export const metricOf = ({ config, levels }: IsisCircuitRow, level: Level): number =>
  levels.find((one) => one.level === level)?.metric ?? config.level[level].metric;

function briefLine(scene: IsisScene, row: IsisCircuitRow): string {
  const id = `0x${circuitId(row).toString(16)}`;
  const [one, two] = LEVELS.map((level) => designated(scene, row, level).padEnd(18));
  const metrics = `${String(metricOf(row, 1)).padStart(7)}/${metricOf(row, 2)}`;
  return `${row.interface.name.padEnd(22)}${levelBits(scene, row)}${id.padStart(6)} ${one}${two}${metrics}`;
}

/** Numbers of units as `show interfaces` tells them. */
export function indexOf({ context }: IsisScene, name: IfName): number {
  const units = physicals(inventoryOf(context)).flatMap((physical) => physical.units);
  return units.find((unit) => unit.name === name)?.index ?? 0;
}

export const PADDING = (padding: CircuitConfig['padding']): string => {
  if (padding === 'always') return 'Strict';
  return padding === 'never' ? 'Disabled' : 'Loose';
};

/** What both long forms begin with. */
function headLines(scene: IsisScene, row: IsisCircuitRow, extensive: boolean): readonly string[] {
  const { config } = row;
  const csnp = config.level[1].csnpInterval;
  const csnpText = csnp === undefined ? 'disabled' : `${wholeSeconds(csnp)} s`;
  const { early } = releaseOf(scene.context.box.chassis.model).route;
  const padding = extensive ? `, ${PADDING(config.padding)} Hello padding${early ? '' : ', IIH max size: 1492'}` : '';
  const id = `0x${circuitId(row).toString(16)}`;
  return [
    row.interface.name,
    `  Index: ${indexOf(scene, row.interface.name)}, State: ${isLoopback(row) ? '0x7' : '0x6'}, Circuit id: ${id}, Circuit type: ${levelBits(scene, row)}`,
    `  LSP interval: ${config.lspInterval / 1000} ms, CSNP interval: ${csnpText}${padding}`,
    `  Adjacency advertisement: Advertise${early ? '' : ', Layer2-map: Disabled'}`,
    ...ldpLines(scene, row),
  ];
}

const LDP = {
  achieved: ['in sync', 'LDP up during config'],
  waiting: ['in holddown', 'LDP down during config'],
  expected: ['in holddown', 'LDP down during config'],
  'not-required': ['no sync', 'LDP not enabled'],
} as const;

function ldpLines({ context }: IsisScene, { config, ldp, ldpSince }: IsisCircuitRow): readonly string[] {
  if (!config.ldpSync) return [];
  const [state, reason] = LDP[ldp];
  const { holdDown } = config.ldpSync;
  return [
    `  LDP sync state: ${state}, for: ${ageText(since(ldpSince, context.now))}, reason: ${reason}`,
    `  config holdtime: ${holdDown === undefined ? 'infinity' : `${wholeSeconds(holdDown)} seconds`}`,
  ];
}

export const secondsText = (span: number): string => (span / 1_000_000).toFixed(3);

function detailLevel(scene: IsisScene, row: IsisCircuitRow, level: IsisCircuitLevelRow): string {
  const start = `    ${level.level}${String(level.adjacencies).padStart(14)}${String(level.priority).padStart(9)}${String(level.metricTold).padStart(9)}`;
  if (isLoopback(row) || row.config.passive) return `${start} Passive`;
  const times = `${secondsText(level.helloInterval).padStart(10)}${String(level.holdSeconds).padStart(9)}`;
  if (isP2p(row) || level.lanId === undefined || level.adjacencies === 0) return start + times;
  return `${start}${times} ${scene.names.node(level.lanId)} (${level.dis === 'self' ? 'us' : 'not us'})`;
}

function extensiveLevel({ config }: IsisScene, row: IsisCircuitRow, number: Level): readonly string[] {
  if (!config.levels.includes(number)) return [];
  const level = levelRow(row, number);
  const { priority } = level ?? row.config.level[number];
  const metric = level?.metricTold ?? row.config.level[number].metric;
  return [
    `  Level ${number}`,
    `    Adjacencies: ${level?.adjacencies ?? 0}, Priority: ${priority}, Metric: ${metric}`,
    level === undefined
      ? '    Disabled'
      : isLoopback(row) || row.config.passive
        ? '    Passive'
        : `    Hello Interval: ${secondsText(level.helloInterval)} s, Hold Time: ${level.holdSeconds} s`,
  ];
}

const LEVEL_HEAD = '  Level Adjacencies Priority   Metric Hello (s) Hold (s) Designated Router';

/** Those that were asked for, in the order of the box. */
export const circuitsOf = (
  { context, instance }: IsisScene,
  { args: { interface: name } }: Match,
): readonly IsisCircuitRow[] =>
  context
    .ask('isis.circuits', { instance })
    .filter((row) => name === undefined || row.interface.name === name || row.interface.name === `${name}.0`)
    .sort((a, b) => comparePhysical(a.interface.name, b.interface.name));

export const showIsisInterface: View = (context, match) =>
  withIsis(context, match, (scene) => {
    const rows = circuitsOf(scene, match);
    const title = 'IS-IS interface database:';
    const detail = detailOf(match);
    if (detail === 'brief') return [title, HEAD, ...rows.map((row) => briefLine(scene, row))];
    if (detail === 'extensive') {
      const levels = (row: IsisCircuitRow): readonly string[] =>
        LEVELS.flatMap((level) => extensiveLevel(scene, row, level));
      return [title, ...rows.flatMap((row) => [...headLines(scene, row, true), ...levels(row)])];
    }
    return [
      title,
      ...rows.flatMap((row) => [
        ...headLines(scene, row, false),
        LEVEL_HEAD,
        ...row.levels.map((level) => detailLevel(scene, row, level)),
      ]),
    ];
  });
