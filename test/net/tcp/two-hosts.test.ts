// Two hosts on a cable: good, bad and cut.

import { describe, expect, it } from 'vitest';
import { fromAscii, sameBytes } from '../../../src/base/bytes.ts';
import { makeRng } from '../../../src/base/rng.ts';
import type { TcpTraits } from '../../../src/net/tcp/traits.ts';
import { MAIN } from '../../../src/route/names.ts';
import type { Faults } from '../../../src/sim/fault.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { A, B, opened, type PairOptions, pair } from './stations.ts';

/** Bytes that no shift or swap leaves as they are. */
function noise(seed: number, length: number): Uint8Array {
  const rng = makeRng(seed);
  const bytes = new Uint8Array(length);
  for (let i = 0; i + 4 <= length; i += 4) new DataView(bytes.buffer).setUint32(i, rng.below(2 ** 32));
  return bytes;
}

describe('a good cable', () => {
  it('opens, carries, closes', () => {
    const lab = opened();
    lab.seconds(1);
    expect(lab.log).toEqual(['0.000 a SYN 0', '0.005 b SYN ACK 0', '0.010 a ACK 0']);
    expect([lab.left.isOpen, lab.connection.state, lab.right.connection?.state]).toEqual([
      true,
      'established',
      'established',
    ]);
    lab.connection.write(fromAscii('question'));
    lab.right.connection?.write(fromAscii('answer'));
    lab.seconds(2);
    expect([lab.left.text, lab.right.text]).toEqual(['answer', 'question']);
    lab.connection.close();
    lab.seconds(3);
    expect(lab.log.slice(-4)).toEqual(['2.000 a FIN ACK 0', '2.005 b ACK 0', '2.005 b FIN ACK 0', '2.010 a ACK 0']);
    expect([lab.left.reason, lab.right.reason, lab.right.closedAt]).toEqual(['fin', 'fin', millis(2015)]);
    expect([lab.connection.state, lab.b.host.connections().length]).toEqual(['time-wait', 0]);
    lab.seconds(62.01);
    expect(lab.a.host.connections()).toEqual([]);
  });

  it('shows the same ends from both sides, in a fixed order', () => {
    const lab = opened();
    lab.seconds(1);
    const [mine] = lab.a.host.connections();
    const [theirs] = lab.b.host.connections();
    expect([mine?.local, mine?.peer, mine?.peerPort, mine?.passive]).toEqual([A, B, 179, false]);
    expect([theirs?.local, theirs?.peer, theirs?.localPort, theirs?.passive]).toEqual([B, A, 179, true]);
    expect(theirs?.peerPort).toBe(mine?.localPort);
    expect(mine?.localPort).toBeGreaterThanOrEqual(49152);
    for (const localPort of [3000, 1000, 2000])
      lab.a.host.connect(MAIN, { peer: B, port: 179, localPort }, lab.owner());
    expect(lab.a.host.connections().map((c) => c.localPort)).toEqual([1000, 2000, 3000, mine?.localPort]);
    expect(lab.b.host.listeners()).toEqual([{ vrf: MAIN, port: 179 }]);
  });

  it('is the same in every run of one seed, and another with another', () => {
    const history = (seed: number): string => {
      const lab = opened({ seed });
      lab.seconds(1);
      lab.connection.write(fromAscii('x'));
      lab.seconds(2);
      const { iss, irs } = lab.connection.status;
      return `${lab.connection.localPort} ${iss} ${irs}`;
    };
    expect(history(5)).toBe(history(5));
    expect(history(5)).not.toBe(history(6));
  });

  it('half closed: the other half goes on', () => {
    const lab = opened({ half: true });
    lab.seconds(1);
    lab.connection.close();
    lab.seconds(2);
    expect([lab.right.hasEnded, lab.right.reason, lab.connection.state]).toEqual([true, undefined, 'fin-wait-2']);
    const answer = noise(1, 100_000);
    lab.right.connection?.write(answer);
    lab.right.connection?.close();
    lab.seconds(20);
    expect(sameBytes(lab.left.bytes, answer)).toBe(true);
    expect([lab.left.reason, lab.right.reason]).toEqual(['fin', 'fin']);
  });

  it('without an ear for `ended` the second side closes by itself, after all it had to say', () => {
    const lab = pair();
    const answer = noise(2, 50_000);
    let rightReason = '';
    lab.b.host.listen(MAIN, 179, (connection) => {
      connection.write(answer);
      return { data: () => {}, closed: (reason) => (rightReason = reason) };
    });
    const left = lab.owner();
    const made = lab.a.host.connect(MAIN, { peer: B, port: 179 }, left);
    lab.seconds(0.011);
    if (made.ok) made.value.close();
    lab.seconds(10);
    expect([left.length, left.reason, rightReason]).toEqual([50_000, 'fin', 'fin']);
  });

  it('opens once when both connect to one another from fixed ports at the same moment', () => {
    const lab = pair();
    const [left, right] = [lab.owner(), lab.owner()];
    lab.a.host.connect(MAIN, { peer: B, port: 646, localPort: 646 }, left);
    lab.b.host.connect(MAIN, { peer: A, port: 646, localPort: 646 }, right);
    lab.seconds(1);
    expect([left.isOpen, right.isOpen]).toEqual([true, true]);
    const [mine] = lab.a.host.connections();
    mine?.write(fromAscii('hello'));
    lab.seconds(2);
    expect(right.text).toBe('hello');
    expect([lab.a.host.connections().length, lab.b.host.connections().length]).toEqual([1, 1]);
  });

  it("carries a router's talk with itself, and tells nobody before `connect` has returned", () => {
    const lab = pair();
    const server = lab.owner();
    lab.a.host.listen(MAIN, 179, () => server);
    const client = lab.owner();
    const made = lab.a.host.connect(MAIN, { peer: A, port: 179 }, client);
    expect(client.isOpen).toBe(false);
    if (made.ok) made.value.write(fromAscii('to myself'));
    lab.seconds(1);
    expect([client.isOpen, server.text]).toEqual([true, 'to myself']);
    const refused = lab.owner();
    lab.a.host.connect(MAIN, { peer: A, port: 180 }, refused);
    expect(refused.reason).toBeUndefined();
    lab.seconds(2);
    expect(refused.reason).toBe('refused');
  });
});

