import * as vscode from 'vscode';
import { formatOf } from '../../files/file-names.ts';
import { type Misreading, mightBeMisread, misreading, type UnicodeEncoding } from '../../files/misread.ts';
import { isOursByContent } from '../../files/recognize.ts';
import { Lines } from '../../json/lines.ts';
import type { Position, Range } from '../../json/position.ts';
import { commandId } from '../command-ids.ts';
import type { Checks } from '../problems/checks.ts';
import { diagnosticsOf, misreadDocuments, source } from '../problems/diagnostics.ts';
import { canBeRecognized } from '../recognition/recognizer.ts';
import { setContext } from '../workbench/context-keys.ts';
import { formatOfDocument, languages } from '../workbench/languages.ts';
import { log } from '../workbench/log.ts';
import { showWarning } from '../workbench/messages.ts';
import { track } from '../workbench/scheduling.ts';
import { nameOf } from '../workbench/uris.ts';

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
  /** How the document in the active editor was misread. */
  #shown: { readonly document: vscode.TextDocument; readonly found: Misreading } | undefined;
  /** The number of the last update. A slow update must not overwrite the result of a later one. */
  #update = 0;
  /** The version and encoding in which a document was found to be correct. */
  readonly #correct = new WeakMap<vscode.TextDocument, string>();
  readonly #problems = vscode.languages.createDiagnosticCollection(collectionName);
  readonly #subscriptions: vscode.Disposable;

  constructor(readonly checks: Checks) {
    const update = (document: vscode.TextDocument) => {
      if (document === vscode.window.activeTextEditor?.document) this.#track(document);
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#problems,
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#problems.delete(uri)),
      vscode.languages.registerCodeActionsProvider(languages, {
        provideCodeActions: (document, _range, { diagnostics }) => this.#reopenActions(document, diagnostics),
      }),
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
    this.#shown = found && { document, found };
    if (document) this.#report(document, found);
    setContext('isMisread', found !== undefined);
  }

  #report(document: vscode.TextDocument, found: Misreading | undefined): void {
    this.#problems.set(document.uri, found && diagnosticsFor(document, found));
    if (!found) {
      // The new text, which comes after its encoding, will be checked.
      misreadDocuments.delete(document);
    } else if (!misreadDocuments.has(document)) {
      misreadDocuments.add(document);
      this.checks.sayAgain(document);
    }
  }

  /** The fix for such a finding: the command that the status offers, too. */
  #reopenActions(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
    const fixed = diagnostics.filter(
      ({ source: owner, range }) => owner === source && document.getText(range) === '\ufffd',
    );
    if (fixed.length === 0 || this.#shown?.document !== document) return [];
    const title = titleFor(this.#shown.found);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command: commandId('reopenWithEncoding') };
    action.diagnostics = fixed;
    return [action];
  }

  /** Reads the file itself, because the wrong encoding may have lost characters of the text. */
  async #misreadingOf(document: vscode.TextDocument): Promise<Misreading | undefined> {
    const state = `${document.version} ${document.encoding}`;
    if (document.isUntitled || !canBeRecognized(document) || this.#correct.get(document) === state) return undefined;
    const { recognizer } = this.checks;
    if (recognizer.exclusions.has(document)) return undefined;
    // All of a document is inspected when it is opened. Later, most edits would be noticed late.
    const isNew = document.version === 1;
    if (mightBeMisread(document.getText(isNew ? undefined : inspected), document.encoding)) {
      const bytes = await readFile(document.uri);
      const found = bytes && misreading(bytes, document.encoding);
      if (found && (recognizer.recognize(document) || isOursByContent(found.text, formatOf(document.uri.path))))
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

function itemFor(document: vscode.TextDocument, found: Misreading): vscode.LanguageStatusItem {
  const { languageId: language, uri } = document;
  const item = vscode.languages.createLanguageStatusItem('encoding', { language, scheme: uri.scheme });
  item.name = 'BackupResponse: Encoding';
  item.severity = vscode.LanguageStatusSeverity.Warning;
  item.text = 'Wrong encoding';
  item.detail = `${found.encoding ? `${labels[found.encoding]}, opened as` : 'not'} ${openedAs(document)}`;
  item.command = { title: titleFor(found), command: commandId('reopenWithEncoding') };
  return item;
}

/** The actions of the status and the light bulb. */
function titleFor({ encoding }: Misreading): string {
  return encoding ? `Reopen as ${labels[encoding]}` : 'Reopen with Encoding…';
}

function openedAs({ encoding }: vscode.TextDocument): string {
  return encoding in labels ? labels[encoding as UnicodeEncoding] : encoding;
}

/** One finding for each line with bytes that are not text, or for the first replacement character, as VS Code shows it. */
function diagnosticsFor(document: vscode.TextDocument, { encoding, text, brokenAt }: Misreading): vscode.Diagnostic[] {
  const finding = {
    rule: 'syntax',
    offset: 0,
    length: 1,
    problem: 'wrong encoding',
    encoding: encoding && labels[encoding],
    opened: openedAs(document),
  } as const;
  const found = encoding ? document.getText() : text;
  const offsets = encoding ? [found.indexOf('\ufffd')].filter((at) => at >= 0) : brokenAt;
  const shown = formatOfDocument(document) === 'lines' ? offsets : offsets.slice(0, 1);
  const lines = new Lines(found);
  return diagnosticsOf(
    document.uri,
    shown.map((offset) => ({ finding, range: characterAt(lines.positionAt(offset)) })),
  );
}

function characterAt(start: Position): Range {
  return { start, end: { line: start.line, character: start.character + 1 } };
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
