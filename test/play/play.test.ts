import { describe, expect, it } from 'vitest';
import { fork } from '../../src/play/fork.ts';
import type { Deed } from '../../src/play/input.ts';
import type { Play } from '../../src/play/play.ts';
import { begin } from '../../src/play/replay.ts';
import { shown } from '../../src/play/transcript.ts';
import { micros, millis, seconds } from '../../src/sim/time.ts';
import { toyLab, toyMachinery, toySystem } from '../harness/toy-system.ts';

/** A play of two toys, with everything that their consoles printed. */
function sitting(lab = toyLab()): { readonly play: Play; readonly screen: (device: string) => string } {
  const texts = new Map<string, string>();
  const begun = begin(lab, toyMachinery, {
    from: 'start',
    listener: {
      console: (device, session, text) => {
        const key = session === 0 ? device : `${device} ${session + 1}`;
        texts.set(key, (texts.get(key) ?? '') + text);
      },
    },
  });
  if (!begun.ok) throw new Error(begun.error[0]?.message);
  return { play: begun.value, screen: (device) => shown(texts.get(device) ?? '') };
}

const open = (device: string, session = 0, auto = true): Deed => ({
  kind: 'open',
  device,
  session,
  auto,
  rows: 24,
  columns: 80,
});
const keys = (device: string, text: string, session = 0): Deed => ({ kind: 'keys', device, session, keys: text });
function must(play: Play, ...deeds: Deed[]): void {
  for (const deed of deeds) expect(play.do(deed)).toEqual({ ok: true, value: undefined });
}

