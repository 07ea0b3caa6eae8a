// Ports and interfaces: what they are told, light and darkness, up and down, and who hears of it.

import { equal } from '../base/equal.ts';
import { byText } from '../base/sorted-map.ts';
import type { IfName } from '../route/names.ts';
import type { PortName } from '../sim/node.ts';
import { addresses4, ownership } from './addresses.ts';
import { announce, flushArp, pruneArp } from './arp-cache.ts';
import { freshCounters, type Interface, type InterfaceConfig, type PortConfig } from './interface.ts';
import { LoadMeter } from './load.ts';
import type { StackEvent } from './stack-port.ts';
import { type InterfaceRecord, type PortRecord, type StackState, UNTAGGED } from './state.ts';
import { linkHeader } from './transmit.ts';

/** What changed, told when everything has: those who hear of it find the stack in order. */
type Changes = StackEvent[];

const timerOf = (name: PortName): string => `net/port/${name}`;

function tell(state: StackState, changes: Changes): void {
  for (const change of changes) state.port.notice(change);
}

const byName = <T extends { readonly name: string }>(a: T, b: T): number => byText(a.name, b.name);

/** A port that was not there: dark, until its light is asked for. */
function newPort(state: StackState, config: PortConfig): PortRecord {
  return {
    config,
    carrier: false,
    state: 'down',
    changed: state.port.now,
    losses: 0,
    counters: freshCounters(),
    lastInput: undefined,
    lastOutput: undefined,
    load: new LoadMeter(),
    byVlan: new Map(),
  };
}

/** Puts a port into a state and its interfaces after it. */
function enter(state: StackState, record: PortRecord, to: PortRecord['state'], changes: Changes): void {
  state.timers.stop(timerOf(record.config.name));
  if (record.state === to) return;
  const wasUp = record.state === 'up';
  record.state = to;
  if (wasUp || to === 'up') record.changed = state.port.now;
  if (wasUp) record.losses++;
  changes.push({ kind: 'port', port: record.config.name, state: to });
}

/**
 * Where a port is going: off at once, up and down after the vendor's delays. One that was switched on reports darkness
 * only when it had its time to see light.
 */
function steer(state: StackState, record: PortRecord, changes: Changes): void {
  const { enabled, name } = record.config;
  const wanted = !enabled ? 'disabled' : record.carrier ? 'up' : 'down';
  const delay =
    wanted === 'disabled' || wanted === record.state
      ? 0
      : record.state === 'up'
        ? state.traits.carrierDownDelay
        : state.traits.carrierUpDelay;
  if (delay === 0) enter(state, record, wanted, changes);
  else
    state.timers.start(timerOf(name), delay, () => {
      const later: Changes = [];
      enter(state, record, wanted, later);
      refresh(state, later);
      tell(state, later);
    });
}

/** Light came or went. */
export function carrierChanged(state: StackState, name: PortName, up: boolean): void {
  const record = state.ports.get(name);
  if (!record || record.carrier === up) return;
  record.carrier = up;
  const changes: Changes = [];
  steer(state, record, changes);
  refresh(state, changes);
  tell(state, changes);
}

function isUp(config: InterfaceConfig, port: PortRecord | undefined): boolean {
  return config.enabled && (config.kind === 'ethernet' ? port?.state === 'up' : true);
}

const macOf = (port: PortRecord | undefined): Pick<Interface, 'mac'> => (port ? { mac: port.config.mac } : {});

/** Brings one interface into line with its configuration and its port. */
function renew(state: StackState, record: InterfaceRecord, config: InterfaceConfig, changes: Changes): void {
  const before = record.view;
  const up = isUp(config, record.port);
  // A change makes a new one: whoever holds the old may compare.
  record.view = { ...config, up, changed: up === before.up ? before.changed : state.port.now, ...macOf(record.port) };
  if (before.up && !up) flushArp(state, record);
  else if (up) pruneArp(state, record);
  changes.push({ kind: 'interface', before, interface: record.view });
}

/** A gratuitous ARP for every address that was not there before. */
function greet(state: StackState, record: InterfaceRecord, before: Interface | undefined): void {
  if (!state.traits.gratuitousArp || !record.view.up) return;
  const old = before?.up ? addresses4(before) : [];
  for (const address of addresses4(record.view)) if (!old.includes(address)) announce(state, record, address);
}

/** Brings every interface into line with the ports, in the order of names. */
function refresh(state: StackState, changes: Changes): void {
  const from = changes.length;
  for (const record of state.interfaces.values()) {
    const { up, changed: _, mac: __, ...config } = record.view;
    if (up !== isUp(config, record.port)) renew(state, record, config, changes);
  }
  settle(state, changes.slice(from));
}

