import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canInstallBrowser, findInstalledBrowser, unpackedChromium } from './browser.ts';
import { withLock } from './lock.ts';

/** The newest VS Code that the tests know, or the oldest one that `engines.vscode` allows. */
export type Version = 'current' | 'floor';

/** Each version has a package of its own for its server; the current one brings the browser too. */
const packages: Readonly<Record<Version, string>> = {
  current: fileURLToPath(new URL('.', import.meta.url)),
  floor: fileURLToPath(new URL('floor/', import.meta.url)),
};

/** Size on disk of each part, rounded. */
const megabytes = { current: 480, floor: 250, browser: 280 } as const;

type Part = keyof typeof megabytes;

interface Installation {
  readonly version: Version;
  /** The hash of the lock file. */
  readonly lock: string;
  readonly browser: boolean;
}

type Log = (line: string) => void;

/** The absolute path of VS Code's server in the code-server package. */
export function serverFolder(version: Version = 'current'): string {
  return join(modulesOf(version), 'code-server', 'lib', 'vscode');
}

export interface InstallOptions {
  /** Whether a headless browser is needed; true by default. */
  readonly needsBrowser?: boolean | undefined;
  readonly version?: Version | undefined;
  /** Receives progress messages; `console.log` by default. */
  readonly log?: Log | undefined;
}

/**
 * Installs the stand-in for VS Code unless it is up to date.
 *
 * The browser from npm is the package's only devDependency, so `--omit=dev` leaves it out if a browser is installed.
 * (On Node 20 npm would skip it as an optional dependency, because of the engines it declares.)
 * @throws {Error} if npm fails, or if there is no browser and none can be installed; the message says what to do
 */
export async function ensureInstalled({
  needsBrowser = true,
  version = 'current',
  log = console.log,
}: InstallOptions = {}): Promise<void> {
  const isBrowserMissing = needsBrowser && !findInstalledBrowser();
  if (isBrowserMissing && !canInstallBrowser())
    throw new Error('No browser was found. Install Chrome or Chromium, or set CHROME_PATH to one.');
  // The package of the current version also has the library that drives the browser.
  await ensurePackage('current', isBrowserMissing, log);
  if (version !== 'current') await ensurePackage(version, false, log);
}

async function ensurePackage(version: Version, browser: boolean, log: Log): Promise<void> {
  const lock = createHash('sha256')
    .update(readFileSync(join(packages[version], 'package-lock.json')))
    .digest('hex');
  const wanted = { version, lock, browser };
  if (missingParts(wanted).length > 0) await withLock(packages[version], () => install(wanted, log));
}

async function install(wanted: Installation, log: Log): Promise<void> {
  // Asked again, because another process may have installed it while this one waited.
  const missing = missingParts(wanted);
  if (missing.length === 0) return;
  const { version } = wanted;
  const started = performance.now();
  const size = missing.reduce((sum, part) => sum + megabytes[part], 0);
  log(`Installing a stand-in for VS Code into ${modulesOf(version)} (once, ${size} MB on disk) ...`);
  // `npm ci` would begin by removing the installed packages, which may be in use.
  const command = missing.includes(version) ? ['ci'] : ['install', '--no-save'];
  const flags = ['--loglevel=error', '--no-audit', '--no-fund', ...(wanted.browser ? [] : ['--omit=dev'])];
  await runNpm(packages[version], [...command, ...flags]);
  linkServerModules(version);
  if (missing.includes('browser')) await unpackBrowser();
  // Written last, so that an interrupted install is not taken for a complete one.
  writeFileSync(stampOf(version), JSON.stringify(wanted));
  log(`Installed in ${Math.round((performance.now() - started) / 1000)} s.`);
}

function missingParts(wanted: Installation): Part[] {
  const stamp = stampOf(wanted.version);
  const installed: Partial<Installation> = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : {};
  const hasServer = installed.lock === wanted.lock;
  const hasBrowser = !wanted.browser || (hasServer && installed.browser === true);
  return [...(hasServer ? [] : [wanted.version]), ...(hasBrowser ? [] : (['browser'] as const))];
}

function modulesOf(version: Version): string {
  return join(packages[version], 'node_modules');
}

/** The file that records the installed version. */
function stampOf(version: Version): string {
  return join(modulesOf(version), '.stand-in.json');
}

async function runNpm(folder: string, args: readonly string[]): Promise<void> {
  const npm = process.env.npm_execpath;
  try {
    if (npm && basename(npm) === 'npm-cli.js') await run(process.execPath, [npm, ...args], { cwd: folder });
    // On Windows npm is a .cmd file, which only a shell starts.
    else await run('npm', args, { cwd: folder, shell: process.platform === 'win32' });
  } catch (error) {
    const advice = `Check that npm reaches its registry, then run "npm ci" in ${folder} to see the error.`;
    throw new Error(`The stand-in for VS Code could not be installed. ${advice}\n${error}`, { cause: error });
  }
}

/** The server looks for its modules in its own folder, where its own install script would have put them. */
function linkServerModules(version: Version): void {
  const link = join(serverFolder(version), 'node_modules');
  if (existsSync(link)) return;
  // Relative, so that the repository can be moved. A junction needs no administrator on Windows.
  symlinkSync(relative(serverFolder(version), modulesOf(version)), link, 'junction');
}

/** The package unpacks into the folder for temporary files; a folder of its own keeps users of one machine apart. */
async function unpackBrowser(): Promise<void> {
  const partial = mkdtempSync(join(modulesOf('current'), '.chromium-partial-'));
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: packages.current,
    // Without AWS's variable the package leaves out the libraries that a bare machine needs.
    env: { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  writeFileSync(join(partial, 'fonts.conf'), fontsConf);
  renameSync(partial, unpackedChromium);
}

const fontsConf = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${join(unpackedChromium, 'fonts')}</dir>
  <cachedir>${join(unpackedChromium, 'font-cache')}</cachedir>
</fontconfig>
`;

interface RunOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly shell?: boolean;
}

/** @throws {Error} with the output of the program if it fails */
function run(command: string, args: readonly string[], options: RunOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(output.trim() || `exit code ${code}`))));
  });
}
