import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['5', 'not-a-record 5'],
    ['"x"', 'not-a-record "x"'],
    ['null', 'not-a-record null'],
    ['[]'],
    ['{}'],
    [
      '[{}, [{ "status": "X" }], null, true, {}]',
      'not-a-record [{ "status": "X" }]',
      'not-a-record null',
      'not-a-record true',
    ],
  ],
  sentences: [
    ['5', 'A BackupResponse file must contain a backup record or a list of them, not a number.'],
    ['"x"', 'A BackupResponse file must contain a backup record or a list of them, not a string.'],
    ['null', 'A BackupResponse file must contain a backup record or a list of them, not null.'],
    ['[{}, [{ "status": "X" }], null, true, {}]', 'A list of backup records can contain only objects, not a list.'],
    ['[{}, [{ "status": "X" }], null, true, {}]', 'A list of backup records can contain only objects, not null.'],
    [
      '[{}, [{ "status": "X" }], null, true, {}]',
      'A list of backup records can contain only objects, not true or false.',
    ],
    ['true', 'A BackupResponse file must contain a backup record or a list of them, not true or false.'],
  ],
};
