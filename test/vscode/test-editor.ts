import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMain } from '../../scripts/is-main.ts';
import { failure, listOf, nothing, type Results, sumOf } from '../../scripts/results.ts';
import { buildTests, fixtures, hostOf, type Suite, suites, testBundle } from './build-tests.ts';
import { findDesktop, findXvfb, hasScreen } from './find-vscode.ts';
import { ensureInstalled } from './install.ts';
import type { RunOptions } from './run-vscode.ts';
import { plainSettings, restrictedSettings, writeUserSettings } from './settings.ts';
import { sourcePlaces } from './source-places.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { silenceLimit, watchTests } from './watch-tests.ts';
import type { Host } from './workbench.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const standIn = join(here, process.platform === 'win32' ? 'stand-in.cmd' : 'stand-in.mjs');
const titles: Readonly<Record<Suite, string>> = {
  node: 'Editor tests in the Node extension host',
  web: 'Editor tests in the web worker extension host',
  restricted: 'Editor tests in Restricted Mode',
};
export interface TestOptions {
  /** The folder of the extension; the repository by default. */
  readonly extension?: string;
  /** All suites by default. */
  readonly suites?: readonly Suite[];
  /** Only tests whose full title contains this text, or matches it if it is a `/pattern/`. */
  readonly grep?: string | undefined;
  /** Whether to use the oldest VS Code that `engines.vscode` allows. */
  readonly isFloor?: boolean | undefined;
  /** Whether to print all output of VS Code instead of the test results only. */
  readonly isVerbose?: boolean | undefined;
}

