// The BGP process alone: what goes in, and every effect that comes out.

import { describe, expect, it } from 'vitest';
import type { Interface } from '../../../src/net/interface.ts';
import { bgpAnswers } from '../../../src/protocols/bgp/answers.ts';
import type { BgpConfig } from '../../../src/protocols/bgp/config.ts';
import type { BgpEvent } from '../../../src/protocols/bgp/events.ts';
import { BgpProcess } from '../../../src/protocols/bgp/process.ts';
import type { BgpTraits } from '../../../src/protocols/bgp/traits.ts';
import type { Route } from '../../../src/route/route.ts';
import { micros, seconds } from '../../../src/sim/time.ts';
import { type BgpVrfSpec, bgpConfig, type InterfaceSpec, interfaceConfig } from '../../harness/config.ts';
import { Stage } from '../../harness/process.ts';
import { p, route, vrfName } from '../../harness/routes.ts';

const TRAITS: BgpTraits = { importDelay: seconds(5), routerIdFrom: 'highest-loopback' };
const face = (name: string, spec: InterfaceSpec): Interface => ({
  ...interfaceConfig(name, spec),
  up: spec.down !== true,
  changed: micros(0),
});

function setUp(config: BgpConfig, traits: BgpTraits = TRAITS, faces: readonly Interface[] = []) {
  const stage = new Stage<BgpTraits, BgpEvent>('bgp/1', traits);
  stage.faces.push(...faces);
  const process = new BgpProcess(stage);
  const ask = bgpAnswers(() => process.facts);
  const version = () => ask['bgp.summary']({ family: 'vpnv4' })?.version;
  /** The route is active in the VRF's table, and the process hears of it. */
  const hear = (vrf: string, prefix: string, active: Route | undefined): readonly string[] => {
    process.handle({ kind: 'route', vrf: vrfName(vrf), prefix: p(prefix), active });
    return stage.effects();
  };
  const tell = (wanted: BgpConfig): readonly string[] => {
    process.configure(wanted);
    return stage.effects();
  };
  const started = tell(config);
  return { stage, process, ask, version, hear, tell, started };
}

const spec = (change: Readonly<Record<string, Partial<BgpVrfSpec>>> = {}): BgpConfig =>
  bgpConfig({
    A: { rd: '1:1', export: ['1:1'], redistribute: ['connected'], ...change['A'] },
    C: { rd: '1:3', import: ['1:1'], ...change['C'] },
  });
const OWN = 'bgp.external bgp.internal bgp.local';
const lo = route('10.1.0.0/24', 'connected', ['lo1']);

describe('a story of one route', () => {
  const story = setUp(spec(), TRAITS, [face('lo1', { at: '10.1.0.1/24', vrf: 'A' })]);

  it('begins with watching what is to be redistributed', () => {
    expect(story.started).toEqual([`watch A connected ${OWN}`, `watch C ${OWN}`]);
    expect(story.version()).toBe(1);
  });

  it('a connected route appears: a path, and an import is due', () => {
    expect(story.hear('A', '10.1.0.0/24', lo)).toEqual(['timer import in 5 s']);
    expect(story.version()).toBe(2);
    expect(story.ask['bgp.tables']({ family: 'vpnv4', vrf: vrfName('A') })?.[0]?.nets).toMatchObject([
      {
        prefix: lo.prefix,
        version: 2,
        paths: [{ best: true, since: 0, attributes: { med: 0, origin: 'incomplete' } }],
      },
    ]);
  });

  it('the timer fires: the copy goes into the other table', () => {
    story.process.handle(story.stage.fire('import'));
    expect(story.stage.effects()).toEqual(['install C bgp.external 10.1.0.0/24 via lo1 metric 0 leaked from A']);
    expect(story.version()).toBe(3);
  });

  it('it becomes active there: its address follows', () => {
    const active = story.stage.table('C').entry(p('10.1.0.0/24'))?.active?.route;
    expect(story.hear('C', '10.1.0.0/24', active)).toEqual([
      'install C local 10.1.0.1/32 via me@lo1 metric 0 leaked from A',
    ]);
  });

  it('it is told again: nothing happens', () => {
    expect(story.hear('A', '10.1.0.0/24', lo)).toEqual([]);
    expect(story.version()).toBe(3);
  });

  it('its interface takes another address in the subnet: the local route follows', () => {
    story.stage.faces[0] = face('lo1', { at: '10.1.0.7/24', vrf: 'A' });
    story.process.handle({ kind: 'interface', change: 'changed', interface: story.stage.faces[0] });
    expect(story.stage.effects()).toEqual([
      'withdraw C 10.1.0.1/32 (leak 10.1.0.0/24)',
      'install C local 10.1.0.7/32 via me@lo1 metric 0 leaked from A',
    ]);
  });

  it('it disappears: the copy at once, without a timer for its removal', () => {
    expect(story.hear('A', '10.1.0.0/24', undefined)).toEqual(['withdraw C 10.1.0.0/24', 'timer import in 5 s']);
    expect(story.version()).toBe(5);
    expect(story.hear('C', '10.1.0.0/24', undefined)).toEqual(['withdraw C 10.1.0.7/32 (leak 10.1.0.0/24)']);
    story.process.handle(story.stage.fire('import'));
    expect(story.stage.effects()).toEqual([]);
  });
});

