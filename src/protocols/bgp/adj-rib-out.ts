// What each peer is told: which nets are due, what has changed of them, and the messages.    RFC 4271 §9.1.3, §9.2, RFC 7911

import { ByteWriter, toHex } from '../../base/bytes.ts';
import { type Ip4, isIp4 } from '../../base/ip.ts';
import { comparePrefix, type Prefix } from '../../base/prefix.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import { MAIN, type VrfName } from '../../route/names.ts';
import { compareRd, rdText } from '../../route/route-distinguisher.ts';
import { isTellable, tellsActive } from './active-routes.ts';
import { toldKey } from './adj-rib-in.ts';
import { decide, type LadderFacts } from './decision.ts';
import { DEFAULT_NET, defaultRoute, exported } from './export.ts';
import { type FamilyName, MAX_MESSAGE } from './iana.ts';
import { freeLabels, labelFor } from './labels.ts';
import { tablesInOrder } from './loc-rib.ts';
import type { Path, Table } from './model.ts';
import { type Attribute, writeAttribute } from './packet/attribute.ts';
import { hasLabels, type Nlri, nlriSize } from './packet/nlri.ts';
import { type Due, isEstablished, type Peer, type Sent, type Speaker } from './peer.ts';
import { familiesOf, say } from './transmit.ts';
import { leavingVrf } from './vrf-export.ts';
import { attributesTo } from './wire-attributes.ts';

/** Header, the two lengths, and room to spare for the MP attribute's own header. */
const OVERHEAD = 19 + 4 + 40;
const NO_LABEL = undefined;

/** Families in which the nets of a table are told to this peer. */
function familiesFor(peer: Peer, table: Table): readonly FamilyName[] {
  const agreed = familiesOf(peer.config).filter((family) => peer.agreement?.families.has(family));
  if (table.vrf === peer.config.vrf) return agreed.filter((family) => family !== 'vpnv4');
  return table.rd && peer.config.vrf === MAIN ? agreed.filter((family) => family === 'vpnv4') : [];
}

const dueKey = ({ family, table, prefix }: Due): string => `${family} ${prefix.text} ${table}`;

/** The net is another now: whoever hears of its table may have to hear of it. */
export function netTouched(speaker: Speaker, table: Table, prefix: Prefix): void {
  for (const peer of speaker.peers.values()) if (isEstablished(peer)) due(peer, table, prefix);
}

function due(peer: Peer, table: Table, prefix: Prefix): void {
  for (const family of familiesFor(peer, table)) {
    const one: Due = { family, table: table.vrf, prefix };
    peer.due.set(dueKey(one), one);
  }
}

/** Everything is due: the session is new, its policy is another, or it asked for it. */
export function everythingDue(speaker: Speaker, peer: Peer, only?: FamilyName): void {
  for (const table of tablesInOrder(speaker.rib)) for (const prefix of table.nets.keys()) due(peer, table, prefix);
  // What was told and is in no table any more, the default route among it.
  for (const { family, nlri } of peer.sent.values()) {
    const one: Due = { family, table: tableName(speaker, peer, nlri), prefix: nlri.prefix };
    peer.due.set(dueKey(one), one);
  }
  if (peer.agreement?.families.has('ipv4')) {
    const one: Due = { family: 'ipv4', table: peer.config.vrf, prefix: DEFAULT_NET };
    peer.due.set(dueKey(one), one);
  }
  if (only) for (const [key, one] of peer.due.entries()) if (one.family !== only) peer.due.delete(key);
}

const tableName = (speaker: Speaker, peer: Peer, { rd }: Nlri): VrfName =>
  tablesInOrder(speaker.rib).find((table) => rd && table.rd && compareRd(table.rd, rd) === 0)?.vrf ?? peer.config.vrf;

/** What was told is told again, as it is asked for with a ROUTE-REFRESH. RFC 2918 §4 */
export function tellAgain(speaker: Speaker, peer: Peer, family: FamilyName): void {
  for (const [key, sent] of peer.sent.entries()) if (sent.family === family) peer.sent.set(key, { ...sent, text: '' });
  everythingDue(speaker, peer, family);
}

/** Tables under one distinguisher: a VRF's own, and what peers told. */
const tablesOf = (speaker: Speaker, table: Table): readonly Table[] => {
  const { rd } = table;
  return rd ? tablesInOrder(speaker.rib).filter((one) => one.rd && compareRd(one.rd, rd) === 0) : [table];
};

interface Candidate {
  readonly table: Table;
  readonly path: Path;
}

/** Where only active routes are told: the one that is in use, and no address of this router itself. */
const mayBeTold = (table: Table, prefix: Prefix, path: Path, count: number): boolean =>
  isTellable(path) && (count > 1 || table.nets.get(prefix)?.best === path);

