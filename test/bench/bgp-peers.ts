// The same full feed into FRR, GoBGP and BIRD, those that are installed: CPU of the daemon alone, on loopback.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FAMILIES } from '../../src/protocols/bgp/iana.ts';
import { MessageStream } from '../../src/protocols/bgp/packet/framing.ts';
import { decodeMessage, encodeMessage } from '../../src/protocols/bgp/packet/message.ts';
import { ip } from '../harness/routes.ts';
import { feed } from './bgp.ts';
import { cpuOfProcess, rounded } from './measure.ts';

const PORT = 1179;
const DIALECT = { as4: true, addPath: new Set<never>() };
const PATIENCE_MS = 60_000;
/** Longer than anything here takes: nobody needs a keepalive but the first. */
const HOLD_SECONDS = 240;
const FEEDER = '127.0.0.9';
const clientsOf = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `127.0.0.${20 + i}`);

interface Speaker {
  readonly name: string;
  readonly program: string;
  /** The command line, and the files that it names. */
  setup(folder: string, clients: readonly string[]): { readonly args: readonly string[]; readonly conf: string };
}

const frr: Speaker = {
  name: 'frr',
  program: '/usr/lib/frr/bgpd',
  setup: (folder, clients) => ({
    args: [
      '-n',
      '-Z',
      '-p',
      `${PORT}`,
      '-l',
      '127.0.0.1',
      '-N',
      'labelstack',
      '-P',
      '0',
      '-f',
      join(folder, 'conf'),
    ].concat(['-i', join(folder, 'pid'), '--log', 'stdout', '--log-level', 'err']),
    conf: [
      'router bgp 65000',
      ' bgp router-id 10.255.0.1',
      ' no bgp ebgp-requires-policy',
      ' no bgp network import-check',
      ` neighbor ${FEEDER} remote-as 65001`,
      ...[FEEDER, ...clients].flatMap((at) => [
        ...(at === FEEDER ? [] : [` neighbor ${at} remote-as 65000`]),
        ` neighbor ${at} passive`,
        ` neighbor ${at} disable-connected-check`,
      ]),
      ' address-family ipv4 unicast',
      ...clients.flatMap((at) => [`  neighbor ${at} route-reflector-client`, `  neighbor ${at} next-hop-self`]),
      ' exit-address-family',
      '',
    ].join('\n'),
  }),
};

const gobgp: Speaker = {
  name: 'gobgp',
  program: '/usr/bin/gobgpd',
  setup: (folder, clients) => ({
    args: [
      '-f',
      join(folder, 'conf'),
      '-t',
      'toml',
      '--api-hosts',
      '127.0.0.1:50099',
      '--pprof-disable',
      '-l',
      'error',
    ],
    conf: [
      '[global.config]',
      'as = 65000',
      'router-id = "10.255.0.1"',
      `port = ${PORT}`,
      'local-address-list = ["127.0.0.1"]',
      ...[FEEDER, ...clients].flatMap((at) => [
        '[[neighbors]]',
        '[neighbors.config]',
        `neighbor-address = "${at}"`,
        `peer-as = ${at === FEEDER ? 65001 : 65000}`,
        '[neighbors.transport.config]',
        'passive-mode = true',
        ...(at === FEEDER
          ? []
          : [
              '[neighbors.route-reflector.config]',
              'route-reflector-client = true',
              'route-reflector-cluster-id = "10.255.0.1"',
            ]),
      ]),
      '',
    ].join('\n'),
  }),
};

const bird: Speaker = {
  name: 'bird',
  program: '/usr/sbin/bird',
  setup: (folder, clients) => ({
    args: ['-f', '-c', join(folder, 'conf'), '-s', join(folder, 'control')],
    conf: [
      'router id 10.255.0.1;',
      'protocol device {}',
      ...[FEEDER, ...clients].map(
        (at, i) =>
          `protocol bgp b${i} { local 127.0.0.1 port ${PORT} as 65000; neighbor ${at} as ${at === FEEDER ? 65001 : 65000}; ` +
          `${at === FEEDER ? 'multihop;' : 'rr client; multihop;'} passive; strict bind on; ` +
          'ipv4 { import all; export all; next hop self; }; }',
      ),
      '',
    ].join('\n'),
  }),
};

/** A session on a real socket: says what it is given, and counts the prefixes that it is told. */
class Session {
  told = 0;
  up = false;
  closed = false;
  readonly #socket: Socket;
  readonly #stream = new MessageStream();

