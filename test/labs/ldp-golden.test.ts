// A row of routers whose labels FRR chose, configured as its owner would: on IOS, and on Junos.

import { describe, expect, it } from 'vitest';
import { ip4Text, ipText, parseIp4 } from '../../src/base/ip.ts';
import { present } from '../../src/base/must.ts';
import type { Label } from '../../src/route/label.ts';
import { MAIN } from '../../src/route/names.ts';
import { LabRoom } from '../harness/lab-room.ts';
import golden from '../protocols/ldp/golden/ldp4.json' with { type: 'json' };

type Os = 'ios' | 'junos';
type Name = keyof typeof golden.told;

/** FRR puts lo into its IGP at no cost, and tells labels for all its routes. */
const HEADS: Readonly<Record<Os, (name: string, number: number) => string>> = {
  ios: (name, number) => `hostname ${name}
interface Loopback0
 ip address 10.255.0.${number} 255.255.255.255
!
router isis
 net 49.0001.0000.0000.000${number}.00
 is-type level-2-only
 metric-style wide
 passive-interface Loopback0
!
mpls ldp router-id Loopback0 force
`,
  junos: (name, number) => `set system host-name ${name}
set system root-authentication encrypted-password "$6$labsroot$s/qGem"
set interfaces lo0 unit 0 family inet address 10.255.0.${number}/32
set interfaces lo0 unit 0 family iso address 49.0001.0000.0000.000${number}.00
set protocols isis interface lo0.0 passive
set protocols isis level 1 disable
set protocols isis level 2 wide-metrics-only
set protocols ldp track-igp-metric
set protocols ldp egress-policy MINE
set policy-options policy-statement MINE term 1 from protocol direct
set policy-options policy-statement MINE term 1 then accept
`,
};
const PORT = { ios: 'GigabitEthernet0/', junos: 'ge-0/0/' } as const;
const FACES: Readonly<Record<Os, (port: string, address: string) => string>> = {
  ios: (port, address) => `interface ${port}
 ip address ${address} 255.255.255.252
 ip router isis
 isis network point-to-point
 isis metric 10
 mpls ip
 no shutdown
!
`,
  junos: (port, address) => `set interfaces ${port} unit 0 family inet address ${address}/30
set interfaces ${port} unit 0 family iso
set interfaces ${port} unit 0 family mpls
set protocols isis interface ${port}.0 point-to-point
set protocols ldp interface ${port}.0
set protocols mpls interface ${port}.0
`,
};

function build(os: Os): Promise<LabRoom> {
  const names = Object.keys(golden.told);
  const used = new Map<string, number>();
  const configs = new Map(names.map((name, i) => [name, HEADS[os](name, i + 1)]));
  const plug = (name: string, address: string): string => {
    const number = used.get(name) ?? 0;
    used.set(name, number + 1);
    const port = `${PORT[os]}${number}`;
    configs.set(name, configs.get(name) + FACES[os](port, address.split('/')[0] as string));
    return `${name}:${port}`;
  };
  const links = golden.links.map((link) => {
    const [a, atA, , b, atB] = link.split(' ') as [string, string, string, string, string];
    return { ends: [plug(a, atA), plug(b, atB)] };
  });
  const starts = [...configs].map(([name, text]) => [`labs/net/start/${name}.${os}`, text]);
  const lab = { title: 'A row', summary: 'Of FRR.', minutes: 1, devices: names.map((name) => ({ name, os })), links };
  return LabRoom.made('net', { 'labs/net/lab.json': lab, ...Object.fromEntries(starts) });
}

/** What a router tells its peers: `10.64.0.0/30 null`, or a label. */
function told(room: LabRoom, name: string): ReadonlyMap<string, string> {
  const rows = room.router(name).ask('ldp.bindings', { vrf: MAIN });
  return new Map(rows.flatMap(({ prefix, local }) => (local === undefined ? [] : [[prefix.text, `${local}`]])));
}
/** The numbers are each router's own affair; whether there is one is not. */
const kindOf = (label: string): string => (label === 'null' ? 'null' : 'label');
const owner = (room: LabRoom, address: string): string =>
  present(
    room.lab.devices.find(({ name }) =>
      room
        .router(name)
        .ask('interfaces', {})
        .some((row) => row.interface.addresses.some((one) => ipText(one.address) === address)),
    ),
    address,
  ).name;

