import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layoutOf } from '../../src/document/layout.ts';
import { syntaxFindings } from '../../src/document/syntax.ts';
import type { Format } from '../../src/document/value-scanner.ts';
import { message } from '../../src/record/message.ts';
import { runs } from '../support/runs.ts';
import { withinSeconds } from '../support/within-seconds.ts';

/** The offending token of each problem, with its offset. */
function problems(text: string, format: Format = 'json'): string[] {
  return syntaxFindings(text, format, layoutOf(text, format)).map(
    ({ offset, length }) => `${offset} ${text.slice(offset, offset + length)}`,
  );
}

const cases: readonly (readonly [text: string, ...problems: string[]])[] = [
  ['{ "a": [1, -0.5e+3, true, null, "\\u00e9\\n"], "b": {} }'],
  ['', '0 '],
  [' \n', '2 '],
  ['{', '1 '],
  ['{ "a": 1', '8 '],
  ['{ "a" 1 }', '6 1'],
  ['{ "a": }', '7 }'],
  ['{ "a": 1 "b": 2 }', '9 "b"'],
  ['{ "a": 1, }', '10 }'],
  ['[1, ]', '4 ]'],
  ['[1 2]', '3 2'],
  ['[1]]', '3 ]'],
  ['{} {}', '3 {'],
  ["{ 'a': 1 }", "2 'a'"],
  ['{ a: 1 }', '2 a'],
  ['{ "a": COMPLETE }', '7 COMPLETE'],
  ['{ "a": True }', '7 True'],
  ['[01]', '1 01'],
  ['[1.]', '1 1.'],
  ['[+1]', '1 +1'],
  ['["a\nb"]', '1 "a'],
  ['["a\tb"]', '1 "a\tb"'],
  ['["\\x"]', '1 "\\x"'],
  ['["\\u12"]', '1 "\\u12"'],
  ['["a\\', '1 "a\\'],
  ['[1 // x\n]', '3 /'],
  ['\ufeff[]', '0 \ufeff'],
  ['[\u00a01]', '1 \u00a0'],
];

for (const [text, ...expected] of cases) test(JSON.stringify(text), () => assert.deepEqual(problems(text), expected));

test('JSON with comments allows comments and trailing commas, and nothing else', () => {
  for (const text of ['// a\n{ "a": 1, /* b */ }', '[1, // x\n]']) assert.deepEqual(problems(text, 'jsonc'), []);
  assert.deepEqual(problems('[,]', 'jsonc'), ['1 ,']);
  assert.deepEqual(problems('[1,,]', 'jsonc'), ['3 ,']);
  assert.deepEqual(problems('[1] /* x', 'jsonc'), ['4 /* x']);
  assert.deepEqual(problems('[1] /*/', 'jsonc'), ['4 /*/']);
  assert.deepEqual(syntaxFindings('[1] /* x', 'jsonc', layoutOf('[1] /* x')).map(message), [
    'This comment is not closed.',
  ]);
});

test('the kind of a text is told from the text after its comments', () => {
  const text = '/* saved */ WARNING: x\n{}';
  assert.deepEqual(syntaxFindings(text, 'json', layoutOf(text)).map(message), [
    'This is a PowerShell message or prompt, not JSON. Remove it.',
  ]);
});

test('every line of JSON Lines is checked, and blank lines are allowed', () => {
  assert.deepEqual(problems('{}\r\n\r\n \t\n{ "a" }\n{} {}\n[', 'lines'), ['15 }', '20 {', '24 ']);
  assert.deepEqual(problems('  { "a" }\n\t{}', 'lines'), ['8 }']);
  assert.deepEqual(problems('', 'lines'), []);
});

test('a text has a finding if and only if JSON.parse rejects it', () => {
  const pieces = fc.constantFrom(
    ...'{}[],:"\\ \n\t/*'.split(''),
    '"a"',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    'true',
    'null',
    'u0041',
    '\ufeff',
    'é',
    '\u2028',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.json(), fc.nat(), pieces)
      .map(([json, at, piece]) => json.slice(0, at % json.length) + piece + json.slice(at % json.length)),
    fc.json(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      assert.equal(problems(text).length, isJson(text) ? 0 : 1, JSON.stringify(text));
    }),
    { numRuns: runs(5_000) },
  );
});

test('100,000 brackets get an answer', () => {
  const answer = (text: string) => withinSeconds(120, () => problems(text));
  assert.deepEqual(answer('['.repeat(100_000)), ['100000 ']);
  assert.deepEqual(answer('['.repeat(100_000) + ']'.repeat(100_000)), []);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
