// What IOS shows of labels in detail, by filters, and of LDP and the IGP that waits for it, in the form of captures.

import { describe, expect, it } from 'vitest';
import { Boxes, port, router } from './isis-boxes.ts';

const [G0, G1, G2] = ['GigabitEthernet0/0', 'GigabitEthernet0/1', 'GigabitEthernet0/2'];
const LINK = [' isis network point-to-point', ' mpls ip'];
const process = ' metric-style wide\n is-type level-2-only\n passive-interface Loopback0\n mpls ldp sync';
const ldp = (n: number): string => `mpls ldp router-id Loopback0 force\nmpls label range ${n}00 ${n}99\n`;

/** R1 and R3 with R2 and R4 between them. */
const diamond = (...more: readonly string[]): Boxes =>
  new Boxes(
    'IOSv',
    {
      R1:
        router(1, '49.0001', process, port(G0, '10.0.12.1', ...LINK), port(G1, '10.0.14.1', ...LINK)) +
        ldp(1) +
        more.join('\n'),
      R2: router(2, '49.0001', process, port(G0, '10.0.12.2', ...LINK), port(G1, '10.0.23.2', ...LINK)) + ldp(2),
      R3: router(3, '49.0001', process, port(G0, '10.0.23.3', ...LINK), port(G1, '10.0.34.3', ...LINK)) + ldp(3),
      R4:
        router(
          4,
          '49.0001',
          process,
          port(G0, '10.0.14.4', ...LINK),
          port(G1, '10.0.34.4', ...LINK),
          port(G2, '10.0.99.4'),
        ) + ldp(4),
    },
    [`R1 ${G0} - R2 ${G0}`, `R2 ${G1} - R3 ${G0}`, `R1 ${G1} - R4 ${G0}`, `R3 ${G1} - R4 ${G1}`],
  );

describe('show mpls forwarding-table', () => {
  const boxes = diamond();
  // Somebody was spoken to on each link: ARP knows the next hops.
  for (const to of ['10.0.12.2', '10.0.14.4']) boxes.shown('R1', `ping ${to} repeat 1`);
  const [HEAD1, HEAD2] = boxes.shown('R1', 'show mpls forwarding-table').split('\n');
  const rows = (line: string): readonly string[] => boxes.shown('R1', line).split('\n').slice(2);

  // Captures: CSR 1000V (one label, `00066000` is label 102), IOSv (two equal paths and their slots, tabs).
  it('detail: header, room and slots', () => {
    const [first, ...lines] = rows('show mpls forwarding-table 10.255.255.3 32 detail');
    expect(first).toMatch(/^1\d\d {8}2\d\d {8}10\.255\.255\.3\/32 {2}0 {13}Gi0\/0 {6}10\.0\.12\.2 {3}$/);
    const told = Number(/^\d+ +(\d+)/.exec(first ?? '')?.[1]);
    expect(lines.slice(0, 4)).toEqual([
      `\tMAC/Encaps=14/18, MRU=1500, Label Stack{${told}}`,
      `\tAABBCC000200AABBCC0001008847 ${(told * 4096).toString(16).toUpperCase().padStart(8, '0')}`,
      '\tNo output feature configured',
      '    Per-destination load-sharing, slots: 0 2 4 6 8 10 12 14',
    ]);
    expect(lines[4]).toMatch(/^ {11}4\d\d {8}10\.255\.255\.3\/32 {2}0 {13}Gi0\/1/);
    expect(lines.at(-1)).toBe('    Per-destination load-sharing, slots: 1 3 5 7 9 11 13 15');
  });

  it('detail of a label that is popped leaves room for it', () => {
    const [, ...lines] = rows('show mpls forwarding-table 10.255.255.2 32 detail');
    expect(lines).toEqual([
      '\tMAC/Encaps=14/14, MRU=1504, Label Stack{}',
      '\tAABBCC000200AABBCC0001008847',
      '\tNo output feature configured',
    ]);
  });

  it('by label, range, interface and next hop', () => {
    const all = rows('show mpls forwarding-table');
    expect(rows('show mpls forwarding-table labels 100')).toEqual([all[0]]);
    expect(rows('show mpls forwarding-table labels 100 - 101').every((line) => all.includes(line))).toBe(true);
    const by = (line: string, out: string): void => {
      const shown = rows(line);
      expect(shown.length).toBeGreaterThan(0);
      for (const row of shown) expect(row).toContain(out);
    };
    by(`show mpls forwarding-table interface ${G1}`, 'Gi0/1');
    by('show mpls forwarding-table next-hop 10.0.12.2', '10.0.12.2');
    expect(boxes.shown('R1', 'show mpls forwarding-table labels 150')).toBe('');
    expect([HEAD1, HEAD2]).toEqual(boxes.shown('R1', 'show mpls forwarding-table detail').split('\n').slice(0, 2));
    expect(boxes.shown('R1', 'show mpls forwarding-table summary')).toBe('5 total labels');
  });
});

