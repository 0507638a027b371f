import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fixer } from '../../src/document/fix.ts';
import { layoutOf } from '../../src/document/layout.ts';
import { readLinesStart } from '../../src/document/several-lines.ts';
import { syntaxFindings } from '../../src/document/syntax.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';

/** The fixes for the first syntax error of JSON Lines, as `title → text`. */
function fixesOf(text: string): string[] {
  const layout = layoutOf(text, 'lines');
  const [finding] = syntaxFindings(text, 'lines', layout);
  assert.ok(finding);
  const fixes = new Fixer(text, layout, nothingAllowed).fixesFor(finding);
  return fixes.map(({ title, edits, isLossless }) => {
    assert.equal(isLossless, false, 'who wrote the file must write it otherwise');
    return `${title} → ${applyEdits(text, edits)}`;
  });
}

test('records over several lines are put on one line each, and nothing else in them changes', () => {
  const strings = '"a  \\"b\\n \\\\",  "tenant": " x "';
  const text = `{\r\n  "name": ${strings} \n\n}{\n"options": {\t"includeTypes": [\n\t] } }\r`;
  assert.deepEqual(fixesOf(text), [
    `One record per line → { "name": ${strings} }\n{ "options": {\t"includeTypes": [ ] } }\n`,
  ]);
});

test('a list over several lines becomes its records', () => {
  assert.deepEqual(fixesOf('[\n  {},\n  { "name":\n"x" }\n]\n'), ['One record per line → {}\n{ "name": "x" }\n']);
});

test('records are left over several lines if one of them is not JSON, since a comment ends with its line', () => {
  assert.deepEqual(fixesOf('{\n"name": "x"\n}\n{\n"name": "x" // y\n}\n'), []);
  assert.deepEqual(fixesOf('{\n"name": "x"\n}\n{\n"name": \n}\n'), []);
});

test('what is wrong with one line has no fix', () => assert.deepEqual(fixesOf('{}\n{ "name" }\n'), []));

const overSeveralLines = [
  '{\n}\n',
  '[\n]',
  '[\ntrue\n]',
  ' \n{\n\n  "name": "x"\n}',
  '{ "name": "x",\n"status": "FAILED" }\n',
  '{ "name":\n-1.5 }',
  '[{},\n{}]',
];
const linesAsTheyShouldBe = [
  '',
  ' \n',
  'x\n{\n"name": "x"',
  '{ "name": "x" }\n',
  '{ "name": "x" }\n"status": "FAILED" }',
  '{ "name": "x" }\n[]\n',
  '[1]\n2\n',
  '{ "name": "x",\n{ "name": "y" }\n',
  '{\n]',
  '{ "name": \nx }',
  '[\ntrust\n]',
];

test('records are over several lines if the first line goes on in the second', () => {
  for (const text of overSeveralLines) assert.equal(layoutOf(text, 'lines').isOverSeveralLines, true, text);
  for (const text of linesAsTheyShouldBe) assert.equal(layoutOf(text, 'lines').shape, 'lines', text);
});

test('a beginning of a file says the same as all of it, or that it is too short to tell', () => {
  for (const text of [...overSeveralLines, ...linesAsTheyShouldBe]) {
    const whole = readLinesStart(text, true);
    for (let length = 0; length <= text.length; length++) {
      const start = readLinesStart(text.slice(0, length), false);
      if (!start) continue;
      assert.deepEqual(start, whole, `${length} of ${JSON.stringify(text)}`);
      assert.ok(start.decidedUntil < length);
    }
  }
});
