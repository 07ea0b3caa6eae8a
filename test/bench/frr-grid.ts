// The same grid in FRR's isisd: a namespace a router, fast timers, CPU of all daemons until every kernel has every route.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grid } from '../harness/graphs.ts';
import { cpuOfProcess, rounded } from './measure.ts';

const DAEMONS = '/usr/lib/frr';
const SOCKETS = '/var/run/frr';
/** isisd makes its first LSP anew only so long after its start, whatever is configured: links come up then. */
const FIRST_LSP_MS = 32_000;
const PATIENCE_MS = 120_000;

const sleep = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));
const works = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root';
  for (const daemon of ['zebra', 'isisd'])
    if (!existsSync(join(DAEMONS, daemon))) return `FRR's ${daemon} is not installed (Debian: frr)`;
  const probe = `lsb-${process.pid}-probe`;
  if (!works('ip', 'netns', 'add', probe)) return 'network namespaces cannot be made (ip netns add)';
  works('ip', 'netns', 'del', probe);
  return undefined;
}

interface Peer {
  readonly space: string;
  readonly config: string;
  readonly pids: number[];
}

/** CPU seconds (boot, and from link up to the last route), or why there are none. */
export async function frrGrid(): Promise<Readonly<Record<string, unknown>>> {
  const why = whyNot();
  if (why !== undefined) return { skipped: why };
  const graph = grid(10, 10);
  const folder = mkdtempSync(join(tmpdir(), 'labelstack-frr-grid-'));
  chmodSync(folder, 0o755);
  const spaceOf = (name: string): string => `lsb${process.pid}${name}`;
  const peers = Object.entries(graph.routers).map(([name, router], i): Peer => {
    const net = `49.0001.0000.0000.${String(i + 1).padStart(4, '0')}.00`;
    return { space: spaceOf(name), config: configOf(name, net, Object.keys(router.interfaces)), pids: [] };
  });
  try {
    batch(folder, [...peers.map(({ space }) => `netns add ${space}`)]);
    batch(folder, [
      ...graph.links.map(({ ends: [a, b] }) => {
        if (!a || !b) throw new Error('a link has two ends');
        return `link add ${a[1]} netns ${spaceOf(a[0])} type veth peer name ${b[1]} netns ${spaceOf(b[0])}`;
      }),
    ]);
    for (const [name, { loopback, interfaces }] of Object.entries(graph.routers)) {
      const addresses = Object.entries(interfaces).map(([port, address]) => `addr add ${address} dev ${port}`);
      batch(folder, ['link set lo up', `addr add ${loopback} dev lo`, ...addresses], spaceOf(name));
    }
    const started = Date.now();
    for (const peer of peers) start(peer, folder);
    await quiet(peers);
    const boot = cpuOf(peers);
    await sleep(Math.max(0, started + FIRST_LSP_MS - Date.now()));
    const before = cpuOf(peers);
    for (const [name, { interfaces }] of Object.entries(graph.routers))
      batch(folder, [...Object.keys(interfaces).map((port) => `link set ${port} up`)], spaceOf(name));
    // Everybody's loopback but the own one, and every link.
    await routed(peers, peers.length - 1 + graph.links.length);
    const conv = cpuOf(peers) - before;
    return { bootCpuSeconds: rounded(boot), convCpuSeconds: rounded(conv), cpuSeconds: rounded(boot + conv) };
  } finally {
    for (const { space, pids } of peers) {
      for (const pid of pids) end(pid);
      rmSync(join(SOCKETS, space), { recursive: true, force: true });
      works('ip', 'netns', 'del', space);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

const configOf = (name: string, net: string, ports: readonly string[]): string =>
  [
    `hostname ${name}`,
    ...ports.flatMap((port) => [
      `interface ${port}`,
      ' ip router isis A',
      ' isis network point-to-point',
      ' isis hello-interval 1',
      ' isis hello-multiplier 4',
      ' isis csnp-interval 2',
      ' isis psnp-interval 1',
      'exit',
    ]),
    'interface lo',
    ' ip router isis A',
    ' isis passive',
    'exit',
    'router isis A',
    ` net ${net}`,
    ' is-type level-2-only',
    ' metric-style wide',
    ' lsp-gen-interval 1',
    ' spf-interval 1',
    ' spf-delay-ietf init-delay 50 short-delay 100 long-delay 500 holddown 1000 time-to-learn 200',
    '',
  ].join('\n');

function batch(folder: string, lines: readonly string[], space?: string): void {
  const file = join(folder, 'batch');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const done = spawnSync('ip', [...(space === undefined ? [] : ['-n', space]), '-batch', file], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`ip -batch: ${done.stderr}`);
}

function start({ space, config, pids }: Peer, folder: string): void {
  const sockets = join(SOCKETS, space);
  mkdirSync(sockets, { recursive: true });
  works('chown', 'frr:frr', sockets);
  for (const daemon of ['zebra', 'isisd']) {
    const file = join(folder, `${space}.${daemon}`);
    writeFileSync(file, daemon === 'isisd' ? config : '');
    const pidFile = join(sockets, `${daemon}.pid`);
    const options = ['-d', '-N', space, '-f', file, '-i', pidFile, '-P', '0', '--log', 'syslog', '--log-level', 'err'];
    if (!works('ip', 'netns', 'exec', space, join(DAEMONS, daemon), ...options))
      throw new Error(`${daemon} does not start`);
    pids.push(Number(readFileSync(pidFile, 'utf8')));
  }
}

function end(pid: number): void {
  try {
    process.kill(pid);
  } catch {
    // It has ended by itself.
  }
}

const cpuOf = (peers: readonly Peer[]): number =>
  peers.flatMap((peer) => peer.pids).reduce((sum, pid) => sum + cpuOfProcess(pid), 0);

/** Until the daemons take next to nothing for half a second. */
async function quiet(peers: readonly Peer[]): Promise<void> {
  for (let last = -1, now = cpuOf(peers); now - last > 0.05; ) {
    await sleep(500);
    last = now;
    now = cpuOf(peers);
  }
}

/** Until every kernel has so many routes. */
async function routed(peers: readonly Peer[], wanted: number): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  for (const { space, pids } of peers) {
    for (;;) {
      const lines = readFileSync(`/proc/${pids[0]}/net/route`, 'utf8').trimEnd().split('\n').slice(1);
      if (
        new Set(
          lines.map((line) =>
            line
              .split('\t')
              .slice(1, 2)
              .concat(line.split('\t')[7] ?? '')
              .join(),
          ),
        ).size >= wanted
      )
        break;
      if (Date.now() > limit) throw new Error(`FRR in ${space} has ${lines.length} of ${wanted} routes`);
      await sleep(100);
    }
  }
}
