import * as vscode from 'vscode';
import { Lines } from '../../document/lines.ts';
import type { Position, Range } from '../../document/position.ts';
import { formatOf } from '../../files/file-names.ts';
import { type Misreading, mightBeMisread, misreading, type UnicodeEncoding } from '../../files/misread.ts';
import { isOursByContent } from '../../files/recognize.ts';
import { commandId } from '../command-ids.ts';
import { setContext } from '../context-keys.ts';
import { formatOfDocument, languages } from '../languages.ts';
import { log } from '../log.ts';
import { showWarning } from '../messages.ts';
import { diagnosticsOf, source } from '../problems/diagnostics.ts';
import { canBeRecognized, type Recognizer } from '../recognition/recognizer.ts';
import { track } from '../scheduling.ts';
import { nameOf } from '../uris.ts';

/** The names of the encodings in VS Code's own menus. */
const labels: Readonly<Record<UnicodeEncoding, string>> = {
  utf8: 'UTF-8',
  utf8bom: 'UTF-8 with BOM',
  utf16le: 'UTF-16 LE',
  utf16be: 'UTF-16 BE',
};

/** The part of a document that is inspected. Reading all of a large one at each undo would take too long. */
const inspected = new vscode.Range(0, 0, 5_000, 0);

/** The findings of documents that were opened in the wrong encoding. VS Code does not report them. */
const collectionName = 'BackupResponse encoding';

/**
 * Warns in the language status and with a diagnostic if the active editor opened a BackupResponse file in the wrong encoding, and reopens it in
 * the correct one.
 */
export class EncodingStatus implements vscode.Disposable {
  #item: vscode.LanguageStatusItem | undefined;
  /** The number of the last update. A slow update must not overwrite the result of a later one. */
  #update = 0;
  /** The version and encoding in which a document was found to be correct. */
  readonly #correct = new WeakMap<vscode.TextDocument, string>();
  readonly #problems = vscode.languages.createDiagnosticCollection(collectionName);
  readonly #subscriptions: vscode.Disposable;

  constructor(readonly recognizer: Recognizer) {
    const update = (document: vscode.TextDocument) => {
      if (document === vscode.window.activeTextEditor?.document) this.#track(document);
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#problems,
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#problems.delete(uri)),
      vscode.languages.registerCodeActionsProvider(languages, { provideCodeActions: reopenActions }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#track(editor?.document)),
      // Fires when the language of a document changes, too.
      vscode.workspace.onDidOpenTextDocument(update),
      // Fires when the encoding changes, too. A document with unsaved changes differs from the file, so it is skipped.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isDirty) update(document);
      }),
      vscode.workspace.onDidSaveTextDocument(update),
      vscode.commands.registerCommand(commandId('reopenWithEncoding'), () => this.#reopen()),
    );
    this.#track(vscode.window.activeTextEditor?.document);
  }

  dispose(): void {
    this.#update++;
    this.#item?.dispose();
    this.#subscriptions.dispose();
  }

  #track(document: vscode.TextDocument | undefined): void {
    void track(this.#show(document));
  }

