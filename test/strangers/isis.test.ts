// FRR's isisd becomes a neighbour of the emulated router: hellos, databases, routes, and packets over them.

import { describe, expect, it } from 'vitest';
import { oneRouter, STRANGER } from '../harness/bridged-lab.ts';
import { whyNoStranger, withStranger } from './with-stranger.ts';

const none = whyNoStranger();
if (none !== undefined) console.log(`skipped: no isisd behind the bridge, ${none}`);

/** Of a LAN: who is designated there, by priority. What each side says on its interface. */
const NETWORKS = {
  'point to point': {
    ours: ' isis network point-to-point',
    theirs: ' isis network point-to-point',
    junos: ' point-to-point;',
  },
  'a LAN of ours': { ours: ' isis priority 100', theirs: '', junos: ' level 2 priority 100;' },
  'a LAN of theirs': { ours: '', theirs: ' isis priority 100', junos: '' },
} as const;

/** FRR signs what it sends and believes only what is signed, as the emulated router does. */
const frr = (network: keyof typeof NETWORKS): string => `
interface eth0
 ip address ${STRANGER}/24
 ip router isis A
 isis password md5 secret
${NETWORKS[network].theirs}
exit
interface lo
 ip address 198.51.100.1/32
 ip router isis A
exit
router isis A
 net 49.0001.0000.0000.0002.00
 is-type level-2-only
 metric-style wide
 lsp-gen-interval 1
 domain-password md5 secret authenticate snp validate
exit
`;

const ROUTERS: Readonly<Record<'ios' | 'junos', (network: keyof typeof NETWORKS) => string>> = {
  ios: (network) => `key chain K
 key 1
  key-string secret
!
interface Loopback0
 ip address 192.0.2.1 255.255.255.255
 ip router isis
!
interface GigabitEthernet0/0
 ip router isis
 isis authentication mode md5
 isis authentication key-chain K
${NETWORKS[network].ours}
!
router isis
 net 49.0001.0000.0000.0001.00
 is-type level-2-only
 metric-style wide
 authentication mode md5
 authentication key-chain K
!`,
  junos: (network) => `interfaces {
    ge-0/0/0 {
        unit 0 {
            family iso;
        }
    }
    lo0 {
        unit 0 {
            family inet {
                address 192.0.2.1/32;
            }
            family iso {
                address 49.0001.0000.0000.0001.00;
            }
        }
    }
}
protocols {
    isis {
        interface ge-0/0/0.0 {${NETWORKS[network].junos} }
        interface lo0.0;
        level 1 disable;
        level 2 {
            authentication-key secret;
            authentication-type md5;
            wide-metrics-only;
        }
    }
}`,
};
/** A loopback counts 10 on IOS, where it is not passive, and 0 on Junos. */
const METRIC = { ios: 20, junos: 10 } as const;

const PAIRS = (['ios', 'junos'] as const).flatMap((os) =>
  (['point to point', 'a LAN of ours', 'a LAN of theirs'] as const).map((network) => [os, network] as const),
);

// Real processes in real time: a busy machine may need another try.
describe.each(PAIRS)('IS-IS of %s with FRR, %s, signed with MD5', { retry: 2 }, (os, network) => {
  it.skipIf(none !== undefined)('brings up the neighbour, and packets from loopback to loopback', async () => {
    const lab = oneRouter(os, ROUTERS[os](network));
    await withStranger({ frrConfig: frr(network), lab }, async (stranger, bridged) => {
      await stranger.until('show isis neighbor', (answer) => /eth0 +2 +Up /.test(answer));
      await Promise.all([
        stranger.until('show ip route isis', (answer) => answer.includes(`I>* 192.0.2.1/32 [115/${METRIC[os]}]`)),
        bridged.until(() => bridged.knows('R1', '198.51.100.1')),
      ]);
      const circuits = bridged.play.running.router('R1')?.ask('isis.circuits', {}) ?? [];
      const dis = circuits.flatMap(({ levels }) => levels.flatMap((one) => one.dis ?? []))[0];
      expect(dis === undefined ? 'point to point' : dis === 'self' ? 'a LAN of ours' : 'a LAN of theirs').toBe(network);
      const ping = ['ping', '-q', '-c', '3', '-i', '0.05', '-I', '198.51.100.1', '192.0.2.1'] as const;
      expect(await stranger.exec(...ping)).toMatch(/ [1-3] received/);
      const back = os === 'ios' ? 'ping 198.51.100.1 source Loopback0' : 'ping 198.51.100.1 source 192.0.2.1 rapid';
      expect(await bridged.type('R1', back)).toContain('!!!!!');
      const again = await bridged.reopened();
      expect([again.how, again.play.fingerprint]).toEqual(['exact', bridged.play.fingerprint]);
    });
  });
});
