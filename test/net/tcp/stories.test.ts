// One host and a peer that the test plays: what is sent, and at which moment of lab time.

import { describe, expect, it } from 'vitest';
import { fromAscii } from '../../../src/base/bytes.ts';
import type { TcpConnection } from '../../../src/net/tcp/connection.ts';
import type { TcpTraits } from '../../../src/net/tcp/traits.ts';
import { ACK, FIN, PSH, RST, SYN, tcpOption } from '../../../src/net/wire/tcp.ts';
import { MAIN } from '../../../src/route/names.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { B, Solo } from './stations.ts';

const THEIRS = 179;
const PEER_ISN = 5000;

/** A SYN goes out; nothing answers yet. */
function calling(traits: Partial<TcpTraits> = {}, half = false) {
  const solo = new Solo(traits, half);
  const made = solo.host.connect(MAIN, { peer: B, port: THEIRS }, solo.owner);
  if (!made.ok) throw new Error(made.error);
  solo.owner.connection = made.value;
  const { iss } = made.value.status;
  const say = (said: Omit<Parameters<Solo['say']>[2], 'sequence'> & { readonly sequence?: number }): void =>
    solo.say(THEIRS, made.value.localPort, { sequence: PEER_ISN + 1, acknowledgment: iss + 1, ...said });
  return { solo, iss, say, owner: solo.owner, connection: made.value as TcpConnection };
}

/** Open, at 0 s: the peer's data begin at 5001, ours at `start`. */
function talking(options: { traits?: Partial<TcpTraits>; half?: boolean; window?: number; mss?: number } = {}) {
  const call = calling(options.traits, options.half);
  call.say({ flags: SYN | ACK, sequence: PEER_ISN, window: options.window ?? 65535, mss: options.mss ?? 1460 });
  call.solo.next();
  return { ...call, start: call.iss + 1 };
}

