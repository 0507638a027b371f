import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { assert as always, array, constantFrom, integer, property, string, tuple } from 'fast-check';
import { unifiedDiff } from '../../src/cli/fix/diff.ts';
import { shownDiff } from '../../src/cli/fix/dry-run.ts';
import { encode } from '../../src/files/encoding.ts';
import { applyEdits, type Edit } from '../../src/json/edit.ts';
import { check, clean, folder, golden, id, run, write } from '../support/command-line.ts';
import { checkedFile } from '../support/findings.ts';
import { useOneOf } from '../support/values.ts';

test('--diff shows what --fix would do, lists the problems that it cannot fix, and changes nothing', () => {
  const text = `[\n  {\n    ${id},\n    "status": "complete",\n    "type": "DRAFT"\n  }\n]`;
  const name = write('diff.json', text);
  const { code, out, error } = check('--diff', name);
  assert.equal(code, 1);
  assert.equal(
    out,
    [
      '--- a/diff.json',
      '+++ b/diff.json',
      '@@ -1,7 +1,7 @@',
      ' [',
      '   {',
      `     ${id},`,
      '-    "status": "complete",',
      '+    "status": "COMPLETE",',
      '     "type": "DRAFT"',
      '   }',
      ' ]',
      '\\ No newline at end of file',
      '',
    ].join('\n'),
  );
  assert.equal(
    error,
    `diff.json:5:13 error enum "DRAFT" is not a job type. ${useOneOf('type')}\n` +
      '1 file with 1 record checked, 2 errors; --fix would leave 1 error\n',
  );
  assert.equal(readFileSync(join(folder, name), 'utf8'), text);
  // A problem that --fix would fix is still a problem.
  assert.equal(check('--diff', write('diff.json', text.replace('DRAFT', 'BACKUP'))).code, 1);
  assert.deepEqual(check('--diff', write('diff.json', clean)), {
    code: 0,
    out: '',
    error: '1 file with 1 record checked, no problems; --fix would leave no problems\n',
  });
  const quiet = write('quiet.json', `{ ${id}, "status": "complete", "madeUp": "EU" }`);
  assert.match(check('--diff', quiet).error, /, 1 error, 1 warning; --fix would leave 1 warning\n$/);
  assert.match(check('--diff', '--quiet', quiet).error, /, 1 error; --fix would leave no problems\n$/);
  assert.match(run(['check', '--diff', '-', '--stdin-filename', 'x.json'], text).out, /^--- a\/x\.json\n/);
  assert.match(check('--diff', '--fix', name).error, /use one of them/);
});

test('git applies the diff of every golden file, with the result of --fix', () => {
  const work = mkdtempSync(join(tmpdir(), 'backup-response-'));
  const names = readdirSync(golden).filter((one) => /\.json[cl]?$/.test(one));
  for (const copy of ['fixed', 'patched']) {
    for (const name of names) cpSync(join(golden, name), join(work, copy, name));
  }
  const { out } = run(['check', '--diff', ...names.map((name) => join(work, 'patched', name))]);
  run(['check', '--fix', join(work, 'fixed')]);
  run(['check', '--fix', ...names.map((name) => join(work, 'fixed', name))]);
  // The paths are absolute, without their first slash: as many folders are stripped.
  const depth = join(work, 'patched').split(/[\\/]/).length;
  const patched = spawnSync('git', ['apply', `-p${depth}`, '--whitespace=nowarn'], {
    cwd: join(work, 'patched'),
    input: out,
    encoding: 'utf8',
  });
  assert.equal(patched.stderr, '');
  for (const name of names) {
    const [fixed, result] = ['fixed', 'patched'].map((copy) => readFileSync(join(work, copy, name)));
    // A diff is text in UTF-8.
    if (fixed?.includes(0)) continue;
    assert.deepEqual(result, fixed, name);
  }
  rmSync(work, { recursive: true });
});

test('a diff turns the old text into the new one, for any edits', () => {
  const lines = array(tuple(string({ maxLength: 3 }), constantFrom('\n', '\r\n', ' ')), { maxLength: 30 });
  const places = array(tuple(integer({ min: 0, max: 150 }), constantFrom('', 'x', '\n', 'y\nz\n')), { maxLength: 8 });
  const texts = lines.map((parts) =>
    parts
      .flat()
      .join('')
      .replace(/\r(?!\n)/g, ''),
  );
  always(
    property(texts, places, (text, wanted) => {
      const edits = editsAt(text, wanted);
      const diff = unifiedDiff('x.json', text, edits);
      assert.equal(diff === '' ? text : applyDiff(text, diff), applyEdits(text, edits));
    }),
  );
});

