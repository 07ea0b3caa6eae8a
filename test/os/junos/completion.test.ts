// What the command line says while somebody types: lists, completion, faults and where their caret stands.

import { describe, expect, it } from 'vitest';
import { type Console, JunosBox, LAB_START } from './console.ts';
import { keysOf, Paper } from './transcript.ts';

const INSTANCES = ['ATT', 'Atherton-Fiber', 'Comcast-BCI', 'bv-firehouse-vpn', 'sfmix'];

const CONFIG = `${LAB_START}
interfaces {
    ge-0/0/0 {
        vlan-tagging;
        unit 0 {
            vlan-id 10;
            family inet {
                address 10.0.12.1/30;
            }
        }
        unit 100 {
            vlan-id 100;
        }
    }
    lo0 {
        unit 0;
    }
}
policy-options {
    prefix-list OURS;
    policy-statement EXPORT {
        then accept;
    }
    policy-statement IMPORT {
        then accept;
    }
}
routing-instances {
${INSTANCES.map((name) => `    ${name} {\n        instance-type virtual-router;\n    }\n`).join('')}}
`;

function begin(mode: 'operational' | 'configuration' = 'operational'): Console {
  const terminal = new JunosBox({ config: CONFIG }).console();
  if (mode === 'configuration') terminal.press('configure\n');
  return terminal;
}

