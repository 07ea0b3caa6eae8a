// track … ip sla: an object that stands while its target can be reached, and a static route that goes by it.
// Forms: Cisco IOS IP Application Services command reference, "show track" (`IP SLA 1 reachability`, `Latest operation return
// code: OK`); a log of IOS 15 (`ip sla 1 state Up -> Down`).

import { expect, it } from 'vitest';
import { Boxes } from './boxes.ts';

const [G0, G1] = ['GigabitEthernet0/0', 'GigabitEthernet0/1'];

const site = (schedule: string): Boxes =>
  new Boxes(
    'IOSv',
    {
      R1: [
        `interface ${G0}\n ip address 10.0.12.1 255.255.255.0\n no shutdown`,
        `interface ${G1}\n ip address 10.0.13.1 255.255.255.0\n no shutdown`,
        `ip sla 1\n icmp-echo 10.0.12.2 source-interface ${G0}\n frequency 5`,
        schedule,
        'track 1 ip sla 1 reachability',
        'ip route 0.0.0.0 0.0.0.0 10.0.12.2 track 1',
        'ip route 0.0.0.0 0.0.0.0 10.0.13.3 250',
      ].join('\n'),
      R2: `interface ${G0}\n ip address 10.0.12.2 255.255.255.0\n no shutdown`,
      R3: `interface ${G0}\n ip address 10.0.13.3 255.255.255.0\n no shutdown`,
    },
    [`R1 ${G0} - R2 ${G0}`, `R1 ${G1} - R3 ${G0}`],
  ).run(30);

const SCHEDULED = 'ip sla schedule 1 life forever start-time now';
const gateway = (boxes: Boxes): string | undefined =>
  /0\.0\.0\.0\/0 \[\d+\/0\] via (\S+)/.exec(boxes.shown('R1', 'show ip route'))?.[1];

it('a route stands while the target of its probe can be reached, and another takes over', () => {
  const boxes = site(SCHEDULED);
  expect(gateway(boxes)).toBe('10.0.12.2');
  expect(boxes.shown('R1', 'show track 1')).toMatch(
    /^Track 1\n {2}IP SLA 1 reachability\n {2}Reachability is Up\n.*\n {2}Latest operation return code: OK\n/,
  );
  boxes.configure('R1', `interface ${G0}`, 'shutdown');
  boxes.run(30);
  expect(gateway(boxes)).toBe('10.0.13.3');
  expect(boxes.log('R1', '%TRACK')).toEqual([
    ...boxes.log('R1', '%TRACK').slice(0, -1),
    '%TRACK-6-STATE: 1 ip sla 1 reachability Up -> Down',
  ]);
});

it('a probe that nobody scheduled is never up', () => {
  const boxes = site('');
  expect(gateway(boxes)).toBe('10.0.13.3');
  boxes.configure('R1', SCHEDULED);
  boxes.run(30);
  expect(gateway(boxes)).toBe('10.0.12.2');
});
