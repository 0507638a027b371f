import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const retryMs = 300;

/**
 * Runs `work` while no other process that calls this runs its work for the same folder; waits for its turn.
 * @param folder an absolute path
 * @returns the result of `work`
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  // Outside the folder, where it neither disturbs the work nor gets committed.
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `backup-response-${name}.lock`);
  while (!acquire(file)) await sleep(retryMs);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** The file holds the id of the process that has the lock. A process that was killed does not remove it. */
function acquire(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const owner = readOwner(file);
  // Without an id the owner has just come or just gone: the next try tells.
  if (owner && !isAlive(owner)) rmSync(file, { force: true });
  return false;
}

function readOwner(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // EPERM: it is alive and belongs to another user.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
