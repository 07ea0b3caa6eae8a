// Keys, pager and lines of an IOS terminal.
// Source: Cisco IOS Configuration Fundamentals, "Using the Command-Line Interface" (editing keys, --More--, searching and
// filtering at the marker, lines that scroll by ten); captures of terminal sessions (how the marker is erased).

import { iosRegex } from '../../../cli/regex.ts';
import type { EditingStyle, PagerAction, PagerStyle } from '../../../cli/shell.ts';

export const EDITING: EditingStyle = {
  keys: {
    'ctrl-a': 'home',
    'ctrl-e': 'end',
    'ctrl-b': 'left',
    'ctrl-f': 'right',
    left: 'left',
    right: 'right',
    home: 'home',
    end: 'end',
    'esc-b': 'word-left',
    'esc-f': 'word-right',
    'ctrl-d': 'delete-right',
    delete: 'delete-right',
    backspace: 'delete-left',
    'ctrl-w': 'kill-word-left',
    'ctrl-u': 'kill-start',
    'ctrl-x': 'kill-start',
    'ctrl-k': 'kill-end',
    'esc-d': 'kill-word-right',
    'ctrl-y': 'yank',
    'esc-y': 'yank-next',
    'ctrl-t': 'transpose',
    'ctrl-l': 'redraw-below',
    'ctrl-r': 'redraw-below',
    'ctrl-p': 'history-previous',
    'ctrl-n': 'history-next',
    up: 'history-previous',
    down: 'history-next',
    'esc-c': 'capitalise',
    'esc-l': 'lower',
    'esc-u': 'upper',
    'ctrl-v': 'quote',
    'esc-q': 'quote',
  },
  shellKeys: { '?': 'help', tab: 'tab', enter: 'enter', 'ctrl-z': 'end', 'ctrl-c': 'interrupt' },
  breakKeys: ['ctrl-^', 'ctrl-c'],
  lineLimit: 254,
  keepsDuplicates: false,
  separators: ' ',
  longLines: { left: '$', right: '$', margin: 3, step: 10, rewrites: 'line', padding: 0 },
  searchPrompt: (pattern) => pattern,
};

/** `terminal no editing`: the line can be typed and rubbed out, nothing else. */
export const PLAIN_EDITING: EditingStyle = {
  ...EDITING,
  keys: {
    backspace: 'delete-left',
    delete: 'delete-left',
    'ctrl-w': 'kill-word-left',
    'ctrl-u': 'kill-start',
    'ctrl-x': 'kill-start',
    'ctrl-r': 'redraw-below',
    'ctrl-v': 'quote',
  },
};

const ACTIONS: Readonly<Record<string, PagerAction>> = {
  space: 'page',
  enter: 'line',
  '?': 'help',
  '/': 'begin',
  '+': 'match',
  '-': 'except',
};

export const PAGER: PagerStyle = {
  marker: () => ' --More-- ',
  wraps: true,
  action: (key) => ACTIONS[key] ?? 'quit',
  erase: () => `${'\b'.repeat(9)}${' '.repeat(8)}${'\b'.repeat(9)}`,
  abort: undefined,
  eager: false,
  asks: {
    begin: { prompt: () => '/', note: 'filtering...' },
    match: { prompt: () => '+', note: 'filtering...' },
    except: { prompt: () => '-', note: 'filtering...' },
  },
  matcher: (pattern) => {
    const regex = iosRegex(pattern);
    return regex.ok ? (line) => regex.value.test(line) : undefined;
  },
  help: ['Press RETURN for another line, SPACE for another page, anything else to quit'],
};