describe('opening', () => {
  it('says SYN with its MSS and window', () => {
    const { solo } = calling();
    const syn = solo.one();
    expect([syn.flags, syn.window, syn.acknowledgment, syn.data.length]).toEqual([SYN, 16384, 0, 0]);
    expect(tcpOption(syn, 'mss')?.size).toBe(1460);
  });

  it('says SYN again after 1, 3, 7, 15, 31, 63, 123 s, and gives up after three minutes', () => {
    // RFC 6298 §2.1, §5.5, §2.5: one second, doubled, never more than sixty. RFC 9293 §3.8.3 MUST-23.
    const { solo, owner } = calling();
    solo.at(1000);
    expect(solo.times()).toEqual(['0.000', '1.000', '3.000', '7.000', '15.000', '31.000', '63.000', '123.000']);
    expect([owner.reason, owner.closedAt]).toEqual(['timeout', seconds(180)]);
    expect(solo.host.connections()).toEqual([]);
  });

  it('gives up when its owner wants, or after as many tries as allowed', () => {
    const solo = new Solo({ initialRto: seconds(2) });
    solo.host.connect(MAIN, { peer: B, port: THEIRS, connectTimeout: seconds(30) }, solo.owner);
    solo.at(100);
    expect(solo.times()).toEqual(['0.000', '2.000', '6.000', '14.000']);
    expect([solo.owner.reason, solo.owner.closedAt]).toEqual(['timeout', seconds(30)]);
    const tries = calling({ retransmissions: 2 });
    tries.solo.at(100);
    expect(tries.solo.times()).toEqual(['0.000', '1.000', '3.000']);
    expect(tries.owner.closedAt).toBe(seconds(7));
  });

  it('acknowledges the SYN ACK and is open', () => {
    const { solo, say, owner, connection, iss } = calling();
    solo.next();
    solo.at(0.04);
    say({ flags: SYN | ACK, sequence: PEER_ISN, mss: 1000 });
    const ack = solo.one();
    expect([ack.flags, ack.sequence, ack.acknowledgment]).toEqual([ACK, iss + 1, PEER_ISN + 1]);
    expect([owner.isOpen, connection.state, connection.mss]).toEqual([true, 'established', 1000]);
    expect([connection.status.srtt, connection.status.rto]).toEqual([millis(40), seconds(1)]);
    solo.at(1000);
    expect(solo.next()).toEqual([]);
  });

  it('takes 536 for the MSS of a peer that names none, and 64 for the MSS of a joker', () => {
    const { say, connection } = calling();
    say({ flags: SYN | ACK, sequence: PEER_ISN });
    expect(connection.mss).toBe(536);
    expect(talking({ mss: 1 }).connection.mss).toBe(64);
  });

  it('is refused by a reset that acknowledges its SYN, and by no other', () => {
    const { solo, say, owner, iss } = calling();
    say({ flags: RST, sequence: 0 });
    say({ flags: RST | ACK, sequence: 0, acknowledgment: iss });
    say({ flags: RST | ACK, sequence: 0, acknowledgment: iss + 2 });
    expect(owner.reason).toBeUndefined();
    expect([...solo.host.drops]).toEqual([
      ['RST without ACK', 1],
      ['ACK of nothing sent', 2],
    ]);
    say({ flags: RST | ACK, sequence: 0, acknowledgment: iss + 1 });
    expect(owner.reason).toBe('refused');
  });

  it('resets a SYN ACK that acknowledges something else (Figure 9)', () => {
    const { solo, say, connection, iss } = calling();
    solo.next();
    say({ flags: SYN | ACK, sequence: 300, acknowledgment: iss + 77 });
    const reset = solo.one();
    expect([reset.flags, reset.sequence]).toEqual([RST, (iss + 77) >>> 0]);
    expect(connection.state).toBe('syn-sent');
  });

  it('opens against a peer that opens at the same time (Figure 8)', () => {
    const { solo, say, owner, connection, iss } = calling();
    solo.next();
    say({ flags: SYN, sequence: PEER_ISN, acknowledgment: 0, mss: 1460 });
    const synAck = solo.one();
    expect([synAck.flags, synAck.sequence, synAck.acknowledgment]).toEqual([SYN | ACK, iss, PEER_ISN + 1]);
    expect(connection.state).toBe('syn-received');
    say({ flags: SYN | ACK, sequence: PEER_ISN });
    expect([connection.state, owner.isOpen]).toEqual(['established', true]);
  });

  it('writes before the connection is open wait for it', () => {
    const { solo, say, connection } = calling();
    expect(connection.write(fromAscii('early'))).toBe(true);
    solo.next();
    say({ flags: SYN | ACK, sequence: PEER_ISN, mss: 1460 });
    const [ack, data] = solo.next();
    expect(ack?.flags).toBe(ACK);
    expect([data?.flags, data?.data]).toEqual([PSH | ACK, fromAscii('early')]);
  });

  it('data on the SYN ACK are data', () => {
    const { solo, say, owner } = calling();
    solo.next();
    say({ flags: SYN | ACK, sequence: PEER_ISN, data: fromAscii('hello') });
    expect(owner.text).toBe('hello');
    expect(solo.next()[0]?.acknowledgment).toBe(PEER_ISN + 1);
    solo.at(1);
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 6);
  });

  it('starts slowly after a lost SYN: one segment, and three seconds of patience', () => {
    // RFC 5681 §3.1, RFC 6298 §5.7
    const { solo, say, connection } = calling();
    solo.at(1.5);
    say({ flags: SYN | ACK, sequence: PEER_ISN, mss: 1000 });
    solo.next();
    connection.write(new Uint8Array(3000));
    expect(solo.next().length).toBe(1);
    expect(connection.status.timers.retransmit.at).toBe(seconds(4.5));
  });
});

