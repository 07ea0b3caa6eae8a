// FRR's bgpd meets the emulated router: sessions, routes each way, refreshes and farewells.

import { describe, expect, it } from 'vitest';
import { oneRouter, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import { OURS, refreshes } from './vpn-router.ts';
import { whyNoStranger, withStranger } from './with-stranger.ts';

const none = whyNoStranger();
if (none !== undefined) console.log(`skipped: no bgpd behind the bridge, ${none}`);

/** Four bytes, so that AS_TRANS and AS4_PATH would show where they do not belong. */
const THEIR_AS = 4_200_000_001;
const THEIRS = '198.51.100.1';

const frr = `
interface eth0
 ip address ${STRANGER}/24
exit
interface lo
 ip address ${THEIRS}/32
exit
router bgp ${THEIR_AS}
 bgp router-id ${THEIRS}
 no bgp ebgp-requires-policy
 neighbor ${ROUTER} remote-as external
 neighbor ${ROUTER} timers connect 1
 address-family ipv4 unicast
  network ${THEIRS}/32
 exit-address-family
exit
`;

const ROUTERS = {
  ios: {
    asn: 65_001,
    config: `interface Loopback0
 ip address ${OURS} 255.255.255.255
!
router bgp 65001
 bgp router-id ${OURS}
 network ${OURS} mask 255.255.255.255
 neighbor ${STRANGER} remote-as ${THEIR_AS}
!`,
    path: { show: `show ip bgp ${THEIRS}`, says: `\n  ${THEIR_AS}\n` },
    refresh: `clear ip bgp ${STRANGER} soft in`,
    reset: `clear ip bgp ${STRANGER}`,
    ping: `ping ${THEIRS} source Loopback0`,
  },
  junos: {
    asn: 4_200_000_002,
    config: `interfaces {
    lo0 {
        unit 0 {
            family inet {
                address ${OURS}/32;
            }
        }
    }
}
routing-options {
    router-id ${OURS};
    autonomous-system 4200000002;
}
protocols {
    bgp {
        group OUT {
            type external;
            export OWN;
            peer-as ${THEIR_AS};
            neighbor ${STRANGER};
        }
    }
}
policy-options {
    policy-statement OWN {
        term 1 {
            from {
                protocol direct;
                route-filter ${OURS}/32 exact;
            }
            then accept;
        }
        term 2 {
            then reject;
        }
    }
}`,
    path: { show: `show route ${THEIRS} protocol bgp`, says: `AS path: ${THEIR_AS} I` },
    refresh: `clear bgp neighbor ${STRANGER} soft-inbound`,
    reset: `clear bgp neighbor ${STRANGER}`,
    ping: `ping ${THEIRS} source ${OURS} rapid`,
  },
} as const;

// Real processes in real time: a busy machine may need another try.
describe.each(['ios', 'junos'] as const)('BGP of %s with FRR', { retry: 2 }, (os) => {
  const { asn, config, path, refresh, reset, ping } = ROUTERS[os];

  it.skipIf(none !== undefined)('exchanges routes, again when asked, and comes back after a reset', async () => {
    await withStranger({ frrConfig: frr, lab: oneRouter(os, config) }, async (stranger, bridged) => {
      const theirView = `show bgp ipv4 unicast ${OURS}/32`;
      const seen = await stranger.until(theirView, (answer) => answer.includes('valid, external'));
      expect(seen).toMatch(new RegExp(`^  ${asn}$`, 'm'));
      await bridged.until(() => bridged.knows('R1', THEIRS));
      expect(await bridged.type('R1', path.show)).toContain(path.says);
      expect(await bridged.type('R1', ping)).toContain('!!!!!');
      const theirPing = ['ping', '-q', '-c', '3', '-i', '0.05', '-I', THEIRS, OURS] as const;
      expect(await stranger.exec(...theirPing)).toMatch(/ [1-3] received/);

      // RFC 2918, both ways: whoever is asked says everything again, and nobody loses a route.
      const counters = `show bgp neighbors ${ROUTER}`;
      await bridged.type('R1', refresh);
      await stranger.until(counters, (answer) => refreshes(answer)[1] === 1);
      const updates = (answer: string): number => Number(/Updates: +\d+ +(\d+)/.exec(answer)?.[1]);
      const before = updates(await stranger.vtysh(counters));
      await stranger.vtysh(`clear bgp ${ROUTER} soft in`);
      await stranger.until(counters, (answer) => refreshes(answer)[0] === 1 && updates(answer) > before);
      expect(await stranger.vtysh(theirView)).toContain('valid, external');
      expect(bridged.knows('R1', THEIRS)).toBe(true);

      // RFC 4486: our reset by its name in their book, theirs in ours.
      await bridged.type('R1', reset);
      await stranger.until(counters, (answer) => /received \(Cease\/Administrative Reset\)/.test(answer));
      await stranger.until(theirView, (answer) => answer.includes('valid, external'));
      await bridged.until(() => bridged.knows('R1', THEIRS));
      await stranger.vtysh(`clear bgp ${ROUTER}`);
      await bridged.until(() => !bridged.knows('R1', THEIRS));
      await bridged.until(() => bridged.knows('R1', THEIRS));
      const log = await bridged.type('R1', os === 'ios' ? 'show logging' : 'show log messages');
      expect(log).toMatch(/NOTIFICATION.*received|received.*NOTIFICATION|Cease/i);
      const again = await bridged.reopened();
      expect([again.how, again.play.fingerprint]).toEqual(['exact', bridged.play.fingerprint]);
    });
  });

  it.skipIf(none !== undefined)('refuses who comes with another AS, and says so', async () => {
    const wrong = frr.replace(
      'remote-as external',
      `remote-as external\n neighbor ${ROUTER} local-as 65099 no-prepend replace-as`,
    );
    await withStranger({ frrConfig: wrong, lab: oneRouter(os, config) }, async (stranger, bridged) => {
      await stranger.until(`show bgp neighbors ${ROUTER}`, (answer) =>
        answer.includes('(OPEN Message Error/Bad Peer AS)'),
      );
      expect(bridged.knows('R1', THEIRS)).toBe(false);
    });
  });
});
