import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "JobId": 5 }', 'property-case "JobId"', 'type 5'],
    [
      '{ "file_exists": true, "total object-count": 1 }',
      'property-case "file_exists"',
      'property-case "total object-count"',
    ],
    ['{ "options": { "objectOptions": { "source": {} } } }', 'property-case "source"'],
    ['{ "name": "a", "Message": "x" }', 'unknown-property "Message"'],
    [
      '{ "Status": "IN_PROGRESS", "Completed": "2021-05-11T22:23:16Z" }',
      'property-case "Status"',
      'property-case "Completed"',
      'status-time "2021-05-11T22:23:16Z"',
    ],
  ],
  sentences: [
    ['{ "JobId": 5 }', '"JobId" must be spelled "jobId": JSON names must match exactly.'],
    [
      '{ "file_exists": true, "total object-count": 1 }',
      '"file_exists" must be spelled "fileExists": JSON names must match exactly.',
    ],
  ],
  fixes: [
    ['{ "JobId": "x" }', '* Change to "jobId" → { "jobId": "x" }'],
    ['{ "Name": "x", "name": "y" }', 'Change to "name" → { "name": "x", "name": "y" }'],
  ],
};
