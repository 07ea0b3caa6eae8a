// What the JavaScript engine is told about this program.

import { setFlagsFromString } from 'node:v8';

/**
 * At the start of a lab most of what is made stays: tables, sessions, timers. The engine concludes that frames and timers
 * made at the same places will stay as well, puts them where only a full collection looks, and memory grows to twice what
 * is needed before it does. It is told not to conclude (V8: allocation site pretenuring).
 */
export function tuneEngine(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
