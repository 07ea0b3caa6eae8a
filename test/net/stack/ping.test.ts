// ping and traceroute: what is reported, and at which millisecond of lab time. Cables take 1 ms unless told otherwise.

import { describe, expect, it } from 'vitest';
import { MAIN } from '../../../src/route/names.ts';
import { micros, millis, seconds } from '../../../src/sim/time.ts';
import { address, Lab, type StackNode } from '../../harness/stack-node.ts';

/** r1 - r2 - r3 in a row, each subnet 10.0.XY.0/24, all routes set. */
function row(traits = {}): { lab: Lab; r1: StackNode; r2: StackNode; r3: StackNode } {
  const lab = new Lab();
  const [r1, r2, r3] = [lab.node('r1', traits), lab.node('r2', traits), lab.node('r3', traits)];
  lab.cable('r1 e0', 'r2 e0');
  lab.cable('r2 e1', 'r3 e0');
  r1.configure({ e0: '10.0.12.1/24' }).route('0.0.0.0/0', '10.0.12.2 e0');
  r2.configure({ e0: '10.0.12.2/24', e1: '10.0.23.2/24' }).route('3.3.3.3/32', '10.0.23.3 e1');
  r3.configure({ e0: '10.0.23.3/24', lo0: '3.3.3.3/32' }).route('0.0.0.0/0', '10.0.23.2 e0');
  return { lab, r1, r2, r3 };
}
/** Two neighbours that know each other's MAC. */
function pair(traits = {}): { lab: Lab; r1: StackNode; r2: StackNode } {
  const lab = new Lab();
  const [r1, r2] = [lab.node('r1', traits), lab.node('r2', traits)];
  lab.cable('r1 e0', 'r2 e0');
  r1.configure({ e0: '10.0.0.1/24' });
  r2.configure({ e0: '10.0.0.2/24' });
  lab.run(seconds(1));
  r1.ping('10.0.0.2', { count: 1 });
  lab.run(seconds(9));
  return { lab, r1, r2 };
}

