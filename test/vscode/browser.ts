import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';

/** Where install.ts unpacks the browser from npm; it lasts as long as node_modules. */
export const unpackedChromium = fileURLToPath(new URL('node_modules/.chromium/', import.meta.url));

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'chrome',
] as const;
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'] as const;
const windowsApps = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'] as const;

/**
 * Finds a Chromium-like browser on this machine.
 * @returns the path of its executable: CHROME_PATH if set, otherwise the first one found
 * @throws {Error} if CHROME_PATH names a file that does not exist
 */
export function findInstalledBrowser(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen && !existsSync(chosen))
    throw new Error(`CHROME_PATH is "${chosen}", but there is no such file. Correct it or unset it.`);
  return chosen || usualPaths().find(isUsable);
}

/** Whether npm has a browser for this machine: `@sparticuz/chromium`, for Linux on x64 only. */
export function canInstallBrowser(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Starts a headless browser: an installed one, or the one that install.ts unpacked. It ends with this process at the
 * latest.
 * @throws {Error} if there is no browser, or it does not start
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = findInstalledBrowser();
  const executablePath = installed ?? join(unpackedChromium, 'chromium');
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({
      executablePath,
      // Containers and root have no user namespaces for a sandbox, and the only page is the server's own.
      chromiumSandbox: false,
      args: ['--disable-gpu', '--disable-quic'],
      env: installed ? process.env : { ...process.env, ...unpackedEnvironment() },
      // The caller handles signals, and ends the server and the browser together.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    const advice = 'Set CHROME_PATH to a Chrome or Chromium that starts on this machine.';
    throw new Error(`The browser ${executablePath} did not start. ${advice}\n${error}`, { cause: error });
  }
}

function usualPaths(): string[] {
  if (process.platform === 'darwin') return macApps.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? windowsApps.map((app) => join(root, app)) : []));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isUsable(path: string): boolean {
  if (!existsSync(path)) return false;
  // Ubuntu's chromium-browser may be a script that only asks to install a snap. Elsewhere --version opens a window.
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 10_000 }).status === 0;
}

/** The libraries and fonts that come with the unpacked browser: a bare machine has neither. */
function unpackedEnvironment(): NodeJS.ProcessEnv {
  const libraries = join(unpackedChromium, 'al2023', 'lib');
  return {
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
    FONTCONFIG_FILE: join(unpackedChromium, 'fonts.conf'),
  };
}
