import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecords } from '../../src/features/paste/read-records.ts';

const call = 'Initialize-BackupResponse';

/** Texts that cannot be read: `⟨` marks the place of the problem. */
const problems: readonly (readonly [text: string, message: string])[] = [
  ['⟨', 'There is no backup record in this text.'],
  ['  ⟨just words', 'There is no backup record in this text.'],
  [`${call} -JobId ⟨$id`, 'The variable $id has no value here.'],
  [`${call} -JobId "a ⟨$id"`, 'Only values can be read here: $id would have to be run.'],
  [`${call} ⟨@p`, 'The variable $p has no value here.'],
  [`$id = ⟨New-Guid\n${call} -JobId $id`, 'Only values can be read here: New-Guid would have to be run.'],
  [`$p = @{ JobId = ⟨$id }\n${call} @p`, 'The variable $id has no value here.'],
  [`$p = 'a'\n${call} ⟨@p`, 'The variable $p is no hashtable, so its values have no names.'],
  [`${call} -JobId (⟨New-Guid)`, 'Only values can be read here: New-Guid would have to be run.'],
  [`${call} -Created ⟨$(Get-Date)`, 'Only values can be read here: $(Get-Date) would have to be run.'],
  [
    `${call} -Created ⟨[DateTime]'2024-03-05'`,
    "Only values can be read here: [DateTime]'2024-03-05' would have to be run.",
  ],
  [
    `${call} -Options ⟨('{}' | ConvertFrom-Json)`,
    "Only values can be read here: ('{}' | ConvertFrom-Json) would have to be run.",
  ],
  [
    "[PSCustomObject]@{ jobId = 'a'; name = ⟨'b' + 'c' }",
    "Only values can be read here: 'b' + 'c' would have to be run.",
  ],
  [`${call} -Name ⟨'a' + 'b'`, "Only values can be read here: 'a' + 'b' would have to be run."],
  [`${call} -JobId ⟨[guid]::NewGuid()`, 'Only values can be read here: [guid]::NewGuid() would have to be run.'],
  [`$p = @{ a = 1 }\n${call} -JobId ⟨$p.a`, 'Only values can be read here: $p.a would have to be run.'],
  [`${call} ⟨-Nmae x`, 'There is no parameter -Nmae. Did you mean "-Name"?'],
  [`${call} ⟨-Foo x`, 'There is no parameter -Foo.'],
  [`${call} ⟨-T x`, '-T could be -Type, -Tenant or -TotalObjectCount.'],
  [`${call} ⟨-JobId -Name x`, 'The parameter -JobId has no value.'],
  [`${call} ⟨-JobId`, 'The parameter -JobId has no value.'],
  [`${call} -JobId 'a' ⟨b`, 'This belongs to no parameter. A text of several words needs quotes.'],
  [`${call} -JobId ⟨'a`, 'This string is not closed: the quote at its end is missing.'],
  [`${call} -JobId ⟨@"\na`, 'This string is not closed: the quote at its end is missing.'],
  [`${call} -Options ⟨@{ a = 1`, 'This hashtable is not closed: its "}" is missing.'],
  [`${call} -Options @{ a ⟨1 }`, 'An equals sign is missing here, after a.'],
  [`${call} -Options ⟨{ Get-Date }`, 'A script block is no value. Write a hashtable, @{ … }, instead.'],
  [`\`\`\`\n${call} -JobId ⟨$id\n\`\`\``, 'The variable $id has no value here.'],
  [
    '⟨Name    Value\n----    -----\njobId   a\n',
    'A table of PowerShell shortens and leaves out values. Use "ConvertTo-Json -Depth 10" instead.',
  ],
  [
    'PS> Get-BackupsV1\n\n⟨jobId status\n----- ------\na     FAILED\n',
    'A table of PowerShell shortens and leaves out values. Use "ConvertTo-Json -Depth 10" instead.',
  ],
  ["{'jobId': ⟨job_id}", 'The name job_id has no value here.'],
  ["{'jobId': ⟨'a", 'This string is not closed: the quote at its end is missing.'],
  ["{'jobId': ⟨f'{x}'}", 'The name f has no value here.'],
  ["{'jobId': 'a', 'fileExists': ⟨true}", 'The name true has no value here.'],
  ["⟨{'jobId': 'a', ", 'This bracket is not closed.'],
  ["BackupResponse(job_id='a', created=datetime.datetime.now(⟨tz))", 'The name tz has no value here.'],
  ['[{"jobId": "a"}, { "jobId" ⟨"b" }]', 'Expected a colon here.'],
  ['[⟨1]', 'A backup record is an object.'],
  ['⟨{"id": 1, "title": "x"}', 'This is JSON, but no backup record.'],
  ['⟨{"jobId": "a", "type": "CREATE_DRAFT"}', 'This is JSON, but no backup record.'],
];

for (const [marked, message] of problems) {
  test(`${JSON.stringify(marked)} has a problem`, () => {
    const offset = marked.indexOf('⟨');
    assert.deepEqual(readRecords(marked.replace('⟨', '')), { problem: { offset, message } });
  });
}
