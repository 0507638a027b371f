import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Format } from '../../src/document/value-scanner.ts';
import { sortProperties } from '../../src/features/sort.ts';
import { sortAllRecords, sortRecord } from '../../src/features/sort-edits.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { parse } from '../../src/record/parse/parse.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { newIndex } from '../support/open-index.ts';
import { runs } from '../support/runs.ts';
import { TextDocument } from '../support/text-document.ts';
import { withinSeconds } from '../support/within-seconds.ts';

function sorted(text: string): string {
  return applyEdits(text, sortProperties(text));
}

/** Texts before and after; the same text twice where nothing changes. */
for (const [title, before, after] of [
  ['a line', '{"name":"x","jobId":"y"}', '{"jobId":"y","name":"x"}'],
  [
    'lines, whose separators stay',
    '{\r\n\t"name": "x",\r\n\r\n\t"status": "FAILED" ,\r\n  "jobId": "y"\r\n}\r\n',
    '{\r\n\t"jobId": "y",\r\n\r\n\t"status": "FAILED" ,\r\n  "name": "x"\r\n}\r\n',
  ],
  ['unknown names last', '{ "b": 1, "name": 2, "a": 3, "jobId": 4 }', '{ "jobId": 4, "name": 2, "b": 1, "a": 3 }'],
  ['names that are nearly right', '{ "NAME": 1, "job_id": 2 }', '{ "job_id": 2, "NAME": 1 }'],
  [
    'an object whose name is nearly right',
    '{ "Options": { "object_options": 1, "includeTypes": 2 } }',
    '{ "Options": { "includeTypes": 2, "object_options": 1 } }',
  ],
  [
    'around a property with a comment before it on its line',
    '{ "name": 1\n, /* x */ "status": 2\n, "jobId": 3 }',
    '{ "jobId": 3\n, /* x */ "status": 2\n, "name": 1 }',
  ],
  [
    'no object whose name is not that of an object',
    '{ "name": { "name": 1, "jobId": 2 } }',
    '{ "name": { "name": 1, "jobId": 2 } }',
  ],
  ['equal names', '{ "name": 1, "jobId": 2, "Name": 3, "name": 4 }', '{ "jobId": 2, "name": 1, "Name": 3, "name": 4 }'],
  ['nothing to sort', '{ "jobId": 1, "name": 2 }', '{ "jobId": 1, "name": 2 }'],
  [
    '"options", and no list',
    '{ "options": { "objectOptions": { "TAG": { "x": 1, "includedNames": ["b", "a"] }, "X": {}, "ROLE": {} }, "includeTypes": ["TAG", "ROLE"] } }',
    '{ "options": { "includeTypes": ["TAG", "ROLE"], "objectOptions": { "ROLE": {}, "TAG": { "includedNames": ["b", "a"], "x": 1 }, "X": {} } } }',
  ],
  [
    'an object that moves',
    '{ "options": { "objectOptions": {}, "includeTypes": [] }, "jobId": 1 }',
    '{ "jobId": 1, "options": { "includeTypes": [], "objectOptions": {} } }',
  ],
  [
    'comments above and after',
    '{\n  // the name\n  /* of it */\n  "name": "x", // after the name\n  "jobId": "y" // after the id\n  // at the end\n}',
    '{\n  "jobId": "y", // after the id\n  // the name\n  /* of it */\n  "name": "x" // after the name\n  // at the end\n}',
  ],
  [
    'comments before and after a comma',
    '{ "name": 1 /* a */, /* b */ "status": 2, "jobId": 3 /* c */ }',
    '{ "jobId": 3 /* c */, "status": 2, "name": 1 /* a */ /* b */ }',
  ],
  [
    'a comment after the bracket, which stays, and one inside',
    '{ // here\n  "name": /* in */ 1,\n  "jobId": 2,\n}',
    '{ // here\n  "jobId": 2,\n  "name": /* in */ 1,\n}',
  ],
  [
    'a comment above an empty line, which stays',
    '{\n  // part one\n\n  // the name\n  "name": 1,\n  "jobId": 2\n}',
    '{\n  // part one\n\n  "jobId": 2,\n  // the name\n  "name": 1\n}',
  ],
  [
    'a comment above a line of blanks, which stays',
    '{\n  // part one\n \t\n  "name": 1,\n  "jobId": 2\n}',
    '{\n  // part one\n \t\n  "jobId": 2,\n  "name": 1\n}',
  ],
  ['a comment directly after a comma', '{ "name": 1,/* a */ "jobId": 2 }', '{ "jobId": 2, "name": 1/* a */ }'],
  [
    'commas at the start of lines',
    '{ "name": 1 // a\n, "status": 2\n, "jobId": 3 /* b */ // c\n}',
    '{ "jobId": 3 /* b */ // c\n, "status": 2\n, "name": 1 // a\n}',
  ],
  [
    'a comment of several lines',
    '{\n  "name": 1, /* a\n  b */ // c\n  "jobId": 2\n}',
    '{\n  "jobId": 2,\n  "name": 1 /* a\n  b */ // c\n}',
  ],
  [
    'a comment to the line of the bracket',
    '{ "name": 1,\n  // the id\n  "jobId": 2 }',
    '{ // the id\n  "jobId": 2,\n  "name": 1 }',
  ],
  ['no room for a line comment', '{ "name": 1, "jobId": 2 // the id\n}', '{ "name": 1, "jobId": 2 // the id\n}'],
  [
    'no room for a comment above, but for those inside',
    '{\n  "jobId": 1, "status": 2,\n  // t\n  "options": { "objectOptions": 1, "includeTypes": 2 }, "x": 3,\n  "type": 4 }',
    '{\n  "jobId": 1, "status": 2,\n  // t\n  "options": { "includeTypes": 2, "objectOptions": 1 }, "x": 3,\n  "type": 4 }',
  ],
  ['text around the record', '/* a */ { "name": 1, "jobId": 2 } // b', '/* a */ { "jobId": 2, "name": 1 } // b'],
] as const) {
  test(`sort properties: ${title}`, () => assert.equal(sorted(before), after));
}

