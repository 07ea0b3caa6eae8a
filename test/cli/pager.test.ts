// The pager: markers, keys, erasing, filters, and what waits behind it.

import { describe, expect, it } from 'vitest';
import { type Session, sessionOf } from './toy-shell.ts';

const BS = (count: number): string => '\b'.repeat(count);
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}\r\n`).join('');

// Raw session: Catalyst, `show interfaces fastEthernet 0/1` with terminal length 24: 23 lines, then the marker; erased by
// nine BS, eight blanks, nine BS (test data of a traffic script, github).
const IOS_MARKER = ' --More-- ';
const IOS_ERASE = `${BS(9)}${' '.repeat(8)}${BS(9)}`;

describe('the pager of IOS', () => {
  const paged = (count: number, pageLength = 24): Session => {
    const session = sessionOf({ vendor: 'ios', pageLength });
    session.press(`lines ${count}`, 'enter');
    return session;
  };

  it('shows 23 lines of 24 rows, then the marker', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 24 });
    expect(session.press('lines 26', 'enter')).toBe(`lines 26\r\n${lines(1, 23)}${IOS_MARKER}`);
    expect(session.vty.state).toBe('pager');
    expect(session.press('space')).toBe(`${IOS_ERASE}${lines(24, 26)}R1#`);
    expect(session.vty.state).toBe('prompt');
  });

  it('shows no marker when nothing follows', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 24 });
    expect(session.press('lines 23', 'enter')).toBe(`lines 23\r\n${lines(1, 23)}R1#`);
  });

  it('does not page when the length is 0', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 0 });
    expect(session.press('lines 500', 'enter')).toBe(`lines 500\r\n${lines(1, 500)}R1#`);
  });

  it('shows one line more for Enter, a page for Space', () => {
    const session = paged(60);
    expect(session.press('enter')).toBe(`${IOS_ERASE}line 24\r\n${IOS_MARKER}`);
    expect(session.press('enter')).toBe(`${IOS_ERASE}line 25\r\n${IOS_MARKER}`);
    expect(session.press('space')).toBe(`${IOS_ERASE}${lines(26, 48)}${IOS_MARKER}`);
  });

  it('stops for any other key, the marker erased and no new line', () => {
    expect(paged(60).press('q')).toBe(`${IOS_ERASE}R1#`);
    expect(paged(60).press('ctrl-c')).toBe(`${IOS_ERASE}R1#`);
  });

  it('begins at a line, includes and excludes from the marker', () => {
    expect(paged(60).press('/', '57', 'enter')).toBe(`${IOS_ERASE}/57\r\nfiltering...\r\n${lines(57, 60)}R1#`);
    expect(paged(60).press('+', '0', 'enter')).toBe(
      `${IOS_ERASE}+0\r\nfiltering...\r\nline 30\r\nline 40\r\nline 50\r\nline 60\r\nR1#`,
    );
    expect(paged(30).press('-', '2', 'x', 'backspace', 'enter')).toBe(
      `${IOS_ERASE}-2x\b \b\r\nfiltering...\r\nline 30\r\nR1#`,
    );
  });

  it('takes no pattern that is none', () => {
    const session = paged(30);
    expect(session.press('+', '(', 'enter')).toBe(`${IOS_ERASE}+(\r  \r\x07${IOS_MARKER}`);
    expect(session.press('/', 'ctrl-c')).toBe(`${IOS_ERASE}/\r \r${IOS_MARKER}`);
  });

  it('pages what a question mark lists', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 3 });
    expect(session.press('sh', '?')).toBe(`sh?\r\n  one  First\r\n  two  Second\r\n${IOS_MARKER}`);
    expect(session.press('q')).toBe(`${IOS_ERASE}R1#sh`);
  });

  it('counts a new page for every command', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 11 });
    session.press('lines 6', 'enter');
    expect(session.press('lines 6', 'enter')).toBe(`lines 6\r\n${lines(1, 6)}R1#`);
  });

  it('follows a new size of the page', () => {
    let rows = 11;
    const session = sessionOf({ vendor: 'ios' });
    session.shell.pageLength = () => rows;
    session.press('lines 60', 'enter');
    rows = 6;
    session.vty.resize(6, 80);
    expect(session.press('space')).toBe(`${IOS_ERASE}${lines(11, 15)}${IOS_MARKER}`);
    rows = 0;
    expect(session.press('space')).toBe(`${IOS_ERASE}${lines(16, 60)}R1#`);
  });

  it('keeps what comes while it waits in its order', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 4 });
    const { shell } = session;
    shell.enter = (_, io) => {
      io.print(['1', '2', '3', '4']);
      io.write('..');
      io.print(['unpaged'], { page: false });
      io.print(['5']);
      io.ask('Sure? ', { echo: true }, (answer) => shell.heard.push(JSON.stringify(answer)));
    };
    expect(session.press('x', 'enter')).toBe(`x\r\n1\r\n2\r\n3\r\n${IOS_MARKER}`);
    session.vty.notify(['%LINK-3-UPDOWN']);
    expect(session.take()).toBe('');
    expect(session.press('space')).toBe(`${IOS_ERASE}4\r\n..unpaged\r\n5\r\nSure? \r\n%LINK-3-UPDOWN\r\n`);
    expect(session.vty.state).toBe('question');
    expect(session.press('y', 'enter')).toBe('y\r\nR1#');
    expect(shell.heard).toEqual(['{"kind":"line","text":"y"}']);
  });

  it('lets a message through before the prompt that waits behind the marker', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 4 });
    session.press('lines 4', 'enter');
    session.vty.notify(['%SYS-5-CONFIG_I']);
    expect(session.press('space')).toBe(`${IOS_ERASE}line 4\r\n%SYS-5-CONFIG_I\r\nR1#`);
  });

  it('drops what a command still prints when its output was cut short, but asks its questions', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 3 });
    session.shell.enter = (_, io) => {
      io.print(['1', '2', '3']);
      io.print(['4']);
      io.ask('Sure? ', { echo: true }, () => io.print(['5']));
    };
    session.press('x', 'enter');
    expect(session.press('q')).toBe(`${IOS_ERASE}Sure? `);
    expect(session.press('enter')).toBe('\r\n5\r\nR1#');
  });

  it('drops what runs on after its output was cut short', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 3 });
    session.press('run', 'enter');
    session.shell.io?.print(['', 'a', 'b']);
    session.press('q');
    session.shell.io?.print(['c']);
    expect(session.take()).toBe('');
    session.shell.done?.();
    expect(session.take()).toBe('finished\r\nR1#');
  });

  it('pages what runs, and hears its own keys first', () => {
    const session = sessionOf({ vendor: 'ios', pageLength: 3 });
    session.press('run', 'enter');
    session.shell.io?.print(['', 'a', 'b']);
    expect(session.vty.state).toBe('pager');
    session.take();
    expect(session.press('space')).toBe(`${IOS_ERASE}b\r\n`);
    expect(session.vty.state).toBe('running');
    expect(session.press('ctrl-c')).toBe('^C\r\nR1#');
  });
});

