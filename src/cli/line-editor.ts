// The line editor: one line, its cursor, what was cut and where in the history one stands. Pure: (state, command) ->
// state. Cisco IOS Configuration Fundamentals, "Editing Features"; Junos CLI User Guide, "Keyboard Sequences".

/** The line being typed. */
export interface LineState {
  readonly text: string;
  /** 0 … text.length */
  readonly cursor: number;
}

export type EditCommand =
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'word-left'
  | 'word-right'
  | 'delete-left'
  | 'delete-right'
  /** From here on, what is cut can be put back with `yank`. */
  | 'kill-word-left'
  | 'kill-word-right'
  | 'kill-start'
  | 'kill-end'
  | 'kill-line'
  | 'yank'
  /** Directly after `yank`: the cut before that one instead. */
  | 'yank-next'
  | 'transpose'
  | 'capitalise'
  | 'upper'
  | 'lower'
  | 'history-previous'
  | 'history-next'
  /** Begins a reverse incremental search, or looks further back. */
  | 'search-back'
  | 'search-accept'
  | 'search-cancel'
  /** The word before the cursor, completed from words typed earlier; again: another one. */
  | 'expand'
  /** The next key is inserted as it is. */
  | 'quote';

export type Edit = EditCommand | { readonly insert: string };

/** A reverse search under way. */
export interface Search {
  readonly pattern: string;
  readonly found: boolean;
  /** Where to return when it is given up. */
  readonly origin: LineState & { readonly recalled: number };
}

/** What the last command put in, when the next one may replace it. */
interface Inserted {
  readonly by: 'yank' | 'expand';
  readonly from: number;
  readonly stem: string;
  readonly nth: number;
}

export interface EditorState extends LineState {
  /** Cut pieces, the newest first. */
  readonly kills: readonly string[];
  /** How many lines back in the history: 0 is the line being written. */
  readonly recalled: number;
  /** The line being written, while another is shown. */
  readonly unfinished: string;
  readonly inserted: Inserted | undefined;
  readonly search: Search | undefined;
  readonly quoting: boolean;
  /** The last command could not be done. */
  readonly bell: boolean;
}

export interface EditorSetting {
  /** Most characters a line may have. */
  readonly limit: number;
  /** Characters that part words. */
  readonly separators: string;
  /** Oldest first. */
  readonly history: readonly string[];
}

/** Cuts that are remembered: "the last ten items" (Cisco IOS Configuration Fundamentals, "Recalling Deleted Entries"). */
const KILLS_MAX = 10;

/** A line to begin with. */
export const beginLine = (line: LineState, kills: readonly string[]): EditorState => ({
  text: line.text,
  cursor: Math.min(line.cursor, line.text.length),
  kills,
  recalled: 0,
  unfinished: '',
  inserted: undefined,
  search: undefined,
  quoting: false,
  bell: false,
});

/** Nothing done but the bell. */
const refuse = (state: EditorState): EditorState => ({ ...state, bell: true });

const moved = (state: EditorState, cursor: number): EditorState =>
  cursor < 0 || cursor > state.text.length ? refuse(state) : { ...state, cursor };

const replaced = (state: EditorState, from: number, to: number, by: string): EditorState => ({
  ...state,
  text: state.text.slice(0, from) + by + state.text.slice(to),
  cursor: from + by.length,
});

const deleted = (state: EditorState, from: number, to: number): EditorState =>
  from < 0 || to > state.text.length ? refuse(state) : replaced(state, from, to, '');

const killed = (state: EditorState, from: number, to: number): EditorState =>
  from >= to
    ? state
    : {
        ...replaced(state, from, to, ''),
        kills: [state.text.slice(from, to), ...state.kills].slice(0, KILLS_MAX),
      };

const wordLeft = ({ text, cursor }: LineState, separators: string): number => {
  let at = cursor;
  while (at > 0 && separators.includes(text[at - 1] as string)) at--;
  while (at > 0 && !separators.includes(text[at - 1] as string)) at--;
  return at;
};