describe('ping', () => {
  it('loses the first request to ARP where nothing waits for ARP, and the second one at the next hop', () => {
    const { lab, r1, r3 } = row({ arpQueue: 0, answerDelay: micros(500) });
    lab.run(seconds(1));
    const lines = r1.ping('3.3.3.3');
    lab.run();
    expect(lines).toEqual([
      '1000 sent 0',
      '3000 timeout 0',
      '3000 sent 1',
      '5000 timeout 1',
      '5000 sent 2',
      '5004.5 reply 2 from 3.3.3.3 ttl 254 rtt 4.5 bytes 80',
      '5004.5 sent 3',
      '5009 reply 3 from 3.3.3.3 ttl 254 rtt 4.5 bytes 80',
      '5009 sent 4',
      '5013.5 reply 4 from 3.3.3.3 ttl 254 rtt 4.5 bytes 80',
      '5013.5 done 3/5 4.5 4.5 4.5',
    ]);
    expect(r3.drops()).toEqual({});
  });
  it('waits for ARP where packets do', () => {
    const { lab, r1 } = row();
    lab.run(seconds(1));
    const lines = r1.ping('3.3.3.3', { count: 2 });
    lab.run();
    // Two ARP exchanges of 2 ms each, then 2 ms there and 2 ms back; the second request needs none.
    expect(lines.filter((line) => line.includes('reply'))).toEqual([
      '1008 reply 0 from 3.3.3.3 ttl 254 rtt 8 bytes 80',
      '1012 reply 1 from 3.3.3.3 ttl 254 rtt 4 bytes 80',
    ]);
  });
  it('sends one each interval, answered or not, and ends with the last answer', () => {
    const { lab, r1, r2 } = pair();
    const lines = r1.ping('10.0.0.2', { count: 3, pace: seconds(1), timeout: seconds(4) });
    lab.run(millis(1500));
    r2.configure({ e0: '10.0.0.9/24' });
    lab.run(millis(700));
    r2.configure({ e0: '10.0.0.2/24' });
    lab.run();
    expect(lines).toEqual([
      '10000 sent 0',
      '10002 reply 0 from 10.0.0.2 ttl 255 rtt 2 bytes 80',
      '11000 sent 1',
      '11002 reply 1 from 10.0.0.2 ttl 255 rtt 2 bytes 80',
      '12000 sent 2',
      '16000 timeout 2',
      '16000 done 2/3 2 2',
    ]);
  });
  it('has more than one request under way when answers are slow', () => {
    const { lab, r1 } = pair({ answerDelay: millis(1500) });
    const lines = r1.ping('10.0.0.2', { count: 2, pace: seconds(1), timeout: seconds(10) });
    lab.run();
    expect(lines).toEqual([
      '10000 sent 0',
      '11000 sent 1',
      '11502 reply 0 from 10.0.0.2 ttl 255 rtt 1502 bytes 80',
      '12502 reply 1 from 10.0.0.2 ttl 255 rtt 1502 bytes 80',
      '12502 done 2/2 1502 1502',
    ]);
  });
  it('says at once that it cannot send, and goes on when the time of an answer has passed', () => {
    const { lab, r1 } = pair({ noRouteCode: 1 });
    const lines = r1.ping('192.0.2.1', { count: 2 });
    lab.run();
    expect(lines).toEqual([
      '10000 sent 0',
      '10000 error 0 from us 3/1',
      '12000 sent 1',
      '12000 error 1 from us 3/1',
      '14000 done 0/2',
    ]);
    expect(r1.drops()).toEqual({ 'no route': 2 });
  });
  it('does not send what is too long with DF set', () => {
    const { lab, r1 } = pair();
    const lines = r1.ping('10.0.0.2', { count: 1, size: 1501, df: true });
    lab.run();
    expect(lines).toEqual(['10000 sent 0', '10000 error 0 from us 3/4 mtu 1500', '12000 done 0/1']);
    const fits = r1.ping('10.0.0.2', { count: 1, size: 1500, df: true });
    lab.run();
    expect(fits.at(-1)).toBe('70002 done 1/1 2');
  });
  it('reports what routers say of its requests, and sends the next one then', () => {
    const { lab, r1 } = row();
    lab.run(seconds(1));
    const lines = r1.ping('9.9.9.9', { count: 2 });
    lab.run();
    // 2 ms for ARP, 1 ms there, 1 ms back.
    expect(lines).toEqual([
      '1000 sent 0',
      '1004 error 0 from 10.0.12.2 3/0',
      '1004 sent 1',
      '1006 error 1 from 10.0.12.2 3/0',
      '1006 done 0/2',
    ]);
    const short = r1.ping('3.3.3.3', { count: 1, ttl: 1 });
    lab.run();
    expect(short[1]).toBe('61002 error 0 from 10.0.12.2 11/0');
  });
  it('tells several pings apart', () => {
    const { lab, r1 } = pair();
    const a = r1.ping('10.0.0.2', { count: 1, size: 64 });
    const b = r1.ping('10.0.0.2', { count: 1, size: 36 });
    const c = r1.ping('10.0.0.1', { count: 1 });
    lab.run();
    expect(a[1]).toBe('10002 reply 0 from 10.0.0.2 ttl 255 rtt 2 bytes 44');
    expect(b[1]).toBe('10002 reply 0 from 10.0.0.2 ttl 255 rtt 2 bytes 16');
    expect(c[1]).toBe('10000 reply 0 from 10.0.0.1 ttl 255 rtt 0 bytes 80');
  });
  it('knows a second answer from a first', () => {
    const { lab, r1, r2 } = pair();
    const link = lab.world.link('r1-r2')!;
    link.faults = { lossPerMillion: 0, duplicatePerMillion: 1_000_000, jitter: micros(0) };
    const lines = r1.ping('10.0.0.2', { count: 2, pace: seconds(1) });
    lab.run();
    const reply = (n: number) => `reply ${n} from 10.0.0.2 ttl 255 rtt 2 bytes 80`;
    // Twice there and each of them twice back: four answers. The last request ends the run with its first answer.
    expect(lines).toEqual([
      '10000 sent 0',
      `10002 ${reply(0)}`,
      ...Array(3).fill(`10002 ${reply(0)} duplicate`),
      '11000 sent 1',
      `11002 ${reply(1)}`,
      '11002 done 2/2 2 2',
    ]);
    expect(r1.drops()).toEqual({ 'icmp echo reply not asked': 3 });
    expect(r2.drops()).toEqual({});
  });
  it('ignores an answer that comes too late or from elsewhere', () => {
    const { lab, r1 } = pair({ answerDelay: millis(100) });
    const lines = r1.ping('10.0.0.2', { count: 2, timeout: millis(50) });
    lab.run();
    expect(lines.filter((line) => line.includes('timeout'))).toEqual(['10050 timeout 0', '10100 timeout 1']);
    expect(lines.at(-1)).toBe('10100 done 0/2');
  });
  it('falls silent when it is stopped', () => {
    const { lab, r1 } = pair();
    const lines: string[] = [];
    const operation = r1.stack.ping(
      {
        vrf: MAIN,
        to: address('10.0.0.2'),
        from: undefined,
        count: undefined,
        size: 100,
        df: false,
        ttl: 64,
        tos: 0,
        timeout: seconds(2),
        pace: seconds(1),
        pattern: undefined,
      },
      (report) => lines.push(report.kind),
    );
    lab.run(millis(1001));
    expect(lines).toEqual(['sent', 'reply', 'sent']);
    operation.stop();
    lab.run();
    expect(lines).toEqual(['sent', 'reply', 'sent']);
    expect(lab.world.next).toBeGreaterThan(seconds(3600));
  });
  it('fills its requests with the pattern, or counts', () => {
    const { lab, r1 } = pair();
    r1.ping('10.0.0.2', { count: 1, size: 33, pattern: 0xabcd, ttl: 9, tos: 0x20 });
    r1.ping('10.0.0.2', { count: 1, size: 33, pattern: undefined });
    lab.run();
    const [patterned, counted] = lab.sent.slice(4).filter((frame) => frame.from === 'r1 e0' && frame.bytes[34] === 8);
    expect([...patterned!.bytes.subarray(42, 47)]).toEqual([0xab, 0xcd, 0xab, 0xcd, 0xab]);
    expect([...counted!.bytes.subarray(42, 47)]).toEqual([0, 1, 2, 3, 4]);
    expect([patterned!.bytes[15], patterned!.bytes[22]]).toEqual([0x20, 9]);
  });
  it('reaches an own address without a wire, in the time that answers take', () => {
    const { lab, r1 } = pair({ answerDelay: micros(300) });
    const frames = lab.frames.length;
    const lines = r1.ping('10.0.0.1', { count: 1 });
    lab.run();
    expect(lines[1]).toBe('10000.6 reply 0 from 10.0.0.1 ttl 255 rtt 0.6 bytes 80');
    expect(lab.frames.length).toBe(frames);
  });
  it('is answered by everybody where it asks everybody', () => {
    const lab = new Lab();
    const nodes = ['r1', 'r2', 'r3'].map((name) => lab.node(name));
    lab.cable('r1 e0', 'r2 e0', 'r3 e0');
    nodes.forEach((node, i) => {
      node.configure({ e0: `10.0.0.${i + 1}/24` });
    });
    lab.run(seconds(1));
    const lines = nodes[0]!.ping('10.0.0.255', { count: 1, pace: seconds(1) });
    lab.run();
    expect(lines.slice(0, 2)).toEqual(['1000 sent 0', '1004 reply 0 from 10.0.0.2 ttl 255 rtt 4 bytes 80']);
  });
});