/** After interfaces changed: whose address is whose, and the neighbours hear of new ones. */
function settle(state: StackState, changes: Changes): void {
  if (changes.length === 0) return;
  state.owned = ownership(state.interfaces.values());
  for (const change of changes) {
    if (change.kind !== 'interface' || !change.interface) continue;
    const record = state.interfaces.get(change.interface.name);
    if (record) greet(state, record, change.before);
  }
}

function configurePorts(state: StackState, configs: readonly PortConfig[], changes: Changes): void {
  const next = new Map<PortName, PortRecord>();
  const fresh = new Set<PortName>();
  for (const config of [...configs].sort(byName)) {
    const old = state.ports.get(config.name);
    const record = old ?? newPort(state, config);
    if (old?.config.enabled !== config.enabled) fresh.add(config.name);
    record.config = config;
    next.set(config.name, record);
  }
  for (const [name, record] of state.ports) {
    if (next.has(name)) continue;
    state.port.light(name, false);
    enter(state, record, 'down', changes);
  }
  state.ports = next;
  for (const [name, record] of next) {
    state.port.light(name, record.config.enabled);
    const carrier = record.config.enabled && state.port.carrier(name);
    // Steering anew would begin a running delay anew.
    if (fresh.has(name) || carrier !== record.carrier) {
      record.carrier = carrier;
      steer(state, record, changes);
    }
  }
}

function newInterface(state: StackState, config: InterfaceConfig, port: PortRecord | undefined): InterfaceRecord {
  return {
    view: { ...config, up: isUp(config, port), changed: state.port.now, ...macOf(port) },
    port,
    header: new Uint8Array(0),
    counters: freshCounters(),
    arp: new Map(),
    groups: new Set(),
    virtual: new Map(),
    last: undefined,
    defended: new Map(),
  };
}

/** True when frames of it would look different: everything learned through the old ones is void. */
function isRewired(record: InterfaceRecord, port: PortRecord | undefined, config: InterfaceConfig): boolean {
  const { view } = record;
  return record.port !== port || view.vlan !== config.vlan || view.vrf !== config.vrf;
}

function configureOne(
  state: StackState,
  old: InterfaceRecord | undefined,
  config: InterfaceConfig,
  changes: Changes,
): InterfaceRecord {
  const port = config.port === undefined ? undefined : state.ports.get(config.port);
  const record = old ?? newInterface(state, config, port);
  if (old && isRewired(old, port, config)) flushArp(state, old);
  record.port = port;
  record.header = port ? linkHeader(port.config.mac, config.vlan) : new Uint8Array(0);
  if (!old) changes.push({ kind: 'interface', before: undefined, interface: record.view });
  else {
    const { up, changed: _, mac: __, ...told } = old.view;
    if (!equal(told, config) || up !== isUp(config, port)) renew(state, old, config, changes);
  }
  return record;
}

function configureInterfaces(state: StackState, configs: readonly InterfaceConfig[], changes: Changes): void {
  const wanted = new Set(configs.map((config) => config.name));
  for (const [name, record] of state.interfaces) {
    if (wanted.has(name)) continue;
    flushArp(state, record);
    changes.push({ kind: 'interface', before: record.view, interface: undefined });
  }
  const next = new Map<IfName, InterfaceRecord>();
  for (const config of [...configs].sort(byName))
    next.set(config.name, configureOne(state, state.interfaces.get(config.name), config, changes));
  state.interfaces = next;
}

/** Which interface takes which tag. Of two with the same tag the first in the order of names has it. */
function wire(state: StackState): void {
  for (const port of state.ports.values()) port.byVlan.clear();
  for (const record of state.interfaces.values()) {
    const vlan = record.view.vlan ?? UNTAGGED;
    if (record.port && !record.port.byVlan.has(vlan)) record.port.byVlan.set(vlan, record);
  }
}

/** Ports and interfaces as they shall be from now on. */
export function configure(
  state: StackState,
  ports: readonly PortConfig[],
  interfaces: readonly InterfaceConfig[],
): void {
  const changes: Changes = [];
  configurePorts(state, ports, changes);
  const from = changes.length;
  configureInterfaces(state, interfaces, changes);
  wire(state);
  settle(state, changes.slice(from));
  tell(state, changes);
}

/** Everything dark, nothing configured, nobody told: the power is off. */
export function darken(state: StackState): void {
  for (const name of state.ports.keys()) state.port.light(name, false);
  state.ports = new Map();
  state.interfaces = new Map();
  state.owned = new Map();
}
