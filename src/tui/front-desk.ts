// FrontDesk and Sitting: all that a screen may ask of the program. The screens know no disk, no pacer and no engine.

import type { Result } from '../base/result.ts';
import type { Micros } from '../sim/time.ts';

/** A lab as the menu lists it. */
export interface LabEntry {
  /** Its folder below `labs/`; a sub-lab's id begins with its parent's: `vrf-leak/wrong-import`. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** About how long it takes; undefined when nobody said. */
  readonly minutes: number | undefined;
  /** Why it cannot be opened: file, line, what was found. */
  readonly problem?: string;
}

/** A save as the menu lists it. */
export interface SaveEntry {
  readonly name: string;
  /** The lab's id; empty when a damaged file does not tell. */
  readonly lab: string;
  readonly labTime: Micros | undefined;
  /** Wall clock, milliseconds since 1970. */
  readonly savedAt: number | undefined;
  /** Why it cannot be opened: file, what is wrong, whether an older copy is good. */
  readonly problem?: string;
}

/** How many times faster than the wall clock. */
export type Speed = 1 | 10 | 100;
export const SPEEDS: readonly Speed[] = [1, 10, 100];

export interface OpenRequest {
  readonly lab: string;
  readonly save?: string;
  /** Default 1. */
  readonly speed?: Speed;
}

/** What the reception knows before anybody sits down. */
export interface FrontDesk {
  labs(): Promise<readonly LabEntry[]>;
  saves(): Promise<readonly SaveEntry[]>;
  /** An error is text for people: file, line, what was expected. */
  open(what: OpenRequest): Promise<Result<Sitting, string>>;
}

export interface DeviceFacts {
  readonly name: string;
  /** `ios`, `junos`, `host` */
  readonly os: string;
  readonly powered: boolean;
  /** Where the map draws it, in cells of a grid. */
  readonly at: readonly [number, number] | undefined;
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

/** `up`: the cable is in and every end works; `down`: it is in, and an end is shut or dark; `cut`: it is out. */
export type LinkState = 'up' | 'down' | 'cut';

export interface LinkFacts {
  readonly id: string;
  readonly kind: 'cable' | 'lan';
  readonly ends: readonly { readonly device: string; readonly port: string }[];
  readonly state: LinkState;
}

/** `unknown`: not asked since something changed that may matter. */
export type CheckState = 'passed' | 'failed' | 'unknown';

export interface CheckFacts {
  /** What must be so, as a sentence. */
  readonly say: string;
  /** What to look at when it is not. */
  readonly hint: string | undefined;
  readonly state: CheckState;
  /** The facts that were found; empty when nobody has looked. */
  readonly found: string;
  /** Of a group: its members. */
  readonly of: readonly CheckFacts[];
}

export interface TaskFacts {
  readonly id: string;
  readonly title: string;
  readonly brief: string;
  /** From a nudge to the command itself. */
  readonly hints: readonly string[];
  /** `blocked`: its checks pass, but a task before it is not done. `unknown`: something must be tried to tell. */
  readonly state: 'done' | 'open' | 'blocked' | 'unknown';
  readonly points: number;
  readonly checks: readonly CheckFacts[];
}

/** How lab time goes on. */
export interface Pace {
  readonly speed: Speed;
  readonly paused: boolean;
  /** Why it was paused, when it was not the learner: "nobody was here for ten minutes". */
  readonly why?: string;
  /** Running until nothing changes. */
  readonly settling: Settling | undefined;
}

export interface Settling {
  readonly since: Micros;
  /** How long nothing has changed, and how long it must be. */
  readonly quiet: Micros;
  readonly enough: Micros;
  /** Given up after this span. */
  readonly limit: Micros;
}

export type ConsoleState = 'prompt' | 'question' | 'pager' | 'running' | 'collect' | 'closed';

/** One device's console line: keys in, bytes out. */
export interface ConsoleLine {
  readonly device: string;
  /** Somebody sits down; a line that is open already is told the size. */
  open(rows: number, columns: number): void;
  /** What it printed before this screen existed (a save goes on where it was). */
  backlog(): string;
  /** What was pressed, as the terminal sends it. What it prints at once comes before this returns. */
  keys(text: string): void;
  resize(rows: number, columns: number): void;
  /** Hear what it prints; the returned function ends it. */
  onBytes(hear: (text: string) => void): () => void;
  state(): ConsoleState;
}

export type SaveOver = 'nothing' | 'own' | 'any';

export type SaveRefusal =
  /** A save of that name is there; ask, then overwrite. */
  | { readonly kind: 'exists' }
  /** Another program has written the save of that name since this one read or wrote it. */
  | { readonly kind: 'changed' }
  /** A name that cannot be, a full disk: text for people. */
  | { readonly kind: 'failed'; readonly why: string };

/** One lab being played. Getters are cheap and answer as of now. */
export interface Sitting {
  readonly lab: { readonly id: string; readonly title: string; readonly guide: string };
  /** What the learner should know of how it was opened: "the engine has changed since". */
  readonly notes: readonly string[];
  devices(): readonly DeviceFacts[];
  links(): readonly LinkFacts[];
  tasks(): readonly TaskFacts[];
  /** Asks every check anew, also those that take time; then `tasks()` has the answers. */
  grade(): Promise<void>;
  console(device: string): ConsoleLine;
  time(): Micros;
  pace(): Pace;
  setSpeed(speed: Speed): void;
  pause(): void;
  resume(): void;
  /** Runs that much lab time, then stands still. */
  step(span: Micros): void;
  /** Runs as fast as it can until nothing changes. False: it never got quiet, or was stopped. */
  settle(): Promise<boolean>;
  stopSettling(): void;
  setCable(link: string, plugged: boolean): void;
  saveName(): string | undefined;
  /** Something was done since the last save. */
  dirty(): boolean;
  fingerprint(): string;
  /** `over`: no other save, the save that it goes on from as this sitting knows it, or whatever is there. */
  save(name: string, over: SaveOver): Promise<Result<undefined, SaveRefusal>>;
  /** Told after changes, not once for each; the returned function ends it. */
  subscribe(listener: () => void): () => void;
  /** Nobody looks any more. `left`: and what was not saved is not wanted; `ended`: the program is being ended. */
  close(why: 'left' | 'ended'): void;
}
