// Whole labs: an hour of first-steps with a ping a second, typed lines, a key on the screen while a lab runs.

import { NO_LIVE } from '../../src/language/arg-types.ts';
import { match } from '../../src/language/match.ts';
import { tokenize } from '../../src/language/tokens.ts';
import type { Play } from '../../src/play/play.ts';
import { begin, reopen, saveOf } from '../../src/play/replay.ts';
import { minutes, plus, seconds } from '../../src/sim/time.ts';
import { machineTiming } from '../../src/tui/timing.ts';
import { openLab } from '../../src/verbs/open-lab.ts';
import type { Program } from '../../src/verbs/program.ts';
import { Reception } from '../../src/verbs/reception.ts';
import { ManualTiming } from '../tui/manual-timing.ts';
import { TuiTest } from '../tui/screen-harness.ts';
import { cpuSeconds, median } from './measure.ts';

/** A lab, switched on. */
export async function playOf(program: Program, name: string, from: 'start' | 'solution'): Promise<Play> {
  const lab = await openLab(name, program);
  if (!lab.ok) throw new Error(lab.error);
  const play = begin(lab.value, await program.machinery(), { from });
  if (!play.ok) throw new Error('the lab does not begin');
  return play.value;
}

/** CPU seconds of one lab hour of `first-steps`, solved, while H1 pings the servers behind R3 every second. */
export async function labHour(program: Program): Promise<number> {
  const play = await playOf(program, 'first-steps', 'solution');
  play.settle(minutes(10), seconds(30));
  play.do({ kind: 'open', device: 'H1', session: 0, auto: true, rows: 24, columns: 80 });
  let heard = 0;
  play.listen({ console: (_device, _session, text) => (heard += text.includes('bytes from') ? 1 : 0) });
  play.do({ kind: 'keys', device: 'H1', session: 0, keys: 'ping 192.168.30.1 -c 3600\r' });
  const spent = cpuSeconds(() => play.advance(plus(play.now, minutes(60))), 1);
  if (heard < 3_500) throw new Error(`only ${heard} answers in an hour`);
  return spent;
}

export interface SiteFacts {
  readonly settled: number;
  readonly rssMegabytes: number;
  readonly hour: number;
  /** From the cut of a core cable to the last change, in lab time, and the CPU seconds of ten lab seconds from the cut on. */
  readonly cut: { readonly labSeconds: number; readonly cpuSeconds: number };
  /** Wall seconds to reopen a save from the middle of the failover, before the idle hour. */
  readonly reopened: number;
}

/** The multihomed site solved: until nothing changes any more (its core is overloaded for five minutes at first), and an hour. */
export async function multihomed(program: Program): Promise<SiteFacts> {
  const before = process.cpuUsage();
  const machinery = await program.machinery();
  const lab = await openLab('multihomed-ipvpn', program);
  const play = await playOf(program, 'multihomed-ipvpn', 'solution');
  if (!lab.ok) throw new Error(lab.error);
  play.settle(minutes(20), seconds(30));
  const { user, system } = process.cpuUsage(before);
  const rssMegabytes = process.memoryUsage().rss / 2 ** 20;
  const cutAt = play.now;
  const link = 'liber-juno';
  play.do({ kind: 'link', link, up: false });
  const cpu = cpuSeconds(() => play.advance(plus(play.now, seconds(10))), 1);
  const labSeconds = (play.running.lastChange - cutAt) / 1e6;
  const save = saveOf(play, { title: 'bench', engine: 'bench' });
  const began = process.hrtime.bigint();
  const again = reopen(save, lab.value, machinery, { engine: 'bench' });
  const reopened = Number(process.hrtime.bigint() - began) / 1e9;
  if (again.how !== 'exact') throw new Error(`the save reopens as ${again.how}`);
  play.do({ kind: 'link', link, up: true });
  play.settle(minutes(10), seconds(30));
  const hour = cpuSeconds(() => play.advance(plus(play.now, minutes(60))), 1);
  return { settled: (user + system) / 1e6, rssMegabytes, hour, cut: { labSeconds, cpuSeconds: cpu }, reopened };
}

/** Lines as people type them, many of them shortened. */
const TYPED = [
  'sh ip ro',
  'show ip interface brief',
  'sh run int gi0/1',
  'show ip bgp vpnv4 all',
  'conf t',
  'ping vrf VRF-A 10.30.30.1 source lo10',
  'sh ip route vrf VRF-A',
  'show vers',
  'traceroute 10.0.0.1',
  'show ip arp',
  'sh int desc',
  'clear ip bgp *',
];

/** CPU milliseconds to match 10,000 typed lines against the exec commands of IOS. */
export async function typedLines(program: Program): Promise<number> {
  const { systems } = await program.machinery();
  const ios = systems.get('ios');
  if (!ios) throw new Error('no IOS');
  const section = (name: string) => ios.vocabulary.sections.get(name)?.commands ?? [];
  const specs = [...section('exec'), ...section('privileged')];
  const lines = TYPED.map((line) => tokenize(line, { quotes: false, brackets: false }));
  const failed = TYPED.filter((_, i) => !match(specs, lines[i] as never, ios.types, NO_LIVE).ok);
  if (failed.length > 2) throw new Error(`not understood: ${failed.join(' | ')}`);
  const run = (): void => {
    for (let i = 0; i < 10_000; i++) match(specs, lines[i % lines.length] as never, ios.types, NO_LIVE);
  };
  return cpuSeconds(run) * 1000;
}

/** The clock of the wall in place of the one that tests turn by hand. */
class WallTiming extends ManualTiming {
  override after(millis: number, then: () => void): () => void {
    return machineTiming.after(millis, then);
  }
}

/** Wall milliseconds from a key press to the changed screen, with the lab at ×1: median and 95th percentile. */
export async function keyToScreen(program: Program): Promise<{ median: number; p95: number }> {
  const straight = { lab: 'first-steps' };
  const test = await TuiTest.start(new Reception(program), 120, 40, { straight }, new WallTiming());
  await test.shows('R1');
  for (let i = 0; i < 200 && !test.text.includes('×1'); i++) await new Promise((resolve) => setTimeout(resolve, 25));
  const times: number[] = [];
  await test.press('\r');
  for (let i = 0; i < 60; i++) {
    await new Promise((resolve) => setTimeout(resolve, 37));
    const before = test.text;
    const start = process.hrtime.bigint();
    test.keyboard.emit('data', Buffer.from('abcdefghij'[i % 10] as string));
    while (test.text === before) {
      await new Promise((resolve) => setImmediate(resolve));
      if (process.hrtime.bigint() - start > 1_000_000_000n) break;
    }
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  const sorted = [...times].sort((a, b) => a - b);
  return { median: median(times), p95: sorted[Math.floor(sorted.length * 0.95)] as number };
}
