import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Fixer } from '../../src/document/fix.ts';
import { layoutOf } from '../../src/document/layout.ts';
import { syntaxFindings } from '../../src/document/syntax.ts';
import type { Format } from '../../src/document/value-scanner.ts';
import { breaksBetweenRecords, hasLongLine } from '../../src/features/one-per-line.ts';
import { recordsOf } from '../../src/index/records.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { indexOf, newIndex, put } from '../support/open-index.ts';
import { runs } from '../support/runs.ts';
import { TextDocument } from '../support/text-document.ts';

/** A text with a line break at each of its places. */
function broken(text: string, format: Format = 'json'): string {
  const document = new TextDocument(text);
  const index = newIndex(document, format);
  index.step();
  const breaks = breaksBetweenRecords(index);
  document.apply(breaks.toReversed().map(({ line, character }) => put(line, character, '\n')));
  return document.text;
}

const [a, b, c] = [
  '{"jobId":"a","fileExists":true}',
  '{"jobId":"b,[{","options": { } }',
  '{"jobId":1e400,"name":"\\u0041"}',
];

for (const [what, before, after, format = 'json'] of [
  ['a list', `[${a},${b},${c}]`, `[\n${a},\n${b},\n${c}\n]`],
  ['a list with spaces', `[ ${a}, ${b} ,${c} ]\n`, `[\n ${a},\n ${b} ,\n${c}\n ]\n`],
  ['a page', `{"count":2,"items":[${a},${b}],"next":null}`, `{"count":2,"items":[\n${a},\n${b}\n],"next":null}`],
  ['a list in a list', `[[${a},${b}],[${c}]]`, `[[\n${a},\n${b}],[\n${c}\n]]`],
  ['comments', `[/* [ */${a}, /* , */ ${b} /* } */]`, `[\n/* [ */${a},\n /* , */ ${b}\n /* } */]`, 'jsonc'],
  ['some lines that are there already', `[\n  ${a}, ${b},\n  ${c}\n]`, `[\n  ${a},\n ${b},\n  ${c}\n]`],
  [
    'a record over several lines',
    `[{\n"jobId":"a",\n"fileExists":true}, ${b}]`,
    `[\n{\n"jobId":"a",\n"fileExists":true},\n ${b}\n]`,
  ],
  ['the end of the file in place of a bracket', `[${a},${b} // last\n]`, `[\n${a},\n${b} // last\n]`, 'jsonc'],
] as const) {
  test(`the command gives each record a line in ${what}`, () => {
    assert.equal(broken(before, format), after);
    assert.equal(after.replaceAll('\n', ''), before.replaceAll('\n', ''));
    assert.equal(broken(after, format), after, 'the second time changes nothing');
  });
}

test('the command changes nothing in a file with one record per line', () => {
  for (const text of [a, `[\n  ${a},\n  ${b}\n]`, '', '[]', '5']) assert.equal(broken(text), text);
});

test('the command changes no record', () => {
  fc.assert(
    fc.property(fc.array(anyRecord(), { minLength: 2, maxLength: 5 }), fc.boolean(), (records, isPage) => {
      const text = JSON.stringify(isPage ? { total: 1, items: records } : records);
      const texts = (shown: string) => {
        const index = indexOf(shown);
        return Array.from(recordsOf(index), ({ range }) => index.source.getText(range));
      };
      assert.deepEqual(texts(broken(text)), texts(text));
      assert.equal(broken(text).replaceAll('\n', ''), text);
    }),
    { numRuns: runs(200) },
  );
});

const many = (count: number) => Array.from({ length: count }, (_, at) => `{"jobId":"${at}","fileExists":true}`);

test('the command is offered from 300 records on a line, and not in JSON Lines', () => {
  assert.equal(hasLongLine(indexOf(`[${many(300).join(',')}]`)), true);
  assert.equal(hasLongLine(indexOf(`[${many(299).join(',')}]`)), false);
  assert.equal(hasLongLine(indexOf(`{"items":[${many(400)}],"total":400}`)), true);
  assert.equal(hasLongLine(indexOf(`[[${many(400)}]]`)), true);
  assert.equal(hasLongLine(indexOf(`[\n${many(500).join(',\n')},\n${many(500).join()}]`)), true);
  assert.equal(hasLongLine(indexOf(`[\n${many(1_000).join(',\n')}\n]`)), false);
  assert.equal(hasLongLine(indexOf(broken(`[${many(400)}]`))), false);
  assert.equal(hasLongLine(indexOf(many(400).join('\n'), 'lines')), false);
});

/** The fixes for the first syntax error of JSON Lines, as `title → text`. */
function fixesOf(text: string): string[] {
  const layout = layoutOf(text, 'lines');
  const [finding] = syntaxFindings(text, 'lines', layout);
  assert.ok(finding);
  const fixes = new Fixer(text, layout, nothingAllowed).fixesOf(finding);
  return fixes.map(({ title, edits, isLossless }) => {
    assert.equal(isLossless, false, 'the program that wrote the file must write it otherwise');
    return `${title} → ${applyEdits(text, edits)}`;
  });
}

test('records over several lines of JSON Lines get one line each, and only white space changes', () => {
  const strings = '"a  \\"b\\n \\\\",  "tenant": " x "';
  const text = `{\r\n  "name": ${strings} \n\n}{\n"options": {\t"includeTypes": [\n\t] } }\r`;
  assert.deepEqual(fixesOf(text), [
    `One record per line → { "name": ${strings} }\n{ "options": {\t"includeTypes": [ ] } }\n`,
  ]);
});

test('a list over several lines of JSON Lines becomes its records', () => {
  assert.deepEqual(fixesOf('[\n  {},\n  { "name":\n"x" }\n]\n'), ['One record per line → {}\n{ "name": "x" }\n']);
});

test('records over several lines stay if one of them is not JSON, since a comment ends with its line', () => {
  assert.deepEqual(fixesOf('{\n"name": "x"\n}\n{\n"name": "x" // y\n}\n'), []);
  assert.deepEqual(fixesOf('{\n"name": "x"\n}\n{\n"name": \n}\n'), []);
});

test('an error in one line of JSON Lines has no such fix', () => assert.deepEqual(fixesOf('{}\n{ "name" }\n'), []));
