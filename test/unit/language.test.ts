import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Position, TextDocument } from 'vscode-json-languageservice';
import { completionContext } from '../../src/index/completion-context.ts';
import { RecordIndex } from '../../src/index/record-index.ts';
import { complete, explain } from '../../src/language/service.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { TextDocument as Lines } from '../support/text-document.ts';

/** Lists of records as people write them: over lines or not, with more between the records than a comma, and less. */
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

/** What the whole text gives at a place, and what the part around the place gives, put where it belongs. */
async function both(text: string, offset: number, ask: (text: string, position: Position) => Promise<unknown>) {
  const document = TextDocument.create('test://x', 'json', 1, text);
  const index = new RecordIndex(new Lines(text), 'json');
  index.step();
  const part = completionContext(index, document.positionAt(offset));
  assert.ok(part, `nothing at ${offset} of ${text}`);
  const start = document.offsetAt(part.start);
  const partText = `[${text.slice(start, document.offsetAt(part.end))}${part.after}`;
  const partDocument = TextDocument.create('test://y', 'json', 1, partText);
  const ofPart = await ask(partText, partDocument.positionAt(offset - start + 1));
  const moved = JSON.parse(JSON.stringify(ofPart ?? null), (key, value) => {
    if (key !== 'start' && key !== 'end') return value;
    return document.positionAt(partDocument.offsetAt(value) - 1 + start);
  });
  const expected = JSON.parse(JSON.stringify((await ask(text, document.positionAt(offset))) ?? null));
  // Between two records the explanation is of the whole list, which the part does not know.
  if (moved?.range && document.offsetAt(moved.range.start) < start)
    for (const one of [moved, expected]) delete one.range;
  return [moved, expected];
}

test('the record at the cursor, or the gap there, gives what the whole list gives', async () => {
  await fc.assert(
    fc.asyncProperty(list, fc.double({ min: 0, max: 1, noNaN: true }), async (text, share) => {
      const offset = 1 + Math.floor(share * (text.length - 1));
      const [completion, expected] = await both(text, offset, complete);
      assert.deepEqual(completion, expected, `${offset} of ${text}`);
      const [explanation, expectedExplanation] = await both(text, offset, explain);
      assert.deepEqual(explanation, expectedExplanation, `${offset} of ${text}`);
    }),
    { numRuns: 1_000, includeErrorInReport: true },
  );
});

test('of what is nested too deeply nothing is said, and nothing throws', async () => {
  const text = `[{ "options": ${'['.repeat(100_000)}`;
  assert.deepEqual(await complete(text, { line: 0, character: text.length }), []);
  assert.equal(await explain(text, { line: 0, character: text.length }), undefined);
});
