import type { Node } from 'jsonc-parser';
import type { Change } from './change.ts';
import type { RecordValues } from './record-values.ts';
import { unwrap } from './unwrap.ts';

export const keepRecordsTitle = 'Keep the records only';

/**
 * Replaces an object with the records in it. What holds the records around it is a list or has lines, so of a list in it
 * only the items are kept.
 * @param object that is an item of a list, a line, or the whole text
 * @param records the value in it: a record, or a list of them
 * @param title of the change
 */
export function keepRecordsOnly(
  { text, context }: RecordValues,
  object: Node,
  records: Node,
  title = keepRecordsTitle,
): Change {
  const { type, children: items = [] } = records;
  const [first] = items;
  const last = items.at(-1);
  if (context.place === 'root' || type !== 'array' || !first || !last) return unwrap(text, object, records, title);
  const end = last.offset + last.length;
  if (context.place === 'list')
    return unwrap(text, object, { offset: first.offset, length: end - first.offset }, title);
  const lines = items.map(({ offset, length }) => text.slice(offset, offset + length)).join('\n');
  return { title, edits: [{ offset: object.offset, length: object.length, content: lines }] };
}
