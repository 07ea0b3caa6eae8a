// Table, step(): state machines as their RFC prints them. A table names actions and runs none.

/** One way out of a box. The first arc of a box whose condition holds is taken. */
export interface Arc<State extends string, Action extends string, Fact extends string> {
  /** Only when this fact holds. */
  readonly if?: Fact;
  /** Only when this fact does not hold. */
  readonly unless?: Fact;
  /** Absent: the state stays. */
  readonly next?: State;
  /** Names of what the caller shall do, in this order. */
  readonly do?: readonly Action[];
}

/** What a state makes of an event: one arc, or several that are tried in order. */
export type Box<State extends string, Action extends string, Fact extends string> =
  | Arc<State, Action, Fact>
  | readonly Arc<State, Action, Fact>[];

/** Every state names every event it knows; an event it does not name is an empty box. */
export type Table<State extends string, Event extends string, Action extends string, Fact extends string = never> = {
  readonly [S in State]: { readonly [E in Event]?: Box<State, Action, Fact> };
};

/** What the facts are at this moment. */
export type Facts<Fact extends string> = Readonly<Record<Fact, boolean>>;

export interface Outcome<State extends string, Action extends string> {
  readonly next: State;
  readonly do: readonly Action[];
}

/**
 * One step. Undefined: the box is empty, the event is unexpected in this state, and the caller says so. A box none
 * of whose conditions holds is not empty: the state stays and nothing is to be done.
 */
export function step<State extends string, Event extends string, Action extends string, Fact extends string>(
  table: Table<State, Event, Action, Fact>,
  state: State,
  event: Event,
  facts: Facts<Fact>,
): Outcome<State, Action> | undefined {
  const box = table[state][event];
  if (box === undefined) return undefined;
  const arc = arcs(box).find((one) => open(one, facts));
  return { next: arc?.next ?? state, do: arc?.do ?? [] };
}

/** The table as lines `state event [condition] -> next: actions`, for guides and for tests that hold it to its RFC. */
export function tableText<State extends string, Event extends string, Action extends string, Fact extends string>(
  table: Table<State, Event, Action, Fact>,
): readonly string[] {
  const lines: string[] = [];
  for (const state of Object.keys(table) as State[]) {
    for (const [event, box] of Object.entries(table[state]) as [Event, Box<State, Action, Fact> | undefined][]) {
      if (box !== undefined) for (const arc of arcs(box)) lines.push(arcText(state, event, arc));
    }
  }
  return lines;
}

function arcText(state: string, event: string, arc: Arc<string, string, string>): string {
  const conditions = [...(arc.if ? [arc.if] : []), ...(arc.unless ? [`not ${arc.unless}`] : [])];
  const condition = conditions.length > 0 ? ` [${conditions.join(', ')}]` : '';
  const actions = arc.do && arc.do.length > 0 ? `: ${arc.do.join(', ')}` : '';
  return `${state} ${event}${condition} -> ${arc.next ?? state}${actions}`;
}

function arcs<State extends string, Action extends string, Fact extends string>(
  box: Box<State, Action, Fact>,
): readonly Arc<State, Action, Fact>[] {
  return Array.isArray(box) ? box : [box as Arc<State, Action, Fact>];
}

const open = <Fact extends string>(arc: Arc<string, string, Fact>, facts: Facts<Fact>): boolean =>
  (arc.if === undefined || facts[arc.if]) && (arc.unless === undefined || !facts[arc.unless]);
