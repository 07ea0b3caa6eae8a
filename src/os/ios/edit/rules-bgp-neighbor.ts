// neighbor …: who must be known first, what comes with it, and in which block it is kept.
// Source of the answers: `% Specify remote-as or peer-group commands first` (IOS 12.4 to 15), `% Specify remote-as or
// peer-group remote AS first` (test data of gnetcli), `%Create the peer-group first` (IOS 12.4 to 15); running
// configurations of IOS 15 (`send-community extended` with every VPNv4 neighbor, `activate` with every neighbor of a VRF).

import { parseIp4 } from '../../../base/ip.ts';
import { find, remove } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../../config/tree.ts';
import { activation, activeByDefault, asIn, FAMILY_NEIGHBOR, ipv4Block, withIpv4Block } from './bgp-blocks.ts';
import {
  blockOf,
  done,
  type Edit,
  incomplete,
  type Outcome,
  placeOf,
  plainNo,
  plainSet,
  putAt,
  refused,
  siblingsOf,
  specNamed,
  statementOf,
} from './edit.ts';
import { passwordWords } from './rules-system.ts';

/** Attributes of a neighbor need the neighbor; `no neighbor X` takes everything about it. */
export function neighborRule(edit: Edit): Outcome {
  const name = edit.statement.args['neighbor'];
  if (name === undefined) return incomplete;
  if (edit.verb !== 'set') return forget(edit, name);
  const { reading, printed } = edit.environment;
  const spec = edit.statement.spec.name;
  if (spec === 'neighbor peer-group' && !reading) {
    const no = membership(edit, name);
    if (no) return no;
  }
  const makes =
    spec === 'neighbor remote-as' || spec === 'neighbor peer-group' || spec === 'neighbor inherit peer-session';
  if (!makes && !reading && !isKnown(edit, name)) return refused('% Specify remote-as or peer-group commands first');
  if (printed) return plainSet(edit);
  if (spec === 'neighbor activate') return activate(edit, name);
  if (spec === 'neighbor password') return plainSet(hiddenPassword(edit, name));
  const placed = inFamily(edit);
  const outcome = plainSet(placed);
  if (!makes || outcome.kind !== 'done') return outcome;
  return { ...outcome, tree: withActivation(outcome.tree, edit, name) };
}

/** As other passwords: in plain words unless "service password-encryption". */
function hiddenPassword(edit: Edit, name: string): Edit {
  const { tree, statement } = edit;
  const kept = passwordWords(tree, statement.words.slice(3), false);
  const args = { ...statement.args, password: kept.at(-1) ?? '' };
  return { ...edit, statement: { ...statement, words: ['neighbor', name, 'password', ...kept], args } };
}

/** A member's group must be there, and one of the two must say which AS it is in. */
function membership(edit: Edit, name: string): Outcome | undefined {
  const group = edit.statement.args['group'];
  if (group === undefined) return undefined;
  const around = blocksAround(edit);
  const says = (who: string, what: string): boolean =>
    around.some(({ spec, args }) => spec.name === what && args['neighbor'] === who);
  if (!around.some(({ spec, args }) => isGroup(spec.name, args) && args['neighbor'] === group))
    return refused('%Create the peer-group first');
  if (says(name, 'neighbor remote-as') || says(group, 'neighbor remote-as')) return undefined;
  return refused('% Specify remote-as or peer-group remote AS first');
}

const isGroup = (spec: string, args: Readonly<Record<string, string>>): boolean =>
  spec === 'neighbor peer-group' && args['group'] === undefined;

/** Statements of the block, and of the process around a family. */
function blocksAround(edit: Edit): readonly ConfigNode[] {
  const above = edit.at.length > 1 ? siblingsOf({ tree: edit.tree, at: edit.at.slice(0, 1) }) : [];
  return [...siblingsOf(edit), ...above];
}

/** A neighbor or a group of the block, or of the process around a family. */
const isKnown = (edit: Edit, name: string): boolean =>
  blocksAround(edit).some(
    ({ spec, args }) =>
      args['neighbor'] === name &&
      ['neighbor remote-as', 'neighbor peer-group', 'neighbor inherit peer-session'].includes(spec.name),
  );

/** What is said of routes in the process belongs to IPv4: to its block, where there is one. */
function inFamily(edit: Edit): Edit {
  const { tree, at, statement } = edit;
  const block = at.length === 1 && FAMILY_NEIGHBOR.includes(statement.spec.name) ? ipv4Block(tree) : undefined;
  return block ? { ...edit, at: [...at, block], statement: asIn(block, statement) } : edit;
}

