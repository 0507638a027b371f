/** The few assertions the editor tests need: `node:assert` is not there in the web worker host. */

/**
 * Asserts that two values are the same, as `Object.is` has it.
 *
 * @throws {Error} With both values in the message.
 */
export function equal<T>(actual: T, expected: T, message = 'Not equal'): void {
  if (!Object.is(actual, expected)) {
    throw new Error(difference(message, actual, expected));
  }
}

/**
 * Asserts that two values made of plain objects, arrays and primitives are alike, the order of properties aside.
 *
 * @throws {Error} With both values in the message.
 */
export function deepEqual<T>(actual: T, expected: T, message = 'Not alike'): void {
  if (canonical(actual) !== canonical(expected)) {
    throw new Error(difference(message, actual, expected));
  }
}

/**
 * Asserts that a value is truthy.
 *
 * @throws {Error} With the value in the message.
 */
export function ok(value: unknown, message = 'Not truthy'): asserts value {
  if (!value) {
    throw new Error(`${message}: ${String(value)}`);
  }
}

function difference(message: string, actual: unknown, expected: unknown): string {
  return `${message}\n  actual:   ${canonical(actual)}\n  expected: ${canonical(expected)}`;
}

/** JSON with sorted property names; what JSON has no word for is written as JavaScript writes it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, item]) => `${JSON.stringify(name)}: ${canonical(item)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
