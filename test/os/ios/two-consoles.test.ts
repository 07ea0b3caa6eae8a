// Two people configure one router, and one takes away what the other stands in.

import { expect, it } from 'vitest';
import { present } from '../../../src/base/must.ts';
import { begin } from '../../../src/play/replay.ts';
import { openScene } from '../../fuzz/chapters.ts';

it('does not make an interface again that somebody else has taken away', async () => {
  const scene = await openScene();
  const begun = begin(present(scene.labs.get('first-steps'), 'a lab'), scene.machinery, { from: 'start' });
  if (!begun.ok) throw new Error('the lab does not begin');
  const play = begun.value;
  const type = (session: number, ...lines: readonly string[]): void => {
    for (const line of lines) play.do({ kind: 'keys', device: 'R1', session, keys: `${line}\r` });
  };
  for (const session of [0, 1]) play.do({ kind: 'open', device: 'R1', session, auto: true, rows: 24, columns: 80 });
  type(0, 'configure terminal', 'interface Loopback31');
  type(1, 'configure terminal', 'no interface Loopback31');
  type(0, 'delay 6', 'hostname X');
  const { store, os } = present(play.running.boxes.get('R1'), 'R1');
  const printed = os.print(store.running);
  expect(printed).toContain('hostname X');
  expect(printed.join()).not.toContain('Loopback31');
  expect(play.row('R1', 0)).toBe('X(config)#');
});
