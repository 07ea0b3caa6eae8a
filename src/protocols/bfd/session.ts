// Runs the session table: what a change of state brings with it.            RFC 5880 §6.8.2, §6.8.3, §6.8.4, §6.8.16

import { present } from '../../base/must.ts';
import { type Micros, plus, since } from '../../sim/time.ts';
import { step } from '../common/fsm.ts';
import type { BfdSessionConfig } from './config.ts';
import type { BfdDiagnostic } from './iana.ts';
import { SOURCE_PORTS } from './iana.ts';
import { type BfdModel, detectionTime, keyOf, noIntervals, type Session } from './model.ts';
import { type BfdAction, type BfdFsmEvent, sessionTable } from './session-fsm.ts';
import { type Context, scheduleTransmit, sendPacket } from './transmit.ts';

/** §6.8.3: a session that is not up sends no faster than this. */
const SLOWEST_FAST = 1_000_000;

const DIAGNOSTIC: Readonly<Record<BfdAction, BfdDiagnostic>> = {
  'neighbor-signaled': 'neighbor-signaled-down',
  'time-expired': 'detection-time-expired',
  'path-failed': 'path-down',
  shut: 'administratively-down',
  cleared: 'none',
};

/** What a client hears of a session: shut by its owner on the other side is no failure. RFC 5882 §3.2 */
const toldState = ({ state, remoteState }: Session): 'up' | 'down' | 'admin-down' =>
  state === 'up' ? 'up' : remoteState === 'admin-down' || state === 'admin-down' ? 'admin-down' : 'down';

/** A session that is down, with everything as §6.8.1 wants it at first. */
export function openSession(context: Context, model: BfdModel, config: BfdSessionConfig): Session {
  const slow = slowTx(model, config);
  const session: Session = {
    key: keyOf(config.path),
    path: config.path,
    config,
    localDiscriminator: freeDiscriminator(model),
    remoteDiscriminator: 0,
    fromPort: SOURCE_PORTS.first + (model.nextPort++ % SOURCE_PORTS.count),
    state: 'down',
    remoteState: 'down',
    diagnostic: 'none',
    minTx: slow,
    minRx: config.timers.minRx,
    txInUse: slow,
    rxInUse: config.timers.minRx,
    remoteMinRx: 1,
    remoteMinTx: 0,
    remoteMultiplier: 0,
    polling: false,
    bytes: undefined,
    heardAt: undefined,
    heardBytes: undefined,
    heard: undefined,
    upSince: undefined,
    downSince: undefined,
    lastUptime: undefined,
    sent: noIntervals(),
    received: noIntervals(),
    failures: 0,
  };
  model.sessions.set(session.key, session);
  model.byDiscriminator.set(session.localDiscriminator, session);
  begin(context, session);
  return session;
}

function freeDiscriminator(model: BfdModel): number {
  while (model.byDiscriminator.has(model.nextDiscriminator)) model.nextDiscriminator++;
  return model.nextDiscriminator++;
}

/** Sends the first packet now and the rest in their time. */
function begin(context: Context, session: Session): void {
  sendPacket(context, session);
  scheduleTransmit(context, session);
}

export function closeSession(context: Context, model: BfdModel, session: Session): void {
  for (const timer of ['tx', 'detect', 'forget']) context.timer(timer, session.key, 'off');
  model.sessions.delete(session.key);
  model.byDiscriminator.delete(session.localDiscriminator);
}

const slowTx = ({ slowInterval }: BfdModel, { timers }: BfdSessionConfig): Micros =>
  Math.max(timers.minTx, slowInterval, SLOWEST_FAST) as Micros;

/**
 * Other timers, by order or because the session came up or went down. Where it is up, they count for both sides after a
 * poll: a slower transmission and a faster detection not before it is answered. §6.8.3
 */
