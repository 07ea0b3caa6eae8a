// One virtual router: its table, its timers, who is the master.                    RFC 5798 §6, RFC 3768 §6

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../harness/seed.ts';
import { tableText } from '../../../src/protocols/common/fsm.ts';
import { stateTable } from '../../../src/protocols/vrrp/state-fsm.ts';
import { micros, millis, seconds } from '../../../src/sim/time.ts';
import { ip } from '../../harness/routes.ts';
import { VERSION3, VrrpStage } from './stage.ts';

const MAC = '00:00:5e:00:01:01';

it('the state table (RFC 5798 §6.4), line by line', () => {
  expect(tableText(stateTable)).toEqual([
    'init startup [owner] -> master: own-interval, send, stand, arm-advertise',
    'init startup -> backup: own-interval, arm-down',
    'backup shutdown -> init: stop-timers',
    'backup master-down -> master: own-interval, send, stand, arm-advertise',
    'backup preempt -> master: own-interval, send, stand, arm-advertise',
    'backup heard-stop -> backup: arm-skew',
    'backup heard-better -> backup: learn-master, arm-down',
    'backup heard-worse [preempt] -> backup',
    'backup heard-worse -> backup: learn-master, arm-down',
    'master shutdown -> init: stop-timers, send-stop, stand-down',
    'master advertise -> master: send, arm-advertise',
    'master heard-stop -> master: send, arm-advertise',
    'master heard-better -> backup: stop-timers, stand-down, learn-master, arm-down',
    'master heard-worse -> master',
  ]);
});

describe('becoming the master', () => {
  it('alone: after three intervals and the skew of its priority, then once an interval', () => {
    const stage = new VrrpStage({ priority: 120 });
    expect([stage.state, stage.lines()]).toEqual(['backup', []]);
    // RFC 3768 §6.1: 3 + (256 - 120) / 256
    stage.run(6);
    expect(stage.lines()).toEqual(['3.53125 prio 120', '4.53125 prio 120', '5.53125 prio 120']);
    expect(stage.stands).toEqual([`e0 ${MAC} 10.0.0.254`]);
    expect(
      stage.events.map((event) => event.kind === 'vrrp-state' && [event.before, event.state, event.reason]),
    ).toEqual([
      ['init', 'backup', 'started'],
      ['backup', 'master', 'no-response'],
    ]);
  });

  it('an owner: at once, whatever it is told to accept', () => {
    const stage = new VrrpStage({ priority: 255, addresses: [ip('10.0.0.1')] });
    expect(stage.lines()).toEqual(['0 prio 255']);
    expect(stage.stands).toEqual([`e0 ${MAC} 10.0.0.1 accept`]);
  });

  it("its frames bear the virtual router's MAC, its packets TTL 255 and its own address (RFC 5798 §7.2)", () => {
    const { sent } = new VrrpStage().run(4);
    expect(sent[0]?.options).toMatchObject({ ttl: 255, from: ip('10.0.0.1'), sender: 0x00005e000101 });
    expect(sent[0]?.packet).toMatchObject({ version: 2, group: 1, interval: 1, authentication: 0 });
  });

  it('version 3: the skew is a part of the interval, and that is told in hundredths of a second', () => {
    const stage = new VrrpStage({ ...VERSION3, interval: millis(200), priority: 56 });
    stage.run(1);
    // 3 x 0.2 + 200/256 x 0.2
    expect(stage.lines()).toEqual(['0.75625 prio 56', '0.95625 prio 56']);
    expect(new VrrpStage({ ...VERSION3, interval: millis(200) }).run(1).sent[0]?.packet.interval).toBe(20);
  });

  it('both versions, for those who know only the old one (RFC 5798 §8.4)', () => {
    const stage = new VrrpStage({ ...VERSION3, alsoVersion2: true }).run(3.7);
    expect(stage.sent.map(({ packet }) => [packet.version, packet.interval])).toEqual([
      [3, 100],
      [2, 1],
    ]);
  });

  it('not before the time of silence is over', () => {
    expect(new VrrpStage({ silence: seconds(10) }).run(9.9).state).toBe('backup');
    expect(new VrrpStage({ silence: seconds(10) }).run(10).state).toBe('master');
  });

  it('after more, or fewer, advertisements were missed; without skew', () => {
    expect(new VrrpStage({ threshold: 5, skew: micros(0) }).run(4.99).state).toBe('backup');
    expect(new VrrpStage({ threshold: 5, skew: micros(0) }).run(5).state).toBe('master');
  });
});

