import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { closeAll, eventually, findingsIn, findingsOnceIn, idle, openAs, openUntitled, replace } from './editor.ts';

const schemaId = 'backup-response://schemas/backup-response.json';
/** Too little of a record to be recognized by its content. */
const bare = '{ "status": "COMPLETED" }';
const draft = '{ "jobId": "x", "type": "CREATE_DRAFT", "status": "COMPLETE", "requesterName": "x" }';
const wrong =
  '{ "jobId": "1b3f2f6e-7ac4-4f43-9a43-5d3f2d9dfd8c", "status": "COMPLETED", "tenant": "acme", "type": "BACKUP" }';
const right = wrong.replace('COMPLETED', 'COMPLETE');

suite('recognized documents', () => {
  teardown(closeAll);

  for (const target of [vscode.ConfigurationTarget.Workspace, vscode.ConfigurationTarget.Global]) {
    test(`files associated by json.schemas (${vscode.ConfigurationTarget[target]}), while the setting is there`, async () => {
      const nightly = (await openAs('exports/nightly.json', bare)).document;
      const other = (await openAs('exports/other.json', bare)).document;
      const elsewhere = (await openAs('elsewhere/nightly.json', bare)).document;
      const foreign = (await openAs('exports/draft.json', draft)).document;
      const lines = (await openAs('exports/nightly.jsonl', bare)).document;
      await idle();
      const all = [nightly, other, elsewhere, foreign, lines];
      const findings = () => all.map((document) => findingsIn(document).join());
      deepEqual(findings(), ['', '', '', '', '']);
      const entry = { url: schemaId, fileMatch: ['/exports/*.json*', '!other.json'] };
      await withSchemas(target, [{ url: 'test://x', fileMatch: ['other.json'], schema: {} }, entry], async () => {
        const enumFinding = 'enum "COMPLETED"';
        const expected = [enumFinding, '', '', 'foreign-file {', enumFinding];
        deepEqual(await eventually(findings, (now) => now.join() === expected.join()), expected);
      });
      deepEqual(await eventually(findings, (now) => now.join('') === ''), ['', '', '', '', '']);
    });
  }

  test('files that name our schema, and VS Code does not complain about it', async () => {
    // VS Code reports both duplicate names, which shows that it is done with the file.
    const editor = await openAs(
      'named.json',
      `{ "$schema": "${schemaId}", "status": "COMPLETED", "name": "", "name": "" }`,
    );
    const { document } = editor;
    deepEqual(await findingsOnceIn(document, 1), ['enum "COMPLETED"']);
    const others = () => vscode.languages.getDiagnostics(document.uri).length - 1;
    equal(await eventually(others, (count) => count >= 2), 2);
    await replace(editor, schemaId, 'test://other');
    deepEqual(await findingsOnceIn(document, 0), []);
  });

  test('not files that name another schema, even if json.schemas associates them', async () => {
    const { document } = await openAs('exports/foreign.json', '{ "$schema": "test://other", "status": "COMPLETED" }');
    const nightly = (await openAs('exports/nightly.json', bare)).document;
    const entry = { url: schemaId, fileMatch: ['exports/*'] };
    await withSchemas(vscode.ConfigurationTarget.Workspace, [entry], async () => {
      await findingsOnceIn(nightly, 1);
      deepEqual(findingsIn(document), []);
    });
  });

  test('files of any name whose content looks like records', async () => {
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

  test('an untitled document, as soon as it holds a record', async () => {
    const editor = await openUntitled('json', '');
    await idle();
    deepEqual(findingsIn(editor.document), []);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), wrong));
    deepEqual(await findingsOnceIn(editor.document, 1), ['enum "COMPLETED"']);
  });

  test('a list stays recognized while a new first record is typed, until its last record is gone', async () => {
    const editor = await openAs('growing.json', `[\n${wrong}\n]`);
    const { document } = editor;
    await findingsOnceIn(document, 1);
    await replace(editor, '[\n', '[\n{ },\n');
    await idle();
    deepEqual(findingsIn(document), ['enum "COMPLETED"']);
    await replace(editor, wrong, '{ "status": "COMPLETED" }');
    deepEqual(await findingsOnceIn(document, 0), []);
  });

  test('not other JSON; foreign files recognized only by their content get no findings', async () => {
    const other = await openAs('package.json', '{ "name": "x", "version": "1.0.0", "type": "X", "status": "X" }');
    const foreign = await openAs('job.json', draft);
    const settings = await openAs('lines.jsonl', '{ "status": "COMPLETED", "level": "info" }\n{ "status": 5 }');
    await idle();
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
