import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathOf, readRulePage } from '../../scripts/generate/rule-pages.ts';
import { layoutOf } from '../../src/document/layout.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { message } from '../../src/record/message.ts';
import { defaultSeverities, type RuleId, ruleIds, ruleOf } from '../../src/record/rules/index.ts';
import { isChosen } from '../support/chosen.ts';
import { findingsOf, fixerOf, wrongIn } from '../support/findings.ts';
import { findingsFor, firstFinding, fixesOf, type RuleTest } from '../support/rule-test.ts';

/** Runs the tests of all rules, `test/rules/<id>.ts`, and checks that no rule lacks a part. */

const folder = join(import.meta.dirname, '..', 'rules');
const pages = join(import.meta.dirname, '..', '..', 'docs', 'rules');
const rulesIndex = readFileSync(join(pages, 'README.md'), 'utf8');
const tests = new Map<RuleId, RuleTest>();
for (const id of ruleIds) {
  if (existsSync(join(folder, `${id}.ts`))) tests.set(id, require(`../rules/${id}.ts`).ruleTest);
  else test(`${id} has tests`, () => assert.fail(`test/rules/${id}.ts is missing. Copy that of a similar rule.`));
}

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

test('a fix causes no new error', () => {
  for (const [id, { fixes = [] }] of tests) {
    for (const [text] of fixes) {
      const errorsIn = (json: string) =>
        findingsOf(json).filter(({ rule }) => defaultSeverities[rule] === 'error').length;
      const before = id === 'syntax' ? Number.POSITIVE_INFINITY : errorsIn(text);
      for (const { title, edits } of fixerOf(text).fixesOf(firstFinding(id, text)))
        assert.ok(errorsIn(applyEdits(text, edits)) <= before, `${title} in ${text}`);
    }
  }
});

test('every rule has tests of its findings, its sentences and its fixes', () => {
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
  test(`the page of ${id} shows only this mistake, and its fix`, () => {
    const { example, fixed } = readRulePage(id);
    assert.deepEqual(new Set(findingsFor(id, example).map(({ rule }) => rule)), new Set([id]));
    if (fixed !== undefined) assert.deepEqual(findingsFor(id, fixed), []);
  });
}

for (const id of ruleIds) {
  test(`the page of ${id} and the table agree about how the mistake is fixed`, () => {
    const { example, fixed } = readRulePage(id);
    const page = readFileSync(join(pages, `${id}.md`), 'utf8');
    const [, cell = ''] = new RegExp(`^\\| \\[\`${id}\`\\].*? \\| \\w+ \\| (.*?) \\|`, 'm').exec(rulesIndex) ?? [];
    const findings = findingsFor(id, example).filter(({ rule }) => rule === id);
    const fixer = fixerOf(example);
    const all = applyEdits(
      example,
      fixer.fixAll(findings, () => true),
    );
    const offered = findings.flatMap((finding) => fixer.fixesOf(finding));
    if (all !== example) {
      assert.match(page, /^Fix: `--fix` does it/m);
      assert.match(cell, /^`--fix`/);
      assert.equal(all, fixed);
    } else if (offered.length > 0) {
      assert.match(page, /^Fix: the light bulb offers it/m);
      assert.match(cell, /^light bulb/);
      // An id that the light bulb makes is a new one each time.
      const results = offered.map(({ edits }) => withoutIds(applyEdits(example, edits)));
      assert.ok(results.includes(withoutIds(fixed ?? '')), results.join('\n'));
    } else {
      assert.match(page, /^Fix: by hand/m);
      assert.match(cell, /^by hand/);
    }
  });
}

function withoutIds(text: string): string {
  return text.replace(/[\da-f]{8}-[\da-f-]{27}/g, 'ID');
}

test('a rule that flags a record whose names and values match the schema has "passes"', () => {
  for (const [id, { findings }] of tests) {
    const { onItem, onValue, onName, onRecord, passes } = ruleOf(id);
    if (passes || !(onItem || onValue || onName || onRecord)) continue;
    for (const [text, ...expected] of findings.filter(([, ...found]) =>
      found.some((one) => one.startsWith(`${id} `)),
    )) {
      const { items } = layoutOf(text);
      const isClean = items.length > 0 && items.every(({ clean }) => clean);
      assert.ok(
        !isClean,
        `src/record/rules/${id}.ts needs "passes": ${expected} is in ${text}, which matches the schema.`,
      );
    }
  }
});

test('the first look accepts no record with a finding', () => {
  for (const [id, { findings, sentences }] of tests) {
    const texts = [...findings, ...sentences].map(([text]) => text);
    for (const text of [...texts, readRulePage(id).example]) {
      for (const { clean, offset, length } of layoutOf(text).items) {
        const [finding] = clean ? wrongIn(text.slice(offset, offset + length)) : [];
        assert.ok(!finding, `the rule "${finding?.rule}": its "passes" says that nothing is wrong in ${text}`);
      }
    }
  }
});

test('every rule has a severity and a page', () => {
  for (const id of ruleIds) {
    const severity = defaultSeverities[id];
    const isKnown = ['error', 'warning', 'information'].includes(severity);
    assert.ok(isKnown, `src/record/rules/${id}.ts: "${severity}" is not error, warning or information`);
  }
  const names = readdirSync(pages).filter((name) => name !== 'README.md');
  assert.deepEqual(names.map((name) => `docs/rules/${name}`).sort(), ruleIds.map(pathOf).sort());
});
