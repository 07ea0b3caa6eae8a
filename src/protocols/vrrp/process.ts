// The life of the process: groups as they are wanted, advertisements, timers, interfaces, tracked objects.

import { equal } from '../../base/equal.ts';
import { virtualRouterMac } from '../../base/mac.ts';
import { byText } from '../../base/sorted-map.ts';
import type { IfName } from '../../route/names.ts';
import type { Process, ProcessInput } from '../plugin.ts';
import type { VrrpConfig, VrrpGroupConfig } from './config.ts';
import { happen, masterDown, newGroup, review, reviewPriority, standAnew } from './group.ts';
import {
  type Context,
  type Group,
  isOwner,
  keyOf,
  localOf,
  masterDownOf,
  noCounts,
  skewOf,
  type VrrpModel,
} from './model.ts';
import { received } from './rx.ts';
import type { VrrpGroupRow, VrrpInterfaceRow, VrrpQueries } from './show.ts';

/** What makes it another group on the wire: it begins anew. */
const identityOf = ({ version, alsoVersion2, local, password }: VrrpGroupConfig) => ({
  version,
  alsoVersion2,
  local,
  password,
});

const byGroup = (a: Group, b: Group): number => byText(a.config.on, b.config.on) || a.config.group - b.config.group;

export class VrrpProcess implements Process<VrrpConfig> {
  readonly #context: Context;
  readonly #model: VrrpModel = { groups: new Map(), faces: new Map() };

  constructor(context: Context) {
    this.#context = context;
  }

