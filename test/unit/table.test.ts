import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf, plain } from '../../src/features/table.ts';

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

test('the table shows the counts, and a row per record', () => {
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

<table>
<caption>The newest 1 records</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Status</th><th scope="col">Type</th><th scope="col">Created</th><th scope="col" align="right">Duration</th><th scope="col" align="right">Objects</th><th scope="col">Problems</th><th scope="col" align="right">Line</th></tr></thead>
<tbody>
<tr><td><a href="/x/a%20b.json#L3">Nightly</a></td><td>COMPLETE</td><td>AUTOMATED</td><td>5 Mar 2024, 08:00</td><td align="right">45\u00a0s</td><td align="right">124</td><td>1 error</td><td align="right">3</td></tr>
</tbody>
</table>
`,
  );
  assert.equal(pageOf({ title: 'x', counts: [], total: 0, rows: [] }), '# x\n\n0 records.\n\n');
});

test('the table escapes Markdown and HTML in its title', () => {
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

test('the table escapes HTML in its cells', () => {
  const page = (value: string) =>
    pageOf({ title: 'x', counts: [], total: 1, rows: [{ ...row, name: value, status: value, target: value }] });
  for (const value of ['<script>alert(1)</script>', '"><b>', "' onclick='x", '&lt;b>', 'a\n\n# b', '[a](https://x)'])
    assert.deepEqual(
      page(value)
        .match(/<[^>]*>|\n\n/g)
        ?.map((tag) => tag.replace(/href="[^"]*"/, 'href')),
      page('x')
        .match(/<[^>]*>|\n\n/g)
        ?.map((tag) => tag.replace(/href="[^"]*"/, 'href')),
      value,
    );
  assert.ok(page('<b>').includes('&#60;b&#62;'));
});
