// Routers in a row, configured as people configure them: labels from end to end.

import { describe, expect, it } from 'vitest';
import { ip4Text } from '../../../src/base/ip.ts';
import { mac } from '../../../src/base/mac.ts';
import { must, present } from '../../../src/base/must.ts';
import { Device } from '../../../src/device/device.ts';
import type { DeviceConfig } from '../../../src/device/device-config.ts';
import type { TraceReport } from '../../../src/net/operations.ts';
import { MAIN_ROUTER } from '../../../src/os/box.ts';
import { PERSONALITY as IOS } from '../../../src/os/ios/personality.ts';
import { PERSONALITY as JUNOS } from '../../../src/os/junos/personality.ts';
import { MAIN } from '../../../src/route/names.ts';
import type { NodeId, PortName } from '../../../src/sim/node.ts';
import { micros, plus, seconds } from '../../../src/sim/time.ts';
import { World } from '../../../src/sim/world.ts';
import { ip } from '../../harness/routes.ts';
import { compiled as compiledIos } from '../ios/compiled.ts';
import { junos } from './console.ts';
import { coreConfig, junosCore } from './mpls-core.ts';
import { tree } from './trees.ts';

/** Routes of the row itself, so that everybody answers everybody. */
const LINKS = {
  R1: ['set routing-options static route 10.1.2.0/30 next-hop 10.1.1.2'],
  R3: ['set routing-options static route 10.1.1.0/30 next-hop 10.1.2.1'],
} as const;
/** Labels before static routes. */
const TUNNELLED = [
  'set protocols mpls traffic-engineering bgp-igp',
  'set routing-options static defaults preference 20',
] as const;

/** Lines without the blank ones. */
const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

describe('a row of Junos routers', () => {
  const core = junosCore(3, LINKS).run(seconds(30));

  it('has routes to every loopback in inet.3, and hears of its neighbors in the log', () => {
    expect(lines(core.type('R1', 'show route table inet.3')).slice(2)).toEqual([
      '10.254.1.2/32      *[LDP/9] 00:00:29, metric 1',
      '                    >  to 10.1.1.2 via ge-0/0/1.0',
      '10.254.1.3/32      *[LDP/9] 00:00:29, metric 1',
      expect.stringMatching(/^ {20}> {2}to 10\.1\.1\.2 via ge-0\/0\/1\.0, Push (299776|299792)$/),
    ]);
    expect(lines(core.type('R1', 'show log messages | match LDP'))).toEqual([
      'Mar  1 10:00:00  R1 rpd[6021]: RPD_LDP_NBRUP: LDP neighbor 10.1.1.2 (ge-0/0/1.0) is up',
      'Mar  1 10:00:00  R1 rpd[6021]: RPD_LDP_SESSIONUP: LDP session 10.254.1.2 is up',
    ]);
  });

  it('listens to the group of LDP', () => {
    expect(core.type('R2', 'show route 224.0.0.2')).toContain('224.0.0.2/32       *[LDP/9]');
  });

  it('is pinged and traced along its paths', () => {
    // Forms: captures and transcripts as in tools/lsp.ts.
    expect(core.type('R1', 'ping mpls ldp 10.254.1.3')).toBe(
      '!!!!!\n--- lsping statistics ---\n5 packets transmitted, 5 packets received, 0% packet loss\n',
    );
    const traced = core.type('R1', 'traceroute mpls ldp 10.254.1.3').replace(/299776|299792/, 'LABEL ');
    expect(traced).toBe(`\
  Probe options: ttl 64, retries 3, wait 10, paths 16, exp 7, fanout 16

  ttl    Label  Protocol    Address          Previous Hop     Probe Status
    1   LABEL   LDP         10.1.1.2         (null)           Success           
  FEC-Stack-Sent: LDP 
  ttl    Label  Protocol    Address          Previous Hop     Probe Status
    2        3  LDP         10.1.2.2         10.1.1.2         Egress            
  FEC-Stack-Sent: LDP 

  Path 1 via ge-0/0/1.0 destination 127.0.0.64
`);
    expect(core.type('R1', 'ping mpls ldp 10.254.1.9 count 2')).toBe(
      '..\n--- lsping statistics ---\n2 packets transmitted, 0 packets received, 100% packet loss\n',
    );
  });

  it('shows paths through itself', () => {
    const [heading, ...rest] = lines(core.type('R2', 'show ldp path 10.254.1.3'));
    expect(heading).toBe('Output Session (label)          Input Session (label)');
    expect(rest[0]).toMatch(/^10\.254\.1\.1:0\((299776|299792)\) {12}10\.254\.1\.3:0\(3\)$/);
    expect(rest.at(-1)).toBe('  Attached route:  10.254.1.3/32, Ingress route');
    expect(core.type('R2', 'show ldp route 10.254.1.3')).toBe(
      'Destination                            Next-hop intf/lsp/table  Next-hop address\n' +
        ' 10.254.1.3/32                         ge-0/0/1.0               10.1.2.2\n',
    );
  });

  it('ends sessions on order, and finds them again', () => {
    expect(core.type('R2', 'clear ldp session 10.254.1.1')).toBe('');
    core.run(seconds(5));
    expect(lines(core.type('R2', 'show ldp session detail | match "flaps|Reason"'))).toEqual([
      '  Last down 00:00:05 ago; Reason: command-line interface command',
      '  Number of session flaps: 1',
    ]);
    expect(lines(core.type('R1', 'show log messages | match SESSION')).slice(-2)).toEqual([
      expect.stringContaining(
        'RPD_LDP_SESSIONDOWN: LDP session 10.254.1.2 is down, reason: received notification from peer',
      ),
      expect.stringContaining('RPD_LDP_SESSIONUP: LDP session 10.254.1.2 is up'),
    ]);
  });
});