const wordRight = ({ text, cursor }: LineState, separators: string): number => {
  let at = cursor;
  while (at < text.length && separators.includes(text[at] as string)) at++;
  while (at < text.length && !separators.includes(text[at] as string)) at++;
  return at;
};

/** As much of `text` as the limit leaves room for. */
const inserted = (state: EditorState, text: string, limit: number): EditorState => {
  const room = Math.max(0, limit - state.text.length);
  const fits = text.slice(0, room);
  const next = fits === '' ? state : replaced(state, state.cursor, state.cursor, fits);
  return fits.length < text.length ? refuse(next) : next;
};

/** The character left of the cursor changes places with the one at it; at the end, the last two. */
const transposed = (state: EditorState): EditorState => {
  const right = Math.min(state.cursor, state.text.length - 1);
  if (right < 1) return refuse(state);
  return replaced(state, right - 1, right + 1, `${state.text[right]}${state.text[right - 1]}`);
};

/** From the cursor to the end of its word. */
const recased = (state: EditorState, separators: string, change: (word: string) => string): EditorState => {
  const to = wordRight(state, separators);
  return replaced(state, state.cursor, to, change(state.text.slice(state.cursor, to)));
};

// ASCII letters only: a changed letter takes the place of the one that was there.
const upper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const capitalised = (word: string): string => lower(word).replace(/[a-z0-9]/, (first) => upper(first));

const yanked = (state: EditorState, nth: number, from: number, limit: number): EditorState => {
  const kill = state.kills[nth % Math.max(1, state.kills.length)];
  if (kill === undefined) return refuse(state);
  const next = inserted(replaced(state, from, state.cursor, ''), kill, limit);
  return { ...next, inserted: { by: 'yank', from, stem: '', nth } };
};

/** `recalled` lines back; 0 is the line that was being written. */
const recalled = (state: EditorState, back: number, history: readonly string[]): EditorState => {
  if (back < 0 || back > history.length) return refuse(state);
  const unfinished = state.recalled === 0 ? state.text : state.unfinished;
  const text = back === 0 ? unfinished : (history[history.length - back] as string);
  return { ...state, text, cursor: text.length, recalled: back, unfinished };
};

/** Looks for the search's pattern from `back` lines on; stays where it is when there is none. */
const searched = (
  state: EditorState,
  search: Omit<Search, 'found'>,
  back: number,
  history: readonly string[],
): EditorState => {
  for (let at = Math.max(1, back); at <= history.length; at++) {
    const cursor = (history[history.length - at] as string).indexOf(search.pattern);
    if (cursor < 0) continue;
    return { ...recalled(state, at, history), cursor, search: { ...search, found: true } };
  }
  return { ...state, search: { ...search, found: false }, bell: true };
};

/** A command during a search; undefined: it ends the search and does what it always does. */
const searching = (state: EditorState, search: Search, edit: Edit, setting: EditorSetting): EditorState | undefined => {
  if (typeof edit === 'object') {
    const pattern = search.pattern + edit.insert;
    return searched(state, { ...search, pattern }, state.recalled, setting.history);
  }
  if (edit === 'search-back') return searched(state, search, state.recalled + 1, setting.history);
  if (edit === 'search-accept') return { ...state, search: undefined };
  if (edit === 'search-cancel') return { ...state, ...search.origin, search: undefined };
  if (edit !== 'delete-left') return undefined;
  if (search.pattern === '') return refuse(state);
  const pattern = search.pattern.slice(0, -1);
  const origin = { ...state, ...search.origin };
  if (pattern === '') return { ...origin, search: { ...search, pattern, found: true } };
  return searched(origin, { ...search, pattern }, origin.recalled, setting.history);
};

