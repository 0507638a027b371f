import { parse } from '../record/parse.ts';

/**
 * What the `"$schema"` of a JSON text names, found as VS Code's JSON service finds it: a string, in the object that is
 * the root, the first of that name.
 * @param beginning of the text, cut off anywhere
 */
export function schemaProperty(beginning: string): string | undefined {
  if (!mayName.test(beginning)) return undefined; // Of most files, without parsing them.
  const root = parse(beginning, 1);
  if (root?.type !== 'object') return undefined;
  for (const { children: [name, value] = [] } of root.children ?? []) {
    if (name?.value === '$schema' && value?.type === 'string') return value.value;
  }
  return undefined;
}

/** The name, or an escape, in which it might hide. */
const mayName = /\$schema|\\u/;
