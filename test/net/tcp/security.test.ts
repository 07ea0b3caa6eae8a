// Keys, TTLs, forged segments, ICMP errors: who is believed.

import { describe, expect, it } from 'vitest';
import { fromAscii } from '../../../src/base/bytes.ts';
import { ip4 } from '../../../src/base/ip.ts';
import type { PeerOptions } from '../../../src/net/tcp/options.ts';
import { ACK, FIN, PSH, RST, SYN, type TcpSegment, tcp, tcpOption } from '../../../src/net/wire/tcp.ts';
import { MAIN, type VrfName } from '../../../src/route/names.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { A, B, opened, pair, Solo } from './stations.ts';

/** A calls B with one side's options each; five seconds pass. */
function meet(ours: PeerOptions, theirs: PeerOptions) {
  const lab = pair();
  const [left, right] = [lab.owner(), lab.owner()];
  lab.b.host.listen(
    MAIN,
    179,
    (connection) => {
      right.connection = connection;
      return right;
    },
    { peer: (from) => (from === A ? theirs : 'refuse') },
  );
  const made = lab.a.host.connect(MAIN, { ...ours, peer: B, port: 179 }, left);
  if (!made.ok) throw new Error(made.error);
  left.connection = made.value;
  lab.seconds(5);
  return { ...lab, left, right, connection: made.value };
}

describe('MD5 keys (RFC 2385)', () => {
  it('that agree: every segment is signed, and costs 20 bytes of the MSS', () => {
    const lab = meet({ md5: 'secret' }, { md5: 'secret' });
    expect(lab.left.isOpen).toBe(true);
    expect(lab.connection.mss).toBe(1440);
    lab.connection.write(new Uint8Array(5000));
    lab.right.connection?.write(fromAscii('signed'));
    lab.connection.close();
    lab.seconds(10);
    expect([lab.right.length, lab.left.text, lab.left.reason]).toEqual([5000, 'signed', 'fin']);
    for (const { payload, from, to } of [...lab.a.packets, ...lab.b.packets]) {
      const decoded = tcp.decode(payload, { from: from ?? A, to });
      expect(decoded.ok && tcpOption(decoded.value, 'md5')?.digest.length).toBe(16);
    }
    expect([lab.a.notices, lab.b.notices]).toEqual([[], []]);
  });

  it('that differ: nothing is answered, and the receiver says why', () => {
    const lab = meet({ md5: 'secret' }, { md5: 'Secret' });
    lab.seconds(200);
    expect(lab.left.reason).toBe('timeout');
    expect(lab.log.every((line) => line.includes(' a SYN'))).toBe(true);
    expect(lab.b.notices[0]).toEqual({
      kind: 'md5-wrong',
      vrf: MAIN,
      from: A,
      fromPort: lab.connection.localPort,
      to: B,
      toPort: 179,
    });
    expect(lab.b.host.drops.get('md5-wrong')).toBe(lab.b.notices.length);
    expect(lab.b.host.connections()).toEqual([]);
  });

  it('on one side only: missing there, or unexpected', () => {
    const missing = meet({}, { md5: 'secret' });
    expect([missing.left.isOpen, missing.b.notices[0]?.kind]).toEqual([false, 'md5-missing']);
    const unexpected = meet({ md5: 'secret' }, {});
    expect([unexpected.left.isOpen, unexpected.b.notices[0]?.kind]).toEqual([false, 'md5-unexpected']);
    expect([...missing.b.host.drops.keys(), ...unexpected.b.host.drops.keys()]).toEqual([
      'md5-missing',
      'md5-unexpected',
    ]);
  });

  it('protect an open connection from a forged reset', () => {
    const lab = meet({ md5: 'secret' }, { md5: 'secret' });
    const { status } = lab.connection;
    const reset: TcpSegment = {
      sourcePort: 179,
      destinationPort: lab.connection.localPort,
      sequence: status.rcvNxt,
      acknowledgment: 0,
      flags: RST,
      window: 0,
      urgent: 0,
      options: [],
      data: new Uint8Array(0),
    };
    const inject = (key: string | undefined): void => {
      const context = { from: B, to: A, key: key === undefined ? undefined : fromAscii(key) };
      const payload = tcp.encode(reset, context);
      lab.a.host.receive({ vrf: MAIN, on: undefined, from: B, to: A, ttl: 255, tos: 0, payload });
    };
    inject(undefined);
    inject('guess');
    expect([lab.left.reason, lab.a.notices.map((n) => n.kind)]).toEqual([undefined, ['md5-missing', 'md5-wrong']]);
    inject('secret');
    expect(lab.left.reason).toBe('reset');
  });

  it('sign the reset of a listener that knows the peer but not the connection', () => {
    const lab = meet({ md5: 'secret' }, { md5: 'secret' });
    lab.b.crash();
    lab.b.host.listen(MAIN, 179, () => lab.owner(), { peer: () => ({ md5: 'secret' }) });
    lab.connection.write(fromAscii('?'));
    lab.seconds(6);
    expect([lab.left.reason, lab.b.host.drops.get('no connection')]).toEqual(['reset', 1]);
  });

  it('do not let a reset through that has none: the connection times out (RFC 2385 §4.1)', () => {
    const lab = meet({ md5: 'secret' }, { md5: 'secret' });
    lab.b.crash();
    lab.connection.write(fromAscii('?'));
    lab.seconds(200);
    expect([lab.left.reason, lab.a.notices[0]?.kind]).toEqual(['timeout', 'md5-missing']);
  });

  it('may change under an open connection, on both sides', () => {
    const lab = meet({ md5: 'old' }, { md5: 'old' });
    lab.connection.rekey('new');
    lab.connection.write(fromAscii('a'));
    lab.seconds(6);
    expect([lab.right.text, lab.b.notices.length > 0]).toEqual(['', true]);
    lab.right.connection?.rekey('new');
    lab.seconds(20);
    expect(lab.right.text).toBe('a');
  });
});