describe('no', () => {
  it('from a port that nobody listens on', () => {
    const lab = pair();
    const left = lab.owner();
    lab.a.host.connect(MAIN, { peer: B, port: 179 }, left);
    lab.seconds(1);
    expect(lab.log).toEqual(['0.000 a SYN 0', '0.005 b RST ACK 0']);
    expect([left.reason, left.closedAt]).toEqual(['refused', millis(10)]);
    expect([...lab.b.host.drops]).toEqual([['no listener', 1]]);
  });

  it('to a peer that is not wanted, before or after the handshake', () => {
    const lab = pair();
    lab.b.host.listen(MAIN, 179, () => lab.owner(), { peer: () => 'refuse' });
    lab.b.host.listen(MAIN, 180, () => 'refuse');
    const [before, after] = [lab.owner(), lab.owner()];
    lab.a.host.connect(MAIN, { peer: B, port: 179 }, before);
    lab.seconds(1);
    expect(lab.log).toEqual(['0.000 a SYN 0', '0.005 b RST ACK 0']);
    expect([before.reason, before.isOpen, lab.b.host.drops.get('refused')]).toEqual(['refused', false, 1]);
    lab.a.host.connect(MAIN, { peer: B, port: 180 }, after);
    lab.seconds(2);
    expect(lab.log.slice(2)).toEqual(['1.000 a SYN 0', '1.005 b SYN ACK 0', '1.010 a ACK 0', '1.015 b RST 0']);
    expect([after.reason, after.isOpen]).toEqual(['reset', true]);
  });

  it('after the listener was closed, also to those who were on their way in', () => {
    const lab = pair();
    const listener = lab.b.host.listen(MAIN, 179, () => lab.owner());
    const left = lab.owner();
    lab.a.host.connect(MAIN, { peer: B, port: 179 }, left);
    lab.seconds(0.007);
    if (listener.ok) listener.value.close();
    lab.seconds(1);
    expect([left.reason, lab.b.host.listeners()]).toEqual(['reset', []]);
  });

  it('to a second listener on a port', () => {
    const lab = pair();
    const accept = (): 'refuse' => 'refuse';
    expect(lab.b.host.listen(MAIN, 179, accept).ok).toBe(true);
    expect(lab.b.host.listen(MAIN, 179, accept)).toEqual({ ok: false, error: 'in use' });
  });

  it('to a connection with ends that are taken, or without a way out', () => {
    const lab = pair();
    const ends = { peer: B, port: 179, localPort: 1000 };
    expect(lab.a.host.connect(MAIN, ends, lab.owner()).ok).toBe(true);
    expect(lab.a.host.connect(MAIN, ends, lab.owner())).toEqual({ ok: false, error: 'in use' });
    lab.a.routed = false;
    expect(lab.a.host.connect(MAIN, { peer: B, port: 179 }, lab.owner())).toEqual({
      ok: false,
      error: 'no source address',
    });
  });

  it('to a connection when every local port is taken', () => {
    const lab = pair({ traits: { ports: [2000, 2001] } });
    const connect = () => lab.a.host.connect(MAIN, { peer: B, port: 179 }, lab.owner());
    expect([connect().ok, connect().ok]).toEqual([true, true]);
    expect(connect()).toEqual({ ok: false, error: 'no free port' });
  });
});

