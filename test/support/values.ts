import { allDefinitions, definition } from '../../src/model/schema.ts';

/** The values of an enum, by its path. Tests that are not about one of them take them from here, so that the schema may grow. */
export function valuesOf(path: string): readonly string[] {
  return definition(path).values?.all ?? [];
}

/** How a sentence ends that lists the values of an enum. */
export function useOneOf(path: string): string {
  const quoted = valuesOf(path).map((value) => `"${value}"`);
  if (quoted.length === 1) return `The only allowed value is ${quoted[0]}.`;
  if (quoted.length > 6) return `Use one of the ${quoted.length} allowed values, such as ${quoted[0]}.`;
  return `Use ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}.`;
}

/** A sentence without the list of an enum's values, which a new value would change. */
export function withoutValues(sentence: string): string {
  const paths = [...allDefinitions.values()].filter(({ values }) => values).map(({ path }) => path);
  return paths.reduce((text, path) => text.replace(useOneOf(path), 'Use one of the values.'), sentence);
}
