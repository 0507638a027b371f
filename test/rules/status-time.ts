import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "status": "IN_PROGRESS", "completed": "2021-05-11T22:23:16Z" }', 'status-time "2021-05-11T22:23:16Z"'],
    ['{ "status": "FAILED", "completed": "2021-05-11T22:23:16Z" }'],
    ['{ "status": "NOT_STARTED", "completed": null }', 'null-value null'],
    [
      '{ "status": "IN_PROGRESS", "status": "COMPLETE", "completed": "2021-05-11T22:23:16Z" }',
      'duplicate-property "status"',
    ],
  ],
  sentences: [
    [
      '{ "status": "IN_PROGRESS", "completed": "2021-05-11T22:23:16Z" }',
      '"completed" is set although "status" is "IN_PROGRESS". Remove it, or correct the status.',
    ],
    [
      '{ "status": "NOT_STARTED", "completed": "2021-05-11T22:23:16Z" }',
      '"completed" is set although "status" is "NOT_STARTED". Remove it, or correct the status.',
    ],
  ],
  fixes: [
    [
      '{ "status": "IN_PROGRESS", "completed": "2021-05-11T22:23:16Z" }',
      'Remove "completed" → { "status": "IN_PROGRESS" }',
    ],
  ],
};
