import { deepEqual, equal } from 'node:assert/strict';
import type { Scene } from './scenes.ts';
import type { Window } from './window.ts';

/** Records as programs write them: their texts go after the completions that a person most likely wants. */
const first =
  '{ "jobId": "1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c", "status": "FAILED", "fileExists": false, "tenant": "acme", "created": "2024-02-19T19:54:15Z" }';
const before = first.replace('"acme"', '"acme-solar"');

/** A record that a person writes: much is missing. */
const own =
  '{ "jobId": "x", "status": "", "fileExists": , "tenant": "", "created": "2024-02-20T19:54:15Z", "completed": "",  }';

/** The top of a list, and the text of the record after which it opens. */
const lists: Readonly<Record<string, { readonly after: string; readonly rows: readonly string[] }>> = {
  'a status': {
    after: '"status": "',
    rows: ['> "COMPLETE"', '"NOT_STARTED"', '"IN_PROGRESS"', '"CANCELLED"', '"FAILED"'],
  },
  'a boolean': { after: '"fileExists": ', rows: ['> true', 'false'] },
  'a tenant': { after: '"tenant": "', rows: ['> "acme-solar"', '"acme"'] },
  'a time': { after: '"completed": "', rows: ['> now', 'now, in UTC', '"2024-02-20T19:54:15Z"'] },
  names: {
    after: '"completed": "", ',
    rows: ['> type', 'requesterName', 'modified', 'name', 'userCanDelete', 'isPartial', 'backupType', 'options'],
  },
};

/** The ways in which a file is recognized: its name, and the text around the record in it. */
const files: Readonly<Record<string, { readonly name: string; readonly text: string }>> = {
  'by its name': { name: 'named.backupresponse.json', text: listOf(first, first, before, own) },
  'by its content': { name: 'saved.json', text: listOf(first, first, before, own) },
  'by an association': { name: 'associated.json', text: listOf(first, first, before, own) },
  'by its $schema': {
    name: 'schema.json',
    text: own.replace('{', '{ "$schema": "backup-response://schemas/backup-response.json",'),
  },
  'as JSON Lines': { name: 'lines.jsonl', text: [first, first, before, own].join('\n') },
};

function listOf(...records: readonly string[]): string {
  return `[\n  ${records.join(',\n  ')}\n]\n`;
}

async function checkLists(window: Window, text: string, hasOthers: boolean): Promise<void> {
  for (const [list, { after, rows }] of Object.entries(lists)) {
    const expected = list === 'a tenant' && !hasOthers ? ['> ""'] : rows;
    const most = list === 'names' ? rows.length : undefined;
    await window.goToEndOf(after, text);
    const isRight = (shown: readonly string[]) => shown.slice(0, most).join() === expected.join();
    const shown = await window.suggestions(isRight);
    deepEqual(shown.slice(0, most), expected, list);
    deepEqual(new Set(shown).size, shown.length, `${list}: nothing twice`);
  }
}

/** A record in which a name is accepted, the letters of it that are typed, and the next steps of a person. */
const accepted: Readonly<Record<string, { readonly text: string; readonly after: string; readonly name: string }>> = {
  'type.backupresponse.json': { text: '{ "jobId": "x",  }', after: '"x", ', name: 'type' },
  'status.backupresponse.json': { text: '{ "jobId": "x",  }', after: '"x", ', name: 'status' },
  'options.backupresponse.json': {
    text: '{ "jobId": "x", "options": { "includeTypes": ["ROLE"],  } }',
    after: '["ROLE"], ',
    name: 'objectOptions',
  },
};

async function accept(window: Window, file: string): Promise<void> {
  const { text = '', after = '', name = '' } = accepted[file] ?? {};
  await window.open(file);
  await window.goToEndOf(after, text);
  await window.choose(name.slice(0, 4), name);
}

/** Where a record can stand, and where it cannot; the text before the cursor is all of the file. */
const starts: Readonly<Record<string, { readonly text: string; readonly rows: readonly string[] }>> = {
  'list.backupresponse.json': { text: `[\n  ${first},\n  \n]`, rows: snippetsOf('{ }') },
  'empty.backupresponse.json': { text: '', rows: snippetsOf('backup-list', '{ }') },
  'more.json': { text: `[\n  ${first},\n  \n]`, rows: snippetsOf('{ }') },
  'more.jsonl': { text: `${first}\n`, rows: snippetsOf('{ }') },
};

function snippetsOf(...others: readonly string[]): readonly string[] {
  const kinds = ['manual', 'automated', 'uploaded', 'failed', 'running'];
  return ['> backup', ...kinds.map((kind) => `backup-${kind}`), ...others];
}

/** Files of the workspace, by name. */
export const completionFiles: Readonly<Record<string, string>> = {
  '.vscode/settings.json': JSON.stringify({
    'json.schemas': [{ fileMatch: ['associated.json'], url: 'backup-response://schemas/backup-response.json' }],
  }),
  ...Object.fromEntries(Object.values(files).map(({ name, text }) => [name, text])),
  ...Object.fromEntries(Object.entries({ ...accepted, ...starts }).map(([name, { text }]) => [name, text])),
};

/** The lists as a person sees them, in a file of each kind. */
export const completionScenes: readonly Scene[] = [
  ...Object.entries(files).map(([how, { name, text }]) => ({
    title: `lists in a file recognized ${how} have each value once, in the order of a person's work`,
    run: async (window: Window) => {
      await window.open(name);
      await checkLists(window, text, text.includes(first));
    },
  })),
  {
    title: 'lists in a new document have each value once, in the order of a person’s work',
    run: async (window) => {
      const text = [first, first, before, own].join(', ');
      await window.openUntitled(`[${text}]`);
      await checkLists(window, `[${text}]`, true);
    },
  },
  {
    title: 'the snippets are in the list where a record can stand, once',
    run: async (window) => {
      for (const [name, { text, rows }] of Object.entries(starts)) {
        await window.open(name);
        await window.goToEndOf(text.replace(/\n\]$/, ''), text);
        const shown = await window.suggestions((found) => found.join() === rows.join());
        deepEqual(shown, rows, name);
      }
    },
  },
  {
    title: 'accepting a name leaves the cursor where typing goes on, and opens a list only where there is a choice',
    run: async (window) => {
      await accept(window, 'type.backupresponse.json');
      deepEqual(await window.openedList(), []);
      await window.type(',');
      equal(await window.text(), '{ "jobId": "x", "type": "BACKUP", }');
      await accept(window, 'status.backupresponse.json');
      deepEqual(await window.openedList(), lists['a status']?.rows);
      await window.press('Enter');
      equal(await window.textOnce((text) => text.includes('COMPLETE')), '{ "jobId": "x", "status": "COMPLETE" }');
    },
  },
  {
    title: 'accepting objectOptions takes the type that includeTypes lists',
    run: async (window) => {
      await accept(window, 'options.backupresponse.json');
      const written = '"objectOptions": { "ROLE": { "includedNames": [ "" ] } } } }';
      equal(
        await window.textOnce((text) => text.includes('includedNames')),
        `{ "jobId": "x", "options": { "includeTypes": ["ROLE"], ${written}`,
      );
    },
  },
];
