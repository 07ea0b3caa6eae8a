// Logical systems: routers within a router. What is typed and shown: captures named in src/os/junos/shell/standing.ts.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../src/sim/time.ts';
import { type Console, JunosBox, LAB_START } from './console.ts';
import { Routers } from './routers.ts';

const TWO = `set interfaces ge-0/0/0 vlan-tagging
set interfaces ge-0/0/1 vlan-tagging
set logical-systems A interfaces ge-0/0/0 unit 10 vlan-id 10
set logical-systems A interfaces ge-0/0/0 unit 10 description "to B"
set logical-systems A interfaces ge-0/0/0 unit 10 family inet address 10.0.0.1/30
set logical-systems A interfaces ge-0/0/0 unit 10 family iso
set logical-systems A interfaces ge-0/0/0 unit 10 family mpls
set logical-systems A interfaces lo0 unit 1 family inet address 10.255.0.1/32
set logical-systems A interfaces lo0 unit 1 family iso address 49.0001.0000.0000.0001.00
set logical-systems A protocols isis interface ge-0/0/0.10
set logical-systems A protocols isis interface lo0.1 passive
set logical-systems A protocols mpls interface ge-0/0/0.10
set logical-systems A protocols ldp interface ge-0/0/0.10
set logical-systems B interfaces ge-0/0/1 unit 10 vlan-id 10
set logical-systems B interfaces ge-0/0/1 unit 10 family inet address 10.0.0.2/30
set logical-systems B interfaces ge-0/0/1 unit 10 family iso
set logical-systems B interfaces ge-0/0/1 unit 10 family mpls
set logical-systems B interfaces lo0 unit 2 family inet address 10.255.0.2/32
set logical-systems B interfaces lo0 unit 2 family iso address 49.0001.0000.0000.0002.00
set logical-systems B protocols isis interface ge-0/0/1.10
set logical-systems B protocols isis interface lo0.2 passive
set logical-systems B protocols mpls interface ge-0/0/1.10
set logical-systems B protocols ldp interface ge-0/0/1.10
set interfaces ge-0/0/1 unit 20 vlan-id 20
set interfaces ge-0/0/1 unit 20 family inet address 10.0.20.1/24
set routing-options static route 10.99.0.0/16 discard
`;

const looped = (): Routers => new Routers({ R1: { set: TWO } }, ['R1 ge-0/0/0 - R1 ge-0/0/1']).run(seconds(90));

describe('two logical systems on ports that are joined by a cable', () => {
  it('are routers of their own: IS-IS and LDP run between them, and neighbours are called by both names', () => {
    const net = looped();
    expect(net.type('R1', 'show isis adjacency logical-system A')).toContain(
      'ge-0/0/0.10           R1-B           2  Up',
    );
    expect(net.type('R1', 'show ldp session logical-system B')).toContain(
      '10.255.0.1                          Operational',
    );
    expect(net.type('R1', 'show isis adjacency')).toContain('IS-IS instance is not running');
    expect(net.type('R1', 'show route logical-system A 10.255.0.2 protocol isis')).toContain(
      'to 10.0.0.2 via ge-0/0/0.10',
    );
  });

  it('leave other words alone that begin like theirs', () => {
    const net = looped();
    expect(net.type('R1', 'show isis spf log logical-system A')).toContain('IS-IS level 2 SPF log');
    expect(net.type('R1', 'show isis spf log')).not.toContain('syntax error');
  });

  it('answer a ping from one to the other, and the box itself knows nothing of their addresses', () => {
    const net = looped();
    expect(net.type('R1', 'ping 10.255.0.2 source 10.255.0.1 count 2 logical-system A')).toContain(
      '2 packets transmitted, 2 packets received, 0% packet loss',
    );
    expect(net.type('R1', 'ping 10.255.0.2 count 1')).toContain('ping: sendto: No route to host');
  });

  it('hear only their own VLANs of a port', () => {
    const net = looped();
    const drops = (name?: string): number => {
      let sum = 0;
      for (const count of net.box('R1').router(name).ask('drops', {}).values()) sum += count;
      return sum;
    };
    const before = [drops('A'), drops('B')];
    net.type('R1', 'ping 10.0.20.2 count 2');
    expect([drops('A'), drops('B')]).toEqual(before);
  });

  it('go on without their neighbour when that is switched off, and take it back', () => {
    const net = looped();
    const box = net.box('R1');
    box.powerRouter('B', false);
    net.run(seconds(40));
    expect(box.isOn('B')).toBe(false);
    expect(net.type('R1', 'show isis adjacency logical-system A')).not.toContain('R1-B           2  Up');
    box.powerRouter('B', true);
    net.run(seconds(60));
    expect(net.type('R1', 'show isis adjacency logical-system A')).toContain('R1-B           2  Up');
  });

  it('sign the lines of their routing processes', () => {
    const net = looped();
    net.box('R1').powerRouter('B', false);
    net.run(seconds(40));
    expect(net.type('R1', 'show log messages')).toMatch(
      /R1 A:rpd\[\d+\]: RPD_ISIS_ADJDOWN: IS-IS lost L2 adjacency to R1-B on ge-0\/0\/0\.10, reason: Aged Out/,
    );
  });
});

