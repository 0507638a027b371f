import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    [
      '[{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]',
      'duplicate-job-id "3469b87d-48ca-439a-868f-2160001da8c1"',
    ],
    ['[{ "jobId": "a" }, { "jobId": "a" }]', 'job-id "a"', 'job-id "a"'],
  ],
  sentences: [
    [
      '[{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]',
      'An earlier record in this file has the same "jobId".',
    ],
  ],
  fixes: [
    [
      '[{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]',
      'Give it a new id → [{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "NEW" }]',
    ],
  ],
};
