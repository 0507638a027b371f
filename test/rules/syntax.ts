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
    ['name: x\nstatus: y\n', 'There is no JSON in this text. A BackupResponse file holds backup records as JSON.'],
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
      'This is HTML, not JSON: perhaps an error page or a sign-in page. Save the response of the API.',
    ],
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
