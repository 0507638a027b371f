import { Worker } from 'node:worker_threads';
import type { ContestantModule } from '../contestants.ts';
import { type Format, readDocument, readText } from '../files.ts';
import { answer, collectGarbage } from '../processes.ts';

/** The memory of a process before a check and, at the most, during it, in bytes as the system counts them. */
export interface Resident {
  readonly before: number;
  readonly most: number;
}

/* Arguments: the contestant's bundle, what it reads, the file, its format. */
const [bundle = '', reads, path = '', format = 'json'] = process.argv.slice(2) as [string, string, string, Format];

/** A check holds its thread to the end, so another one looks: at the whole process, about every millisecond. */
const watcher = `
  const { workerData, parentPort } = require('node:worker_threads');
  const [state, most] = [new Int32Array(workerData, 0, 1), new Float64Array(workerData, 8, 1)];
  parentPort.postMessage('ready');
  while (Atomics.wait(state, 0, 0, 1) === 'timed-out') most[0] = Math.max(most[0], process.memoryUsage.rss());
`;

async function measure(): Promise<Resident> {
  const { check }: ContestantModule = require(bundle);
  const source = reads === 'document' ? readDocument(path) : readText(path);
  const shared = new SharedArrayBuffer(16);
  const most = new Float64Array(shared, 8, 1);
  const watching = new Worker(watcher, { eval: true, workerData: shared });
  await new Promise((ready) => watching.once('message', ready));

  collectGarbage();
  const before = process.memoryUsage.rss();
  most[0] = before;
  await check(source, format);
  // The collection says how much the check has left, which may be the most that there was.
  globalThis.gc?.();
  Atomics.store(new Int32Array(shared, 0, 1), 0, 1);
  Atomics.notify(new Int32Array(shared, 0, 1), 0);
  return { before, most: most[0] };
}

measure().then((resident) => {
  answer(resident);
  process.exit();
});