describe('TTL', () => {
  it("of outgoing packets is the connection's, the reset of a known peer included", () => {
    const lab = meet({ ttl: 1, tos: 0xc0 }, { ttl: 2, tos: 0xc0 });
    expect(new Set(lab.a.packets.map((p) => `${p.ttl} ${p.tos}`))).toEqual(new Set(['1 192']));
    expect(new Set(lab.b.packets.map((p) => `${p.ttl} ${p.tos}`))).toEqual(new Set(['2 192']));
    lab.left.connection?.abort();
    lab.b.packets.length = 0;
    lab.b.host.reset();
    lab.b.host.listen(MAIN, 179, () => lab.owner(), { peer: () => ({ ttl: 255 }) });
    lab.b.host.receive({ vrf: MAIN, on: undefined, from: A, to: B, ttl: 9, tos: 0, payload: bare(ACK) });
    expect(lab.b.packets.map((p) => p.ttl)).toEqual([255]);
  });

  /** A segment from A to B's port 179. */
  function bare(flags: number): Uint8Array {
    const head = { sourcePort: 4000, destinationPort: 179, sequence: 1, acknowledgment: 2, window: 0, urgent: 0 };
    return tcp.encode({ ...head, flags, options: [], data: new Uint8Array(0) }, { from: A, to: B });
  }

  it('below the least that is allowed is not heard, with or without a connection (RFC 5082)', () => {
    const near = meet({ ttl: 255, minTtl: 255 }, { ttl: 255, minTtl: 255 });
    expect(near.left.isOpen).toBe(true);
    near.b.host.receive({ vrf: MAIN, on: undefined, from: A, to: B, ttl: 254, tos: 0, payload: bare(SYN) });
    expect([...near.b.host.drops]).toEqual([['TTL too low', 1]]);
    const far = meet({ ttl: 254 }, { minTtl: 255 });
    far.seconds(200);
    expect([far.left.reason, far.left.isOpen]).toEqual(['timeout', false]);
    expect(far.b.packets).toEqual([]);
    // Only the caller is strict: its SYN is heard, the answer is not.
    const strict = meet({ minTtl: 255 }, { ttl: 64 });
    expect([strict.left.isOpen, (strict.a.host.drops.get('TTL too low') ?? 0) > 0]).toEqual([false, true]);
  });
});

