// show ip bgp regexp, quote-regexp, community, large-community, prefix-list, paths: parts of the table by what paths bear.
// Source: Cisco IOS IP Routing: BGP command reference; capture `show ip bgp regexp ^$` (genieparser).

import { parseIp4 } from '../../../base/ip.ts';
import { compileRegex } from '../../../base/regex.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { BgpPathRow } from '../../../protocols/bgp/show.ts';
import { pathText } from '../../../route/as-path.ts';
import { compareLarge, parseLarge } from '../../../route/community.ts';
import type { View } from '../../os.ts';
import { prefixListNamed } from '../compile/policy.ts';
import { bgpFacts, keepPaths } from './bgp-facts.ts';
import { bgpTableLines } from './bgp-table.ts';
import { said } from './said.ts';

const asPathOf = ({ attributes }: BgpPathRow): string => pathText(attributes.asPath);

/** Quotes that stand around the whole of it do not belong to it. */
const bare = (text: string): string => (/^".*"$/.test(text) ? text.slice(1, -1) : text);

export const showBgpRegexp: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const pattern = compileRegex(bare(match.args['expression'] ?? ''), {
    bracketEscapes: true,
    underscore: 'delimiter',
  });
  if (!pattern.ok) return ['% Malformed regular expression'];
  return bgpTableLines(
    context,
    keepPaths(facts, (path) => pattern.value.test(asPathOf(path))),
  );
};

export const showBgpCommunity: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const words = (match.args['communities'] ?? '').split(' ').filter((word) => word !== '');
  const exact = words.at(-1) === 'exact-match';
  const wanted = words.filter((word) => word !== 'exact-match').map((word) => numberOf(word));
  return bgpTableLines(
    context,
    keepPaths(facts, (path) => {
      const borne = (path.attributes.communities ?? []).map((one) => one >>> 0);
      const all = borne.length > 0 && wanted.every((one) => one !== undefined && borne.includes(one));
      return all && (!exact || borne.length === wanted.length);
    }),
  );
};

/** Paths that bear all of these, or any at all. Source: "BGP Large Community", IOS XE 17.x, "show ip bgp large-community". */
export const showBgpLargeCommunity: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const wanted = (match.args['large'] ?? '').split(' ').flatMap((text) => parseLarge(text) ?? []);
  const exact = said(match, 'exact-match');
  return bgpTableLines(
    context,
    keepPaths(facts, ({ attributes: { large = [] } }) => {
      const all = wanted.every((one) => large.some((borne) => compareLarge(one, borne) === 0));
      return large.length > 0 && all && (!exact || large.length === wanted.length);
    }),
  );
};

const NAMED: Readonly<Record<string, number>> = {
  internet: 0,
  gshut: 0xffff0000,
  'no-export': 0xffffff01,
  'no-advertise': 0xffffff02,
  'local-AS': 0xffffff03,
};

/** `65000:1`, a number, or a name. */
function numberOf(text: string): number | undefined {
  const parts = /^(\d+):(\d+)$/.exec(text);
  if (parts) return Number(parts[1]) * 0x10000 + Number(parts[2]);
  return NAMED[text] ?? (/^\d+$/.test(text) ? Number(text) : undefined);
}

export const showBgpPrefixList: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const name = match.args['list'] ?? '';
  const list = prefixListNamed(context.box.store.running, name);
  if (!list) return ["% Can't find specified prefix-list"];
  return bgpTableLines(
    context,
    keepPaths(facts, (_, { prefix }) => {
      const entry = list.entries.find(
        (one) =>
          prefix.length >= one.low &&
          prefix.length <= one.high &&
          holds(one.prefix.address, one.prefix.length, prefix.address),
      );
      return entry?.verdict === 'permit';
    }),
  );
};

const holds = (block: unknown, length: number, address: unknown): boolean =>
  typeof block === 'number' &&
  typeof address === 'number' &&
  (length === 0 || (block ^ address) >>> (32 - length) === 0);

/** Each AS path once, how often it is used, its MED. "show ip bgp paths": `Address Hash Refcount Metric Path`. */
export const showBgpPaths: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const expression = match.args['expression'];
  const pattern = compileRegex(bare(expression ?? '.*'), { bracketEscapes: true, underscore: 'delimiter' });
  if (!pattern.ok) return ['% Malformed regular expression'];
  const used = new Map<string, { count: number; med: number; path: BgpPathRow }>();
  const peer = parseIp4(match.args['neighbor'] ?? '');
  for (const path of facts.tables.flatMap(({ nets }) => nets.flatMap(({ paths }) => paths))) {
    if (peer !== undefined && (path.from === 'local' || path.from.peer !== peer)) continue;
    if (!pattern.value.test(asPathOf(path))) continue;
    const key = `${path.attributes.med ?? 0} ${asPathOf(path)} ${path.attributes.origin}`;
    const known = used.get(key);
    used.set(key, { count: (known?.count ?? 0) + 1, med: path.attributes.med ?? 0, path });
  }
  const rows = [...used].sort(([a], [b]) => byText(a, b));
  return ['Address     Hash Refcount Metric Path', ...rows.map(([, row], i) => pathLine(row, i))];
};

const LETTER = { igp: 'i', egp: 'e', incomplete: '?' } as const;

function pathLine({ count, med, path }: { count: number; med: number; path: BgpPathRow }, place: number): string {
  const text = [asPathOf(path), LETTER[path.attributes.origin]].filter((part) => part !== '').join(' ');
  const address = `0x${(0x10a00000 + place * 0x90).toString(16).toUpperCase()}`;
  return `${address}${String(place).padStart(6)}${String(count).padStart(9)}${String(med).padStart(7)} ${text}`;
}
