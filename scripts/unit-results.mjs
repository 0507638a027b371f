import { resolve } from 'node:path';
import { inspect } from 'node:util';

/**
 * A reporter for Node's test runner, beside Node's own: writes what became of each test as a line of JSON, for
 * test-unit.ts. It is plain JavaScript, because the runner loads it before anything that could read TypeScript.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* results(events) {
  /** The standard error of each file: it says why a file does not load. @type {Map<string, string>} */
  const errors = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:stderr') errors.set(data.file, (errors.get(data.file) ?? '') + data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file = '', skip, todo, details } = data;
    // Node counts a file as a test if it has no tests, or does not load.
    const isFile = resolve(name) === file;
    const isPassed = type === 'test:pass';
    // Where tests are left out by name, a suite of them passes, too.
    if (isPassed && details.type === 'suite') continue;
    const outcome = skip !== undefined || todo !== undefined ? 'skipped' : isPassed ? 'passed' : 'failed';
    const error = 'error' in details ? reasonOf(details.error) : '';
    const reason = isFile ? `${errors.get(file) ?? ''}${error}` : error;
    yield `${JSON.stringify({ name, file, isFile, outcome, ms: details.duration_ms, reason })}\n`;
  }
}

/** @param {Error} error */
function reasonOf({ cause, message }) {
  return cause === undefined ? message : inspect(cause);
}
