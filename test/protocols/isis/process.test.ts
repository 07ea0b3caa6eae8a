// One process without a network: what goes in, and every effect that comes out.

import { describe, expect, it } from 'vitest';
import { type Mac, mac } from '../../../src/base/mac.ts';
import { present } from '../../../src/base/must.ts';
import type { Interface } from '../../../src/net/interface.ts';
import type { IsisEvent } from '../../../src/protocols/isis/events.ts';
import { LLC_HEADER } from '../../../src/protocols/isis/iana.ts';
import { isis } from '../../../src/protocols/isis/index.ts';
import type { NodeId, SystemId } from '../../../src/protocols/isis/net-address.ts';
import { isisPdu, type Lsp, type Pdu, sealLsp, writePdu } from '../../../src/protocols/isis/packet/pdu.ts';
import type { Tlv } from '../../../src/protocols/isis/packet/shapes.ts';
import type { IsisTraits } from '../../../src/protocols/isis/traits.ts';
import type { ProcessInput, SendOptions } from '../../../src/protocols/plugin.ts';
import type { IfName } from '../../../src/route/names.ts';
import { micros, millis, seconds } from '../../../src/sim/time.ts';
import { interfaceConfig } from '../../harness/config.ts';
import { type CircuitSpec, type IsisSpec, isisConfig, netOf } from '../../harness/isis.ts';
import { Stage } from '../../harness/process.ts';
import { ip } from '../../harness/routes.ts';
import { PLAIN } from '../../harness/topology.ts';

const E0 = 'e0' as IfName;
const OWN = mac(0x020000000001);
const THEIRS = mac(0x020000000002);
const THEM = '0000.0000.0002' as SystemId;

class IsisStage extends Stage<IsisTraits, IsisEvent> {
  readonly sent: Pdu[] = [];
  override send(_on?: IfName, _to?: unknown, bytes?: Uint8Array, _options?: SendOptions): void {
    const pdu = isisPdu.decode(present(bytes, 'a frame').subarray(LLC_HEADER.length), undefined);
    if (!pdu.ok) throw new Error(JSON.stringify(pdu.error));
    this.sent.push(pdu.value);
  }
}

function setUp(circuit: CircuitSpec = {}, more: Partial<IsisSpec> = {}) {
  const stage = new IsisStage('isis/', { ...PLAIN.isis, jitterPercent: 0 });
  const face: Interface = { ...interfaceConfig('e0', { at: '10.0.0.1/24' }), up: true, changed: micros(0), mac: OWN };
  stage.faces.push(face);
  const process = isis.start(stage);
  const spec = { net: netOf('49.0001', 1), levels: [2] as const, circuits: { e0: { p2p: true, ...circuit } }, ...more };
  process.configure(isisConfig(spec));
  const hear = (pdu: Pdu, from: Mac = THEIRS): void => {
    const bytes = writePdu(pdu);
    if (pdu.kind === 'lsp') sealLsp(bytes);
    const frame = new Uint8Array(LLC_HEADER.length + bytes.length);
    frame.set(LLC_HEADER);
    frame.set(bytes, LLC_HEADER.length);
    process.handle({ kind: 'packet', on: E0, from: 'link', to: 'link', ttl: 0, bytes: frame, mac: from });
  };
  const tell = (input: ProcessInput): void => process.handle(input);
  /** Lets every timer fire that is due until then. */
  const pass = (span: number): void => {
    const end = stage.now + span;
    for (;;) {
      const next = [...stage.timers].filter(([, at]) => at <= end).sort(([, a], [, b]) => a - b)[0];
      if (!next) break;
      const [key, at] = next;
      stage.timers.delete(key);
      stage.now = at;
      const name = present(
        NAMES.find((one) => key.startsWith(one)),
        key,
      );
      process.handle({ kind: 'timer', name, key: key.slice(name.length) });
    }
    stage.now = end as typeof stage.now;
  };
  const row = () => present(process.ask['isis.instances']({})[0], 'an instance');
  const own = (): Lsp | undefined =>
    stage.sent.findLast((pdu): pdu is Lsp => pdu.kind === 'lsp' && pdu.id === '0000.0000.0001.00-00');
  return { stage, process, hear, tell, pass, row, own };
}