describe('packets on labels', () => {
  const tunnelled = (...more: readonly string[]) =>
    junosCore(3, {
      R1: [...LINKS.R1, ...TUNNELLED, ...more],
      R2: more,
      R3: [...LINKS.R3, ...TUNNELLED, ...more],
    }).run(seconds(30));

  it('are seen hop by hop by traceroute, with their labels', () => {
    const text = tunnelled()
      .type('R1', 'traceroute 10.254.1.3 no-resolve')
      .replace(/\d+\.\d{3} ms/g, 'T');
    expect(lines(text).slice(1)).toEqual([
      ' 1  10.1.1.2  T  T  T',
      expect.stringMatching(/^ {5}MPLS Label=(299776|299792) CoS=0 TTL=1 S=1$/),
      ' 2  10.254.1.3  T  T  T',
    ]);
  });

  it('are not, with no-propagate-ttl', () => {
    const text = tunnelled('set protocols mpls no-propagate-ttl').type('R1', 'traceroute 10.254.1.3 no-resolve');
    expect(lines(text.replace(/\d+\.\d{3} ms/g, 'T')).slice(1)).toEqual([' 1  10.254.1.3  T  T  T']);
  });

  it('find no way where a unit lacks the family', () => {
    const without = (unit: string): string => {
      const core = junosCore(3, { ...LINKS, R2: [`deactivate interfaces ${unit} unit 0 family mpls`] });
      return core.run(seconds(30)).type('R1', 'ping mpls ldp 10.254.1.3 count 1');
    };
    expect(without('ge-0/0/0')).toContain('1 packets transmitted, 0 packets received, 100% packet loss');
  });
});

describe('keys', () => {
  const session = (one: string, other: string): string =>
    junosCore(2, {
      R1: [`set protocols ldp session 10.254.1.2 authentication-key "${one}"`],
      R2: [`set protocols ldp session-group 10.254.1.0/24 authentication-key "${other}"`],
    })
      .run(seconds(30))
      .type('R1', 'show ldp session detail');

  it('agree, hidden or not', () => {
    const text = session('$9$UkHqPF3/9AuRhWX7V2g', 'GEHEIM');
    expect(text).toContain('State: Operational');
    expect(text).toContain('  Authentication type: MD5 (10.254.1.2/32)\n');
  });

  it('do not', () => expect(session('GEHEIM', 'geheim')).not.toContain('State: Operational'));
});

