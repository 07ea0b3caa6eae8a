// Keys of the line, of the pager and of the terminal; a paste, a storm of keys, a log that talks in between.

import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';

const QUIET = 'hostname R1\nno logging console\n';
const ERASED = `${'\b'.repeat(9)}${' '.repeat(8)}${'\b'.repeat(9)}`;

/** Types, presses, and tells what stands in the line. */
function edited(text: string, ...keys: readonly string[]): string {
  const terminal = new Console();
  terminal.keys(text).press(...keys);
  return terminal.vty.line?.text ?? '';
}

describe('keys of the line', () => {
  it.each([
    ['Ctrl-A, Ctrl-D', ['ctrl-a', 'ctrl-d'], 'how ip route'],
    ['Ctrl-A, Ctrl-F, Ctrl-D', ['ctrl-a', 'ctrl-f', 'ctrl-d'], 'sow ip route'],
    ['Ctrl-B, Backspace', ['ctrl-b', 'backspace'], 'show ip roue'],
    ['arrows and Del', ['left', 'left', 'right', 'delete'], 'show ip rout'],
    ['Ctrl-E behind Ctrl-A', ['ctrl-a', 'ctrl-e', 'ctrl-h'], 'show ip rout'],
    ['Esc B, Esc D', ['esc-b', 'esc-d'], 'show ip '],
    ['Esc B twice, Esc F, Ctrl-K', ['esc-b', 'esc-b', 'esc-f', 'ctrl-k'], 'show ip'],
    ['Ctrl-W', ['ctrl-w'], 'show ip '],
    ['Ctrl-U', ['ctrl-u'], ''],
    ['Ctrl-X', ['ctrl-x'], ''],
    ['Esc B, Ctrl-U: to the start only', ['esc-b', 'ctrl-u'], 'route'],
    ['Ctrl-W, Ctrl-Y', ['ctrl-w', 'ctrl-y', 'ctrl-y'], 'show ip routeroute'],
    ['Ctrl-W twice, Ctrl-Y, Esc Y', ['ctrl-w', 'ctrl-w', 'ctrl-y', 'esc-y'], 'show route'],
    ['Ctrl-T', ['ctrl-t'], 'show ip rouet'],
    ['Esc B, Esc U', ['esc-b', 'esc-u'], 'show ip ROUTE'],
    ['Esc B, Esc C', ['esc-b', 'esc-c'], 'show ip Route'],
    ['Esc B, Esc U, Esc B, Esc L', ['esc-b', 'esc-u', 'esc-b', 'esc-l'], 'show ip route'],
  ])('%s', (_, keys, line) => {
    expect(edited('show ip route', ...keys)).toBe(line);
  });

  it('Ctrl-R and Ctrl-L show the line again: they do not search', () => {
    for (const key of ['ctrl-r', 'ctrl-l']) {
      const terminal = new Console().lines('show clock');
      terminal.screen();
      terminal.keys('show ver').press(key);
      expect(terminal.screen()).toBe('show ver\nR1#show ver');
      expect(terminal.line('sion | count uptime')).toBe('Number of lines which match regexp = 1\nR1#');
    }
  });

  it('Ctrl-V takes the meaning from the next: a question mark is typed', () => {
    const terminal = new Console({ saved: QUIET }).lines('configure terminal', 'interface lo0');
    terminal.keys('description why').press('ctrl-v').keys('?\r');
    expect(terminal.config()).toContain(' description why?');
  });

  it('Ctrl-P, Ctrl-N and arrows walk through the history', () => {
    const terminal = new Console().lines('show clock', 'show privilege');
    terminal.press('ctrl-p', 'up');
    expect(terminal.vty.line?.text).toBe('show clock');
    terminal.press('ctrl-n');
    expect(terminal.vty.line?.text).toBe('show privilege');
    terminal.press('down');
    expect(terminal.vty.line?.text).toBe('');
  });

  /** Cisco IOS Configuration Fundamentals, "Editing Command Lines that Wrap": ten to the left, a dollar sign. */
  it('a long line moves sideways by ten behind a dollar sign', () => {
    const terminal = new Console({ typed: true }).press('enter');
    terminal.lines('enable');
    const long = `show running-config | include ${'0123456789'.repeat(5)}`;
    terminal.screen();
    terminal.keys(long);
    const end = terminal.vty.line?.shown;
    expect(end).toMatchObject({ prompt: 'R1#' });
    expect(end?.cells).toBe(`$${long.slice(11)}`);
    terminal.press('ctrl-a');
    const start = terminal.vty.line?.shown;
    expect(start?.cells).toMatch(/^show running-config .*\$$/);
  });

  it('terminal no editing leaves them without meaning', () => {
    const terminal = new Console().lines('terminal no editing');
    terminal.keys('show ip route').press('ctrl-a', 'esc-b');
    expect(terminal.vty.line).toMatchObject({ text: 'show ip route', cursor: 13 });
    terminal.press('ctrl-u');
    terminal.lines('terminal editing');
    terminal.keys('show').press('ctrl-a');
    expect(terminal.vty.line?.cursor).toBe(0);
  });
});

