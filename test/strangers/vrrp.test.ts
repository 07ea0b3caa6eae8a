// FRR's vrrpd and the emulated router are one gateway: who is the master goes by priority, whoever says so.

import { describe, expect, it } from 'vitest';
import { type BridgedLab, oneRouter, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import { type Frr, whyNoStranger, withStranger } from './with-stranger.ts';

const none = whyNoStranger();
if (none !== undefined) console.log(`skipped: no vrrpd behind the bridge, ${none}`);

const GROUP = 5;
const VIP = '10.77.0.254';
const MAC = '00:00:5e:00:01:05';

const ios = {
  2: `interface GigabitEthernet0/0
 vrrp ${GROUP} ip ${VIP}
 vrrp ${GROUP} priority 200
!`,
  3: `fhrp version vrrp v3
interface GigabitEthernet0/0
 vrrp ${GROUP} address-family ipv4
  priority 200
  address ${VIP} primary
  exit-vrrp
!`,
};
const address = `interfaces ge-0/0/0 unit 0 family inet address ${ROUTER}/24 vrrp-group ${GROUP}`;
const junos = (version: 2 | 3): string => `interfaces {
    ge-0/0/0 {
        unit 0 {
            family inet {
                address ${ROUTER}/24 {
                    vrrp-group ${GROUP} {
                        virtual-address ${VIP};
                        priority 200;
                        accept-data;
                    }
                }
            }
        }
    }
}${version === 3 ? '\nprotocols {\n    vrrp {\n        version-3;\n    }\n}' : ''}`;

/** What makes our priority 50. */
const LOWER = {
  ios2: `configure terminal\ninterface GigabitEthernet0/0\nvrrp ${GROUP} priority 50\nend`,
  ios3: `configure terminal\ninterface GigabitEthernet0/0\nvrrp ${GROUP} address-family ipv4\npriority 50\nend`,
  junos2: `configure\nset ${address} priority 50\ncommit and-quit`,
  junos3: `configure\nset ${address} priority 50\ncommit and-quit`,
};

/** FRR wants a device of its own for each virtual MAC. */
async function virtualDevice(stranger: Frr): Promise<void> {
  const ip = (...words: readonly string[]): Promise<string> => stranger.exec('ip', ...words);
  await ip('link', 'add', 'vrrp4', 'link', 'eth0', 'type', 'macvlan', 'mode', 'bridge');
  await ip('link', 'set', 'dev', 'vrrp4', 'address', MAC);
  await ip('address', 'add', `${VIP}/24`, 'dev', 'vrrp4');
  await ip('link', 'set', 'dev', 'vrrp4', 'up');
}

const ours = (lab: BridgedLab): string => lab.play.running.router('R1')?.ask('vrrp.groups', {})[0]?.state ?? 'none';

const CASES = (['ios', 'junos'] as const).flatMap((os) => ([2, 3] as const).map((version) => [os, version] as const));

describe.each(CASES)('VRRP of %s with FRR, version %i', { retry: 2 }, (os, version) => {
  const frrConfig = `
interface eth0
 ip address ${STRANGER}/24
 vrrp ${GROUP} version ${version}
 vrrp ${GROUP} ip ${VIP}
 vrrp ${GROUP} priority 100
exit
`;
  it.skipIf(none !== undefined)('the better priority is the master, until it is the worse one', async () => {
    const config = os === 'ios' ? ios[version] : junos(version);
    await withStranger({ frrConfig, lab: oneRouter(os, config) }, async (stranger, bridged) => {
      await virtualDevice(stranger);
      await bridged.until(() => ours(bridged) === 'master');
      await stranger.until('show vrrp', (answer) => /Status \(v4\) +Backup/.test(answer));
      for (const line of LOWER[`${os}${version}`].split('\n')) await bridged.type('R1', line);
      await stranger.until('show vrrp', (answer) => /Status \(v4\) +Master/.test(answer));
      await bridged.until(() => ours(bridged) === 'backup');
      const [row] = bridged.play.running.router('R1')?.ask('vrrp.groups', {}) ?? [];
      expect([row?.master?.priority, row?.drops.size]).toEqual([100, 0]);
      const again = await bridged.reopened();
      expect([again.how, again.play.fingerprint]).toEqual(['exact', bridged.play.fingerprint]);
    });
  });
});
