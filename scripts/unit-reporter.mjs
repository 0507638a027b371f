import { inspect } from 'node:util';

/** A reporter for Node's test runner: says nothing of what passes, and sums up in a line. */
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
