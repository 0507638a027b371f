import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { encode } from '../../src/files/encoding.ts';
import { applyEdits } from '../../src/record/edit.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const golden = join(import.meta.dirname, '..', 'golden');
const folder = mkdtempSync(join(tmpdir(), 'backup-response-'));
after(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the program in the folder of the test. */
function run(args: readonly string[], input: string | Uint8Array = '', flags: readonly string[] = []): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, error: stderr };
}

function check(...args: string[]): Outcome {
  return run(['check', ...args]);
}

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
}

const id = '"jobId": "3469b87d-48ca-439a-868f-2160001da8c1"';
const clean = `{ ${id}, "status": "COMPLETE" }`;
const broken = `{ ${id}, "status": "complete" }`;

const onUnix = { skip: process.platform === 'win32' };

test('without WebAssembly, the findings are the same', () => {
  const name = write('jitless.json', `[${clean}, ${broken}, ${clean.replace('3469', '4469')}]`);
  const { code, out } = run(['check', name], '', ['--jitless']);
  assert.match(out, /enum/);
  assert.match(out, /duplicate-job-id/);
  assert.deepEqual({ code, out, error: '' }, check(name));
});

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

/** In each of them a file is read, and written again by `--fix`. */
const encodings = [
  'utf-8',
  'utf-8 with BOM',
  'utf-16le',
  'utf-16be',
  'utf-16le without BOM',
  'utf-16be without BOM',
] as const;

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
  assert.equal(relatedLocations[0].physicalLocation.region.startLine, 2);
  assert.match(partialFingerprints['backupResponse/v1'], /^[\da-f]{16}:1$/);
  // The same line further down is the same problem, and its fingerprint stays.
  write('repeated.json', `[\n\n${clean},\n${clean}]`);
  const [again] = JSON.parse(check('--format=sarif', name).out).runs[0].results;
  assert.deepEqual(again.partialFingerprints, partialFingerprints);
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

test('--fix keeps the encoding and the permissions of a file, and reports what remains', () => {
  for (const encoding of encodings) {
    const name = write('fix.json', encode(`{ ${id}, "status": "complete",\r\n "type": "DRAFT" }`, encoding));
    chmodSync(join(folder, name), 0o640);
    const { code, out } = check('--fix', name);
    assert.equal(code, 1);
    assert.match(out, /^fix\.json:2:10 error enum .*\n1 file with 1 record checked, 1 error\n$/);
    assert.deepEqual(
      new Uint8Array(readFileSync(join(folder, name))),
      encode(`{ ${id}, "status": "COMPLETE",\r\n "type": "DRAFT" }`, encoding),
    );
    if (process.platform !== 'win32') assert.equal(statSync(join(folder, name)).mode & 0o777, 0o640);
  }
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.tmp')),
    [],
  );
});

test('--fix does not touch valid files, invalid bytes, or findings of rules that are off', () => {
  const name = write('whole.json', clean);
  const before = statSync(join(folder, name)).mtimeMs;
  assert.equal(check('--fix', name).code, 0);
  assert.equal(statSync(join(folder, name)).mtimeMs, before);
  const bytes = Uint8Array.of(0x7b, 0xff, 0x7d);
  const { code, out } = check('--fix', write('bytes.json', bytes));
  assert.deepEqual(
    [code, out],
    [
      1,
      'bytes.json:1:2 error syntax These bytes are not UTF-8. Save the file as UTF-8, from what wrote it.\n1 file with 1 record checked, 1 error\n',
    ],
  );
  assert.deepEqual(new Uint8Array(readFileSync(join(folder, 'bytes.json'))), bytes);
  check('--fix', '--rule', 'enum=off', write('off.json', broken));
  assert.equal(readFileSync(join(folder, 'off.json'), 'utf8'), broken);
});

test('--fix writes through a symbolic link', { skip: process.platform === 'win32' }, () => {
  write('target.json', broken);
  symlinkSync('target.json', join(folder, 'link.json'));
  check('--fix', 'link.json');
  assert.equal(readFileSync(join(folder, 'target.json'), 'utf8'), clean);
});

