import { definition, recordNames } from './schema.ts';

/** A value of a scaffolded record: put in as it is where it is `Verbatim`, else offered to be typed over or chosen. */
export type Slot = Verbatim | string | number | boolean | null | object;

/** The text of a value in VS Code's snippet syntax. */
export class Verbatim {
  constructor(readonly text: string) {}

  static json(value: unknown): Verbatim {
    return new Verbatim(escaped(JSON.stringify(value)));
  }
}

/**
 * A record as a snippet: the properties in the schema's order, a tab stop for each value, its choices where the
 * schema lists them, the given value first. Indented with tabs, which VS Code turns into the document's own.
 * @param values by property name; a name left out is left out of the record
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

/** A snippet on one line. Its line breaks and the tabs behind them are layout: in a string of JSON they are escaped. */
export function onOneLine(snippet: string): string {
  return snippet.replace(/\n\t*/g, ' ');
}

/** The choices of an enum as a snippet has them, `first` before all others. */
export function choices(place: string, first: string): string {
  const others = (definition(place).values?.all ?? []).filter((value) => value !== first);
  return `|${[first, ...others].join(',')}|`;
}

function slot(name: string, value: Exclude<Slot, Verbatim>, nextTabStop: () => number): string {
  if (typeof value === 'object') return escaped(JSON.stringify(value, undefined, '\t')).replaceAll('\n', '\n\t');
  if (typeof value === 'boolean') return `\${${nextTabStop()}|${value},${!value}|}`;
  if (typeof value === 'number') return `\${${nextTabStop()}:${value}}`;
  const { values } = definition(name);
  if (!values?.has(value)) return `"\${${nextTabStop()}:${escaped(JSON.stringify(value).slice(1, -1))}}"`;
  return values.all.length === 1 ? `"${value}"` : `"\${${nextTabStop()}${choices(name, value)}}"`;
}

/** Text that a snippet takes literally. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
