// The emulated router of meetings about BGP's families: its loopback, its VPN, and what it was told.

import { type Ip4, parseIp4 } from '../../src/base/ip.ts';
import { present } from '../../src/base/must.ts';
import type { BgpReceivedRow } from '../../src/protocols/bgp/show.ts';
import { administeredText } from '../../src/route/extended.ts';
import { MAIN } from '../../src/route/names.ts';
import { type BridgedLab, ROUTER, STRANGER } from '../harness/bridged-lab.ts';

export const OURS = '192.0.2.1';
/** Its loopback inside the VPN. */
export const INSIDE = '172.16.0.1';

export const IOS_LOOPBACK = `interface Loopback0
 ip address ${OURS} 255.255.255.255
!
`;
/** A VRF with a loopback of its own, behind that of the router. */
export const IOS_VRF = `vrf definition RED
 rd 65001:1
 !
 address-family ipv4
  route-target export 65001:100
  route-target import 65001:100
 exit-address-family
!
${IOS_LOOPBACK}interface Loopback1
 vrf forwarding RED
 ip address ${INSIDE} 255.255.255.255
!
`;
export const IOS_VPN_FAMILIES = ` address-family vpnv4
  neighbor ${STRANGER} activate
  neighbor ${STRANGER} send-community extended
 exit-address-family
 !
 address-family ipv4 vrf RED
  redistribute connected
 exit-address-family
!`;
/** It tells its loopback with a label, and takes packets with labels. */
export const IOS_LABELLED = `interface GigabitEthernet0/0
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
`;

export const JUNOS_LABELLED = `            family inet {
                labeled-unicast {
                    rib {
                        inet.3;
                    }
                }
            }
`;
export const JUNOS_VPN = `            family inet-vpn {
                unicast;
            }
`;
export const JUNOS_RED = `routing-instances {
    RED {
        instance-type vrf;
        interface lo0.1;
        route-distinguisher 65001:1;
        vrf-target target:65001:100;
        vrf-table-label;
    }
}`;
/** Its loopbacks, and labels on the cable. */
export const JUNOS_FACES = `interfaces {
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
                address ${INSIDE}/32;
            }
        }
    }
}
`;
/** Its session speaks these families; `more`: behind the rest. */
export const junosRouter = (families: string, more = ''): string => `${JUNOS_FACES}routing-options {
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
${families}            export OWN;
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
${more}`;

const PEER: Ip4 = present(parseIp4(STRANGER), STRANGER);

/** What the stranger told us, as it came. */
export const told = (bridged: BridgedLab): readonly BgpReceivedRow[] =>
  bridged.play.running.router('R1')?.ask('bgp.received', { vrf: MAIN, peer: PEER }) ?? [];
export const toldOf = (bridged: BridgedLab, prefix: string): readonly BgpReceivedRow[] =>
  told(bridged).filter(({ nlri }) => nlri.prefix.text === prefix);

export const targetsOf = ({ attributes }: BgpReceivedRow): readonly string[] =>
  (attributes.extended ?? []).flatMap((one) => (one.kind === 'target' ? [administeredText(one.value)] : []));

/** `Route Refresh:          1          0` of FRR's `show bgp neighbors` and GoBGP's `neighbor`: sent, received. */
export const refreshes = (answer: string): readonly number[] =>
  (/Route Refresh: +(\d+) +(\d+)/.exec(answer) ?? []).slice(1).map(Number);
