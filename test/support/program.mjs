import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** The built command line. */
export const program = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');

/** How long a run may take, in milliseconds. */
const patience = 60_000;

/** @type {ReturnType<typeof startThread> | undefined} */
let thread;

/**
 * @typedef {object} ProgramOptions
 * @property {string} cwd
 * @property {string | Uint8Array} input
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Runs the command line in a thread of this process: a process of its own takes ten times as long, and the tests run
 * hundreds. A test of processes (signals, pipes, rights) needs a real one.
 * @param {readonly string[]} args
 * @param {ProgramOptions} options
 * @returns {{ readonly status: number | null, readonly stdout: string, readonly stderr: string }} without a status if it
 * does not end
 */
export function runProgram(args, { cwd, input, env }) {
  thread ??= startThread();
  const before = process.cwd();
  process.chdir(cwd); // A thread is where its process is.
  const answer = thread.ask({ args, input, env: { ...env } });
  process.chdir(before);
  if (answer) return { status: answer.status, stdout: textOf(answer.out), stderr: textOf(answer.error) };
  void thread.terminate();
  thread = undefined;
  return { status: null, stdout: '', stderr: '' };
}

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  return Buffer.from(bytes).toString();
}

function startThread() {
  const { port1: port, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(join(import.meta.dirname, 'program-thread.mjs'), {
    workerData: { program, port: port2, signal },
    transferList: [port2],
  });
  worker.unref();
  return {
    /** @param {unknown} question @returns {import('./program-thread.mjs').Answer | undefined} */
    ask(question) {
      Atomics.store(signal, 0, 0);
      port.postMessage(question);
      Atomics.wait(signal, 0, 0, patience);
      return receiveMessageOnPort(port)?.message;
    },
    terminate: () => worker.terminate(),
  };
}
