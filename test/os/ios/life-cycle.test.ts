// From the power on to the last key: what a console shows of it, byte for byte.

import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';

const LOG = /^\*Mar .*\n/;

describe('a box without a configuration', () => {
  /** Capture: Cisco 1941, 15.4(3)M3, 2025. */
  it('leads through the setup dialogue, and saves what came of it', () => {
    const terminal = new Console({ saved: undefined, typed: true });
    terminal.screen();
    terminal.keys('yes\r');
    expect(terminal.screen()).toMatch(
      /^yes\n\nAt any point you may enter a question mark '\?' for help\.\n(.*\n)+for management of the system, extended setup will ask you\nto configure each interface on the system\n\nWould you like to enter basic management setup\? \[yes\/no\]: $/,
    );
    terminal.keys('yes\r');
    expect(terminal.screen()).toBe('yes\nConfiguring global parameters:\n\n  Enter host name [Router]: ');
    terminal.keys('R2\r\r');
    expect(terminal.screen()).toBe(
      [
        'R2',
        '',
        '  The enable secret is a password used to protect access to',
        '  privileged EXEC and configuration modes. This password, after',
        '  entered, becomes encrypted in the configuration.',
        '  Enter enable secret: ',
        '% No defaulting allowed',
        '  Enter enable secret: ',
      ].join('\n'),
    );
    terminal.keys('one\rtwo\rthree\rno\r').screen();
    terminal.keys('GigabitEthernet0/0\r\r10.1.2.3\r255.255.255.0\r');
    expect(terminal.screen()).toContain(['', 'hostname R2', 'enable secret 5 '].join('\n'));
    terminal.keys('2\r');
    expect(terminal.screen()).toBe(
      [
        '2',
        'Building configuration...',
        '[OK]',
        "Use the enabled mode 'configure' command to modify this configuration.",
        '',
        '',
        'Press RETURN to get started!',
        '',
        '',
        '',
        '',
      ].join('\n'),
    );
    expect(terminal.press('enter').screen()).toMatch(/R2>$/);
    expect(terminal.config()).toEqual(
      expect.arrayContaining([' ip address 10.1.2.3 255.255.255.0', ' password three']),
    );
    expect(terminal.box.store.startup?.tree).toBe(terminal.box.store.running);
  });

  it('can be left with Ctrl-C, and nothing has changed', () => {
    const terminal = new Console({ saved: undefined, typed: true });
    terminal.keys('yes\ryes\rR2\r').screen();
    terminal.press('ctrl-c');
    expect(terminal.screen()).toContain('\n\nConfiguration aborted, no changes made.\n\n');
    expect(terminal.press('enter').screen()).toMatch(/Router>$/);
  });

  it('can be asked to lead through it again', () => {
    const terminal = new Console();
    terminal.keys('setup\r');
    expect(terminal.screen()).toContain(
      '         --- System Configuration Dialog ---\n\nContinue with configuration dialog? [yes/no]: ',
    );
    terminal.keys('no\r');
    expect(terminal.screen()).toBe('no\nR1#');
  });
});

describe('banners', () => {
  it('are typed between delimiters, over several lines, and printed with ^C', () => {
    const terminal = new Console({ saved: 'hostname R1\nno logging console\n' }).lines('configure terminal');
    terminal.screen();
    terminal.keys('banner motd #\r');
    expect(terminal.screen()).toBe("banner motd #\nEnter TEXT message.  End with the character '#'.\n");
    terminal.keys('Lab property. Authorised users only.\r#\r');
    expect(terminal.screen()).toBe('Lab property. Authorised users only.\n#\nR1(config)#');
    expect(terminal.line('do show running-config | section banner')).toContain('banner motd ^C\n');
    terminal.line('banner exec "Welcome"');
    expect(terminal.line('do show running-config | include banner exec')).toBe('banner exec ^CWelcome^C\nR1(config)#');
  });
});

