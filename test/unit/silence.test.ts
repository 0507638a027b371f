import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatOf } from '../../src/files/file-names.ts';
import { decidingLength } from '../../src/files/prefilter.ts';
import { holdsRecords } from '../../src/files/recognize.ts';

const root = join(import.meta.dirname, '..', '..');

/** Other people's JSON: of all that is installed here, and of VS Code itself where the stand-in for it is. */
const vscode = join(root, 'test', 'vscode', 'node_modules', 'code-server', 'lib', 'vscode', 'extensions');
const places = [join(root, 'node_modules'), vscode].filter(existsSync);

test('no JSON file of other people is taken for backup records by its content', () => {
  const files = places.flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:json|jsonc|jsonl|ndjson|webmanifest|code-snippets)$/.test(name))
      .map((name) => join(place, name)),
  );
  const taken = files.filter((file) => {
    const beginning = beginningOf(file);
    // Nobody knows how a file of another name is written.
    return [formatOf(file) ?? 'json', 'lines' as const].some((format) => holdsRecords(beginning, format));
  });
  assert.deepEqual(taken, []);
  // The same look does see records.
  assert.ok(holdsRecords(beginningOf(join(root, 'samples', 'backups.backupresponse.json'))));
  assert.ok(files.length >= 300, `only ${files.length} files`);
});

/** In UTF-8 the bytes are never fewer than the UTF-16 units that decide. */
function beginningOf(file: string): string {
  const buffer = Buffer.alloc(decidingLength * 3);
  const descriptor = openSync(file, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(descriptor);
  }
}
