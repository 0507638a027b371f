import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Node, type ParseError, parse as parseJson, parseTree } from 'jsonc-parser';
import { JsonReader } from '../../src/json/json-reader.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { type Definition, record } from '../../src/model/schema.ts';
import { cleanRecordAt } from '../../src/record/first-look/clean-record.ts';
import { UsualPattern } from '../../src/record/first-look/usual-pattern.ts';
import { jobKey } from '../../src/record/job-key.ts';
import { endOfObject } from '../../src/record/parse/end-of-value.ts';
import { isJsonWithComments, parse } from '../../src/record/parse/parse.ts';
import { nameMatchesSchema, propertyNames } from '../../src/record/property-name.ts';
import { isUnmistakableRecord } from '../../src/record/recognize.ts';
import { RecordValues } from '../../src/record/record-values.ts';
import type { Rule } from '../../src/record/rule.ts';
import { type RuleId, rules } from '../../src/record/rules/index.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { findingsOf, wrongIn } from '../support/findings.ts';
import { runs } from '../support/runs.ts';

/* Most records are valid, and the check takes shorter ways for them. Each gives the same result as the longest way. */

const allRules: readonly Rule[] = rules;
/** The rules that can flag a record whose names and values match the schema. */
const passingRules = allRules.filter(({ passes }) => passes);

/** Recognizes records with the names of a text in their order. */
function patternFor(text: string): UsualPattern {
  const pattern = new UsualPattern();
  const root = parse(text);
  if (root) for (let count = 0; count < 20; count++) pattern.note(root);
  return pattern;
}

function assertClean(text: string): void {
  assert.equal(patternFor(text).at(text, 0, false)?.text, text);
  assert.deepEqual(wrongIn(text), []);
}

function assertCleanWithComments(text: string): void {
  assert.equal(patternFor(text).at(text, 0, true)?.text, text);
  assert.equal(patternFor(text).at(text, 0, false), undefined);
}

/** A record without findings. */
const right: Readonly<Record<string, unknown>> = {
  jobId: '3469b87d-48ca-439a-868f-2160001da8c1',
  status: 'COMPLETE',
  tenant: 'acme-solar',
  created: '2021-05-11T22:23:16Z',
  completed: '2021-05-11T22:30:48Z',
  isPartial: true,
  options: { includeTypes: ['ROLE'] },
  totalObjectCount: 7,
};

const spaces = fc.constantFrom('', ' ', '\n', '\t', '\r\n  ');
const spacesAndComments = fc.oneof(spaces, fc.constantFrom('//"\n', ' /*\n* */ '));
const noise = fc.constantFrom(
  '"',
  '\\',
  ',',
  ':',
  '{',
  '}',
  '[',
  ']',
  '0',
  '-',
  'Z',
  '\n',
  '\u0000',
  '//',
  '/* x\n */',
  '// x\n',
  'null',
  '"x": 1, ',
  '"status": "FAILED", ',
);

const damages = fc.option(fc.tuple(fc.nat(), noise, fc.nat(2)));

test('the first look accepts only records without findings, and finds their ends', () => {
  let clean = 0;
  fc.assert(
    fc.property(anyRecord(), spacesAndComments, damages, fc.boolean(), (record, space, damage, mayHaveComments) => {
      let text = JSON.stringify(record, undefined, space);
      if (damage) {
        const at = damage[0] % text.length;
        text = text.slice(0, at) + damage[1] + text.slice(at + damage[2]);
      }
      const found = cleanRecordAt(`${text}, {`, 0, mayHaveComments);
      if (!found) return;
      clean++;
      const read = text.slice(0, found.length);
      const wrong = wrongIn(read).filter(({ rule }) => rule !== 'syntax' || !mayHaveComments);
      assert.deepEqual(wrong, [], read);
      assert.ok(!mayHaveComments || isJsonWithComments(read), read);
      assert.equal(endOfObject(text, 0, true), found.length);
      const { jobId } = parseJson(read);
      assert.equal(found.jobKey, jobId === undefined ? 0 : jobKey(jobId));
      if (jobId) assert.ok(read.startsWith(`"${jobId}"`, found.jobIdOffset));
    }),
    { numRuns: runs(4_000) },
  );
  assert.ok(clean > runs(100), `only ${clean} records were clean, which proves nothing`);
});