/** An open connection at A whose peer the test plays; both sequence numbers as the next segment would have them. */
function talking(half = false) {
  const solo = new Solo({}, half);
  const made = solo.host.connect(MAIN, { peer: B, port: 179 }, solo.owner);
  if (!made.ok) throw new Error(made.error);
  const connection = made.value;
  solo.owner.connection = connection;
  const ours = connection.status.iss + 1;
  const say = (flags: number, sequence: number, acknowledgment = ours, data?: Uint8Array): void =>
    solo.say(179, connection.localPort, { flags, sequence, acknowledgment, ...(data ? { data } : {}) });
  say(SYN | ACK, 5000);
  solo.next();
  return { solo, connection, ours, theirs: 5001, say, owner: solo.owner };
}

describe('blind attacks (RFC 5961)', () => {
  it('a reset must hit the very next sequence number; a near miss is asked for proof', () => {
    const { solo, say, connection, theirs, ours, owner } = talking();
    say(RST, theirs + 1);
    const challenge = solo.one();
    expect([challenge.flags, challenge.sequence, challenge.acknowledgment]).toEqual([ACK, ours >>> 0, theirs]);
    say(RST, theirs + 16384);
    say(RST, theirs - 1);
    expect(solo.next()).toEqual([]);
    expect([connection.state, owner.reason]).toEqual(['established', undefined]);
    expect([...solo.host.drops]).toEqual([
      ['RST in window', 1],
      ['RST outside the window', 2],
    ]);
    say(RST, theirs);
    expect(owner.reason).toBe('reset');
  });

  it('a SYN, wherever it lies, is asked for proof', () => {
    const { solo, say, connection, theirs } = talking();
    say(SYN, theirs);
    say(SYN, theirs + 100);
    say(SYN | ACK, theirs + 1_000_000);
    expect(solo.next().map((s) => [s.flags, s.acknowledgment])).toEqual([
      [ACK, theirs],
      [ACK, theirs],
      [ACK, theirs],
    ]);
    expect(connection.state).toBe('established');
  });

  it('data whose ACK is not of this time are not taken', () => {
    const { solo, say, theirs, ours, owner } = talking();
    say(ACK | PSH, theirs, ours + 1, fromAscii('forged'));
    say(ACK | PSH, theirs, ours - 65536, fromAscii('forged'));
    expect(solo.next().length).toBe(2);
    say(PSH, theirs, 0, fromAscii('forged'));
    expect([...solo.host.drops]).toEqual([
      ['ACK of nothing sent', 1],
      ['ACK too old', 1],
      ['no ACK', 1],
    ]);
    expect(owner.text).toBe('');
    say(ACK | PSH, theirs, ours - 65535, fromAscii('old but good'));
    expect(owner.text).toBe('old but good');
  });

  it('a peer that restarted finds out by itself (RFC 9293 Figure 10)', () => {
    const lab = opened();
    lab.seconds(1);
    const { localPort } = lab.connection;
    // A loses its memory and calls again from the same port.
    lab.a.crash();
    const again = lab.owner();
    lab.a.host.connect(MAIN, { peer: B, port: 179, localPort }, again);
    lab.seconds(10);
    // SYN, challenge ACK, RST, and after a second the SYN once more.
    expect(lab.log.slice(3)).toEqual([
      '1.000 a SYN 0',
      '1.005 b ACK 0',
      '1.010 a RST 0',
      '2.000 a SYN 0',
      '2.005 b SYN ACK 0',
      '2.010 a ACK 0',
    ]);
    expect([again.isOpen, lab.right.reason, lab.right.closedAt]).toEqual([true, 'reset', millis(1015)]);
  });

  it('two confused ends do not shout at one another for ever', () => {
    const lab = opened();
    lab.seconds(1);
    // Each believes that the other is elsewhere.
    const mine = lab.connection.status;
    for (const [host, from, to, port, other] of [
      [lab.a.host, B, A, lab.connection.localPort, 179],
      [lab.b.host, A, B, 179, lab.connection.localPort],
    ] as const) {
      const head = { sourcePort: other, destinationPort: port, window: 9, urgent: 0, options: [] };
      const flags = ACK;
      const data = new Uint8Array(0);
      const segment = { ...head, flags, data, sequence: (mine.iss + 2 ** 30) % 2 ** 32, acknowledgment: 1 };
      const payload = tcp.encode(segment, { from, to });
      host.receive({ vrf: MAIN, on: undefined, from, to, ttl: 255, tos: 0, payload });
    }
    const said = lab.log.length;
    lab.seconds(1000);
    expect(lab.log.length - said).toBeLessThan(25);
  });

  it('a SYN in the window of a half-open connection sends it back to LISTEN', () => {
    const solo = new Solo();
    solo.host.listen(MAIN, 179, () => solo.owner);
    solo.say(4000, 179, { flags: SYN, sequence: 100 });
    expect(solo.one().flags).toBe(SYN | ACK);
    solo.say(4000, 179, { flags: SYN, sequence: 105 });
    expect([solo.host.connections(), solo.next(), solo.host.drops.get('SYN in window')]).toEqual([[], [], 1]);
  });

  it('a half-open connection is reset silently, and resets who acknowledges what was never sent', () => {
    const solo = new Solo();
    solo.host.listen(MAIN, 179, () => solo.owner);
    solo.say(4000, 179, { flags: SYN, sequence: 100 });
    const synAck = solo.one();
    solo.say(4000, 179, { flags: ACK, sequence: 101, acknowledgment: synAck.sequence + 99 });
    expect(solo.one()).toMatchObject({ flags: RST, sequence: (synAck.sequence + 99) >>> 0 });
    expect(solo.host.connections().length).toBe(1);
    solo.say(4000, 179, { flags: RST, sequence: 101 });
    expect([solo.host.connections(), solo.owner.reason]).toEqual([[], undefined]);
  });

  it('an active opener in SYN-RECEIVED that is reset was refused', () => {
    const solo = new Solo();
    const made = solo.host.connect(MAIN, { peer: B, port: 179, localPort: 1000 }, solo.owner);
    solo.say(179, 1000, { flags: SYN, sequence: 100 });
    expect(made.ok && made.value.state).toBe('syn-received');
    solo.say(179, 1000, { flags: RST, sequence: 101 });
    expect(solo.owner.reason).toBe('refused');
  });
});

