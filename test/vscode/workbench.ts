import { cpSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import type { Browser, Page, Viewport } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { ensureInstalled, type Version } from './install.ts';
import { type Server, type ServerOptions, startServer } from './server.ts';
import { restrictedSettings, type Settings } from './settings.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const keptConsoleLines = 30;

/** Where an extension runs: in Node, or in a worker of the browser. */
export type Host = 'node' | 'web';

export interface Workbench {
  /** The page that shows VS Code; it is still loading. */
  readonly page: Page;
  /** The exit code of the tests. Rejects if the server or the page ends before them. */
  readonly exited: Promise<number>;
  /** The last output of the server, and the last errors of the page. */
  readonly output: () => string;
  /** Ends the browser and the server, and removes what they wrote, including the copy. */
  readonly close: () => Promise<void>;
}

export interface WorkbenchOptions {
  /** The folder of the extension to load. */
  readonly extensionDevelopmentPath: string;
  /**
   * The bundle of the tests, below `extensionDevelopmentPath` and with its `.js`. Its `run` is called. For the web host
   * it must be built for browsers.
   */
  readonly extensionTestsPath?: string;
  readonly version?: Version;
  /** False for VS Code's Restricted Mode; true by default. */
  readonly isTrusted?: boolean;
  /** `node` by default. */
  readonly host?: Host;
  /** A file to show, relative to the folder. */
  readonly openFile?: string;
  /** User settings in addition to the quiet ones. */
  readonly settings?: Settings;
  /** Size of the page, in CSS pixels. */
  readonly viewport?: Viewport;
  /** Whether to open a copy of the folder, so that nothing is written to it; true by default. */
  readonly isCopied?: boolean;
  /** Receives each line that the tests print. */
  readonly onTestOutput?: (line: string) => void;
}

/**
 * Opens a folder in a real VS Code workbench: the server's, shown by a headless browser.
 * @param folder the folder to open or, if it is not copied, a `.code-workspace` file
 * @returns the workbench, as soon as its page begins to load
 * @throws {Error} if something is missing or does not start; nothing is left running
 */
export async function openWorkbench(folder: string, options: WorkbenchOptions): Promise<Workbench> {
  const { version, host = 'node', isCopied = true, isTrusted = true, onTestOutput = () => {} } = options;
  await ensureInstalled({ version });

  const temporary = makeTemporaryFolder();
  const opened = isCopied ? join(temporary.path, basename(resolve(folder))) : resolve(folder);
  if (isCopied) cpSync(folder, opened, { recursive: true });
  const [server, browser] = await startBoth(temporary.remove, {
    dataFolder: join(temporary.path, 'server'),
    version,
    isTrusted,
    settings: {
      ...(isTrusted ? {} : restrictedSettings),
      ...hostSetting(host, options.extensionDevelopmentPath),
      ...options.settings,
    },
    // Without this flag VS Code ignores the payload of the address.
    args: ['--enable-smoke-test-driver'],
  });
  const close = async () => {
    await browser.close();
    server.stop();
    await server.ended;
    temporary.remove();
  };
  try {
    const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 800 } });
    const errors = collectErrors(page);
    const { exited } = await exposeTestHooks(page, server, onTestOutput);
    await page.goto(addressOf(server, opened, options), { waitUntil: 'commit' });
    const output = () => `Output of the server:\n${server.output()}\nErrors of the page:\n${errors.join('\n')}`;
    return { page, exited, output, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startBoth(cleanUp: () => void, options: ServerOptions): Promise<[Server, Browser]> {
  const [server, browser] = await Promise.allSettled([startServer(options), launchBrowser()]);
  if (server.status === 'fulfilled' && browser.status === 'fulfilled') return [server.value, browser.value];
  if (server.status === 'fulfilled') {
    server.value.stop();
    await server.value.ended;
  }
  if (browser.status === 'fulfilled') await browser.value.close();
  cleanUp();
  throw server.status === 'rejected' ? server.reason : (browser as PromiseRejectedResult).reason;
}

/** The extension has code for both hosts, and the server would always choose Node. */
function hostSetting(host: Host, extensionFolder: string): Settings {
  if (host === 'node') return {};
  const { publisher, name } = JSON.parse(readFileSync(join(extensionFolder, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}

/** The last errors and warnings of the page, kept up to date. Other messages are output of the tests. */
function collectErrors(page: Page): readonly string[] {
  const lines: string[] = [];
  const keep = (line: string) => {
    lines.push(line);
    lines.splice(0, lines.length - keptConsoleLines);
  };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) keep(`[${message.type()}] ${message.text()}`);
  });
  page.on('pageerror', (error) => keep(`[error] ${error.stack ?? error.message}`));
  return lines;
}

/**
 * VS Code calls two functions of the page while tests run (src/vs/platform/log/browser/log.ts and
 * src/vs/workbench/services/extensions/browser/extensionService.ts of microsoft/vscode).
 * @returns the promise of the exit code in an object, because an async function would await a promise it returns
 */
async function exposeTestHooks(
  page: Page,
  server: Server,
  onTestOutput: (line: string) => void,
): Promise<{ readonly exited: Promise<number> }> {
  let exit: (code: number) => void = () => {};
  const exited = new Promise<number>((resolve, reject) => {
    exit = resolve;
    server.ended.then((code) => reject(new Error(`VS Code's server ended with code ${code} before the tests did.`)));
    page.once('crash', () => reject(new Error('The browser page crashed before the tests ended.')));
    page.once('close', () => reject(new Error('The browser page was closed before the tests ended.')));
  });
  // Without tests it is not awaited, and closing the page rejects it.
  exited.catch(() => {});
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => onTestOutput(format(...args)));
  await page.exposeFunction('codeAutomationExit', (code: number) => exit(code));
  return { exited };
}

/** The address with its payload, as src/vs/code/browser/workbench/workbench.ts of microsoft/vscode reads it. */
function addressOf(server: Server, folder: string, options: WorkbenchOptions): string {
  const { extensionDevelopmentPath, extensionTestsPath, openFile } = options;
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${pathToFileURL(path).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', remote(resolve(extensionDevelopmentPath))],
    ...(extensionTestsPath ? [['extensionTestsPath', remote(resolve(extensionTestsPath))]] : []),
    ...(openFile ? [['openFile', remote(join(folder, openFile))]] : []),
  ];
  const path = decodeURIComponent(pathToFileURL(folder).pathname);
  const query = new URLSearchParams({
    [folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: path,
    payload: JSON.stringify(payload),
    tkn: server.token,
  });
  return `${server.origin}/?${query}`;
}
