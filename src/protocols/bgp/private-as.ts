// Private AS numbers are taken out of paths that leave.                              RFC 6996 §5

import type { AsPath } from '../../route/as-path.ts';
import type { RemovePrivate } from './neighbor-config.ts';

const isPrivate = (asn: number): boolean => (asn >= 64512 && asn <= 65534) || (asn >= 4200000000 && asn <= 4294967294);

/** `own` stands in the place of what is replaced. The AS of who is told stays, so that it finds its own loops. */
export function withoutPrivate(path: AsPath, how: RemovePrivate, own: number, peerAs: number): AsPath {
  if (how === 'off') return path;
  const goes = (asn: number): boolean => isPrivate(asn) && asn !== peerAs;
  if (how === 'if-only' && path.some(({ asns }) => asns.some((asn) => !isPrivate(asn)))) return path;
  const everywhere = how === 'all' || how === 'replace' || how === 'nearest' || how === 'if-only';
  let leading = true;
  let nearest = own;
  const kept = (asn: number): readonly number[] => {
    if (!isPrivate(asn)) {
      leading = false;
      nearest = asn;
    }
    if (!goes(asn) || !(everywhere || leading)) return [asn];
    if (how === 'nearest') return [nearest];
    return how === 'replace' || how === 'leading-replace' ? [own] : [];
  };
  return path
    .map((segment) => ({ ...segment, asns: segment.asns.flatMap(kept) }))
    .filter(({ asns }) => asns.length > 0);
}
