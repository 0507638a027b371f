import { Script } from 'node:vm';

const shared = /** @type {{ __guarded?: () => unknown }} */ (globalThis);
const call = new Script('__guarded()');

/**
 * Runs a function, and interrupts it if it takes too long.
 * @template T
 * @param {() => T} run
 * @param {number} [limitMs] none, if it is left out
 * @returns {T}
 */
export function guarded(run, limitMs) {
  if (limitMs === undefined) return run();
  shared.__guarded = run;
  return call.runInThisContext({ timeout: Math.ceil(limitMs) });
}

/** Whether an error is an interruption. @param {unknown} error */
export function isInterruption(error) {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