describe('a sitting', () => {
  it('types at a console and hears what it prints', () => {
    const { play, screen } = sitting();
    must(play, open('a'), keys('a', 'show config\r'));
    expect(screen('a')).toBe('A> show config\naddress eth0 10.0.0.1\nhostname A\nA> ');
  });

  it('takes a megabyte pasted in one line, and remembers only the end of a row that never ends', () => {
    const { play } = sitting();
    must(play, open('a'), keys('a', `${'x'.repeat(1_000_000)}`));
    expect(play.row('a', 0).length).toBeLessThanOrEqual(4096);
    expect(play.row('a', 0)).toMatch(/^A> x{200,}$/);
    must(play, keys('a', '\x15show config\r'));
    expect(play.state('a', 0)).toBe('prompt');
    expect(play.row('a', 0)).toBe('A> ');
  });

  it('lets lab time pass while something runs', () => {
    const { play, screen } = sitting();
    must(play, open('a'));
    play.advance(seconds(1));
    must(play, keys('a', 'ping 10.0.0.2 3\r'));
    expect(play.state('a', 0)).toBe('running');
    expect(play.endless('a', 0)).toBe(false);
    expect(play.until(() => play.state('a', 0) === 'prompt', seconds(60))).toBe(true);
    expect(screen('a')).toBe('A> ping 10.0.0.2 3\n!!!\nA> ');
    // Three requests, each a second after the answer to the one before; a millisecond of cable each way.
    expect(play.now).toBe(1_000_000 + 3 * (1_000_000 + 2_000));
  });

  it('cuts and mends cables, impairs them, and switches devices off and on', () => {
    const { play, screen } = sitting();
    must(play, open('a'));
    play.advance(seconds(1));
    must(play, { kind: 'link', link: 'a-b', up: false }, keys('a', 'ping 10.0.0.2 1\r'));
    play.advance(seconds(10));
    must(play, { kind: 'link', link: 'a-b', up: true });
    must(play, { kind: 'impair', link: 'a-b', lossPerMillion: 1_000_000 }, keys('a', 'ping 10.0.0.2 1\r'));
    play.advance(seconds(20));
    must(play, { kind: 'impair', link: 'a-b', lossPerMillion: 0 }, { kind: 'power', device: 'b', on: false });
    must(play, keys('a', 'ping 10.0.0.2 1\r'));
    play.advance(seconds(30));
    must(play, { kind: 'power', device: 'b', on: true });
    play.advance(seconds(31));
    must(play, keys('a', 'ping 10.0.0.2 1\r'));
    play.advance(seconds(40));
    const answers = screen('a')
      .split('\n')
      .filter((line) => /^[!.]$/.test(line));
    expect(answers).toEqual(['.', '.', '.', '!']);
  });

  it('loses the consoles of a device without power, and begins its own anew', () => {
    const { play, screen } = sitting();
    must(play, open('a'), open('a', 1), keys('a', 'set hostname X\r'));
    must(play, { kind: 'power', device: 'a', on: false }, keys('a', 'lost\r'));
    expect(play.state('a', 0)).toBe('closed');
    must(play, { kind: 'power', device: 'a', on: true });
    expect(play.state('a', 0)).toBe('prompt');
    expect(play.state('a', 1)).toBeUndefined();
    // What was not saved is gone.
    must(play, keys('a', 'show\r'));
    expect(screen('a')).toMatch(/A> show\naddress eth0 10.0.0.1\nhostname A\nA> $/);
    expect(screen('a')).not.toContain('lost');
  });

  it('lets a frame in from outside, to every port of the link', () => {
    const { play, screen } = sitting();
    must(play, open('a'));
    play.advance(seconds(1));
    must(play, keys('a', 'ping 10.0.0.77 1\r'));
    // The reply that nobody here sends: kind 2, to 10.0.0.1, from 10.0.0.77, the first of the first ping.
    const hex = '020000000100000a4d00000a01000100';
    must(play, { kind: 'frame', link: 'a-b', hex });
    play.advance(seconds(5));
    expect(screen('a')).toBe('A> ping 10.0.0.77 1\n!\nA> ');
    expect(fork(play).fingerprint).toBe(play.fingerprint);
  });

  it('keeps sessions of one device apart', () => {
    const { play, screen } = sitting();
    must(play, open('a'), open('a', 1), keys('a', 'cl', 0), keys('a', 'show\r', 1), keys('a', 'ock\r', 0));
    expect(screen('a')).toBe('A> clock\n0:0:0\nA> ');
    expect(screen('a 2')).toBe('A/1> show\naddress eth0 10.0.0.1\nhostname A\nA/1> ');
    expect(play.sessions('a')).toEqual([
      { session: 0, auto: true },
      { session: 1, auto: true },
    ]);
  });

  it('tells of messages that break into a line', () => {
    const { play, screen } = sitting();
    must(play, open('a'), open('a', 1), keys('a', 'half'), keys('a', 'set note x\r', 1));
    expect(screen('a')).toBe('A> half\n* configured: note x\nA> half');
  });

  it.each<[string, Deed, string]>([
    ['a device that is not there', open('z'), 'there is no device "z"'],
    ['a session that is open', open('a'), 'session 0 of a is open already'],
    ['a session that is not', keys('b', 'x'), 'b has no session 0'],
    ['one session too many', open('a', 16), 'a has only 16 sessions'],
    [
      'a way of a link from where it does not end',
      { kind: 'link', link: 'a-b', up: false, way: { device: 'a', port: 'eth9', direction: 'out' } },
      'the link "a-b" has no end at a:eth9',
    ],
    ['a link that is not there', { kind: 'link', link: 'q', up: false }, 'there is no link "q"'],
    ['a frame that is none', { kind: 'frame', link: 'a-b', hex: 'xyz' }, 'a frame that is not hex'],
  ])('refuses %s, and does not note it', (_, deed, why) => {
    const { play } = sitting();
    must(play, open('a'));
    expect(play.do(deed)).toEqual({ ok: false, error: why });
    expect(play.inputs).toHaveLength(1);
  });
});