describe("segments that are nobody's", () => {
  const reply = (flags: number, data: Uint8Array = new Uint8Array(0)): TcpSegment | undefined => {
    const solo = new Solo();
    solo.say(4000, 5000, { flags, sequence: 100, acknowledgment: 777, data });
    return solo.next()[0];
  };
  it('are answered by a reset that their sender believes (§3.10.7.1)', () => {
    expect(reply(SYN)).toMatchObject({ flags: RST | ACK, sequence: 0, acknowledgment: 101 });
    expect(reply(FIN, fromAscii('abc'))).toMatchObject({ flags: RST | ACK, sequence: 0, acknowledgment: 104 });
    expect(reply(ACK)).toMatchObject({
      flags: RST,
      sequence: 777,
      acknowledgment: 0,
      sourcePort: 5000,
      destinationPort: 4000,
    });
    expect(reply(SYN | ACK)).toMatchObject({ flags: RST, sequence: 777 });
    expect(reply(RST)).toBeUndefined();
    expect(reply(RST | ACK)).toBeUndefined();
  });

  it('to a listener: a RST is ignored, an ACK reset, the rest dropped (§3.10.7.2)', () => {
    const solo = new Solo();
    solo.host.listen(MAIN, 179, () => solo.owner);
    const say = (flags: number): void => solo.say(4000, 179, { flags, sequence: 100, acknowledgment: 777 });
    say(RST);
    say(FIN);
    expect(solo.next()).toEqual([]);
    say(SYN | ACK);
    expect(solo.one()).toMatchObject({ flags: RST, sequence: 777 });
    expect([...solo.host.drops]).toEqual([
      ['no connection', 2],
      ['no SYN', 1],
    ]);
  });

  it('to or from a group or everybody are not looked at', () => {
    const solo = new Solo();
    solo.host.listen(MAIN, 179, () => solo.owner);
    const segment: TcpSegment = {
      sourcePort: 4000,
      destinationPort: 179,
      sequence: 1,
      acknowledgment: 0,
      flags: SYN,
      window: 100,
      urgent: 0,
      options: [],
      data: new Uint8Array(0),
    };
    for (const [from, to] of [
      [B, 0xffffffff],
      [B, 0xe0000001],
      [0xe0000001, A],
      [0, A],
    ]) {
      const ends = { from: ip4(from as number), to: ip4(to as number) };
      solo.host.receive({ vrf: MAIN, on: undefined, ...ends, ttl: 1, tos: 0, payload: tcp.encode(segment, ends) });
    }
    expect([solo.next(), [...solo.host.drops]]).toEqual([[], [['not unicast', 4]]]);
  });

  it('in another VRF are strangers there', () => {
    const solo = new Solo();
    const red = 'red' as VrfName;
    solo.host.listen(red, 179, () => solo.owner);
    solo.say(4000, 179, { flags: SYN, sequence: 100 });
    expect(solo.one().flags).toBe(RST | ACK);
    expect(solo.host.listen(MAIN, 179, () => solo.owner).ok).toBe(true);
  });

  it('with a bad checksum, cut off or with nonsense for options, are counted by what is wrong with them', () => {
    const solo = new Solo();
    solo.inject(new Uint8Array(7));
    solo.inject(new Uint8Array(20));
    const bad = new Uint8Array(20);
    bad[12] = 0x50;
    solo.inject(bad);
    expect([...solo.host.drops]).toEqual([
      ['short', 1],
      ['length data offset', 1],
      ['checksum', 1],
    ]);
  });
});