describe('origination', () => {
  const path = (story: ReturnType<typeof setUp>, vrf = 'A', prefix = '10.1.0.0/24') =>
    story.ask['bgp.tables']({ family: 'vpnv4', vrf: vrfName(vrf) })?.[0]?.nets.find((net) => net.prefix === p(prefix))
      ?.paths[0];

  it('by network takes whatever leads exactly there, with origin IGP', () => {
    const story = setUp(spec({ A: { redistribute: [], networks: ['10.1.0.0/24'] } }));
    expect(story.started[0]).toBe('watch A everything');
    story.hear('A', '10.1.0.0/24', route('10.1.0.0/24', 'ospf.intra', ['e0>10.9.0.2'], { metric: 20 }));
    story.hear('A', '10.1.0.0/16', route('10.1.0.0/16', 'static', ['discard']));
    expect(path(story)).toMatchObject({
      origination: 'network',
      attributes: { origin: 'igp', med: 20, nexthop: 0x0a090002 },
    });
    expect(path(story, 'A', '10.1.0.0/16')).toBeUndefined();
  });

  it('by network wins over redistribution', () => {
    const story = setUp(spec({ A: { networks: ['10.1.0.0/24'] } }));
    story.hear('A', '10.1.0.0/24', lo);
    expect(path(story)).toMatchObject({ origination: 'network' });
  });

  it('takes the metric of the route, of the statement, or of the policy, the last that speaks', () => {
    const rip = route('10.1.0.0/24', 'rip', ['e0>10.9.0.2'], { metric: 4 });
    const policy = {
      name: 'P',
      otherwise: 'accept',
      terms: [{ name: '10', matches: [], verdict: 'accept', actions: [{ kind: 'set-metric', value: 9 }] }],
    } as const;
    const med = (metric: number | undefined, withPolicy: boolean): unknown => {
      const redistribute = [{ kinds: ['rip'], metric, policy: withPolicy ? policy : undefined }] as const;
      const story = setUp(spec({ A: { redistribute } }));
      story.hear('A', '10.1.0.0/24', rip);
      return path(story)?.attributes.med;
    };
    expect([med(undefined, false), med(6, false), med(6, true)]).toEqual([4, 6, 9]);
  });

  it('does not take what the policy rejects', () => {
    const policy = { name: 'P', otherwise: 'reject', terms: [] } as const;
    const story = setUp(spec({ A: { redistribute: [{ kinds: ['connected'], metric: undefined, policy }] } }));
    expect(story.hear('A', '10.1.0.0/24', lo)).toEqual([]);
    expect(story.version()).toBe(1);
  });

  it('ends when a route of another kind takes over', () => {
    const story = setUp(spec());
    story.hear('A', '10.1.0.0/24', lo);
    story.hear('A', '10.1.0.0/24', undefined);
    expect(path(story)).toBeUndefined();
    expect(story.version()).toBe(3);
  });

  it('in the global table counts its own versions', () => {
    const story = setUp(bgpConfig({ default: { redistribute: ['connected'] } }));
    story.hear('default', '10.1.0.0/24', lo);
    expect(story.ask['bgp.summary']({ family: 'ipv4' })).toEqual({
      asn: 65535,
      routerId: 0xc0000201,
      version: 2,
      nets: 1,
      paths: 1,
    });
    expect(story.ask['bgp.summary']({ family: 'vpnv4' })?.version).toBe(1);
    expect(story.ask['bgp.tables']({ family: 'ipv4' })).toMatchObject([
      { rd: undefined, vrf: undefined, nets: [{ version: 2 }] },
    ]);
  });
});