/** The longer ones first: names of timers are written before their keys without anything between. */
const NAMES = [
  'retransmit',
  'exhausted',
  'periodic',
  'overload',
  'ldp-hold',
  'refresh',
  'expiry',
  'flood',
  'hello',
  'elect',
  'csnp',
  'psnp',
  'hold',
  'spf',
  'prc',
  'lsp',
];

const common: readonly Tlv[] = [
  { kind: 'areas', areas: ['49.0001' as never] },
  { kind: 'protocols', nlpids: [0xcc] },
  { kind: 'ip-addresses', addresses: [ip('10.0.0.2') as never] },
];
const hello = (state: 'Up' | 'Initializing' | 'Down'): Pdu => ({
  kind: 'p2p-hello',
  circuitType: 2,
  source: THEM,
  holdSeconds: 30,
  circuitId: 1,
  tlvs: [
    {
      kind: 'three-way',
      state,
      circuit: 7,
      neighbour: state === 'Down' ? undefined : { system: '0000.0000.0001' as SystemId, circuit: 1 },
    },
    ...common,
  ],
});
const lsp = (sequence: number, more: Partial<Lsp> = {}): Lsp => ({
  kind: 'lsp',
  level: 2,
  lifetime: 1200,
  id: '0000.0000.0002.00-00' as never,
  sequence,
  checksum: 0,
  flags: { partition: false, attached: 0, overload: false, isType: 3 },
  tlvs: [
    ...common.slice(0, 2),
    { kind: 'is-wide', neighbours: [{ node: '0000.0000.0001.00' as NodeId, metric: 10, sub: [] }] },
  ],
  ...more,
});

describe('a point-to-point link comes up, step by step', () => {
  const { stage, hear, pass, process } = setUp();
  const kinds = (): readonly string[] => stage.sent.splice(0).map((pdu) => pdu.kind);
  const state = () => process.ask['isis.adjacencies']({})[0]?.state;

  it('speaks at once, and says that it hears nobody', () => {
    expect(stage.sent[0]).toMatchObject({ kind: 'p2p-hello', circuitType: 2, circuitId: 1 });
    expect(stage.sent[0]?.tlvs[0]).toEqual({ kind: 'three-way', state: 'Down', circuit: 1, neighbour: undefined });
    expect(kinds()).toEqual(['p2p-hello']);
  });
  it('a neighbour that hears nobody either: initializing, told in the same instant', () => {
    hear(hello('Down'));
    expect(state()).toBe('Initializing');
    pass(0);
    expect(stage.sent[0]?.tlvs[0]).toEqual({
      kind: 'three-way',
      state: 'Initializing',
      circuit: 1,
      neighbour: { system: THEM, circuit: 7 },
    });
    expect(kinds()).toEqual(['p2p-hello']);
    expect(stage.events).toEqual([]);
  });
  it('it hears us: up, and the whole database is listed', () => {
    hear(hello('Initializing'));
    expect(state()).toBe('Up');
    expect(stage.events).toMatchObject([
      { kind: 'isis-adjacency', up: true, levels: [2], system: THEM, reason: 'new' },
    ]);
    expect(kinds()).toEqual(['csnp']);
    pass(millis(60));
    expect(kinds()).toEqual(['p2p-hello', 'lsp']);
  });
  it('an LSP that is not acknowledged comes again after five seconds, then every five', () => {
    stage.sent.length = 0;
    hear(hello('Up'));
    pass(seconds(5));
    expect(kinds().filter((kind) => kind === 'lsp')).toHaveLength(1);
    pass(seconds(5));
    expect(kinds().filter((kind) => kind === 'lsp')).toHaveLength(1);
  });
  it('an acknowledgement ends that', () => {
    const [row] = process.ask['isis.database']({});
    const [mine] = present(row, 'a database').lsps;
    const { id, sequence, checksum, lifetime } = present(mine, 'an LSP');
    const entries = [{ id, sequence, checksum, lifetime }];
    hear({ kind: 'psnp', level: 2, source: '0000.0000.0002.00' as NodeId, tlvs: [{ kind: 'entries', entries }] });
    stage.sent.length = 0;
    hear(hello('Up'));
    pass(seconds(15));
    expect(kinds().filter((kind) => kind === 'lsp')).toEqual([]);
  });
  it('what comes in is acknowledged within two seconds', () => {
    hear(lsp(1));
    pass(seconds(2));
    const psnp = stage.sent.find((pdu) => pdu.kind === 'psnp');
    expect(psnp?.tlvs).toMatchObject([{ kind: 'entries', entries: [{ id: '0000.0000.0002.00-00', sequence: 1 }] }]);
  });
  it('silence of thirty seconds ends it', () => {
    pass(seconds(31));
    expect(state()).toBeUndefined();
    expect(stage.events.at(-1)).toMatchObject({ up: false, reason: 'hold-time' });
  });
});

