// Sessions between routers: who opens them, what ends them, how they come back.                        RFC 5036 §2.4, §2.5

import { describe, expect, it } from 'vitest';
import { ip4Text } from '../../../src/base/ip.ts';
import { present } from '../../../src/base/must.ts';
import type { LdpNeighborRow } from '../../../src/protocols/ldp/show.ts';
import { MAIN } from '../../../src/route/names.ts';
import { NO_FAULTS } from '../../../src/sim/fault.ts';
import { micros, seconds } from '../../../src/sim/time.ts';
import { bindings, type LdpSpec, likeIos, neighbors, prefixes } from '../../harness/ldp.ts';
import { chain, loopback } from '../../harness/mpls-chain.ts';
import { ifName, ip } from '../../harness/routes.ts';
import { Topology } from '../../harness/topology.ts';

const two = (spec: (n: number) => Partial<LdpSpec> = () => ({})): Topology => chain({ length: 2, ldp: likeIos, spec });

const neighbor = (net: Topology, name: string): LdpNeighborRow =>
  present(net.device(name).ask('ldp.neighbors', { vrf: MAIN })[0], `a neighbor of ${name}`);

/** Every frame on the first cable is lost, or none; its light stays on. */
function swallow(net: Topology, all: boolean): void {
  const link = present(net.world.link('l0'), 'a cable');
  link.faults = all ? { lossPerMillion: 1_000_000, duplicatePerMillion: 0, jitter: micros(0) } : NO_FAULTS;
}

/** What was reported of sessions: `2.2.2.2 up`, `2.2.2.2 down hello-expired`. */
const sessionEvents = (net: Topology, name: string): readonly string[] =>
  net.events.flatMap(({ device, event }) => {
    if (device !== name || event.kind !== 'ldp-session') return [];
    const { reason } = event;
    const why = typeof reason === 'object' ? JSON.stringify(reason) : (reason ?? '');
    return [`${ip4Text(event.lsr.id)} ${event.up ? 'up' : 'down'} ${why}`.trim()];
  });

