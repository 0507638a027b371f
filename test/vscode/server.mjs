import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serverFolder } from './install.mjs';
import { writeUserSettings } from './settings.mjs';

const START_LIMIT_MS = 60_000;
const KEPT_OUTPUT = 20_000;

/** Ends the server as soon as the process that started it is gone, however that one ended. */
const END_WITH_PARENT = `data:text/javascript,process.stdin.on('close',()=>process.exit()).resume()`;

/**
 * @typedef {import('./install.mjs').Version} Version
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin Its address, without a path: `http://127.0.0.1:PORT`.
 * @property {string} token What a request must show to be served, as the query parameter `tkn`.
 * @property {() => string} output The last of what it printed.
 * @property {Promise<number | null>} ended Its exit code, once it has ended.
 * @property {() => void} stop Ends it and all it started; to be called at any time, and again.
 */

/**
 * Starts VS Code's server on this machine only. It has no window: a browser shows it.
 *
 * @param {object} options
 * @param {string} options.dataFolder A folder for its settings and caches, made where missing; the caller removes it.
 * @param {Version} [options.version] Which VS Code, installed before.
 * @param {number} [options.port] The port to listen on; a free one when left out.
 * @param {object} [options.settings] User settings, over those that make a run repeatable.
 * @param {boolean} [options.trusted] Whether every folder is trusted without being asked for; true when left out.
 * @param {string[]} [options.args] More command line flags of the server.
 * @param {NodeJS.ProcessEnv} [options.env] More environment for it and for its Node extension hosts.
 * @returns {Promise<Server>} The server, once it listens.
 * @throws {Error} When it ends or stays silent instead, with what it printed last.
 */
export async function startServer(options) {
  const { dataFolder, version, port = 0, settings = {}, trusted = true, args = [], env = {} } = options;
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(dataFolder, 'token');
  writeUserSettings(join(dataFolder, 'data'), settings);
  // Without a token any page in the user's browser could talk to the server, and with it run commands.
  writeFileSync(tokenFile, token, { mode: 0o600 });

  const child = spawn(
    serverNode(),
    [
      ...['--import', END_WITH_PARENT, join(serverFolder(version), 'out', 'server-main.js')],
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token-file', tokenFile],
      ...['--server-data-dir', dataFolder, '--accept-server-license-terms', '--telemetry-level', 'off'],
      // Below "info" the output of the extension host is swallowed.
      ...['--log', 'info', ...(trusted ? ['--disable-workspace-trust'] : []), ...args],
    ],
    {
      // A group of its own, so that its extension hosts end with it.
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...ownTemporaryFolder(dataFolder), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env },
    },
  );
  return whenListening(child, token);
}

/** Ended without being asked, it leaves sockets behind; the system bounds the length of their paths. */
function ownTemporaryFolder(dataFolder) {
  const longest = join(dataFolder, `vscode-ipc-${'0'.repeat(36)}.sock`);
  return longest.length <= 100 ? { TMPDIR: dataFolder } : {};
}

/** VS Code's server needs Node 22.15 or later; the node-* packages bring one where the running one is older. */
function serverNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) {
    return process.execPath;
  }
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  try {
    return createRequire(import.meta.url).resolve(`${name}/${binary}`);
  } catch {
    throw new Error(
      `VS Code's server needs Node 22.15 or later, and this is ${process.version}. Install a newer Node.`,
    );
  }
}

function whenListening(child, token) {
  let output = '';
  const stop = () => endGroup(child);
  process.once('exit', stop);
  const ended = new Promise((resolve) => child.once('close', resolve)).finally(() => process.off('exit', stop));

  return new Promise((resolve, reject) => {
    const fail = (why) => {
      clearTimeout(limit);
      stop();
      reject(new Error(`VS Code's server ${why}.\n${output}`));
    };
    const limit = setTimeout(() => fail(`said nothing for ${START_LIMIT_MS / 1000} s`), START_LIMIT_MS);
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    child.once('close', (code) => fail(`ended with code ${code}`));
    const read = (chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
      const port = Number(/listening on (\d+)/.exec(output)?.[1]);
      if (port) {
        clearTimeout(limit);
        resolve({ port, origin: `http://127.0.0.1:${port}`, token, output: () => output, ended, stop });
      }
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
  });
}

/** Nothing it holds is worth saving, so it is not asked first. */
function endGroup(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  } else {
    process.kill(-child.pid, 'SIGKILL');
  }
}
