import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { completionContext } from '../../src/features/completion/completion-context.ts';
import { Lines } from '../../src/json/lines.ts';
import { newIndex } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

/** The context of the position of `|`, as a JSON text with `|` where it was. */
function contextOf(marked: string, format: Format = 'json'): string | undefined {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = new TextDocument(text);
  const index = newIndex(document, format);
  index.step();
  const position = new Lines(text).positionAt(at);
  const context = completionContext(index, position);
  if (!context) return undefined;
  const { start, end, before, after } = context;
  return `${before}${document.getText({ start, end: position })}|${document.getText({ start: position, end })}${after}`;
}

for (const [what, text, context, format = 'json'] of [
  ['in a record, the record', '[{}, { "name": | }, {}]', '[{ "name": | }'],
  ['at the first character of a record, the record', '|{ "name": "x" }', '[|{ "name": "x" }'],
  ['at the first character of the next record, that record', '[{}, |{ "a": 1 }]', '[|{ "a": 1 }'],
  ['in a record that is not closed, the record', '[{}, { "name": |', '[{ "name": |'],
  ['at the end of a record that is not closed, the record', '{ "name": "x"|', '[{ "name": "x"|'],
  ['at the start of a line of a record that is not closed, the record', '{ "name": "x",\n|', '[{ "name": "x",\n|'],
  ['between two records, the gap', '[{}, | , {}]', '[{}, | , {}'],
  ['directly behind a record, the gap', '[{}|, {}]', '[{}|, {}'],
  ['before the first record, the gap', '[ |, {}]', '[ |, {}'],
  ['behind the last record, the gap', '[{}, |', '[{}, |'],
  ['in an empty list, the list', '[ | ', '[ | '],
  ['behind what is no record, the gap since the last record', '[{}, 5, | {}]', '[{}, 5, | {}'],
  ['before what is no record, the gap up to the next record', '[{}, | 5, {}]', '[{}, | 5, {}'],
  ['where nothing is a record, the list', '[5, |, 6', '[5, |, 6'],
  ['at the end of the list in an envelope, the gap', '{ "items": [{ "jobId": "1", "name": "a" }, |] }', '[{}, |'],
  ['on a line of JSON Lines, its record', '{}\n{ "name": | }\n{}', '[{ "name": | }', 'lines'],
] as const) {
  test(`what can be inserted follows from the text around: ${what}`, () => {
    assert.equal(contextOf(text, format), context);
  });
}

for (const [where, text, format = 'json'] of [
  ['behind a single record', '{}\n|'],
  ['directly behind a single record', '{}|'],
  ['between two lines', '{}\n|\n{}', 'lines'],
  ['before a list', '|\n[{}]'],
  ['before the list of an envelope', '{ | "items": [{ "jobId": "1", "name": "a" }], "total": 1 }'],
  ['behind the list of an envelope', '{ "items": [{ "jobId": "1", "name": "a" }], | "total": 1 }'],
] as const) {
  test(`nothing can be inserted ${where}`, () => {
    assert.equal(contextOf(text, format), undefined);
  });
}

test('between the records of an item that is an envelope, the context is the item', () => {
  const [one, two] = ['{ "jobId": "1", "name": "a" }', '{ "jobId": "2", "name": "b" }'];
  for (const items of [`| ${one}, ${two}`, `${one} |, ${two}`, `${one}, ${two}|`]) {
    assert.equal(contextOf(`[{}, { "items": [${items}] }]`), `[{ "items": [${items}] }`);
  }
});

test('in a record of an item that is an envelope, and at its first character, the context is the record', () => {
  const one = '{ "jobId": "1", "name": "a" }';
  for (const marked of [`|${one}`, one.replace('}', '| }')])
    assert.equal(contextOf(`[{ "items": [${one}, ${marked}, ${one}] }]`), `[${marked}`);
  assert.equal(contextOf(`[{ "items": [${one}|${one}] }]`), `[|${one}`, 'a comma is missing');
});