describe('being called', () => {
  const called = () => {
    const solo = new Solo();
    solo.host.listen(MAIN, THEIRS, (connection) => {
      solo.owner.connection = connection;
      return solo.owner;
    });
    solo.say(4000, THEIRS, { flags: SYN, sequence: 100, window: 1000, mss: 1200 });
    return { solo, synAck: solo.one() };
  };

  it('answers SYN ACK, and offers the connection when that is acknowledged', () => {
    const { solo, synAck } = called();
    expect([synAck.flags, synAck.acknowledgment, tcpOption(synAck, 'mss')?.size]).toEqual([SYN | ACK, 101, 1460]);
    expect(solo.owner.connection).toBeUndefined();
    const acknowledgment = synAck.sequence + 1;
    solo.say(4000, THEIRS, { flags: ACK, sequence: 101, acknowledgment, window: 5000, data: fromAscii('hi') });
    const { connection } = solo.owner;
    expect([connection?.state, connection?.mss, connection?.status.sndWnd]).toEqual(['established', 1200, 5000]);
    // Data that came with the ACK are not lost.
    expect(solo.owner.text).toBe('hi');
  });

  it('answers the same SYN with the same SYN ACK', () => {
    const { solo, synAck } = called();
    solo.say(4000, THEIRS, { flags: SYN, sequence: 100, window: 1000, mss: 1200 });
    expect(solo.one()).toEqual(synAck);
    expect(solo.host.connections().length).toBe(1);
  });

  it('says SYN ACK again after 1, 3, 7 s and so on, and forgets after three minutes without a word', () => {
    const { solo } = called();
    solo.at(1000);
    expect(solo.times()).toEqual(['0.000', '1.000', '3.000', '7.000', '15.000', '31.000', '63.000', '123.000']);
    expect([solo.host.connections(), solo.owner.reason]).toEqual([[], undefined]);
  });
});

