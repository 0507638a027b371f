import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newRecord, sharedValues } from '../../src/features/new-record.ts';

const source = { jobId: '3469b87d-48ca-439a-868f-2160001da8c1', now: new Date('2026-11-23T09:00:00Z') };

test('a new record is that of a complete backup that a person asked for now', () => {
  assert.deepEqual(newRecord(source), {
    values: {
      jobId: '3469b87d-48ca-439a-868f-2160001da8c1',
      status: 'COMPLETE',
      type: 'BACKUP',
      tenant: 'acme-solar',
      requesterName: 'Ada Lovelace',
      fileExists: true,
      created: '2026-11-23T09:00:00.000Z',
      modified: '2026-11-23T09:00:00.000Z',
      name: 'Before the spring release',
      userCanDelete: true,
      isPartial: false,
      backupType: 'MANUAL',
      options: null,
      hydrationStatus: 'HYDRATED',
      totalObjectCount: 10,
      cloudStorageStatus: 'SYNCED',
    },
    refused: [],
  });
});

test('wanted values take the place of the defaults, and what a record cannot have is refused', () => {
  const { values, refused } = newRecord(source, {
    $schema: 'x',
    tenant: 'acme',
    status: 'DONE',
    totalObjectCount: 5,
    color: 'red',
  });
  assert.deepEqual(values, { ...newRecord(source).values, tenant: 'acme', totalObjectCount: 5 });
  assert.deepEqual(refused, ['$schema', 'color', 'status']);
});

test('a new record of another status has no backup', () => {
  const { values, refused } = newRecord(source, { status: 'IN_PROGRESS' });
  assert.deepEqual(
    [values.status, values.fileExists, values.hydrationStatus, values.totalObjectCount, values.cloudStorageStatus],
    ['IN_PROGRESS', false, 'NOT_HYDRATED', 0, 'NOT_SYNCED'],
  );
  assert.deepEqual(refused, []);
});

for (const [options, isPartial, refused] of [
  [{ includeTypes: ['ROLE'] }, true, []],
  [{}, false, []],
  [null, false, []],
  [5, false, ['options']],
  ['includeTypes', false, ['options']],
] as const) {
  test(`a new record with the options ${JSON.stringify(options)} is ${isPartial ? 'partial' : 'not partial'}`, () => {
    const record = newRecord(source, { options });
    assert.deepEqual([record.values.isPartial, record.refused], [isPartial, refused]);
    assert.deepEqual(record.values.options, refused.length === 0 ? options : null);
  });
}

test('a record shares its tenant and its requester, unless they are blank or no text', () => {
  assert.deepEqual(sharedValues('{ "tenant": "acme", "name": "x", "requesterName": "Ada" }'), {
    tenant: 'acme',
    requesterName: 'Ada',
  });
  assert.deepEqual(sharedValues('{ "tenant": "acme", "requesterName": '), { tenant: 'acme' });
  for (const text of [
    '',
    '{}',
    '5',
    '{ "tenant": " ", "requesterName": "" }',
    '{ "tenant": 5, "requesterName": null }',
  ])
    assert.deepEqual(sharedValues(text), {}, text);
});