/** The VS Code to run. */
interface VsCode {
  readonly executable: string;
  readonly isDesktop: boolean;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Runs the editor tests in a real VS Code: the desktop one if it is available, otherwise the stand-in. The extension
 * must be built; the tests are built here. In the stand-in, the suites run side by side: most of the time, they wait.
 * Windows on a desktop would take the focus from one another.
 * @returns the sums of all suites; a run that does not end well counts as one failure
 * @throws {Error} if there is no VS Code, or the tests do not build
 */
export async function testEditor(options: TestOptions = {}): Promise<Results> {
  const { extension = root, grep, isFloor = false } = options;
  silenceLimit(); // Better now than when VS Code has started.
  const [vscode] = await Promise.all([findVsCode(isFloor), buildTests(extension, grep)]);
  const chosen = options.suites ?? suites;
  const results: Promise<Results>[] = [];
  for (const suite of chosen) {
    const mark = vscode.isDesktop || chosen.length === 1 ? '' : `${suite} `;
    results.push(timed(suite, testSuite(vscode, suite, extension, mark, options)));
    if (vscode.isDesktop) await results.at(-1);
  }
  const sum = sumOf(await Promise.all(results));
  return grep !== undefined && sum.passed + sum.failed === 0 ? failure(`No editor test matches "${grep}".`) : sum;
}

/** Reports the result of a suite, and how long it took. */
async function timed(suite: Suite, run: Promise<Results>): Promise<Results> {
  const started = performance.now();
  const results = await run;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${titles[suite]}: ${results.passed} passed, ${results.failed} failed (${seconds} s)`);
  return results;
}

async function findVsCode(isFloor: boolean): Promise<VsCode> {
  const version = isFloor ? oldestVersion() : undefined;
  const desktop = await findDesktop({ isHidden: true, version });
  if (desktop.executable !== undefined) {
    console.log(`Testing in ${desktop.executable}`);
    return { executable: desktop.executable, isDesktop: true, env: {} };
  }
  const standInVersion = isFloor ? 'floor' : 'current';
  console.log(`Testing in a stand-in for the desktop VS Code${version ? ` ${version}` : ''}: ${desktop.reason}.`);
  await ensureInstalled({ version: standInVersion });
  // An archive of the sources may have lost the executable bit.
  chmodSync(standIn, 0o755);
  return { executable: standIn, isDesktop: false, env: { BACKUP_RESPONSE_VSCODE: standInVersion } };
}

/** The lowest version in `engines.vscode`. */
function oldestVersion(): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.vscode.slice(1);
}

/** @param mark stands before the lines of the suite, where several run at a time */
async function testSuite(
  vscode: VsCode,
  suite: Suite,
  extension: string,
  mark: string,
  options: TestOptions,
): Promise<Results> {
  const isTrusted = suite !== 'restricted';
  if (vscode.isDesktop && !isTrusted && process.platform === 'win32') {
    // @vscode/test-electron trusts every folder, and the launcher that undoes this is a shell script.
    console.log('Restricted Mode is not tested on Windows.');
    return nothing;
  }
  const temporary = makeTemporaryFolder();
  try {
    const workspace = join(temporary.path, 'workspace');
    mkdirSync(workspace);
    cpSync(fixtures, workspace, { recursive: true });
    const run = vscode.isDesktop
      ? desktopRun(vscode.executable, temporary.path, hostOf(suite), isTrusted)
      : { vscodeExecutablePath: vscode.executable, launchArgs: [] };
    return await runOnce(
      {
        vscodeExecutablePath: run.vscodeExecutablePath,
        extensionDevelopmentPath: extension,
        extensionTestsPath: testBundle(extension, suite),
        launchArgs: [isTrusted ? workspace : twoFolders(temporary.path, workspace), ...run.launchArgs],
        extensionTestsEnv: {
          ...vscode.env,
          BACKUP_RESPONSE_HOST: hostOf(suite),
          BACKUP_RESPONSE_TRUST: isTrusted ? '1' : '0',
        },
      },
      suite,
      mark,
      options,
    );
  } finally {
    temporary.remove();
  }
}

/**
 * A workspace of the given folder and a read-only one in a virtual file system, which the tests provide. VS Code can
 * add such a folder without a restart of the extension host at the beginning only.
 */
function twoFolders(temporary: string, folder: string): string {
  const file = join(temporary, 'two-folders.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ uri: 'test-read-only:/records' }, { path: folder }] }));
  return file;
}

/** How to start the desktop VS Code: with its own profile, so that the user's settings and extensions do not matter. */
function desktopRun(executable: string, temporary: string, host: Host, isTrusted: boolean) {
  const userData = join(temporary, 'user-data');
  writeUserSettings(userData, { ...plainSettings, ...(isTrusted ? {} : restrictedSettings) });
  // The documented way to load an extension in the worker of a desktop VS Code; the stand-in has its own.
  const kind = host === 'web' ? ['--extensionDevelopmentKind=web'] : [];
  return {
    vscodeExecutablePath: launcher(executable, temporary, isTrusted),
    launchArgs: [`--user-data-dir=${userData}`, `--extensions-dir=${join(temporary, 'extensions')}`, ...kind],
  };
}

/** `runTests` allows no arguments before its own, and adds one that trusts every folder: hence this script. */
function launcher(executable: string, temporary: string, isTrusted: boolean): string {
  if (hasScreen() && isTrusted) return executable;
  const script = join(temporary, 'vscode');
  const command = hasScreen() ? `"${executable}"` : `"${findXvfb()}" -a "${executable}"`;
  const lines = ['#!/bin/sh', ...(isTrusted ? [] : [removeTrust]), `exec ${command} "$@"`, ''];
  writeFileSync(script, lines.join('\n'), { mode: 0o755 });
  return script;
}

/** Removes one of the script's arguments, and keeps the others as they are. */
const removeTrust = 'for arg do shift; [ "$arg" = --disable-workspace-trust ] || set -- "$@" "$arg"; done';

async function runOnce(run: RunOptions, suite: Suite, mark: string, options: TestOptions): Promise<Results> {
  const script = join(here, 'run-vscode.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(run)], {
    cwd: root,
    stdio: 'pipe',
    // A process group of its own: Ctrl+C reaches only this process, which passes it on once.
    detached: process.platform !== 'win32',
  });
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    child.kill('SIGTERM');
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const results = await watchTests(child, {
    title: titles[suite],
    isVerbose: options.isVerbose,
    mayBeEmpty: options.grep !== undefined,
    mark,
    // In the worker, VS Code makes a function of the bundle, with a head of two lines.
    mapStack: sourcePlaces(run.extensionTestsPath, root, hostOf(suite) === 'web' ? 2 : 0),
  });
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  if (isInterrupted) process.exit(130);
  return results;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { grep: { type: 'string' }, floor: { type: 'boolean' }, verbose: { type: 'boolean' } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !suites.some((suite) => suite === name));
  if (unknown !== undefined) throw new Error(`There is no suite "${unknown}". Use ${suites.join(', ')}.`);
  const { passed, failed, failures } = await testEditor({
    grep: values.grep,
    isFloor: values.floor,
    isVerbose: values.verbose,
    suites: suites.filter((suite) => positionals.length === 0 || positionals.includes(suite)),
  });
  if (passed + failed === 0) throw new Error('No editor test can run here.');
  if (failures.length > 0) console.log(`\nFailures:\n\n${listOf(failures, root)}\n`);
  console.log(`Editor tests: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (isMain(import.meta.url))
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
