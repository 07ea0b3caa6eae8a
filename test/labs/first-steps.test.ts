// The first lab: the same bytes on every run, and a save in the middle of everything.

import { expect, it } from 'vitest';
import { type Reopened, reopen, saveOf } from '../../src/play/replay.ts';
import { seconds } from '../../src/sim/time.ts';
import { LabRoom } from '../harness/lab-room.ts';

const ROUND = `@R1
show version
show interfaces
ping 10.0.12.2
traceroute 192.168.30.1
@R2
show interfaces
show route extensive
show system uptime
ping 192.168.30.1 count 3
ping 192.168.30.1 rapid
@R3
show ip route
show ip arp
@H1
ping 192.168.30.1 -c 2
.cut R2:ge-0/0/1
.wait 20s
@R3
show ip interface brief
show logging
`;

it('prints the same bytes on every run', async () => {
  const first = await LabRoom.open('first-steps', 'solution');
  const second = await LabRoom.open('first-steps', 'solution');
  const typed = first.script(ROUND);
  expect(typed.map(({ output }) => output).join('').length).toBeGreaterThan(5000);
  expect(second.script(ROUND)).toEqual(typed);
  expect(second.play.fingerprint).toBe(first.play.fingerprint);
});

it('is saved in the middle of an endless ping, with a dirty candidate and half a line, and goes on from there', async () => {
  const room = await LabRoom.open('first-steps', 'solution');
  room.script(`@R1
configure terminal
.type ip route 10.1
@R2
configure
set system host-name R2x
run ping 10.0.12.1
.wait 3500ms
`);
  const { play, lab, machinery } = room;
  expect(play.endless('R2', 0)).toBe(true);
  const save = saveOf(play, { title: 'middle', engine: '1' });

  // Through text, as a file holds it.
  const again: Reopened = reopen(JSON.parse(JSON.stringify(save)), lab, machinery, { engine: '1' });
  expect([again.how, again.words]).toEqual(['exact', []]);
  expect(again.play.fingerprint).toBe(play.fingerprint);
  expect(again.play.now).toBe(play.now);
  expect(again.play.state('R2', 0)).toBe('running');
  expect(again.play.row('R1', 0)).toBe('R1(config)#ip route 10.1');

  const heard: string[] = [];
  again.play.listen({ console: (device, _, text) => (device === 'R2' ? heard.push(text) : undefined) });
  again.play.advance(seconds(60));
  expect(heard.join('')).toContain('64 bytes from 10.0.12.1: icmp_seq=4 ttl=255');
  for (const keys of ['\x03', 'show | compare\r'])
    expect(again.play.do({ kind: 'keys', device: 'R2', session: 0, keys })).toMatchObject({ ok: true });
  expect(heard.join('').replaceAll('\r', '')).toContain('-  host-name R2;\n+  host-name R2x;\n');
});
