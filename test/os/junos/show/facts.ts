// Facts from which a view must print what a router printed.

import { civil, parseIsoUtc } from '../../../../src/base/calendar.ts';
import { parseIp } from '../../../../src/base/ip.ts';
import { mac } from '../../../../src/base/mac.ts';
import { present } from '../../../../src/base/must.ts';
import { type Prefix, parsePrefix } from '../../../../src/base/prefix.ts';
import type { Commit } from '../../../../src/config/store.ts';
import type { PrefixRow, RouteRow } from '../../../../src/device/queries.ts';
import { NO_LIVE } from '../../../../src/language/arg-types.ts';
import { match } from '../../../../src/language/match.ts';
import { tokenize } from '../../../../src/language/tokens.ts';
import type { ForwardingPath, Verdict } from '../../../../src/net/rib-types.ts';
import { views } from '../../../../src/os/junos/show/index.ts';
import type { LogEntry, Login, ViewContext } from '../../../../src/os/os.ts';
import type { Label } from '../../../../src/route/label.ts';
import type { IfName, ProcessId, VrfName } from '../../../../src/route/names.ts';
import type { Nexthop, Route, RouteKind } from '../../../../src/route/route.ts';
import type { Micros } from '../../../../src/sim/time.ts';
import { junos, junosVocabulary } from '../console.ts';

/** Far enough from the start for the oldest of everything. */
export const NOW = (400 * 86_400_000_000) as Micros;

/** A moment so many seconds before now. */
export const ago = (span: number): Micros => (NOW - span * 1_000_000) as Micros;

/** `1w1d 00:32:28`, `2w6d 23:14`, `3:05` in seconds. */
export function spanOf(text: string): number {
  const [, weeks = '0', days = '0', clock = ''] = present(/^(?:(\d+)w)?(?:(\d+)d ?)?(.*)$/.exec(text), text);
  const parts = clock.split(':').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] =
    parts.length === 2 && (weeks !== '0' || days !== '0') ? parts : [0, 0, 0, ...parts].slice(-3);
  return (Number(weeks) * 7 + Number(days)) * 86_400 + hours * 3600 + minutes * 60 + seconds;
}

/** What the questions of a view are answered with: a value, or what is made of their arguments. */
type Answers = Readonly<Record<string, unknown>>;

export interface Facts {
  readonly model?: string;
  /** The configuration in force, as `set` lines. */
  readonly set?: string;
  readonly ask?: Answers;
  /** What the clock shows now. */
  readonly at?: string;
  readonly bootedAt?: Micros;
  readonly hostname?: string;
  readonly logins?: readonly Partial<Login>[];
  readonly log?: readonly Partial<LogEntry>[];
  readonly commits?: readonly Partial<Commit>[];
  readonly columns?: number;
}

const NOTHING: Answers = {
  interfaces: [],
  ports: [],
  vrfs: [{ name: 'default', kind: 'main' }],
  arp: [],
  routes: [],
  lfib: [],
  uptime: { since: 0, now: NOW },
  'ldp.processes': [],
};

export function contextOf(facts: Facts): ViewContext {
  const os = junos();
  const model = present(
    os.models.find(({ name }) => name === (facts.model ?? 'vmx')),
    'model',
  );
  const epoch = (parseIsoUtc(facts.at ?? '2026-03-01T10:00:00Z') ?? 0) - NOW;
  const answers = { ...NOTHING, ...facts.ask };
  const ask = (question: string, args: unknown): unknown => {
    const answer = answers[question];
    return typeof answer === 'function' ? answer(args) : answer;
  };
  const router = { config: undefined, ask };
  const running = os.read(facts.set ?? '', os.factory(model), model).tree;
  return {
    box: {
      name: 'R1',
      hostname: facts.hostname ?? 'R1',
      os,
      chassis: { model, macBase: mac(0x0050_56ff_56b6) },
      now: NOW,
      bootedAt: facts.bootedAt ?? 0,
      clock: (at: Micros = NOW) => civil(epoch + at),
      store: { running, commits: facts.commits ?? [] },
      router: () => router,
      routers: new Map([['main', router]]),
      logins: new Map((facts.logins ?? []).map((login, i) => [login.session ?? i, login])),
      log: facts.log ?? [],
    },
    router,
    ask,
    now: NOW,
    session: 0,
    columns: facts.columns,
  } as unknown as ViewContext;
}

