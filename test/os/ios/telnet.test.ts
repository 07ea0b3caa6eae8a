// Telnet from router to router, over TCP on a cable: the bytes on both terminals.

import { beforeEach, describe, expect, it } from 'vitest';
import { GREETING, Telnet } from '../../../src/os/ios/telnet/protocol.ts';
import { World } from '../../../src/sim/world.ts';
import { Console, plug } from './console.ts';

const saved = (number: number, line: string): string =>
  [
    `hostname R${number}`,
    'no logging console',
    'ip host far 10.0.12.2',
    'enable secret cisco',
    'interface gi0/0',
    ` ip address 10.0.12.${number} 255.255.255.0`,
    ' no shutdown',
    line,
  ].join('\n');
const OPEN_LINE = 'line vty 0 1\n password cisco\n login\n transport input telnet';

let near: Console;
let far: Console;

function lab(line = OPEN_LINE): void {
  const world = new World(1);
  near = new Console({ world, name: 'R1', mac: 0x020000000100, saved: saved(1, OPEN_LINE), power: false });
  far = new Console({ world, name: 'R2', mac: 0x020000000200, saved: saved(2, line), power: false });
  plug(world, 'R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0');
  near.power();
  far.power();
  near.wait(10).screen();
  far.screen();
}

/** Types on R1's console; what came on its screen within so many seconds. */
function on(keys: string, seconds = 1): string {
  near.screen();
  near.keys(keys).wait(seconds);
  return near.screen();
}

const LOGIN = 'Trying 10.0.12.2 ... Open\n\n\nUser Access Verification\n\nPassword: ';

beforeEach(() => lab());

