// What a user may type and see: the permissions of a login class.    Source: "Login Classes Overview" and "Understanding
// Junos OS Access Privilege Levels" (user access guide); what each command requires: its page of the CLI reference.

import { junosRegex } from '../../../cli/regex.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { CommandSpec } from '../../../language/spec.ts';
import { all, type Block, one } from '../compile/tree-reader.ts';

/** The classes that every box has. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  'super-user': ['all'],
  superuser: ['all'],
  operator: ['clear', 'network', 'reset', 'trace', 'view'],
  'read-only': ['view'],
  unauthorized: [],
};

/** The permission that a command requires, the longest beginning first; an empty one: none. */
const COMMANDS: readonly (readonly [beginning: string, permission: string])[] = [
  ['clear log', 'trace'],
  ['clear system', 'maintenance'],
  ['clear', 'clear'],
  ['configure', 'configure'],
  ['edit', 'configure'],
  ['file', 'maintenance'],
  ['monitor', 'trace'],
  ['ping', 'network'],
  ['request', 'maintenance'],
  ['restart', 'reset'],
  ['show cli', ''],
  ['show configuration', ''],
  ['show log', 'trace'],
  ['show version', ''],
  ['show', 'view'],
  ['start shell', 'shell'],
  ['traceroute', 'network'],
];

/** The permission that goes with a part of the configuration. */
const PARTS: Readonly<Record<string, string>> = {
  system: 'system',
  chassis: 'system',
  interfaces: 'interface',
  snmp: 'snmp',
  'forwarding-options': 'interface',
  'policy-options': 'routing',
  'class-of-service': 'interface',
  firewall: 'firewall',
  'routing-instances': 'routing',
  'routing-options': 'routing',
  protocols: 'routing',
};

const PATTERNS = ['allow-commands', 'deny-commands', 'allow-configuration', 'deny-configuration'] as const;

/** A class as it is configured, or built in. */
export class Rights {
  readonly #permissions: ReadonlySet<string>;
  readonly #allow: (text: string) => boolean;
  readonly #deny: (text: string) => boolean;
  readonly #allowPath: (text: string) => boolean;
  readonly #denyPath: (text: string) => boolean;
  /** Minutes until an idle session of the class ends. */
  readonly idleTimeout: number | undefined;

  /** The regular expressions of the class, by their statement. */
  readonly patterns: Readonly<Record<string, string | undefined>>;

  constructor(permissions: readonly string[], of?: ConfigNode) {
    this.patterns = Object.fromEntries(PATTERNS.map((name) => [name, one(of, name)?.words.at(-1)]));
    this.#permissions = new Set(permissions);
    this.#allow = pattern(of, 'allow-commands');
    this.#deny = pattern(of, 'deny-commands');
    this.#allowPath = pattern(of, 'allow-configuration');
    this.#denyPath = pattern(of, 'deny-configuration');
    const idle = one(of, 'idle-timeout')?.args['minutes'];
    this.idleTimeout = idle === undefined ? undefined : Number(idle);
  }

  /** Nothing is forbidden. */
  get everything(): boolean {
    return this.#permissions.has('all') && !this.#deny('\0any') && !this.#denyPath('\0any');
  }

  has(permission: string): boolean {
    return permission === '' || this.#permissions.has('all') || this.#permissions.has(permission);
  }

  /** May a command be given that begins with these words? Told of every sentence: what may not is not known. */
  knows(spec: CommandSpec): boolean {
    const words: string[] = [];
    for (const step of spec.path) {
      if (step.kind !== 'word') break;
      words.push(step.text);
    }
    const text = words.join(' ');
    return this.#allow(text) || this.has(requiredFor(text));
  }

  /** The same of a whole command. */
  mayGive(command: string): boolean {
    return this.#allow(command) || !this.#deny(command);
  }

  /** May a statement be shown? */
  sees(path: string): boolean {
    if (this.#allowPath(path)) return true;
    if (this.#denyPath(path)) return false;
    const part = PARTS[path.split(' ')[0] ?? ''];
    const permitted = part !== undefined && (this.has(part) || this.has(`${part}-control`));
    return this.has('view-configuration') || permitted;
  }

  /** May a statement be changed? */
  changes(path: string): boolean {
    if (this.#allowPath(path)) return true;
    if (this.#denyPath(path)) return false;
    const part = PARTS[path.split(' ')[0] ?? ''];
    return this.has('all') || (part !== undefined && this.has(`${part}-control`));
  }

  /** May secrets be shown? */
  get secrets(): boolean {
    return this.has('secret') || this.has('secret-control');
  }
}

function requiredFor(command: string): string {
  const found = COMMANDS.filter(([beginning]) => `${command} `.startsWith(`${beginning} `));
  return found.reduce((best, one) => (one[0].length > best[0].length ? one : best), ['', ''] as const)[1];
}

/** A regular expression of a class: it must fit from the beginning on. */
function pattern(of: ConfigNode | undefined, name: string): (text: string) => boolean {
  const text = one(of, name)?.words.at(-1);
  const regex = text === undefined ? undefined : junosRegex(`^(${text.replace(/^\^/, '')})`);
  if (!regex?.ok) return () => false;
  // The marker asks whether there is a pattern at all.
  return (line) => line === '\0any' || regex.value.test(line);
}

/** The rights of a class; of one that nobody has defined: none. */
export function rightsOf(login: Block | undefined, name: string | undefined): Rights {
  const own = all(login, 'class').find((each) => each.args['class-name'] === name);
  if (own)
    return new Rights(
      all(own, 'permissions').flatMap(({ words }) => words.slice(1)),
      own,
    );
  return new Rights(CLASSES[name ?? ''] ?? []);
}

/** Root's, and those of whoever nobody restricts. */
export const FULL_RIGHTS = new Rights(['all']);
