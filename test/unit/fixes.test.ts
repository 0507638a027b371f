import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layoutOf } from '../../src/document/layout.ts';
import { syntaxFindings } from '../../src/document/syntax.ts';
import { applyEdits, Rewriting } from '../../src/json/edit.ts';
import { message } from '../../src/record/message.ts';
import { defaultSeverities, type RuleId } from '../../src/record/rules/index.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { findingsOf, fixerOf } from '../support/findings.ts';
import { runs } from '../support/runs.ts';
import { withinSeconds } from '../support/within-seconds.ts';

/** Removals that touch each other, in every layout: `before → after` of fix-all. */
const removals: readonly (readonly [before: string, after: string])[] = [
  ['{ "jobId": null }', '{ }'],
  ['{"jobId":null,"status":"","name":"x"}', '{"name":"x"}'],
  ['{"name":"x","jobId":null,"status":""}', '{"name":"x"}'],
  ['{ "name": "x", "jobId": null, "tenant": "y", "status": "" }', '{ "name": "x", "tenant": "y" }'],
  ['{\n  "jobId": null,\n  "name": "x",\n  "status": ""\n}', '{\n  "name": "x"\n}'],
  ['{\r\n\t"name": "x",\r\n\t"jobId": null,\r\n\t"status": ""\r\n}\r\n', '{\r\n\t"name": "x"\r\n}\r\n'],
  ['{\n  "jobId": null,\n  "status": ""\n}', '{\n}'],
  [
    '{\n  "name": "x", // one\n  "jobId": null, // two\n  "status": "" // three\n}',
    '{\n  "name": "x" // one\n  // two\n  // three\n}',
  ],
  ['{ "name": "x" /* a */, /* b */ "jobId": null /* c */ }', '{ "name": "x" /* a */ /* b */ /* c */ }'],
  ['{ "jobId": null /* a */, "name": "x" }', '{ /* a */ "name": "x" }'],
  ['{\n  "jobId": null, "name": "x"\n}', '{\n  "name": "x"\n}'],
  ['{\n  "name": "x",\n  "jobId": null,\n}', '{\n  "name": "x"\n}'],
  ['{ "options": { "includeTypes": ["ROLE", null, "", "ROLE"] } }', '{ "options": { "includeTypes": ["ROLE"] } }'],
  ['{ "options": { "includeTypes": [null, "TAG", null] } }', '{ "options": { "includeTypes": ["TAG"] } }'],
  ['{ "jobId": null , "name": "x" }', '{ "name": "x" }'],
  ['{"jobId":null }', '{ }'],
  ['{"jobId":null, "status":"", "name":"x"}', '{ "name":"x"}'],
  ['{\t"jobId":null,\t"name":"x"\t}', '{\t"name":"x"\t}'],
  // In a record that is broken, only what is whole is removed.
  [
    '{ "options": { "includeTypes": [null, "TAG"] }, "x": tru }',
    '{ "options": { "includeTypes": ["TAG"] }, "x": tru }',
  ],
  ['{ "name": "x", "jobId": null oops }', '{ "name": "x", "jobId": null oops }'],
  ['{ "name": "x", "jobId": null', '{ "name": "x", "jobId": null'],
  ['{ "JobId": null, "Status": "complete" }', '{ "status": "COMPLETE" }'],
];

for (const [before, after] of removals) test(`fix all of ${before}`, () => assert.equal(fixed(before), after));

test('only the findings that are wanted are fixed, also those of the file', () => {
  const text = '{ "value": [{ "status": "complete" }], "Count": 1 }';
  const fixer = fixerOf(text);
  const fixedOf = (rule: RuleId) =>
    applyEdits(
      text,
      fixer.fixAll(findingsOf(text), (finding) => finding.rule === rule),
    );
  assert.equal(fixedOf('powershell-array'), '[{ "status": "complete" }]');
  assert.equal(fixedOf('enum'), '{ "value": [{ "status": "COMPLETE" }], "Count": 1 }');
});

test('a finding of a whole file that is foreign has no fix', () => {
  const text = '[{ "type": "CREATE_DRAFT" }]';
  const [finding, ...others] = findingsOf(text);
  assert.ok(finding?.rule === 'foreign-file' && others.length === 0);
  assert.deepEqual(fixerOf(text).fixesFor(finding), []);
});

