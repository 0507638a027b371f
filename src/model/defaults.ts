/*
 * The values of a record that a person has not given others, for New BackupResponse and for the snippets: those of a
 * backup that is complete, as people make it by hand.
 */

/** By property, without ids and times. */
export const defaultValues = {
  status: 'COMPLETE',
  type: 'BACKUP',
  tenant: 'acme-solar',
  requesterName: 'Ada Lovelace',
  fileExists: true,
  name: 'Before the spring release',
  userCanDelete: true,
  isPartial: false,
  backupType: 'MANUAL',
  hydrationStatus: 'HYDRATED',
  totalObjectCount: 10,
  cloudStorageStatus: 'SYNCED',
} as const;

/** The values of a record that is not complete, and so has no backup. */
export const valuesWithoutBackup = {
  fileExists: false,
  hydrationStatus: 'NOT_HYDRATED',
  totalObjectCount: 0,
  cloudStorageStatus: 'NOT_SYNCED',
} as const;
