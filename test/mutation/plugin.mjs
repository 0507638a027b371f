import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { nodeChildProcess, programModule, recoverCommandLine } from './command-line.mjs';
import { guarded, isInterruption } from './guard.mjs';
import { forgetModules, registerTypeScript } from './modules.mjs';
import { mutants } from './mutants.mjs';
import { nodeTest, testsOf } from './registry.mjs';

/** Tests of built and packed files, and of processes: they would notice nothing. */
export const leftOut =
  /^(?:bench-files|cli-kill|cli-rights|components|contributions|fuzz|loading|mutation|other-editors|package|pages|pipelines|recipes|test-runs|workflows)\.test\.ts$/;

/** Tests that take long, because they are about speed, or about much of something: survivors would take minutes. */
const slow =
  /a reader that goes away|beyond the 1,000|breaks no more|does not hang|get an answer$|hostile|in seconds|no JSON file of another kind|no more results than|seeds that once|where the check stopped/;

/** Tests of the command line that need a process of its own, with a failing disk, a signal or a file as its input. */
const ofProcesses = /a disk (?:that )?fails|a signal ends the program|the file that standard input comes from/;

/** How long a test may take with a mutant: this, and this many times as long as without. */
const patience = { ms: 1_000, times: 3 };

/** How long tests look for a mutant, in milliseconds. The likeliest and fastest come first, so only slow ones are left. */
const longestSearch = 6_000;

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
 * @property {boolean} [isEndless] whether it failed because it did not end
 */

