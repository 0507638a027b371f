import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { common } from './bundles.mjs';

/** Bundles a script and runs it: `node scripts/run-bundled.mjs SCRIPT [argument …]`. As source, it would take twice as long. */
const [script = '', ...args] = process.argv.slice(2);
const outfile = join('out', basename(script, '.ts').concat('.mjs'));
await build({
  ...common,
  entryPoints: [script],
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  // Dependencies may be CommonJS, which needs a require.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  outfile,
});
process.exitCode = spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' }).status ?? 1;
