// How an interface came by its address, in the words of `show ip interface brief`.
// Source: captures of IOSv routers: fresh ports `unset`, saved ones `NVRAM`, addresses typed or taken away since `manual`.

import { equal } from '../../../base/equal.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import type { InterfaceRow } from '../../../device/queries.ts';
import type { Box } from '../../os.ts';
import { statement, statements } from '../statements.ts';

export type AddressMethod = 'NVRAM' | 'manual' | 'unset';

/** With the saved configuration, by hand since, or not at all. */
export function addressMethod({ interface: it }: InterfaceRow, box: Box): AddressMethod {
  const saved = box.bootConfig && addressWords(box.bootConfig, it.name);
  const running = addressWords(box.store.running, it.name) ?? [];
  if (saved && equal(saved, running)) return 'NVRAM';
  return it.addresses.length > 0 || (saved && saved.length > 0) ? 'manual' : 'unset';
}

/** The `ip address` lines of an interface; undefined when the configuration does not know it. */
function addressWords(tree: ConfigTree, name: string): readonly (readonly string[])[] | undefined {
  const block = statement(tree, `interface ${name}`);
  return block && statements(block, 'ip address').map((node) => node.words);
}