test('a diff has the changed lines, and three lines around them', () => {
  const numbers = Array.from({ length: 20 }, (_, at) => `${at + 1}\n`);
  const text = numbers.join('');
  const changed = (...wanted: readonly number[]): string[] =>
    diffOf(
      text,
      wanted.map((line) => ({
        offset: text.indexOf(`${line}\n`),
        length: String(line).length,
        content: `new ${line}`,
      })),
    );
  assert.deepEqual(changed(4, 5), [
    '@@ -1,8 +1,8 @@',
    ...[' 1', ' 2', ' 3', '-4', '+new 4', '-5', '+new 5', ' 6', ' 7', ' 8'],
  ]);
  // Six lines are the context of both changes; with a seventh between them, each has its own. The order does not matter.
  assert.deepEqual(changed(10, 3), [
    '@@ -1,13 +1,13 @@',
    ...[' 1', ' 2', '-3', '+new 3', ' 4', ' 5', ' 6', ' 7', ' 8', ' 9', '-10', '+new 10', ' 11', ' 12', ' 13'],
  ]);
  assert.deepEqual(changed(3, 11), [
    '@@ -1,6 +1,6 @@',
    ...[' 1', ' 2', '-3', '+new 3', ' 4', ' 5', ' 6'],
    '@@ -8,7 +8,7 @@',
    ...[' 8', ' 9', ' 10', '-11', '+new 11', ' 12', ' 13', ' 14'],
  ]);
  // Without a line, the others stay as they are; edits without a change are not shown.
  assert.deepEqual(diffOf('a\nb\nc\n', [{ offset: 2, length: 2, content: '' }]), [
    '@@ -1,3 +1,2 @@',
    ...[' a', '-b', ' c'],
  ]);
  assert.deepEqual(diffOf('a\nb\n', [{ offset: 0, length: 1, content: 'a' }]), []);
  // Of lines that are the same, as few are shown as changed as can be.
  assert.deepEqual(diffOf('a\nb\na\n', [{ offset: 0, length: 6, content: 'a\nb\na\na\n' }]), [
    '@@ -1,3 +1,4 @@',
    ...[' a', ' b', ' a', '+a'],
  ]);
  assert.deepEqual(diffOf('a\na\nb\n', [{ offset: 0, length: 6, content: 'a\nc\nb\n' }]), [
    '@@ -1,3 +1,3 @@',
    ...[' a', '-a', '+c', ' b'],
  ]);
  assert.deepEqual(diffOf('a\na\n', [{ offset: 0, length: 4, content: 'a\n' }]), ['@@ -1,2 +1,1 @@', ' a', '-a']);
  // The lines that a change adds move the hunks after it. A range without lines has the line before it.
  const grown = unifiedDiff('x.json', text, [
    { offset: 0, length: 0, content: 'new\nlines\n' },
    { offset: text.indexOf('20'), length: 2, content: 'twenty' },
  ]);
  assert.deepEqual(grown.match(/^@@.*/gm), ['@@ -1,3 +1,5 @@', '@@ -17,4 +19,4 @@']);
  assert.deepEqual(diffOf('', [{ offset: 0, length: 0, content: 'a\n' }]), ['@@ -0,0 +1,1 @@', '+a']);
  assert.deepEqual(diffOf('a\n', [{ offset: 0, length: 2, content: '' }]), ['@@ -1,1 +0,0 @@', '-a']);
});

/** The lines of a diff, without its head. */
function diffOf(text: string, edits: readonly Edit[]): string[] {
  return unifiedDiff('x.json', text, edits).split('\n').slice(2, -1);
}