test('a rule that passes a record has nothing to report in it', () => {
  const pattern = new UsualPattern();
  const passed = new Map<string, number>();
  fc.assert(
    fc.property(anyRecord(), (values) => {
      const text = JSON.stringify(values);
      const matched = pattern.at(text, 0, false);
      if (!matched) return;
      const wrong = new Set(wrongIn(text).map(({ rule }) => rule));
      for (const { id, passes } of passingRules) {
        if (!passes?.(matched)) continue;
        passed.set(id, (passed.get(id) ?? 0) + 1);
        assert.ok(!wrong.has(id as RuleId), `the rule "${id}": its "passes" is wrong about ${text}`);
      }
    }),
    { numRuns: runs(2_000) },
  );
  for (const { id } of passingRules) {
    assert.ok((passed.get(id) ?? 0) > runs(60), `"${id}" passed too few records`);
  }
});

test('a right record is clean at first look', () => {
  for (const text of [
    '{}',
    '{ "created": "2021-05-31T22:23:16Z", "modified": "2021-05-31T22:23:16.5Z", "completed": "2021-06-30T00:00:00Z" }',
    '{ "created": "2021-05-31T22:23:16Z", "modified": "2021-05-31T22:23:16Z" }',
    '{ "created": "1970-01-01T00:00:01Z", "modified": "1970-01-01T00:00:01.5Z", "completed": "1970-01-02T00:00:00Z" }',
    '{ "created": "1970-01-01T00:00:00.5Z" }',
    '{ "isPartial": false, "options": {} }',
    '{ "isPartial": false, "options": { "includeTypes": [] } }',
    '{ "options": null, "totalObjectCount": 0, "isPartial": false }',
    '{ "options": { "objectOptions": { "ROLE": { "includedNames": ["a", "b"] }, "TAG": {} }, "includeTypes": ["TAG", "ROLE"] } }',
  ])
    assertClean(text);
});

test('records in any order of names are clean at first look once some of them have been read', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.keys(right)), (names) => {
      assertClean(JSON.stringify(Object.fromEntries(names.map((name) => [name, right[name]]))));
    }),
  );
});

test('a record with comments is clean where JSON may have them, and nowhere else', () => {
  assertCleanWithComments('{ // Kept for the audit.\n"name": "x", /* , */\n // x\n "options": null /*\n*/ }');
});

test('a record with a trailing comma is clean where JSON may have comments, and nowhere else', () => {
  assertCleanWithComments('{ "name": "x", "options": { "includeTypes": ["ROLE", ], }, }');
});

test('two clean records with the same id have a finding at the later, which points to the earlier', () => {
  const text =
    '[{ "name": "a", "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }, { "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }]';
  const [finding, ...others] = findingsOf(text);
  assert.deepEqual(others, []);
  assert.ok(finding?.rule === 'duplicate-job-id');
  const { offset, length } = finding.earlier;
  assert.equal(text.slice(offset, offset + length), '"3469b87d-48ca-439a-868f-2160001da8c1"');
  assert.ok(offset < finding.offset);
});

const unaskedRules = allRules.filter(({ passes }) => !passes);

/** Asks the rules without `passes` about the names and values of an object that match the schema, and counts these. */
function checkPlain(object: Node, definition: Definition, values: RecordValues): number {
  let count = 0;
  for (const name of propertyNames(object, definition)) {
    if (nameMatchesSchema(name)) {
      count++;
      for (const { id, onName } of unaskedRules)
        assert.equal(onName?.(name, values), undefined, `${id} flags the plain name in ${values.text}`);
    }
    const below = definition.property(name.known ?? name.text);
    if (below && name.value) count += checkPlainValue(name.value, below, values);
  }
  return count;
}

function checkPlainValue(value: Node, definition: Definition, values: RecordValues): number {
  const matchesSchema = values.matchesSchema(value, definition);
  for (const { id, onValue } of matchesSchema ? unaskedRules : [])
    assert.equal(onValue?.(value, definition, values), undefined, `${id} flags ${values.literalOf(value)}`);
  const { items } = definition;
  const inList = items && value.type === 'array' ? (value.children ?? []) : [];
  const counts = inList.map((item) => checkPlainValue(item, items as Definition, values));
  const inside = definition.names ? checkPlain(value, definition, values) : 0;
  return Number(matchesSchema) + inside + counts.reduce((sum, count) => sum + count, 0);
}

