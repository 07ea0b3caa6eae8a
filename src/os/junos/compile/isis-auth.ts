// Keys of IS-IS: statements -> what PDUs are signed with, and whose are believed.
// Source: Junos OS IS-IS, "authentication-key", "authentication-type" (a simple password without it: notes on vMX 17,
// "hello-authentication-key" alone), "no-authentication-check", "authentication-key-chain"; capture `show isis
// authentication` of vMX: a level's key signs hellos, sequence numbers PDUs and LSPs alike.

import type { ConfigNode } from '../../../config/tree.ts';
import type { AuthConfig, AuthKey, Level, LevelConfig } from '../../../protocols/isis/config.ts';
import { reveal9 } from '../secrets.ts';
import { all, type Block, has, one, value, worded } from './tree-reader.ts';

/** Below `prefix` (`hello-` on an interface): the keys that a level, or the whole process, was given; first the one that signs. */
function keysOf(tree: Block, block: Block | undefined, prefix: string): readonly AuthKey[] {
  const chain = value(block, `${prefix}authentication-key-chain`, 'key-chain');
  if (chain !== undefined) return chainKeys(tree, chain);
  const text = value(block, `${prefix}authentication-key`, 'key');
  const secret = text === undefined ? undefined : reveal9(text);
  if (secret === undefined) return [];
  const md5 = one(block, `${prefix}authentication-type`)?.words[1] === 'md5';
  return [{ algorithm: md5 ? 'hmac-md5' : 'password', secret }];
}

/** The one that begins last signs: a chain of the past has come to its end. */
function chainKeys(tree: Block, name: string): readonly AuthKey[] {
  const chains = one(one(tree, 'security'), 'authentication-key-chains');
  const chain = all(chains, 'key-chain').find((node) => node.args['key-chain'] === name);
  const start = (key: ConfigNode): string => value(key, 'start-time', 'time') ?? '';
  const byStart = [...all(chain, 'key')].sort((a, b) => (start(a) < start(b) ? 1 : start(a) > start(b) ? -1 : 0));
  return byStart.flatMap((key): readonly AuthKey[] => {
    const secret = reveal9(value(key, 'secret', 'secret') ?? '');
    if (secret === undefined || secret === '') return [];
    const sha = one(key, 'algorithm')?.words[1] === 'hmac-sha-1';
    return [
      sha ? { algorithm: 'hmac-sha1', id: Number(key.args['key-id']), secret } : { algorithm: 'hmac-md5', secret },
    ];
  });
}

/** Nobody is disbelieved where the owner said so; `loose`, too, lets PDUs pass that nothing vouches for. */
const isTrusting = (isis: Block): boolean =>
  has(isis, 'no-authentication-check') || has(isis, 'loose-authentication-check');

function authOf(isis: Block, keys: readonly AuthKey[]): AuthConfig | undefined {
  return keys.length === 0 ? undefined : { send: keys[0], accept: isTrusting(isis) ? [] : keys };
}

const levelBlock = (isis: Block, level: Level): ConfigNode | undefined =>
  all(isis, 'level').find(({ args }) => args['level'] === String(level));

/** A level's own key, else that of the process. */
function levelKeys(tree: Block, isis: Block, level: Level): readonly AuthKey[] {
  const own = keysOf(tree, levelBlock(isis, level), '');
  return own.length > 0 ? own : keysOf(tree, isis, '');
}

/** Of LSPs and of sequence numbers PDUs. */
export function levelAuth(tree: Block, isis: Block, level: Level): LevelConfig['auth'] {
  const auth = authOf(isis, levelKeys(tree, isis, level));
  const block = levelBlock(isis, level);
  return {
    lsp: auth,
    csnp: has(block, 'no-csnp-authentication') ? undefined : auth,
    psnp: has(block, 'no-psnp-authentication') ? undefined : auth,
  };
}

/** Of hellos: the interface's key at the level, or for both, else the level's unless that is not for hellos. */
export function helloAuth(tree: Block, isis: Block, on: Block | undefined, level: Level): AuthConfig | undefined {
  const own = all(on, 'level').find(({ args }) => args['level'] === String(level));
  const said = [own, on].map((block) => keysOf(tree, block, 'hello-')).find((keys) => keys.length > 0);
  if (said) return authOf(isis, said);
  const block = levelBlock(isis, level);
  return worded(block, 'no-hello-authentication') ? undefined : authOf(isis, levelKeys(tree, isis, level));
}
