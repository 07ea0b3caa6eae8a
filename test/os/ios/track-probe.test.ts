// track … ip sla: an object that stands while its target answers, and a static route that goes by it.
// Forms: Cisco IOS IP Application Services command reference, "show track" (`IP SLA 1 reachability`, `Latest operation return
// code: OK`); a log of IOS 15 (`ip sla 1 state Up -> Down`); captures `show ip sla summary|statistics` (IOS 15.4, IOL).

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

/** R1 asks R3 behind R2; `more` is of the operation. */
const far = (more: string): Boxes =>
  new Boxes(
    'IOSv',
    {
      R1: [
        `interface ${G0}\n ip address 10.0.12.1 255.255.255.0\n no shutdown`,
        `ip sla 1\n icmp-echo 10.0.23.3\n${more}  frequency 10`,
        SCHEDULED,
        'track 1 ip sla 1 reachability',
        'ip route 10.0.23.0 255.255.255.0 10.0.12.2',
      ].join('\n'),
      R2: `interface ${G0}\n ip address 10.0.12.2 255.255.255.0\n no shutdown\ninterface ${G1}\n ip address 10.0.23.2 255.255.255.0\n no shutdown`,
      R3: `interface ${G0}\n ip address 10.0.23.3 255.255.255.0\n no shutdown\nip route 0.0.0.0 0.0.0.0 10.0.23.2`,
    },
    [`R1 ${G0} - R2 ${G0}`, `R2 ${G1} - R3 ${G0}`],
  );

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

it('a probe notices what fails beyond the first hop, and when it answers again', () => {
  const boxes = far('').run(60);
  expect(boxes.shown('R1', 'show track 1')).toContain('  Reachability is Up\n');
  boxes.configure('R2', `interface ${G1}`, 'shutdown');
  boxes.run(30);
  // The way to it is still there.
  expect(boxes.shown('R1', 'show ip route 10.0.23.0')).toContain('* 10.0.12.2');
  expect(boxes.shown('R1', 'show track 1')).toContain('  Reachability is Down\n');
  expect(boxes.shown('R1', 'show track 1')).toContain('  Latest operation return code: Timeout');
  boxes.configure('R2', `interface ${G1}`, 'no shutdown');
  boxes.run(30);
  expect(boxes.shown('R1', 'show track 1')).toContain('  Reachability is Up\n');
});

it('an answer that takes longer than the threshold is one, but the state is not up', () => {
  const boxes = far('  threshold 0\n').run(60);
  boxes.configure('R1', 'track 2 ip sla 1 state');
  boxes.run(20);
  expect(boxes.shown('R1', 'show track 1')).toContain('  Latest operation return code: Over threshold\n');
  expect(boxes.shown('R1', 'show track 1')).toContain('  Reachability is Up\n');
  expect(boxes.shown('R1', 'show track 2')).toContain('  State is Down\n');
});

it('show ip sla summary and statistics, as IOS 15.4 lays them out', () => {
  const boxes = far('').run(63);
  boxes.configure('R1', 'ip sla 2', 'icmp-echo 10.0.99.9', 'frequency 30', 'ip sla schedule 2 start-time now');
  boxes.run(14);
  const blank = ' '.repeat(80);
  const summary = boxes.shown('R1', 'show ip sla summary').split('\n');
  expect(summary.slice(0, 6)).toEqual([
    'IPSLAs Latest Operation Summary',
    'Codes: * active, ^ inactive, ~ pending',
    '',
    'ID           Type        Destination       Stats       Return      Last',
    '                                           (ms)        Code        Run ',
    '-----------------------------------------------------------------------',
  ]);
  expect(summary[6]).toMatch(/^\*1 {11}icmp-echo {3}10\.0\.23\.3 {9}RTT=\d {7}OK {10}\d seconds? ago {0,1}$/);
  expect(summary.slice(7, 11)).toEqual([blank, blank, blank, blank]);
  expect(summary[11]).toMatch(/^\*2 {11}icmp-echo {3}10\.0\.99\.9 {9}- {11}Timeout {5}1\d seconds ag$/);
  expect(summary[12]).toBe(`${' '.repeat(67)}o            `);
  expect(summary.slice(13, 16)).toEqual([blank, blank, blank]);
  expect(boxes.shown('R1', 'show ip sla statistics 2')).toMatch(
    /^IPSLAs Latest Operation Statistics\n\nIPSLA operation id: 2\n\tLatest RTT: NoConnection\/Busy\/Timeout\nLatest operation start time: \*?\d\d:\d\d:\d\d UTC \w{3} \w{3} \d+ \d{4}\nLatest operation return code: Timeout\nNumber of successes: 0\nNumber of failures: 1\nOperation time to live: 35\d\d sec\n/,
  );
  boxes.run(3600);
  expect(boxes.shown('R1', 'show ip sla summary')).toContain('\n^2 ');
});
