import assert from 'node:assert/strict';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatOf } from '../../src/files/file-names.ts';
import { decidingLength } from '../../src/files/prefilter.ts';
import { isOursByContent } from '../../src/files/recognize.ts';
import { check, folder } from '../support/command-line.ts';
import { findingsOf } from '../support/findings.ts';
import { runs } from '../support/runs.ts';

const root = join(import.meta.dirname, '..', '..');

/** The JSON files of all installed packages, and of VS Code if it is installed for the editor tests. */
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
/** The properties that make each kind of related object. */
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

test('a related object has no finding except its kind, as a file, an item or a line', () => {
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

/** JSON that other programs write about their jobs, backups and uploads, each with the reason why we took it for ours. */
const otherPrograms: Readonly<Record<string, unknown>> = {
  'training run': { job_id: 'train-17', status: 'success', created: '', completed: null },
  'training runs': [{ job_id: 'a', status: 'running', type: 'fine-tune', created: 1708372455, name: 'x' }],
  'answer of a service': { success: true, statusCode: 202, data: { jobId: 'x', status: 'PENDING', message: 'm' } },
  'upload of a picture': { name: 'logo.png', type: 'image', fileExists: true },
  'API description': {
    openapi: '3.0.0',
    paths: {
      '/jobs': {
        get: {
          responses: {
            200: { content: { 'application/json': { example: { jobId: 'j1', status: 'queued', type: 'BACKUP' } } } },
          },
        },
      },
    },
  },
  'message queue': { jobId: 7, name: 'send-mail', status: 'waiting', options: { attempts: 3 }, created: 1708372455 },
  'queue of a task runner': [{ jobId: 'repeat:1', name: 'n', options: null, completed: false, created: '' }],
  'CI job': { jobId: 'build-1', name: 'build', status: 'failed', type: 'test', created: '', completed: '' },
  'CI pipeline': { id: 1, jobs: [{ jobId: '1', status: 'SUCCESS', name: 'lint', modified: '2024-01-01' }] },
  'database backup': { jobId: 'x', status: 'COMPLETED', type: 'FULL', backupType: 'INCREMENTAL', name: 'db' },
  'database snapshot': { backupType: 'automated', status: 'available', name: 's', created: '2024-01-01T00:00:00Z' },
  'backup of a virtual machine': { JobId: 'x', Type: 'Backup', Status: 'Success', Name: 'vm', IsPartial: false },
  'cloud backup': { jobId: 'x', tenant: 'acme', status: 'DONE', type: 'backup', fileExists: true, region: 'eu' },
  'file check': { fileExists: true, name: 'a.txt', type: 'file', modified: 1 },
  'print job': { jobId: 5, name: 'a.pdf', status: 'printing', tenant: 'x', isPartial: true, pages: 3 },
  'export job': { jobId: 'x', status: 'COMPLETE', type: 'EXPORT', created: 'x', tenant: 'y' },
  'import with options': { jobId: 'x', status: 'ok', options: { overwrite: true }, type: 'csv' },
  'GraphQL answer': { data: { jobs: { edges: [{ node: { jobId: 'x', status: 'RUNNING', type: 'JOB' } }] } } },
  'search hits': { hits: { hits: [{ _id: '1', _source: { jobId: 'x', status: 'done', name: 'n' } }] } },
  'deep example': { a: { b: { c: { d: { jobId: 'x', status: 'COMPLETE', type: 'BACKUP', userCanDelete: true } } } } },
  'later evidence': [
    { jobId: 'x', status: 'queued' },
    { jobId: 'y', status: 'COMPLETE', requesterName: 'z' },
  ],
  'one telling name': { requesterName: 'Ada', subject: 'hello' },
  'telling names among many': { requesterName: 'Ada', type: 'x', a: 1, b: 2, c: 3 },
};

test('JSON of other programs is not recognized, as one value, in a list, in a page, or as lines', () => {
  for (const [name, value] of Object.entries(otherPrograms)) {
    const values = Array.isArray(value) ? value : [value];
    const line = JSON.stringify(values[0]);
    for (const [text, format] of [
      [JSON.stringify(value), 'json'],
      [JSON.stringify(values, undefined, 2), 'json'],
      [JSON.stringify({ count: 1, items: values }), 'json'],
      [JSON.stringify({ value: values, Count: 1 }), 'json'],
      [JSON.stringify([values]), 'json'],
      [`${line}\n${line}\n`, 'lines'],
      [`[${line}]\n`, 'lines'],
    ] as const)
      assert.equal(isOursByContent(text, format), false, `${name}: ${text}`);
  }
});

test('--fix in a folder leaves each byte of the files of other programs', () => {
  const files = Object.entries(otherPrograms).flatMap(([name, value], at) => {
    const text = `${JSON.stringify(value, undefined, '\t')}\r\n`;
    return [`app/${at} ${name}.json`, `app/backups/${at}/backup.json`, `app/${at}.jsonl`].map((file) => {
      const path = join(folder, file);
      const content = file.endsWith('.jsonl') ? `${JSON.stringify(value)}\n` : text;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return { path, content };
    });
  });
  const { code, out } = check('--fix', '--no-error-on-unmatched-pattern', 'app');
  assert.equal(out, `0 files with 0 records checked, no problems; left out: ${files.length} without backup records\n`);
  assert.equal(code, 0);
  for (const { path, content } of files) assert.equal(readFileSync(path, 'utf8'), content, path);
});
