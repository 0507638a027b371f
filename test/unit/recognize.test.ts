import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anonymize } from '../../src/features/anonymize/anonymize.ts';
import { Placeholders } from '../../src/features/anonymize/placeholders.ts';
import { isOurName } from '../../src/files/file-names.ts';
import { isOursByContent, isStillOursByContent } from '../../src/files/recognize.ts';

test('names that only backup files have are recognized, and names that others have too are not', () => {
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

test('content is ours if its first record has evidence that only a backup has', () => {
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

test('a file that was ours stays ours as long as one of its records is, wherever it is, and whatever evidence goes', () => {
  const record = '{ "jobId": 1, "status": 1 }';
  for (const before of ['{ }', '{ "" }', '{ "st', '{ "x": 1 }', '5']) {
    const text = `[\n${before},\n${record},\n${record}]`;
    assert.deepEqual([isOursByContent(text), isStillOursByContent(text)], [false, true], text);
  }
  assert.equal(isStillOursByContent(`{ }\n${record}`, 'lines'), true);
  assert.equal(isStillOursByContent('[{ }, { "status": 1, "name": 1 }]'), false);
  assert.equal(isStillOursByContent(''), false);
});

test('the type of another job is known wherever it stands, so anybody may read it', () => {
  const text = '{ "jobId": "x", "job": { "type": "EXPORT", "mode": "CREATE_DRAFT", "kind": "BAKING" } }';
  assert.equal(
    anonymize(text, new Placeholders()),
    '{ "jobId": "job-1", "job": { "type": "EXPORT", "mode": "CREATE_DRAFT", "kind": "text-1" } }',
  );
});
