// One virtual router at work: runs the state table and does what it names.                             RFC 5798 §6.4

import { virtualRouterMac } from '../../base/mac.ts';
import { type Micros, micros, plus, since } from '../../sim/time.ts';
import { step } from '../common/fsm.ts';
import type { VrrpGroupConfig } from './config.ts';
import { PRIORITY } from './iana.ts';
import { type Context, type Group, isOwner, keyOf, localOf, masterDownOf, noCounts, skewOf } from './model.ts';
import type { VrrpMaster, VrrpReason, VrrpState } from './show.ts';
import { stateTable, type VrrpFsmAction, type VrrpFsmEvent } from './state-fsm.ts';
import { sendAdvertisement } from './transmit.ts';

export function newGroup(context: Context, config: VrrpGroupConfig): Group {
  return {
    key: keyOf(config),
    config,
    face: undefined,
    faceUp: undefined,
    state: 'init',
    reason: 'none',
    since: context.now,
    upSince: undefined,
    priority: config.priority,
    priorityChanged: undefined,
    masterInterval: config.interval,
    master: undefined,
    challenged: false,
    tracks: new Map(),
    counts: noCounts(),
    complaints: new Set(),
  };
}

/** Why a group cannot run; undefined: it can. */
function obstacle(group: Group): VrrpReason | undefined {
  const { config, face, tracks } = group;
  if (!config.enabled) return 'shutdown';
  if (config.addresses.length === 0) return 'no-virtual-address';
  if (!face?.up) return 'interface-down';
  if (localOf(group) === undefined) return 'no-interface-address';
  const stopped = config.tracks.some(({ object, effect }) => effect === 'stop' && tracks.get(object) === 'down');
  return stopped ? 'tracked-down' : undefined;
}

/** Its interface came up a short while ago. */
function waits(context: Context, { key, config, faceUp }: Group): boolean {
  const { startDelay = 0 } = config;
  const gone = faceUp === undefined ? startDelay : since(faceUp, context.now);
  if (gone >= startDelay) return false;
  context.timer('begin', key, micros(startDelay - gone));
  return true;
}

/** Starts or stops the group as things stand now. */
export function review(context: Context, group: Group): void {
  const why = obstacle(group);
  if (why === undefined && group.state === 'init') {
    if (waits(context, group)) return;
    group.upSince = context.now;
    happen(context, group, 'startup', isOwner(group) ? 'owner' : 'started');
    const { silence } = group.config;
    const listens = context.timerAt('down', group.key) !== undefined;
    if (listens && silence > masterDownOf(group)) context.timer('down', group.key, silence);
  } else if (why !== undefined) {
    happen(context, group, 'shutdown', why);
    group.upSince = undefined;
    group.reason = why;
  }
}

/** One step of the table, and what it brings. */
export function happen(
  context: Context,
  group: Group,
  event: VrrpFsmEvent,
  reason: VrrpReason,
  heard?: VrrpMaster,
): void {
  const owner = isOwner(group);
  const preempt = owner || group.config.preempt?.after === 0;
  const outcome = step(stateTable, group.state, event, { owner, preempt });
  if (!outcome) return;
  const before = group.state;
  group.state = outcome.next;
  if (outcome.next !== before) report(context, group, before, reason);
  for (const action of outcome.do) act(context, group, action, heard);
}

/** It is said before anything is done about it. */
function report(context: Context, group: Group, before: VrrpState, reason: VrrpReason): void {
  const { config, counts, state } = group;
  group.reason = reason;
  group.since = context.now;
  const name = `${before}-${state}`;
  counts.transitions[name] = { count: (counts.transitions[name]?.count ?? 0) + 1, last: context.now };
  const { on, group: number, version } = config;
  const local = localOf(group);
  context.emit({ kind: 'vrrp-state', on, group: number, version, before, state, reason, local });
}

function act(context: Context, group: Group, action: VrrpFsmAction, heard: VrrpMaster | undefined): void {
  const { key, config } = group;
  switch (action) {
    case 'send':
      sendAdvertisement(context, group);
      break;
    case 'send-stop':
      sendAdvertisement(context, group, PRIORITY.stopped);
      break;
    case 'stand':
      stand(context, group);
      break;
    case 'stand-down':
      context.standFor(config.on, virtualRouterMac(config.group), undefined);
      break;
    case 'arm-advertise':
      for (const name of ['down', 'preempt']) context.timer(name, key, 'off');
      context.timer('advertise', key, config.interval);
      break;
    case 'arm-down':
      group.challenged = false;
      context.timer('down', key, masterDownOf(group));
      break;
    case 'arm-skew':
      context.timer('down', key, skewOf(group));
      break;
    case 'own-interval':
      group.masterInterval = config.interval;
      break;
    case 'learn-master':
      if (heard) learn(group, heard);
      break;
    case 'stop-timers':
      group.challenged = false;
      for (const name of ['advertise', 'down', 'preempt']) context.timer(name, key, 'off');
      break;
  }
}