test('a diff quotes names as git does', () => {
  const edits = [{ offset: 0, length: 1, content: 'b' }];
  assert.match(unifiedDiff('a b.json', 'a', edits), /^--- a\/a b\.json\n/);
  assert.match(unifiedDiff('a\nb\u202e".json', 'a', edits), /^--- "a\/a\\012b\\342\\200\\256\\"\.json"\n/);
  assert.match(unifiedDiff('a b\u007f~.json', 'a', edits), /^--- "a\/a b\\177~\.json"\n/);
  assert.match(unifiedDiff('a\\b.json', 'a', edits), /^--- "a\/a\\\\b\.json"\n/);
});

test('a diff does not move the cursor of a terminal, and can be applied elsewhere', () => {
  const text = '{\t"name": "\u001b[2J\r",\r\n"status": "complete" }\n';
  const checked = checkedFile(text, 'x.json');
  const edits = [{ offset: text.indexOf('complete'), length: 8, content: 'COMPLETE' }];
  const linesOn = (isTerminal: boolean) => shownDiff('./x.json', checked, edits, isTerminal).split('\n');
  const before = ['--- a/x.json', '+++ b/x.json', '@@ -1,2 +1,2 @@'];
  const change = ['-"status": "complete" }', '+"status": "COMPLETE" }', ''];
  assert.deepEqual(linesOn(true), [...before, ' {\t"name": "\\u001b[2J\\r",\r', ...change]);
  assert.deepEqual(linesOn(false), [...before, ' {\t"name": "\u001b[2J\r",\r', ...change]);
});

test('a diff has the path of a file from the current folder', () => {
  const checked = checkedFile('{}', 'x.json');
  const headOf = (path: string) =>
    shownDiff(path, checked, [{ offset: 0, length: 0, content: ' ' }], false).split('\n')[0];
  assert.equal(headOf('folder/x.json'), '--- a/folder/x.json');
  assert.equal(headOf('././x.json'), '--- a/x.json');
  assert.equal(headOf('.//folder/x.json'), '--- a/folder/x.json');
  assert.equal(headOf('/folder/.x/x.json'), '--- a/folder/.x/x.json');
});

test('a byte order mark belongs to the first line of a diff', () => {
  const name = write('mark.json', encode(`{ ${id}, "status": "complete", "type": "BACKUP" }`, 'utf-8 with BOM'));
  const { out } = check('--diff', name);
  const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: out, encoding: 'utf8' });
  assert.equal(applied.stderr, '');
  assert.equal(readFileSync(join(folder, name), 'utf8'), `\ufeff${clean}`);
});

test('a diff of UTF-16 is text in UTF-8', () => {
  const name = write('utf16.json', encode(`{ ${id}, "status": "complete" }`, 'utf-16le'));
  assert.match(check('--diff', name).out, /^\+\{ .*"status": "COMPLETE" \}$/m);
});

/** Edits that do not overlap, each of which replaces up to three characters. */
function editsAt(text: string, places: readonly (readonly [number, string])[]): Edit[] {
  let end = 0;
  return places
    .toSorted(([a], [b]) => a - b)
    .flatMap(([place, content]) => {
      const offset = Math.max(end, Math.min(place, text.length));
      const length = Math.min(place % 4, text.length - offset);
      end = offset + length + 1;
      return offset > text.length ? [] : [{ offset, length, content }];
    });
}

/** Applies a unified diff, line by line, and holds its context and its counts against the text. */
function applyDiff(text: string, diff: string): string {
  const old = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  const hunks = diff.split(/^(?=@@ -\d+,\d+ \+\d+,\d+ @@$)/m).slice(1);
  for (const hunk of hunks) {
    const [head = '', ...body] = hunk.match(/[^\n]*\n/g) ?? [];
    const [, from = '', removed = '', to = '', added = ''] = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@/.exec(head) ?? [];
    const start = removed === '0' ? Number(from) : Number(from) - 1;
    while (at < start) result.push(old[at++] ?? '');
    assert.equal(result.length, added === '0' ? Number(to) : Number(to) - 1);
    const counts = { ' ': 0, '-': 0, '+': 0 };
    for (let index = 0; index < body.length; index++) {
      const mark = body[index]?.[0] as ' ' | '-' | '+';
      const isUnended = body[index + 1]?.startsWith('\\') ?? false;
      const line = (body[index] ?? '').slice(1, isUnended ? -1 : undefined);
      if (isUnended) index++;
      counts[mark]++;
      if (mark !== '+') assert.equal(line, old[at++]);
      if (mark !== '-') result.push(line);
    }
    assert.deepEqual([counts[' '] + counts['-'], counts[' '] + counts['+']], [Number(removed), Number(added)]);
  }
  return result.join('') + old.slice(at).join('');
}
