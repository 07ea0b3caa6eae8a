import { describe, expect, it } from 'vitest';
import { prepareLab, RunningLab } from '../../src/lab/build.ts';
import { holdsStatement } from '../../src/lab/checks.ts';
import type { Check, Lab } from '../../src/lab/lab.ts';
import { examine, examineLab, score, takesTime } from '../../src/lab/progress.ts';
import { seconds } from '../../src/sim/time.ts';
import { toyLab, toyMachinery, toyTask } from '../harness/toy-system.ts';

function scene(lab: Lab = toyLab()): RunningLab {
  const prepared = prepareLab(lab, toyMachinery, lab.start);
  if (!prepared.ok) throw new Error(prepared.error[0]?.message);
  const running = new RunningLab(prepared.value, lab.seed);
  running.advance(seconds(1));
  return running;
}

/** Passed or not, and the facts, of a check asked of a fresh pair of toys. */
function asked(check: Check, live = scene()): readonly [boolean | undefined, string] {
  const state = examine(check, { live, fork: () => scene() });
  return [state.passed, state.why];
}
const say = 'It is so';

describe('questions that tables answer', () => {
  it.each<[Check, boolean, string]>([
    [{ check: 'route', on: 'a', prefix: '10.0.0.0/24', say }, true, 'a reaches 10.0.0.0/24 by connected via eth0'],
    [
      { check: 'route', on: 'a', prefix: '10.0.0.0/24', say, not: true },
      false,
      'a reaches 10.0.0.0/24 by connected via eth0',
    ],
    [
      { check: 'route', on: 'a', prefix: '10.0.0.0/24', kind: 'bgp', say },
      false,
      'a reaches 10.0.0.0/24 by connected via eth0; not by bgp',
    ],
    [
      { check: 'route', on: 'a', prefix: '10.0.0.0/24', via: 'eth1', say },
      false,
      'a reaches 10.0.0.0/24 by connected via eth0; not via eth1',
    ],
    [{ check: 'route', on: 'a', prefix: '10.1.0.0/24', say }, false, 'a has no active route to 10.1.0.0/24'],
    [{ check: 'route', on: 'a', vrf: 'X', prefix: '10.0.0.0/24', say }, false, 'a has no VRF X'],
    [{ check: 'routes', on: 'a', kind: 'connected', count: 1, say }, true, 'a has 1 connected route; 1 are wanted'],
    [{ check: 'routes', on: 'a', count: 2, say }, false, 'a has 1 route; 2 are wanted'],
    [
      { check: 'interface', on: 'a', name: 'eth0', up: true, address: '10.0.0.1/24', say },
      true,
      'a eth0 is up, with 10.0.0.1/24, in the main table',
    ],
    [
      { check: 'interface', on: 'a', name: 'eth0', address: '10.0.0.1/25', say },
      false,
      'a eth0 is up, with 10.0.0.1/24, in the main table',
    ],
    [{ check: 'interface', on: 'a', name: 'eth9', say }, false, 'a has no interface eth9'],
    [{ check: 'vrf', on: 'a', vrf: 'RED', rd: '65000:1', say }, true, 'a: VRF RED has route distinguisher 65000:1'],
    [{ check: 'vrf', on: 'a', vrf: 'RED', rd: '65000:2', say }, false, 'a: VRF RED has route distinguisher 65000:1'],
    [{ check: 'vrf', on: 'a', vrf: 'BLUE', say, not: true }, true, 'a has no VRF BLUE'],
    [{ check: 'vpn-net', on: 'a', rd: '65000:1', prefix: '10.0.0.0/24', say }, false, 'a runs no BGP'],
    [{ check: 'bgp-neighbor', on: 'a', peer: '10.0.0.9', say }, false, 'a runs no BGP'],
    [{ check: 'bgp-path', on: 'a', prefix: '10.0.0.0/24', say }, false, 'a runs no BGP'],
    [{ check: 'bgp-received', on: 'a', peer: '10.0.0.9', count: 3, say }, false, 'a has no BGP neighbour 10.0.0.9'],
    [{ check: 'statement', on: 'a', line: 'hostname A', say }, true, 'the configuration of a has "hostname A"'],
    [{ check: 'tried', on: 'a', to: '10.0.0.2', received: 1, say }, false, 'nobody pinged 10.0.0.2 from a yet'],
    [{ check: 'route', on: 'a:Luna', prefix: '10.0.0.0/24', say }, false, 'there is no a:Luna'],
  ])('%j', (check, passed, why) => expect(asked(check)).toEqual([passed, why]));

  it('count a ping that was tried: at least so many answers, or none at all', () => {
    const live = scene();
    const ping = (to: number): void => {
      const spec = { vrf: 'default' as never, from: undefined, count: 2, size: 100, df: false, ttl: 64, tos: 0 };
      live
        .router('a')
        ?.ping({ ...spec, to: to as never, timeout: seconds(1), pace: 'answer', pattern: undefined }, () => {});
      live.advance(seconds(live.world.now / 1_000_000 + 5));
    };
    ping(0x0a000002);
    ping(0x0a000063);
    const tried = (to: string, received: number) => asked({ check: 'tried', on: 'a', to, received, say }, live);
    expect(tried('10.0.0.2', 1)).toEqual([true, 'the last ping from a to 10.0.0.2: 2 of 2 answered']);
    expect(tried('10.0.0.2', 3)[0]).toBe(false);
    expect(tried('10.0.0.2', 0)[0]).toBe(false);
    expect(tried('10.0.0.99', 0)).toEqual([true, 'the last ping from a to 10.0.0.99: 0 of 2 answered']);
    expect(tried('10.0.0.99', 1)[0]).toBe(false);
  });

  it('say so when a device is switched off', () => {
    const live = scene();
    live.boxes.get('a')?.powerOff();
    expect(asked({ check: 'vrf', on: 'a', vrf: 'RED', say }, live)).toEqual([false, 'a is switched off']);
  });
});

