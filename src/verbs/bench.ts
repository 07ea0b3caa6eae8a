// bench: a plain graph of routers, run headless; how long it takes to know all ways, and again without its first link.

import { didYouMean } from '../base/nearest.ts';
import { err, ok, type Result } from '../base/result.ts';
import { prepareLab } from '../lab/build.ts';
import { type Graph, readGraph } from '../lab/graph.ts';
import { DIALECTS, graphLab, type Profile } from '../lab/graph-lab.ts';
import { GraphRun, type Phase } from '../lab/graph-run.ts';
import { problemText } from '../lab/lab.ts';
import { readArguments } from './arguments.ts';
import { readNamed } from './open-lab.ts';
import { EXIT, type Program, refuse, type Verb } from './program.ts';

const GRAMMAR = {
  options: { protocol: 'ospf or isis', os: 'ios or junos', profile: 'fast or default' },
  words: ['GRAPH.json'],
} as const;

interface Wish {
  readonly file: string;
  readonly system: string;
  readonly profile: Profile;
}

/** What a phase took, of lab and machine. */
interface Cost {
  readonly labSeconds: number;
  readonly events: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
}

async function run(args: readonly string[], program: Program): Promise<number> {
  const wish = readWish(args);
  if (!wish.ok) return refuse(program, `labelstack bench: ${wish.error}`);
  const { file, system, profile } = wish.value;
  const text = readNamed(file, program);
  if (!text.ok) return refuse(program, text.error);
  const graph = readGraph(text.value);
  if (!graph.ok) return refuse(program, `${file}: ${graph.error}`);
  const meter = new Meter();
  const built = await build(graph.value, system, profile, program);
  if (!built.ok) return refuse(program, built.error);
  const boot = meter.phase({ missing: '', labSeconds: 0, events: 0 });
  program.out('@mark boot\n');
  const one = built.value;
  const phases: Record<string, Cost> = { boot };
  let routes = 0;
  for (const [name, phase] of [
    ['conv', () => one.converge()],
    ['fail', () => one.fail()],
  ] as const) {
    const done = phase();
    phases[name] = meter.phase(done);
    if (done.missing !== '') {
      program.complain(`after ${Math.round(done.labSeconds / 60)} minutes of lab time ${done.missing}\n`);
      return EXIT.no;
    }
    program.out(`@mark ${name}\n`);
    if (name === 'conv') routes = one.routes;
  }
  const facts = {
    protocol: 'isis',
    os: system,
    profile,
    routers: graph.value.routers.length,
    links: graph.value.links.length,
  };
  program.out(`${JSON.stringify({ ...facts, routes, ...meter.total(one), phases })}\n`);
  return EXIT.done;
}

function readWish(args: readonly string[]): Result<Wish, string> {
  const given = readArguments(args, GRAMMAR);
  if (!given.ok) return given;
  const { text, words } = given.value;
  const chosen = (name: string, known: readonly string[], otherwise: string): Result<string, string> => {
    const value = text(name) ?? otherwise;
    if (known.includes(value)) return ok(value);
    return err(`--${name} ${value}; expected ${known.join(' or ')}${didYouMean(value, known)}`);
  };
  const protocol = chosen('protocol', ['ospf', 'isis'], 'isis');
  if (!protocol.ok) return protocol;
  if (protocol.value === 'ospf') return err('--protocol ospf is not built yet');
  const system = chosen('os', Object.keys(DIALECTS), 'ios');
  if (!system.ok) return system;
  const profile = chosen('profile', ['fast', 'default'], 'default');
  if (!profile.ok) return profile;
  return ok({ file: words[0] as string, system: system.value, profile: profile.value as Profile });
}

/** Everything built and switched on, at lab time 0. */
async function build(
  graph: Graph,
  system: string,
  profile: Profile,
  program: Program,
): Promise<Result<GraphRun, string>> {
  const machinery = await program.machinery();
  const os = machinery.systems.get(system);
  if (!os) return err(`there is no operating system "${system}"`);
  const bench = graphLab(graph, os, system, profile);
  if (!bench.ok) return bench;
  const prepared = prepareLab(bench.value.lab, machinery, bench.value.lab.start);
  if (!prepared.ok) return err(prepared.error.map(problemText).join('\n'));
  return ok(new GraphRun(graph, bench.value, prepared.value));
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const cpuOf = ({ user, system }: { user: number; system: number }): number => (user + system) / 1e6;

/** Wall and CPU of this process, phase by phase; the whole counts from its very start. */
class Meter {
  #wall = performance.now();
  #cpu = process.cpuUsage();

  phase({ labSeconds, events }: Phase): Cost {
    const [wall, cpu] = [performance.now(), process.cpuUsage()];
    const cost = {
      labSeconds: rounded(labSeconds),
      events,
      wallSeconds: rounded((wall - this.#wall) / 1000),
      cpuSeconds: rounded(cpuOf(cpu) - cpuOf(this.#cpu)),
    };
    this.#wall = wall;
    this.#cpu = cpu;
    return cost;
  }

  total({ running: { world } }: GraphRun): Readonly<Record<string, number>> {
    return {
      events: world.executed,
      labSeconds: rounded(world.now / 1e6),
      wallSeconds: rounded(performance.now() / 1000),
      cpuSeconds: rounded(cpuOf(process.cpuUsage())),
      // Kilobytes.
      rssMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  }
}

export const verb: Verb = {
  run,
  help: `
  --protocol isis        what they speak (ospf is not built yet)
  --os ios|junos         whose configuration they are given; left out: ios
  --profile fast         hellos every second, shortest paths after 10 to 50 ms
  --profile default      the vendor's timers

  GRAPH.json is {"routers": {NAME: {"loopback": "10.255.0.1/32", "interfaces":
  {"eth0": "10.64.0.1/30"}}}, "links": [{"ends": [[NAME, "eth0"], [NAME, "eth1"]],
  "cost": 10}]}. The interfaces become ports of the model, in their order.

  @mark boot   every router is built and switched on
  @mark conv   every router has every route, at its right cost
  @mark fail   the first link was cut, and every router has the ways that are left
  then one line of JSON: routers, links, routes, events, labSeconds, wallSeconds,
  cpuSeconds, rssMegabytes (the most there was), and the phases one by one.

  Exit code 1 when it is not so after 30 minutes of lab time.`,
};