/** The paths of a net that may be told, best first. Copies are told to customers only. */
function candidates(speaker: Speaker, one: Due, count: number, facts: LadderFacts): readonly Candidate[] {
  const table = speaker.rib.tables.get(one.table);
  if (!table) return [];
  const vpn = one.family === 'vpnv4';
  const active = tellsActive(speaker.config);
  const all = (vpn ? tablesOf(speaker, table) : [table]).flatMap((home) =>
    [...(home.nets.get(one.prefix)?.paths.values() ?? [])]
      .filter(
        (path) => (!vpn || !path.importedFrom) && (!active || home.remote || mayBeTold(home, one.prefix, path, count)),
      )
      .map((path): Candidate => ({ table: home, path })),
  );
  const chosen: Candidate[] = [];
  let left = all.map((candidate, i) => ({ ...candidate.path, key: String(i) }));
  while (chosen.length < count && left.length > 0) {
    const { best } = decide(left, facts);
    if (!best) break;
    left = left.filter((path) => path.key !== best.key);
    chosen.push(all[Number(best.key)] as Candidate);
  }
  return chosen;
}

interface Wanted {
  readonly nlri: Nlri;
  readonly attributes: PathAttributes;
}

/** Undefined: it cannot be told, for want of a label. */
function wantedOf(speaker: Speaker, peer: Peer, one: Due, candidate: Candidate, index: number): Wanted | undefined {
  const { table } = candidate;
  const ofVrf = one.family === 'vpnv4' && !table.remote;
  const path = ofVrf ? leavingVrf(speaker.config, table, one.prefix, candidate.path) : candidate.path;
  const attributes = path && exported(speaker, peer, one.family, one.prefix, path, ofVrf);
  if (!path || !attributes) return undefined;
  const withIds = peer.agreement?.writing.addPath.has(one.family) === true;
  const kept = path.labels && attributes.nexthop === path.attributes.nexthop ? path.labels : undefined;
  const own = hasLabels(one.family) && !kept ? labelFor(speaker, table, one.prefix, path) : NO_LABEL;
  if (hasLabels(one.family) && !kept && own === undefined) return undefined;
  const labels = kept ?? (own === undefined ? undefined : [own]);
  return {
    attributes,
    nlri: {
      prefix: one.prefix,
      ...(one.family === 'vpnv4' && table.rd ? { rd: table.rd } : {}),
      ...(labels ? { labels } : {}),
      ...(withIds ? { pathId: index + 1 } : {}),
    },
  };
}

/** What the peer shall know of the net. */
function wantedNow(speaker: Speaker, peer: Peer, one: Due, facts: LadderFacts): readonly Wanted[] {
  const family = peer.config.families[one.family];
  if (!family) return [];
  const withIds = peer.agreement?.writing.addPath.has(one.family) === true;
  const count = withIds ? Math.max(1, family.addPath.send) : 1;
  const found = candidates(speaker, one, count, facts).flatMap(
    (candidate, i) => wantedOf(speaker, peer, one, candidate, i) ?? [],
  );
  const owed = one.family === 'ipv4' && one.prefix === DEFAULT_NET && family.defaultOriginate;
  if (!owed) return found;
  return [
    { nlri: { prefix: DEFAULT_NET, ...(withIds ? { pathId: 1 } : {}) }, attributes: defaultRoute(speaker, peer) },
  ];
}

/** The same text for the same attributes: what may go in one message. */
function textOf(attributes: PathAttributes): string {
  const out = new ByteWriter(128);
  for (const one of attributesTo(attributes, true)) writeAttribute(out, one, { as4: true, addPath: new Set() });
  return `${String(attributes.nexthop)} ${toHex(out.done())}`;
}

const labelText = ({ labels }: Nlri): string => (labels ?? []).join(',');

interface Batch {
  readonly gone: Sent[];
  readonly fresh: Sent[];
}

/** Brings one net into line; announcements may have to wait, withdrawals do not. */
function settle(speaker: Speaker, peer: Peer, one: Due, facts: LadderFacts, batch: Batch, mayTell: boolean): boolean {
  const wanted = wantedNow(speaker, peer, one, facts);
  const keys = new Set(wanted.map(({ nlri }) => toldKey({ family: one.family, nlri })));
  for (const sent of sentOf(speaker, peer, one)) {
    const key = toldKey(sent);
    if (keys.has(key)) continue;
    peer.sent.delete(key);
    batch.gone.push(sent);
  }
  const table = speaker.rib.tables.get(one.table);
  if (wanted.length === 0 && table && hasLabels(one.family) && !toldToSomebody(speaker, one)) {
    freeLabels(speaker, table, one.prefix);
  }
  if (!mayTell && wanted.length > 0) return false;
  for (const { nlri, attributes } of wanted) {
    const sent: Sent = { family: one.family, nlri, attributes, text: textOf(attributes) };
    const key = toldKey(sent);
    const old = peer.sent.get(key);
    if (old && old.text === sent.text && labelText(old.nlri) === labelText(nlri)) continue;
    peer.sent.set(key, sent);
    batch.fresh.push(sent);
  }
  return true;
}

/** What the peer was told of the net. */
function sentOf(speaker: Speaker, peer: Peer, { family, table, prefix }: Due): readonly Sent[] {
  const rd = family === 'vpnv4' ? speaker.rib.tables.get(table)?.rd : undefined;
  const low = `${family} ${rd ? rdText(rd) : ''} ${prefix.text} `;
  return peer.sent.between(low, `${low}\uffff`);
}

