// The shell of a login: who comes in, modes, keys, history, pages, messages of the log.

import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';

const QUIET = 'hostname R1\nno logging console\n';

describe('the console', () => {
  it('greets and waits for RETURN', () => {
    const terminal = new Console({ typed: true });
    expect(terminal.screen()).toMatch(/\nR1 con0 is now available\n\n+Press RETURN to get started\.\n+$/);
    terminal.keys('x');
    expect(terminal.vty.state).toBe('question');
    terminal.press('enter');
    expect(terminal.screen()).toMatch(/R1>$/);
  });

  it('is free again after exit, and forgets what was typed', () => {
    const terminal = new Console({ typed: true }).press('enter');
    terminal.lines('enable', 'show clock');
    expect(terminal.line('exit')).toMatch(/R1 con0 is now available/);
    expect(terminal.box.logins.size).toBe(0);
    terminal.press('enter');
    expect(terminal.line('show history')).toBe('  show history\nR1>');
  });

  it('is at the privileged prompt at once for a script, without pages', () => {
    const terminal = new Console();
    expect(terminal.screen()).toBe('R1#');
    expect(terminal.line('show running-config')).not.toContain('--More--');
  });

  it('starts privileged where its line says so', () => {
    const terminal = new Console({ typed: true, saved: 'hostname R1\nline con 0\n privilege level 15\n' }).press(
      'enter',
    );
    expect(terminal.screen()).toMatch(/R1#$/);
  });

  it('asks what to do with a box that has nothing saved', () => {
    const terminal = new Console({ typed: true, saved: undefined });
    const question = 'Would you like to enter the initial configuration dialog? [yes/no]: ';
    expect(terminal.screen()).toContain(`         --- System Configuration Dialog ---\n\n${question}`);
    terminal.keys('\r');
    expect(terminal.screen()).toBe(`\n% Please answer 'yes' or 'no'.\n${question}`);
    terminal.keys('no\r');
    expect(terminal.screen()).toContain('Press RETURN to get started!');
    terminal.press('enter');
    expect(terminal.screen()).toMatch(/Router>$/);
  });

  it('shows its banners, and asks for the password of its line', () => {
    const saved = [
      'hostname R1',
      'banner motd #Keep out#',
      'banner exec ^C',
      'Welcome',
      '^C',
      'line con 0',
      ' password letmein',
      ' login',
    ].join('\n');
    const terminal = new Console({ typed: true, saved }).press('enter');
    expect(terminal.screen()).toMatch(/\nKeep out\n\nUser Access Verification\n\nPassword: $/);
    terminal.keys('wrong\r');
    expect(terminal.screen()).toBe('\nPassword: ');
    terminal.keys('letmein\r');
    expect(terminal.screen()).toBe('\n\nWelcome\n\nR1>');
  });

  it('asks for a name where its line wants one', () => {
    const saved = 'hostname R1\nusername anna privilege 15 secret geheim\nline con 0\n login local\n';
    const terminal = new Console({ typed: true, saved }).press('enter');
    expect(terminal.screen()).toMatch(/User Access Verification\n\nUsername: $/);
    terminal.keys('anna\rfalsch\r');
    expect(terminal.screen()).toBe('anna\nPassword: \n% Login invalid\n\nUsername: ');
    terminal.keys('anna\rgeheim\r');
    expect(terminal.screen()).toBe('anna\nPassword: \nR1#');
    terminal.lines('terminal length 0', 'configure terminal', 'end');
    expect(terminal.line('show logging')).toContain('%SYS-5-CONFIG_I: Configured from console by anna on console\n');
  });
});

describe('enable', () => {
  const saved = 'hostname R1\nenable secret cisco\nenable password other\n';
  it('wants the secret, three times', () => {
    const terminal = new Console({ typed: true, saved }).press('enter');
    terminal.line('enable');
    terminal.keys('a\rother\rc\r');
    expect(terminal.screen()).toMatch(/Password: \nPassword: \n% Bad secrets\n\nR1>$/);
    terminal.line('enable');
    terminal.keys('cisco\r');
    expect(terminal.screen()).toMatch(/\nR1#$/);
  });

  it('needs a password on a line that is no console', () => {
    const terminal = new Console({ typed: true, session: 1, saved: 'hostname R1\nline vty 0 4\n no login\n' });
    terminal.screen();
    expect(terminal.line('enable')).toBe('% No password set\n\nR1>');
  });

  it('disables and tells the level', () => {
    const terminal = new Console();
    expect(terminal.line('show privilege')).toBe('Current privilege level is 15\nR1#');
    expect(terminal.line('disable')).toBe('R1>');
    expect(terminal.line('show privilege')).toBe('Current privilege level is 1\nR1>');
  });
});

describe('a line without a password', () => {
  it('lets nobody in', () => {
    const terminal = new Console({ typed: true, session: 1 });
    expect(terminal.screen()).toContain('Password required, but none set\n');
    expect(terminal.vty.state).toBe('closed');
  });
});

describe('modes', () => {
  it.each([
    ['interface gi0/0', 'config-if'],
    ['interface gi0/0.10', 'config-subif'],
    ['interface Loopback 0', 'config-if'],
    ['interface range gi0/0 - 3', 'config-if-range'],
    ['router bgp 65000', 'config-router'],
    ['vrf definition A', 'config-vrf'],
    ['ip vrf A', 'config-vrf'],
    ['route-map M permit 10', 'config-route-map'],
    ['route-map M', 'config-route-map'],
    ['line vty 0 4', 'config-line'],
    ['ip access-list extended A', 'config-ext-nacl'],
    ['key chain K', 'config-keychain'],
    ['control-plane', 'config-cp'],
  ])('%s opens (%s)', (line, mode) => {
    expect(new Console({ saved: QUIET }).lines('configure terminal').line(line)).toBe(`R1(${mode})#`);
  });

  it('goes back one by one, or all at once', () => {
    const terminal = new Console().lines('configure terminal', 'router bgp 65000');
    expect(terminal.line('address-family ipv4')).toBe('R1(config-router-af)#');
    expect(terminal.line('exit')).toBe('R1(config-router)#');
    expect(terminal.line('address-family ipv4')).toBe('R1(config-router-af)#');
    expect(terminal.line('exit-address-family')).toBe('R1(config-router)#');
    expect(terminal.line('exit')).toBe('R1(config)#');
    expect(terminal.line('router bgp 65000')).toBe('R1(config-router)#');
    expect(terminal.line('end')).toMatch(/^R1#\n/);
  });

  it('takes commands of the modes above, and stands there then', () => {
    const terminal = new Console().lines('configure terminal', 'router bgp 65000', 'address-family ipv4');
    expect(terminal.line('address-family vpnv4')).toBe('R1(config-router-af)#');
    expect(terminal.line('bgp router-id 1.1.1.1')).toBe('R1(config-router)#');
    expect(terminal.line('ip route 10.0.0.0 255.0.0.0 Null0')).toBe('R1(config)#');
    expect(terminal.config()).toContain(' bgp router-id 1.1.1.1');
  });

  it('calls the box by its new name at once', () => {
    const terminal = new Console().lines('configure terminal');
    expect(terminal.line('hostname PE1')).toBe('PE1(config)#');
    expect(terminal.line('no hostname')).toBe('Router(config)#');
    expect(terminal.line('hostname -x')).toBe('% Hostname contains one or more illegal characters.\nRouter(config)#');
  });

  it('does the half-typed line at Ctrl-Z, and throws it away at Ctrl-C', () => {
    const terminal = new Console().lines('configure terminal', 'interface gi0/0');
    terminal.keys('description one').press('ctrl-z');
    expect(terminal.screen()).toMatch(/^description one\^Z\nR1#/);
    terminal.lines('configure terminal', 'interface gi0/0');
    terminal.keys('description two').press('ctrl-c');
    expect(terminal.screen()).toMatch(/^description two\^C\nR1#/);
    expect(terminal.config()).toContain(' description one');
  });

  it('answers the question of configure alone', () => {
    const terminal = new Console();
    terminal.keys('configure\r');
    terminal.screen();
    terminal.keys('yes\r');
    expect(terminal.screen()).toBe('yes\n?Must be "terminal", "memory" or "network"\nR1#');
  });
});

describe('history', () => {
  it('keeps exec and configuration apart', () => {
    const terminal = new Console();
    terminal.lines('show clock', 'configure terminal', 'hostname R2', 'exit');
    terminal.press('up');
    expect(terminal.vty.line?.text).toBe('configure terminal');
    terminal.press('up');
    expect(terminal.vty.line?.text).toBe('show clock');
    terminal.press('ctrl-u');
    expect(terminal.line('show history')).toBe('  show clock\n  configure terminal\n  show history\nR2#');
  });

  it('is ten lines deep, or as deep as one wants', () => {
    const terminal = new Console();
    for (let i = 0; i < 15; i++) terminal.line(`terminal length ${i}`);
    expect(terminal.line('show history').split('\n')).toHaveLength(11);
    terminal.lines('terminal history size 3', 'show clock');
    expect(terminal.line('show history')).toBe('  terminal history size 3\n  show clock\n  show history\nR1#');
  });
});

describe('pages', () => {
  it('are 24 lines, or as long as one wants', () => {
    const terminal = new Console({ typed: true }).press('enter');
    terminal.line('enable');
    expect(terminal.line('show running-config').split('\n')).toHaveLength(24);
    terminal.keys('q');
    terminal.line('terminal length 10');
    expect(terminal.line('show running-config').split('\n')).toHaveLength(10);
    terminal.keys(' ');
    terminal.keys('q');
    terminal.line('terminal length 0');
    expect(terminal.line('show running-config')).toMatch(/\nend\n\nR1#$/);
  });
});

describe('pipe', () => {
  const terminal = new Console({ saved: 'hostname R1\ninterface gi0/0\n ip address 10.0.0.1 255.0.0.0\n' });
  it.each([
    ['show running-config | include ^hostname', 'hostname R1\n'],
    ['show run | i ^hostname|^end', 'hostname R1\nend\n'],
    [
      'show running-config | section GigabitEthernet0/0$',
      [
        'interface GigabitEthernet0/0\n ip address 10.0.0.1 255.0.0.0\n shutdown\n duplex auto\n speed auto\n',
        ' media-type rj45\n',
      ].join(''),
    ],
    ['show running-config | begin ^no scheduler', 'no scheduler allocate\n!\nend\n\n'],
    ['show running-config | count ^interface', 'Number of lines which match regexp = 16\n'],
    ['show ip interface brief | exclude Gigabit', /^Interface .*\n$/],
    ['show running-config | include (', /% Failed to compile regular expression/],
  ])('%s', (line, screen) => {
    const shown = terminal.line(line).replace(/R1#$/, '');
    if (typeof screen === 'string') expect(shown).toBe(screen);
    else expect(shown).toMatch(screen);
  });
});

describe('messages of the log', () => {
  const saved = 'hostname R1\nline con 0\n logging synchronous\n';
  const log = '*Mar  1 10:00:00.000: %SYS-5-CONFIG_I: Configured from console by console\n';

  it('stand behind the prompt, which is not shown again', () => {
    const terminal = new Console().lines('configure terminal');
    expect(terminal.line('end')).toBe(`R1#\n${log}`);
    expect(terminal.line('show privilege')).toBe('Current privilege level is 15\nR1#');
  });

  it('are followed by prompt and line where the line is kept apart from them', () => {
    const terminal = new Console({ saved }).lines('configure terminal');
    expect(terminal.line('end')).toBe(`R1#\n${log}R1#`);
    terminal.lines('configure terminal', 'interface lo0');
    terminal.keys('ip add');
    terminal.screen();
    terminal.wait(1);
    expect(terminal.screen()).toBe(
      '\n*Mar  1 10:00:01.000: %LINEPROTO-5-UPDOWN: Line protocol on Interface Loopback0, changed state to up\nR1(config-if)#ip add',
    );
  });

  it('tear the line apart where it is not', () => {
    const terminal = new Console().lines('configure terminal', 'interface lo0');
    terminal.keys('ip add');
    terminal.screen();
    terminal.wait(1);
    expect(terminal.screen()).toMatch(/^\n\*Mar .* changed state to up\n$/);
    terminal.keys('ress 1.1.1.1 255.255.255.255\r');
    expect(terminal.screen()).toBe('ress 1.1.1.1 255.255.255.255\nR1(config-if)#');
  });

  it.each([
    ['service timestamps log datetime msec', '*Mar  1 10:00:02.000: '],
    ['service timestamps log datetime', '*Mar  1 10:00:02: '],
    ['service timestamps log datetime msec year show-timezone', '*Mar  1 2026 10:00:02.000 UTC: '],
    ['service timestamps log uptime', '00:00:02: '],
    ['service timestamps log', '00:00:02: '],
    ['no service timestamps log', ''],
  ])('%s', (line, stamp) => {
    const terminal = new Console().wait(2).lines('configure terminal', line);
    expect(terminal.line('end')).toBe(`R1#\n${stamp}%SYS-5-CONFIG_I: Configured from console by console\n`);
  });

  it('stay away where the console is told nothing, or less', () => {
    expect(new Console().lines('configure terminal', 'no logging console').line('end')).toBe('R1#');
    expect(new Console().lines('configure terminal', 'logging console warnings').line('end')).toBe('R1#');
    expect(new Console().lines('configure terminal', 'logging console 5').line('end')).toBe(`R1#\n${log}`);
  });

  it('come to other lines only when they monitor', () => {
    const terminal = new Console({ session: 1, saved: 'hostname R1\nenable secret x\nline vty 0 4\n no login\n' });
    terminal.screen();
    terminal.box.say({ severity: 5, text: '%TEST-5-A: one' });
    expect(terminal.screen()).toBe('');
    terminal.line('terminal monitor');
    terminal.box.say({ severity: 5, text: '%TEST-5-A: two' });
    expect(terminal.screen()).toBe('\n*Mar  1 10:00:00.000: %TEST-5-A: two\n');
    expect(new Console().line('terminal monitor')).toBe('% Console already monitors\nR1#');
  });

  it('are kept in the buffer, until it is cleared', () => {
    const terminal = new Console().lines('configure terminal', 'end');
    expect(terminal.line('show logging')).toMatch(/Log Buffer \(8192 bytes\):\n\n(.*\n)*\*Mar.*CONFIG_I: .*\nR1#$/);
    terminal.keys('clear logging\r');
    expect(terminal.screen()).toMatch(/Clear logging buffer \[confirm\]$/);
    terminal.keys('\r');
    expect(terminal.line('show logging')).toMatch(/Log Buffer \(8192 bytes\):\n\nR1#$/);
  });
});

describe('exec-timeout', () => {
  it('ends a login after ten minutes, of somebody who types', () => {
    const terminal = new Console({ typed: true }).press('enter');
    terminal.wait(599);
    expect(terminal.vty.state).toBe('prompt');
    terminal.line('show clock');
    terminal.wait(599);
    expect(terminal.vty.state).toBe('prompt');
    terminal.screen();
    terminal.wait(2);
    expect(terminal.screen()).toMatch(/R1 con0 is now available/);
  });

  it('never comes where it is nought, nor to a script', () => {
    const saved = 'hostname R1\nline con 0\n exec-timeout 0 0\n';
    const terminal = new Console({ typed: true, saved }).press('enter');
    expect(terminal.wait(100_000).vty.state).toBe('prompt');
    expect(new Console().wait(100_000).vty.state).toBe('prompt');
  });
});
