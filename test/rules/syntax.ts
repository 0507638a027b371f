import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [['{ "name": "x" "tenant": "y" }', 'syntax "tenant"'], ['{ "name": "x" }']],
  sentences: [
    ['{ "a" 1 }', 'Expected a colon here.'],
    ['{ "a": }', 'Expected a value here.'],
    ['[,]', 'Expected a value or "]" here.'],
    ['{ "a": 1, }', 'Expected a property name in double quotes here.'],
    ['{ a: 1 }', 'Expected a property name in double quotes or "}" here.'],
    ['[1 2]', 'Expected a comma or "]" here.'],
    ['{ "a": 1 "b": 2 }', 'Expected a comma or "}" here.'],
    ['{} {}', 'A JSON file holds one value. Put the records into a list.'],
    [
      '{}\n{}',
      'Give the file the extension ".jsonl", or put the records into a list: one record per line is JSON Lines, not JSON.',
    ],
    ['[{}]\n[{}]', 'A JSON file holds one value. Put the records into a list.'],
    ['name: x\nstatus: y\n', 'This is YAML, not JSON. Convert it, for example with "yq -o json".'],
    ['Date: x\nContent-Type: y\n', 'These are HTTP headers, not JSON. Save only the body of the response.'],
    ['[{}] 5', 'This text after the JSON is not part of it. Remove it.'],
    ['a warning\n{}', 'This text before the JSON is not part of it. Remove it.'],
    ['WARNING: x\n{}', 'This is a PowerShell message or prompt, not JSON. Remove it.'],
    ['HTTP/1.1 200 OK\n\n{}', 'These are HTTP headers, not JSON. Save only the body of the response.'],
    ['```json\n{}\n```', 'This is a code fence of Markdown, not JSON. Remove it.'],
    ['\u001b[0m{}', 'These are color codes for a terminal, not JSON. Write the file without them.'],
    ['hello', 'There is no JSON in this text. A BackupResponse file holds backup records as JSON.'],
    [
      "{'jobId': 'x', 'options': None}",
      'This is how Python prints an object, not JSON. Write the file with "json.dump".',
    ],
    [
      "BackupResponse(job_id='x', created=datetime.datetime(2024, 2, 19))",
      'This is how Python prints an object, not JSON. Write the file with "json.dump".',
    ],
    [
      'jobId         : x\nstatus        : COMPLETE\n',
      'This is the output of Format-List, not JSON. Write the file with "ConvertTo-Json -Depth 10".',
    ],
    [
      'jobId status\n----- ------\nx     COMPLETE\n',
      'This is the output of Format-Table, not JSON. Write the file with "ConvertTo-Json -Depth 10".',
    ],
    [
      '<!DOCTYPE html>\n<html></html>',
      'This is HTML, not JSON. It may be an error page or a sign-in page: save the response of the API.',
    ],
    ...[
      "[\n  {\n    jobId: 'x',\n    options: [Object]\n  },\n  ... 12 more items\n]",
      "BackupResponse {\n  jobId: 'x',\n  status: 'COMPLETE'\n}",
      "[ { jobId: 'x', status: 'COMPLETE' } ]",
      'module.exports = { jobId: 1 };',
      'const backups = [{ "jobId": "x" }];',
    ].map(
      (text) =>
        [
          text,
          'This is JavaScript, as console.log prints an object, not JSON. Write the file with "JSON.stringify".',
        ] as const,
    ),
    ...[
      '[{JobId:x Status:COMPLETE}]',
      '&{JobId:x Status:COMPLETE}',
      '[map[jobId:x status:COMPLETE]]',
      '[BackupResponse(jobId=x, status=COMPLETE)]',
      "BackupResponse{jobId='x', status=DONE}",
      'BackupResponse{jobId=x}',
      'BackupResponse { JobId = x }',
      '{jobId=x, status=COMPLETE}',
      '[{"jobId"=>"x"}]',
      'Array\n(\n    [jobId] => x\n)\n',
    ].map(
      (text) =>
        [
          text,
          'This is how a program prints an object, not JSON. Write the file with the JSON library of its language.',
        ] as const,
    ),
    ...[
      'jobId,status,type\nx,y,z\n',
      '"jobId";"status";"x"\r\n',
      '#TYPE x\r\n"a","jobId","b"\r\n',
      'id\tstatus\tname\n',
    ].map(
      (text) =>
        [text, 'This is CSV, not JSON. Write the file with "ConvertTo-Json -Depth 10" instead of Export-Csv.'] as const,
    ),
    ...['- jobId: x\n  status: COMPLETE\n', '---\nbackups:\n  - jobId: x\n', 'jobId: x\noptions:\n- a\n'].map(
      (text) => [text, 'This is YAML, not JSON. Convert it, for example with "yq -o json".'] as const,
    ),
    ...[
      '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
      '#< CLIXML\r\n<Objs Version="1.1.0.1"></Objs>',
    ].map(
      (text) =>
        [
          text,
          'This is CLIXML, as Export-Clixml writes it, not JSON. Write the file with "ConvertTo-Json -Depth 10".',
        ] as const,
    ),
    ...['<?xml version="1.0"?>\n<a/>', '<backup id="1">'].map(
      (text) => [text, 'This is XML, not JSON. Save the response of the API as JSON.'] as const,
    ),
    ...['[{&quot;jobId&quot;:&quot;x&quot;}]', '{&#34;jobId&#34;:1}'].map(
      (text) =>
        [
          text,
          'This is text with HTML entities (&quot;) in place of quotes, not JSON. Save the response of the API instead of a page.',
        ] as const,
    ),
    [
      'StatusCode        : 200\r\nStatusDescription : OK\r\nContent           : [{"jobId":"x"}]\r\n',
      'This is the object of Invoke-WebRequest, not JSON. Save its Content, or use "Invoke-WebRequest -OutFile".',
    ],
    ...[
      '\u001b]0;title\u0007[{}]',
      '\u001b[?2004h{}',
      '\u001b]11;?\u001b\\\u001b[6n[{}]',
      '\u001b[200~[{}]\u001b[201~',
    ].map(
      (text) =>
        [
          text,
          'These are codes for a terminal, not JSON. Redirect what the program writes to a file, not what the terminal shows.',
        ] as const,
    ),
    ...['\u001f\ufffd\b', 'PK\u0003\u0004', 'BZh91AY', '\ufffd7zXZ', '(\ufffd/\ufffd'].map(
      (text) => [text, 'This is a compressed file (gzip, zip or another archive), not JSON. Unpack it first.'] as const,
    ),
    ['%PDF-1.7\n', 'This is a binary file, not JSON. Save the backup records as JSON.'],
    ...['[\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> x\n]', '[\n1\n=======\n2\n]', '[\n1\n>>>>>>> x\n]'].map(
      (text) =>
        [
          text,
          'Choose one side of this merge conflict, and delete its marks: until then, only its first side is checked.',
        ] as const,
    ),
    [
      '{\u00a0"name": 1 }',
      'Expected a property name in double quotes or "}" here, not the invisible character U+00A0. Delete it.',
    ],
    ['\ufeff{}', 'Expected a value here, not the invisible character U+FEFF. Delete it.'],
    ['{ \u201cname\u201d: 1 }', 'JSON requires straight double quotes, not U+201C.'],
    ['{', 'The text ends where a property name in double quotes or "}" is expected.'],
    ['["a]', 'This string is not closed: the quote at its end is missing.'],
    ['["a\\\n"]', 'This string is not closed: the quote at its end is missing.'],
    ['["a\tb"]', 'A control character in a string must be escaped, such as \\t or \\u0000.'],
    ['["\\x"]', 'JSON has no such escape in a string.'],
    [
      '[{"name":"Backup desk"},{"name":"Bac\nkup desk"}]',
      'The lines of this text were cut after 36 characters, as a console does. Save what the program writes to a file instead.',
    ],
  ],
};
