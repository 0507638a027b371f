import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { findDesktop, findOnPath, hasScreen } from '../test/vscode/find-vscode.ts';
import { ensureInstalled } from '../test/vscode/install.ts';
import { startServer } from '../test/vscode/server.ts';
import { writeUserSettings } from '../test/vscode/settings.ts';
import { makeTemporaryFolder } from '../test/vscode/temporary-folder.ts';

const root = join(import.meta.dirname, '..');
/** An extension that opens a sample, its problems and the tour, so that the first screen is not empty. */
const tour = join(import.meta.dirname, 'tour');

/** Tried first, so that users of a remote machine have to forward only one port, and only once. */
const preferredPort = 8137;

/** A VS Code on this machine, as a command that opens it. */
interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Opens VS Code with the extension loaded from this repository: a desktop VS Code if there is one, otherwise VS Code's
 * server, for a browser. Runs until the window is closed, or the server until Ctrl+C.
 *
 * It opens a temporary copy of `samples/`, to keep the repository clean, with a fresh profile, to show the extension as a
 * new user sees it.
 * @param isBrowserOpened whether to open the server's address in the user's browser
 * @throws {Error} if no VS Code is available
 */
async function start(isBrowserOpened: boolean): Promise<void> {
  const temporary = makeTemporaryFolder();
  const workspace = join(temporary.path, 'samples');
  cpSync(join(root, 'samples'), workspace, { recursive: true });
  const desktop = await findInstalledOrDownload();
  if (typeof desktop === 'string') {
    console.log(`Starting VS Code for the browser: ${desktop}.`);
    await runServer(temporary.path, workspace, isBrowserOpened);
  } else await runDesktop(desktop, temporary.path, workspace);
  temporary.remove();
}

/**
 * The user's own VS Code is the quickest to start; VSCODE_EXECUTABLE overrides it, and a download is the fallback.
 * @returns the reason, as the end of a sentence, if there is no desktop VS Code
 */
async function findInstalledOrDownload(): Promise<Command | string> {
  const installed = findOnPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (installed && hasScreen() && !process.env.VSCODE_EXECUTABLE) return { command: installed, args: [] };
  const desktop = await findDesktop();
  if (desktop.executable === undefined) return desktop.reason;
  const [command = '', ...args] = resolveCliArgsFromVSCodeExecutablePath(desktop.executable, {
    reuseMachineInstall: true,
  });
  return { command, args };
}

function runDesktop({ command, args }: Command, folder: string, workspace: string): Promise<void> {
  const userData = join(folder, 'user-data');
  writeUserSettings(userData);
  console.log(`Starting ${command}`);
  const all = [
    ...args,
    ...[workspace, `--extensionDevelopmentPath=${root}`, `--extensionDevelopmentPath=${tour}`],
    ...['--disable-workspace-trust', '--wait'],
    ...[`--user-data-dir=${userData}`, `--extensions-dir=${join(folder, 'extensions')}`],
  ];
  return new Promise((resolve, reject) => {
    // On Windows the command is a .cmd file, which only a shell starts, and a shell splits at spaces.
    const shell = process.platform === 'win32';
    const child = spawn(shell ? `"${command}"` : command, shell ? all.map((arg) => `"${arg}"`) : all, {
      stdio: 'inherit',
      shell,
    });
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}

async function runServer(folder: string, workspace: string, isBrowserOpened: boolean): Promise<never> {
  await ensureInstalled({ needsBrowser: false });
  const server = await startServer({
    dataFolder: join(folder, 'server'),
    port: await freePort(),
    args: ['--extensions-dir', linkExtensions(folder)],
  });
  const address = `${server.origin}/?${new URLSearchParams({ tkn: server.token, folder: workspace })}`;
  console.log(`\n  VS Code with the extension and a copy of samples/:\n\n    ${address}\n\n  Press Ctrl+C to stop.\n`);
  if (isBrowserOpened && hasScreen()) openBrowser(address);
  // process.exit stops the server and removes the folder: both listen to its 'exit' event.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(0));
  const code = await server.ended;
  throw new Error(`VS Code's server ended with code ${code}.\n${server.output()}`);
}

/** Installs the extension and the tour as links: after a build, "Developer: Reload Window" is enough to try it. */
function linkExtensions(folder: string): string {
  const extensions = join(folder, 'extensions');
  mkdirSync(extensions);
  for (const source of [root, tour]) {
    const { publisher, name, version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
    symlinkSync(source, join(extensions, `${publisher}.${name}-${version}`), 'junction');
  }
  return extensions;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(0));
    probe.listen(preferredPort, '127.0.0.1', () => probe.close(() => resolve(preferredPort)));
  });
}

function openBrowser(address: string): void {
  const [command, ...args] = browserCommand(address);
  // The address is printed as well, so a browser that does not open is not a failure.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => {})
    .unref();
}

function browserCommand(address: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', address];
  // `start` would cut the address at its first "&".
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
}

start(!process.argv.includes('--no-open')).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
