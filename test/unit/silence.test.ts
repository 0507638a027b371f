import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatOf } from '../../src/files/file-names.ts';
import { decidingLength } from '../../src/files/prefilter.ts';
import { holdsRecords } from '../../src/files/recognize.ts';

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
    return [formatOf(file) ?? 'json', 'lines' as const].some((format) => holdsRecords(beginning, format));
  });
  assert.deepEqual(recognized, []);
  // Records are recognized in the same way.
  assert.ok(holdsRecords(beginningOf(join(root, 'samples', 'backups.backupresponse.json'))));
  assert.ok(files.length >= 300, `only ${files.length} files`);
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