  configure({ groups }: VrrpConfig): 'applied' {
    const wanted = new Set(groups.map(keyOf));
    for (const group of this.#inOrder()) if (!wanted.has(group.key)) this.#remove(group);
    for (const config of groups) this.#define(config);
    this.#watchTracks();
    for (const group of this.#inOrder()) review(this.#context, group);
    return 'applied';
  }

  handle(input: ProcessInput): void {
    switch (input.kind) {
      case 'packet':
        received(this.#context, this.#model, input);
        break;
      case 'timer':
        this.#timer(input.name, input.key);
        break;
      case 'interface': {
        const { interface: face, change } = input;
        for (const group of this.#on(face.name)) {
          if (face.up && !group.face?.up) group.faceUp = this.#context.now;
          group.face = change === 'removed' ? undefined : face;
          review(this.#context, group);
        }
        break;
      }
      case 'track':
        for (const group of this.#inOrder()) {
          if (!group.config.tracks.some(({ object }) => object === input.object)) continue;
          group.tracks.set(input.object, input.state);
          reviewPriority(this.#context, group, false);
          review(this.#context, group);
        }
        break;
      case 'action':
        if (input.name === 'clear') this.#clear(input.args['on'] as IfName | undefined);
        break;
      default:
        break;
    }
  }

  stop(): void {
    this.configure({ groups: [] });
  }

  groups({ on, group }: VrrpQueries['vrrp.groups']['args']): readonly VrrpGroupRow[] {
    return this.#inOrder()
      .filter(({ config }) => (on === undefined || config.on === on) && (group === undefined || config.group === group))
      .map((one) => this.#row(one));
  }

  interfaces({ on }: VrrpQueries['vrrp.interfaces']['args']): readonly VrrpInterfaceRow[] {
    return [...this.#model.faces]
      .filter(([name]) => on === undefined || name === on)
      .sort(([a], [b]) => byText(a, b))
      .map(([name, { packets, drops }]) => {
        const counts = this.#on(name).map((group) => group.counts);
        const total = (which: 'sent' | 'received'): number =>
          counts.reduce((sum, { [which]: by }) => sum + by[2] + by[3], 0);
        return { vrf: this.#context.vrf, on: name, sent: total('sent'), received: total('received'), packets, drops };
      });
  }

  #define(config: VrrpGroupConfig): void {
    const context = this.#context;
    const { groups, faces } = this.#model;
    const group = groups.get(keyOf(config)) ?? newGroup(context, config);
    const before = group.config;
    groups.set(group.key, group);
    if (!faces.has(config.on)) faces.set(config.on, { packets: 0, drops: new Map() });
    group.face = context.interface(config.on);
    if (!equal(identityOf(before), identityOf(config))) happen(context, group, 'shutdown', 'none');
    // Who takes leave says it of the addresses that it had.
    else if (config.addresses.length === 0) happen(context, group, 'shutdown', 'no-virtual-address');
    if (!equal(before, config)) group.complaints.clear();
    group.config = config;
    if (group.state === 'init') group.priority = config.priority;
    else if (before.priority !== config.priority) reviewPriority(context, group, true);
    const { addresses, accept, interval } = config;
    if (!equal(before.addresses, addresses) || before.accept !== accept) standAnew(context, group);
    if (before.interval === interval) return;
    if (group.state === 'master') {
      group.masterInterval = interval;
      context.timer('advertise', group.key, interval);
    } else if (group.state === 'backup' && config.version === 2 && !config.learn) {
      group.masterInterval = interval;
      context.timer('down', group.key, masterDownOf(group));
    }
  }

  #remove(group: Group): void {
    const { groups, faces } = this.#model;
    const { key, config } = group;
    happen(this.#context, group, 'shutdown', 'shutdown');
    this.#context.timer('priority', key, 'off');
    this.#context.timer('begin', key, 'off');
    groups.delete(key);
    if (this.#on(config.on).length === 0) faces.delete(config.on);
  }

  #watched: ReadonlySet<string> = new Set();

  #watchTracks(): void {
    const groups = this.#inOrder();
    const wanted = new Set(groups.flatMap(({ config }) => config.tracks.map(({ object }) => object)).sort(byText));
    for (const object of this.#watched) if (!wanted.has(object)) this.#context.watchTrack(object, false);
    // Who asks again is told again: a group that is new has not heard.
    for (const object of wanted) {
      const states = groups.flatMap(({ tracks }) => tracks.get(object) ?? []);
      const [known] = states;
      for (const { config, tracks } of groups)
        if (known !== undefined && config.tracks.some((one) => one.object === object)) tracks.set(object, known);
      this.#context.watchTrack(object, true);
    }
    this.#watched = wanted;
    for (const group of groups) reviewPriority(this.#context, group, true);
  }

  #inOrder(): readonly Group[] {
    return [...this.#model.groups.values()].sort(byGroup);
  }

  #on(name: IfName): readonly Group[] {
    return this.#inOrder().filter(({ config }) => config.on === name);
  }

  #timer(name: string, key: string): void {
    const group = this.#model.groups.get(key);
    if (!group) return;
    if (name === 'advertise') happen(this.#context, group, 'advertise', group.reason);
    else if (name === 'down') masterDown(this.#context, group);
    else if (name === 'begin') review(this.#context, group);
    else if (name === 'preempt') happen(this.#context, group, 'preempt', 'preempted');
    else reviewPriority(this.#context, group, false);
  }

  /** Counters begin anew. */
  #clear(on: IfName | undefined): void {
    for (const [name, face] of this.#model.faces)
      if (on === undefined || name === on) {
        face.packets = 0;
        face.drops.clear();
      }
    for (const group of this.#inOrder()) if (on === undefined || group.config.on === on) group.counts = noCounts();
  }

  #row(group: Group): VrrpGroupRow {
    const { key, config, state, reason, upSince, priority, master, masterInterval, tracks, counts } = group;
    const at = (name: string) => this.#context.timerAt(name, key);
    return {
      vrf: this.#context.vrf,
      config,
      mac: virtualRouterMac(config.group),
      state,
      reason,
      since: group.since,
      upSince,
      local: localOf(group),
      priority,
      owner: isOwner(group),
      master,
      interval: masterInterval,
      masterDown: masterDownOf(group),
      skew: skewOf(group),
      advertiseAt: at('advertise'),
      masterDownAt: at('down'),
      preemptAt: at('preempt'),
      priorityAt: at('priority'),
      tracks: config.tracks.map((one) => ({ ...one, state: tracks.get(one.object) ?? 'undefined' })),
      ...counts,
    };
  }
}
