import type { RuleTest } from '../support/rule-test.ts';

const inName = (text: string) => `{ "options": { "objectOptions": { "ROLE": { "includedNames": ["${text}"] } } } }`;

export const ruleTest: RuleTest = {
  findings: [
    ['{ "name": "Auftr\u00c3\u00a4ge" }', 'mojibake "Auftr\u00c3\u00a4ge"'],
    ['{ "tenant": "z\u00c3\u00bcrich-sb" }', 'mojibake "z\u00c3\u00bcrich-sb"'],
    ['{ "requesterName": "J\\u00c3\\u00bcrgen" }', 'mojibake "J\\u00c3\\u00bcrgen"'],
    [inName('B\u00c3\u00bcro'), 'mojibake "B\u00c3\u00bcro"'],
    [inName('Zu\ufffdrich'), 'mojibake "Zu\ufffdrich"'],
    ['{ "name": "Zu\\ufffdrich" }', 'mojibake "Zu\\ufffdrich"'],
    // Text that is right as it stands, and text that no person wrote.
    ['{ "name": "J\u00fcrgen M\u00fcller, NESTL\u00c9\u00ae \u2014 CAF\u00c9\u2026" }'],
    ['{ "jobId": "z\u00c3\u00bcrich" }', 'job-id "z\u00c3\u00bcrich"'],
    ['{ "status": "\u00c3\u00bc" }', 'enum "\u00c3\u00bc"'],
    [inName('x", "x'), 'duplicate-item "x"'],
    [inName('B\u00c3\u00bcro", "B\u00c3\u00bcro'), 'mojibake "B\u00c3\u00bcro"', 'duplicate-item "B\u00c3\u00bcro"'],
    // Two texts, before their letters were lost.
    [inName('Zu\ufffdrich", "Zu\ufffdrich'), 'mojibake "Zu\ufffdrich"', 'mojibake "Zu\ufffdrich"'],
  ],
  sentences: [
    [
      '{ "name": "J\u00c3\u00bcrgen" }',
      'Did you mean "J\u00fcrgen"? It was written as UTF-8, and read as Windows-1252.',
    ],
    [
      inName('Z\u00c3\u00bcrich'),
      'Did you mean "Z\u00fcrich"? It was written as UTF-8, and read as Windows-1252. As it is, it picks no object.',
    ],
    [
      '{ "name": "Zu\ufffdrich" }',
      'Write "name" anew: U+FFFD stands for a character that was lost in a wrong encoding.',
    ],
    [
      inName('Zu\ufffdrich'),
      'Write this object name anew: U+FFFD stands for a character that was lost in a wrong encoding. As it is, it picks no object.',
    ],
  ],
  fixes: [
    ['{ "name": "J\u00c3\u00bcrgen" }', 'Change to "J\u00fcrgen" → { "name": "J\u00fcrgen" }'],
    ['{ "name": "Zu\ufffdrich" }'],
  ],
};
