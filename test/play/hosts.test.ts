// Play over the real stack: three PCs on a LAN and a fourth behind a bad cable.

import { beforeAll, describe, expect, it } from 'vitest';
import { gradeBeside } from '../../src/host/grader.ts';
import { WALL } from '../../src/host/pacer.ts';
import { programFolder } from '../../src/host/places.ts';
import type { Machinery } from '../../src/lab/build.ts';
import type { Lab } from '../../src/lab/lab.ts';
import { fork } from '../../src/play/fork.ts';
import type { Play } from '../../src/play/play.ts';
import { begin, reopen, saveOf } from '../../src/play/replay.ts';
import { shown } from '../../src/play/transcript.ts';
import { micros, millis, seconds } from '../../src/sim/time.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { toyLab, toyTask } from '../harness/toy-system.ts';

let machinery: Machinery;
beforeAll(async () => {
  machinery = await loadMachinery(programFolder());
});

const NAMES = ['h1', 'h2', 'h3'];
const lab: Lab = toyLab({
  id: 'pcs',
  devices: NAMES.map((name) => ({ name, os: 'host', model: undefined, at: undefined, login: undefined })),
  links: [{ id: 'lan', kind: 'lan', ends: NAMES.map((device) => ({ device, port: 'eth0' })), delay: millis(1) }],
  start: Object.fromEntries(
    NAMES.map((name, i) => [name, [{ file: `start/${name}.host`, text: `ip 10.0.0.${i + 1}/24\n` }]]),
  ),
  solution: {},
  tasks: [
    toyTask('ping', [
      { check: 'ping', from: 'h1', to: '10.0.0.3', say: 'h1 reaches h3' },
      { check: 'path', from: 'h1', to: '10.0.0.3', through: ['10.0.0.3'], say: 'it is one hop' },
      { check: 'route', on: 'h1', prefix: '10.0.0.0/24', kind: 'connected', via: 'eth0', say: 'there is a route' },
      { check: 'interface', on: 'h2', name: 'eth0', up: true, address: '10.0.0.2/24', say: 'h2 is up', holdSeconds: 5 },
    ]),
    toyTask('lonely', [{ check: 'ping', from: 'h1', to: '10.0.0.9', say: 'nobody answers', not: true }]),
    toyTask('tried', [{ check: 'tried', on: 'h2', to: '10.0.0.1', received: 3, say: 'h2 tried h1' }]),
  ],
});

function sitting(): { readonly play: Play; readonly screen: (device: string) => string } {
  const texts = new Map<string, string>();
  const console = (device: string, _session: number, text: string): void => {
    texts.set(device, (texts.get(device) ?? '') + text);
  };
  const begun = begin(lab, machinery, { from: 'start', listener: { console } });
  if (!begun.ok) throw new Error(begun.error[0]?.message);
  return { play: begun.value, screen: (device) => shown(texts.get(device) ?? '') };
}

/** A quarter of an hour at three PCs: lossy, interrupted, and in the middle of things at its end. */
function played(): Play {
  const { play } = sitting();
  for (const device of NAMES) play.do({ kind: 'open', device, session: 0, auto: false, rows: 24, columns: 80 });
  const keys = (device: string, text: string) => play.do({ kind: 'keys', device, session: 0, keys: text });
  play.do({ kind: 'impair', link: 'lan', lossPerMillion: 150_000, jitter: millis(3) });
  play.advance(seconds(2));
  keys('h2', 'ping 10.0.0.1 -c 20\r');
  play.advance(seconds(4));
  keys('h1', 'ping 10.0.0.3 -c 400\r');
  play.advance(seconds(60));
  play.do({ kind: 'link', link: 'lan', up: false });
  play.advance(micros(64_123_457));
  play.do({ kind: 'link', link: 'lan', up: true });
  play.do({ kind: 'power', device: 'h3', on: false });
  play.advance(seconds(70));
  play.do({ kind: 'power', device: 'h3', on: true });
  keys('h1', '\x03');
  for (const key of 'ping 10.0.0.2 -c 500\r') {
    play.advance(micros(play.now + 90_000));
    keys('h1', key);
  }
  play.advance(seconds(300));
  keys('h3', 'show i');
  play.advance(micros(300_700_001));
  return play;
}

