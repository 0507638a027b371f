import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { canStandAt, insertRecords, isInRecord } from '../../src/features/insert-records.ts';
import { edited, openAt } from '../support/cursor.ts';
import { indexOf } from '../support/open-index.ts';

const one = '{ "jobId": "1", "status": "FAILED" }';
const two = '{ "jobId": "2", "status": "FAILED" }';
const tall = (digit: string, indentation = '  ') =>
  `{\n${indentation}  "jobId": "${digit}",\n${indentation}  "status": "FAILED"\n${indentation}}`;

/** Puts records where the cursor is. `A` and `T` stand for a record on one line, and on many. */
function pasted(marked: string, records: readonly string[], format: Format = 'jsonc'): string | undefined {
  const { document, index, cursor } = openAt(withRecords(marked), format);
  const edit = insertRecords(index, cursor, records, '  ');
  if (!edit) return undefined;
  return edited(document, [edit]).replaceAll(flat, 'A').replaceAll(tall('t'), 'T');
}

const flat = '{ "jobId": "a", "fileExists": true }';
const withRecords = (text: string) => text.replaceAll('A', flat).replaceAll('T', tall('t'));

for (const [title, before, records, after, format = 'jsonc'] of [
  ['one into an empty file', '|', [one], `${tall('1', '')}\n`],
  ['two into an empty file', '\n|\n', [one, two], `[\n  ${tall('1')},\n  ${tall('2')}\n]\n`],
  ['after the comments of a file without records', '// mine|\n', [one], `// mine\n${tall('1', '')}\n`],
  ['on a line of their own after a comment', '/* mine */|', [one], `/* mine */\n${tall('1', '')}\n`],
  ['into an empty list', '[|]', [one, two], `[\n  ${tall('1')},\n  ${tall('2')}\n]`],
  ['after a comma', '[\n  T,\n  |\n]', [one], `[\n  T,\n  ${tall('1')}\n]`],
  ['between two, with the comma that is missing', '[\n  T,\n  |\n  T\n]', [one], `[\n  T,\n  ${tall('1')},\n  T\n]`],
  ['directly after a record', '[\n  T|\n]', [one, two], `[\n  T,\n  ${tall('1')},\n  ${tall('2')}\n]`],
  ['after the last line of the list', '[\n  T\n|]', [one], `[\n  T,\n  ${tall('1')}\n]`],
  ['on one line', '[A, |]', [one, two], `[A, ${one}, ${two}]`],
  ['on one line, after a record', '[A|]', [one], `[A, ${one}]`],
  ['before the first', '[|\n  T\n]', [one], `[\n  ${tall('1')},\n  T\n]`],
  ['before the white space of a blank line', '[\n  T,\n|  \n  T\n]', [one], `[\n  T,\n  ${tall('1')},\n  T\n]`],
  ['in the white space of a blank line', '[\n  T,\n  |\t\n]', [one], `[\n  T,\n  ${tall('1')}\n]`],
  ['after a comma, before white space', '[\n  T,| \n  T\n]', [one], `[\n  T,\n  ${tall('1')},\n  T\n]`],
  ['after a comma at the end of a line', '[\n  T,|\n  T\n]', [one], `[\n  T,\n  ${tall('1')},\n  T\n]`],
  ['after the bracket, before a blank line', '[|\n\n  T\n]', [one], `[\n  ${tall('1')},\n\n  T\n]`],
  ['before the list', '|\n[\n  T\n]', [one], `\n[\n  ${tall('1')},\n  T\n]`],
  ['after the list', '[\n  T\n]\n|', [one], `[\n  T,\n  ${tall('1')}\n]\n`],
  ['after a list with a comma at its end', '[\n  T,\n]\n|', [one], `[\n  T,\n  ${tall('1')},\n]\n`],
  ['on an empty line', '[\n  T,\n|\n]', [one], `[\n  T,\n  ${tall('1')}\n]`],
  ['after a comment at the cursor', '[\n  T, // no|te\n  T\n]', [one], `[\n  T, // note\n  ${tall('1')},\n  T\n]`],
  ['after a comment of the list', '[ // no|te\n  T\n]', [one], `[ // note\n  ${tall('1')},\n  T\n]`],
  ['after a comment that has ended', '[A, /* note */ |]', [one], `[A, /* note */ ${one}]`],
  ['directly before a record', '[\n  T,\n  |T\n]', [one], `[\n  T,\n  ${tall('1')},\n  T\n]`],
  ['directly before a record, on one line', '[A, |A]', [one], `[A, ${one}, A]`],
  ['on an empty line, where records are on one line', '[A,\n|\n]', [one], `[A,\n${one}\n]`],
  ['after the record at the cursor', '[A, {| "x": 1 }]', [one], `[A, { "x": 1 }, ${one}]`],
  ['after a comma in a page', '{ "items": [A, |], "total": 1 }', [one], `{ "items": [A, ${one}], "total": 1 }`],
  ['after the page', '{ "items": [A,], "total": 1 }|', [one], `{ "items": [A, ${one},], "total": 1 }`],
  ['into a list with tabs', '\t[|]', [one], `\t[\n\t  ${tall('1').replaceAll('\n', '\n\t')}\n\t]`],
  ['into a page of results', '{ "items": [\n  T,\n  |\n] }', [one], `{ "items": [\n  T,\n  ${tall('1')}\n] }`],
  ['into JSON Lines', 'A\n|\n', [one, two], `A\n${one}\n${two}\n`, 'lines'],
  ['into JSON Lines, on a line with white space', 'A\n  |\nA\n', [one], `A\n${one}\nA\n`, 'lines'],
  ['below a line', 'A|\nA\n', [one], `A\n${one}\nA\n`, 'lines'],
  ['into empty JSON Lines', '|', [one], one, 'lines'],
  ['on the last line of JSON Lines, which ends with a line break', 'A\n|', [one], `A\n${one}\n`, 'lines'],
] as const) {
  test(`records go ${title}`, () => {
    assert.equal(pasted(before, records, format), after);
  });
}

