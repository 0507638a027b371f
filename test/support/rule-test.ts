import assert from 'node:assert/strict';
import { layoutOf } from '../../src/document/layout.ts';
import { syntaxFindings } from '../../src/document/syntax.ts';
import { applyEdits } from '../../src/json/edit.ts';
import type { Finding } from '../../src/record/finding.ts';
import type { RuleId } from '../../src/record/rules/index.ts';
import { findingsOf, fixerOf } from './findings.ts';

/** The tests of one rule: `test/rules/<id>.ts`. */
export interface RuleTest {
  /** Text in, findings out: `rule flagged-text`, of all rules, in the order of the text. A text without any is valid. */
  readonly findings: readonly (readonly [text: string, ...findings: string[]])[];
  /** A text, and the sentence for one of its findings of the rule: one for every branch of the rule's `message`. */
  readonly sentences: readonly (readonly [text: string, sentence: string])[];
  /** A text, and each fix for its first finding of the rule as `title → text`; the lossless one has a star. */
  readonly fixes?: readonly (readonly [text: string, ...fixes: string[]])[];
}

/** The findings that the tests of a rule are about: the syntax of a text is checked apart from its records. */
export function findingsFor(rule: RuleId, text: string): readonly Finding[] {
  return rule === 'syntax' ? syntaxFindings(text, 'json', layoutOf(text)) : findingsOf(text);
}

/** The first finding of a rule in a text. */
export function firstFinding(rule: RuleId, text: string): Finding {
  const finding = findingsFor(rule, text).find((one) => one.rule === rule);
  assert.ok(finding, `"${rule}" has nothing to report in ${text}`);
  return finding;
}

/** The fixes for a finding, as `title → text`. */
export function fixesOf(text: string, finding: Finding): string[] {
  return fixerOf(text)
    .fixesOf(finding)
    .map(({ title, edits, isLossless }) => {
      const fixed = applyEdits(text, edits);
      return `${isLossless ? '* ' : ''}${title} → ${title === 'Give it a new id' ? withoutNewId(text, fixed) : fixed}`;
    });
}

/** A text with `NEW` in place of the id that is new in it, which is another one each time. */
function withoutNewId(before: string, text: string): string {
  return text.replace(/[\da-f]{8}-[\da-f-]{27}/g, (id) => (before.includes(id) ? id : 'NEW'));
}
