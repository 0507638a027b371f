import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

/** Plays the recipes of CONTRIBUTING in a copy of the repository, and forgets each step once. */

const root = join(import.meta.dirname, '..', '..');
const copy = mkdtempSync(join(tmpdir(), 'backup-response-'));
after(() => rmSync(copy, { recursive: true, maxRetries: 5 }));

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
for (const file of tracked.trim().split('\n')) {
  if (!file.startsWith('media/') && existsSync(join(root, file))) cpSync(join(root, file), join(copy, file));
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');

/** Changes a file of the copy. */
function edit(path: string, change: (text: string) => string): void {
  const file = join(copy, path);
  const before = readFileSync(file, 'utf8');
  const text = change(before);
  assert.notEqual(text, before, path);
  writeFileSync(file, text);
}

function run(...args: string[]): { status: number | null; output: string } {
  // With this variable, Node runs no tests, since it is in a test already.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env });
  return { status, output: stdout + stderr };
}

const generate = () => run('--import', 'tsx', 'scripts/generate/index.ts');
/** Runs unit tests of the copy. @param args names of files, and what else Node is given */
function runTests(...args: string[]): { status: number | null; output: string } {
  const files = args.map((arg) => (arg.startsWith('--') ? arg : join('test', 'unit', `${arg}.test.ts`)));
  return run('--import', 'tsx', 'scripts/test-unit.ts', ...files);
}

const rule = `import { replaceWith } from '../../change.ts';
import type { Rule } from '../../rule.ts';

export const paddedName: Rule<'padded-name'> = {
  id: 'padded-name',
  severity: 'information',
  passes: () => false,

  onValue({ value }, { path }) {
    return path === 'name' && typeof value === 'string' && value !== value.trim() ? {} : undefined;
  },

  message: () => '"name" must not begin or end with white space. Remove it.',

  losslessFix: (_data, { node }) => replaceWith(node, String(node.value).trim()),
};
`;

const page = `# padded-name

A name begins or ends with white space.

Default severity: **error**. To change it, add it to the setting \`backupResponse.rules\`, for example \`"padded-name": "hint"\`; \`"off"\` turns the rule off.

## Why it matters

Nothing in a list shows the difference.

## Example

\`\`\`json
{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "name": "Nightly " }
\`\`\`

Fixed:

\`\`\`json
{ "jobId": "3469b87d-48ca-439a-868f-2160001da8c1", "name": "Nightly" }
\`\`\`

See also: [what readers do with a mistake](../readers.md).
`;

const tests = `import type { RuleTest } from '../support/rule-test.ts';

export const ruleTest: RuleTest = {
  findings: [['{ "name": " x" }', 'padded-name " x"'], ['{ "name": "x" }']],
  sentences: [['{ "name": "x " }', '"name" must not begin or end with white space. Remove it.']],
  fixes: [['{ "name": " x" }', '* Change to "x" → { "name": "x" }']],
};
`;

test('a rule without a page, and a value or a property without words, is refused with the file to write', () => {
  writeFileSync(join(copy, 'src/record/rules/values/padded-name.ts'), rule);
  edit('src/record/rules/index.ts', (text) =>
    text
      .replace('import { partialOptions }', "import { paddedName } from './values/padded-name.ts';\n$&")
      .replace('  partialOptions,\n', '$&  paddedName,\n'),
  );
  edit('schemas/backup-response.schema.json', (text) =>
    text
      .replace('"CANCELLED", "FAILED"]', '"CANCELLED", "FAILED", "POSTPONED"]')
      .replace('"tenant": {', '"region": { "type": "string" },\n        $&'),
  );
  edit('package.json', (text) => text.replace(/\{\s*"command": "backupResponse.showLog",\s*"when": "false"\s*\},/, ''));
  const { status, output } = generate();
  assert.equal(status, 1);
  assert.match(output, /^docs\/rules\/padded-name\.md is missing\. /m);
  assert.match(
    output,
    /^schemas\/backup-response\.schema\.json: the value "POSTPONED" of "status" has no sentence\. /m,
  );
  assert.match(output, /^schemas\/backup-response\.schema\.json: "region" has no "description"\./m);
  assert.match(output, /^scripts\/generate\/docs\.ts does not say what "backupResponse\.showLog" does\. /m);
  assert.doesNotMatch(output, /^ {4}at /m);
});

test('a rule without tests fails, with the file to write', () => {
  writeFileSync(join(copy, 'docs/rules/padded-name.md'), page);
  edit('schemas/backup-response.schema.json', (text) =>
    text
      .replace('"region": { "type": "string" },\n', '')
      .replace(
        /("const": "FAILED",\s*"description": ".*?"\s*\})/,
        '$1, { "const": "POSTPONED", "description": "The backup was put off until another day." }',
      ),
  );
  edit('package.json', () => readFileSync(join(root, 'package.json'), 'utf8'));
  const { status, output } = generate();
  assert.equal(status, 0, output);
  assert.match(
    readFileSync(join(copy, 'docs/rules/README.md'), 'utf8'),
    /`padded-name`\]\(padded-name\.md\) \| information \| `--fix` \|/,
  );
  assert.match(
    readFileSync(join(copy, 'docs/rules/padded-name.md'), 'utf8'),
    /^Default severity: \*\*information\*\*\. .*\n\nFix: `--fix` does it/m,
  );
  const { status: failed, output: said } = runTests('--test-name-pattern=has tests', 'rules');
  assert.equal(failed, 1);
  assert.match(said, /test\/rules\/padded-name\.ts is missing/);
});