/** Whoever is new speaks IPv4, in a VRF always, otherwise unless it is not the default; where blocks are used, they say so. */
function withActivation(tree: ConfigTree, edit: Edit, name: string): ConfigTree {
  if (parseIp4(name) === undefined) return tree;
  const place = placeOf(edit.at);
  const at = edit.at.slice(0, 1);
  const process = find(tree, at);
  const block =
    place === 'address-family ipv4 vrf' ? edit.at.at(-1) : place === 'router bgp' ? ipv4Block(tree) : undefined;
  if (!block || !process || (place === 'router bgp' && !activeByDefault(process))) return tree;
  const chain = [...at, block];
  const said = find(tree, chain)?.children.some(
    ({ spec, args }) => spec.name === 'neighbor activate' && args['neighbor'] === name,
  );
  return said ? tree : putAt(tree, chain, activation(block, name));
}

/** In the process it is IPv4 that is meant; VPNv4 needs extended communities. */
function activate(edit: Edit, name: string): Outcome {
  const { tree, at } = edit;
  const place = placeOf(at);
  if (place === 'router bgp') {
    const process = blockOf(edit);
    if (!ipv4Block(tree) && process && activeByDefault(process)) return done(tree);
    const made = withIpv4Block(tree, at);
    const block = ipv4Block(made) as Statement;
    return plainSet({ ...edit, tree: made, at: [...at, block], statement: activation(block, name) });
  }
  const outcome = plainSet(edit);
  if (place !== 'address-family vpnv4' || outcome.kind !== 'done') return outcome;
  const group = blocksAround(edit).find(
    ({ spec, args }) => spec.name === 'neighbor peer-group' && args['neighbor'] === name,
  )?.args['group'];
  const known = siblingsOf(edit).some(
    ({ spec, args }) =>
      spec.name === 'neighbor send-community' && (args['neighbor'] === name || args['neighbor'] === group),
  );
  if (known) return outcome;
  const spec = specNamed(blockOf({ tree: outcome.tree, at })?.spec.children ?? [], 'neighbor send-community');
  const words = ['neighbor', name, 'send-community', 'extended'];
  return { ...outcome, tree: putAt(outcome.tree, at, statementOf(spec, words, { neighbor: name })) };
}

function forget(edit: Edit, name: string): Outcome {
  const { tree, statement } = edit;
  const { printed } = edit.environment;
  const whole = statement.words.length === 2 || statement.spec.name === 'neighbor remote-as';
  if (edit.missing === 'words' && !whole) return incomplete;
  if (statement.spec.name === 'neighbor activate' && !printed) return deactivate(edit, name);
  if (!whole && statement.spec.name === 'neighbor peer-group' && statement.args['group'] === undefined)
    return done(withoutAll(edit, tree, name));
  if (!whole) return plainNo(printed ? edit : inFamily(edit));
  return done(withoutAll(edit, tree, name));
}

const withoutAll = (edit: Edit, tree: ConfigTree, name: string): ConfigTree =>
  [...aboutNeighbor(edit, name)].reduce((made, chain) => remove(made, chain).tree, tree);

/** IPv4 remembers that it is off where it would be on; of VPNv4 nothing is left. */
function deactivate(edit: Edit, name: string): Outcome {
  const { tree, at } = edit;
  const place = placeOf(at);
  const process = find(tree, at.slice(0, 1));
  if (place === 'address-family vpnv4') {
    const mine = siblingsOf(edit).filter(
      ({ spec, args }) => spec.name.startsWith('neighbor') && args['neighbor'] === name,
    );
    return done(mine.reduce((made, node) => remove(made, [...at, node]).tree, tree));
  }
  const isPlain = place === 'router bgp' || place === 'address-family ipv4';
  if (!isPlain || !process) return plainNo(edit);
  const made = withIpv4Block(tree, at.slice(0, 1));
  const block = ipv4Block(made) as Statement;
  const chain = [...at.slice(0, 1), block];
  const statement = activation(block, name);
  if (activeByDefault(process)) return done(putAt(made, chain, statement, true));
  return done(remove(made, [...chain, statement]).tree);
}

/** Every statement about a neighbor in this block and, from the process, in its families outside of VRFs. */
function* aboutNeighbor(edit: Edit, name: string): Generator<readonly Statement[]> {
  const block = blockOf(edit) as ConfigNode;
  const isAbout = ({ spec, args }: ConfigNode): boolean =>
    spec.name.startsWith('neighbor') && (args['neighbor'] === name || args['group'] === name);
  for (const node of block.children) if (isAbout(node)) yield [...edit.at, node];
  for (const family of block.children) {
    if (!family.spec.name.startsWith('address-family') || family.args['vrf'] !== undefined) continue;
    for (const node of family.children) if (isAbout(node)) yield [...edit.at, family, node];
  }
}
