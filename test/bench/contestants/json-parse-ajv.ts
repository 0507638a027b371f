import type { Format } from '../files.ts';
import { parseText } from './json-parse.ts';
import { validate } from './validator.ts';

/** Says what is wrong, and not where. */
export function check(text: string, format: Format): number {
  validate(parseText(text, format));
  return validate.errors?.length ?? 0;
}
