import { cpSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { ensureInstalled } from './install.mjs';
import { startServer } from './server.mjs';
import { RESTRICTED_SETTINGS } from './settings.mjs';
import { makeTemporaryFolder } from './temporary-folder.mjs';

const KEPT_CONSOLE_LINES = 30;

/**
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page The page that shows VS Code; it is still loading.
 * @property {string} url The address it was opened at.
 * @property {string} folder The folder that is open in it: the copy, or the folder itself where none was made.
 * @property {Promise<number>} exited The tests' exit code; rejects when the server or the page ends before them.
 * @property {() => string} output The last of what the server said, and the page's last errors.
 * @property {() => Promise<void>} close Ends the browser and the server and removes what they wrote, the copy included.
 */

/**
 * Opens a folder in a real VS Code workbench: the server's, shown by a headless browser.
 *
 * @param {string} folder The folder to open, or, where it is not copied, a `.code-workspace` file.
 * @param {object} options
 * @param {string} options.extensionDevelopmentPath The folder of the extension to load.
 * @param {import('./install.mjs').Version} [options.version] Which VS Code; the current one when left out.
 * @param {boolean} [options.trusted] Whether the folder is trusted; true when left out, else VS Code's Restricted Mode.
 * @param {'node' | 'web'} [options.host] Where the extension runs: in Node, or in a worker of the browser.
 * @param {string} [options.extensionTestsPath] The bundle below extensionDevelopmentPath whose `run` to call, with its
 *   `.js`; for the web host one made for browsers.
 * @param {string} [options.openFile] A file to show, relative to the folder.
 * @param {object} [options.settings] User settings, over those that make a run repeatable.
 * @param {{ width: number, height: number }} [options.viewport] Size of the page, in CSS pixels.
 * @param {boolean} [options.copy] Whether to open a copy of the folder, so that nothing is written to it; true when
 *   left out.
 * @param {NodeJS.ProcessEnv} [options.env] More environment for the Node extension host.
 * @param {(line: string) => void} [options.log] Where to say what is being installed; console.log when left out.
 * @param {(line: string) => void} [options.onTestOutput] Receives what the tests print.
 * @returns {Promise<Workbench>} The workbench, as soon as its page begins to load.
 * @throws {Error} When something is missing or does not start; nothing is left running.
 */
export async function openWorkbench(folder, options) {
  const { host = 'node', copy = true, viewport = { width: 1280, height: 800 }, onTestOutput = () => {} } = options;
  const { version, trusted = true } = options;
  await ensureInstalled({ version, log: options.log });

  const room = makeTemporaryFolder();
  const opened = copy ? join(room.path, basename(resolve(folder))) : resolve(folder);
  if (copy) {
    cpSync(folder, opened, { recursive: true });
  }
  const [server, browser] = await startBoth(room, {
    dataFolder: join(room.path, 'server'),
    version,
    trusted,
    settings: {
      ...(trusted ? {} : RESTRICTED_SETTINGS),
      ...hostSetting(host, options.extensionDevelopmentPath),
      ...options.settings,
    },
    // Without it VS Code ignores the payload of the address.
    args: ['--enable-smoke-test-driver'],
    env: options.env,
  });
  const close = async () => {
    await browser.close();
    server.stop();
    await server.ended;
    room.remove();
  };
  try {
    const page = await browser.newPage({ viewport });
    const said = keepConsole(page);
    const { exited } = await exposeTestHooks(page, server, onTestOutput);
    const url = address(server, opened, options);
    await page.goto(url, { waitUntil: 'commit' });
    const output = () => `The server said:\n${server.output()}\nThe page's errors:\n${said.join('\n')}`;
    return { page, url, folder: opened, exited, output, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startBoth(room, serverOptions) {
  const [server, browser] = await Promise.allSettled([startServer(serverOptions), launchBrowser()]);
  if (server.status === 'fulfilled' && browser.status === 'fulfilled') {
    return [server.value, browser.value];
  }
  server.value?.stop();
  await server.value?.ended;
  await browser.value?.close();
  room.remove();
  throw server.reason ?? browser.reason;
}

/** Our extension has code for both hosts, and the server would always choose Node. */
function hostSetting(host, extensionFolder) {
  if (host === 'node') {
    return {};
  }
  const { publisher, name } = JSON.parse(readFileSync(join(extensionFolder, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

function keepConsole(page) {
  const lines = [];
  const keep = (line) => {
    lines.push(line);
    lines.splice(0, lines.length - KEPT_CONSOLE_LINES);
  };
  page.on('console', (message) => {
    // The rest it hands to onTestOutput as well.
    if (['error', 'warning'].includes(message.type())) {
      keep(`[${message.type()}] ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => keep(`[error] ${error.stack ?? error.message}`));
  return lines;
}

/**
 * VS Code calls two functions of the page while tests run (src/vs/platform/log/browser/log.ts and
 * src/vs/workbench/services/extensions/browser/extensionService.ts of microsoft/vscode).
 */
async function exposeTestHooks(page, server, onTestOutput) {
  let exit;
  const exited = new Promise((resolve, reject) => {
    exit = resolve;
    server.ended.then((code) => reject(new Error(`VS Code's server ended with code ${code} before the tests did.`)));
    page.once('crash', () => reject(new Error('The browser page crashed before the tests ended.')));
    page.once('close', () => reject(new Error('The browser page was closed before the tests ended.')));
  });
  // Without tests nobody waits for it, and closing rejects it.
  exited.catch(() => {});
  await page.exposeFunction('codeAutomationLog', (_type, args) => onTestOutput(format(...args)));
  await page.exposeFunction('codeAutomationExit', (code) => exit(code));
  // In an object, since an async function would wait for a promise it returns.
  return { exited };
}

/** The address and its payload: src/vs/code/browser/workbench/workbench.ts of microsoft/vscode. */
function address(server, folder, { extensionDevelopmentPath, extensionTestsPath, openFile }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(path).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', remote(resolve(extensionDevelopmentPath))],
    ...(extensionTestsPath ? [['extensionTestsPath', remote(resolve(extensionTestsPath))]] : []),
    ...(openFile ? [['openFile', remote(join(folder, openFile))]] : []),
  ];
  const path = decodeURIComponent(pathToFileURL(folder).pathname);
  const opened = folder.endsWith('.code-workspace') ? { workspace: path } : { folder: path };
  const query = new URLSearchParams({ ...opened, payload: JSON.stringify(payload), tkn: server.token });
  return `${server.origin}/?${query}`;
}
