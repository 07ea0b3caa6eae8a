// Label and the reserved ones.                                                      RFC 3032 §2.1, RFC 7274

import type { Branded } from '../base/brand.ts';

/** 20 bits. */
export type Label = Branded<number, 'Label'>;

export const EXPLICIT_NULL = 0 as Label;
export const ROUTER_ALERT = 1 as Label;
export const IMPLICIT_NULL = 3 as Label;
/** The first label that is not reserved. */
export const FIRST_LABEL = 16;
export const LAST_LABEL = 0xfffff;
