// Which box a configuration is of.

import { describe, expect, it } from 'vitest';
import { modelFor } from '../../../src/os/ios/box-of.ts';
import { IOS } from './console.ts';

describe('the box of a configuration', () => {
  it.each([
    ['version 15.7\ninterface GigabitEthernet0/0\n', 'IOSv', ['GigabitEthernet0/0']],
    ['version 15.2\ninterface FastEthernet0/0\n', '7206VXR', ['FastEthernet0/0']],
    ['version 12.4\ninterface Serial0/0/0:1\ninterface Loopback0\n', '7206VXR', ['Serial0/0/0:1']],
    [
      'version 16.4\ninterface GigabitEthernet1\ninterface GigabitEthernet12\n',
      'CSR1000V',
      ['GigabitEthernet1', 'GigabitEthernet12'],
    ],
    [
      'version 17.3\ninterface GigabitEthernet2\ninterface GigabitEthernet1\ninterface GigabitEthernet1.5\n',
      'CSR1000V',
      ['GigabitEthernet1', 'GigabitEthernet2'],
    ],
  ])('%j: release by the version, ports by the interfaces', (text, name, ports) => {
    const model = modelFor(text);
    expect([model.name, model.ports]).toEqual([name, ports]);
  });

  it('is the first that has the ports, where nobody printed it', () => {
    expect(modelFor('hostname X\n').name).toBe('IOSv');
    expect(modelFor('interface GigabitEthernet3\n').name).toBe('CSR1000V');
    expect(modelFor('interface Ethernet0/0\n').ports).toContain('Ethernet0/0');
  });
});

describe('a configuration that a router printed', () => {
  const printed = (text: string): readonly string[] => {
    const model = modelFor(text);
    return IOS.print(IOS.read(text, IOS.factory(model), model).tree);
  };

  it('may name an interface before the lines that make it', () => {
    const text =
      'version 15.7\nip ftp source-interface Loopback9\ninterface Loopback9\n ip address 10.0.0.1 255.255.255.255\n';
    expect(printed(text)).toContain('ip ftp source-interface Loopback9');
  });

  // Its release thinks otherwise of what is on by default: 12.x printed `ip classless`, 15.x does not; `no ipv6 cef`.
  it('keeps what it says of defaults that are not ours', () => {
    const lines = ['ip classless', 'no ip dhcp ping packets 2', 'no cdp run'];
    for (const line of lines) expect(printed(`version 12.4\n${lines.join('\n')}\n`)).toContain(line);
  });
});

describe('statements that are lists of settings', () => {
  const port = (...lines: readonly string[]): readonly string[] => {
    const model = IOS.models[0];
    if (!model) throw new Error('no model');
    const text = ['interface GigabitEthernet0/0', ...lines.map((line) => ` ${line}`)].join('\n');
    const all = IOS.print(IOS.read(text, IOS.factory(model), model).tree);
    const from = all.indexOf('interface GigabitEthernet0/0');
    return all.slice(from, all.indexOf('!', from));
  };

  it('stand side by side, each replaced by its own like', () => {
    const lines = port('ip flow ingress', 'ip flow egress', 'ip ospf cost 5', 'ip ospf cost 7', 'no ip flow egress');
    expect(lines.filter((line) => /flow|cost/.test(line))).toEqual([' ip flow ingress', ' ip ospf cost 7']);
  });

  it('of redundancy groups are printed group by group', () => {
    const lines = port(
      'standby 2 ip 10.0.0.9',
      'standby 1 priority 110',
      'standby version 2',
      'standby 2 preempt',
      'standby 1 ip 10.0.0.8',
    );
    expect(lines.filter((line) => line.startsWith(' standby'))).toEqual([
      ' standby version 2',
      ' standby 1 ip 10.0.0.8',
      ' standby 1 priority 110',
      ' standby 2 ip 10.0.0.9',
      ' standby 2 preempt',
    ]);
  });
});

describe('blocks inside blocks', () => {
  const taken = (...lines: readonly string[]): readonly string[] => {
    const model = modelFor('');
    const all = IOS.print(IOS.read(lines.join('\n'), IOS.factory(model), model).tree);
    const from = all.findIndex((line) => line.startsWith('router '));
    return all.slice(from, all.indexOf('!', from)).filter((line) => line.trim() !== '!');
  };

  it('end where a line stands as far out as their first', () => {
    expect(
      taken(
        'router eigrp 1',
        ' address-family ipv4 vrf A autonomous-system 2',
        '  network 10.0.0.0',
        ' network 11.0.0.0',
      ),
    ).toEqual([
      'router eigrp 1',
      ' network 11.0.0.0',
      ' address-family ipv4 vrf A autonomous-system 2',
      '  network 10.0.0.0',
      ' exit-address-family',
    ]);
  });

  // IOS 12.x prints what belongs to a family in the column of the family.
  it('go on in their own column until they are closed', () => {
    expect(
      taken(
        'router eigrp 1',
        ' address-family ipv4 vrf A',
        ' network 10.0.0.0',
        ' exit-address-family',
        ' network 11.0.0.0',
      ),
    ).toEqual([
      'router eigrp 1',
      ' network 11.0.0.0',
      ' address-family ipv4 vrf A',
      '  network 10.0.0.0',
      ' exit-address-family',
    ]);
  });

  it('of EIGRP are unicast where the process has a name', () => {
    expect(taken('router eigrp X', ' address-family ipv4 autonomous-system 2', '  eigrp router-id 1.1.1.1')[1]).toBe(
      ' address-family ipv4 unicast autonomous-system 2',
    );
  });
});
