// Static routes, and what routing protocols do with `passive-interface`.
// Source of the answers: sessions on IOS 15.x (`%Inconsistent address and mask`, `%Invalid next hop address (it's this router)`,
// `%No matching route to delete`, `%Default route without gateway, if not a point-to-point interface, may impact
// performance`); Cisco IOS IP Routing: Protocol-Independent command reference, "ip route", "ip route vrf".

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask, prefix } from '../../../base/prefix.ts';
import { findAll, remove } from '../../../config/edit.ts';
import type { ConfigTree, Statement } from '../../../config/tree.ts';
import { isVirtual } from '../interface-names.ts';
import { addressesOf, interfaceNodes, vrfOf } from './addresses.ts';
import {
  bothWays,
  done,
  type Edit,
  incomplete,
  type Outcome,
  plainDefault,
  plainNo,
  plainSet,
  refused,
  siblingsOf,
} from './edit.ts';
import { vrfNode } from './vrf-nodes.ts';

function routeRule(edit: Edit): Outcome {
  const { tree, statement, verb, environment } = edit;
  const { args } = statement;
  if (verb !== 'set') return noRoute(edit);
  const address = parseIp4(args['network'] ?? '');
  const mask = parseIp4(args['mask'] ?? '');
  const length = mask === undefined ? undefined : lengthOfMask(mask);
  if (address === undefined || length === undefined || prefix(address, length).address !== address)
    return refused('%Inconsistent address and mask');
  const vrf = args['vrf'];
  if (vrf !== undefined && !vrfNode(tree, vrf)) return refused(`% IP routing table ${vrf} does not exist`);
  const gateway = parseIp4(args['gateway'] ?? '');
  if (gateway !== undefined && !environment.reading && isOwn(tree, vrf, gateway))
    return refused("%Invalid next hop address (it's this router)");
  const out = args['interface'];
  const bare = out !== undefined && gateway === undefined && !out.startsWith('Null');
  if (bare && vrf !== undefined && !isVirtual(out))
    return refused('% For VPN routes, must specify a next hop IP address if not a point-to-point interface');
  const outcome = plainSet(edit);
  const warns = bare && !environment.reading && !out.startsWith('Tunnel');
  return outcome.kind === 'done' && warns ? { ...outcome, say: [WITHOUT_GATEWAY] } : outcome;
}

const WITHOUT_GATEWAY = '%Default route without gateway, if not a point-to-point interface, may impact performance';

/** An address of this router in the same table. */
function isOwn(tree: ConfigTree, vrf: string | undefined, address: number): boolean {
  return interfaceNodes(tree).some(
    (node) => vrfOf(node) === vrf && addressesOf(node).some((own) => own.address === address),
  );
}

/** Every route that begins like what was typed: without a next hop, all to that prefix. */
function noRoute(edit: Edit): Outcome {
  const { tree, statement, missing } = edit;
  if (statement.args['mask'] === undefined) return incomplete;
  const chain = [missing === 'nothing' ? keysOnly(statement) : statement];
  if (findAll(tree, chain).length === 0) return refused('%No matching route to delete');
  return done(remove(tree, chain).tree);
}

/** Distance, name and tag do not say which route is meant. */
function keysOnly(statement: Statement): Statement {
  const { words, args } = statement;
  const last = args['gateway'] ?? args['interface'] ?? '';
  return { ...statement, words: words.slice(0, words.lastIndexOf(last) + 1) };
}

/** `no passive-interface X` is kept where all are passive unless said otherwise. */
function passiveRule(edit: Edit): Outcome {
  const all = siblingsOf(edit).some(({ spec, negated }) => spec.name === 'passive-interface default' && !negated);
  if (edit.verb === 'no' && all) return bothWays(edit);
  if (edit.verb === 'default') return plainDefault(edit);
  return edit.verb === 'set' ? plainSet(edit) : plainNo(edit);
}

/** Host bits are dropped, as the configuration shows. */
function networkRule(edit: Edit): Outcome {
  const { statement, verb } = edit;
  const address = parseIp4(statement.args['network'] ?? '');
  const wildcard = parseIp4(statement.args['wildcard'] ?? '');
  if (address === undefined || wildcard === undefined) return verb === 'set' ? plainSet(edit) : plainNo(edit);
  const network = ip4Text(((address & ~wildcard) >>> 0) as typeof address);
  const words = statement.words.map((word, i) => (i === 1 ? network : word));
  const plain = { ...edit, statement: { ...statement, words, args: { ...statement.args, network } } };
  return verb === 'set' ? plainSet(plain) : plainNo(plain);
}

/** A named process calls its family `unicast`, one with a number does not (captures of IOS XE 16.4). */
function eigrpFamilyRule(edit: Edit): Outcome {
  const { at, statement, verb } = edit;
  const named = !/^\d+$/.test(at[0]?.args['process'] ?? '');
  const [family = '', version = '', ...rest] = statement.words.filter((word) => word !== 'unicast');
  const whole = rest[0] === 'multicast' || !named ? [family, version, ...rest] : [family, version, 'unicast', ...rest];
  const plain = { ...edit, statement: { ...statement, words: whole } };
  return verb === 'set' ? plainSet(plain) : plainNo(plain);
}

export const routeRules: Readonly<Record<string, (edit: Edit) => Outcome>> = {
  '|ip route': routeRule,
  '*|passive-interface': passiveRule,
  'router eigrp|address-family': eigrpFamilyRule,
  'router ospf|network area': networkRule,
};
