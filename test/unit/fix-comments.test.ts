import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixFile } from '../../src/files/fix-file.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { isJsonWithComments } from '../../src/record/parse/parse.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { checkedFile, findingsOf, fixerOf } from '../support/findings.ts';
import { runs } from '../support/runs.ts';

function fixed(text: string): string {
  return fixFile(checkedFile(text, 'x.jsonc'), () => true, nothingAllowed).checked.text;
}

/** Fixes that take text away in which a comment stands: `before → after`. */
const cases: readonly (readonly [before: string, after: string])[] = [
  [
    '{\n  "name": "x",\n  "completed": /* ask Ada */ null,\n  "status": "FAILED"\n}',
    '{\n  "name": "x",\n  /* ask Ada */\n  "status": "FAILED"\n}',
  ],
  ['{\r\n\t"name": "x",\r\n\t"completed": // ask Ada\r\n\t\tnull\r\n}', '{\r\n\t"name": "x"\r\n\t// ask Ada\r\n}'],
  ['{ "completed": // one\n// two\nnull, "name": "x" }', '{ // one\n// two\n "name": "x" }'],
  ['{ "name": "x", "completed" /* a */ : /* b */ null /* c */ }', '{ "name": "x" /* a */ /* b */ /* c */ }'],
  ['{ "name": "x", "completed": null // c\n, "status": "FAILED" }', '{ "name": "x", // c\n "status": "FAILED" }'],
  [
    '{\n  "jobId": null, // a\n  "status": /* b */ "",\n  "type": // c\n    "",\n  "name": "x"\n}',
    '{\n  // a\n  /* b */\n  // c\n  "name": "x"\n}',
  ],
  ['{ "tenant": { /* a */ "value": "x", // b\n "PSPath": "y" } }', '{ "tenant": /* a */ // b\n"x" }'],
  [
    '{ "options": { "includeTypes": [/* a */ "ROLE", "ROLE" /* b */, /* c */ null] } }',
    '{ "options": { "includeTypes": [/* a */ "ROLE" /* b */ /* c */] } }',
  ],
];

for (const [before, after] of cases)
  test(`a fix keeps the comments in the text that it removes: ${before}`, () => assert.equal(fixed(before), after));

test('a fix that a person chooses keeps the comments, too', () => {
  const text = '{ "name": "x", "extra": { // one\n"a": 1 /* two */ }, "status": "FAILED" }';
  const [finding] = findingsOf(text);
  assert.ok(finding);
  const removal = fixerOf(text)
    .fixesOf(finding)
    .find(({ title }) => title === 'Remove "extra"');
  assert.ok(removal);
  assert.equal(applyEdits(text, removal.edits), '{ "name": "x", // one\n/* two */ "status": "FAILED" }');
});

/** Documents with comments in them, which are numbered, between any two tokens. */
const commented = fc
  .tuple(
    fc.array(anyRecord(), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('list', 'wrapped', 'envelope', 'record'),
    fc.constantFrom(undefined, 2),
    fc.constantFrom('\n', '\r\n'),
    fc.infiniteStream(fc.constantFrom('', '', '', '', 'block', 'line', 'both')),
  )
  .map(([records, shape, indent, lineEnd, kinds]) => {
    const shapes = {
      list: records,
      wrapped: { value: records, Count: records.length },
      envelope: { data: { items: records } },
      record: records[0],
    };
    const tokens = JSON.stringify(shapes[shape], undefined, indent).match(/"(?:[^"\\]|\\.)*"|[\w.+-]+|\s+|./g) ?? [];
    let count = 0;
    const comments = {
      '': () => '',
      block: () => ` /* ${++count}. */ `,
      line: () => `// ${++count}.\n`,
      both: () => '',
    };
    comments.both = () => comments.line() + comments.block();
    return tokens
      .map((token) => token + comments[kinds.next().value as keyof typeof comments]())
      .join('')
      .replaceAll('\n', lineEnd);
  });

test('lossless fixes lose no comment, and the document stays JSON with comments', () => {
  const commentsOf = (text: string) => text.match(/\/[/*] \d+\./g)?.sort() ?? [];
  fc.assert(
    fc.property(commented, (text) => {
      const after = fixed(text);
      assert.deepEqual(commentsOf(after), commentsOf(text), after);
      assert.ok(isJsonWithComments(after), after);
      assert.equal(fixed(after), after);
    }),
    { numRuns: runs(300) },
  );
});