describe('a call', () => {
  it('is answered by the login of a vty, and over when that is', () => {
    expect(on('telnet 10.0.12.2\r', 5)).toBe(`telnet 10.0.12.2\n${LOGIN}`);
    expect(on('cisco\r')).toBe('\nR2>');
    expect(on('enable\r')).toBe('enable\nPassword: ');
    expect(on('cisco\r')).toBe('\nR2#');
    expect(on('show privilege\r')).toBe('show privilege\nCurrent privilege level is 15\nR2#');
    expect(on('exit\r')).toBe('exit\n\n[Connection to 10.0.12.2 closed by foreign host]\nR1#');
    expect(far.line('show users')).not.toContain('vty');
  });

  it('needs no command: the name of a host does', () => {
    expect(on('far\r', 5)).toBe('far\nTrying far (10.0.12.2)... Open\n\n\nUser Access Verification\n\nPassword: ');
    on('\x1ex');
    expect(on('show sessions\r')).toBe(
      [
        'show sessions',
        'Conn Host                Address             Byte  Idle Conn Name',
        '*  1 far                 10.0.12.2              0     0 far',
        '',
        'R1#',
      ].join('\n'),
    );
  });

  it.each([
    ['telnet 10.0.12.2 179', 'Trying 10.0.12.2, 179 ... \n% Connection refused by remote host\n'],
    ['telnet 10.0.12.9', 'Trying 10.0.12.9 ... \n% Connection timed out; remote host not responding\n'],
    ['telnet 10.9.9.9', 'Trying 10.9.9.9 ... \n% Destination unreachable; gateway or host down\n'],
    ['telnet 10.0.12.2 /vrf A', '% VRF A does not exist'],
  ])('%s', (line, screen) => {
    expect(on(`${line}\r`, 60)).toBe(`${line}\n${screen}\nR1#`);
  });

  it('can be given up', () => {
    expect(on('telnet 10.0.12.9\r')).toBe('telnet 10.0.12.9\nTrying 10.0.12.9 ... ');
    expect(on('\x1e')).toMatch(/^\n+R1#$/);
  });

  it('is refused by lines that take no telnet, and when all are taken', () => {
    lab('line vty 0 4\n login\n transport input none');
    expect(on('telnet 10.0.12.2\r', 5)).toContain('% Connection refused by remote host\n\nR1#');
    lab();
    for (let i = 0; i < 2; i++) {
      expect(on('telnet 10.0.12.2\r', 5)).toContain('Open');
      on('\x1ex');
    }
    expect(on('telnet 10.0.12.2\r', 5)).toContain('% Connection refused by remote host\n\nR1#');
  });

  it('ends at once where the line has no password', () => {
    lab('line vty 0 4\n login\n transport input telnet');
    expect(on('telnet 10.0.12.2\r', 5)).toBe(
      'telnet 10.0.12.2\nTrying 10.0.12.2 ... Open\n\n\n\nPassword required, but none set\n\n[Connection to 10.0.12.2 closed by foreign host]\nR1#',
    );
  });
});

describe('Ctrl-Shift-6', () => {
  beforeEach(() => {
    on('telnet 10.0.12.2\r', 5);
    on('cisco\r');
  });

  it('and x leave the connection open; Enter goes back', () => {
    expect(on('\x1ex')).toBe('\nR1#');
    expect(on('show users\r')).toContain('*  0 con 0                10.0.12.2            00:00:00   \n');
    expect(on('\r')).toBe('\n[Resuming connection 1 to 10.0.12.2 ... ]\n');
    expect(on('\r')).toBe('\nR2>');
  });

  it('holds back what comes meanwhile', () => {
    on('\x1ex');
    expect(on('1\r')).toBe('1\n[Resuming connection 1 to 10.0.12.2 ... ]\n');
    near.keys('show privilege\r').press('ctrl-shift-6').keys('x');
    near.wait(1).screen();
    expect(on('resume 1\r')).toBe(
      'resume 1\n[Resuming connection 1 to 10.0.12.2 ... ]\nshow privilege\nCurrent privilege level is 1\nR2>',
    );
  });

  it('and ? tell what else there is', () => {
    expect(on('\x1e?')).toContain('\n[Special telnet escape help]\n^^B  sends telnet BREAK\n');
    expect(on('\r')).toBe('\nR2>');
  });

  it('leaves it to be closed by disconnect, or by leaving', () => {
    on('\x1ex');
    expect(on('disconnect 1\r')).toBe('disconnect 1\nClosing connection to 10.0.12.2 [confirm]');
    expect(on('\r')).toBe('\nR1#');
    expect(on('show sessions\r')).toBe('show sessions\n% No connections open\nR1#');
    expect(far.line('show users')).not.toContain('vty');
    on('telnet 10.0.12.2\r', 5);
    on('\x1ex');
    expect(on('exit\r')).toBe('exit\n(You have open connections) [confirm]');
    expect(on('\r')).toMatch(/^\nClosing: 10\.0\.12\.2 !\n\n+R1 con0 is now available\n/);
  });
});

describe('the far side', () => {
  beforeEach(() => {
    on('telnet 10.0.12.2\r', 5);
    on('cisco\r');
  });

  it('sees who is there, and can throw him out', () => {
    near.wait(65);
    expect(far.line('show users')).toBe(
      [
        '    Line       User       Host(s)              Idle       Location',
        '*  0 con 0                idle                 00:00:00   ',
        '   2 vty 0                idle                 00:01:05 10.0.12.1',
        '',
        '  Interface    User               Mode         Idle     Peer Address',
        '',
        'R2#',
      ].join('\n'),
    );
    far.keys('clear line vty 0\r');
    expect(far.screen()).toBe('clear line vty 0\n[confirm]');
    far.keys('\r').wait(1);
    expect(far.screen()).toBe('\n [OK]\nR2#');
    expect(near.screen()).toBe('\n[Connection to 10.0.12.2 closed by foreign host]\nR1#');
  });

  it('has pages as long as the window that the caller told of', () => {
    near.vty.resize(10, 100);
    on('exit\r');
    on('telnet 10.0.12.2\r', 5);
    on('cisco\r');
    expect(on('show terminal | include Length\r')).toContain('Length: 10 lines, Width: 100 columns\n');
  });

  it('says who changed its configuration, and from where', () => {
    on('enable\rcisco\r');
    on('configure terminal\rhostname FAR\rend\r');
    expect(far.line('show logging | include CONFIG_I')).toContain(
      '%SYS-5-CONFIG_I: Configured from console by vty0 (10.0.12.1)\n',
    );
  });

  it('cuts the branch it sits on without harm', () => {
    on('enable\rcisco\r');
    on('configure terminal\rinterface gi0/0\rno ip address\r', 5);
    expect(far.config()).toContain(' no ip address');
    expect(on('\x1ex')).toBe('\nR1#');
    expect(far.line('show clock')).toMatch(/UTC/);
  });

  it('says goodbye before it reloads', () => {
    far.keys('reload\r\r').wait(3);
    expect(near.screen()).toBe('\n[Connection to 10.0.12.2 closed by foreign host]\nR1#');
    far.wait(90);
    expect(on('telnet 10.0.12.2\r', 30)).toBe(`telnet 10.0.12.2\n${LOGIN}`);
  });

  it('can be reloaded from afar', () => {
    on('enable\rcisco\r');
    expect(on('reload\r\r', 5)).toContain('\n[Connection to 10.0.12.2 closed by foreign host]\nR1#');
    far.wait(90);
    // Its console has come up anew and waits for RETURN.
    far.keys('\r');
    expect(far.line('show version | include uptime')).toContain('uptime is 0 minutes');
  });

  it('forgets everybody when it loses its power; whoever types to it hears of that', () => {
    far.vty.close();
    far.box.powerOff();
    near.wait(60);
    far.box.powerOn();
    near.wait(10);
    expect(on('x', 30)).toBe('\n[Connection to 10.0.12.2 closed by foreign host]\nR1#');
    expect(on('telnet 10.0.12.2\r', 30)).toBe(`telnet 10.0.12.2\n${LOGIN}`);
  });
});

describe('the protocol', () => {
  it('answers options, tells its window, doubles 255, wherever the stream is cut', () => {
    const client = new Telnet(false, { rows: 40, columns: 255 });
    const whole = [...GREETING].flatMap((byte) => [...client.hear(Uint8Array.of(byte)).answer]);
    // IAC DO ECHO, IAC DO SGA, IAC WONT TERMINAL-TYPE, IAC WILL NAWS with 0 255 255 0 40 (RFC 1073 §3)
    expect(whole).toEqual([
      ...[255, 253, 1],
      ...[255, 253, 3],
      ...[255, 252, 24],
      ...[255, 251, 31],
      ...[255, 250, 31, 0, 255, 255, 0, 40, 255, 240],
    ]);
    const heard = new Telnet(true).hear(Uint8Array.from(whole));
    expect(heard).toEqual({ text: '', answer: new Uint8Array(0), size: { rows: 40, columns: 255 } });
    expect(new Telnet(true).hear(Uint8Array.of(65, 13, 0, 255, 255, 66)).text).toBe('A\r\xffB');
  });
});
