// The label space.

import { describe, expect, it } from 'vitest';
import { LabelAllocator } from '../../src/net/labels.ts';

describe('labels', () => {
  it('begin behind the reserved ones (RFC 3032 §2.1: 0 to 15)', () => {
    expect(new LabelAllocator().allocate('10.0.0.0/8')).toEqual({ ok: true, value: 16 });
  });

  it('stay with their FEC', () => {
    const labels = new LabelAllocator();
    labels.allocate('a');
    labels.allocate('b');
    expect(labels.allocate('a')).toEqual({ ok: true, value: 16 });
    expect(labels.of('b')).toBe(17);
  });

  it('rise in steps, and are used again only when the range is through', () => {
    const labels = new LabelAllocator({ first: 299_776, last: 299_808, step: 16 });
    expect(labels.allocate('a')).toEqual({ ok: true, value: 299_776 });
    labels.release('a');
    expect(labels.of('a')).toBeUndefined();
    expect(labels.allocate('b')).toEqual({ ok: true, value: 299_792 });
    expect(labels.allocate('c')).toEqual({ ok: true, value: 299_808 });
    expect(labels.allocate('d')).toEqual({ ok: true, value: 299_776 });
    expect(labels.allocate('e')).toEqual({ ok: false, error: 'exhausted' });
    labels.release('c');
    expect(labels.allocate('e')).toEqual({ ok: true, value: 299_808 });
  });

  it('are given back together when a process ends', () => {
    const labels = new LabelAllocator();
    labels.allocate('ldp x');
    labels.allocate('bgp y');
    labels.releaseAll('ldp ');
    expect([labels.of('ldp x'), labels.of('bgp y')]).toEqual([undefined, 17]);
  });
});
