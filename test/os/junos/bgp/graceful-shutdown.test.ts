// A session that is to go is told of before it goes, and whoever hears it takes another way.     RFC 8326 §4
// Source of the default: capture `show bgp neighbor` of vJunos-router 25.4R1 (GracefulShutdownRcv, local preference 0).

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

/** west is told of one route by two neighbors; by itself it prefers the one with the lower router ID. */
const triangle = (model = 'vmx', left = '', west = ''): Routers => {
  const provider = (
    own: string,
    asn: number,
    id: string,
    more: string,
  ): string => `set interfaces ge-0/0/0 unit 0 family inet address ${own}/30
set interfaces lo0 unit 0 family inet address ${id}/32
set routing-options autonomous-system ${asn}
set routing-options static route 203.0.113.0/24 discard
set policy-options policy-statement OWN from protocol static
set policy-options policy-statement OWN then accept
set protocols bgp group OUT export OWN
set protocols bgp group OUT neighbor ${own.replace(/1$/, '2')} peer-as 65000
${more}`;
  return new Routers(
    {
      west: {
        model,
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.1.2/30
set interfaces ge-0/0/1 unit 0 family inet address 10.0.3.2/30
set interfaces lo0 unit 0 family inet address 10.255.0.9/32
set routing-options autonomous-system 65000
set protocols bgp group OUT neighbor 10.0.1.1 peer-as 65001
set protocols bgp group OUT neighbor 10.0.3.1 peer-as 65002
${west}`,
      },
      left: { set: provider('10.0.1.1', 65001, '10.255.0.1', left) },
      right: { set: provider('10.0.3.1', 65002, '10.255.0.2', '') },
    },
    ['west ge-0/0/0 - left ge-0/0/0', 'west ge-0/0/1 - right ge-0/0/0'],
  ).run(seconds(120));
};

const wayOf = (net: Routers): string | undefined =>
  />\s+to (\S+) via/.exec(net.type('west', 'show route 203.0.113.0/24 active-path'))?.[1];
const SENDER = 'set protocols bgp graceful-shutdown sender';

describe('a graceful shutdown', () => {
  it('leads traffic elsewhere while the session still stands', () => {
    expect(wayOf(triangle())).toBe('10.0.1.1');
    const net = triangle('vmx', SENDER);
    expect(wayOf(net)).toBe('10.0.3.1');
    expect(net.type('west', 'show route 203.0.113.0/24 detail')).toContain('Localpref: 0');
    expect(net.type('west', 'show bgp neighbor 10.0.1.1')).toContain('State: Established');
  });
  it('is not heard where somebody says so, and by releases that do not know it only on demand', () => {
    expect(wayOf(triangle('vmx', SENDER, 'set protocols bgp graceful-shutdown receiver disable'))).toBe('10.0.1.1');
    expect(wayOf(triangle('mx104', SENDER))).toBe('10.0.1.1');
  });
  it('is heard as softly as the receiver wants', () => {
    const net = triangle('vmx', SENDER, 'set protocols bgp graceful-shutdown receiver local-preference 200');
    expect(wayOf(net)).toBe('10.0.1.1');
    expect(net.type('west', 'show bgp neighbor 10.0.1.1')).toContain(
      'Graceful Shutdown Receiver local-preference: 200',
    );
  });
  it('takes its own way away from the peer as well', () => {
    expect(wayOf(triangle('vmx', '', 'set protocols bgp group OUT neighbor 10.0.1.1 graceful-shutdown sender'))).toBe(
      '10.0.3.1',
    );
  });
});

describe('minimum-hold-time', () => {
  it('keeps a peer out that offers less', () => {
    const held = (seconds_: number): string =>
      triangle('vmx', `set protocols bgp hold-time ${seconds_}`, 'set protocols bgp minimum-hold-time 60').type(
        'west',
        'show bgp neighbor 10.0.1.1',
      );
    expect(held(60)).toContain('State: Established');
    expect(held(30)).not.toContain('State: Established');
  });
});
