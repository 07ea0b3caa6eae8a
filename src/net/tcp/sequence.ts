// Sequence numbers: arithmetic modulo 2^32.   RFC 9293 §3.4

/** `a` moved on by `count`, which may be negative. */
export const advance = (a: number, count: number): number => (a + count) >>> 0;

/** How far it is from `from` to `to`, going up: 0 … 2^32-1. */
export const distance = (from: number, to: number): number => (to - from) >>> 0;

/** True when `a` lies in the half of the circle below `b`. */
export const isBefore = (a: number, b: number): boolean => ((a - b) | 0) < 0;

/** a =< b */
export const notAfter = (a: number, b: number): boolean => ((a - b) | 0) <= 0;

/** The later of two. */
export const later = (a: number, b: number): number => (isBefore(a, b) ? b : a);

/** True when `a` is one of the `length` numbers from `start` on. */
export const inWindow = (a: number, start: number, length: number): boolean => distance(start, a) < length;
