import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const modules = 'node_modules/';

export type Holder = 'the extension' | 'the npm package';

/** A package of npm whose code, or code that it has generated, is in our bundles. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** The licence's identifier of SPDX. */
  readonly license: string;
  /** The text of the licence. */
  readonly text: string;
  /** The products that hold it: the extension, the npm package with the command line, or both. */
  readonly holders: readonly Holder[];
  /** The names of the packages that it needs, whether they are in the bundles or not. */
  readonly dependencies: readonly string[];
}

/** Our sources that a package has generated from its own templates. */
const generatedBy: Readonly<Record<string, string>> = { 'src/record/generated/validators.js': 'ajv' };

/** The packages in the bundles as `esbuild.mjs` has made them last, by name. */
export function bundledPackages(): BundledPackage[] {
  const contents: Record<string, string[]> = JSON.parse(readFileSync(join(root, 'dist', 'contents.json'), 'utf8'));
  const holdersBy = new Map<string, Set<Holder>>();
  for (const [bundle, inputs] of Object.entries(contents)) {
    const holder = bundle === 'dist/cli.js' ? 'the npm package' : 'the extension';
    for (const input of inputs) {
      const folder = folderOf(input);
      if (folder) holdersBy.set(folder, (holdersBy.get(folder) ?? new Set()).add(holder));
    }
  }
  return [...holdersBy]
    .map(([folder, holders]) => readPackage(folder, [...holders].sort()))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The folder of the package that an input of a bundle comes from; undefined if it is ours. */
function folderOf(input: string): string | undefined {
  const generator = generatedBy[input];
  if (generator) return modules + generator;
  const start = input.lastIndexOf(modules) + modules.length;
  if (start < modules.length) return undefined;
  const [scope = '', name] = input.slice(start).split('/');
  // A link to a folder of packages counts as that folder.
  const above = input.slice(input.indexOf(modules), start);
  return above + (scope.startsWith('@') ? `${scope}/${name}` : scope);
}

function readPackage(folder: string, holders: readonly Holder[]): BundledPackage {
  const path = join(root, folder);
  const { name, version, license, author, dependencies } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (!file && license !== 'MIT') throw new Error(`${name} has no file with its licence: find its text.`);
  const text = file ? readFileSync(join(path, file), 'utf8') : mit(author);
  return { name, version, license, text: tidy(text), holders, dependencies: Object.keys(dependencies ?? {}) };
}

/** Without blanks at the ends of lines, and with the line ends of Unix. */
function tidy(text: string): string {
  return text.replace(/[ \t]*\r?\n/g, '\n').trim();
}

/** The licence of a package that only names it. */
function mit(author: string): string {
  const [, terms] = readFileSync(join(root, 'LICENSE'), 'utf8').split(/^Copyright .*\s+/m);
  return `MIT License\n\nCopyright (c) ${author}\n\n${terms}`;
}
