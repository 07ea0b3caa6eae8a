// Why a told path stays out of the tables, and a path is not told.               RFC 4271 §9.1.2, RFC 4456 §8, RFC 4364 §4.3.3

/** Why a path is not in the Loc-RIB. */
export type Refusal =
  | 'as-loop'
  | 'originator-loop'
  | 'cluster-loop'
  | 'policy'
  | 'no-target'
  | 'first-as'
  | 'own-nexthop'
  /** It bears the site of origin of who told it. RFC 4364 §7 */
  | 'site';

/** Why a peer does not hear of a path. */
export type Withheld =
  /** It told it. */
  | 'from-peer'
  /** From inside the AS to the inside, and no reflector between. RFC 4456 §6 */
  | 'inside'
  /** NO_EXPORT and its kin. RFC 1997 */
  | 'community'
  | 'policy'
  | 'suppressed'
  | 'condition'
  | 'site'
  | 'peer-as'
  | 'no-label'
  /** None of its targets was asked for. RFC 4684 */
  | 'not-asked'
  | 'inactive';
