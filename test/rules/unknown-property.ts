import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "tenantName": { "x": null } }', 'unknown-property "tenantName"'],
    ['{ "options": { "x": 1 } }', 'unknown-property "x"'],
    ['{ "$schema": "x" }'],
    ['[{ "$schema": "x" }]', 'unknown-property "$schema"'],
    ['{ "__proto__": 1, "constructor": 2 }', 'unknown-property "__proto__"', 'unknown-property "constructor"'],
  ],
  sentences: [
    ['{ "ab": 1 }', '"ab" is not a property of BackupResponse, and the PowerShell SDK rejects it.'],
    ['{ "tenantName": 1 }', '"tenantName" is not a property of BackupResponse, and the PowerShell SDK rejects it.'],
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
  ],
  fixes: [
    [
      '{ "tenantt": "a", "name": "b" }',
      'Change to "tenant" → { "tenant": "a", "name": "b" }',
      'Remove "tenantt" → { "name": "b" }',
    ],
    ['{ "tenantt": 5 }', 'Remove "tenantt" → { }'],
  ],
};
