import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_AGAIN_MS = 300;

/**
 * Does something to a folder while no other process that asks here does; waits for its turn.
 *
 * @template T
 * @param {string} folder An absolute path.
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} What `work` returns.
 */
export async function alone(folder, work) {
  // Outside of the folder, where it cannot be in the way of the work, nor be committed.
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `backup-response-${name}.lock`);
  while (!take(file)) {
    await sleep(LOOK_AGAIN_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** The file holds the process that has its turn; one that was killed has left it behind. */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
  }
  if (!isAlive(readOwner(file))) {
    rmSync(file, { force: true });
  }
  return false;
}

function readOwner(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** An unknown owner has just come or just gone: the next look tells. */
function isAlive(owner) {
  try {
    return !owner || process.kill(owner, 0);
  } catch (error) {
    // EPERM: it lives and is another user's.
    return error.code === 'EPERM';
  }
}
