// Real kernels and real routers meet the emulated ones: ARP, ICMP and a route each way.

import { describe, expect, it } from 'vitest';
import { oneRouter, ROUTER, STRANGER } from '../harness/bridged-lab.ts';
import { whyNoNamespace, withNamespace } from './namespace.ts';
import { whyNoStranger, withStranger } from './with-stranger.ts';

const noNamespace = whyNoNamespace();
const noStranger = whyNoStranger();
if (noNamespace !== undefined) console.log(`skipped: no Linux kernel behind the bridge, ${noNamespace}`);
if (noStranger !== undefined) console.log(`skipped: no FRR behind the bridge, ${noStranger}`);

describe.each(['ios', 'junos'] as const)('a Linux kernel behind the bridge and a router (%s)', { retry: 2 }, (os) => {
  it.skipIf(noNamespace !== undefined)('ping each other, at once and whole', async () => {
    await withNamespace(oneRouter(os), 'out', async (far, lab) => {
      await far.exec('ip', 'addr', 'add', `${STRANGER}/24`, 'dev', 'eth0');
      const many = await far.exec('ping', '-q', '-c', '20', '-i', '0.02', ROUTER);
      // Its ping waits for the last answers no longer than the others took: on a busy machine some come too late for it.
      expect(Number(/ (\d+) received/.exec(many)?.[1])).toBeGreaterThanOrEqual(15);
      // The link's own half millisecond, and what two processes take to wake up; the best of twenty.
      const best = Number(/= ([\d.]+)\//.exec(many)?.[1]);
      expect(best).toBeGreaterThanOrEqual(0.5);
      expect(best).toBeLessThan(25);
      expect(await far.exec('ping', '-q', '-c', '2', '-i', '0.02', '-M', 'do', '-s', '1472', ROUTER)).toMatch(
        / [12] received/,
      );
      expect(await far.exec('ping', '-q', '-c', '2', '-i', '0.02', '-s', '4000', ROUTER)).toMatch(/ [12] received/);
      expect(await far.exec('ip', 'neigh', 'show', ROUTER)).toMatch(/lladdr aa:bb:cc:00:01:\w\w /);
      const ping = os === 'ios' ? `ping ${STRANGER} size 4000` : `ping ${STRANGER} rapid count 5 size 4000`;
      expect(await lab.type('R1', ping)).toMatch(/!!!!!/);
    });
  });
});

const LOOPBACK = {
  ios: 'interface Loopback0\n ip address 192.0.2.1 255.255.255.255\n!\nip route 198.51.100.1 255.255.255.255 10.77.0.2\n!',
  junos:
    'interfaces {\n    lo0 {\n        unit 0 {\n            family inet {\n                address 192.0.2.1/32;\n            }\n        }\n    }\n}\n' +
    'routing-options {\n    static {\n        route 198.51.100.1/32 next-hop 10.77.0.2;\n    }\n}',
};
const FRR = `
interface eth0
 ip address ${STRANGER}/24
exit
interface lo
 ip address 198.51.100.1/32
exit
ip route 192.0.2.1/32 ${ROUTER}
`;

describe.each(['ios', 'junos'] as const)('a real FRR behind the bridge and a router (%s)', { retry: 2 }, (os) => {
  it.skipIf(noStranger !== undefined)('reach each other’s loopbacks over static routes', async () => {
    await withStranger({ frrConfig: FRR, lab: oneRouter(os, LOOPBACK[os]) }, async (frr, lab) => {
      const route = await frr.until('show ip route 192.0.2.1/32', (answer) => answer.includes(`* ${ROUTER}, via eth0`));
      expect(route).toContain('Known via "static"');
      expect(await frr.exec('ping', '-q', '-c', '5', '-i', '0.02', '-I', '198.51.100.1', '192.0.2.1')).toMatch(
        / [3-5] received/,
      );
      const ping =
        os === 'ios' ? 'ping 198.51.100.1 source Loopback0' : 'ping 198.51.100.1 source 192.0.2.1 rapid count 5';
      expect(await lab.type('R1', ping)).toMatch(/!!!!!/);
      const { counts } = lab.bridge;
      expect(counts).toMatchObject({ unsent: 0, short: 0, long: 0, foreign: 0 });
    });
  });
});
