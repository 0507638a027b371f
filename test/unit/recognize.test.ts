import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKind } from '../../src/files/file-names.ts';
import { isOursByContent, isStillOursByContent } from '../../src/files/recognize.ts';
import { anonymize } from '../../src/record/anonymize.ts';
import { Placeholders } from '../../src/record/placeholders.ts';

test('names that are always recognized, common names, and others', () => {
  const strong = [
    'x.backupresponse.json',
    'a/b.Backup-Response.jsonc',
    'BackupResponse.json',
    'BACKUP-RESPONSES.json',
    'backupresponses.jsonc',
    'nightly.backupresponse.jsonl',
    'BACKUP-RESPONSES.ndjson',
  ];
  const weak = ['x.backup.json', 'backup.json', 'a/backups.json'];
  const none = [
    'backup.jsonc',
    'xbackupresponse.json',
    'backupresponse.json.bak',
    'backupresponse/x.json',
    'backup_response.json',
  ];
  for (const name of strong) assert.equal(nameKind(name), 'strong', name);
  for (const name of weak) assert.equal(nameKind(name), 'weak', name);
  for (const name of none) assert.equal(nameKind(name), 'none', name);
});

test('content is recognized if two names are known, at least half of all, and one is distinctive', () => {
  const records = [
    '{ "jobId": 1, "status": 1 }',
    '[{ "Job_Id": 1, "TENANT": 1, "x": 1, "y": 1 }]',
    '{ "value": [{ "jobId": 1, "name": 1 }], "Count": 1 }',
    '{ "status": 200, "data": { "items": [{ "jobId": 1, "name": 1 }] } }',
  ];
  const others = [
    '{}',
    '[]',
    '',
    '{ "jobId": 1 }',
    '{ "status": 1, "name": 1 }',
    '{ "jobId": 1, "name": 1, "x": 1, "y": 1, "z": 1 }',
    '{ "data": { "items": [{ "jobId": 1 }] } }',
  ];
  for (const text of records) assert.equal(isOursByContent(text), true, text);
  for (const text of others) assert.equal(isOursByContent(text), false, text);
});

test('a recognized file stays recognized as long as one of its records is, wherever it is', () => {
  const record = '{ "jobId": 1, "status": 1 }';
  for (const before of ['{ }', '{ "" }', '{ "st', '{ "x": 1 }', '5']) {
    const text = `[\n${before},\n${record},\n${record}]`;
    assert.deepEqual([isOursByContent(text), isStillOursByContent(text)], [before === '5', true], text);
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
