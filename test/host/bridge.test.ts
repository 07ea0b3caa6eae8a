// A link of the lab and a stranger over UDP, on 127.0.0.1, at the pace of the clock.

import { createSocket } from 'node:dgram';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Bridge } from '../../src/host/bridge.ts';
import { BridgedLab, oneRouter, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import { UdpHost } from '../harness/udp-host.ts';

async function meet(os: 'ios' | 'junos'): Promise<{ readonly host: UdpHost; readonly lab: BridgedLab }> {
  const host = await UdpHost.begin(STRANGER);
  onTestFinished(() => host.close());
  const lab = await BridgedLab.open(oneRouter(os), 'out', host.port);
  onTestFinished(() => lab.close());
  host.joins(lab.bridge.local.port);
  return { host, lab };
}
const frames = (lab: BridgedLab): number => lab.play.inputs.filter((input) => input.kind === 'frame').length;

describe('a stranger behind the bridge', () => {
  it('reaches an IOS router, and is reached by it', async () => {
    const { host, lab } = await meet('ios');
    for (const size of [0, 56, 1472]) await host.ping(ROUTER, size);
    // It asked for the router first: its own address is known from that (RFC 826), and no ping is lost.
    expect(await lab.type('R1', `ping ${STRANGER}`)).toMatch(/^!!!!!$[\s\S]*Success rate is 100 percent \(5\/5\)/m);
    expect(await lab.type('R1', 'show arp')).toMatch(
      /^Internet {2}10\.77\.0\.2 +0 {3}02fe\.ed00\.0001 {2}ARPA {3}GigabitEthernet0\/0$/m,
    );
  });

  it('reaches a Junos router, and is reached by it', async () => {
    const { host, lab } = await meet('junos');
    await host.ping(ROUTER);
    expect(await lab.type('R1', `ping ${STRANGER} rapid count 5`)).toContain(
      '5 packets transmitted, 5 packets received, 0% packet loss',
    );
    expect(await lab.type('R1', 'show arp no-resolve')).toMatch(/^02:fe:ed:00:00:01 10\.77\.0\.2 +ge-0\/0\/0\.0 /m);
  });

  it('may come later: nobody there is no fault', async () => {
    const { host, lab } = await meet('ios');
    const { port } = host;
    await host.close();
    await lab.type('R1', `ping ${STRANGER} repeat 1 timeout 1`);
    expect(lab.bridge.counts.out).toBeGreaterThan(0);
    const late = createSocket('udp4');
    await new Promise<void>((resolve) => late.bind(port, '127.0.0.1', resolve));
    const heard = new Promise<Buffer>((resolve) => late.once('message', resolve));
    void lab.type('R1', `ping ${STRANGER} repeat 1 timeout 1`);
    expect((await heard).subarray(12, 14).toString('hex')).toBe('0806');
    await new Promise<void>((resolve) => late.close(() => resolve()));
  });

  it('is not needed when the save is opened again: the same run, frame by frame', async () => {
    const { host, lab } = await meet('ios');
    await host.ping(ROUTER);
    await lab.type('R1', `ping ${STRANGER}`);
    // ARP request, echo request; ARP reply if the router asked too; five echo replies.
    expect(frames(lab)).toBeGreaterThanOrEqual(7);
    const heard = host.heard.length;
    const again = await lab.reopened();
    expect([again.how, again.words]).toEqual(['exact', []]);
    expect(again.play.fingerprint).toBe(lab.play.fingerprint);
    expect(again.play.inputs).toEqual(lab.play.inputs);
    expect(host.heard.length).toBe(heard);
  });
});

describe('what is no frame of the stranger', () => {
  it('is counted by its reason, and is no input', async () => {
    const { host, lab } = await meet('ios');
    await host.ping(ROUTER);
    const before = frames(lab);
    await host.send(Buffer.alloc(0));
    await host.send(Buffer.alloc(13));
    await host.send(Buffer.alloc(9_239));
    const other = createSocket('udp4');
    await new Promise<void>((resolve) =>
      other.send(Buffer.alloc(60), lab.bridge.local.port, '127.0.0.1', () => resolve()),
    );
    other.close();
    lab.pacer.do({ kind: 'link', link: 'out', up: false });
    await host.send(Buffer.alloc(60));
    const { counts } = lab.bridge;
    await lab.until(() => counts.cut === 1);
    expect(counts).toMatchObject({ short: 2, long: 1, foreign: 1, cut: 1, in: before });
    expect(frames(lab)).toBe(before);
    // Nothing passes a cable that is out; plugged in again, it does.
    lab.pacer.do({ kind: 'link', link: 'out', up: true });
    await host.send(Buffer.alloc(9_238, 0xff));
    await host.ping(ROUTER);
    expect(frames(lab)).toBe(before + 2);
  });
});

it('a bridge to another machine listens everywhere, others on this machine only', async () => {
  const bound = async (remoteHost: string): Promise<string> => {
    const bridge = await Bridge.bind({ link: 'x', localPort: 0, remoteHost, remotePort: 9 });
    if (!bridge.ok) return bridge.error;
    const { address } = bridge.value.local;
    await bridge.value.close();
    return address;
  };
  expect(await bound('127.0.0.1')).toBe('127.0.0.1');
  expect(await bound('192.0.2.1')).toBe('0.0.0.0');
});
