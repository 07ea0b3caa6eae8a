// What a peer may say and when, and what is done about the rest.                      RFC 5036 §2.5.3, §2.5.4, §3.5.1.2

import { describe, expect, it } from 'vitest';
import { fromHex } from '../../../src/base/bytes.ts';
import { present } from '../../../src/base/must.ts';
import { makeRng } from '../../../src/base/rng.ts';
import { step } from '../../../src/protocols/common/fsm.ts';
import type { Tlv } from '../../../src/protocols/ldp/packet/tlv.ts';
import { type LdpState, sessionTable } from '../../../src/protocols/ldp/session-fsm.ts';
import { ROUNDS } from '../../fuzz/dice.ts';
import { ip, p } from '../../harness/routes.ts';
import { FRR } from './frr-capture.ts';
import { LdpStage } from './stage.ts';

const fec = (...texts: readonly string[]): Tlv => ({
  kind: 'fec',
  elements: texts.map((text) => ({ kind: 'prefix', prefix: p(text) })),
});
const label = (value: number): Tlv => ({ kind: 'label', label: value });

describe('the session table', () => {
  // RFC 5036 §2.5.4, "LDP Initialization State Machine": state, event, next state.
  it.each([
    ['non-existent', 'connected', false, 'initialized', []],
    ['non-existent', 'connected', true, 'opensent', ['send-initialization']],
    ['initialized', 'initialization', false, 'openrec', ['agree', 'send-initialization', 'send-keepalive']],
    ['initialized', 'message', false, 'non-existent', ['notify', 'disconnect']],
    ['opensent', 'initialization', true, 'openrec', ['agree', 'send-keepalive']],
    ['opensent', 'bad-initialization', true, 'non-existent', ['notify', 'disconnect']],
    ['openrec', 'keepalive', true, 'operational', ['open']],
    ['openrec', 'message', true, 'non-existent', ['notify', 'disconnect']],
    ['operational', 'message', true, 'operational', []],
    ['operational', 'shutdown', true, 'non-existent', ['disconnect']],
    ['operational', 'timeout', true, 'non-existent', ['notify', 'disconnect']],
  ] as const)('%s, %s (active: %s) -> %s', (state, event, active, next, actions) => {
    expect(step(sessionTable, state, event, { active })).toEqual({ next, do: actions });
  });

  it('ends a session from every state when the connection is gone', () => {
    const states = (Object.keys(sessionTable) as LdpState[]).filter((state) => state !== 'non-existent');
    for (const state of states)
      expect(step(sessionTable, state, 'disconnected', { active: true })?.next).toBe('non-existent');
  });
});

