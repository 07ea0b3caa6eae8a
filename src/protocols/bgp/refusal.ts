// Why a told path stays out of the tables.                       RFC 4271 §9.1.2, RFC 4456 §8, RFC 4364 §4.3.3

/** Why a path is not in the Loc-RIB. */
export type Refusal =
  | 'as-loop'
  | 'originator-loop'
  | 'cluster-loop'
  | 'policy'
  | 'no-target'
  | 'first-as'
  | 'own-nexthop';
