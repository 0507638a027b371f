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
      '{3469b87d-48ca-439a-868f-2160001da8c1',
      '{3469b87d}',
      `${'{'.repeat(5_000)}3469b87d-48ca-439a-868f-2160001da8c1${'}'.repeat(5_000)}`,
    ].map((id) => [`{ "jobId": "${id}" }`, `job-id "${id}"`] as const),
  ],
  sentences: [
    [
      '{ "jobId": "{3469b87d-48ca-439a-868f-2160001da8c1}" }',
      'Write this UUID in its plain form, "3469b87d-48ca-439a-868f-2160001da8c1": the service knows no other.',
    ],
    ['{ "jobId": "backup-1" }', '"jobId" is not a UUID. The service identifies every backup by a UUID.'],
  ],
  fixes: [
    ...[
      '{3469B87D-48CA-439A-868F-2160001DA8C1}',
      '(3469b87d-48ca-439a-868f-2160001da8c1)',
      '3469b87d48ca439a868f2160001da8c1',
      'urn:uuid:3469b87d-48ca-439a-868f-2160001da8c1',
      ' 3469B87D-48ca-439a-868f-2160001da8c1\\n',
      '\ufeff3469b87d-48ca-439a-868f-2160001da8c1',
      '{0x3469b87d,0x48ca,0x439a,{0x86,0x8f,0x21,0x60,0x00,0x1d,0xa8,0xc1}}',
      "UUID('3469b87d-48ca-439a-868f-2160001da8c1')",
    ].map(
      (id) =>
        [
          `{ "jobId": "${id}" }`,
          '* Change to "3469b87d-48ca-439a-868f-2160001da8c1" → { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }',
        ] as const,
    ),
    ['{ "jobId": "backup-1" }', 'Give it a new id → { "jobId": "NEW" }'],
  ],
};
