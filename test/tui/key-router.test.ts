// Keys: every byte arrives, once, in order, at the right place, however the terminal cuts it.

import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlCharacter, KeyRouter, type Press } from '../../src/tui/key-router.ts';
import { ManualTiming } from './manual-timing.ts';

class Source extends EventEmitter {
  readonly isTTY = true;
  raw = false;
  setRawMode(raw: boolean): void {
    this.raw = raw;
  }
  resume(): void {}
  pause(): void {}
}

function router(): {
  send: (...chunks: (string | Buffer)[]) => void;
  got: Press[];
  timing: ManualTiming;
  source: Source;
} {
  const source = new Source();
  const timing = new ManualTiming();
  const got: Press[] = [];
  const keys = new KeyRouter(source, timing, '\x1d', {
    press: (press) => got.push(press),
    prefixPressed: () => true,
    awaiting: () => {},
  });
  keys.start();
  return {
    send: (...chunks) => {
      for (const chunk of chunks) source.emit('data', Buffer.from(chunk));
    },
    got,
    timing,
    source,
  };
}

/** What was pressed, in short. */
const short = (press: Press): string =>
  press.kind === 'text'
    ? press.raw
    : press.kind === 'paste'
      ? `paste(${press.text})`
      : press.kind === 'wheel'
        ? `wheel(${press.by})`
        : press.kind === 'mouse'
          ? 'mouse'
          : `${press.kind}(${press.name})`;
const pressed = (...chunks: (string | Buffer)[]): string[] => {
  const { send, got, timing } = router();
  send(...chunks);
  timing.runAll();
  return got.map(short);
};

