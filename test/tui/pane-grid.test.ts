// Which consoles have panes: whatever is pressed, none twice, the focus on one of them, at most four.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placePanes } from '../../src/tui/lab-layout.ts';
import { PaneGrid } from '../../src/tui/pane-grid.ts';

const OPERATIONS: Readonly<Record<string, (grid: PaneGrid) => void>> = {
  beside: (grid) => grid.open('beside'),
  below: (grid) => grid.open('below'),
  four: (grid) => grid.four(),
  close: (grid) => grid.close(),
  next: (grid) => grid.next(),
  swap: (grid) => grid.swap(),
  left: (grid) => grid.towards('left'),
  right: (grid) => grid.towards('right'),
  up: (grid) => grid.towards('up'),
  down: (grid) => grid.towards('down'),
  show: (grid) => grid.show('d2'),
  goTo: (grid) => grid.goTo('d5'),
  nobody: (grid) => grid.show('nobody'),
};

it('keeps its order', () => {
  const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `d${at + 1}`);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.constantFrom(...Object.keys(OPERATIONS)), { maxLength: 30 }),
      (count, operations) => {
        const grid = new PaneGrid(names(count));
        for (const name of operations) {
          const before = grid.devices.length;
          OPERATIONS[name]?.(grid);
          const { devices, columns } = grid;
          expect(new Set(devices).size).toBe(devices.length);
          expect(devices).toContain(grid.focus);
          expect(names(count)).toEqual(expect.arrayContaining([...devices]));
          expect(columns.length).toBeLessThanOrEqual(2);
          for (const column of columns) expect([1, 2]).toContain(column.length);
          if (name === 'four') expect(devices.length).toBe(Math.min(4, count));
          if (name === 'close') expect(devices.length).toBe(Math.max(1, before - 1));
        }
      },
    ),
  );
});

it('every pane is within the room, none over another, none too small', () => {
  const room = fc.record({ columns: fc.integer({ min: 1, max: 250 }), rows: fc.integer({ min: 1, max: 80 }) });
  const grids = fc.constantFrom(
    [['a']],
    [['a', 'b']],
    [['a'], ['b']],
    [['a'], ['b', 'c']],
    [
      ['a', 'c'],
      ['b', 'd'],
    ],
  );
  fc.assert(
    fc.property(room, grids, fc.boolean(), ({ columns, rows }, grid, zoomed) => {
      const placed = placePanes({ columns, rows }, grid, 'a', zoomed);
      const cells = new Set<string>();
      for (const one of placed) {
        const height = one.rows + Number(one.titled);
        expect(one.left + one.columns).toBeLessThanOrEqual(columns);
        expect(one.top + height).toBeLessThanOrEqual(rows);
        for (let row = one.top; row < one.top + height; row++) {
          for (let column = one.left; column < one.left + one.columns; column++) {
            expect(cells.has(`${row} ${column}`)).toBe(false);
            cells.add(`${row} ${column}`);
          }
        }
      }
      // All of it is used, but for the line between two columns.
      const line = placed.length > 1 && grid.length > 1 ? rows : 0;
      expect(cells.size).toBe(columns * rows - line);
      if (zoomed || grid.flat().length === 1)
        expect(placed).toEqual([{ device: 'a', top: 0, left: 0, columns, rows, titled: false }]);
      if (columns >= 80 && rows >= 12 && !zoomed) expect(placed.length).toBe(grid.flat().length);
    }),
    { numRuns: 60 },
  );
});