describe('a session', () => {
  it('comes up between two who hear each other, opened by the greater transport address (§2.5.2)', () => {
    const net = two().run(seconds(1));
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
    expect(neighbor(net, 'r1')).toMatchObject({ active: false, connection: { passive: true, localPort: 646 } });
    expect(neighbor(net, 'r2')).toMatchObject({ active: true, connection: { passive: false, peerPort: 646 } });
  });

  it('agrees on the lesser hold time, and sends KeepAlives three times as often at least (§3.5.3)', () => {
    const net = two((n) => ({ session: { hold: seconds(n === 1 ? 180 : 30) } })).run(seconds(1));
    for (const name of ['r1', 'r2'])
      expect(neighbor(net, name)).toMatchObject({ hold: seconds(30), keepalive: seconds(10), maxPdu: 4096 });
    net.run(seconds(300));
    expect(sessionEvents(net, 'r1')).toEqual(['2.2.2.2 up']);
    const { messagesSent } = neighbor(net, 'r1');
    expect(messagesSent.get('keepalive')).toBe(31);
  });

  it('tells each side what the other is called and where it lives', () => {
    const net = two().run(seconds(1));
    expect(neighbor(net, 'r1').addresses.map(ip4Text)).toEqual(['2.2.2.2', '10.0.1.2']);
  });

  it('ends when no Hello is heard for its hold time, and comes back with the next ones (§2.5.5)', () => {
    const net = two().run(seconds(1));
    swallow(net, true);
    net.run(seconds(13));
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
    net.run(seconds(2));
    expect(neighbors(net, 'r1')).toEqual([]);
    expect(bindings(net, 'r1')).toContain('2.2.2.2/32 local 16');
    swallow(net, false);
    net.run(seconds(30));
    expect(sessionEvents(net, 'r1')).toEqual(['2.2.2.2 up', '2.2.2.2 down hello-expired', '2.2.2.2 up']);
    expect(bindings(net, 'r1')).toContain('2.2.2.2/32 local 16 from 2.2.2.2 3*');
  });

  it('ends when nothing is said for its keepalive time (§2.5.6)', () => {
    const hello = { interval: seconds(5), hold: 'infinite' } as const;
    const net = two(() => ({ hello, session: { hold: seconds(30) } })).run(seconds(1));
    swallow(net, true);
    net.run(seconds(40));
    expect(sessionEvents(net, 'r1')).toEqual(['2.2.2.2 up', '2.2.2.2 down keepalive-expired']);
    expect(neighbor(net, 'r1').state).toBe('non-existent');
  });

  it('ends at once with its only link, and is there again soon after it', () => {
    const net = two().run(seconds(1));
    net.cut(0);
    expect(sessionEvents(net, 'r1')).toEqual(['2.2.2.2 up', '2.2.2.2 down interface-down']);
    expect(bindings(net, 'r1')).toEqual(['1.1.1.1/32 local null']);
    net.mend(0).run(seconds(20));
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
    expect(neighbors(net, 'r2')).toEqual(['1.1.1.1 operational']);
  });

  it('survives the loss of one of two links', () => {
    const router = (n: number) => ({
      interfaces: {
        Loopback0: `${loopback(n)}/32`,
        e0: { at: `10.0.1.${n}/24`, mpls: true },
        e1: { at: `10.0.2.${n}/24`, mpls: true },
      },
      static: {
        default: [
          { to: `${loopback(3 - n)}/32`, via: `10.0.1.${3 - n}` },
          { to: `${loopback(3 - n)}/32`, via: `10.0.2.${3 - n}` },
        ],
      },
      ldp: likeIos({ on: ['e0', 'e1'], id: loopback(n) }),
    });
    const net = new Topology({
      devices: { r1: router(1), r2: router(2) },
      cables: ['r1 e0 - r2 e0', 'r1 e1 - r2 e1'],
    }).run(seconds(1));
    expect(neighbor(net, 'r1').adjacencies.map(({ on }) => on)).toEqual(['e0', 'e1']);
    net.cut(0).run(seconds(60));
    expect(sessionEvents(net, 'r1')).toEqual(['2.2.2.2 up']);
    expect(neighbor(net, 'r1').adjacencies.map(({ on }) => on)).toEqual(['e1']);
    net.cut(1);
    expect(neighbors(net, 'r1')).toEqual([]);
  });

  it('of a peer who takes leave ends at once, and says why', () => {
    const net = two().run(seconds(1));
    net.configure('r2', { ldp: undefined });
    net.run(seconds(1));
    expect(sessionEvents(net, 'r1').at(-1)).toBe('2.2.2.2 down {"heard":"shutdown"}');
    expect(bindings(net, 'r1')).toContain('2.2.2.2/32 local 16');
  });

  it('is ended by order, and comes back by itself', () => {
    const net = two().run(seconds(1));
    net.device('r1').act({ kind: 'clear-ldp', vrf: MAIN, peer: ip('9.9.9.9') });
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
    net.device('r1').act({ kind: 'clear-ldp', vrf: MAIN });
    expect(sessionEvents(net, 'r1').at(-1)).toBe('2.2.2.2 down cleared');
    net.run(seconds(30));
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
  });

  it('does not outlive the power, and comes back with it', () => {
    const net = two().run(seconds(1));
    net.device('r2').powerOff();
    net.run(seconds(20));
    expect(neighbors(net, 'r1')).toEqual([]);
    net.configure('r2', {});
    net.run(seconds(20));
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
  });
});

describe('its ends', () => {
  it('are the router IDs, or the addresses of the link', () => {
    const net = two(() => ({ transport: 'interface' })).run(seconds(1));
    expect(neighbor(net, 'r1')).toMatchObject({ transport: ip('10.0.1.2'), localTransport: ip('10.0.1.1') });
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
  });

  it('must be reachable: without a way to them there is no session', () => {
    const net = chain({ length: 2, ldp: likeIos, routers: { r1: { static: {} } } }).run(seconds(30));
    expect(neighbors(net, 'r2')).toEqual(['1.1.1.1 non-existent']);
    expect(neighbor(net, 'r1').adjacencies[0]).toMatchObject({ reachableBy: undefined });
  });

  it('of another router ID are those of another router', () => {
    const net = two().run(seconds(1));
    net.configure('r1', {
      interfaces: { Loopback0: '1.1.1.1/32', Loopback1: '9.9.9.9/32', e1: { at: '10.0.1.1/24', mpls: true } },
      ldp: likeIos({ on: ['e1'], id: '9.9.9.9' }),
    });
    net.configure('r2', {
      static: {
        default: [
          { to: '9.9.9.9/32', via: '10.0.1.1' },
          { to: '1.1.1.1/32', via: '10.0.1.1' },
        ],
      },
    });
    net.run(seconds(40));
    expect(neighbors(net, 'r2')).toEqual(['9.9.9.9 operational']);
    // Now the greater transport address is the other one.
    expect(neighbor(net, 'r1').active).toBe(true);
  });

  it('may be several hops apart, where both want it (§2.4.2)', () => {
    const net = chain({
      length: 3,
      ldp: likeIos,
      spec: (n) => (n === 1 ? { targets: ['3.3.3.3'] } : { acceptTargets: 'any' }),
    }).run(seconds(30));
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational', '3.3.3.3 operational']);
    const rows = net.device('r3').ask('ldp.discovery', { vrf: MAIN });
    expect(rows.find(({ target }) => target !== undefined)).toMatchObject({
      target: ip('1.1.1.1'),
      active: false,
      sending: true,
      receiving: true,
    });
  });

  it('are no target of one who was not asked', () => {
    const net = chain({ length: 3, ldp: likeIos, spec: (n) => (n === 1 ? { targets: ['3.3.3.3'] } : {}) });
    net.run(seconds(30));
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
    const [row] = net.device('r3').ask('ldp.processes', {});
    expect(row?.drops.get('hello target not wanted')).toBeGreaterThan(1);
  });
});

