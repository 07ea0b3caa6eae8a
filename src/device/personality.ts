// A vendor's habits as data: the traits of the stack and of every protocol. What a command can change is not here.

import type { StackTraits } from '../net/traits.ts';
import type { BgpTraits } from '../protocols/bgp/traits.ts';

export interface Personality {
  readonly stack: StackTraits;
  readonly bgp: BgpTraits;
}
