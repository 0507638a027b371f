import type { RuleTest } from '../support/rule-test.ts';

/** A record that was encoded twice. */
const encoded = '"{\\"jobId\\": \\"x\\", \\"name\\": \\"y\\"}"';

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
    // Objects of which no name is known, and error responses.
    ['{ "a": { "jobId": "x", "status": "X" }, "b": 1 }', 'envelope "a"', 'job-id "x"', 'enum "X"'],
    ['{ "a": { "jobId": 5 }, "b": 1 }', 'not-a-record {'],
    ['[{ "a": 1, "b": 2 }, {}]', 'not-a-record {'],
    ['{ "a": 1 }', 'not-a-record {'],
    ['{ "data": { "a": 1 } }', 'not-a-record {'],
    ['{ "tenantt": "a" }', 'unknown-property "tenantt"'],
    ['{ "$schema": "x" }'],
    ['{ "detailCode": "x", "messages": [] }', 'not-a-record {'],
    ['{ "detailCode": "x", "name": "y" }', 'unknown-property "detailCode"'],
    ['{ "messages": [], "name": "y" }', 'unknown-property "messages"'],
    ['{ "detailCode": "x", "messages": [], "name": "y" }', 'not-a-record {'],
    ['{ "message": "x", "name": "y" }', 'unlisted "message"'],
    ['{ "error": "x", "b": 1 }', 'not-a-record {'],
    ['{ "error": "x" }', 'not-a-record {'],
    ['{ "error": "x", "name": "y" }', 'unknown-property "error"'],
    ['{ "message": "x" }', 'not-a-record {'],
    [encoded, `not-a-record ${encoded}`],
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
    [
      '{ "a": { "jobId": "x", "name": "y" }, "b": { "jobId": "x", "name": "y" } }',
      'These records are the properties of an object. Put them into a list.',
    ],
    ['{ "detailCode": "x", "messages": [] }', 'This is an error response of the API, not a backup record.'],
    ['{ "a": 1, "b": 2 }', 'This object is not a backup record: it has none of the properties of one.'],
    ['{ "message": "x" }', 'This is an error response of the API, not a backup record.'],
    [encoded, 'This string holds records that were encoded as JSON twice. Decode it.'],
  ],
  fixes: [
    [encoded, 'Decode the string → {"jobId": "x", "name": "y"}'],
    [`[${encoded}]`, 'Decode the string → [{"jobId": "x", "name": "y"}]'],
    [`" ${encoded.slice(1)}`, 'Decode the string → {"jobId": "x", "name": "y"}'],
    ['"[]"'],
  ],
};
