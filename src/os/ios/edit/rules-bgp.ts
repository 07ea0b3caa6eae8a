// BGP: one process, families that need a distinguisher, options that add up.
// Source of the answers: sessions on IOS (`BGP is already running; AS is 1`) and IOS XE (`% VRF BLUE does not have an RD
// configured.`), FRR-independent test data of gnetcli (`% Specify remote-as or peer-group remote AS first`), Cisco IOS IP
// Routing: BGP command reference.

import { classfulLength, ip4Text, parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask, maskOf, prefix } from '../../../base/prefix.ts';
import { find, remove } from '../../../config/edit.ts';
import type { ConfigNode, Statement } from '../../../config/tree.ts';
import { canonical } from './canonical.ts';
import {
  blockOf,
  done,
  type Edit,
  incomplete,
  type Outcome,
  plainNo,
  plainSet,
  putAt,
  refused,
  siblingsOf,
  specNamed,
  statementOf,
} from './edit.ts';
import { rdOf, vrfNode } from './vrf-nodes.ts';

function processRule(edit: Edit): Outcome {
  const { tree, statement, verb } = edit;
  if (statement.args['asn'] === undefined) return incomplete;
  const running = tree.children.find(({ spec }) => spec.name === 'router bgp');
  const other = running !== undefined && running.args['asn'] !== statement.args['asn'];
  if (verb !== 'set') {
    if (other) return refused(`BGP is already running; AS is ${running.args['asn']}`);
    return plainNo(edit);
  }
  if (other) return refused(`BGP is already running; AS is ${running.args['asn']}`);
  if (running) return done(tree);
  const log = specNamed(statement.spec.children, 'bgp log-neighbor-changes');
  return done(putAt(putAt(tree, [], statement), [statement], statementOf(log, ['bgp', 'log-neighbor-changes'], {})));
}

/** `unicast` is what a family is unless said otherwise. A VRF's family needs the VRF and its distinguisher. */
function familyRule(edit: Edit): Outcome {
  const { tree, statement, verb } = edit;
  const words = statement.words.filter((word) => word !== 'unicast');
  const plain = { ...edit, statement: { ...statement, words } };
  const name = statement.args['vrf'];
  if (verb !== 'set') return plainNo(plain);
  if (name !== undefined) {
    const vrf = vrfNode(tree, name);
    if (!vrf) return refused(`% VRF ${name} does not exist or does not have a RD`);
    if (rdOf(vrf) === undefined) return refused(`% VRF ${name} does not have an RD configured.`);
  }
  return plainSet(plain);
}

/** The mask of a class is not printed; host bits are dropped. */
function networkRule(edit: Edit): Outcome {
  const { statement, verb } = edit;
  const { args } = statement;
  const address = parseIp4(args['network'] ?? '');
  if (address === undefined) return incomplete;
  const mask = args['mask'] === undefined ? undefined : parseIp4(args['mask']);
  const classful = classfulLength(address) ?? 32;
  const length = mask === undefined ? classful : lengthOfMask(mask);
  if (length === undefined) return refused('% Invalid network mask');
  const network = ip4Text(prefix(address, length).address as typeof address);
  const options = statement.words.slice(args['mask'] === undefined ? 2 : 4);
  const masked = length === classful ? [] : ['mask', ip4Text(maskOf(length))];
  const { mask: _, ...others } = args;
  const whole: Statement = {
    spec: statement.spec,
    words: ['network', network, ...masked, ...options],
    args: { ...others, network, ...(masked[1] === undefined ? {} : { mask: masked[1] }) },
  };
  if (verb === 'set') return plainSet({ ...edit, statement: canonical(whole) });
  return done(remove(edit.tree, [...edit.at, canonical({ ...whole, words: ['network', network, ...masked] })]).tree);
}

