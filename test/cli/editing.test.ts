// Keys in, bytes out: every editing key at an IOS and at a Junos prompt.

import { describe, expect, it } from 'vitest';
import { sessionOf } from './toy-shell.ts';

const BS = '\b';
const back = (count: number): string => BS.repeat(count);

describe('editing at an IOS prompt', () => {
  const ios = () => sessionOf({ vendor: 'ios' });

  /** Text typed first, then keys; what the keys write, and the line they leave. */
  const cases: readonly (readonly [string, string, readonly string[], string, string, number])[] = [
    ['echoes what is appended', 'sh', ['o', 'w', 'space'], 'ow ', 'show ', 5],
    ['rubs out at the end', 'show', ['backspace'], '\b \b', 'sho', 3],
    ['takes 08 and 7f for backspace', 'show', ['ctrl-h', 'backspace'], '\b \b\b \b', 'sh', 2],
    ['rings when there is nothing to rub out', '', ['backspace'], '\x07', '', 0],
    ['goes left with BS', 'show', ['ctrl-b', 'left'], '\b\b', 'show', 2],
    ['goes right by writing', 'show', ['ctrl-a', 'ctrl-f', 'right'], '\b\b\b\bsh', 'show', 2],
    ['rings at both ends', 'a', ['right', 'left', 'left'], '\x07\b\x07', 'a', 0],
    ['goes to both ends', 'show', ['ctrl-a', 'ctrl-e'], '\b\b\b\bshow', 'show', 4],
    ['inserts and writes the tail again', 'shw', ['left', 'o'], '\bow\b', 'show', 3],
    ['inserts the same letter as the next', 'abbb', ['ctrl-a', 'right', 'b'], `${back(4)}abbbb${back(3)}`, 'abbbb', 2],
    ['rubs out in the middle', 'shoow', ['left', 'backspace'], '\b\bw \b\b', 'show', 3],
    ['deletes to the right', 'sshow', ['ctrl-a', 'ctrl-d'], `${back(5)}show ${back(5)}`, 'show', 0],
    ['deletes with the Delete key', 'ab', ['left', 'delete'], '\b \b', 'a', 1],
    ['goes left by words', 'show ip route', ['esc-b', 'esc-b'], back(5) + back(3), 'show ip route', 5],
    ['goes right by words', 'show ip', ['ctrl-a', 'esc-f', 'esc-f'], `${back(7)}show ip`, 'show ip', 7],
    ['cuts the word on the left', 'show ip ', ['ctrl-w'], `${back(3)}   ${back(3)}`, 'show ', 5],
    ['cuts the word on the right', 'show ip', ['ctrl-a', 'esc-d'], `${back(7)} ip    ${back(7)}`, ' ip', 0],
    ['cuts to the beginning', 'show ip', ['esc-b', 'ctrl-u'], `${back(2)}${back(5)}ip     ${back(7)}`, 'ip', 0],
    ['cuts to the beginning with Ctrl-X too', 'ab', ['ctrl-x'], '\b\b  \b\b', '', 0],
    ['cuts to the end', 'show ip', ['esc-b', 'ctrl-k'], '\b\b  \b\b', 'show ', 5],
    ['puts back what was cut', 'show ip', ['ctrl-w', 'ctrl-y'], '\b\b  \b\bip', 'show ip', 7],
    [
      'puts back what was cut before that',
      'a b',
      ['ctrl-w', 'ctrl-w', 'ctrl-y', 'esc-y'],
      '\b \b\b\b  \b\ba \b\bb \b',
      'b',
      1,
    ],
    ['rings when nothing was cut', 'a', ['ctrl-y', 'esc-y'], '\x07\x07', 'a', 1],
    ['swaps the last two characters', 'hsow', ['ctrl-a', 'right', 'ctrl-t'], `${back(4)}h\bsh`, 'show', 2],
    ['swaps at the end', 'shwo', ['ctrl-t'], '\b\bow', 'show', 4],
    ['makes a word begin large', 'core rtr', ['ctrl-a', 'esc-c'], `${back(8)}Core`, 'Core rtr', 4],
    ['makes a word large', 'core rtr', ['ctrl-a', 'esc-u'], `${back(8)}CORE`, 'CORE rtr', 4],
    ['makes a word small', 'CORE RTR', ['esc-b', 'esc-l'], `${back(3)}rtr`, 'CORE rtr', 8],
    ['shows the line again below', 'show ip', ['left', 'ctrl-l'], '\b\r\nR1#show ip\b', 'show ip', 6],
    ['shows it with Ctrl-R too', 'show', ['ctrl-r'], '\r\nR1#show', 'show', 4],
    ['takes a question mark behind Ctrl-V', 'a', ['ctrl-v', '?'], '?', 'a?', 2],
    [
      'takes a control character behind Ctrl-V',
      'a',
      ['ctrl-v', 'ctrl-c', 'left', 'backspace'],
      '^C\b\b\b^C \b\b\b',
      '\x03',
      0,
    ],
    ['takes no line end behind Ctrl-V', 'a', ['ctrl-v', 'enter'], '', 'a', 1],
    ['does nothing for a key it does not know', 'a', ['f5', 'ctrl-g'], '', 'a', 1],
    ['cannot show what takes two columns', 'a', ['日'], '?', 'a?', 2],
  ];
  it.each(cases)('%s', (_, text, keys, bytes, line, cursor) => {
    const session = ios();
    session.press(...text);
    expect(session.press(...keys)).toBe(bytes);
    expect(session.vty.line).toMatchObject({ text: line, cursor });
  });

  it('rings when the line is full, and keeps what fits', () => {
    const session = sessionOf({ vendor: 'ios', width: 0 });
    session.press('x'.repeat(253));
    expect(session.press('yz')).toBe('y\x07');
    expect(session.vty.line?.text).toBe(`${'x'.repeat(253)}y`);
  });

  it('goes back and forth in the history, the unfinished line kept', () => {
    const session = ios();
    session.press('one', 'enter', 'two', 'enter', 'thr');
    expect(session.press('up')).toBe('\b\bwo');
    expect(session.press('ctrl-p')).toBe('\b\b\bone');
    expect(session.press('up')).toBe('\x07');
    expect(session.press('down')).toBe('\b\b\btwo');
    expect(session.press('ctrl-n')).toBe('\b\bhr');
    expect(session.vty.line?.text).toBe('thr');
    expect(session.press('down')).toBe('\x07');
  });

  it('keeps no blank lines, no line twice running, and not more than the depth', () => {
    const session = ios();
    session.press('enter', 'space', 'enter');
    for (let i = 1; i <= 12; i++) session.press(`c${i}`, 'enter', `c${i}`, 'enter');
    expect(session.shell.io?.history('exec')).toEqual(['c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11', 'c12']);
  });

  it('has a history for each mode', () => {
    const session = ios();
    session.press('configure', 'enter', 'hostname X', 'enter');
    expect(session.shell.io?.history('exec')).toEqual(['configure']);
    expect(session.shell.io?.history('config')).toEqual(['hostname X']);
    expect(session.press('up', 'up')).toBe('hostname X\x07');
  });
});

