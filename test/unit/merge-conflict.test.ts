import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from '../../src/document/layout.ts';
import { syntaxFindings } from '../../src/document/syntax.ts';
import type { Format } from '../../src/document/value-scanner.ts';
import { findingsOf } from '../support/findings.ts';
import { found, open } from '../support/open-index.ts';

const conflict = (first: string, second: string, base?: string) =>
  `<<<<<<< HEAD\n${first}\n${base === undefined ? '' : `||||||| 1a2b\n${base}\n`}=======\n${second}\n>>>>>>> main`;
const record = (id: number, status: string) =>
  `{ "jobId": "5f0a7c1e-3b2d-4c11-9e77-00000000000${id}", "status": "${status}" }`;

/** Texts with conflicts, and the values that are wrong on the side that is read. */
const texts: readonly (readonly [text: string, format: Format, ...wrong: string[]])[] = [
  [`{\n${conflict('"status": "ONE",', '"status": "TWO",')}\n"tenant": 1 }`, 'json', '"ONE"', '1'],
  [
    `[\n${conflict(`${record(1, 'ONE')},`, `${record(1, 'TWO')},`, `${record(1, 'SIX')},`)}\n${record(2, 'NINE')}]`,
    'json',
    '"ONE"',
    '"NINE"',
  ],
  [
    `[{ "jobId": null,\n${conflict('"status": "ONE" },\n{ "status": "FOUR" ', '"status": "TWO"')}\n}]`,
    'json',
    'null',
    '"ONE"',
    '"FOUR"',
  ],
  [`${conflict(record(1, 'ONE'), record(1, 'TWO'))}\n${record(2, 'NINE')}`, 'lines', '"ONE"', '"NINE"'],
  [`[\n${conflict('', `${record(1, 'TWO')},`)}\n${record(1, 'NINE')}]`, 'json', '"NINE"'],
  [
    `{\n${conflict('"status": "ONE",', '"status": "TWO",').replaceAll('\n', '\r\n')}\r\n"tenant": 1 }`,
    'json',
    '"ONE"',
    '1',
  ],
];

for (const [text, format, ...wrong] of texts) {
  test(`one side of a conflict is read: ${JSON.stringify(text)}`, () => {
    const findings = findingsOf(text, format);
    assert.deepEqual(
      findings.map(({ offset, length }) => text.slice(offset, offset + length)),
      wrong,
    );
    const syntax = syntaxFindings(text, format, layoutOf(text, format));
    assert.deepEqual(
      syntax.map((finding) => [
        finding.rule === 'syntax' && finding.problem,
        text.slice(finding.offset, finding.offset + finding.length),
      ]),
      [['merge conflict', '<<<<<<<']],
    );
    // Any chunk of an open document says the same.
    const inEditor = format === 'lines' ? [...findings, ...syntax] : findings;
    for (const first of [8, 64, 4_096]) {
      const { index } = open(text, format, { first, max: first });
      assert.equal(found(index).length, inEditor.length);
    }
  });
}

test('the sides of many conflicts without an end are searched once', () => {
  const text = `[\n${'=======\n'.repeat(50_000)}]`;
  assert.equal(layoutOf(text).shape, 'list');
  assert.equal(findingsOf(text).length, 0);
});

test('a line of equals signs before the JSON is not a conflict', () => {
  const text = `=======\nreport\n=======\n[${record(1, 'ONE')}]`;
  assert.deepEqual(
    findingsOf(text).map(({ rule }) => rule),
    ['enum'],
  );
});
