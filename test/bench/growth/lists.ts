import { encode } from '../../../src/files/encoding.ts';
import { generate } from '../generate.ts';
import { faulty, file, fileOf, jobId, record, repeat, type Shape } from './input.ts';

const json = 'a.backup-response.json';
const jsonc = 'a.backup-response.jsonc';
const lines = 'a.backup-response.jsonl';

/** Files with many records, by the text around these. */
export const lists: Readonly<Record<string, Shape>> = {
  'valid-list': file(json, (count) => generate({ records: count, faulty: 0 })),
  'faulty-list': file(json, (count) => generate({ records: count, faulty: 100 })),
  'valid-one-line': file(json, (count) => generate({ records: count, faulty: 0, layout: 'minified' })),
  'one-line': file(json, (count) => `[${repeat(count, faulty, ',')}]`),
  'every-fault-one-line': file(json, (count) => generate({ records: count, faulty: 100, layout: 'minified' })),
  'json-lines': file(lines, (count) => generate({ records: count, faulty: 100, layout: 'lines' })),
  'several-lines': file(lines, (count) => generate({ records: count, faulty: 100 })),
  envelope: file(json, (count) => generate({ records: count, faulty: 100, layout: 'page' })),
  'envelope-in-a-line': file(lines, (count) => `{"count":${count},"items":[${repeat(count, faulty, ',')}]}\n`),
  'envelope-in-a-list': file(json, (count) => `[{"items":[${repeat(count, faulty, ',')}]}]`),
  pages: file(lines, (count) => repeat(count, () => `{"count":25,"items":[${repeat(25, faulty, ',')}]}\n`)),
  'pages-in-a-list': file(json, (count) => `[${repeat(count, () => `{"items":[${repeat(25, faulty, ',')}]}`, ',\n')}]`),
  'nested-envelopes': file(
    json,
    (count) => `${repeat(count, () => '{"response":')}${record(0)}${repeat(count, () => '}')}`,
  ),
  'envelopes-in-a-list': file(
    json,
    (count) => `[${repeat(count, (at) => `{"response":{"data":${faulty(at)}}}`, ',')}]`,
  ),
  'property-before-envelope': file(
    json,
    (count) => `{${repeat(count, (at) => `"h${at}":"x"`, ',')},"items":[${repeat(count, faulty, ',')}]}`,
  ),
  'wrapped-one-line': file(json, (count) => `{"value":[${repeat(count, faulty, ',')}],"Count":${count}}`),
  'wrapped-in-a-line': file(lines, (count) => `{"value":[${repeat(count, faulty, ',')}],"Count":${count}}\n`),
  'by-id': file(json, (count) => `{${repeat(count, (at) => `"${jobId(at)}":${record(at)}`, ',')}}`),
  'equal-ids': file(json, (count) => `[\n${repeat(count, () => record(0), ',\n')}\n]`),
  'equal-ids-one-line': file(json, (count) => `[${repeat(count, () => record(0), ',')}]`),
  concatenated: file(json, (count) => repeat(count, faulty)),
  'without-commas': file(json, (count) => `[\n${repeat(count, faulty, '\n')}\n]`),
  'lists-in-lines': file(json, (count) => repeat(count, (at) => `[${faulty(at)}]`, '\n')),
  'crlf-list': file(json, (count) => generate({ records: count, faulty: 100 }).replaceAll('\n', '\r\n')),
  'utf-16': file(json, (count) => encode(generate({ records: count, faulty: 100 }), 'utf-16le')),
  'wrong-bytes-in-lines': file(lines, (count) =>
    Buffer.from(
      repeat(count, (at) => record(at, { status: 'COMPLETED', name: 'K\u00fcche' }), '\n'),
      'latin1',
    ),
  ),
  'wrong-bytes': file(json, (count) =>
    Buffer.from(`[${repeat(count, (at) => record(at, { status: 'COMPLETED', name: 'K\u00fcche' }), ',')}]`, 'latin1'),
  ),
  'lost-quotes': file(json, (count) => generate({ records: count, faulty: 0 }).replaceAll('"status": "', '"status": ')),
  'lost-quotes-in-lines': file(lines, (count) => repeat(count, (at) => `${faulty(at).replace('","type', ',"type')}\n`)),
  'lost-brackets': file(json, (count) => `[\n${repeat(count, (at) => faulty(at).slice(0, -1), ',\n')}\n]`),
  'comments-list': file(
    jsonc,
    (count) =>
      `[\n${repeat(count, (at) => `// one\n${faulty(at).replaceAll(',', ', /* two */\n')} // three`, ',\n')}\n]`,
  ),
  'comments-one-line': file(jsonc, (count) => `[${repeat(count, (at) => `/* one */${faulty(at)}`, ',')}]`),
  'comments-valid': file(jsonc, (count) => `[\n${repeat(count, (at) => `// one\n${record(at)}`, ',\n')}\n]`),
  'nulls-one-line': file(
    json,
    (count) =>
      `[${repeat(count, (at) => record(at, { completed: null, name: '', options: null, modified: null }), ',')}]`,
  ),
  foreign: file(json, (count) => `[${repeat(count, (at) => `{"jobType":"BACKUP","id":"${at}"}`, ',\n')}]`),
  words: file(json, (count) => `[${repeat(count, (at) => `"${at}"`, ',')}]`),
  'numbers-in-lines': file(lines, (count) => repeat(count, (at) => `${at} x\n`)),
  'many-files': (count) => Array.from({ length: count }, (_, at) => fileOf(`${at}.${json}`, `[${faulty(at)}]\n`)),
};
