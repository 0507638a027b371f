/**
 * Stands in for `node:test`: keeps the tests of a file, so that the runner can run some of them, in its own process.
 * @typedef {{ readonly name: string, readonly run: () => unknown }} Test
 */

/** @type {{ tests: Test[], before: (() => unknown)[], after: (() => unknown)[] }} */
let file = { tests: [], before: [], after: [] };

/** Loads a test file. @param {() => void} load @returns its tests and hooks */
export function testsOf(load) {
  file = { tests: [], before: [], after: [] };
  load();
  return file;
}

/** @param {string} name @param {unknown[]} rest options, and the function */
function test(name, ...rest) {
  const options = /** @type {{ skip?: unknown }} */ (rest.length > 1 ? rest[0] : {});
  const run = /** @type {() => unknown} */ (rest.at(-1));
  if (!options.skip) file.tests.push({ name, run });
}

/** @type {unknown} */
export const nodeTest = {
  test,
  before: (/** @type {() => unknown} */ run) => file.before.push(run),
  after: (/** @type {() => unknown} */ run) => file.after.push(run),
};
