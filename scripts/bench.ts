import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { common, programPath } from './bundles.mjs';

const root = join(import.meta.dirname, '..');
const source = join(root, 'test', 'bench');
const target = join(root, 'out', 'bench');

/**
 * Bundles the benchmark, minified like the extension, and runs it with the arguments of test/bench/index.ts. Run as
 * source, it would measure the translation.
 */
async function main(args: readonly string[]): Promise<void> {
  const incumbent = 'contestants/language-service.ts';
  const programs = ['index.ts', ...filesIn('children'), ...filesIn('contestants')];
  const shared: BuildOptions = {
    absWorkingDir: root,
    outbase: source,
    outdir: target,
    ...common,
    format: 'cjs',
    define: programPath.define,
    banner: { js: programPath.banner },
    platform: 'node',
    target: 'es2023',
    logLevel: 'warning',
  };
  await build({ ...shared, entryPoints: programs.filter((name) => name !== incumbent).map(pathOf) });
  // It needs all of jsonc-parser, as in the bundle that the extension has of it.
  await build({ ...shared, alias: {}, entryPoints: [pathOf(incumbent)] });
  const { status } = spawnSync(process.execPath, [join(target, 'index.js'), ...args], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

function pathOf(name: string): string {
  return join(source, name);
}

function filesIn(folder: string): string[] {
  return readdirSync(join(source, folder)).map((name) => `${folder}/${name}`);
}

void main(process.argv.slice(2));
