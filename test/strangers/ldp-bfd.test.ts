// FRR's ldpd and bfdd meet the emulated router: a session each way round, labels exchanged, a silence noticed.

import { describe, expect, it } from 'vitest';
import { oneRouter, PORTS, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import { whyNoStranger, withStranger } from './with-stranger.ts';

const none = whyNoStranger();
if (none !== undefined) console.log(`skipped: no ldpd and bfdd behind the bridge, ${none}`);

/** Whoever has the higher transport address dials. RFC 5036 §2.5.2 */
const DIALS = { us: '203.0.113.7', 'the stranger': '192.0.2.7' } as const;
const THEIRS = '198.51.100.1';

const PAIRS = (['ios', 'junos'] as const).flatMap((os) =>
  (['us', 'the stranger'] as const).map((who) => [os, who] as const),
);

describe.each(PAIRS)('LDP of %s with FRR, dialled by %s', { retry: 2 }, (os, who) => {
  const ours = DIALS[who];
  const frrConfig = `
interface eth0
 ip address ${STRANGER}/24
exit
interface lo
 ip address ${THEIRS}/32
exit
ip route ${ours}/32 ${ROUTER}
ip route 100.64.0.0/24 ${ROUTER}
mpls ldp
 router-id ${THEIRS}
 address-family ipv4
  discovery transport-address ${THEIRS}
  interface eth0
  exit
 exit-address-family
exit
`;
  const ios = `interface Loopback0
 ip address ${ours} 255.255.255.255
!
interface Loopback1
 ip address 100.64.0.1 255.255.255.0
!
interface GigabitEthernet0/0
 mpls ip
!
mpls ldp router-id Loopback0 force
ip route ${THEIRS} 255.255.255.255 ${STRANGER}
!`;

  const junos = `interfaces {
    ge-0/0/0 {
        unit 0 {
            family mpls;
        }
    }
    lo0 {
        unit 0 {
            family inet {
                address ${ours}/32;
            }
        }
    }
}
routing-options {
    router-id ${ours};
    static {
        route ${THEIRS}/32 next-hop ${STRANGER};
    }
}
protocols {
    ldp {
        interface ge-0/0/0.0;
    }
    mpls {
        interface ge-0/0/0.0;
    }
}`;
  /** A network of ours, told with implicit null: IOS tells every connected one, Junos its loopback. */
  const told = os === 'ios' ? '100.64.0.0/24' : `${ours}/32`;

  it.skipIf(none !== undefined)('brings up the session and exchanges labels', async () => {
    await withStranger({ frrConfig, lab: oneRouter(os, { ios, junos }[os]) }, async (stranger, bridged) => {
      // The one that dialled has a port of its own, the other listens at 646.
      const [theirPort, ourPort] = who === 'us' ? ['646', '\\d+'] : ['\\d+', '646'];
      const connection = new RegExp(`TCP connection: ${THEIRS}:${theirPort} - ${ours}:${ourPort}`);
      const session = await stranger.until(
        'show mpls ldp neighbor detail',
        (answer) => /State: OPERATIONAL/.test(answer) && /TCP connection:/.test(answer),
      );
      expect(session).toMatch(connection);
      // What is ours is announced with implicit null, what is reached over the stranger with a label (from 16): on Junos
      // only after the stranger has told its own.
      const wanted = [
        new RegExp(`${told} +${ours} +\\d+ +imp-null +yes`),
        new RegExp(`${THEIRS}/32 +${ours} +imp-null +(1[6-9]|[2-9]\\d|\\d{3,})`),
      ];
      await stranger.until('show mpls ldp binding', (answer) => wanted.every((line) => line.test(answer)));
      const again = await bridged.reopened();
      expect([again.how, again.play.fingerprint]).toEqual(['exact', bridged.play.fingerprint]);
    });
  });
});

describe.each(['ios', 'junos'] as const)('BFD of %s with FRR', { retry: 2 }, (os) => {
  const frrConfig = `
interface eth0
 ip address ${STRANGER}/24
exit
bfd
 peer ${ROUTER} local-address ${STRANGER} interface eth0
 exit
exit
`;
  const ios = `interface GigabitEthernet0/0
 bfd interval 300 min_rx 300 multiplier 3
!
ip route static bfd GigabitEthernet0/0 ${STRANGER}
ip route ${THEIRS} 255.255.255.255 GigabitEthernet0/0 ${STRANGER}
!`;

  const junos = `routing-options {
    static {
        route ${THEIRS}/32 {
            next-hop ${STRANGER};
            bfd-liveness-detection {
                minimum-interval 300;
                multiplier 3;
            }
        }
    }
}`;

  it.skipIf(none !== undefined)(
    'carries a static route, and takes it away when the stranger falls silent; he notices our silence',
    async () => {
      await withStranger({ frrConfig, lab: oneRouter(os, { ios, junos }[os]) }, async (stranger, bridged) => {
        const both = async (): Promise<void> => {
          await stranger.until('show bfd peers brief', (answer) => / up /.test(answer));
          await bridged.until(() => bridged.knows('R1', THEIRS));
        };
        await both();
        const way = { device: 'R1', port: PORTS[os], direction: 'out' } as const;
        bridged.pacer.do({ kind: 'link', link: 'out', up: false, way });
        // Only we are silent: he says why he is down, and because we hear him we take the route away as well.
        await stranger.until('show bfd peers', (answer) =>
          /Status: down[\s\S]*\bDiagnostics: control detection time expired/.test(answer),
        );
        await bridged.until(() => !bridged.knows('R1', THEIRS));
        bridged.pacer.do({ kind: 'link', link: 'out', up: true });
        await both();
        const before = bridged.play.now;
        await stranger.exec('ip', 'link', 'set', 'eth0', 'down');
        await bridged.until(() => !bridged.knows('R1', THEIRS));
        // Three intervals of 300 ms after the last packet (RFC 5880 §6.8.4); the rest is what a busy machine needs.
        expect(bridged.play.now - before).toBeLessThan(2_500_000);
      });
    },
  );
});
