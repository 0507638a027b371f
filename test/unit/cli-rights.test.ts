import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { broken, clean, folder, program, run, write } from '../support/command-line.ts';

/** Root may do everything, so these tests run as the user nobody. */
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const ordinaryUser = isRoot ? { uid: nobody, gid: nobody } : {};
/** A copy that the user nobody may read. */
const copy = join(folder, 'cli.js');
copyFileSync(program, copy);
chmodSync(folder, 0o755);

/** Not on Windows, and not where root's Node is out of everybody's reach. */
const withRights = {
  skip: process.platform === 'win32' || spawnSync(process.execPath, [copy, '--version'], ordinaryUser).status !== 0,
};

/** On a device that is always full. */
const onFullDevice = { skip: !existsSync('/dev/full') };

function asOrdinaryUser(...args: readonly string[]) {
  // A measurement of coverage writes where this user may not write.
  const env = { ...process.env, NODE_V8_COVERAGE: '' };
  const options = { cwd: folder, encoding: 'utf8', env, ...ordinaryUser } as const;
  const { status, stderr } = spawnSync(process.execPath, [copy, 'check', ...args], options);
  return { code: status, error: stderr };
}

test('an ordinary user sees which files may not be read or written, and these stay', withRights, () => {
  const unreadable = write('rights/unreadable.json', broken);
  chmodSync(join(folder, unreadable), 0o200);
  const readOnly = write('rights/read-only.json', broken);
  chmodSync(join(folder, readOnly), 0o444);
  for (const name of ['rights', unreadable, readOnly]) if (isRoot) chownSync(join(folder, name), nobody, nobody);
  assert.deepEqual(asOrdinaryUser(unreadable), {
    code: 2,
    error: 'backup-response: cannot read "rights/unreadable.json": permission denied\n',
  });
  assert.deepEqual(asOrdinaryUser('--fix', readOnly), {
    code: 2,
    error: 'backup-response: cannot write "rights/read-only.json": it is read-only\n',
  });
  assert.equal(readFileSync(join(folder, readOnly), 'utf8'), broken);
});

test('an ordinary user can fix a file in a read-only folder', withRights, () => {
  const name = write('fixed-folder/x.json', broken);
  if (isRoot) chownSync(join(folder, name), nobody, nobody);
  const { ino } = statSync(join(folder, name));
  chmodSync(join(folder, 'fixed-folder'), 0o555);
  assert.deepEqual(asOrdinaryUser('--fix', name), { code: 0, error: '' });
  chmodSync(join(folder, 'fixed-folder'), 0o755);
  assert.equal(readFileSync(join(folder, name), 'utf8'), clean);
  assert.equal(statSync(join(folder, name)).ino, ino);
});

test('an ordinary user sees which folder may not be read, and the others are checked', withRights, () => {
  write('closed/a/x.json', clean);
  mkdirSync(join(folder, 'closed', 'b'));
  chmodSync(join(folder, 'closed', 'b'), 0o000);
  const { code, error } = asOrdinaryUser('closed');
  assert.deepEqual([code, error], [2, 'backup-response: cannot read "closed/b": permission denied\n']);
  rmSync(join(folder, 'closed'), { recursive: true });
});

test('a report that cannot be written gives one line with the reason, and exit code 2', onFullDevice, () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [program, 'check', write('full.json', clean)], {
    cwd: folder,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  assert.equal(status, 2);
  assert.match(stderr, /^backup-response: cannot write the report: ENOSPC: .*\n$/);
});

test('root keeps the owner of a file that --fix writes', { skip: !isRoot }, () => {
  const name = write('owned.json', broken);
  chownSync(join(folder, name), nobody, nobody);
  assert.equal(run(['check', '--fix', name]).code, 0);
  const { uid, gid } = statSync(join(folder, name));
  assert.deepEqual([uid, gid, readFileSync(join(folder, name), 'utf8')], [nobody, nobody, clean]);
});
