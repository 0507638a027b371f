import type { RecordIndex } from '../index/record-index.ts';
import { RecordCursor, rangeIn, refsFrom } from '../index/records.ts';
import { Lines } from '../json/lines.ts';
import { absoluteRange, type Range } from '../json/position.ts';
import type { RangeEdit } from './duplicate-and-remove.ts';
import { sortProperties } from './sort.ts';

/** Sorts the properties of a record in the schema's order. @returns no edits if they are sorted, or the record is broken */
export function sortRecord({ source }: RecordIndex, range: Range): RangeEdit[] {
  const text = source.getText(range);
  const lines = new Lines(text);
  return sortProperties(text).map((edit) => ({
    range: absoluteRange(lines.rangeOf(edit), range.start),
    content: edit.content,
  }));
}

/** The same for all records of a document, one after the other. @param index settled */
export function* sortAllRecords(index: RecordIndex): Generator<RangeEdit[]> {
  for (const record of refsFrom(new RecordCursor(index))) {
    const range = rangeIn(index, record);
    yield range ? sortRecord(index, range) : [];
  }
}
