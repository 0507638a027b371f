import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { countsInWords, noCounts } from '../../src/model/severity-counts.ts';
import { defaultSeverities } from '../../src/record/rules/index.ts';
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

test('the map in CONTRIBUTING names every folder of src', () => {
  const named = [...read('CONTRIBUTING.md').matchAll(/^\| `src\/(\w+)\/` \|/gm)].map(([, folder]) => folder);
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
