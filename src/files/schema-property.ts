import { parse } from '../record/parse/parse.ts';

/**
 * The value of `"$schema"` in a JSON text. Like VS Code's JSON service, this takes the first property of that name in
 * the root object whose value is a string.
 * @param beginning the beginning of the text, of any length
 */
export function schemaProperty(beginning: string): string | undefined {
  if (!mightBePresent.test(beginning)) return undefined;
  // One bracket deep, only the properties of an object have a name and a value.
  for (const { children: [name, value] = [] } of parse(beginning, 1)?.children ?? []) {
    if (name?.value === '$schema' && value?.type === 'string') return value.value;
  }
  return undefined;
}

/** Spares most files the parser: the name, or an escape that might hide it. */
const mightBePresent = /\$schema|\\u/;