test('standard input: its name decides its format, and --fix prints the fixed text', () => {
  assert.match(run(['check', '-'], broken).out, /^stdin:1:\d+ error enum/);
  assert.match(run(['check', '-', '--stdin-name', 'x.jsonl'], `${clean}\n{\n`).out, /^x\.jsonl:2:2 error syntax/);
  const { code, out, error } = run(['check', '-', '--fix'], encode(broken, 'utf-8 with BOM'));
  assert.deepEqual([code, out, error], [0, `\ufeff${clean}`, '1 file with 1 record checked, no problems\n']);
});

test('a folder is searched for backup records, by name, then by content', () => {
  write('search/a.backupresponse.json', '{ "status": "X" }');
  write('search/deep/out.jsonl', `${clean}\n{ "jobId": "", "status": "X" }`);
  write('search/out.json', `[${broken}]`);
  write('search/draft.json', `{ ${id}, "status": "X", "type": "CREATE_DRAFT" }`);
  write('search/other.json', '{ "status": "X", "name": 5 }');
  write('search/out.txt', broken);
  write('search/node_modules/x.backupresponse.json', broken);
  write('search/.git/x.backupresponse.json', broken);
  if (process.platform !== 'win32') symlinkSync('..', join(folder, 'search', 'loop'));
  const { out } = check('search');
  const files = [
    ...new Set(
      out
        .split('\n')
        .slice(0, -2)
        .map((line) => line.split(':')[0]?.replaceAll('\\', '/')),
    ),
  ];
  assert.deepEqual(files, ['search/a.backupresponse.json', 'search/deep/out.jsonl', 'search/out.json']);
  assert.match(out, /3 files with 4 records checked, 3 errors, 1 warning; left out: 2 without backup records\n$/);
});

test('a file that is named is checked once, whatever it contains', () => {
  write('named.txt', '{ "version": 1, "objects": [] }');
  const { code, out } = check('named.txt', './named.txt');
  assert.equal(code, 0);
  assert.match(out, /^named\.txt:1:1 information foreign-file .*\n1 file with 0 records checked, 1 information\n$/);
});

test('comments are allowed only in .jsonc, and an empty file is not JSON', () => {
  assert.equal(check(write('c.jsonc', `// x\n${clean.replace(' }', ', }')}`)).code, 0);
  assert.match(check(write('c.json', `// x\n${clean}`)).out, /^c\.json:1:1 error syntax/);
  assert.match(check(write('empty.json', '')).out, /^empty\.json:1:1 error syntax/);
  assert.equal(check(write('empty.jsonl', '')).code, 0);
});

test('severities and the number of warnings decide the exit code', () => {
  const name = write('warn.json', `{ ${id}, "x": 1 }`);
  assert.equal(check(name).code, 0);
  assert.equal(check('--max-warnings', '0', name).code, 1);
  assert.equal(check('--max-warnings=1', name).code, 0);
  assert.equal(check('--rule', 'unknown-property=error', name).code, 1);
  assert.equal(check('--rule=unknown-property=off', name).out, '1 file with 1 record checked, no problems\n');
});

