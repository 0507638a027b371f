import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect } from 'node:util';

/**
 * A reporter for Node's test runner, beside Node's own: writes the result of each test as a line of JSON, for
 * test-unit.ts. It is plain JavaScript, because the runner loads it before anything that could read TypeScript.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* results(events) {
  /** The standard error of each file: it says why a file does not load. @type {Map<string, string>} */
  const errors = new Map();
  /** The test file whose suite runs, where files share a process: see unit-bundles.ts. @type {string | undefined} */
  let member;
  let hasTests = false;
  for await (const { type, data } of events) {
    if (type === 'test:start' && data.nesting === 0) {
      member = data.name.endsWith('.ts') && existsSync(data.name) ? data.name : undefined;
      hasTests = false;
    }
    if (type === 'test:stderr') errors.set(data.file, (errors.get(data.file) ?? '') + data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file = '', nesting, skip, todo, details } = data;
    const isMember = name === member && nesting === 0;
    // Node counts a file as a test if it has no tests, or does not load.
    const isFile = isMember || resolve(name) === file;
    const isPassed = type === 'test:pass';
    // Where tests are left out by name, a suite of them passes, too. One whose tests fail says no more than they do.
    if (details.type === 'suite' && (isPassed ? !isMember || hasTests : isOfTests(details))) continue;
    hasTests = true;
    const outcome = skip !== undefined || todo !== undefined ? 'skipped' : isPassed ? 'passed' : 'failed';
    const error = 'error' in details ? reasonOf(details.error) : '';
    const reason = isFile ? `${errors.get(file) ?? ''}${error}` : error;
    const result = { name, file: member ?? file, isFile, outcome, ms: details.duration_ms, reason };
    yield `${JSON.stringify(result)}\n`;
  }
}

/** @param {object} details */
function isOfTests(details) {
  return 'error' in details && /** @type {any} */ (details.error).failureType === 'subtestsFailed';
}

/** @param {Error} error */
function reasonOf({ cause, message }) {
  return cause === undefined ? message : inspect(cause);
}