describe('trouble', () => {
  it('a reset reaches the other side', () => {
    const lab = opened();
    lab.seconds(1);
    lab.connection.abort();
    lab.seconds(2);
    expect([lab.left.reason, lab.right.reason, lab.right.closedAt]).toEqual([undefined, 'reset', millis(1005)]);
  });

  it('a cut cable is noticed only by who has something to say', () => {
    const lab = opened();
    lab.seconds(10);
    lab.world.setLink('l', false);
    lab.connection.write(fromAscii('anybody?'));
    lab.seconds(500);
    expect([lab.left.reason, lab.left.closedAt]).toEqual(['timeout', seconds(110)]);
    expect([lab.right.reason, lab.right.connection?.state]).toEqual([undefined, 'established']);
  });

  it('a cable mended in time loses nothing', () => {
    const lab = opened();
    lab.seconds(10);
    lab.world.setLink('l', false);
    const bytes = noise(3, 20_000);
    lab.connection.write(bytes);
    lab.seconds(60);
    lab.world.setLink('l', true);
    lab.seconds(100);
    expect(sameBytes(lab.right.bytes, bytes)).toBe(true);
  });

  it('a peer that lost its memory resets what it does not know (RFC 9293 Figure 10)', () => {
    const lab = opened();
    lab.seconds(1);
    lab.b.crash();
    lab.connection.write(fromAscii('do you remember?'));
    lab.seconds(2);
    expect([lab.left.reason, lab.left.closedAt]).toEqual(['reset', millis(1010)]);
    expect(lab.b.host.drops.get('no listener')).toBe(1);
  });

  it('power off forgets everything and tells nobody', () => {
    const lab = opened();
    lab.seconds(1);
    lab.a.crash();
    expect([lab.left.reason, lab.a.host.connections(), lab.connection.state]).toEqual([undefined, [], 'closed']);
    lab.b.crash();
    expect(lab.world.next).toBeUndefined();
  });

  it('a SYN ACK that was lost is sent again when the SYN comes again', () => {
    const lab = pair();
    lab.b.host.listen(MAIN, 179, () => lab.owner());
    const left = lab.owner();
    lab.a.host.connect(MAIN, { peer: B, port: 179 }, left);
    lab.seconds(0.006);
    lab.world.setLink('l', false);
    lab.world.setLink('l', true);
    lab.seconds(1.1);
    expect(left.isOpen).toBe(true);
  });

  it('half-open connections are forgotten after a while, and are limited', () => {
    const lab = pair({ traits: { backlog: 3 } });
    let offered = 0;
    lab.b.host.listen(MAIN, 179, () => {
      offered++;
      return lab.owner();
    });
    for (let localPort = 1; localPort <= 5; localPort++)
      lab.a.host.connect(MAIN, { peer: B, port: 179, localPort }, lab.owner());
    lab.seconds(0.006);
    lab.world.setLink('l', false);
    expect([lab.b.host.connections().length, lab.b.host.drops.get('backlog full')]).toEqual([3, 2]);
    lab.seconds(200);
    expect(lab.b.host.connections()).toEqual([]);
    // Their places are free again.
    lab.world.setLink('l', true);
    for (let localPort = 11; localPort <= 13; localPort++)
      lab.a.host.connect(MAIN, { peer: B, port: 179, localPort }, lab.owner());
    lab.seconds(201);
    expect(offered).toBe(3);
  });

  it('owners may close, abort and write while they are being told', () => {
    const lab = pair();
    lab.b.host.listen(MAIN, 179, (connection) => ({
      data: (bytes) => {
        connection.write(bytes);
        if (bytes.includes(0x21)) connection.abort();
      },
      closed: () => {},
    }));
    const left = lab.owner();
    const made = lab.a.host.connect(MAIN, { peer: B, port: 179 }, left);
    if (!made.ok) throw new Error(made.error);
    made.value.write(fromAscii('echo'));
    lab.seconds(1);
    expect(left.text).toBe('echo');
    made.value.write(fromAscii('stop!'));
    lab.seconds(2);
    expect([left.text, left.reason]).toEqual(['echostop!', 'reset']);
    expect([lab.a.host.connections(), lab.b.host.connections()]).toEqual([[], []]);
  });
});

