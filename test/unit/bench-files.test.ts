import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RuleId, ruleIds } from '../../src/record/rules/index.ts';
import { Editing } from '../bench/editing.ts';
import { generate } from '../bench/generate.ts';
import { modes } from '../bench/growth/modes.ts';
import { isMeasured, shapes } from '../bench/growth/shapes.ts';
import { findingsOf } from '../support/findings.ts';
import { Random } from '../support/random.ts';
import { TextDocument } from '../support/text-document.ts';

/** The benchmark is worth as much as its files: sound where they are to be sound, and broken in every way. */

test('a file without faulty records has no findings, in any layout and alphabet', () => {
  for (const layout of ['pretty', 'minified', 'lines'] as const)
    for (const unicode of [false, true]) {
      const text = generate({ records: 300, faulty: 0, layout, unicode });
      assert.deepEqual(findingsOf(text, layout === 'lines' ? 'lines' : 'json'), []);
    }
});

test('a file has as many faulty records as requested, and they break every rule of a record', () => {
  const text = generate({ records: 600, faulty: 5, layout: 'lines' });
  const findings = findingsOf(text, 'lines');
  const faulty = new Set(findings.map(({ offset }) => text.slice(0, offset).split('\n').length));
  assert.equal(faulty.size, 30);
  const ofFiles: readonly RuleId[] = ['syntax', 'foreign-file', 'envelope', 'not-a-record'];
  const broken = new Set(findings.map(({ rule }) => rule));
  assert.deepEqual(
    ruleIds.filter((rule) => !broken.has(rule)),
    ofFiles,
  );
});

test('the same choice always gives the same file', () => {
  const choice = { records: 50, faulty: 5, unicode: true } as const;
  assert.equal(generate(choice), generate(choice));
  assert.deepEqual(JSON.parse(generate(choice)), JSON.parse(generate({ ...choice, layout: 'minified' })));
});

test('a simulated person removes a record in any layout, and undoes it', () => {
  for (const layout of ['pretty', 'page', 'minified', 'lines'] as const) {
    const text = generate({ records: 30, faulty: 0, layout });
    const document = new TextDocument(text);
    const editing = new Editing(document, new Random(7));
    const removal = editing.removed(editing.recordAround(editing.nameNear(document.lineCount / 2, 0.5)));
    const undo = editing.undoOf(removal);
    document.apply([removal]);
    const jobIds = document.text.match(/"jobId"/g) ?? [];
    assert.equal(jobIds.length, 29, layout);
    assert.deepEqual(findingsOf(document.text, layout === 'lines' ? 'lines' : 'json'), findingsOf(text), layout);
    document.apply([undo]);
    assert.equal(document.text, text);
  }
});

test('every shape grows with its count, and can be measured', () => {
  for (const [name, shape] of Object.entries(shapes)) {
    const sizeOf = (count: number) => shape(count).reduce((sum, { bytes }) => sum + bytes.length, 0);
    assert.ok(sizeOf(30) >= sizeOf(3) + 27, name);
    const files = shape(2);
    for (const [mode, prepare] of Object.entries(modes))
      if (isMeasured(name, mode)) assert.doesNotThrow(prepare(files), `${name} ${mode}`);
  }
});

test('shapes and modes have different names, since a name chooses one', () => {
  assert.deepEqual(
    Object.keys(shapes).filter((name) => name in modes),
    [],
  );
});
