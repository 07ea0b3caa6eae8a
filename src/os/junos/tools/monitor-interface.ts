// monitor interface NAME, monitor interface traffic: counters on the whole screen, as they run.
// Source: "monitor interface" (CLI reference, sample outputs): what stands on the screen and what the keys do.

import type { PortRow } from '../../../device/queries.ts';
import { seconds } from '../../../sim/time.ts';
import type { Action, ActionContext } from '../action.ts';
import { inventoryOf, type Physical, physicals } from '../show/interface-facts.ts';

/** Cursor home, everything below it wiped. ECMA-48 §8.3.21 (CUP), §8.3.39 (ED) */
const WIPE = '\x1b[H\x1b[J';
const EVERY = seconds(1);

/** Frames and bytes, in and out. */
type Sums = readonly [inBytes: number, outBytes: number, inPackets: number, outPackets: number];

const sumsOf = (row: PortRow | undefined): Sums => {
  const counters = row?.counters;
  return [counters?.inBytes ?? 0, counters?.outBytes ?? 0, counters?.inPackets ?? 0, counters?.outPackets ?? 0];
};

export const monitorInterface: Action = (context, { args, words }) => {
  const { io } = context;
  const all = words.includes('traffic') && args['interface'] === undefined;
  const name = (args['interface'] ?? '').split('.')[0] ?? '';
  if (!all && !ports(context).some((one) => one.name === name)) return io.print([`error: device ${name} not found`]);
  new Monitor(context, all ? undefined : name).start();
};

const ports = (context: ActionContext): readonly Physical[] =>
  physicals(inventoryOf({ ...context, ask: context.router.ask })).filter(({ port }) => port !== undefined);

class Monitor {
  readonly #context: ActionContext;
  #name: string | undefined;
  #seconds = 0;
  #frozen = false;
  #bytes = false;
  /** Where the deltas are counted from, and what was shown last. */
  #base = new Map<string, Sums>();
  #last = new Map<string, Sums>();

  constructor(context: ActionContext, name: string | undefined) {
    this.#context = context;
    this.#name = name;
  }

  start(): void {
    this.#clear();
    this.#draw();
    this.#listen();
    this.#tick();
  }

  #tick(): void {
    const { box, session } = this.#context;
    box.timer(`monitor/${session}`, EVERY, () => {
      this.#seconds++;
      if (!this.#frozen) this.#draw();
      this.#tick();
    });
  }

  #listen(): void {
    this.#context.io.askKey('', (key) => {
      if (['q', 'Q', 'escape', 'ctrl-c'].includes(key)) {
        this.#context.box.timer(`monitor/${this.#context.session}`, 'off');
        this.#context.io.write('\n');
        return;
      }
      if (key === 'f') this.#frozen = true;
      else if (key === 't') this.#frozen = false;
      else if (key === 'c') this.#clear();
      else if (key === 'b') this.#bytes = true;
      else if (key === 'p') this.#bytes = false;
      else if (key === 'n' && this.#name !== undefined) this.#next();
      if (!this.#frozen) this.#draw();
      this.#listen();
    });
  }

  #next(): void {
    const names = ports(this.#context).map(({ name }) => name);
    this.#name = names[(names.indexOf(this.#name ?? '') + 1) % names.length];
  }

  #clear(): void {
    this.#base = new Map(ports(this.#context).map(({ name, port }) => [name, sumsOf(port?.row)]));
    this.#last = this.#base;
  }

  #draw(): void {
    const all = ports(this.#context);
    const one = all.find(({ name }) => name === this.#name);
    const { box } = this.#context;
    const time = [box.clock().hour, box.clock().minute, box.clock().second].map((part) =>
      String(part).padStart(2, '0'),
    );
    const head = `${box.hostname.padEnd(33)} Seconds: ${String(this.#seconds).padEnd(18)} Time: ${time.join(':')}`;
    const lines = one ? this.#single(one) : this.#table(all);
    this.#context.io.write(`${WIPE}${[head, ...lines].join('\n')}`);
    this.#last = new Map(all.map(({ name, port }) => [name, sumsOf(port?.row)]));
  }

  /** Since the screen was drawn last. */
  #rates(name: string, now: Sums): Sums {
    const before = this.#last.get(name) ?? now;
    return [now[0] - before[0], now[1] - before[1], now[2] - before[2], now[3] - before[3]];
  }

  #table(all: readonly Physical[]): readonly string[] {
    const unit = this.#bytes ? 'bytes' : 'packets';
    const rate = this.#bytes ? '(bps)' : '(pps)';
    return [
      '',
      `Interface    Link  Input ${unit.padEnd(8)}      ${rate}     Output ${unit.padEnd(8)}      ${rate}`,
      ...all.map(({ name, port }) => {
        const now = sumsOf(port?.row);
        const rates = this.#rates(name, now);
        const [at, scale] = this.#bytes ? [0, 8] : [2, 1];
        const cell = (i: number): string =>
          `${String(now[i]).padStart(14)} ${`(${(rates[i] ?? 0) * scale})`.padStart(12)}`;
        return ` ${name.padEnd(12)} ${(port?.row.up ? 'Up' : 'Down').padStart(4)}${cell(at)}${cell(at + 1).padStart(29)}`;
      }),
      '',
      'Bytes=b, Clear=c, Delta=d, Packets=p, Quit=q or ESC, Rate=r, Up=^U, Down=^D',
    ];
  }

  #single({ name, port }: Physical): readonly string[] {
    const row = port?.row;
    const now = sumsOf(row);
    const rates = this.#rates(name, now);
    const base = this.#base.get(name) ?? now;
    const line = (label: string, i: number, unit: string, scale: number): string => {
      const rate = `(${(rates[i] ?? 0) * scale} ${unit})`;
      const delta = `[${(now[i] ?? 0) - (base[i] ?? 0)}]`;
      return `  ${label.padEnd(16)}${String(now[i]).padStart(19)} ${rate.padEnd(20)}${delta.padStart(15)}`;
    };
    const fault = (label: string, count: number): string =>
      `  ${label.padEnd(24)}${String(count).padStart(11)}${'[0]'.padStart(36)}`;
    const drops = [...(row?.counters.drops.values() ?? [])].reduce((sum, count) => sum + count, 0);
    return [
      `${' '.repeat(59)}Delay: 0/0/0`,
      `Interface: ${name}, ${row?.config.enabled === false ? 'Disabled' : 'Enabled'}, Link is ${row?.up ? 'Up' : 'Down'}`,
      'Encapsulation: Ethernet, Speed: 1000mbps',
      'Traffic statistics:                                              Current delta',
      line('Input bytes:', 0, 'bps', 8),
      line('Output bytes:', 1, 'bps', 8),
      line('Input packets:', 2, 'pps', 1),
      line('Output packets:', 3, 'pps', 1),
      'Error statistics:',
      fault('Input errors:', 0),
      fault('Input drops:', drops),
      fault('Input framing errors:', 0),
      fault('Carrier transitions:', row?.losses ?? 0),
      fault('Output errors:', 0),
      fault('Output drops:', 0),
      '',
      "Next='n', Quit='q' or ESC, Freeze='f', Thaw='t', Clear='c', Interface='i'",
    ];
  }
}
