// The front desk of the screens: labs and saves as they lie on the disk, and sittings made of them.

import { err, ok, type Result } from '../base/result.ts';
import { labCards } from '../host/lab-files.ts';
import type { Wall } from '../host/pacer.ts';
import { labsFolder } from '../host/places.ts';
import { problemText } from '../lab/lab.ts';
import type { Input } from '../play/input.ts';
import type { PlayListener } from '../play/play.ts';
import { begin, reopen } from '../play/replay.ts';
import type { FrontDesk, LabEntry, OpenRequest, SaveEntry } from '../tui/front-desk.ts';
import { openLab, storeOf } from './open-lab.ts';
import type { Program } from './program.ts';
import { type ConsoleSize, PlaySitting, type SittingSetup } from './sitting.ts';

/** Of what a console printed before it is looked at again, so much is kept: more than its scrollback shows. */
const BACKLOG_MAX = 2_000_000;

/** Gathers what consoles print while a save is replayed, and how large they are in the end. */
class Backlogs implements PlayListener {
  readonly texts = new Map<string, string>();
  readonly sizes = new Map<string, ConsoleSize>();

  console(device: string, session: number, text: string): void {
    if (session !== 0) return;
    const all = (this.texts.get(device) ?? '') + text;
    this.texts.set(device, all.length > 2 * BACKLOG_MAX ? all.slice(-BACKLOG_MAX) : all);
  }

  deed(input: Input): void {
    if ((input.kind === 'open' || input.kind === 'resize') && input.session === 0) this.sizes.set(input.device, input);
  }
}

export class Reception implements FrontDesk {
  readonly #program: Program;
  readonly #wall: Wall | undefined;
  /** The sitting that is open. */
  sitting: PlaySitting | undefined = undefined;

  constructor(program: Program, wall?: Wall) {
    this.#program = program;
    this.#wall = wall;
  }

  async labs(): Promise<readonly LabEntry[]> {
    const cards = labCards(labsFolder(this.#program.environment, this.#program.folder));
    return cards.map(({ id, title, summary, minutes, problem }) => ({
      id,
      title,
      summary,
      minutes: minutes > 0 ? minutes : undefined,
      ...(problem === undefined ? {} : { problem }),
    }));
  }

  /** The newest first. */
  async saves(): Promise<readonly SaveEntry[]> {
    const cards = await storeOf(this.#program).cards();
    return cards
      .toSorted((a, b) => b.written - a.written)
      .map(({ name, lab, time, written, damage }) => ({
        name,
        lab,
        labTime: damage === undefined ? time : undefined,
        savedAt: written,
        ...(damage === undefined ? {} : { problem: damage }),
      }));
  }

  async open(what: OpenRequest): Promise<Result<PlaySitting, string>> {
    const lab = await openLab(what.lab, this.#program);
    if (!lab.ok) return lab;
    const setup = await this.#setup(lab.value, what);
    if (!setup.ok) return setup;
    const sitting = new PlaySitting(setup.value);
    this.sitting = sitting;
    this.#program.precious = setup.value.play;
    // A new lab is switched on; whoever opens it wants it up.
    if (what.save === undefined) void sitting.settle();
    return ok(sitting);
  }

  async #setup(lab: Parameters<typeof begin>[0], what: OpenRequest): Promise<Result<SittingSetup, string>> {
    const program = this.#program;
    const machinery = await program.machinery();
    const common = {
      store: storeOf(program),
      engine: program.engine,
      speed: what.speed ?? 1,
      ...(this.#wall === undefined ? {} : { wall: this.#wall }),
      left: () => {
        program.precious = undefined;
        this.sitting = undefined;
      },
    };
    if (what.save === undefined) {
      const begun = begin(lab, machinery, { from: 'start' });
      if (!begun.ok) return err(begun.error.map(problemText).join('\n'));
      return ok({ ...common, play: begun.value, name: undefined, notes: [], backlogs: new Map(), sizes: new Map() });
    }
    const save = await common.store.load(what.save);
    if (!save.ok) return save;
    if (save.value.lab.id !== lab.id)
      return err(`the save "${what.save}" is one of the lab ${save.value.lab.id}, not of ${lab.id}`);
    const backlogs = new Backlogs();
    const { play, words } = reopen(save.value, lab, machinery, {
      engine: program.engine,
      listener: backlogs,
    });
    return ok({ ...common, play, name: what.save, notes: words, backlogs: backlogs.texts, sizes: backlogs.sizes });
  }
}
