// FRR's bgpd and the emulated router tell each other labelled routes, and routes of VPNs; packets take the labels.

import { describe, expect, it } from 'vitest';
import { type Ip4, ip4Text } from '../../src/base/ip.ts';
import { present } from '../../src/base/must.ts';
import { rdText } from '../../src/route/route-distinguisher.ts';
import { oneRouter, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import { LabelHost } from './label-host.ts';
import {
  INSIDE,
  IOS_LABELLED,
  IOS_VPN_FAMILIES,
  IOS_VRF,
  JUNOS_LABELLED,
  JUNOS_RED,
  JUNOS_VPN,
  junosRouter,
  OURS,
  targetsOf,
  toldOf,
} from './vpn-router.ts';
import { whyNoStranger, withStranger } from './with-stranger.ts';

const none = whyNoStranger();
if (none !== undefined) console.log(`skipped: no bgpd for labels behind the bridge, ${none}`);

const THEIRS = '198.51.100.1';

/** A host of the VPN behind FRR. */
const BEHIND = { ip: '10.40.0.9', label: 1000 } as const;

const frr = `
interface eth0
 ip address ${STRANGER}/24
exit
interface lo
 ip address ${THEIRS}/32
exit
route-map RT permit 10
 set extcommunity rt 65001:100
exit
route-map LOOPBACK permit 10
 set ipv4 vpn next-hop ${THEIRS}
exit
router bgp 65001
 bgp router-id ${THEIRS}
 no bgp default ipv4-unicast
 neighbor ${ROUTER} remote-as 65001
 neighbor ${ROUTER} timers connect 1
 address-family ipv4 unicast
  network ${THEIRS}/32
 exit-address-family
 address-family ipv4 labeled-unicast
  neighbor ${ROUTER} activate
 exit-address-family
 address-family ipv4 vpn
  neighbor ${ROUTER} activate
  network 10.40.0.0/24 rd 65001:2 label ${BEHIND.label} route-map RT
  neighbor ${ROUTER} route-map LOOPBACK out
 exit-address-family
exit
`;

const ROUTERS = {
  ios: `${IOS_VRF}${IOS_LABELLED} !
${IOS_VPN_FAMILIES}`,
  junos: junosRouter(JUNOS_LABELLED + JUNOS_VPN, JUNOS_RED),
} as const;

const PINGS = {
  ios: `ping vrf RED ${BEHIND.ip} source Loopback1`,
  junos: `ping ${BEHIND.ip} routing-instance RED source ${INSIDE} rapid`,
} as const;

// Real processes in real time: a busy machine may need another try.
describe.each(['ios', 'junos'] as const)('labels of BGP between %s and FRR', { retry: 2 }, (os) => {
  it.skipIf(none !== undefined)('of loopbacks and of VPNs, each way', async () => {
    const host = new LabelHost(BEHIND);
    const between = host.take.bind(host);
    await withStranger({ frrConfig: frr, lab: oneRouter(os, ROUTERS[os]), between }, async (stranger, bridged) => {
      // RFC 8277 §2: ours as they see it, theirs as we do.
      const labelled = await stranger.until(`show bgp ipv4 labeled-unicast ${OURS}/32`, (answer) =>
        /valid, internal/.test(answer),
      );
      const [, label] = /Remote label: (\d+)/.exec(labelled) ?? [];
      expect(Number(label) === 3 || Number(label) >= 16).toBe(true);
      await bridged.until(() => toldOf(bridged, `${THEIRS}/32`).length > 0);
      expect(toldOf(bridged, `${THEIRS}/32`)[0]?.nlri.labels).toHaveLength(1);

      // RFC 4364 §4.3.2: distinguisher, target and label.
      const vpn = await stranger.until('show bgp ipv4 vpn 172.16.0.1/32', (answer) => /valid, internal/.test(answer));
      expect(vpn).toContain('BGP routing table entry for 65001:1:172.16.0.1/32');
      expect(vpn).toContain('Extended Community: RT:65001:100');
      expect(vpn).toMatch(/Remote label: (1[6-9]|[2-9]\d|\d{3,})/);
      await bridged.until(() => toldOf(bridged, '10.40.0.0/24').length > 0);
      const theirs = present(toldOf(bridged, '10.40.0.0/24')[0], 'their VPN route');
      expect(ip4Text(theirs.attributes.nexthop as Ip4)).toBe(THEIRS);
      expect([theirs.nlri.rd && rdText(theirs.nlri.rd), theirs.nlri.labels, targetsOf(theirs)]).toEqual([
        '65001:2',
        [BEHIND.label],
        ['65001:100'],
      ]);

      // What goes to the host bears the label that FRR told, what comes from it the label that we told FRR.
      host.answerLabel = Number(/Remote label: (\d+)/.exec(vpn)?.[1]);
      await bridged.until(() => bridged.knows('R1', BEHIND.ip, 'RED'));
      // The first one may be lost to ARP.
      expect(await bridged.type('R1', PINGS[os])).toContain('!!!!');
      expect(host.heard.map(({ labels }) => labels.at(-1))).toEqual(host.heard.map(() => BEHIND.label));
      expect(host.heard.length).toBeGreaterThanOrEqual(4);
      expect(await host.ping(INSIDE)).toMatchObject({ from: INSIDE, to: BEHIND.ip });
      const again = await bridged.reopened();
      expect([again.how, again.play.fingerprint]).toEqual(['exact', bridged.play.fingerprint]);
    });
  });
});