describe('traceroute', () => {
  it('finds hop by hop to the target', () => {
    const { lab, r1 } = row();
    lab.run(seconds(1));
    const lines = r1.traceroute('3.3.3.3', { probes: 2 });
    lab.run();
    expect(lines).toEqual([
      '1000 hop 1',
      '1004 1/0 10.0.12.2 rtt 4 11/0',
      '1006 1/1 10.0.12.2 rtt 2 11/0',
      '1006 hop 2',
      '1012 2/0 3.3.3.3 rtt 6 3/3',
      '1016 2/1 3.3.3.3 rtt 4 3/3',
      '1016 done reached',
    ]);
    // Each probe takes the next port.
    const ports = lab.frames.flatMap((line) => /^\S+ r1 .*UDP 49152 > (\d+)/.exec(line)?.[1] ?? []);
    expect(ports).toEqual(['33434', '33435', '33436', '33437']);
  });
  it('shows the interface where the vendor answers from it', () => {
    const { lab, r1 } = row({ unreachableFrom: 'interface' });
    lab.run(seconds(1));
    const lines = r1.traceroute('3.3.3.3', { probes: 1 });
    lab.run();
    expect(lines).toContain('1010 2/0 10.0.23.3 rtt 6 3/3');
  });
  it('shows the rate limit of the target as every second probe lost', () => {
    const { lab, r1 } = pair({ unreachableInterval: millis(500) });
    const lines = r1.traceroute('10.0.0.2');
    lab.run();
    expect(lines).toEqual([
      '10000 hop 1',
      '10002 1/0 10.0.0.2 rtt 2 3/3',
      '13002 1/1 timeout',
      '13004 1/2 10.0.0.2 rtt 2 3/3',
      '13004 done reached',
    ]);
  });
  it('ends where probe after probe is refused, and not before', () => {
    const { lab, r1 } = row({ noRouteCode: 1 });
    lab.run(seconds(1));
    const lines = r1.traceroute('9.9.9.9');
    lab.run();
    expect(lines).toEqual([
      '1000 hop 1',
      '1004 1/0 10.0.12.2 rtt 4 3/1',
      '1006 1/1 10.0.12.2 rtt 2 3/1',
      '1008 1/2 10.0.12.2 rtt 2 3/1',
      '1008 done not reached',
    ]);
  });
  it('goes on to the last hop when nobody answers', () => {
    const { lab, r1 } = pair();
    const lines = r1.traceroute('10.0.0.77', { probes: 1, maxTtl: 2, timeout: seconds(1) });
    lab.run();
    expect(lines).toEqual([
      '10000 hop 1',
      '11000 1/0 timeout',
      '11000 hop 2',
      '12000 2/0 timeout',
      '12000 done not reached',
    ]);
  });
  it('says that it cannot send', () => {
    const { lab, r1 } = pair();
    const lines = r1.traceroute('192.0.2.1', { probes: 2, maxTtl: 1, timeout: seconds(1) });
    lab.run();
    expect(lines).toEqual(['10000 hop 1', '10000 1/0 unsendable', '11000 1/1 unsendable', '12000 done not reached']);
  });
  it('tells two traceroutes apart, and stops', () => {
    const { lab, r1 } = row();
    lab.run(seconds(1));
    const a = r1.traceroute('3.3.3.3', { probes: 1 });
    const b = r1.traceroute('3.3.3.3', { probes: 1, firstTtl: 2 });
    lab.run();
    expect(a.filter((line) => line.includes('rtt')).map((line) => line.split(' ')[1])).toEqual(['1/0', '2/0']);
    expect(b).toEqual(['1000 hop 2', expect.stringContaining('2/0 3.3.3.3'), expect.stringContaining('done reached')]);
    const seen: string[] = [];
    const operation = r1.stack.traceroute(
      {
        vrf: MAIN,
        to: address('3.3.3.3'),
        from: address('10.0.12.1'),
        probes: 3,
        timeout: seconds(3),
        firstTtl: 1,
        maxTtl: 30,
        port: 33434,
        size: 40,
      },
      (report) => seen.push(report.kind),
    );
    operation.stop();
    lab.run();
    expect(seen).toEqual(['hop']);
  });
});
