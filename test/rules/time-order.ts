import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    [
      '{ "created": "2021-05-11T22:23:16Z", "completed": "2021-05-11T22:23:15.9Z", "modified": "2021-05-12T00:23:15+02:00" }',
      'time-order "2021-05-11T22:23:15.9Z"',
      'time-order "2021-05-12T00:23:15+02:00"',
    ],
    [
      '{ "created": "2021-05-11T22:23:16.0000001Z", "modified": "2021-05-11T22:23:16Z" }',
      'time-order "2021-05-11T22:23:16Z"',
    ],
    ['{ "created": "2021-05-11T22:23:16.10Z", "modified": "2021-05-11T22:23:16.1Z" }'],
    ['{ "created": "2021-05-12T00:23:16+02:00", "completed": "2021-05-11T22:23:16Z" }'],
    ['{ "completed": "2024-02-19T19:54:15Z", "modified": "2024-02-19T20:39:00Z" }'],
  ],
  sentences: [
    [
      '{ "created": "2021-05-11T22:23:16Z", "completed": "2021-05-11T22:23:15.9Z", "modified": "2021-05-12T00:23:15+02:00" }',
      '"completed" is less than a second earlier than "created". Check both times and their offsets.',
    ],
    [
      '{ "created": "2021-05-11T22:23:16Z", "completed": "2021-05-11T22:23:15.9Z", "modified": "2021-05-12T00:23:15+02:00" }',
      '"modified" is 1 second earlier than "created". Check both times and their offsets.',
    ],
  ],
};
