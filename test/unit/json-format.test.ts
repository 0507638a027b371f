import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onManyLines, onOneLine } from '../../src/json/format.ts';
import '../support/seed.ts';

test('JSON on many lines is what JSON.stringify writes, and on one line what people write', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(1, 2, '\t'), (value, space) => {
      const unit = typeof space === 'number' ? ' '.repeat(space) : space;
      const json = JSON.stringify(value);
      assert.equal(onManyLines(json, unit), JSON.stringify(value, undefined, space));
      assert.equal(onManyLines(onOneLine(json), unit), JSON.stringify(value, undefined, space));
      assert.ok(!onOneLine(json).includes('\n'));
    }),
  );
  assert.equal(onOneLine('{"a":[1,{"b":"x, y"}],"c":{},"d":[ ]}'), '{ "a": [1, { "b": "x, y" }], "c": {}, "d": [] }');
});

test('integers keep their digits', () => {
  assert.equal(onManyLines('{"a":9007199254740993}', '  '), '{\n  "a": 9007199254740993\n}');
});

test('JSON with thousands of brackets is laid out too, and moved in no further than anybody reads', () => {
  const json = `${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`;
  const lines = onManyLines(json, '  ').split('\n');
  assert.equal(lines.map((line) => line.trim()).join(''), json.replaceAll(':', ': '));
  assert.equal(Math.max(...lines.map((line) => line.length - line.trimStart().length)), 64);
});
