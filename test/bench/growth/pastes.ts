import { file, type Shape } from './input.ts';

const json = 'a.backup-response.json';

/** Beginnings of something that is read to its end, or may be: the rest of the text is in it. */
const starts: Readonly<Record<string, string>> = {
  bare: '',
  call: 'Initialize-BackupResponse -Name ',
  variable: '$a = ',
  python: "{'jobId': ",
  property: 'jobId : ',
  string: '{"jobId": "',
};

/** Texts that may repeat on a clipboard: output of tools, and tokens with a meaning in one of the forms. */
const units: Readonly<Record<string, string>> = {
  script: `$p = @{ JobId = "a$([char]0x41)" }\n$o = Initialize-BackupOptions -IncludeTypes ROLE, 'SOURCE' -ObjectOptions @{ ROLE = @{ includedNames = @('a') } }
Initialize-BackupResponse @p -Options $o -Name @"\nx\n"@ -TotalObjectCount 0x1F | ConvertTo-Json`,
  objects: `page = {'items': [BackupResponse(job_id='a', created=datetime.datetime(2024, 3, 5, 8, 0, tzinfo=datetime.timezone.utc),
  options=BackupOptions(include_types=['ROLE'])), {'jobId': '\\x41' 'b', "status": <Status.FAILED: 'FAILED'>}]}`,
  rows: 'jobId   : a\nname    : b\n          c\noptions : {A, B}\n\njobId   : d\n',
  response:
    'HTTP/2 200\ncontent-type: application/json\n\n{ "items": [{ "jobId": "a", /* b */ "status": "FAILED", }] }',
  fences:
    '```powershell\nInitialize-BackupResponse -Name `\n  Backup Name `\n  -FileExists true\n```\ntext\n~~~\n{"jobId":"a"}\n~~~\n',
  apostrophe: "'",
  quote: '"',
  backtick: '`',
  bracket: '[',
  brace: '{',
  parenthesis: '(',
  hashtable: '@{',
  subexpression: '$(',
  assignment: '$x = @{',
  'here-string': "@'\n",
  comment: '/*',
  'block-comment': '<#',
  space: ' ',
  digit: '1',
  'member-access': 'a.',
  backslash: '\\',
  quotation: '> ',
  'spaced-comment': '/* ',
};

/** Texts that people paste. Only reading them is measured: pasted texts are never open as a file. */
export const pastes: Readonly<Record<string, Shape>> = Object.fromEntries(
  Object.entries(starts).flatMap(([start, before]) =>
    Object.entries(units).map(([name, unit]) => [
      `pasted-${start}-${name}`,
      file(json, (count) => before + unit.repeat(count)),
    ]),
  ),
);
