import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf, plain } from '../../src/exchange/record-page.ts';

const row = {
  name: 'Nightly',
  status: 'COMPLETE',
  type: 'AUTOMATED',
  created: '5 Mar 2024, 08:00',
  duration: '45 s',
  objects: '124',
  problems: '1 error',
  line: 3,
  target: '/x/a%20b.json#L3',
};

test('a page has the counts, and a row per record', () => {
  const page = pageOf({
    title: 'a.json',
    counts: [
      ['COMPLETE', 1_999],
      ['', 1],
    ],
    total: 2_000,
    rows: [row],
  });
  assert.equal(
    page,
    `# a\\.json

2,000 records: 1,999 COMPLETE, 1 without a status.

The table has the newest 1 of them.

| Name | Status | Type | Created | Duration | Objects | Problems | Line |
| --- | --- | --- | --- | ---: | ---: | --- | ---: |
| [Nightly](</x/a%20b.json#L3>) | COMPLETE | AUTOMATED | 5 Mar 2024\\, 08\\:00 | 45\u00a0s | 124 | 1 error | 3 |
`,
  );
  assert.equal(pageOf({ title: 'x', counts: [], total: 0, rows: [] }), '# x\n\n0 records.\n\n');
});

test('no value of a file becomes Markdown or HTML', () => {
  for (const [text, written] of [
    ['[a](https://x)', '\\[a\\]\\(https\\:\\/\\/x\\)'],
    ['a | b', 'a \\| b'],
    ['<script>alert(1)</script>', '\\<script\\>alert\\(1\\)\\<\\/script\\>'],
    ['line\n\n# one', 'line \\# one'],
    ['\u202eabc', '\\\\u202eabc'],
    ['**b** `c` &amp; ![i](j)', '\\*\\*b\\*\\* \\`c\\` \\&amp\\; \\!\\[i\\]\\(j\\)'],
  ] as const)
    assert.equal(plain(text), written);
});
