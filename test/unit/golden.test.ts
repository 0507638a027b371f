import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { test } from 'node:test';
import { Fixer } from '../../src/document/fix.ts';
import { encode } from '../../src/files/encoding.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import type { Finding } from '../../src/record/finding.ts';
import { message } from '../../src/record/message.ts';
import { defaultSeverities } from '../../src/record/rules/index.ts';
import { isChosen } from '../support/chosen.ts';
import { checkedFile } from '../support/findings.ts';
import { withoutValues } from '../support/values.ts';

/**
 * Every file of test/golden, with its problems (`expected/*.txt`) and the text after fix-all
 * (`expected/*.fixed.json`). UPDATE_GOLDEN=1 writes both anew: read the changes before you commit them.
 */
const folder = join(import.meta.dirname, '..', 'golden');

for (const { name } of readdirSync(folder, { withFileTypes: true }).filter(
  (entry) => entry.isFile() && !entry.name.startsWith('.') && isChosen(`test/golden/${entry.name}`),
)) {
  test(name, () => {
    const bytes = readFileSync(join(folder, name));
    const { name: base, ext } = parse(name);
    const fixed = fixAll(bytes, name);
    const after = fixed === undefined ? 'The file is not written.\n' : `After fix-all:\n${report(fixed, name)}`;
    expect(`${base}.txt`, `${report(bytes, name)}\n${after}`);
    if (fixed === undefined) return;
    expect(`${base}.fixed${ext}`, fixed.toString());
    assert.deepEqual(fixAll(fixed, name), fixed);
  });
}

/** A file with all its lossless fixes; undefined if its bytes are not text. */
function fixAll(bytes: Uint8Array, name: string): Buffer | undefined {
  const { text, layout, findings, encoding, brokenAt } = checkedFile(bytes, name);
  if (brokenAt) return undefined;
  const edits = new Fixer(text, layout, nothingAllowed).fixAll(findings, () => true);
  return Buffer.from(encode(applyEdits(text, edits), encoding));
}

/** `line:column severity rule flagged-text`, the sentence, and the titles of the fixes, a preferred one with a star. */
function report(bytes: Uint8Array, name: string): string {
  const { text, layout, findings } = checkedFile(bytes, name);
  const fixer = new Fixer(text, layout, nothingAllowed);
  const lines = findings.map((finding) => {
    const before = text.slice(0, finding.offset).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const flagged = text.slice(finding.offset, finding.offset + finding.length).replace(/\s+/g, ' ');
    const fixes = fixer.fixesOf(finding).map(({ title, isLossless }) => `    ${isLossless ? '*' : '-'} ${title}\n`);
    return `${place} ${defaultSeverities[finding.rule]} ${finding.rule} ${flagged}\n${sentenceAndFixes(finding, fixes)}`;
  });
  return lines.join('') || 'nothing\n';
}

/** Without the list of an enum's values, in which a new one would change many files. */
function sentenceAndFixes(finding: Finding, fixes: readonly string[]): string {
  const sentence = `    ${withoutValues(message(finding))}\n`;
  if (finding.rule !== 'enum') return sentence + fixes.join('');
  if (finding.suggestion) return `${sentence}${fixes[0]}    - ... each of the other values\n`;
  return `${sentence}    - ... each of the values\n`;
}

function expect(name: string, actual: string): void {
  const path = join(folder, 'expected', name);
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, actual);
  assert.equal(actual, readFileSync(path, 'utf8'));
}
