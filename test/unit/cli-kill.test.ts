import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { generate } from '../bench/generate.ts';
import { check, folder, onUnix, program, write } from '../support/command-line.ts';
import { Random } from '../support/random.ts';
import { seed } from '../support/seed.ts';

/** Large enough for writing it to take a while. */
const text = generate({ records: 1_500, faulty: 5 });

test(
  '--fix leaves the old file or the new one when it is killed at any moment, and the next run removes its temporary files',
  onUnix,
  async () => {
    const random = new Random(seed);
    const name = write('killed/x.json', text);
    const work = join(folder, 'killed');
    check('--fix', name);
    const fixed = readFileSync(join(folder, name), 'utf8');
    assert.notEqual(fixed, text);
    for (const signal of [...Array<NodeJS.Signals>(5).fill('SIGKILL'), 'SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      write(name, text);
      const litter = await interrupted(name, signal, random.below(25));
      const left = readFileSync(join(folder, name), 'utf8');
      assert.ok(left === text || left === fixed, `${signal}: ${left.length} characters`);
      assert.ok(litter.length <= (signal === 'SIGKILL' ? 1 : 0), `${signal}: ${litter}`);
      if (litter.length > 0) check('--fix', name);
      assert.deepEqual(readdirSync(work), ['x.json']);
    }
  },
);

test(
  '--fix of a file with two names that is interrupted leaves it whole, or says where its old content is',
  onUnix,
  async () => {
    const random = new Random(seed);
    const name = write('linked/x.json', text);
    const work = join(folder, 'linked');
    linkSync(join(work, 'x.json'), join(folder, 'other-name.json'));
    check('--fix', name);
    const fixed = readFileSync(join(work, 'x.json'), 'utf8');
    for (const signal of ['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      write(name, text);
      const [copy, ...others] = await interrupted(name, signal, random.below(10));
      assert.deepEqual(others, []);
      const left = readFileSync(join(folder, 'other-name.json'), 'utf8');
      if (copy === undefined) {
        assert.ok(left === text || left === fixed, `${signal}: ${left.length} characters`);
        continue;
      }
      assert.equal(signal, 'SIGKILL');
      assert.ok(check(name).error.includes(copy));
      const kept = readFileSync(join(work, copy), 'utf8');
      // A run that is killed while it makes the copy has not touched the file.
      assert.ok(kept === text || left === text, `${kept.length} and ${left.length} characters`);
      rmSync(join(work, copy));
    }
  },
);

/** Runs `--fix`, and sends a signal some time after its first temporary file is there. @returns the files it leaves */
async function interrupted(name: string, signal: NodeJS.Signals, delayMs: number): Promise<string[]> {
  const work = join(folder, name, '..');
  const child = spawn(process.execPath, [program, 'check', '--fix', name], { cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const watcher = watch(work);
  await Promise.race([new Promise((started) => watcher.once('change', started)), ended]);
  watcher.close();
  await setTimeout(delayMs);
  const isSent = child.kill(signal);
  const [code, endedBy] = await ended;
  // It may have come when all was done.
  if (isSent && code !== 1) assert.equal(endedBy, signal);
  return readdirSync(work).filter((one) => one !== 'x.json');
}
