// Each kind of check, asked of the tables through queries and of the network with real packets, never through text.

import { type Ip4, ipText, parseIp4 } from '../base/ip.ts';
import { present } from '../base/must.ts';
import { type Prefix, parseIpWithLength, parsePrefix } from '../base/prefix.ts';
import { byText } from '../base/sorted-map.ts';
import type { PrefixRow, RouteRow } from '../device/queries.ts';
import type { Router } from '../device/router.ts';
import { MAIN_ROUTER } from '../os/box.ts';
import { extendedText, parseRouteTarget } from '../route/community.ts';
import { MAIN, type VrfName } from '../route/names.ts';
import { parseRd, rdText } from '../route/route-distinguisher.ts';
import { bgpFinding, pathFinding, receivedFinding } from './bgp-checks.ts';
import type { RunningLab } from './build.ts';
import type { Finding, Of } from './finding.ts';
import type { Question } from './lab.ts';
import { bfdFinding, isisFinding, ldpFinding, syncFinding, vrrpFinding } from './neighbor-checks.ts';
import { convergence, lspVerdict, pingVerdict, traceVerdict } from './probes.ts';

/** Questions that only time can answer: packets must travel. They are asked of a fork. */
export const needsTime = (question: Question): boolean => NEEDS_TIME.includes(question.check);
const NEEDS_TIME: readonly Question['check'][] = ['ping', 'path', 'lsp', 'converges'];

/** Asks one question now. A question that needs time lets it pass in `scene`, which must be a fork. */
export function ask(question: Question, scene: RunningLab): Finding {
  const name = 'on' in question ? question.on : question.from;
  const router = scene.router(name);
  if (!router) {
    const box = scene.owner(name)?.box;
    return {
      holds: false,
      why: box?.powered && !scene.isOff(name) ? `there is no ${name}` : `${name} is switched off`,
    };
  }
  switch (question.check) {
    case 'route':
      return routeFinding(question, router);
    case 'routes':
      return routesFinding(question, router);
    case 'ping':
      return pingVerdict(question, router, scene);
    case 'path':
      return traceVerdict(question, router, scene);
    case 'tried':
      return triedFinding(question, router);
    case 'interface':
      return interfaceFinding(question, router);
    case 'vrf':
      return vrfFinding(question, router);
    case 'vpn-net':
      return vpnFinding(question, router);
    case 'isis-neighbor':
      return isisFinding(question, router);
    case 'ldp-neighbor':
      return ldpFinding(question, router);
    case 'ldp-sync':
      return syncFinding(question, router);
    case 'bfd-neighbor':
      return bfdFinding(question, router);
    case 'vrrp-state':
      return vrrpFinding(question, router);
    case 'bgp-neighbor':
      return bgpFinding(question, router);
    case 'bgp-path':
      return pathFinding(question, router);
    case 'bgp-received':
      return receivedFinding(question, router);
    case 'lsp':
      return lspVerdict(question, router, scene);
    case 'converges':
      return convergence(question, router, scene);
    case 'statement':
      return statementFinding(question, scene);
  }
}

const vrfOf = (question: { readonly vrf?: string }): VrfName => (question.vrf ?? MAIN) as VrfName;
const inVrf = (question: { readonly vrf?: string }): string =>
  question.vrf === undefined ? '' : ` in ${question.vrf}`;
const block = (text: string): Prefix => present(parsePrefix(text), 'a prefix that was checked when the lab was read');
const target = (text: string): Ip4 => present(parseIp4(text), 'an address that was checked when the lab was read');

const ofKind = (row: RouteRow, kind: string | undefined): boolean => {
  const actual = row.candidate.route.kind;
  return kind === undefined || actual === kind || actual.startsWith(`${kind}.`);
};

/** Interfaces and gateways of a route, resolved and as given. */
function waysOf(row: RouteRow): readonly string[] {
  const ways = new Set<string>();
  for (const path of row.paths) {
    if (path.gateway !== undefined) ways.add(ipText(path.gateway));
    ways.add(path.out);
  }
  for (const hop of row.candidate.route.nexthops) {
    if ('gateway' in hop && hop.gateway !== undefined) ways.add(ipText(hop.gateway));
    if ('out' in hop && hop.out !== undefined) ways.add(hop.out);
    if (hop.via === 'vrf') ways.add(hop.vrf);
  }
  return [...ways];
}

const activeOf = (row: PrefixRow | undefined): RouteRow | undefined => row?.routes.find((route) => route.active);

function routeFinding(question: Of<'route'>, router: Router): Finding {
  const prefix = block(question.prefix);
  const rows = router.ask('routes', { vrf: vrfOf(question), within: prefix });
  if (!rows) return { holds: false, why: `${question.on} has no VRF ${question.vrf}` };
  const row = activeOf(rows.find((one) => one.prefix === prefix));
  const head = `${question.on}${inVrf(question)}`;
  if (!row) return { holds: false, why: `${head} has no active route to ${prefix.text}` };
  const ways = waysOf(row);
  const facts = `${head} reaches ${prefix.text} by ${row.candidate.route.kind} via ${ways.join(', ') || 'nothing'}`;
  if (!ofKind(row, question.kind)) return { holds: false, why: `${facts}; not by ${question.kind}` };
  if (question.via !== undefined && !ways.includes(question.via))
    return { holds: false, why: `${facts}; not via ${question.via}` };
  return { holds: true, why: facts };
}

