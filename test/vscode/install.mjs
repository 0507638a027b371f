#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canBringBrowser, findInstalledBrowser, UNPACKED_CHROMIUM } from './browser.mjs';
import { alone } from './lock.mjs';

/**
 * The versions of VS Code, each with a package of its own that brings its server; the first brings the browser too.
 *
 * @typedef {'current' | 'floor'} Version The newest that the tests know, or the oldest that `engines.vscode` allows.
 */
const PACKAGES = {
  current: fileURLToPath(new URL('.', import.meta.url)),
  floor: fileURLToPath(new URL('floor/', import.meta.url)),
};

/** Size on disk of what there is to install, rounded. */
const MEGABYTES = { current: 480, floor: 250, browser: 280 };

/**
 * Says where VS Code's server is inside the code-server package.
 *
 * @param {Version} [version]
 * @returns {string} An absolute path.
 */
export function serverFolder(version = 'current') {
  return join(modulesOf(version), 'code-server', 'lib', 'vscode');
}

/**
 * Installs the stand-in for VS Code where it is missing or out of date; does nothing where it is current.
 *
 * The browser that npm brings is the package's one devDependency: `--omit=dev` leaves it out where a browser is
 * installed. (As an optional dependency npm would leave it out on Node 20, because of the engines it declares.)
 *
 * @param {object} [options]
 * @param {boolean} [options.browser] Whether a headless browser will be needed; true when left out.
 * @param {Version} [options.version] Which VS Code will be needed.
 * @param {(line: string) => void} [options.log] Where to say what is being done; console.log when left out.
 * @returns {Promise<void>}
 * @throws {Error} When npm fails, or when there is no browser and none can be brought; its message says what to do.
 */
export async function ensureInstalled({ browser = true, version = 'current', log = console.log } = {}) {
  const bringBrowser = browser && !findInstalledBrowser();
  if (bringBrowser && !canBringBrowser()) {
    throw new Error('No browser was found. Install Chrome or Chromium, or set CHROME_PATH to one.');
  }
  // What drives the browser comes with the current one.
  await ensurePackage('current', bringBrowser, log);
  if (version !== 'current') {
    await ensurePackage(version, false, log);
  }
}

async function ensurePackage(version, browser, log) {
  const lock = createHash('sha256')
    .update(readFileSync(join(PACKAGES[version], 'package-lock.json')))
    .digest('hex');
  const wanted = { version, lock, browser };
  if (whatIsMissing(wanted).length > 0) {
    await alone(PACKAGES[version], () => install(wanted, log));
  }
}

/** Asks once more what is missing: who waited for another process to install may find nothing left to do. */
async function install(wanted, log) {
  const missing = whatIsMissing(wanted);
  if (missing.length === 0) {
    return;
  }
  const { version } = wanted;
  const started = performance.now();
  const size = missing.reduce((sum, part) => sum + MEGABYTES[part], 0);
  log(`Installing a stand-in for VS Code into ${modulesOf(version)} (once, ${size} MB on disk) ...`);
  // What is there already may be in use, and `npm ci` would begin by removing it.
  const command = missing.includes(version) ? ['ci'] : ['install', '--no-save'];
  const flags = ['--loglevel=error', '--no-audit', '--no-fund', ...(wanted.browser ? [] : ['--omit=dev'])];
  await runNpm(PACKAGES[version], [...command, ...flags]);
  linkServerModules(version);
  if (missing.includes('browser')) {
    await unpackBrowser();
  }
  // Written last, so that an install that was interrupted is not taken for a complete one.
  writeFileSync(stampOf(version), JSON.stringify(wanted));
  log(`Installed in ${Math.round((performance.now() - started) / 1000)} s.`);
}

function whatIsMissing(wanted) {
  const stamp = stampOf(wanted.version);
  const installed = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : {};
  const server = installed.lock === wanted.lock;
  const browser = !wanted.browser || (server && installed.browser);
  return [...(server ? [] : [wanted.version]), ...(browser ? [] : ['browser'])];
}

function modulesOf(version) {
  return join(PACKAGES[version], 'node_modules');
}

/** The file that says what is installed: the lock file's hash, and whether with a browser. */
function stampOf(version) {
  return join(modulesOf(version), '.stand-in.json');
}

async function runNpm(folder, args) {
  const npm = process.env.npm_execpath;
  const throughNpm = npm !== undefined && basename(npm) === 'npm-cli.js';
  const command = throughNpm ? process.execPath : 'npm';
  try {
    // npm is a .cmd on Windows, which only a shell starts.
    await run(command, throughNpm ? [npm, ...args] : args, {
      cwd: folder,
      shell: !throughNpm && process.platform === 'win32',
    });
  } catch (error) {
    const advice = `Check that npm reaches its registry, then run "npm ci" in ${folder} to see it fail.`;
    throw new Error(`The stand-in for VS Code could not be installed. ${advice}\n${error.message}`, { cause: error });
  }
}

/** The server looks for its modules in its own folder, where its own install script would have put them. */
function linkServerModules(version) {
  const link = join(serverFolder(version), 'node_modules');
  if (!existsSync(link)) {
    // Relative, so that the repository can be moved. A junction needs no administrator on Windows.
    symlinkSync(relative(serverFolder(version), modulesOf(version)), link, 'junction');
  }
}

/** The package unpacks into the folder for temporary files; a name of our own keeps users of one machine apart. */
async function unpackBrowser() {
  const partial = mkdtempSync(join(modulesOf('current'), '.chromium-partial-'));
  await run(process.execPath, ['--input-type=module', '-e', UNPACK_SCRIPT], {
    cwd: PACKAGES.current,
    // Without a name of AWS's it leaves out the libraries it needs on a bare machine.
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  writeFileSync(join(partial, 'fonts.conf'), FONTS_CONF);
  renameSync(partial, UNPACKED_CHROMIUM);
}

const UNPACK_SCRIPT = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

const FONTS_CONF = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${join(UNPACKED_CHROMIUM, 'fonts')}</dir>
  <cachedir>${join(UNPACKED_CHROMIUM, 'font-cache')}</cachedir>
</fontconfig>
`;

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output.trim() || `exit code ${code}`))));
  });
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await ensureInstalled();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
