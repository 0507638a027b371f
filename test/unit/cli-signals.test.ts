import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { test } from 'node:test';
import { Progress } from '../../src/cli/progress.ts';
import { broken, folder, onUnix, program, write } from '../support/command-line.ts';

const announceReading = join(import.meta.dirname, '..', 'support', 'announce-reading.cjs');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

test('a signal ends the program at once, while it waits for standard input, searches or checks', onUnix, async () => {
  for (let at = 0; at < 3_000; at++) write(`others/${at}.json`, '{ "name": "x" }');
  const many = write('many.json', `[${Array(20_000).fill(broken).join(',\n')}]`);
  const calls = [
    ['check', '-'],
    ['list', '-'],
    ['check', 'others'],
    ['list', 'others/**'],
    ['check', many],
    ['check', '--format', 'sarif', many],
    ['check', '--diff', many],
    ['list', '--format', 'json', many],
  ];
  for (const [at, args] of calls.entries()) {
    const signal = signals[at % signals.length];
    const child = spawn(process.execPath, ['--require', announceReading, program, ...args], {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    });
    await once(child.stdio[3] as Readable, 'data');
    child.kill(signal);
    assert.deepEqual(await once(child, 'exit'), [null, signal], args.join(' '));
  }
});

/** A terminal that remembers its text, and a clock that is set by hand. */
function terminal(isTTY = true) {
  const written: string[] = [];
  const clock = { now: 0 };
  const write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  return { written, clock, progress: new Progress({ isTTY, write }, () => clock.now) };
}

test('a terminal shows the number of files after a second, then four times a second', async () => {
  const { written, clock, progress } = terminal();
  for (const [now, count] of [
    [900, 0],
    [1_000, 1],
    [1_100, 20],
    [1_249, 30],
    [1_250, 2_000],
  ] as const) {
    clock.now = now;
    await progress.pause(count);
  }
  assert.deepEqual(written, ['\r\u001b[KLooked at 1 file so far', '\r\u001b[KLooked at 2000 files so far']);
});

test('the number of files disappears before other text and at the end, and comes back on its own line', async () => {
  const { written, clock, progress } = terminal();
  clock.now = 1_000;
  await progress.pause(5);
  progress.clear('half a line');
  clock.now = 2_000;
  await progress.pause(6);
  progress.clear(new TextEncoder().encode('the rest\n'));
  await progress.pause(7);
  progress.clear();
  progress.clear();
  const line = '\r\u001b[K';
  assert.deepEqual(written, [`${line}Looked at 5 files so far`, line, `${line}Looked at 7 files so far`, line]);
});

test('only a terminal shows the number of files', async () => {
  const { written, clock, progress } = terminal(false);
  clock.now = 5_000;
  await progress.pause(5);
  progress.clear();
  assert.deepEqual(written, []);
});

test('a search pauses every 50 milliseconds', async () => {
  const { clock, progress } = terminal();
  clock.now = 49;
  assert.equal(progress.isDue, false);
  clock.now = 50;
  assert.equal(progress.isDue, true);
  await progress.pause(0);
  assert.equal(progress.isDue, false);
});
