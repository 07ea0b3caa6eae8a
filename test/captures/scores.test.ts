// Captured networks, played: how much of what their routers printed comes out again, row by row, by the scorer beside them.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { programFolder } from '../../src/host/places.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { jobNames, REAL } from './job.ts';
import { type Played, playJob, writeOutputs } from './play-job.ts';

interface Kind {
  readonly expected: number;
  readonly exact: number;
  readonly actual: number;
}
type Score = (
  name: string,
  expected: string,
  actual: string,
) => { readonly kinds: Readonly<Record<string, Kind>>; readonly problems: readonly string[] };

const folder = mkdtempSync(join(tmpdir(), 'labelstack-captured-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (REAL === undefined) console.log('skipped: captured networks are not played, there are none beside the checkout');

/** Rows of routing and BGP tables. */
const TABLES = ['rib', 'bgp', 'jrib'];

/** Share of expected rows that come out exactly, in percent; what is more than expected counts against it. */
const WANTED: Readonly<Record<string, number>> = {
  ios_add_path: 100,
  ios_basic_vrrp: 100,
  // Of nine rows one has a MED of 0 that the NX-OS router did not send, and its stand-in does.
  ios_nxos_bgp_local_as: 88,
  iosxe_undefined_route_map: 100,
  iosxe_vrf_route_leaking_export_map: 100,
  juniper_resolution: 100,
  junos_cross_term_match: 100,
  junos_default_address_selection: 100,
  junos_ebgp_loop_prevention: 100,
  junos_ext_community_literal: 100,
  junos_static_route_defaults: 100,
  junos_then_action_conflicts: 100,
  junos_undefined_prefix_list_import: 100,
};

/** Of networks with protocols that are not built: the rows of those that are. */
const PLAYED = REAL === undefined ? [] : jobNames(REAL).filter((name) => name in WANTED);

describe.skipIf(REAL === undefined)('captured networks', () => {
  const real = REAL ?? '';
  const played = new Map<string, Played>();
  const machinery = loadMachinery(programFolder());

  it.each(PLAYED)('%s comes out as it was captured', async (name) => {
    const { scoreSnapshot } = (await import(pathToFileURL(join(real, 'scorer/score.mjs')).href)) as {
      scoreSnapshot: Score;
    };
    const network = playJob(real, name, await machinery);
    played.set(name, network);
    expect(network.settled).toBe(true);
    expect(network.refused).toEqual([]);
    writeOutputs(folder, network.said);
    const { kinds, problems } = scoreSnapshot(name, join(real, 'snapshots', name), join(folder, name));
    expect(problems).toEqual([]);
    const sum = (of: (kind: Kind) => number): number => TABLES.reduce((all, kind) => all + of(kinds[kind] as Kind), 0);
    const rows = sum(({ expected }) => expected);
    expect(rows).toBeGreaterThan(5);
    const exact = sum((kind) => kind.exact);
    const most = Math.max(
      rows,
      sum(({ actual }) => actual),
    );
    expect((100 * exact) / most).toBeGreaterThanOrEqual(WANTED[name] as number);
  });

  it('are asked in words that the routers know, where the protocol is built', () => {
    const unknown = [...played].flatMap(([name, { said }]) =>
      said
        .filter(({ run }) => !/ospf|eigrp/.test(run))
        .filter(({ output }) => /^\s*\^\s*$|syntax error|% Invalid input/m.test(output))
        .map(({ device, run }) => `${name} ${device}: ${run}`),
    );
    expect(unknown).toEqual([]);
  });
});