describe('questions that packets answer', () => {
  it.each<[Check, boolean, string]>([
    [{ check: 'ping', from: 'a', to: '10.0.0.2', say }, true, 'a pings 10.0.0.2: 5 of 5 answered'],
    [{ check: 'ping', from: 'a', to: '10.0.0.2', source: 'eth0', say }, true, 'a pings 10.0.0.2: 5 of 5 answered'],
    [{ check: 'ping', from: 'a', to: '10.0.0.2', source: 'eth7', say }, true, 'a pings 10.0.0.2: 5 of 5 answered'],
    [{ check: 'ping', from: 'a', to: '10.0.0.9', say }, false, 'a pings 10.0.0.9: 0 of 5 answered'],
    [{ check: 'ping', from: 'a', to: '10.0.0.9', say, not: true }, true, 'a pings 10.0.0.9: 0 of 5 answered'],
    [
      { check: 'path', from: 'a', to: '10.0.0.2', through: ['10.0.0.2'], say },
      true,
      'from a to 10.0.0.2 packets go 10.0.0.2',
    ],
    [
      { check: 'path', from: 'a', to: '10.0.0.9', through: ['10.0.0.9'], say },
      false,
      'from a to 10.0.0.9 packets go * and do not arrive',
    ],
  ])('%j', (check, passed, why) => {
    // The toy answers `interfaces` whole: eth7 falls back to its first.
    expect(asked(check)).toEqual([passed, why]);
  });

  it('ask how a network takes a failure, whole or one way, and mend it again', () => {
    const copy = scene();
    const inCopy = (check: Check): readonly [boolean | undefined, string] => {
      const { passed, why } = examine(check, { live: scene(), fork: () => copy });
      return [passed, why];
    };
    const failed: Check = { check: 'converges', from: 'a', to: '10.0.0.2', cut: 'a-b', within: '1s', say };
    const lost = (what: string) => [false, `1s after ${what}, a pings 10.0.0.2: 0 of 5 answered`];
    expect(inCopy(failed)).toEqual(lost('a-b failed'));
    expect(inCopy({ ...failed, silent: true, oneWay: 'b' })).toEqual(lost('what b sends on a-b was lost'));
    expect(inCopy({ ...failed, oneWay: 'a' })).toEqual(lost('what a sends on a-b was lost'));
    expect(inCopy({ check: 'ping', from: 'a', to: '10.0.0.2', say })[0]).toBe(true);
  });

  it('are neither yes nor no when half is lost', () => {
    const lossy = (): RunningLab => {
      const running = scene();
      const link = running.world.link('a-b');
      if (link) link.faults = { ...link.faults, lossPerMillion: 300_000 };
      return running;
    };
    const check: Check = { check: 'ping', from: 'a', to: '10.0.0.2', say };
    const yes = examine(check, { live: scene(), fork: lossy });
    const no = examine({ ...check, not: true }, { live: scene(), fork: lossy });
    expect(yes.why).toMatch(/[1-3] of 5 answered/);
    expect([yes.passed, no.passed]).toEqual([false, false]);
  });

  it('are not asked without a fork, and leave the live world alone', () => {
    const live = scene();
    const before = live.world.executed;
    const check: Check = { check: 'ping', from: 'a', to: '10.0.0.2', say };
    expect(examine(check, { live, fork: undefined }).passed).toBeUndefined();
    expect(asked(check, live)[0]).toBe(true);
    expect(live.world.executed).toBe(before);
  });
});

