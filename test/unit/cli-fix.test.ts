import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  linkSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { type FileState, NotWritten, writeFile } from '../../src/cli/fix/write-file.ts';
import { encode } from '../../src/files/encoding.ts';
import { broken, check, clean, encodings, folder, id, onUnix, run, write } from '../support/command-line.ts';

const failingDisk = join(import.meta.dirname, '..', 'support', 'failing-disk.cjs');

test('--fix keeps the encoding and the permissions of a file, and reports the remaining problems', () => {
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
      'bytes.json:1:2 error syntax These bytes are not valid UTF-8. Convert the file from the encoding that it was written in.\n1 file with 1 record checked, 1 error\n',
    ],
  );
  assert.deepEqual(new Uint8Array(readFileSync(join(folder, 'bytes.json'))), bytes);
  // A byte too many is not UTF-16: standard output has the same bytes as standard input.
  const tooMany = Buffer.concat([encode(broken, 'utf-16le'), Buffer.from('x')]);
  assert.equal(run(['check', '-', '--fix'], tooMany).out, tooMany.toString());
  check('--fix', '--rule', 'enum=off', write('off.json', broken));
  assert.equal(readFileSync(join(folder, 'off.json'), 'utf8'), broken);
});

test('--fix writes through a symbolic link', { skip: process.platform === 'win32' }, () => {
  write('target.json', broken);
  symlinkSync('target.json', join(folder, 'link.json'));
  check('--fix', 'link.json');
  assert.equal(readFileSync(join(folder, 'target.json'), 'utf8'), clean);
});

test('--fix respects read-only files, keeps hard links, and refuses pipes', onUnix, () => {
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
  assert.equal(pipe.out, '0 files with 0 records checked, no problems\n');
  assert.match(pipe.error, /^backup-response: cannot read "pipe\.json": it is not a regular file\..*\n$/);
});

test('a run removes the temporary files of a killed run', () => {
  write('litter/x.json', broken);
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  write(`litter/.backup-response-${host}-999999999-0123abcd.tmp`, 'x');
  write('litter/.backup-response-ffffffff-1-0123abcd.tmp', 'of another machine');
  const others = [
    `.backup-response-${host}-999999999-0123abcd.tmp.txt`,
    `x.backup-response-${host}-999999999-0123abcd.tmp`,
  ];
  for (const name of others) write(`litter/${name}`, 'of another program');
  assert.equal(check('--fix', 'litter').code, 0);
  const left = ['.backup-response-ffffffff-1-0123abcd.tmp', ...others, 'x.json'];
  assert.deepEqual(readdirSync(join(folder, 'litter')).sort(), left.sort());
});

test('a run keeps the temporary files of a run that is alive', async () => {
  const path = join(folder, write('alive/x.json', broken));
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  write(`alive/.backup-response-${host}-${process.pid}-0123abcd.tmp`, 'x');
  const kept = `.backup-response-${host}-${process.ppid}-0123abcd.tmp`;
  write(`alive/${kept}`, 'x');
  await writeFile(path, encode(clean, 'utf-8'), statSync(path));
  assert.deepEqual(readdirSync(join(folder, 'alive')).sort(), [kept, 'x.json']);
});

test('a file that has changed since it was read is not written', async () => {
  const path = join(folder, write('changed.json', clean));
  const state = statSync(path);
  for (const read of [{ size: 1 }, { mtimeMs: 0 }, { ino: 0 }, { dev: -1 }]) {
    const written = writeFile(path, encode(broken, 'utf-8'), { ...pick(state), ...read });
    await assert.rejects(written, new NotWritten('it has changed since it was read'));
  }
  assert.equal(readFileSync(path, 'utf8'), clean);
});

test('--fix replaces a file at once, so that no reader sees half of it', () => {
  const path = join(folder, write('renamed.json', broken));
  const { ino } = statSync(path, { bigint: true });
  check('--fix', 'renamed.json');
  assert.notEqual(statSync(path, { bigint: true }).ino, ino);
});

