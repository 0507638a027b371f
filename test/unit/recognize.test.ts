import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import { isOurName } from '../../src/files/file-names.ts';
import { mightHoldRecords } from '../../src/files/prefilter.ts';
import { isOursByContent, isStillOursByContent } from '../../src/files/recognize.ts';
import { schemaId } from '../../src/model/schema-id.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

test('a file is recognized by a name that only backup files have', () => {
  const ours = [
    'x.backupresponse.json',
    'a/b.Backup-Response.jsonc',
    'BackupResponse.json',
    'BACKUP-RESPONSES.json',
    'backupresponses.jsonc',
    'nightly.backupresponse.jsonl',
    'BACKUP-RESPONSES.ndjson',
  ];
  const others = [
    'backup.json',
    'x.backup.json',
    'a/backups.json',
    'backup.jsonc',
    'xbackupresponse.json',
    'backupresponse.json.bak',
    'backupresponse/x.json',
    'backup_response.json',
  ];
  for (const name of ours) assert.equal(isOurName(name), true, name);
  for (const name of others) assert.equal(isOurName(name), false, name);
});

test('a file is recognized by its first record, if that has values that only a backup has', () => {
  const id = '"jobId": "x", "status": "COMPLETE"';
  const records = [
    ...['requesterName', 'userCanDelete', 'hydrationStatus', 'cloudStorageStatus', 'totalObjectCount'].flatMap(
      (name) => [`{ ${id}, "${name}": null }`, `[{ ${id}, "${name.toUpperCase()}": null, "x": 1, "y": 1 }]`],
    ),
    `{ ${id}, "type": "BACKUP" }`,
    `{ ${id}, "backupType": "MANUAL" }`,
    `{ ${id}, "options": { "includeTypes": [] } }`,
    `{ ${id}, "options": { "objectOptions": {} } }`,
    '{ "jobId": "x", "fileExists": true }',
    '{ "jobId": "x", "isPartial": false, "name": "y" }',
    `{ "value": [{ ${id}, "type": "BACKUP" }], "Count": 1 }`,
    `{ "status": 200, "data": { "items": [{ ${id}, "type": "BACKUP" }] } }`,
    `[[{ ${id}, "type": "BACKUP" }]]`,
    `{ "data": { "backups": { "edges": [{ ${id}, "type": "BACKUP" }] } } }`,
    // A first record whose evidence cannot be read does not decide.
    `[{"jobId":"x,"status":"COMPLETE","type":"BACKUP"},{"jobId":"x","status":"COMPLETE","type":"BACKUP"}]`,
  ];
  const others = [
    '{}',
    '[]',
    '',
    '{ "jobId": 1 }',
    '{ "requesterName": 1 }',
    `{ ${id} }`,
    `{ ${id}, "type": "backup" }`,
    `{ ${id}, "type": "IMPORT" }`,
    `{ ${id}, "backupType": "FULL" }`,
    `{ ${id}, "backupType": "manual" }`,
    `{ ${id}, "options": { "x": 1 } }`,
    `{ ${id}, "options": null }`,
    '{ "jobId": "x", "fileExists": true, "x": 1 }',
    '{ "job_id": "x", "fileExists": true }',
    '{ "jobId": "x", "FileExists": true }',
    '{ "jobId": 1, "type": "BACKUP", "x": 1, "y": 1, "z": 1 }',
    `[{ ${id} }, { ${id}, "type": "BACKUP" }]`,
    `{ "a": { "b": { "c": { "d": { ${id}, "type": "BACKUP" } } } } }`,
  ];
  for (const text of records) assert.equal(isOursByContent(text), true, text);
  for (const text of others) assert.equal(isOursByContent(text), false, text);
  assert.equal(isOursByContent(`{ ${id}, "type": "BACKUP" }\n{ "x": 1 }`, 'lines'), true);
  assert.equal(isOursByContent(`[{ ${id}, "type": "BACKUP" }]\n[]`, 'lines'), true);
});

test('a recognized file stays recognized as long as it has one record, in any place and with any values', () => {
  const record = '{ "jobId": 1, "status": 1 }';
  for (const before of ['{ }', '{ "" }', '{ "st', '{ "x": 1 }', '5']) {
    const text = `[\n${before},\n${record},\n${record}]`;
    assert.deepEqual([isOursByContent(text), isStillOursByContent(text)], [false, true], text);
  }
  assert.equal(isStillOursByContent(`{ }\n${record}`, 'lines'), true);
  assert.equal(isStillOursByContent('[{ }, { "status": 1, "name": 1 }]'), false);
  assert.equal(isStillOursByContent(''), false);
});

test('the prefilter accepts every record, however its names are written', () => {
  const separator = fc.constantFrom('', '', '_', '-', '. ', '\u200b', '\u00a0\ufeff');
  const disguise = fc.tuple(fc.boolean(), separator, separator, fc.boolean());
  let records = 0;
  fc.assert(
    fc.property(anyRecord(), disguise, (record, [isUpper, before, after, isEscaped]) => {
      const text = JSON.stringify(record).replace(/"([a-z]\w+)":/gi, (_, name: string) => {
        const letters = [...(isUpper ? name.toUpperCase() : name)];
        const written = `${before}${letters.join(before === '' ? after : '')}${after}`;
        return `"${isEscaped ? written.replace('I', '\\u0049') : written}":`;
      });
      if (!isOursByContent(text)) return;
      records++;
      assert.ok(mightHoldRecords(text), text);
    }),
    { numRuns: runs(1_000) },
  );
  assert.ok(records > runs(300), `only ${records} were records, too few to prove anything`);
});

test('the prefilter rules out JSON without names of a record', () => {
  for (const text of ['', '{}', '{ "name": "x", "type": "BACKUP" }', '{ "description": "the jobId of a backup" }'])
    assert.equal(mightHoldRecords(text), false, text);
});

test('a file names the schema by the id that the code expects', () => assert.equal(schemaId, schema.$id));