describe('two routers', () => {
  it('a better one is heard: it is the master; its silence counts from the last advertisement', () => {
    const stage = new VrrpStage();
    for (let i = 0; i < 5; i++) stage.run(1).hears({ priority: 200 });
    expect([stage.state, stage.row().master?.priority]).toEqual(['backup', 200]);
    stage.run(3.6);
    expect(stage.state).toBe('backup');
    stage.run(0.01);
    expect([stage.state, stage.row().reason]).toEqual(['master', 'no-response']);
  });

  it('of the same priority the higher address is the master (§6.4.3 (725))', () => {
    const low = new VrrpStage().run(4);
    expect([low.hears({}, { from: '10.0.0.2' }).state, low.stands.at(-1)]).toEqual(['backup', `e0 ${MAC} off`]);
    expect(new VrrpStage().run(4).hears({}, { from: '10.0.0.0' }).state).toBe('master');
    // A backup lets the one be that is there.
    expect(new VrrpStage().run(3).hears({}, { from: '10.0.0.0' }).run(3).state).toBe('backup');
  });

  it('the master says that it goes: the next one waits for its skew only (§6.4.2 (435))', () => {
    const stage = new VrrpStage().hears({ priority: 200 }).run(0.5).hears({ priority: 0 });
    stage.run(0.6);
    expect(stage.state).toBe('backup');
    stage.run(0.01);
    expect(stage.state).toBe('master');
  });

  it('a master that hears one go says at once that it is there (§6.4.3 (710))', () => {
    const stage = new VrrpStage().run(4);
    stage.lines();
    expect(stage.hears({ priority: 0 }).lines()).toEqual(['4 prio 100']);
  });

  it('it goes itself: priority 0, and nobody stands for the addresses any more', () => {
    const stage = new VrrpStage().run(4);
    stage.lines();
    stage.wants({ enabled: false });
    expect([stage.state, stage.lines(), stage.stands.at(-1)]).toEqual(['init', ['4 prio 0'], `e0 ${MAC} off`]);
    expect(stage.timers.size).toBe(0);
  });

  it('its interface goes down and comes back: it begins anew', () => {
    const stage = new VrrpStage().run(4).link(false);
    expect([stage.state, stage.row().reason]).toEqual(['init', 'interface-down']);
    stage.link(true).run(3.6);
    expect(stage.state).toBe('backup');
    expect(stage.run(0.01).state).toBe('master');
  });
});

describe('preemption', () => {
  const worse = (stage: VrrpStage, times: number): VrrpStage => {
    for (let i = 0; i < times; i++) stage.run(1).hears({ priority: 90 });
    return stage;
  };
  it('a worse master is not listened to: its time runs out', () => {
    const stage = worse(new VrrpStage(), 3);
    expect([stage.state, stage.row().master?.priority]).toEqual(['backup', 90]);
    stage.run(0.61);
    expect([stage.state, stage.row().reason]).toEqual(['master', 'preempted']);
  });
  it('where it is not wanted, the worse one stays', () => {
    expect(worse(new VrrpStage({ preempt: undefined }), 30).state).toBe('backup');
  });
  it('after its delay, counted from the first time that the worse one was heard', () => {
    const stage = worse(new VrrpStage({ preempt: { after: seconds(10) } }), 10);
    expect([stage.state, stage.row().preemptAt]).toEqual(['backup', seconds(11)]);
    expect(worse(stage, 1).state).toBe('master');
  });
  it('not when a better one came meanwhile', () => {
    const stage = worse(new VrrpStage({ preempt: { after: seconds(10) } }), 5).hears({ priority: 200 });
    expect(stage.row().preemptAt).toBeUndefined();
  });
  it('an owner always does', () => {
    const stage = new VrrpStage().hears({ priority: 100 });
    stage.wants({ priority: 255, preempt: undefined });
    expect([stage.state, stage.row().reason]).toEqual(['master', 'owner']);
  });
});