  constructor(at: string, asn: number) {
    this.#socket = connect({ host: '127.0.0.1', port: PORT, localAddress: at });
    this.#socket.on('error', () => {});
    this.#socket.on('close', () => {
      this.closed = true;
    });
    const parameters = [
      [
        { kind: 'multiprotocol' as const, ...FAMILIES.ipv4 },
        { kind: 'four-octet-as' as const, asn },
      ],
    ];
    const routerId = ip(at.replace('127.0', '10.9'));
    this.#socket.on('connect', () => {
      const open = { asn, holdTime: HOLD_SECONDS, routerId: routerId as never, parameters };
      this.write(encodeMessage({ type: 'open', open }, DIALECT));
      this.write(encodeMessage({ type: 'keepalive' }, DIALECT));
    });
    this.#socket.on('data', (bytes) => this.#take(Uint8Array.from(bytes as Buffer)));
  }

  write(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  end(): void {
    this.#socket.destroy();
  }

  #take(bytes: Uint8Array): void {
    for (const raw of this.#stream.take(bytes).messages) {
      const message = decodeMessage(raw, DIALECT);
      if (!message.ok) throw new Error(`a message that cannot be read: ${JSON.stringify(message.error)}`);
      if (message.value.type === 'keepalive') this.up = true;
      if (message.value.type === 'update') this.told += message.value.update.nlri.length;
    }
  }
}

const sleep = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

async function until(done: () => boolean, what: string): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  while (!done()) {
    if (Date.now() > limit) throw new Error(`not within ${PATIENCE_MS / 1000} s: ${what}`);
    await sleep(50);
  }
}

/** Opens a session again and again until the daemon takes it. */
async function opened(at: string, asn: number): Promise<Session> {
  const limit = Date.now() + PATIENCE_MS;
  for (;;) {
    const session = new Session(at, asn);
    while (!session.up && !session.closed && Date.now() < limit) await sleep(50);
    if (session.up) return session;
    session.end();
    if (Date.now() > limit) throw new Error(`no session from ${at}`);
    await sleep(200);
  }
}

/** CPU seconds from the first prefix until the daemon rests; every client must have been told everything. */
async function fed(speaker: Speaker, count: number, clients: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'labelstack-peer-'));
  chmodSync(folder, 0o777);
  if (speaker === frr) {
    mkdirSync('/var/run/frr/labelstack', { recursive: true });
    spawnSync('chown', ['frr:frr', '/var/run/frr/labelstack']);
  }
  const { args, conf } = speaker.setup(folder, clients);
  writeFileSync(join(folder, 'conf'), conf);
  const child = spawn(speaker.program, args, { stdio: 'ignore' });
  const sessions: Session[] = [];
  try {
    const feeder = await opened(FEEDER, 65001);
    sessions.push(feeder);
    for (const at of clients) sessions.push(await opened(at, 65000));
    const pid = child.pid ?? 0;
    const before = cpuOfProcess(pid);
    for (const message of feed(count)) feeder.write(message);
    for (const one of sessions.slice(1)) await until(() => one.told >= count, `${one.told} of ${count} prefixes`);
    for (let last = -1, now = before; now - last > 0.02; ) {
      await sleep(1000);
      last = now;
      now = cpuOfProcess(pid);
    }
    return cpuOfProcess(pid) - before;
  } finally {
    for (const one of sessions) one.end();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    // The next one wants the same port.
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figure, or why there is none. */
const measured = (speaker: Speaker, count: number, clients: number): Promise<number | string> =>
  fed(speaker, count, clientsOf(clients)).then(rounded, String);

/** For each daemon: the feed alone, and told on to so many clients; or why not. */
export async function peersFed(count: number, clients: number): Promise<Readonly<Record<string, unknown>>> {
  if (process.platform !== 'linux') return { skipped: 'it needs Linux' };
  const facts: Record<string, unknown> = {};
  for (const speaker of [frr, gobgp, bird]) {
    if (!existsSync(speaker.program)) {
      facts[speaker.name] = { skipped: `${speaker.program} is not installed` };
      continue;
    }
    // One client shows that the daemon takes what it is fed; the first figure is without any.
    const shown = await measured(speaker, 1_000, 1);
    facts[speaker.name] =
      typeof shown === 'string'
        ? { failed: shown }
        : {
            feedCpuSeconds: await measured(speaker, count, 0),
            reflectedCpuSeconds: await measured(speaker, count, clients),
          };
  }
  return facts;
}
