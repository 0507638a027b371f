/** The few assertions that the editor tests need: `node:assert` does not exist in the web worker host. */

/**
 * Asserts that two values are the same according to `Object.is`.
 * @throws {Error} with both values in the message
 */
export function equal<T>(actual: T, expected: T, message = 'Not equal'): void {
  if (!Object.is(actual, expected)) throw new Error(difference(message, actual, expected));
}

/**
 * Asserts that two values made of plain objects, arrays and primitives are equal, in any order of properties.
 * @throws {Error} with both values in the message
 */
export function deepEqual<T>(actual: T, expected: T, message = 'Not deeply equal'): void {
  if (canonical(actual) !== canonical(expected)) throw new Error(difference(message, actual, expected));
}

/**
 * Asserts that a value is truthy.
 * @throws {Error} with the value in the message
 */
export function ok(value: unknown, message = 'Not truthy'): asserts value {
  if (!value) throw new Error(`${message}: ${String(value)}`);
}

function difference(message: string, actual: unknown, expected: unknown): string {
  return `${message}\n  actual:   ${canonical(actual)}\n  expected: ${canonical(expected)}`;
}

/** JSON with sorted property names; values that JSON cannot express are written as in JavaScript. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const properties = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${properties.map(([name, item]) => `${JSON.stringify(name)}: ${canonical(item)}`).join(', ')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
