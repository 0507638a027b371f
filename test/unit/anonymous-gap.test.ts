import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anonymize } from '../../src/record/anonymize.ts';
import { Placeholders } from '../../src/record/placeholders.ts';

function anonymous(text: string): string {
  return anonymize(text, new Placeholders());
}

for (const [title, before, after] of [
  ['before the record', '// Jo\r\n{ }', '{ }'],
  ['without a record', '// Jo\n', ''],
  ['without white space before it', '{ "a":/* Jo */ 1 }', '{ "a": 1 }'],
  ['with white space around it', '{ "a": /* Jo */\t1 }', '{ "a": 1 }'],
  ['behind a value', '{ "a": 1 // Jo\n, "b": 2 }', '{ "a": 1\n, "b": 2 }'],
  ['behind a comma that starts a line', '{ "a": 1\n, // Jo\n  "b": 2 }', '{ "a": 1\n,\n  "b": 2 }'],
  ['behind a comma with spaces around it', '{ "a": 1 ,  // Jo\n  "b": 2 }', '{ "a": 1 ,\n  "b": 2 }'],
  ['before a tab at the end of its line', '{ "a": 1 /* Jo */\t\n}', '{ "a": 1\n}'],
  ['alone on its line', '{ "a": 1,\r\n  // Jo\r\n  "b": 2 }', '{ "a": 1,\r\n  "b": 2 }'],
  ['behind white space and something that is no JSON', '{ "a": 1,\t \tJo\t// Jo\n }', '{ "a": 1,\t \tx\n }'],
  ['behind another', '{ // Jo\n// Jo\n  /* Jo */\n"a": 1 }', '{\n"a": 1 }'],
  ['behind something that is no JSON', 'Jo // Jo\n{ }', 'x\n{ }'],
] as const) {
  test(`a comment goes, ${title}`, () => assert.equal(anonymous(before), after));
}

for (const [before, after] of [
  ['Jo', 'x'],
  ['12', '12'],
  ['-12', '-12'],
  ['true', 'true'],
  ['trueJo', 'x'],
  ['Jotrue', 'x'],
  ['12.5', 'x'],
  ['"Jo"', '"x"'],
  ['"Jo', '"x'],
  ['"', '"x'],
  ['Jo"Jo"', 'x"x"'],
  ['/Jo', 'x'],
  [', [null]', ', [null]'],
] as const) {
  test(`behind a record, ${before} becomes ${after}`, () => assert.equal(anonymous(`{ } ${before}`), `{ } ${after}`));
}

test('what is very deep cannot be read, so it is replaced', () => {
  const [opening, closing] = ['['.repeat(40), ']'.repeat(40)];
  assert.equal(anonymous(`{ "a": ${opening}"Jo", Jo, 5${closing} }`), `{ "a": ${opening}"x", x, 5${closing} }`);
});
