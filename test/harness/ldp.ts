// LDP as each of the two vendors would be told to run it by a short configuration, and lines of what it knows.

import { ip4Text } from '../../src/base/ip.ts';
import type { PrefixList } from '../../src/policy/prefix-list.ts';
import type { LabelFilter, LdpConfig } from '../../src/protocols/ldp/config.ts';
import { EVERYTHING, NOTHING } from '../../src/protocols/ldp/config.ts';
import type { IfName } from '../../src/route/names.ts';
import { MAIN } from '../../src/route/names.ts';
import { type Micros, seconds } from '../../src/sim/time.ts';
import { ip, p } from './routes.ts';
import type { Topology } from './topology.ts';

export interface LdpSpec extends Partial<Omit<LdpConfig, 'interfaces' | 'targeted' | 'labels' | 'routes' | 'session'>> {
  readonly on: readonly string[];
  readonly id: string;
  readonly targets?: readonly string[];
  readonly acceptTargets?: LdpConfig['targeted']['accept'];
  readonly labels?: Partial<LdpConfig['labels']>;
  readonly routes?: Partial<LdpConfig['routes']>;
  readonly session?: Partial<LdpConfig['session']>;
  readonly syncDelay?: Micros;
  readonly hello?: LdpConfig['interfaces'][IfName]['hello'];
}

const KINDS = ['connected', 'static', 'isis.l1', 'isis.l2', 'ospf.intra'] as const;

/** Independent control, a label for every route, imposed on the route itself. */
export const likeIos = ({ on, id, ...more }: LdpSpec): LdpConfig => ({
  ...common({ on, id, ...more }),
  labels: {
    kinds: KINDS,
    allocate: EVERYTHING,
    control: 'independent',
    egress: EVERYTHING,
    advertise: EVERYTHING,
    accept: EVERYTHING,
    explicitNull: NOTHING,
    withdrawDelay: seconds(0),
    ...more.labels,
  },
  routes: { impose: true, tables: [], trackIgpMetric: false, ...more.routes },
});

/** Ordered control, the own loopback and what was learned, routes in a table of their own. */
export const likeJunos = ({ on, id, ...more }: LdpSpec): LdpConfig => ({
  ...common({ on, id, ...more }),
  labels: {
    kinds: KINDS,
    allocate: EVERYTHING,
    control: 'ordered',
    egress: 'router-id',
    advertise: EVERYTHING,
    accept: EVERYTHING,
    explicitNull: NOTHING,
    withdrawDelay: seconds(0),
    ...more.labels,
  },
  routes: { impose: false, tables: ['labeled'], trackIgpMetric: false, ...more.routes },
});

function common({ on, id, ...more }: LdpSpec): Omit<LdpConfig, 'labels' | 'routes'> {
  const hello = more.hello ?? { interval: seconds(5), hold: seconds(15) };
  const link = { hello, transport: undefined, syncDelay: more.syncDelay };
  return {
    routerId: ip(id),
    transport: more.transport ?? 'router-id',
    interfaces: Object.fromEntries(on.map((name) => [name, link])),
    targeted: {
      peers: (more.targets ?? []).map(ip),
      hello: { interval: seconds(10), hold: seconds(45) },
      accept: more.acceptTargets ?? 'configured',
    },
    session: {
      hold: seconds(180),
      keepalive: seconds(60),
      backoff: { initial: seconds(15), maximum: seconds(120) },
      connectRetry: seconds(5),
      ...more.session,
    },
    authentication: more.authentication ?? { byPeer: {}, rules: [], required: undefined },
  };
}

/** `2.2.2.2 operational`, in the order of LSR IDs. */
export const neighbors = (net: Topology, name: string): readonly string[] =>
  net
    .device(name)
    .ask('ldp.neighbors', { vrf: MAIN })
    .map(({ lsr, state }) => `${ip4Text(lsr.id)} ${state}`);

/** `4.4.4.4/32 local 17 from 3.3.3.3 18*`: the star marks labels in use. */
export const bindings = (net: Topology, name: string): readonly string[] =>
  net
    .device(name)
    .ask('ldp.bindings', { vrf: MAIN })
    .map(({ prefix, local, remote }) => {
      const from = remote.map(
        ({ lsr, label, inUse, filtered }) =>
          ` ${ip4Text(lsr.id)} ${label}${inUse ? '*' : ''}${filtered ? ' filtered' : ''}`,
      );
      return `${prefix.text} local ${local ?? 'none'}${from.length > 0 ? ` from${from.join(',')}` : ''}`;
    });

/** `17 > 3.3.3.3 push 18 (5/540)`: every label, where it leads, what went there. */
export const labels = (net: Topology, name: string): readonly string[] =>
  net
    .device(name)
    .ask('lfib', {})
    .flatMap(({ entry, ways }) =>
      ways.map(({ path, counters }) => {
        const went = counters.packets > 0 ? ` (${counters.packets}/${counters.bytes})` : '';
        if (!path) return `${entry.label} ${entry.verdict.kind}${went}`;
        const what = path.untagged ? 'untagged' : path.push.length > 0 ? `swap ${path.push.join(' ')}` : 'pop';
        return `${entry.label} ${what} ${path.out}>${path.gateway === undefined ? '' : ip4Text(path.gateway as never)}${went}`;
      }),
    );

/** A list that permits exactly these prefixes. */
export const prefixes = (...texts: readonly string[]): PrefixList => ({
  name: 'these',
  entries: texts.map((text, i) => {
    const prefix = p(text);
    return { sequence: i, verdict: 'permit', prefix, low: prefix.length, high: prefix.length };
  }),
});

/** Permits these prefixes, or any (undefined), to or from these peers, or any; nothing else. */
export const only = (these: readonly string[] | undefined, peers?: readonly string[]): LabelFilter => ({
  rules: [
    {
      prefixes: these && prefixes(...these),
      peers: peers && prefixes(...peers.map((peer) => `${peer}/32`)),
      verdict: 'permit',
    },
  ],
  otherwise: 'deny',
});
