// The labelled core at work: how long traffic is lost when something fails, and what the failure is noticed by.

import { describe, expect, it } from 'vitest';
import { ipText } from '../../src/base/ip.ts';
import { seconds } from '../../src/sim/time.ts';
import { LabRoom } from '../harness/lab-room.ts';

const PINGS = 60;
/** One request a second while nothing comes back, so that every lost one is a second of outage. */
const LONG_PING = `ping 10.0.0.4 source Loopback0 repeat ${PINGS} timeout 1`;

/** Seconds without an answer from PE2, as PE1 sees it, when the cable fails under a running ping. */
function outage(room: LabRoom, failure: string): number {
  room.script(`${failure}\n@PE1`);
  const received = room.ping('PE1', LONG_PING, '10.0.0.4');
  return PINGS - received;
}
const path = (room: LabRoom): string =>
  room
    .shown('@PE1\ntraceroute 10.0.0.4')
    .split('\n')
    .flatMap((line) => /^ +\d+ (\d+\.\d+\.\d+\.\d+)/.exec(line)?.[1] ?? [])
    .join(' ');
const NORTH = '10.1.12.2 10.1.23.2 10.0.0.4';
const WITHOUT_BFD = `@P1
configure
delete protocols isis interface ge-0/0/1.0 family inet
commit and-quit
@P2
configure terminal
interface GigabitEthernet0/0
no isis bfd
end
.settle
`;

describe('a cable between P1 and P2', () => {
  it('that breaks is noticed by its light: seconds, as long as IOS waits before its first SPF', async () => {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    expect(path(room)).toBe(NORTH);
    const lost = outage(room, '.cut P1:ge-0/0/1');
    expect(lost).toBeLessThanOrEqual(8);
    expect(path(room)).not.toContain('10.1.23.2');
    room.script('.mend P1:ge-0/0/1\n.settle');
    expect(path(room)).toBe(NORTH);
  });

  it('that goes silent is noticed by BFD, nine tenths of a second later', async () => {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    const sessions = () => room.router('P2').ask('bfd.sessions', {});
    expect(sessions().filter(({ state }) => state === 'up')).toHaveLength(3);
    room.script('.link P1:ge-0/0/1 loss=100%\n.wait 1200ms');
    expect(sessions().filter(({ state }) => state === 'up')).toHaveLength(2);
    expect(
      room
        .router('P2')
        .ask('isis.adjacencies', {})
        .filter(({ state }) => state === 'Up'),
    ).toHaveLength(2);
    expect(outage(room, '.wait 1ms')).toBeLessThanOrEqual(8);
  });

  it('that goes silent without BFD is missed when the hold time has passed', async () => {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    room.script(WITHOUT_BFD);
    const lost = outage(room, '.link P1:ge-0/0/1 loss=100%');
    expect(lost).toBeGreaterThan(15);
    expect(lost).toBeLessThan(40);
  });

  it('that comes back carries no transit before LDP has caught up', async () => {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    room.script('.cut P1:ge-0/0/1\n.wait 40s');
    // IS-IS alone would come back at once; the session of LDP cannot: its packets are thrown away.
    room.script(
      '@P2\nconfigure terminal\nno mpls ldp router-id Loopback0 force\ninterface GigabitEthernet0/0\nno mpls ip\nend',
    );
    room.script('.mend P1:ge-0/0/1\n.wait 30s');
    const [circuit] = room
      .router('P1')
      .ask('isis.circuits', {})
      .filter((one) => one.interface.name === 'ge-0/0/1.0');
    expect(circuit?.ldp).toBe('waiting');
    expect(path(room)).not.toContain('10.1.23.2');
    room.script(
      '@P2\nconfigure terminal\nmpls ldp router-id Loopback0 force\ninterface GigabitEthernet0/0\nmpls ip\nend\n.settle',
    );
    expect(path(room)).toBe(NORTH);
  });
});

const P1_P2 = 'P1:ge-0/0/1';
/** Whether P1 and P2 have each other, as P1 and as P2 see it. */
const adjacent = (room: LabRoom, device: 'P1' | 'P2'): boolean =>
  room
    .router(device)
    .ask('isis.adjacencies', {})
    .some(({ on, state }) => on === (device === 'P1' ? 'ge-0/0/1.0' : 'GigabitEthernet0/0') && state === 'Up');
const watched = (room: LabRoom, device: 'P1' | 'P2'): boolean =>
  room
    .router(device)
    .ask('bfd.sessions', {})
    .some(({ peer, state }) => ipText(peer) === (device === 'P1' ? '10.1.23.2' : '10.1.23.1') && state === 'up');
/** Milliseconds of lab time, in steps of ten, until it is so. */
function millisUntil(room: LabRoom, isSo: () => boolean): number {
  const began = room.play.now;
  while (!isSo()) {
    room.script('.wait 10ms');
    if (room.play.now > began + seconds(120)) throw new Error('two minutes have passed');
  }
  return (room.play.now - began) / 1000;
}
const lit = (room: LabRoom, device: 'P1' | 'P2'): boolean | undefined =>
  room
    .router(device)
    .ask('interfaces', {})
    .find((row) => row.interface.name === (device === 'P1' ? 'ge-0/0/1.0' : 'GigabitEthernet0/0'))?.interface.up;

