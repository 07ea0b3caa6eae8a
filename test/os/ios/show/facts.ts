// Facts rebuilt from what a router printed, so that printing them again must give the same.

import { parseIp4 } from '../../../../src/base/ip.ts';
import { mac } from '../../../../src/base/mac.ts';
import { present } from '../../../../src/base/must.ts';
import { type Prefix, parsePrefix } from '../../../../src/base/prefix.ts';
import type { DeviceConfig } from '../../../../src/device/device-config.ts';
import type { PrefixRow } from '../../../../src/device/queries.ts';
import { MODELS } from '../../../../src/os/ios/releases.ts';
import { views } from '../../../../src/os/ios/show/index.ts';
import type { ViewContext } from '../../../../src/os/os.ts';
import type { IfName, VrfName } from '../../../../src/route/names.ts';
import type { Nexthop, Route, RouteKind } from '../../../../src/route/route.ts';
import type { Micros } from '../../../../src/sim/time.ts';
import { treeOf } from '../exec-lab.ts';
import { typed } from '../vocabulary.ts';

/** Far enough from the start for the oldest route. */
export const NOW = (400 * 86_400_000_000) as Micros;

const KINDS: Readonly<Record<string, RouteKind>> = {
  C: 'connected',
  L: 'local',
  S: 'static',
  B: 'bgp.external',
  R: 'rip',
  O: 'ospf.intra',
  'O IA': 'ospf.inter',
  'O E1': 'ospf.ext1',
  'O E2': 'ospf.ext2',
  D: 'eigrp.internal',
  'D EX': 'eigrp.external',
  'i L1': 'isis.l1',
};

function spanOf(text: string): number {
  const clock = /^(\d\d):(\d\d):(\d\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const units: Readonly<Record<string, number>> = { d: 86_400, h: 3600, w: 604_800 };
  return [...text.matchAll(/(\d+)([dhw])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ''] ?? 0),
    0,
  );
}

interface Way {
  readonly hop: Nexthop;
  readonly preference: number;
  readonly metric: number;
  readonly age: number;
}

/** `[20/0] via 10.34.31.2 (d4_shared), 00:26:17, GigabitEthernet1` or `is directly connected, 01:22:44, Loopback1` */
function wayOf(text: string): Way {
  const direct = /is directly connected(?:, ([\d:dhw]+))?, (\S+)$/.exec(text);
  if (direct) {
    const out = present(direct[2], text) as IfName;
    const hop: Nexthop = out === 'Null0' ? { via: 'discard', out } : { via: 'interface', out, labels: [] };
    return { hop, preference: 0, metric: 0, age: spanOf(direct[1] ?? '') };
  }
  const via = /\[(\d+)\/(\d+)\] via (\S+?)(?: \((\S+)\))?(?:, ([\d:dhw]+))?(?:, ([A-Z]\S+))?$/.exec(text);
  const [, preference, metric, gateway, vrf, age, out] = present(via, text);
  const to = present(parseIp4(present(gateway, text)), text);
  const hop: Nexthop = out
    ? { via: 'interface', out: out as IfName, gateway: to, labels: [], ...(vrf ? { vrf: vrf as VrfName } : {}) }
    : { via: 'address', gateway: to, labels: [], table: 'unicast', ...(vrf ? { vrf: vrf as VrfName } : {}) };
  return { hop, preference: Number(preference), metric: Number(metric), age: spanOf(age ?? '') };
}

function rowOf(prefix: Prefix, kind: RouteKind, ways: readonly Way[]): PrefixRow {
  const first = present(ways[0], prefix.text);
  const route: Route = {
    prefix,
    kind,
    source: kind as string as Route['source'],
    metric: first.metric,
    // Ways of a table stand in address order; the printed order is the renderer's business.
    nexthops: ways.map(({ hop }) => hop).reverse(),
  };
  const since = (NOW - first.age * 1_000_000) as Micros;
  const candidate = {
    route,
    preference: first.preference,
    since,
    usable: true,
    reachable: ways.map(() => true),
    verdict: undefined,
  };
  return { prefix, routes: [{ candidate, active: true, activeSince: since, paths: [] }] };
}

/** The rows that a printed table holds. */
export function rowsFromTable(text: string): readonly PrefixRow[] {
  const rows: PrefixRow[] = [];
  let length = '';
  let open: { prefix: Prefix; kind: RouteKind; ways: Way[] } | undefined;
  const close = (): void => {
    if (open) rows.push(rowOf(open.prefix, open.kind, open.ways));
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const heading = /^ {6}\S+\/(\d+) is (variably )?subnetted/.exec(line);
    const route = /^([A-Za-z]\*?(?: ?[A-Za-z0-9]{2})?) +(\d+\.\d+\.\d+\.\d+)(\/\d+)?(?: (.*))?$/.exec(line);
    if (heading) length = heading[2] ? '' : `/${heading[1]}`;
    else if (route) {
      close();
      const code = present(route[1], line).replace('*', route[1]?.endsWith('*') ? '' : ' ');
      const prefix = present(parsePrefix(`${route[2]}${route[3] ?? length}`), line);
      open = { prefix, kind: present(KINDS[code], code), ways: route[4] ? [wayOf(route[4])] : [] };
    } else if (/^ +(\[|is directly)/.test(line)) open?.ways.push(wayOf(line.trim()));
  }
  close();
  return rows;
}

/** What a view of a router made of facts prints. */
export interface FakeRouter {
  readonly model?: string;
  readonly ask?: Readonly<Record<string, unknown>>;
  readonly config?: Partial<DeviceConfig>;
  readonly text?: string;
  readonly saved?: string;
  readonly hostname?: string;
}

/** Prints what the line asks for. */
export function shown(router: FakeRouter, line: string): string {
  const match = typed(line);
  const { effect } = match.spec;
  const view = present(effect.kind === 'show' ? views[effect.view] : undefined, line);
  const model = present(
    MODELS.find(({ name }) => name === (router.model ?? 'IOSv')),
    'model',
  );
  const ask = (question: string): unknown => router.ask?.[question];
  const context = {
    box: {
      hostname: router.hostname ?? 'R1',
      chassis: { model, macBase: mac(0x0c73_9ec7_3600) },
      store: { running: treeOf(router.text ?? '') },
      bootConfig: router.saved === undefined ? undefined : treeOf(router.saved),
      bootedAt: 0,
    },
    router: { config: { vrfs: { default: {} }, isis: [], ...router.config } },
    ask,
    now: NOW,
    session: 0,
  };
  return view(context as unknown as ViewContext, match).join('\n');
}
