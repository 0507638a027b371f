#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { ensureInstalled } from '../test/vscode/install.mjs';
import { startServer } from '../test/vscode/server.mjs';
import { writeUserSettings } from '../test/vscode/settings.mjs';
import { makeTemporaryFolder } from '../test/vscode/temporary-folder.mjs';
import { findDesktop, findOnPath, hasScreen } from './find-vscode.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLES = join(ROOT, 'samples');

/** Tried first, so that who works on another machine has to forward one port only, once. */
const PREFERRED_PORT = 8137;

/**
 * Opens VS Code with the extension loaded from this repository and the sample workspace open: a desktop VS Code where
 * it can be had, else VS Code's server, for a browser. Stays until the window is closed, the server until Ctrl+C.
 *
 * It opens a copy of `samples/`, in a temporary folder that is removed in the end: whatever is tried there, the
 * repository stays clean. The profile is fresh too, so the extension is seen as a newcomer sees it.
 *
 * @param {object} [options]
 * @param {boolean} [options.open] Whether to open the address in the user's browser; true when left out.
 * @returns {Promise<void>} Resolves when VS Code has ended.
 * @throws {Error} When no VS Code can be had.
 */
export async function start({ open = true } = {}) {
  const room = makeTemporaryFolder();
  const workspace = join(room.path, 'samples');
  cpSync(SAMPLES, workspace, { recursive: true });
  const desktop = await findInstalledOrDownloaded();
  if (desktop.command) {
    await runDesktop(desktop, room.path, workspace);
  } else {
    console.log(`Starting VS Code for the browser: ${desktop.why}.`);
    await runServer(room.path, workspace, open);
  }
  room.remove();
}

/** The user's own VS Code is at hand at once; VSCODE_EXECUTABLE goes before it, a download comes after it. */
async function findInstalledOrDownloaded() {
  const installed = findOnPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (installed && hasScreen() && !process.env.VSCODE_EXECUTABLE) {
    return { command: installed, args: [] };
  }
  const { executable, why } = await findDesktop();
  if (!executable) {
    return { why };
  }
  const [command, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  return { command, args };
}

function runDesktop({ command, args }, room, workspace) {
  const userData = join(room, 'user-data');
  writeUserSettings(userData);
  console.log(`Starting ${command}`);
  const all = [
    ...args,
    ...[workspace, `--extensionDevelopmentPath=${ROOT}`, '--disable-workspace-trust', '--wait'],
    ...[`--user-data-dir=${userData}`, `--extensions-dir=${join(room, 'extensions')}`],
  ];
  return new Promise((resolve, reject) => {
    // The command is a .cmd on Windows, which only a shell starts; a shell splits at spaces.
    const shell = process.platform === 'win32';
    const child = spawn(shell ? `"${command}"` : command, shell ? all.map((arg) => `"${arg}"`) : all, {
      stdio: 'inherit',
      shell,
    });
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}

async function runServer(room, workspace, open) {
  await ensureInstalled({ browser: false });
  const server = await startServer({
    dataFolder: join(room, 'server'),
    port: await freePort(),
    args: ['--extensions-dir', linkExtension(room)],
  });
  const address = `${server.origin}/?${new URLSearchParams({ tkn: server.token, folder: workspace })}`;
  console.log(`\n  VS Code with the extension and a copy of samples/:\n\n    ${address}\n\n  Ctrl+C ends it.\n`);
  if (open && hasScreen()) {
    openBrowser(address);
  }
  // Leaving through process.exit stops the server and removes the folder: both are bound to its 'exit' event.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(0));
  }
  const code = await server.ended;
  throw new Error(`VS Code's server ended with code ${code}.\n${server.output()}`);
}

/** Installed by a link, what is rebuilt in the repository is there after "Developer: Reload Window". */
function linkExtension(room) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const folder = join(room, 'extensions');
  mkdirSync(folder);
  symlinkSync(ROOT, join(folder, `${publisher}.${name}-${version}`), 'junction');
  return folder;
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(PREFERRED_PORT, '127.0.0.1', () => probe.close(() => resolve(PREFERRED_PORT)));
  });
}

function openBrowser(address) {
  const [command, ...args] = {
    darwin: ['open', address],
    // `start` would end the address at its first "&".
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
  }[process.platform] ?? ['xdg-open', address];
  // The address is printed: where there is nothing to open it with, it can be opened by hand.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => {})
    .unref();
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await start({ open: !process.argv.includes('--no-open') });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
