// Interfaces: made by being named, shut, given addresses and VRFs.
// Source of the answers: Cisco IOS IP Addressing command reference ("ip address", "vrf forwarding"); captures of IOS 15.x
// and IOS XE sessions (`% Interface … IPv4 disabled and address(es) removed …`, `% … overlaps with …`, `% Configuring IP
// routing on a LAN subinterface …`, `%Configuration of multiple subinterfaces …`, `… incorrect IP address assignment`).

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import { present } from '../../../base/must.ts';
import { lengthOfMask, prefix } from '../../../base/prefix.ts';
import { find, remove } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../../config/tree.ts';
import { isSubinterface, isVirtual, isWan, nameParts, portOf } from '../interface-names.ts';
import {
  addressesOf,
  interfaceNodes,
  isNetworkOrBroadcast,
  isNoHost,
  overlapping,
  overlapText,
  vrfOf,
} from './addresses.ts';
import {
  blockOf,
  done,
  type Edit,
  incomplete,
  type Outcome,
  opened,
  plainNo,
  plainSet,
  putAt,
  refused,
  removeAt,
  specNamed,
  statementOf,
} from './edit.ts';
import { vrfNode } from './vrf-nodes.ts';

/** The interface in whose block an edit stands. */
const here = (edit: Edit): ConfigNode => present(blockOf(edit), 'an interface');

/** An interface that is not there yet begins without an address; one for nothing never has any. */
function withInterface(tree: ConfigTree, statement: Statement): ConfigTree {
  if (find(tree, [statement])) return tree;
  const made = putAt(tree, [], statement);
  if (nameParts(statement.words[1] ?? '').className === 'Null') return made;
  const address = specNamed(statement.spec.children, 'ip address');
  return putAt(made, [statement], statementOf(address, ['ip', 'address'], {}), true);
}

const REAPPEARS = '% Not all config may be removed and may reappear after reactivating the sub-interface';

function interfaceRule(typed: Edit): Outcome {
  const { tree, verb, environment } = typed;
  const name = typed.statement.args['interface'];
  if (name === undefined) return incomplete;
  // Only the sub-interfaces of serial lines are links of a kind (`point-to-point`).
  const words = isWan(name) && isSubinterface(name) ? typed.statement.words : ['interface', name];
  const statement = { ...typed.statement, words };
  const edit = { ...typed, statement };
  if (verb === 'set') return done(withInterface(tree, statement));
  if (verb === 'default') return defaultInterface(edit, name);
  if (!isVirtual(name) && !isSubinterface(name)) return refused('% Removal of physical interfaces is not permitted');
  const gone = removeAt(tree, [], statement);
  return done(gone, isSubinterface(name) && !environment.reading ? [REAPPEARS] : []);
}

/** Source: Cisco IOS Interface and Hardware Component, "default (interface)": `… set to default configuration`. */
function defaultInterface({ tree, statement, environment }: Edit, name: string): Outcome {
  const factory = find(environment.factory, [statement]);
  const cleared = withInterface(removeAt(tree, [], statement), statement);
  const restored = (factory?.children ?? []).reduce(
    // A port comes back without `shutdown`, whatever it left the factory with.
    (made, node) => (node.spec.name === 'shutdown' ? made : putAt(made, [statement], node, node.negated)),
    cleared,
  );
  return done(restored, [`Interface ${name} set to default configuration`]);
}

/** One after the other, each with its answer. */
function defaultInterfaces(edit: Edit, statements: readonly Statement[]): Outcome {
  let tree = edit.tree;
  const said: string[] = [];
  for (const statement of statements) {
    const outcome = defaultInterface({ ...edit, tree, statement }, statement.args['interface'] ?? '');
    if (outcome.kind !== 'done') return outcome;
    tree = outcome.tree;
    said.push(...outcome.say);
  }
  return done(tree, said);
}

function rangeRule(edit: Edit): Outcome {
  const { tree, statement, verb } = edit;
  const names = (statement.args['range'] ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) return incomplete;
  if (verb === 'no') return incomplete;
  const node = tree.children.find(({ spec }) => spec.name === 'interface');
  const { spec } = present(node, 'an interface');
  const statements = names.map((name) => statementOf(spec, ['interface', name], { interface: name }));
  if (verb === 'default') return defaultInterfaces(edit, statements);
  const made = statements.reduce(withInterface, tree);
  return opened(
    made,
    statements.map((one) => [one]),
  );
}

const LAN_SUBINTERFACE = [
  '',
  '% Configuring IP routing on a LAN subinterface is only allowed if that',
  'subinterface is already configured as part of an IEEE 802.10, IEEE 802.1Q,',
  'or ISL vLAN.',
  '',
];

const WARN_31 = '% Warning: use /31 mask on non point-to-point interface cautiously';