describe('one way of the cable between P1 and P2', () => {
  it('that goes silent is noticed by BFD at the deaf end, and by the other end when it is told', async () => {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    room.script(`.link ${P1_P2} out loss=100%`);
    const deaf = millisUntil(room, () => !watched(room, 'P2'));
    // RFC 5880 §6.8.4: three times 300 ms after the last packet, which was up to 300 ms old.
    expect(deaf).toBeGreaterThan(590);
    expect(deaf).toBeLessThan(920);
    expect(adjacent(room, 'P2')).toBe(false);
    // §6.8.6: the session that is heard says Down in its next packet, with diagnostic 1; P1 hears it.
    expect(millisUntil(room, () => !watched(room, 'P1'))).toBeLessThan(1100);
    expect(adjacent(room, 'P1')).toBe(false);
    expect(outage(room, '.wait 1ms')).toBeLessThanOrEqual(8);
    expect(path(room)).not.toContain('10.1.23.2');
    room.script(`.link ${P1_P2} loss=0%\n.settle`);
    expect([adjacent(room, 'P1'), adjacent(room, 'P2'), path(room)]).toEqual([true, true, NORTH]);
  });

  it('that goes silent without BFD is missed after the hold time; the next hello takes the other end along', async () => {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    room.script(WITHOUT_BFD);
    room.script(`.link P2:GigabitEthernet0/0 in loss=100%`);
    const deaf = millisUntil(room, () => !adjacent(room, 'P2'));
    // Junos says 27 s on a point-to-point circuit, and says hello every 9 s (less a quarter).
    expect(deaf).toBeGreaterThan(17_500);
    expect(deaf).toBeLessThanOrEqual(27_010);
    // RFC 5303 §3.2: P2's hellos say "Down" now; one comes within ten seconds.
    expect(millisUntil(room, () => !adjacent(room, 'P1'))).toBeLessThan(10_010);
    room.script('.wait 10s');
    expect(path(room)).not.toContain('10.1.23.2');
  });

  it('that is cut takes the light from one end at once, and BFD tells the other', async () => {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    room.script(`.cut ${P1_P2} in\n.wait 10ms`);
    expect([lit(room, 'P1'), lit(room, 'P2')]).toEqual([false, true]);
    expect([adjacent(room, 'P1'), adjacent(room, 'P2')]).toEqual([false, true]);
    const blind = millisUntil(room, () => !adjacent(room, 'P2'));
    expect(blind).toBeGreaterThan(580);
    expect(blind).toBeLessThan(920);
    room.script(`.mend ${P1_P2}\n.settle`);
    expect(path(room)).toBe(NORTH);
  });

  it('that is cut towards IOS is noticed by BFD before the carrier delay of two seconds has passed', async () => {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    room.script(`.cut ${P1_P2} out`);
    expect(millisUntil(room, () => !adjacent(room, 'P2'))).toBeLessThan(920);
    expect([lit(room, 'P1'), lit(room, 'P2')]).toEqual([true, true]);
    expect(millisUntil(room, () => !adjacent(room, 'P1'))).toBeLessThan(1100);
    room.script('.wait 2s');
    expect([lit(room, 'P1'), lit(room, 'P2')]).toEqual([true, false]);
  });
});

describe('a cable between P1 and P2 that flaps', () => {
  it('costs the adjacency each time, and carries transit again when LDP has its session', async () => {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    const sync = () =>
      room
        .router('P1')
        .ask('isis.circuits', {})
        .find((one) => one.interface.name === 'ge-0/0/1.0')?.ldp;
    for (let flap = 0; flap < 5; flap++) {
      room.script(`.cut ${P1_P2}\n.wait 100ms`);
      // P2 does not see it: IOS counts a carrier as lost after two seconds.
      expect([adjacent(room, 'P1'), lit(room, 'P2')]).toEqual([false, true]);
      room.script(`.mend ${P1_P2}\n.wait 400ms`);
    }
    const back = millisUntil(room, () => adjacent(room, 'P1') && adjacent(room, 'P2'));
    // A hello in each direction, and one that answers: ten seconds a hello at most.
    expect(back).toBeLessThan(20_000);
    millisUntil(room, () => sync() === 'achieved');
    room.script('.wait 12s');
    expect(path(room)).toBe(NORTH);
  });
});

it('loses nothing of a save in the middle of a failover, and is the same run on every run', async () => {
  const fingerprints: string[] = [];
  for (let run = 0; run < 2; run++) {
    const room = await LabRoom.open('core-isis-ldp', 'solution');
    room.script('.link P1:ge-0/0/1 loss=100%\n.wait 2s');
    room.play.advance((room.play.now + seconds(5)) as typeof room.play.now);
    fingerprints.push(room.play.fingerprint);
  }
  expect(fingerprints[1]).toBe(fingerprints[0]);
});
