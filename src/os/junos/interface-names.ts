// ge-0/0/0.0: type, FPC, PIC, port, unit.    Source: Junos interfaces fundamentals guide, "Interface Naming Overview".

/** A physical interface by name. */
export interface PhysicalName {
  /** `ge`, `xe`, `lo`, `ae` … */
  readonly type: string;
  /** FPC, PIC, port and channel of `et-0/0/1:2`; the number alone of `ae1`, `lo0`; empty for `irb`. */
  readonly numbers: readonly number[];
  /** It is a port of a PIC: `type-fpc/pic/port`. */
  readonly ofPic: boolean;
}

const PIC_TYPES = new Set(
  'at bcm cau4 ce1 coc1 coc3 coc12 ct1 ct3 cstm1 ds dsc e1 e3 et fe fte ge gr gre ip lsq lt mg mo ms mt oc pd pe pfe pfh si so sp stm1 stm4 t1 t3 ud ut vt xe xle rlsq umd vcp'.split(
    ' ',
  ),
);
const NUMBERED = new Set(
  'ae as demux dsc em fab fti fxp gr irb lo lsi me pp ps reth rlsq rms st swfab vlan vme vmnet vtep'.split(' '),
);
const BARE = new Set(['irb', 'vlan', 'vme', 'vtep', 'lsi', 'dsc', 'tap', 'all']);

/** Reads `ge-0/0/0`, `et-0/0/1:2`, `ae1`, `lo0`, `irb`; undefined when it is no such name. */
export function parsePhysical(text: string): PhysicalName | undefined {
  const port = /^([a-z]+\d?)-(\d{1,3})\/(\d{1,3})\/(\d{1,3})(?::(\d{1,3}))?$/.exec(text);
  if (port) {
    const [type = '', ...numbers] = port.slice(1).filter((part) => part !== undefined);
    return PIC_TYPES.has(type) ? { type, numbers: numbers.map(Number), ofPic: true } : undefined;
  }
  const numbered = /^([a-z]+)(\d{1,5})$/.exec(text);
  if (numbered && NUMBERED.has(numbered[1] as string)) {
    return { type: numbered[1] as string, numbers: [Number(numbered[2])], ofPic: false };
  }
  return BARE.has(text) && text !== 'all' ? { type: text, numbers: [], ofPic: false } : undefined;
}

/** A logical interface: `ge-0/0/0.100` is unit 100 of `ge-0/0/0`. */
export interface LogicalName {
  readonly physical: string;
  readonly unit: number;
}

/** Reads `ge-0/0/0.100`; without a unit it is unit 0. Undefined when it names no interface. */
export function parseLogical(text: string): LogicalName | undefined {
  const parts = /^(.*?)(?:\.(\d{1,10}))?$/.exec(text);
  const physical = parts?.[1] ?? '';
  return parsePhysical(physical) && { physical, unit: Number(parts?.[2] ?? '0') };
}

/** `ge-0/0/0.100` */
export const logicalName = (physical: string, unit: number | string): string => `${physical}.${unit}`;

/**
 * The order in which a configuration holds interfaces: ports of PICs by FPC, PIC and port, then the others by the
 * alphabet and by number. Names that are none (`<ge-*>`) come first, by their letters.
 */
export function comparePhysical(a: string, b: string): number {
  const [x, y] = [parsePhysical(a), parsePhysical(b)];
  if (!x || !y) return x ? 1 : y ? -1 : byLetters(a, b);
  if (x.ofPic !== y.ofPic) return x.ofPic ? -1 : 1;
  const numbers = compareNumbers(x.numbers, y.numbers);
  const types = byLetters(x.type, y.type);
  return x.ofPic ? numbers || types : types || numbers;
}

/** The same for `ge-0/0/0.0`: by interface, then by unit. */
export function compareLogical(a: string, b: string): number {
  const [x, y] = [parseLogical(a), parseLogical(b)];
  if (!x || !y) return x ? 1 : y ? -1 : byLetters(a, b);
  return comparePhysical(x.physical, y.physical) || x.unit - y.unit;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const byLetters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