describe('logging in', () => {
  it('is over after three wrong passwords of the line', () => {
    const saved = 'hostname R1\nline con 0\n password right\n login\n';
    const terminal = new Console({ typed: true, saved }).press('enter');
    terminal.screen();
    terminal.keys('a\rb\rc\r');
    expect(terminal.screen()).toMatch(/^\nPassword: \nPassword: \n% Bad passwords\n/);
  });

  it('starts at the level of the user, of the line, or at 1', () => {
    const saved = 'hostname R1\nusername low privilege 5 password 0 pw\nline con 0\n login local\n';
    const terminal = new Console({ typed: true, saved }).press('enter').keys('low\rpw\r');
    terminal.screen();
    expect(terminal.line('show privilege')).toBe('Current privilege level is 5\nR1#');
  });
});

describe('somebody who does not answer', () => {
  it.each([
    ['', 'Username:'],
    ['anna\r', 'Password:'],
  ])('after %j hears that his time is over', (typed, question) => {
    const saved = 'hostname R1\nusername anna password 0 pw\nline vty 0 4\n login local\n';
    const terminal = new Console({ typed: true, saved, session: 1 });
    terminal.keys(typed).wait(29);
    expect(terminal.vty.state).toBe('question');
    terminal.screen();
    terminal.wait(2);
    expect(terminal.screen()).toBe(`\n% ${question}  timeout expired!\n`);
    expect(terminal.vty.state).toBe('closed');
  });
});

