import { inspect } from 'node:util';

/**
 * A reporter for Node's test runner: prints the tests that fail, and a summary as the last line. It is plain JavaScript,
 * because the runner loads it before anything that could read TypeScript.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type === 'test:pass') passed++;
    if (type === 'test:fail') {
      failed++;
      yield `✗ ${data.name}\n${inspect(data.details.error.cause ?? data.details.error)}\n`;
    }
  }
  yield `${passed} passed, ${failed} failed\n`;
}
