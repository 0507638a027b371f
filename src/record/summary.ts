import { parse } from './parse.ts';
import { record } from './schema.ts';

/** What tells a record from others at a glance: its values as written, those that it has. */
export interface Summary {
  readonly name?: string;
  readonly status?: string;
  /** How the backup came to be; of a record that does not say, the type of its job, which nearly all have in common. */
  readonly type?: string;
  /** When it was started; of a record that does not say, any other time of its. */
  readonly time?: string;
  readonly jobId?: string;
}

/** Where each part stands, the first that is there. */
const sources: readonly (readonly [part: keyof Summary, names: readonly string[]])[] = [
  ['name', ['name']],
  ['status', ['status']],
  ['type', ['backupType', 'type']],
  ['time', ['created', 'completed', 'modified']],
  ['jobId', ['jobId']],
];

/** How many UTF-16 units of a value are enough to know it by. */
const longest = 200;

/** @param text of one record, broken or not */
export function summaryOf(text: string): Summary {
  const values = valuesIn(text);
  const summary: { -readonly [part in keyof Summary]: Summary[part] } = {};
  for (const [part, names] of sources) {
    const value = names.map((name) => wordsOf(values.get(name))).find((words) => words !== undefined);
    if (value !== undefined) summary[part] = value;
  }
  return summary;
}

/** The values of a record by the names that they are written under or, but for case and separators, mean. */
function valuesIn(text: string): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, value] of propertiesOf(text)) {
    const known = record.names?.has(name) ? name : record.names?.folded(name);
    if (known) values.set(known, value);
  }
  return values;
}

/** `JSON.parse` is many times as fast, and takes nearly every record. */
function propertiesOf(text: string): readonly (readonly [name: string, value: unknown])[] {
  try {
    return Object.entries(JSON.parse(text));
  } catch {
    const properties = parse(text, 1)?.children ?? [];
    return properties.map(({ children }) => [String(children?.[0]?.value), children?.[1]?.value] as const);
  }
}

/** A value on one line; undefined of one that says nothing: blank, a list, an object. */
function wordsOf(value: unknown): string | undefined {
  if (value === null || typeof value === 'object' || value === undefined) return undefined;
  return String(value).slice(0, longest).replace(/\s+/g, ' ').trim() || undefined;
}