describe('keys', () => {
  const keyed = (key: string) => ({
    authentication: { byPeer: { '1.1.1.1': key, '2.2.2.2': key }, rules: [], required: undefined },
  });

  it('must be the same on both sides', () => {
    const net = two((n) => keyed(n === 1 ? 'right' : 'wrong')).run(seconds(40));
    expect(neighbor(net, 'r1').state).not.toBe('operational');
    expect(net.events.some(({ device, event }) => device === 'r1' && event.kind === 'md5-wrong')).toBe(true);
    net.configure('r2', { ldp: likeIos({ on: ['e0'], id: '2.2.2.2', ...keyed('right') }) });
    net.run(seconds(60));
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
    expect(neighbor(net, 'r1').password.inUse).toBe(true);
  });

  it('are asked of those who must have one', () => {
    const required = { authentication: { byPeer: {}, rules: [], required: prefixes('1.1.1.1/32') } };
    const net = two((n) => (n === 2 ? required : {})).run(seconds(40));
    expect(neighbors(net, 'r2')).toEqual(['1.1.1.1 non-existent']);
    expect(neighbor(net, 'r2').password).toEqual({ inUse: false, required: true });
    net.configure('r2', {
      ldp: likeIos({
        on: ['e0'],
        id: '2.2.2.2',
        authentication: { ...required.authentication, required: prefixes('9.9.9.9/32') },
      }),
    });
    net.run(seconds(40));
    expect(neighbors(net, 'r2')).toEqual(['1.1.1.1 operational']);
  });

  it('that change end the session of those whom they concern', () => {
    const net = two(() => keyed('a')).run(seconds(1));
    net.configure('r1', { ldp: likeIos({ on: ['e1'], id: '1.1.1.1', ...keyed('b') }) });
    net.configure('r2', { ldp: likeIos({ on: ['e0'], id: '2.2.2.2', ...keyed('b') }) });
    expect(sessionEvents(net, 'r1').at(-1)).toBe('2.2.2.2 down reconfigured');
    net.run(seconds(40));
    expect(neighbors(net, 'r1')).toEqual(['2.2.2.2 operational']);
  });
});

describe('an IGP that waits for LDP (RFC 5443)', () => {
  const syncs = (net: Topology): readonly string[] =>
    net.events.flatMap(({ device, event, at }) =>
      device === 'r1' && event.kind === 'ldp-sync' ? [`${Math.floor(at / 1e6)} ${event.on} ${event.state}`] : [],
    );

  it('is told when the session of a link is up, and when it is gone', () => {
    const net = two().run(seconds(1));
    // Heard, and the other end of the session is known: it is only a matter of time.
    expect(syncs(net)).toEqual(['0 e1 waiting', '0 e1 expected', '0 e1 achieved']);
    net.cut(0);
    expect(syncs(net).at(-1)).toBe('1 e1 waiting');
    net.configure('r1', { ldp: undefined });
    expect(syncs(net).at(-1)).toBe('1 e1 not-required');
  });

  it('waits as long as it was told to after that', () => {
    const net = two(() => ({ syncDelay: seconds(20) })).run(seconds(10));
    expect(net.device('r1').ask('ldp.sync', { vrf: MAIN })).toMatchObject([
      { on: ifName('e1'), state: 'expected', delay: seconds(20) },
    ]);
    net.run(seconds(11));
    expect(syncs(net)).toEqual(['0 e1 waiting', '0 e1 expected', '20 e1 achieved']);
  });
});

describe('an idle session', () => {
  it('costs little: a Hello each five seconds, a KeepAlive a minute', () => {
    const net = two().run(seconds(100));
    const before = net.world.now;
    const count = (name: string) => net.device(name).ask('ports', {})[0]?.counters.outPackets ?? 0;
    const start = count('r1');
    net.run(seconds(600));
    const span = (net.world.now - before) / 1e6;
    // 120 Hellos, 10 KeepAlives and their acknowledgements, ARP now and then.
    expect(count('r1') - start).toBeLessThan(span / 5 + 30);
  });
});