describe('the key router', () => {
  it('passes text and control characters as they are', () => {
    expect(pressed('show ip\r', '\x03', 'sh\t?\x1a\x1e\x1c\x7f')).toEqual([
      'show ip\r',
      '\x03',
      'sh\t?\x1a\x1e\x1c\x7f',
    ]);
  });

  it('puts a character together whose bytes came apart', () => {
    const bytes = Buffer.from('aé漢😀z');
    const single = [...bytes].map((byte) => Buffer.from([byte]));
    expect(pressed(...single).join('')).toBe('aé漢😀z');
  });

  it.each([
    ['\x1b[A', 'up'],
    ['\x1bOA', 'up'],
    ['\x1b[5~', 'pgup'],
    ['\x1b[6~', 'pgdn'],
    ['\x1bOP', 'f1'],
    ['\x1b[11~', 'f1'],
    ['\x1b[[A', 'f1'],
    ['\x1b[15~', 'f5'],
    ['\x1b[[E', 'f5'],
    ['\x1b[21~', 'f10'],
    ['\x1b[1;5C', 'ctrl-right'],
    ['\x1b[5;2~', 'shift-pgup'],
    ['\x1b[Z', 'shift-tab'],
    ['\x1b1', 'alt-1'],
    ['\x1bb', 'alt-b'],
    ['\x1b\x7f', 'alt-backspace'],
    ['\x1b[?1;2c', ''],
  ])('%j is the key %s, in one piece or in many', (bytes, name) => {
    expect(pressed(bytes)).toEqual([`key(${name})`]);
    expect(pressed(...bytes.split(''))).toEqual([`key(${name})`]);
    expect(pressed(`a${bytes}b`)).toEqual(['a', `key(${name})`, 'b']);
  });

  it('takes a lone ESC for the key, when nothing follows', () => {
    const { send, got, timing } = router();
    send('\x1b');
    expect(got).toEqual([]);
    timing.runAll();
    send('1');
    expect(got.map(short)).toEqual(['key(escape)', '1']);
    expect(pressed('\x1b\x1b[A')).toEqual(['key(escape)', 'key(up)']);
    expect(pressed('\x1b\r')).toEqual(['key(escape)', '\r']);
  });

  it('gives a half sequence back when its rest never comes', () => {
    const { send, got, timing } = router();
    send('\x1b[1;');
    timing.runAll();
    expect(got).toEqual([{ kind: 'key', name: '', raw: '\x1b[1;' }]);
  });

  it('knows the wheel, and keeps every other mouse report to itself', () => {
    expect(pressed('\x1b[<64;10;5M\x1b[<65;10;5M\x1b[<68;10;5M')).toEqual(['wheel(-1)', 'wheel(1)', 'wheel(-1)']);
    expect(pressed('\x1b[<0;10;5M\x1b[<0;10;5m\x1b[<35;1;1M', '\x1b[M !!')).toEqual([
      'mouse',
      'mouse',
      'mouse',
      'mouse',
    ]);
  });

  it('hands a paste over whole, the prefix key in it included', () => {
    expect(pressed('a\x1b[200~one\rtwo\x1dq\x1b[Athree\x1b[201~b')).toEqual([
      'a',
      'paste(one\rtwo\x1dq\x1b[Athree)',
      'b',
    ]);
    const bytes = '\x1b[200~12\x1b[201~3';
    expect(pressed(...bytes.split(''))).toEqual(['paste(12)', '3']);
    expect(pressed('\x1b[200~never ends')).toEqual(['paste(never ends)']);
  });

  it('takes the key after the prefix for the program, and only that one', () => {
    expect(pressed('a\x1dtb')).toEqual(['a', 'command(t)', 'b']);
    expect(pressed('\x1d', 't')).toEqual(['command(t)']);
    expect(pressed('\x1d\x1d')).toEqual(['command(prefix)']);
    expect(pressed('\x1d\x1bOQ')).toEqual(['command(f2)']);
    expect(pressed('\x1d\x1b')).toEqual(['command(escape)']);
    expect(pressed('\x1d\r')).toEqual(['command(enter)']);
    expect(pressed('\x1d\x1b[<64;1;1Mt')).toEqual(['wheel(-1)', 'command(t)']);
  });

  it('swallows a large paste in linear time', () => {
    const line = 'set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24\r';
    const text = line.repeat(16_000);
    const bytes = Buffer.from(`\x1b[200~${text}\x1b[201~`);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 1024) }, (_, i) =>
      bytes.subarray(i * 1024, (i + 1) * 1024),
    );
    const { send, got } = router();
    send(...chunks);
    expect(got).toEqual([{ kind: 'paste', text, raw: `\x1b[200~${text}\x1b[201~` }]);
  });

  it('loses no byte and invents none, whatever comes', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 5, unit: 'binary-ascii' }),
      fc.constantFrom(
        '\x1b',
        '\x1b[',
        '\x1b[A',
        '\x1bO',
        '\x1b[<64;1;1M',
        '\x1b[1;',
        '\x1bx',
        '\r',
        '\x03',
        'é',
        '\x1b[M',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (pieces, step) => {
        const glyphs = [...pieces.join('').replaceAll('\x1d', '').replaceAll('\x1b[200~', '')];
        const chunks = Array.from({ length: Math.ceil(glyphs.length / step) }, (_, i) =>
          glyphs.slice(i * step, (i + 1) * step).join(''),
        );
        const { send, got, timing } = router();
        send(...chunks);
        timing.runAll();
        expect(got.map((press) => press.raw).join('')).toBe(glyphs.join(''));
      }),
    );
  });

  it('turns raw mode on and off again', () => {
    const source = new Source();
    const keys = new KeyRouter(source, new ManualTiming(), '\x1d', {
      press: () => {},
      prefixPressed: () => true,
      awaiting: () => {},
    });
    keys.start();
    expect(source.raw).toBe(true);
    keys.stop();
    expect([source.raw, source.listenerCount('data')]).toEqual([false, 0]);
  });
});

it('knows control keys by name', () => {
  expect(controlCharacter('ctrl-]')).toBe('\x1d');
  expect(controlCharacter('Ctrl-a'.toLowerCase())).toBe('\x01');
  expect(controlCharacter('f1')).toBeUndefined();
});