describe('logical-system all', () => {
  it('clears in every router of the box, each under its name', () => {
    const net = looped();
    expect(net.type('R1', 'clear isis adjacency logical-system all')).toBe(
      'logical-system: default\nIS-IS instance is not running\n-----\n\nlogical-system: A\n-----\n\nlogical-system: B\n-----\n\n',
    );
    expect(net.type('R1', 'show isis adjacency logical-system A')).not.toContain('Up');
  });

  it('answers with an element for each', () => {
    const shown = looped().type('R1', 'show isis adjacency logical-system all | display xml');
    expect(shown.match(/logical-system: .*|IS-IS.*|<isis-adjacency-information|<system-name>.*/g)).toEqual([
      'logical-system: default',
      'IS-IS instance is not running',
      'logical-system: A',
      '<isis-adjacency-information',
      '<system-name>R1-B</system-name>',
      '<system-name>R1-B</system-name>',
      'logical-system: B',
      '<isis-adjacency-information',
      '<system-name>R1-A</system-name>',
      '<system-name>R1-A</system-name>',
    ]);
  });

  it('asks every router of the box, each under its name', () => {
    const shown = looped().type('R1', 'show route logical-system all protocol static');
    expect(shown.split('\n').filter((line) => /^logical-system|^10\.99|^-----/.test(line))).toEqual([
      'logical-system: default',
      expect.stringContaining('10.99.0.0/16'),
      '-----',
      'logical-system: A',
      '-----',
      'logical-system: B',
      '-----',
    ]);
  });
});

const BOX = `${LAB_START}interfaces {
    ge-0/0/0 {
        vlan-tagging;
    }
}
logical-systems {
    P1 {
        interfaces {
            ge-0/0/0 {
                unit 7 {
                    vlan-id 7;
                    family inet {
                        address 10.7.0.1/24;
                    }
                }
            }
        }
    }
    P2 {
        routing-options {
            router-id 10.0.0.2;
        }
    }
}
`;

const sitting = (config = BOX): Console => {
  const console = new JunosBox({ config }).console();
  console.take();
  return console;
};

describe('within a logical system', () => {
  it('no other one can be asked, and none is offered', () => {
    // Words and caret: transcript of a vMX, `show interfaces terse logical-system x` within a logical system.
    const console = sitting();
    console.line('set cli logical-system P1');
    expect(console.press('show route logical-system P2\n')).toBe(
      `show route logical-system P2 
                      ^
permission denied.

lab@R1:P1> `,
    );
    expect(console.press('show route ?')).not.toContain('logical-system');
  });

  it('ports are named without their state', () => {
    const console = sitting();
    console.line('set cli logical-system P1');
    expect(console.line('show interfaces terse').split('\n').slice(0, 3)).toEqual([
      'Interface               Admin Link Proto    Local                 Remote',
      'ge-0/0/0',
      expect.stringMatching(/^ge-0\/0\/0\.7 +up +\w+ +inet +10\.7\.0\.1\/24/),
    ]);
  });

  it('a commit tells the place as it is seen from there', () => {
    const console = sitting();
    console.line('set cli logical-system P2');
    console.line('configure');
    console.line('set routing-instances V instance-type vrf');
    const said = console.line('commit check');
    expect(said).toContain('[edit routing-instances]');
    expect(said).not.toContain('logical-systems');
  });
});

