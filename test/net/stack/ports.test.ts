// Ports and interfaces: light, delays, tags, and what is noticed when.

import { describe, expect, it } from 'vitest';
import { ethernet, type VlanTag } from '../../../src/net/wire/ethernet.ts';
import type { IfName } from '../../../src/route/names.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { Lab, type StackNode } from '../../harness/stack-node.ts';

/** The notices as lines: `time port e0 up`, `time interface e0 up`. */
function notices(node: StackNode): string[] {
  return node.events.map(({ at, event }) => {
    const time = at / 1000;
    switch (event.kind) {
      case 'port':
        return `${time} port ${event.port} ${event.state}`;
      case 'interface': {
        const state = (view: { up: boolean } | undefined) => (view === undefined ? 'none' : view.up ? 'up' : 'down');
        const name = (event.interface ?? event.before)?.name;
        return `${time} interface ${name} ${state(event.before)}-${state(event.interface)}`;
      }
      default:
        return `${time} ${event.kind}`;
    }
  });
}
const DELAYS = { carrierUpDelay: millis(2000), carrierDownDelay: millis(10) };

describe('up and down', () => {
  it('follows the light after the delays of the vendor, ports before interfaces, by name', () => {
    const lab = new Lab();
    const [r1, r2] = [lab.node('r1', DELAYS), lab.node('r2')];
    lab.cable('r1 e0', 'r2 e0');
    r1.configure({ 'e0.20': '10.0.2.1/24', lo0: '1.1.1.1/32', e0: '10.0.0.1/24', 'e0.10': '10.0.1.1/24' });
    lab.run(seconds(5));
    expect(notices(r1)).toEqual([
      '0 interface e0 none-down',
      '0 interface e0.10 none-down',
      '0 interface e0.20 none-down',
      '0 interface lo0 none-up',
    ]);
    r2.configure({ e0: '10.0.0.2/24' });
    lab.run(seconds(3));
    lab.world.setLink('r1-r2', false);
    lab.run(seconds(1));
    expect(notices(r1).slice(4)).toEqual([
      '7000 port e0 up',
      '7000 interface e0 down-up',
      '7000 interface e0.10 down-up',
      '7000 interface e0.20 down-up',
      '8010 port e0 down',
      '8010 interface e0 up-down',
      '8010 interface e0.10 up-down',
      '8010 interface e0.20 up-down',
    ]);
    const [port] = r1.stack.portStates();
    expect(port).toMatchObject({ carrier: false, up: false, changed: millis(8010), losses: 1 });
    expect(r1.stack.interface('e0' as IfName)).toMatchObject({ up: false, changed: millis(8010) });
    expect(r1.stack.interfaces().map((view) => view.name)).toEqual(['e0', 'e0.10', 'e0.20', 'lo0']);
  });
  it('does not notice light or darkness that is shorter than the delay', () => {
    const lab = new Lab();
    const [r1, r2] = [lab.node('r1', DELAYS), lab.node('r2')];
    lab.cable('r1 e0', 'r2 e0');
    r1.configure({ e0: '10.0.0.1/24' });
    r2.configure({ e0: '10.0.0.2/24' });
    lab.run(seconds(1));
    lab.world.setLink('r1-r2', false);
    lab.run(millis(5));
    lab.world.setLink('r1-r2', true);
    lab.run(seconds(5));
    // The delay began anew at 1005.
    expect(notices(r1).slice(1)).toEqual(['3005 port e0 up', '3005 interface e0 down-up']);
    lab.world.setLink('r1-r2', false);
    lab.run(millis(9));
    lab.world.setLink('r1-r2', true);
    lab.run(seconds(5));
    expect(notices(r1).length).toBe(3);
  });
  it('is off at once when its owner says so, and dark to the other end', () => {
    const lab = new Lab();
    const [r1, r2] = [lab.node('r1', DELAYS), lab.node('r2', DELAYS)];
    lab.cable('r1 e0', 'r2 e0');
    r1.configure({ e0: '10.0.0.1/24' });
    r2.configure({ e0: '10.0.0.2/24' });
    lab.run(seconds(10));
    r1.configure({ e0: '10.0.0.1/24' }, { dark: ['e0'] });
    lab.run(seconds(10));
    r1.configure({ e0: '10.0.0.1/24' });
    lab.run(seconds(10));
    expect(notices(r1).slice(3)).toEqual([
      '10000 port e0 disabled',
      '10000 interface e0 up-down',
      '22000 port e0 up',
      '22000 interface e0 down-up',
    ]);
    expect(notices(r2).slice(3)).toEqual([
      '10010 port e0 down',
      '10010 interface e0 up-down',
      '22000 port e0 up',
      '22000 interface e0 down-up',
    ]);
  });
  it('reports darkness of a port that was switched on without a cable, when light had its time', () => {
    const lab = new Lab();
    const r1 = lab.node('r1', DELAYS);
    r1.configure({ e0: '10.0.0.1/24' }, { dark: ['e0'] });
    lab.run(seconds(1));
    r1.configure({ e0: '10.0.0.1/24' });
    lab.run(seconds(10));
    expect(notices(r1)).toEqual(['0 port e0 disabled', '0 interface e0 none-down', '3000 port e0 down']);
  });
  it('does not begin a delay anew when something else is configured', () => {
    const lab = new Lab();
    const [r1, r2] = [lab.node('r1', DELAYS), lab.node('r2')];
    lab.cable('r1 e0', 'r2 e0');
    r2.configure({ e0: '10.0.0.2/24' });
    r1.configure({ e0: '10.0.0.1/24' });
    lab.run(seconds(1));
    r1.configure({ e0: '10.0.0.1/24', lo0: '1.1.1.1/32' });
    lab.run(seconds(2));
    expect(notices(r1)).toContain('2000 port e0 up');
  });
  it('says nothing where nothing changed, and once where something did', () => {
    const lab = new Lab();
    const r1 = lab.node('r1');
    r1.configure({ e0: '10.0.0.1/24', lo0: '1.1.1.1/32' });
    const before = r1.stack.interface('lo0' as IfName);
    r1.configure({ lo0: '1.1.1.1/32', e0: '10.0.0.1/24' });
    expect(r1.stack.interface('lo0' as IfName)).toBe(before);
    r1.configure({ lo0: { at: '1.1.1.1/32', description: 'me' } });
    expect(notices(r1).slice(2)).toEqual(['0 interface e0 down-none', '0 interface lo0 up-up']);
    expect(r1.stack.interface('lo0' as IfName)?.changed).toBe(before?.changed);
    r1.configure({ lo0: { at: '1.1.1.1/32', enabled: false } });
    expect(notices(r1).at(-1)).toBe('0 interface lo0 up-down');
  });
  it('owns the addresses of what is up', () => {
    const lab = new Lab();
    const r1 = lab.node('r1').configure({ e0: '10.0.0.1/24', lo0: '1.1.1.1/32 2.2.2.2/32' });
    const main = r1.stack.interface('lo0' as IfName)!.vrf;
    const owner = (value: number) => r1.stack.owns(main, value as never);
    expect(owner(0x02020202)).toBe('lo0');
    expect(owner(0x0a000001)).toBeUndefined();
    expect(r1.stack.owns('other' as never, 0x02020202 as never)).toBeUndefined();
  });
  it('forgets everything when the power goes, and starts like new', () => {
    const lab = new Lab();
    const [r1, r2] = [lab.node('r1'), lab.node('r2')];
    lab.cable('r1 e0', 'r2 e0');
    r1.configure({ e0: '10.0.0.1/24' });
    r2.configure({ e0: '10.0.0.2/24' });
    lab.run(seconds(1));
    r1.ping('10.0.0.2', { count: undefined });
    r1.ping('10.0.0.77');
    r1.traceroute('10.0.0.77');
    lab.run(seconds(1));
    const said = r1.events.length;
    r1.stack.reset();
    expect(r1.events.length).toBe(said);
    expect(r1.stack.interfaces()).toEqual([]);
    expect(r1.stack.portStates()).toEqual([]);
    expect(r1.stack.arpEntries()).toEqual([]);
    expect(r1.drops()).toEqual({});
    lab.run(seconds(1));
    expect(notices(r2).at(-1)).toBe('2000 interface e0 up-down');
    expect(lab.world.next).toBeUndefined();
    r1.configure({ e0: '10.0.0.1/24' });
    lab.run(seconds(1));
    const lines = r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(5));
    expect(lines.at(-1)).toContain('done 1/1');
  });
});

