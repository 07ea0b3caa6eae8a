// The labelled core at work: how long traffic is lost when something fails, and what the failure is noticed by.

import { describe, expect, it } from 'vitest';
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
    room.script(`@P1
configure
delete protocols isis interface ge-0/0/1.0 family inet
commit and-quit
@P2
configure terminal
interface GigabitEthernet0/0
no isis bfd
end
.settle
`);
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
