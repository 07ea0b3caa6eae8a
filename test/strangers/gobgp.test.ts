// GoBGP meets the emulated router: several paths of a prefix, VPN routes, labelled routes, refreshes, farewells.

import { describe, expect, it } from 'vitest';
import { type Ip4, ip4Text } from '../../src/base/ip.ts';
import type { BgpReceivedRow } from '../../src/protocols/bgp/show.ts';
import { rdText } from '../../src/route/route-distinguisher.ts';
import { oneRouter, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import {
  IOS_LABELLED,
  IOS_LOOPBACK,
  IOS_VPN_FAMILIES,
  IOS_VRF,
  JUNOS_LABELLED,
  JUNOS_RED,
  JUNOS_VPN,
  junosRouter,
  OURS,
  refreshes,
  targetsOf,
  toldOf,
} from './vpn-router.ts';
import { whyNoGobgp, withGobgp } from './with-gobgp.ts';

const none = whyNoGobgp();
if (none !== undefined) console.log(`skipped: no gobgpd behind the bridge, ${none}`);

const gobgp = (...families: readonly string[]): string => `
[global.config]
  as = 65001
  router-id = "198.51.100.1"
[[neighbors]]
  [neighbors.config]
    neighbor-address = "${ROUTER}"
    peer-as = 65001
  [neighbors.timers.config]
    connect-retry = 1
    idle-hold-time-after-reset = 1
${families.map(familyText).join('')}`;

const familyText = (name: string): string => `  [[neighbors.afi-safis]]
    [neighbors.afi-safis.config]
      afi-safi-name = "${name}"
    [neighbors.afi-safis.add-paths.config]
      receive = ${name === 'ipv4-unicast'}
      send-max = ${name === 'ipv4-unicast' ? 4 : 0}
`;

const IOS = `${IOS_VRF}router bgp 65001
 bgp router-id ${OURS}
 neighbor ${STRANGER} remote-as 65001
 !
 address-family ipv4
  bgp additional-paths send receive
  network ${OURS} mask 255.255.255.255
  neighbor ${STRANGER} activate
  neighbor ${STRANGER} additional-paths send receive
 exit-address-family
 !
${IOS_VPN_FAMILIES}`;
const IOS_LABELS = `${IOS_LOOPBACK}${IOS_LABELLED}!`;

const JUNOS = junosRouter(
  `            family inet {
                unicast {
                    add-path {
                        receive;
                        send {
                            path-count 4;
                        }
                    }
                }
            }
${JUNOS_VPN}`,
  JUNOS_RED,
);
/** Route targets are asked for. RFC 4684 */
const IOS_TARGETS = IOS.replace(
  ' address-family ipv4 vrf RED',
  ` address-family rtfilter unicast
  neighbor ${STRANGER} activate
  neighbor ${STRANGER} send-community extended
 exit-address-family
 !
 address-family ipv4 vrf RED`,
);
const JUNOS_TARGETS = JUNOS.replace(
  /family inet-vpn \{\s+unicast;\s+\}/,
  (vpn) => `${vpn}\n            family route-target;`,
);
const JUNOS_LABELS = junosRouter(JUNOS_LABELLED);

const ROUTERS = {
  ios: {
    many: IOS,
    labels: IOS_LABELS,
    targets: IOS_TARGETS,
    refresh: `clear ip bgp ${STRANGER} soft in`,
    reset: `clear ip bgp ${STRANGER}`,
  },
  junos: {
    many: JUNOS,
    labels: JUNOS_LABELS,
    targets: JUNOS_TARGETS,
    refresh: `clear bgp neighbor ${STRANGER} soft-inbound`,
    reset: `clear bgp neighbor ${STRANGER}`,
  },
} as const;

// Real processes in real time: a busy machine may need another try.
describe.each(['ios', 'junos'] as const)('BGP of %s with GoBGP', { retry: 2 }, (os) => {
  const { many, labels, targets, refresh, reset } = ROUTERS[os];

  it.skipIf(none !== undefined)('several paths of one prefix, VPN routes, refreshes and resets', async () => {
    const config = gobgp('ipv4-unicast', 'l3vpn-ipv4-unicast');
    await withGobgp({ config, lab: oneRouter(os, many) }, async (stranger, bridged) => {
      const neighbor = `neighbor ${ROUTER}`;
      await stranger.until(neighbor, (answer) => answer.includes('BGP state = ESTABLISHED'));
      const said = await stranger.gobgp('neighbor', ROUTER);
      expect(said).toMatch(/add-path:\s+advertised and received/);
      expect(said).toMatch(/4-octet-as:\s+advertised and received/);

      // RFC 7911: two paths, told apart by their identifiers.
      for (const [identifier, med] of [
        ['10', '5'],
        ['20', '7'],
      ] as const)
        await stranger.gobgp(
          'global',
          'rib',
          'add',
          '10.20.0.0/24',
          'identifier',
          identifier,
          'nexthop',
          STRANGER,
          'med',
          med,
        );
      await bridged.until(() => toldOf(bridged, '10.20.0.0/24').length === 2);
      const paths = toldOf(bridged, '10.20.0.0/24');
      expect(new Set(paths.map(({ nlri }) => nlri.pathId)).size).toBe(2);
      expect(paths.map(({ attributes }) => attributes.med).sort()).toEqual([5, 7]);
      await bridged.until(() => bridged.knows('R1', '10.20.0.9'));
      const theirs = await stranger.until('global rib', (answer) => answer.includes(`${OURS}/32`));
      expect(theirs).toMatch(new RegExp(`${OURS}/32 +${ROUTER.replaceAll('.', '\\.')}`));

      // RFC 4364: label, distinguisher and target, each way.
      const vpn = ['global', 'rib', 'add', '-a', 'vpnv4', '10.40.0.0/24', 'label', '1000', 'rd', '65001:2'] as const;
      await stranger.gobgp(...vpn, 'rt', '65001:100', 'nexthop', STRANGER);
      await bridged.until(() => toldOf(bridged, '10.40.0.0/24').length === 1);
      const [route] = toldOf(bridged, '10.40.0.0/24') as [BgpReceivedRow];
      expect(route.nlri.labels).toEqual([1000]);
      expect(route.nlri.rd && rdText(route.nlri.rd)).toBe('65001:2');
      expect(targetsOf(route)).toEqual(['65001:100']);
      const ours = await stranger.until('global rib -a vpnv4', (answer) => answer.includes('65001:1:172.16.0.1/32'));
      const [, label, nexthop] = /65001:1:172\.16\.0\.1\/32 +\[(\d+)\] +(\S+)/.exec(ours) ?? [];
      expect([Number(label) >= 16, nexthop]).toEqual([true, ROUTER]);
      expect(ours).toContain('Extcomms: [65001:100]');

      // RFC 2918: it is asked, and tells everything again.
      const counted = () => bridged.play.running.router('R1')?.ask('bgp.peers', {})?.[0];
      const updates = counted()?.received.updates ?? 0;
      await bridged.type('R1', refresh);
      await stranger.until(neighbor, (answer) => (refreshes(answer)[1] ?? 0) >= 1);
      await bridged.until(() => (counted()?.received.updates ?? 0) > updates);
      expect(toldOf(bridged, '10.20.0.0/24')).toHaveLength(2);

      // RFC 4486: after our reset everything comes back; of theirs we read the reason.
      const before = counted()?.established ?? 0;
      await bridged.type('R1', reset);
      await bridged.until(() => (counted()?.established ?? 0) > before && toldOf(bridged, '10.20.0.0/24').length === 2);
      await stranger.gobgp('neighbor', ROUTER, 'reset');
      await bridged.until(() => counted()?.lastError?.sent === false);
      expect(counted()?.lastError?.error).toMatchObject({ code: 6, subcode: 4 });
      const again = await bridged.reopened();
      expect([again.how, again.play.fingerprint]).toEqual(['exact', bridged.play.fingerprint]);
    });
  });

  it.skipIf(none !== undefined)('VPN routes only of targets that the other one asks for', async () => {
    const config = gobgp('ipv4-unicast', 'l3vpn-ipv4-unicast', 'rtc');
    await withGobgp({ config, lab: oneRouter(os, targets) }, async (stranger, bridged) => {
      await stranger.until(`neighbor ${ROUTER}`, (answer) => answer.includes('BGP state = ESTABLISHED'));
      await stranger.until('global rib -a rtc', (answer) => answer.includes('65001:65001:100'));
      // We asked for the first one and not for the second.
      for (const [prefix, target] of [
        ['10.40.0.0/24', '65001:100'],
        ['10.41.0.0/24', '65001:200'],
      ] as const)
        await stranger.gobgp(
          ...['global', 'rib', 'add', '-a', 'vpnv4', prefix, 'label', '1000', 'rd', '65001:2', 'rt', target],
          ...['nexthop', STRANGER],
        );
      await bridged.until(() => toldOf(bridged, '10.40.0.0/24').length === 1);
      expect(toldOf(bridged, '10.41.0.0/24')).toEqual([]);
      // It asks for nothing until it has a VRF.
      expect(await stranger.gobgp('global', 'rib', '-a', 'vpnv4')).not.toContain('172.16.0.1');
      await stranger.gobgp('vrf', 'add', 'red', 'rd', '65001:3', 'rt', 'both', '65001:100');
      await stranger.until('global rib -a vpnv4', (answer) => answer.includes('65001:1:172.16.0.1/32'));
      const again = await bridged.reopened();
      expect([again.how, again.play.fingerprint]).toEqual(['exact', bridged.play.fingerprint]);
    });
  });

  it.skipIf(none !== undefined)('labelled routes each way', async () => {
    await withGobgp(
      { config: gobgp('ipv4-labelled-unicast'), lab: oneRouter(os, labels) },
      async (stranger, bridged) => {
        await stranger.until(`neighbor ${ROUTER}`, (answer) => answer.includes('BGP state = ESTABLISHED'));
        // RFC 8277: a loopback of ours, with implicit null or a label of ours.
        const rib = await stranger.until('global rib -a ipv4-mpls', (answer) => answer.includes(`${OURS}/32`));
        const [, label, nexthop] = new RegExp(`${OURS}/32 +\\[(\\d+)\\] +(\\S+)`).exec(rib) ?? [];
        expect(nexthop).toBe(ROUTER);
        expect(Number(label) === 3 || Number(label) >= 16).toBe(true);
        await stranger.gobgp('global', 'rib', 'add', '-a', 'ipv4-mpls', '10.30.0.0/24', '1001', 'nexthop', STRANGER);
        await bridged.until(() => toldOf(bridged, '10.30.0.0/24').length === 1);
        const [route] = toldOf(bridged, '10.30.0.0/24') as [BgpReceivedRow];
        expect([route.nlri.labels, ip4Text(route.attributes.nexthop as Ip4), route.refused]).toEqual([
          [1001],
          STRANGER,
          undefined,
        ]);
      },
    );
  });
});