test('a file whose owner cannot be given to another file is written in place', onUnix, async () => {
  const path = join(folder, write('owner/x.json', `${broken}   `));
  const state = statSync(path);
  await writeFile(path, encode(clean, 'utf-8'), { ...pick(state), uid: 2 ** 32 });
  assert.equal(readFileSync(path, 'utf8'), clean);
  assert.equal(statSync(path).ino, state.ino);
  assert.deepEqual(readdirSync(join(folder, 'owner')), ['x.json']);
});

function pick({ dev, ino, size, mtimeMs, mode, uid, gid, nlink }: FileState): FileState {
  return { dev, ino, size, mtimeMs, mode, uid, gid, nlink };
}

test('a file is fixed in a folder that its user may enter and not list', onUnix, async () => {
  const path = join(folder, write('unlisted/x.json', broken));
  const state = statSync(path);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) for (const owned of [folder, dirname(path), path]) chownSync(owned, 65_534, 65_534);
  chmodSync(dirname(path), 0o300);
  if (isRoot) process.seteuid?.(65_534);
  try {
    await writeFile(path, encode(clean, 'utf-8'), pick({ ...state, ...(isRoot && { uid: 65_534, gid: 65_534 }) }));
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(dirname(path), 0o700);
  }
  assert.equal(readFileSync(path, 'utf8'), clean);
});

test('a copy survives a disk that fails while a file is overwritten, and this run and the next name it', onUnix, () => {
  const old = `${broken}${' '.repeat(1_000)}`;
  const path = join(folder, write('failing/x.json', old));
  linkSync(path, join(folder, 'failing', 'other-name.json'));
  const { code, error } = run(['check', '--fix', 'failing/x.json'], '', ['--require', failingDisk], {
    FAILING_FILE: realpathSync(path),
  });
  assert.equal(code, 2);
  assert.match(
    error,
    /^backup-response: cannot write "failing\/x\.json": writing failed, and the file is incomplete now/,
  );
  const copy = /"(\/[^"]*\.old)"/.exec(error)?.[1] ?? '';
  assert.equal(readFileSync(copy, 'utf8'), old);
  assert.equal(statSync(copy).mode & 0o077, 0);
  for (const args of [['failing/x.json'], ['--fix', 'failing/x.json'], ['failing']]) {
    const next = check(...args);
    assert.equal(next.code, 2);
    assert.match(next.error, /^backup-response: cannot read "failing\/x\.json": .* its old content is in "([^"]*)"\./);
    assert.ok(next.error.includes(`"${copy}"`));
  }
  copyFileSync(copy, path);
  rmSync(copy);
  assert.equal(check('--fix', 'failing/x.json').code, 0);
  assert.deepEqual(readdirSync(join(folder, 'failing')).sort(), ['other-name.json', 'x.json']);
});

test(
  'a file keeps its old content, and no copy stays, if a disk fails once while the file is overwritten',
  onUnix,
  () => {
    const old = `${broken}${' '.repeat(1_000)}`;
    const path = join(folder, write('failing-once/x.json', old));
    linkSync(path, join(folder, 'failing-once', 'other-name.json'));
    const variables = { FAILING_FILE: realpathSync(path), FAILURES: '1' };
    const { code, error } = run(['check', '--fix', 'failing-once/x.json'], '', ['--require', failingDisk], variables);
    assert.deepEqual(
      [code, error],
      [2, 'backup-response: cannot write "failing-once/x.json": EIO: i/o error, write\n'],
    );
    assert.equal(readFileSync(path, 'utf8'), old);
    assert.deepEqual(readdirSync(join(folder, 'failing-once')).sort(), ['other-name.json', 'x.json']);
  },
);

test('signals end the program as usual after a file has been written', async () => {
  const path = join(folder, write('handlers.json', broken));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const before = signals.map((signal) => process.listenerCount(signal));
  await writeFile(path, encode(clean, 'utf-8'), statSync(path));
  assert.deepEqual(
    signals.map((signal) => process.listenerCount(signal)),
    before,
  );
});