describe('sending', () => {
  it("cuts the stream into segments of the peer's MSS, the last one pushed", () => {
    const { solo, connection, start } = talking({ mss: 1000 });
    connection.write(new Uint8Array(2500));
    const seen = solo.next().map((s) => [s.sequence - start, s.data.length, s.flags]);
    expect(seen).toEqual([
      [0, 1000, ACK],
      [1000, 1000, ACK],
      [2000, 500, ACK | PSH],
    ]);
  });

  it('sends small writes at once: no Nagle', () => {
    const { solo, connection } = talking();
    for (const word of ['a', 'b', 'c']) connection.write(fromAscii(word));
    expect(solo.next().map((s) => s.data.length)).toEqual([1, 1, 1]);
  });

  it('sends again after one RTO, doubled each time, and gives up after 100 s', () => {
    const { solo, connection, owner } = talking();
    solo.at(10);
    connection.write(fromAscii('anybody?'));
    solo.next();
    solo.at(1000);
    expect(solo.times().slice(2)).toEqual(['10.000', '11.000', '13.000', '17.000', '25.000', '41.000', '73.000']);
    expect([owner.reason, owner.closedAt]).toEqual(['timeout', seconds(110)]);
    expect(connection.counters.retransmits).toBe(6);
  });

  it('begins to count anew with every progress', () => {
    const { solo, say, connection, owner, start } = talking({ mss: 1000 });
    connection.write(new Uint8Array(2000));
    solo.at(90);
    say({ flags: ACK, acknowledgment: start + 1000 });
    solo.at(189);
    expect(owner.reason).toBeUndefined();
    solo.at(190);
    expect([owner.reason, owner.closedAt]).toEqual(['timeout', seconds(190)]);
  });

  it('keeps the backed-off RTO until something new was measured (RFC 6298 §5)', () => {
    const { solo, say, connection, start } = talking();
    connection.write(fromAscii('x'));
    solo.at(3.5);
    // Sent at 0, 1 and 3 s: whose ACK is this?
    say({ flags: ACK, acknowledgment: start + 1 });
    expect(connection.status.rto).toBe(seconds(4));
    connection.write(fromAscii('y'));
    solo.at(3.6);
    say({ flags: ACK, acknowledgment: start + 2 });
    expect(connection.status.rto).toBe(seconds(1));
  });

  it('sends everything after a lost segment anew, but skips what the peer has kept', () => {
    const { solo, say, connection, start } = talking({ mss: 1000 });
    connection.write(new Uint8Array(4000));
    expect(solo.next().length).toBe(4);
    solo.at(1);
    expect(solo.one().sequence).toBe(start >>> 0);
    // The first one alone was missing.
    say({ flags: ACK, acknowledgment: start + 4000 });
    solo.at(30);
    expect(solo.next()).toEqual([]);
    expect(connection.unacknowledged).toBe(0);
  });

  it('sends a segment again at the third duplicate ACK (RFC 5681 §3.2)', () => {
    const { solo, say, connection, start } = talking({ mss: 1000 });
    connection.write(new Uint8Array(4000));
    solo.next();
    solo.at(0.1);
    for (let i = 0; i < 2; i++) say({ flags: ACK, acknowledgment: start });
    expect(solo.next()).toEqual([]);
    say({ flags: ACK, acknowledgment: start });
    const again = solo.one();
    expect([again.sequence, again.data.length]).toEqual([start >>> 0, 1000]);
    // A partial ACK names the next hole. RFC 6582 §3.2
    say({ flags: ACK, acknowledgment: start + 2000 });
    expect(solo.one().sequence).toBe((start + 2000) >>> 0);
    expect([connection.counters.fastRetransmits, connection.counters.retransmits]).toEqual([2, 2]);
  });

  it('does not take a window update or data for a duplicate ACK', () => {
    const { solo, say, connection, start } = talking({ mss: 1000 });
    connection.write(new Uint8Array(4000));
    solo.next();
    for (let i = 0; i < 4; i++) say({ flags: ACK, acknowledgment: start, window: 60000 + i });
    for (let i = 0; i < 4; i++)
      say({ flags: ACK, acknowledgment: start, sequence: PEER_ISN + 1 + i, data: fromAscii('x'), window: 60003 });
    expect(connection.counters.fastRetransmits).toBe(0);
  });

  it("keeps within the peer's window, and does not send slivers", () => {
    const { solo, say, connection, start } = talking({ mss: 1000, window: 2500 });
    connection.write(new Uint8Array(5000));
    expect(solo.next().map((s) => s.data.length)).toEqual([1000, 1000]);
    say({ flags: ACK, acknowledgment: start + 1000, window: 2500 });
    // 1500 bytes of room: one whole segment, not a half one after it.
    expect(solo.next().map((s) => s.data.length)).toEqual([1000]);
    say({ flags: ACK, acknowledgment: start + 3000, window: 300 });
    // Nothing is on its way that would open it: then even a sliver.
    expect(solo.next().map((s) => s.data.length)).toEqual([300]);
  });

  it('pays no heed to the window of an old segment', () => {
    const { say, connection, start } = talking({ mss: 1000 });
    say({ flags: ACK, acknowledgment: start, sequence: PEER_ISN + 10, window: 7000, data: fromAscii('late') });
    say({ flags: ACK, acknowledgment: start, sequence: PEER_ISN + 1, window: 9, data: fromAscii('123456789') });
    expect(connection.status.sndWnd).toBe(7000);
    connection.write(new Uint8Array(2000));
    say({ flags: ACK, acknowledgment: start + 2000, sequence: PEER_ISN + 14, window: 8000 });
    // Later data, but an ACK of before.
    say({ flags: ACK, acknowledgment: start, sequence: PEER_ISN + 30, window: 9, data: fromAscii('x') });
    expect(connection.status.sndWnd).toBe(8000);
  });

  it('does not take a FIN for a duplicate ACK', () => {
    const { say, connection, start } = talking({ mss: 1000, half: true });
    connection.write(new Uint8Array(4000));
    for (let i = 0; i < 2; i++) say({ flags: ACK, acknowledgment: start });
    say({ flags: FIN | ACK, acknowledgment: start });
    expect(connection.counters.fastRetransmits).toBe(0);
    say({ flags: ACK, acknowledgment: start, sequence: PEER_ISN + 2 });
    expect(connection.counters.fastRetransmits).toBe(1);
  });

  it('forgets its congestion window after an idle time', () => {
    const { solo, say, connection, start } = talking({ mss: 1000 });
    let at = start;
    for (let i = 0; i < 6; i++) {
      connection.write(new Uint8Array(8000));
      for (let rest = 8; rest > 0; rest--) {
        at += 1000;
        say({ flags: ACK, acknowledgment: at });
      }
    }
    expect(connection.status.cwnd).toBeGreaterThan(20_000);
    solo.next();
    solo.at(60);
    connection.write(new Uint8Array(20_000));
    // RFC 5681 §4.1: the initial window again, four segments of 1000.
    expect(solo.next().length).toBe(4);
  });
});