// Cisco IOS Configuration Fundamentals, "Editing Command Lines that Wrap"; the documents print a blank behind the prompt.
describe('a long line at an IOS prompt', () => {
  const LONG = 'access-list 101 permit tcp 131.108.2.5 255.255.255.0 131.108.1.20 255.255.255.0 eq 45';
  const long = () => sessionOf({ vendor: 'ios', prompt: 'Router(config)#', width: 80 });
  const shown = (session: ReturnType<typeof long>): string => session.vty.line?.shown.cells ?? '';

  it('moves left by tens under a dollar sign', () => {
    const session = long();
    session.press(LONG.slice(0, 62));
    expect(shown(session)).toBe('access-list 101 permit tcp 131.108.2.5 255.255.255.0 131.108.1');
    session.press(LONG.slice(62, 72));
    expect(shown(session)).toBe('$ 101 permit tcp 131.108.2.5 255.255.255.0 131.108.1.20 255.25');
    session.press(LONG.slice(72, 82));
    expect(shown(session)).toBe('$t tcp 131.108.2.5 255.255.255.0 131.108.1.20 255.255.255.0 eq');
    session.press(LONG.slice(82));
    expect(shown(session)).toBe('$108.2.5 255.255.255.0 131.108.1.20 255.255.255.0 eq 45');
  });

  it('shows the beginning with a dollar sign at the end after Ctrl-A', () => {
    const session = long();
    session.press(LONG, 'ctrl-a');
    expect(shown(session)).toBe('access-list 101 permit tcp 131.108.2.5 255.255.255.0 131.108.1$');
    expect(session.vty.line?.shown.cursor).toBe(0);
  });

  it('comes back by tens when the cursor reaches the dollar sign', () => {
    const session = long();
    session.press(LONG);
    for (let i = 0; i < LONG.length - 31; i++) session.press('left');
    expect(shown(session)).toBe('$108.2.5 255.255.255.0 131.108.1.20 255.255.255.0 eq 45');
    session.press('left');
    expect(shown(session)).toMatch(/^\$t tcp 131\.108/);
    expect(session.vty.line?.shown.cursor).toBe(10);
  });

  // Raw echo of a session: github.com/ktbyers/netmiko issue 160 (prompt of eleven characters, width 80).
  it('writes what a router wrote', () => {
    const session = sessionOf({ vendor: 'ios', prompt: 'pynet-rtr1#', width: 80 });
    const command = 'show archive config differences flash:/candidate_config.txt system:/running-config';
    expect(session.press(...command)).toBe(
      'show archive config differences flash:/candidate_config.txt system' +
        `${back(66)}$e config differences flash:/candidate_config.txt system:${' '.repeat(9)}${back(9)}/running-` +
        `${back(65)}ifferences flash:/candidate_config.txt system:/running-c${' '.repeat(9)}${back(9)}onfig`,
    );
  });

  it('does not move a line of unlimited width', () => {
    const session = sessionOf({ vendor: 'ios', width: 0 });
    expect(session.press('x'.repeat(200))).toBe('x'.repeat(200));
  });
});

