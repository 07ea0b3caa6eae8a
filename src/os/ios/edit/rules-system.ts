// Names, passwords and lines: what is typed in one form and kept in another.
// Source: Cisco IOS Configuration Fundamentals and Security command references ("hostname", "enable secret", "username",
// "service password-encryption", "line"); captures of IOS 15.2, 15.7 and IOS XE 16.4 (show running-config).

import { remove } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../../config/tree.ts';
import { hide7, isHash, md5Secret, saltFor, slowHash } from '../secrets.ts';
import {
  bothWays,
  done,
  type Edit,
  incomplete,
  type Outcome,
  plainDefault,
  plainNo,
  plainSet,
  putAt,
  refused,
  removeAt,
  siblingsOf,
  specNamed,
  statementOf,
} from './edit.ts';
import { lineRule, portLineRule } from './rules-lines.ts';

/** Letters, digits and hyphens, at most 63; RFC 1035 §2.3.1, and what IOS says otherwise. */
function hostnameRule(edit: Edit): Outcome {
  const { statement, verb, environment } = edit;
  if (verb !== 'set') {
    const factory = environment.factory.children.find(({ spec }) => spec === statement.spec);
    return factory ? done(putAt(edit.tree, [], factory)) : incomplete;
  }
  const name = statement.args['hostname'] ?? '';
  if (name.length > 63) return refused('% Hostname is too long');
  if (!/^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$/.test(name))
    return refused('% Hostname contains one or more illegal characters.');
  return plainSet(edit);
}

/** What is typed under another name is kept under its own. */
const alias =
  (name: string) =>
  (edit: Edit): Outcome => {
    if (edit.environment.printed && edit.verb === 'set') return plainSet(edit);
    const spec = specNamed(edit.environment.sentences.config, name);
    const head = edit.statement.spec.name.split(' ').length;
    const words = [...name.split(' '), ...edit.statement.words.slice(head)];
    const own = { ...edit, statement: statementOf(spec, words, edit.statement.args) };
    return edit.verb === 'set' ? plainSet(own) : plainNo(own);
  };

const encrypts = (tree: ConfigTree): boolean =>
  tree.children.some(({ spec, negated }) => spec.name === 'service password-encryption' && !negated);

/** Words of a password: type 7 where the box hides passwords; a type 0 is only told for users. */
export function passwordWords(tree: ConfigTree, words: readonly string[], told: boolean): readonly string[] {
  const typed = words.length > 1 ? words[0] : undefined;
  // What is printed is read again: a text may not begin like a type.
  const text = (words.at(-1) ?? '').replace(/^(?:0 +)+(?=.)/, '');
  if (typed === '7') return ['7', text];
  if (encrypts(tree)) return ['7', hide7(text)];
  return told ? ['0', text] : [text];
}

/** A secret that was typed is hashed at once. */
function secretWords(words: readonly string[], who: string): readonly string[] {
  const [type, text] = words.length > 1 ? [words[0] ?? '0', words.at(-1) ?? ''] : ['0', words[0] ?? ''];
  return type === '0' ? ['5', md5Secret(text, saltFor(who + text))] : [type, text];
}

/** `enable algorithm-type …`, `username … algorithm-type …`: hashed as it says, kept under the plain name. */
function algorithmRule(edit: Edit): Outcome {
  const { environment, statement, verb } = edit;
  if (verb !== 'set') return incomplete;
  const { words, args } = statement;
  const at = words.indexOf('algorithm-type');
  const [algorithm = '', , ...rest] = words.slice(at + 1);
  const text = rest.at(-1) ?? '';
  const hash =
    algorithm === 'md5' ? md5Secret(text, saltFor(text)) : slowHash(algorithm === 'scrypt' ? '9' : '8', text);
  const type = algorithm === 'md5' ? '5' : (hash[1] ?? '9');
  const spec = specNamed(environment.sentences.config, words[0] === 'enable' ? 'enable secret' : 'username');
  const kept = [...words.slice(0, at), 'secret', ...rest.slice(0, -1), type, hash];
  const own = { ...edit, statement: statementOf(spec, kept, { ...args, secret: hash }) };
  return words[0] === 'enable' ? enableRule(own) : usernameRule(own);
}

