// Next hops, followed to a link.

import { describe, expect, it } from 'vitest';
import { ipText } from '../../src/base/ip.ts';
import { Dependents } from '../../src/net/dependents.ts';
import { MAX_DEPTH, type Place, pathSet, Resolver } from '../../src/net/resolve.ts';
import type { ResolveTraits } from '../../src/net/traits.ts';
import { Vrfs } from '../../src/net/vrf.ts';
import type { Label } from '../../src/route/label.ts';
import type { Route } from '../../src/route/route.ts';
import { seconds } from '../../src/sim/time.ts';
import { DISTANCES, hop, ifName, ip, p, route, vrfName } from '../harness/routes.ts';

const HOME: Place = { vrf: vrfName('default'), table: 'unicast' };

/** Tables in which everything that was put becomes active as soon as it resolves. */
class Net {
  readonly vrfs = new Vrfs();
  readonly down = new Set<string>();
  readonly resolver: Resolver;

  constructor(viaDefault = true, names: readonly string[] = [], traits: Partial<ResolveTraits> = {}) {
    for (const name of ['default', ...names]) this.vrfs.define(vrfName(name), DISTANCES);
    this.resolver = new Resolver(
      this.vrfs.around((name) => !this.down.has(name)),
      { viaDefault, ...traits },
    );
  }

  put(one: Route, at: Partial<Place> = {}): this {
    const place = { ...HOME, ...at };
    this.vrfs.rib(place).put(one, seconds(0));
    for (let i = 0; i < 4; i++) this.refresh();
    return this;
  }

  refresh(): void {
    for (const place of this.vrfs.places()) {
      const rib = this.vrfs.rib(place);
      rib.takeTouched();
      for (const { prefix } of rib.entries()) rib.refresh(prefix, (one) => this.resolver.reach(one, place), seconds(0));
    }
  }

  /** `e0>10.0.0.1` … of a route, or the verdict's kind, or nothing. */
  leads(one: Route, at: Partial<Place> = {}): readonly string[] {
    const { verdict } = this.resolver.reach(one, { ...HOME, ...at });
    if (!verdict) return [];
    if (verdict.kind !== 'forward') return [verdict.kind];
    return verdict.paths.map(
      ({ out, gateway, push }) =>
        out + (gateway === undefined ? '' : `>${ipText(gateway)}`) + (push.length > 0 ? ` push ${push.join(' ')}` : ''),
    );
  }
}

const plain = (): Net => new Net().put(route('10.0.0.0/24', 'connected', ['e0']));

describe('a next hop', () => {
  it('on a link is asked for there', () => {
    expect(plain().leads(route('20.0.0.0/8', 'static', ['10.0.0.9']))).toEqual(['e0>10.0.0.9']);
  });

  it('behind another route takes that route’s gateway', () => {
    const net = plain().put(route('2.2.2.2/32', 'ospf.intra', ['e0>10.0.0.2'], { metric: 7 }));
    expect(net.leads(route('20.0.0.0/8', 'bgp.internal', ['2.2.2.2']))).toEqual(['e0>10.0.0.2']);
    expect(net.resolver.metric(ip('2.2.2.2'), HOME).metric).toBe(7);
  });

  it('nobody leads to is unusable', () => {
    const { usable, verdict, reachable } = plain().resolver.reach(route('20.0.0.0/8', 'static', ['30.0.0.1']), HOME);
    expect({ usable, verdict, reachable }).toEqual({ usable: false, verdict: undefined, reachable: [false] });
    expect(plain().resolver.metric(ip('30.0.0.1'), HOME).metric).toBeUndefined();
  });

  it('that is this router itself leads nowhere', () => {
    const net = plain().put(route('10.0.0.1/32', 'local', ['me@e0']));
    expect(net.leads(route('20.0.0.0/8', 'static', ['10.0.0.1']))).toEqual([]);
  });

  it('follows an interface that went down', () => {
    const net = plain();
    net.down.add('e0');
    net.refresh();
    expect(net.leads(route('20.0.0.0/8', 'static', ['10.0.0.9']))).toEqual([]);
    expect(net.leads(route('20.0.0.0/8', 'static', ['e0>10.0.0.9']))).toEqual([]);
    expect(net.leads(route('20.0.0.0/8', 'static', ['e0>10.0.0.9'], { permanent: true }))).toEqual(['discard']);
  });

  it('in a black hole is thrown away there (a host route to Null0, RFC 5635 §3)', () => {
    const net = plain().put(route('192.0.2.1/32', 'static', ['discard']));
    expect(net.leads(route('20.0.0.0/8', 'bgp.external', ['192.0.2.1']))).toEqual(['discard']);
  });

  it('may be wanted on a link, whatever else leads there', () => {
    const net = plain()
      .put(route('30.0.0.0/8', 'static', ['10.0.0.2']))
      .put(route('10.0.0.7/32', 'static', ['e1>10.9.9.9']));
    expect(net.leads(route('20.0.0.0/8', 'static', [hop('30.0.0.1', { direct: true })]))).toEqual([]);
    expect(net.leads(route('20.0.0.0/8', 'static', [hop('10.0.0.7', { direct: true })]))).toEqual(['e0>10.0.0.7']);
  });
});

