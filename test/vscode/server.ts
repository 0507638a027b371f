import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { serverFolder, type Version } from './install.ts';
import { type Settings, writeUserSettings } from './settings.ts';

const startTimeoutMs = 60_000;
const keptOutput = 20_000;

/** Ends the server as soon as the process that started it is gone, however it ended. */
const endWithParent = `data:text/javascript,process.stdin.on('close',()=>process.exit()).resume()`;

type ServerProcess = ChildProcessByStdio<Writable, Readable, Readable>;

export interface Server {
  readonly port: number;
  /** Its address, without a path: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Required in each request, as the query parameter `tkn`. */
  readonly token: string;
  /** The last part of its output. */
  readonly output: () => string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Ends it and everything it started. May be called at any time, and more than once. */
  readonly stop: () => void;
}

export interface ServerOptions {
  /** A folder for its settings and caches, created if missing; the caller removes it. */
  readonly dataFolder: string;
  /** Which VS Code; it must be installed. */
  readonly version?: Version | undefined;
  /** The port to listen on; a free one by default. */
  readonly port?: number;
  /** User settings in addition to the quiet ones. */
  readonly settings?: Settings;
  /** Whether every folder is trusted without a question; true by default. */
  readonly isTrusted?: boolean;
  /** More command line flags of the server. */
  readonly args?: readonly string[];
  /** More environment for it and its Node extension hosts. */
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/**
 * Starts VS Code's server, for this machine only. It has no window: a browser shows it.
 * @returns the server, once it listens
 * @throws {Error} with its last output, if it ends or does not listen in time
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { dataFolder, version, port = 0, settings = {}, isTrusted = true, args = [], env = {} } = options;
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(dataFolder, 'token');
  writeUserSettings(join(dataFolder, 'data'), settings);
  // Without a token any page in the user's browser could talk to the server and run commands through it.
  writeFileSync(tokenFile, token, { mode: 0o600 });

  const child = spawn(
    serverNode(),
    [
      ...['--import', endWithParent, join(serverFolder(version), 'out', 'server-main.js')],
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token-file', tokenFile],
      ...['--server-data-dir', dataFolder, '--accept-server-license-terms', '--telemetry-level', 'off'],
      // Above "info" the output of the extension host is lost.
      ...['--log', 'info', ...(isTrusted ? ['--disable-workspace-trust'] : []), ...args],
    ],
    {
      // A process group of its own, so that its extension hosts end with it.
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...ownTemporaryFolder(dataFolder), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env },
    },
  );
  return whenListening(child, token);
}

/** When killed, the server does not remove its sockets. The system limits the length of their paths. */
function ownTemporaryFolder(dataFolder: string): NodeJS.ProcessEnv {
  const longest = join(dataFolder, `vscode-ipc-${'0'.repeat(36)}.sock`);
  return longest.length <= 100 ? { TMPDIR: dataFolder } : {};
}

/** VS Code's server needs Node 22.15 or later; on an older one the node-* packages bring it. */
function serverNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  try {
    return createRequire(import.meta.url).resolve(`${name}/${binary}`);
  } catch {
    throw new Error(`VS Code's server needs Node 22.15 or later; this is ${process.version}. Install a newer Node.`);
  }
}

function whenListening(child: ServerProcess, token: string): Promise<Server> {
  let output = '';
  const stop = () => endGroup(child);
  process.once('exit', stop);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  }).finally(() => process.off('exit', stop));

  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      clearTimeout(timeout);
      stop();
      reject(new Error(`VS Code's server ${reason}.\n${output}`));
    };
    const timeout = setTimeout(() => fail(`did not listen within ${startTimeoutMs / 1000} s`), startTimeoutMs);
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    child.once('close', (code) => fail(`ended with code ${code}`));
    const read = (chunk: string) => {
      output = (output + chunk).slice(-keptOutput);
      const port = Number(/listening on (\d+)/.exec(output)?.[1]);
      if (!port) return;
      clearTimeout(timeout);
      resolve({ port, origin: `http://127.0.0.1:${port}`, token, output: () => output, ended, stop });
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
  });
}

/** Kills the server: it holds nothing worth saving. */
function endGroup({ pid, exitCode, signalCode }: ServerProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
  else process.kill(-pid, 'SIGKILL');
}
