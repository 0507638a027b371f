import type { Format } from '../files.ts';

/** The limit of a design that parses: the values alone, without their mistakes. */
export function check(text: string, format: Format): number {
  parseText(text, format);
  return 0;
}

/** The values of a text; of JSON Lines a list of them. */
export function parseText(text: string, format: Format): unknown {
  if (format !== 'lines') return JSON.parse(text);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