describe('a table whose owner names the routes that may lead to next hops', () => {
  /** Through prefixes of 24 bits alone: capture `resolution rib inet.0 import` (lab-validation juniper_resolution). */
  const restricted = (): Net => {
    const net = new Net();
    net.vrfs.define(vrfName('default'), DISTANCES, { leading: { unicast: ({ prefix }) => prefix.length === 24 } });
    return net
      .put(route('10.2.0.0/31', 'connected', ['e0']))
      .put(route('172.24.0.0/24', 'connected', ['e1']))
      .put(route('10.10.6.0/32', 'static', ['e1']));
  };
  const to = (gateway: string, direct: boolean | 'preferred' = false): Route => {
    const made = route('10.100.1.0/24', 'bgp.internal', [gateway]);
    return { ...made, nexthops: made.nexthops.map((one) => (one.via === 'address' ? { ...one, direct } : one)) };
  };

  it('finds them through those', () => {
    expect(restricted().leads(to('172.24.0.254'))).toEqual(['e1>172.24.0.254']);
  });
  it('and through no others, not even through a link', () => {
    expect(restricted().leads(to('10.2.0.1'))).toEqual([]);
    expect(restricted().leads(to('10.10.6.0'))).toEqual([]);
  });
  it('asks for a neighbour on a link where the route says so, whatever the owner wants', () => {
    expect(restricted().leads(to('10.2.0.1', 'preferred'))).toEqual(['e0>10.2.0.1']);
    expect(restricted().leads(to('172.24.0.254', 'preferred'))).toEqual(['e1>172.24.0.254']);
    expect(restricted().leads(to('10.10.6.0', 'preferred'))).toEqual([]);
  });
});

describe('the default route', () => {
  const withDefault = (viaDefault: boolean): Net =>
    new Net(viaDefault)
      .put(route('10.0.0.0/24', 'connected', ['e0']))
      .put(route('0.0.0.0/0', 'static', ['10.0.0.254']));

  it('resolves where the vendor lets it', () => {
    expect(withDefault(true).leads(route('20.0.0.0/8', 'static', ['99.9.9.9']))).toEqual(['e0>10.0.0.254']);
    expect(withDefault(false).leads(route('20.0.0.0/8', 'static', ['99.9.9.9']))).toEqual([]);
  });
});

describe('loops', () => {
  it('a route never resolves through itself', () => {
    const net = plain().put(route('20.0.0.0/8', 'static', ['20.0.0.1']));
    expect(net.vrfs.get(HOME.vrf).unicast.entry(p('20.0.0.0/8'))?.active).toBeUndefined();
  });

  // Capture: a router with 4.0.0.44/30 as Direct and from its EBGP neighbour 4.0.0.46: `0 hidden`.
  it('but it may stand on the link that has its own prefix', () => {
    const net = plain().put(route('10.0.0.0/24', 'static', ['10.0.0.2']));
    const entry = net.vrfs.get(HOME.vrf).unicast.entry(p('10.0.0.0/24'));
    expect(entry?.candidates.map(({ route: { kind }, usable }) => [kind, usable])).toEqual([
      ['connected', true],
      ['static', true],
    ]);
  });

  it('nor do two through each other', () => {
    const net = plain()
      .put(route('20.0.0.0/8', 'static', ['30.0.0.1']))
      .put(route('30.0.0.0/8', 'static', ['20.0.0.1']));
    for (const text of ['20.0.0.0/8', '30.0.0.0/8'])
      expect(net.vrfs.get(HOME.vrf).unicast.entry(p(text))?.active).toBeUndefined();
  });

  it('nor does one hold another up that has lost its ground', () => {
    const net = plain()
      .put(route('30.0.0.0/8', 'static', ['10.0.0.2']))
      .put(route('20.0.0.0/8', 'static', ['30.0.0.1']));
    // Now 30/8 is told to go through 20/8, which stood on it.
    net.put(route('30.0.0.0/8', 'static', ['20.0.0.1']));
    for (const text of ['20.0.0.0/8', '30.0.0.0/8'])
      expect(net.vrfs.get(HOME.vrf).unicast.entry(p(text))?.active).toBeUndefined();
  });

  it('chains end after so many steps', () => {
    const chain = (steps: number): Net => {
      const net = plain().put(route('100.0.0.0/16', 'static', ['10.0.0.2']));
      for (let i = 1; i < steps; i++) net.put(route(`100.${i}.0.0/16`, 'static', [`100.${i - 1}.0.1`]));
      return net;
    };
    const last = MAX_DEPTH - 2;
    const net = chain(last + 2);
    expect(net.leads(route('99.0.0.0/8', 'static', [`100.${last - 1}.0.1`]))).toEqual(['e0>10.0.0.2']);
    expect(net.leads(route('99.0.0.0/8', 'static', [`100.${last}.0.1`]))).toEqual([]);
  });
});

