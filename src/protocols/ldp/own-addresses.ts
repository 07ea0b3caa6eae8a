// Which addresses peers are told are ours, so that they know whose labels lead here.                RFC 5036 §2.7, §3.5.5

import { type Ip4, isIp4 } from '../../base/ip.ts';
import { type Ldp, operational, type Peer } from './model.ts';
import { say } from './transmit.ts';

/** Addresses of interfaces of the VRF that are up, in order. */
function ownAddresses(ldp: Ldp): readonly Ip4[] {
  const { context, config, routerId } = ldp;
  const every = context.traits.addresses === 'every';
  const found = context
    .interfaces()
    .filter(({ name, up, vrf }) => up && vrf === context.vrf && (every || name in config.interfaces))
    .flatMap(({ addresses }) => addresses.map(({ address }) => address).filter(isIp4));
  const all = routerId === undefined ? found : [...found, routerId];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Looks again at what is there, and tells peers what changed. */
export function reviewAddresses(ldp: Ldp): void {
  const [before, now] = [ldp.advertised, ownAddresses(ldp)];
  ldp.advertised = now;
  const come = now.filter((address) => !before.includes(address));
  const gone = before.filter((address) => !now.includes(address));
  for (const peer of operational(ldp)) {
    if (come.length > 0) say(ldp, peer, 'address', [{ kind: 'addresses', addresses: come }]);
    if (gone.length > 0) say(ldp, peer, 'addressWithdraw', [{ kind: 'addresses', addresses: gone }]);
  }
}

/** A new session begins with all of them. §3.5.5.1 */
export function tellAddresses(ldp: Ldp, peer: Peer): void {
  say(ldp, peer, 'address', [{ kind: 'addresses', addresses: ldp.advertised }]);
}
