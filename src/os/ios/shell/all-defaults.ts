// show running-config all: with what silence means.
// Source: Cisco IOS Configuration Fundamentals command reference, "show running-config" (`all`: configured lines and defaults);
// the defaults themselves: defaults.ts and the sentences that are on unless negated.

import type { Chain } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { CommandSpec } from '../../../language/spec.ts';
import { wholeSeconds } from '../../../sim/time.ts';
import { ARP_TIMEOUT, EXEC_TIMEOUT, mediumOf } from '../defaults.ts';
import { type ModeSentences, modeOf } from '../edit/mode.ts';
import { isSubinterface, isVirtual, nameParts } from '../interface-names.ts';

const nodeOf = (spec: CommandSpec, words: readonly string[], negated = false): ConfigNode => ({
  spec,
  words,
  args: {},
  children: [],
  negated,
  inactive: false,
  protected: false,
  annotation: undefined,
});

/** Values that a block has without a word about them. A line that begins with `no` is negated. */
function silent(node: ConfigNode): readonly string[] {
  if (node.spec.name === 'interface') return silentInterface(node.words[1] ?? '');
  if (node.spec.name.startsWith('line '))
    return [`exec-timeout ${wholeSeconds(EXEC_TIMEOUT) / 60} 0`, 'length 24', 'width 80', 'privilege level 1'];
  return [];
}

function silentInterface(name: string): readonly string[] {
  if (isSubinterface(name)) return [`arp timeout ${wholeSeconds(ARP_TIMEOUT)}`, 'no shutdown'];
  const { mtu, bandwidthKbps, delayMicros } = mediumOf(nameParts(name).className);
  const common = [`bandwidth ${bandwidthKbps}`, `delay ${delayMicros / 10}`, 'no shutdown'];
  if (isVirtual(name)) return common;
  return [...common, `mtu ${mtu}`, `arp timeout ${wholeSeconds(ARP_TIMEOUT)}`, 'load-interval 300'];
}

function defaultsOf(
  present: readonly ConfigNode[],
  specs: readonly CommandSpec[],
  silentLines: readonly string[],
): readonly ConfigNode[] {
  const said = new Set(present.map(({ spec }) => spec.name));
  const on = specs.filter(({ defaultOn, hidden, name }) => defaultOn && !hidden && !said.has(name));
  const valued = silentLines.flatMap((line) => {
    const negated = line.startsWith('no ');
    const words = (negated ? line.slice(3) : line).split(' ');
    const spec = specs.find(({ name }) => words.join(' ') === name || words.join(' ').startsWith(`${name} `));
    return spec && !said.has(spec.name) ? [nodeOf(spec, words, negated)] : [];
  });
  return [...on.map((spec) => nodeOf(spec, spec.name.split(' '))), ...valued];
}

/** The tree with every default that somebody here knows. */
export function withDefaults(tree: ConfigTree, sentences: ModeSentences): ConfigTree {
  const filled = (chain: Chain, node: ConfigNode): ConfigNode => {
    if (!node.spec.container) return node;
    const here = [...chain, node];
    const own = node.children.map((child) => filled(here, child));
    const more = defaultsOf(own, sentences.statements(modeOf([here])), silent(node));
    return { ...node, children: [...own, ...more].sort((a, b) => a.spec.order - b.spec.order) };
  };
  const own = tree.children.map((node) => filled([], node));
  return { children: [...own, ...defaultsOf(own, sentences.config, [])] };
}
