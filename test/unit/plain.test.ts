import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { JsonReader } from '../../src/json/json-reader.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

const reader = new JsonReader();

function read(text: string, deepest = 32): Node | undefined {
  return reader.read(text, deepest);
}

/** What a tree says, in the order of the text: each node with the one that it stands in, and without the colons' places. */
function said(node: Node | undefined, parent?: Node): unknown {
  if (!node) return undefined;
  assert.equal(node.parent, parent);
  const { type, offset, length, value, children } = node;
  return { type, offset, length, value, children: children?.map((child) => said(child, node)) };
}

const spaces = fc.constantFrom('', ' ', '\n', '\t', '\r\n  ');

test('plain JSON gives the same nodes as jsonc-parser', () => {
  const json = fc.oneof(anyRecord(), fc.jsonValue({ stringUnit: 'binary' }));
  fc.assert(
    fc.property(json, spaces, spaces, (value, space, around) => {
      const text = around + JSON.stringify(value, undefined, space) + around;
      const node = read(text);
      assert.ok(node, 'it is plain');
      assert.deepEqual(said(node), said(parseTree(text)));
    }),
    { numRuns: runs(1_000) },
  );
});

test('a text that is read has no syntax errors, and gives the same nodes as jsonc-parser', () => {
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
      if (!reader.hasExtensions) assert.doesNotThrow(() => JSON.parse(text), text);
      else assert.throws(() => JSON.parse(text), text);
      const errors: ParseError[] = [];
      assert.deepEqual(said(node), said(parseTree(text, errors, { allowTrailingComma: true })));
      assert.deepEqual(errors, [], text);
    }),
    { numRuns: runs(2_000) },
  );
  assert.ok(count > runs(100), `only ${count} were read: nothing is proved`);
});

for (const text of [
  '-0',
  '1e400',
  '10.50E-2',
  '"\\ud83d\\ude80 \\/Date(0)\\/"',
  '"é 山"',
  'null',
  ' [ ] ',
  '{"a":{},"a":[]}',
  '[1,]',
  '{"a":1,}',
  '// x\n1',
  '{ // x\r "a" /* : */ : /* 1 */ 1 /**/, }/***/',
]) {
  test(`${JSON.stringify(text)} is read`, () =>
    assert.deepEqual(said(read(text)), said(parseTree(text, [], { allowTrailingComma: true }))));
}

for (const text of [
  '',
  '01',
  '1.',
  '.5',
  '+1',
  'nul',
  'truely',
  '"a\nb"',
  '"\\x"',
  '"a',
  '[,]',
  '[1,,]',
  '{"a"}',
  '{a:1}',
  '1 2',
  '/*/1',
  '1 /* x',
  '1 / 2',
  '[1',
  ']',
]) {
  test(`${JSON.stringify(text)} is not read`, () => assert.equal(read(text), undefined));
}

test('text that is too deep or too long is not read', () => {
  assert.ok(read('[[{}]]', 3));
  assert.equal(read('[[{}]]', 2), undefined);
  assert.equal(read(`"${'x'.repeat(300_000)}"`), undefined);
  assert.equal(read('['.repeat(20_000)), undefined);
});
