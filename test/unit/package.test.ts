import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { build } from 'esbuild';
import manifest from '../../package.json' with { type: 'json' };
import { common } from '../../scripts/bundles.mjs';
import { packagedFiles, stagePackage, stateOf } from '../../scripts/package-files.ts';
import { sbom } from '../../scripts/sbom.ts';
import { ruleIds } from '../../src/record/rules/index.ts';
import { deadLinks } from '../support/links.ts';
import { unzip } from '../support/zip.ts';
import floor from '../vscode/floor/package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'backup-response-'));
after(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** An import of a file that several bundles share, as the bundler writes it. */
const importOfShared = /\bimport *(?:\{[^}]*\} *from *)?(?:\( *)?"\.\/(shared-\w+\.mjs)"/g;

/** A module in `dist`, and the files that it imports, each with its path. */
function modulesOf(name: string, found = new Set<string>()): string[] {
  found.add(`dist/${name}`);
  for (const [, imported = ''] of read(`dist/${name}`).matchAll(importOfShared))
    if (!found.has(`dist/${imported}`)) modulesOf(imported, found);
  return [...found];
}

test('the package has the files that it needs, and no others', () => {
  const pages = ['command-line', 'editing', 'faq', 'files', 'readers', 'settings'].map((name) => `docs/${name}.md`);
  const pictures = ['README.md', ...pages].flatMap((page) =>
    [...read(page).matchAll(/\]\((?:\.\.\/)?(media\/[\w-]+\.png)\)/g)].map(([, path]) => path),
  );
  const [walkthrough] = manifest.contributes.walkthroughs;
  const walkthroughPictures = walkthrough?.steps.map(({ media }) => media.image) ?? [];
  assert.deepEqual(
    packagedFiles().sort(),
    [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'THIRD-PARTY-NOTICES',
      'dist/extension.js',
      ...new Set(
        ['assistance', 'cli', 'engine', 'language', 'on-demand', 'paste'].flatMap((name) => modulesOf(`${name}.mjs`)),
      ),
      ...pages,
      'docs/rules/README.md',
      ...ruleIds.map((id) => `docs/rules/${id}.md`),
      manifest.icon,
      'package.json',
      'package.nls.json',
      ...new Set([...pictures, ...walkthroughPictures]),
      'samples/backups.backupresponse.json',
      'schemas/backup-response.editor.schema.json',
      'schemas/backup-response.schema.json',
      'skills/backup-response/SKILL.md',
      'snippets/backup-response.json',
    ].sort(),
  );
});

test('vsce is asked again once a file comes or goes, or another one chooses among them', () => {
  const place = join(folder, 'listed');
  mkdirSync(join(place, 'docs'), { recursive: true });
  const states = [stateOf(place)];
  for (const name of ['docs/a.md', '.vscodeignore', 'package.json']) {
    writeFileSync(join(place, name), '');
    states.push(stateOf(place));
  }
  for (const name of ['.vscodeignore', 'package.json']) {
    writeFileSync(join(place, name), '{}');
    states.push(stateOf(place));
  }
  assert.equal(new Set(states).size, states.length);
  writeFileSync(join(place, 'docs/a.md'), 'Its text does not matter.');
  assert.equal(stateOf(place), states.at(-1));
});

/** Packs the content of a folder, as `npm run package` does, in an environment of its own. */
function pack(vsix: string, from: string, environment: NodeJS.ProcessEnv): Buffer {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts', 'vsix', '--out', vsix, '--folder', from], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
  return readFileSync(vsix);
}

