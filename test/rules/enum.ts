import type { RuleTest } from '../support/rule-test.ts';
import { useOneOf, valuesOf } from '../support/values.ts';

export const ruleTest: RuleTest = {
  findings: [
    ['{ "status": "COMPLETED" }', 'enum "COMPLETED"'],
    ['{ "status": "complete" }', 'enum "complete"'],
    ['{ "type": "CREATE_DRAFTS" }', 'enum "CREATE_DRAFTS"'],
    ['{ "status": "X" y }', 'enum "X"'],
    // A backup with a mistyped type is not another kind of job.
    ['{ "type": "EXPORT", "backupType": "MANUAL" }', 'enum "EXPORT"'],
    ['{ "options": { "includeTypes": ["ROLES"] } }', 'enum "ROLES"'],
    ['{ "options": { "objectOptions": { "FOO": { "x": 1 } } } }', 'enum "FOO"', 'unknown-property "x"'],
  ],
  sentences: [
    [
      '{ "status": "BackupStatus.Complete" }',
      '"BackupStatus.Complete" is not a backup status. Did you mean "COMPLETE"?',
    ],
    ['{ "status": "Status.DONE" }', '"Status.DONE" is not a backup status. Did you mean "COMPLETE"?'],
    ...['Status.NOT_COMPLETE', 'BACKUP_STATUS_NOT_COMPLETE', 'BackupStatus.INCOMPLETE', 'RESTORE_COMPLETE'].map(
      (written) =>
        [`{ "status": "${written}" }`, `"${written}" is not a backup status. ${useOneOf('status')}`] as const,
    ),
    [
      '{ "hydrationStatus": "HYDRATION_STATUS_NOT_HYDRATED" }',
      '"HYDRATION_STATUS_NOT_HYDRATED" is not a hydration status. Did you mean "NOT_HYDRATED"?',
    ],
    ['{ "status": "COMPLETED" }', '"COMPLETED" is not a backup status. Did you mean "COMPLETE"?'],
    ['{ "status": "complete" }', '"complete" is not a backup status. Did you mean "COMPLETE"?'],
    ['{ "type": "CREATE_DRAFTS" }', `"CREATE_DRAFTS" is not a job type. ${useOneOf('type')}`],
    ['{ "options": { "includeTypes": ["ROLES"] } }', '"ROLES" is not an object type. Did you mean "ROLE"?'],
    [
      '{ "options": { "objectOptions": { "FOO": { "x": 1 } } } }',
      `"FOO" is not an object type. ${useOneOf('options.includeTypes[*]')}`,
    ],
    ['{ "hydrationStatus": "X" }', `"X" is not a hydration status. ${useOneOf('hydrationStatus')}`],
    // Never the opposite.
    ...['INCOMPLETE', 'NOT_FAILED', 'UNFINISHED'].map(
      (status) => [`{ "status": "${status}" }`, `"${status}" is not a backup status. ${useOneOf('status')}`] as const,
    ),
    [
      '{ "cloudStorageStatus": "DESYNCED" }',
      `"DESYNCED" is not a cloud storage status. ${useOneOf('cloudStorageStatus')}`,
    ],
    ['{ "hydrationStatus": "DEHYDRATED" }', '"DEHYDRATED" is not a hydration status. Did you mean "NOT_HYDRATED"?'],
    ['{ "hydrationStatus": "UNHYDRATED" }', '"UNHYDRATED" is not a hydration status. Did you mean "NOT_HYDRATED"?'],
    ['{ "cloudStorageStatus": "UNSYNCED" }', '"UNSYNCED" is not a cloud storage status. Did you mean "NOT_SYNCED"?'],
    ...[
      ...['COMPLETED', 'SUCCESS', 'SUCCEEDED', 'SUCCESSFUL', 'DONE', 'Finished'].map((one) => [one, 'COMPLETE']),
      ...['RUNNING', 'STARTED', 'PROCESSING'].map((one) => [one, 'IN_PROGRESS']),
      ...['CANCELED', 'ABORTED'].map((one) => [one, 'CANCELLED']),
      ...['ERROR', 'FAILURE'].map((one) => [one, 'FAILED']),
      ...['PENDING', 'QUEUED', 'WAITING'].map((one) => [one, 'NOT_STARTED']),
      ['COMPELTE', 'COMPLETE'],
    ].map(
      ([written, meant]) =>
        [`{ "status": "${written}" }`, `"${written}" is not a backup status. Did you mean "${meant}"?`] as const,
    ),
    ['{ "status": "MADE_UP" }', `"MADE_UP" is not a backup status. ${useOneOf('status')}`],
  ],
  fixes: [
    ...[
      'BackupType.MANUAL',
      'BackupType::MANUAL',
      'com.acme.BackupType.MANUAL',
      "<BackupType.MANUAL: 'MANUAL'>",
      'BACKUP_TYPE_MANUAL',
      'Acme.Backup$Type.MANUAL',
      '<BackupType.MANUAL: 1>',
      'TYPE_MANUAL',
    ].map(
      (written) =>
        [
          `{ "backupType": "${written}" }`,
          '* Change to "MANUAL" → { "backupType": "MANUAL" }',
          'Change to "UPLOADED" → { "backupType": "UPLOADED" }',
          'Change to "AUTOMATED" → { "backupType": "AUTOMATED" }',
        ] as const,
    ),
    [
      '{ "backupType": "SCHEDULED" }',
      'Change to "AUTOMATED" → { "backupType": "AUTOMATED" }',
      'Change to "UPLOADED" → { "backupType": "UPLOADED" }',
      'Change to "MANUAL" → { "backupType": "MANUAL" }',
    ],
    [
      '{ "hydrationStatus": "not-hydrated" }',
      '* Change to "NOT_HYDRATED" → { "hydrationStatus": "NOT_HYDRATED" }',
      ...changesTo('hydrationStatus', 'NOT_HYDRATED'),
    ],
    [
      '{ "cloudStorageStatus": "SYNC" }',
      'Change to "SYNCED" → { "cloudStorageStatus": "SYNCED" }',
      ...changesTo('cloudStorageStatus', 'SYNCED'),
    ],
  ],
};

/** The fixes that change a value to each of the others of its enum. */
function changesTo(path: string, first: string): string[] {
  const others = valuesOf(path).filter((value) => value !== first);
  return others.map((value) => `Change to "${value}" → { "${path}": "${value}" }`);
}