/** Prints what the line asks for. */
export function shown(facts: Facts, line: string): string {
  const specs = junosVocabulary().sections.get('operational')?.commands ?? [];
  const found = match(specs, tokenize(line, { quotes: true, brackets: true }), junos().types, NO_LIVE);
  if (!found.ok) throw new Error(`${line}: ${JSON.stringify(found.error)}`);
  const { effect } = found.value.spec;
  const view = present(effect.kind === 'show' ? views[effect.view] : undefined, line);
  return view(contextOf(facts), found.value).join('\n');
}

/** One route, in the words of the table. */
export interface RouteFacts {
  readonly to: string;
  readonly kind: RouteKind;
  readonly preference: number;
  /** As printed. */
  readonly age: string;
  /** `10.0.0.1 ge-0/0/0.0 16/17`: gateway (or `-`), interface, labels from the top · `own lo0.0` · `table X` · `discard` … */
  readonly ways?: readonly string[];
  readonly state?: 'active' | 'inactive' | 'unusable';
  readonly metric?: number;
  readonly more?: Partial<Route>;
}

function pathOf(way: string): ForwardingPath {
  const [gateway = '', out, labels] = way.split(' ');
  const push = (labels === undefined ? [] : labels.split('/').map(Number)) as readonly number[] as readonly Label[];
  return { out: out as IfName, gateway: gateway === '-' ? undefined : present(parseIp(gateway), way), push };
}

function verdictOf(ways: readonly string[]): Verdict {
  const [first = '', name = ''] = ways[0]?.split(' ') ?? [];
  if (first === 'own') return { kind: 'receive', on: name as IfName };
  if (first === 'table') return { kind: 'lookup', vrf: name as VrfName };
  if (first === 'discard' || first === 'reject') return { kind: first };
  return { kind: 'forward', paths: ways.map(pathOf) };
}

export function routeRow({
  to,
  kind,
  preference,
  age,
  ways = [],
  state = 'active',
  metric = 0,
  more,
}: RouteFacts): RouteRow {
  const since = ago(spanOf(age));
  const usable = state !== 'unusable';
  const verdict = usable ? verdictOf(ways) : undefined;
  const nexthops: readonly Nexthop[] = [{ via: 'discard' }];
  const route: Route = { prefix: prefixOf(to), kind, source: kind as string as ProcessId, metric, nexthops, ...more };
  return {
    candidate: { route, preference, since, usable, reachable: [usable], verdict },
    active: state === 'active',
    activeSince: state === 'active' ? since : undefined,
    paths: verdict?.kind === 'forward' ? verdict.paths : [],
  };
}

const prefixOf = (text: string): Prefix => present(parsePrefix(text), text);

/** A table: the routes of one prefix follow one another. */
export function rowsOf(routes: readonly RouteFacts[]): readonly PrefixRow[] {
  const texts = [...new Set(routes.map(({ to }) => to))];
  return texts.map((text) => ({
    prefix: prefixOf(text),
    routes: routes.filter(({ to }) => to === text).map(routeRow),
  }));
}

/** The unicast tables of some instances, `default` being the main one. */
export const tablesOf = (tables: Readonly<Record<string, readonly RouteFacts[]>>): Answers => ({
  vrfs: Object.keys(tables).map((name) => ({ name })),
  routes: ({ vrf, table }: { readonly vrf: string; readonly table?: string }) =>
    table === 'labeled' ? [] : rowsOf(tables[vrf] ?? []),
});
