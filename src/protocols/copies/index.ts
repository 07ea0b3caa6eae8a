// The plug-in: routes that stand in several tables.

import type { ProtocolPlugin } from '../plugin.ts';
import type { CopyConfig } from './config.ts';
import { CopyProcess } from './process.ts';

export const copies: ProtocolPlugin<CopyConfig, undefined, never, Record<never, never>> = {
  name: 'copies',
  hears: [],
  check: () => [],
  start: (context) => Object.assign(new CopyProcess(context), { ask: {} }),
};