test('no record goes next to a single record', () => {
  assert.equal(pasted('A|', [one]), undefined);
  assert.equal(pasted('{ "type": "CREATE_DRAFT", "jobId": "x" }|', [one]), undefined);
});

test('no record goes into a list of another kind of file', () => {
  assert.equal(pasted('[{ "draftId": "x" }, |]', [one]), undefined);
});

test('a position is in a record only between its braces', () => {
  const text = '[ {}, { "jobId": "a" } ]';
  const index = indexOf(text);
  const after = Array.from(text).filter((_, character) => isInRecord(index, { line: 0, character }));
  assert.equal(after.join(''), '} "jobId": "a" }');
  assert.ok(!isInRecord(index, { line: 1, character: 0 }));
});

for (const [text, format = 'jsonc'] of [
  ['|'],
  ['// mine\n|'],
  ['[|]'],
  ['[\n  |\n'],
  ['[A|]'],
  ['[A |]'],
  ['[A, |]'],
  ['[A, /* mine */ |A]'],
  ['[|A]'],
  ['{ "items": [A, |], "total": 1 }'],
  ['A|\n', 'lines'],
  ['A\n|', 'lines'],
  ['A\n  |  \nA', 'lines'],
] as const) {
  test(`a record can stand at the cursor in ${JSON.stringify(text)}`, () => assert.ok(stands(text, format)));
}

for (const [text, format = 'jsonc'] of [
  ['// mi|ne'],
  ['[ // mi|ne\n]'],
  ['[A, // mi|ne\nA]'],
  ['[A, /* mi|ne */ A]'],
  ['|[A]'],
  ['[A]|'],
  ['[A]\n|\n'],
  ['[]|'],
  ['{ "items": [A], |"total": 1 }'],
  ['{ |"items": [A] }'],
  ['A|'],
  ['|A', 'lines'],
] as const) {
  test(`no record can stand at the cursor in ${JSON.stringify(text)}`, () => assert.ok(!stands(text, format)));
}

function stands(marked: string, format: Format): boolean {
  const { index, cursor } = openAt(withRecords(marked), format);
  return canStandAt(index, cursor);
}
