// VRRP through the consoles: an IOS and a Junos router are the gateway of a LAN together.

import { describe, expect, it } from 'vitest';
import type { LabRoom } from '../../harness/lab-room.ts';
import { ifName } from '../../harness/routes.ts';
import { J_GROUP, vrrpLab } from '../../harness/vrrp-lab.ts';

const VIP = `${J_GROUP} virtual-address 10.0.0.1`;
const LAN = 'GigabitEthernet0/0';

/** `R1 master, J1 backup` */
const states = (room: LabRoom): string =>
  ['R1', 'J1']
    .map(
      (name) =>
        `${name} ${room
          .router(name)
          .ask('vrrp.groups', {})
          .map(({ state }) => state)
          .join(' ')}`,
    )
    .join(', ');

/** When the groups of a router got into their states, in seconds of the lab. */
const since = (room: LabRoom, name: string): readonly number[] =>
  room
    .router(name)
    .ask('vrrp.groups', {})
    .map((row) => row.since / 1_000_000);

const now = (room: LabRoom): number => room.router('R1').ask('uptime', {}).now / 1_000_000;

describe('version 2', () => {
  const both = () => vrrpLab(['vrrp 1 ip 10.0.0.1', 'vrrp 1 priority 120'], [VIP]);

  it('the better priority is the master; the LAN keeps its way out when it fails, and when it comes back', async () => {
    const room = await both();
    room.script('.wait 10s');
    expect(states(room)).toBe('R1 master, J1 backup');
    expect(room.ping('H1', 'ping 10.9.9.9', '10.9.9.9')).toBeGreaterThan(2);
    const cut = now(room);
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nshutdown\n.wait 5s`);
    expect(states(room)).toBe('R1 init, J1 master');
    // RFC 3768 §6.1: 3 s + 156/256 s after the last advertisement, which was up to a second before.
    const after = (since(room, 'J1')[0] ?? 0) - cut;
    expect(after).toBeGreaterThan(2.6);
    expect(after).toBeLessThan(3.62);
    // Nothing in the host has changed: its gateway's MAC is where it answers now.
    expect(room.ping('H1', 'ping 10.9.9.9', '10.9.9.9')).toBe(5);
    room.script('@R1\nno shutdown\n.wait 10s');
    expect(states(room)).toBe('R1 master, J1 backup');
    expect(room.ping('H1', 'ping 10.9.9.9', '10.9.9.9')).toBe(5);
  });

  it('pings go on while the gateway is shut: what is lost are the seconds of the dead timer', async () => {
    const room = await both();
    room.script(`.wait 10s\n@R1\nconfigure terminal\ninterface ${LAN}\nvrrp 1 shutdown\n.wait 2s`);
    // Priority 0: the other one waits for its skew only.
    expect(states(room)).toBe('R1 init, J1 master');
    expect(room.shown('@R1\ndo show vrrp')).toBe('');
    expect(room.shown('@R1\ndo show vrrp all')).toContain('State is Init');
    room.script('@R1\nno vrrp 1 shutdown\n.wait 10s');
    expect(states(room)).toBe('R1 master, J1 backup');
  });

  it('a group does not begin before the delay after its interface came up is over', async () => {
    const room = await vrrpLab(['vrrp delay minimum 10', 'vrrp 1 ip 10.0.0.1', 'vrrp 1 priority 120'], [VIP]);
    room.script(`.wait 20s\n@R1\nconfigure terminal\ninterface ${LAN}\nshutdown\n.wait 5s\nno shutdown\n.wait 8s`);
    expect(states(room)).toBe('R1 init, J1 master');
    room.script('.wait 12s');
    expect(states(room)).toBe('R1 master, J1 backup');
  });

  it('the group goes: its priority 0 is heard, 609 ms later the other one is the master', async () => {
    const room = await both();
    room.script('.wait 10s');
    const gone = now(room);
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nno vrrp 1 ip\n.wait 2s`);
    expect((since(room, 'J1')[0] ?? 0) - gone).toBeCloseTo(0.609, 1);
    const log = room.shown('@R1\ndo show logging | include VRRP');
    expect(log).toMatch(/%VRRP-6-STATECHANGE: Gi0\/0 Grp 1 state Master -> Disable\s*$/);
  });

  it('a group with another password, or another interval, is not heard: both are masters', async () => {
    const room = await vrrpLab(
      ['vrrp 1 ip 10.0.0.1', 'vrrp 1 authentication text one'],
      [VIP, `${J_GROUP} authentication-type simple`, `${J_GROUP} authentication-key two`],
    );
    room.script('.wait 10s');
    expect(states(room)).toBe('R1 master, J1 master');
    expect(room.shown('@J1\nshow log messages | match VRRPD_A')).toMatch(
      /VRRPD_AUTH_INFO_INVALID: VRRP ad packet from 10\.0\.0\.2 received by interface ge-0\/0\/0\.0 for group 1 was invalid: authentication-key-mismatch\s*$/,
    );
    expect(room.shown('@J1\nshow vrrp extensive | match "password|type received"')).toMatch(
      /Bad password received +:[1-9]/,
    );
    room.script(`@J1\nconfigure\nset ${J_GROUP} authentication-key one\ncommit and-quit\n.wait 10s`);
    // Of the same priority who begins lets the one be that is there.
    expect(states(room)).toBe('R1 master, J1 backup');
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nvrrp 1 timers advertise 5\n.wait 30s`);
    expect(states(room)).toBe('R1 master, J1 master');
    expect(room.shown('@J1\nshow log messages | match VRRPD_ADVERT')).toMatch(
      /VRRPD_ADVERT_TIME_MISMATCH: Packet received by ge-0\/0\/0\.0 for VRRP group 1 had advertisement time 5000 ms instead of required 1000 ms\s*$/,
    );
    room.script('@R1\nvrrp 1 timers learn\n.wait 30s');
    // Of two masters the one with the higher address stays.
    expect(states(room)).toBe('R1 backup, J1 master');
  });

  it('one without a password is complained of, once, until it is heard', async () => {
    const room = await vrrpLab(['vrrp 1 ip 10.0.0.1', 'vrrp 1 authentication text one'], [VIP]);
    room.script('.wait 20s');
    const said = (): readonly string[] => room.shown('@R1\nshow logging | include BADAUTH').trimEnd().split('\n');
    expect(said()).toEqual([
      expect.stringContaining('%VRRP-4-BADAUTHTYPE: Bad authentication from 10.0.0.3, group 1, type 0, expected 1.'),
    ]);
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nno vrrp 1 authentication\nend\n.wait 10s`);
    expect(states(room)).toBe('R1 backup, J1 master');
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nvrrp 1 authentication text two\nend\n.wait 10s`);
    expect(said()).toHaveLength(2);
  });
});

describe('version 3', () => {
  it('hundredths of a second: the LAN is without a gateway for less than one', async () => {
    const room = await vrrpLab(
      [
        '!fhrp version vrrp v3',
        'vrrp 1 address-family ipv4',
        'address 10.0.0.1 primary',
        'priority 120',
        'timers advertise 200',
      ],
      [VIP, `${J_GROUP} fast-interval 200`, 'protocols vrrp version-3', 'protocols vrrp startup-silent-period 1'],
    );
    room.script('.wait 10s');
    expect(states(room)).toBe('R1 master, J1 backup');
    const cut = now(room);
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nshutdown\nend\n.wait 2s`);
    expect(states(room)).toBe('R1 init, J1 master');
    expect((since(room, 'J1')[0] ?? 0) - cut).toBeLessThan(0.73);
    const log = room.shown('@R1\nshow logging | include VRRP');
    expect(log).toContain(`%VRRP-6-STATE: ${LAN} IPv4 group 1 state INIT -> BACKUP`);
    expect(log).toContain(`%VRRP-6-STATE: ${LAN} IPv4 group 1 state BACKUP -> MASTER`);
  });

  it('does not hear version 2, unless it was told to', async () => {
    const room = await vrrpLab(
      ['!fhrp version vrrp v3', 'vrrp 1 address-family ipv4', 'address 10.0.0.1 primary', 'priority 120'],
      [VIP],
    );
    room.script('.wait 10s');
    expect(states(room)).toBe('R1 master, J1 master');
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nvrrp 1 address-family ipv4\nvrrpv2\n.wait 10s`);
    expect(states(room)).toBe('R1 master, J1 backup');
  });
});

describe('the virtual address', () => {
  it('is answered by IOS, and by Junos where the owner says accept-data', async () => {
    const room = await vrrpLab(['vrrp 1 ip 10.0.0.1'], [VIP, `${J_GROUP} priority 200`]);
    room.script('.wait 10s');
    expect(states(room)).toBe('R1 backup, J1 master');
    expect(room.ping('H1', 'ping 10.0.0.1', '10.0.0.1')).toBe(0);
    expect(room.ping('H1', 'ping 10.9.9.9', '10.9.9.9')).toBe(5);
    room.script(`@J1\nconfigure\nset ${J_GROUP} accept-data\ncommit and-quit`);
    expect(room.ping('H1', 'ping 10.0.0.1', '10.0.0.1')).toBe(5);
    room.script('@J1\nconfigure\nset interfaces ge-0/0/0 disable\ncommit and-quit\n.wait 10s');
    expect(room.ping('H1', 'ping 10.0.0.1', '10.0.0.1')).toBeGreaterThan(3);
  });

  it('is no route and no address: only the ARP table of IOS has it', async () => {
    const room = await vrrpLab(['vrrp 1 ip 10.0.0.1'], [VIP, `${J_GROUP} priority 50`]);
    room.script('.wait 10s');
    expect(room.shown('@R1\nshow ip route 10.0.0.1')).toContain('Routing entry for 10.0.0.0/24');
    expect(room.shown('@R1\nshow ip arp 10.0.0.1')).toContain('10.0.0.1                -   0000.5e00.0101  ARPA');
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nshutdown\nend\n.wait 10s`);
    expect(states(room)).toBe('R1 init, J1 master');
    expect(room.shown('@J1\nshow route 10.0.0.1')).not.toContain('10.0.0.1/32');
    expect(room.shown('@J1\nshow route summary')).toContain('5 destinations, 5 routes');
    expect(room.shown('@J1\nshow interfaces terse ge-0/0/0')).not.toContain('10.0.0.1/');
    expect(room.shown('@J1\nshow arp')).not.toMatch(/10\.0\.0\.1 /);
  });

  it('is no hop: traceroute sees the router that forwards, by its own address', async () => {
    const room = await vrrpLab(['vrrp 1 ip 10.0.0.1', 'vrrp 1 priority 120'], [VIP]);
    room.script('.wait 10s');
    expect(room.shown('@H1\ntrace 10.9.9.9')).toMatch(/^ ?1 +10\.0\.0\.2 /m);
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nshutdown\nend\n.wait 10s`);
    expect(room.shown('@H1\ntrace 10.9.9.9')).toMatch(/^ ?1 +10\.0\.0\.3 /m);
  });

  it('takes connections where it is accepted: telnet to it', async () => {
    const room = await vrrpLab(
      ['!line vty 0 4', '!no login', '!transport input telnet', '!interface GigabitEthernet0/0', 'vrrp 1 ip 10.0.0.1'],
      [],
    );
    room.script('.wait 10s');
    expect(room.shown('@R9\ntelnet 10.0.0.1\n.wait 2s\n@R1\nshow users')).toMatch(/vty 0/);
  });

  it('of an owner: it is the master as soon as it is there, and answers', async () => {
    const room = await vrrpLab(
      ['vrrp 1 ip 10.0.0.3', 'vrrp 1 priority 254'],
      [`${J_GROUP} virtual-address 10.0.0.3`, `${J_GROUP} priority 255`],
    );
    room.script('.wait 5s');
    expect(states(room)).toBe('R1 backup, J1 master');
    expect(room.ping('H1', 'ping 10.0.0.3', '10.0.0.3')).toBe(5);
    room.script(`@J1\nconfigure\ndelete ${J_GROUP}\ncommit and-quit\n.wait 10s`);
    expect(states(room)).toBe('R1 master, J1 ');
    // IOS finds out by itself that it is the owner, and tracks nothing then.
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nvrrp 1 ip 10.0.0.2\n.wait 1s`);
    expect(room.router('R1').ask('vrrp.groups', {})[0]).toMatchObject({ priority: 255, state: 'master' });
    expect(room.shown('@R1\nvrrp 1 track 3 decrement 10')).toContain(
      'VRRP: Tracking not supported on IP Address owner',
    );
  });
});

