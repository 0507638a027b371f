import childProcess from 'node:child_process';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { mutants, reach } from './mutants.mjs';

/** How long a run may take. */
const timeLimitMs = 10_000;

const program = join('dist', 'cli.js');

/** Where the sources are. The program runs in other folders. */
let root = '';

/** @type {ReturnType<typeof startThread> | undefined} */
let thread;

/**
 * Stands in for `node:child_process`: runs our command line in a thread, which takes milliseconds, and tells which mutants
 * it has reached.
 */
export const nodeChildProcess = { ...childProcess, spawnSync };

/** Stands in for test/support/program.mjs, whose thread runs the built program. */
export const programModule = {
  get program() {
    return join(root, program);
  },
  /** @param {readonly string[]} args @param {import('../support/program.mjs').ProgramOptions} options */
  runProgram: (args, options) => spawnSync(process.execPath, [program, ...args], options),
};

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 */
function spawnSync(command, args, options) {
  const at = args.findIndex((arg) => arg.endsWith(program));
  if (at === -1) return childProcess.spawnSync(command, args, options);
  process.chdir(String(options.cwd ?? root));
  const { status, out, error, reached, hitCount } = ask({
    args: args.slice(at + 1),
    input: options.input,
    env: { ...(options.env ?? process.env) },
    active: active(),
  });
  process.chdir(root);
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

/**
 * Makes ready for the next test file. A test that was interrupted may have left the process in another folder, and the
 * thread with an unread answer: it goes, and a new one reads all sources before a test has to wait for it.
 * @param {string} folder of the sources
 */
export function recoverCommandLine(folder) {
  root = folder;
  process.chdir(root);
  if (!thread?.isBusy) return;
  dropThread();
  ask({ args: ['--version'], env: {}, active: {} });
}

function dropThread() {
  void thread?.terminate();
  thread = undefined;
}

/** @param {unknown} question @returns {import('./command-line-thread.mjs').Answer} */
function ask(question) {
  thread ??= startThread();
  const answer = thread.ask(question);
  if (answer) return answer;
  dropThread();
  throw new Error('The command line does not end.');
}

function startThread() {
  const { port1: port, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('command-line-thread.mjs', import.meta.url), {
    workerData: { root, port: port2, signal },
    transferList: [port2],
  });
  worker.unref();
  return {
    /** Whether it has been asked something, and its answer has not been read. */
    isBusy: false,
    ask(/** @type {unknown} */ question) {
      this.isBusy = true;
      Atomics.store(signal, 0, 0);
      port.postMessage(question);
      Atomics.wait(signal, 0, 0, timeLimitMs);
      const answer = receiveMessageOnPort(port);
      this.isBusy = false;
      return answer?.message;
    },
    terminate: () => worker.terminate(),
  };
}
