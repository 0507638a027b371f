import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Encoding, encode } from '../../src/files/encoding.ts';
import { mightBeMisread, misreading } from '../../src/files/misread.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

/** VS Code's names for our encodings, and the decoders for its names. */
const written: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf8',
  'utf-8 with BOM': 'utf8bom',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  'utf-16le without BOM': 'utf16le',
  'utf-16be without BOM': 'utf16be',
};
const opened: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  windows1251: 'windows-1251',
  windows1252: 'windows-1252',
  iso885915: 'iso-8859-15',
  gbk: 'gbk',
  shiftjis: 'shift_jis',
};
const family = (name: string) => name.replace('bom', '');
const encodings = Object.keys(written) as Encoding[];

function shown(bytes: Uint8Array, name: string): string {
  return new TextDecoder(opened[name]).decode(bytes);
}

/** Any JSON, in the layouts that tools write. */
const anyJson = fc
  .tuple(fc.oneof(anyRecord(), fc.array(anyRecord()), fc.jsonValue()), fc.constantFrom(undefined, 2, '\t'))
  .map(([value, indent]) => JSON.stringify(value, undefined, indent));
/** Records start with a bracket, maybe after white space. */
const anyRecords = fc
  .tuple(fc.oneof(anyRecord(), fc.array(anyRecord())), fc.constantFrom('', ' ', '\n', '\r\n  ', '\t\n'))
  .map(([value, space]) => space + JSON.stringify(value, undefined, 1));

test('records that were opened in the wrong encoding are detected, with the correct one', () => {
  fc.assert(
    fc.property(
      anyRecords,
      fc.constantFrom(...encodings),
      fc.constantFrom(...Object.keys(opened)),
      (text, encoding, name) => {
        const isAsciiAlone = encoding === 'utf-8' && !name.startsWith('utf') && !/[^\0-\x7f]/.test(text);
        fc.pre(family(written[encoding]) !== family(name) && !isAsciiAlone);
        const bytes = encode(text, encoding);
        assert.deepEqual(misreading(bytes, name), { encoding: written[encoding], text, brokenAt: [] });
        assert.ok(mightBeMisread(shown(bytes, name), name), 'the file is not read');
      },
    ),
    { numRuns: runs(1_000) },
  );
});

test('a file that was opened in the correct encoding is not misread', () => {
  fc.assert(
    fc.property(anyJson, fc.constantFrom(...encodings), (text, encoding) => {
      fc.pre(text.length > 1);
      assert.equal(misreading(encode(text, encoding), written[encoding]), undefined);
    }),
    { numRuns: runs(1_000) },
  );
});

test('valid JSON is not suspected to be misread', () => {
  fc.assert(
    fc.property(anyJson, fc.constantFrom('utf8', 'utf8bom', 'utf16le', 'utf16be'), (text, name) => {
      fc.pre(!text.includes('\ufffd'));
      assert.equal(mightBeMisread(text, name), false);
    }),
  );
  assert.equal(mightBeMisread('{ "name": "x" }', 'windows1252'), false);
});

test('a letter that is not ASCII means a wrong encoding only at the start', () => {
  const mightBe = (text: string) =>
    ['utf8', 'utf8bom', 'utf16le', 'utf16be', 'windows1252'].filter((name) => mightBeMisread(text, name));
  assert.deepEqual(mightBe('{"name":"J\u00fcrgen"}'), ['windows1252']);
  assert.deepEqual(mightBe(' \u7b0a\u2200'), ['utf16le', 'utf16be', 'windows1252']);
});

test('UTF-8 is shown correctly whether or not a byte order mark was expected', () => {
  for (const encoding of ['utf-8', 'utf-8 with BOM'] as const)
    for (const name of ['utf8', 'utf8bom'])
      assert.equal(
        misreading(encode('{ "name": "J\u00fcrgen" }', encoding), name),
        undefined,
        `${encoding} as ${name}`,
      );
});

test('a file in a legacy encoding is not misread if it is ASCII or is not UTF-8', () => {
  const bytes = new TextEncoder().encode('{ "name": "x" }');
  assert.equal(misreading(bytes, 'windows1252'), undefined);
  assert.equal(misreading(new Uint8Array([...bytes, 0xfc]), 'windows1252'), undefined);
});

test('a file that was opened as UTF-8 but is not valid UTF-8 is misread, with an unknown encoding', () => {
  const bytes = Buffer.from('{ "name": "J\u00fcrgen" }', 'latin1');
  const text = '{ "name": "J\ufffdrgen" }';
  assert.ok(mightBeMisread(text, 'utf8'));
  assert.deepEqual(misreading(bytes, 'utf8'), { encoding: undefined, text, brokenAt: [12] });
});

test('a replacement character that is in the file itself does not make it misread', () => {
  const text = '{ "name": "J\ufffdrgen" }';
  assert.ok(mightBeMisread(text, 'utf8'));
  assert.equal(misreading(new TextEncoder().encode(text), 'utf8'), undefined);
});
