import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInt64, isSafe, parseInteger } from '../../src/record/integer.ts';

for (const [text, digits, isNegative = false] of [
  ['10', '10'],
  ['10.00', '10'],
  ['1e1', '10'],
  ['100E-2', '1'],
  ['1.50e+1', '15'],
  ['0.001e3', '1'],
  ['-5', '5', true],
  ['0', '0'],
  ['-0', '0'],
  ['-0.0e-999999999', '0'],
  ['12e17', '1200000000000000000'],
  ['12e18', undefined],
  ['-1e999999999', undefined, true],
] as const) {
  test(`${text} is an integer, ${digits ? `with the digits ${digits}` : 'with too many digits'}`, () => {
    assert.deepEqual(parseInteger(text), { isNegative, digits });
  });
}

for (const text of ['', 'x', '1x', '1.5', '15e-1', '1e-400', '1.', '1e', '0x10'])
  test(`${JSON.stringify(text)} is not an integer`, () => assert.equal(parseInteger(text), undefined));

test('integers are exact up to 2^53 - 1, and fit into 64 bits from -2^63 to 2^63 - 1', () => {
  for (const [text, isSafeThere, fits] of [
    ['99', true, true],
    ['9007199254740991', true, true],
    ['-9007199254740991', true, true],
    ['9007199254740992', false, true],
    ['1e18', false, true],
    ['9223372036854775807', false, true],
    ['9223372036854775808', false, false],
    ['-9223372036854775808', false, true],
    ['-9223372036854775809', false, false],
    ['1e400', false, false],
  ] as const) {
    const integer = parseInteger(text);
    assert.deepEqual(integer && [isSafe(integer), isInt64(integer)], [isSafeThere, fits], text);
  }
});
