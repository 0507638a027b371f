import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EntryTable } from '../../src/index/entry-table.ts';
import { Shift } from '../../src/json/text-source.ts';
import { positionText, put, rangeText } from '../support/open-index.ts';

/** An entry on a line, or on two. */
function entry(line: number, character = 0, height = 0) {
  const start = { line, character };
  const end = { line: line + height, character: character + 10 };
  return {
    start,
    end,
    type: 'object',
    isAfterBracket: false,
    jobKey: line,
    jobIdAt: { line: 0, character: 3 },
  } as const;
}

/** A table of entries, each on a line of its own. */
function tableOf(lineCount: number): EntryTable {
  const table = new EntryTable(lineCount);
  for (let line = 0; line < lineCount; line++) table.push(entry(line), line);
  return table;
}

const starts = (table: EntryTable) => Array.from({ length: table.count }, (_, at) => positionText(table.startOf(at)));
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

test('an entry is what it was when it was added, wherever the gap is', () => {
  const table = new EntryTable(9);
  const types = ['object', 'array', 'string', 'number', 'boolean', 'null', undefined] as const;
  const added = types.map((type, line) => ({
    ...entry(line, line, 1),
    type,
    isAfterBracket: line % 2 === 0,
    jobIdAt: { line: 1, character: line },
  }));
  added.forEach((entry, at) => {
    table.push(entry, at * 1_000);
  });
  const expected = added.map((entry, at) => ({ ...entry, reportId: at * 1_000 }));
  for (const gap of [7, 0, 3, 3, 5, 2, 7]) {
    table.moveGap(gap);
    assert.equal(table.gap, gap);
    const entries = numbers(table.count).map((at) => table.at(at));
    assert.deepEqual(entries, expected, `gap ${gap}`);
    assert.deepEqual(
      table.indexesWhere((id, key) => id === 2_000 || key === 5),
      [2, 5],
    );
  }
});

test('entries are added in the middle, as many as there are', () => {
  const table = tableOf(200);
  table.moveGap(100);
  table.shift(new Shift(put(100, 0, '\n'.repeat(300))));
  for (const line of numbers(300, 100)) table.push(entry(line), 0);
  assert.deepEqual(
    starts(table),
    numbers(500).map((line) => `${line}:0`),
  );
  assert.deepEqual([table.jobKeyOf(99), table.jobKeyOf(400)], [99, 100]);
});

test('a change moves the entries behind it: those on its last line to the right, the others down', () => {
  const table = new EntryTable(3);
  for (const added of [entry(0), entry(0, 20), entry(0, 40, 1), entry(1, 20), entry(2)]) table.push(added, 0);
  table.moveGap(1);
  table.shift(new Shift(put(0, 15, 'xx', 1)));
  const ranges = () => numbers(table.count).map((at) => rangeText(table.at(at)));
  assert.deepEqual(ranges(), ['0:0-0:10', '0:21-0:31', '0:41-1:50', '1:20-1:30', '2:0-2:10']);
  table.shift(new Shift(put(0, 15, '\n')));
  assert.deepEqual(ranges(), ['0:0-0:10', '1:6-1:16', '1:26-2:50', '2:20-2:30', '3:0-3:10']);
  table.shift(new Shift(put(0, 15, 'y', 1)));
  assert.deepEqual(ranges(), ['0:0-0:10', '1:6-1:16', '1:26-2:50', '2:20-2:30', '3:0-3:10']);
});

test('the first entry that ends at or after a position is found on both sides of the gap', () => {
  const table = tableOf(9);
  for (const gap of [9, 0, 4]) {
    table.moveGap(gap);
    const found = [
      { line: 0, character: 0 },
      { line: 3, character: 10 },
      { line: 3, character: 11 },
      { line: 9, character: 0 },
    ].map((position) => table.firstEndingAt(position));
    assert.deepEqual(found, [0, 3, 4, 9]);
  }
});

test('only the bracket before the first entry behind the gap changes', () => {
  const table = tableOf(3);
  table.moveGap(1);
  const flags = () => numbers(3).map((at) => table.at(at).isAfterBracket);
  table.setAfterBracket(true);
  assert.deepEqual(flags(), [false, true, false]);
  assert.deepEqual([table.reportIdOf(1), table.at(1).type], [1, 'object']);
  table.setAfterBracket(false);
  assert.deepEqual(flags(), [false, false, false]);
});
