import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { transformSync } from 'esbuild';

/**
 * Loads our files as CommonJS modules. A file is compiled once, and evaluated again in no time: so each mutant gets all
 * modules anew, code that runs while they load is mutated too, and no module keeps a memory.
 */

/** The private part of Node's module loader. @type {any} */
const loader = Module;

/** @type {Map<string, (...args: unknown[]) => void>} */
const compiled = new Map();

/**
 * Makes `require` read TypeScript and ES modules.
 * @param {Readonly<Record<string, unknown>>} replacements its answers for the names of some modules
 * @param {() => unknown} processNow gives the `process` of our files when they are evaluated
 */
export function registerTypeScript(replacements, processNow = () => process) {
  const load = loader._load;
  loader._load = (/** @type {string} */ name, /** @type {unknown[]} */ ...rest) =>
    replacements[name] ?? load(name, ...rest);
  const loadScript = loader._extensions['.js'];
  const evaluate = (/** @type {NodeModule} */ module, /** @type {string} */ file) => {
    if (isInstalled(file)) return loadScript(module, file);
    const require = module.require.bind(module);
    functionOf(file)(module.exports, require, module, file, dirname(file), pathToFileURL(file).href, processNow());
  };
  Object.assign(loader._extensions, { '.ts': evaluate, '.js': evaluate, '.mjs': evaluate });
}

/** Whether a file is one of a dependency, and not ours. */
function isInstalled(/** @type {string} */ file) {
  return file.includes('node_modules');
}

/** @param {string} file */
function functionOf(file) {
  const known = compiled.get(file);
  if (known) return known;
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__url' },
  });
  const wrapped = `(function (exports, require, module, __filename, __dirname, __url, process) {${code}\n})`;
  const evaluate = new Script(wrapped, { filename: file }).runInThisContext();
  compiled.set(file, evaluate);
  return evaluate;
}

/**
 * Forgets our modules, so that the next `require` evaluates them again.
 * @param {string} [folder] the modules in it; all, if it is left out
 */
export function forgetModules(folder = '') {
  for (const file of Object.keys(loader._cache))
    if (!isInstalled(file) && file.startsWith(folder)) delete loader._cache[file];
}
