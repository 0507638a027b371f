import type { RuleTest } from '../support/rule-test.ts';

const deploy =
  '{ "jobId": "x", "status": "COMPLETE", "type": "CONFIG_DEPLOY_DRAFT", "draftId": "y", "cloudStorageStatus": "SYNCED" }';

export const ruleTest: RuleTest = {
  findings: [
    [' { "version": 1, "objects": [], "jobId": 5 }', 'foreign-file {'],
    ['{ "objects": [{ "self": {}, "object": {} }] }', 'foreign-file {'],
    ['{ "self": {}, "object": {} }', 'foreign-file {'],
    ['{ "objects": 5, "name": "x" }', 'unknown-property "objects"'],
    ['{ "jobId": "x", "sourceBackupId": "y" }', 'foreign-file {'],
    ['{ "approvalStatus": "x" }', 'foreign-file {'],
    [deploy, 'foreign-file {'],
    [`{ "items": [${deploy}] }`, 'foreign-file {'],
    [`{ "count": 1, "items": [${deploy}] }`, 'foreign-file {'],
    ['{ "items": [] }', 'not-a-record {'],
    ['{ "draftId": "x" }', 'foreign-file {'],
    ['{ "jobId": "x", "status": "COMPLETE", "type": "EXPORT", "expiration": "z" }', 'foreign-file {'],
    ['{ "objectMappingId": "x" }', 'foreign-file {'],
    ['{ "jsonPath": "x", "targetValue": "y" }', 'foreign-file {'],
    ['[{ "type": "CREATE_DRAFT" }, { "jobType": "BACKUP" }]', 'foreign-file ['],
    // Beside records, each of them has a finding.
    [`[${deploy}, { "status": "X" }, { "type": "IMPORT" }]`, 'foreign-file {', 'enum "X"', 'foreign-file {'],
    // A property that only backups have is stronger than a type.
    ['{ "type": "IMPORT", "isPartial": true }', 'enum "IMPORT"'],
    ['{ "type": "CREATE_DRAFT", "backupType": "MANUAL" }', 'enum "CREATE_DRAFT"'],
    ['{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "jobType": "x" }', 'unknown-property "jobType"'],
    ['[]'],
  ],
  sentences: [
    [
      ' { "version": 1, "objects": [], "jobId": 5 }',
      'This is a configuration export or upload file, not a BackupResponse file. It is not checked.',
    ],
    [
      '[{ "type": "CREATE_DRAFT" }, { "jobType": "BACKUP" }]',
      'This is a draft job, not a BackupResponse file. It is not checked.',
    ],
    ['[{ "type": "CREATE_DRAFT" }, {}]', 'This is a draft job, not a backup record. It is not checked.'],
    [deploy, 'This is a deploy job, not a BackupResponse file. It is not checked.'],
    ['{ "type": "EXPORT" }', 'This is an SP-Config job, not a BackupResponse file. It is not checked.'],
    ['{ "objectMappingId": "x" }', 'This is an object mapping, not a BackupResponse file. It is not checked.'],
    ['{ "jobType": "BACKUP" }', 'This is a scheduled action, not a BackupResponse file. It is not checked.'],
  ],
};
