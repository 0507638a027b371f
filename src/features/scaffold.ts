import { definition, recordNames } from '../model/schema.ts';

/** A value of a scaffolded record. If it is not `Verbatim`, it becomes a tab stop, to be typed over or chosen. */
export type Slot = Verbatim | string | number | boolean | null | object;

/** Now, with the offset of where the user is: RFC 3339 in the variables of VS Code's snippets. */
export const now =
  '"${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}T${CURRENT_HOUR}:${CURRENT_MINUTE}:${CURRENT_SECOND}${CURRENT_TIMEZONE_OFFSET}"';

/** A value as text in VS Code's snippet syntax. */
export class Verbatim {
  constructor(readonly text: string) {}

  static json(value: unknown): Verbatim {
    return new Verbatim(escapeSnippet(JSON.stringify(value)));
  }
}

/**
 * A record as a snippet: the properties in the schema's order, with a tab stop for each value, and with choices where the
 * schema lists them, the given value first. Indented with tabs, which VS Code turns into the document's indentation.
 * @param values by property name; a property without a value is left out
 * @see https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax
 */
export function recordSnippet(values: Readonly<Record<string, Slot | undefined>>): string[] {
  const lines: string[] = [];
  let tabStops = 0;
  const nextTabStop = () => ++tabStops;
  for (const name of recordNames) {
    const value = values[name];
    if (value === undefined) continue;
    const text = value instanceof Verbatim ? value.text : slot(name, value, nextTabStop);
    lines.push(`\t"${name}": ${text}`);
  }
  return ['{', ...lines.join(',\n').split('\n'), '}'];
}

/** A snippet on one line. Its line breaks, and the tabs after them, are layout: in a JSON string they are escaped. */
export function onOneLine(snippet: string): string {
  return snippet.replace(/\n\t*/g, ' ');
}

/** The choices of an enum in a snippet, `first` before the others. */
export function choices(path: string, first: string): string {
  const others = (definition(path).values?.all ?? []).filter((value) => value !== first);
  return `|${[first, ...others].join(',')}|`;
}

function slot(name: string, value: Exclude<Slot, Verbatim>, nextTabStop: () => number): string {
  if (typeof value === 'object') return escapeSnippet(JSON.stringify(value, undefined, '\t')).replaceAll('\n', '\n\t');
  if (typeof value === 'boolean') return `\${${nextTabStop()}|${value},${!value}|}`;
  if (typeof value === 'number') return `\${${nextTabStop()}:${value}}`;
  const { values } = definition(name);
  if (!values?.has(value)) return `"\${${nextTabStop()}:${escapeSnippet(JSON.stringify(value).slice(1, -1))}}"`;
  return values.all.length === 1 ? `"${value}"` : `"\${${nextTabStop()}${choices(name, value)}}"`;
}

/** Text as a snippet that inserts it literally. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
