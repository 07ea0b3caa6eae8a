// VRFs on one box: kept apart, and leaking where a table says so. A packet for an own address belongs to the VRF of the
// interface that has it, and so does the look-up of its answer.

import { describe, expect, it } from 'vitest';
import { type IfName, MAIN, type VrfName } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { address, Lab } from '../../harness/stack-node.ts';

const A = 'A' as VrfName;
const B = 'B' as VrfName;

/** ca - r - cb: r has a loopback in each VRF. */
function leaky() {
  const lab = new Lab();
  const [ca, r, cb] = [lab.node('ca'), lab.node('r'), lab.node('cb')];
  lab.cable('ca e0', 'r e0');
  lab.cable('r e1', 'cb e0');
  ca.configure({ e0: '10.1.0.2/24' }).route('0.0.0.0/0', '10.1.0.1 e0');
  cb.configure({ e0: '10.2.0.2/24' }).route('0.0.0.0/0', '10.2.0.1 e0');
  r.configure({
    e0: { at: '10.1.0.1/24', vrf: A },
    e1: { at: '10.2.0.1/24', vrf: B },
    lo10: { at: '10.10.10.1/32', vrf: A },
    lo30: { at: '10.30.30.1/32', vrf: B },
  });
  lab.run(seconds(1));
  const outcome = (lines: string[]): string => {
    lab.run(seconds(10));
    return lines.filter((line) => !line.includes('sent'))[0]!.replace(/^\S+ /, '');
  };
  return { lab, ca, r, cb, outcome };
}

describe('apart', () => {
  it('an address of another VRF is no address here', () => {
    const { ca, r, outcome } = leaky();
    expect(outcome(r.ping('10.30.30.1', { vrf: A, count: 1 }))).toBe('error 0 from us 3/0');
    expect(outcome(r.ping('10.10.10.1', { count: 1 }))).toBe('error 0 from us 3/0');
    expect(outcome(r.ping('10.10.10.1', { vrf: A, count: 1 }))).toContain('reply 0 from 10.10.10.1');
    expect(outcome(ca.ping('10.30.30.1', { count: 1 }))).toBe('error 0 from 10.1.0.1 3/0');
    expect(r.stack.owns(A, address('10.30.30.1'))).toBeUndefined();
    expect(r.stack.owns(B, address('10.30.30.1'))).toBe('lo30');
  });
  it('the same address may be used twice', () => {
    const { lab, r } = leaky();
    r.configure({ lo1: { at: '1.1.1.1/32', vrf: A }, lo2: { at: '1.1.1.1/32', vrf: B } });
    const lines = [A, B].map((vrf) => r.ping('1.1.1.1', { vrf, count: 1 }));
    lab.run(seconds(5));
    expect(lines.map((l) => l.at(-1))).toEqual(['1000 done 1/1 0', '1000 done 1/1 0']);
    expect([r.stack.owns(A, address('1.1.1.1')), r.stack.owns(B, address('1.1.1.1'))]).toEqual(['lo1', 'lo2']);
  });
});

