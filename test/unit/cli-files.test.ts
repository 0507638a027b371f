import assert from 'node:assert/strict';
import { closeSync, mkdirSync, openSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { readRegularFile } from '../../src/cli/read-file.ts';
import { noSettings, readSettings } from '../../src/cli/settings.ts';
import { broken, check, clean, folder, id, onUnix, run, write } from '../support/command-line.ts';
import { folderFiles, folderFindings } from '../support/folder.ts';

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

test('compressed files are counted and not read, and an error says so if one is named', () => {
  write('packed/a.json', `[${broken}]`);
  const gzip = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3]);
  for (const name of ['b.jsonl.gz', 'c.JSON.zip', 'd.backupresponse.json.zst']) write(`packed/${name}`, gzip);
  write('packed/e.tar.gz', gzip);
  const { out } = check('packed');
  assert.match(out, /1 file with 1 record checked, .*; left out: 3 compressed \(unpack them first\)\n$/);
  assert.match(check('packed/b.jsonl.gz').out, /error syntax This is a compressed file/);
});

test('a named file is checked once, with any content', () => {
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

test('wrong arguments and paths that cannot be read give one line, and exit code 2', () => {
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
    ['explain'],
  ];
  for (const args of wrong) {
    const { code, error } = run(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(error, /^backup-response: .+\n$/, args.join(' '));
    assert.equal(error.split('\n').length, 2, error);
  }
  const reasonFor = (...args: readonly string[]) => run(args).error.replace(/^backup-response: (.*)\n$/, '$1');
  assert.equal(reasonFor(), 'the command is missing: use "check" or "list". Try --help.');
  assert.equal(reasonFor('explain'), 'the name of a rule is missing. Try --help.');
  assert.equal(reasonFor('explain', 'nope'), 'unknown rule "nope". Try --help.');
  assert.equal(reasonFor('check', '--rule', '=error'), 'the name of a rule is missing. Try --help.');
  assert.match(
    reasonFor('check', '--rule', 'enum=error=off'),
    /^unknown severity in "enum=error=off": use error, .*off\. Try/,
  );
  assert.match(reasonFor('check', '--rule', 'enum=err=or'), /^unknown severity in "enum=err=or"/);
  for (const count of ['few', '1x', 'x1', ''])
    assert.equal(
      reasonFor('check', `--max-warnings=${count}`),
      `--max-warnings needs a number, not "${count}". Try --help.`,
    );
  assert.equal(
    reasonFor('check', '--max-warnings', '-1'),
    "Option '--max-warnings' argument is ambiguous. Try --help.",
  );
  assert.equal(reasonFor('check', '--no.pe'), "Unknown option '--no.pe'. Try --help.");
  // The other files are checked all the same.
  const { code, out } = check('nowhere.json', write('there.json', broken));
  assert.equal(code, 2);
  assert.match(out, /there\.json:1:\d+ error enum/);
});

test('a path without backup records gives exit code 2', () => {
  mkdirSync(join(folder, 'empty'), { recursive: true });
  write('others/package.json', '{ "name": "x" }');
  for (const path of ['empty', 'others', 'others/*.json', 'none/**/*.json']) {
    const { code, out, error } = check(path);
    assert.deepEqual([code, error], [2, `backup-response: no file with backup records in "${path}"\n`]);
    assert.match(out, /^0 files with 0 records checked, no problems/);
    assert.equal(check(path, '--no-error-on-unmatched-pattern').code, 0, path);
  }
});

test('patterns are expanded on every system, and matching files are searched for records', () => {
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
  assert.deepEqual(files('././patterns/a/one.json*'), ['patterns/a/one.json']);
  assert.deepEqual(files('patterns/{a,b}/*.json*'), [
    'patterns/a/one.json',
    'patterns/a/two.jsonl',
    'patterns/b/one.json',
  ]);
  const elsewhere = join(folder, 'patterns').replaceAll('\\', '/');
  assert.deepEqual(files(`${elsewhere}/a/*.json`), [`${elsewhere}/a/one.json`]);
});

test('the files of a folder are checked in the same order on every system, and links are counted', onUnix, () => {
  for (const name of ['a', 'B', '！', '💾']) write(`order/${name}.json`, broken);
  for (const name of ['one', 'two']) symlinkSync('a.json', join(folder, 'order', `${name}.json`));
  write('order/other.json', '{ "name": 5 }');
  const { out } = check('order');
  assert.deepEqual(out.match(/(?<=^order\/)[^.]+/gm), ['B', 'a', '💾', '！']);
  assert.match(out, /; left out: 2 links, 1 without backup records\n$/);
  assert.match(check('order/{one,a}.json').out, /; left out: 2 links\n$/);
});

test('a device is read only if it is open already', onUnix, () => {
  const files = Array.from({ length: 12 }, () => openSync('/dev/null', 'r'));
  for (const file of files) {
    assert.equal(readRegularFile(`/dev/fd/${file}`).bytes.length, 0);
    closeSync(file);
  }
  mkdirSync(join(folder, 'dev'));
  symlinkSync('/dev/null', join(folder, 'dev', 'stdin'));
  assert.throws(() => readRegularFile(join(folder, 'dev', 'stdin')), /^Error: it is not a regular file\./);
});

test('a pattern matches only in its own folder', onUnix, () => {
  for (const name of ['beside/dots./a.json', 'beside/dots-a.json']) write(name, broken);
  symlinkSync('dots-a.json', join(folder, 'beside', 'link.json'));
  const { out } = check('beside/dots./*.json');
  assert.match(out, /^beside\/dots\.\/a\.json:1:.*\n1 file with 1 record checked, 1 error\n$/);
});

test('a file is closed after it has been read', onUnix, () => {
  const path = join(folder, write('open.json', clean));
  const nextNumber = () => {
    const file = openSync(path, 'r');
    closeSync(file);
    return file;
  };
  const before = nextNumber();
  assert.equal(new TextDecoder().decode(readRegularFile(path).bytes), clean);
  assert.equal(nextNumber(), before);
});

test('the settings of VS Code decide severities, allowed values, and recognized files', () => {
  const text = `{ ${id}, "status": "MADE_UP", "madeUp": 1, "isPartial": false, "options": { "includeTypes": ["ROLE"] } }`;
  write('settings/x.json', text);
  write('settings/draft.json', '{ "type": "CREATE_DRAFT" }');
  const settings = write(
    'settings.jsonc',
    `{
      // As in .vscode/settings.json.
      "backupResponse.rules": { "partial-options": "error", "nope": "error", "enum": 5 },
      "backupResponse.additionalValues": { "status": ["MADE_UP"] },
      "backupResponse.additionalProperties": ["madeUp"],
      "json.schemas": [
        { "url": "backup-response://schemas/backup-response.json", "fileMatch": ["draft*.json"] },
        { "url": "backup-response://schemas/backup-response.json", "fileMatch": ["elsewhere/*.json"] },
      ],
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
  // The fixes of all formats are those of the sentence.
  const misspelt = write('misspelt.json', `{ ${id}, "status": "MADE_UPP" }`);
  for (const format of ['json', 'sarif']) {
    const report = check(misspelt, '--settings', settings, '--format', format).out;
    assert.match(report, /Did you mean \\"MADE_UP\\"\?.*"Change to \\"MADE_UP\\""/s, format);
  }
  for (const wrong of ['[1', '[]', '']) {
    assert.deepEqual(check('settings', '--settings', write('wrong.json', wrong)), {
      code: 2,
      out: '',
      error:
        'backup-response: cannot read the settings in "wrong.json": it is not an object in JSON with comments. Try --help.\n',
    });
  }
});

test('wrong settings are ignored, and missing ones have their defaults', async () => {
  const settingsIn = (text: string) => readSettings(join(folder, write('read.json', text)));
  const without = await settingsIn('{}');
  assert.deepEqual({ ...without, allowed: noSettings.allowed }, noSettings);
  assert.deepEqual(new Set(Object.values(without.allowed.values).flat()), new Set());
  assert.deepEqual(without.allowed.properties, []);
  const wrong = {
    'backupResponse.rules': ['enum'],
    'backupResponse.additionalValues': { status: 'MADE_UP', type: [5, 'RESTORE'] },
    'backupResponse.additionalProperties': { madeUp: true },
    'json.schemas': [5, { url: 'elsewhere', fileMatch: ['x.json'] }],
  };
  assert.deepEqual(await settingsIn(JSON.stringify(wrong)), {
    ...without,
    allowed: { ...without.allowed, values: { ...without.allowed.values, type: ['RESTORE'] } },
  });
  const scalars = Object.fromEntries(Object.keys(wrong).map((name) => [name, 5]));
  assert.deepEqual(await settingsIn(JSON.stringify(scalars)), without);
});

test('the name of a file cannot forge a line, and is escaped for the terminal', onUnix, () => {
  write('forged\n/etc/passwd:1:1 error enum x\u001b[2J.json', broken);
  const { out } = check('forged*/**');
  assert.ok(!out.includes('\u001b'));
  assert.match(
    out,
    /^forged\\n\/etc\/passwd:1:1 error enum x\\u001b\[2J\.json:1:62 error enum .*\n1 file with 1 record/,
  );
});

test('hostile files get an answer', () => {
  const one = (text: string) => check('--format', 'json', write('hostile.json', text));
  assert.equal(one('['.repeat(100_000)).code, 1);
  assert.equal(one('['.repeat(100_000) + ']'.repeat(100_000)).code, 1);
  assert.equal(one(`{ "jobId": "${'x'.repeat(5_000_000)}" }`).code, 0);
  assert.equal(one('{ "name": "x", "__proto__": 1 }').code, 0);
  // Text before the JSON, or text that looks like it.
  assert.equal(one(`x\n${'['.repeat(100_000)}`).code, 1);
  assert.equal(one(`${'\n'.repeat(500_000)}x`).code, 1);
  assert.equal(one(`${'\u00a0\u200b '.repeat(100_000)}x`).code, 1);
  assert.equal(one(`${'\u001b[0m'.repeat(100_000)}x`).code, 1);
  assert.equal(one(`[${'"a": '.repeat(100_000)}`).code, 1);
  assert.equal(one(`{ "${'x'.repeat(1_000_000)}": 1, "name": "y" }`).code, 0);
  assert.equal(one('{ "name": "\\ud800" }').code, 0);
});

test('the command line reports the same for a folder as the folder check in VS Code', () => {
  for (const [name, text] of Object.entries(folderFiles)) write(join('agree', name), text);
  const { out } = check('--format', 'json', 'agree');
  const reported = (JSON.parse(out) as Reported[]).map(({ file, line, column, severity, rule }) => {
    const path = relative('agree', file).replaceAll(sep, '/');
    return `${path} ${line}:${column} ${severity} ${rule}`;
  });
  assert.deepEqual(reported.sort(), folderFindings);
});

interface Reported {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly rule: string;
}
