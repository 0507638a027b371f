import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    [
      '{ "jobId": "", "status": "", "created": "", "tenant": "", "name": "" }',
      'empty-value ""',
      'empty-value ""',
      'empty-value ""',
    ],
    ['{ "options": { "includeTypes": [""] } }', 'empty-value ""'],
    ['{ "options": { "includeTypes": "", "objectOptions": "" } }', 'empty-value ""', 'empty-value ""'],
    [
      '{ "isPartial": "", "totalObjectCount": "", "options": "" }',
      'empty-value ""',
      'empty-value ""',
      'empty-value ""',
    ],
    ['{ "options": { "objectOptions": { "ROLE": { "includedNames": [""] } } } }'],
  ],
  sentences: [
    [
      '{ "jobId": "", "status": "", "created": "", "tenant": "", "name": "" }',
      '"jobId" must not be empty. Leave it out, as the API does.',
    ],
    ['{ "options": { "includeTypes": [""] } }', 'An object type must not be empty. Leave it out, as the API does.'],
  ],
  fixes: [['{ "status": "", "name": "x" }', '* Remove "status" → { "name": "x" }']],
};
