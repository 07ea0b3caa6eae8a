// What of a VRF leaves it, and with which targets: for peers, and for other VRFs of this router.      RFC 4364 §4.3.1

import type { Prefix } from '../../base/prefix.ts';
import { communitySet } from '../../policy/apply.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { isTellable } from './active-routes.ts';
import type { BgpConfig } from './config.ts';
import { isExternal, type Path, type Table } from './model.ts';
import { subjectOf, withSubject } from './subject.ts';

/**
 * A link that several may be on has no next hop that a label could stand for, unless the label stands for the whole table
 * (Junos Layer 3 VPNs, "vrf-table-label").
 */
const isUnlabelled = (path: Path, prefix: Prefix): boolean =>
  path.made?.kind === 'connected' && prefix.length < (prefix.family === 4 ? 32 : 128);

/** As it leaves; undefined: it stays. For VRFs whose routes get their targets only then, others have them already. */
export function leavingVrf(config: BgpConfig, table: Table, prefix: Prefix, path: Path): Path | undefined {
  const vpn = config.vpns[table.vrf];
  if (table.remote || vpn?.targetsAt !== 'export') return path;
  if (!path.valid || path.hidden !== undefined || path.importedFrom || !isTellable(path)) return undefined;
  if (vpn.labels === 'next-hop' && isUnlabelled(path, prefix)) return undefined;
  const { attributes } = path;
  const extended = communitySet([...(attributes.extended ?? []), ...vpn.exportTargets]);
  const targeted = extended.length === 0 ? attributes : { ...attributes, extended };
  if (!vpn.exportPolicy) return { ...path, attributes: targeted };
  const kind = path.made?.kind ?? (isExternal(path) ? 'bgp.external' : 'bgp.internal');
  const tag = path.made?.tag;
  const subject = subjectOf(prefix, targeted, { kind, ...(tag === undefined ? {} : { tag }) });
  const { verdict, subject: changed } = evaluate(vpn.exportPolicy, subject);
  if (verdict === 'accept') return { ...path, attributes: withSubject(targeted, changed) };
  return vpn.exportRejects ? undefined : { ...path, attributes: targeted };
}