test('a rule and a value added by the recipes pass the tests and the type check', () => {
  writeFileSync(join(copy, 'test/rules/padded-name.ts'), tests);
  const { status, output } = runTests('rules', 'golden', 'hover', 'new-record');
  assert.equal(status, 0, output);
  assert.match(output, /padded-name says: "name" must not begin/);
  const types = run(join('node_modules', 'typescript', 'bin', 'tsc'));
  assert.equal(types.status, 0, types.output);
});

let watch: ChildProcess | undefined;
after(() => watch?.kill());

test('watch reports once that all bundles are built, and again after a change', { timeout: 120_000 }, async () => {
  watch = spawn(process.execPath, ['esbuild.mjs', '--watch'], {
    cwd: copy,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const bundles = [
    'extension.js',
    'engine.mjs',
    'assistance.mjs',
    'on-demand.mjs',
    'paste.mjs',
    'language.mjs',
    'cli.mjs',
    'cli.js',
  ];
  let built: boolean | undefined;
  let output = '';
  watch.stdout?.setEncoding('utf8');
  for await (const piece of watch.stdout ?? []) {
    output += piece;
    if (!output.includes('[watch] build finished')) continue;
    if (built === undefined) {
      built = bundles.every((name) => existsSync(join(copy, 'dist', name)));
      appendFileSync(join(copy, 'src/cli/main.ts'), '// A change.\n');
    } else if (output.match(/\[watch\] build finished/g)?.length === 2) watch.kill();
  }
  assert.ok(built);
  assert.match(
    output,
    /^\[watch\] build started\n\[watch\] build finished\n\[watch\] build started\n\[watch\] build finished\n/,
  );
});

test('F5 opens a copy of the samples, and waits for the watch that makes all bundles', () => {
  const settings = (name: string) => JSON.parse(readFileSync(join(root, '.vscode', name), 'utf8'));
  const { tasks } = settings('tasks.json');
  const hosts = settings('launch.json').configurations.filter(({ name }: { name: string }) => /^Run /.test(name));
  assert.equal(hosts.length, 2);
  for (const { args, preLaunchTask } of hosts) {
    assert.ok(args.includes(`\${workspaceFolder}/out/samples`), args.join(' '));
    const { dependsOn } = tasks.find(({ label }: { label: string }) => label === preLaunchTask);
    assert.deepEqual(dependsOn, ['copy the samples', 'watch']);
  }
  const { args } = tasks.find(({ label }: { label: string }) => label === 'copy the samples');
  assert.equal(run(...args).status, 0);
  for (const name of ['README.md', 'nightly.jsonl']) assert.ok(existsSync(join(copy, 'out', 'samples', name)), name);
});
