import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { describeLeftOut, shortly } from '../../src/features/paste/left-out.ts';
import { readRecords } from '../../src/features/paste/read-records.ts';
import { runs } from '../support/runs.ts';
import '../support/seed.ts';

/* A plain paste inserts records only where these are certain. Everywhere else the text stays as it is. */

const call = 'Initialize-BackupResponse';
const json = '{"jobId":"a","status":"FAILED","requesterName":"x"}';
const [python, hashtable] = ["{'jobId': 'a', 'requesterName': 'x'}", "@{ JobId = 'a'; RequesterName = 'x' }"];
const formatList = `jobId         : a
status        : FAILED
requesterName : x
fileExists    : True
name          :
`;

/** Texts that are read as a whole, each line of them. */
const certain: Readonly<Record<string, string>> = {
  'a record': json,
  'a record with a comma after it': `${json},`,
  'a record with trailing commas': '{"jobId":"a","options":{"includeTypes":["ROLE",],},}',
  'a list': `[\n  ${json},\n  ${json}\n]\n`,
  'JSON Lines': `${json}\n\n${json}\n`,
  'records with commas between them': `${json},\n${json}`,
  'a page of results': `{ "count": 1, "next": { "href": "/x" }, "items": [${json}], "total": 5, "error": null }`,
  "Windows PowerShell's wrapped list": `{ "value": [${json}], "Count": 1 }`,
  'an HTTP response as JSON': `{"status":200,"statusText":"OK","headers":{"a":"b"},"config":{"url":"/x"},"data":[${json}]}`,
  'the output of curl -i at a prompt': `me@host:~/x$ curl -i https://x \\\n  -H 'a: b'\nHTTP/2 200\ncontent-type: application/json\n\n[${json}]\nme@host:~/x$ `,
  'headers without a status': `content-type: application/json\netag: "a"\n\n${json}`,
  'JSON at a prompt of PowerShell': `PS C:\\Users\\me> Get-BackupsV1 | ConvertTo-Json\n${json}\nPS C:\\Users\\me> `,
  'JSON at a prompt of cmd': `C:\\>curl https://x\n${json}\n\nC:\\>`,
  'JSON in code fences': `\`\`\`json\n${json}\n\`\`\`\n\n~~~\n${json}\n~~~\n`,
  'a byte order mark and no-break spaces': `\ufeff\u00a0${json}\u00a0\t\n`,
  'a call': `${call} -JobId a \`\n  -RequesterName Ada Lovelace \`\n  -FileExists true`,
  'a call at a prompt, and its use': `PS /home/me> $r = ${call} -JobId a # mine\nPS /home/me> $r | ConvertTo-Json -Depth 10`,
  'a call with its options': `<# mine #>\n$o = Initialize-BackupOptions -IncludeTypes ROLE\n$p = @{ JobId = 'a'; Options = $o }\n${call} @p`,
  'calls in a list': `$a = ${call} -JobId a; $b = ${call} -JobId b\n@($a, $b) | ConvertTo-Json`,
  'a hashtable': `[PSCustomObject]${hashtable}`,
  'Format-List': `\n\n${formatList}\n\n\n${formatList}\n`,
  'Format-List at a prompt': `PS C:\\> Get-BackupsV1 | fl\n\n${formatList}\nPS C:\\> `,
  'Format-List with tabs and no-break spaces': formatList
    .replace('status ', 'status\u00a0')
    .replace(': a\n', ': a\t\n'),
  'a dictionary': python,
  'a dictionary at a prompt': `>>> pprint(backup)\n${python}\n>>> `,
  'an object of the SDK': "BackupResponse(job_id='a', status=<Status.FAILED: 'FAILED'>, name=None)",
  'an object as Python prints it': "job_id='a' requester_name='x' options=None",
};