test('vsce makes a package below 200 KB without its pictures, with the same bytes in every place and at every time', () => {
  const vsix = join(folder, 'one.vsix');
  const zip = pack(vsix, root, { TZ: 'UTC' });
  const pictures = packagedFiles().filter((file) => file.endsWith('.png'));
  const size = zip.length - pictures.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
  assert.ok(size < 200 * 1024, `${size} bytes`);

  const place = stagePackage(join(folder, 'elsewhere'));
  copyFileSync(join(root, '.vscodeignore'), join(place, '.vscodeignore'));
  chmodSync(join(place, 'LICENSE'), 0o600);
  utimesSync(join(place, 'LICENSE'), 1e9, 1e9);
  assert.ok(zip.equals(pack(join(folder, 'other.vsix'), place, { TZ: 'Asia/Tokyo', LANG: 'C' })));

  // Its pages have no dead links, and all pages that a reader needs are there.
  const files = unzip(zip);
  assert.deepEqual(deadLinks(files), []);
  for (const name of ['SECURITY.md', 'docs/faq.md', 'docs/command-line.md']) assert.ok(files.has(`extension/${name}`));
  assert.match(String(files.get('extension/readme.md')), /\]\(SECURITY\.md\).*\]\(docs\/faq\.md\)/s);

  // The files beside it belong to it.
  const sha256 = createHash('sha256').update(zip).digest('hex');
  assert.deepEqual(JSON.parse(readFileSync(join(folder, 'one.cdx.json'), 'utf8')), sbom(sha256));
});

test('the code that VS Code loads with every JSON file needs no Node, evaluates no text, and stays small', () => {
  const code = read('dist/extension.js');
  const modules = new Set([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name));
  assert.deepEqual(modules, new Set(['vscode']));
  assert.doesNotMatch(code, /new Function|\beval\(/);
  assert.ok(code.length < 12_000, `${code.length}`);
});

for (const [module, most] of [
  ['engine.mjs', 170_000],
  ['assistance.mjs', 180_000],
  ['on-demand.mjs', 260_000],
  ['paste.mjs', 200_000],
  ['language.mjs', 180_000],
] as const) {
  test(`${module}, with its imports, fits into Node and into a web worker, and stays small`, () => {
    const code = modulesOf(module).map(read).join('').replaceAll(importOfShared, '');
    for (const foreign of [/\brequire\(/, /\bimport[ "'{*]/, /new Function/, /\beval\(/])
      assert.ok(!foreign.test(code), `${foreign}`);
    assert.ok(code.length < most, `${code.length}`);
  });
}

test('the command line of the extension and that of npm are the same', () => {
  const run = (program: string) =>
    spawnSync(process.execPath, [join(root, 'dist', program), 'check', 'samples'], { cwd: root, encoding: 'utf8' });
  const [ofExtension, ofNpm] = [run('cli.mjs'), run('cli.js')];
  assert.equal(ofExtension.stdout, ofNpm.stdout);
  assert.equal(ofExtension.status, 1);
});

test('jsonc-parser still has the module that the bundles take from it', async () => {
  const path = common.alias['jsonc-parser'];
  const stdin = { contents: `export { parseTree } from '${path}'`, resolveDir: root };
  const built = build({ stdin, bundle: true, write: false, logLevel: 'silent' });
  await assert.doesNotReject(built, `An update has moved "${path}". Name its new place in scripts/bundles.mjs.`);
});

test('only parse.ts needs code of jsonc-parser', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const importing = files.filter((name) => /^import (?!type ).*'jsonc-parser/m.test(read(join('src', name))));
  assert.deepEqual(importing, [join('record', 'parse', 'parse.ts')]);
});

test('the versions agree', () => {
  const engine = manifest.engines.vscode.slice(1);
  assert.equal(manifest.devDependencies['@types/vscode'], engine);
  assert.match(read('CHANGELOG.md'), /^## Unreleased$/m);
  // code-server counts as VS Code does, with another first number.
  const [, minor] = engine.split('.');
  assert.equal(floor.dependencies['code-server'].split('.')[1], minor);
});

test('the lock files have no address of a registry and no path of a machine', () => {
  for (const folder of ['', 'test/vscode/', 'test/vscode/floor/'])
    assert.doesNotMatch(read(`${folder}package-lock.json`), /"resolved": "http/);
});