describe('table versions', () => {
  const net = (story: ReturnType<typeof setUp>, vrf: string) =>
    story.ask['bgp.tables']({ family: 'vpnv4', vrf: vrfName(vrf) })?.[0]?.nets[0];

  it('rise in the order of distinguishers, not of names', () => {
    const story = setUp(
      bgpConfig({
        A: { rd: '1:1', export: ['1:1'], redistribute: ['connected'] },
        C: { rd: '1:9', import: ['1:1'] },
        D: { rd: '1:2', import: ['1:1'] },
      }),
    );
    story.hear('A', '10.1.0.0/24', lo);
    story.process.handle(story.stage.fire('import'));
    expect([net(story, 'D')?.version, net(story, 'C')?.version]).toEqual([3, 4]);
  });

  it('do not rise for a path that does not win', () => {
    const story = setUp(spec({ C: { redistribute: ['connected'] } }));
    story.hear('C', '10.1.0.0/24', route('10.1.0.0/24', 'connected', ['lo9']));
    expect(story.version()).toBe(2);
    story.hear('A', '10.1.0.0/24', lo);
    expect(story.version()).toBe(3);
    story.process.handle(story.stage.fire('import'));
    expect(net(story, 'C')).toMatchObject({
      version: 2,
      paths: [{ best: false, lostAt: 'locally-originated' }, { best: true }],
    });
    expect(story.version()).toBe(3);
  });
});

describe('reconfiguration', () => {
  const leaked = () => {
    const story = setUp(spec());
    story.hear('A', '10.1.0.0/24', lo);
    story.process.handle(story.stage.fire('import'));
    story.stage.effects();
    return story;
  };

  it('of the AS is another process', () => {
    expect(leaked().process.configure({ ...spec(), asn: 7 })).toBe('restart');
  });

  it('that changes nothing has no effect but another look at imports', () => {
    const story = leaked();
    expect(story.tell(spec()).filter((line) => !line.startsWith('watch'))).toEqual(['timer import in 5 s']);
    story.process.handle(story.stage.fire('import'));
    expect(story.stage.effects()).toEqual([]);
    expect(story.version()).toBe(3);
  });

  it('of an import target takes copies away at once, and brings them after the delay', () => {
    const story = leaked();
    expect(story.tell(spec({ C: { import: ['9:9'] } }))).toContain('withdraw C 10.1.0.0/24');
    expect(story.tell(spec()).filter((line) => line.startsWith('install'))).toEqual([]);
    story.process.handle(story.stage.fire('import'));
    expect(story.stage.effects()).toEqual(['install C bgp.external 10.1.0.0/24 via lo1 metric 0 leaked from A']);
  });

  it('of the distinguisher renumbers the table and leaves the leak alone', () => {
    const story = leaked();
    const effects = story.tell(spec({ A: { rd: '1:11' } }));
    expect(effects.filter((line) => !line.startsWith('watch'))).toEqual(['timer import in 5 s']);
    // One net gone under the old distinguisher, one new under the other.
    expect(story.version()).toBe(5);
    story.process.handle(story.stage.fire('import'));
    expect(story.stage.effects()).toEqual(['install C bgp.external 10.1.0.0/24 via lo1 metric 0 leaked from A']);
  });

  it('without the VRF takes its routes back and watches it no more', () => {
    const story = leaked();
    const effects = story.tell(bgpConfig({ A: { rd: '1:1', export: ['1:1'], redistribute: ['connected'] } }));
    expect(effects).toEqual([
      'watch C nothing',
      `watch A connected ${OWN}`,
      'withdraw C 10.1.0.0/24',
      'timer import in 5 s',
    ]);
    expect(story.ask['bgp.tables']({ family: 'vpnv4' })).toHaveLength(1);
  });

  it('clear looks at everything again, at once', () => {
    const story = setUp(spec());
    story.hear('A', '10.1.0.0/24', lo);
    story.process.handle({ kind: 'action', name: 'clear', args: { soft: 'false' } });
    expect(story.stage.effects()).toEqual([
      `watch A connected ${OWN}`,
      `watch C ${OWN}`,
      'timer import off',
      'install C bgp.external 10.1.0.0/24 via lo1 metric 0 leaked from A',
    ]);
  });
});

