import childProcess from 'node:child_process';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { mutants, reach } from './mutants.mjs';

/** How long a run may take. */
const timeLimitMs = 10_000;

const program = join('dist', 'cli.js');

/** @type {((question: unknown) => import('./command-line-thread.mjs').Answer) | undefined} */
let ask;

/**
 * Stands in for `node:child_process`: runs our command line in a thread, which takes milliseconds, and tells which mutants
 * it has reached.
 */
export const nodeChildProcess = { ...childProcess, spawnSync };

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function spawnSync(command, args, options) {
  const at = args.findIndex((arg) => arg.endsWith(program));
  if (at === -1) return childProcess.spawnSync(command, args, options);
  ask ??= startThread(process.cwd());
  const before = process.cwd();
  process.chdir(String(options.cwd ?? before));
  const { status, out, error, reached, hitCount } = ask({
    args: args.slice(at + 1),
    input: options.input,
    env: { ...(options.env ?? process.env) },
    active: active(),
  });
  process.chdir(before);
  if (mutants.hitCount !== undefined) mutants.hitCount = hitCount;
  for (const [id, count] of Object.entries(reached)) reach(id, count);
  return { status, stdout: textOf(out), stderr: textOf(error) };
}

function active() {
  const { activeMutant, hitCount, hitLimit } = mutants;
  return { activeMutant, hitCount, hitLimit };
}

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  return Buffer.from(bytes).toString();
}

/** @param {string} root the folder of the sources */
function startThread(root) {
  const { port1: port, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL('command-line-thread.mjs', import.meta.url), {
    workerData: { root, port: port2, signal },
    transferList: [port2],
  });
  thread.unref();
  return (/** @type {unknown} */ question) => {
    Atomics.store(signal, 0, 0);
    port.postMessage(question);
    Atomics.wait(signal, 0, 0, timeLimitMs);
    const answer = receiveMessageOnPort(port);
    if (!answer) {
      void thread.terminate();
      ask = undefined;
      throw new Error('The command line does not end.');
    }
    return answer.message;
  };
}