describe('at --More--', () => {
  const paged = (): Console => {
    const terminal = new Console({ saved: QUIET, typed: true }).press('enter');
    terminal.lines('enable');
    terminal.keys('show running-config\r');
    expect(terminal.screen()).toMatch(/\n --More-- $/);
    return terminal;
  };

  it('Space shows a page, Enter a line; the marker is rubbed out with backspaces', () => {
    const terminal = paged();
    terminal.keys(' ');
    const page = terminal.screen();
    expect(page.startsWith(ERASED)).toBe(true);
    expect(page.split('\n')).toHaveLength(24);
    terminal.keys('\r');
    expect(terminal.screen().split('\n')).toHaveLength(2);
  });

  it.each(['q', 'x', 'ctrl-c', 'n'])('%s ends it without a new line', (key) => {
    const terminal = paged();
    terminal.press(key);
    expect(terminal.screen()).toBe(`${ERASED}R1#`);
  });

  it('? tells which keys there are, and asks again', () => {
    const terminal = paged();
    terminal.keys('?');
    expect(terminal.screen()).toBe(
      `${ERASED}Press RETURN for another line, SPACE for another page, anything else to quit\n --More-- `,
    );
    terminal.keys('q');
    expect(terminal.screen()).toBe(`${ERASED}R1#`);
  });

  it('/ goes on where a pattern is found', () => {
    const terminal = paged();
    terminal.keys('/^line\r');
    expect(terminal.screen()).toMatch(/\/\^line\nfiltering\.\.\.\nline con 0\n/);
  });

  it('+ shows what fits, - what does not', () => {
    const terminal = paged();
    terminal.keys('+^interface\r');
    const shown = terminal.screen().split('filtering...\n')[1] ?? '';
    expect(shown.split('\n').slice(0, 2)).toEqual(['interface GigabitEthernet0/0', 'interface GigabitEthernet0/1']);
    const other = paged();
    other.keys('-^[^i]|^$\r');
    expect(other.screen().split('filtering...\n')[1]).toMatch(/^i/);
  });

  it('the log waits', () => {
    const terminal = new Console({ saved: 'hostname R1\n', typed: true }).press('enter');
    terminal.lines('enable');
    terminal.keys('show running-config\r').screen();
    terminal.box.say({ severity: 5, text: '%TEST-5-A: one' });
    expect(terminal.screen()).toBe('');
    terminal.keys('q');
    expect(terminal.screen()).toContain('%TEST-5-A: one');
  });

  it('another size of the window counts from the next page on; the length is what the terminal was told', () => {
    const terminal = paged();
    terminal.vty.resize(10, 60);
    terminal.keys(' ');
    expect(terminal.screen().split('\n')).toHaveLength(24);
    terminal.keys('q').lines('terminal length 5');
    terminal.keys('show running-config\r');
    expect(terminal.screen().split('\n')).toHaveLength(6);
  });

  it('a line longer than the terminal is wide takes two rows of the page', () => {
    const terminal = new Console({ saved: QUIET, typed: true }).press('enter');
    terminal.lines('enable', 'terminal length 6', 'terminal width 40', 'configure terminal');
    for (let i = 1; i < 9; i++) terminal.line(`ip host ${String(i).repeat(i === 2 ? 60 : 4)} 10.0.0.${i}`);
    terminal.line('end');
    terminal.keys('show running-config | include ^ip host\r');
    // Five rows and the marker: three short lines, and one of eighty characters.
    const shown = terminal
      .screen()
      .split('\n')
      .filter((line) => line.startsWith('ip host'));
    expect(shown).toHaveLength(4);
  });

  it('help of a question mark pages too', () => {
    const terminal = new Console({ saved: QUIET, typed: true }).press('enter');
    terminal.lines('enable', 'terminal length 5');
    terminal.screen();
    terminal.keys('show ?');
    expect(terminal.screen()).toMatch(/\n --More-- $/);
    while (terminal.vty.state === 'pager') terminal.keys(' ');
    expect(terminal.screen()).toMatch(/R1#show $/);
  });

  it('show tech-support is many pages, and ends', () => {
    const terminal = new Console({ saved: QUIET, typed: true }).press('enter');
    terminal.lines('enable');
    terminal.keys('show tech-support\r').screen();
    let pages = 0;
    for (; terminal.vty.state === 'pager'; pages++) terminal.keys(' ');
    expect(pages).toBeGreaterThan(15);
    expect(terminal.screen()).toMatch(/R1#$/);
  });
});

describe('what comes fast', () => {
  it('a thousand lines are pasted, and none is lost', () => {
    const terminal = new Console({ saved: QUIET, typed: true }).press('enter');
    const lines = Array.from({ length: 1000 }, (_, i) => {
      const at = `10.0.${Math.floor(i / 250)}.${i % 250}`;
      return i % 10 === 0 ? `ip route ${at} 255.255.255.255 Null0 name r${i}` : `ip host h${i} ${at}`;
    });
    terminal.keys(['enable', 'configure terminal', ...lines, 'end', ''].join('\r'));
    terminal.settle();
    const kept = terminal.config().filter((line) => /^ip (route|host) /.test(line));
    expect(new Set(kept)).toEqual(new Set(lines));
    expect(terminal.screen()).toMatch(/R1\(config\)#end\nR1#$/);
  });

  it('a storm of Ctrl-C leaves a prompt, wherever it comes', () => {
    const terminal = new Console({ saved: QUIET, typed: true }).press('enter');
    terminal.lines('enable');
    for (const before of [
      '',
      'show ru',
      'show running-config\r',
      'configure\r',
      'configure terminal\r',
      'foo\r',
      'ping 9.9.9.9\r',
    ]) {
      terminal.keys(before).press(...Array.from({ length: 50 }, () => 'ctrl-c'));
      terminal.settle();
      terminal.screen();
      expect(terminal.line('show privilege'), before).toContain('Current privilege level is 15\nR1#');
    }
  });

  it('a message in mid-line tears it apart; what was typed stays typed', () => {
    const terminal = new Console();
    terminal.keys('show priv');
    terminal.screen();
    terminal.box.say({ severity: 5, text: '%TEST-5-A: one' });
    expect(terminal.screen()).toBe('\n*Mar  1 10:00:00.000: %TEST-5-A: one\n');
    expect(terminal.line('ilege')).toBe('Current privilege level is 15\nR1#');
  });

  it('with logging synchronous the line is shown again', () => {
    const terminal = new Console({ saved: 'hostname R1\nline con 0\n logging synchronous\n' });
    terminal.keys('show priv');
    terminal.screen();
    terminal.box.say({ severity: 5, text: '%TEST-5-A: one' });
    expect(terminal.screen()).toBe('\n*Mar  1 10:00:00.000: %TEST-5-A: one\nR1#show priv');
    expect(terminal.line('ilege')).toBe('Current privilege level is 15\nR1#');
  });
});

describe('the terminal', () => {
  it('is as long and as wide as it was told', () => {
    const terminal = new Console({ typed: true }).press('enter');
    terminal.lines('enable', 'terminal length 0', 'terminal width 132');
    expect(terminal.line('show terminal')).toContain('Length: 0 lines, Width: 132 columns\n');
    expect(terminal.line('show running-config')).not.toContain('--More--');
    terminal.lines('terminal no length', 'terminal no width');
    expect(terminal.line('show terminal | include Width')).toBe('Length: 24 lines, Width: 80 columns\nR1#');
  });

  /** Captures under `terminal exec prompt timestamp`: `Load for five secs: …`, `No time source, *22:40:38.097 UTC …`. */
  it('stamps commands when it is told to', () => {
    const terminal = new Console().lines('terminal exec prompt timestamp').wait(5);
    expect(terminal.line('show privilege')).toBe(
      [
        'Load for five secs: 0%/0%; one minute: 0%; five minutes: 0%',
        'No time source, *10:00:05.000 UTC Sun Mar 1 2026',
        'Current privilege level is 15',
        'R1#',
      ].join('\n'),
    );
    terminal.lines('terminal no exec prompt timestamp');
    expect(terminal.line('show privilege')).toBe('Current privilege level is 15\nR1#');
  });

  it('does not trust a clock that nobody set', () => {
    const terminal = new Console();
    expect(terminal.line('show clock detail')).toBe('*10:00:00.000 UTC Sun Mar 1 2026\nNo time source\nR1#');
    expect(terminal.line('clock set 12:30:00 2 March 2027')).toBe(
      'R1#\nMar  2 12:30:00.000: %SYS-6-CLOCKUPDATE: System clock has been updated from 10:00:00 UTC Sun Mar 1 2026 to 12:30:00 UTC Tue Mar 2 2027, configured from console by console.\n',
    );
    terminal.wait(5).screen();
    expect(terminal.line('show clock detail')).toBe(
      '12:30:05.000 UTC Tue Mar 2 2027\nTime source is user configuration\nR1#',
    );
  });
});

describe('aliases', () => {
  it('are spelled out when they are entered, and told with an asterisk', () => {
    const terminal = new Console({ saved: `${QUIET}alias exec sp show privilege\nalias interface ns no shutdown\n` });
    expect(terminal.line('sp')).toBe('Current privilege level is 15\nR1#');
    expect(terminal.line('s privilege | count is')).toBe('Number of lines which match regexp = 1\nR1#');
    terminal.keys('s?');
    expect(terminal.screen()).toContain('*s=show  *sp="show privilege"  setup  show\n');
    terminal.press('ctrl-u').lines('configure terminal', 'interface gi0/0', 'ns', 'end');
    expect(terminal.line('show running-config interface gi0/0')).not.toContain(' shutdown');
    expect(terminal.line('show aliases interface')).toBe(
      'Interface mode aliases:\n  ns                    no shutdown\n\nR1#',
    );
  });
});
