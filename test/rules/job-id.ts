import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "jobId": "backup-1" }', 'job-id "backup-1"'],
    ['{ "jobId": "3469B87D-48CA-439A-868F-2160001DA8C1" }'],
    ['{ "jobId": "3469B87D-48CA-439A-868F-2160001DA8C1", "isPartial": 1 }', 'type 1'],
  ],
  sentences: [['{ "jobId": "backup-1" }', '"jobId" is not a UUID. The service identifies every backup by a UUID.']],
  fixes: [['{ "jobId": "backup-1" }', 'Give it a new id → { "jobId": "NEW" }']],
};
