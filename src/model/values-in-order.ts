import { type Allowed, allowedValues } from './allowed.ts';
import { defaultValues } from './defaults.ts';
import type { Definition } from './schema.ts';

/** The values of an enum in the order of a person's work: the usual one, the others of the schema, those the user allows. */
export function valuesInOrder({ path, values }: Definition, allowed: Allowed): readonly string[] {
  const usual = Object.entries(defaultValues).find(([name]) => name === path)?.[1];
  const known = values?.all ?? [];
  const first = known.filter((value) => value === usual);
  return [...new Set([...first, ...known, ...allowedValues(allowed, path)])];
}
