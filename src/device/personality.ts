// A vendor's habits as data: the traits of the stack and of every protocol. What a command can change is not here.

import type { TcpTraits } from '../net/tcp/traits.ts';
import type { ResolveTraits, StackTraits } from '../net/traits.ts';
import type { BfdTraits } from '../protocols/bfd/traits.ts';
import type { BgpTraits } from '../protocols/bgp/traits.ts';
import type { ConnectedTraits } from '../protocols/connected/traits.ts';
import type { IsisTraits } from '../protocols/isis/traits.ts';
import type { LdpTraits } from '../protocols/ldp/traits.ts';

export interface Personality {
  readonly stack: StackTraits;
  readonly tcp: TcpTraits;
  readonly resolve: ResolveTraits;
  readonly connected: ConnectedTraits;
  readonly isis: IsisTraits;
  readonly bgp: BgpTraits;
  readonly bfd: BfdTraits;
  readonly ldp: LdpTraits;
}