function fixed(text: string): string {
  return applyEdits(
    text,
    fixerOf(text).fixAll(findingsOf(text), () => true),
  );
}

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
      const left = findingsOf(once).filter((finding) => fixer.fixesFor(finding).some(({ isLossless }) => isLossless));
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
        const fixes = fixer.fixesFor(finding);
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

test('no text throws', () => {
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
          fixerOf(text).fixesFor(finding);
        }
        fixed(text);
      },
    ),
    { numRuns: runs(1_000) },
  );
});

test('no sentence and no title has a control character from the file, and none is endless', () => {
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
        for (const shown of [message(finding), ...fixer.fixesFor(finding).map(({ title }) => title)]) {
          // With the flag, a surrogate in the set is one that is alone.
          assert.doesNotMatch(shown, /[\p{Cc}\u2028-\u202e\u2066-\u2069\ud800-\udfff]/u);
          assert.ok(shown.length < 700, shown);
        }
      }
    }),
    { numRuns: runs(300) },
  );
});

/** Records, or a list of them, as somebody leaves them who is typing: with a few characters too many or too few. */
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

test('a fix breaks no more of a text that is broken', () => {
  const errorsIn = (text: string): number => {
    const findings = [...findingsOf(text), ...syntaxFindings(text, 'json', layoutOf(text))];
    return findings.filter(({ rule }) => defaultSeverities[rule] === 'error').length;
  };
  fc.assert(
    fc.property(brokenText, (text) => {
      const fixer = fixerOf(text);
      const before = errorsIn(text);
      for (const { title, edits } of findingsOf(text).flatMap((finding) => fixer.fixesFor(finding))) {
        assert.ok(errorsIn(applyEdits(text, edits)) <= before, `${title} in ${text}`);
      }
    }),
    { numRuns: runs(300) },
  );
});

test('without the property that is to be removed, a record in an envelope would be none any more', () => {
  const text = '[{ "jobId": "a" }, { "data": { "jobId": "x", "$schema": "y", "z": 1, "w": 2 } }]';
  const fixer = fixerOf(text);
  const titles = findingsOf(text).flatMap((finding) => fixer.fixesFor(finding).map(({ title }) => title));
  assert.ok(titles.includes('Remove "z"') && !titles.includes('Remove "$schema"'), titles.join(', '));
});

test('in a record in an envelope, properties are judged by what their names say, each as if it were alone', () => {
  const record = '"jobId": "x", "status": null, "z": 1, "w": 2';
  const fixes = (text: string): string[] => {
    const fixer = fixerOf(text);
    return findingsOf(text).flatMap((finding) => fixer.fixesFor(finding).map(({ title }) => title));
  };
  const inside = fixes(`[{ "jobId": "a" }, { "data": { ${record} } }, { "data": { "tenant": "a", ${record} } }]`);
  // One name more, and the record is one without its status, too.
  assert.equal(inside.filter((title) => title === 'Remove "status"').length, 1);
  assert.equal(inside.filter((title) => title === 'Remove "w"' || title === 'Remove "z"').length, 4);
});

/** What thousands of mistakes in one record look like. One pass over the record per finding would take very long. */
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
    const fixes = withinSeconds(120, () => findings.flatMap((finding) => fixer.fixesFor(finding)));
    assert.ok(fixes.length > 0);
    withinSeconds(120, () => fixed(text));
  });
}

test('combined edits give the same text as one after the other', () => {
  const edit = fc.record({ offset: fc.nat(20), length: fc.nat(5), content: fc.string({ maxLength: 4 }) });
  fc.assert(
    fc.property(fc.string({ minLength: 20, maxLength: 40 }), fc.array(edit, { maxLength: 6 }), (original, edits) => {
      const rewriting = new Rewriting(original);
      let text = original;
      for (const { offset, length, content } of edits) {
        const start = Math.min(offset, text.length);
        const one = { offset: start, length: Math.min(length, text.length - start), content };
        rewriting.apply([one]);
        text = applyEdits(text, [one]);
      }
      assert.equal(rewriting.text, text);
      assert.equal(applyEdits(original, rewriting.edits()), text);
    }),
  );
});

function countErrors(text: string): number {
  return findingsOf(text).filter(({ rule }) => defaultSeverities[rule] === 'error').length;
}