describe('what must hold', () => {
  const up: Check = { check: 'interface', on: 'a', name: 'eth0', up: true, say, holdSeconds: 10 };

  it('is watched in a fork for that long', () => {
    const copy = scene();
    const state = examine(up, { live: scene(), fork: () => copy });
    expect([state.passed, state.why]).toEqual([true, 'a eth0 is up, with 10.0.0.1/24, in the main table, for 10 s']);
    expect(copy.world.now).toBe(seconds(11));
  });

  it('fails when it ceases, however short', () => {
    const copy = scene();
    const flap = (at: number, isUp: boolean): void => {
      copy.boxes.get('b')?.timer(`flap ${at}`, seconds(at), () => copy.world.setLink('a-b', isUp));
    };
    flap(4.2, false);
    flap(4.3, true);
    const state = examine(up, { live: scene(), fork: () => copy });
    expect([state.passed, state.why]).toEqual([
      false,
      'a eth0 is down, with 10.0.0.1/24, in the main table (after 4 s)',
    ]);
  });

  it('needs no fork when it is not so now', () => {
    const check: Check = { ...up, not: true };
    const forbidden = (): never => {
      throw new Error('a fork was made');
    };
    expect(examine(check, { live: scene(), fork: forbidden }).passed).toBe(false);
    expect(examine(up, { live: scene(), fork: undefined }).passed).toBeUndefined();
  });
});

describe('groups and tasks', () => {
  const yes: Check = { check: 'vrf', on: 'a', vrf: 'RED', say };
  const no: Check = { check: 'vrf', on: 'a', vrf: 'BLUE', say };
  const later: Check = { check: 'ping', from: 'a', to: '10.0.0.2', say };
  const state = (check: Check) => examine(check, { live: scene(), fork: undefined }).passed;

  it('every and any, as far as is known', () => {
    expect(state({ check: 'every', of: [yes, yes], say })).toBe(true);
    expect(state({ check: 'every', of: [yes, no], say })).toBe(false);
    expect(state({ check: 'every', of: [later, no], say })).toBe(false);
    expect(state({ check: 'every', of: [later, yes], say })).toBeUndefined();
    expect(state({ check: 'any', of: [no, yes], say })).toBe(true);
    expect(state({ check: 'any', of: [no, no], say })).toBe(false);
    expect(state({ check: 'any', of: [later, no], say })).toBeUndefined();
    expect(state({ check: 'any', of: [no, no], say, not: true })).toBe(true);
    expect(takesTime({ check: 'any', of: [no, later], say })).toBe(true);
    expect(takesTime({ check: 'any', of: [no, yes], say })).toBe(false);
  });

  it('a task is done when its checks pass and what comes before it is done', () => {
    const lab = toyLab({
      tasks: [
        toyTask('last', [yes], ['middle']),
        toyTask('first', [yes]),
        toyTask('middle', [yes], ['first', 'never']),
        toyTask('never', [no, later]),
        toyTask('open', [yes, later]),
      ],
    });
    const quick = examineLab(lab, { live: scene(lab), fork: undefined });
    expect(quick.map((one) => [one.task.id, one.state])).toEqual([
      ['last', 'blocked'],
      ['first', 'done'],
      ['middle', 'blocked'],
      ['never', 'open'],
      ['open', 'unknown'],
    ]);
    const whole = examineLab(lab, { live: scene(lab), fork: () => scene(lab) });
    expect(whole.map((one) => one.state)).toEqual(['blocked', 'done', 'blocked', 'open', 'done']);
    expect(score(whole)).toEqual({ done: 2, tasks: 5, points: 2, outOf: 5 });
  });
});

describe('statements in a configuration', () => {
  const ios = [
    'vrf definition A',
    ' rd 65000:1',
    ' !',
    ' address-family ipv4',
    '  export map M',
    ' exit-address-family',
    'vrf definition B',
    ' rd 65000:2',
  ];
  const junos = [
    'system {',
    '    host-name r1;',
    '}',
    'interfaces {',
    '    ge-0/0/0 {',
    '        unit 0 {',
    '            family inet;',
    '        }',
    '    }',
    '}',
  ];
  it.each<[readonly string[], readonly string[], boolean]>([
    [ios, ['rd 65000:1'], true],
    [ios, ['vrf definition A', 'rd 65000:1'], true],
    [ios, ['vrf definition B', 'rd 65000:1'], false],
    [ios, ['vrf definition A', 'address-family ipv4', 'export map M'], true],
    [ios, ['vrf definition A', 'export map M'], true],
    [ios, ['export map'], false],
    [junos, ['system', 'host-name r1'], true],
    [junos, ['interfaces', 'ge-0/0/0', 'unit 0', 'family inet'], true],
    [junos, ['system', 'unit 0'], false],
  ])('%#', (lines, path, holds) => expect(holdsStatement(lines, path)).toBe(holds));
});
