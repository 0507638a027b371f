import type { RuleId } from './rules.ts';

/** A rule as its page, the settings and SARIF explain it. All texts are Markdown. */
export interface RuleText {
  /** What the rule flags, in one sentence. */
  readonly flags: string;
  /** What the mistake does to whoever uses the record. */
  readonly why: string;
  /** A file that has the mistake, and the same mended; none where nothing in the file can mend it. */
  readonly example: string;
  readonly mended?: string;
}

/** The one source of what is said of the rules: their page, the settings, SARIF. */
export const ruleTexts: Readonly<Record<RuleId, RuleText>> = {
  syntax: {
    flags: 'The text is not JSON.',
    why: "No JSON parser reads the file. In `.json` and `.jsonc` editors VS Code's own JSON support says so; in JSON Lines, in the folder check and on the command line this rule does. The other records of the file are still checked.",
    example: '{ "status": "COMPLETE" "type": "BACKUP" }',
    mended: '{ "status": "COMPLETE", "type": "BACKUP" }',
  },
  'not-a-record': {
    flags: 'The file is neither a record nor a list of records, or a list item is not an object.',
    why: 'Whatever reads the file expects one backup, or a list of backups.',
    example: '["3469b87d-48ca-439a-868f-2160001da8c1"]',
    mended: '[{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]',
  },
  type: {
    flags: 'A value has another JSON type than the schema says.',
    why: 'Typed clients, the SDKs\' models among them, refuse the record or misread it: in PowerShell the string `"false"` is true.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "fileExists": "false", "totalObjectCount": "10" }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "fileExists": false, "totalObjectCount": 10 }',
  },
  enum: {
    flags: 'A string, or the name of an entry of `objectOptions`, is not one of the allowed values.',
    why: 'The API knows no such value, and a script that compares with the real one never matches: a loop that waits for `COMPLETE` waits forever at `COMPLETED`.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "COMPLETED" }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "COMPLETE" }',
  },
  'date-time': {
    flags: 'A time is not an RFC 3339 date-time, such as `2021-05-11T22:23:16Z`.',
    why: 'The API writes RFC 3339. Other forms are refused by some readers and misread by others; a time without an offset means another moment on every machine.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "created": "2021-05-11 22:23:16Z" }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "created": "2021-05-11T22:23:16Z" }',
  },
  'int64-range': {
    flags: 'An integer lies outside the signed 64-bit range.',
    why: 'The API declares the number as `int64`: a reader that follows it overflows or refuses the record.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "totalObjectCount": 9223372036854775808 }',
  },
  'unsafe-integer': {
    flags: 'An integer is larger than 2^53 - 1, so that many readers round it.',
    why: 'JavaScript, and whatever else reads JSON numbers as doubles, silently changes its last digits.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "totalObjectCount": 9007199254740993 }',
  },
  'negative-count': {
    flags: '`totalObjectCount` is below zero.',
    why: 'A backup cannot hold fewer than no objects.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "totalObjectCount": -1 }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "totalObjectCount": 0 }',
  },
  'unknown-property': {
    flags: 'A property has a name that the v2024 model does not know.',
    why: 'The PowerShell SDK throws on any name it does not know. `$schema` is known at the root of a single record.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "tenantName": "acme-solar" }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "tenant": "acme-solar" }',
  },
  'property-case': {
    flags: 'A name differs from a known one only in case and separators.',
    why: 'JSON names are compared exactly. The PowerShell SDK throws on `JobId`, although its own parameter is spelled so; others silently miss the value.',
    example: '{ "JobId": "3469b87d-48ca-439a-868f-2160001da8c1", "file_exists": true }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "fileExists": true }',
  },
  'duplicate-property': {
    flags: 'A name is written twice in one object.',
    why: "Readers silently keep one of the two, most of them the later one. In `.json` and `.jsonc` editors VS Code's own JSON support says so.",
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "name": "Monday", "name": "Tuesday" }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "name": "Tuesday" }',
  },
  'null-value': {
    flags: 'A value is `null` where the schema does not allow it. Only `options` may be `null`.',
    why: 'The PowerShell SDK writes `null` for a parameter that was left out. The API leaves the property out instead, and a typed client may refuse the `null`.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "completed": null, "options": null }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "options": null }',
  },
  'empty-value': {
    flags: 'An enum, a time or `jobId` is `""`.',
    why: 'The PowerShell SDK writes `""` for a parameter that was left out. It is no allowed value: leave the property out.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "backupType": "" }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }',
  },
  unlisted: {
    flags: 'A name or a value is real, yet missing from the v2024 model.',
    why: 'The service sends it, or its documentation knows it, so the record may be right. A client that checks against the model refuses it all the same.',
    example:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "FAILED", "message": "The file could not be parsed." }',
  },
  'job-id': {
    flags: '`jobId` is not a UUID.',
    why: 'The service gives every backup a UUID. Another text works in a mock, but is no id that the API would answer to.',
    example: '{ "jobId": "backup-1", "status": "COMPLETE" }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "COMPLETE" }',
  },
  'time-order': {
    flags: '`completed` or `modified` is earlier than `created`.',
    why: 'A job cannot end before it began: one of the two times, or its offset, is wrong. `modified` after `completed` is normal.',
    example:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "created": "2021-05-11T22:23:16Z", "completed": "2021-05-11T21:31:02Z" }',
    mended:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "created": "2021-05-11T22:23:16Z", "completed": "2021-05-11T22:31:02Z" }',
  },
  'status-time': {
    flags: '`completed` is given while `status` is `NOT_STARTED` or `IN_PROGRESS`.',
    why: 'The service sends `completed` only once the job is over; a record that says both was put together wrongly.',
    example:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "IN_PROGRESS", "completed": "2021-05-11T22:31:02Z" }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "status": "IN_PROGRESS" }',
  },
  'option-not-included': {
    flags: 'An entry of `objectOptions` is for a type that `includeTypes` does not list.',
    why: 'The entry has no effect: no object of that type is in the backup.',
    example:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "options": { "includeTypes": ["ROLE"], "objectOptions": { "SOURCE": {} } } }',
    mended:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "options": { "includeTypes": ["ROLE", "SOURCE"], "objectOptions": { "SOURCE": {} } } }',
  },
  'duplicate-item': {
    flags: 'The same string stands twice in `includeTypes` or `includedNames`.',
    why: 'The second one has no effect, and most often another one was meant.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "options": { "includeTypes": ["ROLE", "ROLE"] } }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "options": { "includeTypes": ["ROLE"] } }',
  },
  'duplicate-job-id': {
    flags: 'An earlier record of the file has the same `jobId`.',
    why: '`jobId` is what tells backups apart: whatever looks one up, or deletes it, gets only one of the two.',
    example:
      '[{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]',
    mended:
      '[{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "09491993-9cb6-49a7-8d37-8bef54d33502" }]',
  },
  'partial-options': {
    flags: '`isPartial` is `false` while `options.includeTypes` lists some, but not all, object types.',
    why: 'A backup of some object types is a partial one: one of the two is wrong.',
    example:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "isPartial": false, "options": { "includeTypes": ["ROLE"] } }',
    mended:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "isPartial": true, "options": { "includeTypes": ["ROLE"] } }',
  },
  'powershell-date': {
    flags:
      'A time is written in Windows PowerShell\'s own form, `"\\/Date(1620771796000)\\/"`, or as the object that it makes of a `Get-Date` result.',
    why: 'No reader but Windows PowerShell takes it for a time. PowerShell 7 writes RFC 3339.',
    example: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "created": "\\/Date(1620771796000)\\/" }',
    mended: '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "created": "2021-05-11T22:23:16Z" }',
  },
  'powershell-depth': {
    flags: 'A string stands where `ConvertTo-Json` cut off an object or a list, because its `-Depth` was too small.',
    why: 'The data is gone from the file: `ConvertTo-Json` stops at depth 2 unless told otherwise, and a list of records needs one level more. Export again with `ConvertTo-Json -Depth 10`. Only a list of object types, joined by spaces, can be brought back.',
    example:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "options": { "includeTypes": ["SOURCE"], "objectOptions": { "SOURCE": "@{includedNames=System.Object[]}" } } }',
    mended:
      '{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "options": { "includeTypes": ["SOURCE"], "objectOptions": { "SOURCE": { "includedNames": ["Active Directory"] } } } }',
  },
  'powershell-array': {
    flags: 'A list is wrapped in an object as Windows PowerShell writes some lists: `{ "value": [...], "Count": 2 }`.',
    why: 'Whatever reads the file expects the list itself.',
    example: '{ "value": [{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }], "Count": 1 }',
    mended: '[{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]',
  },
  'foreign-file': {
    flags:
      "The file is another of the product's JSON files: a configuration export or upload, a draft job, a scheduled action, or an API error.",
    why: 'Such a file is not checked as a backup record. Give it another name, or look for the record that you meant to save.',
    example: '{ "version": 1, "tenant": "acme-solar", "objects": [] }',
  },
};
