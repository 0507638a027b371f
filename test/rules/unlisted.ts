import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "backupType": "AUTOMATED_DRAFT" }', 'unlisted "AUTOMATED_DRAFT"'],
    ['{ "status": "AUTOMATED_DRAFT" }', 'enum "AUTOMATED_DRAFT"'],
    ['{ "name": "x", "message": 5 }', 'unlisted "message"'],
    [
      '{ "options": { "includeTypes": ["CONNECTOR_RULE", "IDENTITY"], "objectOptions": { "IDENTITY": { "includedIds": 5 } } } }',
      'unlisted "CONNECTOR_RULE"',
      'unlisted "IDENTITY"',
      'unlisted "IDENTITY"',
      'unlisted "includedIds"',
    ],
  ],
  sentences: [
    [
      '{ "backupType": "AUTOMATED_DRAFT" }',
      '"AUTOMATED_DRAFT" is not in the API\'s model of a backup, so strict clients reject it. The API\'s documentation describes it: a backup made while a draft is created.',
    ],
    [
      '{ "name": "x", "message": 5 }',
      '"message" is not in the API\'s model of a backup, so strict clients reject it. The service sends it with a failed upload.',
    ],
    [
      '{ "options": { "includeTypes": ["CONNECTOR_RULE", "IDENTITY"], "objectOptions": { "IDENTITY": { "includedIds": 5 } } } }',
      '"CONNECTOR_RULE" is not in the API\'s model of a backup, so strict clients reject it. The documentation of configuration management lists it as part of a backup.',
    ],
    [
      '{ "options": { "includeTypes": ["CONNECTOR_RULE", "IDENTITY"], "objectOptions": { "IDENTITY": { "includedIds": 5 } } } }',
      '"IDENTITY" is not in the API\'s model of a backup, so strict clients reject it. The API\'s own examples of scheduled backups have it.',
    ],
    [
      '{ "options": { "includeTypes": ["CONNECTOR_RULE", "IDENTITY"], "objectOptions": { "IDENTITY": { "includedIds": 5 } } } }',
      '"includedIds" is not in the API\'s model of a backup, so strict clients reject it. The API knows it from the export of a configuration.',
    ],
  ],
};
