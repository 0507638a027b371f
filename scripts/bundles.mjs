import { readFile } from 'node:fs/promises';

/**
 * Only the definitions of the schema are needed at run time, without the texts and values for the editor's schema, the
 * snippets and the pages, which are generated. Sentences use the titles of enums.
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

function isSchema(value) {
  return typeof value?.title === 'string';
}

function checked({ title, description, oneOf, examples, default: _, ...schema }) {
  return schema.enum ? { title, ...schema } : schema;
}

/** What all bundles of the sources have in common. */
export const common = {
  bundle: true,
  minify: true,
  // jsonc-parser's main is a UMD file, which bundlers cannot see through, and the other one brings its tables along.
  mainFields: ['module', 'main'],
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/impl/parser.js' },
  plugins: [definitionsOnly],
};