// Raw session: test data of comocutor, JnxTelnetPager: screen length 10, 45 lines and the empty one before the prompt. The
// NUL that telnet puts behind a bare CR is left out.
const JUNOS_ERASE = `\r${' '.repeat(40)}\r`;

describe('the pager of Junos', () => {
  const paged = (count: number, pageLength = 11): Session => {
    const session = sessionOf({ vendor: 'junos', pageLength });
    session.press(`lines ${count}`, 'enter');
    return session;
  };

  it('marks every full page with how far one is, the last one too', () => {
    const session = sessionOf({ vendor: 'junos', pageLength: 10 });
    expect(session.press('lines 45', 'enter')).toBe(`lines 45 \r\n${lines(1, 9)}---(more)---`);
    expect(session.press('space')).toBe(`${JUNOS_ERASE}${lines(10, 18)}---(more 40%)---`);
    expect(session.press('space')).toBe(`${JUNOS_ERASE}${lines(19, 27)}---(more 60%)---`);
    expect(session.press('space')).toBe(`${JUNOS_ERASE}${lines(28, 36)}---(more 80%)---`);
    expect(session.press('space')).toBe(`${JUNOS_ERASE}${lines(37, 45)}---(more 100%)---`);
    expect(session.press('space')).toBe(`${JUNOS_ERASE}\r\nlab@R1> `);
  });

  it('counts what the command prints in several pieces', () => {
    const session = sessionOf({ vendor: 'junos', pageLength: 3 });
    session.shell.enter = (_, io) => {
      for (const line of ['1', '2', '3', '4', '5', '6', '7', '8']) io.print([line]);
    };
    expect(session.press('x', 'enter')).toBe('x \r\n1\r\n2\r\n---(more)---');
    expect(session.press('space')).toBe(`${JUNOS_ERASE}3\r\n4\r\n---(more 50%)---`);
  });

  it('aborts behind the marker, and the prompt begins a new row', () => {
    expect(paged(30).press('q')).toBe('[abort]\r\nlab@R1> ');
  });

  it('goes half a page, back, to the beginning and the end', () => {
    const session = paged(50);
    expect(session.press('d')).toBe(`${JUNOS_ERASE}${lines(11, 15)}---(more 30%)---`);
    expect(session.press('b')).toBe(`${JUNOS_ERASE}${lines(1, 10)}---(more 20%)---`);
    session.press('space', 'space');
    expect(session.press('u')).toBe(`${JUNOS_ERASE}${lines(16, 25)}---(more 50%)---`);
    expect(session.press('k')).toBe(`${JUNOS_ERASE}${lines(15, 24)}---(more 48%)---`);
    expect(session.press('ctrl-l')).toBe(`${JUNOS_ERASE}${lines(15, 24)}---(more 48%)---`);
    expect(session.press('g')).toBe(`${JUNOS_ERASE}${lines(1, 10)}---(more 20%)---`);
    expect(session.press('G')).toBe(`${JUNOS_ERASE}${lines(41, 50)}---(more 100%)---`);
    expect(session.press('space')).toBe(`${JUNOS_ERASE}\r\nlab@R1> `);
  });

  it('searches forwards and backwards, and again', () => {
    const session = paged(50);
    const row = 'Search for: 3';
    expect(session.press('/', '3', 'enter')).toBe(
      `${JUNOS_ERASE}${row}\r${' '.repeat(row.length)}\r${lines(3, 12)}---(more 24%)---`,
    );
    expect(session.press('n')).toBe(`${JUNOS_ERASE}${lines(13, 22)}---(more 44%)---`);
    session.press('?', 'LINE 5$', 'enter');
    expect(session.written.at(-2)?.text).toBe(lines(5, 14));
    expect(session.press('n')).toBe(`${JUNOS_ERASE}\x07---(more 28%)---`);
    // The pattern typed last is offered again.
    session.take();
    const again = 'Search for (3): ';
    expect(session.press('/', 'enter')).toBe(
      `${JUNOS_ERASE}${again}\r${' '.repeat(again.length)}\r${lines(13, 22)}---(more 44%)---`,
    );
  });

  it('stays at the end when a search shows less than a page', () => {
    const session = paged(30);
    session.press('/', '29', 'enter');
    expect(session.vty.state).toBe('pager');
    expect(session.written.slice(-2).map((part) => part.text)).toEqual([lines(29, 30), '---(more 100%)---']);
  });

  it('matches, excepts and clears', () => {
    const session = paged(60);
    session.press('m', '[5]', 'enter');
    expect(session.written.at(-1)?.text).toBe('---(more[filtered] 73%)---');
    expect(session.written.at(-2)?.text).toBe(
      [15, 25, 35, 45, 50, 51, 52, 53, 54, 55].map((n) => `line ${n}\r\n`).join(''),
    );
    expect(session.press('c')).toBe(`${JUNOS_ERASE}${lines(56, 60)}\r\nlab@R1> `);
  });

  it('saves what was shown and what was not', () => {
    const session = paged(30);
    const row = 'Filename: x.txt';
    expect(session.press('s', 'x.txt', 'enter')).toBe(
      `${JUNOS_ERASE}${row}\r${' '.repeat(row.length)}\rWrote 30 lines of output to 'x.txt'\r\n---(more 33%)---`,
    );
  });

  it('shows its keys', () => {
    expect(paged(30).press('h')).toBe(`${JUNOS_ERASE}keys:\r\n  q quit\r\n---(more 33%)---`);
  });

  it('holds at the end when told so', () => {
    const session = paged(12);
    expect(session.press('H')).toBe('');
    expect(session.press('space')).toBe(`${JUNOS_ERASE}${lines(11, 12)}---(more 100%)---`);
    expect(session.press('b')).toBe(`${JUNOS_ERASE}${lines(1, 10)}---(more 83%)---`);
    session.press('space');
    expect(session.press('space')).toBe(`${JUNOS_ERASE}\r\nlab@R1> `);
  });

  it('holds short output for | hold', () => {
    const session = sessionOf({ vendor: 'junos', pageLength: 11 });
    expect(session.press('held', 'enter')).toBe('held \r\none\r\ntwo\r\n---(more)---');
    expect(session.press('enter')).toBe(`${JUNOS_ERASE}\r\nlab@R1> `);
  });

  it('does not hold what is not paged: a script would wait for ever', () => {
    const session = sessionOf({ vendor: 'junos', pageLength: 0 });
    expect(session.press('held', 'enter')).toBe('held \r\none\r\ntwo\r\n\r\nlab@R1> ');
  });

  it('knows nothing of other keys', () => {
    expect(paged(30).press('z', 'f5')).toBe('');
  });
});
