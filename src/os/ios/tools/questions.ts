// Questions with a default in brackets, asked again until the answer will do.
// Source: captures of the extended ping and traceroute of IOS and IOS XE.

import type { ShellIo } from '../../../cli/shell.ts';

/** A value, or why the answer will not do. */
export type Reading<T> = { readonly value: T } | { readonly error: string };

/** Asks until the answer can be read; the break key ends the whole command. */
export function askUntil<T>(
  io: ShellIo,
  question: string,
  read: (text: string) => Reading<T>,
  then: (value: T) => void,
): void {
  io.ask(question, { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const reading = read(answer.text.trim());
    if ('value' in reading) then(reading.value);
    else {
      io.print([reading.error]);
      askUntil(io, question, read, then);
    }
  });
}

/** A whole number in a range; an empty answer is the default. */
export const number =
  (from: number, to: number, byDefault: number) =>
  (text: string): Reading<number> => {
    if (text === '') return { value: byDefault };
    const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
    return value >= from && value <= to ? { value } : { error: `% A decimal number between ${from} and ${to}.` };
  };

/** Any beginning of `yes` or `no`; an empty answer is no. */
export function yesNo(text: string): Reading<boolean> {
  const typed = text.toLowerCase();
  if (typed === '' || 'no'.startsWith(typed)) return { value: false };
  return 'yes'.startsWith(typed) ? { value: true } : { error: "% Please answer 'yes' or 'no'." };
}

/** Sixteen bits in hexadecimal, with or without `0x`. */
export const hex16 =
  (byDefault: number) =>
  (text: string): Reading<number> => {
    if (text === '') return { value: byDefault };
    const digits = /^(?:0x)?([0-9a-f]{1,8})$/i.exec(text)?.[1];
    const value = digits === undefined ? -1 : Number.parseInt(digits, 16);
    return value >= 0 && value <= 0xffff ? { value } : { error: '% A Hex number between 0x0000 and 0xFFFF.' };
  };
