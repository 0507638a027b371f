import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { Output } from '../../src/cli/output.ts';
import { GithubReport } from '../../src/cli/report/github.ts';
import { JsonReport, problemJson } from '../../src/cli/report/json.ts';
import { problemsOf } from '../../src/cli/report/problem.ts';
import { encode } from '../../src/files/encoding.ts';
import { type CheckSettings, defaultSettings } from '../../src/record/settings.ts';
import { broken, check, clean, encodings, folder, golden, id, onUnix, write } from '../support/command-line.ts';
import { checkedFile } from '../support/findings.ts';
import { valuesOf, withoutValues } from '../support/values.ts';

test('text has a line per problem, and a summary', () => {
  const name = write('text.json', `[\n  { ${id}, "status": "COMPLETED", "x": 1 }\n]`);
  assert.deepEqual(check(name), {
    code: 1,
    out: [
      'text.json:2:64 error enum "COMPLETED" is not a backup status. Did you mean "COMPLETE"?',
      'text.json:2:77 warning unknown-property "x" is not a property of BackupResponse, and the PowerShell SDK rejects it.',
      '1 file with 1 record checked, 1 error, 1 warning\n',
    ].join('\n'),
    error: '',
  });
});

test('JSON has the titles of all fixes, and is written problem by problem', () => {
  const text = '[{ "options": { "includeTypes": ["X", "ROLE", "Y"] } }, { "status": "complete" }]';
  const report = new JsonReport(problemJson);
  const pieces = [...report.add(problemsOf('x.json', checkedFile(text, 'x.json'), defaultSettings))];
  const entries = JSON.parse([...pieces, ...report.end()].join(''));
  assert.deepEqual([pieces.length, entries.length], [3, 3]);
  const types = valuesOf('options.includeTypes[*]').length;
  // All of the object types but the one that is there already.
  assert.deepEqual(
    entries.map(({ fixes }: { fixes: object[] }) => fixes.length),
    [types - 1, types - 1, valuesOf('status').length],
  );
  assert.deepEqual(entries[2].fixes[0], { title: 'Change to "COMPLETE"', lossless: true });
  assert.equal(pieces[1]?.split('\n')[1], '  {');
});

test('JSON is one array, with offsets in UTF-16 units after the byte order mark', () => {
  const text = `[\r\n{ "name": "💾", ${id}, "status": "complete" }]`;
  for (const encoding of encodings) {
    const { code, out } = check('--format', 'json', write('json.json', encode(text, encoding)));
    assert.equal(code, 1);
    const [problem, ...others] = JSON.parse(out);
    assert.deepEqual(others, []);
    const { fixes, ...rest } = problem;
    assert.deepEqual(rest, {
      file: 'json.json',
      rule: 'enum',
      severity: 'error',
      message: '"complete" is not a backup status. Did you mean "COMPLETE"?',
      offset: 78,
      length: 10,
      line: 2,
      column: 76,
      endLine: 2,
      endColumn: 86,
    });
    assert.deepEqual(fixes[0], { title: 'Change to "COMPLETE"', lossless: true });
  }
  assert.equal(check('--format', 'json', write('clean.json', clean)).out, '[]\n');
  const { out } = check('--format', 'json', write('two.json', '[{ "status": "X" }, { "status": "Y" }]'));
  assert.equal(out, `${JSON.stringify(JSON.parse(out), undefined, 2)}\n`);
});

test('GitHub gets ten annotations of a kind, the most severe first, and a file cannot forge one', onUnix, () => {
  const records = Array.from({ length: 12 }, () => '{ "x": 1, "name": "y" }');
  const name = write('a,b: c%.json', `[${records.join()}, { "status": "X\\n::error::y" }]`);
  const lines = check('--format', 'github', name).out.split('\n');
  assert.match(
    lines[0] ?? '',
    /^::error file=a%2Cb%3A c%25\.json,line=1,col=\d+,endLine=1,endColumn=\d+,title=enum::"X\\n::error::y" is not/,
  );
  assert.equal(lines.filter((line) => line.startsWith('::warning file=')).length, 10);
  assert.deepEqual(lines.slice(11), ['::warning::2 more of this kind are not shown', '']);
});

