import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ruleIds } from '../../src/record/rules/index.ts';
import { rulesIndex, withTables } from './docs.ts';
import { editorSchema } from './editor-schema.ts';
import { manifest } from './manifest.ts';
import { missingParts } from './missing.ts';
import { pathOf, rulePage } from './rule-pages.ts';
import { schemaStoreEntry } from './schema-store.ts';
import { snippets } from './snippets.ts';
import { typesSource } from './types.ts';
import { validatorsSource, validatorTypes } from './validators.ts';

/**
 * Writes every file that is made from the schema and the rules. With `--check` it writes nothing, and fails if a file is
 * stale.
 */
const root = join(import.meta.dirname, '..', '..');

const made: Readonly<Record<string, (before: string) => string | Promise<string>>> = {
  'schemas/backup-response.editor.schema.json': () => json(editorSchema()),
  'snippets/backup-response.json': () => json(snippets()),
  'src/record/generated/validators.js': () => validatorsSource(),
  'src/record/generated/validators.d.ts': () => validatorTypes,
  'src/model/generated/backup-response.ts': () => typesSource(),
  'package.json': manifest,
  ...Object.fromEntries(ruleIds.map((id) => [pathOf(id), (before: string) => rulePage(before, id)])),
  'docs/rules/README.md': () => rulesIndex(),
  'docs/schema-store.json': () => json(schemaStoreEntry()),
  ...Object.fromEntries(['README.md', 'docs/editing.md', 'docs/settings.md'].map((path) => [path, withTables])),
};

async function generate(isChecking: boolean): Promise<void> {
  const missing = missingParts();
  if (missing.length > 0) {
    console.error(missing.join('\n'));
    process.exitCode = 1;
    return;
  }
  for (const [path, make] of Object.entries(made)) {
    const file = join(root, path);
    const before = read(path);
    const after = await make(before);
    if (before === after) continue;
    if (isChecking) {
      console.error(`${path} is stale: run npm run generate`);
      process.exitCode = 1;
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, after);
    console.log(`made ${path}`);
  }
}

void generate(process.argv.includes('--check'));

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function read(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}
