import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A machine without the network says so at once; one behind a silent firewall says it only after this. */
const DOWNLOAD_SILENCE_MS = 8_000;

/**
 * @typedef {object} Desktop
 * @property {string} executable The desktop VS Code to start.
 *
 * @typedef {object} NoDesktop
 * @property {undefined} executable
 * @property {string} why Why there is none, as the end of a sentence.
 */

/**
 * Finds a desktop VS Code, downloading it where need be: VSCODE_EXECUTABLE where set (the program itself, not the
 * `code` command), else what @vscode/test-electron keeps in `.vscode-test/`.
 *
 * @param {object} [options]
 * @param {string} [options.version] The one version that will do, whatever VSCODE_EXECUTABLE is.
 * @param {boolean} [options.hidden] Whether a screen that nobody sees (xvfb) will do.
 * @returns {Promise<Desktop | NoDesktop>}
 * @throws {Error} When VSCODE_EXECUTABLE names a file that is not there.
 */
export async function findDesktop({ version, hidden = false } = {}) {
  const chosen = version ? undefined : process.env.VSCODE_EXECUTABLE;
  if (chosen && !existsSync(chosen)) {
    throw new Error(`VSCODE_EXECUTABLE is "${chosen}", and there is no such file. Correct it or unset it.`);
  }
  if (chosen) {
    return { executable: chosen };
  }
  if (!hasScreen() && !(hidden && findXvfb())) {
    return { why: hidden ? 'there is no screen and no xvfb-run' : 'there is no screen' };
  }
  try {
    const executable = await downloadAndUnzipVSCode({
      version: version ?? 'stable',
      cachePath: join(ROOT, '.vscode-test'),
      timeout: DOWNLOAD_SILENCE_MS,
      reporter: { report: announceDownload, error: () => {} },
    });
    return canStart(executable) ? { executable } : { why: 'the downloaded one lacks libraries of this machine' };
  } catch (error) {
    return { why: `VS Code could not be downloaded (${error.message ?? error})` };
  }
}

/**
 * Says whether windows can be shown here.
 *
 * @returns {boolean} True on Windows and macOS, and on Linux with a display.
 */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Finds `xvfb-run`, which shows a program on a screen that nobody sees.
 *
 * @returns {string | undefined} Its path.
 */
export function findXvfb() {
  return findOnPath('xvfb-run');
}

/**
 * Finds a program the way a shell does.
 *
 * @param {string} name The file's name, with its extension on Windows.
 * @returns {string | undefined} Its path.
 */
export function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function announceDownload({ stage, bytesSoFar, totalBytes }) {
  if (stage === 'downloading' && bytesSoFar === 0) {
    console.log(`Downloading VS Code (once, ${Math.round(totalBytes / 1e6)} MB) ...`);
  }
}

/** As plain Node it needs no screen, and yet every library: containers often lack some. */
function canStart(executable) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return spawnSync(executable, ['--version'], { env, timeout: 30_000 }).status === 0;
}