describe('several next hops', () => {
  const two = (): Net => plain().put(route('10.0.1.0/24', 'connected', ['e1']));

  it('are a set in address order, each once', () => {
    const net = two();
    const hops = ['10.0.1.2', '10.0.0.3', 'e0>10.0.0.3', '10.0.0.2'];
    expect(net.leads(route('20.0.0.0/8', 'static', hops))).toEqual(['e0>10.0.0.2', 'e0>10.0.0.3', 'e1>10.0.1.2']);
    expect(net.leads(route('20.0.0.0/8', 'static', [...hops].reverse()))).toEqual(
      net.leads(route('20.0.0.0/8', 'static', hops)),
    );
  });

  it('lose the one that cannot be reached, and say which', () => {
    const net = two();
    net.down.add('e1');
    net.refresh();
    const one = route('20.0.0.0/8', 'static', ['10.0.1.2', '10.0.0.3']);
    expect(net.leads(one)).toEqual(['e0>10.0.0.3']);
    expect(net.resolver.reach(one, HOME).reachable).toEqual([false, true]);
  });

  it('multiply through a recursive one', () => {
    const net = two().put(route('2.2.2.2/32', 'ospf.intra', ['e1>10.0.1.9', 'e0>10.0.0.9']));
    expect(net.leads(route('20.0.0.0/8', 'bgp.internal', ['2.2.2.2']))).toEqual(['e0>10.0.0.9', 'e1>10.0.1.9']);
  });

  it('are compared by address as numbers', () => {
    const at = (gateway: string) => ({ out: ifName('e0'), gateway: ip(gateway), push: [] });
    const order = pathSet([at('10.0.0.10'), at('200.0.0.1'), at('10.0.0.9')]).map((one) =>
      ipText(one.gateway as never),
    );
    expect(order).toEqual(['10.0.0.9', '10.0.0.10', '200.0.0.1']);
  });
});

describe('labels', () => {
  it('of the way lie on top of those of the route, without implicit null', () => {
    const net = plain()
      .put(route('2.2.2.2/32', 'ldp', [hop('e0>10.0.0.2', { labels: [100] })]), { table: 'labeled' })
      .put(route('3.3.3.3/32', 'ldp', [hop('e0>10.0.0.3', { labels: [3] })]), { table: 'labeled' });
    const vpn = (gateway: string): Route =>
      route('20.0.0.0/8', 'bgp.internal', [
        { via: 'address', gateway: ip(gateway), labels: [299 as Label], table: 'labeled' },
      ]);
    expect(net.leads(vpn('2.2.2.2'))).toEqual(['e0>10.0.0.2 push 100 299']);
    expect(net.leads(vpn('3.3.3.3'))).toEqual(['e0>10.0.0.3 push 299']);
    expect(net.leads(route('20.0.0.0/8', 'bgp.internal', ['2.2.2.2']))).toEqual([]);
  });
});

describe('other VRFs', () => {
  it('hold the next hop that is said to be theirs', () => {
    const net = new Net(true, ['A']).put(route('10.0.0.0/24', 'connected', ['e0']), { vrf: vrfName('A') });
    expect(net.leads(route('20.0.0.0/8', 'static', ['10.0.0.9']))).toEqual([]);
    expect(net.leads(route('20.0.0.0/8', 'static', [hop('10.0.0.9', { vrf: 'A' })]))).toEqual(['e0>10.0.0.9']);
    expect(net.leads(route('20.0.0.0/8', 'static', ['vrf:A']))).toEqual(['lookup']);
  });
});

describe('who must look again', () => {
  it('is told by gateway and by interface', () => {
    const net = plain().put(route('2.2.2.2/32', 'ospf.intra', ['e0>10.0.0.2']));
    const asked = new Dependents<string>();
    asked.set('a', net.resolver.reach(route('20.0.0.0/8', 'static', ['2.2.2.2']), HOME).footing);
    asked.set('b', net.resolver.reach(route('21.0.0.0/8', 'static', ['e7>2.2.2.2']), HOME).footing);
    expect(asked.of(HOME, p('2.0.0.0/8'))).toEqual(['a']);
    expect(asked.of(HOME, p('3.0.0.0/8'))).toEqual([]);
    expect(asked.of({ ...HOME, vrf: vrfName('A') }, p('2.0.0.0/8'))).toEqual([]);
    expect(asked.ofInterface(ifName('e0'))).toEqual(['a']);
    expect(asked.ofInterface(ifName('e7'))).toEqual(['b']);
    asked.delete('a');
    expect(asked.ofInterface(ifName('e0'))).toEqual([]);
  });
});
