// Where in the configuration somebody stands: the mode, its prompt, and the sentences that can be typed there.

import { present } from '../../../base/must.ts';
import type { Chain } from '../../../config/edit.ts';
import type { Statement } from '../../../config/tree.ts';
import type { CommandSpec, Vocabulary } from '../../../language/spec.ts';
import { isSubinterface, isVirtual, isWan, nameParts } from '../interface-names.ts';

/** A configuration mode. Several chains: what is typed goes to each (`interface range`, `line vty 0 15`). */
export interface Mode {
  /** From the root to the blocks that are open; one empty chain in global configuration mode. */
  readonly chains: readonly Chain[];
  /** `config-if` */
  readonly prompt: string;
}

export const GLOBAL: Mode = { chains: [[]], prompt: 'config' };

/** How deep: 0 is global configuration mode. */
export const depthOf = (mode: Mode): number => mode.chains[0]?.length ?? 0;

/** The mode that blocks open, each reached by its chain. */
export function modeOf(chains: readonly Chain[]): Mode {
  const last = chains[0]?.at(-1);
  return last ? { chains, prompt: promptOf(last, chains.length > 1) } : GLOBAL;
}

function promptOf({ spec, words }: Statement, several: boolean): string {
  const prompt = spec.mode ?? 'config';
  if (prompt !== 'config-if') return prompt;
  if (several) return 'config-if-range';
  return isSubinterface(words[1] ?? '') ? 'config-subif' : prompt;
}

/** The mode with this many blocks open; the others are left. */
export function upTo(mode: Mode, depth: number): Mode {
  if (depth === depthOf(mode)) return mode;
  if (depth === 0) return GLOBAL;
  const chains = new Map(mode.chains.map((chain) => [chain.slice(0, depth).map(wordsOf).join('\n'), chain]));
  return modeOf([...chains.values()].map((chain) => chain.slice(0, depth)));
}

const wordsOf = ({ words }: Statement): string => words.join(' ');

const PORT_WORDS = [
  'duplex',
  'speed',
  'media-type',
  'negotiation',
  'mac-address',
  'channel-group',
  'lldp',
  'keepalive',
];
const NO_TUNNEL = ['tunnel'];

/** Beginnings of statements that a kind of interface has not. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  port: ['encapsulation', ...NO_TUNNEL],
  wan: [...NO_TUNNEL, 'mop', 'arp', 'duplex', 'media-type', 'negotiation'],
  sub: [...PORT_WORDS, ...NO_TUNNEL, 'mop'],
  Loopback: [
    ...PORT_WORDS,
    ...NO_TUNNEL,
    'mop',
    'encapsulation',
    'cdp',
    'arp',
    'carrier-delay',
    'standby',
    'vrrp',
    'glbp',
  ],
  Null: [...PORT_WORDS, ...NO_TUNNEL, 'mop', 'encapsulation', 'cdp', 'arp', 'ip address', 'vrf', 'ip vrf', 'shutdown'],
  Tunnel: [...PORT_WORDS.filter((word) => word !== 'keepalive'), 'mop', 'encapsulation', 'arp'],
  'Port-channel': ['encapsulation', 'media-type', 'channel-group', ...NO_TUNNEL],
};

/** Which statements an interface lacks goes by this. */
function kindOf(name: string): string {
  if (isWan(name)) return 'wan';
  if (isSubinterface(name)) return 'sub';
  return isVirtual(name) ? nameParts(name).className : 'port';
}

const startsWith = (name: string, begin: string): boolean => name === begin || name.startsWith(`${begin} `);

/** The sentences of a mode. Lists are kept: grammars are made once for each. */
export class ModeSentences {
  readonly #config: readonly CommandSpec[];
  readonly #everywhere: readonly CommandSpec[];
  readonly #withEverywhere = new Map<readonly CommandSpec[], readonly CommandSpec[]>();
  readonly #ofClass = new Map<string, readonly CommandSpec[]>();

  constructor(vocabulary: Vocabulary) {
    this.#config = vocabulary.sections.get('config')?.commands ?? [];
    this.#everywhere = vocabulary.sections.get('anyconfig')?.commands ?? [];
  }

  /** Statements of global configuration mode. */
  get config(): readonly CommandSpec[] {
    return this.#config;
  }

  /** Statements of the mode with so many blocks open. */
  statements(mode: Mode, depth: number = depthOf(mode)): readonly CommandSpec[] {
    if (depth === 0) return this.#config;
    const block = present(mode.chains[0]?.[depth - 1], 'an open block');
    return block.spec.name === 'interface' ? this.#ofInterface(block) : block.spec.children;
  }

  /** A loopback has no duplex, a port no 802.1Q tag of its own. */
  #ofInterface({ spec, words }: Statement): readonly CommandSpec[] {
    const name = words[1] ?? '';
    const kind = kindOf(name);
    const known = this.#ofClass.get(kind);
    if (known) return known;
    const lacking = LACKING[kind] ?? [];
    const heads = new Set(lacking.map((begin) => begin.split(' ')[0]));
    // Names are only put together where the first word makes them matter.
    const made = spec.children.filter(
      (child) =>
        (child.first && !heads.has(child.first.text)) || !lacking.some((begin) => startsWith(child.name, begin)),
    );
    this.#ofClass.set(kind, made);
    return made;
  }

  /** With the commands of every mode: `exit`, `end`, `do`. */
  all(mode: Mode, depth: number = depthOf(mode)): readonly CommandSpec[] {
    const own = this.statements(mode, depth);
    const known = this.#withEverywhere.get(own);
    if (known) return known;
    const made = [...own, ...this.#everywhere];
    this.#withEverywhere.set(own, made);
    return made;
  }
}
