import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { EntryFixes, entryFixesAt, fixesOfFile } from '../../src/index/fixes.ts';
import { entriesWithFindings, listFindings } from '../../src/index/listing.ts';
import type { RangeEdit } from '../../src/json/edit.ts';
import { compare } from '../../src/json/position.ts';
import { newIndex, open as openIndex, put } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

function open(text: string, at: number, format: Format) {
  const document = new TextDocument(text);
  const index = newIndex(document, format);
  index.step();
  const entry = new EntryFixes(index, index.entryAt(at));
  return { document, entry, findings: index.findingsOf(at).map(({ finding }) => finding) };
}

/** The text of a document after edits. */
function edited(document: TextDocument, edits: readonly RangeEdit[]): string {
  for (const { range, content } of edits.toSorted((a, b) => compare(b.range.start, a.range.start)))
    document.apply([{ range, text: content }]);
  return document.text;
}

/** Applies all lossless fixes of an entry. */
function fixed(text: string, at: number, format: Format): string {
  const { document, entry, findings } = open(text, at, format);
  return edited(
    document,
    entry.fixAll(findings, () => true),
  );
}

/** The titles of the fixes for the findings of an entry, and the text after the first of them. */
function firstFix(text: string, at: number, format: Format = 'json'): [titles: string[], text: string] {
  const { document, entry, findings } = open(text, at, format);
  const fixes = findings.flatMap((finding) => entry.fixesOf(finding));
  return [fixes.map(({ title }) => title), edited(document, fixes[0]?.edits ?? [])];
}

const record = '{"jobId": "x", "name": "y"}';

for (const [where, before, at, after, format = 'json'] of [
  ['a list', '[{},\n {\n  "jobId": null, "status": "complete" }]', 1, '[{},\n {\n  "status": "COMPLETE" }]'],
  ['a document of one record', '\n {\n  "status": "complete" }', 0, '\n {\n  "status": "COMPLETE" }'],
  ['JSON Lines', '{}\n{ "status": "complete" }', 1, '{}\n{ "status": "COMPLETE" }', 'lines'],
  [
    'JSON Lines, after an invisible character',
    '{}\n\u200b{ "status": "complete" }',
    1,
    '{}\n\u200b{ "status": "COMPLETE" }',
    'lines',
  ],
] as const) {
  test(`a fix edits a record in place in ${where}`, () => assert.equal(fixed(before, at, format), after));
}

test('the fixes for a finding suit where the record is', () => {
  const list = `[${record}]`;
  const [encoded, encodedList] = [JSON.stringify(record), JSON.stringify(list)];
  // Only a whole file can become a list.
  assert.deepEqual(firstFix(encodedList, 0), [['Decode the string'], list]);
  assert.deepEqual(firstFix(`[${encodedList}]`, 0), [[], `[${encodedList}]`]);
  assert.deepEqual(firstFix(`[${encoded}]`, 0), [['Decode the string'], `[${record}]`]);
  assert.deepEqual(firstFix(`{}\n${encodedList}`, 1, 'lines'), [[], `{}\n${encodedList}`]);
  assert.deepEqual(firstFix(`{}\n{ "value": [${record}], "Count": 1 }`, 1, 'lines'), [
    ['One record per line', 'Give it a new id'],
    `{}\n${record}`,
  ]);
});

test('only records with findings are fixed', () => {
  const { index } = openIndex('[{ "name": "x" }, { "status": "X" }, {}, { "x": 1, "name": "y" }]');
  const rules = Array.from(entriesWithFindings(index), ([, findings]) => findings.map(({ rule }) => rule));
  assert.deepEqual(rules, [['enum'], ['unknown-property']]);
});

test('the fixes of a record suit the document as it is now, after any edit since the last fix', () => {
  const page = '{ "items": [{ "jobId": "x", "status": "complete" }, { "jobId": "y", "status": "failed" }] }';
  const { document, index, change } = openIndex(`{}\n${page}\n{ "status": "cancelled" }`, 'lines');
  /** The document after the fixes of all statuses of an entry. */
  const fixedAt = (at: number) => {
    const entry = entryFixesAt(index, at);
    const wrong = index.findingsOf(at).filter(({ finding }) => finding.rule === 'enum');
    const edits = wrong.flatMap(({ finding }) => entry.fixesOf(finding)[0]?.edits ?? []);
    return edited(new TextDocument(document.text), edits);
  };
  const expectFixes = (pageAt: number) => {
    const pageFixed = document.text.replace('complete', 'COMPLETE').replace('failed', 'FAILED');
    assert.equal(fixedAt(pageAt), pageFixed);
    assert.equal(fixedAt(pageAt), pageFixed);
    assert.equal(fixedAt(pageAt + 1), document.text.replace('cancelled', 'CANCELLED'));
    assert.equal(fixedAt(pageAt), pageFixed);
  };
  expectFixes(1);
  change(put(0, 0, '{}\n'));
  index.step();
  expectFixes(2);
  change(put(2, 0, '  '));
  index.step();
  expectFixes(2);
  change(put(2, page.indexOf('"x"') + 3, 'yz'));
  index.step();
  expectFixes(2);
});

test('a finding of the whole file has its own fixes, and text of another kind has none', () => {
  const record = '{"jobId": "x",\n"status": "FAILED"}';
  for (const [text, format, titles, expected] of [
    [`{"items": [${record}]}`, 'json', ['Keep the records only'], `[${record}]`],
    [`[[${record}], [${record}]]`, 'json', ['Join the lists'], `[${record}, ${record}]`],
    [`{"value": [${record}], "Count": 1}`, 'json', ['Unwrap the list'], `[${record}]`],
    [record, 'lines', ['One record per line'], `${record.replace('\n', ' ')}\n`],
    ['jobId,status,backupType\nx,FAILED,MANUAL\n', 'lines', [], undefined],
  ] as const) {
    const { document, index } = openIndex(text, format);
    const [found] = listFindings(index, { rank: () => 0, near: 0, max: 100 });
    assert.equal(found?.entry, undefined);
    const fixes = found ? fixesOfFile(index, found.finding) : [];
    assert.deepEqual(
      fixes.map(({ title }) => title),
      titles,
    );
    if (expected !== undefined) assert.equal(edited(document, fixes[0]?.edits ?? []), expected);
  }
});
