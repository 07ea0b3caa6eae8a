// The menu without a screen: numbered lists of labs and saves, and a line that chooses.

import { didYouMean } from '../../base/nearest.ts';
import type { FrontDesk, LabEntry, OpenRequest, SaveEntry } from '../front-desk.ts';
import type { PlainTerminal } from './plain-terminal.ts';
import { labLine, saveLine } from './plain-words.ts';

const HELP = [
  'A number or a name: opens that lab or save.',
  'labs: the labs again. saves: the saves.',
  'find WORDS: the labs that have them in their name, title or summary.',
  'quit: leave the program.',
];

export class PlainMenu {
  readonly #desk: FrontDesk;
  readonly #terminal: PlainTerminal;
  #labs: readonly LabEntry[] = [];
  #saves: readonly SaveEntry[] = [];

  constructor(desk: FrontDesk, terminal: PlainTerminal) {
    this.#desk = desk;
    this.#terminal = terminal;
  }

  /** What was chosen; undefined: nothing, the program is left. */
  async choose(): Promise<OpenRequest | undefined> {
    [this.#labs, this.#saves] = await Promise.all([this.#desk.labs(), this.#desk.saves()]);
    this.#list(true, true);
    this.#say('Type a number or a name to open it. "help" says what else there is.');
    for (;;) {
      const line = await this.#terminal.line('menu> ');
      if (line === undefined) return undefined;
      const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(line.trim()) ?? [];
      if (word === 'quit' || word === 'q' || word === 'exit') return undefined;
      if (word === 'help' || word === '?') this.#say(...HELP);
      else if (word === 'labs') this.#list(true, false);
      else if (word === 'saves') this.#list(false, true);
      else if (word === 'find') this.#find(rest.toLowerCase());
      else if (word !== '') {
        const chosen = this.#entry(line.trim());
        if (chosen !== undefined) return chosen;
      }
    }
  }

  #say(...lines: readonly string[]): void {
    for (const line of lines) this.#terminal.say(line);
  }

  #list(labs: boolean, saves: boolean): void {
    if (labs) {
      this.#say(this.#labs.length === 0 ? 'There are no labs here.' : 'Labs:');
      this.#say(...this.#labs.map((lab, index) => labLine(index + 1, lab)));
    }
    if (saves) {
      this.#say(this.#saves.length === 0 ? 'Nothing has been saved yet.' : 'Saves:');
      this.#say(...this.#saves.map((save, index) => saveLine(this.#labs.length + index + 1, save)));
    }
  }

  #find(words: string): void {
    const lines = this.#labs.flatMap((lab, index) =>
      [lab.id, lab.title, lab.summary].some((text) => text.toLowerCase().includes(words))
        ? [labLine(index + 1, lab)]
        : [],
    );
    this.#say(...(lines.length === 0 ? [`No lab has "${words}".`] : lines));
  }

  #entry(word: string): OpenRequest | undefined {
    const number = /^\d+$/.test(word) ? Number(word) - 1 : -1;
    const lab = this.#labs[number] ?? this.#labs.find((one) => one.id === word);
    const save = this.#saves[number - this.#labs.length] ?? this.#saves.find((one) => one.name === word);
    const problem = lab === undefined ? save?.problem : lab.problem;
    if (problem !== undefined) this.#say(`This cannot be opened: ${problem}`);
    else if (lab !== undefined) return { lab: lab.id };
    else if (save !== undefined) return { lab: save.lab, save: save.name };
    else {
      const names = [...this.#labs.map((one) => one.id), ...this.#saves.map((one) => one.name)];
      this.#say(`There is nothing called "${word}"${didYouMean(word, names)}.`);
    }
    return undefined;
  }
}
