// IOS routers whose configuration is given as facts, with a command line of exec mode on a real VTY: enough to type show
// commands, pings and orders, and to see the exact screen.

import { mac } from '../../../src/base/mac.ts';
import { present } from '../../../src/base/must.ts';
import { ok } from '../../../src/base/result.ts';
import { keyBytes } from '../../../src/cli/keys.ts';
import type { KeyAnswer, LineState, Shell, ShellIo, ShellKey } from '../../../src/cli/shell.ts';
import { Vty } from '../../../src/cli/vty.ts';
import type { ConfigNode, ConfigTree } from '../../../src/config/tree.ts';
import { Device } from '../../../src/device/device.ts';
import type { DeviceConfig } from '../../../src/device/device-config.ts';
import type { CommandSpec, Match } from '../../../src/language/spec.ts';
import { MAIN_ROUTER, RunningBox } from '../../../src/os/box.ts';
import { PERSONALITY } from '../../../src/os/ios/personality.ts';
import { phrase } from '../../../src/os/ios/phrase.ts';
import { MODELS } from '../../../src/os/ios/releases.ts';
import { views } from '../../../src/os/ios/show/index.ts';
import { actions } from '../../../src/os/ios/tools/index.ts';
import type { Os } from '../../../src/os/os.ts';
import type { NodeId, PortName } from '../../../src/sim/node.ts';
import { type Micros, micros, plus } from '../../../src/sim/time.ts';
import { World } from '../../../src/sim/world.ts';
import { ToyShell } from '../../cli/toy-shell.ts';
import { type DeviceSpec, deviceConfig } from '../../harness/config.ts';
import { typed, VOCABULARY } from './vocabulary.ts';

/** 2026-03-01T10:00:00Z */
const EPOCH = 1_772_359_200_000_000;

/** A router: its model (IOSv unless said), what it is told as facts, and the words of its configuration where a view reads them. */
export interface RouterSpec {
  readonly model?: string;
  readonly facts: DeviceSpec;
  readonly text?: string;
  /** What was saved before the power came on. */
  readonly saved?: string;
}

/** A configuration tree of words: one blank of indentation a level, `no` negates. */
export function treeOf(text: string): ConfigTree {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && line.trim() !== '!');
  let at = 0;
  const level = (depth: number): ConfigNode[] => {
    const nodes: ConfigNode[] = [];
    while (at < lines.length) {
      const line = present(lines[at], 'a line');
      if (line.search(/\S/) < depth) break;
      at++;
      const words = line.trim().split(/ +/);
      const negated = words[0] === 'no';
      nodes.push({
        spec: { name: words.join(' ') } as CommandSpec,
        words: negated ? words.slice(1) : words,
        args: {},
        children: level(depth + 1),
        negated,
        inactive: false,
        protected: false,
        annotation: undefined,
      });
    }
    return nodes;
  };
  return { children: level(0) };
}

/** Keys and pager of IOS. */
const STYLE = new ToyShell({ vendor: 'ios' });

class ExecShell implements Shell {
  readonly historyDepth = 10;
  readonly pager = STYLE.pager;
  readonly editing = STYLE.editing;
  readonly #box: RunningBox;

  constructor(box: RunningBox) {
    this.#box = box;
  }

  begin(): void {}
  prompt(): string {
    return `${this.#box.hostname}#`;
  }
  enter(line: string, io: ShellIo): void {
    if (line.trim() === '') return;
    const match = typed(line);
    const { effect } = match.spec;
    if (effect.kind === 'show') io.print(this.#view(effect.view, match));
    if (effect.kind === 'do') this.#act(effect.action, match, io);
  }
  key(key: ShellKey, line: LineState): KeyAnswer {
    return key === 'enter' ? { kind: 'submit', text: line.text } : { kind: 'bell' };
  }
  history(): string {
    return 'exec';
  }
  pageLength(): number {
    return 0;
  }
  width(): number {
    return 0;
  }
  redrawsAfterMessage(): boolean {
    return false;
  }
  end(): void {}

  #view(name: string, match: Match): readonly string[] {
    const box = this.#box;
    const router = box.router();
    return present(views[name], name)({ box, router, ask: router.ask, now: box.now, session: 0 }, match);
  }

  #act(name: string, match: Match, io: ShellIo): void {
    const box = this.#box;
    const context = { box, router: box.router(), session: 0, user: '', privileged: true, io };
    present(actions[name], name)(context, match);
  }
}

