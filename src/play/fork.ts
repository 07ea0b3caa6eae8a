// A copy of a play in time: a second world from the same beginning and the same log. The original is not touched.

import { must } from '../base/must.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Micros } from '../sim/time.ts';
import type { Input, Stamp } from './input.ts';
import { Play } from './play.ts';

/** Brings a play to a stamp of the run that it repeats: the same events, the same moment. */
export function replayTo(play: Play, stamp: Stamp): Result<void, string> {
  const world = play.running.world;
  while (world.executed < stamp.executed) if (!world.step()) return err('the run ends too early');
  if (world.now > stamp.at) return err('the run is ahead of its log');
  // Within one instant an input may stand before events of that instant; otherwise none is left before it.
  if (world.now < stamp.at) world.runUntil(stamp.at);
  return world.executed === stamp.executed ? ok(undefined) : err('the run has events that its log does not know');
}

/** Repeats a log event by event, up to and including `end`. */
export function replayExactly(play: Play, inputs: readonly Input[], end: Stamp): Result<void, string> {
  for (const input of inputs) {
    const there = replayTo(play, input);
    if (!there.ok) return there;
    const done = play.redo(input);
    if (!done.ok) return done;
  }
  return replayTo(play, end);
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

/** A copy that stands where the original stands now. */
export function fork(original: Play): Play {
  const fingerprint = original.fingerprint;
  const world = original.running.world;
  const copy = new Play(original.beginning);
  const replayed = replayExactly(copy, original.inputs, { executed: world.executed, at: world.now });
  must(replayed.ok, replayed.ok ? '' : `a copy went another way: ${replayed.error}`);
  must(copy.fingerprint === fingerprint, 'a copy went another way');
  return copy;
}
