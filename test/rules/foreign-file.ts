import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    [' { "version": 1, "objects": [], "jobId": 5 }', 'foreign-file {'],
    ['[{ "type": "CREATE_DRAFT" }, { "jobType": "BACKUP" }]', 'foreign-file ['],
    ['{ "detailCode": "x", "messages": [] }', 'foreign-file {'],
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
    [
      '{ "detailCode": "x", "messages": [] }',
      'This is an error response of the API, not a BackupResponse file. It is not checked.',
    ],
    ['{ "jobType": "BACKUP" }', 'This is a scheduled action, not a BackupResponse file. It is not checked.'],
  ],
};