function routesFinding(question: Of<'routes'>, router: Router): Finding {
  const within = question.within === undefined ? {} : { within: block(question.within) };
  const rows = router.ask('routes', { vrf: vrfOf(question), ...within });
  if (!rows) return { holds: false, why: `${question.on} has no VRF ${question.vrf}` };
  const count = rows.filter((row) => row.routes.some((one) => one.active && ofKind(one, question.kind))).length;
  const what = `${question.kind === undefined ? '' : `${question.kind} `}${count === 1 ? 'route' : 'routes'}`;
  const inside = question.within === undefined ? '' : ` inside ${question.within}`;
  const why = `${question.on}${inVrf(question)} has ${count} ${what}${inside}; ${question.count} are wanted`;
  return { holds: count === question.count, why };
}

function triedFinding(question: Of<'tried'>, router: Router): Finding {
  const to = target(question.to);
  const rows = router.ask('pings', {}).filter((row) => row.to === to && row.vrf === vrfOf(question) && row.sent > 0);
  const head = `${question.on}${inVrf(question)}`;
  if (rows.length === 0) return { holds: false, why: `nobody pinged ${question.to} from ${head} yet` };
  const wanted = question.received;
  const fits = rows.some((row) => (wanted === 0 ? row.received === 0 : row.received >= wanted));
  const last = present(rows.at(-1), 'a row');
  return {
    holds: fits,
    why: `the last ping from ${head} to ${question.to}: ${last.received} of ${last.sent} answered`,
  };
}

function interfaceFinding(question: Of<'interface'>, router: Router): Finding {
  const row = router.ask('interfaces', {}).find((one) => one.interface.name === question.name)?.interface;
  if (!row) return { holds: false, why: `${question.on} has no interface ${question.name}` };
  const addresses = row.addresses.map((one) => `${ipText(one.address)}/${one.length}`);
  const facts = [
    `${question.on} ${question.name} is ${row.up ? 'up' : 'down'}`,
    addresses.length === 0 ? 'without an address' : `with ${addresses.join(', ')}`,
    row.vrf === MAIN ? 'in the main table' : `in ${row.vrf}`,
  ].join(', ');
  const wanted = question.address === undefined ? undefined : parseIpWithLength(question.address);
  const fits =
    (question.up === undefined || row.up === question.up) &&
    (wanted === undefined ||
      row.addresses.some((one) => one.address === wanted.address && one.length === wanted.length)) &&
    (question.vrf === undefined || row.vrf === question.vrf);
  return { holds: fits, why: facts };
}

function vrfFinding(question: Of<'vrf'>, router: Router): Finding {
  const row = router.ask('vrfs', {}).find((one) => one.name === question.vrf);
  if (!row) return { holds: false, why: `${question.on} has no VRF ${question.vrf}` };
  const rd = row.rd === undefined ? 'no route distinguisher' : `route distinguisher ${rdText(row.rd)}`;
  const wanted = question.rd === undefined ? undefined : rdText(present(parseRd(question.rd), 'a checked rd'));
  const fits = wanted === undefined || (row.rd !== undefined && rdText(row.rd) === wanted);
  return { holds: fits, why: `${question.on}: VRF ${question.vrf} has ${rd}` };
}

function vpnFinding(question: Of<'vpn-net'>, router: Router): Finding {
  const rd = present(parseRd(question.rd), 'a checked route distinguisher');
  const prefix = block(question.prefix);
  const head = `${question.on}: ${rdText(rd)}:${prefix.text}`;
  const tables = router.ask('bgp.tables', { family: 'vpnv4', rd });
  if (!tables) return { holds: false, why: `${question.on} runs no BGP` };
  const net = tables.flatMap((table) => table.nets).find((one) => one.prefix === prefix);
  const best = net?.paths.find((path) => path.best);
  if (!best) return { holds: false, why: `${head} is not in the VPNv4 table` };
  const targets = (best.attributes.extended ?? []).filter((one) => one.kind === 'target').map(extendedText);
  const why = `${head} carries ${targets.length === 0 ? 'no route target' : targets.join(' ')}`;
  if (question.targets === undefined) return { holds: true, why };
  const wanted = question.targets.map((text) => extendedText(present(parseRouteTarget(text), 'a checked target')));
  const same = [...targets].sort(byText).join(' ') === [...new Set(wanted)].sort(byText).join(' ');
  return { holds: same, why };
}

/** Takes the punctuation of braces off, so that both vendors' configurations are lines under lines. */
const bare = (line: string): string => line.trim().replace(/\s*[{;]$/, '');

/** True when `lines` hold the last of `path`, below the others in that order. Indentation is hierarchy. */
export function holdsStatement(lines: readonly string[], path: readonly string[]): boolean {
  const above: { readonly depth: number; readonly text: string }[] = [];
  for (const line of lines) {
    const depth = line.length - line.trimStart().length;
    while (above.length > 0 && present(above.at(-1), 'not empty').depth >= depth) above.pop();
    const text = bare(line);
    if (text === '' || text === '}') continue;
    if (text === path.at(-1)) {
      let met = 0;
      for (const one of above) if (met < path.length - 1 && one.text === path[met]) met++;
      if (met === path.length - 1) return true;
    }
    above.push({ depth, text });
  }
  return false;
}

function statementFinding(question: Of<'statement'>, scene: RunningLab): Finding {
  const { box, router } = present(scene.owner(question.on), 'a box that was there a moment ago');
  const above = router === MAIN_ROUTER ? [] : ['logical-systems', router];
  const path = [...above, ...question.line.split(' / ').map(bare)];
  const holds = holdsStatement(box.os.print(box.store.running), path);
  return { holds, why: `the configuration of ${question.on} ${holds ? 'has' : 'does not have'} "${question.line}"` };
}
