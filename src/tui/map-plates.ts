// Where the boxes of the map go on a sheet of so many cells: devices, and the middles of LANs.

import type { DeviceFacts, LinkFacts } from './front-desk.ts';
import { cutText, textWidth } from './glyph-width.ts';
import { layOut, type Point } from './map-layout.ts';
import type { Style } from './theme.ts';

/** What the map is of, and what is chosen on it. */
export interface MapFacts {
  readonly devices: readonly DeviceFacts[];
  readonly links: readonly LinkFacts[];
  readonly device: string | undefined;
  readonly link: string | undefined;
}

/** A box on the sheet: a device, or the middle of a LAN (`lan ID`). */
export interface Plate {
  readonly key: string;
  readonly label: string;
  readonly style: Style;
  readonly column: number;
  readonly row: number;
  readonly width: number;
  /** 3 with a border, 1 without. */
  readonly height: number;
}

const NAME_MAX = 14;

/** Where each device is, in cells of a grid. */
export function places(devices: readonly DeviceFacts[], links: readonly LinkFacts[]): ReadonlyMap<string, Point> {
  const number = new Map(devices.map((device, index) => [device.name, index]));
  const pairs: [number, number][] = [];
  for (const link of links) {
    const ends = link.ends.map((end) => number.get(end.device)).filter((end) => end !== undefined);
    ends.forEach((end, index) => {
      for (const other of ends.slice(index + 1)) pairs.push([end, other]);
    });
  }
  const points = layOut(
    devices.map((device) => device.at),
    pairs,
  );
  return new Map(devices.map((device, index) => [device.name, points[index] as Point]));
}

const isLan = (link: LinkFacts): boolean => link.kind === 'lan';

/** Boxes with a border (`tall`) or without, spread over the sheet; undefined when they would lie on one another. */
export function plates(facts: MapFacts, width: number, height: number, tall: boolean): Plate[] | undefined {
  const at = places(facts.devices, facts.links);
  const across = Math.max(...[...at.values()].map((point) => point.x), 0);
  const down = Math.max(...[...at.values()].map((point) => point.y), 0);
  const rows = tall ? 3 : 1;
  const plate = (key: string, label: string, style: Style, point: Point, bordered: boolean): Plate => {
    const own = bordered ? rows : 1;
    const wide = textWidth(label) + (own === 3 ? 4 : 2);
    // One column and one row stay free around everything.
    const column = across === 0 ? (width - wide) / 2 : 1 + (point.x / across) * (width - 2 - widest);
    const row = down === 0 ? (height - own) / 2 : (point.y / down) * (height - rows) + (rows - own) / 2;
    const centred = across === 0 ? 0 : (widest - wide) / 2;
    return { key, label, style, column: Math.round(column + centred), row: Math.round(row), width: wide, height: own };
  };
  const name = (text: string): string => cutText(text, NAME_MAX);
  const widest = Math.max(...facts.devices.map((device) => textWidth(name(device.name)) + (tall ? 4 : 2)), 0);
  const made = facts.devices.map((device) => {
    const style: Style = device.name === facts.device ? 'selected' : device.powered ? 'title' : 'dim';
    return plate(device.name, name(device.name), style, at.get(device.name) as Point, true);
  });
  if (made.some((one) => one.column < 0 || one.row < 0 || one.column + one.width > width)) return undefined;
  if (made.some((one, index) => made.slice(index + 1).some((other) => overlap(one, other)))) return undefined;
  for (const link of facts.links.filter(isLan)) {
    const members = link.ends.map((end) => at.get(end.device)).filter((point) => point !== undefined);
    const middle = (pick: (point: Point) => number): number =>
      members.reduce((sum, point) => sum + pick(point), 0) / Math.max(1, members.length);
    const style: Style = link.id === facts.link ? 'selected' : linkStyle(link);
    const wanted = plate(
      `lan ${link.id}`,
      name(link.id),
      style,
      { x: middle((p) => p.x), y: middle((p) => p.y) },
      false,
    );
    made.push(freePlace(wanted, made, width, height));
  }
  return made;
}

const overlap = (a: Plate, b: Plate): boolean =>
  a.column < b.column + b.width + 1 &&
  b.column < a.column + a.width + 1 &&
  a.row < b.row + b.height &&
  b.row < a.row + a.height;

/** The nearest place where a plate lies on nothing; its own when there is none. */
function freePlace(wanted: Plate, others: readonly Plate[], width: number, height: number): Plate {
  let best: { readonly plate: Plate; readonly far: number } | undefined;
  for (let row = 0; row < height; row++)
    for (let column = 1; column + wanted.width < width; column++) {
      // A row is about as tall as two columns are wide.
      const far = Math.hypot(column - wanted.column, 2 * (row - wanted.row));
      if (best !== undefined && far >= best.far) continue;
      const plate = { ...wanted, column, row };
      if (!others.some((other) => overlap(plate, other))) best = { plate, far };
    }
  return best?.plate ?? wanted;
}

export function linkStyle(link: LinkFacts): Style {
  return link.state === 'up' ? 'good' : link.state === 'down' ? 'warn' : 'bad';
}
