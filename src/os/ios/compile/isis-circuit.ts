// ip router isis, isis …: statements of an interface -> a circuit.
// Source: Cisco IOS IP Routing: IS-IS command reference, with the defaults it names

import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { AuthConfig, AuthKey, CircuitConfig, CircuitLevelConfig, Level } from '../../../protocols/isis/config.ts';
import { type Micros, millis, seconds } from '../../../sim/time.ts';
import { timersOn } from './bfd.ts';
import { all, isOn, numberOf, one, textOf } from './tree-reader.ts';

/** "isis metric": 10. */
const METRIC = 10;
/** "isis priority": 64. */
const PRIORITY = 64;
/** "isis hello-interval": 10 seconds; "isis hello-multiplier": 3. */
const HELLO = 10;
const MULTIPLIER = 3;
/** "isis csnp-interval": 10 seconds on LANs; none on point-to-point links. */
const CSNP = 10;
/** "isis retransmit-interval": 5 seconds; "isis lsp-interval": 33 milliseconds. */
const RETRANSMIT = 5;
const PACING = 33;
/** ISO 10589 partialSNPInterval: 2 seconds; no command changes it. */
const PSNP = seconds(2);

/** The levels that a word names; undefined: it names none. */
export function levelsNamed(words: readonly string[]): readonly Level[] | undefined {
  if (words.includes('level-1-2')) return [1, 2];
  if (words.includes('level-1')) return [1];
  return words.includes('level-2') || words.includes('level-2-only') ? [2] : undefined;
}

/** What stands for one level, else for both. */
function atLevel(node: ConfigTree, name: string, arg: string, level: Level): number | undefined {
  return numberOf(node, `${name} level-${level}`, arg) ?? numberOf(node, name, arg);
}

/** The statement that names this level, else one that names none. */
export function forLevel(node: ConfigTree, name: string, level: Level): ConfigNode | undefined {
  const said = all(node, name);
  return said.find(({ words }) => levelsNamed(words)?.includes(level)) ?? said.find(({ words }) => !levelsNamed(words));
}

/** The keys of a key chain: the first one signs, all of them are believed. */
export function chainKeys(tree: ConfigTree, name: string): readonly string[] {
  const chain = all(tree, 'key chain').find((node) => node.args['name'] === name);
  const numbered = chain ? all(chain, 'key') : [];
  return numbered.flatMap((key) => textOf(key, 'key-string', 'text') ?? []);
}

/** `authentication mode … key-chain …`, or a password of old, below `prefix` (`isis ` on an interface). */
export function authOf(
  tree: ConfigTree,
  node: ConfigTree,
  prefix: string,
  level: Level,
  password: string | undefined,
): AuthConfig | undefined {
  const mode = forLevel(node, `${prefix}authentication mode`, level);
  if (!mode) {
    if (password === undefined) return undefined;
    const key: AuthKey = { algorithm: 'password', secret: password };
    return { send: key, accept: [key] };
  }
  const chain = forLevel(node, `${prefix}authentication key-chain`, level)?.args['chain'];
  const keys = (chain === undefined ? [] : chainKeys(tree, chain)).map(
    (secret): AuthKey =>
      mode.words.includes('md5') ? { algorithm: 'hmac-md5', secret } : { algorithm: 'password', secret },
  );
  const sendOnly = forLevel(node, `${prefix}authentication send-only`, level) !== undefined;
  return { send: keys[0], accept: sendOnly ? [] : keys };
}

/** "isis hello-interval minimal": a hold time of one second, and as many hellos in it as the multiplier says. */
function hellos(node: ConfigTree, level: Level): Pick<CircuitLevelConfig, 'helloInterval' | 'holdSeconds'> {
  const multiplier = atLevel(node, 'isis hello-multiplier', 'count', level) ?? MULTIPLIER;
  if (one(node, 'isis hello-interval minimal'))
    return { helloInterval: Math.floor(1_000_000 / multiplier) as Micros, holdSeconds: 1 };
  const interval = atLevel(node, 'isis hello-interval', 'seconds', level) ?? HELLO;
  return { helloInterval: seconds(interval), holdSeconds: Math.min(65_535, interval * multiplier) };
}

function levelOf(
  tree: ConfigTree,
  node: ConfigTree,
  level: Level,
  metric: number | undefined,
  p2p: boolean,
): CircuitLevelConfig {
  const csnp = atLevel(node, 'isis csnp-interval', 'seconds', level) ?? (p2p ? 0 : CSNP);
  const password = forLevel(node, 'isis password', level)?.args['password'];
  return {
    metric: atLevel(node, 'isis metric', 'metric', level) ?? metric ?? METRIC,
    ...hellos(node, level),
    priority: atLevel(node, 'isis priority', 'priority', level) ?? PRIORITY,
    auth: authOf(tree, node, 'isis ', level, password),
    csnpInterval: csnp === 0 ? undefined : seconds(csnp),
  };
}

/** What the process says of every circuit. */
export interface ProcessDefaults {
  readonly levels: readonly Level[];
  readonly passive: boolean;
  readonly metric: Readonly<Record<Level, number | undefined>>;
  readonly padding: boolean;
  readonly passiveOnly: boolean;
  readonly ldpSync: CircuitConfig['ldpSync'];
  /** "bfd all-interfaces" */
  readonly bfd: boolean;
}

/** What the interface says counts more than what the process says. */
function wantsBfd(node: ConfigTree, defaults: ProcessDefaults): boolean {
  const said = one(node, 'isis bfd');
  return said ? !said.words.includes('disable') : defaults.bfd;
}

const NO_METRIC: ProcessDefaults['metric'] = { 1: 0, 2: 0 };

/** `node`: the interface; a circuit that only `passive-interface` names may say nothing itself. */
export function circuitOf(tree: ConfigTree, name: string, node: ConfigTree, defaults: ProcessDefaults): CircuitConfig {
  const p2p = one(node, 'isis network point-to-point') !== undefined;
  const type = one(node, 'isis circuit-type');
  const { passive } = defaults;
  // Captured LSPs of IOS: `Metric: 0 IP 10.1.1.1` for a passive loopback, whatever the process's own metric is.
  const metric = passive ? NO_METRIC : defaults.metric;
  return {
    network: p2p ? 'point-to-point' : 'broadcast',
    passive,
    levels: (type && levelsNamed(type.words)) ?? [1, 2],
    level: { 1: levelOf(tree, node, 1, metric[1], p2p), 2: levelOf(tree, node, 2, metric[2], p2p) },
    advertise: isOn(node, 'isis advertise prefix') && (!defaults.passiveOnly || passive),
    tag: numberOf(node, 'isis tag', 'tag'),
    // "hello padding": to the full MTU unless it was switched off for all or for this interface.
    padding: defaults.padding && isOn(node, 'isis hello padding') ? 'always' : 'never',
    lspInterval: millis(numberOf(node, 'isis lsp-interval', 'milliseconds') ?? PACING),
    retransmitInterval: seconds(numberOf(node, 'isis retransmit-interval', 'seconds') ?? RETRANSMIT),
    psnpInterval: PSNP,
    bfd: wantsBfd(node, defaults) ? timersOn(tree, name) : undefined,
    // "mpls ldp igp sync": in force on every interface of the process but where it is negated.
    ldpSync: isOn(node, 'mpls ldp igp sync') ? defaults.ldpSync : undefined,
  };
}
