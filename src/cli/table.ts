// Columns as C's printf writes them, because that is what wrote the tables on real routers.

import { must } from '../base/must.ts';

/** `%[flags][width][.precision]conversion`, or `%%`. */
const DIRECTIVE = /%(?:%|([-0]*)(\d*)(?:\.(\d+))?([sdxXc]))/g;

/**
 * Fills in a template: `%s` text (`%-16s` padded on the right, `%10s` on the left, `%.8s` cut, both together), `%d` a
 * whole number (`%05d` with noughts), `%x` and `%X` hexadecimal, `%c` a character, `%%` a per cent sign. What is wider
 * than its column pushes the rest to the right, as on a router.
 */
export const format = (template: string, ...values: readonly (string | number)[]): string => {
  let next = 0;
  const text = template.replace(
    DIRECTIVE,
    (directive: string, flags?: string, width?: string, precision?: string, conversion?: string) => {
      if (directive === '%%') return '%';
      must(next < values.length, `'${template}' has more columns than values`);
      const shown = converted(values[next++] as string | number, conversion ?? 's', precision);
      return padded(shown, Number(width ?? 0), flags ?? '');
    },
  );
  must(next === values.length, `'${template}' has fewer columns than values`);
  return text;
};

const converted = (value: string | number, conversion: string, precision: string | undefined): string => {
  if (conversion === 's' || conversion === 'c') {
    const text = String(value);
    return precision === undefined ? text : text.slice(0, Number(precision));
  }
  must(typeof value === 'number' && Number.isInteger(value), `%${conversion} wants a whole number, not ${value}`);
  if (conversion === 'd') return String(value);
  const digits = value.toString(16);
  return conversion === 'X' ? digits.toUpperCase() : digits;
};

const padded = (text: string, width: number, flags: string): string => {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  return text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
};

/** How a column of `table` is set. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** At least this wide. */
  readonly least?: number;
  /** Cut to this. */
  readonly most?: number;
}

/** Rows under titles, every column as wide as what is in it; nothing is padded behind the last one. */
export const table = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  gap = '  ',
): readonly string[] => {
  const all = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map(({ most }, i) => (row[i] ?? '').slice(0, most)),
  );
  const widths = columns.map(({ least = 0 }, i) => Math.max(least, ...all.map((row) => (row[i] as string).length)));
  return all.map((row) =>
    row
      .map((cell, i) => {
        const width = widths[i] as number;
        if (columns[i]?.align === 'right') return cell.padStart(width);
        return i === columns.length - 1 ? cell : cell.padEnd(width);
      })
      .join(gap)
      .trimEnd(),
  );
};
