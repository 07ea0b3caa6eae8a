// Three routers, configured as people configure them: labels from end to end.

import { describe, expect, it } from 'vitest';
import { ip4Text } from '../../../src/base/ip.ts';
import { present } from '../../../src/base/must.ts';
import { Device } from '../../../src/device/device.ts';
import type { TraceReport } from '../../../src/net/operations.ts';
import { PERSONALITY } from '../../../src/os/ios/personality.ts';
import { MAIN } from '../../../src/route/names.ts';
import type { NodeId, PortName } from '../../../src/sim/node.ts';
import { micros, plus, seconds } from '../../../src/sim/time.ts';
import { World } from '../../../src/sim/world.ts';
import { ip } from '../../harness/routes.ts';
import { compiled } from './compiled.ts';
import { configured, IOS } from './console.ts';

/** Addresses and statements in the manner of the IOS routers of Batfish's network cisco_xr_ios_vpnv4. */
const text = (n: number, ...more: readonly string[]): string =>
  [
    `hostname R${n}`,
    'mpls label protocol ldp',
    `mpls label range ${n}00 ${n}99`,
    'interface Loopback0',
    ` ip address 10.254.1.${n} 255.255.255.255`,
    'interface GigabitEthernet0/0',
    ` ip address 10.1.${n - 1}.2 255.255.255.252`,
    ' no shutdown',
    ' mpls ip',
    'interface GigabitEthernet0/1',
    ` ip address 10.1.${n}.1 255.255.255.252`,
    ' no shutdown',
    ' mpls ip',
    'mpls ldp router-id Loopback0 force',
    ...more,
  ].join('\n');

const route = (n: number, gateway: string): string => `ip route 10.254.1.${n} 255.255.255.255 ${gateway}`;
const TEXTS = [
  text(1, route(2, '10.1.1.2'), route(3, '10.1.1.2'), 'ip route 10.1.2.0 255.255.255.252 10.1.1.2'),
  text(2, route(1, '10.1.1.1'), route(3, '10.1.2.2')),
  text(3, route(1, '10.1.2.1'), route(2, '10.1.2.1'), 'ip route 10.1.1.0 255.255.255.252 10.1.2.1'),
];

class Core {
  readonly world = new World(1);
  readonly devices: readonly Device[];

  constructor(texts: readonly string[] = TEXTS) {
    this.devices = texts.map((_, i) => {
      const id = `R${i + 1}` as NodeId;
      const device = new Device({ id, world: this.world, personality: PERSONALITY, report: () => {} });
      this.world.addNode(device);
      return device;
    });
    for (let i = 1; i < texts.length; i++)
      this.world.addLink({
        id: `l${i}`,
        ports: [
          { node: `R${i}` as NodeId, port: 'GigabitEthernet0/1' as PortName },
          { node: `R${i + 1}` as NodeId, port: 'GigabitEthernet0/0' as PortName },
        ],
        delay: micros(500),
      });
    for (const [i, one] of texts.entries()) this.device(i + 1).apply(compiled(one));
    this.run(60);
  }

  device(n: number): Device {
    return present(this.devices[n - 1], `R${n}`);
  }
  run(span: number): this {
    this.world.runUntil(plus(this.world.now, seconds(span)));
    return this;
  }
  neighbors(n: number): readonly string[] {
    return this.device(n)
      .ask('ldp.neighbors', { vrf: MAIN })
      .map(({ lsr, state }) => `${ip4Text(lsr.id)} ${state}`);
  }
  trace(n: number, to: string): readonly string[] {
    const lines: string[] = [];
    const hear = (report: TraceReport): void => {
      if (report.kind === 'answer')
        lines.push(`${ip4Text(report.from)} ${report.labels.map(({ label }) => label).join(' ')}`.trim());
    };
    const from = ip(`10.254.1.${n}`);
    const spec = {
      vrf: MAIN,
      to: ip(to),
      from,
      probes: 1,
      timeout: seconds(2),
      firstTtl: 1,
      maxTtl: 5,
      port: 33434,
      size: 60,
    };
    this.device(n).traceroute(spec, hear);
    this.run(20);
    return lines;
  }
}

