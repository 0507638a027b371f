import { readFile } from 'node:fs/promises';

/**
 * Leaves out of the schema what only the editor's schema, the snippets and the pages need, which are generated before
 * bundling: all but the definitions, and their texts and default values. Sentences use the titles of enums.
 * @type {import('esbuild').Plugin}
 */
const definitionsOnly = {
  name: 'definitions-only',
  setup({ onLoad }) {
    onLoad({ filter: /backup-response\.schema\.json$/ }, async ({ path }) => {
      const { definitions } = JSON.parse(await readFile(path, 'utf8'));
      const contents = JSON.stringify({ definitions }, (_name, value) => (isSchema(value) ? checked(value) : value));
      return { contents, loader: 'json' };
    });
  },
};

/** @param {unknown} value */
function isSchema(value) {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string';
}

/** @param {Record<string, unknown>} schema */
function checked({ title, description, oneOf, examples, default: _, ...schema }) {
  return schema.enum ? { title, ...schema } : schema;
}

/** For bundles in CommonJS that need their own path. */
export const programPath = {
  define: { 'import.meta.url': 'programUrl' },
  banner: "const programUrl = require('node:url').pathToFileURL(__filename).href;",
};

/** The options that all bundles of the sources share. */
export const common = /** @satisfies {import('esbuild').BuildOptions} */ ({
  bundle: true,
  minify: true,
  // The names of shared files come from the paths of their modules, which a linked node_modules must not change.
  preserveSymlinks: true,
  // jsonc-parser's main file is UMD, which bundlers cannot analyze; its ES modules include tables that are not needed.
  mainFields: ['module', 'main'],
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/impl/parser.js' },
  plugins: [definitionsOnly],
});
