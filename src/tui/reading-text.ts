// What the bars say about reading: the words and their matches, or what is marked.

import type { Reading } from './reading.ts';

type Keys = readonly (readonly [string, string])[];

/** For the status bar. */
export function readingText(reading: Reading): string {
  const { mode, words, note, selection, count } = reading;
  const found = words === '' ? '' : count.of === 0 ? 'not found' : `${count.at ?? '-'} of ${count.of}`;
  if (mode === 'words') return `Search: ${words}_  ${found}`.trimEnd();
  if (note !== '') return note;
  if (mode === 'matches') return `"${words}" ${found}`;
  if (selection === undefined) return 'Copy: Space begins to mark';
  const lines = Math.abs(selection.to.line - selection.from.line) + 1;
  return `Copy: ${lines} ${lines === 1 ? 'line' : 'lines'} marked`;
}

const WORDS: Keys = [
  ['enter', 'accept'],
  ['up', 'older'],
  ['down', 'newer'],
  ['escape', 'back to the end'],
];
const MATCHES: Keys = [
  ['n', 'older'],
  ['N', 'newer'],
  ['/', 'other words'],
  ['space', 'mark from here'],
  ['escape', 'back to the end'],
];
const COPY: Keys = [
  ['space', 'mark'],
  ['enter', 'copy'],
  ['V', 'lines'],
  ['ctrl-v', 'block'],
  ['w', 'word'],
  ['/', 'search'],
  ['escape', 'leave'],
];

/** For the key bar. */
export const readingKeys = ({ mode }: Reading): Keys => ({ words: WORDS, matches: MATCHES, copy: COPY })[mode];
