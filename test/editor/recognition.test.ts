import * as vscode from 'vscode';
import { deepEqual, ok } from './assert.ts';
import { closeAll, eventually, findingsIn, openAs, openUntitled, pause, replace } from './editor.ts';

const schemaId = 'backup-response://schemas/backup-response.json';
/** Not enough of a record for its content to say so. */
const bare = '{ "status": "COMPLETED" }';
const draft = '{ "jobId": "x", "type": "CREATE_DRAFT", "status": "COMPLETE", "requesterName": "x" }';
const wrong = '{ "jobId": "1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c", "status": "COMPLETED", "tenant": "acme" }';
const right = wrong.replace('COMPLETED', 'COMPLETE');

suite('which documents are ours', () => {
  teardown(closeAll);

  for (const target of [vscode.ConfigurationTarget.Workspace, vscode.ConfigurationTarget.Global]) {
    test(`those of json.schemas in the settings of the ${vscode.ConfigurationTarget[target]}, as long as it says so`, async () => {
      const nightly = (await openAs('exports/nightly.json', bare)).document;
      const other = (await openAs('exports/other.json', bare)).document;
      const elsewhere = (await openAs('elsewhere/nightly.json', bare)).document;
      const foreign = (await openAs('exports/draft.json', draft)).document;
      const lines = (await openAs('exports/nightly.jsonl', bare)).document;
      await pause(600);
      const all = [nightly, other, elsewhere, foreign, lines];
      const said = () => all.map((document) => findingsIn(document).join());
      deepEqual(said(), ['', '', '', '', '']);
      const entry = { url: schemaId, fileMatch: ['/exports/*.json*', '!other.json'] };
      await withSchemas(target, [{ url: 'test://x', fileMatch: ['other.json'], schema: {} }, entry], async () => {
        const enumFinding = 'enum "COMPLETED"';
        const expected = [enumFinding, '', '', 'foreign-file {', enumFinding];
        deepEqual(await eventually(said, (now) => now.join() === expected.join()), expected);
      });
      deepEqual(await eventually(said, (now) => now.join('') === ''), ['', '', '', '', '']);
    });
  }

  test('those that name our schema, and nobody else speaks of that', async () => {
    const editor = await openAs('named.json', `{ "$schema": "${schemaId}", "status": "COMPLETED" }`);
    const { document } = editor;
    deepEqual(await findings(document, 1), ['enum "COMPLETED"']);
    await pause(600);
    deepEqual(vscode.languages.getDiagnostics(document.uri).length, 1);
    await replace(editor, schemaId, 'test://other');
    deepEqual(await findings(document, 0), []);
  });

  test('not those that name another schema, whatever json.schemas says', async () => {
    const { document } = await openAs('exports/foreign.json', '{ "$schema": "test://other", "status": "COMPLETED" }');
    const nightly = (await openAs('exports/nightly.json', bare)).document;
    const entry = { url: schemaId, fileMatch: ['exports/*'] };
    await withSchemas(vscode.ConfigurationTarget.Workspace, [entry], async () => {
      await findings(nightly, 1);
      deepEqual(findingsIn(document), []);
    });
  });

  test('those whose content counts as records, whatever their name is', async () => {
    for (const [name, text] of [
      ['out.json', wrong],
      ['out.har', `[\n${wrong},\n${right.replace('1b3f', '2b3f')}\n]`],
      ['backups.jsonc', `// nightly\n[${wrong},]`],
      ['windows.json', `{ "value": [${right}, ${wrong.replace('1b3f', '2b3f')}], "Count": 2 }`],
      ['nightly.jsonl', `${wrong}\n${right.replace('1b3f', '2b3f')}\n`],
      ['nightly.ndjson', `\n${wrong}\n`],
    ] as const) {
      const { document } = await openAs(name, text);
      const found = await eventually(
        () => findingsIn(document),
        (now) => now.some((finding) => finding === 'enum "COMPLETED"'),
      );
      ok(found.includes('enum "COMPLETED"'), `${name}: ${found.join()}`);
    }
  });

  test('an untitled document as soon as it holds a record', async () => {
    const editor = await openUntitled('json', '');
    await pause(300);
    deepEqual(findingsIn(editor.document), []);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), wrong));
    deepEqual(await findings(editor.document, 1), ['enum "COMPLETED"']);
  });

  test('a list stays ours while a new first record is written, and goes with its last record', async () => {
    const editor = await openAs('growing.json', `[\n${wrong}\n]`);
    const { document } = editor;
    await findings(document, 1);
    await replace(editor, '[\n', '[\n{ },\n');
    await pause(600);
    deepEqual(findingsIn(document), ['enum "COMPLETED"']);
    await replace(editor, wrong, '{ "status": "COMPLETED" }');
    deepEqual(await findings(document, 0), []);
  });

  test('not other JSON, and of other files of the product by their content nothing is said', async () => {
    const other = await openAs('package.json', '{ "name": "x", "version": "1.0.0", "type": "X", "status": "X" }');
    const foreign = await openAs('job.json', draft);
    const settings = await openAs('lines.jsonl', '{ "status": "COMPLETED", "level": "info" }\n{ "status": 5 }');
    await pause(600);
    deepEqual(
      [other, foreign, settings].map(({ document }) => findingsIn(document)),
      [[], [], []],
    );
  });
});

async function withSchemas(target: vscode.ConfigurationTarget, schemas: object[], run: () => Promise<void>) {
  const settings = vscode.workspace.getConfiguration('json');
  await settings.update('schemas', schemas, target);
  try {
    await run();
  } finally {
    await settings.update('schemas', undefined, target);
  }
}

function findings(document: vscode.TextDocument, count: number): Promise<string[]> {
  return eventually(
    () => findingsIn(document),
    (found) => found.length === count,
  );
}
