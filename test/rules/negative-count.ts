import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [['{ "totalObjectCount": -1 }', 'negative-count -1'], ['{ "totalObjectCount": -0 }']],
  sentences: [['{ "totalObjectCount": -1 }', '"totalObjectCount" must not be negative.']],
};
