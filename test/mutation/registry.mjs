/**
 * Stands in for `node:test`: keeps the tests of a file, so that the runner can run some of them, in its own process.
 * @typedef {{ readonly name: string, readonly run: () => unknown }} Test
 */

/** @typedef {(() => unknown)[]} Hooks */

/** @returns {{ tests: Test[], before: Hooks, afterEach: Hooks, after: Hooks }} */
const newFile = () => ({ tests: [], before: [], afterEach: [], after: [] });

let file = newFile();

/** Loads a test file. @param {() => void} load @returns its tests and hooks */
export function testsOf(load) {
  file = newFile();
  load();
  return file;
}

/** @param {string} name @param {unknown[]} rest options, and the function */
function test(name, ...rest) {
  const options = /** @type {{ skip?: unknown }} */ (rest.length > 1 ? rest[0] : {});
  const run = /** @type {() => unknown} */ (rest.at(-1));
  if (!options.skip) file.tests.push({ name, run });
}

/** @type {Readonly<Record<string, unknown>>} */
export const nodeTest = {
  test,
  before: (/** @type {() => unknown} */ run) => file.before.push(run),
  afterEach: (/** @type {() => unknown} */ run) => file.afterEach.push(run),
  after: (/** @type {() => unknown} */ run) => file.after.push(run),
};
