import { deepEqual, equal } from 'node:assert/strict';
import type { Scene } from './scenes.ts';

const record = '{ "jobId": "1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c", "tenant": "acme", "requesterName": "Ada" }';

/** Where a person presses Ctrl+., and the rows at the top of the menu. */
const menus: Readonly<
  Record<string, { readonly text: string; readonly after: string; readonly rows: readonly string[] }>
> = {
  'certain.backupresponse.json': {
    text: '{ "status": "complete" }',
    after: '"comp',
    rows: ['> Change to "COMPLETE"', 'Change to "NOT_STARTED"'],
  },
  'likely.backupresponse.json': {
    text: '[{ "status": "COMPLETED" }, { "status": "COMPLETED" }]',
    after: '"COMP',
    rows: ['> Change to "COMPLETE"', 'Change all 2 "COMPLETED" to "COMPLETE" in the file', 'Change to "NOT_STARTED"'],
  },
  'unlikely.backupresponse.json': {
    text: '{ "backupType": "Weekly" }',
    after: '"Week',
    rows: ['> About the rule "enum"', 'Change to "UPLOADED"', 'Change to "AUTOMATED"', 'Change to "MANUAL"'],
  },
  'headers.json': {
    text: `HTTP/1.1 200 OK\nContent-Type: application/json\n\n[${record}]\n`,
    after: 'HT',
    rows: [
      '> Keep only the records in this text',
      'These are HTTP headers, not JSON. Save only the body of the response.',
    ],
  },
  'python.backupresponse.json': {
    text: record.replaceAll('"', "'"),
    after: "'job",
    rows: [
      '> Keep only the records in this text',
      'This is how Python prints an object, not JSON. Write the file with "json.dump".',
    ],
  },
};

/** Files of the workspace, by name. */
export const lightBulbFiles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(menus).map(([name, { text }]) => [name, text])),
  'saved-by-curl.json': menus['headers.json']?.text ?? '',
};

/** The light bulb as a person sees it. */
export const lightBulbScenes: readonly Scene[] = [
  {
    title: 'the light bulb has certain fixes first, then likely ones, and chooses no unlikely one',
    run: async (window) => {
      for (const [name, { text, after, rows }] of Object.entries(menus)) {
        await window.open(name);
        await window.goToFirst(after, text);
        const shown = await window.fixes((found) => found.slice(0, rows.length).join() === rows.join());
        deepEqual(shown.slice(0, rows.length), rows, name);
      }
    },
  },
  {
    title: 'Enter in the light bulb keeps the records of an HTTP response',
    run: async (window) => {
      await window.open('saved-by-curl.json');
      await window.goToFirst('HT', lightBulbFiles['saved-by-curl.json'] ?? '');
      await window.fixes((found) => found[0]?.startsWith('> Keep') === true);
      await window.press('Enter');
      equal(await window.textOnce((text) => text.startsWith('{')), record);
    },
  },
];
