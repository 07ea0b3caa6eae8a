// Work that is asked for by many and done once: shortest paths, routes, own LSPs.          ISO 10589 §7.2.8, §7.3.7

import type { IfName } from '../../route/names.ts';
import { type Micros, plus } from '../../sim/time.ts';
import { Throttle, type ThrottleConfig } from '../common/throttle.ts';
import type { Isis, Job, LevelState, LogEntry, Trigger } from './model.ts';
import type { LspId } from './net-address.ts';

/** Names of timers; their keys are levels, or circuits and levels. */
export const TIMER = {
  spf: 'spf',
  prc: 'prc',
  lsp: 'lsp',
  refresh: 'refresh',
  expiry: 'expiry',
  overload: 'overload',
  exhausted: 'exhausted',
  hello: 'hello',
  hold: 'hold',
  elect: 'elect',
  flood: 'flood',
  retransmit: 'retransmit',
  csnp: 'csnp',
  psnp: 'psnp',
  periodic: 'periodic',
  ldpHold: 'ldp-hold',
  ldpDelay: 'ldp-delay',
} as const;

/** What a trigger was about. */
export interface About {
  readonly lsp?: LspId;
  readonly on?: IfName;
}

export const freshJob = (config: ThrottleConfig): Job => ({
  throttle: new Throttle(config),
  due: undefined,
  triggers: new Set(),
  count: 0,
  lsp: undefined,
  on: undefined,
});

function ask(isis: Isis, job: Job, timer: string, level: LevelState, trigger: Trigger, about: About): void {
  if (!level.runs) return;
  if (job.count === 0) {
    job.lsp = about.lsp;
    job.on = about.on;
  }
  job.count++;
  job.triggers.add(trigger);
  if (job.due !== undefined) return;
  const wait = job.throttle.wait(isis.port.now);
  job.due = plus(isis.port.now, wait);
  isis.port.timer(timer, String(level.level), wait);
}

/** Ways to routers may have changed. */
export function spfSoon(isis: Isis, level: LevelState, trigger: Trigger, about: About = {}): void {
  ask(isis, level.spf, TIMER.spf, level, trigger, about);
}

/** Only what can be reached at the routers may have changed. */
export function prcSoon(isis: Isis, level: LevelState, trigger: Trigger, about: About = {}): void {
  if (level.spf.due !== undefined) level.spf.triggers.add(trigger);
  else ask(isis, level.prc, TIMER.prc, level, trigger, about);
}

/** What this system has to say may have changed. */
export function originateSoon(isis: Isis, level: LevelState, trigger: Trigger, about: About = {}): void {
  ask(isis, level.generation, TIMER.lsp, level, trigger, about);
}

/** The work is being done: what it was for, and nobody waits any more. */
export function take(isis: Isis, job: Job, kind: LogEntry['kind'], nodes: number): LogEntry {
  const { now } = isis.port;
  const entry: LogEntry = {
    at: now,
    kind,
    count: job.count,
    triggers: [...job.triggers],
    lsp: job.lsp,
    on: job.on,
    nodes,
  };
  job.throttle.ran(now);
  job.due = undefined;
  job.triggers.clear();
  job.count = 0;
  return entry;
}

/** Keeps the newest entries. */
export function logged(log: LogEntry[], entry: LogEntry, length: number): void {
  log.push(entry);
  if (log.length > length) log.splice(0, log.length - length);
}

/** Up to the vendor's share earlier than the interval. ISO 10589 §10.1 */
export function jittered(isis: Isis, interval: Micros): Micros {
  const spread = Math.floor((interval * isis.port.traits.jitterPercent) / 100);
  return (interval - (spread > 0 ? isis.port.random(spread) : 0)) as Micros;
}
