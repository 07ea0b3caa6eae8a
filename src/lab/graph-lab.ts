// A graph as a lab: every router's configuration in the words of its system, and the cables.
// Source of the words: Cisco IOS IP Routing: IS-IS Command Reference; Junos OS IS-IS User Guide.

import { ip4Text } from '../base/ip.ts';
import { must, present } from '../base/must.ts';
import { maskOf, parseIpWithLength } from '../base/prefix.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Model, Os } from '../os/os.ts';
import { micros } from '../sim/time.ts';
import type { Graph, GraphRouter } from './graph.ts';
import type { Lab } from './lab.ts';

export type Profile = 'fast' | 'default';

interface Face {
  readonly port: string;
  readonly address: string;
  readonly cost: number;
}

/** A vendor's words for a router of a graph. */
interface Dialect {
  /** What a loopback costs at its owner when nobody says so. */
  readonly loopbackCost: number;
  /** The configuration; `number` counts routers from 1. */
  write(router: GraphRouter, faces: readonly Face[], number: number, profile: Profile): readonly string[];
}

const netOf = (number: number): string => `49.0001.0000.0000.${String(number).padStart(4, '0')}.00`;

function iosAddress(text: string): string {
  const { address, length } = present(parseIpWithLength(text), 'an address that was read');
  must(typeof address === 'number', 'IPv4');
  return ` ip address ${ip4Text(address)} ${ip4Text(maskOf(length))}`;
}

const IOS: Dialect = {
  // "isis metric": 10, of a loopback too.
  loopbackCost: 10,
  write: (router, faces, number, profile) => [
    `hostname ${router.name}`,
    'interface Loopback0',
    iosAddress(router.loopback),
    ' ip router isis',
    ...faces.flatMap(({ port, address, cost }) => [
      `interface ${port}`,
      iosAddress(address),
      ' ip router isis',
      ' isis network point-to-point',
      ` isis metric ${cost}`,
      ...(profile === 'fast' ? [' isis hello-interval 1', ' isis hello-multiplier 4'] : []),
      ' no shutdown',
    ]),
    'router isis',
    ` net ${netOf(number)}`,
    ' is-type level-2-only',
    ' metric-style wide',
    ...(profile === 'fast' ? [' spf-interval 1 10 50', ' prc-interval 1 10 50', ' lsp-gen-interval 1 10 50'] : []),
    'end',
  ],
};

const JUNOS: Dialect = {
  // `metric 0` of lo0.0, always passive.
  loopbackCost: 0,
  write: (router, faces, number, profile) => [
    `set system host-name ${router.name}`,
    'set system root-authentication encrypted-password "$6$labelstack$none"',
    `set interfaces lo0 unit 0 family inet address ${router.loopback}`,
    `set interfaces lo0 unit 0 family iso address ${netOf(number)}`,
    'set protocols isis interface lo0.0',
    'set protocols isis level 1 disable',
    'set protocols isis level 2 wide-metrics-only',
    ...faces.flatMap(({ port, address, cost }) => [
      `set interfaces ${port} unit 0 family inet address ${address}`,
      `set interfaces ${port} unit 0 family iso`,
      `set protocols isis interface ${port}.0 point-to-point`,
      `set protocols isis interface ${port}.0 level 2 metric ${cost}`,
      ...(profile === 'fast'
        ? [
            `set protocols isis interface ${port}.0 level 2 hello-interval 1`,
            `set protocols isis interface ${port}.0 level 2 hold-time 4`,
          ]
        : []),
    ]),
    ...(profile === 'fast' ? ['set protocols isis spf-options delay 50'] : []),
  ],
};

export const DIALECTS: Readonly<Record<string, Dialect>> = { ios: IOS, junos: JUNOS };

/** Ports of a model that take a cable of the network. */
const networkPorts = (model: Model): readonly string[] => model.ports.filter((port) => !/^(?:fxp|em)\d/.test(port));

export interface GraphLab {
  readonly lab: Lab;
  /** Of the link that is cut. */
  readonly firstLink: string;
  readonly loopbackCost: number;
}

/** The lab of a graph: interfaces become the ports of the smallest model that has enough of them, in their order. */
export function graphLab(graph: Graph, os: Os, system: string, profile: Profile): Result<GraphLab, string> {
  const dialect = present(DIALECTS[system], 'a system that was checked');
  const most = Math.max(...graph.routers.map((router) => router.interfaces.size));
  const model = os.models.find((one) => networkPorts(one).length >= most);
  if (!model) return err(`a router of the graph has ${most} interfaces; no model of ${system} has as many ports`);
  const ports = networkPorts(model);
  const portOf = (router: GraphRouter, name: string): string =>
    present(ports[[...router.interfaces.keys()].indexOf(name)], 'a port');
  const byName = new Map(graph.routers.map((router) => [router.name, router]));
  const costs = new Map(
    graph.links.flatMap(({ ends, cost }) => ends.map((end) => [`${end.router} ${end.interface}`, cost] as const)),
  );
  const links = graph.links.map(({ ends }, i) => ({
    id: `link-${i + 1}`,
    kind: 'cable' as const,
    ends: ends.map((end) => ({
      device: end.router,
      port: portOf(present(byName.get(end.router), 'a router'), end.interface),
    })),
    delay: micros(500),
  }));
  const start = graph.routers.map((router, i) => {
    const faces = [...router.interfaces].map(([name, address]) => {
      const cost = costs.get(`${router.name} ${name}`) ?? 10;
      return { port: portOf(router, name), address, cost };
    });
    const text = `${dialect.write(router, faces, i + 1, profile).join('\n')}\n`;
    return [router.name, [{ file: `configuration of ${router.name}`, text }]] as const;
  });
  const devices = graph.routers.map(({ name }) => ({
    name,
    os: system,
    model: model.name,
    at: undefined,
    login: undefined,
  }));
  const lab: Lab = {
    id: 'bench',
    title: 'A graph of routers',
    summary: '',
    minutes: 0,
    // 1 March 2026.
    epoch: 1_772_323_200_000_000,
    seed: 1,
    devices,
    links,
    tasks: [],
    start: Object.fromEntries(start),
    solution: {},
    proof: undefined,
    guide: '',
    digest: '',
  };
  return ok({ lab, firstLink: 'link-1', loopbackCost: dialect.loopbackCost });
}