test('a rule that is not asked about plain names and values would not flag any', () => {
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

test('an object that is plainly a record is a record to every rule', () => {
  let count = 0;
  fc.assert(
    fc.property(anyRecord(), fc.constantFrom('root', 'list', 'line'), (values, container) => {
      const text = JSON.stringify(values);
      const root = parse(text);
      if (!root || !isUnmistakableRecord(root)) return;
      count++;
      const record = new RecordValues(text, { container, allowed: nothingAllowed });
      for (const { id, onItem } of allRules) {
        assert.equal(onItem?.(root, record), undefined, `${id} flags ${text}`);
      }
    }),
    { numRuns: runs(1_000) },
  );
  assert.ok(count > runs(100), `Only ${count} were plainly records.`);
});

const jsonReader = new JsonReader();

function read(text: string, deepest = 32): Node | undefined {
  return jsonReader.read(text, deepest);
}

/** The nodes of a tree, in the order of the text, without the offsets of colons. */
function nodesOf(node: Node | undefined, parent?: Node): unknown {
  if (!node) return undefined;
  assert.equal(node.parent, parent);
  const { type, offset, length, value, children } = node;
  return { type, offset, length, value, children: children?.map((child) => nodesOf(child, node)) };
}

test('the reader of JSON gives the same nodes as jsonc-parser', () => {
  const json = fc.oneof(anyRecord(), fc.jsonValue({ stringUnit: 'binary' }));
  fc.assert(
    fc.property(json, spaces, spaces, (value, space, around) => {
      const text = around + JSON.stringify(value, undefined, space) + around;
      const node = read(text);
      assert.ok(node, 'it is valid');
      assert.deepEqual(nodesOf(node), nodesOf(parseTree(text)));
    }),
    { numRuns: runs(1_000) },
  );
});

test('the reader of JSON reads only text without syntax errors, with the same nodes as jsonc-parser', () => {
  const damage = fc.tuple(
    fc.nat(),
    fc.constantFrom(...'"\\,:{}[]0-.eZ\n\u0000\ttn/+', '//', '/**/', '/* x */'),
    fc.nat(2),
  );
  let count = 0;
  fc.assert(
    fc.property(anyRecord(), spaces, damage, (record, space, [place, noise, gone]) => {
      const sound = JSON.stringify(record, undefined, space);
      const at = place % sound.length;
      const text = sound.slice(0, at) + noise + sound.slice(at + gone);
      const node = read(text);
      if (!node) return;
      count++;
      if (!jsonReader.hasExtensions) assert.doesNotThrow(() => JSON.parse(text), text);
      else assert.throws(() => JSON.parse(text), text);
      const errors: ParseError[] = [];
      assert.deepEqual(nodesOf(node), nodesOf(parseTree(text, errors, { allowTrailingComma: true })));
      assert.deepEqual(errors, [], text);
    }),
    { numRuns: runs(2_000) },
  );
  assert.ok(count > runs(100), `only ${count} were read: nothing is proved`);
});

test('the reader of JSON takes comments and trailing commas, and nothing else beside JSON', () => {
  for (const text of ['[1,]', '{"a":1,}', '// x\n1', '{ // x\r "a" /* : */ : /* 1 */ 1 /**/, }/***/'])
    assert.deepEqual(nodesOf(read(text)), nodesOf(parseTree(text, [], { allowTrailingComma: true })), text);
  for (const text of [
    '',
    '[,]',
    '[1,,]',
    '{"a"}',
    '{a:1}',
    '1 2',
    '01',
    '"a\nb"',
    '/*/1',
    '1 /* x',
    '1 / 2',
    '[1',
    ']',
  ])
    assert.equal(read(text), undefined, text);
});

test('the reader of JSON refuses text that is too deep or too long', () => {
  assert.ok(read('[[{}]]', 3));
  assert.equal(read('[[{}]]', 2), undefined);
  assert.equal(read(`"${'x'.repeat(300_000)}"`), undefined);
  assert.equal(read('['.repeat(20_000)), undefined);
});
