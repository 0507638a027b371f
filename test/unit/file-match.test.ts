import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { isPattern, matchesFile } from '../../src/files/file-match.ts';
import { schemaProperty } from '../../src/files/schema-property.ts';
import { runs } from '../support/runs.ts';
import { withinSeconds } from '../support/within-seconds.ts';

/** Whether VS Code's JSON service applies a schema with this `fileMatch` to a file. */
async function serviceMatches(fileMatch: unknown, uri: string, folderUri?: string): Promise<boolean> {
  const service = getLanguageService({});
  const schema = { uri: 'test://schema', fileMatch: fileMatch as string[], schema: {} };
  service.configure({ schemas: [{ ...schema, ...(folderUri && { folderUri }) }] });
  const document = TextDocument.create(uri, 'json', 1, '{}');
  return (await service.getMatchingSchemas(document, service.parseJSONDocument(document))).length > 0;
}

test('patterns match the files that they match in VS Code’s JSON service', async () => {
  const file = 'file:///data/exports/nightly.json';
  const cases: readonly (readonly [unknown, boolean])[] = [
    [['nightly.json'], true],
    [['Nightly.json'], false],
    [['*.json'], true],
    [['/exports/*.json'], true],
    [['exports/*.json'], true],
    [['/data/*.json'], false],
    [['/data/**/*.json'], true],
    [['*'], true],
    [['*.json', '!nightly.json'], false],
    [['!nightly.json', '*.json'], true],
    [['*.json', '!exports/**', 'nightly.*'], true],
    [['nightly.{json,jsonl}'], true],
    [['night[lm]y.json'], true],
    [['night??.json'], true],
    [['file:///data/**/*.json'], true],
    [['vscode-remote://**/*.json'], false],
    [['night[a-m]y.json'], true],
    [['night[m-a]y.json', '*'], false],
    [['night[!x]y.json'], false],
    [['{night,{day,week}}ly.json'], true],
    [['{day,{week,night}}ly.json'], true],
    [['{day,week}ly.json'], false],
    [['{nightly[.],weekly.}json'], true],
    [['weekly[{],*.json'], true],
    [['{weekly[}],*.json}'], false],
    [['nightly[?]json'], true],
    [['[{n]ightly,weekly'], true],
    [['[{w]eekly,nightly'], false],
    [['exports/**'], true],
    [['export**'], false],
    [['data/**/nightly.json'], true],
    [['data/exports/**/nightly.json'], true],
    [['*.json', '['], false],
    [['*.json', '{'], false],
    [['*.json', '}'], false],
    [['*.json', null], false],
    [['', '!'], false],
    [[], false],
    [undefined, false],
    ['*.json', true],
  ];
  for (const [patterns, expected] of cases) {
    assert.equal(matchesFile(patterns, file), expected, JSON.stringify(patterns));
    assert.equal(await serviceMatches(patterns, file), expected, JSON.stringify(patterns));
  }
});

test('braces, commas and question marks in a pattern mean the same as to VS Code’s JSON service', async () => {
  for (const [pattern, name, expected] of [
    ['a[{]b', 'a(b', true],
    ['a[{]b', 'a{b', false],
    ['a[}]b', 'a)b', true],
    ['a[{,]b', 'a|b', true],
    ['a[{,]b', 'a,b', false],
    ['a[,]b', 'a,b', true],
    ['a[?]b', 'a.b', true],
    ['a[?]b', 'axb', false],
  ] as const) {
    assert.equal(matchesFile([pattern], `file:///${name}`), expected, `${pattern} ${name}`);
    assert.equal(await serviceMatches([pattern], encodeURI(`file:///${name}`)), expected, `${pattern} ${name}`);
  }
});

test('patterns of one folder match no file beside it', () => {
  for (const folder of ['file:///a', 'file:///a/']) {
    assert.equal(matchesFile(['*'], 'file:///a/b.json', folder), true, folder);
    assert.equal(matchesFile(['*'], 'file:///ab/b.json', folder), false, folder);
  }
});

