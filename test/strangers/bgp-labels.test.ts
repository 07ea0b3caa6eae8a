// FRR's bgpd and the emulated router tell each other labelled routes, and routes of VPNs; packets take the labels.

import { describe, expect, it } from 'vitest';
import { type Ip4, ip4Text, parseIp4 } from '../../src/base/ip.ts';
import { present } from '../../src/base/must.ts';
import type { BgpReceivedRow } from '../../src/protocols/bgp/show.ts';
import { administeredText } from '../../src/route/extended.ts';
import { MAIN } from '../../src/route/names.ts';
import { rdText } from '../../src/route/route-distinguisher.ts';
import { type BridgedLab, oneRouter, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import { LabelHost } from './label-host.ts';
import { whyNoStranger, withStranger } from './with-stranger.ts';

const none = whyNoStranger();
if (none !== undefined) console.log(`skipped: no bgpd for labels behind the bridge, ${none}`);

const THEIRS = '198.51.100.1';
const OURS = '192.0.2.1';
const PEER: Ip4 = present(parseIp4(STRANGER), STRANGER);

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
  ios: `vrf definition RED
 rd 65001:1
 !
 address-family ipv4
  route-target export 65001:100
  route-target import 65001:100
 exit-address-family
!
interface Loopback0
 ip address ${OURS} 255.255.255.255
!
interface Loopback1
 vrf forwarding RED
 ip address 172.16.0.1 255.255.255.255
!
interface GigabitEthernet0/0
 mpls bgp forwarding
!
router bgp 65001
 bgp router-id ${OURS}
 neighbor ${STRANGER} remote-as 65001
 !
 address-family ipv4
  network ${OURS} mask 255.255.255.255
  neighbor ${STRANGER} activate
  neighbor ${STRANGER} send-label
 exit-address-family
 !
 address-family vpnv4
  neighbor ${STRANGER} activate
  neighbor ${STRANGER} send-community extended
 exit-address-family
 !
 address-family ipv4 vrf RED
  redistribute connected
 exit-address-family
!`,
  junos: `interfaces {
    ge-0/0/0 {
        unit 0 {
            family mpls;
        }
    }
    lo0 {
        unit 0 {
            family inet {
                address ${OURS}/32;
            }
        }
        unit 1 {
            family inet {
                address 172.16.0.1/32;
            }
        }
    }
}
routing-options {
    router-id ${OURS};
    autonomous-system 65001;
}
protocols {
    mpls {
        interface ge-0/0/0.0;
    }
    bgp {
        group IN {
            type internal;
            local-address ${ROUTER};
            family inet {
                labeled-unicast {
                    rib {
                        inet.3;
                    }
                }
            }
            family inet-vpn {
                unicast;
            }
            export OWN;
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
    }
}
routing-instances {
    RED {
        instance-type vrf;
        interface lo0.1;
        route-distinguisher 65001:1;
        vrf-target target:65001:100;
        vrf-table-label;
    }
}`,
} as const;

const INSIDE = '172.16.0.1';
const PINGS = {
  ios: `ping vrf RED ${BEHIND.ip} source Loopback1`,
  junos: `ping ${BEHIND.ip} routing-instance RED source ${INSIDE} rapid`,
} as const;

/** What the stranger told us of a prefix, as it came. */
const toldOf = (bridged: BridgedLab, prefix: string): BgpReceivedRow | undefined =>
  bridged.play.running
    .router('R1')
    ?.ask('bgp.received', { vrf: MAIN, peer: PEER })
    ?.find(({ nlri }) => nlri.prefix.text === prefix);

const targetsOf = ({ attributes }: BgpReceivedRow): readonly string[] =>
  (attributes.extended ?? []).flatMap((one) => (one.kind === 'target' ? [administeredText(one.value)] : []));

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
      await bridged.until(() => toldOf(bridged, `${THEIRS}/32`) !== undefined);
      expect(toldOf(bridged, `${THEIRS}/32`)?.nlri.labels).toHaveLength(1);

      // RFC 4364 §4.3.2: distinguisher, target and label.
      const vpn = await stranger.until('show bgp ipv4 vpn 172.16.0.1/32', (answer) => /valid, internal/.test(answer));
      expect(vpn).toContain('BGP routing table entry for 65001:1:172.16.0.1/32');
      expect(vpn).toContain('Extended Community: RT:65001:100');
      expect(vpn).toMatch(/Remote label: (1[6-9]|[2-9]\d|\d{3,})/);
      await bridged.until(() => toldOf(bridged, '10.40.0.0/24') !== undefined);
      const theirs = toldOf(bridged, '10.40.0.0/24') as BgpReceivedRow;
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
