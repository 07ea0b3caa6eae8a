// The answers to every question about a running machine, and to those about one whose power is off.

import type { Mac } from '../base/mac.ts';
import { DEFAULT4, DEFAULT6 } from '../base/prefix.ts';
import { byText } from '../base/sorted-map.ts';
import type { Interface } from '../net/interface.ts';
import { ALL_LABELS } from '../net/labels.ts';
import type { RibEntry } from '../net/rib-types.ts';
import type { BfdSessionRow } from '../protocols/bfd/show.ts';
import { ISIS_QUESTIONS, type IsisQueries } from '../protocols/isis/show.ts';
import type { Answers } from '../protocols/plugin.ts';
import type { Label } from '../route/label.ts';
import { MAIN, type VrfName } from '../route/names.ts';
import type { Micros } from '../sim/time.ts';
import type { DeviceConfig, VrfConfig } from './device-config.ts';
import type { IsisHost } from './hosts.ts';
import type { Machine } from './machine.ts';
import type {
  ArpRow,
  DeviceAnswers,
  DeviceQueries,
  InterfaceRow,
  LabelRow,
  PingRow,
  PortRow,
  PrefixRow,
  TcpRow,
} from './queries.ts';

/** Whom the questions are put to. */
export interface Answerer {
  /** Undefined: the power is off. */
  readonly machine: Machine | undefined;
  readonly config: DeviceConfig | undefined;
  readonly now: Micros;
  readonly pings: readonly PingRow[];
}

/** The main table first, then by name. */
function vrfRows(config: DeviceConfig | undefined): readonly VrfConfig[] {
  const rank = ({ name }: VrfConfig): number => (name === MAIN ? 0 : 1);
  return Object.values(config?.vrfs ?? {}).sort((a, b) => rank(a) - rank(b) || byText(a.name, b.name));
}

function interfaceRow(machine: Machine, one: Interface): InterfaceRow {
  const port = one.port === undefined ? undefined : machine.stack.portState(one.port);
  return { interface: one, port, counters: machine.stack.counters(one.name) };
}

function prefixRow(entry: RibEntry): PrefixRow {
  const routes = entry.candidates.map((candidate) => {
    const active = candidate === entry.active;
    const paths = candidate.verdict?.kind === 'forward' ? candidate.verdict.paths : [];
    return { candidate, active, activeSince: active ? entry.activeSince : undefined, paths };
  });
  return { prefix: entry.prefix, routes };
}

function routes(machine: Machine, asked: DeviceQueries['routes']['args']): readonly PrefixRow[] | undefined {
  const { vrf, table = 'unicast', within } = asked;
  if (!machine.vrfs.defined(vrf)) return undefined;
  const rib = machine.vrfs.get(vrf)[table];
  const blocks = within ? [within] : [DEFAULT4, DEFAULT6];
  return blocks.flatMap((block) => rib.within(block)).map(prefixRow);
}

function arp(machine: Machine, asked: DeviceQueries['arp']['args']): readonly ArpRow[] {
  const inVrf = ({ interface: name }: { interface: Interface['name'] }): boolean =>
    asked.vrf === undefined || machine.stack.interface(name)?.vrf === asked.vrf;
  return machine.stack
    .arpEntries()
    .filter(inVrf)
    .map((entry) => ({ ...entry, mac: entry.mac as Mac | undefined }));
}

function drops(machine: Machine): ReadonlyMap<string, number> {
  const all = new Map(machine.stack.drops());
  for (const [reason, count] of machine.tcp.drops) all.set(`tcp ${reason}`, count);
  return new Map([...all].sort(([a], [b]) => byText(a, b)));
}

const tcpRows = (machine: Machine | undefined): readonly TcpRow[] =>
  (machine?.tcp.connections() ?? []).map((one, index) => {
    const { vrf, local, localPort, peer, peerPort, mss, status, counters } = one;
    return { vrf, local, localPort, peer, peerPort, mss, status, counters, index };
  });

function labelRows({ stack: { lfib } }: Machine, label: Label | undefined): readonly LabelRow[] {
  return lfib
    .entries()
    .filter((entry) => label === undefined || entry.label === label)
    .map((entry) => {
      const { verdict } = entry;
      const paths = verdict.kind === 'forward' ? verdict.paths : [undefined];
      return { entry, ways: paths.map((path) => ({ path, counters: lfib.counters(entry.label, path) })) };
    });
}

