#!/usr/bin/env node
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { makeTemporaryFolder } from '../test/vscode/temporary-folder.mjs';
import { openWorkbench } from '../test/vscode/workbench.mjs';

/**
 * Measures inside the real VS Code of test/vscode: from an edit to its findings, and how evenly the page draws while
 * somebody types. Wants the built extension. Arguments: `node` or `web` for one host alone, `--quick`, `--write`.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'test', 'bench');
const target = join(root, 'out', 'bench');
const require = createRequire(import.meta.url);
process.chdir(root);

/** Milliseconds between two characters: somebody who types fast. */
const typingPace = 60;
const timeLimitMs = 15 * 60_000;

const settings = {
  // In a browser VS Code saves by itself, and asks before it opens a large file.
  'files.autoSave': 'off',
  'workbench.editorLargeFileConfirmation': 500,
  // VS Code's own extension for merge conflicts reads the whole document after each change, in the same host as ours.
  'merge-conflict.codeLens.enabled': false,
  'merge-conflict.decorators.enabled': false,
  // A character is to bring a character, and nothing that covers it.
  'editor.quickSuggestions': { strings: 'off' },
};

await bundle();
const { marks } = require(join(target, 'editor', 'protocol.js'));
const { writeWorkspace } = require(join(target, 'editor', 'files.js'));
const { report } = require(join(target, 'editor', 'report.js'));
const { machine, writeTables } = require(join(target, 'page.js'));

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const hosts = ['node', 'web'].filter((host) => args.includes(host) || !(args.includes('node') || args.includes('web')));
const room = makeTemporaryFolder();
const plan = writeWorkspace(room.path, isQuick);
const tables = [];
for (const host of hosts) {
  const table = report(plan, await measureIn(host));
  console.log(`\n${table}`);
  tables.push(table);
}
if (args.includes('--write')) writeTables('editor', [...tables, machine()].join('\n\n'));

/** Bundles what runs in the two extension hosts, and what this script needs of the TypeScript. */
async function bundle() {
  const common = { absWorkingDir: root, bundle: true, format: 'cjs', target: 'es2023', logLevel: 'warning' };
  const inHost = (host, platform) =>
    build({
      ...common,
      entryPoints: [join(source, 'editor', 'index.ts')],
      outfile: join(target, 'editor', host, 'index.js'),
      platform,
      external: ['vscode'],
    });
  const here = ['page.ts', 'editor/protocol.ts', 'editor/files.ts', 'editor/report.ts'];
  await Promise.all([
    inHost('node', 'node'),
    inHost('web', 'browser'),
    build({
      ...common,
      entryPoints: here.map((name) => join(source, name)),
      outbase: source,
      outdir: target,
      platform: 'node',
      mainFields: ['module', 'main'],
    }),
  ]);
}

async function measureIn(host) {
  const measured = [];
  const frames = {};
  let fail;
  const failed = new Promise((_resolve, reject) => {
    fail = reject;
  });
  const onTestOutput = (line) => {
    if (line.startsWith(marks.measured)) {
      measured.push(JSON.parse(line.slice(marks.measured.length)));
      console.error(`  ${host}: ${line.slice(marks.measured.length)}`);
    } else if (line.startsWith(marks.type)) {
      const name = JSON.parse(line.slice(marks.type.length));
      type(workbench.page).then((own) => (frames[name] = own), fail);
    }
  };
  const workbench = await openWorkbench(room.path, {
    host,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(target, 'editor', host, 'index.js'),
    copy: false,
    settings,
    onTestOutput,
  });
  const limit = setTimeout(() => fail(new Error('The measurement took too long.')), timeLimitMs);
  try {
    const code = await Promise.race([workbench.exited, failed]);
    if (code !== 0) throw new Error(`The measurement ended with ${code}.\n${workbench.output()}`);
    return { host, measured, frames };
  } finally {
    clearTimeout(limit);
    await workbench.close();
  }
}

/** Types at the cursor, and says how long each frame took meanwhile. */
async function type(page) {
  await page.evaluate(() => {
    globalThis.benchFrames = [];
    let last = performance.now();
    const frame = (now) => {
      globalThis.benchFrames?.push(now - last);
      last = now;
      if (globalThis.benchFrames) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.keyboard.type('x'.repeat(plan.typed), { delay: typingPace });
  return page.evaluate(() => {
    const frames = globalThis.benchFrames;
    globalThis.benchFrames = undefined;
    return frames;
  });
}
