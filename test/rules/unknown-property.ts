import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "name": "a", "tenantName": { "x": null } }', 'unknown-property "tenantName"'],
    ['{ "options": { "x": 1 } }', 'unknown-property "x"'],
    ['{ "name": "a", "createdAt" }', 'unknown-property "createdAt"'],
    ['{ "$schema": "x" }'],
    ['[{ "$schema": "x" }]', 'unknown-property "$schema"'],
    [
      '{ "name": "x", "__proto__": 1, "constructor": 2 }',
      'unknown-property "__proto__"',
      'unknown-property "constructor"',
    ],
  ],
  sentences: [
    ['{ "name": "a", "ab": 1 }', '"ab" is not a property of BackupResponse, and the PowerShell SDK rejects it.'],
    [
      '{ "name": "a", "tenantName": 1 }',
      '"tenantName" is not a property of BackupResponse, and the PowerShell SDK rejects it.',
    ],
    [
      '{ "tenantt": 1 }',
      '"tenantt" is not a property of BackupResponse, and the PowerShell SDK rejects it. Did you mean "tenant"?',
    ],
    ['{ "options": { "x": 1 } }', '"x" is not a property of "options".'],
    [
      '{ "options": { "objectOptions": { "ROLE": { "includedName": [] } } } }',
      '"includedName" is not a property of an entry of "objectOptions". Did you mean "includedNames"?',
    ],
    ['[{ "$schema": "x" }]', '"$schema" is allowed only at the root of a single record.'],
    // Nothing that the value does not fit, and nothing of which there are two.
    ...['createdBy', 'myTenantName', 'schema', '$schemaUrl'].map(
      (name) =>
        [
          `{ "type": "BACKUP", "${name}": "Ada" }`,
          `"${name}" is not a property of BackupResponse, and the PowerShell SDK rejects it.`,
        ] as const,
    ),
  ],
  fixes: [
    [
      '{ "tenantt": "a", "name": "b" }',
      'Change to "tenant" → { "tenant": "a", "name": "b" }',
      'Remove "tenantt" → { "name": "b" }',
    ],
    ['{ "tenantt": 5 }', 'Remove "tenantt" → { }'],
    ['{ "requester": "a" }', 'Change to "requesterName" → { "requesterName": "a" }', 'Remove "requester" → { }'],
    ['{ "tenantName": "a" }', 'Change to "tenant" → { "tenant": "a" }', 'Remove "tenantName" → { }'],
    ['{ "statusName": "a" }', 'Change to "name" → { "name": "a" }', 'Remove "statusName" → { }'],
    ['{ "nmae": "a" }', 'Change to "name" → { "name": "a" }', 'Remove "nmae" → { }'],
    ['{ "name": "a", "createdBy": "Ada" }', 'Remove "createdBy" → { "name": "a" }'],
    [
      '{ "createdAt": "2021-05-11T22:23:16Z" }',
      'Change to "created" → { "created": "2021-05-11T22:23:16Z" }',
      'Remove "createdAt" → { }',
    ],
    [
      '{ "options": { "objectOptions": { "ROLE": { "names": ["a"] } } } }',
      'Change to "includedNames" → { "options": { "objectOptions": { "ROLE": { "includedNames": ["a"] } } } }',
      'Remove "names" → { "options": { "objectOptions": { "ROLE": { } } } }',
    ],
    [
      '{ "createdAt": "1970-01-01T00:00:00Z" }',
      'Change to "created" → { "created": "1970-01-01T00:00:00Z" }',
      'Remove "createdAt" → { }',
    ],
    ['{ "name": "x", "tenantt" }', 'Change to "tenant" → { "name": "x", "tenant" }'],
    // Nothing is offered that says the opposite, or that loses records, or that breaks more.
    ...['not', 'cannot', 'no', 'non', 'never', 'isnt', 'cant']
      .map((word) => `${word}Created`)
      .map(
        (name) => [`{ "name": "a", "${name}": "2021-05-11T22:23:16Z" }`, `Remove "${name}" → { "name": "a" }`] as const,
      ),
    ['{ "name": "a", "fileNotExists": false }', 'Remove "fileNotExists" → { "name": "a" }'],
    ['{ "name": "a", "userCannotDelete": false }', 'Remove "userCannotDelete" → { "name": "a" }'],
    ['{ "name": "a", "isNotPartial": false }', 'Remove "isNotPartial" → { "name": "a" }'],
    ...[
      '[{ "jobId": "x", "name": "y" }]',
      '[[{ "jobId": "x", "name": "y" }]]',
      '{ "a": { "jobId": "x", "name": "y" } }',
    ].map(
      (records) => [`{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "name": "x", "more": ${records} }`] as const,
    ),
    ['{ "name": "x", "ab": 1 "tenant": "y" }'],
  ],
};
