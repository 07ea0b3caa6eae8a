import { expect, it } from 'vitest';
import { vrrpLab } from '../../harness/vrrp-lab.ts';

const GROUP = 'interfaces ge-0/0/0 unit 0 family inet address 10.0.0.3/24 vrrp-group 1';

it('try', async () => {
  const room = await vrrpLab(
    ['vrrp 1 ip 10.0.0.1', 'vrrp 1 priority 120'],
    [
      `${GROUP} virtual-address 10.0.0.1`,
      `${GROUP} track interface ge-0/0/1.0 priority-cost 30`,
      `${GROUP} track route 10.9.0.0/16 routing-instance default priority-cost 20`,
    ],
  );
  for (const t of room.script(
    '.wait 10s\n@J1\nshow vrrp\nshow vrrp summary\nshow vrrp detail\nshow vrrp extensive\nshow vrrp track\nshow vrrp track detail\n@R1\nshow vrrp ?\nconfigure terminal\ntrack 1 interface GigabitEthernet0/1 line-protocol\ninterface GigabitEthernet0/0\nvrrp 1 track 1 decrement 50\ndo show track\ndo show track brief\n.cut R1:GigabitEthernet0/1\n.wait 10s\ndo show vrrp\ndo show track\ndo show logging | include 00:00:[456]\n@J1\nshow vrrp\n@H1\nping 10.0.0.1\nping 10.9.9.9',
  ))
    console.log(t.line, '\n' + t.output);
  expect(1).toBe(1);
});
