// A copy of a play in time: a second world from the same beginning and the same log. The original is not touched.

import { must } from '../base/must.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Micros } from '../sim/time.ts';
import type { Input, Stamp } from './input.ts';
import { Play } from './play.ts';

/** Events between two points at which somebody else may have a turn. */
const EVENTS_A_STEP = 500;

type Steps = Generator<void, Result<void, string>>;

/** Brings a play to a stamp of the run that it repeats: the same events, the same moment. */
function* replayTo(play: Play, stamp: Stamp): Steps {
  const world = play.running.world;
  for (let count = 1; world.executed < stamp.executed; count++) {
    if (!world.step()) return err('the run ends too early');
    if (count % EVENTS_A_STEP === 0) yield;
  }
  if (world.now > stamp.at) return err('the run is ahead of its log');
  // Within one instant an input may stand before events of that instant; otherwise none is left before it.
  if (world.now < stamp.at) world.runUntil(stamp.at);
  return world.executed === stamp.executed ? ok(undefined) : err('the run has events that its log does not know');
}

function* replaying(play: Play, inputs: readonly Input[], end: Stamp): Steps {
  for (const input of inputs) {
    const there = yield* replayTo(play, input);
    if (!there.ok) return there;
    const done = play.redo(input);
    if (!done.ok) return done;
  }
  return yield* replayTo(play, end);
}

/** Runs steps to their end without a pause. */
function straight<T>(steps: Generator<void, T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

/** Repeats a log event by event, up to and including `end`. */
export function replayExactly(play: Play, inputs: readonly Input[], end: Stamp): Result<void, string> {
  return straight(replaying(play, inputs, end));
}

/** Repeats a log by the clock only: for another program or another lab, whose events are not the same ones. */
export function replayByTime(play: Play, inputs: readonly Input[], end: Micros): Result<void, string> {
  for (const input of inputs) {
    if (input.at > play.now) play.advance(input.at);
    const done = play.redo(input);
    if (!done.ok) return done;
  }
  if (end > play.now) play.advance(end);
  return ok(undefined);
}

/** A copy that stands where the original stood when this was begun, made in steps of a few milliseconds. */
export function* forking(original: Play): Generator<void, Play> {
  const { fingerprint, beginning } = original;
  const { executed, now } = original.running.world;
  const copy = new Play(beginning);
  const replayed = yield* replaying(copy, [...original.inputs], { executed, at: now });
  must(replayed.ok, replayed.ok ? '' : `a copy went another way: ${replayed.error}`);
  must(copy.fingerprint === fingerprint, 'a copy went another way');
  return copy;
}

/** A copy that stands where the original stands now. */
export function fork(original: Play): Play {
  return straight(forking(original));
}
