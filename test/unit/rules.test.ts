import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathOf, readRulePage } from '../../scripts/generate/rule-pages.ts';
import { layoutOf } from '../../src/document/layout.ts';
import { message } from '../../src/record/message.ts';
import { defaultSeverities, type RuleId, ruleIds, ruleOf } from '../../src/record/rules/index.ts';
import { isChosen } from '../support/chosen.ts';
import { wrongIn } from '../support/findings.ts';
import { findingsFor, firstFinding, fixesOf, type RuleTest } from '../support/rule-test.ts';

/** Runs the tests of all rules, `test/rules/<id>.ts`, and checks that no rule lacks a part. */

const folder = join(import.meta.dirname, '..', 'rules');
const tests = new Map<RuleId, RuleTest>(ruleIds.map((id) => [id, require(`../rules/${id}.ts`).ruleTest]));

/** The findings of a text, as `rule flagged-text`. */
function found(id: RuleId, text: string): string[] {
  return findingsFor(id, text).map(({ rule, offset, length }) => `${rule} ${text.slice(offset, offset + length)}`);
}

const chosen = [...tests].filter(([id]) => isChosen(`test/rules/${id}.ts`));

for (const [id, { findings, sentences, fixes = [] }] of chosen) {
  for (const [text, ...expected] of findings) {
    test(`${id}: ${text}`, () => assert.deepEqual(found(id, text), expected));
  }
  for (const [text, sentence] of sentences) {
    test(`${id} says: ${sentence}`, () => {
      const said = findingsFor(id, text)
        .filter(({ rule }) => rule === id)
        .map(message);
      assert.ok(said.includes(sentence), said.join('\n'));
    });
  }
  for (const [text, ...expected] of fixes) {
    test(`${id} is fixed in ${text}`, () => assert.deepEqual(fixesOf(text, firstFinding(id, text)), expected));
  }
}

test('every rule has findings, sentences, and fixes if it has any', () => {
  for (const [id, { findings, sentences, fixes = [] }] of tests) {
    const isFaulty = findings.some(([text]) => findingsFor(id, text).some(({ rule }) => rule === id));
    assert.ok(isFaulty, `test/rules/${id}.ts has no text with a finding of the rule`);
    assert.ok(sentences.length > 0, `test/rules/${id}.ts has no sentences`);
    const { losslessFix, otherFixes } = ruleOf(id);
    if (losslessFix || otherFixes) assert.ok(fixes.length > 0, `test/rules/${id}.ts has no fixes`);
  }
  assert.deepEqual(
    readdirSync(folder).sort(),
    [...ruleIds].sort().map((id) => `${id}.ts`),
  );
});

for (const [id] of chosen) {
  test(`the page of ${id} shows the mistake and nothing else, and how it is fixed`, () => {
    const { example, fixed } = readRulePage(id);
    assert.deepEqual(new Set(findingsFor(id, example).map(({ rule }) => rule)), new Set([id]));
    if (fixed !== undefined) assert.deepEqual(findingsFor(id, fixed), []);
  });
}

test('no record with a finding is clean at first look', () => {
  for (const [id, { findings, sentences }] of tests) {
    const texts = [...findings, ...sentences].map(([text]) => text);
    for (const text of [...texts, readRulePage(id).example]) {
      for (const { clean, offset, length } of layoutOf(text).items) {
        const [finding] = clean ? wrongIn(text.slice(offset, offset + length)) : [];
        assert.ok(!finding, `src/record/rules/${finding?.rule}.ts: "passes" says that nothing is wrong in ${text}`);
      }
    }
  }
});

test('every rule has a severity, and a page in its place', () => {
  for (const id of ruleIds) assert.ok(['error', 'warning', 'information'].includes(defaultSeverities[id]), id);
  const pages = readdirSync(join(import.meta.dirname, '..', '..', 'docs', 'rules')).filter(
    (name) => name !== 'README.md',
  );
  assert.deepEqual(pages.map((name) => `docs/rules/${name}`).sort(), ruleIds.map(pathOf).sort());
});
