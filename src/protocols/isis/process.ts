// The life of an instance: what it is told, what it hears; the only file that hears inputs.

import { ZERO_MAC } from '../../base/mac.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { IfName, VrfName } from '../../route/names.ts';
import type { Route } from '../../route/route.ts';
import type { BfdPath, LdpSyncState, Process, ProcessInput } from '../plugin.ts';
import { lose } from './adjacency.ts';
import { align, interfaceChanged, reopen } from './circuit.ts';
import type { IsisConfig } from './config.ts';
import { begin, freshIsis, reconfigure, systemIdOf } from './instance.ts';
import { retimeLdp } from './ldp-wait.ts';
import { isWaitingForLdp } from './metric.ts';
import { type Isis, type IsisPort, LEVELS } from './model.ts';
import { overloadOver } from './overload.ts';
import { receive } from './rx/receive.ts';
import { originateSoon, spfSoon } from './schedule.ts';
import { timerFired } from './timers.ts';

type Timer = Parameters<typeof timerFired>[1];

export class IsisProcess implements Process<IsisConfig> {
  readonly #port: IsisPort;
  #isis: Isis | undefined;

  constructor(port: IsisPort) {
    this.#port = port;
  }

  /** For the answers; undefined before the first configuration. */
  get isis(): Isis | undefined {
    return this.#isis;
  }

  /** Without a NET it does nothing. */
  configure(wanted: IsisConfig): 'applied' | 'restart' {
    if (this.#isis) return reconfigure(this.#isis, wanted) ? 'applied' : 'restart';
    const system = systemIdOf(wanted);
    if (system === undefined) return 'applied';
    this.#isis = freshIsis(this.#port, wanted, system);
    begin(this.#isis);
    return 'applied';
  }

  handle(input: ProcessInput): void {
    const isis = this.#isis;
    if (!isis) return;
    switch (input.kind) {
      case 'packet':
        receive(isis, input.on, input.mac ?? ZERO_MAC, input.bytes);
        break;
      case 'timer':
        timerFired(isis, input.name as Timer, input.key);
        break;
      case 'interface':
        interfaceChanged(isis, input.change, input.interface);
        break;
      case 'route':
        heardRoute(isis, input.vrf, input.prefix, input.active);
        break;
      case 'bfd':
        heardBfd(isis, input.path, input.state);
        break;
      case 'ldp-sync':
        heardLdp(isis, input.on, input.state);
        break;
      case 'bgp-converged':
        if (isis.overloadUntil !== undefined) overloadOver(isis);
        break;
      case 'action':
        acted(isis, input.name, input.args);
        break;
      default:
        break;
    }
  }

  /** The host takes routes, watches and timers away; neighbours find out by themselves. */
  stop(): void {}
}

/** A route that may have to be told came, went or changed. */
function heardRoute(isis: Isis, vrf: VrfName, prefix: Prefix, active: Route | undefined): void {
  if (vrf !== isis.config.vrf) return;
  if (active) isis.heard.set(prefix, active);
  else isis.heard.delete(prefix);
  for (const level of LEVELS) originateSoon(isis, isis.level[level], 'redistribution');
}

/** RFC 5882 §3.2: a path that failed takes the neighbour with it; one that was shut by its owner does not. */
function heardBfd(isis: Isis, path: BfdPath, state: 'up' | 'down' | 'admin-down'): void {
  const circuit = path.on === undefined ? undefined : isis.circuits.get(path.on);
  if (!circuit || state !== 'down') return;
  for (const one of circuit.adjacencies.values()) if (one.watched === path.peer) lose(isis, circuit, one, 'bfd');
}

/** RFC 5443 §2 */
function heardLdp(isis: Isis, on: IfName, state: LdpSyncState): void {
  const circuit = isis.circuits.get(on);
  if (!circuit?.config.ldpSync || circuit.ldp === state) return;
  const before = isWaitingForLdp(circuit);
  circuit.ldp = state;
  circuit.ldpSince = isis.port.now;
  retimeLdp(isis, circuit);
  align(isis, circuit, 'restarted');
  if (isWaitingForLdp(circuit) === before) return;
  for (const level of LEVELS) {
    originateSoon(isis, isis.level[level], 'ldp-sync', { on });
    spfSoon(isis, isis.level[level], 'ldp-sync', { on });
  }
}

/**
 * `clear-adjacencies`, of one `system` or `on` one interface when they are given; `clear-all`: links, too, begin anew;
 * `clear-statistics`: what was counted is forgotten.
 */
function acted(isis: Isis, name: string, { system, on }: Readonly<Record<string, string>>): void {
  if (name === 'clear-statistics') forgetCounts(isis);
  for (const circuit of isis.circuits.values()) {
    if (on !== undefined && circuit.name !== on) continue;
    if (name === 'clear-all') reopen(isis, circuit, 'cleared');
    else if (name === 'clear-adjacencies')
      for (const one of circuit.adjacencies.values())
        if (system === undefined || one.system === system) lose(isis, circuit, one, 'cleared');
  }
}

function forgetCounts(isis: Isis): void {
  const none = { sent: 0, received: 0 };
  isis.drops.clear();
  isis.checksumErrors = 0;
  for (const circuit of isis.circuits.values()) {
    circuit.drops.clear();
    Object.assign(circuit.p2pHellos, none);
    for (const level of LEVELS) {
      const counted = circuit.level[level];
      for (const traffic of Object.values(counted.traffic)) Object.assign(traffic, none);
      counted.retransmissions = 0;
    }
  }
  const zeros = { lspsOriginated: 0, lspsRefreshed: 0, lspsPurged: 0, spfRuns: 0, partialRuns: 0, elections: 0 };
  for (const level of LEVELS) Object.assign(isis.level[level].counters, zeros);
}
