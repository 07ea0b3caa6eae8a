import { describe, expect, it } from 'vitest';
import { ok } from '../../src/base/result.ts';
import { linkOf, namesPort } from '../../src/lab/ports.ts';
import { Player } from '../../src/play/player.ts';
import { begin } from '../../src/play/replay.ts';
import { faultText, parseScript } from '../../src/play/script.ts';
import { shown } from '../../src/play/transcript.ts';
import { seconds } from '../../src/sim/time.ts';
import { toyLab, toyMachinery } from '../harness/toy-system.ts';

const lab = toyLab();

/** Plays a script in the lab of two toys. */
function played(script: string, options = { strict: false }) {
  const parsed = parseScript(script, 'script', lab);
  if (!parsed.ok) throw new Error(parsed.error.map(faultText).join('\n'));
  const begun = begin(lab, toyMachinery, { from: 'start' });
  if (!begun.ok) throw new Error('no play');
  let text = '';
  const saved: string[] = [];
  const hooks = {
    shown: (_device: string, _session: number, more: string) => {
      text += more;
    },
    save: (name: string) => {
      saved.push(name);
      return ok(undefined);
    },
  };
  const player = new Player(begun.value, hooks, options);
  begun.value.advance(seconds(1));
  const done = player.run(parsed.value);
  player.finish();
  return { play: begun.value, player, text, saved, done };
}

describe('reading a script', () => {
  it('passes over blank lines and comments, and keeps the rest with its line', () => {
    const items = parseScript('# hello\n\n@a\nshow config\n  set note x \n.wait 2s\n', 'f', lab);
    expect(items).toEqual({
      ok: true,
      value: [
        { file: 'f', line: 3, kind: 'goto', device: 'a', session: 0 },
        { file: 'f', line: 4, kind: 'line', text: 'show config' },
        { file: 'f', line: 5, kind: 'line', text: '  set note x ' },
        { file: 'f', line: 6, kind: 'wait', span: 2_000_000 },
      ],
    });
  });

  it.each<[string, object]>([
    ['@b 2', { kind: 'goto', device: 'b', session: 1 }],
    ['.settle', { kind: 'settle', limit: 600_000_000 }],
    ['.settle 30s', { kind: 'settle', limit: 30_000_000 }],
    ['.key tab', { kind: 'keys', keys: '\t' }],
    ['.key ?', { kind: 'keys', keys: '?' }],
    ['.key space', { kind: 'keys', keys: ' ' }],
    ['.key enter', { kind: 'keys', keys: '\r' }],
    ['.key up', { kind: 'keys', keys: '\x1b[A' }],
    ['.key ctrl-c', { kind: 'keys', keys: '\x03' }],
    ['.key ctrl-shift-6', { kind: 'keys', keys: '\x1e' }],
    ['.key esc', { kind: 'keys', keys: '\x1b' }],
    ['.type sh ver ', { kind: 'keys', keys: 'sh ver ' }],
    ['.cut a:ETH0', { kind: 'link', link: 'a-b', up: false }],
    ['.mend b:e0', { kind: 'link', link: 'a-b', up: true }],
    ['.cut a:eth0 out', { kind: 'link', link: 'a-b', up: false, way: { device: 'a', port: 'eth0', direction: 'out' } }],
    ['.mend b:e0 in', { kind: 'link', link: 'a-b', up: true, way: { device: 'b', port: 'eth0', direction: 'in' } }],
    [
      '.link a:e0 in loss=100%',
      {
        kind: 'impair',
        link: 'a-b',
        way: { device: 'a', port: 'eth0', direction: 'in' },
        how: { lossPerMillion: 1_000_000 },
      },
    ],
    ['.power a off', { kind: 'power', device: 'a', on: false }],
    ['.power a on', { kind: 'power', device: 'a', on: true }],
    [
      '.link a:eth0 loss=1% delay=20ms jitter=5ms duplicate=0.5%',
      {
        kind: 'impair',
        link: 'a-b',
        how: { lossPerMillion: 10_000, delay: 20_000, jitter: 5_000, duplicatePerMillion: 5_000 },
      },
    ],
    ['.save my save', { kind: 'save', name: 'my save' }],
    ['.expect  5 packets ', { kind: 'expect', text: '5 packets' }],
    ['.reject !', { kind: 'reject', text: '!' }],
  ])('%s', (line, item) =>
    expect(parseScript(line, 'f', lab)).toEqual({ ok: true, value: [{ file: 'f', line: 1, ...item }] }),
  );

  it.each([
    ['@z', 'there is no device "z"'],
    ['@', '"@" names no console; expected @DEVICE or @DEVICE NUMBER'],
    ['@a 17', 'console 17; expected 1 to 16'],
    ['.wiat 5s', 'there is no order ".wiat"; did you mean "wait"?'],
    ['.', 'there is no order "."'],
    ['.wait', '"" is no time; expected a time such as 500ms, 30s, 5m or 2h'],
    ['.key F99', 'there is no key "F99"'],
    ['.cut a', '"a" is no port; expected DEVICE:INTERFACE'],
    ['.cut a:eth1', 'no cable is in a:eth1; cables are in eth0'],
    ['.cut a:eth0 up', '"up" after a:eth0; expected out, in or nothing'],
    ['.cut a:eth0 out in', '"out in" after a:eth0; expected out, in or nothing'],
    ['.link a:eth0 out', '".link" without a setting; expected loss=1%, duplicate=1%, delay=20ms, jitter=5ms'],
    ['.power a', '".power a"; expected .power DEVICE on, or off'],
    ['.link a:eth0', '".link" without a setting; expected loss=1%, duplicate=1%, delay=20ms, jitter=5ms'],
    ['.link a:eth0 loss=101%', '"101%" is no share; expected 0% to 100%'],
    [
      '.link a:eth0 colour=red',
      '"colour=red" is no setting of a link; expected loss=1%, duplicate=1%, delay=20ms or jitter=5ms',
    ],
    ['.save', '".save" without a name'],
    ['.expect', '".expect" without a text'],
  ])('%s is refused', (line, message) => {
    const parsed = parseScript(`\n${line}`, 'f', lab);
    expect(parsed.ok ? [] : parsed.error.map(faultText)).toEqual([`f:2: ${message}`]);
  });

  it('gathers all faults', () => {
    const parsed = parseScript('@z\n.x\nfine\n', 'f', lab);
    expect(parsed.ok ? 0 : parsed.error.length).toBe(2);
  });

  it.each([
    ['GigabitEthernet0/1', 'GigabitEthernet0/1', true],
    ['gi0/1', 'GigabitEthernet0/1', true],
    ['Gi0/1.100', 'GigabitEthernet0/1', true],
    ['ge-0/0/0.0', 'ge-0/0/0', true],
    ['gi0/11', 'GigabitEthernet0/1', false],
    ['Te0/1', 'GigabitEthernet0/1', false],
    ['0/1', 'GigabitEthernet0/1', false],
  ])('port %s for %s: %s', (typed, port, names) => expect(namesPort(typed, port)).toBe(names));

  it('asks for more when a short name fits two ports', () => {
    const end = (device: string, port: string) => ({ device, port });
    const two = toyLab({
      links: [
        { id: 'x', kind: 'cable', ends: [end('a', 'Gi0'), end('b', 'Gi0')], delay: seconds(0) },
        { id: 'y', kind: 'cable', ends: [end('a', 'Ge0'), end('b', 'Ge0')], delay: seconds(0) },
      ],
    });
    expect(linkOf(two, 'a:g0')).toEqual({ ok: false, error: '"g0" may be Gi0 or Ge0; write more of its name' });
  });
});