function addressRule(edit: Edit): Outcome {
  const { statement, verb } = edit;
  const secondary = statement.spec.name === 'ip address secondary';
  if (verb !== 'set') return secondary && edit.missing === 'nothing' ? noSecondary(edit) : noAddress(edit);
  const address = parseIp4(statement.args['address'] ?? '') ?? (0 as never);
  const mask = parseIp4(statement.args['mask'] ?? '') ?? (0 as never);
  const length = lengthOfMask(mask);
  const node = here(edit);
  const name = node.words[1] ?? '';
  if (isNoHost(address)) return refused(`Not a valid host address - ${ip4Text(address)}`);
  if (length === undefined) {
    const hex = mask.toString(16).toUpperCase().padStart(8, '0');
    return refused(`Bad mask 0x${hex} for address ${ip4Text(address)}`);
  }
  if (isNetworkOrBroadcast(address, length) || length === 0)
    return refused(`Bad mask /${length} for address ${ip4Text(address)}`);
  const tagged = node.children.some(({ spec }) => spec.name.startsWith('encapsulation'));
  if (isSubinterface(name) && !isWan(name) && !tagged) return refused(...LAN_SUBINTERFACE);
  if (familyMissing(edit, node)) return refused(`%IPv4 protocol is not enabled in VRF ${vrfOf(node)}`);
  const block = prefix(address, length);
  const own = addressesOf(node).find(
    (other) =>
      (secondary || other.secondary) && other.address !== address && prefix(other.address, other.length) === block,
  );
  if (!secondary && own) return refused(overlapText(block, { name, secondary: true }));
  const other = overlapping(edit.tree, node, block);
  if (other && !edit.environment.reading) return refused(overlapText(block, other));
  const outcome = setAddress(edit, secondary);
  const warns = length === 31 && !isVirtual(name) && !edit.environment.reading;
  return outcome.kind === 'done' && warns ? { ...outcome, say: [WARN_31] } : outcome;
}

/**
 * A VRF of the new syntax takes addresses of the families it has. The words are those that IOS XE has for IPv6
 * (capture `show cts role-based sgt-map vrf …`: `%IPv6 protocol is not enabled in VRF …`).
 */
function familyMissing({ tree }: Edit, node: ConfigNode): boolean {
  const vrf = vrfOf(node);
  const found = vrf === undefined ? undefined : vrfNode(tree, vrf);
  return (
    found?.spec.name === 'vrf definition' && !found.children.some(({ spec }) => spec.name === 'address-family ipv4')
  );
}

/** An address that was secondary becomes primary by being typed so, and the other way round. */
function setAddress(edit: Edit, secondary: boolean): Outcome {
  const { tree, at, statement } = edit;
  const node = here(edit);
  const typed = statement.args['address'];
  if (secondary) {
    const primary = node.children.find(({ spec, negated }) => spec.name === 'ip address' && !negated);
    if (primary?.args['address'] === typed) return refused('% Primary address cannot be configured as secondary');
    // What is left of `no ip address` goes.
    const none = node.children.find(({ spec, negated }) => spec.name === 'ip address' && negated);
    return done(putAt(none ? removeAt(tree, at, none) : tree, at, statement));
  }
  const same = node.children.find(
    ({ spec, args }) => spec.name === 'ip address secondary' && args['address'] === typed,
  );
  return done(putAt(same ? removeAt(tree, at, same) : tree, at, statement));
}

/** The last address that goes leaves `no ip address`. */
function noSecondary(edit: Edit): Outcome {
  const outcome = plainNo(edit);
  if (outcome.kind !== 'done') return outcome;
  const [at] = edit.at as readonly [Statement];
  const left = find(outcome.tree, [at]);
  return left && addressesOf(left).length === 0 ? done(withoutAddresses(outcome.tree, at)) : outcome;
}

/** `no ip address`: all of them; with an address, that one, which must not be the first of several. */
function noAddress(edit: Edit): Outcome {
  const { tree, at, statement } = edit;
  const node = here(edit);
  const address = statement.args['address'];
  const addresses = addressesOf(node);
  if (address !== undefined) {
    const primary = node.children.find(({ spec, negated }) => spec.name === 'ip address' && !negated);
    if (edit.missing !== 'nothing') return incomplete;
    if (primary?.args['address'] !== address || primary.args['mask'] !== statement.args['mask'])
      return refused('Invalid address');
    if (addresses.some(({ secondary }) => secondary)) return refused('Must delete secondary before deleting primary');
  }
  return done(withoutAddresses(tree, at[0] as Statement));
}