const toldToSomebody = (speaker: Speaker, one: Due): boolean =>
  speaker.peers.values().some((peer) => sentOf(speaker, peer, one).length > 0);

/** Tells the peer what is due. RFC 4271 §9.2.1.1: announcements at most once an advertisement interval. */
export function flush(speaker: Speaker, peer: Peer, facts: LadderFacts): void {
  if (!isEstablished(peer) || (peer.due.size === 0 && peer.synced.size > 0)) return;
  const { context } = speaker;
  const mayTell = context.timerAt('advertise', peer.name) === undefined;
  const batch: Batch = { gone: [], fresh: [] };
  for (const [key, one] of peer.due.entries())
    if (settle(speaker, peer, one, facts, batch, mayTell)) peer.due.delete(key);
  for (const family of familiesOf(peer.config)) {
    withdraw(speaker, peer, family, batch.gone);
    announce(speaker, peer, family, batch.fresh);
  }
  if (batch.fresh.length > 0 && peer.config.advertisementInterval > 0)
    context.timer('advertise', peer.name, peer.config.advertisementInterval);
  if (mayTell) endOfRib(speaker, peer);
}

/** RFC 4724 §2: the first round is over. */
function endOfRib(speaker: Speaker, peer: Peer): void {
  for (const family of peer.agreement?.families ?? []) {
    if (peer.synced.has(family)) continue;
    peer.synced.add(family);
    if (!peer.agreement?.gracefulRestart) continue;
    const unreach: Attribute = { flags: 0x80, body: { kind: 'mp-unreach', family, nlri: [] } };
    update(speaker, peer, [], family === 'ipv4' ? [] : [unreach], []);
  }
}

function update(
  speaker: Speaker,
  peer: Peer,
  withdrawn: readonly Nlri[],
  attributes: readonly Attribute[],
  nlri: readonly Nlri[],
): void {
  const [line] = peer.lines;
  if (line) say(speaker, peer, line, { type: 'update', update: { withdrawn, attributes, nlri, faults: [] } });
}

/** As many prefixes to a part as fit into a message. */
function parts(
  list: readonly Nlri[],
  family: FamilyName,
  addPath: boolean,
  room: number,
): readonly (readonly Nlri[])[] {
  const out: Nlri[][] = [];
  let left = 0;
  for (const nlri of [...list].sort((a, b) => comparePrefix(a.prefix, b.prefix))) {
    const size = nlriSize(nlri, family, addPath);
    if (left < size) {
      out.push([]);
      left = room;
    }
    out.at(-1)?.push(nlri);
    left -= size;
  }
  return out;
}

function withdraw(speaker: Speaker, peer: Peer, family: FamilyName, gone: readonly Sent[]): void {
  const addPath = peer.agreement?.writing.addPath.has(family) === true;
  // RFC 8277 §2.4: a withdrawal needs no label.
  const list = gone
    .filter((sent) => sent.family === family)
    .map(
      ({ nlri: { prefix, rd, pathId } }): Nlri => ({
        prefix,
        ...(rd ? { rd } : {}),
        ...(pathId === undefined ? {} : { pathId }),
      }),
    );
  for (const part of parts(list, family, addPath, MAX_MESSAGE - OVERHEAD)) {
    if (family === 'ipv4') update(speaker, peer, part, [], []);
    else update(speaker, peer, [], [{ flags: 0x80, body: { kind: 'mp-unreach', family, nlri: part } }], []);
  }
}

function announce(speaker: Speaker, peer: Peer, family: FamilyName, fresh: readonly Sent[]): void {
  const groups = new Map<string, Sent[]>();
  for (const sent of fresh) if (sent.family === family) groups.set(sent.text, [...(groups.get(sent.text) ?? []), sent]);
  const writing = peer.agreement?.writing ?? { as4: true, addPath: new Set<FamilyName>() };
  for (const list of groups.values()) {
    const { attributes } = list[0] as Sent;
    const body = attributesTo(attributes, writing.as4);
    const size = new ByteWriter(256);
    for (const one of body) writeAttribute(size, one, writing);
    const nlri = list.map((sent) => sent.nlri);
    const nexthop = isIp4(attributes.nexthop) ? attributes.nexthop : (0 as Ip4);
    for (const part of parts(nlri, family, writing.addPath.has(family), MAX_MESSAGE - OVERHEAD - size.length)) {
      if (family === 'ipv4') update(speaker, peer, [], withHop(body, nexthop), part);
      else
        update(
          speaker,
          peer,
          [],
          [{ flags: 0x80, body: { kind: 'mp-reach', family, nexthop, nlri: part } }, ...body],
          [],
        );
    }
  }
}

/** NEXT_HOP in its place: after ORIGIN and AS_PATH. */
function withHop(body: readonly Attribute[], address: Ip4): readonly Attribute[] {
  const front = body.filter((one) => one.body.kind === 'origin' || one.body.kind === 'as-path');
  const rest = body.filter((one) => !front.includes(one));
  return [...front, { flags: 0x40, body: { kind: 'next-hop', address } }, ...rest];
}
