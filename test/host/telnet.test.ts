import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Telnet } from '../../src/host/telnet.ts';

/** A server's end whose wire and keyboard are lists. Numbers are those of RFC 854, 857, 858, 1073. */
function end(begun = true) {
  const sent: number[] = [];
  const heard: string[] = [];
  const telnet = new Telnet({
    send: (bytes) => sent.push(...bytes),
    keys: (text) => heard.push(text),
    size: (rows, columns) => heard.push(`${rows} rows, ${columns} columns`),
  });
  if (begun) {
    telnet.begin();
    sent.length = 0;
  }
  const take = (...bytes: number[]): number[] => {
    telnet.receive(Uint8Array.from(bytes));
    return sent.splice(0);
  };
  return { telnet, sent, heard, take, type: (text: string) => take(...Buffer.from(text, 'latin1')) };
}
const [IAC, DONT, DO, WONT, WILL, SB, SE] = [255, 254, 253, 252, 251, 250, 240];
const [ECHO, SGA, NAWS, TERMINAL_TYPE] = [1, 3, 31, 24];

describe('the telnet negotiation', () => {
  it('offers to echo, wants no go-ahead, asks for the window', () => {
    const { telnet, sent } = end(false);
    telnet.begin();
    expect(sent).toEqual([IAC, WILL, ECHO, IAC, WILL, SGA, IAC, DO, SGA, IAC, DO, NAWS]);
  });

  it('does not answer an answer', () => {
    const { take } = end();
    expect(take(IAC, DO, ECHO, IAC, DO, SGA, IAC, WILL, SGA, IAC, WILL, NAWS)).toEqual([]);
    expect(take(IAC, DO, ECHO)).toEqual([]);
  });

  it('takes a refusal for what it is, and says nothing to it', () => {
    expect(end().take(IAC, DONT, ECHO, IAC, WONT, NAWS)).toEqual([]);
  });

  it('refuses what it does not know', () => {
    expect(end().take(IAC, WILL, TERMINAL_TYPE)).toEqual([IAC, DONT, TERMINAL_TYPE]);
    expect(end().take(IAC, DO, TERMINAL_TYPE)).toEqual([IAC, WONT, TERMINAL_TYPE]);
    expect(end().take(IAC, WONT, TERMINAL_TYPE, IAC, DONT, TERMINAL_TYPE)).toEqual([]);
  });

  it('follows a change of mind', () => {
    const { take } = end();
    take(IAC, DO, ECHO);
    expect(take(IAC, DONT, ECHO)).toEqual([IAC, WONT, ECHO]);
    expect(take(IAC, DO, ECHO)).toEqual([IAC, WILL, ECHO]);
  });

  it('ends between any two ends of this kind: neither answers for ever', () => {
    const command = fc.tuple(fc.constantFrom(DO, DONT, WILL, WONT), fc.constantFrom(ECHO, SGA, NAWS, TERMINAL_TYPE));
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
        const [a, b] = [end(), end()];
        let wire = b.take(...commands.flatMap(([what, option]) => [IAC, what, option]));
        for (let turn = 0; wire.length > 0; turn++) {
          expect(turn).toBeLessThan(4);
          wire = b.take(...a.take(...wire));
        }
      }),
    );
  });
});

describe('what a telnet client sends', () => {
  it.each([
    ['CR NUL', 'show\r\0x', 'show\rx'],
    ['CR LF', 'show\r\nx', 'show\rx'],
    ['a lone LF', 'show\nx', 'show\nx'],
    ['a lone CR', 'a\rb', 'a\rb'],
    ['a doubled 255', 'a\xff\xffb', 'a\ufffdb'],
    ['Interrupt Process, Erase Character, Erase Line', 'a\xff\xf4b\xff\xf7\xff\xf8', 'a\x03b\x7f\x15'],
    ['No Operation, Break, Go Ahead', 'a\xff\xf1\xff\xf3\xff\xf9b', 'ab'],
    ['a subnegotiation that nobody asked for', 'a\xff\xfa\x18\0vt\xff\xff100\xff\xf0b', 'ab'],
  ])('%s', (_, typed, keys) => {
    const { heard, type } = end();
    type(typed);
    expect(heard.join('')).toBe(keys);
  });

  it('comes out the same wherever it is cut', () => {
    const piece = fc.oneof(
      fc.constantFrom('ä€𝄞', '\r\0', '\r\n', '\x1b[A').map((text) => [...Buffer.from(text)]),
      fc.constantFrom([IAC, 244], [IAC, DO, ECHO], [IAC, SB, NAWS, 0, 80, 0, IAC, IAC, IAC, SE], [IAC, SB, 7, IAC, SE]),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
        (all, cuts) => {
          const bytes = all.flat();
          const [whole, cut] = [end(), end()];
          whole.take(...bytes);
          for (let at = 0; at < bytes.length; ) {
            const length = cuts.next().value as number;
            cut.take(...bytes.slice(at, at + length));
            at += length;
          }
          expect(cut.heard.join('')).toBe(whole.heard.join(''));
        },
      ),
    );
  });

  it('may be anything: it is taken, and answered by no more than was sent', () => {
    const bytes = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(IAC, DO, DONT, WILL, WONT, SB, SE, NAWS)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(bytes, (noise) => {
        expect(end().take(...noise).length).toBeLessThanOrEqual(5 * noise.length);
      }),
    );
  });

  it('tells its window; nothing of it, or too much, is no size', () => {
    const { heard, take } = end();
    take(IAC, SB, NAWS, 0, 132, 0, 50, IAC, SE);
    // RFC 1073: 0 means that the client does not say; a 255 in it is doubled.
    take(IAC, SB, NAWS, 0, 0, 0, 50, IAC, SE);
    take(IAC, SB, NAWS, 0, IAC, IAC, 0, 24, IAC, SE);
    take(IAC, SB, NAWS, 0, 80, IAC, SE);
    take(IAC, SB, NAWS, IAC, IAC, IAC, IAC, 0, 24, IAC, SE);
    take(IAC, SB, ...Array.from({ length: 1000 }, () => NAWS), IAC, SE);
    expect(heard).toEqual(['50 rows, 132 columns', '24 rows, 255 columns', '24 rows, 1000 columns']);
  });

  it('is told that somebody is here', () => {
    expect(Buffer.from(end().take(IAC, 246)).toString()).toBe('\r\n[Yes]\r\n');
  });
});

it('prints a CR that begins no new line as CR NUL', () => {
  const { telnet, sent } = end();
  telnet.print('a\r\nb\rc\r');
  expect(Buffer.from(sent).toString()).toBe('a\r\nb\r\0c\r\0');
});