describe('a closed window', () => {
  it('is probed with one byte after 1, 3, 7, 15 s and so on, as long as the peer answers', () => {
    const { solo, say, connection, start, owner } = talking({ window: 0 });
    connection.write(fromAscii('hello'));
    expect(solo.next()).toEqual([]);
    const when: number[] = [];
    for (let time = 1; time <= 400; time++) {
      solo.at(time);
      for (const probe of solo.next()) {
        when.push(time);
        expect([probe.sequence, String.fromCharCode(...probe.data)]).toEqual([start >>> 0, 'h']);
        say({ flags: ACK, acknowledgment: start, window: 0 });
      }
    }
    expect(when).toEqual([1, 3, 7, 15, 31, 63, 123, 183, 243, 303, 363]);
    expect(owner.reason).toBeUndefined();
    say({ flags: ACK, acknowledgment: start, window: 100 });
    expect(String.fromCharCode(...solo.one().data)).toBe('hello');
    expect(connection.status.timers.persist.at).toBeUndefined();
    say({ flags: ACK, acknowledgment: start + 5, window: 100 });
    solo.at(1000);
    expect([solo.next(), connection.unacknowledged]).toEqual([[], 0]);
  });

  it('may swallow the probe and stay closed', () => {
    const { solo, say, connection, start } = talking({ window: 0 });
    connection.write(fromAscii('hello'));
    solo.at(1);
    solo.next();
    say({ flags: ACK, acknowledgment: start + 1, window: 0 });
    solo.at(3);
    expect(String.fromCharCode(...solo.one().data)).toBe('e');
    say({ flags: ACK, acknowledgment: start + 2, window: 50 });
    expect(String.fromCharCode(...solo.one().data)).toBe('llo');
    expect(connection.state).toBe('established');
  });

  it('begins its probes anew when it closes anew', () => {
    const { solo, say, connection, start } = talking({ window: 0 });
    connection.write(fromAscii('ab'));
    solo.at(7);
    expect(solo.next().length).toBe(3);
    say({ flags: ACK, acknowledgment: start, window: 1 });
    expect(String.fromCharCode(...solo.one().data)).toBe('a');
    say({ flags: ACK, acknowledgment: start + 1, window: 0 });
    expect(connection.status.timers.persist.at).toBe(seconds(8));
  });

  it('does not take the answers to its probes for duplicate ACKs', () => {
    const { solo, say, connection, start } = talking({ window: 0 });
    connection.write(fromAscii('hello'));
    for (const time of [1, 3, 7, 15, 31]) {
      solo.at(time);
      say({ flags: ACK, acknowledgment: start, window: 0 });
    }
    expect([connection.counters.fastRetransmits, solo.next().length]).toEqual([0, 5]);
  });

  it('stops the retransmission timer: probing does not back it off', () => {
    const { solo, say, connection, start } = talking({ mss: 1000, window: 4000 });
    connection.write(new Uint8Array(4000));
    solo.at(1);
    // The repeated first segment arrives, and the window closes behind it.
    say({ flags: ACK, acknowledgment: start + 1000, window: 0 });
    const { retransmit, persist } = connection.status.timers;
    expect([retransmit.at, persist.at]).toEqual([undefined, seconds(3)]);
  });

  it('leaves no timer behind when a probe was the last thing to say', () => {
    const { solo, say, connection, start } = talking({ window: 0 });
    connection.close();
    solo.at(1);
    say({ flags: ACK, acknowledgment: start + 1, window: 0 });
    expect(connection.status.timers.persist.at).toBeUndefined();
  });

  it('of a peer that answers no probe ends the connection', () => {
    const { solo, connection, owner } = talking({ window: 0 });
    connection.write(fromAscii('hello'));
    solo.at(500);
    // The first probe at 1 s goes unanswered for 100 s.
    expect([owner.reason, owner.closedAt]).toEqual(['timeout', seconds(101)]);
  });

  it('that closes under data on their way holds back their repetition', () => {
    const { solo, say, connection, start, owner } = talking({ mss: 1000, window: 4000 });
    connection.write(new Uint8Array(4000));
    solo.next();
    say({ flags: ACK, acknowledgment: start + 1000, window: 0 });
    solo.at(300);
    // Whole segments do not go into a closed window; single bytes ask whether it is open.
    expect(Math.max(...solo.next().map((s) => s.data.length))).toBe(1);
    // Its timer ran out at 1 s and doubled; the first probe follows at 3 s, and is never answered.
    expect([connection.state, owner.reason, owner.closedAt]).toEqual(['closed', 'timeout', seconds(103)]);
  });

  it('is probed with the FIN when nothing else is left', () => {
    const { solo, say, connection, start } = talking({ window: 0 });
    connection.close();
    expect(solo.next()).toEqual([]);
    solo.at(1);
    const probe = solo.one();
    expect([probe.flags, probe.sequence, probe.data.length]).toEqual([FIN | ACK, start >>> 0, 0]);
    say({ flags: ACK, acknowledgment: start + 1, window: 0 });
    expect(connection.state).toBe('fin-wait-2');
  });
});

