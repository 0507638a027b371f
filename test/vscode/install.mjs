#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canBringBrowser, findInstalledBrowser, UNPACKED_CHROMIUM } from './browser.mjs';
import { alone } from './lock.mjs';

const PACKAGE_FOLDER = fileURLToPath(new URL('.', import.meta.url));
const NODE_MODULES = join(PACKAGE_FOLDER, 'node_modules');
/** What is installed: the lock file's hash, and whether with a browser. */
const STAMP = join(NODE_MODULES, '.stand-in.json');

/** Size on disk of what there is to install, rounded. */
const MEGABYTES = { server: 480, browser: 280 };

/** The folder of VS Code's server inside the code-server package. */
export const SERVER_FOLDER = join(NODE_MODULES, 'code-server', 'lib', 'vscode');

/**
 * Installs the stand-in for VS Code where it is missing or out of date; does nothing where it is current.
 *
 * The browser that npm brings is the package's one devDependency: `--omit=dev` leaves it out where a browser is
 * installed. (As an optional dependency npm would leave it out on Node 20, because of the engines it declares.)
 *
 * @param {object} [options]
 * @param {boolean} [options.browser] Whether a headless browser will be needed; true when left out.
 * @param {(line: string) => void} [options.log] Where to say what is being done; console.log when left out.
 * @returns {Promise<void>}
 * @throws {Error} When npm fails, or when there is no browser and none can be brought; its message says what to do.
 */
export async function ensureInstalled({ browser = true, log = console.log } = {}) {
  const bringBrowser = browser && !findInstalledBrowser();
  if (bringBrowser && !canBringBrowser()) {
    throw new Error('No browser was found. Install Chrome or Chromium, or set CHROME_PATH to one.');
  }
  const lock = createHash('sha256')
    .update(readFileSync(join(PACKAGE_FOLDER, 'package-lock.json')))
    .digest('hex');
  const wanted = { lock, browser: bringBrowser };
  if (whatIsMissing(wanted).length > 0) {
    await alone(PACKAGE_FOLDER, () => install(wanted, log));
  }
}

/** Asks once more what is missing: who waited for another process to install may find nothing left to do. */
async function install(wanted, log) {
  const missing = whatIsMissing(wanted);
  if (missing.length === 0) {
    return;
  }
  const started = performance.now();
  const size = missing.reduce((sum, part) => sum + MEGABYTES[part], 0);
  log(`Installing a stand-in for VS Code into ${NODE_MODULES} (once, ${size} MB on disk) ...`);
  // What is there already may be in use, and `npm ci` would begin by removing it.
  const command = missing.includes('server') ? ['ci'] : ['install', '--no-save'];
  await runNpm([...command, '--loglevel=error', '--no-audit', '--no-fund', ...(wanted.browser ? [] : ['--omit=dev'])]);
  linkServerModules();
  if (missing.includes('browser')) {
    await unpackBrowser();
  }
  // Written last, so that an install that was interrupted is not taken for a complete one.
  writeFileSync(STAMP, JSON.stringify(wanted));
  log(`Installed in ${Math.round((performance.now() - started) / 1000)} s.`);
}

function whatIsMissing(wanted) {
  const installed = existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, 'utf8')) : {};
  const server = installed.lock === wanted.lock;
  const browser = !wanted.browser || (server && installed.browser);
  return [...(server ? [] : ['server']), ...(browser ? [] : ['browser'])];
}

async function runNpm(args) {
  const npm = process.env.npm_execpath;
  const throughNpm = npm !== undefined && basename(npm) === 'npm-cli.js';
  const command = throughNpm ? process.execPath : 'npm';
  try {
    // npm is a .cmd on Windows, which only a shell starts.
    await run(command, throughNpm ? [npm, ...args] : args, { shell: !throughNpm && process.platform === 'win32' });
  } catch (error) {
    const advice = `Check that npm reaches its registry, then run "npm ci" in ${PACKAGE_FOLDER} to see it fail.`;
    throw new Error(`The stand-in for VS Code could not be installed. ${advice}\n${error.message}`, { cause: error });
  }
}

/** The server looks for its modules in its own folder, where its own install script would have put them. */
function linkServerModules() {
  const link = join(SERVER_FOLDER, 'node_modules');
  if (!existsSync(link)) {
    // Relative, so that the repository can be moved. A junction needs no administrator on Windows.
    symlinkSync(relative(SERVER_FOLDER, NODE_MODULES), link, 'junction');
  }
}

/** The package unpacks into the folder for temporary files; a name of our own keeps users of one machine apart. */
async function unpackBrowser() {
  const partial = mkdtempSync(join(NODE_MODULES, '.chromium-partial-'));
  await run(process.execPath, ['--input-type=module', '-e', UNPACK_SCRIPT], {
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
    const child = spawn(command, args, { cwd: PACKAGE_FOLDER, stdio: ['ignore', 'pipe', 'pipe'], ...options });
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
