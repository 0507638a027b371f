import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    [
      '{ "options": { "includeTypes": ["ROLE"], "objectOptions": { "ROLE": {}, "SOURCE": {}, "FOO": {} } } }',
      'option-not-included "SOURCE"',
      'enum "FOO"',
    ],
    ['{ "options": { "objectOptions": { "SOURCE": {} } } }'],
    ['{ "options": { "includeTypes": "ROLE", "objectOptions": { "SOURCE": {} } } }', 'type "ROLE"'],
    [
      '{ "options": { "includeTypes": { "value": ["ROLE"], "Count": 1 }, "objectOptions": { "SOURCE": {} } } }',
      'powershell-array { "value": ["ROLE"], "Count": 1 }',
      'option-not-included "SOURCE"',
    ],
    [
      '{ "options": { "includeTypes": ["ROLE"] }, "options": { "objectOptions": { "SOURCE": {} } } }',
      'duplicate-property "options"',
    ],
  ],
  sentences: [
    [
      '{ "options": { "includeTypes": ["ROLE"], "objectOptions": { "ROLE": {}, "SOURCE": {}, "FOO": {} } } }',
      '"includeTypes" does not list "SOURCE", so this entry has no effect.',
    ],
  ],
  fixes: [
    [
      '{ "options": { "includeTypes": ["ROLE"], "objectOptions": { "TAG": {} } } }',
      'Add "TAG" to "includeTypes" → { "options": { "includeTypes": ["ROLE", "TAG"], "objectOptions": { "TAG": {} } } }',
    ],
    [
      '{ "options": { "includeTypes": [\n  "ROLE", "SOURCE"\n], "objectOptions": { "TAG": {} } } }',
      'Add "TAG" to "includeTypes" → { "options": { "includeTypes": [\n  "ROLE", "SOURCE", "TAG"\n], "objectOptions": { "TAG": {} } } }',
    ],
    [
      '{ "options": { "includeTypes": [\n  "ROLE"\n], "objectOptions": { "TAG": {} } } }',
      'Add "TAG" to "includeTypes" → { "options": { "includeTypes": [\n  "ROLE",\n  "TAG"\n], "objectOptions": { "TAG": {} } } }',
    ],
    [
      `{ "name": "${'x'.repeat(300)}", "options": { "includeTypes": [\n  "ROLE"\n], "objectOptions": { "TAG": {} } } }`,
      `Add "TAG" to "includeTypes" → { "name": "${'x'.repeat(300)}", "options": { "includeTypes": [\n  "ROLE",\n  "TAG"\n], "objectOptions": { "TAG": {} } } }`,
    ],
    [
      '{ "options": { "includeTypes": [], "objectOptions": { "TAG": {} } } }',
      'Add "TAG" to "includeTypes" → { "options": { "includeTypes": ["TAG"], "objectOptions": { "TAG": {} } } }',
    ],
  ],
};
