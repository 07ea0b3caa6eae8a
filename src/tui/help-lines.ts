// The help page: every key there is.

import { BINDINGS, keyLabel, type Section } from './commands.ts';

const row = (keys: string, what: string): string => `  ${keys.padEnd(24)} ${what}`;

/** `prefix`: the program's key as people write it. */
export function helpLines(prefix: string): readonly string[] {
  const section = (name: Section): readonly string[] =>
    BINDINGS.filter((one) => one.section === name).map((one) => {
      const keys = one.keys.map((key) => `${prefix} ${key === 'prefix' ? prefix : keyLabel(key)}`);
      return row([...one.direct.map(keyLabel), keys[0]].join(', '), one.long);
    });
  return [
    'Everything you type goes to the router in sight: ?, Tab, Ctrl-A, Ctrl-Z, Ctrl-C and all the others are its keys.',
    `Only ${prefix} and the function keys are the program's. After ${prefix} comes one more key:`,
    '',
    ...section('lab'),
    '',
    'Consoles',
    row(`Alt-1 to 9, ${prefix} 1 to 9`, 'that device, in this pane'),
    row('PgUp, PgDn, mouse wheel', 'older output; typing returns to the end'),
    ...section('consoles'),
    '',
    'Panes',
    ...section('panes'),
    '',
    'While searching',
    row('Enter, then n and N', 'accept the words; older matches, newer ones'),
    row('Up, Down', 'the same, also while words are typed'),
    row('Space', 'mark from the match on, to copy'),
    row('Esc', 'back to the end'),
    '',
    'While copying',
    row('arrows, h j k l, w b e', 'move; 0 and $: ends of the line; g and G: of all'),
    row('Space or v, V, Ctrl-V', 'mark characters, lines, a block; o: the other end'),
    row('/, n, N', 'search'),
    row('Enter or y', `copy, also to the clipboard; ${prefix} ] types it`),
    row('Esc', 'no mark; then back to the end'),
    '',
    'Attached',
    row(prefix, 'back to the screens; all else is typed'),
    '',
    'Tasks',
    row('Up, Down, PgUp, PgDn', 'read'),
    row('n, p', 'the next task, the one before'),
    row('h', 'one more hint'),
    row('c', 'check now, also what takes time (pings)'),
    row('g', 'the guide of the lab, and back'),
    row('Esc', 'back to the console; F2 closes'),
    '',
    'Map',
    row('arrows', 'choose a device; Enter goes to its console'),
    row('Tab', 'choose a cable; c cuts it or mends it'),
    row('l', 'a list of cables, and back'),
    '',
    'Menu',
    row('Up, Down, Enter', 'choose, open'),
    row('Tab', 'labs or saves'),
    row('/', 'filter; Esc shows all again'),
    row('r', 'look for labs and saves again'),
    row('q', 'leave the program'),
  ];
}
