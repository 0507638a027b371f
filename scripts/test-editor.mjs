#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../test/vscode/install.mjs';
import { RESTRICTED_SETTINGS, writeUserSettings } from '../test/vscode/settings.mjs';
import { makeTemporaryFolder } from '../test/vscode/temporary-folder.mjs';
import { buildTests, hostOf, testBundle } from './build-tests.mjs';
import { findDesktop, findXvfb, hasScreen } from './find-vscode.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FIXTURES = join(ROOT, 'test', 'editor', 'workspace');
const STAND_IN = join(ROOT, 'test', 'vscode', process.platform === 'win32' ? 'stand-in.cmd' : 'stand-in.mjs');
const SUITES = ['node', 'web', 'restricted'];
const TITLES = {
  node: 'Editor tests in the Node extension host',
  web: 'Editor tests in the web worker extension host',
  restricted: 'Editor tests in Restricted Mode',
};
const COUNTS = /BACKUP-RESPONSE-TESTS (\{.*\})/;

/** How long one host may take. The stand-in gives up a little earlier, and says more about it. */
const TIME_LIMIT_S = 300;

/**
 * Runs the editor tests in a real VS Code: a desktop one where it can be had, else the stand-in of test/vscode.
 * The extension must be built; the tests are built here.
 *
 * @param {object} [options]
 * @param {string} [options.extension] The folder of the extension; the repository's own when left out.
 * @param {import('./build-tests.mjs').Suite[]} [options.suites] What to run, one after the other; all when left out.
 * @param {boolean} [options.floor] Whether to run them in the oldest VS Code that `engines.vscode` allows.
 * @param {boolean} [options.verbose] Whether to print all that VS Code prints, not the tests' lines alone.
 * @returns {Promise<{ passed: number, failed: number }>} The sums; a run that broke off counts as one failure.
 * @throws {Error} When VS Code cannot be had at all, or the tests do not build.
 */
