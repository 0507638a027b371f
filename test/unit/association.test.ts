import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proposePatterns, withPattern } from '../../src/files/association.ts';
import { isPattern, matchesFile } from '../../src/files/file-match.ts';
import { schemaId } from '../../src/record/schema-id.ts';

const folder = 'file:///work';

/** The patterns that are proposed for a file of the folder. */
function proposed(path: string): string[] {
  return proposePatterns(`${folder}/${path}`, folder).map(({ pattern }) => pattern);
}

test('a file’s name proposes patterns for its like, its name, its folder and itself', () => {
  assert.deepEqual(proposePatterns(`${folder}/exports/nightly-2024-06-01.jsonl`, folder), [
    { pattern: 'nightly-*.jsonl', takes: 'alike' },
    { pattern: 'nightly-2024-06-01.jsonl', takes: 'name' },
    { pattern: '/exports/*.jsonl', takes: 'folder' },
    { pattern: '/exports/nightly-2024-06-01.jsonl', takes: 'file' },
  ]);
  assert.deepEqual(proposed('out.json'), ['out*.json', 'out.json']);
  assert.deepEqual(proposed('2024/backup_a469b87d-48ca-439a-868f-2160001da8c1.json').slice(0, 1), ['backup_*.json']);
  assert.deepEqual(proposed('2024-06-01.json'), ['2024-06-01.json']);
  assert.deepEqual(proposed('dump'), ['dump*', 'dump']);
});

test('outside the workspace a path is whole', () => {
  const paths = (file: string) => proposePatterns(file, folder).at(-1)?.pattern;
  assert.equal(paths('file:///c:/Users/me/out.json'), '/c:/Users/me/out.json');
  assert.equal(paths('vscode-vfs://github/org/repo/out.json'), '/org/repo/out.json');
  assert.equal(paths('file:///workshop/out.json'), '/workshop/out.json');
});

test('every proposal takes its file, whatever characters its name has', () => {
  const name = fc.string({ unit: fc.constantFrom(...'aZ0-_. !*?[]{}()+@|,^$\\ü山'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), fc.boolean(), (parts, isInside) => {
      const file = `${isInside ? folder : 'file:///elsewhere'}/${parts.join('/')}`;
      for (const { pattern } of proposePatterns(file, folder)) {
        assert.ok(isPattern(pattern) && matchesFile([pattern], file), `${pattern} takes ${file}`);
      }
    }),
    { numRuns: 2_000 },
  );
});

const file = `${folder}/exports/nightly.json`;
const other = { url: 'https://example.com/schema.json', fileMatch: ['*.x.json'], comment: 'stays' };

test('without an entry of ours, one is added behind the others', () => {
  const ours = { url: schemaId, fileMatch: ['nightly*.json'] };
  assert.deepEqual(withPattern(undefined, 'nightly*.json', file), [ours]);
  assert.deepEqual(withPattern([], 'nightly*.json', file), [ours]);
  assert.deepEqual(withPattern([other, null, 5], 'nightly*.json', file), [other, null, 5, ours]);
  // What VS Code takes for no list of patterns is not mended.
  const broken = { url: schemaId, fileMatch: '*.json' };
  assert.deepEqual(withPattern([broken], 'nightly*.json', file), [broken, ours]);
});

test('an entry of ours gets the pattern, and keeps all else', () => {
  const setting = [other, { url: schemaId, fileMatch: ['a.json'], note: 1 }, { url: schemaId, fileMatch: ['b.json'] }];
  const before = structuredClone(setting);
  assert.deepEqual(withPattern(setting, 'nightly.json', file), [
    other,
    { url: schemaId, fileMatch: ['a.json', 'nightly.json'], note: 1 },
    { url: schemaId, fileMatch: ['b.json'] },
  ]);
  assert.deepEqual(setting, before);
});

for (const [what, patterns, pattern, expected] of [
  [
    'stands before the refusals of other files',
    ['*.json', '!draft.json'],
    '/exports/*',
    ['*.json', '/exports/*', '!draft.json'],
  ],
  [
    'stands behind a refusal of the file itself',
    ['*.json', '!nightly.json'],
    'night*',
    ['*.json', '!nightly.json', 'night*'],
  ],
  ['is not written twice', ['night*', 'a.json'], 'night*', ['night*', 'a.json']],
  ['is moved to where it helps', ['night*', '!nightly.json'], 'night*', ['!nightly.json', 'night*']],
  ['stands before the refusals where it takes other files', ['!nightly.json'], 'b.json', ['b.json', '!nightly.json']],
] as const) {
  test(`a pattern ${what}`, () => {
    const [entry] = withPattern([{ url: schemaId, fileMatch: patterns }], pattern, file) ?? [];
    assert.deepEqual(entry, { url: schemaId, fileMatch: expected });
  });
}

test('to what is no list, nothing is added', () => {
  assert.equal(withPattern({}, 'x', file), undefined);
  assert.equal(withPattern('x', 'x', file), undefined);
});

test('a pattern with a bracket alone is none', () => {
  for (const pattern of ['[', '{a', 'a]b[', 'x}']) assert.equal(isPattern(pattern), false, pattern);
  for (const pattern of ['*', '**/x.json', '{a,b}.json', 'night[lm]y.json', '!x'])
    assert.ok(isPattern(pattern), pattern);
});
