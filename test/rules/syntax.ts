import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [['{ "name": "x" "tenant": "y" }', 'syntax "tenant"'], ['{ "name": "x" }']],
  sentences: [
    ['{ "a" 1 }', 'Expected a colon here.'],
    ['{ "a": }', 'Expected a value here.'],
    ['[,]', 'Expected a value or "]" here.'],
    ['{ "a": 1, }', 'Expected a property name in double quotes here.'],
    ['{ a: 1 }', 'Expected a property name in double quotes or "}" here.'],
    ['[1 2]', 'Expected a comma or "]" here.'],
    ['{ "a": 1 "b": 2 }', 'Expected a comma or "}" here.'],
    ['{} {}', 'Expected the end of the text here.'],
    ['{', 'The text ends where a property name in double quotes or "}" is expected.'],
    ['["a]', 'This string is not closed: the quote at its end is missing.'],
    ['["a\tb"]', 'A control character in a string must be escaped, such as \\t or \\u0000.'],
    ['["\\x"]', 'JSON has no such escape in a string.'],
  ],
};
