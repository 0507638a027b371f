import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toPowerShell } from '../../src/features/copy-as-powershell.ts';
import { readRecords } from '../../src/features/paste/read-records.ts';
import { objectType } from '../../src/model/schema.ts';
import { runs } from '../support/runs.ts';
import '../support/seed.ts';

/** Parts of strings that mean something to PowerShell, and halves of surrogate pairs. */
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
/** Objects and lists that `options` may hold beside those of the schema. */
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

test('a record copied as PowerShell is pasted as the same record', () => {
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

test('an integer is copied with its digits, in any notation', () => {
  for (const [written, digits] of [
    ['10.00', '10'],
    ['1e1', '10'],
    ['100E-2', '1'],
    ['1.50e+1', '15'],
    ['0.001e3', '1'],
    ['-5', '-5'],
    ['-0', '0'],
    ['12e17', '1200000000000000000'],
    ['9223372036854775807', '9223372036854775807'],
    ['-9223372036854775808', '-9223372036854775808'],
  ])
    assert.match(toPowerShell(`{"totalObjectCount":${written}}`), new RegExp(`-TotalObjectCount ${digits} `), written);
  for (const written of ['1.5', '12e18', '9223372036854775808', '-9223372036854775809'])
    assert.match(toPowerShell(`{"totalObjectCount":${written}}`), /left out: "totalObjectCount"/, written);
});

test('a comment names the properties that the call does not take', () => {
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

test('a call has a line for each parameter', () => {
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