describe('set cli logical-system', () => {
  it('goes there and back', () => {
    const console = sitting();
    expect(console.press('set cli logical-system P1\n')).toBe(
      'set cli logical-system P1 \nLogical system: P1\n\nlab@R1:P1> ',
    );
    expect(console.press('set cli logical-system P2\n')).toBe(
      'set cli logical-system P2 \nLogical system: P2\n\nlab@R1:P2> ',
    );
    expect(console.press('clear cli logical-system\n')).toBe(
      'clear cli logical-system \nCleared default logical system\n\nlab@R1> ',
    );
  });

  it('offers the names that there are', () => {
    expect(sitting().press('set cli logical-system ?')).toContain('\n  P1\n  P2\n');
    expect(sitting().press('show route logical-system ?')).toContain('\n  P1\n  P2\n');
    expect(sitting().press('show route logical-?')).toContain(
      "  logical-system       Name of logical system, or 'all'\n",
    );
  });

  it('shows interfaces and routes of the router that one stands in', () => {
    const console = sitting();
    console.line('set cli logical-system P1');
    expect(console.line('show interfaces terse')).toContain('ge-0/0/0.7');
    expect(console.line('show interfaces terse')).not.toContain('ge-0/0/1');
    expect(console.line('show route')).toContain('10.7.0.1/32        *[Local/0]');
  });

  it('shows and edits the configuration as if nothing stood above it', () => {
    const console = sitting();
    console.line('set cli logical-system P1');
    expect(console.line('show configuration interfaces')).toBe(
      'ge-0/0/0 {\n    unit 7 {\n        vlan-id 7;\n        family inet {\n            address 10.7.0.1/24;\n        }\n    }\n}',
    );
    expect(console.press('configure\n')).toBe('configure \nEntering configuration mode\n\n[edit]\nlab@R1:P1# ');
    expect(console.press('edit routing-options\n')).toBe(
      'edit routing-options \n\n[edit routing-options]\nlab@R1:P1# ',
    );
    console.line('set router-id 10.0.0.1');
    expect(console.press('top show | display set\n')).toContain(
      '\nset interfaces ge-0/0/0 unit 7 vlan-id 7\nset interfaces ge-0/0/0 unit 7 family inet address 10.7.0.1/24\nset routing-options router-id 10.0.0.1\n',
    );
    expect(console.line('up 3')).toBe('');
    expect(console.press('show | compare\n')).toContain(
      '[edit]\n+  routing-options {\n+      router-id 10.0.0.1;\n+  }\n',
    );
    expect(console.press('commit and-quit\n')).toContain('commit complete\nExiting configuration mode\n\nlab@R1:P1> ');
    console.line('clear cli logical-system');
    expect(console.line('show configuration logical-systems P1 routing-options')).toBe('router-id 10.0.0.1;');
  });

  it('is unchanged when everything was taken back', () => {
    const console = sitting();
    console.line('set cli logical-system P1');
    console.line('configure');
    console.line('delete interfaces');
    console.line('rollback');
    expect(console.press('exit\n')).toBe('exit \nExiting configuration mode\n\nlab@R1:P1> ');
  });

  it('takes back what was changed in it, and nothing else', () => {
    const console = sitting();
    console.line('configure');
    console.line('set logical-systems P2 routing-options router-id 10.0.0.22');
    console.line('exit');
    console.press('yes\n');
    console.line('set cli logical-system P1');
    console.line('configure');
    console.line('delete interfaces');
    console.line('rollback');
    console.line('exit');
    console.press('yes\n');
    console.line('clear cli logical-system');
    console.line('configure');
    expect(console.press('show | compare | no-more\n')).toContain(
      '[edit logical-systems P2 routing-options]\n-    router-id 10.0.0.2;\n+    router-id 10.0.0.22;\n',
    );
  });
});

describe('a user whose class belongs to a logical system', () => {
  const BOUND = BOX.replace(
    'user lab {',
    'class guest {\n            logical-system P2;\n            permissions all;\n        }\n        user lab {',
  ).replace('class super-user;', 'class guest;');

  it('stands in it from the start, and nowhere else', () => {
    const box = new JunosBox({ config: BOUND });
    const console = box.console({ auto: false });
    console.press('lab\n');
    expect(console.press('lab123\n')).toMatch(/lab@R1:P2> $/);
    expect(console.line('set cli logical-system P1')).toContain('permission denied.');
    expect(console.line('clear cli logical-system')).toContain('permission denied.');
    expect(console.line('show configuration | display set')).toContain('set routing-options router-id 10.0.0.2');
  });
});

describe('commit', () => {
  const refused = (line: string): string => {
    const console = sitting();
    console.line('configure');
    console.line(line);
    return console.line('commit check');
  };

  it('refuses a unit that two routers have, and a VLAN that two have at one port', () => {
    const console = sitting();
    console.line('configure');
    console.line('set interfaces ge-0/0/0 unit 7 vlan-id 8');
    expect(console.line('commit check')).toContain('Interface ge-0/0/0.7 is already configured');
    console.line('delete interfaces ge-0/0/0 unit 7');
    console.line('set logical-systems P2 interfaces ge-0/0/0 unit 70 vlan-id 7');
    const said = console.line('commit check');
    expect(said).toContain('[edit logical-systems P2 interfaces ge-0/0/0 unit 70]');
    expect(said).toContain('duplicate VLAN-ID on interface');
  });

  it.each(['main', 'all', 'default'])('refuses a logical system that is called %s', (name) => {
    const said = refused(`set logical-systems ${name} routing-options router-id 10.0.0.9`);
    expect(said).toContain('[edit logical-systems]');
    expect(said).toContain(`Logical system name '${name}' is reserved`);
  });

  it('says where in the logical system something is wrong', () => {
    expect(refused('set logical-systems P2 routing-instances V instance-type vrf')).toContain(
      "[edit logical-systems P2 routing-instances]\n  'V'\n    RT Instance: Route-distinguisher must be configured for vrf instance: V",
    );
    expect(refused('set logical-systems P1 interfaces ge-0/0/1 unit 7 vlan-id 7')).toContain(
      'Only unit 0 is valid for this encapsulation',
    );
  });
});
