import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "jobId": "backup-1" }', 'job-id "backup-1"'],
    ['{ "jobId": "3469B87D-48CA-439A-868F-2160001DA8C1" }'],
    ['{ "jobId": "3469B87D-48CA-439A-868F-2160001DA8C1", "isPartial": 1 }', 'type 1'],
    // Nothing may be around it, and nothing may be missing.
    ...[
      'x3469b87d-48ca-439a-868f-2160001da8c1',
      '3469b87d-48ca-439a-868f-2160001da8c1x',
      '3469b87d48ca439a868f2160001da8c1',
      '{3469b87d-48ca-439a-868f-2160001da8c1}',
    ].map((id) => [`{ "jobId": "${id}" }`, `job-id "${id}"`] as const),
  ],
  sentences: [['{ "jobId": "backup-1" }', '"jobId" is not a UUID. The service identifies every backup by a UUID.']],
  fixes: [['{ "jobId": "backup-1" }', 'Give it a new id → { "jobId": "NEW" }']],
};
