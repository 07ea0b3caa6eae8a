// The life of the process: sessions as they are wanted, packets, timers.

import { ipText, isIp4 } from '../../base/ip.ts';
import { byText } from '../../base/sorted-map.ts';
import { speaksAs } from '../../net/addresses.ts';
import { type Micros, seconds } from '../../sim/time.ts';
import type { Process, ProcessInput } from '../plugin.ts';
import type { BfdConfig } from './config.ts';
import { DIAGNOSTICS } from './iana.ts';
import { type BfdModel, detectionTime, type Intervals, keyOf, type Session, transmitInterval } from './model.ts';
import { received } from './rx.ts';
import { closeSession, detectionFired, happen, openSession, reconfigure, shut } from './session.ts';
import type { BfdIntervals, BfdSessionRow } from './show.ts';
import { type Context, scheduleTransmit, sendPacket } from './transmit.ts';

const averageOf = ({ count, sum, least, most, last }: Intervals): BfdIntervals => ({
  count,
  least,
  most,
  average: count > 1 ? (Math.round(sum / (count - 1)) as Micros) : undefined,
  last,
});

export class BfdProcess implements Process<BfdConfig> {
  readonly #context: Context;
  readonly #model: BfdModel;

  constructor(context: Context) {
    this.#context = context;
    this.#model = {
      sessions: new Map(),
      byDiscriminator: new Map(),
      nextDiscriminator: context.traits.firstDiscriminator,
      nextPort: 0,
      slowInterval: seconds(1),
      drops: new Map(),
    };
  }

  configure(wanted: BfdConfig): 'applied' {
    const [context, model] = [this.#context, this.#model];
    model.slowInterval = wanted.slowInterval;
    const configs = new Map(wanted.sessions.map((config) => [keyOf(config.path), config] as const));
    for (const session of this.#inOrder()) if (!configs.has(session.key)) shut(context, model, session);
    for (const [key, config] of [...configs].sort(([a], [b]) => byText(a, b))) {
      const session = model.sessions.get(key);
      if (session) reconfigure(context, model, session, config);
      else openSession(context, model, config);
    }
    return 'applied';
  }

  handle(input: ProcessInput): void {
    switch (input.kind) {
      case 'packet':
        this.#drop(received(this.#context, this.#model, input));
        break;
      case 'timer':
        this.#timer(input.name, input.key);
        break;
      case 'interface':
        for (const session of this.#inOrder())
          if (session.path.on === input.interface.name)
            this.#link(session, input.change !== 'removed' && input.interface.up);
        break;
      case 'action':
        if (input.name === 'clear') this.#clear(input.args['peer']);
        break;
      default:
        break;
    }
  }

  stop(): void {
    for (const session of this.#inOrder()) {
      shut(this.#context, this.#model, session);
      closeSession(this.#context, this.#model, session);
    }
  }

  get drops(): ReadonlyMap<string, number> {
    return this.#model.drops;
  }

  rows(): readonly BfdSessionRow[] {
    return this.#inOrder().map((session) => this.#row(session));
  }

  #inOrder(): readonly Session[] {
    return [...this.#model.sessions.values()].sort((a, b) => byText(a.key, b.key));
  }

  #timer(name: string, key: string): void {
    const session = this.#model.sessions.get(key);
    if (!session) return;
    if (name === 'tx') {
      sendPacket(this.#context, session);
      scheduleTransmit(this.#context, session);
    } else if (name === 'detect') detectionFired(this.#context, this.#model, session);
    else closeSession(this.#context, this.#model, session);
  }

  /** A dead link carries nothing: no need to wait for the detection time. RFC 5882 §3.1 leaves it to us. */
  #link(session: Session, up: boolean): void {
    if (up) {
      if (this.#context.timerAt('tx', session.key) === undefined) scheduleTransmit(this.#context, session);
      return;
    }
    happen(this.#context, this.#model, session, 'path-down');
    this.#context.timer('tx', session.key, 'off');
  }

  #clear(peer: string | undefined): void {
    for (const session of this.#inOrder())
      if (peer === undefined || ipText(session.path.peer) === peer) this.#again(session);
  }

  /** By its owner's order: down, and up again by itself. */
  #again(session: Session): void {
    happen(this.#context, this.#model, session, 'disable');
    happen(this.#context, this.#model, session, 'enable');
  }

  #drop(reason: string | undefined): void {
    const { drops } = this.#model;
    if (reason !== undefined) drops.set(reason, (drops.get(reason) ?? 0) + 1);
  }

  #row(session: Session): BfdSessionRow {
    const { path, config, heard, sent, received: came, ...state } = session;
    const { peer, on } = path;
    return {
      vrf: this.#context.vrf,
      peer,
      on,
      local: path.local ?? this.#speaker(session),
      state: state.state,
      remoteState: state.remoteState,
      localDiscriminator: state.localDiscriminator,
      remoteDiscriminator: state.remoteDiscriminator,
      diagnostic: state.diagnostic,
      remoteDiagnostic: heard && DIAGNOSTICS[heard.diagnostic],
      wanted: config.timers,
      clients: config.clients,
      minTx: state.minTx,
      minRx: state.minRx,
      remoteMinTx: state.remoteMinTx,
      remoteMinRx: state.remoteMinRx,
      remoteMultiplier: state.remoteMultiplier,
      transmitInterval: transmitInterval(session),
      detectionTime: detectionTime(session),
      slowInterval: this.#model.slowInterval,
      polling: state.polling,
      upSince: state.upSince,
      downSince: state.downSince,
      lastUptime: state.lastUptime,
      failures: state.failures,
      sent: averageOf(sent),
      received: averageOf(came),
      lastPacket: heard,
      fromPort: state.fromPort,
    };
  }

  #speaker({ path: { peer, on } }: Session) {
    const face = on && this.#context.interface(on);
    return face && isIp4(peer) ? speaksAs(face, peer) : undefined;
  }
}
