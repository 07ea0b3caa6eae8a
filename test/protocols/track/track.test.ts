// Tracked objects: what makes them go up and down, when that counts, what stands on others.

import { describe, expect, it } from 'vitest';
import type { Tracked, TrackObject } from '../../../src/protocols/track/config.ts';
import { TrackProcess } from '../../../src/protocols/track/process.ts';
import type { TrackEvent } from '../../../src/protocols/track/show.ts';
import { MAIN } from '../../../src/route/names.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { micros, seconds } from '../../../src/sim/time.ts';
import { interfaceConfig } from '../../harness/config.ts';
import { Stage } from '../../harness/process.ts';
import { hop, ifName, p } from '../../harness/routes.ts';

const object = (name: string, what: Tracked, up = 0, down = 0): TrackObject => ({
  name,
  what,
  delay: { up: seconds(up), down: seconds(down) },
});
const line = (on: string): Tracked => ({ kind: 'interface', on: ifName(on), what: 'line' });
const list = (boolean: 'and' | 'or', ...members: readonly string[]): Tracked => ({
  kind: 'list',
  boolean,
  members: members.map((one) => ({ object: one.replace('!', ''), not: one.startsWith('!') })),
});

class TrackStage extends Stage<undefined, TrackEvent> {
  readonly process = new TrackProcess(this);

  constructor(objects: readonly TrackObject[], routeInterval = 0) {
    super('track', undefined);
    for (const [name, at] of [
      ['e0', '10.0.0.1/24'],
      ['e1', ''],
      ['e1.5', '10.5.0.1/24'],
    ])
      this.faces.push({ ...interfaceConfig(name as string, { at: at as string }), up: true, changed: micros(0) });
    this.process.configure({ objects, routeInterval: seconds(routeInterval) });
    this.effects();
  }

  link(name: string, up: boolean): this {
    const at = this.faces.findIndex((face) => face.name === name);
    const face = { ...(this.faces[at] as (typeof this.faces)[0]), up };
    this.faces[at] = face;
    this.process.handle({ kind: 'interface', change: 'changed', interface: face });
    return this;
  }

  route(prefix: string, there: boolean): this {
    const rib = this.rib(MAIN);
    if (there) rib.install({ prefix: p(prefix), kind: 'static', metric: 0, nexthops: [hop('10.0.0.2')] });
    else rib.withdraw(p(prefix));
    const active = rib.entry(p(prefix))?.active?.route;
    this.process.handle({ kind: 'route', vrf: MAIN, prefix: p(prefix), active });
    return this;
  }

  /** `1 up, 2 down` */
  get states(): string {
    return this.process
      .rows()
      .map(({ object: { name }, up }) => `${name} ${up ? 'up' : 'down'}`)
      .join(', ');
  }

  fires(name: string, key = ''): this {
    const at = this.timerAt(name, key);
    if (at === undefined) throw new Error(`${name} is not armed`);
    this.now = at;
    this.timers.delete(name + key);
    this.process.handle({ kind: 'timer', name, key });
    return this;
  }
}

describe('an interface', () => {
  it('by its line, by IPv4 routing, or a whole socket', () => {
    const routing: Tracked = { kind: 'interface', on: ifName('e1'), what: 'routing' };
    const port: Tracked = { kind: 'port', port: 'e1' as PortName };
    const stage = new TrackStage([
      object('1', line('e1')),
      object('2', routing),
      object('3', port),
      object('4', line('e9')),
    ]);
    expect(stage.states).toBe('1 up, 2 down, 3 up, 4 down');
    expect(stage.link('e1', false).states).toBe('1 down, 2 down, 3 up, 4 down');
    expect(stage.link('e1.5', false).states).toBe('1 down, 2 down, 3 down, 4 down');
    expect(stage.events.map(({ object: name, before, state }) => `${name} ${before} ${state}`)).toEqual([
      '1 undefined up',
      '2 undefined down',
      '3 undefined up',
      '4 undefined down',
      '1 up down',
      '3 up down',
    ]);
  });
  it('numbers come by number', () => {
    expect(new TrackStage([object('10', line('e0')), object('9', line('e0'))]).states).toBe('9 up, 10 up');
  });
});

describe('delays', () => {
  it('a change counts when it has lasted', () => {
    const stage = new TrackStage([object('1', line('e0'), 5, 2)]).link('e0', false);
    expect([stage.states, stage.process.rows()[0]?.pending]).toEqual(['1 up', seconds(2)]);
    expect(stage.fires('delay', '1').states).toBe('1 down');
    stage.link('e0', true);
    expect(stage.process.rows()[0]?.pending).toBe(seconds(7));
    // It did not last.
    stage.link('e0', false);
    expect([stage.process.rows()[0]?.pending, stage.process.rows()[0]?.changes]).toEqual([undefined, 2]);
  });
});

describe('a route', () => {
  const what: Tracked = { kind: 'route', vrf: MAIN, prefix: p('10.9.0.0/16') };
  it('is there or not, and nothing but exactly it', () => {
    const stage = new TrackStage([object('1', what)]).route('10.9.9.0/24', true);
    expect(stage.states).toBe('1 down');
    expect(stage.route('10.9.0.0/16', true).states).toBe('1 up');
    expect(stage.process.rows()[0]).toMatchObject({ route: 'static', changes: 2 });
    expect(stage.route('10.9.0.0/16', false).states).toBe('1 down');
  });
  it('is looked at at times, where the owner of the box has it so', () => {
    const stage = new TrackStage([object('1', what)], 15);
    stage.now = seconds(20);
    stage.route('10.9.0.0/16', true);
    expect([stage.states, stage.timerAt('routes', '')]).toEqual(['1 down', seconds(30)]);
    expect(stage.fires('routes').states).toBe('1 up');
  });
  it('whose VRF is watched as long as it is tracked', () => {
    const stage = new TrackStage([]);
    stage.process.configure({ objects: [object('1', what)], routeInterval: seconds(0) });
    stage.process.stop();
    expect(stage.effects().filter((one) => one.startsWith('watch'))).toEqual([
      'watch default everything',
      'watch default nothing',
    ]);
  });
});

describe('a list', () => {
  it('all of them, or one of them; some turned round; lists of lists', () => {
    const stage = new TrackStage([
      object('1', line('e0')),
      object('2', line('e1')),
      object('3', list('and', '1', '2')),
      object('4', list('or', '1', '2')),
      object('5', list('and', '4', '!3')),
    ]);
    expect(stage.states).toBe('1 up, 2 up, 3 up, 4 up, 5 down');
    expect(stage.link('e1', false).states).toBe('1 up, 2 down, 3 down, 4 up, 5 up');
    expect(stage.link('e0', false).states).toBe('1 down, 2 down, 3 down, 4 down, 5 down');
  });
  it('that holds itself does not run for ever', () => {
    const stage = new TrackStage([object('1', list('and', '!1')), object('2', line('e0'))]);
    expect(stage.link('e0', false).states).toContain('2 down');
  });
});

it('another object under the same name is looked at anew; one that is gone is undefined', () => {
  const stage = new TrackStage([object('1', line('e0'))]);
  stage.process.configure({ objects: [object('1', line('e9'))], routeInterval: seconds(0) });
  stage.process.configure({ objects: [], routeInterval: seconds(0) });
  expect(stage.events.map(({ before, state }) => `${before} ${state}`)).toEqual([
    'undefined up',
    'up down',
    'down undefined',
  ]);
});