for (const [what, text] of Object.entries(certain)) {
  for (const written of [text, text.replaceAll('\n', '\r\n')]) {
    test(`a plain paste inserts ${what}, with ${written === text ? 'LF' : 'CRLF'}`, () => {
      const reading = readRecords(written);
      assert.ok('records' in reading, JSON.stringify(reading));
      assert.deepEqual([reading.isCertain, reading.leftOut], [true, []]);
    });
  }
}

/** Texts with records and something else, which the paste menu names. */
const uncertain: readonly (readonly [what: string, text: string, without: string])[] = [
  ['a comment in a record', `{"jobId":"a", // mine\n"requesterName":"x"}`, 'comments'],
  ['a comment in a list', `[\n  // mine\n  ${json}\n]`, 'comments'],
  ['a comment before a record', `/* mine */ ${json}`, 'comments'],
  ['a comment in a page', `{ "count": 1, /* mine */ "items": [${json}] }`, 'comments'],
  ['text before JSON', `Here it is:\n${json}`, 'other text'],
  ['text after JSON', `${json} is it`, 'other text'],
  ['text between records', `${json}\nand\n${json}`, 'other text'],
  ['text that looks like a header, without any', `status: we talked about it\n\n${json}`, 'other text'],
  ['text that looks like a header, after the headers', `HTTP/1.1 200 OK\n\nnote: mine\n${json}`, 'other text'],
  ['text that looks like a prompt', `PS I think that a > b\n${json}`, 'other text'],
  ['a price', `$5 for lunch\n${json}`, 'other text'],
  ['a percentage', `me@example.com 50% of them\n${json}`, 'other text'],
  ['a log line', `2024-03-05 08:00 INFO [main] ${call}\n${json}`, 'other text'],
  ['JSON in a program', `const backup = [\n  ${json}\n];\n`, 'other text'],
  [
    'a page with data of its own',
    `{ "title": "mine", "owner": { "id": 1 }, "items": [${json}] }`,
    '"title" and "owner"',
  ],
  ['a page with a text where there is a number', `{ "status": "open", "items": [${json}] }`, '"status"'],
  ['text around a code fence', `Hello\n\`\`\`\n${json}\n\`\`\`\nBye`, 'other text'],
  ['another form in a code fence', `\`\`\`\n${json}\n\`\`\`\n\`\`\`\n${call} -JobId a\n\`\`\``, 'other text'],
  ['other commands', `Import-Module PSSailpoint\n${call} -JobId a`, 'other text'],
  ['a command after a call', `${call} -JobId a; Get-Date`, 'other text'],
  ['a pipeline', `${call} -JobId a | ForEach-Object { $_.status = 'FAILED'; $_ }`, 'other text'],
  ['a redirection', `${call} -JobId a > x.json`, 'other text'],
  ['a block', `foreach ($x in 1..3) { ${call} -JobId a }`, 'other text'],
  ['a variable that nothing uses', `$tenant = 'acme'\n${call} -JobId a`, 'other text'],
  ['a variable whose value is not known, and that nothing uses', `$t = Get-Date\n${call} -JobId a`, 'other text'],
  ['a property of an unknown object', `$x.status = 'FAILED'\n${call} -JobId a`, 'other text'],
  [
    'options that are changed too late',
    `$o = @{}\n${call} -JobId a -Options $o\n$o.includeTypes = 'ROLE'`,
    'other text',
  ],
  ['something beside records in a list', `@(\n  ${call} -JobId a\n  'mine'\n)`, 'other text'],
  ['the output of a call', `${call} -JobId a\n\nJobId : a\n`, 'other text'],
  ['a parameter that comes twice', `${call} -JobId a -JobId b`, '"jobId"'],
  ['a name that comes twice in a hashtable', "@{ JobId = 'a'; jobid = 'b'; IsPartial = $true }", '"jobid"'],
  [
    'Format-List that is cut off',
    `${formatList}tenant        : an acme…\noptions       : System.Object[]\n`,
    '"tenant" and "options"',
  ],
  [
    'Format-List with a part of options',
    `${formatList}options       : @{includeTypes={ROLE}; objectOptions=}\n`,
    '"objectOptions"',
  ],
  ['Format-List with an object for a text', `${formatList}tenant        : @{name=acme}\n`, '"tenant"'],
  ['Format-List with a line of text', formatList.replace('status', 'Hello\nstatus'), 'other text'],
  ['Format-List with another object', `${formatList}\nfoo : bar\nbaz : 1\n`, 'other text'],
  ['a hashtable that is changed', `$r = ${hashtable}\n$r.Status = 'FAILED'\n$r`, 'other text'],
  ['text before Python', `the result:\n${python}`, 'other text'],
  ['text after Python', `${python}\nthanks a lot`, 'other text'],
  ['a dictionary that is typed', `>>> a = {'x': 1}\n>>> b\n${python}`, 'other text'],
  ['a sentence that begins with from', `from me to you\n${python}`, 'other text'],
  ['a name that comes twice in a dictionary', "{'jobId': 'a', 'jobId': 'b', 'requesterName': 'x'}", '"jobId"'],
  ['a page with data of its own in Python', `{'title': 'mine', 'items': [${python}]}`, '"title"'],
  ['a class around several values', "{'jobId': Id('a', 'b'), 'requesterName': 'x'}", 'other text'],
  // Nothing is left out, but it is not certain what the text is.
  ['a list that is not closed', `[${json}, ${json}`, ''],
  ['a page that is not closed', `{ "count": 1, "items": [${json}`, ''],
  ['JSON of another program', '{"jobId":"a","status":"x","type":"image","name":"b"}', ''],
  ['a list with JSON of another program', `[${json}, {"jobId":"b","status":"x"}]`, ''],
  ['hashtables of other programs', "@{ Name = 'x'; Status = 'y' }", ''],
  ['a call in a sentence', `${call} -Name a b -Status COMPLETE and see`, ''],
  ['a hashtable with an unknown name', "@{ JobId = 'a'; IsPartial = $true; Foo = 'x' }", ''],
  ['a dictionary of another program', "{'jobId': 'a', 'status': 'x', 'name': 'y'}", ''],
  ['an object with an unknown name', "BackupResponse(job_id='a', foo='x')", ''],
  ['Format-List with an unknown name', `${formatList}foo           : x\n`, ''],
  ['Format-List with a name that comes twice', `${formatList}${formatList}`, ''],
  ['Format-List with a broken line', formatList.replace(': x\n', ': Ada\n                Lovelace\n'), ''],
  ['Format-List of another program', 'jobId  : a\nstatus : x\nname   : b\n', ''],
];

