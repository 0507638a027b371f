import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Node } from 'jsonc-parser';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { type Definition, record, definition as schemaDefinition } from '../../src/model/schema.ts';
import { parse } from '../../src/record/parse/parse.ts';
import { nameMatchesSchema, propertyNames } from '../../src/record/property-name.ts';
import { isUnmistakableRecord } from '../../src/record/recognize.ts';
import { RecordValues } from '../../src/record/record-values.ts';
import { coveredByFirstLook, type Rule } from '../../src/record/rule.ts';
import { rules } from '../../src/record/rules/index.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

const coveredRules = (rules as readonly Rule[]).filter(({ passes }) => passes === coveredByFirstLook);

/** Asks every rule that the first look covers about the plain names and values of an object, and counts them. */
function checkPlain(object: Node, definition: Definition, values: RecordValues): number {
  let count = 0;
  for (const name of propertyNames(object, definition)) {
    if (nameMatchesSchema(name)) {
      count++;
      for (const { id, onName } of coveredRules)
        assert.equal(onName?.(name, values), undefined, `${id} flags the plain name in ${values.text}`);
    }
    const below = definition.property(name.known ?? name.text);
    if (below && name.value) count += checkPlainValue(name.value, below, values);
  }
  return count;
}

function checkPlainValue(value: Node, definition: Definition, values: RecordValues): number {
  const matchesSchema = values.matchesSchema(value, definition);
  for (const { id, onValue } of matchesSchema ? coveredRules : [])
    assert.equal(onValue?.(value, definition, values), undefined, `${id} flags ${values.literalOf(value)}`);
  const { items } = definition;
  const inList = items && value.type === 'array' ? (value.children ?? []) : [];
  const counts = inList.map((item) => checkPlainValue(item, items as Definition, values));
  const inside = definition.names ? checkPlain(value, definition, values) : 0;
  return Number(matchesSchema) + inside + counts.reduce((sum, count) => sum + count, 0);
}

test('no rule that the first look covers flags a plain name or a plain value by itself', () => {
  let count = 0;
  fc.assert(
    fc.property(anyRecord(), fc.constantFrom('root', 'list', 'line'), (values, container) => {
      const text = JSON.stringify(values);
      const root = parse(text);
      if (root) count += checkPlain(root, record, new RecordValues(text, { container, allowed: nothingAllowed }));
    }),
    { numRuns: runs(1_000) },
  );
  assert.ok(count > runs(3_000), `Only ${count} names and values were plain.`);
});

test('a value is plain if it is written as the schema wants it, and nothing can be wrong with it', () => {
  for (const [path, plain, others] of [
    ['name', ['""', '"x"'], ['5', 'null']],
    ['fileExists', ['true', 'false'], ['"true"', '0', 'null']],
    ['status', ['"FAILED"'], ['"failed"', '""', '5']],
    ['created', ['"2024-03-05T08:00:00Z"'], ['"2024-03-05"', '5']],
    ['totalObjectCount', ['0', '124', '123456789012345'], ['-1', '1.0', '1e1', '1234567890123456', '"1"', 'true']],
    ['jobId', ['"3469b87d-48ca-439a-868f-2160001da8c1"'], ['"x"', '""', '5']],
    ['options', ['{}', '{ "x": 1 }'], ['null', '[]']],
    ['options.includeTypes', ['[]', '[5]'], ['{}', '"ROLE"']],
  ] as const) {
    for (const text of [...plain, ...others]) {
      const root = parse(text);
      const values = new RecordValues(text, { container: 'root', allowed: nothingAllowed });
      const matchesSchema = root && values.matchesSchema(root, schemaDefinition(path));
      assert.equal(
        matchesSchema,
        plain.some((one) => one === text),
        `${path}: ${text}`,
      );
    }
  }
});

test('no rule says that what is plainly a record is none', () => {
  let count = 0;
  fc.assert(
    fc.property(anyRecord(), fc.constantFrom('root', 'list', 'line'), (values, container) => {
      const text = JSON.stringify(values);
      const root = parse(text);
      if (!root || !isUnmistakableRecord(root)) return;
      count++;
      const record = new RecordValues(text, { container, allowed: nothingAllowed });
      for (const { id, onItem } of rules as readonly Rule[]) {
        assert.equal(onItem?.(root, record), undefined, `${id} flags ${text}`);
      }
    }),
    { numRuns: runs(1_000) },
  );
  assert.ok(count > runs(100), `Only ${count} were plainly records.`);
});