  async #show(document: vscode.TextDocument | undefined): Promise<void> {
    const update = ++this.#update;
    const found = document && (await this.#misreadingOf(document));
    if (update !== this.#update) return;
    this.#item?.dispose();
    this.#item = found && itemFor(document, found);
    if (document) this.#problems.set(document.uri, found && diagnosticsFor(document, found));
    setContext('isMisread', found !== undefined);
  }

  /** Reads the file itself, because the wrong encoding may have lost characters of the text. */
  async #misreadingOf(document: vscode.TextDocument): Promise<Misreading | undefined> {
    const state = `${document.version} ${document.encoding}`;
    if (document.isUntitled || !canBeRecognized(document) || this.#correct.get(document) === state) return undefined;
    if (this.recognizer.exclusions.has(document)) return undefined;
    // All of a document is inspected when it is opened. Later, most edits would be noticed late.
    const isNew = document.version === 1;
    if (mightBeMisread(document.getText(isNew ? undefined : inspected), document.encoding)) {
      const bytes = await readFile(document.uri);
      const found = bytes && misreading(bytes, document.encoding);
      if (found && (this.recognizer.recognize(document) || isOursByContent(found.text, formatOf(document.uri.path))))
        return found;
    }
    this.#correct.set(document, state);
    return undefined;
  }

  /**
   * The command Reopen with Correct Encoding: reopens the file in the active editor, or lets the user choose an encoding
   * if it cannot be determined. It never discards unsaved changes.
   * @returns the encoding in which the file was reopened
   */
  async #reopen(): Promise<UnicodeEncoding | undefined> {
    const document = vscode.window.activeTextEditor?.document;
    const found = document && (await this.#misreadingOf(document));
    if (!found) return undefined;
    if (document.isDirty) {
      void showWarning(
        `"${nameOf(document.uri)}" has unsaved changes, which reopening would discard. Undo them first. Do not save: that would write the file as it looks now.`,
      );
      return undefined;
    }
    const { encoding } = found;
    if (encoding) await vscode.workspace.openTextDocument(document.uri, { encoding });
    else await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
    return encoding;
  }
}

function itemFor(document: vscode.TextDocument, { encoding }: Misreading): vscode.LanguageStatusItem {
  const { languageId: language, uri } = document;
  const item = vscode.languages.createLanguageStatusItem('encoding', { language, scheme: uri.scheme });
  const opened = document.encoding in labels ? labels[document.encoding as UnicodeEncoding] : document.encoding;
  item.name = 'BackupResponse: Encoding';
  item.severity = vscode.LanguageStatusSeverity.Warning;
  item.text = encoding ? 'Wrong encoding' : `Not encoded in ${opened}`;
  item.detail = encoding
    ? `${labels[encoding]}, opened as ${opened}`
    : 'Saving would destroy the characters shown as \ufffd';
  const title = encoding ? `Reopen as ${labels[encoding]}` : 'Choose Encoding…';
  item.command = { title, command: commandId('reopenWithEncoding') };
  return item;
}

/** One finding for each line with bytes that are not text, or for the first replacement character, as VS Code shows it. */
function diagnosticsFor(document: vscode.TextDocument, { encoding, text, brokenAt }: Misreading): vscode.Diagnostic[] {
  if (encoding) {
    const problem = {
      rule: 'syntax',
      offset: 0,
      length: 1,
      problem: 'wrong encoding',
      encoding: labels[encoding],
    } as const;
    const at = document.getText().indexOf('\ufffd');
    return at < 0
      ? []
      : diagnosticsOf(document.uri, [{ finding: problem, range: characterAt(document.positionAt(at)) }]);
  }
  const family = document.encoding.startsWith('utf16') ? 'UTF-16' : 'UTF-8';
  const finding = { rule: 'syntax', offset: 0, length: 1, problem: 'wrong bytes', encoding: family } as const;
  const lines = new Lines(text);
  const shown = formatOfDocument(document) === 'lines' ? brokenAt : brokenAt.slice(0, 1);
  return diagnosticsOf(
    document.uri,
    shown.map((offset) => ({ finding, range: characterAt(lines.positionAt(offset)) })),
  );
}

function characterAt(start: Position): Range {
  return { start, end: { line: start.line, character: start.character + 1 } };
}

/** The fix for such a finding: VS Code's own command, which lets the user choose. */
function reopenActions(
  document: vscode.TextDocument,
  _range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  const found = diagnostics.filter(
    ({ source: owner, range }) => owner === source && document.getText(range) === '\ufffd',
  );
  if (found.length === 0) return [];
  const title = 'Reopen with Encoding…';
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: commandId('reopenWithEncoding') };
  action.diagnostics = found;
  return [action];
}

/** @returns undefined if the file was deleted or cannot be read */
async function readFile(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    log.warn(`The encoding of "${uri.toString(true)}" could not be checked: ${error}`);
    return undefined;
  }
}
