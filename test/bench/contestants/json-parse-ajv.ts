import type { Format } from '../files.ts';
import { parseText } from './json-parse.ts';
import { validate } from './validator.ts';

/** Names each mistake, without its position. */
export function check(text: string, format: Format): number {
  validate(parseText(text, format));
  return validate.errors?.length ?? 0;
}