describe('receiving', () => {
  it('acknowledges after 200 ms, or the second segment at once', () => {
    const { solo, say } = talking();
    solo.at(1);
    say({ flags: ACK, data: fromAscii('one') });
    solo.at(1.199);
    expect(solo.next()).toEqual([]);
    solo.at(1.2);
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 4);
    say({ flags: ACK, sequence: PEER_ISN + 4, data: fromAscii('two') });
    expect(solo.next()).toEqual([]);
    say({ flags: ACK, sequence: PEER_ISN + 7, data: fromAscii('three') });
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 12);
    solo.at(10);
    expect(solo.next()).toEqual([]);
  });

  it('acknowledges at once where the trait says so', () => {
    const { solo, say } = talking({ traits: { delayedAck: 'off' } });
    say({ flags: ACK, data: fromAscii('one') });
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 4);
  });

  it('lets an ACK ride on an answer', () => {
    const { solo, say, connection } = talking();
    say({ flags: ACK, data: fromAscii('ping') });
    connection.write(fromAscii('pong'));
    const answer = solo.one();
    expect([answer.acknowledgment, answer.data]).toEqual([PEER_ISN + 5, fromAscii('pong')]);
    solo.at(1);
    expect(solo.next().filter((s) => s.data.length === 0)).toEqual([]);
  });

  it('keeps what came early, and tells of the gap and of its closing at once', () => {
    const { solo, say, owner, connection } = talking();
    say({ flags: ACK, sequence: PEER_ISN + 4, data: fromAscii('two') });
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 1);
    expect(owner.text).toBe('');
    say({ flags: ACK, data: fromAscii('one') });
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 7);
    expect(owner.text).toBe('onetwo');
    expect(connection.counters).toMatchObject({ outOfOrder: 1, dataSegmentsIn: 2, bytesIn: 6 });
  });

  it('takes only the new part of a segment that is partly old', () => {
    const { solo, say, owner } = talking();
    say({ flags: ACK, data: fromAscii('onetwo') });
    say({ flags: ACK, sequence: PEER_ISN + 4, data: fromAscii('twothree') });
    expect(owner.text).toBe('onetwothree');
    solo.next();
    // All of it old: the ACK must have been lost.
    say({ flags: ACK, data: fromAscii('onetwo') });
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 12);
    expect(solo.host.drops.get('duplicate')).toBe(1);
  });

  it('takes only the part that fits its window', () => {
    const { solo, say, owner } = talking({ traits: { window: 4 } });
    say({ flags: ACK, data: fromAscii('abcdef') });
    expect(owner.text).toBe('abcd');
    say({ flags: ACK, sequence: PEER_ISN + 100, data: fromAscii('z') });
    expect([owner.text, solo.host.drops.get('outside the window')]).toEqual(['abcd', 1]);
  });

  it('answers strangers in its window with patience: ten ACKs in five seconds', () => {
    // RFC 5961 §7
    const { solo, say } = talking();
    const shout = (): void => say({ flags: ACK, sequence: PEER_ISN - 5 });
    for (let i = 0; i < 50; i++) shout();
    expect(solo.next().length).toBe(10);
    solo.at(4.999);
    shout();
    expect(solo.next().length).toBe(0);
    solo.at(5);
    shout();
    expect(solo.next().length).toBe(1);
  });
});

