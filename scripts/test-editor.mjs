#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../test/vscode/install.mjs';
import { writeUserSettings } from '../test/vscode/settings.mjs';
import { makeTemporaryFolder } from '../test/vscode/temporary-folder.mjs';
import { buildTests, testBundle } from './build-tests.mjs';
import { findDesktop, findXvfb, hasScreen } from './find-vscode.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FIXTURES = join(ROOT, 'test', 'editor', 'workspace');
const STAND_IN = join(ROOT, 'test', 'vscode', process.platform === 'win32' ? 'stand-in.cmd' : 'stand-in.mjs');
const COUNTS = /BACKUP-RESPONSE-TESTS (\{.*\})/;

/** How long one host may take. The stand-in gives up a little earlier, and says more about it. */
const TIME_LIMIT_S = 300;

/**
 * Runs the editor tests in a real VS Code: a desktop one where it can be had, else the stand-in of test/vscode.
 * The extension must be built; the tests are built here.
 *
 * @param {object} [options]
 * @param {string} [options.extension] The folder of the extension; the repository's own when left out.
 * @param {('node' | 'web')[]} [options.hosts] The extension hosts to run them in, one after the other; both when left
 *   out.
 * @param {boolean} [options.verbose] Whether to print all that VS Code prints, not the tests' lines alone.
 * @returns {Promise<{ passed: number, failed: number }>} The sums; a run that broke off counts as one failure.
 * @throws {Error} When VS Code cannot be had at all, or the tests do not build.
 */
export async function testEditor({ extension = ROOT, hosts = ['node', 'web'], verbose = false } = {}) {
  const [vscode] = await Promise.all([findVsCode(), buildTests(extension)]);
  const sums = { passed: 0, failed: 0 };
  for (const host of hosts) {
    const started = performance.now();
    const { passed, failed } = await testInHost(vscode, host, extension, verbose);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`Editor tests in the ${host} extension host: ${passed} passed, ${failed} failed (${seconds} s)`);
    sums.passed += passed;
    sums.failed += failed;
  }
  return sums;
}

async function findVsCode() {
  const { executable, why } = await findDesktop({ hidden: true });
  if (executable) {
    console.log(`Testing in ${executable}`);
    return { executable, desktop: true };
  }
  console.log(`Testing in a stand-in for the desktop VS Code: ${why}.`);
  await ensureInstalled();
  // An archive of the sources may have lost the mark that makes a file executable.
  chmodSync(STAND_IN, 0o755);
  return { executable: STAND_IN, desktop: false };
}

async function testInHost(vscode, host, extension, verbose) {
  const room = makeTemporaryFolder();
  try {
    const workspace = join(room.path, 'workspace');
    mkdirSync(workspace);
    if (existsSync(FIXTURES)) {
      cpSync(FIXTURES, workspace, { recursive: true });
    }
    return await runOnce(
      {
        vscodeExecutablePath: vscode.desktop ? onSomeScreen(vscode.executable, room.path) : vscode.executable,
        extensionDevelopmentPath: extension,
        extensionTestsPath: testBundle(extension, host),
        launchArgs: [workspace, ...(vscode.desktop ? desktopArgs(room.path, host) : [])],
        extensionTestsEnv: { BACKUP_RESPONSE_HOST: host, BACKUP_RESPONSE_TIME_LIMIT: String(TIME_LIMIT_S - 20) },
        timeLimitMs: TIME_LIMIT_S * 1000,
      },
      verbose,
    );
  } finally {
    room.remove();
  }
}

/** A profile of its own, so that neither the user's settings nor his extensions take part. */
function desktopArgs(room, host) {
  const userData = join(room, 'user-data');
  writeUserSettings(userData);
  // The documented way to load an extension into the worker of a desktop VS Code; the stand-in has its own.
  const kind = host === 'web' ? ['--extensionDevelopmentKind=web'] : [];
  return [`--user-data-dir=${userData}`, `--extensions-dir=${join(room, 'extensions')}`, ...kind];
}

/** runTests takes an executable and no arguments before its own, hence the script. */
function onSomeScreen(executable, room) {
  if (hasScreen()) {
    return executable;
  }
  const script = join(room, 'vscode-on-xvfb');
  writeFileSync(script, `#!/bin/sh\nexec "${findXvfb()}" -a "${executable}" "$@"\n`, { mode: 0o755 });
  return script;
}

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
  const hosts = args.filter((arg) => arg === 'node' || arg === 'web');
  try {
    const { passed, failed } = await testEditor({
      verbose: args.includes('--verbose'),
      ...(hosts.length > 0 ? { hosts } : {}),
    });
    console.log(`Editor tests: ${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
