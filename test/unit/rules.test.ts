import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleTexts } from '../../src/record/rule-texts.ts';
import { ruleIds } from '../../src/record/rules.ts';
import { found } from '../support/findings.ts';

/** Text in, findings out, rule by rule: `rule flagged-text`. */
const cases: Readonly<Record<string, readonly (readonly [text: string, ...findings: string[]])[]>> = {
  'not-a-record': [
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
  type: [
    ['{ "tenant": 5 }', 'type 5'],
    ['{ "fileExists": "True" }', 'type "True"'],
    ['{ "fileExists": 0 }', 'type 0'],
    ['{ "totalObjectCount": 10.5 }', 'type 10.5'],
    ['{ "totalObjectCount": 1e-400 }', 'type 1e-400'],
    ['{ "totalObjectCount": 10.0 }'],
    ['{ "totalObjectCount": 1e1 }'],
    ['{ "totalObjectCount": 0e-999999999 }'],
    ['{ "status": 5 }', 'type 5'],
    ['{ "created": {} }', 'type {}'],
    ['{ "options": [] }', 'type []'],
    ['{ "options": "null" }', 'type "null"'],
    ['{ "options": { "includeTypes": "ROLE" } }', 'type "ROLE"'],
    ['{ "options": { "includeTypes": "ROLE SOURCE" } }', 'type "ROLE SOURCE"'],
    ['{ "options": { "includeTypes": [5, {}] } }', 'type 5', 'type {}'],
    ['{ "options": { "objectOptions": [] } }', 'type []'],
    ['{ "options": { "objectOptions": { "ROLE": [] } } }', 'type []'],
    ['{ "options": { "objectOptions": { "ROLE": { "includedNames": ["a", 5] } } } }', 'type 5'],
    ['{ "$schema": 5 }', 'type 5'],
  ],
  enum: [
    ['{ "status": "COMPLETED" }', 'enum "COMPLETED"'],
    ['{ "status": "complete" }', 'enum "complete"'],
    ['{ "type": "CREATE_DRAFTS" }', 'enum "CREATE_DRAFTS"'],
    ['[{ "type": "CREATE_DRAFT" }, { "type": "BACKUP" }]', 'enum "CREATE_DRAFT"'],
    ['{ "options": { "includeTypes": ["ROLES"] } }', 'enum "ROLES"'],
    ['{ "options": { "objectOptions": { "FOO": { "x": 1 } } } }', 'enum "FOO"', 'unknown-property "x"'],
  ],
  'date-time': [
    ['{ "created": "2021-05-11T22:23:16Z", "modified": "2021-05-12t00:23:16.123456789+02:00" }'],
    ['{ "created": "2021-05-11 22:23:16Z" }', 'date-time "2021-05-11 22:23:16Z"'],
    ['{ "completed": "2021-05-11T22:23:16" }', 'date-time "2021-05-11T22:23:16"'],
    ['{ "created": "/Date(x)/" }', 'date-time "/Date(x)/"'],
  ],
  'int64-range': [
    ['{ "totalObjectCount": 9223372036854775808 }', 'int64-range 9223372036854775808'],
    ['{ "totalObjectCount": -9223372036854775809 }', 'int64-range -9223372036854775809'],
    ['{ "totalObjectCount": 1e999999999 }', 'int64-range 1e999999999'],
  ],
  'unsafe-integer': [
    ['{ "totalObjectCount": 9223372036854775807 }', 'unsafe-integer 9223372036854775807'],
    ['{ "totalObjectCount": -9223372036854775808 }', 'unsafe-integer -9223372036854775808'],
    ['{ "totalObjectCount": 9007199254740992 }', 'unsafe-integer 9007199254740992'],
    ['{ "totalObjectCount": 9007199254740991 }'],
  ],
  'negative-count': [['{ "totalObjectCount": -1 }', 'negative-count -1'], ['{ "totalObjectCount": -0 }']],
  'unknown-property': [
    ['{ "tenantName": { "x": null } }', 'unknown-property "tenantName"'],
    ['{ "options": { "x": 1 } }', 'unknown-property "x"'],
    ['{ "$schema": "x" }'],
    ['[{ "$schema": "x" }]', 'unknown-property "$schema"'],
    ['{ "__proto__": 1, "constructor": 2 }', 'unknown-property "__proto__"', 'unknown-property "constructor"'],
  ],
  'property-case': [
    ['{ "JobId": 5 }', 'property-case "JobId"', 'type 5'],
    [
      '{ "file_exists": true, "total object-count": 1 }',
      'property-case "file_exists"',
      'property-case "total object-count"',
    ],
    ['{ "options": { "objectOptions": { "source": {} } } }', 'property-case "source"'],
    ['{ "Message": "x" }', 'unknown-property "Message"'],
    [
      '{ "Status": "IN_PROGRESS", "Completed": "2021-05-11T22:23:16Z" }',
      'property-case "Status"',
      'property-case "Completed"',
      'status-time "2021-05-11T22:23:16Z"',
    ],
  ],
  'duplicate-property': [
    [
      '{ "name": "a", "n\\u0061me": 5, "name": "c" }',
      'duplicate-property "n\\u0061me"',
      'type 5',
      'duplicate-property "name"',
    ],
    ['{ "x": 1, "x": 2 }', 'unknown-property "x"', 'duplicate-property "x"'],
  ],
  'null-value': [
    ['{ "jobId": null, "options": null, "fileExists": null }', 'null-value null', 'null-value null'],
    ['{ "options": { "includeTypes": null } }', 'null-value null'],
    ['{ "options": { "includeTypes": [null] } }', 'null-value null'],
    ['{ "options": { "objectOptions": { "ROLE": null } } }', 'null-value null'],
  ],
  'empty-value': [
    [
      '{ "jobId": "", "status": "", "created": "", "tenant": "", "name": "" }',
      'empty-value ""',
      'empty-value ""',
      'empty-value ""',
    ],
    ['{ "options": { "includeTypes": [""] } }', 'empty-value ""'],
    ['{ "options": { "includeTypes": "" } }', 'type ""'],
  ],
  unlisted: [
    ['{ "backupType": "AUTOMATED_DRAFT" }', 'unlisted "AUTOMATED_DRAFT"'],
    ['{ "status": "AUTOMATED_DRAFT" }', 'enum "AUTOMATED_DRAFT"'],
    ['{ "message": 5 }', 'unlisted "message"'],
    [
      '{ "options": { "includeTypes": ["CONNECTOR_RULE", "IDENTITY"], "objectOptions": { "IDENTITY": { "includedIds": 5 } } } }',
      'unlisted "CONNECTOR_RULE"',
      'unlisted "IDENTITY"',
      'unlisted "IDENTITY"',
      'unlisted "includedIds"',
    ],
  ],
  'job-id': [['{ "jobId": "backup-1" }', 'job-id "backup-1"'], ['{ "jobId": "3469B87D-48CA-439A-868F-2160001DA8C1" }']],
  'time-order': [
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
  'status-time': [
    ['{ "status": "IN_PROGRESS", "completed": "2021-05-11T22:23:16Z" }', 'status-time "2021-05-11T22:23:16Z"'],
    ['{ "status": "FAILED", "completed": "2021-05-11T22:23:16Z" }'],
    ['{ "status": "NOT_STARTED", "completed": null }', 'null-value null'],
    [
      '{ "status": "IN_PROGRESS", "status": "COMPLETE", "completed": "2021-05-11T22:23:16Z" }',
      'duplicate-property "status"',
    ],
  ],
  'option-not-included': [
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
  'duplicate-item': [
    ['{ "options": { "includeTypes": ["ROLE", "RULE", "ROLE"] } }', 'duplicate-item "ROLE"'],
    [
      '{ "options": { "objectOptions": { "ROLE": { "includedNames": ["a", "b", "\\u0061"] } } } }',
      'duplicate-item "\\u0061"',
    ],
    ['{ "options": { "includeTypes": ["FOO", "FOO"] } }', 'enum "FOO"', 'enum "FOO"'],
  ],
  'duplicate-job-id': [
    [
      '[{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]',
      'duplicate-job-id "3469b87d-48ca-439a-868f-2160001da8c1"',
    ],
    ['[{ "jobId": "a" }, { "jobId": "a" }]', 'job-id "a"', 'job-id "a"'],
  ],
  'partial-options': [
    ['{ "isPartial": false, "options": { "includeTypes": ["ROLE"] } }', 'partial-options false'],
    ['{ "isPartial": true, "options": { "includeTypes": ["ROLE"] } }'],
    ['{ "isPartial": false, "options": { "includeTypes": [] } }'],
    ['{ "isPartial": false, "options": null }'],
  ],
  'powershell-date': [
    ['{ "created": "\\/Date(1620771796000)\\/" }', 'powershell-date "\\/Date(1620771796000)\\/"'],
    ['{ "created": "/Date(-1+0200)/" }', 'powershell-date "/Date(-1+0200)/"'],
    ['{ "created": "/Date(99999999999999999)/" }', 'powershell-date "/Date(99999999999999999)/"'],
    [
      '{ "created": { "value": "/Date(0)/", "DisplayHint": 2, "DateTime": "x" } }',
      'powershell-date { "value": "/Date(0)/", "DisplayHint": 2, "DateTime": "x" }',
    ],
    ['{ "name": "/Date(0)/" }'],
  ],
  'powershell-depth': [
    ['{ "options": "System.Collections.Hashtable" }', 'powershell-depth "System.Collections.Hashtable"'],
    ['{ "options": { "includeTypes": "System.Object[]" } }', 'powershell-depth "System.Object[]"'],
    ['{ "options": { "objectOptions": { "ROLE": "@{includedNames=}" } } }', 'powershell-depth "@{includedNames=}"'],
    ['["@{jobId=x}"]', 'powershell-depth "@{jobId=x}"'],
    ['[{ "options": { "includeTypes": "SOURCE CONNECTOR_RULE" } }]', 'powershell-depth "SOURCE CONNECTOR_RULE"'],
    ['{ "name": "@{x}" }'],
  ],
  'powershell-array': [
    [
      '{ "value": [{ "status": "X" }], "Count": 1 }',
      'powershell-array { "value": [{ "status": "X" }], "Count": 1 }',
      'enum "X"',
    ],
    ['{ "Count": 0, "value": [] }', 'powershell-array { "Count": 0, "value": [] }'],
    ['{ "value": [] }', 'unknown-property "value"'],
  ],
  'foreign-file': [
    [' { "version": 1, "objects": [], "jobId": 5 }', 'foreign-file {'],
    ['[{ "type": "CREATE_DRAFT" }, { "jobType": "BACKUP" }]', 'foreign-file ['],
    ['{ "detailCode": "x", "messages": [] }', 'foreign-file {'],
    ['[]'],
  ],
};

for (const [rule, texts] of Object.entries(cases)) {
  for (const [text, ...findings] of texts) test(`${rule}: ${text}`, () => assert.deepEqual(found(text), findings));
}

test('every rule but syntax has cases', () => {
  assert.deepEqual(
    ruleIds.filter((rule) => rule !== 'syntax' && !(rule in cases)),
    [],
  );
});

for (const [rule, { example, ...more }] of Object.entries(ruleTexts)) {
  if (rule === 'syntax') continue;
  test(`the page of ${rule} has an example that has the mistake, and that nothing else is wrong with`, () => {
    assert.deepEqual(new Set(found(example).map((finding) => finding.split(' ')[0])), new Set([rule]));
    if (more.mended) assert.deepEqual(found(more.mended), []);
  });
}