test('wrong arguments and a path that cannot be read: exit code 2, and one line', () => {
  const wrong: readonly string[][] = [
    [],
    ['repair', 'x'],
    ['check', '--format', 'xml', 'x'],
    ['check', '--rule', 'nope=error', 'x'],
    ['check', '--rule', 'enum=loud', 'x'],
    ['check', '--rule', 'enum', 'x'],
    ['check', '--max-warnings', '-1', 'x'],
    ['check', '--nope', 'x'],
    ['check', 'nowhere.json'],
  ];
  for (const args of wrong) {
    const { code, error } = run(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(error, /^backup-response: .+\n$/, args.join(' '));
    assert.equal(error.split('\n').length, 2, error);
  }
  // What can be read is checked all the same.
  const { code, out } = check('nowhere.json', write('there.json', broken));
  assert.equal(code, 2);
  assert.match(out, /there\.json:1:\d+ error enum/);
});

test('a path without backup records is no success', () => {
  mkdirSync(join(folder, 'empty'), { recursive: true });
  write('others/package.json', '{ "name": "x" }');
  for (const path of ['empty', 'others', 'others/*.json', 'none/**/*.json']) {
    const { code, out, error } = check(path);
    assert.deepEqual([code, error], [2, `backup-response: no file with backup records in "${path}"\n`]);
    assert.match(out, /^0 files with 0 records checked, no problems/);
    assert.equal(check(path, '--no-error-on-unmatched-pattern').code, 0, path);
  }
});

test('patterns are expanded on every system, and what matches is searched for records', () => {
  write('patterns/a/one.json', `[${broken}]`);
  write('patterns/a/two.jsonl', broken);
  write('patterns/b/one.json', `[${broken}]`);
  write('patterns/a/other.json', '{ "name": 5 }');
  const files = (pattern: string) =>
    check(pattern)
      .out.match(/^[^:\n]+(?=:\d+:)/gm)
      ?.map((name) => name.replaceAll('\\', '/'));
  assert.deepEqual(files('patterns/a/*.json'), ['patterns/a/one.json']);
  assert.deepEqual(files('./patterns/**/one.json'), ['patterns/a/one.json', 'patterns/b/one.json']);
  assert.deepEqual(files('patterns/{a,b}/*.json*'), [
    'patterns/a/one.json',
    'patterns/a/two.jsonl',
    'patterns/b/one.json',
  ]);
});

test('the settings of VS Code decide severities, what is allowed, and which files are ours', () => {
  const text = `{ ${id}, "status": "PAUSED", "region": 1, "isPartial": false, "options": { "includeTypes": ["ROLE"] } }`;
  write('settings/x.json', text);
  write('settings/draft.json', '{ "type": "CREATE_DRAFT" }');
  const settings = write(
    'settings.jsonc',
    `{
      // As in .vscode/settings.json.
      "backupResponse.rules": { "partial-options": "error", "nope": "error", "enum": 5 },
      "backupResponse.additionalValues": { "status": ["PAUSED"] },
      "backupResponse.additionalProperties": ["region"],
      "json.schemas": [{ "url": "backup-response://schemas/backup-response.json", "fileMatch": ["draft*.json"] }],
    }`,
  );
  assert.match(check('settings').out, /enum.*\n.*unknown-property.*\n.*information partial-options/);
  const { code, out } = check('settings', '--settings', settings);
  assert.equal(code, 1);
  assert.match(
    out,
    /^settings.draft\.json:1:1 information foreign-file .*\nsettings.x\.json:1:\d+ error partial-options .*\n2 files/,
  );
  assert.equal(check('settings', '--settings', settings, '--rule', 'partial-options=off').code, 0);
  const wrong = check('settings', '--settings', write('wrong.json', '[1'));
  assert.deepEqual([wrong.code, wrong.out], [2, '']);
  assert.match(wrong.error, /^backup-response: cannot read the settings in "wrong\.json": .*\n$/);
});

test('--quiet, --output-file, explain, and the current folder', () => {
  write('quiet/x.json', `{ ${id}, "status": "X", "y": 1 }`);
  assert.match(
    check('quiet', '--quiet').out,
    /^quiet.x\.json:1:\d+ error enum .*\n1 file with 1 record checked, 1 error\n$/,
  );
  const { code, out } = check('quiet', '--format', 'json', '--output-file', 'report.json');
  assert.deepEqual([code, out], [1, '']);
  assert.equal(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).length, 2);
  assert.match(run(['explain', 'zero-time']).out, /^# zero-time\n/);
  assert.equal(run(['explain', 'nope']).code, 2);
  const here = spawnSync(process.execPath, [program, 'check'], { cwd: join(folder, 'quiet'), encoding: 'utf8' });
  assert.match(here.stdout, /^x\.json:1:/);
});

test('--fix leaves alone what may not be written, and what is another file', onUnix, () => {
  const name = write('read-only.json', broken);
  chmodSync(join(folder, name), 0o444);
  const { code, error } = check('--fix', name);
  assert.deepEqual([code, error], [2, 'backup-response: cannot write "read-only.json": it is read-only\n']);
  assert.equal(readFileSync(join(folder, name), 'utf8'), broken);
  // A hard link stays one: the other name has the new content too.
  write('one.json', broken);
  linkSync(join(folder, 'one.json'), join(folder, 'other-name.json'));
  assert.equal(check('--fix', 'one.json').code, 0);
  assert.equal(readFileSync(join(folder, 'other-name.json'), 'utf8'), clean);
  assert.equal(statSync(join(folder, 'one.json')).nlink, 2);
  // A pipe would never end.
  spawnSync('mkfifo', [join(folder, 'pipe.json')]);
  const pipe = check('pipe.json');
  assert.equal(pipe.code, 2);
  assert.match(pipe.error, /^backup-response: cannot read "pipe\.json": it is not a regular file\..*\n$/);
});

test('what a run that was killed has left is removed by the next one', () => {
  write('litter/x.json', broken);
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  write(`litter/.backup-response-${host}-999999999-0123abcd.tmp`, 'x');
  write('litter/.backup-response-ffffffff-1-0123abcd.tmp', 'of another machine');
  assert.equal(check('--fix', 'litter').code, 0);
  assert.deepEqual(readdirSync(join(folder, 'litter')).sort(), ['.backup-response-ffffffff-1-0123abcd.tmp', 'x.json']);
});

test('a reader that goes away does not change the exit code', onUnix, () => {
  const name = write('many.json', `[${Array.from({ length: 20_000 }, () => '{ "status": "X" }').join(',')}]`);
  const command = `"${process.execPath}" "${program}" check ${name} | head -1; exit \${PIPESTATUS[0]}`;
  const { status, stdout } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 1);
  assert.equal(stdout.split('\n').length, 2);
});