const up = (circuit: CircuitSpec = {}, more: Partial<IsisSpec> = {}) => {
  const made = setUp(circuit, more);
  made.hear(hello('Initializing'));
  made.hear(hello('Up'));
  made.pass(millis(200));
  return made;
};

describe('one’s own LSP in other hands', () => {
  const mine = (sequence: number, more: Partial<Lsp> = {}) =>
    lsp(sequence, { id: '0000.0000.0001.00-00' as never, ...more });
  it('a newer one is outbid', () => {
    const { hear, pass, own } = up();
    hear(mine(100));
    pass(seconds(1));
    expect(own()?.sequence).toBe(101);
  });
  it('a purge is answered', () => {
    const { hear, pass, own } = up();
    const { sequence } = present(own(), 'an LSP');
    hear(mine(sequence, { lifetime: 0, tlvs: [] }));
    pass(seconds(1));
    expect(own()?.sequence).toBe(sequence + 1);
    expect(own()?.lifetime).toBe(1200);
  });
  it('one that was never said is purged', () => {
    const { hear, stage } = up();
    stage.sent.length = 0;
    hear(mine(5, { id: '0000.0000.0001.00-07' as never }));
    const purge = stage.sent.find((pdu) => pdu.kind === 'lsp' && pdu.id === '0000.0000.0001.00-07');
    expect(purge ?? present(undefined, 'a purge')).toMatchObject({ lifetime: 0, sequence: 5, tlvs: [] });
  });
  it('a listing that contradicts it makes it be said again', () => {
    const { hear, pass, own, process } = up();
    const [row] = process.ask['isis.database']({});
    const entry = present(row?.lsps[0], 'an LSP');
    const entries = [{ id: entry.id, sequence: entry.sequence, checksum: entry.checksum ^ 1, lifetime: 1000 }];
    hear({ kind: 'psnp', level: 2, source: '0000.0000.0002.00' as NodeId, tlvs: [{ kind: 'entries', entries }] });
    pass(seconds(1));
    expect(own()?.sequence).toBe(entry.sequence + 1);
  });
  it('the last number is used up: silence until everybody has forgotten, then from one', () => {
    const { hear, pass, stage, own, row } = up();
    hear(mine(0xffffffff));
    pass(seconds(1));
    expect(stage.events.map((event) => event.kind)).toContain('isis-sequence-exhausted');
    stage.sent.length = 0;
    pass(seconds(1255));
    expect(stage.sent).toEqual([]);
    pass(seconds(10));
    hear(hello('Initializing'));
    pass(seconds(1));
    expect(own()?.sequence).toBeLessThan(4);
    expect(row().levels[0]?.lsps).toBe(1);
  });
});

describe('purges', () => {
  it('take an LSP out, and are remembered for a minute', () => {
    const { hear, pass, process } = up();
    hear(lsp(3));
    const known = () => process.ask['isis.database']({})[0]?.lsps.find((one) => one.id.startsWith('0000.0000.0002'));
    expect(known()).toMatchObject({ sequence: 3 });
    hear(lsp(3, { lifetime: 0, tlvs: [] }));
    expect(known()).toMatchObject({ lifetime: 0 });
    pass(seconds(59));
    expect(known()).toBeDefined();
    pass(seconds(2));
    expect(known()).toBeUndefined();
  });
  it('of what nobody knew are acknowledged and forgotten', () => {
    const { hear, pass, stage, process } = up();
    hear(lsp(9, { id: '0000.0000.0009.00-00' as never, lifetime: 0, tlvs: [] }));
    pass(seconds(3));
    expect(process.ask['isis.database']({})[0]?.lsps).toHaveLength(1);
    const acknowledged = stage.sent.flatMap((pdu) => (pdu.kind === 'psnp' ? pdu.tlvs : []));
    expect(acknowledged).toMatchObject([{ entries: [{ id: '0000.0000.0009.00-00', sequence: 9, lifetime: 0 }] }]);
  });
  it('one system says two things with one number: the other one’s is taken out of use', () => {
    const { hear, stage } = up();
    hear(lsp(3));
    hear(lsp(3, { tlvs: [...lsp(3).tlvs, { kind: 'hostname', name: 'other' }] }));
    expect(stage.events.at(-1)).toMatchObject({ kind: 'isis-lsp-confused', lsp: '0000.0000.0002.00-00' });
  });
});