describe('coming up', () => {
  it('as the active side: Initialization first, KeepAlive for the peer’s, then addresses', () => {
    const stage = new LdpStage().hello();
    expect(stage.connected).toEqual(['1.1.1.1 from 5.5.5.5']);
    stage.lines();
    stage.opens();
    expect(stage.lines()).toEqual(['initialization, keepalive 180 to 1.1.1.1:0']);
    stage.initialization();
    expect(stage.lines()).toEqual(['keepalive']);
    stage.says('keepalive');
    expect(stage.lines()).toEqual(['address, 5.5.5.5 10.0.0.5']);
    expect(stage.state).toBe('operational');
  });

  it('as the passive side: nothing before the peer has spoken', () => {
    const stage = new LdpStage().hello({ transport: '9.9.9.9', lsr: { id: ip('9.9.9.9'), space: 0 } });
    expect(stage.connected).toEqual([]);
    expect(present(stage.admit, 'a listener')(ip('9.9.9.9'), ip('5.5.5.5'))).toMatchObject({ tos: 0xc0 });
  });

  it('refuses a connection that is its own to open', () => {
    const stage = new LdpStage().hello();
    expect(present(stage.admit, 'a listener')(ip('1.1.1.1'), ip('5.5.5.5'))).toBe('refuse');
  });

  it('a connection without a Hello is heard out and sent away (§2.5.3)', () => {
    const stage = new LdpStage();
    stage.lines();
    expect(present(stage.admit, 'a listener')(ip('1.1.1.1'), ip('5.5.5.5'))).toMatchObject({ tos: 0xc0 });
    stage.opens('accepted').initialization();
    expect(stage.lines()).toEqual(['notification, status 0x10 fatal', 'closed']);
    expect(stage.drops).toEqual({ 'connection without hello': 1 });
  });

  it('one that says nothing is not waited for longer than a quarter of a minute', () => {
    const stage = new LdpStage().opens('accepted');
    stage.lines();
    const name = [...stage.timers.keys()].find((key) => key.startsWith('stranger'));
    stage.expire('stranger', present(name, 'a timer').slice('stranger'.length));
    expect(stage.lines()).toEqual(['closed']);
  });

  it.each([
    ['another version', { version: 2 }, 'notification, status 0x2 fatal'],
    ['another receiver', { receiver: { id: ip('6.6.6.6'), space: 0 } }, 'notification, status 0x10 fatal'],
    ['no keepalive time', { keepaliveSeconds: 0 }, 'notification, status 0x18 fatal'],
  ])('an Initialization with %s is refused', (_, more, said) => {
    const stage = new LdpStage().hello().opens();
    stage.lines();
    stage.initialization(more);
    expect(stage.lines()).toEqual([said, 'closed']);
    expect(stage.state).toBe('non-existent');
  });

  it('who is refused again and again waits longer each time, 15 s to 2 minutes (§2.5.3)', () => {
    const stage = new LdpStage();
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      stage.hello().opens().initialization({ keepaliveSeconds: 0 });
      const [key, at] = [...stage.timers].find(([name]) => name.startsWith('connect')) as [string, number];
      waits.push((at - stage.now) / 1e6);
      stage.expire('connect', key.slice('connect'.length));
    }
    expect(waits).toEqual([15, 30, 60, 120, 120, 120]);
  });

  it('nothing but an Initialization may come first', () => {
    const stage = new LdpStage().hello().opens();
    stage.lines();
    stage.says('labelMapping', [fec('10.0.0.0/8'), label(17)]);
    expect(stage.lines()).toEqual(['notification, status 0xa fatal', 'closed']);
  });
});

describe('Hellos', () => {
  it('of ourselves, of nobody, from where LDP does not run, are dropped', () => {
    const stage = new LdpStage();
    stage.hello({ lsr: { id: ip('5.5.5.5'), space: 0 } }).hello({ lsr: { id: ip('0.0.0.0'), space: 0 } });
    stage.datagram(fromHex('0001') as Uint8Array);
    expect(stage.drops).toEqual({ 'hello own identifier': 1, 'hello without identifier': 1, 'hello short': 1 });
    expect(stage.state).toBe('none');
  });

  it('of a peer who moved its end begin a new session', () => {
    const stage = new LdpStage().up();
    stage.hello({ transport: '1.1.1.9' });
    expect(stage.lines()).toEqual(['notification, status 0x9 fatal', 'closed']);
    expect(stage.connected.at(-1)).toBe('1.1.1.9 from 5.5.5.5');
  });

  it('of hold time zero count for fifteen seconds, of 65535 for ever (§3.5.2)', () => {
    const hold = (seconds: number) =>
      new LdpStage().hello({ hold: seconds }).process.ldp?.adjacencies.values()[0]?.hold;
    expect(hold(0)).toBe(15_000_000);
    expect(hold(5)).toBe(5_000_000);
    // Ours is 15 s: the lesser one counts.
    expect(hold(0xffff)).toBe(15_000_000);
  });
});

