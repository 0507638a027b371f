import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { broken, clean, onUnix, program } from '../support/command-line.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'backup-response-'));
after(() => rmSync(folder, { recursive: true }));

const read = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Where pipelines work: a backup with a mistake, a sound one, and a file that has nothing to do with backups. */
const repository = join(folder, 'repository');
mkdirSync(join(repository, 'sound ones'), { recursive: true });
writeFileSync(join(repository, 'wrong.json'), broken);
writeFileSync(join(repository, 'sound ones', 'x.json'), clean);
writeFileSync(join(repository, 'package.json'), '{ "name": "x" }');

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const options = { encoding: 'utf8', shell: process.platform === 'win32' } as const;

test('the npm package has the command line and the schema only, and runs where nothing else is installed', () => {
  const packed = execFileSync(npm, ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    ...options,
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
  assert.deepEqual(files.map(({ path }) => path).sort(), [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'THIRD-PARTY-NOTICES',
    'dist/cli.js',
    'package.json',
    'schemas/backup-response.schema.json',
  ]);
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  const install = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, filename)];
  execFileSync(npm, install, { ...options, cwd: project, stdio: 'ignore' });
  assert.deepEqual(
    readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.')),
    ['backup-response'],
  );
  const command = join(project, 'node_modules', '.bin', 'backup-response');
  const { status, stdout } = spawnSync(command, ['check', join(repository, 'wrong.json')], options);
  assert.equal(status, 1);
  assert.match(stdout, /wrong\.json:1:\d+ error enum/);
  assert.equal(spawnSync(command, ['--version'], options).stdout, `${manifest.version}\n`);
});

test('the hook for pre-commit checks a repository, and leaves other JSON alone', () => {
  const hook = read('.pre-commit-hooks.yaml');
  const [, entry = ''] = /^ {2}entry: backup-response (.*)$/m.exec(hook) ?? [];
  assert.match(hook, /^ {2}pass_filenames: false$/m);
  const { status, stdout } = spawnSync(process.execPath, [program, ...entry.split(' ')], {
    cwd: repository,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stdout, /^wrong\.json:1:\d+ error enum .*\n2 files with 2 records checked, 1 error; left out: 1 /);
  const nothing = spawnSync(process.execPath, [program, ...entry.split(' ')], { cwd: join(folder), encoding: 'utf8' });
  assert.notEqual(nothing.status, 2);
  const [, files = ''] = /^ {2}files: (.*)$/m.exec(hook) ?? [];
  assert.match('a/b.jsonl', new RegExp(files));
  assert.doesNotMatch('a/b.ts', new RegExp(files));
});

test('the action for GitHub checks paths with blanks, and takes settings', onUnix, () => {
  const action = read('action.yml');
  assert.match(action, new RegExp(`^ {4}default: ${manifest.version}$`, 'm'));
  const script = action.slice(action.indexOf('run: |\n') + 'run: |\n'.length).replace(/^ {8}/gm, '');
  // In place of npx, which would ask the registry.
  const tools = join(folder, 'tools');
  mkdirSync(tools);
  writeFileSync(join(tools, 'npx'), `#!/bin/sh\necho "$1 $2"; shift 2; exec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(tools, 'npx'), 0o755);
  writeFileSync(join(repository, 'settings.json'), '{ "backupResponse.rules": { "enum": "warning" } }');
  const act = (paths: string, settings: string) =>
    spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: repository,
      encoding: 'utf8',
      env: {
        PATH: `${tools}${delimiter}${process.env.PATH}`,
        PATHS: paths,
        SETTINGS: settings,
        VERSION: manifest.version,
      },
    });
  const all = act('.\n', '');
  assert.equal(all.status, 1);
  assert.match(all.stdout, /^--yes backup-response@[\d.]+\n::error file=wrong\.json,line=1,/);
  assert.deepEqual(act('sound ones\n', '').status, 0);
  const settled = act('sound ones\nwrong.json\n', 'settings.json');
  assert.equal(settled.status, 0);
  assert.match(settled.stdout, /::warning file=wrong\.json/);
});
