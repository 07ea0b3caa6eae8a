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
  | 'jump'
  | 'attach'
  | 'split'
  | 'stack'
  | 'four'
  | 'zoom'
  | 'close-pane'
  | 'next-pane'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'swap'
  | 'hear'
  | 'hear-one'
  | 'search'
  | 'copy'
  | 'paste'
  | 'mouse'
  | 'prefix'
  | 'cancel';

export type Section = 'lab' | 'consoles' | 'panes' | 'none';

interface Binding {
  readonly command: Command;
  readonly section: Section;
  /** Keys after the prefix. */
  readonly keys: readonly string[];
  /** Keys of their own, as far as terminals send them. */
  readonly direct: readonly string[];
  /** On the key bar. */
  readonly short: string;
  /** On the help page. */
  readonly long: string;
}

const lab = (command: Command, keys: string, direct: string, short: string, long: string): Binding => ({
  command,
  section: 'lab',
  keys: keys.split(' '),
  direct: direct === '' ? [] : [direct],
  short,
  long,
});
const inSection =
  (section: Section) =>
  (command: Command, keys: string, short: string, long: string): Binding => ({
    ...lab(command, keys, '', short, long),
    section,
  });
const consoles = inSection('consoles');
const panes = inSection('panes');

/** Keys are parted by blanks, and named as input-tokens.ts names them. */
export const BINDINGS: readonly Binding[] = [
  lab('help', '? h', 'f1', 'help', 'this page'),
  lab('tasks', 'k', 'f2', 'tasks', 'tasks, hints, the guide: open, go there, close'),
  lab('map', 'm', 'f3', 'map', 'map of devices and cables; cut and mend there'),
  lab('attach', 'a', 'f4', 'attach', 'this console alone, scrolled by the terminal'),
  lab('pause', 'space', 'f5', 'pause', 'stop lab time, let it go on'),
  lab('speed', '+', 'f6', 'speed', 'faster: times 1, 10, 100, and 1 again'),
  lab('slower', '-', '', 'slower', 'slower'),
  lab('settle', 'u', 'f7', 'settle', 'run until nothing changes; again: stop that'),
  lab('step', '.', 'f8', 'step', 'one second of lab time, then pause'),
  lab('save', 's', 'f9', 'save', 'save under the same name'),
  lab('save-as', 'S w', '', 'save as', 'save under another name'),
  lab('quit', 'q', 'f10', 'quit', 'leave the lab; in the menu: leave the program'),
  consoles('next', 'n tab', 'next', 'the next device'),
  consoles('previous', 'p shift-tab', 'prev', 'the device before'),
  consoles('jump', 'g', 'jump', 'the next console that printed since it was seen'),
  consoles('search', '/', 'search', 'search all it printed; case does not matter'),
  consoles('copy', '[', 'copy', 'a cursor in older output: mark and copy a region'),
  consoles('paste', ']', 'paste', 'type what was copied'),
  consoles('hear', 't', 'type to all', 'type into all panes (or consoles) at once; stop'),
  consoles('hear-one', 'T', '', 'this console hears that too, or no longer'),
  consoles('mouse', 'M', 'mouse', 'the mouse selects text, or scrolls again'),
  consoles('prefix', 'prefix', '', 'send this key itself to the console'),
  panes('split', '| %', 'split', 'one more pane, beside the others'),
  panes('stack', '= "', 'stack', 'one more pane, below this one'),
  panes('four', '#', 'four', 'four panes'),
  panes('next-pane', 'o', 'pane', 'the next pane'),
  panes('left', 'left', '', 'the pane on the left; without, the device before'),
  panes('right', 'right', '', 'the pane on the right; without, the next device'),
  panes('up', 'up', '', 'the pane above'),
  panes('down', 'down', '', 'the pane below'),
  panes('swap', '} {', 'swap', 'this pane and the next change places'),
  panes('zoom', 'z', 'zoom', 'this pane alone, and all again'),
  panes('close-pane', 'x', 'close', 'close the pane; its console goes on'),
  { command: 'cancel', section: 'none', keys: ['escape', 'ctrl-c'], direct: [], short: '', long: 'nothing' },
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

const NAMES: Readonly<Record<string, string>> = {
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

/** A key as people write it. */
export function keyLabel(key: string): string {
  if (/^f\d+$/.test(key)) return key.toUpperCase();
  if (key.startsWith('ctrl-')) return `Ctrl-${key.slice(5).toUpperCase()}`;
  return NAMES[key] ?? key;
}
