// Checks that ask BGP: is the session up, and what does the path say that is used, or the one that is not.

import { type Ip4, ip4Text, ipText, parseIp4 } from '../base/ip.ts';
import { present } from '../base/must.ts';
import { parsePrefix } from '../base/prefix.ts';
import type { Router } from '../device/router.ts';
import { pathText } from '../route/as-path.ts';
import type { PathAttributes } from '../route/attributes.ts';
import { type ExtendedCommunity, extendedText } from '../route/community.ts';
import { MAIN, type VrfName } from '../route/names.ts';
import type { Finding, Of } from './finding.ts';

const address = (text: string): Ip4 => present(parseIp4(text), 'an address that was checked when the lab was read');

/** A session that is up, speaks the family, and is signed where that is asked. */
export function bgpFinding(question: Of<'bgp-neighbor'>, router: Router): Finding {
  const { on, peer, family } = question;
  const vrf = (question.vrf ?? MAIN) as VrfName;
  const rows = router.ask('bgp.peers', { vrf });
  if (!rows) return { holds: false, why: `${on} runs no BGP` };
  const row = rows.find((one) => one.config.address === address(peer));
  if (!row) return { holds: false, why: `${on} has no BGP neighbour ${peer}` };
  const head = `${on}: the BGP session with ${peer} is ${row.state}`;
  if (row.state !== 'established') return { holds: false, why: head };
  const signed = row.config.md5 !== undefined;
  if (question.authenticated !== undefined && question.authenticated !== signed)
    return { holds: false, why: `${head}, ${signed ? 'with' : 'without'} a key` };
  const agreed = row.families.filter((one) => one.agreed).map((one) => one.family);
  const holds = family === undefined || agreed.some((one) => one === family);
  return { holds, why: `${head} and speaks ${agreed.join(', ') || 'no family'}` };
}

/** What is asked of a path. */
interface Told {
  readonly attributes: PathAttributes;
  readonly from: 'local' | { readonly peer: Ip4; readonly routerId: Ip4 };
}

/** As a lab writes them: target:65000:1, origin:65000:1. */
const written = (one: ExtendedCommunity): string =>
  one.kind === 'other' ? extendedText(one) : `${one.kind}:${extendedText(one)}`;

/** Who told it, and in whose words: facts of a path. */
function factsOf({ from, attributes }: Told): string {
  const { localPref, med, originatorId, asPath } = attributes;
  return [
    from === 'local' ? 'from itself' : `from ${ipText(from.peer)}`,
    originatorId === undefined ? undefined : `originator ${ip4Text(originatorId)}`,
    localPref === undefined ? undefined : `local preference ${localPref}`,
    med === undefined ? undefined : `MED ${med}`,
    asPath.length === 0 ? undefined : `AS path ${pathText(asPath)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function fits(question: Of<'bgp-path'>, { from, attributes }: Told): boolean {
  const { localPref, med, originatorId, asPath, extended } = attributes;
  const peer = from === 'local' ? undefined : ipText(from.peer);
  // Who brought it into the AS, whether a reflector stands between or not. RFC 4456 §8
  const entered = originatorId === undefined ? (from === 'local' ? undefined : from.routerId) : originatorId;
  const carried = (extended ?? []).map(written);
  return (
    (question.from === undefined || question.from === peer) &&
    (question.originator === undefined || entered === address(question.originator)) &&
    (question.localPref === undefined || question.localPref === localPref) &&
    (question.med === undefined || question.med === med) &&
    (question.asPath === undefined || question.asPath === pathText(asPath)) &&
    (question.extended ?? []).every((text) => carried.includes(text))
  );
}

/** The path that is used, or with `used: false` one that is not, says what is asked. */
export function pathFinding(question: Of<'bgp-path'>, router: Router): Finding {
  const vrf = (question.vrf ?? MAIN) as VrfName;
  const prefix = present(parsePrefix(question.prefix), 'a prefix that was checked when the lab was read');
  const tables = router.ask('bgp.tables', { family: vrf === MAIN ? 'ipv4' : 'vpnv4', vrf });
  if (!tables) return { holds: false, why: `${question.on} runs no BGP` };
  const paths = tables
    .flatMap((table) => table.nets.filter((net) => net.prefix === prefix))
    .flatMap(({ paths }) => paths);
  const head = `${question.on}${vrf === MAIN ? '' : ` in ${vrf}`}: ${prefix.text}`;
  const used = question.used ?? true;
  const asked = paths.filter(({ best }) => best === used);
  const first = asked.find((path) => fits(question, path)) ?? asked[0];
  if (!first) return { holds: false, why: `${head} has ${used ? 'no best path' : 'no other path than the best one'}` };
  return { holds: fits(question, first), why: `${head} ${factsOf(first)}` };
}

/** How many prefixes a neighbour told. */
export function receivedFinding(question: Of<'bgp-received'>, router: Router): Finding {
  const vrf = (question.vrf ?? MAIN) as VrfName;
  const rows = router.ask('bgp.received', { vrf, peer: address(question.peer) });
  if (!rows) return { holds: false, why: `${question.on} has no BGP neighbour ${question.peer}` };
  const why = `${question.on} was told ${rows.length} by ${question.peer}; ${question.count} are wanted`;
  return { holds: rows.length === question.count, why };
}
