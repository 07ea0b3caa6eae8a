// What a key does to a line being typed: which belong to the shell, which edit, which insert themselves.

import { keyBytes, keyText } from './keys.ts';
import type { LineState } from './line-editor.ts';
import type { LineInput } from './line-input.ts';
import type { EditingCommand, EditingStyle, KeyAnswer, ShellKey } from './shell.ts';

/** What is left to do after a key at the prompt; `edited`: nothing. */
export type PromptPress = 'edited' | 'redraw-below' | Exclude<KeyAnswer, { readonly kind: 'plain' | 'bell' }>;

/** What is left to do after a key of an answer or of collected text. */
export type AnswerPress = 'edited' | 'redraw-below' | 'enter' | 'interrupt' | 'eof';

/** Commands that an answer to a question does not have. */
const PROMPT_ONLY: readonly EditingCommand[] = ['history-previous', 'history-next', 'search-back', 'expand'];

/** Inserts what can be printed, otherwise does the key's command; a key that means nothing does nothing. */
const plainKey = (input: LineInput, key: string, command: EditingCommand | undefined): 'edited' | 'redraw-below' => {
  const text = keyText(key);
  if (text !== undefined) input.edit({ insert: text });
  else if (command === 'redraw-below') return command;
  else if (command === 'redraw-over') input.redrawOver();
  else if (command !== undefined) input.edit(command);
  return 'edited';
};

/** The key behind Ctrl-V: inserted whatever it is, if it is one character. A line holds no line end. */
const quotedKey = (input: LineInput, key: string): void => {
  const text = keyText(key) ?? keyBytes(key) ?? '';
  input.edit({ insert: text.length === 1 && text !== '\r' ? text : '' });
};

/** A key during a reverse search. False: the search is over, the key does what it always does. */
const searchKey = (input: LineInput, key: string, style: EditingStyle): boolean => {
  const text = keyText(key);
  const command = style.keys[key];
  if (text !== undefined) input.edit({ insert: text });
  else if (style.shellKeys[key] === 'interrupt' || key === 'ctrl-g') input.edit('search-cancel');
  else if (command === 'search-back' || command === 'delete-left') input.edit(command);
  else {
    input.edit('search-accept');
    return false;
  }
  return true;
};

/** A key at the prompt; `ask` gives the shell's answer to a key of its own. */
export const pressAtPrompt = (
  input: LineInput,
  key: string,
  style: EditingStyle,
  ask: (key: ShellKey, line: LineState) => KeyAnswer,
): PromptPress => {
  if (input.quoting) {
    quotedKey(input, key);
    return 'edited';
  }
  if (input.searching && searchKey(input, key, style)) return 'edited';
  const shellKey = style.shellKeys[key] ?? (key === 'enter' ? 'enter' : undefined);
  const answer: KeyAnswer = shellKey === undefined ? { kind: 'plain' } : ask(shellKey, input.line);
  if (answer.kind === 'bell') {
    input.bell();
    return 'edited';
  }
  if (answer.kind !== 'plain') return answer;
  if (shellKey === 'enter') return { kind: 'submit', text: input.line.text };
  return plainKey(input, key, style.keys[key]);
};

/** A key of an answer, or of a line of collected text (where a tab is text). */
export const pressAtAnswer = (
  input: LineInput,
  key: string,
  style: EditingStyle,
  kind: 'ask' | 'collect',
): AnswerPress => {
  if (input.quoting) {
    quotedKey(input, key);
    return 'edited';
  }
  const shellKey = style.shellKeys[key];
  if (key === 'enter' || shellKey === 'enter') return 'enter';
  if (shellKey === 'interrupt') return 'interrupt';
  if (shellKey === 'eof' && (kind === 'collect' || input.line.text === '')) return 'eof';
  if (key === 'tab' && kind === 'collect') {
    input.edit({ insert: '\t' });
    return 'edited';
  }
  const command = style.keys[key];
  return plainKey(input, key, command !== undefined && PROMPT_ONLY.includes(command) ? undefined : command);
};

/** Does a key only ever append itself there? */
export const appendsItself = (key: string, style: EditingStyle, kind: 'prompt' | 'ask' | 'collect'): boolean =>
  keyText(key) !== undefined && (kind !== 'prompt' || style.shellKeys[key] === undefined);