test('sorting leaves broken text, and other values', () => {
  for (const text of [
    '',
    'null',
    '["b", "a"]',
    '{ "name": 1, "jobId": 2',
    '{ "name": 1 "jobId": 2 }',
    '{ "name": 1, "jobId" }',
    '{ "name": 1,, "jobId": 2 }',
    '{ "name": "x, "jobId": 2 }',
    '{ "name": 1, "jobId": 2 /* }',
    '{ "name": 1, "jobId": 2 }]',
  ]) {
    assert.deepEqual(sortProperties(text), [], text);
  }
});

test('sorting replaces only the properties that move', () => {
  const text = '{ "jobId": 1, "name": 2, "status": 3, "tenant": 4, "x": 5 }';
  const replaced = sortProperties(text).map(({ offset, length }) => text.slice(offset, offset + length));
  assert.deepEqual(replaced, ['"name": 2', '"status": 3', '"tenant": 4']);
});

test('5,000 properties are sorted in seconds', () => {
  const names = Array.from({ length: 5_000 }, (_, at) => (at % 2 === 0 ? `x${at}` : 'name'));
  const text = `{\n${names.map((name, at) => `  // ${at}\n  "${name}": ${at}`).join(',\n')}\n}`;
  const once = withinSeconds(120, () => sorted(text));
  assert.equal(sorted(once), once);
});

const spaces = fc.constantFrom('', ' ', '\n', '\n  ', '\r\n\t', '\n\n');
const comment = fc.constantFrom('', '', '', '/* N */', '/* N\n N */', '// N\n', '// N\r\n', '//N "\n');
const gaps = fc.array(
  fc.tuple(spaces, comment, spaces).map((parts) => parts.join('')),
  { minLength: 8, maxLength: 40 },
);

/** Records with comments and white space anywhere, and sometimes trailing commas. Each comment has a number. */
const commented = fc.tuple(anyRecord(), gaps, fc.boolean()).map(([value, between, hasTrailingCommas]) => {
  let at = 0;
  let last = '';
  const gap = (): string => (between[at % between.length] ?? '').replaceAll('N', String(at++));
  return JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g, (token) => {
    const comma = hasTrailingCommas && token === '}' && last !== '{' ? `,${gap()}` : '';
    last = token;
    return comma + token + gap();
  });
});

