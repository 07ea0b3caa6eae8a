// Files, copies, the archive, configurations that are replaced or come back.

import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';

const QUIET = 'hostname R1\nno logging console\n';
const quiet = (): Console => new Console({ saved: QUIET });

/** Types a line and its answers; all that came on the screen behind the line. */
function talk(terminal: Console, line: string, ...answers: readonly string[]): string {
  terminal.screen();
  terminal.keys(`${line}\r`);
  for (const answer of answers) terminal.keys(answer);
  terminal.settle();
  return terminal.screen().slice(line.length + 1);
}

describe('saving', () => {
  it('asks for the name, or does not', () => {
    const terminal = quiet();
    expect(talk(terminal, 'copy running-config startup-config', '\r')).toBe(
      'Destination filename [startup-config]? \nBuilding configuration...\n[OK]\nR1#',
    );
    expect(terminal.line('write memory')).toBe('Building configuration...\n[OK]\nR1#');
    expect(terminal.line('write')).toBe('Building configuration...\n[OK]\nR1#');
    expect(talk(terminal, 'copy run start', 'other\r')).toBe(
      'Destination filename [startup-config]? other\n%Error opening nvram:/other (No such file or directory)\nR1#',
    );
  });

  it('is told in the next listing, with the name of who did it', () => {
    const terminal = quiet().wait(65).lines('configure terminal', 'hostname R1', 'ip host a 1.1.1.1', 'end');
    terminal.wait(60).lines('write memory');
    expect(terminal.line('show running-config').split('\n').slice(0, 9)).toEqual([
      'Building configuration...',
      '',
      expect.stringMatching(/^Current configuration : \d+ bytes$/),
      '!',
      '! Last configuration change at 10:01:05 UTC Sun Mar 1 2026',
      '! NVRAM config last updated at 10:02:05 UTC Sun Mar 1 2026',
      '!',
      'version 15.7',
      'service timestamps debug datetime msec',
    ]);
    expect(terminal.line('show startup-config').split('\n')[0]).toMatch(/^Using \d+ out of 262144 bytes$/);
  });

  it('counts the bytes of what it prints', () => {
    const lines = quiet().line('show running-config').split('\n').slice(2, -2);
    const said = Number(/: (\d+) bytes/.exec(lines[0] ?? '')?.[1]);
    // Every line with its end, from the first `!` to `end`, and one more (checked against 42 captures).
    expect(said).toBe(lines.slice(1).join('\n').length + 2);
  });

  it('is undone by write erase, when it is confirmed', () => {
    const terminal = quiet();
    const question = 'Erasing the nvram filesystem will remove all configuration files! Continue? [confirm]';
    expect(talk(terminal, 'write erase', 'n')).toBe(`${question}\nR1#`);
    expect(talk(terminal, 'write erase', '\r')).toBe(`${question}\n[OK]\nErase of nvram: complete\nR1#`);
    expect(terminal.line('show startup-config')).toBe('startup-config is not present\nR1#');
    expect(talk(terminal, 'copy startup-config running-config', '\r')).toContain(
      '%% Non-volatile configuration memory invalid or not present\n',
    );
  });
});

