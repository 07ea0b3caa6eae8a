// FRR's isisd becomes a neighbour of the emulated router: hellos, databases, routes, and packets over them.

import { describe, expect, it } from 'vitest';
import { oneRouter, STRANGER } from '../harness/bridged-lab.ts';
import { whyNoStranger, withStranger } from './with-stranger.ts';

const none = whyNoStranger();
if (none !== undefined) console.log(`skipped: no isisd behind the bridge, ${none}`);

const NETWORKS = { 'point to point': ' isis network point-to-point', broadcast: '' } as const;

const frr = (network: keyof typeof NETWORKS): string => `
interface eth0
 ip address ${STRANGER}/24
 ip router isis A
${NETWORKS[network]}
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
exit
`;

const ios = (network: keyof typeof NETWORKS): string => `interface Loopback0
 ip address 192.0.2.1 255.255.255.255
 ip router isis
!
interface GigabitEthernet0/0
 ip router isis
${NETWORKS[network]}
!
router isis
 net 49.0001.0000.0000.0001.00
 is-type level-2-only
 metric-style wide
!`;

describe.each(['point to point', 'broadcast'] as const)('IS-IS with FRR, %s', (network) => {
  it.skipIf(none !== undefined)('brings up the neighbour, and packets from loopback to loopback', async () => {
    const lab = oneRouter('ios', ios(network));
    await withStranger({ frrConfig: frr(network), lab }, async (stranger, bridged) => {
      await stranger.until('show isis neighbor', (answer) => /eth0 +2 +Up /.test(answer));
      await Promise.all([
        stranger.until('show ip route isis', (answer) => answer.includes(`I>* 192.0.2.1/32 [115/20]`)),
        bridged.until(() => bridged.knows('R1', '198.51.100.1')),
      ]);
      const ping = ['ping', '-q', '-c', '3', '-i', '0.05', '-I', '198.51.100.1', '192.0.2.1'] as const;
      expect(await stranger.exec(...ping)).toMatch(/ [1-3] received/);
      expect(await bridged.type('R1', 'ping 198.51.100.1 source Loopback0')).toContain('!!!!!');
      const again = await bridged.reopened();
      expect([again.how, again.play.fingerprint]).toEqual(['exact', bridged.play.fingerprint]);
    });
  });
});
