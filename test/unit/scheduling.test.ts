import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Debouncer, TimeSlice, track, whenIdle } from '../../src/editor/workbench/scheduling.ts';

test('a debouncer runs the last task of each key', async () => {
  const ran: string[] = [];
  const debouncer = new Debouncer<string>();
  for (const task of ['a1', 'a2', 'b1', 'a3']) debouncer.schedule(() => ran.push(task), 5, task[0]);
  await whenIdle();
  assert.deepEqual(ran, ['b1', 'a3']);
});

test('a cancelled task does not run, and is not pending', async () => {
  const debouncer = new Debouncer<string>();
  for (const key of ['a', 'b', 'c']) debouncer.schedule(() => assert.fail(key), 5, key);
  debouncer.cancel('a');
  debouncer.dispose();
  await whenIdle();
  await wait(20);
});

test('the extension is not idle while a task is replaced or schedules another', async () => {
  const debouncer = new Debouncer();
  let isDone = false;
  const second = () => {
    isDone = true;
  };
  debouncer.schedule(() => assert.fail(), 5);
  const idle = whenIdle().then(() => isDone);
  debouncer.schedule(() => debouncer.schedule(second, 5), 5);
  assert.equal(await idle, true);
});

test('the extension is not idle until a tracked promise settles, even if it is rejected', async () => {
  let isDone = false;
  const work = wait(5).then(() => {
    isDone = true;
    throw new Error('expected');
  });
  track(work).catch(() => {});
  await whenIdle();
  assert.equal(isDone, true);
});

test('a time slice yields only at its end', async () => {
  assert.equal(new TimeSlice(10_000).next(), false);
  const slice = new TimeSlice(-1);
  assert.equal(await slice.next(), true);
});
