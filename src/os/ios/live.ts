// What exists now and may be named: interfaces of the running configuration.

import type { ConfigTree } from '../../config/tree.ts';
import type { Live, Offer } from '../../language/spec.ts';
import { interfaceNodes } from './edit/addresses.ts';

/** IOS XE, by the `version` of its configurations. */
const XE_VERSION = /^(?:3|1[67])\./;

/** The interfaces of a tree, looked up once, and those that a file is still to make; `xe`: the box runs IOS XE. */
export function liveOf(tree: ConfigTree, coming: readonly string[] = []): Live {
  let interfaces: readonly Offer[] | undefined;
  let xe: readonly Offer[] | undefined;
  return {
    offers(type) {
      if (type === 'xe') {
        xe ??= tree.children.flatMap(xeOf);
        return xe;
      }
      if (type !== 'interface') return [];
      interfaces ??= [...new Set([...interfaceNodes(tree).map(({ words }) => words[1] ?? ''), ...coming])].map(
        (text) => ({
          text,
        }),
      );
      return interfaces;
    },
  };
}

const xeOf = ({ spec, words }: ConfigTree['children'][number]): readonly Offer[] =>
  spec.name === 'version' && XE_VERSION.test(words[1] ?? '') ? [{ text: words[1] ?? '' }] : [];
