import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ownAssociation, proposePatterns, withPattern } from '../../src/files/association.ts';
import { isPattern, matchesFile } from '../../src/files/file-match.ts';
import { schemaId } from '../../src/model/schema-id.ts';
import { runs } from '../support/runs.ts';

const folder = 'file:///work';

/** The patterns that are proposed for a file in the folder. */
function proposed(path: string): string[] {
  return proposePatterns(`${folder}/${path}`, folder).map(({ pattern }) => pattern);
}

test('a file is associated by similar names, its name, its folder, or its path', () => {
  assert.deepEqual(proposePatterns(`${folder}/exports/nightly-2024-06-01.jsonl`, folder), [
    { pattern: 'nightly-*.jsonl', scope: 'similar' },
    { pattern: 'nightly-2024-06-01.jsonl', scope: 'name' },
    { pattern: '/exports/*.jsonl', scope: 'folder' },
    { pattern: '/exports/nightly-2024-06-01.jsonl', scope: 'file' },
  ]);
  assert.deepEqual(proposed('out.json'), ['out*.json', 'out.json']);
  assert.deepEqual(proposed('2024/backup_a469b87d-48ca-439a-868f-2160001da8c1.json').slice(0, 1), ['backup_*.json']);
  assert.deepEqual(proposed('2024-06-01.json'), ['2024-06-01.json']);
  assert.deepEqual(proposed('dump'), ['dump*', 'dump']);
  assert.deepEqual(proposed('a/b.c/dump'), ['dump*', 'dump', '/a/b.c/*', '/a/b.c/dump']);
});

test('a pattern for a file outside the workspace folder has its whole path', () => {
  const paths = (file: string) => proposePatterns(file, folder).at(-1)?.pattern;
  assert.equal(paths('file:///c:/Users/me/out.json'), '/c:/Users/me/out.json');
  assert.equal(paths('vscode-vfs://github/org/repo/out.json'), '/org/repo/out.json');
  assert.equal(paths('file:///workshop/out.json'), '/workshop/out.json');
  assert.equal(paths('memfs:/shop/out.json'), '/shop/out.json');
});

test('a proposed pattern matches its file, with any characters in its name', () => {
  const name = fc.string({ unit: fc.constantFrom(...'aZ0-_. !*?[]{}()+@|,^$\\ü山'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), fc.boolean(), (parts, isInside) => {
      const file = `${isInside ? folder : 'file:///elsewhere'}/${parts.join('/')}`;
      for (const { pattern } of proposePatterns(file, folder)) {
        assert.ok(isPattern(pattern) && matchesFile([pattern], file), `${pattern} matches ${file}`);
      }
    }),
    { numRuns: runs(2_000) },
  );
});

const file = `${folder}/exports/nightly.json`;
const other = { url: 'https://example.com/schema.json', fileMatch: ['*.x.json'], comment: 'kept' };

test('a first association with the schema is added after the others', () => {
  const added = { url: schemaId, fileMatch: ['nightly*.json'] };
  assert.deepEqual(withPattern(undefined, 'nightly*.json', file), [added]);
  assert.deepEqual(withPattern(null, 'nightly*.json', file), [added]);
  assert.deepEqual(withPattern([], 'nightly*.json', file), [added]);
  assert.deepEqual(withPattern([other, null, 5], 'nightly*.json', file), [other, null, 5, added]);
  // VS Code ignores this one, and it is left as it is.
  const broken = { url: schemaId, fileMatch: '*.json' };
  assert.deepEqual(withPattern([broken], 'nightly*.json', file), [broken, added]);
});

test('a pattern is added to the first association with the schema, and nothing else changes', () => {
  const setting = [other, { url: schemaId, fileMatch: ['a.json'], note: 1 }, { url: schemaId, fileMatch: ['b.json'] }];
  const before = structuredClone(setting);
  assert.deepEqual(withPattern(setting, 'nightly.json', file), [
    other,
    { url: schemaId, fileMatch: ['a.json', 'nightly.json'], note: 1 },
    { url: schemaId, fileMatch: ['b.json'] },
  ]);
  assert.deepEqual(setting, before);
});

for (const [outcome, patterns, pattern, expected] of [
  [
    'is added before the exclusions of other files',
    ['*.json', '!draft.json'],
    '/exports/*',
    ['*.json', '/exports/*', '!draft.json'],
  ],
  [
    'is added after an exclusion of the file itself',
    ['*.json', '!nightly.json'],
    'night*',
    ['*.json', '!nightly.json', 'night*'],
  ],
  ['is not added twice', ['night*', 'a.json'], 'night*', ['night*', 'a.json']],
  ['is moved if an exclusion after it cancels it', ['night*', '!nightly.json'], 'night*', ['!nightly.json', 'night*']],
  [
    'is added before the exclusions if it matches other files only',
    ['!nightly.json'],
    'b.json',
    ['b.json', '!nightly.json'],
  ],
] as const) {
  test(`a pattern ${outcome}`, () => {
    const [association] = withPattern([{ url: schemaId, fileMatch: patterns }], pattern, file) ?? [];
    assert.deepEqual(association, { url: schemaId, fileMatch: expected });
  });
}

test('a setting that is not a list does not change', () => {
  assert.equal(withPattern({}, 'x', file), undefined);
  assert.equal(withPattern('x', 'x', file), undefined);
});

test('a pattern is added to an association that has a list of patterns', () => {
  const own = { url: schemaId, fileMatch: ['a.json'] };
  const second = { url: schemaId, fileMatch: ['b.json'] };
  assert.equal(ownAssociation([other, null, { url: schemaId }, own, second]), own);
  for (const setting of [undefined, null, {}, 'x', [], [other, { url: schemaId, fileMatch: '*.json' }]])
    assert.equal(ownAssociation(setting), undefined, JSON.stringify(setting));
});

test('a pattern with an unmatched bracket or brace is invalid', () => {
  for (const pattern of ['[', '{a', 'a]b[', 'x}']) assert.equal(isPattern(pattern), false, pattern);
  for (const pattern of ['*', '**/x.json', '{a,b}.json', 'night[lm]y.json', '!x'])
    assert.ok(isPattern(pattern), pattern);
});
