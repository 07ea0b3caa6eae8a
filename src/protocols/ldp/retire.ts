// Labels that were taken back: free only when every peer has let them go.                            RFC 5036 §3.5.10

import type { Prefix } from '../../base/prefix.ts';
import type { Label } from '../../route/label.ts';
import { type Fec, type Ldp, operational, type Peer } from './model.ts';

/** Names a FEC's label in the label space. */
export const labelKey = ({ prefix, serial }: Fec): string => `${prefix.text} ${serial}`;

/** The FEC's label is taken back from all who were told of it. */
export function retire(ldp: Ldp, fec: Fec): void {
  const { local } = fec;
  fec.local = undefined;
  if (local === undefined || local === 'null') return;
  const key = labelKey(fec);
  fec.serial++;
  ldp.context.lfib(local, undefined);
  const peers = new Set(
    operational(ldp)
      .filter(({ name }) => fec.told.get(name) === local)
      .map(({ name }) => name),
  );
  if (peers.size === 0) ldp.context.freeLabel(key);
  else ldp.retiring.set(local, { prefix: fec.prefix, key, peers });
}

function letGo(ldp: Ldp, label: Label, peer: Peer): void {
  const retiring = ldp.retiring.get(label);
  if (!retiring?.peers.delete(peer.name) || retiring.peers.size > 0) return;
  ldp.retiring.delete(label);
  ldp.context.freeLabel(retiring.key);
}

/** The peer has let a label go; undefined: whatever it had of the FEC. */
export function released(ldp: Ldp, peer: Peer, prefix: Prefix, label: number | undefined): void {
  for (const [retired, retiring] of [...ldp.retiring])
    if (retiring.prefix === prefix && (label === undefined || label === retired)) letGo(ldp, retired, peer);
}

/** A peer whose session is over holds nothing. */
export function releasedAll(ldp: Ldp, peer: Peer): void {
  for (const label of [...ldp.retiring.keys()]) letGo(ldp, label, peer);
}
