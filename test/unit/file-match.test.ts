import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { matchesFile } from '../../src/files/file-match.ts';
import { schemaProperty } from '../../src/files/schema-property.ts';

/** Whether VS Code's JSON service has a schema for a file whose `fileMatch` this is. */
async function serviceMatches(fileMatch: unknown, uri: string, folderUri?: string): Promise<boolean> {
  const service = getLanguageService({});
  const schema = { uri: 'test://schema', fileMatch: fileMatch as string[], schema: {} };
  service.configure({ schemas: [{ ...schema, ...(folderUri && { folderUri }) }] });
  const document = TextDocument.create(uri, 'json', 1, '{}');
  return (await service.getMatchingSchemas(document, service.parseJSONDocument(document))).length > 0;
}

test('patterns mean what they mean to VS Code', async () => {
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
    [['*.json', '['], false],
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

const piece = fc.constantFrom(
  '*',
  '**',
  '/',
  'a',
  'b',
  'ab',
  '.json',
  '?',
  '[ab]',
  '[',
  ']',
  '{',
  '}',
  ',',
  '!',
  '(',
  '+',
);
const pattern = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const segment = fc.constantFrom('a', 'b', 'ab', 'a b', 'ü', '[ab]', 'a.json', 'b.json');
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `file:///${segments.join('/')}`);

test('any patterns match just where they match for VS Code’s JSON service', async () => {
  const folder = fc.option(fc.constantFrom('file:///a', 'file:///a/', 'file:///a b'), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(fc.array(pattern, { maxLength: 3 }), path, folder, async (patterns, uri, confined) => {
      const expected = await serviceMatches(patterns, encodeURI(uri), confined && encodeURI(confined));
      assert.equal(matchesFile(patterns, uri, confined), expected);
    }),
    { numRuns: 3_000 },
  );
});

test('$schema is found where VS Code’s JSON service finds it, in a text cut off anywhere behind it', () => {
  const found: Readonly<Record<string, string | undefined>> = {
    '{ "$schema": "x" }': 'x',
    ' // {\n{ "name": "y", "$schema": "x", "jobId": "cut': 'x',
    '{ "options": { "includeTypes": [] }, "\\u0024schema": "x"': 'x',
    '{ "$schema": 5, "$schema": "x", "$schema": "y" }': 'x',
    '{ "$schema": "" }': '',
    '{ "options": { "$schema": "x" } }': undefined,
    '[{ "$schema": "x" }]': undefined,
    '"$schema"': undefined,
    '{ "$schema"': undefined,
    '': undefined,
  };
  for (const [text, expected] of Object.entries(found)) assert.equal(schemaProperty(text), expected, text);
});
