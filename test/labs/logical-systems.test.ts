// A lab that calls logical systems of one box by their names: consoles, links of one VLAN, power, checks, saves.

import { describe, expect, it } from 'vitest';
import { ask } from '../../src/lab/checks.ts';
import type { Incident } from '../../src/lab/lab.ts';
import { examine } from '../../src/lab/progress.ts';
import { fork } from '../../src/play/fork.ts';
import { reopen, saveOf } from '../../src/play/replay.ts';
import { seconds } from '../../src/sim/time.ts';
import { LabRoom } from '../harness/lab-room.ts';

const unit = (system: string, port: string, vlan: number, address: string): string =>
  [`vlan-id ${vlan}`, `family inet address ${address}`]
    .map((text) => `set logical-systems ${system} interfaces ${port} unit ${vlan} ${text}\n`)
    .join('');

/** Three logical systems: East and West share VLAN 10, all three VLAN 30 of a switch. */
const CONFIG = `set system host-name BOX
set system root-authentication encrypted-password "$6$labsroot$s/qGemA7.5UC1ErxuBUNiT89kLzHxMGLcSPfYUk7gXb5HvmEiSJ6gLe63JvBrp93sZk2l0Pyxob9CEppa6.RB0"
set system login user play class super-user
set chassis aggregated-devices ethernet device-count 1
set interfaces xe-2/0/0 vlan-tagging
set interfaces xe-2/0/1 vlan-tagging
set interfaces ae0 vlan-tagging
${unit('East', 'xe-2/0/0', 10, '10.0.10.1/24')}${unit('West', 'xe-2/0/1', 10, '10.0.10.2/24')}
${unit('East', 'xe-2/0/0', 30, '10.0.30.1/24')}${unit('West', 'xe-2/0/1', 30, '10.0.30.2/24')}
${unit('South', 'ae0', 30, '10.0.30.3/24')}set logical-systems South routing-options static route 10.0.10.0/24 next-hop 10.0.30.1
`;
const LAB = {
  title: 'Three in one',
  summary: 'Logical systems.',
  minutes: 5,
  devices: [
    { name: 'mx', os: 'junos', model: 'mx104' },
    ...['East', 'West', 'South'].map((name) => ({ name, of: 'mx' })),
  ],
  links: [
    { ends: ['East:xe-2/0/0.10', 'West:xe-2/0/1.10'] },
    { id: 'lan', ends: ['East:xe-2/0/0.30', 'West:xe-2/0/1.30', 'South:ae0.30'] },
  ],
  tasks: [
    {
      id: 't',
      title: 'T',
      brief: 'T',
      checks: [{ check: 'ping', from: 'South', to: '10.0.10.1', say: 'South reaches East' }],
    },
  ],
};
const open = (more: object = {}): Promise<LabRoom> =>
  LabRoom.made('three', {
    'labs/three/lab.json': { ...LAB, ...more },
    'labs/three/guide.md': '# Three\n',
    'labs/three/start/mx.junos': CONFIG,
  });

const loss = (text: string): string => /\d+% packet loss/.exec(text)?.[0] ?? text;