/** Options that are typed one by one add up; `no` with an option takes that one away. */
function redistributeRule(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  const head = statement.spec.name.split(' ').length;
  const old = find(tree, [...at, { ...statement, words: statement.words.slice(0, head), args: {} }]);
  const typed = pairs(statement.words.slice(head));
  const known = pairs(old?.words.slice(head) ?? []);
  if (verb !== 'set' && typed.size === 0) return plainNo(edit);
  if (verb !== 'set' && !old) return done(tree);
  for (const [option, value] of typed) {
    if (verb === 'set') known.set(option, value);
    else known.delete(option);
  }
  const words = [...statement.words.slice(0, head), ...[...known].flat()];
  const args: Record<string, string> = {};
  for (const [option, value] of known) args[option === 'route-map' ? 'map' : option] = value;
  return done(putAt(tree, at, statementOf(statement.spec, words, args)));
}

function pairs(words: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (let i = 0; i < words.length; i += 2) found.set(words[i] ?? '', words[i + 1] ?? '');
  return found;
}

/** Attributes of a neighbor need the neighbor; `no neighbor X` takes everything about it. */
function neighborRule(edit: Edit): Outcome {
  const { tree, statement, verb, environment } = edit;
  const name = statement.args['neighbor'];
  if (name === undefined) return incomplete;
  if (verb === 'set') {
    const makes = ['neighbor remote-as', 'neighbor peer-group'].includes(statement.spec.name);
    if (makes || environment.reading || isKnown(edit, name)) return plainSet(edit);
    return refused('% Specify remote-as or peer-group commands first');
  }
  const whole = statement.words.length === 2 || statement.spec.name === 'neighbor remote-as';
  if (edit.missing === 'words' && !whole) return incomplete;
  if (!whole) return plainNo(edit);
  const gone = [...aboutNeighbor(edit, name)].reduce((made, chain) => remove(made, chain).tree, tree);
  return done(gone);
}

/** A neighbor or a group of the block, or of the process around a family. */
function isKnown(edit: Edit, name: string): boolean {
  const process = edit.at.slice(0, 1);
  const above = edit.at.length > 1 ? siblingsOf({ tree: edit.tree, at: process }) : [];
  return [...siblingsOf(edit), ...above].some(
    ({ spec, args }) =>
      args['neighbor'] === name && (spec.name === 'neighbor remote-as' || spec.name === 'neighbor peer-group'),
  );
}

/** Every statement about a neighbor in this block and, from the process, in its families outside of VRFs. */
function* aboutNeighbor(edit: Edit, name: string): Generator<readonly Statement[]> {
  const block = blockOf(edit) as ConfigNode;
  const isAbout = ({ spec, args }: ConfigNode): boolean =>
    spec.name.startsWith('neighbor') && args['neighbor'] === name;
  for (const node of block.children) if (isAbout(node)) yield [...edit.at, node];
  for (const family of block.children) {
    if (!family.spec.name.startsWith('address-family') || family.args['vrf'] !== undefined) continue;
    for (const node of family.children) if (isAbout(node)) yield [...edit.at, family, node];
  }
}

export const bgpRules: Readonly<Record<string, (edit: Edit) => Outcome>> = {
  '|router bgp': processRule,
  'router bgp|address-family ipv4': familyRule,
  'router bgp|address-family ipv4 vrf': familyRule,
  'router bgp|address-family vpnv4': familyRule,
  '*|network': networkOf,
  '*|redistribute connected': redistributeRule,
  '*|redistribute static': redistributeRule,
  '*|neighbor *': neighborOf,
};

const plain = (edit: Edit): Outcome => (edit.verb === 'set' ? plainSet(edit) : plainNo(edit));
const inBgp = ({ at }: Edit): boolean => at[0]?.spec.name === 'router bgp';

/** Other protocols have networks and neighbors of their own. */
function networkOf(edit: Edit): Outcome {
  const ip4 = edit.statement.args['prefix'] === undefined;
  return inBgp(edit) && ip4 ? networkRule(edit) : plain(edit);
}
function neighborOf(edit: Edit): Outcome {
  return inBgp(edit) ? neighborRule(edit) : plain(edit);
}