describe('tracking', () => {
  it('IOS: an object that goes down takes the gateway along', async () => {
    const room = await vrrpLab(
      [
        '!track 1 interface GigabitEthernet0/1 line-protocol',
        'vrrp 1 ip 10.0.0.1',
        'vrrp 1 priority 120',
        'vrrp 1 track 1 decrement 50',
      ],
      [VIP],
    );
    room.script('.wait 10s\n.cut R1:GigabitEthernet0/1\n.wait 10s');
    expect(states(room)).toBe('R1 backup, J1 master');
    expect(room.shown('@R1\nshow logging | include TRACK')).toContain(
      '%TRACK-6-STATE: 1 interface Gi0/1 line-protocol Up -> Down',
    );
    expect(room.ping('H1', 'ping 10.9.9.9', '10.9.9.9')).toBe(5);
    room.script('.mend R1:GigabitEthernet0/1\n.wait 10s');
    expect(states(room)).toBe('R1 master, J1 backup');
  });

  it('IOS: a route, looked at every 15 seconds; a group that is told to stop', async () => {
    const room = await vrrpLab(
      [
        '!ip route 10.8.0.0 255.255.0.0 10.1.2.1',
        '!track 2 ip route 10.8.0.0/16 reachability',
        'vrrp 1 ip 10.0.0.1',
        'vrrp 1 track 2 shutdown',
      ],
      [VIP, `${J_GROUP} priority 50`],
    );
    room.script('.wait 10s');
    expect(states(room)).toBe('R1 master, J1 backup');
    expect(room.shown('@R1\nshow track 2').split('\n').slice(0, 3)).toEqual([
      'Track 2',
      '  IP route 10.8.0.0 255.255.0.0 reachability',
      '  Reachability is Up (static)',
    ]);
    room.script('@R1\nconfigure terminal\nno ip route 10.8.0.0 255.255.0.0 10.1.2.1\nend\n.wait 16s');
    expect(states(room)).toBe('R1 init, J1 master');
    expect(room.shown('@R1\nshow track 2')).toContain('Reachability is Down (no ip route)');
  });

  it('Junos: a route and an interface, each with its cost; the priority waits for its hold time', async () => {
    const room = await vrrpLab(
      ['vrrp 1 ip 10.0.0.1', 'vrrp 1 priority 110'],
      [
        VIP,
        `${J_GROUP} priority 150`,
        `${J_GROUP} track route 10.8.0.0/16 routing-instance default priority-cost 20`,
        `${J_GROUP} track interface ge-0/0/1.0 priority-cost 30`,
        `${J_GROUP} track priority-hold-time 20`,
        'routing-options static route 10.8.0.0/16 next-hop 10.1.3.1',
      ],
    );
    room.script('.wait 10s');
    expect(states(room)).toBe('R1 backup, J1 master');
    const priority = (): number | undefined => room.router('J1').ask('vrrp.groups', {})[0]?.priority;
    expect(priority()).toBe(150);
    room.script('@J1\nconfigure\ndelete routing-options static route 10.8.0.0/16\ncommit and-quit\n.wait 25s');
    expect([priority(), states(room)]).toEqual([130, 'R1 backup, J1 master']);
    room.script('.cut J1:ge-0/0/1\n.wait 2s');
    expect(priority()).toBe(100);
    room.script('.mend J1:ge-0/0/1\n.wait 2s');
    expect(priority()).toBe(100);
    room.script('.wait 20s');
    expect(priority()).toBe(130);
  });
});

