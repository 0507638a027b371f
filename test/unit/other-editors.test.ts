import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import schema from '../../schemas/backup-response.schema.json' with { type: 'json' };
import { schemaStoreEntry } from '../../scripts/generate/schema-store.ts';
import { isOurName } from '../../src/files/file-names.ts';
import { isDateTime } from '../../src/record/times/date-time.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const examples = (kind: 'valid' | 'invalid') =>
  readdirSync(join(root, 'test', 'schema', kind)).map((name) => ({
    name: basename(name, '.json'),
    text: read(`test/schema/${kind}/${name}`),
  }));

const page = read('docs/editors.md');
const path = 'schemas/backup-response.schema.json';
const validate = new Ajv({ formats: { 'date-time': isDateTime, int64: true } }).compile(schema);

test('the schema accepts the valid examples, and refuses each invalid one for the keyword in its name', () => {
  for (const { name, text } of examples('valid')) assert.ok(validate(JSON.parse(text)), name);
  for (const { name, text } of examples('invalid')) {
    assert.ok(!validate(JSON.parse(text)), name);
    assert.equal(validate.errors?.[0]?.keyword, name.replace('-', ' '));
  }
});

test("VS Code's JSON service, which is Neovim's jsonls, reads the schema from a file and requests nothing else", async () => {
  const url = pathToFileURL(join(root, path)).href;
  const requested: string[] = [];
  const service = getLanguageService({
    schemaRequestService: async (uri) => {
      requested.push(uri);
      return readFileSync(fileURLToPath(uri), 'utf8');
    },
  });
  service.configure({ validate: true, schemas: [{ uri: url, fileMatch: ['*.backupresponse.json'] }] });
  for (const kind of ['valid', 'invalid'] as const) {
    for (const { name, text } of examples(kind)) {
      // Only the extension knows the scheme of this $schema, as the page says.
      if (name === 'schema-named') continue;
      const document = TextDocument.create(`file:///${kind}/${name}.backupresponse.json`, 'json', 1, text);
      const problems = await service.doValidation(document, service.parseJSONDocument(document));
      assert.equal(problems.length, kind === 'valid' ? 0 : 1, `${kind} ${name}`);
    }
  }
  assert.deepEqual(requested, [url]);
});

test('the entry for the JSON Schema Store is up to date, with recognized names', () => {
  const entry = JSON.parse(read('docs/schema-store.json'));
  assert.deepEqual(entry, schemaStoreEntry(), 'docs/schema-store.json is stale: run npm run generate');
  assert.deepEqual(Object.keys(entry), ['name', 'description', 'fileMatch']);
  for (const pattern of entry.fileMatch) assert.ok(isOurName(`/${pattern.replace('*', 'x')}`), pattern);
});

test('the page about other editors names the schema in the package, and recognized file names', () => {
  const named = [...page.matchAll(/PACKAGE\/([\w./-]+)/g)].map(([, file]) => file);
  assert.deepEqual(new Set(named), new Set([path]));
  assert.equal(named.length, page.match(/^## (?!JSON Schema Store)/gm)?.length);
  // Without these, ajv-cli refuses the schema.
  assert.match(page, /ajv validate --strict=false -c ajv-formats /);
  const { fileMatch } = schemaStoreEntry();
  const patterns = [...page.matchAll(/['`](\*?[\w.-]*backupresponses?\.json)['`]/g)].map(([, pattern = '']) => pattern);
  assert.equal(patterns.length, 3);
  for (const pattern of patterns) assert.ok(fileMatch.includes(pattern), pattern);
});
