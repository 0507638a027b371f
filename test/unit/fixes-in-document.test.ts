import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { EntryText, entryTextAt } from '../../src/index/entry-text.ts';
import { entriesWithFindings } from '../../src/index/listing.ts';
import type { Edit } from '../../src/json/edit.ts';
import { newIndex, open as openIndex, put } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

function open(text: string, at: number, format: Format) {
  const document = new TextDocument(text);
  const index = newIndex(document, format);
  index.step();
  const entry = new EntryText(index, index.entryAt(at));
  return { document, entry, findings: index.findingsOf(at).map(({ finding }) => finding) };
}

/** The text of a document after edits in one of its entries. */
function edited(document: TextDocument, entry: EntryText, edits: readonly Edit[]): string {
  for (const { offset, length, content } of edits.toSorted((a, b) => b.offset - a.offset)) {
    const range = { start: entry.positionAt(offset), end: entry.positionAt(offset + length) };
    document.apply([{ range, text: content }]);
  }
  return document.text;
}

/** Applies all lossless fixes of an entry. */
function fixed(text: string, at: number, format: Format): string {
  const { document, entry, findings } = open(text, at, format);
  return edited(
    document,
    entry,
    entry.fixAll(findings, () => true),
  );
}

/** The titles of the fixes for the findings of an entry, and the text after the first of them. */
function firstFix(text: string, at: number, format: Format = 'json'): [titles: string[], text: string] {
  const { document, entry, findings } = open(text, at, format);
  const fixes = findings.flatMap((finding) => entry.fixesFor(finding));
  return [fixes.map(({ title }) => title), edited(document, entry, fixes[0]?.edits ?? [])];
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
    const entry = entryTextAt(index, at);
    const wrong = index.findingsOf(at).filter(({ finding }) => finding.rule === 'enum');
    const edits = wrong.flatMap(({ finding }) => entry.fixesFor(finding)[0]?.edits ?? []);
    return edited(new TextDocument(document.text), entry, edits);
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
