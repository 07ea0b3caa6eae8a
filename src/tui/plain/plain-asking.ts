// Questions without a screen: a dialog is read out, and a line is the answer.

import type { Dialog } from '../dialog.ts';
import type { Asking } from '../save-flow.ts';
import type { PlainTerminal } from './plain-terminal.ts';

export class PlainAsking implements Asking {
  readonly #terminal: PlainTerminal;
  #question: Dialog | undefined = undefined;
  /** The lab is done with. */
  left = false;

  constructor(terminal: PlainTerminal) {
    this.#terminal = terminal;
  }

  ask(dialog: Dialog | undefined): void {
    this.#question = dialog;
  }
  say(text: string): void {
    if (text !== '') this.#terminal.say(text);
  }
  changed(): void {}
  leave(): void {
    this.left = true;
  }

  /** Asks what there is to be asked. False: nothing was. */
  async answer(): Promise<boolean> {
    const question = this.#question;
    this.#question = undefined;
    if (question === undefined) return false;
    this.#terminal.say(question.title);
    if (question.kind === 'page') for (const line of question.lines) this.#terminal.say(line);
    else if (question.kind === 'text') await this.#text(question);
    else await this.#choice(question);
    return true;
  }

  async #text(question: Extract<Dialog, { kind: 'text' }>): Promise<void> {
    if (question.error !== undefined) this.#terminal.say(question.error);
    const hint = question.value === '' ? '' : `, Enter for "${question.value}"`;
    const line = await this.#terminal.line(`${question.lines.join(' ')} (- for none${hint}) `);
    if (line === undefined || line.trim() === '-') this.#terminal.say('Nothing was done.');
    else question.submit(line.trim() === '' ? question.value : line.trim());
  }

  async #choice(question: Extract<Dialog, { kind: 'choice' }>): Promise<void> {
    for (const line of question.lines) this.#terminal.say(line);
    const choices = question.choices.map(({ key, label }) => `${key}: ${label}`);
    const line = await this.#terminal.line(`${choices.join(', ')}, anything else: neither. `);
    const choice = question.choices.find((one) => one.key === line?.trim().toLowerCase());
    if (choice === undefined) this.#terminal.say('Nothing was done.');
    else choice.run();
  }
}
