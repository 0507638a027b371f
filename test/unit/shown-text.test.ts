import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CsvList } from '../../src/cli/list/list-csv.ts';
import { TableList } from '../../src/cli/list/list-table.ts';
import type { ListedRecord } from '../../src/cli/list/listed-record.ts';
import { charactersOf, widthOf } from '../../src/cli/list/width.ts';
import { countsInWords, noCounts } from '../../src/model/severity-counts.ts';
import { escapeControls, listOf, quote, shorten } from '../../src/model/words.ts';
import { withinSeconds } from '../support/within-seconds.ts';

test('emoji with skin tones, families and flags have the width of one emoji, and marks have none', () => {
  const widths = {
    abc: 3,
    é: 1,
    'e\u0301': 1,
    漢字: 4,
    한글: 4,
    '\u1112\u1161\u11ab': 2,
    '👍🏽': 2,
    '👩🏽\u200d💻': 2,
    '🇩🇪🇫🇷': 4,
    '1\ufe0f\u20e3': 2,
    '❤\ufe0f': 2,
    '❤': 1,
    𝒳: 1,
    'می\u200cگیری': 6,
  };
  for (const [text, width] of Object.entries(widths)) assert.equal(widthOf(text), width, text);
  assert.deepEqual(charactersOf('a👍🏽🇩🇪'), ['a', '👍🏽', '🇩🇪']);
});

const joined = ['می\u200cگیری', '👩🏽\u200d💻', '❤\ufe0f\u200d🔥', 'क\u094d\u200dष'];

test('U+200C and U+200D between letters and emoji are shown as they are', () => {
  for (const text of joined) assert.equal(quote(text), `"${text}"`);
});

test('marks of direction, control characters, and joiners that join nothing are escaped', () => {
  for (const [text, shown] of [
    ['x\u200e\u202ey', 'x\\u200e\\u202ey'],
    ['\u001b[2J', '\\u001b[2J'],
    ['a\u200c', 'a\\u200c'],
    ['\u200db', '\\u200db'],
    ['1\u200d2', '1\\u200d2'],
    ['a\u200c\u200cb', 'a\\u200c\\u200cb'],
    ['a\u200b\u2066b', 'a\\u200b\\u2066b'],
  ] as const)
    assert.equal(escapeControls(text), shown);
});

test('a list keeps names as they are, as a table and as CSV, and cuts between characters', () => {
  for (const name of joined) {
    const record = { file: 'a.json', line: 1, name, findings: noCounts } as ListedRecord;
    for (const list of [new CsvList(), new TableList()]) assert.ok(written(list, record).includes(name), name);
  }
  const record = { file: 'a.json', line: 1, name: '🇩🇪'.repeat(30), findings: noCounts } as ListedRecord;
  assert.match(written(new TableList(60), record), /(?:🇩🇪)+…/u);
});

function written(list: CsvList | TableList, record: ListedRecord): string {
  return [...list.add([record]), ...list.end()].join('');
}

test('a value of a megabyte takes no longer than its column', () => {
  const record = {
    file: '🇩🇪'.repeat(300_000),
    line: 1,
    name: 'é'.repeat(1_000_000),
    findings: noCounts,
  } as ListedRecord;
  assert.ok(withinSeconds(10, () => /^…(?:🇩🇪)+ .*é…/mu.test(written(new TableList(80), record))));
});

test('a text of more than 60 characters is cut between two of them', () => {
  for (const [text, shown] of [
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(57)}…`],
    [`${'x'.repeat(56)}😀${'y'.repeat(9)}`, `${'x'.repeat(56)}…`],
    [`${'x'.repeat(55)}😀${'y'.repeat(9)}`, `${'x'.repeat(55)}😀…`],
  ] as const)
    assert.equal(shorten(text), shown);
});

test('values are listed as in a sentence', () => {
  assert.equal(listOf([]), '');
  assert.equal(listOf(['A']), '"A"');
  assert.equal(listOf(['A', 'B']), '"A" or "B"');
  assert.equal(listOf(['A', 'B', 'C']), '"A", "B" or "C"');
});

test('findings are counted by severity, the worst first', () => {
  assert.equal(countsInWords({ hint: 0, information: 0, warning: 0, error: 0 }), '');
  assert.equal(
    countsInWords({ hint: 1, information: 3, warning: 2, error: 1 }),
    '1 error, 2 warnings, 3 information, 1 hint',
  );
  assert.equal(
    countsInWords({ hint: 2, information: 1, warning: 1, error: 1000 }, (count) => count.toLocaleString('en')),
    '1,000 errors, 1 warning, 1 information, 2 hints',
  );
});
