// Where the map puts devices: where the lab says, otherwise where springs and repulsion leave them, on a grid.
// Deterministic: the start is a circle in the lab's order.   After Fruchterman and Reingold, 1991.

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Body {
  readonly pinned: boolean;
  x: number;
  y: number;
}

const ROUNDS = 150;

/** One round: everything repels everything, links pull together; nobody moves further than `reach`. */
function relax(bodies: readonly Body[], links: readonly (readonly [number, number])[], reach: number): void {
  const moves = bodies.map(() => ({ x: 0, y: 0 }));
  const push = (a: number, b: number, force: (distance: number) => number): void => {
    const [one, two] = [bodies[a] as Body, bodies[b] as Body];
    // Two at the same place part along their order.
    const [dx, dy] = [one.x - two.x || 0.01 * (a - b), one.y - two.y];
    const distance = Math.hypot(dx, dy);
    const by = force(distance) / distance;
    const [first, second] = [moves[a] as { x: number; y: number }, moves[b] as { x: number; y: number }];
    first.x += dx * by;
    first.y += dy * by;
    second.x -= dx * by;
    second.y -= dy * by;
  };
  for (let a = 0; a < bodies.length; a++)
    for (let b = a + 1; b < bodies.length; b++) push(a, b, (distance) => 1 / distance);
  for (const [a, b] of links) if (a !== b) push(a, b, (distance) => -distance * distance);
  bodies.forEach((body, index) => {
    const move = moves[index] as { x: number; y: number };
    const length = Math.hypot(move.x, move.y);
    if (body.pinned || length === 0) return;
    body.x += (move.x / length) * Math.min(length, reach);
    body.y += (move.y / length) * Math.min(length, reach);
  });
}

/** Each to the nearest free cell of a grid, in order; pinned ones stay and keep theirs. */
function snap(bodies: readonly Body[]): void {
  const taken = new Set(bodies.filter((body) => body.pinned).map((body) => `${body.x} ${body.y}`));
  for (const body of bodies) {
    if (body.pinned) continue;
    const [x, y] = [Math.round(body.x), Math.round(body.y)];
    const free: { x: number; y: number; far: number }[] = [];
    for (let ring = 0; free.length === 0; ring++) {
      for (let dy = -ring; dy <= ring; dy++)
        for (let dx = -ring; dx <= ring; dx++)
          if (!taken.has(`${x + dx} ${y + dy}`))
            free.push({ x: x + dx, y: y + dy, far: Math.hypot(x + dx - body.x, y + dy - body.y) });
    }
    free.sort((a, b) => a.far - b.far || a.y - b.y || a.x - b.x);
    const best = free[0] as { x: number; y: number };
    body.x = best.x;
    body.y = best.y;
    taken.add(`${best.x} ${best.y}`);
  }
}

/**
 * A place for each of the nodes, in cells of a grid that begins at 0 0. `at`: where the lab wants it; `links`: pairs of
 * their numbers.
 */
export function layOut(
  at: readonly (readonly [number, number] | undefined)[],
  links: readonly (readonly [number, number])[],
): readonly Point[] {
  const bodies = at.map((place, index): Body => {
    if (place !== undefined) return { pinned: true, x: place[0], y: place[1] };
    const angle = (2 * Math.PI * index) / at.length - Math.PI / 2;
    const radius = Math.max(1, at.length / 3);
    return { pinned: false, x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
  if (bodies.some((body) => !body.pinned)) {
    for (let round = 0; round < ROUNDS; round++) relax(bodies, links, 0.5 * (1 - round / ROUNDS) + 0.01);
    // Springs end up about one unit long; the grid wants neighbours in different cells.
    for (const body of bodies) if (!body.pinned) [body.x, body.y] = [body.x * 1.5, body.y * 1.5];
    snap(bodies);
  }
  const left = Math.min(...bodies.map((body) => body.x));
  const top = Math.min(...bodies.map((body) => body.y));
  return bodies.map(({ x, y }) => ({ x: x - left, y: y - top }));
}
