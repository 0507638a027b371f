import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildResult, build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..');
const target = join(root, 'out', 'unit');

/** The number of processes for the files that run together: more than processors, so that the last one is short. */
const groups = 4;

/** A bundle, and the test files in it, from the root of the repository. */
export interface TestBundle {
  readonly path: string;
  readonly files: readonly string[];
}

/**
 * Bundles test files, each with its imports from the repository. As sources, they would take twice as long, and each
 * process would wait for the translator first.
 * @param files from the root of the repository
 * @returns a bundle for each file, in the same order
 * @throws {Error} if a file does not build; esbuild has printed the reason
 */
export async function bundleTests(files: readonly string[]): Promise<readonly TestBundle[]> {
  const { bundles, built } = await bundleEach(files);
  write(bundles, built);
  return bundles;
}

/**
 * Bundles test files, those that leave their process alone in a few bundles: a small file takes most of its time to
 * start a process and to load the sources. In these bundles, each file is a suite with the name of the file.
 * @param files from the root of the repository
 * @throws {Error} if a file does not build
 */
export async function bundleTestsTogether(files: readonly string[]): Promise<readonly TestBundle[]> {
  const { bundles, built } = await bundleEach(files);
  const together = files.filter((file) => leavesItsProcessAlone(file, built));
  const apart = bundles.filter(({ files: [file = ''] }) => !together.includes(file));
  write(apart, built);
  return [...apart, ...(await bundleGroups(together))];
}

async function bundleEach(files: readonly string[]) {
  const built = await bundle(files.map((file) => join(root, file)));
  const bundles = files.map((file) => ({ path: join(target, file.replace(/\.[cm]?[jt]s$/, '.js')), files: [file] }));
  return { bundles, built };
}

/** Whether a test file names no globals, and needs only these modules of Node, also in its imports. */
function leavesItsProcessAlone(file: string, { metafile }: Built): boolean {
  const { imports } = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint === file) ?? { imports: [] };
  const modules = imports.map(({ path }) => path).filter((path) => path.startsWith('node:'));
  return (
    modules.every((module) => /^node:(?:assert\/strict|crypto|fs|path|test|url|vm)$/.test(module)) &&
    !/\b(?:process|globalThis)\b/.test(readFileSync(join(root, file), 'utf8'))
  );
}

async function bundleGroups(files: readonly string[]): Promise<readonly TestBundle[]> {
  const chosen = Array.from({ length: Math.min(groups, files.length) }, (_, group) =>
    files.filter((_, at) => at % groups === group),
  );
  // Node runs bundles by name. These are last, because they are many short tests: nothing waits for a long one then.
  const bundles = chosen.map((files) => ({ path: join(target, 'together', `${nameOf(files)}.js`), files }));
  const entries = bundles.map(({ files }) => ({ in: `group:${nameOf(files)}`, out: `together/${nameOf(files)}` }));
  write(bundles, await bundle(entries, sourcesOf(new Map(chosen.map((files) => [nameOf(files), files])))));
  return bundles;
}

/** Another run with other files may be under way. */
function nameOf(files: readonly string[]): string {
  return createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
}

/** Makes the source of each group. A file that does not load is a suite that fails. */
function sourcesOf(chosen: ReadonlyMap<string, readonly string[]>): Plugin {
  return {
    name: 'groups',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^group:/ }, ({ path }) => ({ path: path.slice('group:'.length), namespace: 'group' }));
      onLoad({ filter: /.*/, namespace: 'group' }, ({ path }) => {
        const suites = (chosen.get(path) ?? []).map(
          (file) => `suite(${JSON.stringify(file)}, () => { require(${JSON.stringify(`./${file}`)}); });`,
        );
        return { contents: `import { suite } from 'node:test';\n${suites.join('\n')}\n`, resolveDir: root };
      });
    },
  };
}

type EntryPoints = string[] | { in: string; out: string }[];
type Built = BuildResult<{ metafile: true; write: false }>;

function bundle(entryPoints: EntryPoints, ...plugins: readonly Plugin[]): Promise<Built> {
  return build({
    absWorkingDir: root,
    entryPoints,
    outbase: root,
    outdir: target,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Dependencies are read from where they are installed: some look for files beside their own.
    packages: 'external',
    sourcemap: true,
    plugins: [...plugins, ownPath],
    logLevel: 'error',
    metafile: true,
    write: false as const,
  }).catch(() => {
    throw new Error('The unit tests do not build.');
  });
}

/** Writes bundles with their maps. */
function write(bundles: readonly TestBundle[], { outputFiles }: Built): void {
  const paths = new Set(bundles.flatMap(({ path }) => [path, `${path}.map`]));
  for (const { path, contents } of outputFiles) {
    // Files that stay the same may be in use: tests of these commands run beside others.
    if (!paths.has(path) || (existsSync(path) && readFileSync(path).equals(contents))) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
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
