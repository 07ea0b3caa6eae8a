// What IS-IS views have in common: which instance is asked about, names for systems, addresses of its LANs.
// Source: outputs of routers without IS-IS (`IS-IS instance is not running`); captures `show isis adjacency` (hardware
// addresses without leading zeros: `0:50:56:be:ab:b8`).

import type { Mac } from '../../../base/mac.ts';
import type { Match } from '../../../language/spec.ts';
import type { IsisConfig, Level } from '../../../protocols/isis/config.ts';
import {
  type IsisInstanceRow,
  type LspId,
  type NodeId,
  type SystemId,
  systemOf,
} from '../../../protocols/isis/show.ts';
import type { ViewContext } from '../../os.ts';
import type { Tag } from '../answer.ts';
import { MASTER, vrfNamed } from '../instance-name.ts';
import { isInstance } from './configured.ts';
import { said } from './said.ts';

/** The instance that a command is about, as it runs. */
export interface IsisScene {
  readonly context: ViewContext;
  /** For questions. */
  readonly instance: string;
  readonly row: IsisInstanceRow;
  readonly config: IsisConfig;
  readonly names: Names;
}

/** Names for systems and what is built on them. */
export interface Names {
  system(id: SystemId): string;
  /** `R2.02`, `R2.00-00` */
  node(id: NodeId | LspId): string;
}

/** The instance that was named, or the main one; or why there is nothing to tell. */
function sceneOf(context: ViewContext, match: Match): IsisScene | string {
  const asked = match.args['instance'];
  const vrf = vrfNamed(asked);
  if (!isInstance(context, vrf)) return `error: instance ${asked} not found`;
  const instance = asked === undefined || asked === 'default' ? MASTER : asked;
  const [row] = context.ask('isis.instances', { instance }) ?? [];
  if (!row) return 'IS-IS instance is not running';
  return { context, instance, row, config: row.config, names: namesOf(context, instance) };
}

/** Runs a view on it. */
export function withIsis(
  context: ViewContext,
  match: Match,
  view: (scene: IsisScene) => readonly string[],
): readonly string[] {
  const scene = sceneOf(context, match);
  return typeof scene === 'string' ? [scene] : view(scene);
}

/** The same of a view of elements. */
export function isisTags(
  context: ViewContext,
  match: Match,
  view: (scene: IsisScene) => Tag | undefined,
): Tag | undefined {
  const scene = sceneOf(context, match);
  return typeof scene === 'string' ? undefined : view(scene);
}

function namesOf(context: ViewContext, instance: string): Names {
  const rows = context.ask('isis.hostnames', { instance }) ?? [];
  const known = new Map(rows.map((row) => [row.system, row.hostname]));
  const system = (id: SystemId): string => known.get(id) ?? id;
  return { system, node: (id) => system(systemOf(id)) + id.slice(14) };
}

/** A system by its name or its ID; undefined: there is none like it. */
export function systemNamed({ context, instance }: IsisScene, text: string): SystemId | undefined {
  const rows = context.ask('isis.hostnames', { instance }) ?? [];
  const named = rows.find((row) => row.hostname === text)?.system;
  return named ?? (/^[0-9a-f]{4}(\.[0-9a-f]{4}){2}$/i.test(text) ? (text.toLowerCase() as SystemId) : undefined);
}

/** The levels that a command is about. */
export const levelsAsked = ({ args }: Match): readonly Level[] =>
  args['level'] === undefined ? [1, 2] : [Number(args['level']) as Level];

/** `0:5:86:71:d6:0` */
export const snpaText = (mac: Mac): string =>
  [...mac.toString(16).padStart(12, '0').matchAll(/../g)]
    .map(([byte]) => Number.parseInt(byte, 16).toString(16))
    .join(':');

export type Detail = 'brief' | 'detail' | 'extensive';

export const detailOf = (match: Match): Detail =>
  said(match, 'extensive') ? 'extensive' : said(match, 'detail') ? 'detail' : 'brief';