describe('show mpls ldp', () => {
  const boxes = diamond();

  // Capture: CSR 1000V `show mpls ldp bindings detail`; three peers to a line (genieparser ShowMplsLdpBindings).
  it('bindings of a prefix in detail', () => {
    expect(boxes.shown('R1', 'show mpls ldp bindings 10.255.255.2 32 detail').replace(/rev \d+/, 'rev 4')).toMatch(
      /^ {2}lib entry: 10\.255\.255\.2\/32, rev 4, chkpt: none\n {8}local binding: {2}label: 1\d\d \(owner LDP\)\n {10}Advertised to:\n {10}10\.255\.255\.2:0 {8}10\.255\.255\.4:0\n {8}remote binding: lsr: 10\.255\.255\.2:0, label: imp-null checkpointed\n {8}remote binding: lsr: 10\.255\.255\.4:0, label: 4\d\d checkpointed$/,
    );
  });

  it('bindings by neighbor, by label, of a part of the network', () => {
    const of = (rest: string): string => boxes.shown('R1', `show mpls ldp bindings ${rest}`);
    expect(of('neighbor 10.255.255.2')).not.toMatch(/local binding|10\.255\.255\.4:0/);
    expect(of('local')).not.toContain('remote');
    expect(of('10.255.255.0 24 longer-prefixes').match(/lib entry/g)).toHaveLength(4);
    expect(of('local-label 100').match(/lib entry/g)).toHaveLength(1);
    expect(of('local-label 100 - 102').match(/lib entry/g)).toHaveLength(3);
    expect(of('remote-label 400 - 499')).not.toMatch(/local binding|10\.255\.255\.2:0/);
    expect(of('summary').split('\n')[0]).toBe('Total number of prefixes: 8');
  });

  // Capture: genieparser ShowMplsLdpIgpSync; the time is what the configuration says.
  it('igp sync', () => {
    const text = (on: string, peer: string): string => `\
${on}:
    LDP configured; LDP-IGP Synchronization enabled.
    Sync status: sync achieved; peer reachable.
    Sync delay time: 0 seconds (0 seconds left)
    IGP holddown time: infinite.
    Peer LDP Ident: ${peer}:0
    IGP enabled: ISIS`;
    expect(boxes.shown('R1', 'show mpls ldp igp sync')).toBe(
      `${text(G0, '10.255.255.2')}\n${text(G1, '10.255.255.4')}`,
    );
    expect(boxes.shown('R1', `show mpls ldp igp sync interface ${G1}`)).toBe(text(G1, '10.255.255.4'));
    const spared = diamond(`interface ${G1}\n no mpls ldp igp sync`).shown('R1', 'show mpls ldp igp sync');
    expect(spared).toBe(
      `${text(G0, '10.255.255.2')}\n${G1}:\n    LDP configured; LDP-IGP Synchronization not enabled.`,
    );
    const held = diamond('mpls ldp igp sync holddown 2000');
    expect(held.shown('R1', 'show mpls ldp igp sync')).toContain('    IGP holddown time: 2000 milliseconds.');
  });

  // Captures: genieparser ShowMplsLdpCapabilities; Cisco IOS MPLS Command Reference, "show mpls ldp backoff".
  it('capabilities, backoff', () => {
    expect(boxes.shown('R1', 'show mpls ldp capabilities')).toContain(
      '\n[Dynamic Announcement (0x0506)]\n[Typed Wildcard (0x050B)]',
    );
    expect(boxes.shown('R1', 'show mpls ldp backoff')).toBe(
      'LDP initial/maximum backoff: 15/120 sec\nBackoff table: empty',
    );
  });
});