function enableRule(edit: Edit): Outcome {
  const { tree, statement, verb, environment } = edit;
  if (verb !== 'set') return plainNo(edit);
  const { level } = statement.args;
  const head = ['enable', statement.words[1] ?? '', ...(level === undefined || level === '15' ? [] : ['level', level])];
  const rest = statement.words.slice(level === undefined ? 2 : 4);
  const [type = ''] = rest.length > 1 ? rest : [];
  if (!environment.reading && /^[589]$/.test(type) && !isHash(type, rest.at(-1) ?? ''))
    return refused(
      'ERROR: The secret you entered is not a valid encrypted secret.',
      `To enter an UNENCRYPTED secret, do not specify type ${type} encryption.`,
      'When you properly enter an UNENCRYPTED secret, it will be encrypted.',
      '',
    );
  const hidden = statement.spec.name === 'enable secret' ? secretWords(rest, '') : passwordWords(tree, rest, false);
  return done(putAt(tree, [], keptAs(statement, [...head, ...hidden], hidden.at(-1) ?? '')));
}

const keptAs = (statement: Statement, words: readonly string[], secret: string): Statement => ({
  ...statement,
  words,
  args: { ...statement.args, secret },
});

function linePasswordRule(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  if (verb !== 'set') return plainNo(edit);
  const hidden = passwordWords(tree, statement.words.slice(1), false);
  return done(putAt(tree, at, keptAs(statement, ['password', ...hidden], hidden.at(-1) ?? '')));
}

/** Privilege and password of a user are one line, however they were typed. */
function usernameRule(edit: Edit): Outcome {
  const { tree, statement, verb } = edit;
  const { user } = statement.args;
  if (user === undefined) return incomplete;
  const known = tree.children.find(({ spec, args }) => spec === statement.spec && args['user'] === user);
  if (verb !== 'set') return done(known ? remove(tree, [known]).tree : tree);
  const level = statement.args['level'] ?? known?.args['level'];
  const [typed, old] = [credentialOf(statement), known && credentialOf(known)];
  if (typed && old && typed[0] !== old[0] && CREDENTIALS.includes(typed[0] ?? '')) return refused(...ONE_OR_THE_OTHER);
  const [kind, ...rest] = typed ?? old ?? [];
  const kept = kind === 'password' ? passwordWords(tree, rest, true) : kind === 'secret' ? secretWords(rest, user) : [];
  const words = [
    ...['username', user],
    ...(level === undefined ? [] : ['privilege', level]),
    ...(kind === undefined ? [] : [kind, ...kept]),
  ];
  const secret = kept.at(-1);
  const args = { user, ...(level === undefined ? {} : { level }), ...(secret === undefined ? {} : { secret }) };
  return done(putAt(tree, [], statementOf(statement.spec, words, args)));
}

const CREDENTIALS = ['password', 'secret'];
/** Printouts of IOS and IOS XE sessions: a user has one of both, and the old one stays. */
const ONE_OR_THE_OTHER = [
  'ERROR: Can not have both a user password and a user secret.',
  'Please choose one or the other.',
];

/** `password 7 …`, without the name and the level before it. */
function credentialOf({ words, args }: Statement): readonly string[] | undefined {
  const rest = words.slice(args['level'] === undefined ? 2 : 4);
  return rest.length === 0 ? undefined : rest;
}

/** From now on passwords are hidden, those that are there too. What is hidden once stays so. */
function encryptionRule(edit: Edit): Outcome {
  const outcome = bothWays(edit);
  if (outcome.kind !== 'done' || edit.verb !== 'set') return outcome;
  return done({ ...outcome.tree, children: outcome.tree.children.map(hidden) });
}

function hidden(node: ConfigNode): ConfigNode {
  const block = ['line ', 'router bgp', 'address-family'].some((name) => node.spec.name.startsWith(name));
  if (block) return { ...node, children: node.children.map(hidden) };
  const arg = node.spec.name === 'neighbor password' ? 'password' : 'secret';
  const secret = node.args[arg];
  const names = ['enable password', 'username', 'password', 'neighbor password'];
  // The password is the last word; before it may stand how it is kept.
  const before = node.words.slice(0, -1);
  const kept = before.at(-1);
  if (!names.includes(node.spec.name) || !node.words.includes('password') || secret === undefined || kept === '7')
    return node;
  const text = hide7(secret);
  return {
    ...node,
    words: [...(kept === '0' ? before.slice(0, -1) : before), '7', text],
    args: { ...node.args, [arg]: text },
  };
}

