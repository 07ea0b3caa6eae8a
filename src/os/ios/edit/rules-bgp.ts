// BGP: one process, families that need a distinguisher, options that add up.
// Source of the answers: sessions on IOS (`BGP is already running; AS is 1`) and IOS XE (`% VRF BLUE does not have an RD
// configured.`), FRR-independent test data of gnetcli (`% Specify remote-as or peer-group remote AS first`), Cisco IOS IP
// Routing: BGP command reference.

import { classfulLength, ip4Text, parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask, maskOf, prefix } from '../../../base/prefix.ts';
import { find, remove } from '../../../config/edit.ts';
import type { Statement } from '../../../config/tree.ts';
import { asIn, FAMILY_STATEMENTS, ipv4Block, withIpv4Block } from './bgp-blocks.ts';
import { canonical } from './canonical.ts';
import {
  blockOf,
  done,
  type Edit,
  incomplete,
  type Outcome,
  plainDefault,
  plainNo,
  plainSet,
  putAt,
  refused,
  specNamed,
  statementOf,
} from './edit.ts';
import { neighborRule } from './rules-bgp-neighbor.ts';
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
  if (name !== undefined || edit.environment.printed || words.join(' ') !== 'address-family ipv4')
    return plainSet(plain);
  return plainSet({ ...plain, tree: withIpv4Block(edit.tree, edit.at) });
}

/** Neighbors that there are stay in IPv4; only those that come later have to be activated. */
function defaultFamilyRule(edit: Edit): Outcome {
  const { tree, at, verb, environment } = edit;
  if (verb === 'set') return plainSet(edit);
  if (verb === 'default') return plainDefault(edit);
  const known = blockOf(edit)?.children.some(({ spec }) => spec.name === 'neighbor remote-as') === true;
  if (environment.printed || !known) return plainNo(edit);
  return plainNo({ ...edit, tree: withIpv4Block(tree, at) });
}

/** What belongs to a family goes to the block of IPv4, where that is written as a family. */
function movedToFamily(edit: Edit): Edit {
  const { tree, at, statement, environment } = edit;
  if (environment.printed || at.length !== 1 || !FAMILY_STATEMENTS.includes(statement.spec.name)) return edit;
  const block = ipv4Block(tree);
  return block ? { ...edit, at: [...at, block], statement: asIn(block, statement) } : edit;
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
  const typed = optionsOf(statement.words.slice(head));
  const known = optionsOf(old?.words.slice(head) ?? []);
  // What is redistributed into BGP is IP, and not said.
  if (inBgp(edit)) typed.delete('ip');
  if (verb !== 'set' && typed.size === 0) return plainNo(edit);
  if (verb !== 'set' && !old) return done(tree);
  for (const [option, value] of typed) {
    if (verb === 'set') known.set(option, value);
    else known.delete(option);
  }
  const said = [...known].sort(([a], [b]) => Number(b === 'ip') - Number(a === 'ip'));
  const words = [...statement.words.slice(0, head), ...said.flatMap(([, value]) => value)];
  const args: Record<string, string> = {};
  for (const [option, value] of known)
    if (value[1] !== undefined) args[option === 'route-map' ? 'map' : option] = value[1];
  return done(putAt(tree, at, statementOf(statement.spec, words, args)));
}

/** Options that have a value behind them. Levels are one option: a new one takes the place of the old. */
const VALUED: readonly string[] = ['metric', 'metric-type', 'route-map'];

function optionsOf(words: readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (VALUED.includes(word)) found.set(word, [word, words[++i] ?? '']);
    else found.set(word.startsWith('level-') ? 'level' : word, [word]);
  }
  return found;
}

export const bgpRules: Readonly<Record<string, (edit: Edit) => Outcome>> = {
  '|router bgp': processRule,
  'router bgp|address-family ipv4': familyRule,
  'router bgp|address-family ipv4 vrf': familyRule,
  'router bgp|address-family vpnv4': familyRule,
  'router bgp|bgp default ipv4-unicast': defaultFamilyRule,
  'router bgp|aggregate-address': (edit) => plain(movedToFamily(edit)),
  'router bgp|maximum-paths': (edit) => plain(movedToFamily(edit)),
  'router bgp|maximum-paths ibgp': (edit) => plain(movedToFamily(edit)),
  'router bgp|maximum-paths eibgp': (edit) => plain(movedToFamily(edit)),
  'router bgp|distance bgp': (edit) => plain(movedToFamily(edit)),
  'router bgp|bgp dampening': (edit) => plain(movedToFamily(edit)),
  '*|network': networkOf,
  '*|redistribute connected': (edit) => redistributeRule(inBgp(edit) ? movedToFamily(edit) : edit),
  '*|redistribute static': (edit) => redistributeRule(inBgp(edit) ? movedToFamily(edit) : edit),
  '*|neighbor *': neighborOf,
};

const plain = (edit: Edit): Outcome => (edit.verb === 'set' ? plainSet(edit) : plainNo(edit));
const inBgp = ({ at }: Edit): boolean => at[0]?.spec.name === 'router bgp';

/** Other protocols have networks and neighbors of their own. */
function networkOf(edit: Edit): Outcome {
  const ip4 = edit.statement.args['prefix'] === undefined;
  return inBgp(edit) && ip4 ? networkRule(movedToFamily(edit)) : plain(edit);
}
function neighborOf(edit: Edit): Outcome {
  return inBgp(edit) ? neighborRule(edit) : plain(edit);
}
