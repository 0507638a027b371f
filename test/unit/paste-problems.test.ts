import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toPowerShell } from '../../src/features/copy-as-powershell.ts';
import { readRecords } from '../../src/features/paste/read-records.ts';
import { isKnown } from '../../src/record/recognize.ts';
import { runs } from '../support/runs.ts';
import '../support/seed.ts';

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
  [`$p = 'a'\n${call} ⟨@p`, 'The variable $p is not a hashtable, so its values have no names.'],
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
  [`${call} -JobId 'a' ⟨b`, 'Unexpected text. Put text of several words in quotes.'],
  [`${call} -JobId ⟨'a`, 'This string is not closed: the quote at its end is missing.'],
  [`${call} -JobId ⟨@"\na`, 'This string is not closed: the quote at its end is missing.'],
  [`${call} -Options ⟨@{ a = 1`, 'This hashtable is not closed: its "}" is missing.'],
  [`${call} -Options @{ a ⟨1 }`, 'An equals sign is missing here, after a.'],
  [`${call} -Options ⟨{ Get-Date }`, 'A script block is not a value. Write a hashtable, @{ … }, instead.'],
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
  ['⟨{"id": 1, "title": "x"}', 'This is JSON, but not a backup record.'],
  ['⟨{"jobId": "a", "type": "CREATE_DRAFT"}', 'This is JSON, but not a backup record.'],
];

for (const [marked, message] of problems) {
  test(`a paste says why it cannot read ${JSON.stringify(marked)}`, () => {
    const offset = marked.indexOf('⟨');
    assert.deepEqual(readRecords(marked.replace('⟨', '')), { problem: { offset, message } });
  });
}

/** Texts that other programs write, whose names and colons make no record. */
const foreign: Readonly<Record<string, string>> = {
  'an item of YAML': '- jobId: a\n  status: COMPLETE\n  fileExists: true\n',
  YAML: 'jobId: a\nstatus: COMPLETE\nfileExists: true\n',
  'YAML with its colons in a column': 'jobId      : a\nstatus     : COMPLETE\nfileExists : true\n',
  JavaScript: "status: 'COMPLETE',\njobId: 'A1',\nfileExists: true,\n",
  'JavaScript with its colons in a column': "status     : 'COMPLETE',\njobId      : 'A1',\nfileExists : true,\n",
  prose: 'status: we talked about it\nname: that of the backup\n',
  'prose with its colons in a column': 'status : we talked about it\nname   : Bob\n',
  TOML: "jobId = 'a'\nstatus = 'COMPLETE'\nfileExists = true\n",
  INI: "[backup]\njobId='a'\nstatus='COMPLETE'\n",
  'an env file': "JOB_ID='a'\nSTATUS='COMPLETE'\nTOTAL_OBJECT_COUNT=1\n",
  'variables before a command': "JOB_ID='a' STATUS='COMPLETE' ./run.sh\n",
  logfmt: "level=info jobId='a' status='COMPLETE'\n",
  'a log': '2024-03-05 08:00:00 INFO jobId : a, status : COMPLETE\n',
  CSV: 'jobId,status,fileExists\na,COMPLETE,true\n',
  'a Markdown table': '| jobId | status |\n| :--- | :--- |\n| a | COMPLETE |\n',
  'a diff': '@@ -1,3 +1,3 @@\n-jobId      : a\n+jobId      : b\n status     : COMPLETE\n fileExists : True\n',
  SQL: "INSERT INTO backups (jobId, status) VALUES ('a', 'COMPLETE');\n",
  'a row of SQL': "('a', 'COMPLETE', true)",
  Go: '&{JobId:a Status:COMPLETE FileExists:true}',
  Java: "BackupResponse{jobId='a', status='COMPLETE', fileExists=true}",
  "Java's SDK": 'class BackupResponse {\n    jobId: a\n    status: COMPLETE\n    fileExists: true\n}',
  Lombok: 'BackupResponse(jobId=a, status=COMPLETE, fileExists=true)',
  "PowerShell's jobs": 'Id     : 1\nName   : Job1\nState  : Running\nStatus : x\n',
};

for (const [what, text] of Object.entries(foreign)) {
  for (const written of [text, text.replaceAll('\n', '\r\n')])
    test(`${what} has no record, with ${written === text ? 'LF' : 'CRLF'}`, () =>
      assert.ok('problem' in readRecords(written)));
}

const python = `page = {'items': [BackupResponse(job_id='a', created=datetime.datetime(2024, 3, 5, 8, 0, tzinfo=datetime.timezone.utc),
  options=BackupOptions(include_types=['ROLE'])), {'jobId': '\\x41' 'b', "status": <Status.FAILED: 'FAILED'>}]}`;
const valid: readonly string[] = [
  `$p = @{ JobId = "a$([char]0x41)" }\n$o = Initialize-BackupOptions -IncludeTypes ROLE, 'SOURCE' -ObjectOptions @{ ROLE = @{ includedNames = @('a') } }
Initialize-BackupResponse @p -Options $o -Name @"\nx\n"@ -TotalObjectCount 0x1F | ConvertTo-Json`,
  python,
  'jobId   : a\nname    : b\n          c\noptions : {A, B}\n\njobId   : d\n',
  'HTTP/2 200\ncontent-type: application/json\n\n{ "items": [{ "jobId": "a", /* b */ "status": "FAILED", }] }',
  '```powershell\nInitialize-BackupResponse -Name `\n  Backup Name `\n  -FileExists true\n```\ntext\n~~~\n{"jobId":"a"}\n~~~\n',
];
const noise = fc.oneof(
  fc.constantFrom(
    ...[
      'Initialize-BackupResponse ',
      '-Name ',
      '$x = ',
      '$x',
      '$(',
      '(',
      ')',
      '@{',
      '}',
      '@(',
      '[',
      '=',
      ';',
      ',',
      '|',
      '#',
    ],
    ...["'", '"', '`', '@"\n', '\n"@', "@'\n", "\n'@", '<#', '#>', '\\', '1e400', 'BackupResponse(', "{'", 'datetime('],
    ...[
      'jobId : x\n',
      '```\n',
      '{"jobId":',
      '//',
      '/*',
      '*/',
      '…',
      'jobId status\n----- ------\n',
      '\n',
      ' ',
      '\ud800',
    ],
  ),
  fc.string({ maxLength: 3, unit: 'binary' }),
);
/** Random texts, and valid ones that are cut off, or have something in the middle that does not belong there. */
const texts = fc.oneof(
  fc.array(noise, { maxLength: 30 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom(...valid), fc.nat(), noise, fc.nat(8), fc.boolean())
    .map(([text, place, part, gone, isCut]) => {
      const at = place % text.length;
      return isCut ? text.slice(0, at) : text.slice(0, at) + part + text.slice(at + gone);
    }),
);

test('any text has records that are JSON objects, or a problem at an offset', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readRecords(text);
      if ('problem' in reading) {
        assert.ok(reading.problem.offset >= 0 && reading.problem.offset <= text.length, JSON.stringify(reading));
        assert.match(reading.problem.message, /^\S.*[.?]$/su);
        return;
      }
      assert.ok(reading.records.length > 0);
      for (const json of reading.records) {
        const value: unknown = JSON.parse(json);
        assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), json);
        assert.ok(reading.form === 'JSON' || Object.keys(value).some(isKnown) || json === '{}', json);
        assert.ok(toPowerShell(json).endsWith('| ConvertTo-Json -Depth 10\n'));
      }
    }),
    { numRuns: runs(1_000) },
  );
});