/** Without a form, the time since the start is told; taken away, it is printed so too (configurations of 12.x and 15.x). */
function timestampsRule(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  if (statement.words.length < 3) return incomplete;
  if (verb === 'default') return plainDefault(edit);
  const form = verb === 'set' && statement.words.length > 3 ? statement.words.slice(3) : ['uptime'];
  return done(putAt(tree, at, { ...statement, words: [...statement.words.slice(0, 3), ...form] }, verb === 'no'));
}

/** One destination of the log: a level, or all levels, or none. */
function destinationRule(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  const { name } = statement.spec;
  const cleared = siblingsOf(edit)
    .filter(({ spec }) => spec.name === name)
    .reduce((made, node) => remove(made, [...at, node]).tree, tree);
  const specs = edit.environment.sentences.config.filter((spec) => spec.name === name);
  const onOff = specs.find((spec) => spec.defaultOn);
  if (verb === 'no' && onOff) return done(putAt(cleared, at, statementOf(onOff, name.split(' '), {}), true));
  return verb === 'set' ? done(putAt(cleared, at, statement)) : done(cleared);
}

/** A line for each server. */
function nameServerRule(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  const servers = (statement.args['server'] ?? '').split(' ').filter((server) => server !== '');
  const { vrf } = statement.args;
  const head = ['ip', 'name-server', ...(vrf === undefined ? [] : ['vrf', vrf])];
  if (servers.length === 0) return verb === 'set' ? incomplete : done(remove(tree, [statement]).tree);
  const changed = servers.reduce((made, server) => {
    const args = { server, ...(vrf === undefined ? {} : { vrf }) };
    const one = statementOf(statement.spec, [...head, server], args);
    return verb === 'set' ? putAt(made, at, one) : removeAt(made, at, one);
  }, tree);
  return done(changed);
}

/** The box says itself which software it runs. */
const versionRule = (edit: Edit): Outcome =>
  edit.verb === 'set' && !edit.tree.children.some(({ spec }) => spec === edit.statement.spec)
    ? plainSet(edit)
    : done(edit.tree);

/** By itself it says what is so anyway: informational ("logging trap", command default). */
function trapRule(edit: Edit): Outcome {
  const { tree, at, statement, verb } = edit;
  const isDefault = (statement.args['severity'] ?? 'informational') === 'informational';
  if (verb === 'no') return done(putAt(tree, at, statementOf(statement.spec, ['logging', 'trap'], {}), true));
  return isDefault || verb === 'default' ? done(removeAt(tree, at, statement)) : plainSet(edit);
}

/** The seconds are printed although they were not typed; `no` is `0 0` ("exec-timeout", usage guidelines). */
function timeoutRule(edit: Edit): Outcome {
  const { statement, verb } = edit;
  if (verb === 'default') return plainDefault(edit);
  const { minutes = '0', seconds = '0' } = verb === 'no' ? {} : statement.args;
  const whole = statementOf(statement.spec, ['exec-timeout', minutes, seconds], { minutes, seconds });
  return plainSet({ ...edit, verb: 'set', statement: whole });
}

export const systemRules: Readonly<Record<string, (edit: Edit) => Outcome>> = {
  '|version': versionRule,
  '|hostname': hostnameRule,
  '|ip domain-name': alias('ip domain name'),
  '|ip domain-lookup': alias('ip domain lookup'),
  '|ip name-server': nameServerRule,
  '|enable secret': enableRule,
  '|enable password': enableRule,
  '|enable algorithm-type secret': algorithmRule,
  '|username': usernameRule,
  '|username algorithm-type secret': algorithmRule,
  '|service password-encryption': encryptionRule,
  '|service timestamps log': timestampsRule,
  '|service timestamps debug': timestampsRule,
  '|logging console': destinationRule,
  '|logging monitor': destinationRule,
  '|logging trap': trapRule,
  '|line con': portLineRule,
  '|line aux': portLineRule,
  '|line vty': lineRule,
  'line con|password': linePasswordRule,
  'line aux|password': linePasswordRule,
  'line vty|password': linePasswordRule,
  'line con|exec-timeout': timeoutRule,
  'line aux|exec-timeout': timeoutRule,
  'line vty|exec-timeout': timeoutRule,
};
