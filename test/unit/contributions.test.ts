import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import manifest from '../../package.json' with { type: 'json' };
import nls from '../../package.nls.json' with { type: 'json' };
import editorSchema from '../../schemas/backup-response.editor.schema.json' with { type: 'json' };
import snippets from '../../snippets/backup-response.json' with { type: 'json' };
import { commandId, commandNames } from '../../src/editor/command-ids.ts';
import { fileActions } from '../../src/editor/status/file-actions.ts';
import { newRecord } from '../../src/features/new-record.ts';
import { recordSnippet } from '../../src/features/scaffold.ts';
import { recordNames } from '../../src/model/schema.ts';
import { anyRecord } from '../support/arbitraries.ts';
import { found } from '../support/findings.ts';
import { runs } from '../support/runs.ts';

test('generated files are up to date', () => {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate/index.ts', '--check']);
});

test('package.nls.json has exactly the texts that the manifest uses', () => {
  const used = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key);
  assert.deepEqual(new Set(used), new Set(Object.keys(nls)));
});

test('the manifest contributes the commands of command-ids.ts', () => {
  // An editor test shows that each of them is registered.
  const contributed = manifest.contributes.commands.map(({ command }) => command);
  assert.deepEqual(contributed.toSorted(), commandNames.map(commandId).toSorted());
});

