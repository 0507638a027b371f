import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onManyLines, onOneLine } from '../../src/json/format.ts';
import '../support/seed.ts';

test('JSON on many lines is laid out like JSON.stringify, and JSON on one line like people write it', () => {
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

test('a layout keeps the digits of integers', () => {
  assert.equal(onManyLines('{"a":9007199254740993}', '  '), '{\n  "a": 9007199254740993\n}');
});

test('a layout of thousands of brackets is indented by at most 64 spaces', () => {
  const json = `${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`;
  const lines = onManyLines(json, '  ').split('\n');
  assert.equal(lines.map((line) => line.trim()).join(''), json.replaceAll(':', ': '));
  assert.equal(Math.max(...lines.map((line) => line.length - line.trimStart().length)), 64);
});