describe('three PCs', () => {
  it('play the same history twice', () => {
    const [one, two] = [played(), played()];
    expect(two.fingerprint).toBe(one.fingerprint);
    expect(two.running.world.executed).toBe(one.running.world.executed);
    expect(one.running.world.executed).toBeGreaterThan(500);
  });

  it('are saved in the middle of a ping and a half-typed line, and go on as if nothing had been', () => {
    const original = played();
    expect([original.state('h1', 0), original.row('h3', 0)]).toEqual(['running', 'h3> show i']);
    const save = JSON.parse(JSON.stringify(saveOf(original, { title: 't', engine: 'e' })));
    const again = reopen(save, lab, machinery, { engine: 'e' });
    expect([again.how, again.words]).toEqual(['exact', []]);
    for (const play of [original, again.play]) {
      play.do({ kind: 'keys', device: 'h3', session: 0, keys: 'p\r' });
      play.advance(seconds(400));
      play.do({ kind: 'keys', device: 'h1', session: 0, keys: '\x03' });
      play.advance(seconds(401));
    }
    expect(again.play.fingerprint).toBe(original.fingerprint);
    expect(again.play.row('h3', 0)).toBe('h3> ');
  });

  it('forget what was not saved when their power goes', () => {
    const { play, screen } = sitting();
    play.do({ kind: 'open', device: 'h1', session: 0, auto: true, rows: 24, columns: 80 });
    const keys = (text: string) => play.do({ kind: 'keys', device: 'h1', session: 0, keys: text });
    keys('ip 10.0.0.77/24\r');
    expect(play.configs()['h1']?.join()).toContain('10.0.0.77');
    play.do({ kind: 'power', device: 'h1', on: false });
    play.do({ kind: 'power', device: 'h1', on: true });
    expect(play.configs()['h1']?.join()).toContain('10.0.0.1/24');
    keys('ip 10.0.0.78/24\rsave\r');
    play.do({ kind: 'power', device: 'h1', on: false });
    play.do({ kind: 'power', device: 'h1', on: true });
    expect(play.configs()['h1']?.join()).toContain('10.0.0.78');
    expect(screen('h1')).toContain('Saving startup configuration');
  });

  it('are graded by real packets, in a copy of their world', () => {
    const { play } = sitting();
    play.settle(seconds(600), seconds(30));
    const quick = play.progress();
    expect(quick.map((task) => task.state)).toEqual(['unknown', 'unknown', 'open']);
    expect(play.gradeDue).toBe(true);
    const before = play.fingerprint;
    const graded = play.grade(() => fork(play));
    expect(graded.map((task) => task.state)).toEqual(['done', 'done', 'open']);
    expect(play.fingerprint).toBe(before);
    // What a grading found stands until something is done.
    expect(play.gradeDue).toBe(false);
    expect(play.progress().map((task) => task.state)).toEqual(['done', 'done', 'open']);
    play.do({ kind: 'open', device: 'h2', session: 0, auto: true, rows: 24, columns: 80 });
    play.do({ kind: 'keys', device: 'h2', session: 0, keys: 'ping 10.0.0.1\r' });
    expect(play.gradeDue).toBe(true);
    play.advance(seconds(60));
    const after = play.grade(() => fork(play));
    expect(after.map((task) => task.state)).toEqual(['done', 'done', 'done']);
  });

  it('are graded beside the play, for the moment at which it was asked', async () => {
    const { play } = sitting();
    play.settle(seconds(600), seconds(30));
    const first = gradeBeside(play);
    const states = await first;
    expect(states.map((task) => task.state)).toEqual(['done', 'done', 'open']);
    expect(play.gradeDue).toBe(false);
    const late = gradeBeside(play, { ...WALL, now: () => Number.POSITIVE_INFINITY });
    play.do({ kind: 'link', link: 'lan', up: false });
    await late;
    expect(play.gradeDue).toBe(true);
  });

  it('fail where the network fails', () => {
    const { play } = sitting();
    play.settle(seconds(600), seconds(30));
    play.do({ kind: 'link', link: 'lan', up: false });
    play.settle(seconds(600), seconds(30));
    const graded = play.grade(() => fork(play));
    expect(graded[0]?.checks.map((check) => check.passed)).toEqual([false, false, false, false]);
  });
});
