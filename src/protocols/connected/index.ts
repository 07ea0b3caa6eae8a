// The plug-in: routes of the router's own addresses.

import type { ProtocolPlugin } from '../plugin.ts';
import { type ConnectedConfig, ConnectedProcess } from './process.ts';
import type { ConnectedTraits } from './traits.ts';

export const connected: ProtocolPlugin<ConnectedConfig, ConnectedTraits, never, Record<never, never>> = {
  name: 'connected',
  hears: [],
  check: () => [],
  start: (context) => Object.assign(new ConnectedProcess(context), { ask: {} }),
};
