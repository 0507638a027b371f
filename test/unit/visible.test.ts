import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from '../../src/document/value-scanner.ts';
import { visibleFindings } from '../../src/index/visible.ts';
import { newIndex } from '../support/open-index.ts';
import { TextDocument } from '../support/text-document.ts';

/** The findings in the visible lines of a text, as `rule line:character`. */
function visible(text: string, first: number, last: number, format: Format = 'json'): string[] {
  const index = newIndex(new TextDocument(text), format);
  return visibleFindings(index, first, last).map(({ finding, range: { start } }) => {
    return `${finding.rule} ${start.line}:${start.character}`;
  });
}

const id = '3469b87d-48ca-439a-868f-2160001da8c1';
const record = (status: string) =>
  `  {\n    "jobId": "${id.replace(/^./, status[0] ?? '')}",\n    "status": "${status}"\n  }`;
const list = `[\n${[record('a'), record('b'), record('b'), record('c')].join(',\n')}\n]\n`;

test('the visible records are checked, from the start of the first one on, and no others', () => {
  assert.deepEqual(visible(list, 7, 13), ['enum 7:14', 'duplicate-job-id 10:13', 'enum 11:14']);
  assert.deepEqual(visible(list, 0, 5), ['enum 3:14']);
  assert.deepEqual(visible(list, 14, 40), ['enum 15:14']);
});

test('nothing is reported for a record that ends below, or if the lines are too long', () => {
  assert.deepEqual(visible(list, 5, 7), []);
  assert.deepEqual(visible(`[\n{ "status": "x", "name": "${'x'.repeat(200_000)}" }\n]`, 0, 2), []);
});

test('a record that starts on the first line is found from below', () => {
  assert.deepEqual(visible('{\n  "status": "x"\n}\n', 1, 5), ['enum 1:12']);
});

test('JSON Lines are checked line by line, including their syntax', () => {
  const lines = '{ "status": "x" }\n{ "status": \n{ "status": "y" }\n{ "status": "z" }\n';
  assert.deepEqual(visible(lines, 1, 2, 'lines').sort(), ['enum 2:12', 'syntax 1:11']);
});

test('a repeated id says where the earlier one is', () => {
  const index = newIndex(new TextDocument(list), 'json');
  const repeated = visibleFindings(index, 5, 13).filter(({ earlier }) => earlier);
  assert.deepEqual(
    repeated.map(({ finding, earlier }) => [finding.rule, earlier]),
    [['duplicate-job-id', { start: { line: 6, character: 13 }, end: { line: 6, character: 51 } }]],
  );
});

test('text of up to 100,000 characters is checked', () => {
  const ofLength = (length: number) => {
    const [before, after] = ['{ "status": "x", "name": "', '" }\n'];
    return `${before}${'x'.repeat(length - before.length - after.length)}${after}`;
  };
  assert.deepEqual(visible(ofLength(100_000), 0, 0), ['enum 0:12']);
  assert.deepEqual(visible(ofLength(100_001), 0, 0), []);
});

test('the start of a record is looked for 500 lines up, even if more is on its line', () => {
  const text = `[\n{ "status": "x",${'\n'.repeat(600)}"name": 5 }\n]`;
  assert.deepEqual(visible(text, 500, 700), ['enum 1:12', 'type 601:8']);
  assert.deepEqual(visible(text, 501, 700), []);
});

test('values that are no objects have no findings, because they may be part of a record', () => {
  assert.deepEqual(visible('["a", 5, { "status": "x" }, null ]\n', 0, 0), ['enum 0:21']);
});

test('an empty document has no findings', () => assert.deepEqual(visible('', 0, 100), []));
