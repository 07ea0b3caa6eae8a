// VRRP through the consoles: IOS and Junos in one group.

import { expect, it } from 'vitest';
import { vrrpLab } from '../../harness/vrrp-lab.ts';

const GROUP = 'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.3/24 vrrp-group 1';

it('try', async () => {
  const room = await vrrpLab(['vrrp 1 ip 10.0.0.1', 'vrrp 1 priority 120'], [`${GROUP} virtual-address 10.0.0.1`]);
  for (const t of room.script('.wait 10s\n@R1\nshow vrrp\nshow vrrp brief\nshow ip arp\nshow logging\n@H1\nping 10.0.0.1\nping 10.9.9.9\n@R9\nping 10.0.0.10\n@R1\nconfigure terminal\ninterface GigabitEthernet0/0\nshutdown\n.wait 10s\n@H1\nping 10.0.0.1\nping 10.9.9.9\n@J1\nshow log messages\nshow route')) console.log(t.line, '\n', t.output);
  console.log(room.router('J1').ask('vrrp.groups', {}));
  expect(1).toBe(1);
});