describe('playing a script', () => {
  it('prints prompt, line and output, and leaves the last prompt out', () => {
    const { text } = played('@a\nclock\n@b\nclock\n@a\nshow config\n');
    expect(text).toBe('A> clock\n0:0:1\nB> clock\n0:0:1\nA> show config\naddress eth0 10.0.0.1\nhostname A\n');
  });

  it('keeps each line with its answer', () => {
    const { player } = played('@a\nclock\nset hostname X\nclock\n');
    expect(player.typed).toEqual([
      { device: 'a', at: 1_000_000, prompt: 'A> ', line: 'clock', output: '0:0:1\n', ended: 'prompt' },
      {
        device: 'a',
        at: 1_000_000,
        prompt: 'A> ',
        line: 'set hostname X',
        output: '* configured: hostname X\n',
        ended: 'prompt',
      },
      { device: 'a', at: 1_000_000, prompt: 'X> ', line: 'clock', output: '0:0:1\n', ended: 'prompt' },
    ]);
  });

  it('waits for a command that ends by itself, whatever comes next', () => {
    const { player, play } = played('@a\nping 10.0.0.2 4\n.expect !!!!\n.wait 1s\nclock\n');
    expect(player.failures).toEqual([]);
    expect(player.typed[0]?.output).toBe('!!!!\n');
    expect(play.now).toBe(1_000_000 + 4 * 1_002_000 + 1_000_000);
  });

  it('leaves an endless command running for the next order, and prints all of it', () => {
    const { player, text } = played('@a\nping 10.0.0.2\n.wait 2500ms\n.key ctrl-c\n.expect !!!\nclock\n');
    expect(player.failures).toEqual([]);
    expect(text).toBe('A> ping 10.0.0.2\n!!!\nA> clock\n0:0:3\n');
    expect(player.typed.map((one) => [one.line, one.output, one.ended])).toEqual([
      ['ping 10.0.0.2', '!!!\n', 'prompt'],
      ['clock', '0:0:3\n', 'prompt'],
    ]);
  });

  it('runs an endless command for ten minutes when a line follows', () => {
    const { player, play } = played('@a\nping 10.0.0.2\nclock\n');
    expect(player.typed.map((one) => one.ended)).toEqual(['running', 'running']);
    expect(play.now).toBeGreaterThanOrEqual(seconds(1_201));
  });

  it('answers questions, and says where a line ended', () => {
    const { player, text } = played('@a\nask\ny\nask\n');
    expect(player.typed).toMatchObject([
      { prompt: 'A> ', line: 'ask', output: 'Really? [confirm]', ended: 'question' },
      { prompt: 'Really? [confirm]', line: 'y', output: 'Done\n', ended: 'prompt' },
      { prompt: 'A> ', line: 'ask', ended: 'question' },
    ]);
    expect(text).toBe('A> ask\nReally? [confirm]y\nDone\nA> ask\nReally? [confirm]\n');
  });

  it('wakes a console that was left, or whose device was off, before it types', () => {
    const { player } = played('@a\nquit\nclock\n.power a off\nclock\n.power a on\nclock\n');
    expect(player.typed.map((one) => [one.line, one.output, one.ended])).toEqual([
      ['quit', '', 'closed'],
      ['clock', '0:0:1\n', 'prompt'],
      ['clock', '', 'closed'],
      ['clock', '0:0:1\n', 'prompt'],
    ]);
  });

  it('presses keys: what is built of them is one line', () => {
    const { player, text } = played('@a\n.type clo\n.key ?\n.key c\n.key k\n.key enter\nclock\n');
    expect(player.typed.map((one) => [one.line, one.output])).toEqual([
      ['clo?', 'clock  ping  quit  set  show config\n0:0:1\n'],
      ['clock', '0:0:1\n'],
    ]);
    expect(text).toBe('A> clo?\nclock  ping  quit  set  show config\nA> clock\n0:0:1\nA> clock\n0:0:1\n');
  });

  it('goes on where a console was, and has a second one', () => {
    const { text } = played('@a\n.type clo\n@a 2\nclock\n@a\nck\n');
    expect(text).toBe('A/1> clock\n0:0:1\nA> clock\n0:0:1\n');
  });

  it('needs no @ in a lab of one device, and one elsewhere', () => {
    expect(played('clock\n').done).toEqual({
      ok: false,
      error: 'script:1: no device was chosen: begin with @DEVICE, or with -d',
    });
    const alone = toyLab({ devices: lab.devices.slice(0, 1), links: [] });
    const begun = begin(alone, toyMachinery, { from: 'start' });
    const items = parseScript('clock', 'f', alone);
    if (!begun.ok || !items.ok) throw new Error('no play');
    const player = new Player(begun.value, { save: () => ok(undefined) });
    expect(player.run(items.value).ok).toBe(true);
    expect(player.typed[0]?.output).toBe('0:0:0\n');
  });

  it('counts expectations that are not met', () => {
    const { player } = played('@a\nclock\n.expect 0:0:1\n.reject nonsense\n.expect nonsense\n.reject 0:0\n');
    expect(player.failures.map((one) => [one.item.line, one.message])).toEqual([
      [5, 'expected in the output of "clock" on a: nonsense'],
      [6, 'not wanted in the output of "clock" on a: 0:0'],
    ]);
  });

  it('expects in the output only, not in the line that was typed', () => {
    const { player } = played('@a\nset note hello\n.reject set note\n.expect configured\n');
    expect(player.failures).toEqual([]);
  });

  it('under --strict a line that the device refuses fails', () => {
    const script = '@a\nclock\nset note error: none\nclcok\nset bogus\n';
    expect(played(script).player.failures).toEqual([]);
    expect(played(script, { strict: true }).player.failures.map((one) => one.message)).toEqual([
      'a refused "clcok": % Unknown word',
      'a refused "set bogus": % Unknown word',
    ]);
  });

  it('does everything else that an order asks', () => {
    const script = [
      '@a',
      '.cut a:eth0',
      'ping 10.0.0.2 1',
      '.reject !',
      '.mend a:eth0',
      '.link a:eth0 loss=100%',
      'ping 10.0.0.2 1',
      '.reject !',
      '.link a:eth0 loss=0%',
      '.power b off',
      'ping 10.0.0.2 1',
      '.reject !',
      '.power b on',
      '.settle',
      'ping 10.0.0.2 1',
      '.expect !',
      '.save one',
      '.power a off',
      '.power a on',
      'clock',
    ].join('\n');
    const { player, saved, done } = played(script);
    expect(done.ok).toBe(true);
    expect(player.failures).toEqual([]);
    expect(saved).toEqual(['one']);
    expect(player.typed.at(-1)?.output).toMatch(/^0:0:\d+\n$/);
  });

  it('prints the same bytes every time', () => {
    const script = '@a\n.link a:eth0 loss=30% jitter=2ms\nping 10.0.0.2 20\n@b\nping 10.0.0.1 20\n';
    expect(played(script).text).toBe(played(script).text);
    expect(played(script).text).toMatch(/!.*\./);
  });
});

describe('what a console shows', () => {
  it.each([
    ['ab\b\bxy', 'xy'],
    ['--More--\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\bnext', 'next    '],
    ['one\r\ntwo\rT', 'one\nTwo'],
    ['bell\x07', 'bell'],
    ['\b\bx', 'x'],
  ])('%j', (sent, seen) => expect(shown(sent)).toBe(seen));
});
