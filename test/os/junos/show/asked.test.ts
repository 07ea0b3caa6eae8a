// What is asked for with words that narrow or widen an answer.    Expectations: captures and transcripts named at each.

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';
import { shown } from './facts.ts';

const pair = (): Routers =>
  new Routers(
    {
      R1: {
        set: `set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24
set routing-options static route 10.9.0.0/16 next-hop 10.0.0.2
set routing-options static route 10.8.0.0/16 next-hop 10.0.0.2`,
      },
      R2: { set: 'set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.2/24' },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0'],
  ).run(seconds(5));

describe('paths of RSVP, of which there are none', () => {
  // Transcripts: `show mpls lsp` of a vMX whose paths end elsewhere; `show rsvp session` (genieparser golden output).
  const NONE = 'Total 0 displayed, Up 0, Down 0';
  const RSVP = 'set protocols rsvp interface ge-0/0/0.0';

  it('show mpls lsp: a block for each end, or the one that was asked for', () => {
    const set = 'set protocols mpls interface ge-0/0/0.0';
    expect(shown({ set }, 'show mpls lsp').trim()).toBe(
      `Ingress LSP: 0 sessions\n${NONE}\n\nEgress LSP: 0 sessions\n${NONE}\n\nTransit LSP: 0 sessions\n${NONE}`,
    );
    expect(shown({ set }, 'show mpls lsp transit detail').trim()).toBe(`Transit LSP: 0 sessions\n${NONE}`);
    expect(shown({}, 'show mpls lsp')).toBe('MPLS not configured');
  });

  it('show rsvp session, show rsvp neighbor', () => {
    expect(shown({ set: RSVP }, 'show rsvp session ingress').trim()).toBe(`Ingress RSVP: 0 sessions\n${NONE}`);
    expect(shown({ set: RSVP }, 'show rsvp neighbor')).toBe('RSVP neighbor: 0 learned');
    expect(shown({}, 'show rsvp neighbor')).toBe('RSVP not configured');
  });
});

it('show arp expiration-time: how many seconds each entry has left', () => {
  // Transcript: 12.1X47 (columns).
  const net = pair();
  net.type('R1', 'ping 10.0.0.2 count 1');
  const lines = net.type('R1', 'show arp expiration-time').split('\n');
  expect(lines[0]).toBe('MAC Address       Address         Name                      Interface           Flags    TTE');
  const left = Number(/^02:\S+ 10\.0\.0\.2 {8}10\.0\.0\.2 {18}ge-0\/0\/0\.0 {10}none (\d+)$/.exec(lines[1] ?? '')?.[1]);
  net.run(seconds(100));
  expect(net.type('R1', 'show arp expiration-time no-resolve').split('\n')[1]).toMatch(
    new RegExp(`^02:\\S+ 10\\.0\\.0\\.2 {8}ge-0/0/0\\.0 {11}none ${left - 100}$`),
  );
});

it('show interfaces statistics tells of errors and of the last clearing, too', () => {
  // Capture: ShowInterfacesStatistics (genieparser golden output); transcript of 2026.
  const net = pair();
  const plain = net.type('R1', 'show interfaces ge-0/0/0').split('\n');
  for (const command of ['show interfaces ge-0/0/0 statistics', 'show interfaces statistics ge-0/0/0']) {
    const lines = net.type('R1', command).split('\n');
    expect(lines.filter((line) => !plain.includes(line))).toEqual([
      '  Statistics last cleared: Never',
      '  Input errors: 0, Output errors: 0',
    ]);
    expect(lines.findIndex((line) => line.includes('Input errors'))).toBe(
      lines.findIndex((line) => line.startsWith('  Output rate')) + 1,
    );
  }
});

it('show route forwarding-table summary counts entries by type', () => {
  // Capture: ShowRouteForwardingTableSummary (genieparser golden output).
  expect(pair().type('R1', 'show route forwarding-table summary').split('\n').slice(0, 10)).toEqual([
    'Routing table: default.inet',
    'Internet:',
    '        user:           2 routes',
    '        perm:           5 routes',
    '        intf:           2 routes',
    expect.stringMatching(/^ {8}dest: {11}\d routes$/),
    '',
    'Routing table: default.mpls',
    'MPLS:',
    '        perm:           1 routes',
  ]);
});

it('what only one engine could answer otherwise is answered all the same', () => {
  // Captures: `show system uptime no-forwarding`, `show version detail no-forwarding` (genieparser golden outputs).
  const net = pair();
  expect(net.type('R1', 'show system uptime no-forwarding')).toMatch(/^Current time: /);
  expect(net.type('R1', 'show version detail no-forwarding')).toMatch(/^Hostname: R1\n/);
  expect(net.type('R1', 'show system users no-resolve')).toContain('USER     TTY      FROM');
});
