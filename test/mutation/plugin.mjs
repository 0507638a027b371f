import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { nodeChildProcess } from './command-line.mjs';
import { forgetModules, registerTypeScript } from './modules.mjs';
import { mutants } from './mutants.mjs';
import { nodeTest, testsOf } from './registry.mjs';

/** Tests of what is built and packed, of processes, and of `exchange`, which is not mutated: they would notice nothing. */
const leftOut =
  /^(?:agents|bench-files|cli-kill|cli-rights|components|contributions|exchange-.*|fuzz|other-editors|package|pages|pipelines|workflows)\.test\.ts$/;

/** Tests that take long, because they are about speed, or about much of something: survivors would take minutes. */
const slow =
  /a reader that goes away|breaks no more|does not hang|get an answer$|hostile|in seconds|no JSON file of another kind|no more results than|seeds that once/;

/** Stryker allows a mutant a hundred times as many hits as all tests together: many seconds in an endless loop. */
const generosity = 50;

/** Between the file and the name in the id of a test. */
const separator = ' › ';

/**
 * A test that has run.
 * @typedef {object} TestResult
 * @property {string} id
 * @property {string} name
 * @property {number} timeSpentMs
 * @property {0 | 1} status passed or failed
 * @property {string} [failureMessage]
 */

/**
 * What Stryker asks for.
 * @typedef {object} MutantRun
 * @property {{ readonly id: string, readonly fileName: string }} activeMutant
 * @property {readonly string[]} [testFilter] the ids of the tests that reach the mutant; all, if it is left out
 * @property {'static' | 'runtime'} mutantActivation whether it is active while the modules load
 * @property {number} [hitLimit]
 */

/**
 * Runs the unit tests in the process of Stryker's worker. A process for each file, as Node's test runner has it, takes a
 * second, and there are ten thousand mutants.
 * @see https://stryker-mutator.io/docs/stryker-js/guides/create-a-plugin/
 */
class Runner {
  /** The worker runs in Stryker's copy of the repository. */
  #folder = join(process.cwd(), 'test', 'unit');
  #require = createRequire(join(this.#folder, 'index.js'));
  /** How long each test takes, by its id: written in the first run for those that follow. */
  #timesFile = join(process.cwd(), 'times.json');
  /** @type {[id: string, ms: number][] | undefined} */
  #times;

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    registerTypeScript({ 'node:test': nodeTest, 'node:child_process': nodeChildProcess });
  }

  /** Runs all tests, and finds out which mutants each of them reaches. */
  async dryRun() {
    /** @type {TestResult[]} */
    const tests = [];
    for (const file of readdirSync(this.#folder)) {
      if (file.endsWith('.test.ts') && !leftOut.test(file)) tests.push(...(await this.#run(file)));
    }
    writeFileSync(this.#timesFile, JSON.stringify(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs])));
    return { status: 'complete', tests, mutantCoverage: mutants.mutantCoverage };
  }

  /** Runs the tests that reach a mutant, the likeliest first, until one fails. @param {MutantRun} run */
  async mutantRun({ activeMutant: { id, fileName }, testFilter, mutantActivation, hitLimit: generousLimit }) {
    const hitLimit = generousLimit && generousLimit / generosity;
    forgetModules();
    Object.assign(mutants, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    let nrOfTests = 0;
    for (const [file, ids] of this.#plan(basename(fileName, '.ts'), testFilter)) {
      const results = await this.#run(file, ids, { id, isStatic: mutantActivation === 'static' });
      nrOfTests += results.length;
      if (hitLimit !== undefined && (mutants.hitCount ?? 0) > hitLimit)
        return { status: 'timeout', reason: `It was reached more than ${hitLimit} times.` };
      const failed = results.at(-1);
      if (failed?.status === 1)
        return { status: 'killed', killedBy: [failed.id], failureMessage: failed.failureMessage ?? '', nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }

  /**
   * The ids of the tests to run, by file: first the files with tests that are named after the mutated file, then the fast
   * ones.
   * @param {string} subject the name of the mutated file
   * @param {readonly string[]} [wanted] all tests, if it is left out
   * @returns {[file: string, ids: string[]][]}
   */
  #plan(subject, wanted) {
    this.#times ??= JSON.parse(readFileSync(this.#timesFile, 'utf8')) ?? [];
    const isWanted = new Set(wanted);
    /** @type {Map<string, { ids: string[], cost: number }>} */
    const files = new Map();
    for (const [id, ms] of this.#times ?? []) {
      if (wanted && !isWanted.has(id)) continue;
      const [file = ''] = id.split(separator);
      const plan = files.get(file) ?? { ids: [], cost: 0 };
      files.set(file, plan);
      const isNamedAfter = id.includes(subject);
      if (isNamedAfter) plan.ids.unshift(id);
      else plan.ids.push(id);
      plan.cost += isNamedAfter ? -1e9 : ms;
    }
    const inOrder = [...files].sort(([, a], [, b]) => a.cost - b.cost);
    return inOrder.map(([file, { ids }]) => [file, ids]);
  }

  /**
   * Evaluates a test file and what it imports, and runs its tests.
   * @param {string} file
   * @param {readonly string[]} [ids] of the tests to run, in this order; all, if it is left out
   * @param {{ readonly id: string, readonly isStatic: boolean }} [mutant] with it, the first failure is the last result
   * @returns {Promise<TestResult[]>}
   */
  async #run(file, ids, mutant) {
    // Each file has what it shares with others, such as a folder for its files, for itself.
    forgetModules(join(process.cwd(), 'test'));
    mutants.activeMutant = mutant?.isStatic ? mutant.id : undefined;
    try {
      const { tests, before, after } = testsOf(() => this.#require(join(this.#folder, file)));
      mutants.activeMutant = mutant?.id;
      const byId = new Map(
        tests.filter(({ name }) => !slow.test(name)).map((test) => [`${file}${separator}${test.name}`, test]),
      );
      for (const hook of before) await hook();
      const results = await runTests(ids ?? [...byId.keys()], byId, mutant !== undefined);
      for (const hook of after) await hook();
      return results;
    } catch (error) {
      if (!mutant || !ids) throw error;
      return [failure(ids[0] ?? file, 0, error)];
    }
  }
}

/**
 * @param {readonly string[]} ids
 * @param {ReadonlyMap<string, import('./registry.mjs').Test>} byId
 * @param {boolean} stops whether the first failure is the last result
 */
async function runTests(ids, byId, stops) {
  /** @type {TestResult[]} */
  const results = [];
  for (const id of ids) {
    const started = performance.now();
    mutants.currentTestId = id;
    try {
      const test = byId.get(id);
      if (!test) throw new Error('There is no such test any more.');
      await test.run();
      results.push({ id, name: id, timeSpentMs: performance.now() - started, status: 0 });
    } catch (error) {
      results.push(failure(id, performance.now() - started, error));
      if (stops) break;
    } finally {
      mutants.currentTestId = undefined;
    }
  }
  return results;
}

/** @returns {TestResult} */
function failure(/** @type {string} */ id, /** @type {number} */ timeSpentMs, /** @type {unknown} */ error) {
  return { id, name: id, timeSpentMs, status: 1, failureMessage: String(error) };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: Runner }];
