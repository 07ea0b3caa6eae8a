// State machines as tables: a box names the next state and the actions, and runs none.

/** What one event does in one state. */
export interface Box<S extends string, A extends string, F> {
  /** Only when this fact holds; boxes of a list are tried in order. */
  readonly if?: keyof F & string;
  /** Absent: the state stays. */
  readonly next?: S;
  readonly do?: readonly A[];
}

/** State, event, box. An empty box: the event has no meaning in that state. */
export type Table<S extends string, E extends string, A extends string, F> = Readonly<
  Record<S, Readonly<Partial<Record<E, Boxes<S, A, F>>>>>
>;

type Boxes<S extends string, A extends string, F> = Box<S, A, F> | readonly Box<S, A, F>[];

const list = <S extends string, A extends string, F>(boxes: Boxes<S, A, F>): readonly Box<S, A, F>[] =>
  'length' in boxes ? boxes : [boxes];

/** The box that applies; undefined when there is none. */
export function step<S extends string, E extends string, A extends string, F>(
  table: Table<S, E, A, F>,
  state: S,
  event: E,
  facts: F,
): { readonly next: S; readonly do: readonly A[] } | undefined {
  const boxes: Boxes<S, A, F> | undefined = table[state][event];
  if (boxes === undefined) return undefined;
  for (const box of list(boxes)) {
    if (box.if === undefined || facts[box.if]) return { next: box.next ?? state, do: box.do ?? [] };
  }
  return undefined;
}

/** The table for people: one line a box, `state event [fact] -> next: actions`. */
export function tableText<S extends string, E extends string, A extends string, F>(
  table: Table<S, E, A, F>,
): readonly string[] {
  const lines: string[] = [];
  for (const [state, row] of Object.entries(table) as [S, Table<S, E, A, F>[S]][]) {
    for (const [event, boxes] of Object.entries(row) as [E, Boxes<S, A, F>][]) {
      for (const box of list(boxes)) {
        const fact = box.if === undefined ? '' : ` [${box.if}]`;
        const actions = box.do === undefined ? '' : `: ${box.do.join(', ')}`;
        lines.push(`${state} ${event}${fact} -> ${box.next ?? state}${actions}`);
      }
    }
  }
  return lines;
}
