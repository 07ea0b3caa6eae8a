import { it } from 'vitest';
import { createHash } from 'node:crypto';
import { sha512 } from '../src/base/sha512.ts';
import { passwordFits } from '../src/base/crypt.ts';
it('x', () => {
  for (const n of [0, 1, 100, 111, 112, 127, 128, 129, 239, 240, 241, 500, 2700]) {
    const m = Uint8Array.from({ length: n }, (_, i) => (i * 7) & 255);
    const a = Buffer.from(sha512(m)).toString('hex'); const b = createHash('sha512').update(m).digest('hex');
    console.log(n, a === b);
  }
  const t = performance.now();
  console.log(passwordFits('lab123', '$6$labstack$sHxJptWbMO5LnVq7CbnUNmPDFHSLOZnPZQZVApBAbVBbulJZfq.bO/tscxdH/0JsYs0lY/RntROhqRYD5DnCJ0'), performance.now() - t);
});
