import { describe, expect, it } from 'vitest';
import { format, table } from '../../src/cli/table.ts';

describe('format', () => {
  it.each([
    ['%s|', ['up'], 'up|'],
    ['%-8s|', ['up'], 'up      |'],
    ['%8s|', ['up'], '      up|'],
    ['%.3s|', ['administratively'], 'adm|'],
    ['%-5.3s|%5.2s|', ['abcdef', 'xyz'], 'abc  |   xy|'],
    ['%2s|', ['wider'], 'wider|'],
    ['%d|%5d|%-5d|%05d|', [7, 42, 42, 42], '7|   42|42   |00042|'],
    ['%05d|%5d', [-42, -42], '-0042|  -42'],
    ['%04x %X', [0xbeef, 0xbeef], 'beef BEEF'],
    ['100%% of %d', [3], '100% of 3'],
    ['%s %s', [1, 'a%sb'], '1 a%sb'],
  ])('%s of %j', (template, values, text) => {
    expect(format(template, ...values)).toBe(text);
  });

  // capture: IOS show ip interface brief, genieparser golden output.
  it('writes a row of a real table', () => {
    const row = (...cells: readonly string[]): string => format('%-27s%-16s%-4s%-7s%-22s%s', ...cells);
    expect(row('Interface', 'IP-Address', 'OK?', 'Method', 'Status', 'Protocol')).toBe(
      'Interface                  IP-Address      OK? Method Status                Protocol',
    );
  });

  it('stops the program when template and values do not fit', () => {
    expect(() => format('%s %s', 'a')).toThrow(/more columns/);
    expect(() => format('%s', 'a', 'b')).toThrow(/fewer columns/);
    expect(() => format('%d', 'a')).toThrow(/whole number/);
    expect(() => format('%d', 1.5)).toThrow(/whole number/);
  });
});

describe('table', () => {
  it('makes columns as wide as what is in them', () => {
    expect(
      table(
        [{ title: 'Name' }, { title: 'Routes', align: 'right' }, { title: 'State' }],
        [
          ['inet.0', '12', 'up'],
          ['bgp.l3vpn.0', '3', ''],
        ],
      ),
    ).toEqual(['Name         Routes  State', 'inet.0           12  up', 'bgp.l3vpn.0       3']);
  });

  it('keeps to the least and the most of a column', () => {
    expect(
      table(
        [
          { title: 'A', least: 4 },
          { title: 'B', most: 3 },
        ],
        [['x', 'abcdef']],
        ' ',
      ),
    ).toEqual(['A    B', 'x    abc']);
  });
});
