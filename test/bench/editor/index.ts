import * as vscode from 'vscode';
import { closeAll, fileUri, ourDiagnostics, pause } from '../../editor/editor.ts';
import { type Measured, marks, type Plan, type PlannedFile } from './protocol.ts';

const timeLimit = 120_000;
/** Between two edits, in milliseconds: for checks that wait until the keyboard rests. */
const rest = 400;

/** Measures inside VS Code, which calls this function of the bundle: each file of the plan in its turn. */
export async function run(): Promise<void> {
  const plan: Plan = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri('bench.json'))));
  await warmUp(plan);
  for (const file of plan.files) {
    console.log(`${marks.measured}${JSON.stringify(await measure(file, plan))}`);
    await closeAll();
  }
}

/** The first file of a window pays for all that VS Code and the extension load: one that does not count is opened. */
async function warmUp({ files: [first] }: Plan): Promise<void> {
  if (!first) return;
  const name = `warm-up.${first.name}`;
  await vscode.workspace.fs.copy(fileUri(first.name), fileUri(name), { overwrite: true });
  await measure({ ...first, name }, { files: [], rounds: 2, ownRounds: 1, typed: 0 });
  await closeAll();
}

async function measure({ name, isOurs }: PlannedFile, plan: Plan): Promise<Measured> {
  const start = performance.now();
  const editor = await openAsAPersonDoes(fileUri(name));
  const { document } = editor;
  const opened = performance.now() - start;
  const opening = isOurs ? (await whenOurs(document, 1)) - start : undefined;
  const { edits, applied } = await timesOfOurs(editor, isOurs ? plan.rounds : 0);
  if (plan.typed > 0) await letThePageType(editor, name, plan.typed);
  // The first does not count: it waits for the JSON support to finish the edits before.
  const [, , ...own] = await timesOfOwnSupport(editor, plan.ownRounds + 1);
  return { name, opened, opening, edits, applied, own };
}

/** Not with `openTextDocument`, which keeps a document open for minutes after its editor is closed. */
async function openAsAPersonDoes(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  const end = Date.now() + timeLimit;
  for (;;) {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.toString() === uri.toString()) return editor;
    if (Date.now() > end) throw new Error(`VS Code did not open ${uri.path}.`);
    await pause(1);
  }
}

/** Makes a mistake in the middle, and takes it back. */
async function timesOfOurs(editor: vscode.TextEditor, rounds: number): Promise<Pick<Measured, 'edits' | 'applied'>> {
  const { document } = editor;
  const place = statusNear(document, document.lineCount / 2);
  const edits: number[] = [];
  const applied: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const isMistake of [true, false]) {
      await pause(rest);
      const edited = performance.now();
      const seen = whenOurs(document, isMistake ? 2 : 1);
      await replace(editor, place, isMistake ? '"COMPLETED"' : '"COMPLETE"');
      applied.push(performance.now() - edited);
      edits.push((await seen) - edited);
    }
  }
  return { edits, applied };
}

/** The quoted status of the first complete backup from a line on. */
function statusNear(document: vscode.TextDocument, line: number): vscode.Range {
  for (let at = Math.floor(line); at < document.lineCount; at++) {
    const { text } = document.lineAt(at);
    const start = text.indexOf('"COMPLETE"');
    if (start >= 0) return new vscode.Range(at, start, at, start + '"COMPLETE"'.length);
  }
  throw new Error('The file has no complete backup.');
}

/** Replaces what stands at a place; the new text and the old one begin there alike and end with the line's comma. */
async function replace(editor: vscode.TextEditor, { start }: vscode.Range, text: string): Promise<void> {
  const line = editor.document.lineAt(start.line);
  const end = line.text.endsWith(',') ? line.range.end.translate(0, -1) : line.range.end;
  const isDone = await editor.edit((edit) => edit.replace(new vscode.Range(start, end), text));
  if (!isDone) throw new Error('VS Code did not make the edit.');
}

/** When there are this many diagnostics of ours. */
function whenOurs(document: vscode.TextDocument, count: number): Promise<number> {
  return whenDiagnostics(document, () => ourDiagnostics(document).length === count, `${count} findings`);
}

function whenDiagnostics(document: vscode.TextDocument, isRight: () => boolean, what: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      listening.dispose();
      reject(new Error(`${document.uri.path} did not come to ${what} within ${timeLimit / 1000} s.`));
    }, timeLimit);
    const look = () => {
      if (!isRight()) return;
      clearTimeout(limit);
      listening.dispose();
      resolve(performance.now());
    };
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) look();
    });
    look();
  });
}

/** How soon VS Code's own JSON support complains of a comma too many, and sees that it is gone. */
async function timesOfOwnSupport(editor: vscode.TextEditor, rounds: number): Promise<number[]> {
  const { document } = editor;
  const { end } = statusNear(document, document.lineCount / 2);
  const isSaid = () => vscode.languages.getDiagnostics(document.uri).some(({ source }) => source !== 'BackupResponse');
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const isMistake of [true, false]) {
      await pause(rest);
      const edited = performance.now();
      const seen = whenDiagnostics(
        document,
        () => isSaid() === isMistake,
        'the problem that VS Code reports for a comma',
      );
      const comma = new vscode.Range(end, end.translate(0, 1));
      await editor.edit((edit) => (isMistake ? edit.insert(end, ',') : edit.delete(comma)));
      times.push((await seen) - edited);
    }
  }
  return times;
}

/** Sets the cursor into a status, far from the mistake, and waits for the page to have typed there. */
async function letThePageType(editor: vscode.TextEditor, name: string, count: number): Promise<void> {
  const { start } = statusNear(editor.document, editor.document.lineCount / 2);
  const cursor = start.translate(0, 1);
  editor.selection = new vscode.Selection(cursor, cursor);
  editor.revealRange(new vscode.Range(cursor, cursor), vscode.TextEditorRevealType.InCenter);
  await pause(2_000); // For the place to be drawn, and for what still checks it.
  const before = editor.document.lineAt(start.line).text.length;
  const end = Date.now() + timeLimit;
  console.log(`${marks.type}${JSON.stringify(name)}`);
  while (editor.document.lineAt(start.line).text.length < before + count) {
    if (Date.now() > end) throw new Error('The text that the page typed did not come.');
    await pause(50);
  }
}