/** The comments of a text, in any order. Blanks at the end of a line belong to no comment. */
function commentsIn(text: string): string[] {
  const tokens = text.match(/"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/g) ?? [];
  return tokens
    .filter((token) => token.startsWith('/'))
    .map((token) => token.trimEnd())
    .sort();
}

/** A value as JavaScript has it, with the last of equal names. */
function valueIn(text: string): unknown {
  const plain = text.replace(/"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/g, (token) =>
    token[0] === '/' ? ' ' : token,
  );
  return JSON.parse(plain.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g, (token) => (token === ',' ? '' : token)));
}

test('sorting changes neither the value nor a comment, and sorts once and for all', () => {
  let moved = 0;
  fc.assert(
    fc.property(commented, (text) => {
      const edits = sortProperties(text);
      if (edits.length > 0) moved++;
      const once = applyEdits(text, edits);
      assert.deepEqual(valueIn(once), valueIn(text));
      assert.deepEqual(commentsIn(once), commentsIn(text));
      assert.deepEqual(Array.from(once).sort(), Array.from(text).sort());
      assert.deepEqual(sortProperties(once), []);
    }),
    { numRuns: runs(1_000) },
  );
  assert.ok(moved > runs(500), `only ${moved} records were unsorted, which proves little`);
});

test('sorting a part of a record throws nothing', () => {
  fc.assert(
    fc.property(commented, fc.nat(), (text, end) => {
      const part = text.slice(0, end % (text.length + 1));
      const once = sorted(part);
      assert.equal(once.length, part.length);
      assert.deepEqual(parse(once)?.type, parse(part)?.type);
    }),
  );
});

/** The text with all its records sorted. */
function sortedFile(text: string, format: Format = 'json'): string {
  const document = new TextDocument(text);
  const index = newIndex(document, format);
  index.step();
  const edits = [...sortAllRecords(index)].flat();
  document.apply(edits.toReversed().map(({ range, content }) => ({ range, text: content })));
  return document.text;
}

const mixed = '{ "status": "FAILED", "jobId": "x" }';
const inOrder = '{ "jobId": "x", "status": "FAILED" }';

for (const [what, before, after, format = 'json'] of [
  ['one record', mixed, inOrder],
  ['a list', `[\n  ${mixed},\n  ${inOrder},\n  ${mixed}\n]`, `[\n  ${inOrder},\n  ${inOrder},\n  ${inOrder}\n]`],
  [
    'records over several lines',
    '[\n {\n  "status": "FAILED",\n  "jobId": "x"\n }\n]',
    '[\n {\n  "jobId": "x",\n  "status": "FAILED"\n }\n]',
  ],
  ['JSON Lines', `${mixed}\n${mixed}\n`, `${inOrder}\n${inOrder}\n`, 'lines'],
  ['an envelope', `{ "total": 1, "items": [${mixed}] }`, `{ "total": 1, "items": [${inOrder}] }`],
  [
    'an envelope in a list',
    `[{ "status": 200, "items": [${mixed}, ${mixed}] }]`,
    `[{ "status": 200, "items": [${inOrder}, ${inOrder}] }]`,
  ],
  ['no other object', '[{ "type": "EXPORT", "jobId": "x" }, 5]', '[{ "type": "EXPORT", "jobId": "x" }, 5]'],
  [
    'no broken record',
    `[{ "status": "FAILED", "jobId": x }, ${mixed}]`,
    `[{ "status": "FAILED", "jobId": x }, ${inOrder}]`,
  ],
] as const) {
  test(`sorting all records sorts ${what}`, () => {
    assert.equal(sortedFile(before, format), after);
  });
}

test('a sorted record has no edits', () => {
  const index = newIndex(new TextDocument(inOrder), 'json');
  index.step();
  assert.deepEqual(sortRecord(index, index.entryAt(0)), []);
});
