// Save -> the same play; or, where the program or the lab has changed, the nearest that can be had, and the words for it.

import { equal } from '../base/equal.ts';
import { ok, type Result } from '../base/result.ts';
import { byText } from '../base/sorted-map.ts';
import { type Machinery, type PreparedLab, prepareLab, prepareWhatFits } from '../lab/build.ts';
import type { ConfigFile, Lab, LabProblem } from '../lab/lab.ts';
import { problemText } from '../lab/lab.ts';
import { clockText } from '../lab/span.ts';
import { replayByTime, replayExactly } from './fork.ts';
import { type Beginning, Play, type PlayListener } from './play.ts';
import { type Configs, SAVE_FORMAT, type Save } from './save.ts';

/**
 * How a save came back. `exact`: the same run, event by event. `by-time`: what was typed was typed again at the same
 * times, and the configurations agree. `cold`: the lab was started anew with the saved configurations.
 */
export interface Reopened {
  readonly how: 'exact' | 'by-time' | 'cold';
  readonly play: Play;
  /** Empty when it is exact; otherwise what the owner must know, a sentence a line. */
  readonly words: readonly string[];
}

export interface ReopenOptions {
  /** Digest of this program. */
  readonly engine: string;
  readonly listener?: PlayListener;
}

/** What devices boot with: the lab's files, or those that a save brought along. */
function bootFiles(
  lab: Lab,
  from: Save['from'],
  base: Configs | undefined,
): Readonly<Record<string, readonly ConfigFile[]>> {
  if (from !== 'configs') return from === 'solution' ? lab.solution : lab.start;
  return asFiles(base ?? {});
}

const asFiles = (configs: Configs): Readonly<Record<string, readonly ConfigFile[]>> =>
  Object.fromEntries(
    Object.entries(configs).map(([name, lines]) => [
      name,
      [{ file: `saved configuration of ${name}`, text: `${lines.join('\n')}\n` }],
    ]),
  );

/** A new sitting. */
export function begin(
  lab: Lab,
  machinery: Machinery,
  options: { readonly from: 'start' | 'solution'; readonly seed?: number; readonly listener?: PlayListener },
): Result<Play, readonly LabProblem[]> {
  const prepared = prepareLab(lab, machinery, bootFiles(lab, options.from, undefined));
  if (!prepared.ok) return prepared;
  const beginning = { prepared: prepared.value, seed: options.seed ?? lab.seed, from: options.from };
  return ok(new Play(beginning, options.listener));
}

/** A play as a save. Reading it touches nothing. */
export function saveOf(play: Play, facts: { readonly title: string; readonly engine: string }): Save {
  const { seed, from, base } = play.beginning;
  const world = play.running.world;
  const done = play.progress();
  return {
    format: SAVE_FORMAT,
    title: facts.title,
    engine: facts.engine,
    lab: { id: play.lab.id, digest: play.lab.digest },
    seed,
    from,
    ...(base === undefined ? {} : { base }),
    inputs: [...play.inputs],
    end: { executed: world.executed, at: world.now },
    fingerprint: play.fingerprint,
    configs: play.configs(),
    done: done.filter((task) => task.state === 'done').map((task) => task.task.id),
  };
}

/** A replay that may turn out to be the wrong one: what its consoles print is told only when it is chosen. */
class Attempt {
  readonly play: Play;
  readonly #heard: ((listener: PlayListener) => void)[] = [];
  readonly #deaf: () => void;

  constructor(beginning: Beginning) {
    this.play = new Play(beginning);
    this.#deaf = this.play.listen({
      console: (...heard) => this.#heard.push((listener) => listener.console?.(...heard)),
      deed: (input) => this.#heard.push((listener) => listener.deed?.(input)),
    });
  }

  chosen(listener: PlayListener | undefined): Play {
    this.#deaf();
    if (listener) {
      for (const tell of this.#heard) tell(listener);
      this.play.listen(listener);
    }
    return this.play;
  }
}

/** Climbs down from the best to the safe: there is always something to open, and never a silently wrong state. */
export function reopen(save: Save, lab: Lab, machinery: Machinery, options: ReopenOptions): Reopened {
  const words = reasons(save, lab, options.engine);
  const boot = prepareLab(lab, machinery, bootFiles(lab, save.from, save.base));
  if (boot.ok) {
    const beginning = beginningOf(save, boot.value);
    const exact = new Attempt(beginning);
    const repeated = replayExactly(exact.play, save.inputs, save.end);
    if (repeated.ok && exact.play.fingerprint === save.fingerprint)
      return { how: 'exact', play: exact.chosen(options.listener), words: [] };
    if (words.length === 0) words.push('This save does not replay as it was played, though nothing has changed.');
    const timed = new Attempt(beginning);
    const again = replayByTime(timed.play, save.inputs, save.end.at);
    const differing = again.ok ? differences(save.configs, timed.play.configs()) : [];
    if (again.ok && differing.length === 0) {
      words.push('All that was typed was typed again at the same times; the configurations agree with the saved ones.');
      return { how: 'by-time', play: timed.chosen(options.listener), words };
    }
    words.push(
      again.ok
        ? `Typed again, it gives other configurations on ${differing.join(', ')}.`
        : `It cannot be typed again: ${again.error}.`,
    );
  } else
    words.push(`The configurations that it began with are refused now: ${problemText(boot.error[0] as LabProblem)}`);
  return startCold(save, lab, machinery, options, words);
}

function beginningOf(save: Save, prepared: PreparedLab): Beginning {
  const { seed, from, base } = save;
  return { prepared, seed, from, ...(base === undefined ? {} : { base }) };
}

function reasons(save: Save, lab: Lab, engine: string): string[] {
  const words: string[] = [];
  if (save.lab.id !== lab.id) words.push(`This save belongs to the lab ${save.lab.id}.`);
  else if (save.lab.digest !== lab.digest) words.push('The lab has changed since this save was written.');
  if (save.engine !== engine) words.push('The program has changed since this save was written.');
  return words;
}

/** Devices whose configurations differ; a device that only one side has does. */
function differences(saved: Configs, now: Configs): readonly string[] {
  const names = [...new Set([...Object.keys(saved), ...Object.keys(now)])].sort(byText);
  return names.filter((name) => !equal(saved[name], now[name]));
}

function startCold(save: Save, lab: Lab, machinery: Machinery, options: ReopenOptions, words: string[]): Reopened {
  const names = lab.devices.filter(({ of }) => of === undefined).map((device) => device.name);
  const missing = names.filter((name) => !save.configs[name]);
  const gone = Object.keys(save.configs).filter((name) => !names.includes(name));
  const fitting = prepareWhatFits(lab, machinery, { ...lab.start, ...asFiles(save.configs) });
  words.push(`The lab was started anew with the configurations of ${clockText(save.end.at)}; lab time is 0 again.`);
  if (missing.length > 0) words.push(`None was saved for ${missing.join(', ')}: the lab's own is used.`);
  if (gone.length > 0) words.push(`The lab no longer has ${gone.join(', ')}.`);
  for (const refused of fitting.refused) words.push(`Left out: ${problemText(refused)}`);
  // As a later save will read it back: printed, and read again.
  const base = Object.fromEntries(
    fitting.prepared.devices.map(({ device, os, tree }) => [device.name, os.print(tree)]),
  );
  const { prepared } = prepareWhatFits(lab, machinery, asFiles(base));
  const beginning = { prepared, seed: save.seed, from: 'configs' as const, base };
  return { how: 'cold', play: new Play(beginning, options.listener), words };
}
