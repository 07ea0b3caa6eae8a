// One clock for the screens and the lab.

import type { Wall } from '../../src/host/pacer.ts';
import type { ManualTiming } from './manual-timing.ts';

export const wallOf = (timing: ManualTiming): Wall => ({
  now: () => timing.now,
  soon: (then) => timing.after(0, then),
  later: (millis, then) => timing.after(millis, then),
  cancel: (handle) => (handle as (() => void) | undefined)?.(),
});
