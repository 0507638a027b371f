import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where install.mjs unpacks the browser that npm brings; it lasts as long as node_modules does. */
export const UNPACKED_CHROMIUM = fileURLToPath(new URL('node_modules/.chromium/', import.meta.url));

const PATH_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'chrome',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

const WINDOWS_APPS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/**
 * Finds a Chromium-like browser that is installed on this machine.
 *
 * @returns {string | undefined} The path of its executable: CHROME_PATH where set, else the first one found.
 * @throws {Error} When CHROME_PATH names a file that is not there.
 */
export function findInstalledBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !existsSync(chosen)) {
    throw new Error(`CHROME_PATH is "${chosen}", and there is no such file. Correct it or unset it.`);
  }
  return chosen || usualPlaces().find(isUsable);
}

/**
 * Says whether npm has a browser for this machine (`@sparticuz/chromium`: Linux on x64 only).
 *
 * @returns {boolean} True where install.mjs can bring a browser.
 */
export function canBringBrowser() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Starts a headless browser: an installed one, else the one install.mjs unpacked.
 *
 * @returns {Promise<import('playwright-core').Browser>} The browser; it ends with this process at the latest.
 * @throws {Error} When there is no browser, or it does not start.
 */
export async function launchBrowser() {
  const installed = findInstalledBrowser();
  const executablePath = installed ?? join(UNPACKED_CHROMIUM, 'chromium');
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({
      executablePath,
      // Containers and root have no user namespaces for a sandbox; the only page opened is the server's own.
      chromiumSandbox: false,
      args: ['--disable-gpu', '--disable-quic'],
      env: installed ? process.env : { ...process.env, ...unpackedEnvironment() },
      // Signals are the caller's: it ends the server and the browser together.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    const advice = 'Set CHROME_PATH to a Chrome or Chromium that starts on this machine.';
    throw new Error(`The browser ${executablePath} did not start. ${advice}\n${error.message}`, { cause: error });
  }
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return MAC_APPS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
    return roots.filter(Boolean).flatMap((root) => WINDOWS_APPS.map((app) => join(root, app)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return PATH_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isUsable(path) {
  if (!existsSync(path)) {
    return false;
  }
  // Ubuntu's chromium-browser may be a script that only says to install a snap. Elsewhere --version opens a window.
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 10_000 }).status === 0;
}

/** The libraries and fonts that came along: a bare machine has neither. */
function unpackedEnvironment() {
  const libraries = join(UNPACKED_CHROMIUM, 'al2023', 'lib');
  return {
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
    FONTCONFIG_FILE: join(UNPACKED_CHROMIUM, 'fonts.conf'),
  };
}
