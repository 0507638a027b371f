import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatOf } from '../../src/files/file-names.ts';
import { decidingLength } from '../../src/files/prefilter.ts';
import { isOursByContent } from '../../src/files/recognize.ts';
import { findingsOf } from '../support/findings.ts';
import { runs } from '../support/runs.ts';

const root = join(import.meta.dirname, '..', '..');

/** JSON files of others: of all installed packages, and of VS Code if it is installed for the editor tests. */
const vscode = join(root, 'test', 'vscode', 'node_modules', 'code-server', 'lib', 'vscode', 'extensions');
const folders = [join(root, 'node_modules'), vscode].filter(existsSync);

test('no JSON file of another kind is recognized by its content', () => {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:json|jsonc|jsonl|ndjson|webmanifest|code-snippets)$/.test(name))
      .map((name) => join(folder, name)),
  );
  const recognized = files.filter((file) => {
    const beginning = beginningOf(file);
    // A file with another ending may have either format.
    return [formatOf(file) ?? 'json', 'lines' as const].some((format) => isOursByContent(beginning, format));
  });
  assert.deepEqual(recognized, []);
  // Records are recognized in the same way.
  assert.ok(isOursByContent(beginningOf(join(root, 'samples', 'backups.backupresponse.json'))));
  assert.ok(files.length >= 300, `only ${files.length} files`);
});

const value = fc.oneof(fc.constant('x'), fc.integer(), fc.boolean(), fc.constant(null), fc.constant([]));
/** What makes each kind of related object. */
const marks = fc.constantFrom<object>(
  { objects: [] },
  { self: {}, object: {} },
  { type: 'CREATE_DRAFT' },
  { sourceBackupId: 'x' },
  { approvalStatus: 'NONE' },
  { type: 'CONFIG_DEPLOY_DRAFT' },
  { draftId: 'x' },
  { type: 'EXPORT' },
  { type: 'IMPORT' },
  { objectMappingId: 'x' },
  { jsonPath: 'x', targetValue: 'y' },
);
/** Names that they share with backups, wrong values included, and names of their own. */
const shared = ['jobId', 'status', 'tenant', 'requesterName', 'fileExists', 'created', 'name', 'cloudStorageStatus'];
const others = fc.dictionary(fc.constantFrom(...shared, 'mode', 'expiration', 'x'), value, { maxKeys: 10 });
const relatedObject = fc.tuple(others, marks, fc.boolean()).map(([rest, mark, isFirst]) => {
  return isFirst ? { ...mark, ...rest, ...mark } : { ...rest, ...mark };
});

test('nothing is said of a related object but what it is, as a file, an item or a line', () => {
  fc.assert(
    fc.property(fc.array(relatedObject, { minLength: 1, maxLength: 4 }), (objects) => {
      const lines = objects.map((object) => JSON.stringify(object)).join('\n');
      for (const [text, format] of [
        [JSON.stringify(objects), 'json'],
        [JSON.stringify(objects[0]), 'json'],
        [lines, 'lines'],
      ] as const) {
        assert.deepEqual(
          findingsOf(text, format).map(({ rule }) => rule),
          ['foreign-file'],
          text,
        );
        assert.equal(isOursByContent(text, format), false, text);
      }
      const mixed = [...objects, { status: 'COMPLETE' }];
      const rules = new Set(findingsOf(JSON.stringify(mixed)).map(({ rule }) => rule));
      assert.deepEqual([...rules], ['foreign-file'], JSON.stringify(mixed));
    }),
    { numRuns: runs(700) },
  );
});

/** A UTF-16 unit takes at most three bytes of UTF-8. */
function beginningOf(file: string): string {
  const buffer = Buffer.alloc(decidingLength * 3);
  const descriptor = openSync(file, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
