import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..');
const target = join(root, 'out', 'unit');

/**
 * Bundles test files, each with its imports from the repository. As sources, they would take twice as long, and each
 * process would wait for the translator first.
 * @param files from the root of the repository
 * @returns where the bundles are, in the same order
 * @throws {Error} if a file does not build; esbuild has printed the reason
 */
export async function bundleTests(files: readonly string[]): Promise<readonly string[]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: files.map((file) => join(root, file)),
    outbase: root,
    outdir: target,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Dependencies are read from where they are installed: some look for files beside their own.
    packages: 'external',
    sourcemap: true,
    plugins: [ownPath],
    logLevel: 'error',
    write: false,
  }).catch(() => {
    throw new Error('The unit tests do not build.');
  });
  for (const { path, contents } of outputFiles) {
    // Files that stay the same may be in use: tests of these commands run beside others.
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  return files.map(bundleOf);
}

function bundleOf(file: string): string {
  return join(target, file.replace(/\.[cm]?[jt]s$/, '.js'));
}

/** Gives each source its own path, instead of that of its bundle. */
const ownPath: Plugin = {
  name: 'own-path',
  setup({ onLoad }) {
    onLoad({ filter: /\.m?[jt]s$/ }, async ({ path }) => {
      const contents = await readFile(path, 'utf8');
      if (!contents.includes('import.meta')) return undefined;
      return {
        contents: contents
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
        loader: path.endsWith('.ts') ? 'ts' : 'js',
      };
    });
  },
};
