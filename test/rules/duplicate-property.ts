import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    [
      '{ "name": "a", "n\\u0061me": 5, "name": "c" }',
      'duplicate-property "n\\u0061me"',
      'type 5',
      'duplicate-property "name"',
    ],
    ['{ "name": "a", "x": 1, "x": 2 }', 'unknown-property "x"', 'duplicate-property "x"'],
  ],
  sentences: [
    [
      '{ "name": "a", "n\\u0061me": 5, "name": "c" }',
      '"name" appears more than once in this object, and parsers keep only one of them.',
    ],
    [
      '{ "name": "a", "x": 1, "x": 2 }',
      '"x" appears more than once in this object, and parsers keep only one of them.',
    ],
  ],
  fixes: [
    [
      '{ "name": "x", "name": "x" }',
      'Remove the earlier "name" → { "name": "x" }',
      'Remove the later "name" → { "name": "x" }',
    ],
    [
      '{ "tenant": "t", "name": "x", "name": "y" }',
      'Keep "y", remove "x" → { "tenant": "t", "name": "y" }',
      'Keep "x", remove "y" → { "tenant": "t", "name": "x" }',
    ],
    [
      '{ "status": "FAILED", "name": "x", "name": "y", "tenant": "t", "name": "z" }',
      'Keep "y", remove "x" → { "status": "FAILED", "name": "y", "tenant": "t", "name": "z" }',
      'Keep "x", remove "y" → { "status": "FAILED", "name": "x", "tenant": "t", "name": "z" }',
    ],
    ['{ "name": "x", "name" }', 'Keep nothing, remove "x" → { "name" }'],
    [
      '{ "name": "x", "name": "y" }',
      'Keep "y", remove "x" → { "name": "y" }',
      'Keep "x", remove "y" → { "name": "x" }',
    ],
  ],
};
