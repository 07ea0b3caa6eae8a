// The help page: every key there is.

import { BINDINGS, keyLabel } from './commands.ts';

const row = (keys: string, what: string): string => `  ${keys.padEnd(24)} ${what}`;

/** `prefix`: the program's key as people write it. */
export function helpLines(prefix: string): readonly string[] {
  const commands = BINDINGS.filter((one) => one.command !== 'cancel').map((one) => {
    const keys = one.keys.map((key) => `${prefix} ${key === 'prefix' ? prefix : keyLabel(key)}`);
    return row([...one.direct.map(keyLabel), keys[0]].join(', '), one.long);
  });
  return [
    `Everything you type goes to the router in sight: ?, Tab, Ctrl-A, Ctrl-Z, Ctrl-C and all the others are its keys.`,
    `Only ${prefix} and the function keys are the program's. After ${prefix} comes one more key:`,
    '',
    ...commands,
    row(`Alt-1 to 9, ${prefix} 1 to 9`, 'that device'),
    row('PgUp, PgDn, mouse wheel', 'older output; typing returns to the end'),
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