describe('ICMP errors (RFC 9293 §3.9.2.2, RFC 5461, RFC 5927)', () => {
  const about = (solo: Solo, sequence: number, code: number, type = 3): boolean => {
    const [connection] = solo.host.connections();
    if (!connection) throw new Error('no connection');
    const { vrf, local, localPort, peer, peerPort } = connection;
    return solo.host.unreachable({ vrf, local, localPort, peer, peerPort, sequence: sequence >>> 0, type, code });
  };
  const calling = (): { readonly solo: Solo; readonly iss: number } => {
    const solo = new Solo();
    const made = solo.host.connect(MAIN, { peer: B, port: 179 }, solo.owner);
    return { solo, iss: made.ok ? made.value.status.iss : 0 };
  };

  it('hard ones end an attempt to connect', () => {
    for (const code of [2, 3]) {
      const { solo, iss } = calling();
      expect(about(solo, iss, code)).toBe(true);
      expect([solo.owner.reason, solo.host.connections()]).toEqual(['unreachable', []]);
    }
  });

  it('soft ones do not, but say why it failed in the end', () => {
    for (const [type, code] of [
      [3, 0],
      [3, 1],
      [3, 13],
      [11, 0],
    ] as const) {
      const { solo, iss } = calling();
      expect(about(solo, iss, code, type)).toBe(true);
      expect(solo.owner.reason).toBeUndefined();
      solo.at(200);
      expect([solo.owner.reason, solo.owner.closedAt]).toEqual(['unreachable', seconds(180)]);
    }
  });

  it('about what is not on its way are not believed', () => {
    const { solo, iss } = calling();
    expect([about(solo, iss + 1, 3), about(solo, iss - 1, 3)]).toEqual([false, false]);
    expect(solo.owner.reason).toBeUndefined();
  });

  it('never end an open connection', () => {
    const { solo, connection, ours, say, theirs, owner } = talking();
    connection.write(fromAscii('abc'));
    for (const code of [0, 1, 2, 3]) expect(about(solo, ours, code)).toBe(true);
    expect(connection.state).toBe('established');
    say(ACK, theirs, ours + 3);
    connection.write(fromAscii('d'));
    solo.at(150);
    // The errors were followed by progress: it is silence that ended it.
    expect(owner.reason).toBe('timeout');
  });

  it('a stack that refuses our packets counts as one', () => {
    const lab = opened();
    lab.seconds(1);
    lab.a.routed = false;
    lab.connection.write(fromAscii('?'));
    lab.seconds(200);
    expect(lab.left.reason).toBe('unreachable');
  });

  it('about unknown connections are ignored', () => {
    const ends = { vrf: MAIN, local: A, localPort: 1, peer: B, peerPort: 2 };
    expect(new Solo().host.unreachable({ ...ends, sequence: 0, type: 3, code: 3 })).toBe(false);
  });
});
