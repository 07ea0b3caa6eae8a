// Keys and pager of the Junos command line.    Source: CLI user guide, "CLI Keyboard Sequences" and "More Prompt Keyboard
// Sequences"; raw echoes of a router in the test data of gnetcli (redraws, markers).

import { junosRegex } from '../../../cli/regex.ts';
import type { EditingStyle, PagerAction, PagerStyle } from '../../../cli/shell.ts';

export const JUNOS_EDITING: EditingStyle = {
  keys: {
    'ctrl-a': 'home',
    home: 'home',
    'ctrl-e': 'end',
    end: 'end',
    'ctrl-b': 'left',
    left: 'left',
    'ctrl-f': 'right',
    right: 'right',
    'ctrl-d': 'delete-right',
    delete: 'delete-right',
    backspace: 'delete-left',
    'ctrl-w': 'kill-word-left',
    'esc-backspace': 'kill-word-left',
    'ctrl-u': 'kill-line',
    'ctrl-x': 'kill-line',
    'ctrl-k': 'kill-end',
    'ctrl-y': 'yank',
    'ctrl-t': 'transpose',
    'ctrl-p': 'history-previous',
    up: 'history-previous',
    'ctrl-n': 'history-next',
    down: 'history-next',
    'ctrl-r': 'search-back',
    'ctrl-l': 'redraw-over',
    'esc-b': 'word-left',
    'esc-f': 'word-right',
    'esc-d': 'kill-word-right',
    'esc-c': 'capitalise',
    'esc-l': 'lower',
    'esc-u': 'upper',
    'esc-/': 'expand',
  },
  shellKeys: { '?': 'help', tab: 'tab', space: 'space', enter: 'enter', 'ctrl-c': 'interrupt', 'ctrl-d': 'eof' },
  breakKeys: ['ctrl-c'],
  lineLimit: 16_384,
  keepsDuplicates: false,
  separators: ' ',
  longLines: { left: '...', right: '...', margin: 4, step: 'half', rewrites: 'row', padding: 3 },
  searchPrompt: (pattern, found) => `(${found ? 'history search' : 'failing history search'} '${pattern}'): `,
};

const ACTIONS: Readonly<Record<string, PagerAction>> = {
  space: 'page',
  'ctrl-f': 'page',
  enter: 'line',
  tab: 'line',
  down: 'line',
  'ctrl-n': 'line',
  d: 'half',
  'ctrl-d': 'half',
  b: 'back',
  'ctrl-b': 'back',
  u: 'back-half',
  'ctrl-u': 'back-half',
  k: 'back-line',
  up: 'back-line',
  'ctrl-p': 'back-line',
  g: 'start',
  '<': 'start',
  G: 'end',
  '>': 'end',
  '/': 'search',
  '?': 'search-back',
  n: 'next-match',
  s: 'save',
  S: 'save',
  m: 'match',
  M: 'match',
  e: 'except',
  E: 'except',
  c: 'clear',
  C: 'clear',
  h: 'help',
  H: 'hold',
  N: 'no-hold',
  'ctrl-l': 'redraw',
  q: 'quit',
  Q: 'quit',
  'ctrl-c': 'quit',
};

const HELP = [
  '',
  '---(Help for CLI automore)---',
  'Clear all match and except strings:                        c or C',
  'Display all line matching a regular expression:            m or M <string>',
  'Display all lines except those matching a regular expression: e or E <string>',
  'Display this help text:                                    h',
  "Don't hold in automore at bottom of output:                N",
  'Hold in automore at bottom of output:                      H',
  'Move down half display:                                    TAB, d, or ^D',
  'Move down one line:                                        Enter, j, ^N, ^X, ^Z, or Down-Arrow',
  'Move down one page:                                        Space or ^F',
  'Quit automore and return to CLI:                           q, Q, ^C, or ^K',
  'Redraw display:                                            ^L',
  'Repeat keyword search:                                     n',
  'Return to beginning of output:                             ^A or g',
  'Save output to file:                                       s or S <filename>',
  'Scroll up half display:                                    u, ^U, or Up-Arrow',
  'Scroll up one line:                                        k, Delete, Backspace, or ^P',
  'Scroll up one page:                                        b or ^B',
  'Search backwards thru the output:                          ?<string>',
  'Search forwards thru the output:                           /<string>',
  'Show last page of output:                                  ^E or G',
  '',
];

/** A pattern of `| match` and of the pager; undefined when it is none. */
export function junosMatcher(pattern: string): ((line: string) => boolean) | undefined {
  const regex = junosRegex(pattern);
  return regex.ok ? (line) => regex.value.test(line) : undefined;
}

export const JUNOS_PAGER: PagerStyle = {
  marker({ shown, total, first, filtered }) {
    const share = first ? '' : ` ${Math.round((100 * shown) / Math.max(1, total))}%`;
    return `---(more${filtered ? ' [filtered]' : ''}${share})---`;
  },
  action: (key) => ACTIONS[key] ?? 'none',
  erase: () => `\r${' '.repeat(40)}\r`,
  abort: '[abort]',
  eager: true,
  asks: {
    search: { prompt: (previous) => (previous === '' ? 'Search for: ' : `Search for (${previous}): `) },
    'search-back': {
      prompt: (previous) => (previous === '' ? 'Reverse search for: ' : `Reverse search for (${previous}): `),
    },
    match: { prompt: (previous) => (previous === '' ? 'Match for: ' : `Match for (${previous}): `) },
    save: { prompt: () => 'Save to file: ' },
    except: { prompt: (previous) => (previous === '' ? 'Match except: ' : `Match except (${previous}): `) },
  },
  matcher: junosMatcher,
  help: HELP,
};