describe('closing', () => {
  it('first: FIN, FIN-WAIT, TIME-WAIT for 60 s', () => {
    const { solo, say, connection, owner, start } = talking();
    connection.write(fromAscii('bye'));
    connection.close();
    const [data, fin] = solo.next();
    expect([data?.flags, fin?.flags, fin?.sequence]).toEqual([PSH | ACK, FIN | ACK, (start + 3) >>> 0]);
    expect([connection.state, connection.write(fromAscii('more'))]).toEqual(['fin-wait-1', false]);
    say({ flags: ACK, acknowledgment: start + 4 });
    expect(connection.state).toBe('fin-wait-2');
    solo.at(10);
    say({ flags: FIN | ACK, acknowledgment: start + 4, data: fromAscii('ciao') });
    expect([connection.state, owner.text, owner.reason]).toEqual(['time-wait', 'ciao', 'fin']);
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 6);
    // The FIN again: our ACK was lost. The minute begins anew.
    solo.at(40);
    say({ flags: FIN | ACK, acknowledgment: start + 4, data: fromAscii('ciao') });
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 6);
    solo.at(99.999);
    expect(connection.state).toBe('time-wait');
    solo.at(100);
    expect([connection.state, solo.host.connections()]).toEqual(['closed', []]);
  });

  it('second: CLOSE-WAIT, in which it may still write', () => {
    const { solo, say, connection, owner, start } = talking({ half: true });
    say({ flags: FIN | ACK });
    expect(solo.one().acknowledgment).toBe(PEER_ISN + 2);
    expect([connection.state, owner.hasEnded, owner.reason]).toEqual(['close-wait', true, undefined]);
    expect(connection.write(fromAscii('one more thing'))).toBe(true);
    connection.close();
    expect(connection.state).toBe('last-ack');
    expect(solo.next().map((s) => s.flags)).toEqual([PSH | ACK, FIN | ACK]);
    say({ flags: ACK, sequence: PEER_ISN + 2, acknowledgment: start + 14 });
    expect(owner.reason).toBeUndefined();
    say({ flags: ACK, sequence: PEER_ISN + 2, acknowledgment: start + 15 });
    expect([connection.state, owner.reason, solo.host.connections()]).toEqual(['closed', 'fin', []]);
  });

  it('both at once: CLOSING', () => {
    const { say, connection, owner, start } = talking();
    connection.close();
    say({ flags: FIN | ACK });
    expect([connection.state, owner.reason]).toEqual(['closing', undefined]);
    say({ flags: ACK, sequence: PEER_ISN + 2, acknowledgment: start + 1 });
    expect([connection.state, owner.reason]).toEqual(['time-wait', 'fin']);
  });

  it('FIN and the ACK of ours in one segment', () => {
    const { say, connection, start } = talking();
    connection.close();
    say({ flags: FIN | ACK, acknowledgment: start + 1 });
    expect(connection.state).toBe('time-wait');
  });

  it('a FIN that overtakes its data waits for them', () => {
    const { say, connection, owner } = talking();
    say({ flags: FIN | ACK, sequence: PEER_ISN + 4, data: fromAscii('two') });
    expect([connection.state, owner.text]).toEqual(['established', '']);
    say({ flags: ACK, data: fromAscii('one') });
    expect([connection.state, owner.text]).toEqual(['last-ack', 'onetwo']);
  });

  it("data beyond the FIN are nobody's", () => {
    const { say, owner, connection } = talking({ half: true });
    say({ flags: ACK, sequence: PEER_ISN + 3, data: fromAscii('cdefgh') });
    say({ flags: FIN | ACK, sequence: PEER_ISN + 3, data: fromAscii('c') });
    say({ flags: ACK, sequence: PEER_ISN + 3, data: fromAscii('cdefghijkl') });
    say({ flags: ACK, data: fromAscii('ab') });
    expect([owner.text, connection.state]).toEqual(['abc', 'close-wait']);
  });

  it('of two FINs the first one counts', () => {
    const { say, owner, connection } = talking({ half: true });
    say({ flags: FIN | ACK, sequence: PEER_ISN + 5, data: fromAscii('e') });
    say({ flags: FIN | ACK, sequence: PEER_ISN + 2, data: fromAscii('b') });
    say({ flags: ACK, data: fromAscii('abcde') });
    expect([owner.text, connection.state]).toEqual(['abcde', 'close-wait']);
  });

  it('the FIN is sent again until it is acknowledged', () => {
    const { solo, connection, owner } = talking();
    connection.close();
    solo.at(1000);
    expect(solo.times().slice(2)).toEqual(['0.000', '1.000', '3.000', '7.000', '15.000', '31.000', '63.000']);
    expect([owner.reason, owner.closedAt]).toEqual(['timeout', seconds(100)]);
  });

  it('a peer that never closes its side is left after ten silent minutes', () => {
    const { solo, say, connection, owner, start } = talking();
    connection.close();
    say({ flags: ACK, acknowledgment: start + 1 });
    solo.at(500);
    say({ flags: ACK, acknowledgment: start + 1, data: fromAscii('still here') });
    solo.at(1099.999);
    expect([connection.state, owner.text]).toEqual(['fin-wait-2', 'still here']);
    solo.at(1100);
    expect([connection.state, owner.reason]).toEqual(['closed', 'timeout']);
  });

  it('abort resets at once, and nothing more is told', () => {
    const { solo, connection, owner, start } = talking();
    connection.write(fromAscii('lost'));
    solo.next();
    connection.abort();
    const reset = solo.one();
    expect([reset.flags, reset.sequence]).toEqual([RST, (start + 4) >>> 0]);
    solo.at(1000);
    expect([owner.reason, solo.next(), connection.state]).toEqual([undefined, [], 'closed']);
    expect(connection.write(fromAscii('x'))).toBe(false);
    connection.close();
    connection.abort();
    expect(solo.next()).toEqual([]);
  });

  it("an owner who aborts on the news of the peer's FIN is told nothing more", () => {
    const { solo, say, connection, owner, start } = talking();
    connection.close();
    say({ flags: ACK, acknowledgment: start + 1 });
    Object.assign(owner, { ended: () => connection.abort() });
    say({ flags: FIN | ACK, acknowledgment: start + 1 });
    expect([owner.reason, connection.state, solo.host.connections()]).toEqual([undefined, 'closed', []]);
  });

  it('before it was open ends it without a word', () => {
    const { solo, connection, owner } = calling();
    solo.next();
    connection.close();
    solo.at(1000);
    expect([solo.next(), owner.reason, solo.host.connections()]).toEqual([[], undefined, []]);
  });

  it('while both are opening waits for what was written', () => {
    const { solo, say, connection, owner, iss } = calling();
    say({ flags: SYN, sequence: PEER_ISN, acknowledgment: 0, mss: 1460 });
    connection.write(fromAscii('hi'));
    connection.close();
    expect([connection.state, connection.write(fromAscii('more'))]).toEqual(['syn-received', false]);
    solo.next();
    say({ flags: ACK });
    expect([connection.state, owner.isOpen]).toEqual(['fin-wait-1', false]);
    expect(solo.next().map((s) => [s.flags, s.data.length])).toEqual([[FIN | PSH | ACK, 2]]);
    say({ flags: FIN | ACK, acknowledgment: iss + 4 });
    expect([connection.state, owner.reason]).toEqual(['time-wait', 'fin']);
  });

  it('while both are opening, with nothing written, says FIN and repeats the SYN until it is heard', () => {
    const { solo, say, connection, iss } = calling();
    say({ flags: SYN, sequence: PEER_ISN, acknowledgment: 0, mss: 1460 });
    solo.next();
    connection.close();
    expect(connection.state).toBe('fin-wait-1');
    expect(solo.one()).toMatchObject({ flags: FIN | ACK, sequence: (iss + 1) >>> 0 });
    solo.at(1);
    expect(solo.next().some((s) => s.flags === (SYN | ACK) && s.sequence === iss)).toBe(true);
    say({ flags: ACK, acknowledgment: iss + 2 });
    expect(connection.state).toBe('fin-wait-2');
  });
});
