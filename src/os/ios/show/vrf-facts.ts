// What the configuration says of each VRF, and which interfaces are in it.

import { byText } from '../../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { InterfaceRow } from '../../../device/queries.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { Box, ViewContext } from '../../os.ts';
import { after, statement, statements } from '../statements.ts';
import { interfacesOf } from './interface-state.ts';

export interface GlobalMap {
  readonly map: string;
  readonly limit: number;
}

/** One address family of a VRF. */
export interface VrfFamily {
  readonly exports: readonly string[];
  readonly imports: readonly string[];
  readonly exportMap: string | undefined;
  readonly importMap: string | undefined;
  /** Of the global table's routes, and for it: which map, and how many at most. */
  readonly fromGlobal?: GlobalMap;
  readonly toGlobal?: GlobalMap;
}

export interface VrfFacts {
  readonly name: VrfName;
  /** From 1, in the order of the configuration. */
  readonly id: number;
  /** `ip vrf`: IPv4 only. */
  readonly oldSyntax: boolean;
  readonly rd: string | undefined;
  readonly description: string | undefined;
  readonly ipv4: VrfFamily | undefined;
  readonly ipv6: VrfFamily | undefined;
  readonly interfaces: readonly InterfaceRow[];
}

const last = (nodes: readonly ConfigNode[], beginning: string): string | undefined => {
  const node = nodes[0];
  return node && after(node, beginning).join(' ');
};

const targets = (of: ConfigNode, direction: string): readonly string[] =>
  statements(of, `route-target ${direction}`).map((node) => after(node, `route-target ${direction}`)[0] ?? '');

/** Without a limit a thousand (Cisco IOS IP Routing: BGP, "import map", "export map"). */
const LIMIT = 1000;

function globalMaps(block: ConfigNode): Pick<VrfFamily, 'fromGlobal' | 'toGlobal'> {
  const mapOf = (way: string): GlobalMap | undefined => {
    const args = statement(block, `${way} ipv4`)?.args;
    const map = args?.['map'];
    return map === undefined ? undefined : { map, limit: Number(args?.['limit'] ?? LIMIT) };
  };
  const [fromGlobal, toGlobal] = [mapOf('import'), mapOf('export')];
  return { ...(fromGlobal ? { fromGlobal } : {}), ...(toGlobal ? { toGlobal } : {}) };
}

/** A family has what the VRF was given for all families where it has nothing of its own. */
function familyOf(vrf: ConfigNode, block: ConfigNode | undefined): VrfFamily | undefined {
  if (!block) return undefined;
  const own = (direction: string): readonly string[] => {
    const mine = targets(block, direction);
    return mine.length > 0 ? mine : targets(vrf, direction);
  };
  return {
    exports: own('export'),
    imports: own('import'),
    exportMap: last(statements(block, 'export map'), 'export map'),
    importMap: last(statements(block, 'import map'), 'import map'),
    ...globalMaps(block),
  };
}

function factsOf(node: ConfigNode, id: number, context: ViewContext, order: readonly string[]): VrfFacts {
  const oldSyntax = node.words[0] === 'ip';
  const name = node.words[2] as VrfName;
  const member = (row: InterfaceRow): boolean => row.interface.vrf === name;
  const place = (row: InterfaceRow): number => order.indexOf(row.interface.name);
  return {
    name,
    id,
    oldSyntax,
    rd: last(statements(node, 'rd'), 'rd'),
    description: last(statements(node, 'description'), 'description'),
    ipv4: familyOf(node, oldSyntax ? node : statement(node, 'address-family ipv4')),
    ipv6: familyOf(node, oldSyntax ? undefined : statement(node, 'address-family ipv6')),
    interfaces: interfacesOf(context)
      .filter(member)
      .sort((a, b) => place(a) - place(b)),
  };
}

const definitions = (tree: ConfigTree): readonly ConfigNode[] => [
  ...statements(tree, 'vrf definition'),
  ...statements(tree, 'ip vrf').filter((node) => node.words[2] !== 'forwarding'),
];

/** Every VRF, by name. Interfaces stand in the order of the configuration. */
export function vrfFacts(context: ViewContext): readonly VrfFacts[] {
  const tree = context.box.store.running;
  const order = statements(tree, 'interface').map((node) => node.words[1] ?? '');
  return definitions(tree)
    .map((node, i) => factsOf(node, i + 1, context, order))
    .sort((a, b) => byText(a.name, b.name));
}

/** 0 is the global table. */
export function vrfIdOf(box: Box, name: VrfName): number {
  if (name === MAIN) return 0;
  return definitions(box.store.running).findIndex((node) => node.words[2] === name) + 1;
}
