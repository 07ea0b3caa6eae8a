// Logical tunnels in a sitting: what somebody joins and parts is there again when it is reopened.

import { describe, expect, it } from 'vitest';
import { reopen, saveOf } from '../../src/play/replay.ts';
import { LabRoom } from '../harness/lab-room.ts';

const START = `set system host-name R1
set system root-authentication encrypted-password "$6$labsroot$s/qGem"
set chassis fpc 0 pic 0 tunnel-services bandwidth 1g
set logical-systems A interfaces lt-0/0/10 unit 1 encapsulation ethernet
set logical-systems A interfaces lt-0/0/10 unit 1 family inet address 10.0.0.1/30
set logical-systems B interfaces lt-0/0/10 unit 2 encapsulation ethernet
set logical-systems B interfaces lt-0/0/10 unit 2 peer-unit 1
set logical-systems B interfaces lt-0/0/10 unit 2 family inet address 10.0.0.2/30
`;

describe('a sitting with a logical tunnel', () => {
  it('is reopened as it was, however often its ends were joined and parted', async () => {
    const room = await LabRoom.made('lt', {
      'labs/lt/lab.json': {
        title: 'Two in one',
        summary: 'A tunnel within a router.',
        minutes: 1,
        devices: [{ name: 'R1', os: 'junos' }],
        links: [{ id: 'a', kind: 'lan', ends: ['R1:ge-0/0/0'] }],
      },
      'labs/lt/start/R1.junos': START,
    });
    const ping = (): string => room.shown('@R1\nping logical-system A 10.0.0.2 count 2 rapid');
    expect(ping()).toMatch(/0 packets received/);
    room.script(
      '@R1\nconfigure\nset logical-systems A interfaces lt-0/0/10 unit 1 peer-unit 2\ncommit and-quit\n.wait 5s',
    );
    expect(ping()).toMatch(/2 packets received/);
    room.script('@R1\nconfigure\ndelete logical-systems B interfaces\ncommit and-quit\n.wait 5s');
    expect(ping()).toMatch(/0 packets received/);
    room.script('@R1\nconfigure\nrollback 1\ncommit and-quit\n.wait 5s');
    expect(ping()).toMatch(/2 packets received/);
    const save = JSON.parse(JSON.stringify(saveOf(room.play, { engine: '1', title: 'joined' })));
    const again = reopen(save, room.lab, room.machinery, { engine: '1' });
    expect(again.how).toBe('exact');
    expect(again.play.fingerprint).toEqual(room.play.fingerprint);
  });
});
