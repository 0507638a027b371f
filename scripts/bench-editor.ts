import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Measured, Plan } from '../test/bench/editor/protocol.ts';
import type { HostRun } from '../test/bench/editor/report.ts';
import { makeTemporaryFolder } from '../test/vscode/temporary-folder.ts';
import { type Host, openWorkbench } from '../test/vscode/workbench.ts';
import { machine, writeFigures } from './figures.ts';

const root = join(import.meta.dirname, '..');
const source = join(root, 'test', 'bench');
const target = join(root, 'out', 'bench');

/** Between two characters: a fast typist. */
const typingDelayMs = 60;
const timeLimitMs = 15 * 60_000;

const settings = {
  // In a browser VS Code saves by itself, and asks before it opens a large file.
  'files.autoSave': 'off',
  'workbench.editorLargeFileConfirmation': 500,
  // VS Code's own extension for merge conflicts reads the whole document after each change, in the same host.
  'merge-conflict.codeLens.enabled': false,
  'merge-conflict.decorators.enabled': false,
  // Typing a character should not open anything that covers it.
  'editor.quickSuggestions': { strings: 'off' },
};

/**
 * Measures inside the real VS Code of test/vscode: the time from an edit to its findings, and how evenly the page draws
 * during typing. Needs the built extension. Arguments: `node` or `web` for one host only, `--quick`, `--write`.
 */
async function main(args: readonly string[]): Promise<void> {
  process.chdir(root);
  await bundle();
  const require = createRequire(import.meta.url);
  const { writeWorkspace } = require(join(target, 'editor', 'files.js'));
  const { report } = require(join(target, 'editor', 'report.js'));

  const hosts = (['node', 'web'] as const).filter(
    (host) => args.includes(host) || !(args.includes('node') || args.includes('web')),
  );
  const workspace = makeTemporaryFolder();
  const plan: Plan = writeWorkspace(workspace.path, args.includes('--quick'));
  const tables: string[] = [];
  for (const host of hosts) {
    const table: string = report(plan, await measureIn(host, workspace.path, plan));
    console.log(`\n${table}`);
    tables.push(table);
  }
  if (args.includes('--write')) {
    writeFigures('docs/performance.md', 'editor', [...tables, machine()].join('\n\n'));
  }
}

/** Bundles the code for the two extension hosts, and the modules of the benchmark that this script needs. */
async function bundle(): Promise<void> {
  const common: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    target: 'es2023',
    logLevel: 'warning',
  };
  const inHost = (host: Host, platform: 'node' | 'browser') =>
    build({
      ...common,
      entryPoints: [join(source, 'editor', 'index.ts')],
      outfile: join(target, 'editor', host, 'index.js'),
      platform,
      external: ['vscode'],
    });
  const modules = ['editor/protocol.ts', 'editor/files.ts', 'editor/report.ts'];
  await Promise.all([
    inHost('node', 'node'),
    inHost('web', 'browser'),
    build({
      ...common,
      entryPoints: modules.map((name) => join(source, name)),
      outbase: source,
      outdir: target,
      platform: 'node',
      mainFields: ['module', 'main'],
    }),
  ]);
}

async function measureIn(host: Host, folder: string, plan: Plan): Promise<HostRun> {
  const { marks } = createRequire(import.meta.url)(join(target, 'editor', 'protocol.js'));
  const measured: Measured[] = [];
  const frames: Record<string, readonly number[]> = {};
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const onTestOutput = (line: string) => {
    if (line.startsWith(marks.measured)) {
      measured.push(JSON.parse(line.slice(marks.measured.length)));
      console.error(`  ${host}: ${line.slice(marks.measured.length)}`);
    } else if (line.startsWith(marks.type)) {
      const name: string = JSON.parse(line.slice(marks.type.length));
      typeIn(workbench.page, plan.typed).then((times) => {
        frames[name] = times;
      }, fail);
    }
  };
  const workbench = await openWorkbench(folder, {
    host,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(target, 'editor', host, 'index.js'),
    isCopied: false,
    settings,
    onTestOutput,
  });
  const timeout = setTimeout(() => fail(new Error('The measurement took too long.')), timeLimitMs);
  try {
    const code = await Promise.race([workbench.exited, failed]);
    if (code !== 0) throw new Error(`The measurement ended with ${code}.\n${workbench.output()}`);
    return { host, measured, frames };
  } finally {
    clearTimeout(timeout);
    await workbench.close();
  }
}

/** The members of the page that `typeIn` needs, which runs part of its code there. */
declare function requestAnimationFrame(callback: (now: number) => void): void;
declare global {
  var benchFrames: number[] | undefined;
}

/**
 * Types at the cursor.
 * @returns how long each frame took, in milliseconds
 */
async function typeIn(page: Page, count: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    globalThis.benchFrames = [];
    let last = performance.now();
    const frame = (now: number) => {
      globalThis.benchFrames?.push(now - last);
      last = now;
      if (globalThis.benchFrames) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.keyboard.type('x'.repeat(count), { delay: typingDelayMs });
  return page.evaluate(() => {
    const frames = globalThis.benchFrames ?? [];
    globalThis.benchFrames = undefined;
    return frames;
  });
}

void main(process.argv.slice(2));
