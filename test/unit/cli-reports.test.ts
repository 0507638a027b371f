import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { GithubReport } from '../../src/cli/github.ts';
import { Output } from '../../src/cli/output.ts';
import { problemsOf } from '../../src/cli/problem.ts';
import type { RunSummary } from '../../src/cli/report.ts';
import { SarifReport } from '../../src/cli/sarif.ts';
import { checkFile } from '../../src/files/check-file.ts';
import { encode } from '../../src/files/encoding.ts';
import { applyEdits } from '../../src/record/edit.ts';
import { noCounts } from '../../src/record/severity-counts.ts';
import {
  broken,
  check,
  clean,
  encodings,
  folder,
  golden,
  id,
  onUnix,
  program,
  write,
} from '../support/command-line.ts';
import sarifSchema from '../support/sarif-2.1.0-rtm.5.schema.json' with { type: 'json' };

test('text: one line per problem, and a summary', () => {
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

test('json: one array, with offsets in UTF-16 units of the text after its byte order mark', () => {
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

test('sarif: a valid log, whose fixes give the fixed text', () => {
  const names = readdirSync(golden).filter((name) => /\.jsonc?$/.test(name));
  const { code, out } = check('--format=sarif', ...names.map((name) => join(golden, name)), write('a b.json', broken));
  assert.equal(code, 1);
  const log = JSON.parse(out);
  const ajv = new Ajv({
    strict: false,
    unicodeRegExp: false,
    formats: { uri: isUri, 'uri-reference': isUri, 'date-time': true },
  });
  // It says draft-04, of which it uses nothing that draft-07 has changed.
  const { $schema: _, id: __, ...schema } = sarifSchema;
  assert.ok(ajv.validate(schema, log), JSON.stringify(ajv.errors));
  const result = log.runs[0].results.find(
    (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
      one.locations[0]?.physicalLocation.artifactLocation.uri.startsWith('a%20b'),
  );
  assert.equal(log.runs[0].tool.driver.rules[result.ruleIndex].id, 'enum');
  const edits = result.fixes[0].artifactChanges[0].replacements.map((one: Replacement) => ({
    offset: one.deletedRegion.charOffset,
    length: one.deletedRegion.charLength,
    content: one.insertedContent.text,
  }));
  assert.equal(applyEdits(broken, edits), clean);
});

test('sarif: a run that could not read a path says so, and a repeated id links to the earlier one', () => {
  const name = write('repeated.json', `[\n${clean},\n${clean}]`);
  const { code, out } = check('--format=sarif', name, 'nowhere.json');
  assert.equal(code, 2);
  const [{ invocations, results }] = JSON.parse(out).runs;
  assert.equal(invocations[0].executionSuccessful, false);
  assert.match(invocations[0].toolExecutionNotifications[0].message.text, /^cannot read "nowhere\.json"/);
  const [{ message, relatedLocations, partialFingerprints }] = results;
  assert.match(message.text, / \[The earlier record\]\(1\)$/);
  assert.equal(relatedLocations[0].id, 1);
  assert.deepEqual(relatedLocations[0].message, { text: 'The earlier record' });
  assert.equal(invocations[0].toolExecutionNotifications[0].level, 'error');
  assert.equal(relatedLocations[0].physicalLocation.region.startLine, 2);
  assert.match(partialFingerprints['backupResponse/v1'], /^[\da-f]{16}:1$/);
  // The same line further down is the same problem, and its fingerprint stays.
  write('repeated.json', `[\n\n${clean},\n\t${clean}]`);
  const [again] = JSON.parse(check('--format=sarif', name).out).runs[0].results;
  assert.deepEqual(again.partialFingerprints, partialFingerprints);
});

test('sarif: locations are relative to the root of the repository, where there is one', () => {
  write('repository/.git', 'gitdir: elsewhere');
  write('repository/backups/a b.json', broken);
  const outside = write('outside.json', broken);
  const inRepository = { cwd: join(folder, 'repository', 'backups'), encoding: 'utf8' } as const;
  const args = [program, 'check', '--format=sarif', '.', join(folder, outside)];
  const [log] = JSON.parse(spawnSync(process.execPath, args, inRepository).stdout).runs;
  const root = pathToFileURL(join(realpathSync(join(folder, 'repository')), '/')).href;
  assert.deepEqual(log.originalUriBaseIds, { SRCROOT: { uri: root } });
  const locations = log.results.map(
    (one: { locations: { physicalLocation: { artifactLocation: object } }[] }) =>
      one.locations[0]?.physicalLocation.artifactLocation,
  );
  assert.deepEqual(locations, [
    { uri: 'backups/a%20b.json', uriBaseId: 'SRCROOT' },
    { uri: pathToFileURL(join(folder, outside)).href },
  ]);
});

test('github: annotations, ten of a kind, the gravest first, and nothing of a file can forge one', onUnix, () => {
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

test('github: information and hints are notices, and the last line counts those that are not shown', () => {
  const chosen = new Map([
    ['unknown-property', 'hint'],
    ['duplicate-job-id', 'off'],
  ] as const);
  const linesFor = (text: string) => {
    const report = new GithubReport();
    report.add(problemsOf('x.json', checkFile(new TextEncoder().encode(text), 'x.json'), chosen));
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

test('sarif: what it says of the program, of a rule and of a problem', () => {
  const text = new TextEncoder().encode('{ "status": "X", "x": 1,\n"y": 1 }');
  const report = new SarifReport('1.2.3');
  report.add(problemsOf('x.json', checkFile(text, 'x.json'), new Map([['unknown-property', 'hint']] as const)));
  const log = [...report.end(noRun)].join('');
  const [{ tool, results }] = JSON.parse(log).runs;
  const { rules, ...driver } = tool.driver;
  assert.deepEqual(driver, { name: 'backup-response', semanticVersion: '1.2.3' });
  const { shortDescription, fullDescription, help, ...rule } = rules.find((one: { id: string }) => one.id === 'job-id');
  assert.deepEqual(rule, {
    id: 'job-id',
    defaultConfiguration: { level: 'note' },
    properties: { precision: 'very-high', tags: ['json'] },
  });
  assert.equal(shortDescription.text, 'jobId is not a UUID.');
  assert.equal(help.text, `${shortDescription.text} ${fullDescription.text}`);
  assert.match(help.markdown, /^# job-id\n/);
  assert.deepEqual(
    results.map(({ level, fixes }: { level: string; fixes?: object[] }) => [level, fixes?.length]),
    [
      ['error', 3],
      ['note', 1],
      ['note', 1],
    ],
  );
  // Problems of a rule are told apart by their line, and those of a line by their rule.
  const fingerprints = results.map((one: { partialFingerprints: object }) => Object.values(one.partialFingerprints)[0]);
  assert.equal(new Set(fingerprints).size, 3);
  assert.ok(fingerprints.every((one: string) => one.endsWith(':1')));
  // A log is never one string, and each result has a line.
  assert.equal(log.split('\n').filter((line) => line.startsWith('{"ruleId":')).length, 3);
});

test('sarif: a problem without fixes has none', () => {
  const report = new SarifReport('1.2.3');
  report.add(problemsOf('x.json', checkFile(new TextEncoder().encode(''), 'x.json'), new Map()));
  const [result] = JSON.parse([...report.end(noRun)].join('')).runs[0].results;
  assert.equal('fixes' in result, false);
});

test('a report goes to a stream in pieces of 64 Ki, and to a file at its end', async () => {
  const pieces: number[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(piece: string, _encoding, done) {
      pieces.push(piece.length);
      done();
    },
  }) as NodeJS.WriteStream;
  const output = new Output(stream, undefined);
  for (const length of [65_535, 1, 10, 65_525]) await output.write('x'.repeat(length));
  assert.deepEqual(pieces, [65_536]);
  await output.write('end');
  await output.end();
  await output.end();
  assert.deepEqual(pieces, [65_536, 65_538]);
  const file = join(folder, 'pieces.txt');
  const toFile = new Output(stream, file);
  for (const length of [65_536, 4]) await toFile.write('x'.repeat(length));
  await toFile.end();
  assert.deepEqual([pieces.length, readFileSync(file).length], [2, 65_540]);
});

test('github: a name of a file with line ends stays in its annotation', () => {
  const problems = problemsOf('a\r\nb.json', checkFile(new TextEncoder().encode(broken), 'b.json'), new Map());
  const report = new GithubReport();
  report.add(problems);
  assert.match([...report.end()].join(''), /^::error file=a%0D%0Ab\.json,line=1,/);
});

test('sarif: the log says how many results it leaves out', () => {
  const text = new TextEncoder().encode('[{ "status": "X", "x": 1, "y": 2 }, { "status": "X" }]');
  const logOf = (maxResults: number) => {
    const report = new SarifReport('1.0.0', maxResults);
    report.add(problemsOf('x.json', checkFile(text, 'x.json'), new Map()));
    const log = [...report.end(noRun)].join('');
    const [{ invocations, results }] = JSON.parse(log).runs;
    return { rules: results.map(({ ruleId }: { ruleId: string }) => ruleId), invocations };
  };
  assert.deepEqual(logOf(3), {
    rules: ['enum', 'enum', 'unknown-property'],
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          { level: 'warning', message: { text: '1 result is left out, because code scanning accepts 3.' } },
        ],
      },
    ],
  });
  assert.match(
    logOf(2).invocations[0].toolExecutionNotifications[0].message.text,
    /^2 results are left out, because code scanning accepts 2\.$/,
  );
  assert.deepEqual(logOf(4).invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
});

test('a long report goes to its file, and not to standard output', () => {
  const name = write('long.json', `[${Array.from({ length: 300 }, () => '{ "status": "X" }').join()}]`);
  assert.equal(check('--format', 'json', '--output-file', 'long-report.json', name).out, '');
  const report = readFileSync(join(folder, 'long-report.json'), 'utf8');
  assert.ok(report.length > 65_536);
  assert.equal(JSON.parse(report).length, 300);
  assert.equal(check('--format', 'json', name).out, report);
});

test('sarif: no more results than code scanning accepts, the gravest first', () => {
  const records = Array.from({ length: 26_000 }, (_, at) => `{ "${at === 25_999 ? 'status' : 'x'}": "X", "name": "" }`);
  const { out } = check('--format=sarif', write('many.json', `[${records.join(',\n')}]`));
  const [{ invocations, results }] = JSON.parse(out).runs;
  assert.equal(results.length, 25_000);
  assert.equal(results[0].ruleId, 'enum');
  assert.equal(
    invocations[0].toolExecutionNotifications[0].message.text,
    '1000 results are left out, because code scanning accepts 25000.',
  );
});

const noRun: RunSummary = {
  fileCount: 0,
  recordCount: 0,
  leftOut: new Map(),
  problemCounts: noCounts,
  fixableCount: undefined,
  failures: [],
};

interface Replacement {
  readonly deletedRegion: { readonly charOffset: number; readonly charLength: number };
  readonly insertedContent: { readonly text: string };
}

function isUri(text: string): boolean {
  return URL.canParse(text, 'file:///') && !text.includes(' ');
}

test('the command line reports the same as the golden test for every golden file', () => {
  for (const name of readdirSync(golden).filter((one) => /\.json[cl]?$/.test(one))) {
    const { out } = check(join(golden, name));
    const reported = out
      .split('\n')
      .slice(0, -2)
      .map((line) => line.slice(join(golden, name).length + 1));
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
