// The interfaces that a box lists, physical ones with their units: sockets, what was configured on them, and what is built in.
// Source: captures `show interfaces` and `show interfaces terse` (vMX, vJunos-router) for order and numbering.

import { byNumber, byText } from '../../../base/sorted-map.ts';
import type { Ask, InterfaceRow, PortRow } from '../../../device/queries.ts';
import type { InterfaceFamily } from '../../../net/interface.ts';
import type { PortName } from '../../../sim/node.ts';
import type { Box } from '../../os.ts';
import type { BuiltIn, BuiltInUnit } from '../releases/built-in.ts';
import type { PortKind, Release } from '../releases/release.ts';
import { releaseOf } from '../releases.ts';
import { sharedPorts } from './shared-ports.ts';

/** A unit: configured, built in, or made by the system for a port that has none of its own. */
export interface Logical {
  readonly name: string;
  readonly index: number;
  readonly snmp: number;
  readonly row: InterfaceRow | undefined;
  readonly builtIn: BuiltInUnit | undefined;
  /** `idle`: of a port without units; `untagged`: for what comes without a tag to a port that carries tags. */
  readonly made: 'idle' | 'untagged' | undefined;
}

export interface Physical {
  readonly name: string;
  readonly index: number;
  readonly snmp: number;
  readonly port: { readonly row: PortRow; readonly kind: PortKind } | undefined;
  readonly builtIn: BuiltIn | undefined;
  readonly units: readonly Logical[];
}

/** Whose interfaces. */
export interface Inventory {
  readonly release: Release;
  readonly ask: Ask;
  /** Built-in ones belong to the box itself, not to its logical systems. */
  readonly whole: boolean;
  /** Numbers of units where several routers share them out. */
  readonly units?: ReadonlyMap<string, Numbers>;
  /** Sockets that several routers share; absent: this one's alone. */
  readonly ports?: readonly PortRow[];
}

/** Of the router that a view looks at. */
export function inventoryOf(context: { readonly box: Box; readonly ask: Ask; readonly router: object }): Inventory {
  const { box, ask, router } = context;
  const release = releaseOf(box.chassis.model);
  const own = { release, ask, whole: router === box.router() };
  if (box.routers.size === 1) return own;
  return { ...own, units: shared(box, release), ports: sharedPorts(box, ask('ports', {})) };
}

/** The kernel numbers the units of all its routers together. */
function shared(box: Box, release: Release): ReadonlyMap<string, Numbers> {
  const names = [...box.routers.values()].flatMap((router) => Object.keys(router.config?.interfaces ?? {}));
  const numbers = numbering(release);
  const sorted = names.sort((a, b) => comparePhysical(portOf(a), portOf(b)) || byNumber(unitOf(a), unitOf(b)));
  return new Map(sorted.map((name) => [name, numbers(name)]));
}

/** Of one of a box's routers, by its name. */
export const inventoryIn = (box: Box, name: string): Inventory => {
  const router = box.router(name);
  return inventoryOf({ box, router, ask: router.ask });
};

/** Slot, card and socket of `ge-0/0/1`; undefined for what sits in no slot. */
const slotOf = (name: string): readonly number[] | undefined =>
  /^[a-z]+-(\d+)\/(\d+)\/(\d+)$/.exec(name)?.slice(1).map(Number);

/** Slots first; behind them names by the alphabet, numbers at their end by size. */
export function comparePhysical(a: string, b: string): number {
  const [left, right] = [slotOf(a), slotOf(b)];
  if (!left || !right) return Number(!left) - Number(!right) || compareNames(a, b);
  for (let i = 0; i < 3; i++) {
    const sign = byNumber(left[i] ?? 0, right[i] ?? 0);
    if (sign !== 0) return sign;
  }
  return byText(a, b);
}

function compareNames(a: string, b: string): number {
  const split = (name: string): readonly [string, number] => {
    const at = name.search(/\d+$/);
    return at < 0 ? [name, -1] : [name.slice(0, at), Number(name.slice(at))];
  };
  const [[left, i], [right, j]] = [split(a), split(b)];
  return byText(left, right) || byNumber(i, j);
}

const unitOf = (name: string): number => Number(name.slice(name.indexOf('.') + 1));
const portOf = (name: string): string => name.split('.')[0] ?? name;

/** Units of a tunnel have ports of their own; together they are the physical interface. */
function withTunnels(ports: readonly PortRow[]): readonly PortRow[] {
  const whole = new Map<string, PortRow>();
  for (const row of ports) {
    const name = portOf(row.config.name);
    const before = whole.get(name);
    const config = { ...row.config, name: name as PortName };
    if (name === row.config.name) whole.set(name, row);
    else whole.set(name, { ...row, config, up: row.up || before?.up === true });
  }
  return [...whole.values()];
}

