// The map: devices as boxes, cables as lines between them, up, down or cut.

import type { LinkFacts } from './front-desk.ts';
import { Canvas, type Spot, type Strokes, strokes, walk } from './map-canvas.ts';
import { linkStyle, type MapFacts, type Plate, plates } from './map-plates.ts';
import type { Style, StyledLine } from './theme.ts';

/** `GigabitEthernet0/1` as routers shorten it: `Gi0/1`. */
export function shortPort(port: string): string {
  return port.replace(/^([A-Z][a-z])[A-Za-z-]+(?=\d)/, '$1');
}

const middleOf = (plate: Plate): Spot => ({
  column: plate.column + Math.floor(plate.width / 2),
  row: plate.row + Math.floor(plate.height / 2),
});
const covers = (plate: Plate, spot: Spot): boolean =>
  spot.row >= plate.row &&
  spot.row < plate.row + plate.height &&
  spot.column >= plate.column &&
  spot.column < plate.column + plate.width;

/** Which line of several between the same two: 0, 1, -1, 2 … beside the straight one. */
const laneOffset = (lane: number): number => (lane % 2 === 0 ? -lane / 2 : (lane + 1) / 2);

/** A lane runs beside the straight line: above and below it, or left and right where it goes up and down. */
function shift(a: Spot, b: Spot, lane: number): readonly [Spot, Spot] {
  const by = laneOffset(lane);
  const flat = Math.abs(a.column - b.column) >= 2 * Math.abs(a.row - b.row);
  const move = (spot: Spot): Spot =>
    flat ? { column: spot.column, row: spot.row + by } : { column: spot.column + 2 * by, row: spot.row };
  return [move(a), move(b)];
}

/** Which two boxes each line of a link joins: the ends of a cable, each end of a LAN with its middle. */
function joined(link: LinkFacts, at: ReadonlyMap<string, Plate>): readonly (readonly [Plate, Plate])[] {
  const ends = link.ends.map((end) => at.get(end.device)).filter((plate) => plate !== undefined);
  const hub = at.get(`lan ${link.id}`);
  if (hub !== undefined) return ends.map((end) => [end, hub] as const);
  const [from, to] = ends;
  return from !== undefined && to !== undefined && ends.length === 2 ? [[from, to]] : [];
}

/** The names of both ports on a level line, where they leave enough of it to see. */
function labelPorts(canvas: Canvas, link: LinkFacts, open: readonly Spot[], style: Style): void {
  const names = link.ends.map((end) => shortPort(end.port));
  const first = open[0];
  const last = open.at(-1);
  if (first === undefined || last === undefined || first.row !== last.row || names.length !== 2) return;
  const left = Math.min(first.column, last.column);
  const [near, far] = (first.column < last.column ? names : names.toReversed()) as [string, string];
  if (near.length + far.length + 6 > open.length) return;
  canvas.write({ column: left + 1, row: first.row }, near, style);
  canvas.write({ column: left + open.length - 1 - far.length, row: first.row }, far, style);
}

function drawLink(
  canvas: Canvas,
  link: LinkFacts,
  ends: readonly [Plate, Plate],
  look: { readonly lane: number; readonly chosen: boolean; readonly set: Strokes },
): void {
  const [from, to] = ends;
  const style: Style = look.chosen ? 'selected' : linkStyle(link);
  const [a, b] = shift(middleOf(from), middleOf(to), look.lane);
  canvas.line(a, b, { strokes: look.set, broken: link.state !== 'up', style });
  const open = walk(a, b)
    .map(({ spot }) => spot)
    .filter((spot) => !covers(from, spot) && !covers(to, spot));
  if (link.kind === 'cable') labelPorts(canvas, link, open, style);
  const middle = open[Math.floor(open.length / 2)];
  if (link.state === 'cut' && middle !== undefined) canvas.put(middle, look.set.gap, style);
}

function drawPlate(canvas: Canvas, plate: Plate, set: Strokes): void {
  const { column, row, width, height, label, style } = plate;
  if (height === 1) {
    const [open, close] = plate.key.startsWith('lan ') ? ['(', ')'] : ['[', ']'];
    canvas.write({ column, row }, `${open}${label}${close}`, style);
    return;
  }
  const [topLeft, topRight, bottomRight, bottomLeft] = set.corners;
  const edge = set.horizontal.repeat(width - 2);
  const frame: Style = style === 'selected' ? 'accent' : style === 'dim' ? 'dim' : 'plain';
  canvas.write({ column, row }, topLeft + edge + topRight, frame);
  canvas.write({ column, row: row + 1 }, `${set.vertical} ${' '.repeat(width - 4)} ${set.vertical}`, frame);
  canvas.write({ column: column + 2, row: row + 1 }, label, style);
  canvas.write({ column, row: row + 2 }, bottomLeft + edge + bottomRight, frame);
}

/** The map on a sheet of cells; undefined when the devices do not fit on it. */
export function drawMap(facts: MapFacts, width: number, height: number, ascii: boolean): StyledLine[] | undefined {
  if (width < 8 || height < 1) return undefined;
  const boxes = plates(facts, width, height, true) ?? plates(facts, width, height, false);
  if (boxes === undefined) return undefined;
  const canvas = new Canvas(width, height);
  const set = strokes(ascii);
  const at = new Map(boxes.map((plate) => [plate.key, plate]));
  const lanes = new Map<string, number>();
  // The chosen one last: on top of what it crosses.
  const links = [...facts.links].sort((a, b) => Number(a.id === facts.link) - Number(b.id === facts.link));
  const lane = new Map<LinkFacts, number>();
  for (const link of facts.links) {
    const between = link.ends
      .map((end) => end.device)
      .toSorted()
      .join(' ');
    const taken = lanes.get(between) ?? 0;
    lane.set(link, link.kind === 'cable' ? taken : 0);
    if (link.kind === 'cable') lanes.set(between, taken + 1);
  }
  for (const link of links)
    for (const ends of joined(link, at))
      drawLink(canvas, link, ends, { lane: lane.get(link) ?? 0, chosen: link.id === facts.link, set });
  for (const plate of boxes) drawPlate(canvas, plate, set);
  return canvas.lines();
}
