// Saving: under the name it has, under another, and before leaving.

import type { SaveOver, SaveRefusal, Sitting } from './front-desk.ts';
import type { Stage } from './stage.ts';

/** What asking and telling takes, on a screen or without one. */
export type Asking = Pick<Stage, 'ask' | 'say' | 'changed' | 'leave'>;

/** What would be lost. */
const THERE: Readonly<Record<Exclude<SaveRefusal['kind'], 'failed'>, (name: string) => string>> = {
  exists: (name) => `There is a save "${name}" already.`,
  changed: (name) => `Another window has written the save "${name}" since it was opened here.`,
};

export class SaveFlow {
  readonly #sitting: Sitting;
  readonly #stage: Asking;
  /** Resolves when nothing is being written any more. */
  idle: Promise<void> = Promise.resolve();

  constructor(sitting: Sitting, stage: Asking) {
    this.#sitting = sitting;
    this.#stage = stage;
  }

  /** Under the name it has; the first time it asks for one. */
  save(then?: () => void): void {
    const name = this.#sitting.saveName();
    if (name === undefined) this.saveAs(undefined, undefined, then);
    else this.#write(name, 'own', then);
  }

  /** Asks for a name. */
  saveAs(value?: string, error?: string, then?: () => void): void {
    this.#stage.ask({
      kind: 'text',
      title: 'Save as',
      lines: ['The name of the save:'],
      value: value ?? this.#sitting.saveName() ?? this.#sitting.lab.id.replaceAll('/', '-'),
      error,
      submit: (name) => this.#write(name.trim(), 'nothing', then),
    });
  }

  /** Under that name; asks before it writes over another save. */
  saveUnder(name: string): void {
    this.#write(name, 'nothing', undefined);
  }

  /** Leaves the lab; asks first when something would be lost. */
  leave(): void {
    if (!this.#sitting.dirty()) {
      this.#stage.leave();
      return;
    }
    this.#stage.ask({
      kind: 'choice',
      title: 'Leave the lab?',
      lines: ['What you did since the last save is not saved.'],
      choices: [
        { key: 's', label: 'save and leave', run: () => this.save(() => this.#stage.leave()) },
        { key: 'd', label: 'leave without saving', run: () => this.#stage.leave() },
      ],
    });
  }

  #write(name: string, over: SaveOver, then: (() => void) | undefined): void {
    this.#stage.say('Saving...');
    this.idle = this.#sitting.save(name, over).then(
      (written) => {
        this.#stage.say(written.ok ? `Saved as ${name}.` : '');
        if (written.ok) then?.();
        else if (written.error.kind === 'failed') this.saveAs(name, written.error.why, then);
        else this.#overwrite(name, THERE[written.error.kind](name), then);
        this.#stage.changed('now');
      },
      (error: unknown) => {
        this.saveAs(name, error instanceof Error ? error.message : String(error), then);
        this.#stage.changed('now');
      },
    );
  }

  #overwrite(name: string, line: string, then: (() => void) | undefined): void {
    this.#stage.ask({
      kind: 'choice',
      title: 'Write over it?',
      lines: [line],
      choices: [
        { key: 'y', label: 'write over it', run: () => this.#write(name, 'any', then) },
        { key: 'n', label: 'another name', run: () => this.saveAs(name, undefined, then) },
      ],
    });
  }
}