describe('files', () => {
  it('are written by copy, listed, shown and deleted', () => {
    const terminal = quiet().wait(5);
    const copied = talk(terminal, 'copy running-config flash:a', '\r');
    expect(copied).toMatch(
      /^Destination filename \[a\]\? \n\n\d+ bytes copied in \d\.\d{3} secs \(\d+ bytes\/sec\)\nR1#$/,
    );
    const bytes = /(\d+) bytes copied/.exec(copied)?.[1] ?? '';
    expect(terminal.line('dir')).toBe(
      [
        'Directory of flash0:/',
        '',
        `    1  -rw-  ${bytes.padStart(10)}   Mar 1 2026 10:00:05 +00:00  a`,
        '',
        '2142715904 bytes total (2142711808 bytes free)',
        'R1#',
      ].join('\n'),
    );
    expect(terminal.line('more flash:a | include ^hostname')).toBe('hostname R1\nR1#');
    expect(talk(terminal, 'delete flash:a', '\r', '\r')).toBe('Delete filename [a]? \nDelete flash:/a? [confirm]\nR1#');
    expect(terminal.line('more flash:a')).toBe('%Error opening flash:a (No such file or directory)\nR1#');
  });

  it('are not written over without a word', () => {
    const terminal = quiet();
    talk(terminal, 'copy running-config flash:a', '\r');
    const warning = '%Warning:There is a file already existing with this name \nDo you want to over write? [confirm]';
    expect(talk(terminal, 'copy startup-config flash:a', '\r', 'n')).toBe(
      `Destination filename [a]? \n${warning}n\nR1#`,
    );
    expect(talk(terminal, 'copy startup-config flash:a', '\r', '\r')).toContain(' bytes copied in ');
  });

  it('are read into what runs, line by line, and stay over a reload', () => {
    const terminal = quiet();
    talk(terminal, 'copy running-config flash:old', '\r');
    terminal.lines('configure terminal', 'ip host a 1.1.1.1', 'hostname RX', 'end');
    terminal.keys('reload\rno\r\r').wait(90);
    terminal.screen();
    expect(terminal.line('show flash: | include old')).toMatch(/^1 +\d+ Mar 1 2026 10:00:00 \+00:00 old\nR1#$/);
    terminal.lines('configure terminal', 'ip host b 2.2.2.2', 'hostname RY', 'end');
    expect(talk(terminal, 'copy flash:old running-config', '\r')).toMatch(/ bytes copied in .*\n\nR1#$/);
    expect(terminal.config()).toContain('ip host b 2.2.2.2');
  });

  it.each([
    ['copy flash:none running-config', '%Error opening flash:none (No such file or directory)\n'],
    ['more system:none', '%Error opening system:none (No such device)\n'],
    ['copy foo: startup-config', "         ^\n% Invalid input detected at '^' marker.\n\n"],
  ])('%s', (line, screen) => {
    expect(quiet().line(line)).toBe(`${screen}R1#`);
  });
});

describe('output into files', () => {
  it('redirect writes and is silent, append adds, tee shows too', () => {
    const terminal = quiet();
    expect(terminal.line('show privilege | redirect flash:out')).toBe('R1#');
    expect(terminal.line('show privilege | append flash:out')).toBe('R1#');
    expect(terminal.line('more flash:out')).toBe(`${'Current privilege level is 15\n'.repeat(2)}R1#`);
    expect(terminal.line('show privilege | tee flash:out')).toBe('Current privilege level is 15\nR1#');
    expect(terminal.line('more flash:out')).toBe('Current privilege level is 15\nR1#');
    expect(terminal.line('show privilege | redirect disk9:x')).toContain("% Invalid input detected at '^' marker.");
  });
});

describe('the archive', () => {
  const on = (): Console => quiet().lines('configure terminal', 'archive', 'path flash:bk', 'maximum 3', 'end').wait(5);

  /** genieparser ShowArchive golden output; captures of IOS 15.x. */
  it('numbers its files, and forgets the oldest', () => {
    const terminal = on();
    for (let i = 0; i < 4; i++) terminal.lines('archive config').wait(1);
    expect(terminal.line('show archive')).toBe(
      [
        'The maximum archive configurations allowed is 3.',
        'There are currently 3 archive configurations saved.',
        'The next archive file will be named flash:bk-<timestamp>-4',
        ' Archive #  Name',
        '   1        flash:bk-Mar--1-10-00-06.000-1',
        '   2        flash:bk-Mar--1-10-00-07.000-2',
        '   3        flash:bk-Mar--1-10-00-08.000-3 <- Most Recent',
        'R1#',
      ].join('\n'),
    );
    expect(terminal.line('dir').match(/ bk-/g)).toHaveLength(3);
  });

  it('is off until it has a path', () => {
    expect(quiet().line('show archive')).toBe('Archive feature not enabled\nR1#');
    expect(quiet().line('archive config')).toBe('Archive feature not enabled\nR1#');
    expect(quiet().line('configure terminal revert timer 5')).toBe(
      '%Turn config archive on before using Rollback Confirmed Change\nR1#',
    );
  });

  it('keeps what is saved, and what has stood for a while', () => {
    const terminal = on().lines('configure terminal', 'archive', 'write-memory', 'time-period 10', 'end');
    terminal.lines('write memory');
    expect(terminal.line('show archive | count flash:bk-Mar')).toBe('Number of lines which match regexp = 1\nR1#');
    terminal.wait(1201);
    expect(terminal.line('show archive | count flash:bk-Mar')).toBe('Number of lines which match regexp = 3\nR1#');
  });

  /** Form: capture of a C800 router, 15.5 (2024): what is new first, then what is gone, each within its mode. */
  it('tells what two configurations differ in', () => {
    const terminal = quiet().lines('configure terminal', 'hostname R9', 'interface gi0/0', 'description new');
    terminal.lines('no shutdown', 'interface lo0', 'ip address 1.1.1.1 255.255.255.255', 'end');
    const all = [
      '!Contextual Config Diffs:',
      '+hostname R9',
      '+interface Loopback0',
      ' +ip address 1.1.1.1 255.255.255.255',
      'interface GigabitEthernet0/0',
      ' +description new',
      '-hostname R1',
      'interface GigabitEthernet0/0',
      ' -shutdown',
    ];
    const shown = terminal.line('show archive config differences nvram:startup-config system:running-config');
    expect(shown).toBe([...all, 'R9#'].join('\n'));
    expect(terminal.line('show archive config differences')).toBe(shown);
    expect(terminal.line('show archive config differences nvram:startup-config')).toContain('\n+hostname R1\n');
    expect(terminal.line('show archive config differences system:running-config')).toBe(
      '!Contextual Config Diffs:\n!No changes were found\nR9#',
    );
    expect(terminal.line('show archive config incremental-diffs nvram:startup-config')).toBe(
      '!List of Commands:\nhostname R1\ninterface GigabitEthernet0/0\n shutdown\nend\nR9#',
    );
  });
});

describe('configure replace', () => {
  const changed = (): Console => {
    const terminal = quiet().lines('configure terminal', 'archive', 'path flash:bk', 'end');
    talk(terminal, 'copy running-config flash:good', '\r');
    return terminal.lines('configure terminal', 'hostname R9', 'interface lo7', 'end');
  };

  it('asks, lists and goes back', () => {
    const terminal = changed();
    const warning = [
      'This will apply all necessary additions and deletions',
      'to replace the current running configuration with the',
      'contents of the specified configuration file, which is',
      'assumed to be a complete configuration, not a partial',
      'configuration. Enter Y if you are sure you want to proceed. ? [no]: ',
    ].join('\n');
    expect(talk(terminal, 'configure replace flash:good list', '\r')).toBe(`${warning}\nR9#`);
    expect(talk(terminal, 'configure replace flash:good list', 'Y\r')).toBe(
      [
        `${warning}Y`,
        '!Pass 1',
        '',
        '!List of Rollback Commands:',
        'no hostname R9',
        'no interface Loopback7',
        'hostname R1',
        'end',
        '',
        '',
        'Total number of passes: 1',
        'Rollback Done',
        '',
        'R1#',
      ].join('\n'),
    );
    expect(talk(terminal, 'configure replace flash:good force')).toBe(
      '\nTotal number of passes: 0\nRollback Done\n\nR1#',
    );
  });

  it('comes back after its time unless it is confirmed', () => {
    const terminal = changed();
    const before = terminal.config();
    expect(talk(terminal, 'configure replace flash:good force time 2')).toContain(
      'Rollback Confirmed Change: Backing up current running config to flash:bk-Mar--1-10-00-00.000-0\n',
    );
    expect(terminal.config()).not.toEqual(before);
    terminal.wait(121);
    expect(terminal.config()).toEqual(before);
  });
});

describe('configure terminal revert timer', () => {
  const begun = (): Console => {
    const terminal = quiet().lines('configure terminal', 'archive', 'path flash:bk', 'end');
    terminal.screen();
    terminal.keys('configure terminal revert timer 3\r');
    return terminal;
  };

  /** Capture: CSR 1000V, `configure terminal revert timer 2`. */
  it('keeps what runs, tells so, and goes back when nobody confirms', () => {
    const terminal = begun();
    expect(terminal.screen()).toBe(
      [
        'configure terminal revert timer 3',
        'Rollback Confirmed Change: Backing up current running config to flash:bk-Mar--1-10-00-00.000-0',
        '',
        'Enter configuration commands, one per line.  End with CNTL/Z.',
        'R1(config)#',
      ].join('\n'),
    );
    terminal.lines('hostname WRONG', 'end');
    expect(terminal.line('show logging | include ARCHIVE_DIFF')).toBe(
      [
        '*Mar  1 10:00:00.000: %ARCHIVE_DIFF-5-ROLLBK_CNFMD_CHG_BACKUP: Backing up current running config to flash:bk-Mar--1-10-00-00.000-0',
        '*Mar  1 10:00:00.000: %ARCHIVE_DIFF-5-ROLLBK_CNFMD_CHG_START_ABSTIMER: User: console(Priv: 15, View: 0): Scheduled to rollback to config flash:bk-Mar--1-10-00-00.000-0 in 3 minutes',
        'WRONG#',
      ].join('\n'),
    );
    expect(terminal.line('show archive config rollback timer')).toBe(
      [
        'Time configured(or reconfigured): 10:00:00 UTC Sun Mar 1 2026',
        'Timer type: absolute timer',
        'Timer value: 3 min',
        'User: console',
        'WRONG#',
      ].join('\n'),
    );
    terminal.screen();
    terminal.wait(121);
    expect(terminal.screen()).toContain('Rollback Confirmed Change: Rollback will begin in one minute.\n');
    terminal.wait(60);
    expect(terminal.screen()).toContain('Rollback Done\n');
    expect(terminal.line('show privilege')).toMatch(/R1#$/);
  });

  it('keeps the new one when somebody confirms', () => {
    const terminal = begun();
    terminal.lines('hostname BETTER', 'end', 'configure confirm').wait(600);
    terminal.screen();
    expect(terminal.line('configure confirm')).toBe('%No Rollback Confirmed Change pending\nBETTER#');
    expect(terminal.line('show archive config rollback timer')).toBe('%No Rollback Confirmed Change pending\nBETTER#');
  });

  it('goes back at once, or later, when it is told so', () => {
    const terminal = begun();
    terminal.lines('hostname WRONG', 'end', 'configure revert timer 10').wait(300);
    terminal.screen();
    expect(terminal.line('configure revert now')).toMatch(/Total number of passes: 1\nRollback Done\n(\n)?R1#$/);
  });
});

describe('show running-config', () => {
  it('hides what goes without saying; all tells it', () => {
    const terminal = quiet().lines('configure terminal', 'interface lo0', 'ip proxy-arp', 'end');
    expect(terminal.line('show running-config interface lo0')).not.toContain('proxy-arp');
    const all = terminal.line('show running-config all | section interface Loopback0');
    expect(all).toContain(' ip proxy-arp\n');
    expect(all).toContain(' no shutdown\n');
    expect(terminal.line('show running-config all | section line con 0')).toContain(' exec-timeout 10 0\n');
  });
});
