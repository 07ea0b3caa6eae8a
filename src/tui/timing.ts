// Timing: the only clock of the screens, handed in so that tests can be the clock.

export interface Timing {
  /** Runs `then` once after so many milliseconds; the returned function forgets it. */
  after(millis: number, then: () => void): () => void;
}

/** The machine's own clock. */
export const machineTiming: Timing = {
  after(millis, then) {
    const timer = setTimeout(then, millis);
    return () => clearTimeout(timer);
  },
};
