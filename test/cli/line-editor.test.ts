import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginLine, type Edit, type EditorState, edit } from '../../src/cli/line-editor.ts';

const SETTING = { limit: 20, separators: ' /', history: ['first line', 'second ge-0/0/1', 'third'] };
/** `|` in the text is the cursor. */
const at = (text: string): EditorState =>
  beginLine({ text: text.replace('|', ''), cursor: text.includes('|') ? text.indexOf('|') : text.length }, []);
const show = (state: EditorState): string => `${state.text.slice(0, state.cursor)}|${state.text.slice(state.cursor)}`;
const done = (text: string, ...edits: readonly Edit[]): EditorState =>
  edits.reduce((state, command) => edit(state, command, SETTING), at(text));

describe('the line editor', () => {
  it.each<readonly [string, readonly Edit[], string]>([
    ['ge-0/0/1 x', ['word-left', 'word-left'], 'ge-0/0/|1 x'],
    ['|ge-0/0/1', ['word-right', 'word-right'], 'ge-0/0|/1'],
    ['a/b|', ['kill-word-left', 'kill-word-left', 'yank', 'yank-next', 'yank-next'], 'a/|'],
    ['ab|', ['kill-start', 'kill-line', 'yank', 'yank'], 'abab|'],
    ['one two|', ['kill-word-left', 'yank', { insert: '!' }, 'yank-next'], 'one two!|'],
    ['ab|cd', ['transpose'], 'acb|d'],
    ['|', ['transpose'], '|'],
    ['|/core', ['capitalise'], '/Core|'],
    ['tHE|', ['home', 'capitalise'], 'The|'],
    ['x|', ['history-previous', 'history-previous', 'history-next', 'history-next'], 'x|'],
    ['x|', ['history-previous', { insert: '!' }, 'history-previous', 'history-next'], 'third|'],
    ['|', [{ insert: 'a'.repeat(30) }], `${'a'.repeat(20)}|`],
    ['s|', ['expand'], 'second|'],
    ['x|', ['search-back', { insert: 'e' }, { insert: 'c' }], 's|econd ge-0/0/1'],
    ['x|', ['search-back', { insert: 'i' }, 'search-back', 'search-back'], 'f|irst line'],
    ['x|', ['search-back', { insert: 'i' }, 'home'], '|third'],
    ['x|', ['search-back', { insert: 'i' }, 'search-accept', 'end', { insert: '!' }], 'third!|'],
    ['x|', ['search-back', { insert: 'i' }, 'search-cancel', 'history-previous'], 'third|'],
    ['x|', ['search-back', { insert: 'i' }, 'delete-left'], 'x|'],
  ])('%s: %j', (text, edits, expected) => {
    expect(show(done(text, ...edits))).toBe(expected);
  });

  it('remembers ten cuts', () => {
    let state = at('');
    for (let i = 0; i < 12; i++) state = edit(edit(state, { insert: `k${i}` }, SETTING), 'kill-start', SETTING);
    expect(state.kills).toEqual(['k11', 'k10', 'k9', 'k8', 'k7', 'k6', 'k5', 'k4', 'k3', 'k2']);
    // Once round the ring.
    state = edit(state, 'yank', SETTING);
    for (let i = 0; i < 10; i++) state = edit(state, 'yank-next', SETTING);
    expect(state.text).toBe('k11');
  });

  it('says when something could not be done, and forgets it with the next command', () => {
    const full = done('', { insert: 'a'.repeat(21) });
    expect(full.bell).toBe(true);
    expect(edit(full, 'left', SETTING).bell).toBe(false);
    expect(done('x', 'search-back', { insert: 'q' }).search).toMatchObject({ pattern: 'q', found: false });
  });

  it('never leaves the line or its limit, whatever is done', () => {
    const commands = [
      ...['left', 'right', 'home', 'end', 'word-left', 'word-right', 'delete-left', 'delete-right', 'kill-word-left'],
      ...['kill-word-right', 'kill-start', 'kill-end', 'kill-line', 'yank', 'yank-next', 'transpose', 'capitalise'],
      ...['upper', 'lower', 'history-previous', 'history-next', 'search-back', 'search-accept', 'search-cancel'],
      ...['expand', 'quote'],
    ] as readonly Edit[];
    const any = fc.oneof(
      fc.constantFrom(...commands),
      fc.string({ maxLength: 5 }).map((insert) => ({ insert })),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (edits) => {
        let state = at('');
        for (const command of edits) {
          state = edit(state, command, SETTING);
          expect(state.cursor).toBeGreaterThanOrEqual(0);
          expect(state.cursor).toBeLessThanOrEqual(state.text.length);
          expect(state.text.length).toBeLessThanOrEqual(SETTING.limit);
        }
      }),
    );
  });

  it('changes no state it was given', () => {
    const state = Object.freeze(at('ab|cd'));
    edit(state, 'kill-end', SETTING);
    expect(show(state)).toBe('ab|cd');
    expect(state.kills).toEqual([]);
  });
});
