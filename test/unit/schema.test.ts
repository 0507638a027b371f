import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import type { Span } from '../../src/json/span.ts';
import { allDefinitions, define, definition, isObjectType, recordNames } from '../../src/model/schema.ts';
import { sourceOfUnlisted } from '../../src/model/unlisted-names.ts';
import { isDateTime } from '../../src/record/times/date-time.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { findingsOf } from '../support/findings.ts';
import { runs } from '../support/runs.ts';

/** Strict, so that it throws where the schema has a word that is not JSON Schema's. */
const ajv = new Ajv({ strict: true, formats: { 'date-time': isDateTime, int64: true } });
const validate = ajv.compile(schema);

test('the schema accepts a record, a list of records, and $schema only at the root of a record', () => {
  assert.ok(validate({}) && validate([]) && validate([{ jobId: 'x', options: null }]) && validate({ $schema: 'x' }));
  assert.ok(!validate([{ $schema: 'x' }]) && !validate('x') && !validate([[]]) && !validate({ message: 'x' }));
});

test('every property and every value has a description, and the examples are valid', () => {
  for (const { path, schema: node } of allDefinitions.values()) {
    assert.ok(node.title && node.description, path);
    if (node.enum)
      assert.deepEqual(
        node.oneOf?.map((one) => one.const),
        node.enum,
        path,
      );
    for (const { const: value, description } of node.oneOf ?? [])
      assert.ok(description.length > 20, `${path} ${value}`);
  }
  for (const name of recordNames) {
    const { default: value, examples = [value] } = schema.definitions.BackupResponse.properties[name as 'name'] as {
      default?: unknown;
      examples?: unknown[];
    };
    for (const example of examples) assert.ok(example === undefined || validate({ [name]: example }), name);
  }
});

test('the schema requires no UUID and no minimum, like the API', () => {
  assert.doesNotMatch(JSON.stringify(schema), /"(?:uuid|minimum|pattern|required)"/);
});

/** The rules that repeat the schema. */
const schemaRules = new Set(['type', 'enum', 'date-time', 'null-value', 'empty-value', 'unlisted', 'unknown-property']);
const moreRules = [
  'not-a-record',
  'envelope',
  'powershell-value',
  'property-case',
  'powershell-date',
  'powershell-depth',
  'powershell-array',
  'foreign-file',
];

test('a record breaks a rule of the schema if and only if ajv rejects it', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      const findings = findingsOf(JSON.stringify(record));
      const refused = findings.filter(({ rule }) => schemaRules.has(rule) || moreRules.includes(rule));
      // An empty job id is a string all the same.
      const isFound = refused.some((finding) => !(finding.rule === 'empty-value' && finding.path === 'jobId'));
      assert.equal(isFound, !validate(record), `${JSON.stringify(record)}\n${JSON.stringify(findings)}`);
    }),
    { numRuns: runs(1_000) },
  );
});

const service = getLanguageService({});
const uri = 'backup-response://strict';
service.configure({ schemas: [{ uri, fileMatch: ['*'], schema: JSON.parse(JSON.stringify(schema)) }] });

/** Where VS Code's JSON service sees a value of the wrong type, or one that an enum does not allow. */
async function rangesOfService(text: string): Promise<Set<string>> {
  const document = TextDocument.create('file:///x.json', 'json', 1, text);
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  const wrong = diagnostics.filter(
    ({ code, message }) => code === enumMismatch || String(message).startsWith('Incorrect type'),
  );
  return new Set(wrong.map(({ range }) => `${document.offsetAt(range.start)}-${document.offsetAt(range.end)}`));
}

function rangeOf({ offset, length }: Span): string {
  return `${offset}-${offset + length}`;
}

/** `ErrorCode.EnumValueMismatch` of vscode-json-languageservice. */
const enumMismatch = 1;

test('type and enum have the ranges of VS Code’s JSON service with the strict schema', async () => {
  await fc.assert(
    fc.asyncProperty(anyRecord({ withOddNames: false }), async (record) => {
      const text = JSON.stringify(record);
      const ranges = await rangesOfService(text);
      const all = findingsOf(text);
      // The service does not look into a list that Windows PowerShell wrapped.
      const wrapped = all.filter(({ rule }) => rule === 'powershell-array');
      const isWithin = (inner: Span) =>
        wrapped.some(({ offset, length }) => offset < inner.offset && inner.offset < offset + length);
      const findings = all
        .filter((finding) => !isWithin(finding))
        .map((finding) => ({ ...finding, range: rangeOf(finding) }));
      for (const { rule, range } of findings) {
        if (rule === 'type' || rule === 'enum') assert.ok(ranges.has(range), `${rule} ${range}\n${text}`);
      }
      const flagged = new Set(findings.map(({ range }) => range));
      for (const range of ranges) assert.ok(flagged.has(range), `${range}\n${text}`);
    }),
    { numRuns: runs(1_000) },
  );
});

test('unlisted names and values are not in the schema', () => {
  for (const { path, values, names } of allDefinitions.values()) {
    for (const name of [...(values?.all ?? []), ...(names?.all ?? [])])
      assert.equal(sourceOfUnlisted(path, name), undefined);
  }
});

test('the object types are those of the schema and the known ones that it lacks', () => {
  const types = ['ROLE', 'CONNECTOR_RULE', 'role', 'hasOwnProperty', '', 5, null].filter(isObjectType);
  assert.deepEqual(types, ['ROLE', 'CONNECTOR_RULE']);
});

test('a path of the schema has exactly one definition', () => {
  assert.throws(() => define('jobId', { type: 'integer' }), /The schema defines "jobId" twice/);
  assert.throws(() => definition('job'), /The schema defines no "job"/);
});
