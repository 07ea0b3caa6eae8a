import { describe, expect, it } from 'vitest';
import { migrate, type Steps } from '../../src/play/migrate.ts';
import type { Play } from '../../src/play/play.ts';
import { begin, reopen, saveOf } from '../../src/play/replay.ts';
import type { Save } from '../../src/play/save.ts';
import { shown } from '../../src/play/transcript.ts';
import { micros, seconds } from '../../src/sim/time.ts';
import { toyLab, toyMachinery, toyTask } from '../harness/toy-system.ts';

const ENGINE = 'engine-1';
const lab = toyLab({
  tasks: [toyTask('named', [{ check: 'statement', on: 'a', line: 'hostname X', say: 'a is X' }])],
});

/** An hour at two consoles: one with a half-typed line, one with a ping that still runs. */
function played(): Play {
  const begun = begin(lab, toyMachinery, { from: 'start' });
  if (!begun.ok) throw new Error('no play');
  const play = begun.value;
  const open = (device: string) => ({ kind: 'open' as const, device, session: 0, auto: true, rows: 24, columns: 80 });
  const keys = (device: string, text: string) => play.do({ kind: 'keys', device, session: 0, keys: text });
  play.do({ kind: 'impair', link: 'a-b', lossPerMillion: 200_000 });
  play.do(open('a'));
  play.do(open('b'));
  play.advance(seconds(3));
  keys('a', 'set hostname X\r');
  keys('a', 'show con');
  play.advance(micros(3_600_000_500));
  keys('b', 'ping 10.0.0.1\r');
  play.advance(micros(3_602_500_700));
  return play;
}
const saved = (): Save => saveOf(played(), { title: 'An hour', engine: ENGINE });
/** What comes out of a file: nothing is shared with the play. */
const copyOf = (save: Save): Save => JSON.parse(JSON.stringify(save)) as Save;

describe('a save', () => {
  it('holds the lab, the seed, what was done and how it ended', () => {
    const save = saved();
    expect(save).toMatchObject({
      format: 1,
      title: 'An hour',
      engine: ENGINE,
      lab: { id: 'toys', digest: 'digest-of-toys' },
      seed: 7,
      from: 'start',
      end: { at: 3_602_500_700 },
      done: ['named'],
      configs: { a: ['address eth0 10.0.0.1', 'hostname X'], b: ['address eth0 10.0.0.2', 'hostname B'] },
    });
    expect(save.inputs.map((input) => input.kind)).toEqual(['impair', 'open', 'open', 'keys', 'keys']);
    expect(copyOf(save)).toEqual(save);
  });

  it('is opened as the same run, and goes on as the original does', () => {
    const original = played();
    const again = reopen(copyOf(saved()), lab, toyMachinery, { engine: ENGINE });
    expect([again.how, again.words]).toEqual(['exact', []]);
    for (const play of [original, again.play]) {
      expect(play.state('a', 0)).toBe('prompt');
      expect(play.state('b', 0)).toBe('running');
      play.do({ kind: 'keys', device: 'a', session: 0, keys: 'fig\r' });
      play.advance(seconds(3_610));
      play.do({ kind: 'keys', device: 'b', session: 0, keys: '\x03' });
      play.advance(seconds(3_620));
    }
    expect(again.play.fingerprint).toBe(original.fingerprint);
    expect(saveOf(again.play, { title: '', engine: '' })).toEqual(saveOf(original, { title: '', engine: '' }));
  });

  it('shows what the consoles showed', () => {
    let text = '';
    const listener = {
      console: (device: string, _session: number, more: string) => {
        if (device === 'a') text += more;
      },
    };
    reopen(saved(), lab, toyMachinery, { engine: ENGINE, listener });
    expect(shown(text)).toBe('A> set hostname X\n* configured: hostname X\nX> show con');
  });

  it('of the same events is exact, whatever wrote it', () => {
    const again = reopen({ ...saved(), engine: 'older' }, { ...lab, digest: 'other' }, toyMachinery, {
      engine: ENGINE,
    });
    expect(again.how).toBe('exact');
  });
});

