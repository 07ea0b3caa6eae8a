// A router that tells what its routing table has active, and nothing else.           RFC 4271 §9.1.3

import { describe, expect, it } from 'vitest';
import type { NeighborFamily } from '../../../src/protocols/bgp/neighbor-config.ts';
import { MAIN } from '../../../src/route/names.ts';
import { changing, taking } from '../../harness/policies.ts';
import { TalkedTo } from '../../harness/talked-to.ts';

const NET = '20.0.0.0/8';
const STATIC = { static: { [MAIN]: [{ to: NET, via: 'discard' }] } } as const;

const make = (terms: Partial<NeighborFamily> = {}): TalkedTo =>
  new TalkedTo({
    peers: [{ asn: 65001 }, { asn: 65002, spec: { families: { ipv4: terms } } }],
    more: {
      tells: 'active',
      families: {
        [MAIN]: {
          vrf: MAIN,
          networks: [],
          redistribute: [{ kinds: ['static'], policy: undefined, metric: undefined }],
        },
      },
    },
  });
/** Only what BGP told, as most do. */
const onlyBgp = {
  exportPolicy: {
    ...taking([]),
    terms: [
      {
        name: '1',
        matches: [{ kind: 'route-kinds', kinds: ['bgp.external', 'bgp.internal'] }],
        actions: [],
        verdict: 'accept',
      },
    ],
  },
} as const;

describe('the active route', () => {
  it('is told while it is BGP', () => {
    const net = make(onlyBgp);
    net.announce(1, [NET]);
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    // Another's is preferred now: the path stays in the tables, and nobody hears of it.
    net.configure({ device: STATIC });
    expect(net.told(2)).toEqual(['- 20.0.0.0/8']);
    expect(net.net.candidates('r1', NET)).toEqual(['*static/1', 'bgp.external/20']);
    net.configure({ device: {} });
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
  });
  it('is told whoever it is from, where the policy lets it out', () => {
    const net = make({ exportPolicy: changing([]) });
    net.announce(1, [NET]).quiet();
    net.configure({ device: STATIC });
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000']);
  });
  it('gives way to the best path of BGP where inactive ones are told', () => {
    const net = make({ ...onlyBgp, tellInactive: true });
    net.configure({ device: STATIC });
    net.announce(1, [NET]);
    expect(net.told(2)).toEqual(['+ 20.0.0.0/8 65000 65001']);
    expect(net.net.table('r1')).toContain('S 20.0.0.0/8 discard');
  });
});

describe('every path', () => {
  it('stands in the routing table, best first', () => {
    const net = make();
    net.announce(1, [NET]);
    net.announce(2, [NET], { path: [65002, 65009] });
    expect(net.net.candidates('r1', NET)).toEqual(['*bgp.external/20', 'bgp.external/20']);
    net.withdraw(1, [NET]);
    expect(net.net.candidates('r1', NET)).toEqual(['*bgp.external/20']);
  });
});
