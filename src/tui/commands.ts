// The program's own keys, once: what the router dispatches on is what the help page and the key bar show.

/** Everything the prefix key or a function key can ask for. */
export type Command =
  | 'help'
  | 'tasks'
  | 'map'
  | 'pause'
  | 'speed'
  | 'slower'
  | 'settle'
  | 'step'
  | 'save'
  | 'save-as'
  | 'quit'
  | 'next'
  | 'previous'
  | 'mouse'
  | 'prefix'
  | 'cancel';

interface Binding {
  readonly command: Command;
  /** Keys after the prefix. */
  readonly keys: readonly string[];
  /** Keys of their own, as far as terminals send them. */
  readonly direct: readonly string[];
  /** On the key bar. */
  readonly short: string;
  /** On the help page. */
  readonly long: string;
}

export const BINDINGS: readonly Binding[] = [
  { command: 'help', keys: ['?', 'h'], direct: ['f1'], short: 'help', long: 'this page' },
  {
    command: 'tasks',
    keys: ['t'],
    direct: ['f2'],
    short: 'tasks',
    long: 'tasks, hints and the guide: open, go there, close',
  },
  { command: 'map', keys: ['m'], direct: ['f3'], short: 'map', long: 'map of devices and cables; cut and mend there' },
  { command: 'pause', keys: ['space'], direct: ['f5'], short: 'pause', long: 'stop lab time, let it go on' },
  { command: 'speed', keys: ['+', 'x'], direct: ['f6'], short: 'speed', long: 'faster: times 1, 10, 100, and 1 again' },
  { command: 'slower', keys: ['-'], direct: [], short: 'slower', long: 'slower' },
  {
    command: 'settle',
    keys: ['u'],
    direct: ['f7'],
    short: 'settle',
    long: 'run until nothing changes; again: stop that',
  },
  { command: 'step', keys: ['.'], direct: ['f8'], short: 'step', long: 'one second of lab time, then pause' },
  { command: 'save', keys: ['s'], direct: ['f9'], short: 'save', long: 'save under the same name' },
  { command: 'save-as', keys: ['S', 'w'], direct: [], short: 'save as', long: 'save under another name' },
  {
    command: 'quit',
    keys: ['q'],
    direct: ['f10'],
    short: 'quit',
    long: 'leave the lab; in the menu: leave the program',
  },
  { command: 'next', keys: ['n', 'right', 'tab'], direct: [], short: 'next', long: 'the next device' },
  { command: 'previous', keys: ['p', 'left', 'shift-tab'], direct: [], short: 'prev', long: 'the device before' },
  {
    command: 'mouse',
    keys: ['a'],
    direct: [],
    short: 'mouse',
    long: 'give the mouse to the terminal (to select text), or take it back (to scroll)',
  },
  { command: 'prefix', keys: ['prefix'], direct: [], short: '', long: 'send this key itself to the console' },
  { command: 'cancel', keys: ['escape', 'ctrl-c'], direct: [], short: '', long: 'nothing' },
];

const after = new Map(BINDINGS.flatMap((one) => one.keys.map((key) => [key, one.command] as const)));
const direct = new Map(BINDINGS.flatMap((one) => one.direct.map((key) => [key, one.command] as const)));

/** What a key after the prefix asks for. A function key asks for the same with and without it. */
export const prefixed = (key: string): Command | undefined => after.get(key) ?? direct.get(key);
/** What a function key asks for. */
export const unprefixed = (key: string): Command | undefined => direct.get(key);

/** `3` after the prefix, or Alt-3: the third tab; 0 is the tenth. From 0. */
export function tabOf(key: string): number | undefined {
  const digit = /^(?:alt-)?(\d)$/.exec(key)?.[1];
  return digit === undefined ? undefined : digit === '0' ? 9 : Number(digit) - 1;
}

/** A key as people write it. */
export function keyLabel(key: string): string {
  const names: Readonly<Record<string, string>> = {
    space: 'Space',
    escape: 'Esc',
    enter: 'Enter',
    tab: 'Tab',
    'shift-tab': 'Shift-Tab',
    left: 'Left',
    right: 'Right',
    up: 'Up',
    down: 'Down',
    pgup: 'PgUp',
    pgdn: 'PgDn',
  };
  if (/^f\d+$/.test(key)) return key.toUpperCase();
  if (key.startsWith('ctrl-')) return `Ctrl-${key.slice(5).toUpperCase()}`;
  return names[key] ?? key;
}