const wordsOf = (line: string, separators: string): readonly string[] => {
  const words: string[] = [];
  let at = { text: line, cursor: 0 };
  while (at.cursor < line.length) {
    const end = wordRight(at, separators);
    const start = wordLeft({ text: line, cursor: end }, separators);
    if (start >= at.cursor) words.push(line.slice(start, end));
    at = { text: line, cursor: end };
  }
  return words;
};

/** Words of earlier lines that begin with `stem` and go on, the latest first, each once. */
const expansions = (stem: string, { history, separators }: EditorSetting): readonly string[] => [
  ...new Set(
    history
      .toReversed()
      .flatMap((line) => wordsOf(line, separators).toReversed())
      .filter((word) => word !== stem && word.startsWith(stem)),
  ),
];

const expanded = (state: EditorState, before: Inserted | undefined, setting: EditorSetting): EditorState => {
  const again = before?.by === 'expand' ? before : undefined;
  const from = again?.from ?? wordLeft(state, setting.separators);
  const stem = again?.stem ?? state.text.slice(from, state.cursor);
  const words = stem === '' ? [] : expansions(stem, setting);
  if (words.length === 0) return refuse(state);
  const nth = again === undefined ? 0 : (again.nth + 1) % words.length;
  const next = inserted(replaced(state, from, state.cursor, ''), words[nth] as string, setting.limit);
  return { ...next, inserted: { by: 'expand', from, stem, nth } };
};

type Do = (state: EditorState, setting: EditorSetting, last: Inserted | undefined) => EditorState;

const COMMANDS: Readonly<Record<EditCommand, Do>> = {
  left: (state) => moved(state, state.cursor - 1),
  right: (state) => moved(state, state.cursor + 1),
  home: (state) => moved(state, 0),
  end: (state) => moved(state, state.text.length),
  'word-left': (state, { separators }) => moved(state, wordLeft(state, separators)),
  'word-right': (state, { separators }) => moved(state, wordRight(state, separators)),
  'delete-left': (state) => deleted(state, state.cursor - 1, state.cursor),
  'delete-right': (state) => deleted(state, state.cursor, state.cursor + 1),
  'kill-word-left': (state, { separators }) => killed(state, wordLeft(state, separators), state.cursor),
  'kill-word-right': (state, { separators }) => killed(state, state.cursor, wordRight(state, separators)),
  'kill-start': (state) => killed(state, 0, state.cursor),
  'kill-end': (state) => killed(state, state.cursor, state.text.length),
  'kill-line': (state) => killed(state, 0, state.text.length),
  yank: (state, { limit }) => yanked(state, 0, state.cursor, limit),
  'yank-next': (state, { limit }, last) =>
    last?.by === 'yank' ? yanked(state, last.nth + 1, last.from, limit) : refuse(state),
  transpose: transposed,
  capitalise: (state, { separators }) => recased(state, separators, capitalised),
  upper: (state, { separators }) => recased(state, separators, upper),
  lower: (state, { separators }) => recased(state, separators, lower),
  'history-previous': (state, { history }) => recalled(state, state.recalled + 1, history),
  'history-next': (state, { history }) => recalled(state, state.recalled - 1, history),
  'search-back': (state) => {
    const { text, cursor } = state;
    return { ...state, search: { pattern: '', found: true, origin: { text, cursor, recalled: state.recalled } } };
  },
  'search-accept': (state) => state,
  'search-cancel': (state) => state,
  expand: (state, setting, last) => expanded(state, last, setting),
  quote: (state) => ({ ...state, quoting: true }),
};

/** Does one command. */
export const edit = (before: EditorState, command: Edit, setting: EditorSetting): EditorState => {
  const state: EditorState = { ...before, inserted: undefined, quoting: false, bell: false };
  if (state.search !== undefined) {
    const found = searching(state, state.search, command, setting);
    return found ?? edit({ ...state, search: undefined }, command, setting);
  }
  if (typeof command === 'object') return inserted(state, command.insert, setting.limit);
  return COMMANDS[command](state, setting, before.inserted);
};