function fakeOs(config: DeviceConfig): Os {
  const notBuilt = (): never => {
    throw new Error('not part of these tests');
  };
  return {
    name: 'ios',
    vocabulary: VOCABULARY,
    types: {},
    personality: PERSONALITY,
    models: MODELS,
    factory: () => ({ children: [] }),
    read: notBuilt,
    compile: () => ok({ compiled: new Map([[MAIN_ROUTER, config]]), warnings: [] }),
    print: notBuilt,
    phrase,
    served: { views: Object.keys(views), actions: Object.keys(actions), watches: [] },
    shell: notBuilt,
  };
}

/** Routers, cables, one console each. */
export class ExecLab {
  readonly world = new World(1);
  readonly #boxes = new Map<string, RunningBox>();
  readonly #vtys = new Map<string, Vty>();
  /** What commands printed, and all that the terminal got, since the last line was typed. */
  readonly #screens = new Map<string, { output: string; all: string }>();

  constructor(
    routers: Readonly<Record<string, RouterSpec>>,
    cables: readonly string[] = [],
    delay: Micros = micros(500),
  ) {
    for (const [name, spec] of Object.entries(routers)) this.#add(name, spec, this.#boxes.size + 1);
    for (const cable of cables) this.#plug(cable, delay);
    for (const [name, box] of this.#boxes) {
      box.powerOn();
      const tree = treeOf(routers[name]?.text ?? '');
      box.store.replace({ tree, at: 0, user: 'console', client: 'cli', comment: undefined });
      this.#open(name, box);
    }
  }

  box(name: string): RunningBox {
    return present(this.#boxes.get(name), name);
  }

  run(span: Micros): this {
    this.world.runUntil(plus(this.world.now, span));
    return this;
  }

  /** Types a line and runs until its prompt is back (or a question is asked): what the screen got, prompts left out. */
  type(name: string, line: string): string {
    this.begin(name, line);
    return this.finish(name);
  }

  /** Types a line and stops there. */
  begin(name: string, line: string): void {
    this.#screens.set(name, { output: '', all: '' });
    present(this.#vtys.get(name), name).keys(`${line}\r`);
  }

  /** Runs until nothing runs on the console: its output since `begin`. */
  finish(name: string): string {
    const vty = present(this.#vtys.get(name), name);
    for (let i = 0; vty.state === 'running' && i < 100_000; i++) {
      if (this.world.next === undefined) break;
      this.world.runUntil(this.world.next);
    }
    return this.screen(name);
  }

  press(name: string, key: string): this {
    present(this.#vtys.get(name), name).keys(present(keyBytes(key), key));
    return this;
  }

  /** Answers a question. */
  answer(name: string, text: string): this {
    present(this.#vtys.get(name), name).keys(`${text}\r`);
    return this;
  }

  /** What was printed since the last line was typed, prompts and echo left out. */
  screen(name: string): string {
    return present(this.#screens.get(name), name).output;
  }

  /** Everything that the terminal got since then. */
  terminal(name: string): string {
    return present(this.#screens.get(name), name).all;
  }

  #add(name: string, spec: RouterSpec, number: number): void {
    const model = present(
      MODELS.find((one) => one.name === (spec.model ?? 'IOSv')),
      spec.model ?? '',
    );
    const config = deviceConfig({ hostname: name, ...spec.facts }, number);
    const box = new RunningBox({
      name,
      os: fakeOs(config),
      chassis: { model, macBase: mac(0x020000000000 + number * 256) },
      world: this.world,
      epoch: EPOCH,
      makeRouter: ({ id, world, personality, report }) => new Device({ id, world, personality, report }),
    });
    if (spec.saved !== undefined) box.store.startup = { tree: treeOf(spec.saved), at: 0, user: 'console' };
    this.#boxes.set(name, box);
  }

  #open(name: string, box: RunningBox): void {
    const write = (text: string, kind: string): void => {
      const screen = present(this.#screens.get(name), name);
      screen.all += text.replaceAll('\r', '');
      if (kind === 'output') screen.output += text.replaceAll('\r', '');
    };
    this.#screens.set(name, { output: '', all: '' });
    const vty = new Vty(new ExecShell(box), { rows: 24, columns: 80, write });
    this.#vtys.set(name, vty);
    vty.begin({ auto: true });
  }

  #plug(cable: string, delay: Micros): void {
    const ports = cable.split(' - ').map((end) => {
      const [node, port] = end.split(' ');
      return { node: node as NodeId, port: port as PortName };
    });
    this.world.addLink({ id: `l${this.world.links.length}`, ports, delay });
  }
}
