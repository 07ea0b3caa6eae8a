// routing-instances … instance-type vrf: what makes an instance a VPN.
// Source: Junos OS Layer 3 VPNs user guide, "vrf-target", "vrf-import", "vrf-export", "vrf-table-label", "auto-export",
// "no-vrf-advertise": policies take the place of targets; labels stand for next hops unless one stands for the table.

import { byName } from '../../../base/by-name.ts';
import { parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { Policy } from '../../../policy/policy.ts';
import type { BgpVpn } from '../../../protocols/bgp/config.ts';
import { parseRouteTarget, type RouteTarget } from '../../../route/community.ts';
import type { VrfName } from '../../../route/names.ts';
import type { Instances } from './instances.ts';
import { chainOf } from './policy.ts';
import { all, type Block, has, one, value } from './tree-reader.ts';

const NOTHING: Policy = { name: 'no-vrf-advertise', terms: [], otherwise: 'reject' };

export function compileVpns(tree: Block, instances: Instances): Readonly<Record<VrfName, BgpVpn>> {
  const vpns = [...instances.byName].flatMap(([name, { node, vrf }]): readonly (readonly [VrfName, BgpVpn])[] =>
    vrf.kind === 'vrf' && vrf.rd ? [[name, { vrf: name, rd: vrf.rd, ...vpnOf(tree, node) }]] : [],
  );
  return byName(vpns);
}

/** `target:65000:1` */
function targetsOf(text: string | undefined): readonly RouteTarget[] {
  const target = text === undefined ? undefined : parseRouteTarget(text.replace(/^target:/, ''));
  return target ? [target] : [];
}

function vpnOf(tree: Block, node: ConfigNode): Omit<BgpVpn, 'vrf' | 'rd'> {
  const targets = one(node, 'vrf-target');
  const both = value(targets, '<community>', 'community');
  const chain = (way: 'import' | 'export'): Policy | undefined => {
    const names = all(node, `vrf-${way}`).map(({ args }) => args['policy'] ?? '');
    return names.length === 0 ? undefined : chainOf(tree, names, { otherwise: 'reject', to: undefined });
  };
  const exported = has(node, 'no-vrf-advertise') ? NOTHING : chain('export');
  const imported = chain('import');
  const options = one(node, 'routing-options');
  const perTable = has(node, 'vrf-table-label');
  return {
    importTargets: imported ? [] : targetsOf(value(targets, 'import', 'import-target') ?? both),
    exportTargets: exported ? [] : targetsOf(value(targets, 'export', 'export-target') ?? both),
    exportPolicy: exported,
    importPolicy: imported,
    routerId: parseIp4(value(options, 'router-id', 'router-id') ?? ''),
    labels: perTable ? 'table' : 'next-hop',
    exportRejects: true,
    targetsAt: 'export',
    importsBy: imported ? 'policy' : 'targets',
    importsOwn: isLeaking(options),
    ...(perTable ? { labelRange: 'tables' } : {}),
  };
}

/** "auto-export": between the instances of one router. */
function isLeaking(options: Block | undefined): boolean {
  const said = one(options, 'auto-export');
  return said !== undefined && !has(said, 'disable');
}
