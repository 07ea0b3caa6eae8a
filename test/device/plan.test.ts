// What a commit stops, starts, reconfigures.

import { describe, expect, it } from 'vitest';
import { plan } from '../../src/device/plan.ts';
import { bgpConfig, type DeviceSpec, deviceConfig } from '../harness/config.ts';

const base: DeviceSpec = {
  vrfs: ['A'],
  interfaces: { e0: '10.0.0.1/24', lo0: { at: '1.1.1.1/32', vrf: 'A' } },
  static: { default: [{ to: '2.0.0.0/8', via: '10.0.0.2' }] },
  bgp: bgpConfig({ A: { rd: '1:1', redistribute: ['connected'] } }),
};
const steps = (before: DeviceSpec | undefined, after: DeviceSpec): readonly string[] =>
  plan(before && deviceConfig(before), deviceConfig(after)).map(({ what, how }) => `${how} ${what}`);

describe('a plan', () => {
  it('from nothing starts everything that is configured, in order', () => {
    expect(steps(undefined, base)).toEqual([
      'start hostname',
      'start vrfs',
      'start interfaces',
      'start static',
      'start bgp',
    ]);
    expect(steps(undefined, { ...base, bgp: undefined })).not.toContain('start bgp');
  });

  it('is empty when nothing differs, however the configuration was made', () => {
    expect(steps(base, base)).toEqual([]);
    const config = deviceConfig(base);
    expect(plan(config, config)).toEqual([]);
  });

  it.each<[string, DeviceSpec, readonly string[]]>([
    ['the name', { ...base, hostname: 'other' }, ['reconfigure hostname']],
    ['an address', { ...base, interfaces: { ...base.interfaces, e0: '10.0.0.9/24' } }, ['reconfigure interfaces']],
    ['a port', { ...base, dark: ['e0'] }, ['reconfigure interfaces']],
    ['forwarding', { ...base, routing: false }, ['reconfigure interfaces']],
    ['a VRF', { ...base, vrfs: ['A', 'B'] }, ['reconfigure vrfs']],
    ['a static route', { ...base, static: {} }, ['reconfigure static']],
    ['BGP', { ...base, bgp: bgpConfig({ A: { rd: '1:1' } }) }, ['reconfigure bgp']],
    ['no BGP', { ...base, bgp: undefined }, ['stop bgp']],
    [
      'another AS',
      { ...base, bgp: bgpConfig({ A: { rd: '1:1', redistribute: ['connected'] } }, { asn: 1 }) },
      ['stop bgp', 'start bgp'],
    ],
    [
      'much',
      { hostname: 'x' },
      ['reconfigure hostname', 'reconfigure vrfs', 'reconfigure interfaces', 'reconfigure static', 'stop bgp'],
    ],
  ])('touches what differs: %s', (_, after, expected) => {
    expect(steps(base, after)).toEqual(expected);
  });
});
