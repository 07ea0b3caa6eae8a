// Label-switched paths laid by hand: label routes and impositions as a process would leave them.

import { present } from '../../../src/base/must.ts';
import type { Machine } from '../../../src/device/machine.ts';
import type { LabelRoute } from '../../../src/net/rib-types.ts';
import type { Label } from '../../../src/route/label.ts';
import { MAIN } from '../../../src/route/names.ts';
import type { Nexthop } from '../../../src/route/route.ts';
import type { DeviceSpec } from '../../harness/config.ts';
import { ifName, ip, p, processId, vrfName } from '../../harness/routes.ts';
import type { Topology } from '../../harness/topology.ts';

export const machine = (net: Topology, name: string): Machine =>
  present(net.device(name).machine, `${name} without power`);

/** `e1>10.0.1.2 18 19`: out, gateway, labels; `e1>10.0.1.2 untagged`; `vrf:A`. */
export function way(text: string): Nexthop {
  if (text.startsWith('vrf:')) return { via: 'vrf', vrf: vrfName(text.slice(4)) };
  const [hop, ...labels] = text.split(' ') as [string, ...string[]];
  const [out, gateway] = hop.split('>') as [string, string];
  const untagged = labels[0] === 'untagged' ? { untagged: true as const } : {};
  const pushed = labels.filter((label) => label !== 'untagged').map((label) => Number(label) as Label);
  return { via: 'interface', out: ifName(out), gateway: ip(gateway), labels: pushed, ...untagged };
}

/** What a router does with a label. */
export const onLabel = (net: Topology, name: string, label: number, ...ways: readonly string[]): void =>
  onLabelOf(net, name, label, '9.9.9.9/32', ...ways);

/** What a router does with a label that it gave out for this prefix. */
export function onLabelOf(net: Topology, name: string, label: number, fec: string, ...ways: readonly string[]): void {
  const at = machine(net, name);
  const route: LabelRoute = {
    label: label as Label,
    source: processId('test'),
    fec: { kind: 'prefix', vrf: MAIN, prefix: p(fec) },
    nexthops: ways.map(way),
  };
  at.vrfs.labels.put(route);
  at.settle();
}

/** Which label a router imposes on a route towards its next hop. */
export function onRoute(net: Topology, name: string, prefix: string, hop: string): void {
  const at = machine(net, name);
  const { out, gateway, labels } = way(hop) as Nexthop & { via: 'interface' };
  const [label] = labels;
  at.vrfs.impose(MAIN, p(prefix), [{ out, gateway: present(gateway, 'a gateway'), label: present(label, 'a label') }]);
  at.settle();
}

/** A route whose next hops bear labels. */
export const labelledStatic = (to: string, hop: string): NonNullable<DeviceSpec['static']>[string][number] => ({
  to,
  via: way(hop),
});

export const drops = (net: Topology, name: string): Readonly<Record<string, number>> =>
  Object.fromEntries(net.device(name).ask('drops', {}));
