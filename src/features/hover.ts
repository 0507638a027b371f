import type { JSONPath, Node } from 'jsonc-parser';
import { valueAt } from '../json/node.ts';
import type { Span } from '../json/span.ts';
import type { Allowed } from '../model/allowed.ts';
import { type Definition, objectType } from '../model/schema.ts';
import { valuesInOrder } from '../model/values-in-order.ts';
import { locationAt, parse } from '../record/parse/parse.ts';
import { dateTimeOf, powershellDate } from '../record/powershell.ts';
import { type Instant, isEarlier, isZeroInstant, parseDateTime } from '../record/times/date-time.ts';
import { durationIn, secondsBetween } from '../record/times/duration.ts';
import { definitionAt } from './definition-at.ts';

/** Who reads, and when. */
export interface Reader {
  readonly now: Date;
  /** A time as the reader writes it, in the reader's zone. */
  readonly localTime: (time: Date) => string;
  /** The names and values that the reader allows beside the schema. */
  readonly allowed: Allowed;
  /** Describes a value of an enum, from the schema; undefined for one that is not in it. */
  readonly meaningOf: (property: string, value: string) => string | undefined;
}

/** Facts about a value that come from its record, not from the schema. */
export interface ValueFacts {
  /** The name or the value that the reader looks at. */
  readonly span: Span;
  /** In Markdown. */
  readonly text: string;
}

/**
 * Explains a name or a value by the record that it is in: its meaning, the others it could have, when a time
 * was, how long the job took.
 * @param text a list whose item at the offset is a record, broken or not
 * @returns undefined where there is nothing to add to the schema
 */
export function factsAt(text: string, offset: number, reader: Reader): ValueFacts | undefined {
  const { path, isAtPropertyKey } = locationAt(text, offset);
  const [index, ...steps] = path;
  const whole = typeof index === 'number' ? parse(text)?.children?.[index] : undefined;
  const value = whole && steps.reduce<Node | undefined>(nodeAt, whole);
  if (!whole || !value || steps.length === 0) return undefined;
  const node = isAtPropertyKey ? value.parent?.children?.[0] : value;
  if (!node || offset < node.offset || offset > node.offset + node.length) return undefined;
  const said = factsOf(steps, value, whole, reader);
  return said === undefined ? undefined : { span: { offset: node.offset, length: node.length }, text: said };
}

function nodeAt(node: Node | undefined, step: string | number): Node | undefined {
  return typeof step === 'number' ? node?.children?.[step] : node && valueAt(node, step);
}

function factsOf(path: JSONPath, value: Node, whole: Node, reader: Reader): string | undefined {
  const at = definitionAt(path);
  if (at?.path === 'options.includeTypes') return listedTypes(value);
  if (at === objectType) return meaningOfType(value, reader);
  if (at?.format === 'date-time') return timeFacts(at.path, value, whole, reader);
  return at?.values && valueList(at, value, reader);
}

function listedTypes({ children }: Node): string | undefined {
  const all = objectType.values?.all ?? [];
  const listed = new Set(children?.map(({ value }) => value));
  const count = all.filter((type) => listed.has(type)).length;
  return count > 0 ? `Lists ${count} of the ${all.length} object types.` : undefined;
}

/** The meaning of an object type. The others are too many for a hover. */
function meaningOfType({ value }: Node, { meaningOf }: Reader): string | undefined {
  return objectType.values?.has(value) ? `\`${value}\`: ${meaningOf('includeTypes', value)}` : undefined;
}

/** The meaning of the present value, and then the other allowed values. */
function valueList(at: Definition, { value: present }: Node, { allowed, meaningOf }: Reader): string {
  const all = valuesInOrder(at, allowed);
  const explained = (value: string) => `\`${value}\`: ${meaningOf(at.path, value) ?? 'Allowed by your settings.'}`;
  const list = (title: string, values: readonly string[]) =>
    `${title}:\n${values.map((value) => `- ${explained(value)}`).join('\n')}`;
  if (!all.includes(present)) return list('Values', all);
  const others = all.filter((value) => value !== present);
  return [explained(present), ...(others.length > 0 ? [list('Other values', others)] : [])].join('\n\n');
}

function timeFacts(name: string, value: Node, whole: Node, reader: Reader): string | undefined {
  const instant = instantOf(value);
  if (!instant || isZeroInstant(instant)) return undefined;
  const date = new Date(instant.minute * 60_000 + instant.second * 1000);
  const seconds = (reader.now.getTime() - date.getTime()) / 1000;
  const distance = durationIn(Math.abs(seconds));
  const when = `${reader.localTime(date)} your time, ${seconds >= 0 ? `${distance} ago` : `in ${distance}`}.`;
  return [when, after(name, instant, whole)].filter(Boolean).join(' ');
}

/** How long the job took, or how long after it the record was updated; nothing if the times are in a wrong order. */
function after(name: string, instant: Instant, whole: Node): string | undefined {
  const timeOf = (other: string): Instant | undefined => {
    const time = instantOf(valueAt(whole, other));
    return time && !isZeroInstant(time) && !isEarlier(instant, time) ? time : undefined;
  };
  const created = timeOf('created');
  if (name === 'completed') return created && `The job took ${durationIn(secondsBetween(created, instant))}.`;
  if (name !== 'modified') return undefined;
  const completed = timeOf('completed');
  const earlier = completed ?? created;
  return (
    earlier &&
    `${capital(durationIn(secondsBetween(earlier, instant)))} after "${completed ? 'completed' : 'created'}".`
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A time in RFC 3339, or in Windows PowerShell's format. */
function instantOf(value: Node | undefined): Instant | undefined {
  if (!value) return undefined;
  const milliseconds = powershellDate(value);
  return parseDateTime(milliseconds === undefined ? value.value : dateTimeOf(milliseconds));
}
