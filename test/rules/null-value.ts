import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "jobId": null, "options": null, "fileExists": null }', 'null-value null', 'null-value null'],
    ['{ "options": { "includeTypes": null } }', 'null-value null'],
    ['{ "options": { "includeTypes": [null] } }', 'null-value null'],
    ['{ "options": { "objectOptions": { "ROLE": null } } }', 'null-value null'],
  ],
  sentences: [
    [
      '{ "jobId": null, "options": null, "fileExists": null }',
      '"jobId" must not be null; only "options" can be. Leave it out, as the API does.',
    ],
    [
      '{ "options": { "objectOptions": { "ROLE": null } } }',
      'An entry of "objectOptions" must not be null; only "options" can be. Leave it out, as the API does.',
    ],
  ],
  fixes: [['{ "name": "x", "jobId": null }', '* Remove "jobId" → { "name": "x" }']],
};
