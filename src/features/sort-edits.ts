import type { RecordIndex } from '../index/record-index.ts';
import { RecordCursor, rangeIn, refsFrom } from '../index/records.ts';
import { type RangeEdit, rangeEdits } from '../json/edit.ts';
import type { Range } from '../json/position.ts';
import { excerptOf } from '../json/text-source.ts';
import { sortProperties } from './sort.ts';

/** Sorts the properties of a record in the schema's order. @returns no edits if they are sorted, or the record is broken */
export function sortRecord({ source }: RecordIndex, range: Range): RangeEdit[] {
  const record = excerptOf(source, range);
  return rangeEdits(sortProperties(record.text), record);
}

/** The same for all records of a document, one after the other. @param index settled */
export function* sortAllRecords(index: RecordIndex): Generator<RangeEdit[]> {
  for (const record of refsFrom(new RecordCursor(index))) {
    const range = rangeIn(index, record);
    yield range ? sortRecord(index, range) : [];
  }
}