describe('a core of IOS routers', () => {
  it('comes up by itself, with router IDs from the loopbacks and labels from their ranges', () => {
    const core = new Core();
    expect(core.neighbors(2)).toEqual(['10.254.1.1 operational', '10.254.1.3 operational']);
    const labels = core
      .device(2)
      .ask('lfib', {})
      .map(({ entry }) => Number(entry.label));
    expect(labels).toEqual([200, 201]);
    expect(core.trace(1, '10.254.1.3')).toEqual(['10.1.1.2 201', '10.1.2.2']);
  });

  it('hides itself from traceroute where TTLs are not propagated', () => {
    const core = new Core(TEXTS.map((one) => `${one}\nno mpls ip propagate-ttl`));
    expect(core.trace(1, '10.254.1.3')).toEqual(['10.1.2.2']);
  });

  it('loses its labels with `no mpls ip`, and packets still arrive', () => {
    const core = new Core();
    core.device(2).apply(compiled(`${TEXTS[1]}\nno mpls ip`));
    core.run(20);
    expect(core.neighbors(1)).toEqual([]);
    expect(core.device(2).ask('lfib', {})).toEqual([]);
    expect(core.trace(1, '10.254.1.3')).toEqual(['10.1.1.2', '10.1.2.2']);
  });

  it('signs its sessions where passwords agree', () => {
    const key = (n: number, secret: string) =>
      `${TEXTS[n - 1]}\nmpls ldp neighbor 10.254.1.${3 - n} password ${secret}`;
    expect(new Core([key(1, 'one'), key(2, 'one')]).neighbors(1)).toEqual(['10.254.1.2 operational']);
    expect(new Core([key(1, 'one'), key(2, 'two')]).neighbors(1)).not.toEqual(['10.254.1.2 operational']);
  });

  it('watches static routes with BFD', () => {
    const watched = (n: number, gateway: string, port: number) =>
      `${TEXTS[n - 1]}\ninterface GigabitEthernet0/${port}\n bfd interval 100 min_rx 100 multiplier 3\nip route 99.0.0.0 255.0.0.0 GigabitEthernet0/${port} ${gateway}\nip route static bfd GigabitEthernet0/${port} ${gateway}`;
    const core = new Core([watched(1, '10.1.1.2', 1), watched(2, '10.1.1.1', 0)]);
    expect(core.device(1).ask('bfd.sessions', {})).toMatchObject([{ state: 'up', transmitInterval: 100_000 }]);
    expect(core.device(1).ask('lookup', { vrf: MAIN, to: ip('99.1.1.1') })?.prefix.text).toBe('99.0.0.0/8');
    core.device(2).powerOff();
    core.run(1);
    expect(core.device(1).ask('lookup', { vrf: MAIN, to: ip('99.1.1.1') })).toBeUndefined();
  });
});

describe('the running configuration', () => {
  // Order: captures of IOS routers with LDP (Batfish, cisco_xr_ios_vpnv4): the protocol above, the router ID near the end,
  // `mpls ip` behind the hardware of a port.
  it('has its labels where IOS prints them', () => {
    const lines = IOS.print(
      configured(text(1, 'interface GigabitEthernet0/0', ' bfd interval 50 min_rx 50 multiplier 3')),
    );
    const at = (line: string): number => lines.indexOf(line);
    expect(at('mpls label protocol ldp')).toBeLessThan(at('interface Loopback0'));
    expect(at('mpls ldp router-id Loopback0 force')).toBeGreaterThan(at('ip forward-protocol nd'));
    expect(at('mpls ldp router-id Loopback0 force')).toBeLessThan(at('control-plane'));
    const port = lines.slice(at('interface GigabitEthernet0/0'), at('interface GigabitEthernet0/1'));
    expect(port.slice(-4)).toEqual([' media-type rj45', ' mpls ip', ' bfd interval 50 min_rx 50 multiplier 3', '!']);
  });
});