/** Takes the virtual router's frames and answers for its addresses. §6.4.3 */
function stand(context: Context, group: Group): void {
  const { config, priority } = group;
  const { on, addresses, accept } = config;
  context.standFor(on, virtualRouterMac(config.group), { addresses, accept: accept || isOwner(group) });
  const address = localOf(group);
  if (address !== undefined) group.master = { address, priority, interval: config.interval };
}

/** §6.4.2 (450), (460): version 3 goes by the master's interval. */
function learn(group: Group, heard: VrrpMaster): void {
  const { version, learn: learns, interval } = group.config;
  group.master = heard;
  group.masterInterval = version === 3 || learns ? heard.interval : interval;
}

/** An advertisement that counts. §6.4.2 (430) to (490), §6.4.3 (700) to (770) */
export function heardFrom(context: Context, group: Group, heard: VrrpMaster): void {
  if (heard.priority === PRIORITY.stopped) {
    happen(context, group, 'heard-stop', 'no-response');
    return;
  }
  const difference = heard.priority - group.priority;
  if (group.state === 'master') {
    const better = difference > 0 || (difference === 0 && heard.address > (localOf(group) ?? 0));
    happen(context, group, better ? 'heard-better' : 'heard-worse', 'better-heard', heard);
    return;
  }
  if (difference >= 0) {
    context.timer('preempt', group.key, 'off');
    happen(context, group, 'heard-better', 'better-heard', heard);
    return;
  }
  happen(context, group, 'heard-worse', 'preempted', heard);
  group.master = heard;
  const after = isOwner(group) ? (0 as Micros) : group.config.preempt?.after;
  if (after === undefined) return;
  group.challenged = true;
  if (after > 0 && context.timerAt('preempt', group.key) === undefined) context.timer('preempt', group.key, after);
}

/** Nobody was heard in time. */
export function masterDown(context: Context, group: Group): void {
  happen(context, group, 'master-down', group.challenged ? 'preempted' : 'no-response');
}

/** What tracking leaves of the configured priority. An owner's is always its own. */
function wantedPriority({ config, tracks }: Group): number {
  if (config.priority === PRIORITY.owner) return PRIORITY.owner;
  const costs = config.tracks.map(({ object, effect }) =>
    effect !== 'stop' && tracks.get(object) === 'down' ? effect : 0,
  );
  return Math.max(
    PRIORITY.lowest,
    costs.reduce((left, cost) => left - cost, config.priority),
  );
}

/** Brings the priority into line with what is tracked, not before the hold time is over. `owned`: by its owner's word. */
export function reviewPriority(context: Context, group: Group, owned: boolean): void {
  const wanted = wantedPriority(group);
  if (wanted === group.priority) {
    context.timer('priority', group.key, 'off');
    return;
  }
  const { lower, raise } = group.config.priorityHold;
  const priorityHold = wanted < group.priority ? lower : raise;
  const { priorityChanged } = group;
  const due = priorityChanged === undefined ? context.now : plus(priorityChanged, priorityHold);
  if (!owned && due > context.now) {
    context.timer('priority', group.key, since(context.now, due));
    return;
  }
  if (!owned) group.priorityChanged = context.now;
  setPriority(context, group, wanted);
}

function setPriority(context: Context, group: Group, priority: number): void {
  const wasOwner = isOwner(group);
  group.priority = priority;
  if (group.state === 'master') {
    if (group.master) group.master = { ...group.master, priority };
    if (wasOwner !== isOwner(group)) stand(context, group);
  } else if (group.state === 'backup') {
    if (isOwner(group)) happen(context, group, 'preempt', 'owner');
    // A timer that runs out is not begun anew by a better priority.
    else if (!group.challenged) context.timer('down', group.key, masterDownOf(group));
  }
}

/** Other addresses, or other answers to them, for a group that stands. */
export function standAnew(context: Context, group: Group): void {
  if (group.state !== 'master') return;
  stand(context, group);
  sendAdvertisement(context, group);
}