const root = join(import.meta.dirname, '..', '..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));

test('every when and enablement clause uses our context keys, or those of VS Code', () => {
  const { commands, menus } = manifest.contributes;
  const clauses = [
    ...commands.flatMap((command) => ('enablement' in command ? [command.enablement] : [])),
    ...Object.values(menus).flatMap((items) => items.flatMap((item) => ('when' in item ? [item.when] : []))),
  ];
  const keys = clauses.flatMap((clause) => clause.replace(/'[^']*'|=~ \/.*?\/i?/g, '').match(/[a-z][\w.]*/gi) ?? []);
  const text = sources.find(({ path }) => path.endsWith('context-keys.ts'))?.text ?? '';
  const own = [...text.matchAll(/^ {2}(\w+): /gm)].map(([, key]) => `backupResponse.${key}`);
  const ofVsCode = [
    'false',
    'editorLangId',
    'explorerResourceIsFolder',
    'explorerResourceReadonly',
    'resourceExtname',
    'resourceLangId',
    'workspaceFolderCount',
  ];
  assert.deepEqual(new Set(keys), new Set([...own, ...ofVsCode]));
});

const titles = new Map(
  manifest.contributes.commands.map(({ command, title }) => [command, nls[title.slice(1, -1) as keyof typeof nls]]),
);

const state = {
  recognition: 'content',
  isExcluded: false,
  isUntitled: false,
  hasJsonSchema: false,
  problems: 0,
  fixable: 0,
  records: 2,
  hasLongLine: false,
  rulesOff: 1,
  rulesChanged: 0,
} as const;

test('the menu shows the titles of the Command Palette', () => {
  const states = [
    state,
    { ...state, hasLongLine: true },
    { ...state, recognition: 'json.schemas' },
    { ...state, isExcluded: true },
  ] as const;
  for (const { label, command } of states.flatMap(fileActions).flat()) {
    assert.equal(
      label,
      titles.get(command),
      `src/editor/status/file-actions.ts: ${command} is "${titles.get(command)}" in package.nls.json, not "${label}"`,
    );
  }
});

test('the Command Palette has at most ten commands without a file of ours', () => {
  const { commands, menus } = manifest.contributes;
  const elsewhere = new Set(menus.commandPalette.map(({ command }) => command));
  const always = commands.filter(({ command }) => !elsewhere.has(command));
  assert.ok(always.length <= 10, always.map(({ command }) => command).join(' '));
});

test('the menu of the editor has the actions on records of the menu of the file', () => {
  const inEditor = manifest.contributes.menus['backupResponse.editor'].map(({ command }) => command);
  const [, ofRecords = [], toCarryOut = []] = fileActions({ ...state, problems: 1 });
  const wanted = [...ofRecords, ...toCarryOut].map(({ command }) => command);
  assert.deepEqual(inEditor.toSorted(), [...wanted, commandId('showActions')].toSorted());
});

/** Texts in italics that are not commands: code actions, menus, pages and the language status. */
const notCommands = /^(?:BackupResponse$|Fix |Change |Keep |Turn off |Allow |Undo$|Actions…$|File > |BackupResponse, )/;

for (const page of [
  'CHANGELOG.md',
  'README.md',
  'docs/command-line.md',
  'docs/editing.md',
  'docs/faq.md',
  'docs/files.md',
  'docs/settings.md',
  'samples/README.md',
]) {
  test(`every command in italics in ${page} has its title`, () => {
    const text = readFileSync(join(root, page), 'utf8').replace(/`[^`\n]*`/g, '');
    const italics = [...text.matchAll(/(?<!\w)_([A-Z][^_]*)_(?!\w)/g)].map(([, title = '']) =>
      title.replace(/\s+/g, ' '),
    );
    const commands = italics.filter((one) => !notCommands.test(one)).map((one) => one.replace(/^BackupResponse: /, ''));
    const known = [...titles.values()];
    for (const command of commands)
      assert.ok(
        known.some((title) => title === command),
        `${page}: package.nls.json has no command _${command}_`,
      );
  });
}

const service = getLanguageService({});
service.configure({ schemas: [{ uri: 'backup-response://editor', fileMatch: ['*'], schema: editorSchema }] });

/** The diagnostics of VS Code's own JSON support with our schema, as codes. */
async function saidByService(text: string): Promise<unknown[]> {
  const document = TextDocument.create('file:///x.backupresponse.json', 'json', 1, text);
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  return diagnostics.map(({ code }) => code);
}

test('VS Code’s JSON service reports nothing for any record, valid or not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyRecord(), fc.array(anyRecord()), fc.jsonValue()), async (value) => {
      // A `$schema` would have the service fetch another schema.
      assert.deepEqual(await saidByService(JSON.stringify(value).replaceAll('"$schema"', '"$x"')), []);
    }),
    { numRuns: runs(500) },
  );
});

test('VS Code’s JSON service reports the same for broken text with and without the schema', async () => {
  assert.deepEqual(await saidByService('{ "status": "X", "status": tru }'), [520, 520, 516]);
});

/** A snippet as VS Code expands it, with the first of its choices. */
function expanded(lines: readonly string[]): string {
  const variables: Readonly<Record<string, string>> = {
    UUID: '3469b87d-48ca-439a-868f-2160001da8c1',
    CURRENT_YEAR: '2026',
    CURRENT_MONTH: '11',
    CURRENT_DATE: '23',
    CURRENT_HOUR: '09',
    CURRENT_MINUTE: '05',
    CURRENT_SECOND: '00',
    CURRENT_TIMEZONE_OFFSET: '+01:00',
  };
  const stops = new Map<string, string>();
  return lines
    .join('\n')
    .replace(/\$\{(\d+)\|([^,|]*)[^|]*\|\}|\$\{(\d+):((?:\\.|[^}\\])*)\}/g, (_, choice, first, stop, text) => {
      stops.set(choice ?? stop, first ?? text);
      return first ?? text;
    })
    .replace(/\$(\d+)/g, (_, stop) => stops.get(stop) ?? '')
    .replace(/\$\{?([A-Z_]+)\}?/g, (_, name) => variables[name] ?? `unknown ${name}`)
    .replace(/\\([\\$}])/g, '$1');
}

for (const [name, { prefix, body, exclude }] of Object.entries(snippets)) {
  test(`the snippet "${name}", expanded, is valid and stays out of the lists of VS Code`, () => {
    assert.ok(prefix.startsWith('backup'));
    assert.deepEqual(exclude, ['**']);
    const text = expanded(body);
    JSON.parse(text);
    assert.deepEqual(found(text), []);
  });
}

const source = { jobId: '3469b87d-48ca-439a-868f-2160001da8c1', now: new Date('2026-11-23T09:00:00Z') };

test('a new record with any requested values is valid', () => {
  fc.assert(
    fc.property(anyRecord(), (wanted) => {
      const { values, refused } = newRecord(source, wanted as Record<string, unknown>);
      const text = JSON.stringify(values);
      assert.deepEqual(found(text), []);
      assert.deepEqual(JSON.parse(expanded(recordSnippet({ ...values } as Record<string, string>))), JSON.parse(text));
      for (const [name, value] of Object.entries(wanted)) {
        if (!refused.includes(name)) assert.deepEqual(JSON.parse(text)[name], value);
      }
    }),
  );
});

test('a new record has a value for every property except completed', () => {
  const { values } = newRecord(source);
  assert.deepEqual(
    recordNames.filter((name) => !(name in values)),
    ['completed'],
    'src/features/new-record.ts gives each property a default, but for those that this test names',
  );
});
