import type { RuleTest } from '../support/rule-test.ts';

const guid = '{ "value": "3469b87d-48ca-439a-868f-2160001da8c1", "Guid": "3469b87d-48ca-439a-868f-2160001da8c1" }';

export const ruleTest: RuleTest = {
  findings: [
    [`{ "jobId": ${guid} }`, `powershell-value ${guid}`],
    [
      '{ "name": { "value": "x", "PSPath": "y", "Other": 1 } }',
      'powershell-value { "value": "x", "PSPath": "y", "Other": 1 }',
    ],
    ['{ "totalObjectCount": { "value": 5, "ReadCount": 1 } }', 'powershell-value { "value": 5, "ReadCount": 1 }'],
    ['{ "fileExists": { "value": true, "PSDrive": {} } }', 'powershell-value { "value": true, "PSDrive": {} }'],
    [
      '{ "options": { "includeTypes": [{ "value": "ROLE", "Length": 4 }] } }',
      'powershell-value { "value": "ROLE", "Length": 4 }',
    ],
    ['{ "created": { "value": "x", "PSPath": "y" } }', 'type { "value": "x", "PSPath": "y" }'],
    ['{ "name": { "value": "x" } }', 'type { "value": "x" }'],
    ['{ "name": { "value": [], "PSPath": "y" } }', 'type { "value": [], "PSPath": "y" }'],
  ],
  sentences: [
    [
      `{ "jobId": ${guid} }`,
      'Keep only the "value": PowerShell wrote "jobId" as an object, with members of its own beside it.',
    ],
    [
      '{ "options": { "includeTypes": [{ "value": "ROLE", "Length": 4 }] } }',
      'Keep only the "value": PowerShell wrote this object type as an object, with members of its own beside it.',
    ],
  ],
  fixes: [
    [
      `{ "jobId": ${guid} }`,
      '* Change to "3469b87d-48ca-439a-868f-2160001da8c1" → { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }',
    ],
    ['{ "status": { "value": "DONE" x, "PSPath": "y" } }'],
    ['{ "status": { "value": "DONE", "PSPath": "y" } }', 'Change to "DONE" → { "status": "DONE" }'],
  ],
};