describe('when the program or the lab has changed', () => {
  /** The same lab with a longer cable: other events, the same configurations. */
  const changed = { ...lab, digest: 'longer', links: lab.links.map((link) => ({ ...link, delay: micros(1_500) })) };

  it('what was typed is typed again at the same times', () => {
    const again = reopen(saved(), changed, toyMachinery, { engine: ENGINE });
    expect(again.how).toBe('by-time');
    expect(again.words).toEqual([
      'The lab has changed since this save was written.',
      'All that was typed was typed again at the same times; the configurations agree with the saved ones.',
    ]);
    expect(again.play.now).toBe(3_602_500_700);
    expect(again.play.state('b', 0)).toBe('running');
  });

  it('only what the chosen attempt printed is heard, and what it prints from then on', () => {
    let text = '';
    const listener = {
      console: (device: string, _session: number, more: string) => {
        if (device === 'a') text += more;
      },
    };
    const again = reopen(saved(), changed, toyMachinery, { engine: ENGINE, listener });
    again.play.do({ kind: 'keys', device: 'a', session: 0, keys: 'fig\r' });
    expect(shown(text)).toBe(
      'A> set hostname X\n* configured: hostname X\nX> show config\naddress eth0 10.0.0.1\nhostname X\nX> ',
    );
  });

  it('it says so and starts cold where that gives other configurations', () => {
    const save = { ...saved(), engine: 'older', fingerprint: '0', configs: { a: ['hostname Y'], b: ['hostname B'] } };
    const again = reopen(save, lab, toyMachinery, { engine: ENGINE });
    expect(again.how).toBe('cold');
    expect(again.words).toEqual([
      'The program has changed since this save was written.',
      'Typed again, it gives other configurations on a, b.',
      'The lab was started anew with the configurations of 1:00:02; lab time is 0 again.',
    ]);
    expect(again.play.now).toBe(0);
    expect(again.play.configs()).toEqual({ a: ['hostname Y'], b: ['hostname B'] });
  });

  it('a save of a cold start is exact again', () => {
    const save = { ...saved(), fingerprint: '0', configs: { a: ['hostname Y'], b: ['hostname B'] } };
    const cold = reopen(save, lab, toyMachinery, { engine: ENGINE });
    expect(cold.words[0]).toBe('This save does not replay as it was played, though nothing has changed.');
    cold.play.do({ kind: 'open', device: 'a', session: 0, auto: true, rows: 24, columns: 80 });
    cold.play.do({ kind: 'keys', device: 'a', session: 0, keys: 'set note n\r' });
    cold.play.advance(seconds(5));
    const second = copyOf(saveOf(cold.play, { title: '', engine: ENGINE }));
    expect(second.from).toBe('configs');
    const again = reopen(second, lab, toyMachinery, { engine: ENGINE });
    expect(again.how).toBe('exact');
    expect(again.play.configs()['a']).toEqual(['hostname Y', 'note n']);
  });

  it('nothing that cannot be used is dropped in silence', () => {
    const configs = { a: ['hostname Y', 'bogus line'], c: ['hostname C'] };
    const smaller = { ...lab, digest: 'smaller' };
    const again = reopen({ ...saved(), fingerprint: '0', configs }, smaller, toyMachinery, { engine: ENGINE });
    expect(again.how).toBe('cold');
    expect(again.words.slice(2)).toEqual([
      'The lab was started anew with the configurations of 1:00:02; lab time is 0 again.',
      "None was saved for b: the lab's own is used.",
      'The lab no longer has c.',
      'Left out: saved configuration of a:2: "bogus line" is refused: Unknown word',
    ]);
    expect(again.play.configs()).toEqual({ a: ['hostname Y'], b: ['address eth0 10.0.0.2', 'hostname B'] });
  });

  it('a device that is gone, or a start that is refused, still leads somewhere', () => {
    const without = { ...lab, digest: 'x', devices: lab.devices.slice(0, 1), links: [] };
    const gone = reopen(saved(), without, toyMachinery, { engine: ENGINE });
    expect([gone.how, gone.words[1]]).toEqual(['cold', 'It cannot be typed again: there is no link "a-b".']);
    const refused = { ...lab, digest: 'x', start: { ...lab.start, a: [{ file: 'start/a.toy', text: 'bogus\n' }] } };
    const cold = reopen(saved(), refused, toyMachinery, { engine: ENGINE });
    expect(cold.how).toBe('cold');
    expect(cold.words[1]).toBe(
      'The configurations that it began with are refused now: start/a.toy:1: "bogus" is refused: Unknown word',
    );
    expect(cold.play.configs()['a']).toContain('hostname X');
  });
});

describe('formats', () => {
  it('of today pass', () => expect(migrate({ format: 1, x: 2 })).toEqual({ ok: true, value: { format: 1, x: 2 } }));
  it('of the past are carried over, one step each', () => {
    const steps: Steps = new Map([
      [1, (save: object): object => ({ ...save, b: 1 })],
      [2, (save: object): object => ({ ...save, c: 1 })],
    ]) as Steps;
    expect(migrate({ format: 1, a: 1 }, steps, 3)).toEqual({ ok: true, value: { format: 3, a: 1, b: 1, c: 1 } });
    expect(migrate({ format: 2 }, new Map(), 3)).toEqual({
      ok: false,
      error: 'its format is 2, which this program no longer reads',
    });
  });
  it.each<[unknown, string]>([
    [{ format: 2 }, 'its format is 2 and this program knows only up to 1: a newer one wrote it'],
    [{}, 'it does not say which format it has'],
    [{ format: 0 }, 'it does not say which format it has'],
    [[], 'it holds no save'],
    [null, 'it holds no save'],
  ])('%j: no', (value, error) => expect(migrate(value)).toEqual({ ok: false, error }));
});
