import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-json-languageservice';
import { completionContext } from '../../src/features/completion/completion-context.ts';
import { descriptionOf, explain, meaningOf } from '../../src/language/service.ts';
import { allDefinitions } from '../../src/model/schema.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { newIndex } from '../support/open-index.ts';
import { runs } from '../support/runs.ts';
import { TextDocument as EditorDocument } from '../support/text-document.ts';

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
  const index = newIndex(new EditorDocument(text), 'json');
  index.step();
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

test('the context of a position gives the same hover as the whole list', async () => {
  await fc.assert(
    fc.asyncProperty(list, fc.integer({ min: 0, max: 999_999 }), async (text, millionths) => {
      const offset = 1 + Math.floor((millionths / 1_000_000) * (text.length - 1));
      const [hover, expected] = await both(text, offset);
      assert.deepEqual(hover, expected, `${offset} of ${text}`);
    }),
    { numRuns: runs(300), includeErrorInReport: true },
  );
});

test('hovering directly after a record explains nothing, as in the whole list', async () => {
  assert.deepEqual(await both('[ {}, {} ]', 4), [null, null]);
});

test('text that is nested too deeply has no hover, and nothing throws', async () => {
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

test('a position inside an envelope has the record around it as its context', () => {
  const around = (text: string, format: 'json' | 'lines' = 'json') => {
    const at = text.indexOf('|');
    const index = newIndex(new EditorDocument(text.replace('|', '')), format);
    index.step();
    const context = completionContext(index, { line: 0, character: at });
    return context && [index.source.getText(context), context.isInside];
  };
  const record = '{ "jobId": "x", "name": "y"';
  assert.deepEqual(around(`{ "a": [${record} | }, {}], "b": 5 }`), [`${record}  }`, true]);
  assert.deepEqual(around(`{ "a": ${record} | } }`), [`${record}  }`, true]);
  assert.deepEqual(around(`[{ "a": [${record} }, ${record} | }] }]`), [`${record}  }`, true]);
  assert.deepEqual(around(`{ "a": [${record} | }] }`, 'lines'), [`${record}  }`, true]);
  assert.deepEqual(around(`[${record} | }]`), [`${record}  }`, false]);
});