describe('intervals', () => {
  it('version 3 goes by the interval of its master (§6.4.2 (450))', () => {
    const stage = new VrrpStage(VERSION3).hears({ priority: 200, interval: 1000 });
    expect([stage.row().interval, stage.row().masterDown]).toEqual([seconds(10), seconds(30 + 10 * (156 / 256))]);
    expect(stage.run(36).state).toBe('backup');
    // As master it has its own again.
    stage.run(1);
    expect([stage.state, stage.row().interval]).toEqual(['master', seconds(1)]);
  });
  it('version 2 learns it where it was told to', () => {
    const stage = new VrrpStage({ learn: true }).hears({ priority: 200, interval: 5 });
    expect(stage.drops).toEqual({});
    expect(stage.row().masterDown).toBe(seconds(15 + 156 / 256));
  });
  it('an interval below a second is stated as one of a second (capture of IOSv)', () => {
    const stage = new VrrpStage({ interval: millis(333) });
    // `Master Down interval is 1.608 sec`
    expect(stage.row().masterDown).toBe(millis(999) + seconds(156 / 256));
    expect(stage.hears({ interval: 1, priority: 150 }).row().master).toMatchObject({ interval: seconds(1) });
  });
  it('another one counts from now on', () => {
    const stage = new VrrpStage().run(4);
    stage.wants({ interval: seconds(3) });
    stage.lines();
    stage.run(6);
    expect(stage.lines()).toEqual(['7 prio 100', '10 prio 100']);
  });
});

describe('tracking', () => {
  const tracks = [
    { object: '1', effect: 30 },
    { object: '2', effect: 90 },
  ];
  it('takes from the priority what is down, and leaves at least 1', () => {
    const stage = new VrrpStage({ tracks }).track('1', 'up').track('2', 'undefined');
    expect(stage.row().priority).toBe(100);
    expect(stage.track('1', 'down').row().priority).toBe(70);
    expect(stage.track('2', 'down').row().priority).toBe(1);
    expect(stage.track('1', 'up').track('2', 'up').row().priority).toBe(100);
  });
  it('a master with less of it says so with its next advertisement', () => {
    const stage = new VrrpStage({ tracks }).run(4);
    stage.lines();
    expect(stage.track('1', 'down').run(1).lines()).toEqual(['4.609375 prio 70']);
  });
  it('an owner has its priority whatever happens', () => {
    const stage = new VrrpStage({ tracks, priority: 255, addresses: [ip('10.0.0.1')] }).track('1', 'down');
    expect(stage.row().priority).toBe(255);
  });
  it('a group may stop instead', () => {
    const stage = new VrrpStage({ tracks: [{ object: '1', effect: 'stop' }] }).run(4).track('1', 'down');
    expect([stage.state, stage.row().reason]).toEqual(['init', 'tracked-down']);
    expect(stage.track('1', 'up').state).toBe('backup');
  });
  it('changes wait for the hold time: the first does not', () => {
    const hold = { lower: seconds(0), raise: seconds(60) };
    const stage = new VrrpStage({ tracks, priorityHold: hold }).run(4).track('1', 'down');
    expect(stage.row().priority).toBe(70);
    stage.run(10).track('1', 'up');
    expect([stage.row().priority, stage.row().priorityAt]).toEqual([70, seconds(64)]);
    expect(stage.run(50).row().priority).toBe(100);
  });
});

it('counters begin anew by order', () => {
  const stage = new VrrpStage().run(5).hears({ group: 9 });
  stage.process.handle({ kind: 'action', name: 'clear', args: {} });
  expect([stage.row().sent, stage.drops, stage.row().transitions]).toEqual([{ 2: 0, 3: 0 }, {}, {}]);
});

it('whatever is heard and however long: one timer that leads on, and standing means master', () => {
  const deed = fc.oneof(
    fc.record({ priority: fc.integer({ min: 0, max: 255 }), from: fc.constantFrom('10.0.0.0', '10.0.0.9') }),
    fc.constantFrom(0.1, 1, 4, 'down' as const, 'up' as const, 'lost' as const, 'found' as const),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), fc.constantFrom(0, 5), (deeds, after) => {
      const tracks = [{ object: 'x', effect: 40 }];
      const stage = new VrrpStage({ tracks, preempt: { after: seconds(after) } });
      for (const one of deeds) {
        if (typeof one === 'number') stage.run(one);
        else if (typeof one === 'object') stage.hears({ priority: one.priority }, { from: one.from });
        else if (one === 'down' || one === 'up') stage.link(one === 'up');
        else stage.track('x', one === 'lost' ? 'down' : 'up');
        const { state, advertiseAt, masterDownAt } = stage.row();
        expect([advertiseAt !== undefined, masterDownAt !== undefined]).toEqual([
          state === 'master',
          state === 'backup',
        ]);
        expect(stage.stands.length > 0 && !stage.stands.at(-1)?.endsWith('off')).toBe(state === 'master');
      }
    }),
    { numRuns: 300 },
  );
});