describe('the log', () => {
  it('keeps typing between two events as one input, with the stamp of its last key', () => {
    const { play } = sitting();
    must(play, open('a'));
    play.advance(seconds(1));
    for (const [i, key] of [...'clock'].entries()) {
      play.advance(seconds(1 + i));
      must(play, keys('a', key));
    }
    expect(play.inputs.slice(1)).toEqual([
      { executed: play.running.world.executed, at: seconds(5), kind: 'keys', device: 'a', session: 0, keys: 'clock' },
    ]);
  });

  it('does not move what asks something of the router to another time', () => {
    const { play } = sitting();
    must(play, open('a'));
    play.advance(seconds(1));
    must(play, keys('a', 'clock'));
    play.advance(seconds(2));
    must(play, keys('a', '\r'));
    play.advance(seconds(3));
    must(play, keys('a', 'clock'));
    expect(play.inputs.slice(1).map((input) => [input.at, input.kind === 'keys' && input.keys])).toEqual([
      [seconds(2), 'clock\r'],
      [seconds(3), 'clock'],
    ]);
    const again = fork(play);
    expect(again.fingerprint).toBe(play.fingerprint);
  });

  it('is the whole of what happened: the same again, to the bit', () => {
    const run = (): Play => {
      const { play } = sitting();
      must(play, { kind: 'impair', link: 'a-b', lossPerMillion: 300_000, jitter: millis(5) });
      must(play, open('a'), open('b', 0, false), keys('b', 'me\rsecret\r'));
      for (let i = 0; i < 20; i++) {
        must(play, keys('a', 'ping 10.0.0.2 2\r'), keys('b', 'sho'));
        play.advance(micros(play.now + 700_000));
      }
      return play;
    };
    const [one, two] = [run(), run()];
    expect(two.fingerprint).toBe(one.fingerprint);
    expect(two.inputs).toEqual(one.inputs);
    const other = begin(toyLab(), toyMachinery, { from: 'start', seed: 8 });
    if (!other.ok) throw new Error('no play');
    for (const input of one.inputs) {
      other.value.advance(input.at);
      other.value.redo(input);
    }
    other.value.advance(one.now);
    expect(other.value.fingerprint).not.toBe(one.fingerprint);
  });
});

describe('a copy', () => {
  it('stands where the original stands, in the middle of things', () => {
    const { play } = sitting();
    must(play, open('a'), open('b'));
    play.advance(seconds(1));
    must(play, keys('a', 'ping 10.0.0.2\r'), keys('b', 'half a li'));
    play.advance(micros(2_000_500));
    const copy = fork(play);
    expect(copy.now).toBe(play.now);
    expect(copy.fingerprint).toBe(play.fingerprint);
    expect(copy.state('a', 0)).toBe('running');
    expect(copy.endless('a', 0)).toBe(true);
    expect(copy.configs()).toEqual(play.configs());
  });

  it('leaves the original alone', () => {
    const { play, screen } = sitting();
    must(play, open('a'));
    play.advance(seconds(1));
    const before = { fingerprint: play.fingerprint, screen: screen('a'), inputs: play.inputs.length };
    const copy = fork(play);
    must(copy, keys('a', 'set hostname X\r'), { kind: 'link', link: 'a-b', up: false });
    copy.advance(seconds(100));
    expect(copy.configs()['a']).toContain('hostname X');
    expect({ fingerprint: play.fingerprint, screen: screen('a'), inputs: play.inputs.length }).toEqual(before);
    expect(play.configs()['a']).toContain('hostname A');
  });
});

describe('building', () => {
  it('tells of a line that the router refuses, with file, line and its words', () => {
    const lab = toyLab({
      start: { a: [{ file: 'start/a.toy', text: '# name\nhostname A\n\nadress eth0 10.0.0.1\n' }] },
    });
    expect(begin(lab, toyMachinery, { from: 'start' })).toEqual({
      ok: false,
      error: [{ file: 'start/a.toy', line: 4, message: '"adress eth0 10.0.0.1" is refused: Unknown word' }],
    });
  });

  it('tells of a configuration that cannot be put into force', () => {
    const lab = toyLab({ start: { a: [{ file: 'start/a.toy', text: 'clash\n' }] } });
    expect(begin(lab, toyMachinery, { from: 'start' })).toEqual({
      ok: false,
      error: [{ file: 'start/a.toy', line: 0, message: 'clash: cannot be' }],
    });
  });

  it('reads configurations one on top of the other', () => {
    const layers = [
      { file: '1', text: 'hostname one\naddress eth0 10.0.0.1\n' },
      { file: '2', text: 'hostname two\n' },
    ];
    const { play } = sitting(toyLab({ start: { a: layers } }));
    expect(play.configs()['a']).toEqual(['address eth0 10.0.0.1', 'hostname two']);
    expect(play.configs()['b']).toEqual(toySystem.print(toySystem.factory({ name: 'box', ports: [], release: '' })));
  });
});
