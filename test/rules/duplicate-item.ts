import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "options": { "includeTypes": ["ROLE", "RULE", "ROLE"] } }', 'duplicate-item "ROLE"'],
    [
      '{ "options": { "objectOptions": { "ROLE": { "includedNames": ["a", "b", "\\u0061"] } } } }',
      'duplicate-item "\\u0061"',
    ],
    // Null items are to go anyway, and say nothing by themselves.
    ['{ "options": { "includeTypes": [5, 5] } }', 'type 5', 'type 5'],
    ['{ "options": { "includeTypes": [null, null] } }', 'null-value null', 'null-value null'],
    ['{ "options": { "includeTypes": ["FOO", "FOO"] } }', 'enum "FOO"', 'enum "FOO"'],
  ],
  sentences: [
    ['{ "options": { "includeTypes": ["ROLE", "RULE", "ROLE"] } }', '"ROLE" is already in this list.'],
    [
      '{ "options": { "objectOptions": { "ROLE": { "includedNames": ["a", "b", "\\u0061"] } } } }',
      '"a" is already in this list.',
    ],
  ],
  fixes: [
    [
      '{ "options": { "includeTypes": ["ROLE", "ROLE"] } }',
      '* Remove "ROLE" → { "options": { "includeTypes": ["ROLE"] } }',
    ],
  ],
};
