// `matching "…"`: which frames are shown.    Source: pcap-filter(7): primitives, `and`, `or`, `not`, parentheses.

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import { ETHERTYPE } from '../../../net/wire/iana.ts';
import type { Seen } from './packet-text.ts';

export type FrameFilter = (seen: Seen) => boolean;

const PROTOCOLS: Readonly<Record<string, number>> = {
  icmp: 1,
  tcp: 6,
  udp: 17,
  rsvp: 46,
  eigrp: 88,
  ospf: 89,
  vrrp: 112,
};

/** Reads an expression; an error is the word that cannot stand where it does. */
export function parseFilter(text: string): Result<FrameFilter, string> {
  const reader = new Reader(text.match(/[()!]|&&|\|\||[^\s()!&|]+/g) ?? []);
  const filter = reader.or();
  const rest = reader.next;
  return filter && rest === undefined ? ok(filter) : err(rest ?? text);
}

class Reader {
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  get next(): string | undefined {
    return this.#words[this.#at];
  }

  #take(...wanted: readonly string[]): boolean {
    const found = this.next !== undefined && wanted.includes(this.next);
    if (found) this.#at++;
    return found;
  }

  or(): FrameFilter | undefined {
    const parts = this.#parts(() => this.#and(), 'or', '||');
    return parts && ((seen) => parts.some((part) => part(seen)));
  }

  #and(): FrameFilter | undefined {
    const parts = this.#parts(() => this.#not(), 'and', '&&');
    return parts && ((seen) => parts.every((part) => part(seen)));
  }

  #parts(read: () => FrameFilter | undefined, ...joints: readonly string[]): readonly FrameFilter[] | undefined {
    const parts: FrameFilter[] = [];
    do {
      const part = read();
      if (!part) return undefined;
      parts.push(part);
    } while (this.#take(...joints));
    return parts;
  }

  #not(): FrameFilter | undefined {
    if (this.#take('not', '!')) {
      const inner = this.#not();
      return inner && ((seen) => !inner(seen));
    }
    if (!this.#take('(')) return this.#primitive();
    const inner = this.or();
    return this.#take(')') ? inner : undefined;
  }

  #primitive(): FrameFilter | undefined {
    if (this.#take('arp')) return ({ frame }) => frame.type === ETHERTYPE.arp;
    if (this.#take('ip')) {
      if (!this.#take('proto')) return ({ packet }) => packet !== undefined;
      return this.#protocol();
    }
    if (this.#take('proto')) return this.#protocol();
    if (this.next !== undefined && this.next in PROTOCOLS) {
      const protocol = PROTOCOLS[this.next];
      this.#at++;
      // `tcp port 179` is one primitive.
      const port = this.next === 'port' || this.next === 'src' || this.next === 'dst' ? this.#address() : undefined;
      return (seen) => seen.packet?.protocol === protocol && (port?.(seen) ?? true);
    }
    return this.#address();
  }

  #protocol(): FrameFilter | undefined {
    const word = (this.next ?? '').replace(/^\\/, '');
    const protocol = /^\d+$/.test(word) ? Number(word) : Object.hasOwn(PROTOCOLS, word) ? PROTOCOLS[word] : undefined;
    if (protocol === undefined) return undefined;
    this.#at++;
    return ({ packet }) => packet?.protocol === protocol;
  }

  /** `[src | dst] host A`, `[src | dst] port N`, `[src | dst] net A/N`. */
  #address(): FrameFilter | undefined {
    const side = this.#take('src') ? 0 : this.#take('dst') ? 1 : undefined;
    if (this.#take('port')) {
      const port = Number(this.next ?? Number.NaN);
      if (!Number.isInteger(port)) return undefined;
      this.#at++;
      return ({ ports }) => ports?.some((one, i) => one === port && (side === undefined || side === i)) ?? false;
    }
    if (!this.#take('net')) this.#take('host');
    const [, text = '', length = '32'] = /^([\d.]+)(?:\/(\d+))?$/.exec(this.next ?? '') ?? [];
    const address = parseIp4(text);
    if (address === undefined || Number(length) > 32) return undefined;
    this.#at++;
    const shift = 32 - Number(length);
    const same = (other: Ip4): boolean => shift === 32 || other >>> shift === address >>> shift;
    return ({ packet }) => {
      const ends = packet ? [packet.from, packet.to] : [];
      return ends.some((end, i) => (side === undefined || side === i) && same(end));
    };
  }
}
