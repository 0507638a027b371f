import * as vscode from 'vscode';
import { type Encoding, encode } from '../../src/files/encoding.ts';
import { deepEqual, equal, ok } from './assert.ts';
import {
  answer,
  closeAll,
  eventually,
  fileUri,
  findingsIn,
  findingsOnceIn,
  inputShown,
  ourDiagnostics,
} from './editor.ts';

/** The name is not ASCII, and no 8-bit encoding has all of its characters. */
const text =
  '[\r\n  { "status": "COMPLETED", "requesterName": "J\u00fcrgen \u2013 \u5c71", "jobId": "3469b87d-48ca-439a-868f-2160001da8c1" }\r\n]';

const isEnum = (finding: string) => finding.startsWith('enum');

let count = 0;

suite('encodings', () => {
  teardown(closeAll);

  for (const [encoding, name] of [
    ['utf-8 with BOM', 'utf8bom'],
    ['utf-16le', 'utf16le'],
    ['utf-16be', 'utf16be'],
    ['utf-16le without BOM', 'utf16le'],
    ['utf-16be without BOM', 'utf16be'],
  ] as const) {
    test(`${encoding}: a finding has the correct range, and a fix is saved in the same encoding`, async () => {
      // VS Code itself detects UTF-16 without a byte order mark by the zero bytes of ASCII.
      const ascii = encoding.endsWith('without BOM') ? text.replace(/[^\0-\x7f]/g, 'x') : text;
      const document = await openBytes(encode(ascii, encoding));
      equal(document.encoding, name);
      equal(document.getText(), ascii);
      deepEqual(await findingsOnceIn(document, 1), ['enum "COMPLETED"']);
      const range = ourDiagnostics(document)[0]?.range;
      ok(range?.isEqual(new vscode.Range(1, 14, 1, 25)));
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      const fix = actions.find(({ title }) => title === 'Change to "COMPLETE"');
      ok(fix?.edit);
      ok(await vscode.workspace.applyEdit(fix.edit));
      const saved = ascii.replace('COMPLETED', 'COMPLETE');
      equal(await textOnce(document, saved), saved);
      deepEqual(await findingsOnceIn(document, 0), []);
      ok(await document.save());
      // VS Code always writes a byte order mark in UTF-16.
      const savedAs = encoding.replace(' without BOM', '') as Encoding;
      deepEqual([...(await vscode.workspace.fs.readFile(document.uri))], [...encode(saved, savedAs)]);
    });
  }

  for (const [written, opened, correct] of [
    ['utf-16le', 'windows1252', 'utf16le'],
    ['utf-16be', 'utf8', 'utf16be'],
    ['utf-16le', 'utf16be', 'utf16le'],
    ['utf-8', 'utf16le', 'utf8'],
    ['utf-8', 'windows1252', 'utf8'],
    ['utf-8', 'gbk', 'utf8'],
    ['utf-8 with BOM', 'windows1252', 'utf8bom'],
  ] as const) {
    for (const ending of ['.backupresponse.json', '.json'])
      test(`${written}, opened as ${opened}: the command reopens *${ending} in ${correct}`, async () => {
        const document = await openBytes(encode(text, written), opened, ending);
        equal(document.encoding, opened);
        ok(document.getText() !== text);
        equal(await reopen(), correct);
        equal(document.encoding, correct);
        equal(await textOnce(document, text), text);
        equal(await reopen(), undefined);
        const findings = () => findingsIn(document).join();
        if (ending === '.backupresponse.json') equal(await eventually(findings, isEnum), 'enum "COMPLETED"');
      });
  }

  test('a document with unsaved changes is not reopened', async () => {
    const document = await openBytes(encode(text, 'utf-8'), 'windows1252');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), ' ');
    const before = document.getText();
    ok(await vscode.workspace.applyEdit(edit));
    const state = () => [document.getText(), document.isDirty, document.encoding].join();
    const edited = [` ${before}`, true, 'windows1252'].join();
    equal(await eventually(state, (now) => now === edited), edited);
    equal(await reopen(), undefined);
    equal(state(), edited);
    // It undoes in the editor that has the focus, and the edit may have come before the focus.
    const undone = [before, false, 'windows1252'].join();
    const undo = async () => {
      if (document.isDirty) await vscode.commands.executeCommand('undo');
      return state();
    };
    equal(await eventually(undo, (now) => now === undone), undone);
    equal(await reopen(), 'utf8');
    equal(await textOnce(document, text), text);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('a file in a Windows code page: the command asks for the encoding, which cannot be determined', async () => {
    const bytes = Uint8Array.from('{ "status": "COMPLETED", "requesterName": "J\u00fcrgen" }', (char) =>
      char.charCodeAt(0),
    );
    const document = await openBytes(bytes);
    equal(document.encoding, 'utf8');
    const expected = ['enum "COMPLETED"', 'syntax \ufffd'].join();
    const findings = () => findingsIn(document).join();
    equal(await eventually(findings, (found) => found === expected), expected);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      ourDiagnostics(document)[1]?.range,
    );
    const fix = actions.find(({ title }) => title === 'Reopen with Encoding…');
    equal(fix?.command?.command, 'backupResponse.reopenWithEncoding');
    const said = ourDiagnostics(document)[1]?.message ?? '';
    ok(
      said.startsWith('Reopen the file with the encoding') && !/save|write/i.test(said.replace('was written', '')),
      said,
    );
    let isAnswered = false;
    const reopened = reopen().then((encoding) => {
      isAnswered = true;
      return encoding;
    });
    await inputShown();
    ok(!isAnswered, 'VS Code asks for the encoding');
    equal(await answer(reopened, 'close'), undefined);
    equal(document.encoding, 'utf8');
  });

  test('a file that is UTF-16: problem and light bulb say to reopen it as that', async () => {
    const document = await openBytes(encode('{ "requesterName": "\u9f00", "status": "COMPLETE" }', 'utf-16le'), 'utf8');
    const findings = () => findingsIn(document).join();
    equal(await eventually(findings, (found) => found === 'syntax \ufffd'), 'syntax \ufffd');
    const [problem] = ourDiagnostics(document);
    equal(problem?.message, 'Reopen the file as UTF-16 LE: it was opened as UTF-8.');
    const titles = (
      await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        problem?.range,
      )
    ).map(({ title }) => title);
    ok(titles.includes('Reopen as UTF-16 LE'), titles.join());
  });

  test('other JSON files of any encoding are not reopened', async () => {
    const document = await openBytes(encode('{ "name": "J\u00fcrgen" }', 'utf-16le'), 'windows1252', '.json');
    const shown = document.getText();
    equal(await reopen(), undefined);
    equal(document.getText(), shown);
  });
});

async function openBytes(
  bytes: Uint8Array,
  encoding?: string,
  ending = '.backupresponse.json',
): Promise<vscode.TextDocument> {
  const uri = fileUri(`encoding-${++count}${ending}`);
  await vscode.workspace.fs.writeFile(uri, bytes);
  const document = await vscode.workspace.openTextDocument(uri, encoding ? { encoding } : {});
  await vscode.window.showTextDocument(document);
  return document;
}

/** The text of a document, once it is the expected one: the new text of a document comes after its encoding. */
function textOnce(document: vscode.TextDocument, expected: string): Promise<string> {
  return eventually(
    () => document.getText(),
    (now) => now === expected,
  );
}

/** The command that the language status offers. */
function reopen(): Thenable<string | undefined> {
  return vscode.commands.executeCommand('backupResponse.reopenWithEncoding');
}
