import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { replaceFiles } from '../../scripts/replace-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'backup-response-'));
after(() => rmSync(folder, { recursive: true }));

/** The files in the folder: names and texts. */
function contents(): string[] {
  return readdirSync(folder).map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`);
}

test('pictures are replaced when all are taken, and not if one fails', async () => {
  for (const name of ['a', 'b', 'kept']) writeFileSync(join(folder, name), 'old');
  const failing = replaceFiles(folder, async (temporary) => {
    writeFileSync(join(temporary, 'a'), 'new');
    throw new Error('no picture of b');
  });
  await assert.rejects(failing, (error: Error) => {
    const [, temporary = ''] = /The new files are in (.*)\.$/.exec(error.message) ?? [];
    assert.deepEqual(readdirSync(temporary), ['a']);
    rmSync(temporary, { recursive: true });
    return String(error.cause) === 'Error: no picture of b';
  });
  assert.deepEqual(contents(), ['a old', 'b old', 'kept old']);
  await replaceFiles(folder, async (temporary) => {
    for (const name of ['a', 'b']) writeFileSync(join(temporary, name), 'new');
  });
  assert.deepEqual(contents(), ['a new', 'b new', 'kept old']);
});