describe('privilege levels', () => {
  const saved = [
    'hostname R1',
    'no logging console',
    'enable secret level 7 seven',
    'privilege exec level 7 show running-config',
    'privilege exec level 7 configure terminal',
    'privilege configure level 7 hostname',
    'privilege exec level 15 traceroute',
  ].join('\n');

  it('hide commands, and give others', () => {
    const terminal = new Console({ saved, typed: true }).press('enter');
    terminal.screen();
    expect(terminal.line('traceroute 1.1.1.1')).toContain("% Invalid input detected at '^' marker.");
    terminal.keys('enable 7\rseven\r');
    expect(terminal.screen()).toMatch(/Password: \nR1#$/);
    expect(terminal.line('show privilege')).toBe('Current privilege level is 7\nR1#');
    expect(terminal.line('show running-config | include ^hostname')).toBe('hostname R1\nR1#');
    expect(terminal.line('reload in 5')).toContain("% Invalid input detected at '^' marker.");
    terminal.keys('?');
    expect(terminal.screen()).not.toMatch(/\n {2}(reload|traceroute) /);
    terminal.line('configure terminal');
    expect(terminal.line('interface lo0')).toBe("           ^\n% Invalid input detected at '^' marker.\n\nR1(config)#");
    expect(terminal.line('hostname RX')).toBe('RX(config)#');
  });

  it('leave five commands at level 0', () => {
    const terminal = new Console().lines('disable 0');
    expect(terminal.line('show version')).toContain("% Invalid input detected at '^' marker.");
    terminal.keys('?');
    const words = [...terminal.screen().matchAll(/^ {2}(\w+)/gm)].map(([, word]) => word);
    expect(words).toEqual(['disable', 'enable', 'exit', 'help', 'logout']);
  });
});

describe('reload', () => {
  const dirty = (): Console => {
    const terminal = new Console({ saved: 'hostname R1\n' }).lines('configure terminal', 'hostname RX', 'end');
    terminal.screen();
    return terminal;
  };

  it('asks whether to save, and comes back with what was saved', () => {
    const terminal = dirty();
    terminal.keys('reload\r');
    expect(terminal.screen()).toBe('reload\n\nSystem configuration has been modified. Save? [yes/no]: ');
    terminal.keys('maybe\rno\r');
    expect(terminal.screen()).toMatch(/% Please answer 'yes' or 'no'\.\n[^%]*Proceed with reload\? \[confirm\]$/);
    terminal.keys('\r').wait(90);
    expect(terminal.screen()).toContain('%SYS-5-RELOAD: Reload requested by console. Reload Reason: Reload Command.\n');
    expect(terminal.line('show running-config | include ^hostname')).toBe('hostname R1\nR1#');
    expect(terminal.line('show logging | begin RESTART').split('\n').slice(0, 2)).toEqual([
      '*Mar  1 10:01:00.000: %SYS-5-RESTART: System restarted --',
      expect.stringMatching(/^Cisco IOS Software, IOSv Software /),
    ]);
  });

  it('does nothing when it is not confirmed', () => {
    const terminal = dirty();
    terminal.keys('reload\rno\rn').wait(90);
    expect(terminal.line('show running-config | include ^hostname')).toBe('hostname RX\nRX#');
  });

  /** Capture: `reload in 10 reason …`, a router of 2020. */
  it('can wait, tells everybody, and can be cancelled', () => {
    const terminal = dirty();
    terminal.keys('reload in 10 arrow in the knee\rno\r');
    expect(terminal.screen()).toMatch(
      /no\nReload scheduled in 10 minutes by console\nReload reason: arrow in the knee\nProceed with reload\? \[confirm\]$/,
    );
    terminal.keys('\r').screen();
    expect(terminal.line('show logging | include SCHEDULED')).toContain(
      '%SYS-5-SCHEDULED_RELOAD: Reload requested for 10:10:00 UTC Sun Mar 1 2026 at 10:00:00 UTC Sun Mar 1 2026 by console. Reload Reason: arrow in the knee.\n',
    );
    terminal.wait(180);
    expect(terminal.line('show reload')).toBe(
      'Reload scheduled in 7 minutes by console\nReload reason: arrow in the knee\nRX#',
    );
    terminal.screen();
    terminal.wait(130);
    expect(terminal.screen()).toBe('\n\n\n***\n*** --- SHUTDOWN in 0:05:00 ---\n***\n\n');
    terminal.keys('reload cancel\r');
    expect(terminal.screen()).toContain('***\n*** --- SHUTDOWN ABORTED ---\n***\n');
    expect(terminal.line('show reload')).toBe('No reload is scheduled.\nRX#');
    terminal.wait(3600);
    expect(terminal.line('show clock')).toMatch(/^\*11:05/);
  });

  it('happens when its time has come, at a time of day too', () => {
    const terminal = dirty();
    terminal.keys('reload at 10:05\rno\r');
    expect(terminal.screen()).toContain('Reload scheduled for 10:05:00 UTC Sun Mar 1 2026 (in 5 minutes) by console\n');
    terminal.keys('\r').wait(299);
    expect(terminal.box.hostname).toBe('RX');
    terminal.wait(90);
    expect(terminal.box.hostname).toBe('R1');
  });
});

it('numbers the lines of the log when it is told to', () => {
  const terminal = new Console().lines('configure terminal', 'service sequence-numbers');
  expect(terminal.line('end')).toMatch(/^R1#\n0000\d\d: \*Mar {2}1 10:00:00\.000: %SYS-5-CONFIG_I: /);
});

describe('several people', () => {
  it('see each other, and who changed what', () => {
    const saved = 'hostname R1\nusername anna password 0 pw\nenable secret x\nline vty 0 4\n login local\n';
    const console = new Console({ saved });
    const vty = console.beside(1);
    vty.keys('anna\rpw\r').keys('enable\rx\r').screen();
    expect(console.line('show users')).toContain('   2 vty 0     anna       idle                 00:00:00   \n');
    expect(vty.line('show users')).toContain('*  2 vty 0     anna ');
    vty.lines('configure terminal', 'hostname RY', 'end');
    expect(console.screen()).toContain('%SYS-5-CONFIG_I: Configured from console by anna on vty0');
    expect(console.line('show running-config | include Last')).toContain(' by anna\n');
    expect(console.line('show clock').endsWith('RY#')).toBe(true);
    console.keys('clear line vty 0\r\r');
    expect(vty.vty.state).toBe('closed');
    expect(console.line('show users')).not.toContain('vty');
  });

  it('are shown the log only when they ask for it', () => {
    const console = new Console({ saved: 'hostname R1\nline vty 0 4\n no login\n' });
    const vty = console.beside(1);
    vty.screen();
    console.lines('configure terminal', 'end');
    expect(vty.screen()).toBe('');
    vty.line('terminal monitor');
    console.lines('configure terminal', 'end');
    expect(vty.screen().trimStart()).toMatch(LOG);
    vty.line('terminal no monitor');
    console.lines('configure terminal', 'end');
    expect(vty.screen()).toBe('');
  });
});
