// The shape of a save as a zod schema: what is loaded is sound, or it is refused.

import * as z from 'zod';
import type { Save } from '../play/save.ts';
import type { Micros } from '../sim/time.ts';
import { ONCE } from './lab-schema.ts';

/** Ten thousand hours of lab time: nobody played longer, and a replay would not end. */
const TIME_MAX = 36_000_000_000_000;
const count = z.int().min(0);
const time = z
  .int()
  .min(0)
  .max(TIME_MAX)
  .transform((value) => value as Micros);
const name = z.string().min(1);
const size = z.int().min(0).max(10_000);
const stamp = { executed: count, at: time };
const session = { device: name, session: count };
const way = z.strictObject({ device: name, port: name, direction: z.enum(['out', 'in']) });

const InputShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...stamp, kind: z.literal('open'), ...session, auto: z.boolean(), rows: size, columns: size }),
  z.strictObject({ ...stamp, kind: z.literal('close'), ...session }),
  z.strictObject({ ...stamp, kind: z.literal('keys'), ...session, keys: z.string() }),
  z.strictObject({ ...stamp, kind: z.literal('resize'), ...session, rows: size, columns: size }),
  z.strictObject({ ...stamp, kind: z.literal('link'), link: name, up: z.boolean(), way: way.exactOptional() }),
  z.strictObject({
    ...stamp,
    kind: z.literal('impair'),
    link: name,
    lossPerMillion: count.max(1_000_000).exactOptional(),
    duplicatePerMillion: count.max(1_000_000).exactOptional(),
    jitter: time.exactOptional(),
    delay: time.exactOptional(),
    way: way.exactOptional(),
  }),
  z.strictObject({ ...stamp, kind: z.literal('power'), device: name, on: z.boolean() }),
  z.strictObject({ ...stamp, kind: z.literal('frame'), link: name, hex: z.string() }),
]);

const Configs = z.record(z.string(), z.array(z.string()));

const SaveShape = z.strictObject({
  format: z.literal(1),
  title: z.string(),
  engine: z.string(),
  lab: z.strictObject({ id: name, digest: name }),
  seed: count,
  from: z.enum(['start', 'solution', 'configs']),
  base: Configs.exactOptional(),
  inputs: z.array(InputShape),
  end: z.strictObject(stamp),
  fingerprint: z.string(),
  configs: Configs,
  done: z.array(z.string()),
});

/** A save in the newest format, or what is wrong with it. */
export function checkSave(value: unknown): { readonly save: Save } | { readonly issues: readonly z.core.$ZodIssue[] } {
  const read = SaveShape.safeParse(value, ONCE);
  if (!read.success) return { issues: read.error.issues };
  const save: Save = read.data;
  const late = firstOutOfOrder(save);
  if (late === undefined) return { save };
  const message = 'stands before an earlier one';
  return { issues: [{ code: 'custom', path: late < 0 ? ['end'] : ['inputs', late], message, input: undefined }] };
}

/** Index of the first input that comes before its predecessor; -1: the end does; undefined: all is in order. */
function firstOutOfOrder(save: Save): number | undefined {
  let last = { executed: 0, at: 0 };
  for (const [i, input] of save.inputs.entries()) {
    if (input.executed < last.executed || input.at < last.at) return i;
    last = input;
  }
  return save.end.executed < last.executed || save.end.at < last.at ? -1 : undefined;
}