/**
 * The members that Stryker asks for.
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
  #root = process.cwd();
  #folder = join(this.#root, 'test', 'unit');
  #require = createRequire(join(this.#folder, 'index.js'));
  /** How long each test takes, by its id: written in the first run for those that follow. */
  #timesFile = join(this.#root, 'times.json');
  /** @type {[id: string, ms: number][] | undefined} */
  #times;
  /** How many mutants of a file each test has noticed, by the name of the file. @type {Map<string, Map<string, number>>} */
  #merits = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    // Reports name files from the root of their repository: the copy is one, and not a folder of ours.
    mkdirSync(join(this.#root, '.git'), { recursive: true });
    registerTypeScript({
      'node:test': nodeTest,
      'node:child_process': nodeChildProcess,
      './program.mjs': programModule,
    });
    this.#require('../support/seed.ts');
    const { configureGlobal, readConfigureGlobal } = this.#require('fast-check');
    // One failure is enough; the smallest input that fails is not read.
    configureGlobal({ ...readConfigureGlobal(), endOnFailure: true });
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
  async mutantRun({ activeMutant: { id, fileName }, testFilter, mutantActivation, hitLimit }) {
    forgetModules();
    Object.assign(mutants, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    let nrOfTests = 0;
    const started = performance.now();
    const subject = basename(fileName, '.ts');
    const isOfCommandLine = ['cli', 'document', 'files'].includes(basename(dirname(fileName)));
    for (const [file, ids] of this.#plan(subject, testFilter)) {
      if (performance.now() - started > longestSearch) break;
      // They are slow, and the other sources have tests of their own.
      if (file.startsWith('cli') && !isOfCommandLine) continue;
      const results = await this.#run(file, ids, { id, isStatic: mutantActivation === 'static' });
      nrOfTests += results.length;
      if (hitLimit !== undefined && (mutants.hitCount ?? 0) > hitLimit)
        return { status: 'timeout', reason: `It was reached more than ${hitLimit} times.` };
      const failed = results.at(-1);
      if (failed?.status === 1) this.#reward(subject, failed.id);
      if (failed?.isEndless) return { status: 'timeout', reason: `${failed.id} does not end.` };
      if (failed?.status === 1)
        return { status: 'killed', killedBy: [failed.id], failureMessage: failed.failureMessage ?? '', nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }

  #reward(/** @type {string} */ subject, /** @type {string} */ id) {
    const merits = this.#merits.get(subject) ?? new Map();
    this.#merits.set(subject, merits.set(id, (merits.get(id) ?? 0) + 1));
  }

  /**
   * The ids of the tests to run, by file: first those that have noticed other mutants of the mutated file, then those that
   * are named after it, then the fast ones.
   * @param {string} subject the name of the mutated file
   * @param {readonly string[]} [wanted] all tests, if it is left out
   * @returns {[file: string, ids: string[]][]}
   */
  #plan(subject, wanted) {
    this.#times ??= JSON.parse(readFileSync(this.#timesFile, 'utf8')) ?? [];
    const isWanted = new Set(wanted);
    const merits = this.#merits.get(subject);
    const plan = (this.#times ?? [])
      .filter(([id]) => !wanted || isWanted.has(id))
      .map(([id, ms]) => ({ id, ms, merit: merits?.get(id) ?? (id.includes(subject) ? 0.5 : 0) }))
      .sort((a, b) => b.merit - a.merit || a.ms - b.ms);
    /** @type {Map<string, { ids: string[], merit: number, ms: number }>} */
    const files = new Map();
    for (const { id, ms, merit } of plan) {
      const [file = ''] = id.split(separator);
      const of = files.get(file) ?? { ids: [], merit: 0, ms: 0 };
      files.set(file, of);
      of.ids.push(id);
      of.merit += merit;
      of.ms += ms;
    }
    const inOrder = [...files].sort(([, a], [, b]) => b.merit - a.merit || a.ms - b.ms);
    return inOrder.map(([file, { ids }]) => [file, ids]);
  }

  /**
   * Evaluates a test file and its imports, and runs its tests.
   * @param {string} file
   * @param {readonly string[]} [ids] of the tests to run, in this order; all, if it is left out
   * @param {{ readonly id: string, readonly isStatic: boolean }} [mutant] with it, the first failure is the last result
   * @returns {Promise<TestResult[]>}
   */
  async #run(file, ids, mutant) {
    recoverCommandLine(this.#root);
    // No file shares anything with another, such as a folder for its files.
    forgetModules(join(this.#root, 'test'));
    mutants.activeMutant = mutant?.isStatic ? mutant.id : undefined;
    try {
      const load = () => testsOf(() => this.#require(join(this.#folder, file)));
      const { tests, before, afterEach, after } = guarded(load, mutant && 10 * patience.ms);
      mutants.activeMutant = mutant?.id;
      const byId = new Map(
        tests
          .filter(({ name }) => !slow.test(name) && !ofProcesses.test(name))
          .map((test) => [`${file}${separator}${test.name}`, test]),
      );
      for (const hook of before) await hook();
      const limits = mutant && new Map(this.#times?.map(([id, ms]) => [id, patience.ms + ms * patience.times]));
      const results = await runTests(ids ?? [...byId.keys()], byId, afterEach, limits);
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
 * @param {readonly (() => unknown)[]} afterEach
 * @param {ReadonlyMap<string, number>} [limits] in milliseconds; with them, the first failure is the last result
 */
async function runTests(ids, byId, afterEach, limits) {
  /** @type {TestResult[]} */
  const results = [];
  for (const id of ids) {
    const started = performance.now();
    mutants.currentTestId = id;
    try {
      const test = byId.get(id);
      if (!test) throw new Error('That test is gone.');
      await guarded(test.run, limits?.get(id));
      results.push({ id, name: id, timeSpentMs: performance.now() - started, status: 0 });
    } catch (error) {
      results.push(failure(id, performance.now() - started, error));
      if (limits) break;
    } finally {
      for (const hook of afterEach) await hook();
      mutants.currentTestId = undefined;
    }
  }
  return results;
}

/** @returns {TestResult} */
function failure(/** @type {string} */ id, /** @type {number} */ timeSpentMs, /** @type {unknown} */ error) {
  return { id, name: id, timeSpentMs, status: 1, failureMessage: String(error), isEndless: isInterruption(error) };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: Runner }];
