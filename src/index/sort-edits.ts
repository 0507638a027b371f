import { Lines } from '../document/lines.ts';
import { absoluteRange, type Range } from '../document/position.ts';
import { sortProperties } from '../record/sort.ts';
import type { RangeEdit } from './record-edits.ts';
import type { RecordIndex } from './record-index.ts';
import { placesIn, recordsInside } from './records.ts';

/** Sorts the properties of a record in the schema's order. @returns no edits if they are sorted, or the record is broken */
export function sortRecord({ source }: RecordIndex, range: Range): RangeEdit[] {
  const text = source.getText(range);
  const lines = new Lines(text);
  return sortProperties(text).map((edit) => ({
    range: absoluteRange(lines.rangeOf(edit), range.start),
    content: edit.content,
  }));
}

/** The same for all records of a document. @param index settled */
export function sortAllRecords(index: RecordIndex): RangeEdit[] {
  return Array.from({ length: index.count }, (_, at) => at).flatMap((at) => {
    if (placesIn(index, at).length === 0) return [];
    const entry = index.entryAt(at);
    const ranges = index.hasRecordsInside(at) ? recordsInside(index, entry) : [entry];
    return ranges.flatMap((range) => sortRecord(index, range));
  });
}
