// The order of objects and probes.

import { byText, type Order } from '../../base/sorted-map.ts';

/** Numbers by number, before other names. */
export const byObjectName: Order<string> = (a, b) => {
  const [x, y] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  return x && y ? Number(a) - Number(b) : x === y ? byText(a, b) : x ? -1 : 1;
};
