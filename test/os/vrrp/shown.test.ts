// What both systems print of VRRP, letter for letter as captured, and what they refuse.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CaptureFile } from '../../../src/host/capture-file.ts';
import { vrrpFinding } from '../../../src/lab/neighbor-checks.ts';
import { LabRoom } from '../../harness/lab-room.ts';
import { J_GROUP, vrrpLab } from '../../harness/vrrp-lab.ts';
import { judge, judgeVersion } from '../../harness/wire-judge.ts';

const VIP = `${J_GROUP} virtual-address 10.0.0.1`;
const folder = mkdtempSync(join(tmpdir(), 'labelstack-vrrp-wire-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without blanks at the ends of lines: captures in notes have lost theirs. */
const trimmed = (text: string): readonly string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());

/** Two IOSv routers, `192.168.1.1` and `.2`, as in the capture of 2023. */
async function twoIos(): Promise<LabRoom> {
  const start = (n: number, priority: number): string =>
    `hostname RT${n}
interface GigabitEthernet0/1
 ip address 192.168.1.${n} 255.255.255.0
 vrrp 1 ip 192.168.1.254
 vrrp 1 priority ${priority}
 no shutdown
end
`;
  return LabRoom.made('two', {
    'labs/two/lab.json': {
      title: 'Two',
      summary: 'VRRP.',
      minutes: 1,
      devices: [
        { name: 'RT1', os: 'ios' },
        { name: 'RT2', os: 'ios' },
      ],
      links: [{ ends: ['RT1:GigabitEthernet0/1', 'RT2:GigabitEthernet0/1'] }],
    },
    'labs/two/start/RT1.ios': start(1, 254),
    'labs/two/start/RT2.ios': start(2, 1),
  });
}

describe('IOS, version 2', () => {
  it('show vrrp of master and backup (capture: IOSv, 2023)', async () => {
    const room = await twoIos();
    expect(trimmed(room.shown('@RT1\nshow vrrp'))).toEqual([
      'GigabitEthernet0/1 - Group 1',
      '  State is Master',
      '  Virtual IP address is 192.168.1.254',
      '  Virtual MAC address is 0000.5e00.0101',
      '  Advertisement interval is 1.000 sec',
      '  Preemption enabled',
      '  Priority is 254',
      '  Master Router is 192.168.1.1 (local), priority is 254',
      '  Master Advertisement interval is 1.000 sec',
      // 3 + 2/256, cut off.
      '  Master Down interval is 3.007 sec',
    ]);
    const backup = trimmed(room.shown('@RT2\nshow vrrp'));
    expect(backup.slice(6, 9)).toEqual([
      '  Priority is 1',
      '  Master Router is 192.168.1.1, priority is 254',
      '  Master Advertisement interval is 1.000 sec',
    ]);
    expect(backup[9]).toMatch(/^ {2}Master Down interval is 3\.996 sec \(expires in [23]\.\d{3} sec\)$/);
  });

  it('its blanks (capture: IOL 15.x: `Group 1  `, `State is Master  `, `Priority is 255 `)', async () => {
    const room = await twoIos();
    room.script('@RT1\nconfigure terminal\ninterface GigabitEthernet0/1\nvrrp 1 ip 192.168.1.1\nend');
    const lines = room.shown('@RT1\nshow vrrp').split('\n');
    expect(lines.slice(0, 2)).toEqual(['GigabitEthernet0/1 - Group 1  ', '  State is Master  ']);
    expect(lines[6]).toBe('  Priority is 255 ');
    expect(lines[7]).toBe('  Master Router is 192.168.1.1 (local), priority is 255 ');
    expect(lines[9]).toBe('  Master Down interval is 3.003 sec');
  });

  it('show vrrp brief (capture: IOSv; genieparser ShowVrrpBrief for the blanks)', async () => {
    const room = await twoIos();
    expect(room.shown('@RT1\nshow vrrp brief').split('\n').slice(0, 2)).toEqual([
      'Interface          Grp Pri Time  Own Pre State   Master addr     Group addr',
      'Gi0/1              1   254 3007       Y  Master  192.168.1.1     192.168.1.254  ',
    ]);
    expect(room.shown('@RT1\nshow vrrp interface GigabitEthernet0/0')).toBe('');
  });

  it('description, authentication, tracking, preemption, secondary addresses', async () => {
    const room = await vrrpLab(
      [
        '!track 1 interface GigabitEthernet0/1 line-protocol',
        'vrrp 1 description Customer-1',
        'vrrp 1 ip 10.0.0.1',
        'vrrp 1 ip 10.0.0.100 secondary',
        'vrrp 1 preempt delay minimum 20',
        'vrrp 1 track 1 decrement 15',
        'vrrp 1 track 9',
        'vrrp 1 authentication text test',
      ],
      [],
    );
    room.script('.wait 30s');
    const lines = trimmed(room.shown('@R1\nshow vrrp'));
    expect(lines).toEqual(expect.arrayContaining(['Customer-1', '    Secondary Virtual IP address is 10.0.0.100']));
    expect(lines.slice(-8)).toEqual([
      '  Preemption enabled, delay min 20 secs',
      '  Priority is 100',
      '    Track object 1 state Up decrement 15',
      '    Track object 9 state Undefined decrement 10',
      '  Authentication text, string "test"',
      '  Master Router is 10.0.0.2 (local), priority is 100',
      '  Master Advertisement interval is 1.000 sec',
      '  Master Down interval is 3.609 sec',
    ]);
    room.script('@R1\nconfigure terminal\ninterface GigabitEthernet0/1\nshutdown\nend\n.wait 3s');
    expect(room.shown('@R1\nshow vrrp')).toContain(
      '  Priority is 85 (cfgd 100)\n    Track object 1 state Down decrement 15',
    );
  });

  it('is written as it was typed', async () => {
    const lines = [
      'vrrp 1 description X',
      'vrrp 1 ip 10.0.0.1',
      'vrrp 1 timers advertise msec 333',
      'vrrp 1 preempt delay minimum 20',
      'vrrp 1 priority 120',
    ];
    const room = await vrrpLab(lines, []);
    const shown = trimmed(room.shown('@R1\nshow running-config interface GigabitEthernet0/0')).filter((line) =>
      line.includes('vrrp'),
    );
    expect(shown).toEqual(lines.map((line) => ` ${line}`));
    expect(room.shown('@R1\nshow vrrp')).toContain('Advertisement interval is 0.333 sec');
    expect(room.router('R1').ask('vrrp.groups', {})[0]?.masterDown).toBe(1_530_250);
  });
});

describe('IOS, version 3', () => {
  it('show vrrp, brief and detail (captures: IOSv with `fhrp version vrrp v3`; genieparser ShowVrrpDetail)', async () => {
    const room = await vrrpLab(
      [
        '!fhrp version vrrp v3',
        'vrrp 1 address-family ipv4',
        'address 10.0.0.1 primary',
        'priority 110',
        'track 1 decrement 20',
      ],
      [VIP, 'protocols vrrp version-3'],
    );
    room.script('.wait 13s');
    const lines = trimmed(room.shown('@R1\nshow vrrp'));
    expect(lines.map((line) => line.replace(/\d+\.\d{3} secs|in \d+ msec/, 'N'))).toEqual([
      'GigabitEthernet0/0 - Group 1 - Address-Family IPv4',
      '  State is MASTER',
      '  State duration N',
      '  Virtual IP address is 10.0.0.1',
      '  Virtual MAC address is 0000.5E00.0101',
      '  Advertisement interval is 1000 msec',
      '  Preemption enabled',
      '  Priority is 110',
      '    Track object 1 state UNDEFINED decrement 20',
      '  Master Router is 10.0.0.2 (local), priority is 110',
      '  Master Advertisement interval is 1000 msec (expires N)',
      '  Master Down interval is unknown',
      '  FLAGS: 1/1',
    ]);
    expect(trimmed(room.shown('@R1\nshow vrrp brief'))).toEqual([
      '  Interface          Grp  A-F Pri  Time Own Pre State   Master addr/Group addr',
      '  Gi0/0                1 IPv4 110     0  N   Y  MASTER  10.0.0.2(local) 10.0.0.1',
    ]);
    room.script(
      '@R1\nconfigure terminal\ninterface GigabitEthernet0/0\nvrrp 1 address-family ipv4\npriority 90\nend\n.wait 10s',
    );
    const detail = trimmed(room.shown('@R1\nshow vrrp detail')).map((line) => line.replace(/in \d+ msec/, 'N'));
    expect(detail.slice(9, 13)).toEqual([
      '  Master Router is 10.0.0.3, priority is 100',
      '  Master Advertisement interval is 1000 msec (learned)',
      '  Master Down interval is 3648 msec (expires N)',
      '  FLAGS: 0/1',
    ]);
    expect(detail.at(-3)).toMatch(
      /^ {4}Master to backup: 1 \(Last change [A-Z][a-z]{2} [A-Z][a-z]{2} .\d \d\d:\d\d:\d\d\.\d{3}\)$/,
    );
  });

  it('is written with its end (configurations of IOS XE)', async () => {
    const lines = [
      'priority 110',
      'preempt delay minimum 10',
      'vrrpv2',
      'track 1 decrement 60',
      'address 10.0.0.1 primary',
      'address 10.0.0.9 secondary',
    ];
    const room = await vrrpLab(['!fhrp version vrrp v3', 'vrrp 10 address-family ipv4', ...lines.toReversed()], []);
    const shown = room.shown('@R1\nshow running-config | section interface GigabitEthernet0/0');
    expect(shown).toContain(
      [' vrrp 10 address-family ipv4', ...[...lines, 'exit-vrrp'].map((line) => `  ${line}`)].join('\n'),
    );
  });

  it('a group without an address says so', async () => {
    const room = await vrrpLab(['!fhrp version vrrp v3', 'vrrp 1 address-family ipv4', 'priority 200'], []);
    const lines = trimmed(room.shown('@R1\nshow vrrp'));
    expect([lines[1], lines[3]]).toEqual([
      '  State is INIT (No Primary virtual IP address configured)',
      '  Virtual IP address is no address',
    ]);
  });
});

describe('IOS, around it', () => {
  it('show track: a list and who uses it (capture: IOSv)', async () => {
    const room = await vrrpLab(
      [
        '!track 1 interface GigabitEthernet0/1 line-protocol',
        '!track 10 list boolean and',
        '!object 1',
        '!object 2',
        'vrrp 1 ip 10.0.0.1',
        'vrrp 1 track 10',
      ],
      [],
    );
    room.script('.wait 5s');
    expect(trimmed(room.shown('@R1\nshow track'))).toEqual([
      'Track 1',
      '  Interface GigabitEthernet0/1 line-protocol',
      '  Line protocol is Up',
      '    1 change, last change 00:00:05',
      '  Tracked by:',
      '    Track List 10',
      'Track 10',
      '  List boolean and',
      '  Boolean AND is Down',
      '    3 changes, last change 00:00:05',
      '    object 1 Up',
      '    object 2 undefined',
      '  Tracked by:',
      '    VRRP GigabitEthernet0/0 1',
    ]);
  });

  it('debug vrrp (captured debugs of IOS 12.4)', async () => {
    const room = await twoIos();
    const [on, ...more] = room.script('@RT2\ndebug vrrp\n.wait 1s\nshow debugging').map(({ output }) => output);
    expect(on?.split('\n')[0]).toBe('VRRP debugging is on');
    expect(more.at(-1)).toContain('VRRP:\n  VRRP Events debugging is on\n  VRRP Packets debugging is on');
    const texts = (): string => room.shown('@RT2\nshow logging | include VRRP:');
    expect(texts()).toContain('VRRP: Grp 1 Advertisement priority 254, ipaddr 192.168.1.1');
    expect(texts()).toContain('VRRP: Grp 1 Event - Advert higher or equal priority');
    room.script('@RT1\nconfigure terminal\ninterface GigabitEthernet0/1\nvrrp 1 shutdown\n.wait 3s');
    // The very packet of the capture: checksum 0x1b56.
    expect(texts()).toContain('VRRP: Grp 1 Event - Master down timer expired');
    expect(texts()).toContain('VRRP: Grp 1 sending Advertisement checksum 1B56');
    expect(room.shown('@RT2\nundebug vrrp packets')).toContain('VRRP Packets debugging is off');
  });
});

describe('Junos', () => {
  it('show vrrp (dossier of an MX 104, its numbers apart), and summary (capture: SRX, Junos 24.4)', async () => {
    const room = await vrrpLab([], [VIP, `${J_GROUP} priority 250`]);
    room.script('.wait 10s');
    expect(trimmed(room.shown('@J1\nshow vrrp')).map((line) => line.replace(/ \d\.\d{3} /, ' N.NNN '))).toEqual([
      'Interface     State       Group   VR state VR Mode   Timer    Type   Address',
      'ge-0/0/0.0    up              1   master   Active      A  N.NNN lcl    10.0.0.3',
      '                                                                vip    10.0.0.1',
    ]);
    expect(trimmed(room.shown('@J1\nshow vrrp summary interface ge-0/0/0.0'))).toEqual([
      'Interface     State       Group   VR state       VR Mode    Type   Address',
      'ge-0/0/0.0    up              1   master          Active    lcl    10.0.0.3',
      '                                                            vip    10.0.0.1',
    ]);
    room.script('@J1\nconfigure\nset interfaces ge-0/0/0 disable\ncommit and-quit');
    expect(room.shown('@J1\nshow vrrp')).toContain(
      'ge-0/0/0.0    down            1   bringup  Active      N  0.000 lcl',
    );
  });

  it('show vrrp detail (capture: SRX, Junos 24.4)', async () => {
    const room = await vrrpLab(
      [
        '!fhrp version vrrp v3',
        'vrrp 1 address-family ipv4',
        'address 10.0.0.1 primary',
        'priority 150',
        'timers advertise 200',
      ],
      [
        VIP,
        `${J_GROUP} priority 150`,
        `${J_GROUP} fast-interval 200`,
        `${J_GROUP} track route 100.64.0.1/32 routing-instance default priority-cost 100`,
        'protocols vrrp version-3',
      ],
    );
    room.script('.wait 10s');
    expect(
      trimmed(room.shown('@J1\nshow vrrp detail')).map((line) => line.replace(/: 0\.\d{3}s|uptime: [\d:]+/, ': N')),
    ).toEqual([
      'Physical interface: ge-0/0/0, Unit: 0, Address: 10.0.0.3/24',
      '  Index: 334, SNMP ifIndex: 536, VRRP-Traps: disabled, VRRP-Version: 3',
      '  Interface state: up, Group: 1, State: backup, VRRP Mode: Active',
      '  Priority: 50, Advertisement interval: 0.200, Authentication type: none',
      '  Advertisement threshold: 3, Computed send rate: 0',
      '  Preempt: yes, Accept-data mode: no, VIP count: 1, VIP: 10.0.0.1',
      '  Dead timer: N, Master priority: 150, Master router: 10.0.0.2',
      '  Virtual router : N',
      '  Preferred: yes',
      '  Tracking: enabled',
      '    Current priority: 50, Configured priority: 150',
      '    Priority hold time: disabled',
      '    Interface tracking: disabled',
      '    Route tracking: enabled, Route count: 1',
      '      Route               VRF name     Route state      Priority cost',
      '      100.64.0.1/32       default      unknown                    100',
    ]);
    room.script('@R1\nconfigure terminal\ninterface GigabitEthernet0/0\nshutdown\nend\n.wait 8s');
    expect(
      trimmed(room.shown('@J1\nshow vrrp detail'))
        .slice(6, 9)
        .map((line) => line.replace(/: 0\.\d{3}s/, ': N')),
    ).toEqual([
      '  Advertisement Timer: N, Master router: 10.0.0.3',
      expect.stringMatching(/^ {2}Virtual router uptime: 00:00:\d\d, Master router uptime: 00:00:0\d$/),
      '  Virtual Mac: 00:00:5e:00:01:01',
    ]);
    expect(room.shown('@J1\nshow log messages | match NEW_MASTER')).toMatch(
      /vrrpd\[\d+\]: VRRPD_NEW_MASTER: Interface ge-0\/0\/0\.0 \(local address 10\.0\.0\.3\) became VRRP master for group 1 with master reason Adjacency down or no response from master\s*$/,
    );
  });

  it('statistics are counted and cleared', async () => {
    const room = await vrrpLab([], [VIP]);
    room.script('.wait 10s');
    const sent = (): string => /Advertisement sent +:(\d+)/.exec(room.shown('@J1\nshow vrrp extensive'))?.[1] ?? '';
    expect(Number(sent())).toBeGreaterThan(4);
    expect([room.shown('@J1\nclear vrrp all'), sent()]).toEqual(['', '0']);
  });

  it.each([
    ['virtual-address must be configured', [`${J_GROUP} priority 200`]],
    ['virtual-address 10.0.1.1 must be on the same subnet', [`${J_GROUP} virtual-address 10.0.1.1`]],
    ['priority must be 255', [`${J_GROUP} virtual-address 10.0.0.3`]],
    ['priority 255 is allowed only', [VIP, `${J_GROUP} priority 255`]],
    [
      'no-preempt is not allowed',
      [`${J_GROUP} virtual-address 10.0.0.3`, `${J_GROUP} priority 255`, `${J_GROUP} no-preempt`],
    ],
    [
      'duplicate vrrp-group',
      [VIP, 'interfaces ge-0/0/0 unit 0 family inet address 10.7.0.3/24 vrrp-group 1 virtual-address 10.7.0.1'],
    ],
  ])('commit refuses: %s', async (words, lines) => {
    const room = await vrrpLab([], []);
    const [commit] = room
      .script(['@J1', 'configure', ...lines.map((line) => `set ${line}`), 'commit'].join('\n'))
      .slice(-1);
    expect(commit?.output).toContain(words);
    expect(commit?.output).toContain('[edit interfaces ge-0/0/0 unit 0 family inet');
  });

  it('a logical system has groups of its own', async () => {
    const inside = 'logical-systems LS1 interfaces ge-0/0/2 unit 0 family inet address 10.6.0.3/24';
    const room = await vrrpLab([], [`${inside} vrrp-group 7 virtual-address 10.6.0.1`, VIP]);
    room.script('.wait 10s');
    expect(room.shown('@J1\nshow vrrp summary')).not.toContain('10.6.0.1');
    expect(room.shown('@J1\nset cli logical-system LS1\nshow vrrp summary')).toContain('vip    10.6.0.1');
  });

  it('groups of two addresses of one unit speak as theirs', async () => {
    const second = 'interfaces ge-0/0/0 unit 0 family inet address 10.7.0.3/24';
    const room = await vrrpLab([], [VIP, second, `${second} vrrp-group 2 virtual-address 10.7.0.1`]);
    room.script('.wait 10s');
    expect(
      room
        .router('J1')
        .ask('vrrp.groups', {})
        .map(({ state, local }) => [state, local]),
    ).toEqual([
      ['master', 0x0a000003],
      ['master', 0x0a070003],
    ]);
  });
});

it('labs may ask for it', async () => {
  const room = await vrrpLab([], [VIP]);
  room.script('.wait 10s');
  const ask = (state: 'backup' | 'master', group = 1) =>
    vrrpFinding({ check: 'vrrp-state', on: 'J1', name: 'ge-0/0/0.0', group, state }, room.router('J1'));
  expect(ask('master')).toEqual({ holds: true, why: 'J1 is master in VRRP group 1 on ge-0/0/0.0' });
  expect(ask('backup').holds).toBe(false);
  expect(ask('master', 2)).toEqual({ holds: false, why: 'J1 has no VRRP group 2 on ge-0/0/0.0' });
});

describe('the wire, judged by tshark', () => {
  const V3 = ['!fhrp version vrrp v3', 'vrrp 1 address-family ipv4', 'address 10.0.0.1 primary', 'vrrpv2'];
  const CASES = [
    [
      'version 2 with a password',
      ['vrrp 1 ip 10.0.0.1', 'vrrp 1 authentication text one'],
      [VIP, `${J_GROUP} authentication-type simple`, `${J_GROUP} authentication-key one`],
    ],
    ['version 3, and 2 besides', V3, [VIP, `${J_GROUP} priority 200`, 'protocols vrrp version-3']],
  ] as const;
  it.skipIf(judgeVersion() === undefined).each(CASES)('%s is clean', async (name, ios, junos) => {
    const room = await vrrpLab([], []);
    const file = join(folder, `${name.replaceAll(/\W/g, '')}.pcapng`);
    const capture = new CaptureFile(file, room.play.running, ['lan']);
    const [global, local] = [ios.filter((line) => line.startsWith('!')), ios.filter((line) => !line.startsWith('!'))];
    room.script(
      [
        '@R1',
        'configure terminal',
        ...global.map((line) => line.slice(1)),
        'interface GigabitEthernet0/0',
        ...local,
        'end',
      ].join('\n'),
    );
    room.script(['.wait 10s', '@J1', 'configure', ...junos.map((line) => `set ${line}`), 'commit and-quit'].join('\n'));
    room.script(
      '.wait 10s\n@H1\nping 10.9.9.9\n@R1\nconfigure terminal\ninterface GigabitEthernet0/0\nshutdown\n.wait 5s\n@H1\nping 10.9.9.9',
    );
    capture.close();
    const { frames, bad } = judge(file);
    expect(bad).toEqual([]);
    expect(frames).toBe(capture.frames);
    expect(frames).toBeGreaterThan(30);
  });
});

it('monitor traffic reads advertisements (captures of tcpdump)', async () => {
  const room = await vrrpLab(['vrrp 1 ip 10.0.0.1', 'vrrp 1 authentication text x'], []);
  room.script('.wait 5s');
  const typed = room
    .script('@J1\nmonitor traffic interface ge-0/0/0 count 2 no-resolve\n.wait 3s')
    .map(({ output }) => output);
  expect(typed.join('\n')).toContain(
    ' In IP 10.0.0.2 > 224.0.0.18: VRRPv2, Advertisement, vrid 1, prio 100, authtype simple, intvl 1s, length 20',
  );
});

it('a static route goes by a tracked object (`ip route … track`)', async () => {
  const room = await vrrpLab(
    [
      '!ip route 10.7.0.0 255.255.0.0 10.1.2.1 track 5',
      '!ip route 10.7.0.0 255.255.0.0 10.0.0.3 200',
      '!interface Loopback7',
      '!shutdown',
      '!track 5 interface Loopback7 line-protocol',
    ],
    [],
  );
  const way = (): string => /via (\S+)/.exec(room.shown('@R1\nshow ip route static | include 10.7'))?.[1] ?? '';
  expect(way()).toBe('10.0.0.3');
  room.script('@R1\nconfigure terminal\ninterface Loopback7\nno shutdown\nend\n.wait 3s');
  expect(way()).toBe('10.1.2.1');
  expect(trimmed(room.shown('@R1\nshow track 5')).slice(-2)).toEqual(['  Tracked by:', '    Static IP Routing 0']);
  room.script('@R1\nconfigure terminal\ninterface Loopback7\nshutdown\nend\n.wait 3s');
  expect(way()).toBe('10.0.0.3');
  room.script('@R1\nconfigure terminal\nno ip route 10.7.0.0 255.255.0.0 10.1.2.1 track 5\nend\n.wait 3s');
  expect(room.shown('@R1\nshow track 5')).not.toContain('Tracked by');
});
