import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toPowerShell } from '../../src/features/copy-as-powershell.ts';
import { readRecords } from '../../src/features/paste/read-records.ts';
import { objectType } from '../../src/model/schema.ts';
import { isKnown } from '../../src/record/recognize.ts';
import { runs } from '../support/runs.ts';
import '../support/seed.ts';

/** What a string may hold that means something to PowerShell, and halves of surrogate pairs. */
const hostileParts = [
  "'",
  "''",
  '‘',
  '’',
  '‚',
  '‛',
  '"',
  '""',
  '“',
  '”',
  '„',
  '`',
  '`n',
  '$',
  '$x',
  '${x}',
  '$(Get-Date)',
  '\n',
  '\r\n',
  "\n'@\n",
  '\n"@\n',
  '@"\n',
  '#',
  '<#',
  '#>',
  ';',
  '|',
  ')',
  '}',
  ' -Name ',
  '–',
  '\0',
  '\u001b',
  '\u0085',
  '\u2028',
  '\u00a0',
  '\ufeff',
  '\ud83d',
  '\ude80',
  '🚀',
  'null',
  '```\n',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...hostileParts), fc.string({ maxLength: 3, unit: 'binary' })), { maxLength: 8 })
  .map((parts) => parts.join(''));
/** Objects and lists that `options` may hold beside what the schema knows. */
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(
      hostile,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(hostile, tie('value'), { maxKeys: 3 }),
  ),
}));
const time = fc.constantFrom('2021-05-11T22:23:16Z', '2021-05-11T22:23:16.5+02:00');
const record = fc.record(
  {
    jobId: hostile,
    status: fc.constantFrom('COMPLETE', 'NOT_STARTED'),
    tenant: hostile,
    requesterName: hostile,
    fileExists: fc.boolean(),
    created: time,
    name: hostile,
    isPartial: fc.boolean(),
    backupType: fc.constantFrom('MANUAL', 'UPLOADED'),
    options: fc.option(
      fc.record(
        {
          includeTypes: fc.array(fc.oneof(fc.constantFrom(...(objectType.values?.all ?? [])), hostile)),
          objectOptions: fc.dictionary(hostile, fc.record({ includedNames: fc.array(hostile) })),
          other: anything,
        },
        { requiredKeys: [] },
      ),
    ),
    totalObjectCount: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  },
  { requiredKeys: [] },
);

/** JSON in which integers keep their digits. */
function jsonOf(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  return `{${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}:${jsonOf(inner)}`)
    .join(',')}}`;
}

/** Without names that PowerShell takes for the same, and those that the schema writes in another way. */
function isWritable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const names = Array.isArray(value) ? [] : Object.keys(value).map((name) => name.toLowerCase());
  const isPlain = names.every((name) => name !== '__proto__' && objectType.values?.folded(name) === undefined);
  return isPlain && new Set(names).size === names.length && Object.values(value).every(isWritable);
}

test('a record that is written as PowerShell is read as the same record', () => {
  fc.assert(
    fc.property(record, (written) => {
      fc.pre(Object.keys(written).length > 0 && isWritable(written.options ?? null));
      const json = jsonOf(written);
      assert.deepEqual(readRecords(toPowerShell(json)), {
        form: 'PowerShell',
        records: [json],
        leftOut: [],
        isCertain: true,
      });
    }),
    { numRuns: runs(1_000) },
  );
});

test('what the call does not take is named in a comment', () => {
  const json =
    '{"jobId":"a","message":"m","status":"WEIRD","totalObjectCount":1e30,"created":"today","a\\nb":1,"tenant":null}';
  assert.equal(
    toPowerShell(json),
    `# Initialize-BackupResponse does not take these, so they are left out: "message", "status", "totalObjectCount", "created", "a\\nb"
Initialize-BackupResponse \`
  -JobId 'a' | ConvertTo-Json -Depth 10
`,
  );
});

test('a call is laid out for people', () => {
  const json =
    '{"jobId":"a","fileExists":true,"options":{"includeTypes":["ROLE"],"objectOptions":{"ROLE":{"includedNames":["it\'s"]},"x y":{}}},"name":"a\\nb"}';
  assert.equal(
    toPowerShell(json),
    `Initialize-BackupResponse \`
  -JobId 'a' \`
  -FileExists $true \`
  -Options ([ordered]@{
    includeTypes = @('ROLE')
    objectOptions = [ordered]@{
      ROLE = [ordered]@{ includedNames = @('it''s') }
      'x y' = [ordered]@{}
    }
  }) \`
  -Name "a\`nb" | ConvertTo-Json -Depth 10
`,
  );
});

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

test('every text has records that are JSON objects, or a problem with its place', () => {
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
