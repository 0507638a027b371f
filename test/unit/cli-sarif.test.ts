import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { problemsOf } from '../../src/cli/report/problem.ts';
import type { RunSummary } from '../../src/cli/report/report.ts';
import { SarifReport } from '../../src/cli/report/sarif.ts';
import { applyEdits } from '../../src/json/edit.ts';
import { noCounts } from '../../src/model/severity-counts.ts';
import { defaultSettings } from '../../src/record/settings.ts';
import { broken, check, clean, folder, golden, onUnix, runProgram, write } from '../support/command-line.ts';
import { checkedFile } from '../support/findings.ts';
import sarifSchema from '../support/sarif-2.1.0-rtm.5.schema.json' with { type: 'json' };

test('SARIF is a valid log, whose fixes give the fixed text', () => {
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

test('SARIF names paths that cannot be read, and links a repeated id to the earlier one', () => {
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

/** Where SARIF and the annotations for GitHub say that the files of a run are, and the root that SARIF names. */
function locationsIn(cwd: string, workspace: string | undefined, ...paths: readonly string[]) {
  const options = { cwd: join(folder, cwd), input: '', env: { ...process.env, GITHUB_WORKSPACE: workspace } };
  const reportIn = (format: string) => runProgram(['check', `--format=${format}`, ...paths], options).stdout;
  const [log] = JSON.parse(reportIn('sarif')).runs;
  const located: { locations: { physicalLocation: { artifactLocation: object } }[] }[] = log.results;
  return {
    root: log.originalUriBaseIds.SRCROOT.uri,
    sarif: located.map((result) => result.locations[0]?.physicalLocation.artifactLocation),
    github: reportIn('github').match(/(?<=file=)[^,]*/g),
  };
}

function folderUri(path: string): string {
  return pathToFileURL(join(realpathSync(join(folder, path)), '/')).href;
}

test('SARIF and GitHub get paths from the root of the repository', onUnix, () => {
  write('repository/.git', 'gitdir: elsewhere');
  write('repository/backups/a b.json', broken);
  symlinkSync('backups', join(folder, 'repository', 'linked'));
  const outside = join(realpathSync(folder), write('outside.json', broken));
  const inside = { uri: 'backups/a%20b.json', uriBaseId: 'SRCROOT' };
  const expected = {
    root: folderUri('repository'),
    sarif: [inside, { uri: pathToFileURL(outside).href }],
    github: ['backups/a b.json', outside],
  };
  assert.deepEqual(locationsIn('repository/backups', undefined, '.', outside), expected);
  assert.deepEqual(locationsIn('repository', undefined, 'linked/a b.json', '../outside.json'), expected);
});

test('SARIF and GitHub get paths from the workspace, where there is no .git', onUnix, () => {
  write('work/checkout/pkg/x.json', broken);
  symlinkSync('work', join(folder, 'linked-work'));
  const from = (cwd: string, workspace: string | undefined) => {
    const { root, github, sarif } = locationsIn(cwd, workspace, '.');
    return [root, github?.[0], (sarif[0] as { uri: string }).uri];
  };
  const inWork = [folderUri('work'), 'checkout/pkg/x.json', 'checkout/pkg/x.json'];
  assert.deepEqual(from('work/checkout/pkg', join(folder, 'work')), inWork);
  assert.deepEqual(from('work/checkout/pkg', join(folder, 'linked-work')), inWork);
  for (const workspace of [undefined, '', join(folder, 'nowhere'), join(folder, 'repository')])
    assert.deepEqual(from('work/checkout', workspace), [folderUri('work/checkout'), 'pkg/x.json', 'pkg/x.json']);
  // The nearest root wins: a repository in the workspace, or a workspace in a repository.
  write('work/checkout/.git/HEAD', '');
  const inCheckout = [folderUri('work/checkout'), 'pkg/x.json', 'pkg/x.json'];
  assert.deepEqual(from('work/checkout/pkg', join(folder, 'work')), inCheckout);
  assert.deepEqual(from('work/checkout/pkg', join(folder, 'work/checkout/pkg')), [
    folderUri('work/checkout/pkg'),
    'x.json',
    'x.json',
  ]);
});

test('SARIF describes the program, each rule and each problem', () => {
  const text = new TextEncoder().encode('{ "status": "X", "x": 1,\n"y": 1 }');
  const report = new SarifReport('1.2.3');
  report.add(
    problemsOf('x.json', checkedFile(text, 'x.json'), {
      ...defaultSettings,
      severities: { ...defaultSettings.severities, 'unknown-property': 'hint' },
    }),
  );
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

test('SARIF has a fingerprint of the file, the rule and the line, with a count', () => {
  const line = '[{ "status": "X", "x": 1 }, { "status": "X", "y": 1 }]';
  const report = new SarifReport('1.2.3');
  for (const [file, text] of [
    ['a.json', `  ${line}\t`],
    ['b.json', line],
    ['c.json', `\n${line}`],
  ] as const)
    report.add(problemsOf(file, checkedFile(text, file), defaultSettings));
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

test('SARIF has no fixes for a problem without fixes', () => {
  const report = new SarifReport('1.2.3');
  report.add(problemsOf('x.json', checkedFile('', 'x.json'), defaultSettings));
  const [result] = JSON.parse([...report.end(noRun)].join('')).runs[0].results;
  assert.equal('fixes' in result, false);
});

test('SARIF says how many results it leaves out', () => {
  const text = new TextEncoder().encode('[{ "status": "X", "x": 1, "y": 2 }, { "status": "X" }]');
  const logOf = (maxResults: number) => {
    const report = new SarifReport('1.0.0', maxResults);
    report.add(problemsOf('x.json', checkedFile(text, 'x.json'), defaultSettings));
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

test('SARIF has no more results than code scanning accepts, the most severe first', () => {
  // Of the findings, this one costs least: it has no fix.
  const records = [...Array<string>(25_999).fill('{ "totalObjectCount": -1 }'), '{ "status": "X", "name": "" }'];
  const { out } = check('--format=sarif', write('many.json', `[${records.join(',\n')}]`));
  const [{ invocations, results }] = JSON.parse(out).runs;
  assert.equal(results.length, 25_000);
  assert.deepEqual([results[0].ruleId, results[1].ruleId], ['enum', 'negative-count']);
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
  remainingCounts: undefined,
  failures: [],
};

interface Replacement {
  readonly deletedRegion: { readonly charOffset: number; readonly charLength: number };
  readonly insertedContent: { readonly text: string };
}

function isUri(text: string): boolean {
  return URL.canParse(text, 'file:///') && !text.includes(' ');
}