describe('the router ID', () => {
  const nameless = { ...spec(), routerId: undefined };
  const routerId = (traits: BgpTraits, ...faces: readonly Interface[]): unknown =>
    setUp(nameless, traits, faces).ask['bgp.summary']({ family: 'vpnv4' })?.routerId;

  it('is what is configured, whatever there is', () => {
    expect(
      setUp(spec(), TRAITS, [face('lo0', { at: '9.9.9.9/32' })]).ask['bgp.summary']({ family: 'vpnv4' })?.routerId,
    ).toBe(0xc0000201);
  });

  it('otherwise the highest loopback, or the lowest, before any other interface', () => {
    const faces = [
      face('lo0', { at: '1.1.1.1/32' }),
      face('lo1', { at: '3.3.3.3/32 8.8.8.8/32' }),
      face('e0', { at: '200.0.0.1/24' }),
    ];
    expect(routerId(TRAITS, ...faces)).toBe(0x03030303);
    expect(routerId({ ...TRAITS, routerIdFrom: 'lowest-loopback' }, ...faces)).toBe(0x01010101);
    expect(routerId(TRAITS, face('e0', { at: '200.0.0.1/24' }), face('e1', { at: '100.0.0.1/24' }))).toBe(0xc8000001);
  });

  it('is never an address of a VRF, or of what is down; without any nothing runs, and it says so once', () => {
    const story = setUp(nameless, TRAITS, [
      face('lo1', { at: '1.1.1.1/32', vrf: 'A' }),
      face('lo2', { at: '2.2.2.2/32', down: true }),
    ]);
    expect(story.started).toEqual(['event bgp-no-router-id']);
    expect(story.tell(nameless)).toEqual([]);
    expect(story.ask['bgp.tables']({ family: 'vpnv4' })).toEqual([]);
    story.stage.faces[1] = face('lo2', { at: '2.2.2.2/32' });
    story.process.handle({ kind: 'interface', change: 'changed', interface: story.stage.faces[1] });
    expect(story.stage.effects()).toEqual([`watch A connected ${OWN}`, `watch C ${OWN}`]);
  });

  it('stays while its address does, and takes everything with it when the last one goes', () => {
    const story = setUp(nameless, TRAITS, [face('lo0', { at: '1.1.1.1/32' })]);
    story.hear('A', '10.1.0.0/24', lo);
    story.process.handle(story.stage.fire('import'));
    story.stage.effects();
    const change = (...faces: readonly Interface[]): readonly string[] => {
      story.stage.faces.splice(0, story.stage.faces.length, ...faces);
      for (const one of faces) story.process.handle({ kind: 'interface', change: 'changed', interface: one });
      return story.stage.effects();
    };
    expect(change(face('lo0', { at: '1.1.1.1/32' }), face('lo5', { at: '5.5.5.5/32' }))).toEqual([]);
    expect(story.ask['bgp.summary']({ family: 'vpnv4' })?.routerId).toBe(0x01010101);
    const effects = change(face('lo0', { at: '1.1.1.1/32', down: true }));
    expect(effects).toContain('event bgp-no-router-id');
    expect(effects).toContain('withdraw C 10.1.0.0/24');
  });
});
