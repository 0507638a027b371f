import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { test } from 'node:test';
import { load } from 'js-yaml';
import manifest from '../../package.json' with { type: 'json' };
import { packagedFiles } from '../../scripts/package-files.ts';
import { readCall } from '../../src/cli/arguments.ts';
import { countsInWords, noCounts } from '../../src/model/severity-counts.ts';
import { defaultSeverities, ruleIds } from '../../src/record/rules/index.ts';
import { broken, check, write } from '../support/command-line.ts';
import { checkedFile } from '../support/findings.ts';
import { linksIn } from '../support/links.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n');

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

for (const page of pages) {
  test(`the links in ${page} have targets`, () => {
    for (const { path, anchor } of linksIn(read(page))) {
      const target = path === '' ? page : join(dirname(page), path);
      assert.ok(existsSync(join(root, target)), path);
      if (anchor !== undefined) assert.ok(anchorsOf(target).includes(anchor), `${path}#${anchor}`);
    }
  });
}

test('the page about the architecture names every folder of src', () => {
  const named = [...read('docs/architecture.md').matchAll(/^\| `(\w+)\/` \|/gm)].map(([, folder]) => folder);
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(named.sort(), folders.map(({ name }) => name).sort());
});

test('the description of the picture of the language status fits the sample', () => {
  const sample = 'backups.backupresponse.json';
  const { findings } = checkedFile(readFileSync(join(root, 'samples', sample)), sample);
  const counts = { ...noCounts };
  for (const { rule } of findings) {
    const severity = defaultSeverities[rule];
    if (severity !== 'off') counts[severity]++;
  }
  const [, description = ''] = /!\[([^\]]*)\]\(\.\.\/media\/status\.png\)/.exec(read('docs/files.md')) ?? [];
  assert.equal(description, `The language status: BackupResponse, 2 records, by its name, ${countsInWords(counts)}`);
});

const [{ path: contributed }] = manifest.contributes.chatSkills as [{ path: string }];
const skill = contributed.replace('./', '');
const skillText = read(skill);
const [, header = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(skillText) ?? [];

test('the skill has the header that VS Code requires, with the name of its folder', () => {
  assert.equal(manifest.contributes.chatSkills.length, 1);
  assert.equal(basename(skill), 'SKILL.md');
  const { name, description, ...others } = load(header) as Record<string, string>;
  assert.equal(name, basename(dirname(skill)));
  assert.match(name ?? '', /^[a-z0-9-]{1,64}$/);
  assert.ok(description && description.length <= 1024);
  assert.deepEqual(others, {});
});

test('the skill and every file that it names are in the package', () => {
  const packaged = new Set(packagedFiles());
  const links = [...body.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
  const programs = [...body.matchAll(/\bnode (\S+)/g)].map(([, program = '']) => program);
  assert.equal(links.length, 3);
  assert.ok(programs.length > 0);
  for (const file of ['SKILL.md', ...links, ...programs])
    assert.ok(packaged.has(posix.join(dirname(skill), file)), file);
});

test('the skill names commands, options and output that exist', () => {
  const calls = [...body.matchAll(/^ *node \S+ (.+)$/gm)].map(([, args = '']) => args.split(' '));
  assert.equal(calls.length, 5);
  for (const call of calls) assert.notEqual(typeof readCall(call), 'string', call.join(' '));
  const options = [...body.matchAll(/`(--[\w-]+)( \S+)?`/g)].map(([, name = '', value = '']) => [name, value.trim()]);
  for (const [name = '', value = ''] of options) readCall(['check', name, ...(value ? [value] : [])]);
  const [problem] = JSON.parse(check('--format', 'json', write('skill.json', broken)).out);
  const [, names = ''] = /Each problem has (.*?)\. Exit code/s.exec(body) ?? [];
  assert.deepEqual(
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
    [...Object.keys(problem), ...Object.keys(problem.fixes[0])],
  );
  for (const [, id = ''] of `${header}${body}`.matchAll(/\b(enum|powershell-date|zero-time)\b/g))
    assert.ok((ruleIds as readonly string[]).includes(id), id);
});

test('AGENTS.md names scripts and files that exist', () => {
  const page = read('AGENTS.md');
  for (const [, script = ''] of page.matchAll(/`npm (?:run )?([\w:]+)/g)) assert.ok(script in manifest.scripts, script);
  const paths = [...page.matchAll(/`(?:node )?((?:src|docs|test|scripts|schemas|snippets)\/[^`]*)`|\]\(([^)]+)\)/g)];
  assert.ok(paths.length > 10);
  for (const [, code, link] of paths) {
    const path = (code ?? link ?? '').replace('<family>', 'values').replace('<id>', 'enum');
    assert.ok(existsSync(join(root, path)), path);
  }
});
