// FECs: where they lead, which label they have, who is told of it.                  RFC 5036 §2.1, §2.6, Appendix A.1

import { isIp4 } from '../../base/ip.ts';
import { hostPrefix, type Prefix } from '../../base/prefix.ts';
import { byText, SortedMap } from '../../base/sorted-map.ts';
import type { ForwardingPath } from '../../net/rib-types.ts';
import { EXPLICIT_NULL, IMPLICIT_NULL } from '../../route/label.ts';
import { permits } from './filter.ts';
import { type Fec, type Ldp, operational, ownerOf, type Peer } from './model.ts';
import { labelKey, retire } from './retire.ts';
import { imposeLabels, installRoute, switchLabel } from './routes.ts';
import { say } from './transmit.ts';

export function fecOf(ldp: Ldp, prefix: Prefix): Fec {
  return ldp.fecs.getOrMake(prefix, () => ({
    prefix,
    route: undefined,
    ways: [],
    local: undefined,
    serial: 0,
    remote: new SortedMap<string, number>(byText),
    told: new SortedMap<string, number>(byText),
    revision: 0,
  }));
}

/** Looks at it when the event is over. */
export const touch = (ldp: Ldp, prefix: Prefix): void => {
  ldp.touched.add(prefix);
};

export function touchAll(ldp: Ldp): void {
  for (const prefix of ldp.fecs.keys()) ldp.touched.add(prefix);
}

/** Nobody knows anything of it any more. */
export function dropFecIfIdle(ldp: Ldp, fec: Fec): void {
  if (!fec.route && fec.remote.size === 0 && fec.local === undefined && fec.told.size === 0)
    ldp.fecs.delete(fec.prefix);
}

/** The peer's label for packets towards this next hop, when it has told one that may be used. */
export function labelTowards(
  ldp: Ldp,
  fec: Fec,
  { gateway }: ForwardingPath,
): { readonly peer: Peer; readonly label: number } | undefined {
  if (gateway === undefined || !isIp4(gateway)) return undefined;
  const peer = ownerOf(ldp, gateway);
  const label = peer && fec.remote.get(peer.name);
  if (!peer || label === undefined || !permits(ldp.config.labels.accept, fec.prefix, peer.lsr.id)) return undefined;
  return { peer, label };
}

/** The path ends here: on a link of this router, or in it. */
const endsHere = ({ route, ways }: Fec): boolean =>
  route !== undefined && ways.every(({ gateway }) => gateway === undefined);

/** This router speaks as the FEC's egress. */
export function isEgress(ldp: Ldp, fec: Fec): boolean {
  if (!endsHere(fec)) return false;
  const { egress } = ldp.config.labels;
  if (egress !== 'router-id') return permits(egress, fec.prefix);
  return ldp.routerId !== undefined && fec.prefix === hostPrefix(ldp.routerId);
}

/** What the FEC's own label shall be. */
function wantedLocal(ldp: Ldp, fec: Fec): 'null' | 'label' | undefined {
  const { control, allocate } = ldp.config.labels;
  if (!fec.route || !permits(allocate, fec.prefix)) return undefined;
  if (isEgress(ldp, fec)) return 'null';
  if (endsHere(fec)) return undefined;
  if (control === 'independent') return 'label';
  // §2.6.1.2: only behind a next hop that has told its own.
  if (fec.ways.some((way) => labelTowards(ldp, fec, way) !== undefined)) return 'label';
  const lingers = ldp.context.timerAt('withdraw', fec.prefix.text) !== undefined;
  return fec.local !== undefined && fec.local !== 'null' && lingers ? 'label' : undefined;
}

/** What the peer shall be told of the FEC; undefined: nothing. */
export function toldLabel(ldp: Ldp, fec: Fec, peer: Peer): number | undefined {
  const { advertise, explicitNull } = ldp.config.labels;
  if (fec.local === undefined || !permits(advertise, fec.prefix, peer.lsr.id)) return undefined;
  if (fec.local !== 'null') return fec.local;
  return permits(explicitNull, fec.prefix, peer.lsr.id) ? EXPLICIT_NULL : IMPLICIT_NULL;
}