describe('mpls ldp advertise-labels', () => {
  const told = (...more: readonly string[]): readonly (readonly string[])[] => {
    const boxes = diamond(...more);
    return (['R2', 'R4'] as const).map((name) =>
      boxes
        .shown(name, 'show mpls ldp bindings neighbor 10.255.255.1')
        .split('\n')
        .flatMap((line) => /lib entry: (\S+),/.exec(line)?.[1] ?? []),
    );
  };
  const MINE = 'access-list 1 permit 10.255.255.1';

  it('everything to everybody', () => {
    const [r2, r4] = told();
    expect(r2).toEqual(r4);
    expect(r2).toContain('10.0.12.0/28');
  });
  it('nothing', () => expect(told('no mpls ldp advertise-labels')).toEqual([[], []]));
  it('what a list permits', () => {
    expect(told('no mpls ldp advertise-labels', 'mpls ldp advertise-labels for 1', MINE)).toEqual([
      ['10.255.255.1/32'],
      ['10.255.255.1/32'],
    ]);
  });
  it('to the peers of another list; the first statement that fits decides', () => {
    const lines = [
      'no mpls ldp advertise-labels',
      'mpls ldp advertise-labels for 1 to 2',
      'mpls ldp advertise-labels for 3 to 4',
      MINE,
      'access-list 2 permit 10.255.255.2',
      'access-list 3 permit 10.0.0.0 0.0.255.255',
      'access-list 4 permit 10.255.255.4',
    ];
    expect(told(...lines)).toEqual([
      ['10.255.255.1/32'],
      ['10.0.12.0/28', '10.0.14.0/28', '10.0.23.0/28', '10.0.34.0/28'],
    ]);
  });
});

describe('what is heard of labels', () => {
  it('of one neighbor only what its list permits is used, of the others everything', () => {
    const boxes = diamond('mpls ldp neighbor 10.255.255.2 labels accept 9', 'access-list 9 permit 10.255.255.2');
    const [, , ...rows] = boxes.shown('R1', 'show mpls forwarding-table 10.255.255.3 32').split('\n');
    expect(rows.map((row) => row.slice(11, 21).trim())).toEqual(['No Label', expect.stringMatching(/^4\d\d$/)]);
    expect(boxes.shown('R1', 'show mpls forwarding-table 10.255.255.2 32')).toContain('Pop Label');
  });

  it('null labels are told openly for one list, to the peers of another', () => {
    const lists = ['access-list 1 permit 10.255.255.1', 'access-list 2 permit 10.255.255.2'];
    const boxes = diamond('mpls ldp explicit-null for 1 to 2', ...lists);
    const told = (name: string, prefix: string): string | undefined =>
      /lsr: 10\.255\.255\.1:0, label: (\S+)/.exec(boxes.shown(name, `show mpls ldp bindings ${prefix}`))?.[1];
    expect([told('R2', '10.255.255.1 32'), told('R4', '10.255.255.1 32')]).toEqual(['exp-null', 'imp-null']);
    expect(told('R2', '10.0.14.0 28')).toBe('imp-null');
  });
});

/** Form: a printout of IOS 15 (labels in ten columns, identifiers in sixteen, a blank before what is in use). */
it('show mpls ip binding marks the labels that packets get', () => {
  const text = diamond().shown('R1', 'ping 10.0.12.2 repeat 1', 'show mpls ip binding 10.255.255.2 32');
  const [prefix, own, ...out] = text.split('\n');
  expect(prefix).toBe('  10.255.255.2/32 ');
  expect(own).toMatch(/^ {8}in label: {5}1\d\d {7}$/);
  expect(out).toContain('        out label:    imp-null  lsr: 10.255.255.2:0   inuse');
  expect(out.filter((line) => line.endsWith('inuse'))).toHaveLength(1);
});
