// Settling: what is told to whom, in which order, and what happens when tables chase each other.

import { describe, expect, it } from 'vitest';
import type { Prefix } from '../../src/base/prefix.ts';
import { MAX_ROUNDS, Settler } from '../../src/device/settle.ts';
import { LabelTable } from '../../src/net/lfib.ts';
import { Resolver } from '../../src/net/resolve.ts';
import type { Verdict } from '../../src/net/rib-types.ts';
import type { Fib } from '../../src/net/stack-port.ts';
import { Vrfs } from '../../src/net/vrf.ts';
import type { ProcessInput } from '../../src/protocols/plugin.ts';
import { MAIN, type ProcessId } from '../../src/route/names.ts';
import { type Micros, micros, seconds } from '../../src/sim/time.ts';
import { DISTANCES, ifName, ip, p, processId, route, vrfName } from '../harness/routes.ts';

/** Tables and a settler; processes are functions. */
class Bench {
  readonly vrfs = new Vrfs();
  readonly up = new Set(['e0', 'e1']);
  readonly heard: string[] = [];
  readonly written: string[] = [];
  readonly settler: Settler;
  readonly lfib = new LabelTable();
  now: Micros = micros(0);
  changes = 0;
  unstable: number[] = [];
  reacts: (to: ProcessId, input: ProcessInput) => void = () => {};

  constructor() {
    this.vrfs.define(MAIN, DISTANCES);
    const bench = this;
    this.settler = new Settler({
      vrfs: this.vrfs,
      resolver: new Resolver(
        this.vrfs.around((name) => this.up.has(name)),
        { viaDefault: true },
      ),
      lfib: this.lfib,
      get now() {
        return bench.now;
      },
      fib: (): Fib => ({
        set: (prefix: Prefix, verdict: Verdict) => this.written.push(`${prefix.text} ${verdict.kind}`),
        delete: (prefix: Prefix) => this.written.push(`${prefix.text} gone`),
        lookup: () => undefined,
        entries: () => [],
      }),
      deliver: (to, input) => {
        this.heard.push(`${to} ${textOf(input)}`);
        this.reacts(to, input);
      },
      changed: () => this.changes++,
      unstable: (rounds) => this.unstable.push(rounds),
    });
  }

  put(...routes: readonly ReturnType<typeof route>[]): void {
    for (const one of routes) this.vrfs.get(MAIN).unicast.put(one, this.now);
  }
  take(prefix: string, source: string): void {
    this.vrfs.get(MAIN).unicast.remove(p(prefix), processId(source));
  }
  settle(): { heard: readonly string[]; written: readonly string[] } {
    this.settler.settle();
    return { heard: this.heard.splice(0), written: this.written.splice(0) };
  }
}

function textOf(input: ProcessInput): string {
  if (input.kind === 'route') return `${input.prefix.text} ${input.active?.kind ?? 'nothing'}`;
  if (input.kind === 'nexthop') return `nexthop ${input.metric ?? 'lost'}`;
  return input.kind;
}

describe('the forwarding table', () => {
  it('is written once a prefix, in order, when the tables agree', () => {
    const bench = new Bench();
    bench.put(
      route('50.0.0.0/8', 'static', ['40.0.0.1']),
      route('40.0.0.0/8', 'static', ['30.0.0.1']),
      route('30.0.0.0/24', 'connected', ['e0']),
    );
    expect(bench.settle().written).toEqual(['30.0.0.0/24 forward', '40.0.0.0/8 forward', '50.0.0.0/8 forward']);
    expect(bench.settle().written).toEqual([]);
  });

  it('loses what stood on a route that is gone', () => {
    const bench = new Bench();
    bench.put(route('30.0.0.0/24', 'connected', ['e0']), route('40.0.0.0/8', 'static', ['30.0.0.1']));
    bench.settle();
    bench.take('30.0.0.0/24', 'connected');
    expect(bench.settle().written).toEqual(['30.0.0.0/24 gone', '40.0.0.0/8 gone']);
  });

  it('follows an interface', () => {
    const bench = new Bench();
    bench.put(route('30.0.0.0/24', 'connected', ['e0']), route('40.0.0.0/8', 'static', ['30.0.0.1']));
    bench.settle();
    bench.up.delete('e0');
    bench.settler.interfaceChanged(ifName('e0'));
    expect(bench.settle().written).toEqual(['30.0.0.0/24 gone', '40.0.0.0/8 gone']);
    bench.settler.interfaceChanged(ifName('e1'));
    expect(bench.settle().written).toEqual([]);
  });
});

