import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fixer } from '../../src/document/fix.ts';
import { layoutOf } from '../../src/document/layout.ts';
import { syntaxFindings } from '../../src/document/syntax.ts';
import { applyEdits } from '../../src/record/edit.ts';

/** The fixes for the first syntax error of JSON Lines, as `title → text`. */
function fixesOf(text: string): string[] {
  const layout = layoutOf(text, 'lines');
  const [finding] = syntaxFindings(text, 'lines', layout);
  assert.ok(finding);
  const fixes = new Fixer(text, layout).fixesFor(finding);
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