describe('leaking', () => {
  it('reaches an own address of another VRF only if that one has the way back', () => {
    const { r, outcome } = leaky();
    const from = address('10.10.10.1');
    r.route('10.30.30.1/32', 'on lo30', A);
    expect(outcome(r.ping('10.30.30.1', { vrf: A, from, count: 1 }))).toBe('timeout 0');
    expect(r.drops()).toEqual({ 'no route': 1 });
    r.route('10.10.10.1/32', 'on lo10', B);
    expect(outcome(r.ping('10.30.30.1', { vrf: A, from, count: 1 }))).toBe(
      'reply 0 from 10.30.30.1 ttl 255 rtt 0 bytes 80',
    );
    // And in the other direction by the same two routes.
    const back = address('10.30.30.1');
    expect(outcome(r.ping('10.10.10.1', { vrf: B, from: back, count: 1 }))).toContain('reply 0 from 10.10.10.1');
  });
  it('delivers a neighbour’s packet in the owner’s VRF, and looks its answer up there', () => {
    const { ca, r, outcome } = leaky();
    r.route('10.30.30.1/32', 'on lo30', A);
    expect(outcome(ca.ping('10.30.30.1', { count: 1 }))).toBe('timeout 0');
    expect(r.drops()).toEqual({ 'no route': 1 });
    r.route('10.1.0.0/24', 'link e0', B);
    expect(outcome(ca.ping('10.30.30.1', { count: 1 }))).toContain('reply 0 from 10.30.30.1 ttl 255');
    const heard: unknown[] = [];
    r.stack.hearProtocol(89, B, ({ vrf, on }) => heard.push([vrf, on]));
    ca.stack.send({ vrf: MAIN, protocol: 89, to: address('10.30.30.1'), from: undefined, payload: new Uint8Array(4) });
    outcome(ca.ping('10.30.30.1', { count: 1 }));
    expect(heard).toEqual([[B, 'e0']]);
  });
  it('forwards from one VRF to a neighbour in the other, through its interface or through its table', () => {
    const { ca, r, outcome } = leaky();
    r.route('10.2.0.0/24', 'link e1', A).route('10.1.0.0/24', 'vrf A', B);
    expect(outcome(ca.ping('10.2.0.2', { count: 1 }))).toBe('reply 0 from 10.2.0.2 ttl 254 rtt 8 bytes 80');
    expect(r.drops()).toEqual({});
    // The far side's own address on that link was not leaked: only its subnet.
    expect(outcome(ca.ping('10.2.0.1', { count: 1, timeout: seconds(9) }))).toBe('timeout 0');
  });
  it('complains where the packet came from', () => {
    const { ca, r, outcome } = leaky();
    r.route('10.2.0.0/24', 'vrf B', A);
    // B has no way back to ca, but the complaint is looked up in A.
    expect(outcome(ca.ping('10.2.0.2', { count: 1, ttl: 1 }))).toBe('error 0 from 10.1.0.1 11/0');
    r.route('10.5.0.0/16', 'vrf B', A);
    expect(outcome(ca.ping('10.5.0.2', { count: 1 }))).toBe('error 0 from 10.1.0.1 3/0');
  });
  it('in a circle ends', () => {
    const { ca, r, outcome } = leaky();
    r.route('10.6.0.0/16', 'vrf B', A).route('10.6.0.0/16', 'vrf A', B);
    expect(outcome(ca.ping('10.6.0.1', { count: 1 }))).toBe('error 0 from 10.1.0.1 3/0');
    expect(outcome(r.ping('10.6.0.1', { vrf: A, count: 1 }))).toBe('error 0 from us 3/0');
    expect(r.drops()).toEqual({ 'lookup loop': 2 });
  });
  it('to an address whose interface went down ends', () => {
    const { ca, r, outcome } = leaky();
    r.route('10.30.30.1/32', 'on lo30', A);
    r.configure({ e0: { at: '10.1.0.1/24', vrf: A }, lo30: { at: '10.30.30.1/32', vrf: B, enabled: false } });
    expect(outcome(ca.ping('10.30.30.1', { count: 1 }))).toBe('timeout 0');
    expect(outcome(r.ping('10.30.30.1', { vrf: A, count: 1 }))).toBe('error 0 from us 3/1');
    expect(r.drops()).toEqual({ 'receive interface down': 2 });
  });
  it('takes the source from the interface it leaves by', () => {
    const { lab, r, outcome } = leaky();
    r.route('10.2.0.0/24', 'link e1', A);
    outcome(r.ping('10.2.0.2', { vrf: A, count: 1 }));
    expect(lab.frames.filter((line) => line.includes('echo request'))[0]).toContain('IPv4 10.2.0.1 > 10.2.0.2');
  });
});

it('an interface that changes its VRF takes its addresses along and forgets its neighbours', () => {
  const { lab, r } = leaky();
  r.ping('10.1.0.2', { vrf: A, count: 1 });
  lab.run(seconds(1));
  expect(r.stack.arpEntries().length).toBe(3);
  r.configure({ e0: { at: '10.1.0.1/24', vrf: B }, e1: { at: '10.2.0.1/24', vrf: B } });
  expect(r.stack.arpEntries().map((entry) => entry.own)).toEqual([true, true]);
  expect(r.stack.owns(A, address('10.1.0.1'))).toBeUndefined();
  expect(r.stack.owns(B, address('10.1.0.1'))).toBe('e0');
  expect(r.stack.interface('e0' as IfName)?.vrf).toBe(B);
});
