import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { problemsOf } from '../../src/cli/problem.ts';
import type { RunSummary } from '../../src/cli/report.ts';
import { SarifReport } from '../../src/cli/sarif.ts';
import { checkFile } from '../../src/files/check-file.ts';
import { applyEdits } from '../../src/record/edit.ts';
import { noCounts } from '../../src/record/severity-counts.ts';
import { broken, check, clean, folder, golden, program, write } from '../support/command-line.ts';
import sarifSchema from '../support/sarif-2.1.0-rtm.5.schema.json' with { type: 'json' };

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

test('sarif: a fingerprint is made of the file, the rule and the line, and counts what has the same', () => {
  const line = '[{ "status": "X", "x": 1 }, { "status": "X", "y": 1 }]';
  const report = new SarifReport('1.2.3');
  for (const [file, text] of [
    ['a.json', `  ${line}\t`],
    ['b.json', line],
    ['c.json', `\n${line}`],
  ] as const)
    report.add(problemsOf(file, checkFile(new TextEncoder().encode(text), file), new Map()));
  const [{ results }] = JSON.parse([...report.end(noRun)].join('')).runs;
  const hash = (file: string, rule: string): string =>
    createHash('sha256').update(`${file}\0${rule}\0${line}`).digest('hex').slice(0, 16);
  // The log has the gravest problems first.
  const expected = ['enum', 'unknown-property'].flatMap((rule) =>
    ['a.json', 'b.json', 'c.json'].flatMap((file) => [`${hash(file, rule)}:1`, `${hash(file, rule)}:2`]),
  );
  assert.deepEqual(
    results.map((one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['backupResponse/v1']),
    expected,
  );
});

test('sarif: a problem without fixes has none', () => {
  const report = new SarifReport('1.2.3');
  report.add(problemsOf('x.json', checkFile(new TextEncoder().encode(''), 'x.json'), new Map()));
  const [result] = JSON.parse([...report.end(noRun)].join('')).runs[0].results;
  assert.equal('fixes' in result, false);
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