test('GitHub gets information and hints as notices, and the last line counts the others', () => {
  const { severities, allowed } = defaultSettings;
  const settings: CheckSettings = {
    severities: { ...severities, 'unknown-property': 'hint', 'duplicate-job-id': 'off' },
    allowed,
  };
  const linesFor = (text: string) => {
    const report = new GithubReport();
    report.add(problemsOf('x.json', checkedFile(text, 'x.json'), settings));
    return [...report.end()];
  };
  assert.deepEqual(
    linesFor('{ "jobId": "x", "x": 1 }').map((line) => line.replace(/::[^:]*\n/, '')),
    [
      '::notice file=x.json,line=1,col=12,endLine=1,endColumn=15,title=job-id',
      '::notice file=x.json,line=1,col=17,endLine=1,endColumn=20,title=unknown-property',
    ],
  );
  const eleven = Array.from({ length: 11 }, () => '{ "jobId": "x" }').join();
  assert.equal(linesFor(`[${eleven}]`).at(-1), '::notice::1 more of this kind is not shown\n');
  assert.equal(linesFor(`[${eleven}, { "jobId": "x" }]`).at(-1), '::notice::2 more of this kind are not shown\n');
});

test('a report goes to a stream in chunks of 64 Ki, and to a file at its end', async () => {
  const pieces: number[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(piece: string, _encoding, done) {
      pieces.push(piece.length);
      done();
    },
  }) as NodeJS.WriteStream;
  const output = new Output(stream, undefined);
  for (const length of [65_535, 1, 10, 65_525]) await output.write(['x'.repeat(length)]);
  assert.deepEqual(pieces, [65_536]);
  await output.write(['end']);
  await output.end();
  await output.end();
  assert.deepEqual(pieces, [65_536, 65_538]);
  const file = join(folder, 'pieces.txt');
  const toFile = new Output(stream, file);
  for (const length of [65_536, 4]) await toFile.write(['x'.repeat(length)]);
  await toFile.end();
  assert.deepEqual([pieces.length, readFileSync(file).length], [2, 65_540]);
});

test("GitHub gets the line ends in a file's name escaped", () => {
  const problems = problemsOf('a\r\nb.json', checkedFile(broken, 'b.json'), defaultSettings);
  const report = new GithubReport();
  report.add(problems);
  assert.match([...report.end()].join(''), /^::error file=a%0D%0Ab\.json,line=1,/);
});

test('GitHub gets no control characters of a name or a value', onUnix, () => {
  const name = write('odd/\u001b[31m\u0007\u009b.json', '{ "jobId": "x", "\\u001b]0;\\u0007": 1 }');
  const { out } = check('--format', 'github', name);
  assert.match(out, /file=odd\/\\u001b\[31m\\u0007\\u009b\.json,/);
  assert.doesNotMatch(out, /[^\n\P{Cc}]/u);
});

test('a long report goes to its file, and not to standard output', () => {
  const name = write('long.json', `[${Array.from({ length: 300 }, () => '{ "status": "X" }').join()}]`);
  assert.equal(check('--format', 'json', '--output-file', 'long-report.json', name).out, '');
  const report = readFileSync(join(folder, 'long-report.json'), 'utf8');
  assert.ok(report.length > 65_536);
  assert.equal(JSON.parse(report).length, 300);
  assert.equal(check('--format', 'json', name).out, report);
});

test('the command line reports the same as the golden test for every golden file', () => {
  for (const name of readdirSync(golden).filter((one) => /\.json[cl]?$/.test(one))) {
    const { out } = check(join(golden, name));
    const reported = out
      .split('\n')
      .slice(0, -2)
      .map((line) => withoutValues(line.slice(join(golden, name).length + 1)));
    const report = readFileSync(join(golden, 'expected', name.replace(/\.json[cl]?$/, '.txt')), 'utf8');
    const [before = ''] = report.split(/^(?:After fix-all:|The file is not written)/m);
    const expected = before.matchAll(/^(\d+:\d+ \w+ [\w-]+) .*\n {4}(.*)$/gm);
    assert.deepEqual(
      reported,
      Array.from(expected, ([, place, sentence]) => `${place} ${sentence}`),
      name,
    );
  }
});
