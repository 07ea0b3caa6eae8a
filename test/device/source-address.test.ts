// Which own address speaks to a peer.

import { expect, it } from 'vitest';
import { ipText } from '../../src/base/ip.ts';
import { sourceFor } from '../../src/device/source-address.ts';
import { MAIN } from '../../src/route/names.ts';
import { ip, vrfName } from '../harness/routes.ts';
import { Topology } from '../harness/topology.ts';

const net = new Topology({
  devices: {
    r1: {
      vrfs: ['A', 'B'],
      interfaces: {
        e0: '10.0.12.1/24 10.0.13.1/24',
        lo0: '1.1.1.1/32',
        loA: { at: '10.5.0.1/24', vrf: 'A' },
      },
      static: {
        default: [
          { to: '20.0.0.0/8', via: '10.0.13.9' },
          { to: '21.0.0.0/8', via: 'vrf:A' },
          { to: '22.0.0.0/8', via: 'discard' },
        ],
        A: [
          { to: '21.0.0.0/8', via: '10.5.0.9' },
          { to: '23.0.0.0/8', via: 'vrf:B' },
        ],
        B: [{ to: '23.0.0.0/8', via: 'vrf:A' }],
      },
    },
    r2: { interfaces: { e0: '10.0.12.2/24' } },
  },
  cables: ['r1 e0 - r2 e0'],
});

it.each([
  ['10.0.12.2', 'default', '10.0.12.1'],
  ['10.0.13.7', 'default', '10.0.13.1'],
  ['20.1.1.1', 'default', '10.0.13.1'],
  ['1.1.1.1', 'default', '1.1.1.1'],
  ['21.1.1.1', 'default', '10.5.0.1'],
  ['22.1.1.1', 'default', undefined],
  ['99.9.9.9', 'default', undefined],
  ['23.1.1.1', 'A', undefined],
])('to %s in %s speaks %s', (peer, vrf, expected) => {
  const machine = net.device('r1').machine;
  const source = machine && sourceFor(machine.stack, vrf === 'default' ? MAIN : vrfName(vrf), ip(peer));
  expect(source === undefined ? undefined : ipText(source)).toBe(expected);
});
