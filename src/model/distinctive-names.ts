/** Names of a record's properties that hardly any other JSON file has. */
export const distinctiveNames: readonly string[] = [
  'jobId',
  'requesterName',
  'fileExists',
  'userCanDelete',
  'isPartial',
  'backupType',
  'hydrationStatus',
  'totalObjectCount',
  'cloudStorageStatus',
];
