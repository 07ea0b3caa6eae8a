// Boxes that start anew while others sit at them, and while somebody is at the switch.

import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '../../src/base/must.ts';
import type { Play } from '../../src/play/play.ts';
import { begin } from '../../src/play/replay.ts';
import { minutes, plus, seconds } from '../../src/sim/time.ts';
import { openScene, reopens, type Scene } from '../fuzz/chapters.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});

/** Lines that restart a box, and one that shows that somebody can type again. */
const SYSTEMS = [
  { os: 'IOS', device: 'R1', restart: ['reload\r', '\r'], change: 'configure terminal\rhostname X\rend\r' },
  {
    os: 'Junos',
    device: 'R2',
    restart: ['request system reboot\r', 'yes\r'],
    change: 'configure\rset system host-name X\r',
  },
];

describe.each(SYSTEMS)('$os', ({ device, restart, change }) => {
  const opened = (...sessions: readonly number[]): Play => {
    const lab = present(scene.labs.get('first-steps'), 'a lab');
    const begun = begin(lab, scene.machinery, { from: 'solution' });
    if (!begun.ok) throw new Error('the lab does not begin');
    for (const session of sessions)
      begun.value.do({ kind: 'open', device, session, auto: true, rows: 24, columns: 80 });
    begun.value.advance(seconds(30));
    return begun.value;
  };
  const type = (play: Play, session: number, ...lines: readonly string[]): void => {
    for (const keys of lines) {
      play.do({ kind: 'keys', device, session, keys });
      play.advance(plus(play.now, seconds(1)));
    }
  };
  const states = (play: Play): readonly unknown[] => [0, 1].map((session) => play.state(device, session));
  const hostname = (play: Play): string | undefined => play.running.boxes.get(device)?.hostname;

  it('sends away who came over the network, and does nothing of what he types meanwhile', () => {
    const play = opened(0, 1);
    type(play, 0, ...restart);
    type(play, 1, change);
    expect(states(play)).toEqual(['running', 'closed']);
    play.advance(plus(play.now, minutes(10)));
    expect(states(play)).toEqual(['prompt', 'closed']);
    expect(hostname(play)).toBe(device);
  });

  it('is dark at its console until it is up', () => {
    const play = opened(0, 1);
    type(play, 1, ...restart);
    type(play, 0, change);
    expect(play.state(device, 0)).toBe('running');
    play.advance(plus(play.now, minutes(10)));
    expect(play.state(device, 0)).toBe('prompt');
    type(play, 0, change);
    expect(play.state(device, 0)).toBe('prompt');
  });

  it('starts once, however often the switch is turned on', () => {
    const play = opened(0);
    type(play, 0, ...restart);
    play.do({ kind: 'power', device, on: true });
    play.advance(plus(play.now, minutes(10)));
    expect(play.state(device, 0)).toBe('prompt');
    reopens(scene, play);
  });

  it('stays off when the power goes while it starts', () => {
    const play = opened(0);
    type(play, 0, ...restart);
    play.do({ kind: 'power', device, on: false });
    play.advance(plus(play.now, minutes(10)));
    expect([play.state(device, 0), play.running.boxes.get(device)?.powered]).toEqual(['closed', false]);
    play.do({ kind: 'power', device, on: true });
    play.advance(plus(play.now, minutes(1)));
    expect(play.state(device, 0)).toBe('prompt');
  });
});
