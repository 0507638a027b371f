import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { load } from 'js-yaml';
import manifest from '../../package.json' with { type: 'json' };
import { packNpm } from '../../scripts/package-files.ts';
import { ruleIds } from '../../src/record/rules/index.ts';
import { broken, clean, onUnix, program } from '../support/command-line.ts';
import { deadLinks } from '../support/links.ts';
import { serveRegistry } from '../support/registry.ts';

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

const filename = packNpm(folder);

test('the npm package has the command line, the schema and their pages, and runs alone', () => {
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  const install = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, filename)];
  execFileSync(npm, install, { ...options, cwd: project, stdio: 'ignore' });
  assert.deepEqual(
    readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.')),
    ['backup-response'],
  );
  const installed = join(project, 'node_modules', 'backup-response');
  const paths = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const files = paths.filter((path) => statSync(join(installed, path)).isFile());
  assert.deepEqual(files.filter((path) => !path.startsWith('docs/')).sort(), [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'THIRD-PARTY-NOTICES',
    'dist/cli.js',
    'package.json',
    'schemas/backup-response.schema.json',
  ]);
  const pages = files.filter((path) => path.startsWith('docs/rules/'));
  assert.deepEqual(pages.sort(), ['README', ...ruleIds].map((name) => `docs/rules/${name}.md`).sort());
  assert.deepEqual(deadLinks(new Map(files.map((path) => [path, readFileSync(join(installed, path))]))), []);
  const command = join(project, 'node_modules', '.bin', 'backup-response');
  const { status, stdout } = spawnSync(command, ['check', join(repository, 'wrong.json')], options);
  assert.equal(status, 1);
  assert.match(stdout, /wrong\.json:1:\d+ error enum/);
  assert.equal(spawnSync(command, ['--version'], options).stdout, `${manifest.version}\n`);
});

test('the hook for pre-commit gets the npm package, checks a repository, and leaves other JSON alone', async () => {
  const [hook] = load(read('.pre-commit-hooks.yaml')) as [Readonly<Record<string, unknown>>];
  const { id, language, entry, pass_filenames, files } = hook;
  assert.deepEqual([id, language, pass_filenames], ['backup-response', 'system', false]);
  assert.match('a/b.jsonl', new RegExp(String(files)));
  assert.doesNotMatch('a/b.ts', new RegExp(String(files)));
  assert.ok(String(entry).startsWith(`npx --yes backup-response@${manifest.version} `));
  const registry = await serveRegistry(join(folder, filename));
  try {
    const { code, out } = await runHook(String(entry), repository, registry.address);
    assert.match(out, /^wrong\.json:1:\d+ error enum .*\n2 files with 2 records checked, 1 error; left out: 1 /);
    assert.equal(code, 1);
    const none = join(folder, 'none');
    mkdirSync(none);
    assert.equal((await runHook(String(entry), none, registry.address)).code, 0);
  } finally {
    registry.close();
  }
});

/** Runs the command of the hook in a folder, as pre-commit does. */
function runHook(entry: string, cwd: string, registry: string): Promise<{ code: number | null; out: string }> {
  const [command = '', ...args] = entry.split(' ');
  const environment = { npm_config_registry: registry, npm_config_cache: join(folder, 'npm-cache') };
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })));
}

test('the action for GitHub checks paths with blanks, and takes settings', onUnix, () => {
  assert.match(read('action.yml'), new RegExp(`^ {4}default: ${manifest.version}$`, 'm'));
  writeFileSync(join(repository, 'settings.json'), '{ "backupResponse.rules": { "enum": "warning" } }');
  const all = act('.\n', '');
  assert.equal(all.status, 1);
  assert.match(all.stdout, /^::error file=wrong\.json,line=1,/);
  assert.deepEqual(act('sound ones\n', '').status, 0);
  const settled = act('sound ones\nwrong.json\n', 'settings.json');
  assert.equal(settled.status, 0);
  assert.match(settled.stdout, /::warning file=wrong\.json/);
});

test('the action for GitHub installs outside of the checkout, and runs no code of it', onUnix, () => {
  const own = join(repository, 'node_modules');
  for (const name of ['.bin', 'backup-response']) mkdirSync(join(own, name), { recursive: true });
  writeFileSync(join(own, '.bin', 'backup-response'), '#!/bin/sh\necho taken over\n', { mode: 0o755 });
  writeFileSync(join(repository, '.npmrc'), 'registry=http://localhost:9/\n');
  const { status, stdout } = act('.\n', '');
  assert.equal(status, 1);
  assert.doesNotMatch(stdout, /taken over/);
  const [where = '', args] =
    readFileSync(join(temporary, 'npm.txt'), 'utf8').trim().split('\n').at(-1)?.split('|') ?? [];
  assert.equal(dirname(where), realpathSync(temporary));
  assert.match(args ?? '', new RegExp(`^install --prefix .* backup-response@${manifest.version}$`));
  for (const name of ['node_modules', '.npmrc']) rmSync(join(repository, name), { recursive: true });
});

const temporary = join(folder, 'temporary');

/** Runs the action's script in the checkout, with an npm that installs this program without asking a registry. */
function act(paths: string, settings: string) {
  const action = read('action.yml');
  const script = action.slice(action.indexOf('run: |\n') + 'run: |\n'.length).replace(/^ {8}/gm, '');
  const tools = join(folder, 'tools');
  for (const one of [tools, temporary]) mkdirSync(one, { recursive: true });
  const install = [
    '#!/bin/sh',
    `echo "$(pwd -P)|$*" >> "${join(temporary, 'npm.txt')}"`,
    'mkdir -p "$3/node_modules/.bin"',
    `printf '#!/bin/sh\\nexec "%s" "%s" "$@"\\n' "${process.execPath}" "${program}" > "$3/node_modules/.bin/backup-response"`,
    'chmod +x "$3/node_modules/.bin/backup-response"',
  ];
  writeFileSync(join(tools, 'npm'), `${install.join('\n')}\n`, { mode: 0o755 });
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      PATH: `${tools}${delimiter}${process.env.PATH}`,
      PATHS: paths,
      SETTINGS: settings,
      VERSION: manifest.version,
      RUNNER_TEMP: temporary,
    },
  });
}
