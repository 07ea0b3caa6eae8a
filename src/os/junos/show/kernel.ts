// show krt queue, show task replication: what waits on its way to the kernel and to another routing engine: nothing.
// Source: capture `show krt queue` (genieparser golden output ShowKrtQueue); CLI reference, "show task replication".

import type { View } from '../../os.ts';

/** In the order in which they are emptied; spelt as the router spells them. */
const QUEUES = [
  'Routing table add queue',
  'Interface add/delete/change queue',
  'Top-priority deletion queue',
  'Top-priority change queue',
  'Top-priority add queue',
  'high priority V4oV6 tcnh delete queue',
  'high prioriy anchor gencfg delete queue',
  'High-priority multicast add/change',
  'Indirect next hop top priority add/change',
  'Indirect next hop add/change',
  'high prioriy anchor gencfg add-change queue',
  'MPLS add queue',
  'Indirect next hop delete',
  'High-priority deletion queue',
  'MPLS change queue',
  'High-priority change queue',
  'High-priority add queue',
  'Normal-priority indirect next hop queue',
  'Normal-priority deletion queue',
  'Normal-priority composite next hop deletion queue',
  'Low prioriy Statistics-id-group deletion queue',
  'Normal-priority change queue',
  'Normal-priority add queue',
  'Least-priority delete queue',
  'Least-priority change queue',
  'Least-priority add queue',
  'Normal-priority pfe table nexthop queue',
  'EVPN gencfg queue',
  'Normal-priority gmp queue',
  'Routing table delete queue',
  'Low priority route retry queue',
];

export const showKrtQueue: View = () => QUEUES.map((queue) => `${queue}: 0 queued`);

export const showTaskReplication: View = () => ['        Stateful Replication: Disabled', '        RE mode: Master'];
