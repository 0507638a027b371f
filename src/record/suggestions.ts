import type { JSONPath, Node } from 'jsonc-parser';
import { type Allowed, allowedValues } from './allowed.ts';
import { locationAt, parse } from './parse.ts';
import { namesOf, propertyValue } from './powershell.ts';
import { escapeSnippet } from './scaffold.ts';
import { objectType } from './schema.ts';
import { schemaId } from './schema-id.ts';
import type { Span } from './span.ts';

/** What can be completed at a place although no schema knows it: it follows from the record, or from the others. */
export interface Suggestions {
  /** What a suggestion replaces: the string at the place, or nothing. */
  readonly span: Span;
  /** In the order in which they are shown. */
  readonly items: readonly Suggestion[];
  /** Whether what the schema suggests goes first. */
  readonly isLast: boolean;
}

export interface Suggestion {
  readonly label: string;
  readonly isName?: true;
  /** What is inserted, as a snippet. */
  readonly insert: string;
  /** What is compared with the text at the place, which has the quotes of a string. */
  readonly filter: string;
  readonly detail?: string;
  /** Set for an object type, which the schema explains. */
  readonly type?: string;
}

/** What the suggestions are taken from. */
export interface SuggestionSource {
  readonly now: Date;
  readonly allowed: Allowed;
  /** Whether the record is all there is in the file: only there may it name its schema. */
  readonly isWholeFile: boolean;
  /** The texts that other records have under a name, the most frequent first. */
  readonly otherValues: (name: 'tenant' | 'requesterName') => readonly string[];
}

/**
 * Suggests names and values.
 * @param text a list whose item at the place is a record, broken or not
 * @returns undefined where only the schema knows what can be there
 */
export function suggestionsAt(text: string, offset: number, source: SuggestionSource): Suggestions | undefined {
  const { path, previousNode: token, isAtPropertyKey } = locationAt(text, offset);
  // Behind a name or a value, a colon or a comma comes first.
  if (token && offset > token.offset + token.length) return undefined;
  const record = recordIn(text, path);
  const items = record && (isAtPropertyKey ? names(path, record, source) : values(path, record, source));
  if (!items || items.length === 0) return undefined;
  const span = token ? { offset: token.offset, length: token.length } : { offset, length: 0 };
  const isLast = isTime(path[1]);
  const behind = text.slice(span.offset + span.length);
  // A name that has its value already is replaced alone.
  if (isAtPropertyKey && /^\s*:/.test(behind))
    return { span, isLast, items: items.map((item) => ({ ...item, insert: item.filter })) };
  const comma = /^\s*["{[\w-]/.test(behind) ? ',' : '';
  return { span, isLast, items: items.map((item) => ({ ...item, insert: `${item.insert}${comma}` })) };
}

function recordIn(text: string, [index]: JSONPath): Node | undefined {
  return typeof index === 'number' ? parse(text)?.children?.[index] : undefined;
}

/** The names of `objectOptions`: the listed types first, since only these have an effect. */
function names(path: JSONPath, record: Node, { allowed }: SuggestionSource): Suggestion[] {
  if (path.length !== 4 || path.slice(1, 3).join('.') !== 'options.objectOptions') return [];
  const options = propertyValue(record, 'options');
  const present = options && propertyValue(options, 'objectOptions');
  const current = path[3];
  const taken = new Set(present && namesOf(present).filter((name) => name !== current));
  const listed = listedTypes(record);
  return typesFirst([...listed], allowed)
    .filter((type) => !taken.has(type))
    .map((type) => ({
      label: type,
      type,
      isName: true,
      filter: JSON.stringify(type),
      insert: `${JSON.stringify(type)}: {\n\t"includedNames": [\n\t\t"$1"\n\t]\n}`,
      ...(listed.has(type) && { detail: 'in includeTypes' }),
    }));
}

function values(path: JSONPath, record: Node, source: SuggestionSource): Suggestion[] {
  const [, name, ...below] = path;
  if (name === 'options' && below[0] === 'includeTypes' && below.length === 2) {
    const listed = listedTypes(record, Number(below[1]));
    const free = typesFirst([], source.allowed).filter((type) => !listed.has(type));
    return free.map((type) => ({ ...literal(type), type }));
  }
  if (below.length > 0) return [];
  if (name === 'tenant' || name === 'requesterName') {
    return source.otherValues(name).map((text) => ({ ...literal(text), detail: 'as in other records' }));
  }
  if (name === '$schema') {
    return source.isWholeFile ? [literal(schemaId)] : [];
  }
  return isTime(name) ? times(name, record, source.now) : [];
}

/** The object types that `includeTypes` lists, but for one of its items. */
function listedTypes(record: Node, except?: number): ReadonlySet<string> {
  const options = propertyValue(record, 'options');
  const items = (options && propertyValue(options, 'includeTypes')?.children) ?? [];
  return new Set(items.filter((_item, at) => at !== except).map(({ value }) => value));
}

/** The object types: those of the list before the others, in the schema's order. */
function typesFirst(first: readonly string[], allowed: Allowed): readonly string[] {
  const all = [...(objectType.values?.all ?? []), ...allowedValues(allowed, objectType.path)];
  return [...all.filter((type) => first.includes(type)), ...all.filter((type) => !first.includes(type))];
}

const timeNames: readonly string[] = ['created', 'modified', 'completed'];

function isTime(name: unknown): name is string {
  return typeof name === 'string' && timeNames.includes(name);
}

/** The time now; the schema has the one with the offset of the reader. And the other times of the record. */
function times(name: string, record: Node, now: Date): Suggestion[] {
  const utc = now.toISOString();
  const others = timeNames.filter((other) => other !== name);
  return [
    { ...literal(utc), label: 'now, in UTC', detail: utc },
    ...others.flatMap((other): Suggestion[] => {
      const text: unknown = propertyValue(record, other)?.value;
      return typeof text === 'string' && text !== '' ? [{ ...literal(text), detail: `as "${other}"` }] : [];
    }),
  ];
}

/** A string as it is written in JSON. */
function literal(text: string): Suggestion {
  const written = JSON.stringify(text);
  return { label: written, insert: escapeSnippet(written), filter: written };
}
