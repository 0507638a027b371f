import { record } from '../model/schema.ts';
import { escapeControls } from '../model/words.ts';
import { parse } from './parse/parse.ts';

/** Values that tell a record from others, as they are written, if it has them. */
export interface Summary {
  readonly name?: string;
  readonly status?: string;
  /** How the backup was created; if the record does not say, the type of its job, which nearly all have in common. */
  readonly type?: string;
  /** When it was started; if the record does not say, another of its times. */
  readonly time?: string;
  readonly jobId?: string;
}

/** The properties that each part is taken from: the first one that is there. */
const sources: readonly (readonly [part: keyof Summary, names: readonly string[]])[] = [
  ['name', ['name']],
  ['status', ['status']],
  ['type', ['backupType', 'type']],
  ['time', ['created', 'completed', 'modified']],
  ['jobId', ['jobId']],
];

/** How many UTF-16 units of a value are enough to recognize it. */
const maxLength = 200;

/** @param text of one record, broken or not */
export function summaryOf(text: string): Summary {
  const values = valuesByName(text);
  const summary: { -readonly [part in keyof Summary]: Summary[part] } = {};
  for (const [part, names] of sources) {
    const value = names.map((name) => wordsOf(values.get(name))).find((words) => words !== undefined);
    if (value !== undefined) summary[part] = value;
  }
  return summary;
}

/** The values of a record by the names of their properties, apart from case and separators. */
export function valuesByName(text: string): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, value] of propertiesOf(text)) {
    const known = record.names?.folded(name);
    if (known) values.set(known, value);
  }
  return values;
}

/** `JSON.parse` is many times faster, and reads nearly every record. */
function propertiesOf(text: string): readonly (readonly [name: string, value: unknown])[] {
  try {
    return Object.entries(JSON.parse(text));
  } catch {
    const properties = parse(text, 1)?.children ?? [];
    return properties.map(({ children }) => [String(children?.[0]?.value), children?.[1]?.value] as const);
  }
}

/** A value on one line; undefined if it says nothing: if it is blank, a list or an object. */
function wordsOf(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'object') return undefined;
  return escapeControls(String(value).slice(0, maxLength).replace(/\s+/g, ' ').trim()) || undefined;
}
