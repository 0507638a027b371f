import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-json-languageservice';
import type { Format } from '../../src/document/value-scanner.ts';
import { completionContext } from '../../src/features/completion/completion-context.ts';
import { descriptionOf, explain, meaningOf } from '../../src/language/service.ts';
import { allDefinitions } from '../../src/model/schema.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { openAt } from '../support/cursor.ts';
import { indexOf } from '../support/open-index.ts';
import { runs } from '../support/runs.ts';

/** Lists of records as people write them: on one line or many, with more or less than a comma between the records. */
const list = fc
  .record({
    records: fc.array(anyRecord(), { minLength: 1, maxLength: 4 }),
    indent: fc.constantFrom(0, 2, '\t'),
    between: fc.constantFrom(',', ', ', ',\n\n', ' /* , */ ,', ', "x", ', ', [ {} ], ', ', 5 ,'),
    end: fc.constantFrom('', ',', ', x', ' "x"'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ records, indent, between, end, lineEnd }) => {
    const texts = records.map((record) => JSON.stringify(record, undefined, indent));
    return `[ ${texts.join(between)}${end} ]`.replaceAll('\n', lineEnd);
  });

/** The result for the context of a position, converted to the whole text, and the result for the whole text. */
async function both(text: string, offset: number) {
  const document = TextDocument.create('test://x', 'json', 1, text);
  const index = indexOf(text);
  const part = completionContext(index, document.positionAt(offset));
  assert.ok(part, `no context at ${offset} of ${text}`);
  const start = document.offsetAt(part.start);
  const partText = `${part.before}${text.slice(start, document.offsetAt(part.end))}${part.after}`;
  const partDocument = TextDocument.create('test://y', 'json', 1, partText);
  const ofPart = await explain(partText, partDocument.positionAt(offset - start + part.before.length));
  const moved = JSON.parse(JSON.stringify(ofPart ?? null), (key, value) => {
    if (key !== 'start' && key !== 'end') return value;
    return document.positionAt(partDocument.offsetAt(value) - part.before.length + start);
  });
  const expected = JSON.parse(JSON.stringify((await explain(text, document.positionAt(offset))) ?? null));
  // Between two records the hover is about the whole list, of which the context has only the gap.
  if (moved?.range && document.offsetAt(moved.range.start) < start)
    for (const hover of [moved, expected]) delete hover.range;
  return [moved, expected];
}

test('the hover of VS Code’s JSON service is the same for a record as for the whole list', async () => {
  await fc.assert(
    fc.asyncProperty(list, fc.integer({ min: 0, max: 999_999 }), async (text, millionths) => {
      const offset = 1 + Math.floor((millionths / 1_000_000) * (text.length - 1));
      const [hover, expected] = await both(text, offset);
      assert.deepEqual(hover, expected, `${offset} of ${text}`);
    }),
    { numRuns: runs(300), includeErrorInReport: true },
  );
});

test('a position directly after a record has no hover, as in the whole list', async () => {
  assert.deepEqual(await both('[ {}, {} ]', 4), [null, null]);
});

test('text that is nested too deeply has no hover', async () => {
  const text = `[{ "options": ${'['.repeat(100_000)}`;
  assert.equal(await explain(text, { line: 0, character: text.length }), undefined);
});

test('the schema explains every property and every value that completion offers', () => {
  for (const { path, values } of allDefinitions.values()) {
    if (path === '$' || path === '$schema' || path.endsWith('[*]') || path.endsWith('.*')) continue;
    assert.ok(descriptionOf(path), path);
    for (const value of values?.all ?? []) assert.ok(meaningOf(path, value), `${path} ${value}`);
  }
  assert.ok(meaningOf('includeTypes', 'ROLE'));
  assert.equal(descriptionOf('options.x.y'), undefined);
  assert.equal(meaningOf('status', 'X'), undefined);
});

/** The text that the JSON service reads for a position, with `|` at the position. */
function contextOf(marked: string, format: Format = 'json'): string | undefined {
  const { document, index, cursor } = openAt(marked, format);
  const context = completionContext(index, cursor);
  if (!context) return undefined;
  const { start, end, before, after } = context;
  return `${before}${document.getText({ start, end: cursor })}|${document.getText({ start: cursor, end })}${after}`;
}

const record = '{ "jobId": "1", "name": "a" }';
const open = '{ "jobId": "x", "name": | }';

for (const [where, text, context, format = 'json'] of [
  ['a record', '[{}, { "name": | }, {}]', '[{ "name": | }'],
  ['a record that is not closed', '[{}, { "name": "x",\n|', '[{ "name": "x",\n|'],
  ['a line of JSON Lines', '{}\n{ "name": | }\n{}', '[{ "name": | }', 'lines'],
  ['a record in an envelope', `{ "a": [${open}, {}], "b": 5 }`, `[${open}`],
  ['the record in a response', `{ "a": ${open} }`, `[${open}`],
  ['a record in a page in a list', `[{}, { "a": [${record}, ${open}, ${record}] }]`, `[${open}`],
  ['a record in a page on a line', `{ "a": [${open}] }`, `[${open}`, 'lines'],
  [
    'a page in a list, between its records',
    `[{}, { "a": [${record} |, ${record}] }]`,
    `[{ "a": [${record} |, ${record}] }`,
  ],
  ['the gap between two records', '[{}, | , {}]', '[{}, | , {}'],
  ['the gap after a record, over other values', '[{}, 5, | {}]', '[{}, 5, | {}'],
  ['the gap at the end of an envelope', `{ "items": [${record}, |] }`, '[{}, |'],
  ['an empty list', '[ | ', '[ | '],
  ['a list without records', '[5, |, 6', '[5, |, 6'],
] as const) {
  test(`completion and hover read ${where} and nothing else`, () => assert.equal(contextOf(text, format), context));
}

test('completion and hover read nothing beside the records', () => {
  for (const text of [
    '{}|',
    '{}\n|',
    '|\n[{}]',
    `{ | "items": [${record}], "total": 1 }`,
    `{ "items": [${record}], | "total": 1 }`,
  ])
    assert.equal(contextOf(text), undefined, text);
  assert.equal(contextOf('{}\n|\n{}', 'lines'), undefined);
});
