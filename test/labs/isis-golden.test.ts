// Networks over which FRR computed routes, configured as their owners would: on IOS, and on Junos.

import { describe, expect, it } from 'vitest';
import { ipText } from '../../src/base/ip.ts';
import { MAIN } from '../../src/route/names.ts';
import { LabRoom } from '../harness/lab-room.ts';
import isis8 from '../protocols/isis/golden/isis8.json' with { type: 'json' };
import isis8l2 from '../protocols/isis/golden/isis8-l2.json' with { type: 'json' };

interface Golden {
  readonly routers: Readonly<
    Record<string, { readonly net: string; readonly type: string; readonly loopback: string }>
  >;
  /** `r1 eth0 10.64.0.1/30 - r2 eth0 10.64.0.2/30 metric 10` */
  readonly links: readonly string[];
  readonly routes: Readonly<Record<string, readonly string[]>>;
}
type Os = 'ios' | 'junos';

interface Port {
  readonly name: string;
  readonly address: string;
  readonly metric: string;
}

const PORTS: Readonly<Record<Os, (eth: string) => string>> = {
  ios: (eth) => `GigabitEthernet0/${eth.slice(3)}`,
  junos: (eth) => `ge-0/0/${eth.slice(3)}`,
};

function iosConfig(name: string, { net, type, loopback }: Golden['routers'][string], ports: readonly Port[]): string {
  const faces = ports.map(
    (port) => `interface ${port.name}
 ip address ${port.address.split('/')[0]} 255.255.255.252
 ip router isis
 isis network point-to-point
 isis metric ${port.metric}
 no shutdown
!`,
  );
  return `hostname ${name}
interface Loopback0
 ip address ${loopback.split('/')[0]} 255.255.255.255
 ip router isis
!
${faces.join('\n')}
router isis
 net ${net}
 is-type ${type}
 metric-style wide
end
`;
}

function junosConfig(name: string, { net, type, loopback }: Golden['routers'][string], ports: readonly Port[]): string {
  const off = { 'level-1': 2, 'level-2-only': 1, 'level-1-2': undefined }[type];
  const both = (metric: string): readonly string[] => [`level 1 metric ${metric}`, `level 2 metric ${metric}`];
  const lines = ports.flatMap(({ name: port, address, metric }) => [
    `interfaces ${port} unit 0 family inet address ${address}`,
    `interfaces ${port} unit 0 family iso`,
    `protocols isis interface ${port}.0 point-to-point`,
    ...both(metric).map((one) => `protocols isis interface ${port}.0 ${one}`),
  ]);
  return [
    `system host-name ${name}`,
    'system root-authentication encrypted-password "$6$labsroot$s/qGem"',
    ...lines,
    `interfaces lo0 unit 0 family inet address ${loopback}`,
    `interfaces lo0 unit 0 family iso address ${net}`,
    // A loopback of FRR counts 10.
    ...both('10').map((one) => `protocols isis interface lo0.0 ${one}`),
    ...[1, 2].map((level) => `protocols isis level ${level} wide-metrics-only`),
    ...(off === undefined ? [] : [`protocols isis level ${off} disable`]),
  ]
    .map((line) => `set ${line}\n`)
    .join('');
}

const CONFIGS = { ios: iosConfig, junos: junosConfig } as const;

async function build(golden: Golden, os: Os): Promise<LabRoom> {
  const ports = new Map<string, Port[]>(Object.keys(golden.routers).map((name) => [name, []]));
  const links = golden.links.map((link) => {
    const words = link.split(' ');
    const [a, onA, atA] = words as [string, string, string];
    const [b, onB, atB, , metric] = words.slice(4) as [string, string, string, string, string];
    ports.get(a)?.push({ name: PORTS[os](onA), address: atA, metric });
    ports.get(b)?.push({ name: PORTS[os](onB), address: atB, metric });
    return { ends: [`${a}:${PORTS[os](onA)}`, `${b}:${PORTS[os](onB)}`] };
  });
  const devices = Object.keys(golden.routers).map((name) => ({ name, os }));
  const starts = Object.entries(golden.routers).map(([name, router]) => [
    `labs/net/start/${name}.${os}`,
    CONFIGS[os](name, router, ports.get(name) ?? []),
  ]);
  const lab = { title: 'A network', summary: 'Of FRR.', minutes: 1, devices, links };
  return LabRoom.made('net', { 'labs/net/lab.json': lab, ...Object.fromEntries(starts) });
}

/** `10.64.0.8/30 20 10.64.0.2`: prefix, metric, gateways. */
function routesOf(room: LabRoom, name: string): readonly string[] {
  const rows = room.router(name).ask('routes', { vrf: MAIN }) ?? [];
  return rows
    .flatMap(({ prefix, routes }) =>
      routes.flatMap(({ active, candidate: { route } }) => {
        if (!active || !route.kind.startsWith('isis')) return [];
        const ways = route.nexthops.flatMap((hop) =>
          'gateway' in hop && hop.gateway !== undefined ? [ipText(hop.gateway)] : [],
        );
        return [`${prefix.text} ${route.metric} ${ways.sort().join(' ')}`];
      }),
    )
    .sort();
}
const withoutPorts = (lines: readonly string[]): readonly string[] =>
  lines
    .map((line) => {
      const [prefix, metric, ...ways] = line.replaceAll(/ eth\d,?/g, '').split(' ');
      return `${prefix} ${metric} ${ways.sort().join(' ')}`;
    })
    .sort();

describe.each(['ios', 'junos'] as const)('routes of FRR 8.4.4, on %s', (os) => {
  it('a ring with chords at level 2', async () => {
    const room = await build(isis8l2, os);
    for (const [name, routes] of Object.entries((isis8l2 as Golden).routes))
      expect([name, routesOf(room, name)]).toEqual([name, withoutPorts(routes)]);
  });

  it('two areas, levels 1 and 2', async () => {
    const room = await build(isis8, os);
    // FRR 8.4.4 does not tell level 2 what level 1 knows. RFC 1195 §3.2 wants it: these are known beyond the area, too.
    const beyond = ['10.255.0.1/32', '10.255.0.2/32', '10.64.0.0/30'];
    for (const [name, routes] of Object.entries((isis8 as Golden).routes)) {
      const told = new Set(routes.map((line) => line.split(' ')[0]));
      const more = (line: string): boolean =>
        beyond.includes(line.split(' ')[0] as string) && !told.has(line.split(' ')[0]);
      const ours = routesOf(room, name);
      expect([name, ours.filter((line) => !more(line))]).toEqual([name, withoutPorts(routes)]);
      if (['r5', 'r6', 'r7', 'r8'].includes(name)) expect(ours.filter(more)).toHaveLength(beyond.length);
    }
  });
});
