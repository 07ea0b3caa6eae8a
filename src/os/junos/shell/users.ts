// Who may log in, and with what password.    Source: "User Accounts", Junos user access guide; root without
// root-authentication needs none ("Initial Router Configuration").

import { passwordFits } from '../../../base/crypt.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { CommandSpec } from '../../../language/spec.ts';
import { all, one, value } from '../compile/tree-reader.ts';
import { expandGroups } from '../groups.ts';
import { FULL_RIGHTS, type Rights, rightsOf } from './rights.ts';

export const ROOT = 'root';

/** What the running configuration says of users. */
export class Users {
  readonly #system: ConfigNode | undefined;

  constructor(tree: ConfigTree, specs: readonly CommandSpec[]) {
    this.#system = one(expandGroups(tree, specs).tree, 'system');
  }

  /** May this user in without a password? Only root, before it was given one. */
  needsNone(user: string): boolean {
    return user === ROOT && this.#hashOf(user) === undefined;
  }

  /** Is it the user's password? */
  accepts(user: string, password: string): boolean {
    const hash = this.#hashOf(user);
    return hash !== undefined && passwordFits(password, hash);
  }

  /** The first user who may do everything; root when there is none. */
  get first(): string {
    const users = all(one(this.#system, 'login'), 'user');
    const superUser = users.find((user) => value(user, 'class', 'class') === 'super-user');
    return superUser?.args['user-name'] ?? ROOT;
  }

  /** What a user may do. */
  rights(user: string): Rights {
    return user === ROOT ? FULL_RIGHTS : rightsOf(one(this.#system, 'login'), this.classOf(user));
  }

  /** The login class of a user. */
  classOf(user: string): string | undefined {
    if (user === ROOT) return 'super-user';
    const account = all(one(this.#system, 'login'), 'user').find((each) => each.args['user-name'] === user);
    return value(account, 'class', 'class');
  }

  /** The logical system that its class binds a user to. */
  logicalSystemOf(user: string): string | undefined {
    const own = all(one(this.#system, 'login'), 'class').find((each) => each.args['class-name'] === this.classOf(user));
    return value(own, 'logical-system', 'logical-system');
  }

  get message(): string | undefined {
    return value(one(this.#system, 'login'), 'message', 'message');
  }

  get announcement(): string | undefined {
    return value(one(this.#system, 'login'), 'announcement', 'announcement');
  }

  #hashOf(user: string): string | undefined {
    const account =
      user === ROOT
        ? one(this.#system, 'root-authentication')
        : one(
            all(one(this.#system, 'login'), 'user').find((each) => each.args['user-name'] === user),
            'authentication',
          );
    return value(account, 'encrypted-password', 'password');
  }
}

/** A text with `\n` and `\t` written out, as messages hold them. */
export const unescaped = (text: string): readonly string[] =>
  text.replace(/\\t/g, '\t').replace(/\\n/g, '\n').replace(/\n$/, '').split('\n');
