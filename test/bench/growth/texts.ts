import { faulty, file, record, recordWith, repeat, type Shape } from './input.ts';

const json = 'a.backup-response.json';

/** Tokens that may be repeated around records and in them, by the name of its shapes. */
const tokens: Readonly<Record<string, string>> = {
  brace: '{',
  bracket: '[',
  'closing-brace': '}',
  'closing-bracket': ']',
  comma: ',',
  quote: '"',
  'open-comment': '[1 /*\n',
  'open-comments': '/* ',
  'line-comment': '//\n',
  comment: '/**/ ',
  slash: '/',
  tab: '\t',
  'blank-line': '\n',
  'spaced-line': ' \n ',
  'log-line': '[INFO] read 1 record\n',
  'object-line': '{0} of {1}\n',
  'list-line': '[1, 2]\n',
  'string-line': '["a\n',
  'header-line': 'x-request-id: 1\n',
  name: '"a":',
  unseen: '\u200b',
  colour: '\u001b[0m',
  fence: '```\n',
  'wrong-quote': '\u201ca\u201d ',
};

/** Texts that are not JSON, or not only: their cost is that of finding the JSON among them. */
export const texts: Readonly<Record<string, Shape>> = {
  ...shapesOf('before', (token, count) => `x\n${token.repeat(count)}\n[${faulty(0)}]`),
  ...shapesOf('inside', (token, count) => recordWith(`"name": ${token.repeat(count)} "x" /* a */, "completed": null`)),
  ...shapesOf('behind', (token, count) => `[${faulty(0)}]\n${token.repeat(count)}`),
  'braces-and-brackets': file(json, (count) => recordWith(`"name": ${'{'.repeat(count)}${']'.repeat(count)}`)),
  python: file(json, (count) => `[${repeat(count, (at) => pythonOf(faulty(at)), ', ')}]`),
  'python-lines': file(json, (count) => repeat(count, (at) => pythonOf(faulty(at)), '\n')),
  powershell: file(json, (count) =>
    repeat(
      count,
      () =>
        '$o = Initialize-BackupOptions -IncludeTypes @("ROLE")\nInitialize-BackupResponse -Status "DONE" -Options $o\n',
    ),
  ),
  'powershell-objects': file(json, (count) => repeat(count, () => "@{ jobId = 'a'; status = 'DONE' },\n")),
  'format-list': file(json, (count) => repeat(count, () => 'JobId  : a\nStatus : COMPLETE\n\n')),
  'format-table': file(json, (count) => `JobId Status\n----- ------\n${repeat(count, () => 'a     COMPLETE\n')}`),
  markdown: file(json, (count) => repeat(count, (at) => `Text\n\n\`\`\`json\n${record(at)}\n\`\`\`\n`)),
  'lines-in-markdown': file(json, (count) => `\`\`\`\n${repeat(count, record, '\n')}\n\`\`\`\n`),
  responses: file(json, (count) => repeat(count, (at) => `HTTP/1.1 200 OK\nx-id: 1\n\n[${faulty(at)}]\n`)),
};

function shapesOf(place: string, write: (token: string, count: number) => string): Record<string, Shape> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [`${name}-${place}`, file(json, (count) => write(token, count))]),
  );
}

/** A record as Python prints it. */
function pythonOf(json: string): string {
  return json.replaceAll('"', "'").replaceAll(':null', ':None').replaceAll(':true', ':True');
}