/** A route came, went, or leads elsewhere. */
export function routeChanged(ldp: Ldp, prefix: Prefix, route: Fec['route'], ways: readonly ForwardingPath[]): void {
  if (prefix.family !== 4 || (!route && !ldp.fecs.has(prefix))) return;
  const fec = fecOf(ldp, prefix);
  fec.route = route;
  fec.ways = route ? ways : [];
  touch(ldp, prefix);
}

/** At the end of an event: every FEC that was touched is what it should be, in the order of prefixes. */
export function reviewTouched(ldp: Ldp): void {
  if (ldp.touched.size === 0) return;
  const fecs = ldp.fecs.values().filter(({ prefix }) => ldp.touched.has(prefix));
  ldp.touched.clear();
  for (const fec of fecs) review(ldp, fec);
}

function review(ldp: Ldp, fec: Fec): void {
  linger(ldp, fec);
  const wanted = wantedLocal(ldp, fec);
  const has = fec.local === undefined ? undefined : fec.local === 'null' ? 'null' : 'label';
  if (has !== wanted) {
    retire(ldp, fec);
    fec.revision = ++ldp.revision;
  }
  if (fec.local === undefined && wanted === 'null') fec.local = 'null';
  else if (fec.local === undefined && wanted === 'label') allocate(ldp, fec);
  const labelled = fec.ways.map((way) => ({ way, given: labelTowards(ldp, fec, way)?.label }));
  switchLabel(ldp, fec, labelled);
  imposeLabels(ldp, fec, labelled);
  installRoute(ldp, fec, labelled);
  for (const peer of operational(ldp)) tell(ldp, fec, peer);
  dropFecIfIdle(ldp, fec);
}

function allocate(ldp: Ldp, fec: Fec): void {
  const label = ldp.context.label(labelKey(fec));
  if (label === undefined) ldp.context.emit({ kind: 'ldp-no-labels', vrf: ldp.context.vrf, prefix: fec.prefix });
  fec.local = label;
}

/** Ordered control: a next hop that took its label back may give another soon; ours is kept for a while. */
function linger(ldp: Ldp, fec: Fec): void {
  const { context, config } = ldp;
  const { control, withdrawDelay } = config.labels;
  const armed = context.timerAt('withdraw', fec.prefix.text) !== undefined;
  const orphaned =
    control === 'ordered' &&
    fec.route !== undefined &&
    fec.local !== undefined &&
    fec.local !== 'null' &&
    !fec.ways.some((way) => labelTowards(ldp, fec, way) !== undefined);
  if (orphaned && !armed && !ldp.expired.has(fec.prefix) && withdrawDelay > 0)
    context.timer('withdraw', fec.prefix.text, withdrawDelay);
  else if (!orphaned && armed) context.timer('withdraw', fec.prefix.text, 'off');
  if (!orphaned) ldp.expired.delete(fec.prefix);
}

/** The label has been told long enough. */
export function lingered(ldp: Ldp, text: string): void {
  const fec = ldp.fecs.values().find(({ prefix }) => prefix.text === text);
  if (!fec) return;
  ldp.expired.add(fec.prefix);
  touch(ldp, fec.prefix);
}

/** The peer is told what it should know, and no more. §A.1.1, §A.1.5 */
function tell(ldp: Ldp, fec: Fec, peer: Peer): void {
  const wanted = toldLabel(ldp, fec, peer);
  const told = fec.told.get(peer.name);
  if (told === wanted) return;
  const element = { kind: 'fec', elements: [{ kind: 'prefix', prefix: fec.prefix }] } as const;
  // §3.5.7.1.1: another label for a FEC is told after the old one was taken back.
  if (told !== undefined) say(ldp, peer, 'labelWithdraw', [element, { kind: 'label', label: told }]);
  fec.told.delete(peer.name);
  if (wanted === undefined) return;
  fec.told.set(peer.name, wanted);
  say(ldp, peer, 'labelMapping', [element, { kind: 'label', label: wanted }]);
}

/** A session is over: nothing that the peer told or was told counts. */
export function forgetPeer(ldp: Ldp, peer: Peer): void {
  for (const fec of ldp.fecs.values()) {
    const had = fec.remote.delete(peer.name);
    const knew = fec.told.delete(peer.name);
    if (had || knew) touch(ldp, fec.prefix);
  }
}