const MEGABYTE = 1_000_000;
const THERE = noise(11, MEGABYTE);
const BACK = noise(12, MEGABYTE);

/** A megabyte each way at once, in writes of odd sizes. */
function transfer(options: PairOptions): void {
  const patient: Partial<TcpTraits> = {
    connectTimeout: seconds(3000),
    giveUpAfter: seconds(100_000),
    retransmissions: 1000,
    ...options.traits,
  };
  const lab = opened({ ...options, traits: patient, log: false });
  for (let at = 0; at < MEGABYTE; at += 77_777) lab.connection.write(THERE.subarray(at, at + 77_777));
  for (let next = 10; lab.right.connection === undefined && next < 4000; next += 10) lab.seconds(next);
  lab.right.connection?.write(BACK);
  lab.connection.close();
  for (let hour = 1; hour <= 12 && lab.left.length + lab.right.length < 2 * MEGABYTE; hour++) lab.seconds(3600 * hour);
  const done = lab.world.now;
  expect(sameBytes(lab.right.bytes, THERE), 'there').toBe(true);
  expect(sameBytes(lab.left.bytes, BACK), 'back').toBe(true);
  expect(lab.left.length + lab.right.length).toBe(2 * MEGABYTE);
  lab.world.runUntil((done + 3_600_000_000) as typeof done);
  expect(lab.left.reason).toBe('fin');
}

describe('a megabyte each way at once', () => {
  const faults = (loss: number, duplicate: number, jitter: number): Faults => ({
    lossPerMillion: loss,
    duplicatePerMillion: duplicate,
    jitter: millis(jitter),
  });
  it('without faults', () => {
    transfer({});
  });
  it.each([1, 2, 3, 4, 5, 6])('with one segment in a hundred lost, seed %i', (seed) => {
    transfer({ seed, faults: faults(10_000, 0, 0) });
  });
  it.each([1, 2, 3, 4, 5, 6])('with jitter three times the round trip and every tenth twice, seed %i', (seed) => {
    transfer({ seed, faults: faults(0, 100_000, 30) });
  });
  it.each([1, 2, 3, 4, 5, 6])('with 30 % lost, 10 % twice and jitter, seed %i', (seed) => {
    transfer({ seed, faults: faults(300_000, 100_000, 30) });
  });
  it.each([1, 2, 3])('with delays of minutes between twins: old duplicates of every kind, seed %i', (seed) => {
    transfer({ seed, faults: faults(100_000, 200_000, 2000) });
  });
  it.each([1, 2])('with a large window, a small MSS and no delayed ACKs, seed %i', (seed) => {
    transfer({ seed, faults: faults(50_000, 50_000, 15), traits: { window: 65535, mss: 536, delayedAck: 'off' } });
  });
});