describe('watchers of routes', () => {
  it('hear at once of what stands, by prefix, and then of changes', () => {
    const bench = new Bench();
    bench.put(
      route('30.0.0.0/24', 'connected', ['e0']),
      route('20.0.0.0/8', 'connected', ['e1']),
      route('9.0.0.0/8', 'rip', ['e0']),
    );
    bench.settle();
    bench.settler.watchRoutes(processId('x'), MAIN, ['connected']);
    expect(bench.settle().heard).toEqual(['x 20.0.0.0/8 connected', 'x 30.0.0.0/24 connected']);
    bench.take('20.0.0.0/8', 'connected');
    expect(bench.settle().heard).toEqual(['x 20.0.0.0/8 nothing']);
  });

  it('hear that a route of another kind took over', () => {
    const bench = new Bench();
    bench.settler.watchRoutes(processId('x'), MAIN, ['rip']);
    bench.put(route('9.0.0.0/8', 'rip', ['e0']));
    bench.settle();
    bench.put(route('9.0.0.0/8', 'static', ['e0']));
    expect(bench.settle().heard).toEqual(['x 9.0.0.0/8 nothing']);
  });

  it('do not hear of what came and went before the tables agreed', () => {
    const bench = new Bench();
    bench.settler.watchRoutes(processId('x'), MAIN, ['static']);
    bench.put(route('9.0.0.0/8', 'static', ['e0']));
    bench.take('9.0.0.0/8', 'static');
    expect(bench.settle().heard).toEqual([]);
  });

  it('are told in the order of processes, whoever watched first', () => {
    const bench = new Bench();
    for (const who of ['z', 'a', 'm']) bench.settler.watchRoutes(processId(who), MAIN, ['static']);
    bench.put(route('9.0.0.0/8', 'static', ['e0']), route('8.0.0.0/8', 'static', ['e0']));
    expect(bench.settle().heard.map((line) => line.slice(0, 3))).toEqual(['a 8', 'a 9', 'm 8', 'm 9', 'z 8', 'z 9']);
  });

  it('that want other kinds hear the difference; those that want none hear no more', () => {
    const bench = new Bench();
    bench.put(route('9.0.0.0/8', 'static', ['e0']), route('8.0.0.0/8', 'rip', ['e0']));
    bench.settler.watchRoutes(processId('x'), MAIN, ['static']);
    bench.settle();
    bench.settler.watchRoutes(processId('x'), MAIN, ['rip']);
    expect(bench.settle().heard).toEqual(['x 8.0.0.0/8 rip', 'x 9.0.0.0/8 nothing']);
    bench.settler.watchRoutes(processId('x'), MAIN, []);
    bench.take('8.0.0.0/8', 'rip');
    expect(bench.settle().heard).toEqual([]);
  });
});

describe('watchers of next hops', () => {
  it('hear the metric, another metric, and the loss', () => {
    const bench = new Bench();
    bench.settler.watchNexthop(processId('x'), MAIN, ip('2.2.2.2'), true);
    expect(bench.settle().heard).toEqual(['x nexthop lost']);
    bench.put(route('2.2.2.2/32', 'ospf.intra', ['e0>1.1.1.1'], { metric: 7 }));
    expect(bench.settle().heard).toEqual(['x nexthop 7']);
    bench.put(route('2.2.2.2/32', 'ospf.intra', ['e0>1.1.1.1'], { metric: 9 }));
    expect(bench.settle().heard).toEqual(['x nexthop 9']);
    bench.put(route('2.0.0.0/8', 'rip', ['e1'], { metric: 3 }));
    expect(bench.settle().heard).toEqual([]);
    bench.take('2.2.2.2/32', 'ospf');
    expect(bench.settle().heard).toEqual(['x nexthop 3']);
    bench.up.clear();
    bench.settler.interfaceChanged(ifName('e1'));
    expect(bench.settle().heard).toEqual(['x nexthop lost']);
    bench.settler.forget(processId('x'));
    bench.take('2.0.0.0/8', 'rip');
    expect(bench.settle().heard).toEqual([]);
  });
});

describe('reactions', () => {
  it('are carried on until nothing changes, at one moment', () => {
    const bench = new Bench();
    bench.settler.watchRoutes(processId('x'), MAIN, ['static']);
    // Each 9.N/16 makes the process install 9.N+1/16, up to 9.5.
    bench.reacts = (_, input) => {
      if (input.kind !== 'route' || !input.active) return;
      const n = Number(input.prefix.text.split('.')[1]);
      if (n < 5) bench.put(route(`9.${n + 1}.0.0/16`, 'static', ['e0']));
    };
    bench.put(route('9.0.0.0/16', 'static', ['e0']));
    expect(bench.settle().written).toHaveLength(6);
    expect(bench.unstable).toEqual([]);
    expect(bench.changes).toBe(6);
  });

  it('that chase each other are reported once, and time goes on', () => {
    const bench = new Bench();
    bench.settler.watchRoutes(processId('x'), MAIN, ['static']);
    // The process takes away what it sees, and puts back what it misses.
    bench.reacts = (_, input) => {
      if (input.kind !== 'route') return;
      if (input.active) bench.take('9.0.0.0/8', 'static');
      else bench.put(route('9.0.0.0/8', 'static', ['e0']));
    };
    bench.put(route('9.0.0.0/8', 'static', ['e0']));
    bench.settle();
    expect(bench.unstable).toEqual([MAX_ROUNDS]);
    bench.now = seconds(1);
    bench.settle();
    expect(bench.unstable).toEqual([MAX_ROUNDS]);
    bench.reacts = () => {};
    bench.settle();
    bench.settle();
    bench.reacts = (_, input) => {
      if (input.kind !== 'route') return;
      if (input.active) bench.take('9.0.0.0/8', 'static');
      else bench.put(route('9.0.0.0/8', 'static', ['e0']));
    };
    bench.take('9.0.0.0/8', 'static');
    bench.put(route('9.0.0.0/8', 'static', ['e1']));
    bench.settle();
    expect(bench.unstable).toEqual([MAX_ROUNDS, MAX_ROUNDS]);
  });
});

it('keeps VRFs apart', () => {
  const bench = new Bench();
  bench.vrfs.define(vrfName('A'), DISTANCES);
  bench.settler.watchRoutes(processId('x'), vrfName('A'), ['static']);
  bench.put(route('9.0.0.0/8', 'static', ['e0']));
  expect(bench.settle().heard).toEqual([]);
  bench.vrfs.get(vrfName('A')).unicast.put(route('9.0.0.0/8', 'static', ['e0']), bench.now);
  expect(bench.settle().heard).toEqual(['x 9.0.0.0/8 static']);
});
