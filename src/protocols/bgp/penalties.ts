// Whose flaps count, and what they earn: between what peers tell and the figures of merit.         RFC 2439 §4.8

import { evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import { seconds } from '../../sim/time.ts';
import { type Flap, isForgotten, judge } from './dampening.ts';
import type { Dampening, DampeningSet } from './dampening-config.ts';
import { kindOf, type Peer, type Speaker, type Told } from './peer.ts';

/** Why a path is looked at again, where that may be a flap. */
export type FlapCause = 'announced' | 'changed';

/** How often what is out of use is looked at: RFC 2439 §4.8.7 suggests a granularity of seconds. */
const LOOK = seconds(10);
export const REUSE_TIMER = 'reuse';

/** Those of its neighbour, or of its VRF; undefined: its flaps do not count. */
function rulesFor(speaker: Speaker, peer: Peer, told: Told): Dampening | undefined {
  const { config } = speaker;
  const rules = peer.config.families[told.family]?.dampening ?? config.families[peer.config.vrf]?.dampening;
  if (!rules || (kindOf(config, peer) === 'internal' && !rules.internal)) return undefined;
  return rules;
}

/** The set that holds for the path, by its name or by the rules' own policy. */
function setFor(
  rules: Dampening,
  told: Told,
  named: string | undefined,
): { readonly set: DampeningSet; readonly name: string | undefined } | undefined {
  let name = named;
  if (rules.policy) {
    const subject = pathSubject(told.nlri.prefix, told.attributes, { kind: 'bgp.external' });
    const result = evaluate(rules.policy, subject);
    if (result.verdict === 'reject') return undefined;
    name = result.subject.dampening ?? named;
  }
  if (name === 'none') return undefined;
  const set = name === undefined ? rules.usual : (rules.sets?.[name] ?? rules.usual);
  return set && { set, name };
}

function flapWith(speaker: Speaker, peer: Peer, told: Told, chosen: NonNullable<ReturnType<typeof setFor>>): Flap {
  const old = peer.flaps.get(told);
  if (old && old.set === chosen.set) return old;
  const { now } = speaker.context;
  const fresh = { family: told.family, nlri: told.nlri, penalty: 0, at: now, flaps: 0, first: now, suppressed: false };
  const flap: Flap = { ...fresh, gone: false, ...old, ...chosen };
  peer.flaps.set(flap);
  if (speaker.context.timerAt(REUSE_TIMER, '') === undefined) speaker.context.timer(REUSE_TIMER, '', LOOK);
  return flap;
}

/** The path is there: what its flaps come to. Undefined: it has none that count. */
export function flapsOf(
  speaker: Speaker,
  peer: Peer,
  told: Told,
  named: string | undefined,
  cause: FlapCause | undefined,
): Flap | undefined {
  const rules = rulesFor(speaker, peer, told);
  const chosen = rules && setFor(rules, told, named);
  if (!rules || !chosen) {
    if (peer.flaps.size > 0) peer.flaps.delete(told);
    return undefined;
  }
  const old = peer.flaps.get(told);
  const points =
    cause === 'announced' ? (old?.gone ? rules.penalties.announced : 0) : cause ? rules.penalties.changed : 0;
  if (!old && points === 0) return undefined;
  const flap = flapWith(speaker, peer, told, chosen);
  judge(flap, speaker.context.now, points);
  flap.gone = false;
  told.set = flap.name;
  return flap;
}

/** The path was withdrawn; true: it is remembered for that. */
export function withdrawnFlap(speaker: Speaker, peer: Peer, told: Told): boolean {
  const rules = rulesFor(speaker, peer, told);
  const chosen = rules && setFor(rules, told, told.set);
  if (!rules || !chosen) return false;
  const flap = flapWith(speaker, peer, told, chosen);
  judge(flap, speaker.context.now, rules.penalties.withdrawn);
  flap.gone = true;
  return true;
}

/** What may be used again, and what is forgotten; `more`: there is something left to be looked at. */
export function reviewed(speaker: Speaker): {
  readonly free: readonly (readonly [Peer, Flap])[];
  readonly forgotten: readonly (readonly [Peer, Flap])[];
} {
  const free: (readonly [Peer, Flap])[] = [];
  const forgotten: (readonly [Peer, Flap])[] = [];
  const { now } = speaker.context;
  let left = 0;
  for (const peer of speaker.peers.values()) {
    for (const flap of peer.flaps.sorted()) {
      const before = flap.suppressed;
      judge(flap, now);
      if (before && !flap.suppressed) free.push([peer, flap]);
      if (isForgotten(flap, now)) {
        peer.flaps.delete(flap);
        forgotten.push([peer, flap]);
      } else left++;
    }
  }
  if (left > 0) speaker.context.timer(REUSE_TIMER, '', LOOK);
  return { free, forgotten };
}
