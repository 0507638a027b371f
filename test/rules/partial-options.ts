import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "isPartial": false, "options": { "includeTypes": ["ROLE"] } }', 'partial-options false'],
    ['{ "isPartial": true, "options": { "includeTypes": ["ROLE"] } }'],
    ['{ "isPartial": false, "options": { "includeTypes": [] } }'],
    ['{ "isPartial": false, "options": null }'],
    ['{ "isPartial": false, "options": { "includeTypes": ["X"] } }', 'enum "X"'],
  ],
  sentences: [
    [
      '{ "isPartial": false, "options": { "includeTypes": ["ROLE"] } }',
      '"isPartial" is false, but "includeTypes" lists only some of the object types.',
    ],
  ],
  fixes: [
    [
      '{ "isPartial": false, "options": { "includeTypes": ["ROLE"] } }',
      'Change "isPartial" to true → { "isPartial": true, "options": { "includeTypes": ["ROLE"] } }',
    ],
  ],
};
