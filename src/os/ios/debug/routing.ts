// debug ip routing: routes that come, go, and take each other's place in the global table.
// Source: debugs of IOS 15 and IOS XE (`RT: updating bgp 172.30.0.0/16 (0x0)  :`, `    via 192.168.21.1   0 1048577`, `RT: add
// 172.30.0.0/16 via 192.168.21.1, bgp metric [200/0]`, `RT: closer admin distance for 172.16.103.0, flushing 1 routes`, `RT: del
// 192.168.21.0 via 0.0.0.0, connected metric [0/0]`, `RT: delete subnet route to 192.168.21.0/30`).

import { classfulLength, ip4Text, ipText, isIp4 } from '../../../base/ip.ts';
import type { Prefix } from '../../../base/prefix.ts';
import type { ActiveChange } from '../../../device/router.ts';
import type { Candidate } from '../../../net/rib-types.ts';
import { MAIN } from '../../../route/names.ts';
import type { Nexthop } from '../../../route/route.ts';
import { shortName } from '../show/short-name.ts';

/** One text may have several lines. */
export function routingLines({ vrf, prefix, before, after }: ActiveChange): readonly string[] {
  if (vrf !== MAIN || !isIp4(prefix.address)) return [];
  const closer = before && after && after.preference < before.preference;
  return [
    ...(before && !closer ? deletionLines(prefix, before) : []),
    ...(after ? [updating(prefix, after)] : []),
    ...(closer
      ? [`RT: closer admin distance for ${ipText(prefix.address)}, flushing ${before.route.nexthops.length} routes`]
      : []),
    ...(after ? hopsOf(after).map((hop) => `RT: add ${prefix.text} via ${hop}, ${text(after)}`) : []),
  ];
}

/** The protocol's name as the table has it. */
const protocol = ({ route: { kind } }: Candidate): string =>
  kind === 'local' ? 'connected' : (kind.split('.')[0] ?? kind);

const text = (one: Candidate): string => `${protocol(one)} metric [${one.preference}/${one.route.metric}]`;

const gatewayOf = (hop: Nexthop): string =>
  (hop.via === 'address' || hop.via === 'interface') && hop.gateway !== undefined ? ipText(hop.gateway) : '0.0.0.0';

const hopsOf = ({ route }: Candidate): readonly string[] => route.nexthops.map(gatewayOf);

/** No label: a number of its own, another one where the interface is known. */
const NO_LABEL = 1048577;
const NO_LABEL_OUT = 1048578;

function updating(prefix: Prefix, one: Candidate): string {
  const ways = one.route.nexthops.map((hop) => {
    const out = 'out' in hop ? hop.out : undefined;
    const where = out === undefined ? ' ' : `${shortName(out)} `;
    return `    via ${gatewayOf(hop)} ${where} 0 ${out === undefined ? NO_LABEL : NO_LABEL_OUT}`;
  });
  return [`RT: updating ${protocol(one)} ${prefix.text} (0x0)  :`, ...ways].join('\n');
}

function deletionLines(prefix: Prefix, one: Candidate): readonly string[] {
  if (!isIp4(prefix.address)) return [];
  const net = classfulLength(prefix.address) === prefix.length ? 'network' : 'subnet';
  return [
    ...hopsOf(one).map((hop) => `RT: del ${ip4Text(prefix.address as never)} via ${hop}, ${text(one)}`),
    `RT: delete ${net} route to ${prefix.text}`,
  ];
}
