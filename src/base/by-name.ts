// Records whose keys are names that somebody chose.

/** As `Object.fromEntries`, but nothing is inherited: `constructor` and `__proto__` are names like any other. */
export function byName<V>(entries: Iterable<readonly [string, V]> = []): { [name: string]: V } {
  const record = Object.create(null) as { [name: string]: V };
  for (const [name, value] of entries) record[name] = value;
  return record;
}
