// What a text means on a box out of the factory.

import { mac } from '../../../src/base/mac.ts';
import { present } from '../../../src/base/must.ts';
import type { DeviceConfig } from '../../../src/device/device-config.ts';
import { configured, IOS, model } from './console.ts';

export const MAC_BASE = mac(0x0c0000000100);

export function compiled(text: string, name = 'IOSv'): DeviceConfig {
  const made = IOS.compile(configured(text, name), { model: model(name), macBase: MAC_BASE });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return present(made.value.compiled.get('main'), 'main');
}