describe('tags', () => {
  /** r1 with units 10 and 20 and, if told, an untagged one; what r2 has is up to the test. */
  function tagged(untagged: boolean) {
    const lab = new Lab();
    const [r1, r2] = [lab.node('r1'), lab.node('r2')];
    lab.cable('r1 e0', 'r2 e0');
    r1.configure({
      ...(untagged ? { e0: '10.0.0.1/24' } : {}),
      'e0.10': '10.0.10.1/24',
      'e0.20': '10.0.20.1/24',
    });
    r2.configure({ e0: '10.0.0.2/24', 'e0.10': '10.0.10.2/24', 'e0.20': '10.0.20.2/24', 'e0.30': '10.0.30.2/24' });
    lab.run(seconds(1));
    return { lab, r1, r2 };
  }
  it('keep the links apart', () => {
    const { lab, r1, r2 } = tagged(true);
    const results = ['10.0.0.2', '10.0.10.2', '10.0.20.2'].map((to) => r1.ping(to, { count: 1 }));
    lab.run();
    expect(results.map((lines) => lines.at(-1))).toEqual(Array(3).fill('1004 done 1/1 4'));
    const tags = lab.sent
      .map((frame) => ethernet.decode(frame.bytes, undefined))
      .map((read) => (read.ok ? read.value.tag?.vlan : 'malformed'));
    expect(new Set(tags)).toEqual(new Set([undefined, 10, 20]));
    expect(lab.sent.every((frame) => frame.bytes.length >= 60)).toBe(true);
    expect(r2.drops()).toEqual({});
  });
  it('that nobody has are dropped, as are frames without one where all have one', () => {
    const { lab, r1, r2 } = tagged(false);
    r2.ping('10.0.30.1', { count: 1, timeout: seconds(1) });
    r2.ping('10.0.0.1', { count: 1, timeout: seconds(1) });
    lab.run(millis(500));
    expect(r1.drops()).toEqual({ 'unknown vlan': 1, untagged: 1 });
    expect(Object.fromEntries(r1.stack.portStates()[0]!.counters.drops)).toEqual({ 'unknown vlan': 1, untagged: 1 });
  });
  it('of VLAN 0 are no tags', () => {
    const { lab, r1, r2 } = tagged(true);
    r2.ping('10.0.0.1', { count: 1 });
    lab.run(seconds(1));
    const echo = lab.sent.find((frame) => frame.from === 'r2 e0' && frame.bytes[23] === 1)!;
    const read = ethernet.decode(echo.bytes, undefined);
    if (!read.ok) throw new Error('malformed');
    const tag: VlanTag = { vlan: 0, priority: 6, dropEligible: false };
    const before = r1.stack.counters('e0' as IfName).inPackets;
    r1.receive('e0' as PortName, { bytes: ethernet.encode({ ...read.value, tag }, undefined) });
    expect(r1.stack.counters('e0' as IfName).inPackets).toBe(before + 1);
    expect(r1.drops()).toEqual({});
  });
});