for (const [what, text, without] of uncertain) {
  test(`a plain paste does not change ${what}`, () => {
    const reading = readRecords(text);
    assert.ok('records' in reading, JSON.stringify(reading));
    assert.ok(!reading.isCertain);
    assert.equal(shortly(reading.leftOut), without, JSON.stringify(reading));
  });
}

const cutOffList = `jobId      : a
status     : COMPLETE
fileExists : True
name       : nightly backup of all that we ha...
options    : @{includeTypes=System.Object[]; objectOptions=}
`;

for (const [text, sentence] of [
  [
    cutOffList,
    '"name" and "options" (from line 4) were cut off by Format-List and are left out. Use "ConvertTo-Json -Depth 10".',
  ],
  [
    `\r\n${cutOffList.replaceAll('\n', '\r\n').replace(/options .*/, '')}`,
    '"name" (line 5) was cut off by Format-List and is left out. Use "ConvertTo-Json -Depth 10".',
  ],
  [`${call} -JobId a -JobId b`, 'Of the values of "jobId" (line 1), only the last is kept.'],
  [`{"title":"a","items":[${json}]}`, '"title" beside the records (line 1) is left out.'],
  [
    `{"a":1,"b":1,"c":1,"d":1,"e":1,"items":[${json}]}`,
    '"a", "b", "c", "d" and 1 more beside the records (from line 1) are left out.',
  ],
  [`\n\n\nHi\n${json}`, '"Hi" (line 4) is not part of a record and is left out.'],
  [
    `Hi\u001b\n${json}\n// a`,
    'A comment (line 3) is left out. "Hi\\u001b" (line 1) is not part of a record and is left out.',
  ],
  [
    `a\nb\n// c\n${json}\n/* d */\ne`,
    '2 comments (from line 3) are left out. "a" and 2 more lines (from line 1) are not part of a record and are left out.',
  ],
  [
    `${'long '.repeat(100)}\n${json}\nb`,
    `"${'long '.repeat(11)}lo…" and 1 more line (from line 1) are not part of a record and are left out.`,
  ],
] as const) {
  test(`the paste menu names the text that it leaves out of ${JSON.stringify(text.slice(0, 40))}`, () => {
    const reading = readRecords(text);
    assert.ok('records' in reading);
    assert.equal(describeLeftOut(text, reading.leftOut), sentence);
  });
}