describe('a lab of logical systems', () => {
  it('has a console for each, where one stands at its prompt', async () => {
    const room = await open();
    const [east, box] = room.script('@East\nshow route terse\n@mx\nshow version');
    expect([east?.device, east?.prompt, box?.prompt]).toEqual(['East', 'play@BOX:East> ', 'play@BOX> ']);
    expect(east?.output).toContain('10.0.10.0/24');
    const [second] = room.script('@East 2\nshow route terse');
    expect(second?.prompt).toBe('play@BOX:East> ');
  });

  it('joins VLANs by links of their own', async () => {
    const room = await open();
    expect(loss(room.shown('@South\nping 10.0.30.2 count 2'))).toBe('0% packet loss');
    expect(loss(room.shown('@East\nping 10.0.10.2 count 2'))).toBe('0% packet loss');
    room.script('.cut West:xe-2/0/1.10');
    expect(loss(room.shown('@East\nping 10.0.10.2 count 2'))).toBe('100% packet loss');
    // The port itself is lit by the switch, and other VLANs of it go on.
    expect(room.shown('@East\nshow interfaces terse xe-2/0/0.10')).toMatch(/xe-2\/0\/0\.10 +up +up/);
    expect(loss(room.shown('@East\nping 10.0.30.2 count 2'))).toBe('0% packet loss');
    room.script('.mend East:xe-2/0/0.10');
    expect(loss(room.shown('@East\nping 10.0.10.2 count 2'))).toBe('0% packet loss');
  });

  it('shows and captures what goes through one unit', async () => {
    const room = await open();
    const [seen] = room.script(
      '@East\nmonitor traffic interface xe-2/0/0.30 no-resolve\n.wait 1s\n@South\nping 10.0.30.1 count 1\n@East\n.key ctrl-c',
    );
    expect(seen?.output).toMatch(/ In IP .*10\.0\.30\.3 > 10\.0\.30\.1: ICMP echo request/);
    expect(seen?.output).toMatch(/Out IP .*10\.0\.30\.1 > 10\.0\.30\.3: ICMP echo reply/);
  });

  it('switches one off and on, its console with it', async () => {
    const room = await open();
    room.script('@West\nshow route terse\n.power West off');
    expect(room.play.state('West', 0)).toBe('closed');
    expect(room.play.running.router('West')).toBeUndefined();
    expect(loss(room.shown('@South\nping 10.0.30.2 count 2'))).toBe('100% packet loss');
    expect(loss(room.shown('@South\nping 10.0.30.1 count 2'))).toBe('0% packet loss');
    // A commit elsewhere does not switch it on.
    room.script('@East\nconfigure\nset routing-options router-id 1.1.1.1\ncommit and-quit');
    expect(room.play.running.router('West')).toBeUndefined();
    room.script('.power West on');
    expect(room.play.state('West', 0)).toBe('prompt');
    expect(loss(room.shown('@South\nping 10.0.30.2 count 2'))).toBe('0% packet loss');
  });

  it('goes dark as a whole with its box', async () => {
    const room = await open();
    room.script('@East\nshow route terse\n.power mx off');
    expect(room.play.state('East', 0)).toBe('closed');
    room.script('.power mx on\n.settle');
    expect(loss(room.shown('@East\nping 10.0.10.2 count 2'))).toBe('0% packet loss');
  });

  it('asks checks of the router that they name, by the name of the lab or of the box', async () => {
    const { play } = await open();
    const holds = (question: Parameters<typeof ask>[0]): boolean => ask(question, play.running).holds;
    for (const on of ['South', 'mx:South']) {
      expect(holds({ check: 'route', on, prefix: '10.0.10.0/24', kind: 'static' })).toBe(true);
      expect(
        holds({ check: 'statement', on, line: 'routing-options / static / route 10.0.10.0/24 next-hop 10.0.30.1' }),
      ).toBe(true);
    }
    expect(holds({ check: 'route', on: 'mx', prefix: '10.0.10.0/24' })).toBe(false);
    expect(ask({ check: 'ping', from: 'South', to: '10.0.10.1' }, fork(play).running).holds).toBe(true);
  });

  it('answers what would be so after something happened, and is then as it was', async () => {
    const { play } = await open();
    const copy = fork(play).running;
    const ping = { check: 'ping', from: 'South', to: '10.0.10.1', say: 'South reaches East' } as const;
    const asked = (incident: Incident, not = false) =>
      examine({ check: 'when', ...incident, expect: ping, say: 'It is so', not }, { live: copy, fork: () => copy });
    const route = 'delete logical-systems South routing-options static';
    expect(asked({ cut: 'lan', within: '5s' }, true).passed).toBe(true);
    expect(asked({ off: 'East', within: '5s' }, true).passed).toBe(true);
    expect(asked({ off: 'West', within: '5s' }).passed).toBe(true);
    const told = asked({ typed: { on: 'mx', lines: [route] }, within: '5s' });
    expect([told.passed, told.why]).toEqual([
      false,
      `5s after mx is told: ${route}: South pings 10.0.10.1: 0 of 5 answered; it could not even be sent`,
    ]);
    expect(asked({ typed: { on: 'mx', lines: ['set nothing'] }, within: '5s' }).why).toContain(
      'mx refuses "set nothing"',
    );
    expect(examine(ping, { live: copy, fork: () => copy }).passed).toBe(true);
    expect(
      examine({ check: 'when', off: 'East', within: '5s', expect: ping, say: '' }, { live: copy, fork: undefined })
        .passed,
    ).toBeUndefined();
  });

  it('has not settled while a router is overloaded after its start', async () => {
    const start = `${CONFIG}set logical-systems East interfaces lo0 unit 1 family iso address 49.0001.0000.0000.0001.00
set logical-systems East protocols isis interface lo0.1 passive
set logical-systems East protocols isis overload timeout 120
`;
    const files = {
      'labs/three/lab.json': LAB,
      'labs/three/guide.md': '# Three\n',
      'labs/three/start/mx.junos': start,
    };
    const { play } = await LabRoom.made('three', files);
    expect(play.now).toBeGreaterThanOrEqual(seconds(150));
    expect(play.now).toBeLessThan(seconds(160));
  });

  it('comes back from a save as the same run', async () => {
    const room = await open();
    room.script('@South\nping 10.0.30.2 count 2\n.power West off\n.wait 3s\n@East\nshow arp');
    const save = saveOf(room.play, { title: 'Three', engine: 'e' });
    const again = reopen(save, room.lab, room.machinery, { engine: 'e' });
    expect(again.how).toBe('exact');
    expect(again.play.fingerprint).toBe(save.fingerprint);
    expect(again.play.running.router('West')).toBeUndefined();
  });

  it.each([
    [{ devices: [...LAB.devices, { name: 'North', of: 'box' }] }, '"box" is no device above this one'],
    [{ links: [{ ends: ['East:xe-2/0/0', 'West:xe-2/0/1.10'] }] }, 'East shares the ports of mx; expected one VLAN'],
    [
      { links: [...LAB.links, { id: 'again', ends: ['mx:xe-2/0/0.10', 'mx:xe-2/0/1.11'] }] },
      'a second cable in mx:xe-2/0/0.10',
    ],
    [{ links: [{ ends: ['East:xe-9/0/0.10', 'West:xe-2/0/1.10'] }] }, 'East (junos mx104) has no port "xe-9/0/0.10"'],
    [
      {
        tasks: [
          {
            ...LAB.tasks[0],
            checks: [
              {
                check: 'when',
                cut: 'lam',
                within: 'soon',
                expect: { check: 'ping', from: 'Sowth', to: '10.0.0.1', say: 'x' },
                say: 'x',
              },
            ],
          },
        ],
      },
      /there is no link "lam".*lan[\s\S]*"soon" is no time[\s\S]*a check asks "Sowth".*South/,
    ],
  ])('tells its author what cannot be', async (more, why) => {
    await expect(open(more)).rejects.toThrow(why);
  });
});