export async function testEditor({ extension = ROOT, suites = SUITES, floor = false, verbose = false } = {}) {
  const [vscode] = await Promise.all([findVsCode(floor), buildTests(extension)]);
  const sums = { passed: 0, failed: 0 };
  for (const suite of suites) {
    const started = performance.now();
    const { passed, failed } = await testSuite(vscode, suite, extension, verbose);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${TITLES[suite]}: ${passed} passed, ${failed} failed (${seconds} s)`);
    sums.passed += passed;
    sums.failed += failed;
  }
  return sums;
}

async function findVsCode(floor) {
  const version = floor ? oldestVersion() : undefined;
  const { executable, why } = await findDesktop({ hidden: true, version });
  if (executable) {
    console.log(`Testing in ${executable}`);
    return { executable, desktop: true };
  }
  const standIn = floor ? 'floor' : 'current';
  console.log(`Testing in a stand-in for the desktop VS Code${version ? ` ${version}` : ''}: ${why}.`);
  await ensureInstalled({ version: standIn });
  // An archive of the sources may have lost the mark that makes a file executable.
  chmodSync(STAND_IN, 0o755);
  return { executable: STAND_IN, desktop: false, env: { BACKUP_RESPONSE_VSCODE: standIn } };
}

/** The version that `engines.vscode` starts at. */
function oldestVersion() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.vscode.slice(1);
}

async function testSuite(vscode, suite, extension, verbose) {
  const host = hostOf(suite);
  const trusted = suite !== 'restricted';
  if (vscode.desktop && !trusted && process.platform === 'win32') {
    // @vscode/test-electron trusts every folder, and what takes that away again is a shell script.
    console.log('Restricted Mode is not tested on Windows.');
    return { passed: 0, failed: 0 };
  }
  const room = makeTemporaryFolder();
  try {
    const workspace = join(room.path, 'workspace');
    mkdirSync(workspace);
    if (existsSync(FIXTURES)) {
      cpSync(FIXTURES, workspace, { recursive: true });
    }
    return await runOnce(
      {
        vscodeExecutablePath: vscode.desktop ? launcher(vscode.executable, room.path, trusted) : vscode.executable,
        extensionDevelopmentPath: extension,
        extensionTestsPath: testBundle(extension, suite),
        launchArgs: [
          trusted ? workspace : severalFolders(room.path, workspace),
          ...(vscode.desktop ? desktopArgs(room.path, host, trusted) : []),
        ],
        extensionTestsEnv: {
          ...vscode.env,
          BACKUP_RESPONSE_HOST: host,
          BACKUP_RESPONSE_TRUST: trusted ? '1' : '0',
          BACKUP_RESPONSE_TIME_LIMIT: String(TIME_LIMIT_S - 20),
        },
        timeLimitMs: TIME_LIMIT_S * 1000,
      },
      verbose,
    );
  } finally {
    room.remove();
  }
}

/**
 * A workspace of two folders: a read-only one of a virtual file system, which the tests serve, and the given one. VS
 * Code has but one moment to get such a folder without starting the extension host anew: the beginning.
 */
function severalFolders(room, folder) {
  const file = join(room, 'several.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ uri: 'test-read-only:/records' }, { path: folder }] }));
  return file;
}

/** A profile of its own, so that neither the user's settings nor his extensions take part. */
function desktopArgs(room, host, trusted) {
  const userData = join(room, 'user-data');
  writeUserSettings(userData, trusted ? {} : RESTRICTED_SETTINGS);
  // The documented way to load an extension into the worker of a desktop VS Code; the stand-in has its own.
  const kind = host === 'web' ? ['--extensionDevelopmentKind=web'] : [];
  return [`--user-data-dir=${userData}`, `--extensions-dir=${join(room, 'extensions')}`, ...kind];
}

/**
 * runTests takes an executable and no arguments before its own, and adds one that makes every folder trusted, hence the
 * script.
 */
function launcher(executable, room, trusted) {
  if (hasScreen() && trusted) {
    return executable;
  }
  const script = join(room, 'vscode');
  const command = hasScreen() ? `"${executable}"` : `"${findXvfb()}" -a "${executable}"`;
  const lines = ['#!/bin/sh', ...(trusted ? [] : [WITHOUT_TRUST]), `exec ${command} "$@"`, ''];
  writeFileSync(script, lines.join('\n'), { mode: 0o755 });
  return script;
}

/** Takes one of the script's arguments away, and leaves the others as they are. */
const WITHOUT_TRUST = 'for arg do shift; [ "$arg" = --disable-workspace-trust ] || set -- "$@" "$arg"; done';

function runOnce(options, verbose) {
  // A group of its own: Ctrl+C reaches this process only, which passes it on once.
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'run-editor-tests.mjs'), JSON.stringify(options)], {
    stdio: 'pipe',
    detached: process.platform !== 'win32',
  });
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    child.kill('SIGTERM');
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);

  let counts;
  const rest = [];
  const read = (line) => {
    counts = COUNTS.exec(line)?.[1] ?? counts;
    if (verbose || line.includes('│ ')) {
      console.log(line);
    } else {
      rest.push(line);
    }
  };
  createInterface(child.stdout).on('line', read);
  createInterface(child.stderr).on('line', read);

  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      if (interrupted) {
        process.exit(130);
      }
      resolve(judge(counts && JSON.parse(counts), code ?? signal, rest));
    });
  });
}

/** VS Code's exit code has the last word: a run that broke off after its tests is a failure too. */
function judge(counts, code, rest) {
  if (counts && (code === 0) === (counts.failed === 0 && counts.passed > 0)) {
    return counts;
  }
  console.log([...rest, `VS Code ended with ${code}, ${counts ? 'after' : 'without'} the tests' result.`].join('\n'));
  return { passed: counts?.passed ?? 0, failed: (counts?.failed ?? 0) + 1 };
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const suites = SUITES.filter((suite) => args.includes(suite));
  try {
    const { passed, failed } = await testEditor({
      floor: args.includes('--floor'),
      verbose: args.includes('--verbose'),
      ...(suites.length > 0 ? { suites } : {}),
    });
    console.log(`Editor tests: ${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
