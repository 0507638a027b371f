import { readFile } from 'node:fs/promises';

/** Descriptions and examples are for the editor's schema, the snippets and the pages, which are made already. */
const schemaAlone = {
  name: 'schema-alone',
  setup({ onLoad }) {
    onLoad({ filter: /backup-response\.schema\.json$/ }, async ({ path }) => {
      const said = ['description', 'oneOf', 'examples'];
      const schema = JSON.parse(await readFile(path, 'utf8'), (name, value) =>
        said.includes(name) ? undefined : value,
      );
      return { contents: JSON.stringify(schema), loader: 'json' };
    });
  },
};

/** What all bundles of the sources have in common. */
export const common = {
  bundle: true,
  minify: true,
  // jsonc-parser's main is a UMD file, which bundlers cannot see through, and the other one brings its tables along.
  mainFields: ['module', 'main'],
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/impl/parser.js' },
  plugins: [schemaAlone],
};
