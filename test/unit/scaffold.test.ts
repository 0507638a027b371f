import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choices, onOneLine, recordSnippet, Verbatim } from '../../src/features/scaffold.ts';
import { valuesOf } from '../support/values.ts';

test('a record as a snippet has a tab stop for each value, in the order of the schema', () => {
  const snippet = recordSnippet({
    name: 'the "$best" }',
    totalObjectCount: 0,
    color: 'red',
    tenant: undefined,
    jobId: Verbatim.json('a $1'),
    status: 'FAILED',
    fileExists: false,
    isPartial: true,
    backupType: 'OTHER',
    created: new Verbatim('"$CURRENT_YEAR"'),
    options: { includeTypes: ['ROLE', '$x'] },
  });
  assert.deepEqual(snippet, [
    '{',
    '\t"jobId": "a \\$1",',
    `\t"status": "\${1|${from('status', 'FAILED')}|}",`,
    '\t"fileExists": ${2|false,true|},',
    '\t"created": "$CURRENT_YEAR",',
    '\t"name": "${3:the \\\\"\\$best\\\\" \\}}",',
    '\t"isPartial": ${4|true,false|},',
    '\t"backupType": "${5:OTHER}",',
    '\t"options": {',
    '\t\t"includeTypes": [',
    '\t\t\t"ROLE",',
    '\t\t\t"\\$x"',
    '\t\t]',
    '\t\\},',
    '\t"totalObjectCount": ${6:0}',
    '}',
  ]);
});

test('options that are null are written as such', () => {
  assert.deepEqual(recordSnippet({ options: null }), ['{', '\t"options": null', '}']);
});

test('a snippet on one line has a space in place of each line end and the tabs behind it', () => {
  assert.equal(onOneLine('{\n\t"a": {\n\t\t"b": "\\t"\n\t}\n}'), '{ "a": { "b": "\\t" } }');
});

test('an enum with one value has no tab stop', () => {
  const only = valuesOf('type').length === 1 ? 'BACKUP' : `\${1|${from('type', 'BACKUP')}|}`;
  assert.ok(recordSnippet({ type: 'BACKUP' }).includes(`\t"type": "${only}"`));
});

test('the choices of an enum start with the wanted one', () => {
  assert.equal(choices('hydrationStatus', 'NOT_HYDRATED'), `|${from('hydrationStatus', 'NOT_HYDRATED')}|`);
});

/** The values of an enum, one of them first. */
function from(path: string, first: string): string {
  return [first, ...valuesOf(path).filter((value) => value !== first)].join(',');
}