interface Labelled {
  readonly line: string;
  readonly gateway: string;
  readonly push: readonly Label[];
}
/** Ways of IS-IS into prefixes of the row, and what is put on packets there. */
function labelled(room: LabRoom, name: string, os: Os): readonly Labelled[] {
  const router = room.router(name);
  const rows = router.ask('routes', { vrf: MAIN, table: os === 'ios' ? 'unicast' : 'labeled' }) ?? [];
  return rows.flatMap(({ prefix, routes }) =>
    routes.flatMap(({ active, candidate: { route }, paths }) => {
      if (!active || !(os === 'ios' ? route.kind.startsWith('isis') : route.kind === 'ldp')) return [];
      const [first] = os === 'ios' ? forwarded(room, name, prefix.text) : paths;
      if (!first) return [];
      const gateway = ipText(present(first.gateway, 'a gateway'));
      return [{ line: `${prefix.text} ${route.metric} ${gateway}`, gateway, push: first.push }];
    }),
  );
}
function forwarded(room: LabRoom, name: string, prefix: string) {
  const to = present(parseIp4(prefix.split('/')[0] as string), prefix);
  const verdict = room.router(name).ask('lookup', { vrf: MAIN, to })?.verdict;
  return verdict?.kind === 'forward' ? verdict.paths : [];
}

describe.each(['ios', 'junos'] as const)('labels of FRR 8.4.4, on %s', (os) => {
  it('the same prefixes have a label, the same are told with implicit null', async () => {
    const room = await build(os);
    for (const [name, lines] of Object.entries(golden.told)) {
      const ours = told(room, name);
      const wanted = new Map(lines.map((line) => line.split(' ') as [string, string]));
      const kinds = (all: ReadonlyMap<string, string>) => [...all].map(([prefix, label]) => [prefix, kindOf(label)]);
      expect([name, Object.fromEntries(kinds(ours))]).toEqual([name, Object.fromEntries(kinds(wanted))]);
      const numbers = [...ours.values()].filter((label) => label !== 'null');
      expect(new Set(numbers).size).toBe(numbers.length);
      // Every neighbour has heard exactly that.
      for (const peer of room.lab.devices.map((device) => device.name as Name)) {
        const heard = room
          .router(peer)
          .ask('ldp.bindings', { vrf: MAIN })
          .flatMap(({ prefix, remote }) =>
            remote
              .filter(({ lsr }) => `${ip4Text(lsr.id)}/32` === golden.loopbacks[name as Name])
              .map(({ label }) => `${prefix.text} ${label === 3 ? 'null' : label}`),
          );
        if (heard.length > 0) expect(heard).toEqual([...ours].map(([prefix, label]) => `${prefix} ${label}`));
      }
    }
  });

  it('packets get the label that the next hop told, and no label on the last link', async () => {
    const room = await build(os);
    for (const [name, lines] of Object.entries(golden.routes)) {
      const ours = labelled(room, name, os);
      expect([name, ours.map(({ line }) => line).sort()]).toEqual([
        name,
        lines.map((line) => line.split(' ').slice(0, 3).join(' ')).sort(),
      ]);
      for (const { line, gateway, push } of ours) {
        const prefix = line.split(' ')[0] as string;
        const label = told(room, owner(room, gateway)).get(prefix);
        const theirs = present(
          lines.find((one) => one.startsWith(`${prefix} `)),
          prefix,
        ).split(' ')[3] as string;
        expect([line, push.length]).toEqual([line, theirs === 'null' ? 0 : 1]);
        expect([line, `${push[0] ?? 'null'}`]).toEqual([line, label]);
      }
    }
  });

  it('a label that comes in goes out as the next hop wants it', async () => {
    const room = await build(os);
    for (const [name, lines] of Object.entries(golden.routes)) {
      const router = room.router(name);
      for (const [prefix, label] of told(room, name)) {
        if (label === 'null') continue;
        const verdict = router.ask('lfib', { label: Number(label) as Label })[0]?.entry.verdict;
        const [path] = verdict?.kind === 'forward' ? verdict.paths : [];
        const [, , gateway, theirs] = present(
          lines.find((one) => one.startsWith(`${prefix} `)),
          prefix,
        ).split(' ');
        expect([name, prefix, path?.gateway && ipText(path.gateway)]).toEqual([name, prefix, gateway]);
        const out = told(room, owner(room, gateway as string)).get(prefix);
        expect([name, prefix, `${path?.push[0] ?? 'null'}`]).toEqual([name, prefix, out]);
        expect([name, prefix, kindOf(out as string)]).toEqual([name, prefix, kindOf(theirs as string)]);
      }
    }
  });
});
