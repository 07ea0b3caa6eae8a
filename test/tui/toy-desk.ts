// A front desk without a program behind it: two labs, and sittings whose consoles echo.

import { err, ok, type Result } from '../../src/base/result.ts';
import { type Micros, micros, plus, seconds } from '../../src/sim/time.ts';
import type {
  CheckState,
  ConsoleLine,
  DeviceFacts,
  FrontDesk,
  LabEntry,
  LinkFacts,
  LinkState,
  OpenRequest,
  Pace,
  SaveEntry,
  SaveOver,
  SaveRefusal,
  Sitting,
  Speed,
  TaskFacts,
} from '../../src/tui/front-desk.ts';

/** Echoes what can be printed; Enter answers with a line; Ctrl-G rings. */
export class ToyConsole implements ConsoleLine {
  readonly device: string;
  readonly got: string[] = [];
  size: readonly [number, number] | undefined = undefined;
  readonly sizes: (readonly [number, number])[] = [];
  before = '';
  readonly #ears = new Set<(text: string) => void>();

  constructor(device: string) {
    this.device = device;
  }
  open(rows: number, columns: number): void {
    this.size = [rows, columns];
    this.say(`Welcome to ${this.device}\r\n${this.device}>`);
  }
  backlog(): string {
    return this.before;
  }
  keys(text: string): void {
    this.got.push(text);
    const shown = text
      .replaceAll('\r', `\r\nyou said so\r\n${this.device}>`)
      .replace(/\x1b\[20[01]~/g, '')
      .replace(/[\x00-\x06\x08\x09\x0b\x0c\x0e-\x1f\x7f]/g, '');
    if (shown !== '') this.say(shown);
  }
  resize(rows: number, columns: number): void {
    this.size = [rows, columns];
    this.sizes.push([rows, columns]);
  }
  onBytes(hear: (text: string) => void): () => void {
    this.#ears.add(hear);
    return () => this.#ears.delete(hear);
  }
  state(): 'prompt' {
    return 'prompt';
  }
  say(text: string): void {
    for (const hear of this.#ears) hear(text);
  }
}

const device = (name: string, at: readonly [number, number]): DeviceFacts => ({
  name,
  os: name.startsWith('j') ? 'junos' : 'ios',
  powered: true,
  at,
  login: undefined,
});

export class ToySitting implements Sitting {
  readonly lab = {
    id: 'first-steps',
    title: 'First steps',
    guide: '# The guide\n\nRead **this** first.\n\n- one `thing`\n- another\n\n```\nshow ip route\n```\n',
  };
  notes: readonly string[] = [];
  readonly consoles: ReadonlyMap<string, ToyConsole>;
  readonly states = new Map<string, LinkState>([
    ['r1-j2', 'up'],
    ['second', 'down'],
  ]);
  deviceFacts: readonly DeviceFacts[];
  now: Micros = micros(754_000_000);
  paused = false;
  speed: Speed = 1;
  settling = false;
  settled: (quiet: boolean) => void = () => {};
  why: string | undefined;
  name: string | undefined;
  isDirty = false;
  /** Another window has written the save. */
  elsewhere = false;
  passed: CheckState = 'failed';
  graded = 0;
  closed: 'left' | 'ended' | undefined;
  readonly written: string[] = [];
  readonly #names: Set<string>;
  readonly #ears = new Set<() => void>();

  /** `devices`: r1 and j2 among them, for there is a cable between the two. */
  constructor(names: Set<string>, devices: readonly string[] = ['r1', 'j2']) {
    this.#names = names;
    this.deviceFacts = devices.map((name, index) => device(name, [index, 0]));
    this.consoles = new Map(devices.map((name) => [name, new ToyConsole(name)]));
  }
  devices(): readonly DeviceFacts[] {
    return this.deviceFacts;
  }
  links(): readonly LinkFacts[] {
    const ends = (a: string, b: string) => [
      { device: 'r1', port: a },
      { device: 'j2', port: b },
    ];
    return [
      {
        id: 'r1-j2',
        kind: 'cable',
        ends: ends('GigabitEthernet0/0', 'ge-0/0/0'),
        state: this.states.get('r1-j2') as LinkState,
      },
      {
        id: 'second',
        kind: 'cable',
        ends: ends('GigabitEthernet0/1', 'ge-0/0/1'),
        state: this.states.get('second') as LinkState,
      },
    ];
  }
  tasks(): readonly TaskFacts[] {
    const check = {
      say: 'r1 reaches j2',
      hint: 'show ip interface brief',
      state: this.passed,
      found: 'no answer from 10.0.0.2',
      of: [],
    };
    return [
      {
        id: 'ping',
        title: 'Make them talk',
        brief: 'r1 and j2 share 10.0.0.0/30. Give both an address.',
        hints: ['What is an address?', 'ip address 10.0.0.1 255.255.255.252'],
        state: this.passed === 'passed' ? 'done' : 'open',
        points: 2,
        checks: [check],
      },
      { id: 'rest', title: 'And then rest', brief: 'Nothing.', hints: [], state: 'unknown', points: 1, checks: [] },
    ];
  }
  async grade(): Promise<void> {
    this.graded++;
    this.passed = 'passed';
  }
  console(name: string): ToyConsole {
    return this.consoles.get(name) as ToyConsole;
  }
  time(): Micros {
    return this.now;
  }
  pace(): Pace {
    return {
      speed: this.speed,
      paused: this.paused,
      settling: this.settling
        ? { since: micros(0), quiet: seconds(12), enough: seconds(30), limit: seconds(600) }
        : undefined,
      ...(this.why === undefined ? {} : { why: this.why }),
    };
  }
  setSpeed(speed: Speed): void {
    this.speed = speed;
  }
  pause(): void {
    this.paused = true;
  }
  resume(): void {
    this.paused = false;
  }
  step(span: Micros): void {
    this.paused = true;
    this.now = plus(this.now, span);
  }
  settle(): Promise<boolean> {
    this.settling = true;
    return new Promise((done) => {
      this.settled = done;
    });
  }
  stopSettling(): void {
    this.settling = false;
    this.settled(false);
  }
  setCable(link: string, plugged: boolean): void {
    this.states.set(link, plugged ? 'up' : 'cut');
    this.isDirty = true;
  }
  saveName(): string | undefined {
    return this.name;
  }
  dirty(): boolean {
    return this.isDirty;
  }
  fingerprint(): string {
    return 'toy';
  }
  async save(name: string, over: SaveOver): Promise<Result<undefined, SaveRefusal>> {
    if (name.includes('/')) return err({ kind: 'failed', why: `"${name}" is not a name` });
    if (this.#names.has(name) && over === 'nothing') return err({ kind: 'exists' });
    if (this.elsewhere && over === 'own') return err({ kind: 'changed' });
    this.elsewhere = false;
    this.#names.add(name);
    this.written.push(name);
    this.name = name;
    this.isDirty = false;
    return ok(undefined);
  }
  subscribe(listener: () => void): () => void {
    this.#ears.add(listener);
    return () => this.#ears.delete(listener);
  }
  close(why: 'left' | 'ended'): void {
    this.closed = why;
  }
  /** Something has changed. */
  tell(): void {
    for (const hear of this.#ears) hear();
  }
}

export class ToyDesk implements FrontDesk {
  readonly names = new Set(['night', 'broken']);
  readonly opened: OpenRequest[] = [];
  sitting: ToySitting;
  labList: LabEntry[] = [
    { id: 'first-steps', title: 'First steps', summary: 'Two routers and a cable.', minutes: 15 },
    { id: 'vrf-leak', title: 'Leaking routes', summary: 'Three VRFs.', minutes: 40 },
    { id: 'vrf-leak/wrong-import', title: 'Wrong import', summary: 'A ticket.', minutes: 10 },
    { id: 'torn', title: 'torn', summary: '', minutes: undefined, problem: 'labs/torn/lab.json:7: expected a comma' },
  ];

  constructor(devices?: readonly string[]) {
    this.sitting = new ToySitting(this.names, devices);
  }

  async labs(): Promise<readonly LabEntry[]> {
    return this.labList;
  }
  async saves(): Promise<readonly SaveEntry[]> {
    return [
      { name: 'night', lab: 'first-steps', labTime: micros(754_000_000), savedAt: 1_700_000_000_000 },
      {
        name: 'broken',
        lab: '',
        labTime: undefined,
        savedAt: 1_700_000_000_000,
        problem: 'saves/broken.json is empty',
      },
    ];
  }
  async open(what: OpenRequest): Promise<Result<Sitting, string>> {
    this.opened.push(what);
    if (what.lab !== 'first-steps') return err(`there is no lab "${what.lab}"`);
    if (what.save !== undefined) this.sitting.name = what.save;
    return ok(this.sitting);
  }
}
