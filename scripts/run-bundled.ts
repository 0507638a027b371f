import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { common } from './bundles.mjs';

const root = join(import.meta.dirname, '..');

/**
 * Bundles a program and runs it. Run as source, it would take twice as long.
 * @param name of its file in `out/`
 * @param contents its text, in TypeScript; it imports from the root of the repository
 * @param flags for Node
 * @returns its exit code
 */
export async function runBundled(name: string, contents: string, flags: readonly string[] = []): Promise<number> {
  const outfile = join(root, 'out', name);
  await build({
    ...common,
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    outfile,
  });
  return spawnSync(process.execPath, [...flags, outfile], { stdio: 'inherit' }).status ?? 1;
}

/** The first number among the arguments of a script. */
export function countFrom(args: readonly string[], usually: number): number {
  return Number(args.find((arg) => !arg.startsWith('--')) ?? usually);
}