describe('BFD', () => {
  const bfd = { minTx: millis(50), minRx: millis(50), multiplier: 3 };
  const path = { vrf: 'default' as never, peer: ip('10.0.0.2'), on: E0 };
  it('watches the neighbour, and takes it down at once', () => {
    const { stage, tell, process } = up({ bfd });
    expect(stage.effects()).toContain('bfd 10.0.0.2 on');
    tell({ kind: 'bfd', path, state: 'up' });
    tell({ kind: 'bfd', path, state: 'admin-down' });
    expect(process.ask['isis.adjacencies']({})).toHaveLength(1);
    tell({ kind: 'bfd', path, state: 'down' });
    expect(process.ask['isis.adjacencies']({})).toEqual([]);
    expect(stage.events.at(-1)).toMatchObject({ up: false, reason: 'bfd' });
    expect(stage.effects()).toContain('bfd 10.0.0.2 off');
  });
});

describe('LDP', () => {
  const metricOf = (one: Lsp | undefined) =>
    one?.tlvs.flatMap((tlv) => (tlv.kind === 'is-wide' ? tlv.neighbours : []))[0]?.metric;
  it('not ready: the link has the highest metric, but no longer than its owner’s patience', () => {
    const { tell, pass, own, stage } = up({ ldpSync: { holdDown: seconds(60), adjacencyAfter: 'at-once' } });
    expect(stage.effects()).toContain('ldp sync of e0 on');
    expect(metricOf(own())).toBe(10);
    tell({ kind: 'ldp-sync', on: E0, state: 'waiting' });
    pass(seconds(1));
    expect(metricOf(own())).toBe(0xfffffe);
    tell({ kind: 'ldp-sync', on: E0, state: 'achieved' });
    pass(seconds(6));
    expect(metricOf(own())).toBe(10);
    tell({ kind: 'ldp-sync', on: E0, state: 'waiting' });
    pass(seconds(10));
    expect(metricOf(own())).toBe(0xfffffe);
  });

  it('expected: an adjacency that is there stays, and a new one waits', () => {
    const { tell, pass, own, process } = up({ ldpSync: { holdDown: undefined, adjacencyAfter: seconds(20) } });
    const row = () => process.ask['isis.circuits']({})[0];
    tell({ kind: 'ldp-sync', on: E0, state: 'expected' });
    pass(seconds(1));
    expect(metricOf(own())).toBe(0xfffffe);
    expect(row()).toMatchObject({ active: true, heldFor: undefined });
    tell({ kind: 'action', name: 'clear-all', args: {} });
    expect(row()).toMatchObject({ active: false, heldFor: 'timer' });
    tell({ kind: 'ldp-sync', on: E0, state: 'achieved' });
    expect(row()).toMatchObject({ active: true, heldFor: undefined });
  });
});

describe('what is wrong with a configuration', () => {
  const faults = (spec: Partial<IsisSpec>) =>
    isis.check(isisConfig({ net: netOf('49.0001', 1), circuits: {}, ...spec }));
  it('is said in plain words', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ net: `${netOf('49.0001', 1)} ${netOf('49.0002', 2)}` })).toEqual([
      'the NETs have different system IDs',
    ]);
    const areas = ['49.0001', '49.0002', '49.0003', '49.0004'].map((area) => netOf(area, 1)).join(' ');
    expect(faults({ net: areas })).toEqual(['there are more than three areas']);
    expect(faults({ circuits: { e0: { metric: 64 } }, everyLevel: { send: 'narrow' }, levels: [2] })).toEqual([
      'the level 2 metric of e0 is more than 63',
    ]);
  });
});
