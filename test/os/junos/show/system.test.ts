// Version, uptime, users, commits and log, against what routers printed.

import { describe, expect, it } from 'vitest';
import type { Commit } from '../../../../src/config/store.ts';
import { ago, NOW, shown, spanOf } from './facts.ts';

const by = (user: string, span: number): Partial<Commit> => ({
  at: ago(span),
  user,
  client: 'cli',
  comment: undefined,
});

/** As many people as are logged in. */
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ session: i, user: 'cisco', from: '', since: NOW }));

describe('show system uptime', () => {
  it('rounds what `w` says to minutes', () => {
    // Capture: Junos show system uptime, genieparser golden output 1. Protocols start with the box here, and the load is that of
    // an idle one.
    const facts = {
      at: '2020-03-26T08:16:41Z',
      bootedAt: ago(spanOf('29w6d 23:14') + 19),
      commits: [by('cisco', spanOf('2w6d 16:12') + 7)],
      logins: people(5),
    };
    expect(shown(facts, 'show system uptime').split('\n')).toEqual([
      'Current time: 2020-03-26 08:16:41 UTC',
      'Time Source:  LOCAL CLOCK ',
      'System booted: 2019-08-29 09:02:22 UTC (29w6d 23:14 ago)',
      'Protocols started: 2019-08-29 09:02:22 UTC (29w6d 23:14 ago)',
      'Last configured: 2020-03-05 16:04:34 UTC (2w6d 16:12 ago) by cisco',
      ' 8:16AM  up 209 days, 23:14, 5 users, load averages: 0.59, 0.40, 0.38',
    ]);
  });

  it('counts seconds on the first day', () => {
    // Capture: the same, golden output 2.
    const facts = {
      at: '2020-08-13T14:08:16Z',
      bootedAt: ago(spanOf('11:03:05')),
      commits: [by('genie', 0)],
      logins: people(1),
    };
    const lines = shown(facts, 'show system uptime').split('\n');
    expect(lines[2]).toBe('System booted: 2020-08-13 03:05:11 UTC (11:03:05 ago)');
    expect(lines[4]).toBe('Last configured: 2020-08-13 14:08:16 UTC (00:00:00 ago) by genie');
    expect(lines[5]).toMatch(/^ 2:08PM {2}up 11:03, 1 users, load averages: /);
  });
});

it('lists users', () => {
  // Captures: Junos show system users, genieparser golden outputs 1 and 2 (their columns; nobody is idle here).
  const facts = {
    at: '2020-03-25T09:38:00Z',
    bootedAt: ago(spanOf('29w6d 00:37')),
    logins: [
      { session: 1, user: 'cisco', from: '10.1.0.1', since: ago(7 * 3600 + 180) },
      { session: 0, user: 'root', from: '', since: ago(35 * 3600) },
      { session: 2, user: 'cisco', from: '10.1.0.1', since: ago(20 * 86_400) },
    ],
  };
  expect(shown(facts, 'show system users').split('\n')).toEqual([
    ' 9:38AM  up 209 days, 37 mins, 3 users, load averages: 0.59, 0.40, 0.38',
    'USER     TTY      FROM                              LOGIN@  IDLE WHAT',
    'root     u0       -                                Mon10PM     - -cli (cli)',
    'cisco    pts/0    10.1.0.1                          2:35AM     - -cli (cli)',
    'cisco    pts/1    10.1.0.1                         05Mar20     - -cli (cli)',
  ]);
});

it('lists commits with their comments', () => {
  // Capture: Junos show system commit, genieparser golden output; a comment stands below, four blanks in (public lab notes).
  const facts = {
    at: '2020-03-05T16:04:34Z',
    commits: [
      by('cisco', 0),
      { ...by('cisco', 165), comment: 'add R4 peer' },
      { ...by('root', 3600), client: 'other' },
    ],
  };
  expect(shown(facts, 'show system commit').split('\n')).toEqual([
    '0   2020-03-05 16:04:34 UTC by cisco via cli',
    '1   2020-03-05 16:01:49 UTC by cisco via cli',
    '    add R4 peer',
    '2   2020-03-05 15:04:34 UTC by root via other',
  ]);
});

it('tells its version', () => {
  // Capture: Junos show version, genieparser golden output of a vMX 19.2 (its form; the builds are those of 21.4R1.12).
  const lines = shown({ hostname: 'sr_hktGDS201' }, 'show version').split('\n');
  expect(lines.slice(0, 5)).toEqual([
    'Hostname: sr_hktGDS201',
    'Model: vmx',
    'Junos: 21.4R1.12',
    'JUNOS OS Kernel 64-bit  [20211117.16f0122_builder_stable_12_214]',
    'JUNOS OS libs [20211117.16f0122_builder_stable_12_214]',
  ]);
  expect(shown({ model: 'vJunos-router' }, 'show version').split('\n')[2]).toMatch(/^Junos: 25\.4R1/);
});

describe('show log', () => {
  const log = [
    { at: ago(30), severity: 4, process: 'mib2d[5990]', text: 'SNMP_TRAP_LINK_DOWN: ifIndex 526', number: 1 },
    {
      at: ago(20),
      severity: 5,
      process: 'mgd[8812]',
      text: "UI_COMMIT: User 'lab' requested 'commit' operation",
      number: 2,
    },
    {
      at: ago(10),
      severity: 6,
      process: 'mgd[8812]',
      text: "UI_CMDLINE_READ_LINE: User 'lab', command 'show route '",
      number: 3,
    },
  ];
  const facts = { at: '2026-03-01T10:00:30Z', log };

  it('stamps lines as syslog does', () => {
    // Capture: Junos show log messages, genieparser golden output (`Mar  5 02:42:53  sr_hktGCS001 sshd[87374]: …`).
    expect(shown(facts, 'show log messages').split('\n')).toEqual([
      'Mar  1 10:00:00  R1 mib2d[5990]: SNMP_TRAP_LINK_DOWN: ifIndex 526',
      "Mar  1 10:00:10  R1 mgd[8812]: UI_COMMIT: User 'lab' requested 'commit' operation",
    ]);
    expect(shown(facts, 'show log interactive-commands').split('\n')).toHaveLength(2);
    expect(shown(facts, 'show log nothing')).toBe('error: could not resolve file: nothing');
  });

  it('begins anew when it was cleared', () => {
    const cleared = {
      at: ago(5),
      severity: 5,
      process: 'clear-log[9003](messages)',
      text: 'logfile cleared',
      number: 4,
    };
    const later = {
      at: ago(0),
      severity: 4,
      process: 'mib2d[5990]',
      text: 'SNMP_TRAP_LINK_DOWN: ifIndex 527',
      number: 5,
    };
    expect(shown({ ...facts, log: [...log, cleared, later] }, 'show log messages').split('\n')).toEqual([
      'Mar  1 10:00:25  R1 clear-log[9003]: logfile cleared',
      'Mar  1 10:00:30  R1 mib2d[5990]: SNMP_TRAP_LINK_DOWN: ifIndex 527',
    ]);
    expect(shown({ ...facts, log: [...log, cleared] }, 'show log interactive-commands').split('\n')).toHaveLength(2);
  });
});
