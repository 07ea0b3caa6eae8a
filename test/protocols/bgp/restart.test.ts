// Paths that stay while their peer restarts, and refreshes with a beginning and an end.      RFC 4724 §4.2, RFC 7313

import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/protocols/bgp/packet/message.ts';
import type { Capability } from '../../../src/protocols/bgp/packet/open.ts';
import { minutes } from '../../../src/sim/time.ts';
import { type Played, TalkedTo } from '../../harness/talked-to.ts';

const restart = (flags: number, seconds = 120): Capability => ({
  kind: 'graceful-restart',
  flags: 0,
  seconds,
  families: [{ afi: 1, safi: 1, flags }],
});
const FORWARDING = 0x80;
const END: Message = { type: 'update', update: { withdrawn: [], attributes: [], nlri: [], faults: [] } };

describe('a peer that restarts', () => {
  const make = (flags = FORWARDING, spec: Played['spec'] = { helper: { stale: minutes(5) } }): TalkedTo =>
    new TalkedTo({
      peers: [
        { asn: 65001, spec: { gracefulRestart: 120, ...spec }, says: { capabilities: [restart(flags)] } },
        { asn: 65002 },
      ],
    })
      .announce(1, ['20.0.0.0/8', '30.0.0.0/8'])
      .quiet();
  it('keeps its paths in use until it has told everything again', () => {
    const net = make();
    net.talker(1).end();
    net.run(5);
    expect(net.table()).toEqual(['S> 20.0.0.0/8 65001', 'S> 30.0.0.0/8 65001']);
    expect(net.told(2)).toEqual([]);
    net.talker(1).begin();
    net.run(10).announce(1, ['20.0.0.0/8']);
    expect(net.table()).toEqual(['*> 20.0.0.0/8 65001', 'S> 30.0.0.0/8 65001']);
    net.talker(1).say(END);
    expect(net.told(2)).toEqual(['- 30.0.0.0/8']);
    expect(net.table()).toEqual(['*> 20.0.0.0/8 65001']);
  });
  it('loses them when it does not come back in its time', () => {
    const net = make();
    net.talker(1).end();
    net.run(119);
    expect(net.table()).toHaveLength(2);
    net.run(3);
    expect(net.told(2)).toEqual(['- 20.0.0.0/8', '- 30.0.0.0/8']);
  });
  it('loses them at once when it did not keep its forwarding', () => {
    const net = make(0);
    net.talker(1).end();
    net.run(5);
    expect(net.table()).toHaveLength(2);
    net.talker(1).begin();
    net.run(10);
    expect(net.table()).toEqual([]);
  });
  it('loses them when it said goodbye, or nobody offered to help', () => {
    const goodbye = make();
    goodbye.talker(1).say({ type: 'notification', error: { code: 6, subcode: 2, data: new Uint8Array(0) } });
    goodbye.run(1);
    expect(goodbye.table()).toEqual([]);
    const plain = make(FORWARDING, {});
    plain.talker(1).end();
    plain.run(1);
    expect(plain.table()).toEqual([]);
  });
});

describe('an enhanced refresh', () => {
  const demarcation = (subtype: number): Message => ({
    type: 'route-refresh',
    afi: 1,
    safi: 1,
    subtype,
    after: new Uint8Array(0),
  });
  const make = (enhanced: boolean): TalkedTo =>
    new TalkedTo({
      peers: [
        {
          asn: 65001,
          spec: { enhancedRefresh: enhanced },
          says: enhanced ? { capabilities: [{ kind: 'enhanced-refresh' }] } : {},
        },
        { asn: 65002 },
      ],
    }).announce(1, ['20.0.0.0/8', '30.0.0.0/8']);
  it('takes away what was not named between its ends', () => {
    const net = make(true).quiet();
    net.talker(1).say(demarcation(1));
    net.announce(1, ['20.0.0.0/8']);
    expect(net.table()).toHaveLength(2);
    net.talker(1).say(demarcation(2));
    expect(net.told(2)).toEqual(['- 30.0.0.0/8']);
  });
  it('means nothing to who did not agree on it', () => {
    const net = make(false).quiet();
    net.talker(1).say(demarcation(1));
    net.talker(1).say(demarcation(2));
    expect(net.told(2)).toEqual([]);
  });
  it('is how a request is answered', () => {
    const net = make(true);
    net.announce(2, ['40.0.0.0/8']).quiet();
    net.talker(1).say(demarcation(0));
    const kinds = net.messages(1).map((message) => (message.type === 'route-refresh' ? message.subtype : message.type));
    expect(kinds).toEqual([1, 'update', 2]);
  });
});