const foreignLines = [
  'some words of mine',
  'Write-Host done',
  '- jobId: b',
  'x = 5',
  '| a | b |',
  '<b>x</b>',
  '  etc.',
];

test('a plain paste does not change a text with one line of another kind', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(certain)),
      fc.nat(),
      fc.constantFrom(...foreignLines),
      fc.constantFrom('\n', '\r\n'),
      (text, place, line, lineEnd) => {
        const lines = text.split('\n');
        const at = place % (lines.length + 1);
        // A backslash joins the line to the command before it.
        fc.pre(!lines[at - 1]?.endsWith('\\'));
        const reading = readRecords(lines.toSpliced(at, 0, line).join(lineEnd));
        assert.ok('problem' in reading || !reading.isCertain, JSON.stringify(reading));
      },
    ),
    { numRuns: runs(500) },
  );
});

const value = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.boolean(), fc.integer(), fc.constant(null));
const { json: anything } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    value,
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('json')),
  ),
}));
const record = fc
  .record({ name: value, tenant: value, options: anything, other: anything })
  .map((rest) => ({ jobId: 'a', requesterName: 'x', ...rest }));

/** How a value is written in Python. */
function pythonOf(written: unknown): string {
  if (written === null) return 'None';
  if (typeof written === 'boolean') return written ? 'True' : 'False';
  if (typeof written !== 'object') return JSON.stringify(written);
  if (Array.isArray(written)) return `[${written.map(pythonOf).join(', ')}]`;
  return `{${Object.entries(written).map(([name, inner]) => `${JSON.stringify(name)}: ${pythonOf(inner)}`)}}`;
}

test('records pasted from JSON have every value, whatever is around them', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 3 }), fc.nat(2), (records, space) => {
      const list = JSON.stringify(records, undefined, space);
      const lines = records.map((one) => JSON.stringify(one)).join('\n');
      for (const text of [
        list,
        lines,
        `{"items":${list},"count":1}`,
        `HTTP/1.1 200 OK\n\n${list}`,
        `\`\`\`\n${lines}\n\`\`\``,
      ]) {
        const reading = readRecords(text);
        assert.ok('records' in reading && reading.isCertain, text);
        assert.deepEqual(
          reading.records.map((one) => JSON.parse(one)),
          JSON.parse(list),
        );
      }
    }),
    { numRuns: runs(200) },
  );
});

test('records pasted from Python have every value', () => {
  fc.assert(
    fc.property(record, (one) => {
      const reading = readRecords(`[${pythonOf(one)}]`);
      fc.pre('records' in reading);
      if (!reading.isCertain) return;
      const expected = Object.fromEntries(
        Object.entries(one).filter(([name, inner]) => name === 'other' || name === 'options' || inner !== null),
      );
      assert.deepEqual(JSON.parse(reading.records[0] ?? ''), JSON.parse(JSON.stringify(expected)));
    }),
    { numRuns: runs(200) },
  );
});
