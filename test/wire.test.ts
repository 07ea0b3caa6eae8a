// Every frame of every lab, captured while people work in it, and judged by a stranger.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CaptureFile } from '../src/host/capture-file.ts';
import { programFolder } from '../src/host/places.ts';
import { begin } from '../src/play/replay.ts';
import { parseScript } from '../src/play/script.ts';
import { loadMachinery } from '../src/verbs/machinery.ts';
import { openLab } from '../src/verbs/open-lab.ts';
import type { Program } from '../src/verbs/program.ts';
import { playScript, runTo } from '../src/verbs/script-run.ts';
import { bed } from './harness/program.ts';
import { judge, judgeVersion } from './harness/wire-judge.ts';

const ROOT = programFolder();
const version = judgeVersion();
const folder = mkdtempSync(join(tmpdir(), 'labelstack-wire-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (version === undefined) console.log('skipped: the frames of the labs are not judged, tshark is not installed');

/** What is typed in each lab; the more kinds of packet, the better. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'first-steps': `
@R1
ping 10.0.12.2
ping 192.168.30.1 size 1500 df-bit
ping 192.168.30.1 size 4000
ping 192.168.30.1 size 1600 df-bit
ping 10.99.99.99
traceroute 192.168.30.1
traceroute 10.0.12.9
@R2
ping 192.168.30.1 count 3
ping 192.168.30.1 rapid count 20 size 2000
ping 10.0.99.2 routing-instance GUEST count 2
traceroute 192.168.10.11
@H1
ping 192.168.30.1
ping 192.168.30.99 -c 2
trace 192.168.30.1
@H2
ping 192.168.30.1
.cut R1:GigabitEthernet0/1
.wait 20s
@H1
ping 192.168.30.1 -c 2
.mend R1:GigabitEthernet0/1
.wait 20s
ping 192.168.30.1 -c 2
.power R3 off
.wait 10s
.power R3 on
.wait 60s
ping 192.168.30.1 -c 2
`,
  'core-isis-ldp': `
@PE1
ping 10.0.0.4 source Loopback0
traceroute 10.0.0.8
ping mpls ipv4 10.0.0.4/32
traceroute mpls ipv4 10.0.0.8/32
@PE2
ping 10.0.0.5 source 10.0.0.4 rapid count 5 size 1400
.cut P1:ge-0/0/1
.wait 20s
.mend P1:ge-0/0/1
.wait 60s
@PE1
ping 10.0.0.4 source Loopback0
`,
  'l3vpn-two-tongues': `
@RED1
ping 192.168.2.1 source 192.168.1.1
traceroute 192.168.2.1
@PE3
clear ip bgp * soft
clear ip bgp *
.wait 60s
@RR
clear bgp neighbor 10.0.0.1
.wait 60s
@RED1
ping 192.168.2.1 source 192.168.1.1
`,
  'vrf-leak': '@Router\nping vrf VRF-A 10.30.30.1 source Loopback10\n',
};

describe.each(Object.keys(SCRIPTS))('the frames of %s', (name) => {
  it.skipIf(version === undefined).each(['start', 'solution'] as const)('from its %s are clean', async (from) => {
    const machinery = await loadMachinery(ROOT);
    const program: Program = {
      ...bed({ 'package.json': { name: 'labelstack' } }).program,
      folder: ROOT,
      machinery: async () => machinery,
    };
    const lab = await openLab(name, program);
    if (!lab.ok) throw new Error(lab.error);
    const play = begin(lab.value, machinery, { from });
    if (!play.ok) throw new Error('the lab does not begin');
    const file = join(folder, `${name}-${from}.pcapng`);
    const links = lab.value.links.map((link) => link.id);
    const capture = new CaptureFile(file, play.value.running, links);
    runTo(play.value, 'settled');
    const script = parseScript(SCRIPTS[name] as string, 'script', lab.value);
    if (!script.ok) throw new Error(JSON.stringify(script.error));
    const { done } = await playScript(play.value, script.value, { strict: false }, program);
    expect(done).toMatchObject({ ok: true });
    capture.close();
    const { frames, bad } = judge(file);
    expect(bad).toEqual([]);
    expect(frames).toBe(capture.frames);
    if (links.length > 0) expect(frames).toBeGreaterThan(40);
  });
});