/** The list that a `?` behind the text shows. */
function listed(terminal: Console, text: string): readonly string[] {
  const rows = terminal.press(`${text}?`).split('\n').slice(1);
  terminal.press('\x15');
  return rows.slice(
    0,
    rows.findIndex((row) => /^\[edit|^lab@/.test(row)),
  );
}

/** Column of the caret, counted from the first letter behind the prompt, and what is said. */
function fault(terminal: Console, text: string): readonly [number, string] {
  const shown = terminal.press(`\x15${text}\n`).split('\n');
  const at = shown.findIndex((row) => row.trim() === '^');
  return [(shown[at] ?? '').indexOf('^') - 'lab@R1> '.length, shown[at + 1] ?? ''];
}

describe('a list', () => {
  it('of commands that are whole ends with the pipe', () => {
    // capture: vSRX, Junos 24.4, `show configuration | count ?`
    expect(listed(begin(), 'show configuration | count ')).toEqual([
      'Possible completions:',
      '  <[Enter]>            Execute this command',
      '  |                    Pipe through a command',
    ]);
  });
  it('has the names that exist among the words, by their letters', () => {
    // capture: vSRX, Junos 24.4, `show configuration routing-instances ?`
    expect(listed(begin(), 'show configuration routing-instances ')).toEqual([
      'Possible completions:',
      '  <[Enter]>            Execute this command',
      '  <instance_name>      Routing instance name',
      '  ATT                  Routing instance name',
      '  Atherton-Fiber       Routing instance name',
      '  Comcast-BCI          Routing instance name',
      '+ apply-groups         Groups from which to inherit configuration data',
      "+ apply-groups-except  Don't inherit configuration data from these groups",
      '  bv-firehouse-vpn     Routing instance name',
      '  sfmix                Routing instance name',
      '  |                    Pipe through a command',
    ]);
  });
  it('of earlier configurations says when and by whom', () => {
    // capture: vSRX, Junos 24.4, `show configuration | compare rollback ?` (the form)
    const terminal = begin('configuration');
    terminal.press('set system host-name R2\ncommit\n');
    expect(listed(terminal, 'show | compare rollback ')).toEqual([
      'Possible completions:',
      '  0                    2026-03-01 10:00:05 UTC by lab via cli',
      '  1                    2026-03-01 10:00:00 UTC by root via other',
    ]);
  });
  it('marks containers and lists, and tells ranges', () => {
    const rows = listed(begin('configuration'), 'set interfaces ge-0/0/0 unit 0 family inet ');
    expect(rows.slice(0, 2)).toEqual(['Possible completions:', '  <[Enter]>            Execute this command']);
    expect(rows.at(-1)).toBe('  |                    Pipe through a command');
    const marks = rows.slice(2, -1).map((row) => row.slice(0, 23));
    expect(marks).toEqual(expect.arrayContaining(['> address              ', '+ apply-groups         ']));
    expect(marks).toEqual(expect.arrayContaining(['> filter               ', '  no-redirects         ']));
    expect(rows.find((row) => row.startsWith('  mtu '))).toMatch(/ \(\d+\.\.\d+\)$/);
  });
});

describe('an error', () => {
  // capture: notes on netmiko with Junos ("set system arrr", "set bgp", "s"); the prompt was nine columns wide.
  it.each([
    ['set system arrr', 11, 'syntax error.'],
    ['set bgp', 4, 'syntax error.'],
    ['set system', 11, 'missing argument.'],
    ['s', 1, "'s' is ambiguous."],
  ])('of `%s` in configuration mode', (line, column, said) => {
    expect(fault(begin('configuration'), line)).toEqual([column, said]);
  });
  // capture: notes on netmiko with Junos, lab router ("set", "set interfaces", "set interfaces sdfsdf").
  it.each([
    ['set', 5, 'syntax error.'],
    ['set interfaces', 15, 'missing argument.'],
    ['set interfaces sdfsdf', 22, "invalid interface type in 'sdfsdf'."],
  ])('of `%s`', (line, column, said) => {
    expect(fault(begin('configuration'), line)).toEqual([column, said]);
  });
  // capture: CE1 ("show interfacu", "a"); vSRX 12.1X47 ("shoe", "show configuration security isd").
  it.each([
    ['show interfacu', 5, 'syntax error, expecting <command>.'],
    ['a', 0, 'unknown command.'],
    ['shoe', 0, 'unknown command.'],
    ['show configuration system isd', 26, 'syntax error.'],
  ])('of `%s` in operational mode', (line, column, said) => {
    expect(fault(begin(), line)).toEqual([column, said]);
  });
  it('of several beginnings lists them', () => {
    // capture: vSRX 12.1X47, `show security idp polic` (the form)
    const shown = begin('configuration').press('set routing-\n');
    expect(shown).toContain(
      [
        '                    ^',
        "'routing-' is ambiguous.",
        'Possible completions:',
        '> routing-instances    Routing instance configuration',
        '> routing-options      Protocol-independent routing option configuration',
        '',
      ].join('\n'),
    );
  });
});

/** What stands on the row of the cursor when the keys were typed at an empty line, without the prompt. */
function row(terminal: Console, keys: string): string {
  const paper = new Paper();
  terminal.press('\x15');
  terminal.vty.keys(keysOf(keys));
  paper.write(terminal.raw());
  return paper.last.replace(/^lab@R1[>#] /, '');
}

describe('the space bar', () => {
  it('completes keywords', () => {
    expect(row(begin(), 'sh conf routing-i ')).toBe('show configuration routing-instances ');
    expect(row(begin('configuration'), 'se rou ')).toBe('set rou');
    expect(row(begin('configuration'), 'se routing-o st def ')).toBe('set routing-options static defaults ');
  });
  it('leaves the names that somebody has given alone', () => {
    expect(row(begin('configuration'), 'edit policy-options policy-statement EXP ')).toBe(
      'edit policy-options policy-statement EXP ',
    );
    expect(row(begin(), 'show configuration routing-instances Ath')).toBe('show configuration routing-instances Ath');
  });
  it('refuses a wrong word at once and keeps what was right', () => {
    expect(row(begin(), 'show foo ')).toBe('show foo');
    expect(row(begin(), 'show foo ⌫⌫⌫conf ')).toBe('show configuration ');
  });
  it('is a blank in quotes, in a pattern, and where it was told off', () => {
    expect(row(begin('configuration'), 'set interfaces ge-0/0/0 description "to sys R')).toBe(
      'set interfaces ge-0/0/0 description "to sys R',
    );
    expect(row(begin(), 'show configuration | match sys ')).toBe('show configuration | match sys ');
    const terminal = begin();
    terminal.press('set cli complete-on-space off\n');
    expect(row(terminal, 'sh conf ')).toBe('sh conf ');
  });
});

describe('the tab key', () => {
  it('completes names as well', () => {
    expect(row(begin('configuration'), 'edit policy-options policy-statement EXP⇥')).toBe(
      'edit policy-options policy-statement EXPORT ',
    );
    expect(row(begin('configuration'), 'set policy-options policy-statement EXPORT from prefix-list O⇥')).toBe(
      'set policy-options policy-statement EXPORT from prefix-list OURS ',
    );
    expect(row(begin(), 'show configuration routing-instances Ath⇥')).toBe(
      'show configuration routing-instances Atherton-Fiber ',
    );
    expect(row(begin('configuration'), 'delete interfaces l⇥')).toBe('delete interfaces lo0 ');
  });
  it('completes as far as all that fits is alike', () => {
    expect(row(begin('configuration'), 'set rou⇥')).toBe('set routing-');
  });
  it('lists what fits when that is no further', () => {
    expect(begin('configuration').press('set routing-\t')).toContain(
      'Possible completions:\n> routing-instances    Routing instance configuration\n> routing-options ',
    );
  });
});

describe('Enter', () => {
  it('completes the last word, and shows that by a blank', () => {
    expect(begin().press('sh conf sys host-name\n')).toContain('show configuration system host-name \nhost-name R1;\n');
  });
});

describe('history', () => {
  it('is one for each mode', () => {
    const terminal = begin();
    terminal.press('show cli\nconfigure\nshow system\n');
    // With the blank that Enter added (log lines of interactive-commands end with it).
    expect(row(terminal, '⌃P')).toBe('show system ');
    terminal.press('\x15exit\n');
    expect(row(terminal, '⌃P⌃P').trimEnd()).toBe('show cli');
  });
  it('is searched backwards', () => {
    const terminal = begin();
    terminal.press('show cli\nshow configuration system host-name\nshow cli history\n');
    // capture: "You don't know Junos" (2018), `(history search) '172': show route …`; newer releases write as here.
    expect(row(terminal, '⌃Rhost')).toBe("(history search 'host'): show configuration system host-name ");
  });
  it('expands from the history', () => {
    const terminal = begin();
    terminal.press('show cli authorization\n');
    expect(row(terminal, 'show configuration ')).toBe('show configuration ');
    expect(row(terminal, 'auth␛/').trimEnd()).toBe('authorization');
  });
});
