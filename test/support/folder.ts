/**
 * A folder that the command line and the editor's folder check must say the same about: files by their paths, some of
 * which are none of ours.
 */
export const folderFiles: Readonly<Record<string, string>> = {
  'a.backupresponse.json': '{ "status": "COMPLETED", "x": 1 }',
  'other.json': '{ "name": "x", "version": 1 }',
  'foreign.backupresponse.json': '{ "draftId": "x", "name": "y" }',
  'foreign.json': '{ "draftId": "x", "jobId": "y", "name": "z" }',
  'page.json': '{ "items": [{ "jobId": "x", "status": "COMPLETE", "requesterName": "y" }], "total": 1 }',
  'deep/er/lines.ndjson':
    '{ "status": "FAILED", "requesterName": "x" }\n{ "status": "DONE", "requesterName": 1 }\n{ "status": \n',
  'deep/list.jsonc': '[\n  // one\n  { "jobId": "x", "fileExists": "True", "requestername": "y" },\n]',
  'node_modules/x.backupresponse.json': '{ "status": "X" }',
  '.git/x.backupresponse.json': '{ "status": "X" }',
  '.hidden/x.backupresponse.json': '{ "status": "X" }',
  'notes.txt': '{ "status": "X", "jobId": "x" }',
  'UPPER.BackupResponse.JSON': '{ "type": "backup" }',
  'empty.backupresponse.json': '',
  'half.backupresponse.json': '{ "status": "COMPLE',
  'wrapped.json': '{ "value": [{ "jobId": "x", "status": "X", "fileExists": 1 }], "Count": 1 }',
};

/** The findings of both in it: `path line:column severity rule`, sorted. */
export const folderFindings: readonly string[] = [
  '.hidden/x.backupresponse.json 1:13 error enum',
  'UPPER.BackupResponse.JSON 1:11 error enum',
  'a.backupresponse.json 1:13 error enum',
  'a.backupresponse.json 1:26 warning unknown-property',
  'deep/er/lines.ndjson 2:13 error enum',
  'deep/er/lines.ndjson 2:38 error type',
  'deep/er/lines.ndjson 3:12 error syntax',
  'deep/list.jsonc 3:14 information job-id',
  'deep/list.jsonc 3:33 error type',
  'deep/list.jsonc 3:41 error property-case',
  'empty.backupresponse.json 1:1 error syntax',
  'foreign.backupresponse.json 1:1 information foreign-file',
  'half.backupresponse.json 1:13 error syntax',
  'page.json 1:24 information job-id',
  'page.json 1:3 error envelope',
  'wrapped.json 1:1 error powershell-array',
  'wrapped.json 1:24 information job-id',
  'wrapped.json 1:39 error enum',
  'wrapped.json 1:58 error type',
];
