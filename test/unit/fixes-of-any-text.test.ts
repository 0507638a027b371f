import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layoutOf } from '../../src/document/layout.ts';
import { syntaxFindings } from '../../src/document/syntax.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { message } from '../../src/record/message.ts';
import { defaultSeverities } from '../../src/record/rules/index.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { findingsOf, fixed, fixerOf } from '../support/findings.ts';
import { runs } from '../support/runs.ts';
import { withinSeconds } from '../support/within-seconds.ts';

const documents = fc
  .tuple(
    fc.array(anyRecord(), { maxLength: 3 }),
    fc.constantFrom(undefined, 1, '\t'),
    fc.constantFrom('list', 'wrapped', 'record'),
  )
  .map(([records, indent, shape]) => {
    const value = { list: records, wrapped: { value: records, Count: records.length }, record: records[0] ?? {} }[
      shape
    ];
    return JSON.stringify(value, undefined, indent);
  });

test('fix all applies every lossless fix, and a second time changes nothing', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const once = fixed(text);
      JSON.parse(once);
      assert.equal(fixed(once), once);
      const fixer = fixerOf(once);
      const left = findingsOf(once).filter((finding) => fixer.fixesOf(finding).some(({ isLossless }) => isLossless));
      assert.deepEqual(left, []);
    }),
    { numRuns: runs(300) },
  );
});

test('a fix never causes a new error, at most one is preferred, and JSON stays JSON', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const errors = countErrors(text);
      const fixer = fixerOf(text);
      for (const finding of findingsOf(text)) {
        const fixes = fixer.fixesOf(finding);
        assert.ok(fixes.filter(({ isLossless }) => isLossless).length <= 1);
        for (const { edits, title } of fixes) {
          const after = applyEdits(text, edits);
          JSON.parse(after);
          assert.ok(countErrors(after) <= errors, `${title}\n${text}\n${after}`);
        }
      }
    }),
    { numRuns: runs(300) },
  );
});

test('fixes of broken text do not throw', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\n',
    ' ',
    '//',
    '/*',
    '*/',
    '\\',
    '"jobId"',
    '"status"',
    '"x"',
    'null',
    '1',
    'é',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        for (const finding of findingsOf(text)) {
          assert.ok(finding.offset >= 0 && finding.length >= 0 && finding.offset + finding.length <= text.length);
          fixerOf(text).fixesOf(finding);
        }
        fixed(text);
      },
    ),
    { numRuns: runs(1_000) },
  );
});

test('messages and titles have no control characters of the file, and an end', () => {
  const odd = fc.constantFrom(
    '\n',
    '\r',
    '\u001b[2J',
    '\u0000',
    '\u009b',
    '\u202e',
    '\u2028',
    '\u200b',
    '😀',
    'x'.repeat(200),
  );
  const word = fc.array(fc.oneof(odd, fc.string({ maxLength: 3 })), { maxLength: 40 }).map((parts) => parts.join(''));
  const names = fc.constantFrom('status', 'created', 'fileExists', 'options', 'totalObjectCount', 'jobId', 'name');
  const property = fc.tuple(fc.oneof(names, word), fc.oneof(word, fc.array(word), fc.dictionary(word, word)));
  fc.assert(
    fc.property(fc.array(property, { minLength: 1, maxLength: 5 }), (properties) => {
      const text = `{ ${properties.map((pair) => pair.map((part) => JSON.stringify(part)).join(': ')).join(', ')} }`;
      const fixer = fixerOf(text);
      for (const finding of findingsOf(text)) {
        for (const shown of [message(finding), ...fixer.fixesOf(finding).map(({ title }) => title)]) {
          // With the flag, a surrogate in the set is one that is alone.
          assert.doesNotMatch(shown, /[\p{Cc}\u2028-\u202e\u2066-\u2069\ud800-\udfff]/u);
          assert.ok(shown.length < 700, shown);
        }
      }
    }),
    { numRuns: runs(300) },
  );
});

/** Records, or a list of them, while someone types: with a few characters too many or too few. */
const brokenText = fc
  .tuple(
    fc.oneof(anyRecord(), fc.array(anyRecord(), { maxLength: 3 })),
    fc.constantFrom(0, 2),
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', '"', '{', '}', ']', ',', ':', '\n', '/', 'x', '"a":')), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([value, indent, changes]) =>
    changes.reduce(
      (text, [number, removed, added]) => {
        const at = number % (text.length + 1);
        return text.slice(0, at) + added + text.slice(at + removed);
      },
      JSON.stringify(value, undefined, indent),
    ),
  );

test('a fix breaks no more of a broken text', () => {
  const errorsIn = (text: string): number => {
    const findings = [...findingsOf(text), ...syntaxFindings(text, 'json', layoutOf(text))];
    return findings.filter(({ rule }) => defaultSeverities[rule] === 'error').length;
  };
  fc.assert(
    fc.property(brokenText, (text) => {
      const fixer = fixerOf(text);
      const before = errorsIn(text);
      for (const { title, edits } of findingsOf(text).flatMap((finding) => fixer.fixesOf(finding))) {
        assert.ok(errorsIn(applyEdits(text, edits)) <= before, `${title} in ${text}`);
      }
    }),
    { numRuns: runs(300) },
  );
});

/** Thousands of mistakes in one record. One pass over the record per finding would take very long. */
const manyMistakes: Readonly<
  Record<string, readonly [before: string, mistake: (index: number) => string, after: string]>
> = {
  'unknown names': ['{ "name": "x", ', (index) => `"unknown${index}": ${index}`, '}'],
  'misspelt names': ['{', () => '"JobId": "x"', '}'],
  'repeated names': ['{', () => '"name": "x"', '}'],
  'empty values': ['{', (index) => `"${['status', 'created', 'jobId'][index % 3]}": ""`, '}'],
  'unknown object types': ['{ "options": { "objectOptions": {', (index) => `"TYPE_${index}": {}`, '} } }'],
  'repeated items': ['{ "options": { "includeTypes": [', () => '"ROLE"', '] } }'],
};

for (const [what, [before, mistake, after]] of Object.entries(manyMistakes)) {
  test(`5,000 mistakes in one record, ${what}, have fixes in seconds, one by one and together`, () => {
    const text = before + Array.from({ length: 5_000 }, (_, index) => mistake(index)).join(', ') + after;
    const findings = findingsOf(text);
    assert.ok(findings.length >= 4_999);
    const fixer = fixerOf(text);
    const fixes = withinSeconds(120, () => findings.flatMap((finding) => fixer.fixesOf(finding)));
    assert.ok(fixes.length > 0);
    withinSeconds(120, () => fixed(text));
  });
}

function countErrors(text: string): number {
  return findingsOf(text).filter(({ rule }) => defaultSeverities[rule] === 'error').length;
}