/** All of them, in the order of the box. */
export function physicals(inventory: Inventory): readonly Physical[] {
  const { release, ask, whole, units } = inventory;
  const rows = ask('interfaces', {});
  const ports = withTunnels(inventory.ports ?? ask('ports', {}));
  const numbers = numbering(release, units);
  const named = new Set([
    ...ports.map(({ config }) => config.name as string),
    ...rows.map((row) => portOf(row.interface.name)),
  ]);
  const builtIns = release.builtIn.filter((one) => whole || named.has(one.name));
  const names = new Set([...named, ...builtIns.map(({ name }) => name)]);
  const rowsOf = new Map<string, InterfaceRow[]>();
  for (const row of rows) {
    const name = portOf(row.interface.name);
    const known = rowsOf.get(name);
    if (known) known.push(row);
    else rowsOf.set(name, [row]);
  }
  const byPort = new Map(ports.map((row) => [row.config.name as string, row]));
  return [...names].sort(comparePhysical).map((name) => {
    const mine = rowsOf.get(name) ?? [];
    const row = byPort.get(name);
    const builtIn = release.builtIn.find((one) => one.name === name);
    const kind = release.ports.find(({ prefix }) => name.startsWith(prefix));
    const port = row && kind ? { row, kind } : undefined;
    const place = row
      ? release.model.ports.filter((one) => one.startsWith(kind?.prefix ?? '')).indexOf(row.config.name)
      : 0;
    return {
      name,
      index: (kind?.index ?? builtIn?.index ?? 0) + Math.max(0, place),
      snmp: (kind?.snmp ?? builtIn?.snmp ?? 0) + Math.max(0, place),
      port,
      builtIn: port ? undefined : builtIn,
      units: unitsOf(name, mine, port, builtIn, whole, release, numbers),
    };
  });
}

interface Numbers {
  readonly index: number;
  readonly snmp: number;
}
type Numbering = (name: string) => Numbers;

/** Units get their numbers one after the other; those that are there from the start have theirs. */
function numbering(release: Release, given: ReadonlyMap<string, Numbers> = new Map()): Numbering {
  let next = given.size;
  const fixed = new Map([
    ['lo0.0', { index: 320, snmp: 16 }],
    ['fxp0.0', { index: 5, snmp: 13 }],
  ]);
  return (name) => {
    const known = fixed.get(name) ?? given.get(name);
    if (known) return known;
    const made = { index: release.interfaces.unitIndex + next, snmp: release.interfaces.unitSnmp + next };
    next++;
    return made;
  };
}

function unitsOf(
  name: string,
  rows: readonly InterfaceRow[],
  port: Physical['port'],
  builtIn: BuiltIn | undefined,
  whole: boolean,
  release: Release,
  numbers: Numbering,
): readonly Logical[] {
  const configured = [...rows]
    .sort((a, b) => byNumber(unitOf(a.interface.name), unitOf(b.interface.name)))
    .map((row): Logical => {
      const given = numbers(row.interface.name);
      return { name: row.interface.name, ...given, row, builtIn: undefined, made: undefined };
    });
  const made = (unit: number, why: NonNullable<Logical['made']>): Logical => {
    const full = `${name}.${unit}`;
    return { name: full, ...numbers(full), row: undefined, builtIn: undefined, made: why };
  };
  const forwarding = port?.kind.place === 'forwarding';
  if (forwarding && port.row.config.tagged) return [...configured, made(32_767, 'untagged')];
  if (forwarding && whole && release.interfaces.idleUnits && rows.length === 0) return [made(16_386, 'idle')];
  const own = (whole ? (builtIn?.units ?? []) : []).map((unit): Logical => {
    const { index, snmp } = unit;
    return { name: `${name}.${unit.unit}`, index, snmp, row: undefined, builtIn: unit, made: undefined };
  });
  return [...configured, ...own];
}

const FAMILIES: readonly InterfaceFamily[] = ['inet', 'inet6', 'iso', 'mpls'];

/** The families of a configured unit, in the order in which they are shown. */
export function familiesOf(row: InterfaceRow): readonly InterfaceFamily[] {
  const { families, addresses } = row.interface;
  const has = new Set(families ?? []);
  for (const { address } of addresses) has.add(typeof address === 'number' ? 'inet' : 'inet6');
  return FAMILIES.filter((family) => has.has(family));
}

/** `up` or `down`, as its owner wants it and as it is. */
export interface State {
  readonly admin: boolean;
  readonly link: boolean;
}

export function physicalState({ port }: Physical): State {
  return port ? { admin: port.row.config.enabled, link: port.row.up } : { admin: true, link: true };
}

export function logicalState(of: Physical, { row }: Logical): State {
  if (row) return { admin: row.interface.enabled, link: row.interface.up };
  return { admin: true, link: physicalState(of).link };
}

/** The index of a unit (`IFL 333`); undefined: there is none of that name. */
export const unitIndexOf = (inventory: Inventory, name: string): number | undefined =>
  physicals(inventory)
    .flatMap(({ units }) => units)
    .find((one) => one.name === name)?.index;

/** The SNMP index of a unit. */
export const unitSnmpOf = (inventory: Inventory, name: string): number | undefined =>
  physicals(inventory)
    .flatMap(({ units }) => units)
    .find((one) => one.name === name)?.snmp;

/** The SNMP index by which the log names an interface; undefined: there is none of that name. */
export function snmpIndexOf(inventory: Inventory, name: string): number | undefined {
  const all = physicals(inventory);
  return (all.find((one) => one.name === name) ?? all.flatMap(({ units }) => units).find((one) => one.name === name))
    ?.snmp;
}
