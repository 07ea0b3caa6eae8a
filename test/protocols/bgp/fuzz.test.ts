// Broken messages into a running router: it says what is wrong, lives on, and forgets what came of them.
// FUZZ_ROUNDS=67 makes a hundred thousand.

import { expect, it } from 'vitest';
import { DEFAULT6 } from '../../../src/base/prefix.ts';
import type { FamilyName } from '../../../src/protocols/bgp/iana.ts';
import { encodeMessage, type Message } from '../../../src/protocols/bgp/packet/message.ts';
import { membershipPrefix } from '../../../src/route/membership.ts';
import { ZERO } from '../../../src/sim/time.ts';
import { Dice, ROUNDS } from '../../fuzz/dice.ts';
import { p } from '../../harness/routes.ts';
import { TalkedTo } from '../../harness/talked-to.ts';
import { announcement } from '../../harness/talker.ts';

const FAMILIES: readonly FamilyName[] = ['ipv4', 'vpnv4', 'ipv4-labeled', 'rtfilter'];
const HEADER = 19;

/** Messages that are right, to begin with. */
function seeds(): readonly Uint8Array[] {
  const dialect = { as4: true, addPath: new Set<FamilyName>() };
  const target = { kind: 'target', value: { form: 'as2', admin: 65000, number: 1 } } as const;
  const nlri = [{ prefix: p('50.1.0.0/16'), rd: { form: 'as2', admin: 65000, number: 1 }, labels: [300] }] as never;
  const rich = announcement(['40.0.0.0/8', '41.2.0.0/16', '42.3.4.0/24'], {
    nexthop: '10.0.1.2',
    path: [65001, 64800, 64900],
    med: 10,
    communities: [0xfde90001, 0xffffff01],
    more: [
      { flags: 0xc0, body: { kind: 'aggregator', aggregator: { asn: 65001, routerId: 0x0a000001 as never } } },
      { flags: 0xc0, body: { kind: 'extended', list: [target] } },
      { flags: 0xc0, body: { kind: 'large', list: [{ admin: 65001, first: 1, second: 2 }] } },
      { flags: 0x40, body: { kind: 'atomic-aggregate' } },
    ],
  });
  const vpn = announcement([], {
    path: [65001],
    more: [
      { flags: 0x80, body: { kind: 'mp-reach', family: 'vpnv4', nexthop: 0x0a000102 as never, nlri } },
      { flags: 0xc0, body: { kind: 'extended', list: [target] } },
    ],
  });
  const wishes = announcement([], {
    path: [65001],
    more: [
      {
        flags: 0x80,
        body: {
          kind: 'mp-reach',
          family: 'rtfilter',
          nexthop: 0x0a000102 as never,
          nlri: [{ prefix: membershipPrefix(65001, target) }, { prefix: DEFAULT6 }],
        },
      },
    ],
  });
  const gone: Message = {
    type: 'update',
    update: { withdrawn: [{ prefix: p('40.0.0.0/8') }], attributes: [], nlri: [], faults: [] },
  };
  const others: readonly Message[] = [
    { type: 'keepalive' },
    { type: 'route-refresh', afi: 1, safi: 1, subtype: 0, after: new Uint8Array(0) },
    { type: 'notification', error: { code: 6, subcode: 4, data: new Uint8Array(2) } },
  ];
  return [rich, rich, rich, vpn, vpn, wishes, wishes, gone, ...others].map((message) =>
    encodeMessage(message, dialect),
  );
}

/** One of them with a few bytes changed, cut or doubled; mostly behind the header, whose length is put right. */
function mutated(dice: Dice, seed: Uint8Array): Uint8Array {
  let bytes = seed.slice();
  for (let k = dice.between(1, 3); k > 0; k--) {
    const from = dice.once(30) ? 0 : Math.min(HEADER, bytes.length - 1);
    const at = dice.between(from, bytes.length - 1);
    const how = dice.below(8);
    if (how === 0) bytes = Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1));
    else if (how === 1) bytes = Uint8Array.of(...bytes.subarray(0, at), dice.below(256), ...bytes.subarray(at));
    else bytes[at] = dice.once(2) ? dice.below(256) : (bytes[at] as number) ^ (1 << dice.below(8));
    if (bytes.length < HEADER) return seed;
  }
  if (dice.once(40)) return bytes;
  bytes[16] = bytes.length >>> 8;
  bytes[17] = bytes.length & 0xff;
  return bytes;
}

it('broken messages do a router no harm', () => {
  const dice = new Dice('bgp');
  const spec = { idleHold: ZERO, families: Object.fromEntries(FAMILIES.map((name) => [name, {}])) };
  const net = new TalkedTo({
    peers: [{ asn: 65001, spec, says: { families: FAMILIES } }, { asn: 65002 }],
    more: { keepAllTargets: true },
  });
  net.announce(2, ['99.0.0.0/8']);
  const talker = net.talker(1);
  const all = seeds();
  const ends = new Map<string, number>();
  for (let i = 0; i < 1500 * ROUNDS; i++) {
    talker.write(mutated(dice, dice.pick(all)));
    net.run(0.005);
    if (!talker.closed) continue;
    const [error] = talker.news().flatMap((one) => (one.type === 'notification' ? [one.error] : []));
    // Who ends a session says why, unless it was told to.
    const why = error ? `${error.code}/${error.subcode}` : 'told';
    ends.set(why, (ends.get(why) ?? 0) + 1);
    talker.end();
    net.run(0.1);
    talker.begin();
    net.run(0.1);
    // A port that was in use before may have to wait for TCP.
    for (let k = 0; k < 5 && net.peer(1).state !== 'established'; k++) net.run(1);
    expect(net.peer(1).state).toBe('established');
  }
  // RFC 7606: of an UPDATE only what hides its prefixes ends the session. RFC 4271 §6.1, §6.3; a stray OPEN: RFC 6608.
  for (const why of ends.keys())
    expect(['told', '1/1', '1/2', '1/3', '5/3'].includes(why) || /^3\//.test(why) || /^2\//.test(why)).toBe(true);
  expect([...ends.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
  const row = net.peer(1);
  expect(row.dropped).toBeGreaterThan(100);
  // Nobody else noticed: who behaves is where it was.
  expect(net.peer(2)).toMatchObject({ state: 'established', dropped: 0 });
  expect(net.table()).toContain('*> 99.0.0.0/8 65002');
  talker.end();
  net.run(5);
  expect(net.table()).toEqual(['*> 99.0.0.0/8 65002']);
  expect(
    net.net
      .device('r1')
      .ask('bgp.tables', { family: 'vpnv4' })
      ?.flatMap(({ nets }) => nets),
  ).toEqual([]);
});
