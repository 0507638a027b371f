/**
 * The globals of Stryker's changed sources: the active mutant, and a record of the mutants that were reached.
 * @typedef {object} Mutants
 * @property {string | undefined} [activeMutant]
 * @property {string | undefined} [currentTestId] undefined while modules load
 * @property {number | undefined} [hitCount]
 * @property {number | undefined} [hitLimit] more than that is taken for an endless loop
 * @property {{ static: Record<string, number>, perTest: Record<string, Record<string, number>> }} mutantCoverage
 */

const shared = /** @type {{ __stryker__?: Mutants }} */ (globalThis);
shared.__stryker__ ??= { mutantCoverage: { static: {}, perTest: {} } };

export const mutants = shared.__stryker__;

/** Notes that the running test has reached a mutant. @param {string} id @param {number} count */
export function reach(id, count) {
  const { mutantCoverage, currentTestId } = mutants;
  if (currentTestId === undefined) return;
  mutantCoverage.perTest[currentTestId] ??= {};
  const reached = mutantCoverage.perTest[currentTestId] ?? {};
  reached[id] = (reached[id] ?? 0) + count;
}