function bfdRows(machine: Machine | undefined, vrf: VrfName | undefined): readonly BfdSessionRow[] {
  const asked = (machine?.bfd.all() ?? []).filter((one) => vrf === undefined || one.vrf === vrf);
  return asked.flatMap((one) => one.ask['bfd.sessions']({}));
}

/** Each question goes to every instance that runs. */
function isisAnswers(running: () => readonly IsisHost[]): Answers<IsisQueries> {
  const ask = (question: keyof IsisQueries) => (asked: never) =>
    running().flatMap((host) => host.ask[question](asked) as readonly never[]);
  return Object.fromEntries(
    ISIS_QUESTIONS.map((question) => [question, ask(question)]),
  ) as unknown as Answers<IsisQueries>;
}

/** `who` is looked at again at every question. */
export function deviceAnswers(who: Answerer): DeviceAnswers {
  const ports = (): readonly PortRow[] => who.machine?.stack.portStates() ?? [];
  return {
    interfaces: ({ name }) => {
      const { machine } = who;
      const all = machine?.stack.interfaces() ?? [];
      return all
        .filter((one) => name === undefined || one.name === name)
        .flatMap((one) => (machine ? [interfaceRow(machine, one)] : []));
    },
    ports: ({ name }) => ports().filter((one) => name === undefined || one.config.name === name),
    vrfs: () => vrfRows(who.config),
    routes: (asked) => who.machine && routes(who.machine, asked),
    lookup: ({ vrf, to }) => (who.machine?.vrfs.defined(vrf) ? who.machine.stack.fib(vrf).lookup(to) : undefined),
    arp: (asked) => (who.machine ? arp(who.machine, asked) : []),
    pings: () => who.pings,
    drops: () => (who.machine ? drops(who.machine) : new Map()),
    tcp: ({ vrf }) => tcpRows(who.machine).filter((row) => vrf === undefined || row.vrf === vrf),
    uptime: () => ({ since: who.machine?.bootedAt ?? who.now, now: who.now }),
    lfib: ({ label }) => (who.machine ? labelRows(who.machine, label) : []),
    'mpls.runs': () => who.config?.mpls?.runs === true,
    'mpls.labels': () => who.machine?.labelRange ?? ALL_LABELS,
    'bfd.sessions': ({ vrf }) => bfdRows(who.machine, vrf),
    'ldp.processes': ({ vrf }) =>
      (who.machine?.ldp.all() ?? [])
        .filter((one) => vrf === undefined || one.vrf === vrf)
        .flatMap((one) => one.ask['ldp.processes']({})),
    'ldp.discovery': (asked) => who.machine?.ldp.of(asked.vrf)?.ask['ldp.discovery'](asked) ?? [],
    'ldp.neighbors': (asked) => who.machine?.ldp.of(asked.vrf)?.ask['ldp.neighbors'](asked) ?? [],
    'ldp.bindings': (asked) => who.machine?.ldp.of(asked.vrf)?.ask['ldp.bindings'](asked) ?? [],
    'ldp.sync': (asked) => who.machine?.ldp.of(asked.vrf)?.ask['ldp.sync'](asked) ?? [],
    'track.objects': () => who.machine?.track.of(MAIN)?.ask['track.objects']({}) ?? [],
    'track.probes': () => who.machine?.track.of(MAIN)?.ask['track.probes']({}) ?? [],
    'vrrp.groups': (asked) => (who.machine?.vrrp.all() ?? []).flatMap((one) => one.ask['vrrp.groups'](asked)),
    'vrrp.interfaces': (asked) => (who.machine?.vrrp.all() ?? []).flatMap((one) => one.ask['vrrp.interfaces'](asked)),
    'static.paths': (asked) => who.machine?.static.ask['static.paths'](asked) ?? [],
    'aggregate.routes': (asked) => who.machine?.aggregates?.ask['aggregate.routes'](asked) ?? [],
    ...isisAnswers(() => who.machine?.isis.all() ?? []),
    'bgp.list-hits': (asked) => who.machine?.bgp?.ask['bgp.list-hits'](asked),
    'bgp.peers': (asked) => who.machine?.bgp?.ask['bgp.peers'](asked),
    'bgp.update-groups': (asked) => who.machine?.bgp?.ask['bgp.update-groups'](asked),
    'bgp.received': (asked) => who.machine?.bgp?.ask['bgp.received'](asked),
    'bgp.advertised': (asked) => who.machine?.bgp?.ask['bgp.advertised'](asked),
    'bgp.summary': (asked) => who.machine?.bgp?.ask['bgp.summary'](asked),
    'bgp.tables': (asked) => who.machine?.bgp?.ask['bgp.tables'](asked),
  };
}