describe('faults of a session that is up', () => {
  const given = (text: string) => {
    const stage = new LdpStage().up();
    stage.bytes(present(fromHex(text.replaceAll(' ', '')), text));
    return { lines: stage.lines(), state: stage.state };
  };
  const PDU = (message: string): string => {
    const size = message.replaceAll(' ', '').length / 2 + 6;
    return `0001 ${size.toString(16).padStart(4, '0')} 01010101 0000 ${message}`;
  };

  // RFC 5036 §3.5.1.2: which errors end the session, and what the peer is told.
  it.each([
    ['a PDU of version 2', '0002 000e 01010101 0000 0201 0004 00000001', '0x1'],
    ['a PDU too long', '0001 2000 01010101 0000', '0x3'],
    ['another LSR’s PDU', '0001 000e 09090909 0000 0201 0004 00000001', '0x1'],
    ['a message longer than its PDU', PDU('0201 0008 00000001'), '0x5'],
    ['a TLV longer than its message', PDU('0400 000c 00000001 0200 0008 00000010'), '0x7'],
    ['a label that cannot be', PDU('0400 000c 00000001 0200 0004 00100000'), '0x8'],
  ])('%s ends it', (name, text, code) => {
    const { lines, state } = given(text);
    expect(lines.at(-1)).toBe('closed');
    expect(lines[0]).toBe(`notification, status ${name.includes('version') ? '0x2' : code} fatal`);
    expect(state).toBe('non-existent');
  });

  it.each([
    ['an unknown message', PDU('0777 0004 00000001'), ['notification, status 0x4']],
    ['an unknown message that may be passed over', PDU('8777 0004 00000001'), []],
    ['an unknown TLV', PDU('0400 0008 00000001 0777 0000'), ['notification, status 0x6']],
    ['a mapping without a FEC', PDU('0400 000c 00000001 0200 0004 00000011'), ['notification, status 0x16']],
    [
      'a FEC of another family',
      PDU('0400 0010 00000001 0100 0004 02 0002 00 0200 0004 00000011'.replace('0010', '0014')),
      ['notification, status 0x17'],
    ],
    [
      'a request for a FEC that nobody knows',
      PDU('0401 0010 00000001 0100 0008 02 0001 20 09090909'),
      ['notification, status 0xd'],
    ],
  ])('%s does not', (_, text, said) => {
    const { lines, state } = given(text);
    expect(lines).toEqual(said);
    expect(state).toBe('operational');
  });

  it('reserved labels are no bindings', () => {
    const stage = new LdpStage().up();
    stage.says('labelMapping', [fec('10.0.0.0/8'), label(7)]);
    expect(stage.lines()).toEqual(['notification, status 0x8 fatal', 'closed']);
  });
});

describe('labels', () => {
  it('a withdrawal is answered with a release (§3.5.10.1)', () => {
    const stage = new LdpStage().up();
    stage.says('labelMapping', [fec('10.0.0.0/8', '11.0.0.0/8'), label(17)]);
    expect(stage.process.ldp?.fecs.size).toBe(2);
    stage.says('labelWithdraw', [fec('10.0.0.0/8'), label(17)]);
    expect(stage.lines()).toEqual(['labelRelease, 10.0.0.0/8, label 17']);
    stage.says('labelWithdraw', [{ kind: 'fec', elements: [{ kind: 'wildcard' }] }]);
    expect(stage.lines()).toEqual(['labelRelease, wildcard']);
    expect(stage.process.ldp?.fecs.size).toBe(0);
  });

  it('a request is answered with what was asked for, by its number (§3.5.8)', () => {
    const stage = new LdpStage().up();
    const ways = [{ out: 'e0' as never, gateway: ip('10.0.0.9'), push: [] }];
    const active = { prefix: p('10.0.0.0/8'), kind: 'static', source: 's' as never, metric: 0, nexthops: [] } as const;
    stage.process.handle({ kind: 'route', vrf: stage.vrf, prefix: p('10.0.0.0/8'), active, ways });
    expect(stage.lines()).toEqual(['labelMapping, 10.0.0.0/8, label 16']);
    stage.says('labelRequest', [fec('10.0.0.0/8')]);
    expect(stage.lines()).toEqual(['labelMapping, 10.0.0.0/8, label 16, request 77']);
  });

  it('those of a session that is over are forgotten', () => {
    const stage = new LdpStage().up();
    stage.says('labelMapping', [fec('10.0.0.0/8'), label(17)]).loses();
    expect(stage.process.ldp?.fecs.size).toBe(0);
  });
});

describe('rubbish', () => {
  it('whatever comes over a connection or in a Hello, nothing falls over', () => {
    const rng = makeRng(5);
    const samples = FRR.map(({ hex }) => present(fromHex(hex), hex));
    let stage = new LdpStage().up();
    let sessions = 0;
    for (let i = 0; i < 40_000 * ROUNDS; i++) {
      const bytes = (samples[rng.below(samples.length)] as Uint8Array).slice();
      // Its own name, so that more than the first check is reached.
      if (rng.below(4) > 0) bytes.set([1, 1, 1, 1], 4);
      for (let n = rng.below(4); n > 0; n--) bytes[rng.below(bytes.length)] = rng.below(256);
      if (rng.below(3) === 0) stage.datagram(bytes);
      else stage.bytes(bytes);
      // Peers that never were would heap up: their Hellos are not forgotten while time stands still.
      if (i % 100 === 0) stage = new LdpStage().up();
      if (stage.state === 'operational') continue;
      stage.again();
      sessions++;
    }
    expect(sessions).toBeGreaterThan(1000);
  });
});
