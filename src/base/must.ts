// must(condition, why): programmer errors stop the program. Operating errors are values (result.ts).

/** Thrown when the program contradicts itself; never for bad input. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
}

/** Stops the program when `condition` does not hold. */
export function must(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Impossible(why);
}

/** Stops the program. For paths on which not even the words for it may be put together before they are needed. */
export function impossible(why: string): never {
  throw new Impossible(why);
}

/** The value, which cannot be absent here; `why` says what was expected. */
export function present<T>(value: T | undefined | null, why: string): T {
  if (value === undefined || value === null) throw new Impossible(why);
  return value;
}

/** Marks the end of an exhaustive switch. */
export function never(value: never): never {
  throw new Impossible(`unexpected ${String(value)}`);
}
