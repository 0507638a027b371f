import { faulty, file, record, recordWith, repeat, type Shape } from './input.ts';

const json = 'a.backup-response.json';

/** Files with one long record, or with a few that have long lists. */
export const records: Readonly<Record<string, Shape>> = {
  'one-name': file(json, (count) => recordWith(repeat(count, () => '"name":"a"', ','))),
  'one-wrong-name': file(json, (count) => recordWith(repeat(count, () => '"Name":null', ','))),
  'options-again': file(json, (count) => recordWith(repeat(count, () => '"options":{"includeTypes":["ROLE"]}', ','))),
  'unknown-names': file(json, (count) => recordWith(repeat(count, (at) => `"jobName${at}":"x"`, ','))),
  'nearly-known-names': file(json, (count) => recordWith(repeat(count, (at) => `"statu${at}s":null`, ','))),
  'envelope-names': file(json, (count) => `{${repeat(count, (at) => `"page${at}":{"a":1}`, ',')}}`),
  'one-type': file(json, (count) => recordWith(types(repeat(count, () => '"ROLE"', ',')))),
  'cased-types': file(json, (count) => recordWith(types(repeat(count, () => '"role"', ',')))),
  'unknown-types': file(json, (count) => recordWith(types(repeat(count, (at) => `"X${at}"`, ',')))),
  'nearly-known-types': file(json, (count) => recordWith(types(repeat(count, (at) => `"SOURC${at % 7}"`, ',')))),
  'types-in-many-lines': file(
    json,
    (count) =>
      `[\n${repeat(count, (at) => record(at, { isPartial: true, options: { includeTypes: hundred } }), ',\n')}\n]`,
  ),
  'wrapped-types': file(json, (count) =>
    recordWith(`"options":{"includeTypes":{"value":[${repeat(count, () => '"role"', ',')}],"Count":1}}`),
  ),
  'null-items': file(json, (count) => recordWith(types(repeat(count, () => 'null', ',')))),
  'object-items': file(json, (count) => recordWith(types(repeat(count, () => '{"a":1}', ',')))),
  'unused-options': file(json, (count) =>
    recordWith(optionsFor(repeat(count, () => '"SOURCE":{"includedNames":[]}', ','))),
  ),
  'unknown-options': file(json, (count) =>
    recordWith(optionsFor(repeat(count, (at) => `"X${at}":{"includedName":null}`, ','))),
  ),
  'equal-names': file(json, (count) =>
    recordWith(optionsFor(`"ROLE":{"includedNames":[${repeat(count, () => '"Ada"', ',')}]}`)),
  ),
  'commented-names': file('a.backup-response.jsonc', (count) =>
    recordWith(repeat(count, (at) => `/* a */ "jobName${at}" /* b */ : null // c\n`, ',')),
  ),
  'commented-types': file('a.backup-response.jsonc', (count) =>
    recordWith(types(repeat(count, () => '/* a */ "ROLE" // b\n', ','))),
  ),
  'broken-types': file(json, (count) => recordWith(types(repeat(count, () => '"role" ', '')))),
  'broken-names': file(json, (count) => recordWith(repeat(count, (at) => `"Name${at}" null`, ','))),
  'broken-nulls': file(json, (count) => recordWith(`"name" null,${repeat(count, () => '"completed":null', ',')}`)),
  'unclosed-record': file(json, (count) => recordWith(types(repeat(count, () => '"role"', ','))).slice(0, -3)),
  'deep-brackets': file(json, (count) => recordWith(`"options":${'['.repeat(count)}${']'.repeat(count)}`)),
  'deep-objects': file(json, (count) => recordWith(`"options":${'{"a":'.repeat(count)}1${'}'.repeat(count)}`)),
  'deep-unclosed': file(json, (count) => recordWith(`"options":${'[{"a":'.repeat(count)}`)),
  'deep-wrappers': file(json, (count) => `${'{"value":['.repeat(count)}${faulty(0)}${'],"Count":1}'.repeat(count)}`),
  'long-string': file(json, (count) => `[${faulty(0)},${record(1, { name: 'a '.repeat(count) })}]`),
  'long-escapes': file(json, (count) => `[${faulty(0)},${recordWith(`"name":"${'\\"'.repeat(count)}"`)}]`),
  'long-digits': file(json, (count) => `[${faulty(0)},${recordWith(`"totalObjectCount":${'1'.repeat(count)}`)}]`),
  'long-time': file(json, (count) => record(0, { created: `2024-03-05T08:00:00.${'1'.repeat(count)}Z` })),
  'joined-types': file(json, (count) => record(0, { options: { includeTypes: 'ROLE '.repeat(count).trim() } })),
  'cut-off': file(json, (count) => record(0, { options: `@{${'includeTypes=System.Object[]; '.repeat(count)}}` })),
  'encoded-records': file(json, (count) => JSON.stringify(`[${repeat(count, record, ',')}]`)),
  'encoded-in-a-record': file(json, (count) => record(0, { options: `[${repeat(count, record, ',')}]` })),
};

function types(items: string): string {
  return `"options":{"includeTypes":[${items}]}`;
}

function optionsFor(entries: string): string {
  return `"options":{"includeTypes":["ROLE"],"objectOptions":{${entries}}}`;
}

const hundred = Array.from({ length: 100 }, (_, at) => `X${at}`);
