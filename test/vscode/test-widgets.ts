import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect, parseArgs } from 'node:util';
import { isMain } from '../../scripts/is-main.ts';
import { failure, listOf, type Results, sumOf } from '../../scripts/results.ts';
import { completionFiles, completionScenes } from '../widgets/completion.ts';
import { lightBulbFiles, lightBulbScenes } from '../widgets/light-bulb.ts';
import { Window } from '../widgets/window.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { type Host, openWorkbench } from './workbench.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scenes = [...completionScenes, ...lightBulbScenes];
const hosts: readonly Host[] = ['node', 'web'];

export interface WidgetTestOptions {
  /** The folder of the extension; the repository by default. */
  readonly extension?: string;
  /** Both by default. */
  readonly hosts?: readonly Host[];
  /** Only tests whose title contains this text. */
  readonly grep?: string | undefined;
  /** Where to keep a picture of each test. */
  readonly pictures?: string | undefined;
}

/**
 * Tests what a person sees with default settings: the rows of the suggest widget and of the light bulb, and the text after
 * Enter. The editor tests cannot: no API shows which rows there are. This needs the workbench of VS Code's server.
 */
export async function testWidgets(options: WidgetTestOptions = {}): Promise<Results> {
  return sumOf(await Promise.all((options.hosts ?? hosts).map((host) => testIn(host, options))));
}

async function testIn(host: Host, { extension = root, grep = '', pictures }: WidgetTestOptions): Promise<Results> {
  const folder = makeTemporaryFolder();
  for (const [name, text] of Object.entries({ ...completionFiles, ...lightBulbFiles })) {
    const file = join(folder.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const workbench = await openWorkbench(folder.path, {
    extensionDevelopmentPath: extension,
    host,
    // The default, unlike in the editor tests. A new document is JSON, which is a click of a person's.
    settings: { 'editor.wordBasedSuggestions': 'matchingDocuments', 'files.defaultLanguage': 'json' },
  });
  const results: Results[] = [];
  try {
    await workbench.page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: 60_000 });
    const window = new Window(workbench.page);
    for (const { title, run } of scenes.filter((scene) => scene.title.includes(grep))) {
      const started = performance.now();
      const result = await run(window).then(
        () => ({ passed: 1, failed: 0, failures: [] }),
        (error) => failure(`${host}: ${title}`, inspect(error)),
      );
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`  ${result.failed > 0 ? '✗' : '✓'} ${host}: ${title} (${seconds} s)`);
      if (pictures) await workbench.page.screenshot({ path: join(pictures, `${host}-${results.length}.png`) });
      results.push(result);
    }
  } finally {
    await workbench.close();
    folder.remove();
  }
  return sumOf(results);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { grep: { type: 'string' }, pictures: { type: 'string' } },
    allowPositionals: true,
  });
  const chosen = hosts.filter((host) => positionals.length === 0 || positionals.includes(host));
  const { passed, failed, failures } = await testWidgets({ ...values, hosts: chosen });
  if (failures.length > 0) console.log(`\nFailures:\n\n${listOf(failures, root)}\n`);
  console.log(`Widget tests: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

if (isMain(import.meta.url)) void main();