describe('static routes that BFD watches', () => {
  const watched = (gateway: string): readonly string[] => [
    `set routing-options static route 99.0.0.0/8 next-hop ${gateway}`,
    'set routing-options static route 99.0.0.0/8 bfd-liveness-detection minimum-interval 300',
  ];

  it('stand while the neighbor is heard, and what happens is logged', () => {
    const core = junosCore(2, { R1: watched('10.1.1.2'), R2: watched('10.1.1.1') }).run(seconds(30));
    expect(core.type('R1', 'show route 99.0.0.1 terse')).toContain('99.0.0.0/8');
    expect(lines(core.type('R1', 'show bfd session'))[2]).toBe(
      '10.1.1.2                 Up        ge-0/0/1.0     0.900     0.300        3   ',
    );
    for (const line of ['configure', 'deactivate interfaces ge-0/0/0 unit 0 family inet', 'commit'])
      core.type('R2', line);
    core.run(seconds(2));
    expect(core.type('R1', 'show route 99.0.0.1')).toBe('');
    expect(lines(core.type('R1', 'show log messages | match bfdd'))).toEqual([
      'Mar  1 10:00:00  R1 bfdd[6012]: BFDD_TRAP_SHOP_STATE_UP: local discriminator: 16, new state: up, interface: ge-0/0/1.0, peer addr: 10.1.1.2',
      expect.stringMatching(
        /^Mar {2}1 10:00:\d\d {2}R1 bfdd\[6012\]: BFDD_STATE_UP_TO_DOWN: BFD Session 10\.1\.1\.2 \(IFL \d+\) state Up -> Down LD\/RD\(16\/\d+\) Up time:00:00:\d\d Local diag: CtlExpire Remote diag: None Reason: Detect Timer Expiry\.$/,
      ),
      expect.stringContaining(
        'BFDD_TRAP_SHOP_STATE_DOWN: local discriminator: 16, new state: down, interface: ge-0/0/1.0, peer addr: 10.1.1.2',
      ),
    ]);
  });

  it('come back after an order to begin anew', () => {
    const core = junosCore(2, { R1: watched('10.1.1.2'), R2: watched('10.1.1.1') }).run(seconds(30));
    const failures = (): readonly number[] =>
      present(core.box('R1').router(), 'R1')
        .ask('bfd.sessions', {})
        .map((row) => row.failures);
    core.type('R1', 'clear bfd session address 10.9.9.9');
    expect(failures()).toEqual([0]);
    expect(core.type('R1', 'clear bfd session all')).toBe('');
    core.run(seconds(5));
    expect(failures()).toEqual([1]);
    expect(core.type('R1', 'show bfd session')).toContain('10.1.1.2                 Up ');
  });

  it('fall with their interface', () => {
    // Words: a line of a box whose OSPF lost its interface (`Local diag: AdminDown … Received Upstream Destroy Session.`).
    const core = junosCore(2, { R1: watched('10.1.1.2'), R2: watched('10.1.1.1') }).run(seconds(30));
    core.world.setLink('l0', false);
    core.run(seconds(1));
    expect(core.type('R1', 'show route 99.0.0.1')).toBe('');
    expect(core.type('R1', 'show log messages | match UP_TO_DOWN')).toContain(
      'Local diag: AdminDown Remote diag: None Reason: Received Upstream Destroy Session.',
    );
  });
});