describe('counters', () => {
  it('count frames at the port and what they carry at the interface', () => {
    const lab = new Lab();
    const [r1, r2] = [lab.node('r1'), lab.node('r2')];
    lab.cable('r1 e0', 'r2 e0');
    r1.configure({ e0: '10.0.0.1/24' });
    r2.configure({ e0: '10.0.0.2/24' });
    lab.run(seconds(1));
    r1.ping('10.0.0.2', { count: 1, size: 100 });
    lab.run(seconds(1));
    // Out: an ARP request (28 bytes, a frame of 60) and an echo (100, a frame of 114). In: the same, none a broadcast.
    const expected = { inPackets: 2, inBytes: 174, inBroadcasts: 0, outPackets: 2, outBytes: 174 };
    const [port] = r1.stack.portStates();
    expect(port!.counters).toMatchObject(expected);
    expect(port).toMatchObject({ lastInput: millis(1004), lastOutput: millis(1002) });
    // An ARP packet's padding cannot be told from its data: it counts.
    expect(r1.stack.counters('e0' as IfName)).toMatchObject({ ...expected, inBytes: 146, outBytes: 128 });
    expect(r2.stack.counters('e0' as IfName).inBroadcasts).toBe(1);
    r1.stack.clearCounters('e0' as IfName);
    expect(r1.stack.counters('e0' as IfName)).toMatchObject({ inPackets: 0, outBytes: 0 });
    expect(r1.stack.portStates()[0]!.counters).toMatchObject({ inPackets: 0, outBytes: 0 });
  });
  it('of one unit are cleared without those of the port that it shares', () => {
    const lab = new Lab();
    const [r1, r2] = [lab.node('r1'), lab.node('r2')];
    lab.cable('r1 e0', 'r2 e0');
    r1.configure({ e0: '10.0.0.1/24', 'e0.10': '10.0.10.1/24' });
    r2.configure({ e0: '10.0.0.2/24' });
    lab.run(seconds(1));
    r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(1));
    r1.stack.clearCounters('e0' as IfName);
    expect(r1.stack.counters('e0' as IfName).outPackets).toBe(0);
    expect(r1.stack.portStates()[0]!.counters.outPackets).toBe(2);
    r1.stack.clearPortCounters('e0' as PortName);
    expect(r1.stack.portStates()[0]!.counters.outPackets).toBe(0);
    r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(1));
    r1.stack.clearCounters(undefined);
    expect(r1.stack.portStates()[0]!.counters.outPackets).toBe(0);
  });
});