function retime(context: Context, model: BfdModel, session: Session): void {
  const { timers } = session.config;
  const up = session.state === 'up';
  const minTx = up ? timers.minTx : slowTx(model, session.config);
  const { minRx } = timers;
  if (minTx === session.minTx && minRx === session.minRx) return;
  session.minTx = minTx;
  session.minRx = minRx;
  session.bytes = undefined;
  if (!up || minTx < session.txInUse) session.txInUse = minTx;
  if (!up || minRx > session.rxInUse) session.rxInUse = minRx;
  session.polling = up;
  armDetection(context, session);
  scheduleTransmit(context, session);
}

/** The peer has answered a poll: what was announced counts. §6.5, §6.8.3 */
export function pollAnswered(context: Context, session: Session): void {
  if (!session.polling) return;
  session.polling = false;
  session.bytes = undefined;
  session.txInUse = session.minTx;
  session.rxInUse = session.minRx;
  armDetection(context, session);
  scheduleTransmit(context, session);
}

/** The detection timer runs lazily: a packet only notes its time, and the timer looks at it when it fires. */
export function armDetection(context: Context, session: Session): void {
  const span = detectionTime(session);
  if (span === undefined || session.heardAt === undefined) return;
  const due = plus(session.heardAt, span);
  const armed = context.timerAt('detect', session.key);
  if (armed === undefined || armed > due) context.timer('detect', session.key, since(context.now, due));
}

/** The detection timer fired: heard since, or not. */
export function detectionFired(context: Context, model: BfdModel, session: Session): void {
  const span = detectionTime(session);
  if (span === undefined || session.heardAt === undefined) return;
  if (plus(session.heardAt, span) > context.now) {
    armDetection(context, session);
    return;
  }
  // §6.8.1: what a silent peer called itself is forgotten.
  session.remoteDiscriminator = 0;
  session.heardAt = undefined;
  session.bytes = undefined;
  happen(context, model, session, 'expired');
}

/** One step of the table, and what it brings. */
export function happen(context: Context, model: BfdModel, session: Session, event: BfdFsmEvent): void {
  const outcome = step(sessionTable, session.state, event, {});
  if (!outcome || outcome.next === session.state) return;
  const was = session.state;
  session.state = outcome.next;
  session.bytes = undefined;
  for (const action of outcome.do) session.diagnostic = DIAGNOSTIC[action];
  if (outcome.next === 'up') session.upSince = context.now;
  else if (was === 'up') {
    session.lastUptime = since(present(session.upSince, 'the time it came up'), context.now);
    session.downSince = context.now;
    session.upSince = undefined;
    session.failures++;
  }
  retime(context, model, session);
  // The peer shall hear of it now. §6.8.7: "a packet SHOULD be transmitted" when the state changes
  sendPacket(context, session);
  if (outcome.next === 'up' || was === 'up') report(context, session);
}

function report(context: Context, session: Session): void {
  const { path, diagnostic, localDiscriminator } = session;
  context.emit({ kind: 'bfd-session', path, state: toldState(session), diagnostic, localDiscriminator });
}

/** Other timers or clients for a session that stands; one that was being shut comes back. */
export function reconfigure(context: Context, model: BfdModel, session: Session, config: BfdSessionConfig): void {
  if (config.timers.multiplier !== session.config.timers.multiplier) session.bytes = undefined;
  session.config = config;
  if (session.state === 'admin-down') {
    context.timer('forget', session.key, 'off');
    happen(context, model, session, 'enable');
  }
  retime(context, model, session);
}

/** Nobody wants it any more: the peer is told for its detection time, then it is forgotten. §6.8.16 */
export function shut(context: Context, model: BfdModel, session: Session): void {
  if (session.state === 'admin-down') return;
  if (session.remoteMultiplier === 0) {
    closeSession(context, model, session);
    return;
  }
  happen(context, model, session, 'disable');
  context.timer('detect', session.key, 'off');
  // The peer's detection time is not known here; our own interval and multiplier make it.
  const span = Math.max(session.txInUse, session.remoteMinRx) * session.config.timers.multiplier;
  context.timer('forget', session.key, span as Micros);
}