/** The interface without any address. */
export function withoutAddresses(tree: ConfigTree, statement: Statement): ConfigTree {
  const node = find(tree, [statement]);
  const address = specNamed(statement.spec.children, 'ip address');
  const cleared = (node?.children ?? [])
    .filter(({ spec }) => spec.name.startsWith('ip address'))
    .reduce((made, one) => remove(made, [statement, one]).tree, tree);
  return putAt(cleared, [statement], statementOf(address, ['ip', 'address'], {}), true);
}

function forwardingRule(edit: Edit): Outcome {
  const { tree, at, statement, verb, environment } = edit;
  const node = here(edit);
  const old = node.children.find(({ spec }) => spec.name === 'vrf forwarding' || spec.name === 'ip vrf forwarding');
  const vrf = statement.args['vrf'];
  const found = vrf === undefined ? undefined : vrfNode(tree, vrf);
  if (verb === 'set' && !found) return refused(`% VRF ${vrf} not configured, invalid vrf name`);
  if (verb === 'set' && old?.args['vrf'] === vrf) return done(tree);
  if (verb !== 'set' && !old) return done(tree);
  const own = at[0] as Statement;
  const had = addressesOf(node).length > 0;
  const moved = withoutAddresses(old ? removeAt(tree, at, old) : tree, own);
  const after = verb === 'set' ? putAt(moved, at, inSyntaxOf(found as ConfigNode, own, vrf ?? '')) : moved;
  const how = verb === 'set' ? `enabling VRF ${vrf}` : `disabling VRF ${old?.args['vrf']}`;
  const notice = `% Interface ${own.words[1]} IPv4 disabled and address(es) removed due to ${how}`;
  return done(after, had && !environment.reading ? [notice] : []);
}

/** Whichever way it was typed, it is kept in the syntax of the VRF it names. */
function inSyntaxOf(vrf: ConfigNode, own: Statement, name: string): Statement {
  const words = vrf.spec.name === 'ip vrf' ? ['ip', 'vrf', 'forwarding'] : ['vrf', 'forwarding'];
  return statementOf(specNamed(own.spec.children, words.join(' ')), [...words, name], { vrf: name });
}

/** A port that comes up with an address of another one's subnet stays up and says so. */
function shutdownRule(edit: Edit): Outcome {
  if (edit.verb === 'set') return plainSet(edit);
  const node = here(edit);
  for (const { address, length } of addressesOf(node)) {
    const block = prefix(address, length);
    const other = overlapping(edit.tree, node, block);
    if (other && !edit.environment.reading)
      return refused(overlapText(block, other), `${node.words[1]}: incorrect IP address assignment`);
  }
  return done(removeAt(edit.tree, edit.at, edit.statement));
}

function encapsulationRule(edit: Edit): Outcome {
  const node = here(edit);
  const name = node.words[1] ?? '';
  if (edit.verb !== 'set') return plainNo(edit);
  const vlan = edit.statement.args['vlan'];
  const taken = interfaceNodes(edit.tree).find(
    (other) =>
      other !== node &&
      isSubinterface(other.words[1] ?? '') &&
      portOf(other.words[1] ?? '') === portOf(name) &&
      other.children.some(({ spec, args }) => spec.name === 'encapsulation dot1Q' && args['vlan'] === vlan),
  );
  if (!taken) return plainSet(edit);
  return refused(
    '',
    '%Configuration of multiple subinterfaces of the same main',
    `interface with the same VID (${vlan}) is not permitted.`,
    `This VID is already configured on ${taken.words[1]}.`,
    '',
  );
}

export const interfaceRules: Readonly<Record<string, (edit: Edit) => Outcome>> = {
  '|interface': interfaceRule,
  '|interface range': rangeRule,
  'interface|ip address': addressRule,
  'interface|ip address secondary': addressRule,
  'interface|ip address dhcp': (edit) => (edit.verb === 'set' ? plainSet(edit) : done(edit.tree)),
  'interface|vrf forwarding': forwardingRule,
  'interface|ip vrf forwarding': forwardingRule,
  'interface|shutdown': shutdownRule,
  'interface|encapsulation dot1Q': encapsulationRule,
};

/** Every interface of a VRF loses its addresses and stays in it. */
export const withoutAddressesIn = (tree: ConfigTree, name: string): ConfigTree =>
  interfaceNodes(tree)
    .filter((node) => vrfOf(node) === name)
    .reduce(withoutAddresses, tree);

/** Every interface of a VRF loses its addresses and leaves it. */
export function leaveVrf(tree: ConfigTree, name: string): ConfigTree {
  return interfaceNodes(tree)
    .filter((node) => vrfOf(node) === name)
    .reduce((made, node) => {
      const forwarding = node.children.find(({ spec }) => spec.name.endsWith('vrf forwarding'));
      const out = forwarding ? removeAt(made, [node], forwarding) : made;
      return withoutAddresses(out, node);
    }, tree);
}
