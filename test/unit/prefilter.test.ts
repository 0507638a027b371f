import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import { mightHoldRecords } from '../../src/files/prefilter.ts';
import { isOursByContent } from '../../src/files/recognize.ts';
import { schemaId } from '../../src/model/schema-id.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

test('the prefilter lets every record through, however its names are written', () => {
  const separator = fc.constantFrom('', '', '_', '-', '. ', '\u200b', '\u00a0\ufeff');
  const disguise = fc.tuple(fc.boolean(), separator, separator, fc.boolean());
  let records = 0;
  fc.assert(
    fc.property(anyRecord(), disguise, (record, [isUpper, before, after, isEscaped]) => {
      const text = JSON.stringify(record).replace(/"([a-z]\w+)":/gi, (_, name: string) => {
        const letters = [...(isUpper ? name.toUpperCase() : name)];
        const written = `${before}${letters.join(before === '' ? after : '')}${after}`;
        return `"${isEscaped ? written.replace('I', '\\u0049') : written}":`;
      });
      if (!isOursByContent(text)) return;
      records++;
      assert.ok(mightHoldRecords(text), text);
    }),
    { numRuns: runs(1_000) },
  );
  assert.ok(records > runs(300), `only ${records} were records, too few to prove anything`);
});

for (const text of ['', '{}', '{ "name": "x", "type": "BACKUP" }', '{ "description": "the jobId of a backup" }']) {
  test(`the prefilter rules out "${text}"`, () => assert.equal(mightHoldRecords(text), false));
}

test('the schema has the id that the code expects', () => assert.equal(schemaId, schema.$id));
