// What a schema finds wrong, in an author's words: what was found, what was expected, what may have been meant.

import type { z } from 'zod';
import { didYouMean } from '../base/nearest.ts';
import type { JsonPath, JsonSource } from '../lab/json-source.ts';
import type { LabProblem } from '../lab/lab.ts';

/** `"abc"`, `7`, `nothing`, `a list` … */
function found(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
};

/** `tasks[0].checks[1].on`; `the file` for the whole. */
function place(path: JsonPath): string {
  if (path.length === 0) return 'the file';
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

const oneOf = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(' or ');

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
      if (issue.origin === 'string') return 'a text that is not empty';
      return issue.origin === 'array' ? `at least ${issue.minimum} in the list` : `${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'array' ? `at most ${issue.maximum} in the list` : `${issue.maximum} or less`;
    case 'invalid_union':
      if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options);
      return 'a text or a list of texts';
    default:
      return issue.message;
  }
}

/** One issue as problems of `file`; `keys` are all names that a schema knows, for guesses. */
export function shapeProblems(
  file: string,
  source: JsonSource,
  issues: readonly z.core.$ZodIssue[],
  keys: readonly string[],
): readonly LabProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        line: source.lineOf([...path, key]),
        message: `${place(path)} has an unknown key "${key}"${didYouMean(key, keys)}`,
      }));
    }
    if (issue.code === 'custom')
      return [{ file, line: source.lineOf(path), message: `${place(path)} ${issue.message}` }];
    const value = source.at(path);
    const guesses =
      issue.code === 'invalid_value' ? issue.values : 'options' in issue ? (issue.options as unknown) : [];
    const guess = typeof value === 'string' && Array.isArray(guesses) ? didYouMean(value, guesses.map(String)) : '';
    const message = `${place(path)} is ${found(value)}; expected ${expected(issue)}${guess}`;
    return [{ file, line: source.lineOf(path), message }];
  });
}

/** Every property name that a JSON Schema speaks of. */
export function namesInSchema(schema: unknown): readonly string[] {
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'properties') for (const name of Object.keys(inner as object)) names.add(name);
      walk(inner);
    }
  };
  walk(schema);
  return [...names].sort();
}
