import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecords } from '../../src/features/paste/read-records.ts';

/** A text, its form, and its records, as JSON where a number would be rounded. */
interface Case {
  readonly form: 'JSON' | 'PowerShell' | 'Format-List' | 'Python';
  readonly text: string;
  readonly records: readonly (object | string)[];
}

const call = 'Initialize-BackupResponse';

const documentationPage = `- Prepare the resource
\`\`\`powershell
$BackupResponse = Initialize-PSSailpoint.V2024BackupResponse  -JobId 3469b87d-48ca-439a-868f-2160001da8c1 \`
 -Status COMPLETE \`
 -Tenant tenant-name \`
 -RequesterName Requester Name \`
 -FileExists true \`
 -Created 2021-05-11T22:23:16Z \`
 -IsPartial false \`
 -Options null \`
 -TotalObjectCount 10
\`\`\`

- Convert the resource to JSON
\`\`\`powershell
$BackupResponse | ConvertTo-JSON
\`\`\`
`;

const cases: Readonly<Record<string, Case>> = {
  "the documentation's page": {
    form: 'PowerShell',
    text: documentationPage,
    records: [
      {
        jobId: '3469b87d-48ca-439a-868f-2160001da8c1',
        status: 'COMPLETE',
        tenant: 'tenant-name',
        requesterName: 'Requester Name',
        fileExists: true,
        created: '2021-05-11T22:23:16Z',
        isPartial: false,
        options: null,
        totalObjectCount: 10,
      },
    ],
  },
  'a call whose backticks Markdown has eaten': {
    form: 'PowerShell',
    text: `${call} -JobId a\n  -Name Backup Name  # a comment\n  -Status COMPLETE`,
    records: [{ jobId: 'a', name: 'Backup Name', status: 'COMPLETE' }],
  },
  'calls of several versions': {
    form: 'PowerShell',
    text: 'New-BackupResponse -Name a; Initialize-V2024BackupResponse -Name b\nInitialize-V2025BackupResponse -Name c',
    records: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
  },
  'a call among other lines of a script': {
    form: 'PowerShell',
    text: `<# It's a script #>\nImport-Module PSSailpoint\nPS C:\\> $r = PSSailpoint\\${call} -Name 'a' |\n  ConvertTo-Json -Depth 10 # yes\n$r | Set-Content (Join-Path "x" 'y')`,
    records: [{ name: 'a' }],
  },
  'a call, and the command that saves its record': {
    form: 'PowerShell',
    text: `${call} -Name 'a' | ConvertTo-Json | Set-Content -Path (Join-Path 'x' "y|z") -Encoding utf8`,
    records: [{ name: 'a' }],
  },
  'a list of one list': {
    form: 'PowerShell',
    text: "@{ Name = 'a'; Options = @{ IncludeTypes = ,@('ROLE') } }",
    records: [{ name: 'a', options: { includeTypes: [['ROLE']] } }],
  },
  'calls in a block': {
    form: 'PowerShell',
    text: `foreach ($x in 1..3) { ${call} -Name a }\nfunction f {\n  ${call} -Name 'b'\n}`,
    records: [{ name: 'a' }, { name: 'b' }],
  },
  'a call, but not its name alone': {
    form: 'PowerShell',
    text: `Get-Help ${call}\n${call} -Name a`,
    records: [{ name: 'a' }],
  },
  'parameters in any case, shortened, with a colon, with a dash of a word processor': {
    form: 'PowerShell',
    text: `${call} -JOBID:'a' –total 5 -File:$false -Verbose -ErrorAction Stop`,
    records: [{ jobId: 'a', totalObjectCount: 5, fileExists: false }],
  },
  'single quotes': { form: 'PowerShell', text: `${call} -Name 'it''s $x \`n'`, records: [{ name: "it's $x `n" }] },
  'double quotes': {
    form: 'PowerShell',
    text: `${call} -Name "a ""b"" \`"c\`" \`n\`u{1F600} 5$ $([char]0x1b)"`,
    records: [{ name: 'a "b" "c" \n😀 5$ \u001b' }],
  },
  'typographic quotes': {
    form: 'PowerShell',
    text: `${call} -Name ‘it’’s’ -Tenant “a”`,
    records: [{ name: 'it’s', tenant: 'a' }],
  },
  'here-strings': {
    form: 'PowerShell',
    text: `${call} -Name @"\nsay "x"\n"@ -Tenant @'\n$x\n'@ -JobId @'\n'@`,
    records: [{ name: 'say "x"', tenant: '$x', jobId: '' }],
  },
  'numbers with all their digits': {
    form: 'PowerShell',
    text: `${call} -TotalObjectCount 9223372036854775807\n${call} -TotalObjectCount 0x10L; ${call} -Total '12'; ${call} -Total -5\n${call} -Total 2KB`,
    records: [
      '{"totalObjectCount":9223372036854775807}',
      '{"totalObjectCount":16}',
      '{"totalObjectCount":12}',
      '{"totalObjectCount":-5}',
      '{"totalObjectCount":2048}',
    ],
  },
  'values as PowerShell converts them': {
    form: 'PowerShell',
    text: `${call} -Name 007 -Tenant $true -FileExists 1 -IsPartial 'true' -JobId $null -Status "null"`,
    records: [{ name: '007', tenant: 'True', fileExists: true, isPartial: 'true', status: 'null' }],
  },
  'nested options': {
    form: 'PowerShell',
    text: `${call} -Options (Initialize-V2024BackupOptions -IncludeTypes ROLE, "SOURCE" \`
      -ObjectOptions @{ ROLE = @{ includedNames = @('a'\n'b'); }\n 'SOURCE' = [ordered]@{ includedNames = 'x','y' } }) -Name a`,
    records: [
      {
        options: {
          includeTypes: ['ROLE', 'SOURCE'],
          objectOptions: { ROLE: { includedNames: ['a', 'b'] }, SOURCE: { includedNames: ['x', 'y'] } },
        },
        name: 'a',
      },
    ],
  },
  'options from a variable, one type only': {
    form: 'PowerShell',
    text: `$Options = Initialize-BackupOptions -IncludeTypes ROLE\n${call} -Options $options`,
    records: [{ options: { includeTypes: ['ROLE'] } }],
  },
  'options as the documentation writes them': {
    form: 'PowerShell',
    text: `$o = Initialize-BackupOptions -IncludeTypes null \`\n -ObjectOptions {"ROLE":{"includedNames":["a"]}}\n${call} -Options $o`,
    records: [{ options: { objectOptions: { ROLE: { includedNames: ['a'] } } } }],
  },
  'a splatted hashtable': {
    form: 'PowerShell',
    text: `$p = @{\n  JobId = 'a' # id\n  FileExists = $false; Created = "2021-05-11T22:23:16Z"\n}\n$r = ${call} @p -Tenant t`,
    records: [{ jobId: 'a', fileExists: false, created: '2021-05-11T22:23:16Z', tenant: 't' }],
  },
  'calls in a list': {
    form: 'PowerShell',
    text: `$all = @(\n  ${call} -Name a\n  (${call} -Name b)\n) | ConvertTo-Json`,
    records: [{ name: 'a' }, { name: 'b' }],
  },
  'hashtables without a call': {
    form: 'PowerShell',
    text: "[PSCustomObject]@{ JobId = 'a'; IsPartial = $true }\n$x = @{ jobId = 'b' }",
    records: [{ jobId: 'a', isPartial: true }, { jobId: 'b' }],
  },
  'Format-List': {
    form: 'Format-List',
    text: `PS C:\\> Get-BackupsV1 | Format-List

jobId            : a
status           : COMPLETE
requesterName    : Ada
                   Lovelace King
fileExists       : True
name             :
options          : @{includeTypes=System.Object[]; objectOptions=}
totalObjectCount : 9223372036854775807

JobId       : b
message     : {"x": 1}
Options     : @{includeTypes={ROLE, SOURCE}; objectOptions=}
`,
    records: [
      '{"jobId":"a","status":"COMPLETE","requesterName":"Ada Lovelace King","fileExists":true,"totalObjectCount":9223372036854775807}',
      { jobId: 'b', message: '{"x": 1}', options: { includeTypes: ['ROLE', 'SOURCE'] } },
    ],
  },
  'Format-List of hashtables': {
    form: 'Format-List',
    text: 'Name  : jobId\nValue : a\n\nName  : isPartial\nValue : False\n\nName  : jobId\nValue : b\n',
    records: [{ jobId: 'a', isPartial: false }, { jobId: 'b' }],
  },
  'Format-List that is cut off': {
    form: 'Format-List',
    text: 'jobId : a\nname  : abc…\noptions : {[includeTypes, System.Object[]], [objectOptions, …}',
    records: [{ jobId: 'a' }],
  },
  'a repr of the Python SDK': {
    form: 'Python',
    text: "BackupResponse(job_id='a', status=<Status.COMPLETE: 'COMPLETE'>, created=datetime.datetime(2024, 3, 5, 8, 0, tzinfo=datetime.timezone.utc), options=BackupOptions(include_types=['ROLE'], object_options={'ROLE': ObjectExportImportNames(included_names=['x'])}), total_object_count=9223372036854775807, name=None)",
    records: [
      '{"jobId":"a","status":"COMPLETE","created":"2024-03-05T08:00:00Z","options":{"includeTypes":["ROLE"],"objectOptions":{"ROLE":{"includedNames":["x"]}}},"totalObjectCount":9223372036854775807}',
    ],
  },
  'the object as Python prints it': {
    form: 'Python',
    text: "job_id='a' file_exists=True options=None created=datetime.datetime(2024, 3, 5, 8, 0, 1, 250000, tzinfo=TzInfo(7200))",
    records: [{ jobId: 'a', fileExists: true, options: null, created: '2024-03-05T08:00:01.25+02:00' }],
  },
  'dictionaries as pprint prints them': {
    form: 'Python',
    text: `>>> pprint(backups)
[{'created': datetime.datetime(2024, 3, 5, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400))),
  'jobId': 'a',
  'name': 'It\\'s \\x41 \\u00e9 \\U0001F600 '
          "and on"},
 {'jobId': ('b'
            'c')}]`,
    records: [{ created: '2024-03-05T08:00:00-05:00', jobId: 'a', name: "It's A é 😀 and on" }, { jobId: 'bc' }],
  },
  'a page of results in Python': {
    form: 'Python',
    text: "page = {'count': 2, 'items': ({'job_id': 'a', 'status': 'FAILED'}, {'job_id': 'b', 'status': 'FAILED'},)}",
    records: [
      { jobId: 'a', status: 'FAILED' },
      { jobId: 'b', status: 'FAILED' },
    ],
  },
  'a response of the Python SDK': {
    form: 'Python',
    text: "ApiResponse(status_code=200, headers={'a': 'b'}, data=[BackupResponse(job_id='a', is_partial=False)], raw_data=b'[]')",
    records: [{ jobId: 'a', isPartial: false }],
  },
  'JSON, and keeps its layout': {
    form: 'JSON',
    text: '{ "jobId": "a",\n "totalObjectCount": 9223372036854775808 }',
    records: ['{ "jobId": "a",\n "totalObjectCount": 9223372036854775808 }'],
  },
  'JSON with comments': {
    form: 'JSON',
    text: '// a\n[{ "jobId": "//,]", /* b */ "name": "x", }, ]',
    records: [{ jobId: '//,]', name: 'x' }],
  },
  'JSON Lines': { form: 'JSON', text: '{"jobId":"a"}\n\n{"jobId":"b"}\n', records: [{ jobId: 'a' }, { jobId: 'b' }] },
  'the output of curl -i': {
    form: 'JSON',
    text: 'HTTP/2 200\r\ncontent-type: application/json\r\nx-total-count: 1\r\n\r\n[{"jobId":"a","status":"FAILED"}]',
    records: [{ jobId: 'a', status: 'FAILED' }],
  },
  'a page of results': {
    form: 'JSON',
    text: '{ "count": 1, "items": [{"jobId":"a","status":"FAILED"}] }',
    records: [{ jobId: 'a', status: 'FAILED' }],
  },
  "Windows PowerShell's wrapped list": {
    form: 'JSON',
    text: '{ "value": [{"jobId":"a","status":"FAILED"}], "Count": 1 }',
    records: [{ jobId: 'a', status: 'FAILED' }],
  },
  'JSON in a code fence': {
    form: 'JSON',
    text: 'Here it is:\n\n```json\n{"jobId":"a"}\n```\nand\n~~~\n{"jobId":"b"}\n~~~\n',
    records: [{ jobId: 'a' }, { jobId: 'b' }],
  },
  'JSON in a shell script': {
    form: 'JSON',
    text: 'token=\'x\'\ncurl -s https://example.com\n[{"jobId":"a","status":"FAILED"}]',
    records: [{ jobId: 'a', status: 'FAILED' }],
  },
  'JSON after a call that cannot be read': {
    form: 'JSON',
    text: `PS> ${call} -JobId $id | ConvertTo-Json\n{\n  "jobId": "a"\n}`,
    records: [{ jobId: 'a' }],
  },
  'a list after a call that cannot be read': {
    form: 'Format-List',
    text: `PS> ${call} -JobId $id\n\njobId  : a\nstatus :\n`,
    records: [{ jobId: 'a' }],
  },
  'the output of a Python program': {
    form: 'Python',
    text: "$ python show.py\n[{'jobId': 'a'}]\n",
    records: [{ jobId: 'a' }],
  },
  'JSON that names the function': { form: 'JSON', text: `{"name":"${call} -X"}`, records: [{ name: `${call} -X` }] },
};

for (const [what, { form, text, records }] of Object.entries(cases)) {
  for (const [lineEnds, written] of [
    ['LF', text],
    ['CRLF', text.replaceAll(/\r?\n/g, '\r\n')],
  ] as const) {
    // A line end in a record is part of its layout.
    if (lineEnds === 'CRLF' && what === 'JSON, and keeps its layout') continue;
    test(`a paste reads ${what}, with ${lineEnds}`, () => {
      const reading = readRecords(written);
      assert.ok('records' in reading, JSON.stringify(reading));
      assert.equal(reading.form, form);
      const found = reading.records.map((json, at) => (typeof records[at] === 'string' ? json : JSON.parse(json)));
      assert.deepEqual(found, records);
    });
  }
}