describe('delays', () => {
  it('preempt after so many seconds, on both systems', async () => {
    const room = await vrrpLab(
      ['vrrp 1 ip 10.0.0.1', 'vrrp 1 priority 120', 'vrrp 1 preempt delay minimum 20'],
      [VIP, `${J_GROUP} preempt hold-time 15`],
    );
    room.script(
      `.wait 10s\n@R1\nconfigure terminal\ninterface ${LAN}\nshutdown\n.wait 10s\nno shutdown\nend\n.wait 15s`,
    );
    expect(states(room)).toBe('R1 backup, J1 master');
    room.script('.wait 10s');
    expect(states(room)).toBe('R1 master, J1 backup');
    room.script(`@R1\nconfigure terminal\ninterface ${LAN}\nvrrp 1 priority 80\nend\n.wait 10s`);
    expect(states(room)).toBe('R1 master, J1 backup');
    room.script('.wait 10s');
    expect(states(room)).toBe('R1 backup, J1 master');
  });

  it('where nobody preempts, the worse one stays', async () => {
    const room = await vrrpLab(
      ['vrrp 1 ip 10.0.0.1', 'no vrrp 1 preempt'],
      [VIP, `${J_GROUP} no-preempt`, `${J_GROUP} priority 200`],
    );
    // Junos is silent for four seconds after it began.
    room.script('.wait 30s');
    expect(states(room)).toBe('R1 master, J1 backup');
    room.script(
      `@R1\nconfigure terminal\ninterface ${LAN}\nvrrp 1 priority 250\nshutdown\n.wait 10s\nno shutdown\nend\n.wait 30s`,
    );
    expect(states(room)).toBe('R1 backup, J1 master');
  });
});

it('a group of a VRF is heard in it', async () => {
  const room = await vrrpLab(
    [
      '!vrf definition RED',
      '!rd 1:1',
      '!address-family ipv4',
      'vrf forwarding RED',
      'ip address 10.0.0.2 255.255.255.0',
      'vrrp 1 ip 10.0.0.1',
      'vrrp 1 priority 120',
    ],
    [VIP],
  );
  room.script('.wait 10s');
  expect(states(room)).toBe('R1 master, J1 backup');
  expect(room.router('R1').ask('vrrp.groups', { on: ifName(LAN) })[0]).toMatchObject({ vrf: 'RED' });
});
