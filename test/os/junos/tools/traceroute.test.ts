// traceroute on the console.

import { describe, expect, it } from 'vitest';
import { type Ip4, parseIp4 } from '../../../../src/base/ip.ts';
import { present } from '../../../../src/base/must.ts';
import type { TraceReport } from '../../../../src/net/operations.ts';
import { micros, millis, minutes, seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';
import { Staged } from './staged.ts';

const ip = (text: string): Ip4 => present(parseIp4(text), text);
const hop = (ttl: number): TraceReport => ({ kind: 'hop', ttl });
const answer = (from: string, rtt: number, more = {}): TraceReport => ({
  kind: 'answer',
  ttl: 1,
  probe: 0,
  from: ip(from),
  rtt: micros(rtt),
  type: 11,
  code: 0,
  labels: [],
  ...more,
});
const lost: TraceReport = { kind: 'timeout', ttl: 1, probe: 0 };
const unsendable: TraceReport = { kind: 'unsendable', ttl: 1, probe: 0 };
const done: TraceReport = { kind: 'done', reached: true };

describe('what it says', () => {
  it('prints a line a hop', () => {
    // Capture: Junos traceroute 10.135.0.2 no-resolve, genieparser golden output.
    const stage = new Staged('traceroute 10.135.0.2 no-resolve');
    stage.hear(hop(1), answer('10.145.0.2', 1792), answer('10.145.0.2', 1142), answer('10.145.0.2', 831));
    stage.hear(hop(2), answer('10.135.0.2', 1734), answer('10.135.0.2', 1234), answer('10.135.0.2', 855), done);
    expect(stage.text).toBe(`\
traceroute to 10.135.0.2 (10.135.0.2), 30 hops max, 52 byte packets
 1  10.145.0.2  1.792 ms  1.142 ms  0.831 ms
 2  10.135.0.2  1.734 ms  1.234 ms  0.855 ms
`);
    expect(stage).toMatchObject({ running: false, stopped: true });
    expect(stage.spec).toMatchObject({ probes: 3, port: 33_434, timeout: seconds(5), maxTtl: 30, size: 52 });
  });

  it('complains where it cannot send, and goes on', () => {
    // Capture: Junos traceroute 10.121.0.1 no-resolve, genieparser golden output 2.
    const stage = new Staged('traceroute 10.121.0.1 no-resolve');
    stage.hear(hop(1), unsendable, unsendable, unsendable);
    stage.hear(hop(2), unsendable, answer('10.121.0.1', 2111), answer('10.121.0.1', 1642), done);
    expect(stage.text).toBe(`\
traceroute to 10.121.0.1 (10.121.0.1), 30 hops max, 52 byte packets
traceroute: sendto: No route to host
 1 traceroute: wrote 10.121.0.1 52 chars, ret=-1
 *traceroute: sendto: No route to host
traceroute: wrote 10.121.0.1 52 chars, ret=-1
 *traceroute: sendto: No route to host
traceroute: wrote 10.121.0.1 52 chars, ret=-1
 *
traceroute: sendto: No route to host
 2 traceroute: wrote 10.121.0.1 52 chars, ret=-1
 * 10.121.0.1  2.111 ms  1.642 ms
`);
  });

  it('prints labels below their hop', () => {
    // Transcript of a traceroute through an MPLS network (public lab notes).
    const labels = [
      { label: 299776, exp: 0, bottom: false, ttl: 1 },
      { label: 16, exp: 0, bottom: true, ttl: 1 },
    ];
    const first = answer('10.0.12.2', 3101, { labels });
    const stage = new Staged('traceroute 4.4.4.4 no-resolve').hear(hop(1), first, lost, lost, hop(2));
    expect(stage.text.split('\n').slice(1)).toEqual([
      ' 1  10.0.12.2  3.101 ms * *',
      '     MPLS Label=299776 CoS=0 TTL=1 S=0',
      '     MPLS Label=16 CoS=0 TTL=1 S=1',
      '',
    ]);
  });

  it('tells every address of a hop, names and refusals', () => {
    const set = 'set system static-host-mapping gateway inet 10.0.0.1';
    const stage = new Staged('traceroute 4.4.4.4', { set });
    stage.hear(hop(1), answer('10.0.0.1', 577), answer('10.0.0.3', 443), answer('10.0.0.3', 374));
    stage.hear(hop(2), lost, lost, lost);
    stage.hear(hop(3), answer('10.0.0.9', 500, { type: 3, code: 0 }), answer('10.0.0.9', 500, { type: 3, code: 13 }));
    stage.interrupt();
    expect(stage.text).toBe(`\
traceroute to 4.4.4.4 (4.4.4.4), 30 hops max, 52 byte packets
 1  gateway (10.0.0.1)  0.577 ms 10.0.0.3 (10.0.0.3)  0.443 ms  0.374 ms
 2  * * *
 3  10.0.0.9 (10.0.0.9)  0.500 ms !N  0.500 ms !X^C
`);
  });

  it('says why it does not begin', () => {
    expect(new Staged('traceroute R9').text).toBe('traceroute: unknown host R9\n');
    expect(new Staged('traceroute 10.0.0.1 source 10.0.0.9').text).toBe(
      "traceroute: bind: Can't assign requested address\n",
    );
  });
});

describe('across routers', () => {
  const link = (at: string): string => `set interfaces ${at.replace(' ', ' unit 0 family inet address ')}`;
  const lab = (): Routers =>
    new Routers(
      {
        R1: {
          set: `${link('ge-0/0/0 10.0.12.1/24')}\n${link('lo0 1.1.1.1/32')}\nset routing-options static route 0/0 next-hop 10.0.12.2`,
        },
        R2: {
          set: `${link('ge-0/0/0 10.0.12.2/24')}\n${link('ge-0/0/1 10.0.23.2/24')}
set routing-options static route 3.3.3.3/32 next-hop 10.0.23.3
set routing-options static route 8.0.0.0/8 next-hop 10.0.23.3
set routing-options static route 9.0.0.0/8 reject
set routing-options static route 1.1.1.1/32 next-hop 10.0.12.1`,
        },
        R3: {
          set: `${link('ge-0/0/0 10.0.23.3/24')}\n${link('lo0 3.3.3.3/32')}\nset routing-options static route 0/0 next-hop 10.0.23.2
set routing-options static route 8.0.0.0/8 discard`,
        },
      },
      ['R1 ge-0/0/0 - R2 ge-0/0/0', 'R2 ge-0/0/1 - R3 ge-0/0/0'],
      millis(1),
    ).run(minutes(1));

  it('names the hops', () => {
    const r = lab();
    r.type('R1', 'ping 3.3.3.3 rapid');
    expect(r.type('R1', 'traceroute 3.3.3.3 source 1.1.1.1')).toBe(`\
traceroute to 3.3.3.3 (3.3.3.3) from 1.1.1.1, 30 hops max, 52 byte packets
 1  10.0.12.2 (10.0.12.2)  2.100 ms  2.100 ms  2.100 ms
 2  3.3.3.3 (3.3.3.3)  4.100 ms  4.100 ms  4.100 ms
`);
  });

  it('ends where it is refused, goes on where nothing comes back, and is stopped', () => {
    const r = lab();
    expect(r.type('R1', 'traceroute 9.9.9.9 no-resolve').split('\n').slice(1)).toEqual([
      ' 1  10.0.12.2  4.100 ms !N  2.100 ms !N  2.100 ms !N',
      '',
    ]);
    r.begin('R1', 'traceroute 8.8.8.8 no-resolve wait 2 ttl 5');
    // The number of a hop waits in the buffer for what follows it: the third one's is never seen.
    r.run(seconds(7));
    expect(r.press('R1', 'ctrl-c').screen('R1').split('\n').slice(0, 5)).toEqual([
      'traceroute to 8.8.8.8 (8.8.8.8), 5 hops max, 52 byte packets',
      ' 1  10.0.12.2  2.100 ms  2.100 ms  2.100 ms',
      ' 2  * * *',
      '^C',
      '',
    ]);
  });
});
