// Hellos: on which links, to which targets, how often.                                                   RFC 5036 §2.4

import { type Ip4, ip4Text } from '../../base/ip.ts';
import { speaksAs } from '../../net/addresses.ts';
import type { Interface } from '../../net/interface.ts';
import type { IfName } from '../../route/names.ts';
import { lists } from './filter.ts';
import type { Ldp } from './model.ts';
import { dropAdjacency } from './peers.ts';
import type { SessionWork } from './session.ts';
import { sendLinkHello, sendTargetedHello } from './transmit.ts';

/** The interface, when LDP could speak there: it is up, in this VRF, and has an address. */
export function usableFace(ldp: Ldp, on: IfName): Interface | undefined {
  const face = ldp.context.interface(on);
  const usable = face?.up && face.vrf === ldp.context.vrf && speaksAs(face, undefined) !== undefined;
  return usable ? face : undefined;
}

/** Our end of the sessions with those who hear us there. RFC 5036 §2.5.2 */
export function transportOn(ldp: Ldp, face: Interface): Ip4 | undefined {
  const wanted = ldp.config.interfaces[face.name]?.transport ?? ldp.config.transport;
  if (wanted === 'router-id') return ldp.routerId;
  return wanted === 'interface' ? speaksAs(face, undefined) : wanted;
}

/** Sends a Hello on a link, and arms the timer of the next one. */
export function helloOn(ldp: Ldp, on: IfName): void {
  const config = ldp.config.interfaces[on];
  const face = usableFace(ldp, on);
  const transport = face && transportOn(ldp, face);
  if (!config || transport === undefined) return;
  sendLinkHello(ldp, on, transport, config.hello);
  ldp.context.timer('hello', on, config.hello.interval);
}

/** A target's Hellos are wanted: it is configured. */
export const isTarget = (ldp: Ldp, address: Ip4): boolean => ldp.config.targeted.peers.includes(address);

/** May this stranger's targeted Hello be answered? RFC 5036 §2.4.2 */
export function answersTarget(ldp: Ldp, address: Ip4): boolean {
  const { accept } = ldp.config.targeted;
  if (accept === 'any') return true;
  return accept !== 'configured' && lists(accept, address);
}

export const targetKey = (address: Ip4): string => `target ${ip4Text(address)}`;

/** Sends a targeted Hello while it is wanted or answered, and arms the timer of the next one. */
export function helloTo(ldp: Ldp, address: Ip4): void {
  const wanted = isTarget(ldp, address);
  const { routerId } = ldp;
  if (routerId === undefined || (!wanted && !ldp.adjacencies.has(targetKey(address)))) return;
  sendTargetedHello(ldp, address, routerId, ldp.config.targeted.hello, wanted);
  ldp.context.timer('target', ip4Text(address), ldp.config.targeted.hello.interval);
}

/** Hellos begin where they may, and end where they may no longer. */
export function reviewLinks(ldp: Ldp, work: SessionWork): void {
  const wanted = (Object.keys(ldp.config.interfaces) as IfName[])
    .filter((on) => ldp.routerId !== undefined && usableFace(ldp, on) !== undefined)
    .sort();
  for (const on of [...ldp.active].sort()) if (!wanted.includes(on)) silence(ldp, on, work);
  for (const on of wanted) {
    if (ldp.active.has(on)) continue;
    ldp.active.add(on);
    helloOn(ldp, on);
  }
}

/** No Hellos on a link any more, in neither direction. */
export function silence(ldp: Ldp, on: IfName, work: SessionWork): void {
  ldp.active.delete(on);
  ldp.context.timer('hello', on, 'off');
  const why = ldp.config.interfaces[on] ? 'interface-down' : 'reconfigured';
  for (const adjacency of ldp.adjacencies.values()) if (adjacency.on === on) dropAdjacency(ldp, adjacency, why, work);
}

/** The same for targets: `before` are those that were configured until now. */
export function reviewTargets(ldp: Ldp, before: readonly Ip4[], work: SessionWork): void {
  for (const address of before) {
    if (isTarget(ldp, address)) continue;
    ldp.context.timer('target', ip4Text(address), 'off');
    const adjacency = ldp.adjacencies.get(targetKey(address));
    if (adjacency && !(adjacency.requestsTargeted && answersTarget(ldp, address)))
      dropAdjacency(ldp, adjacency, 'reconfigured', work);
  }
  for (const address of [...ldp.config.targeted.peers].sort((a, b) => a - b))
    if (ldp.context.timerAt('target', ip4Text(address)) === undefined) helloTo(ldp, address);
}