describe('an IOS router between two of Junos', () => {
  const IOS_TEXT = [
    'hostname R2',
    'interface Loopback0',
    ' ip address 10.254.1.2 255.255.255.255',
    'interface GigabitEthernet0/0',
    ' ip address 10.1.1.2 255.255.255.252',
    ' no shutdown',
    ' mpls ip',
    'interface GigabitEthernet0/1',
    ' ip address 10.1.2.1 255.255.255.252',
    ' no shutdown',
    ' mpls ip',
    'mpls ldp router-id Loopback0 force',
    'mpls label range 200 299',
    'ip route 10.254.1.1 255.255.255.255 10.1.1.1',
    'ip route 10.254.1.3 255.255.255.255 10.1.2.2',
  ].join('\n');

  function compiledJunos(text: string): DeviceConfig {
    const model = present(junos().models[0], 'a model');
    const result = junos().compile(tree(text), { model, macBase: mac(0x0205_8671_0000 + text.length * 256) });
    must(result.ok, 'a configuration');
    return present(result.value.compiled.get(MAIN_ROUTER), 'the box');
  }

  const world = new World(1);
  const make = (name: string, personality: typeof JUNOS): Device => {
    const device = new Device({ id: name as NodeId, world, personality, report: () => {} });
    world.addNode(device);
    return device;
  };
  const [r1, r2, r3] = [make('R1', JUNOS), make('R2', IOS), make('R3', JUNOS)];
  const plug = (id: string, ...ends: readonly (readonly [string, string])[]): void => {
    const ports = ends.map(([node, port]) => ({ node: node as NodeId, port: port as PortName }));
    world.addLink({ id, ports, delay: micros(500) });
  };
  plug('l1', ['R1', 'ge-0/0/1'], ['R2', 'GigabitEthernet0/0']);
  plug('l2', ['R2', 'GigabitEthernet0/1'], ['R3', 'ge-0/0/0']);
  r1.apply(compiledJunos(coreConfig(1, 3, ...LINKS.R1, ...TUNNELLED)));
  r2.apply(compiledIos(IOS_TEXT));
  r3.apply(compiledJunos(coreConfig(3, 3, ...LINKS.R3, ...TUNNELLED)));
  world.runUntil(plus(world.now, seconds(60)));

  it('speaks with both', () => {
    const of = (device: Device) =>
      device.ask('ldp.neighbors', { vrf: MAIN }).map(({ lsr, state }) => `${ip4Text(lsr.id)} ${state}`);
    expect([r1, r2, r3].map(of)).toEqual([
      ['10.254.1.2 operational'],
      ['10.254.1.1 operational', '10.254.1.3 operational'],
      ['10.254.1.2 operational'],
    ]);
  });

  it('tells labels for its links too, which have no routes of their own here', () => {
    // Junos tells its loopback alone; IOS everything that it has a route to.
    const told = (device: Device) =>
      device.ask('ldp.bindings', { vrf: MAIN }).flatMap((row) => (row.told.length > 0 ? [row.prefix.text] : []));
    expect(told(r1)).toEqual(['10.1.2.0/30', '10.254.1.1/32', '10.254.1.2/32', '10.254.1.3/32']);
    expect(told(r2)).toEqual(['10.1.1.0/30', '10.1.2.0/30', '10.254.1.1/32', '10.254.1.2/32', '10.254.1.3/32']);
  });

  it('swaps for them', () => {
    const seen: string[] = [];
    const hear = (report: TraceReport): void => {
      if (report.kind === 'answer')
        seen.push(`${ip4Text(report.from)} ${report.labels.map(({ label }) => label).join(' ')}`.trim());
    };
    const to = ip('10.254.1.3');
    const from = ip('10.254.1.1');
    const many = { probes: 1, timeout: seconds(2), firstTtl: 1, maxTtl: 5, port: 33_434, size: 60 };
    r1.traceroute({ vrf: MAIN, to, from, ...many }, hear);
    world.runUntil(plus(world.now, seconds(20)));
    expect(seen).toEqual([expect.stringMatching(/^10\.1\.1\.2 2\d\d$/), '10.254.1.3']);
  });
});
