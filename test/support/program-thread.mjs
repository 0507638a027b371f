import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { Script } from 'node:vm';
import { workerData } from 'node:worker_threads';

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Uint8Array} out
 * @property {Uint8Array} error
 */

const { program, port, signal } = workerData;
const code = readFileSync(program, 'utf8').replace(/^#!.*/, '');
const wrapped = `(function (exports, require, module, __filename, __dirname, process) {${code}\n})`;
const evaluate = new Script(wrapped, { filename: program }).runInThisContext();

port.on('message', async (/** @type {any} */ question) => {
  port.postMessage(await run(question));
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

/** Runs the program from its first line, as a new process would. @returns {Promise<Answer>} */
async function run(/** @type {any} */ { args, input, env }) {
  const [out, error] = [sink(), sink()];
  const status = await new Promise((resolve) => {
    /** The state of this run. @type {Record<string | symbol, unknown>} */
    const own = {
      argv: [process.execPath, program, ...args],
      env,
      stdin: Object.assign(Readable.from(input.length > 0 ? [Buffer.from(input)] : []), { fd: 0 }),
      stdout: out.stream,
      stderr: error.stream,
      exitCode: undefined,
      on() {},
      off() {},
    };
    const ownProcess = new Proxy(process, {
      get: (target, name) => (name in own ? own[name] : Reflect.get(target, name)),
      set(_target, name, value) {
        own[name] = value;
        // It comes last, after all is written.
        if (name === 'exitCode') resolve(value);
        return true;
      },
    });
    const module = { exports: {} };
    evaluate(module.exports, createRequire(program), module, program, dirname(program), ownProcess);
  });
  return { status, out: out.bytes(), error: error.bytes() };
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
