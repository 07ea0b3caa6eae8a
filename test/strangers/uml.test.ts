// FRR as a provider edge on a Linux kernel that switches labels: VPN routes each way, and pings through the label-switched path.

import { describe, expect, it } from 'vitest';
import { oneRouter, PORTS, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import { whyNoUml, withUml } from './uml.ts';
import { INSIDE, IOS_VPN_FAMILIES, IOS_VRF, JUNOS_FACES, JUNOS_RED, OURS } from './vpn-router.ts';

const THEIRS = '198.51.100.1';
/** A host of the VPN behind FRR, and FRR's own address there. */
const BEHIND = '10.40.0.9';
const EDGE = '10.40.0.1';

const FRR = `
interface vec0
 ip address ${STRANGER}/24
exit
interface lo
 ip address ${THEIRS}/32
exit
ip route ${OURS}/32 ${ROUTER}
mpls ldp
 router-id ${THEIRS}
 address-family ipv4
  discovery transport-address ${THEIRS}
  label local allocate host-routes
  interface vec0
  exit
 exit-address-family
exit
router bgp 65001
 bgp router-id ${THEIRS}
 no bgp default ipv4-unicast
 neighbor ${OURS} remote-as 65001
 neighbor ${OURS} update-source ${THEIRS}
 neighbor ${OURS} timers connect 1
 address-family ipv4 vpn
  neighbor ${OURS} activate
 exit-address-family
exit
router bgp 65001 vrf RED
 address-family ipv4 unicast
  redistribute connected
  label vpn export auto
  rd vpn export 65001:2
  rt vpn both 65001:100
  export vpn
  import vpn
 exit-address-family
exit
`;

/** The edge and, in a namespace of the guest, the host behind it. Daemons first, then what they are told. */
const SCRIPT = `
ip link set lo up
ip link set vec0 up
ip link add RED type vrf table 10
ip link set RED up
ip netns add ce
ip link add pe0 type veth peer name ce0
ip link set ce0 netns ce
ip link set pe0 master RED
ip addr add ${EDGE}/24 dev pe0
ip link set pe0 up
ip -n ce addr add ${BEHIND}/24 dev ce0
ip -n ce link set ce0 up
ip -n ce link set lo up
ip -n ce route add default via ${EDGE}
echo 1 > /proc/sys/net/ipv4/ip_forward
echo 100000 > /proc/sys/net/mpls/platform_labels
for card in vec0 lo RED; do echo 1 > /proc/sys/net/mpls/conf/$card/input; done
for card in all vec0 pe0 RED; do echo 0 > /proc/sys/net/ipv4/conf/$card/rp_filter; done
chown frr:frr /run/frr
mkdir -p /run/conf
for daemon in zebra staticd ldpd bgpd; do
  : > /run/conf/$daemon
  /usr/lib/frr/$daemon -d -f /run/conf/$daemon -i /run/frr/$daemon.pid -P 0 --log syslog
done
cat > /run/conf/frr <<'END'
${FRR}
END
sleep 1
vtysh -f /run/conf/frr > $FOLDER/loaded 2>&1
(while :; do
  vtysh -c 'show bgp ipv4 vpn' > $FOLDER/vpn.new 2>&1; mv $FOLDER/vpn.new $FOLDER/vpn
  vtysh -c 'show mpls ldp neighbor' > $FOLDER/ldp.new 2>&1; mv $FOLDER/ldp.new $FOLDER/ldp
  ip route show vrf RED > $FOLDER/routes.new; mv $FOLDER/routes.new $FOLDER/routes
  ip -M route > $FOLDER/labels.new; mv $FOLDER/labels.new $FOLDER/labels
  sleep 1
done) &
until [ -e $FOLDER/ping ]; do sleep 0.2; done
ip netns exec ce ping -c 4 -W 2 ${INSIDE} > $FOLDER/pinged.new 2>&1
mv $FOLDER/pinged.new $FOLDER/pinged
while :; do sleep 1; done
`;

const IOS = `${IOS_VRF}interface ${PORTS.ios}
 mpls ip
!
mpls ldp router-id Loopback0 force
ip route ${THEIRS} 255.255.255.255 ${STRANGER}
router bgp 65001
 bgp router-id ${OURS}
 no bgp default ipv4-unicast
 neighbor ${THEIRS} remote-as 65001
 neighbor ${THEIRS} update-source Loopback0
 !
${IOS_VPN_FAMILIES.replaceAll(STRANGER, THEIRS)}`;

const JUNOS = `${JUNOS_FACES}routing-options {
    router-id ${OURS};
    autonomous-system 65001;
    static {
        route ${THEIRS}/32 next-hop ${STRANGER};
    }
}
protocols {
    mpls {
        interface ge-0/0/0.0;
    }
    ldp {
        transport-address router-id;
        interface ge-0/0/0.0;
    }
    bgp {
        group IN {
            type internal;
            local-address ${OURS};
            family inet-vpn {
                unicast;
            }
            neighbor ${THEIRS};
        }
    }
}
${JUNOS_RED}`;

const ROUTERS = { ios: IOS, junos: JUNOS } as const;
const PINGS = {
  ios: `ping vrf RED ${BEHIND} source Loopback1`,
  junos: `ping ${BEHIND} routing-instance RED source ${INSIDE} rapid`,
} as const;

// Real processes in real time: a busy machine may need another try.
describe.each(['ios', 'junos'] as const)('a VPN between %s and FRR on a kernel with labels', { retry: 1 }, (os) => {
  it('is reached from both ends', { timeout: 180_000 }, async ({ skip }) => {
    const why = whyNoUml();
    if (why !== undefined) {
      console.log(`skipped: no edge on a kernel with labels, ${why}`);
      skip(why);
    }
    await withUml({ script: SCRIPT, lab: oneRouter(os, ROUTERS[os]) }, async (guest, bridged) => {
      await guest.until('ldp', (text) => /OPERATIONAL/.test(text));
      await guest.until('vpn', (text) => text.includes(`${INSIDE}/32`));
      // The kernel pushes what we told: RFC 4364 §5.
      await guest.until('routes', (text) => new RegExp(`${INSIDE}.* encap mpls +\\d+.* via ${ROUTER}`).test(text));
      await bridged.until(() => bridged.knows('R1', BEHIND, 'RED'));
      expect(await bridged.type('R1', PINGS[os])).toContain('!!!!');
      guest.signal('ping');
      expect(await guest.until('pinged', (text) => text !== '')).toMatch(/4 packets transmitted, [34] received/);
      const again = await bridged.reopened();
      expect([again.how, again.play.fingerprint]).toEqual(['exact', bridged.play.fingerprint]);
    });
  });
});