test('no name of a file forges a line or reaches the terminal raw', onUnix, () => {
  write('forged\n/etc/passwd:1:1 error enum x\u001b[2J.json', broken);
  const { out } = check('forged*/**');
  assert.ok(!out.includes('\u001b'));
  assert.match(
    out,
    /^forged\\n\/etc\/passwd:1:1 error enum x\\u001b\[2J\.json:1:62 error enum .*\n1 file with 1 record/,
  );
});

test('--help and --version', () => {
  assert.match(run(['--help']).out, /^Usage: backup-response check/);
  assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/);
});

test('hostile files get an answer, quickly', { timeout: 20_000 }, () => {
  const one = (text: string) => check('--format', 'json', write('hostile.json', text));
  assert.equal(one('['.repeat(100_000)).code, 1);
  assert.equal(one('['.repeat(100_000) + ']'.repeat(100_000)).code, 1);
  assert.equal(one(`{ "jobId": "${'x'.repeat(5_000_000)}" }`).code, 0);
  assert.equal(one('{ "__proto__": 1 }').code, 0);
  // Text before the JSON, or what looks like it.
  assert.equal(one(`x\n${'['.repeat(100_000)}`).code, 1);
  assert.equal(one(`${'\n'.repeat(500_000)}x`).code, 1);
  assert.equal(one(`${'\u00a0\u200b '.repeat(100_000)}x`).code, 1);
  assert.equal(one(`${'\u001b[0m'.repeat(100_000)}x`).code, 1);
  assert.equal(one(`[${'"a": '.repeat(100_000)}`).code, 1);
  assert.equal(one(`{ "${'x'.repeat(1_000_000)}": 1, "name": "y" }`).code, 0);
  assert.equal(one('{ "name": "\\ud800" }').code, 0);
});
