// VRFs: distinguishers, route targets, and what goes with a VRF that is taken away.
// Source of the answers: a session on IOS XE (`% RD 65000:100 already in use by VRF CUST_A`), a lab's notes on IOS XE (`Do "no
// rd 65001:1" first, in "vrf CE-RTR1" submode, before redefining the RD for the VRF`), sessions on IOS and IOS XE (`% IPv4
// addresses from all interfaces in VRF Bob have been removed`), Cisco IOS MPLS Layer 3 VPNs command reference.

import { remove } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
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
  removeAt,
  specNamed,
  statementOf,
} from './edit.ts';
import { leaveVrf, withoutAddressesIn } from './rules-interface.ts';
import { rdOf, vrfNode, vrfNodes } from './vrf-nodes.ts';

function definitionRule(edit: Edit): Outcome {
  const { tree, statement, verb } = edit;
  const name = statement.args['vrf'];
  if (name === undefined) return incomplete;
  const known = vrfNode(tree, name);
  if (verb === 'set') {
    if (known && known.spec.name !== statement.spec.name)
      return refused(`% VRF ${name} is already configured with the other syntax`);
    return plainSet(edit);
  }
  if (known?.spec.name !== statement.spec.name) return refused(`% VRF ${name} does not exist`);
  const both = statement.spec.name === 'ip vrf' ? 'IPv4' : 'IPv4 and IPv6';
  const gone = withoutBgpOf(withoutRoutesOf(leaveVrf(removeAt(tree, [], statement), name), name), name);
  return done(
    gone,
    edit.environment.reading ? [] : [`% ${both} addresses from all interfaces in VRF ${name} have been removed`],
  );
}

/** Static routes of a VRF go with it. */
function withoutRoutesOf(tree: ConfigTree, name: string): ConfigTree {
  return tree.children
    .filter(({ spec, args }) => spec.name === 'ip route' && args['vrf'] === name)
    .reduce((made, node) => removeAt(made, [], node), tree);
}

/** BGP's family of a VRF goes with the VRF, and with its distinguisher. */
export function withoutBgpOf(tree: ConfigTree, name: string): ConfigTree {
  return tree.children
    .filter(({ spec }) => spec.name === 'router bgp')
    .reduce((made, bgp) => {
      const families = bgp.children.filter(({ args }) => args['vrf'] === name);
      return families.reduce((left, family) => remove(left, [bgp, family]).tree, made);
    }, tree);
}

/** A distinguisher is given once; to change it, it must be taken away, and BGP's family of the VRF goes with it. */
function rdRule(edit: Edit): Outcome {
  const { tree, statement, verb } = edit;
  const vrf = blockOf(edit) as ConfigNode;
  const name = vrf.args['vrf'] ?? '';
  const old = rdOf(vrf);
  if (verb !== 'set') {
    if (old === undefined || (statement.args['rd'] ?? old) !== old) return refused('% RD does not exist');
    return done(withoutBgpOf(removeAt(tree, edit.at, statement), name));
  }
  const rd = statement.args['rd'];
  if (old === rd) return done(tree);
  if (old !== undefined)
    return refused(`% Do "no rd ${old}" first, in "vrf ${name}" submode, before redefining the RD for the VRF`);
  const owner = vrfNodes(tree).find((other) => other.args['vrf'] !== name && rdOf(other) === rd);
  if (owner) return refused(`% RD ${rd} already in use by VRF ${owner.args['vrf']}`);
  return plainSet(edit);
}

/** `both` and no direction at all are two lines, as the configuration prints them. */
function targetRule(edit: Edit): Outcome {
  const { at, statement, verb } = edit;
  const target = statement.args['target'];
  if (target === undefined) return incomplete;
  const specs = at.at(-1)?.spec.children ?? [];
  const tree = ['export', 'import'].reduce((made, direction) => {
    const words = ['route-target', direction];
    const one = statementOf(specNamed(specs, words.join(' ')), [...words, target], { target });
    return verb === 'set' ? putAt(made, at, one) : removeAt(made, at, one);
  }, edit.tree);
  return done(tree);
}

/** `unicast` is what a family is unless said otherwise. */
function familyRule(edit: Edit): Outcome {
  const { statement, verb } = edit;
  const words = statement.words.filter((word) => word !== 'unicast');
  const plain = { ...edit, statement: { ...statement, words } };
  if (verb === 'set') return plainSet(plain);
  const outcome = plainNo(plain);
  const name = blockOf(edit)?.args['vrf'] ?? '';
  if (outcome.kind !== 'done' || outcome.tree === edit.tree || !words.includes('ipv4')) return outcome;
  const say = edit.environment.reading ? [] : [`% IPv4 addresses from all interfaces in VRF ${name} have been removed`];
  return done(withoutAddressesIn(outcome.tree, name), say);
}

/** The blocks of a VRF that have route targets. */
const BLOCKS = ['vrf definition', 'ip vrf', 'address-family ipv4', 'address-family ipv6'];

const inBlocks = (name: string, rule: (edit: Edit) => Outcome): Readonly<Record<string, (edit: Edit) => Outcome>> =>
  Object.fromEntries(BLOCKS.map((block) => [`${block}|${name}`, rule]));

export const vrfRules: Readonly<Record<string, (edit: Edit) => Outcome>> = {
  '|vrf definition': definitionRule,
  '|ip vrf': definitionRule,
  'vrf definition|rd': rdRule,
  'ip vrf|rd': rdRule,
  ...inBlocks('route-target', targetRule),
  ...inBlocks('route-target both', targetRule),
  'vrf definition|address-family ipv4': familyRule,
  'vrf definition|address-family ipv6': familyRule,
};
