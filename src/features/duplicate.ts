import type { Node } from 'jsonc-parser';
import { applyEdits, type Edit } from '../json/edit.ts';
import { record } from '../model/schema.ts';
import { parse } from '../record/parse/parse.ts';
import { type Instant, isEarlier, parseDateTime } from '../record/times/date-time.ts';

/** The new values of a copy. */
export interface CopySource {
  readonly jobId: string;
  readonly now: Date;
}

const times: ReadonlySet<string | undefined> = new Set(['created', 'modified', 'completed']);

/**
 * A copy of a record: with an id of its own, and its times moved so that the last of them is now, as far from each other
 * as they were. All else stays as it is written, mistakes included.
 * @param text of one record, broken or not
 */
export function copyOf(text: string, { jobId, now }: CopySource): string {
  const values = valuesIn(text);
  const ids = values.filter(([name, { type }]) => name === 'jobId' && type === 'string');
  const dated = values.flatMap(([name, node]) => {
    const instant = times.has(name) ? parseDateTime(node.value) : undefined;
    return instant ? [{ node, instant }] : [];
  });
  const last = dated.map(({ instant }) => instant).reduce<Instant | undefined>(later, undefined);
  const distance = last ? now.getTime() - milliseconds(last) : 0;
  return applyEdits(text, [
    ...ids.map(([, node]) => replace(node, jobId)),
    ...dated.flatMap(({ node, instant }) => replaceTime(node, milliseconds(instant) + distance)),
  ]);
}

/** The values of an object with the names that they have in the schema, if any, apart from case and separators. */
function valuesIn(text: string): readonly (readonly [name: string | undefined, value: Node])[] {
  const properties = parse(text)?.children ?? [];
  return properties.flatMap(({ children: [name, value] = [] }) => {
    return value ? [[record.names?.folded(String(name?.value)), value] as const] : [];
  });
}

function later(one: Instant | undefined, other: Instant): Instant {
  return one && isEarlier(other, one) ? one : other;
}

/** Whole milliseconds since 1970. */
function milliseconds({ minute, second, fraction }: Instant): number {
  return minute * 60_000 + second * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

/** Nothing, before the years that a date can have. None is later than now. */
function replaceTime(node: Node, time: number): Edit[] {
  const date = new Date(time);
  return date.getUTCFullYear() >= 1 ? [replace(node, date.toISOString())] : [];
}

function replace({ offset, length }: Node, text: string): Edit {
  return { offset, length, content: JSON.stringify(text) };
}
