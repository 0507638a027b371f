import { runInNewContext } from 'node:vm';

/**
 * Runs a function, and interrupts it when it takes longer, which the `timeout` of a test cannot do with synchronous
 * code. The limit is a hundred times the usual time: it is there for code that hangs, not to measure, and a busy machine
 * is slow.
 * @throws {Error} if it takes longer
 */
export function withinSeconds<T>(seconds: number, run: () => T): T {
  return runInNewContext('run()', { run }, { timeout: seconds * 1_000 });
}
