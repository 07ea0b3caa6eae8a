// Route distinguishers and their spellings.                                          RFC 4364 §4.2

import { type Administered, administeredText, compareAdministered, parseAdministered } from './extended.ts';

/** Eight bytes: two of type, six of value. Makes equal prefixes of two VRFs different. */
export type RouteDistinguisher = Administered;

export const parseRd: (text: string) => RouteDistinguisher | undefined = parseAdministered;
export const rdText: (rd: RouteDistinguisher) => string = administeredText;
export const compareRd: (a: RouteDistinguisher, b: RouteDistinguisher) => number = compareAdministered;
