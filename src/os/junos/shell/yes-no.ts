// Questions that want yes or no.    Source: captures (`Reboot the system ? [yes,no] (no) yes `): Enter shows a blank behind the
// answer, as it does behind a command.

import type { ShellIo } from '../../../cli/shell.ts';

/** Calls `then` with what was answered; without an answer that is `usual`. Anything else is asked again. */
export function askYesNo(io: ShellIo, question: string, usual: boolean, then: (yes: boolean) => void): void {
  io.ask(`${question} [yes,no] (${usual ? 'yes' : 'no'}) `, { echo: true, enter: ' ' }, (answer) => {
    const text = answer.kind === 'line' ? answer.text.trim() : 'no';
    if (text === '') then(usual);
    else if (/^y(es?)?$/.test(text)) then(true);
    else if (/^no?$/.test(text)) then(false);
    else askYesNo(io, question, usual, then);
  });
}