describe('editing at a Junos prompt', () => {
  const junos = (words: readonly string[] = []) => sessionOf({ vendor: 'junos', words });

  it('kills the whole line with Ctrl-U', () => {
    const session = junos();
    session.press('show ip', 'esc-b');
    expect(session.press('ctrl-u')).toBe(`${back(5)}${' '.repeat(7)}${back(7)}`);
    expect(session.press('ctrl-y')).toBe('show ip');
  });

  it('redraws the line over itself, three blanks behind it', () => {
    const session = junos();
    session.press('show', 'left');
    expect(session.press('ctrl-l')).toBe(`\rlab@R1> show   ${back(4)}`);
  });

  it('searches the history backwards as one types', () => {
    const session = junos();
    session.press('show bgp', 'enter', 'ping 1', 'enter', 'show ospf', 'enter', 'x');
    expect(session.press('ctrl-r')).toBe("\r(search ''): x");
    expect(session.press('s')).toBe(`\r(search 's'): show ospf ${back(10)}`);
    expect(session.press('h')).toBe(`\r(search 'sh'): show ospf ${back(10)}`);
    expect(session.press('ctrl-r')).toBe(`show bgp  ${back(10)}`);
    expect(session.press('z')).toBe(`\r(no search 'shz'): show bgp ${back(9)}\x07`);
    expect(session.press('backspace')).toBe(`\r(search 'sh'): show ospf ${' '.repeat(3)}${back(13)}`);
    // Any other key takes the line and does what it does.
    expect(session.press('ctrl-e')).toBe(`\rlab@R1> show ospf ${' '.repeat(7)}${back(17)}show ospf `);
    expect(session.vty.line).toMatchObject({ text: 'show ospf ', cursor: 10 });
  });

  it.each(['ctrl-c', 'ctrl-g'])('gives a search up with %s', (key) => {
    const session = junos();
    session.press('show bgp', 'enter', 'half', 'ctrl-r', 'b');
    expect(session.press(key)).toBe(`\rlab@R1> half${' '.repeat(11)}${back(11)}`);
    expect(session.vty.line).toMatchObject({ text: 'half', cursor: 4 });
  });

  it('submits what a search found', () => {
    const session = junos();
    session.press('show bgp', 'enter', 'ctrl-r', 'g', 'enter');
    expect(session.shell.entered).toEqual(['show bgp ', 'show bgp ']);
  });

  it('expands a word from the history, another one each time', () => {
    const session = junos();
    session.press('show interfaces ge-0/0/1', 'enter', 'show ge-0/0/2', 'enter', 'ping ge');
    expect(session.press('esc-/')).toBe('-0/0/2');
    expect(session.press('esc-/')).toBe('\b1');
    expect(session.press('esc-/')).toBe('\b2');
    expect(session.press('x', 'esc-/')).toBe('x\x07');
  });

  // Raw echo: test data of comocutor, JnxTelnetSuccessLongCommand (screen width 55); the name of user and host was
  // changed there, the width of the prompt is what makes the row overflow where it did.
  it('moves a long line under three dots and writes the row again', () => {
    const prompt = 'username@hostname-1> ';
    const session = sessionOf({ vendor: 'junos', prompt, width: 55 });
    expect(session.press(...'show interfaces et-0/0/1 | match index ')).toBe(
      `show interfaces et-0/0/1 | mat\r${prompt}...et-0/0/1 | matc${' '.repeat(15)}${back(15)}h index `,
    );
  });

  it('writes nothing in the last column, from where terminals go back differently', () => {
    const session = sessionOf({ vendor: 'junos', width: 40 });
    session.press('x'.repeat(60), 'ctrl-a');
    // 8 of the prompt, 29 of the line: two blanks are left of the three.
    expect(session.press('ctrl-l')).toBe(`\rlab@R1> ${'x'.repeat(26)}...  ${back(31)}`);
  });

  // Raw echo: gnetcli, pkg/device/juniper/device_mock_test.go, TestFailedToEchoButFoundPromt.
  it('writes the row again when the shell wants it', () => {
    const session = sessionOf({ vendor: 'junos', prompt: 'gescheit@sas-cpb3# ' });
    session.shell.key = (_, line) => ({
      kind: 'replace',
      line: { text: `${line.text} `, cursor: line.cursor + 1 },
      fresh: false,
      redraw: true,
    });
    session.press('set');
    expect(session.press('space')).toBe(` \rgescheit@sas-cpb3# set    ${back(3)}`);
  });
});