const piece = fc.constantFrom(
  ...['*', '**', '***', '/', '?', '.', 'a', 'b', 'ab', '.json'],
  ...['[ab]', '[a-z]', '[!a]', '[^a]', '[a,]', '[?]', '[{]', '[}]', '[]', '[b-a]', '[\\d]', '[\\]]', '[', ']'],
  ...['{a,b}', '{a,{b,ab}}', '{,a}', '{**,a}', '{', '}', ','],
  ...['!', '(', ')', '+', '|', '^', '$', '\\[', '\\]', '\\\\'],
);
/** Without a `*` in a set, where the meanings differ: see below. */
const pattern = fc
  .array(piece, { maxLength: 6 })
  .map((pieces) => pieces.join(''))
  .filter((text) => !/\[(?:\\.|[^\]])*\*/.test(text));
const segment = fc.constantFrom(
  ...['a', 'b', 'ab', 'a b', 'ü', '[ab]', '(', ',', '1', 'a\\b', '\u2028', 'a.json', 'b.json'],
);
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `file:///${segments.join('/')}`);

test('any patterns match the files that they match in VS Code’s JSON service', async () => {
  const folder = fc.option(fc.constantFrom('file:///a', 'file:///a/', 'file:///a b'), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(fc.array(pattern, { maxLength: 3 }), path, folder, async (patterns, uri, confined) => {
      const expected = await serviceMatches(patterns, encodeURI(uri), confined && encodeURI(confined));
      assert.equal(matchesFile(patterns, uri, confined), expected);
    }),
    { numRuns: runs(2_000) },
  );
});

test('a backslash that escapes neither a bracket nor a backslash matches nothing', async () => {
  const file = 'file:///data/nightly-1.json';
  // In the service’s expression, the first is a digit, and the second escapes an opening parenthesis.
  for (const [pattern, isServiceMatch] of [
    ['nightly-\\d.json', true],
    ['data\\*.json', false],
    ['data\\nightly-1.json', false],
  ] as const) {
    assert.equal(matchesFile([pattern], file), false, pattern);
    assert.equal(await serviceMatches([pattern], file), isServiceMatch, pattern);
    assert.ok(matchesFile(['*.json', pattern], file), `${pattern} leaves the other patterns in effect`);
  }
});

test('a set that contains * is invalid, even if an unmatched brace makes it valid in the service', async () => {
  assert.equal(isPattern('[*]'), false);
  assert.equal(isPattern('{[*'), false);
  assert.ok(await serviceMatches(['{[*'], 'file:///(('));
});

const longPath = `file:///${'a'.repeat(2_000)}/${'a/'.repeat(1_000)}`;
for (const [title, glob] of [
  ['stars', `${'*?'.repeat(14)}Q`],
  ['many stars', `${'*?'.repeat(2_000)}Q`],
  ['stars in braces', `${'{*,*}'.repeat(8)}Q`],
  ['many stars in braces', `${'{*,*}'.repeat(1_000)}Q`],
  ['folders', `${'**/'.repeat(2_000)}Q`],
  ['folders in braces', `${'{**/,**/a}'.repeat(1_000)}Q`],
  ['nested braces', `${'{a,'.repeat(1_000)}*${'}'.repeat(1_000)}Q`],
  ['sets', `${'[a-z]*'.repeat(1_000)}Q`],
  ['unmatched braces', '{'.repeat(100_000)],
  ['unmatched brackets', '['.repeat(100_000)],
  ['unmatched brackets and backslashes', '[\\'.repeat(100_000)],
  ['a long name', `${'a'.repeat(100_000)}*`],
] as const) {
  test(`a hostile pattern does not hold up the extension host: ${title}`, () => {
    const isMatch = withinSeconds(120, () => matchesFile([glob], longPath));
    assert.equal(isMatch, false);
  });
}

test('$schema is found where VS Code’s JSON service finds it, even if the text is cut off after it', () => {
  const found: Readonly<Record<string, string | undefined>> = {
    '{ "$schema": "x" }': 'x',
    ' // {\n{ "name": "y", "$schema": "x", "jobId": "cut': 'x',
    '{ "options": { "includeTypes": [] }, "\\u0024schema": "x"': 'x',
    '{ "$schema": 5, "$schema": "x", "$schema": "y" }': 'x',
    '{ "$schema": "" }': '',
    '{ "options": { "$schema": "x" } }': undefined,
    '[{ "$schema": "x" }]': undefined,
    '"$schema"': undefined,
    '["$schema", ["x"], { "$schema": "x" }]': undefined,
    '// "$schema": "x"': undefined,
    '{ "$schema"': undefined,
    '': undefined,
  };
  for (const [text, expected] of Object.entries(found)) assert.equal(schemaProperty(text), expected, text);
});
