// Measuring: medians of several runs, CPU rather than wall where the machine is shared, ratios to a bare Node.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
};

/** To three digits that mean something. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** Wall milliseconds of a whole process, run in turn with others: the median of `runs`. */
export function processTimes(
  commands: Readonly<Record<string, readonly string[]>>,
  runs: number,
): Record<string, number> {
  const times: Record<string, number[]> = {};
  for (let run = 0; run <= runs; run++) {
    for (const [name, args] of Object.entries(commands)) {
      const start = process.hrtime.bigint();
      const done = spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (done.status !== 0) throw new Error(`${args.join(' ')} ended with ${done.status}`);
      // The first run of each only warms the disk cache.
      if (run > 0) times[name] = [...(times[name] ?? []), Number(process.hrtime.bigint() - start) / 1e6];
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** CPU seconds that a piece of work in this process takes: the median of `runs`. */
export function cpuSeconds(work: () => void, runs = 3): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1e6);
  }
  return median(times);
}

/** `getconf CLK_TCK` of Linux. */
const TICKS = 100;

/** User and system seconds of a process: fields 14 and 15 of /proc/PID/stat; the second one is in brackets and may hold blanks. */
export function cpuOfProcess(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
