import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { workerData } from 'node:worker_threads';
import { forgetModules, registerTypeScript } from './modules.mjs';
import { mutants } from './mutants.mjs';

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Uint8Array} out
 * @property {Uint8Array} error
 * @property {Record<string, number>} reached how often each mutant was reached
 * @property {number} hitCount how often the active one was
 */

const { root, port, signal } = workerData;
const main = join(root, 'src', 'cli', 'main.ts');
const require = createRequire(main);
/** The globals of this run. @type {Record<string | symbol, unknown>} */
let own = {};
/** Hears of the exit code, after all is written. @type {(exitCode: unknown) => void} */
let ended = () => {};
/** The program's `process`: one for all runs, because its modules stay from one run to the next. */
const programProcess = new Proxy(process, {
  get: (target, name) => (name in own ? own[name] : Reflect.get(target, name)),
  set(_target, name, value) {
    own[name] = value;
    if (name === 'exitCode') ended(value);
    return true;
  },
});
/** The mutant that was active when the modules were evaluated. @type {string | undefined} */
let evaluatedWith;
registerTypeScript({}, () => programProcess);

port.on('message', async (/** @type {any} */ question) => {
  port.postMessage(await run(question));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

/** Runs the program from its first line, as a new process would. @returns {Promise<Answer>} */
async function run(/** @type {any} */ { args, input, env, active }) {
  Object.assign(mutants, active, { mutantCoverage: { static: {}, perTest: {} } });
  const [out, error] = [sink(), sink()];
  const argv = [process.execPath, main, ...args];
  const stdin = Readable.from(input?.length > 0 ? [Buffer.from(input)] : []);
  const status = await new Promise((resolve) => {
    own = { argv, env, stdin, stdout: out.stream, stderr: error.stream, on() {}, once() {} };
    ended = resolve;
    // To find out what a run reaches, all is evaluated; afterwards a mutant is the same in all runs that follow.
    const isAnew = active.activeMutant === undefined || active.activeMutant !== evaluatedWith;
    forgetModules(isAnew ? '' : main);
    evaluatedWith = active.activeMutant;
    require(main);
  });
  const reached = mutants.mutantCoverage.static;
  return { status, out: out.bytes(), error: error.bytes(), reached, hitCount: mutants.hitCount ?? 0 };
}

function sink() {
  /** @type {Uint8Array[]} */
  const chunks = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, bytes: () => Buffer.concat(chunks) };
}
