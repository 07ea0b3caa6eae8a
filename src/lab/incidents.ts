// What if: something is done to the network, the question is asked a while later, and then everything is as it was before.

import { present } from '../base/must.ts';
import { MAIN_ROUTER } from '../os/box.ts';
import { plus, seconds } from '../sim/time.ts';
import type { RunningLab } from './build.ts';
import type { Incident } from './lab.ts';
import { parseSpan } from './span.ts';

/** Time that a network gets to find together again. */
const RECOVERY = seconds(300);
const QUIET = seconds(30);

/**
 * Does it, lets time pass and asks; then takes it back and lets the network settle. A text: it cannot be done, and why.
 * `scene` must be a fork.
 */
export function suppose<T>(incident: Incident, scene: RunningLab, ask: () => T): T | string {
  const undo = happen(incident, scene);
  if (typeof undo === 'string') return undo;
  scene.advance(plus(scene.world.now, present(parseSpan(incident.within), 'a checked time')));
  const answer = ask();
  undo();
  scene.settle(RECOVERY, QUIET);
  return answer;
}

/** As people say it. */
export function incidentText({ cut, off, typed }: Incident): string {
  if (cut !== undefined) return `${cut} is cut`;
  if (off !== undefined) return `${off} is switched off`;
  return `${typed?.on ?? ''} is told: ${typed?.lines.join('; ') ?? ''}`;
}

function happen({ cut, off, typed }: Incident, scene: RunningLab): (() => void) | string {
  if (cut !== undefined) {
    scene.world.setLink(cut, false);
    return () => scene.world.setLink(cut, true);
  }
  if (off !== undefined) return switchOff(off, scene);
  return typed === undefined ? 'nothing happens' : tell(typed.on, typed.lines, scene);
}

function switchOff(name: string, scene: RunningLab): (() => void) | string {
  const owner = scene.owner(name);
  if (!owner?.box.isOn(owner.router)) return `${name} is switched off`;
  const { box, router } = owner;
  if (router !== MAIN_ROUTER) {
    box.powerRouter(router, false);
    return () => box.powerRouter(router, true);
  }
  box.powerOff();
  return () => box.powerOn();
}

/** Lines of configuration, put into force at once. */
function tell(name: string, lines: readonly string[], scene: RunningLab): (() => void) | string {
  const box = scene.owner(name)?.box;
  if (!box?.powered) return `${name} is switched off`;
  const before = box.store.running;
  const read = box.os.read(lines.join('\n'), before, box.chassis.model);
  const refused = read.lines.find(({ taken }) => taken === 'rejected');
  if (refused) return `${name} refuses "${refused.text.trim()}": ${refused.why ?? 'not understood'}`;
  if (!box.apply(read.tree).ok) return `${name} does not take ${lines.join('; ')}`;
  return () => box.apply(before);
}
