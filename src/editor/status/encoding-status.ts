import * as vscode from 'vscode';
import { formatOf } from '../../files/file-names.ts';
import { type Misreading, mightBeMisread, misreading, type UnicodeEncoding } from '../../files/misread.ts';
import { holdsRecords } from '../../files/recognize.ts';
import { log } from '../log.ts';
import { exclusions } from '../recognition/exclusions.ts';
import { isJsonFile, recognize } from '../recognition/recognition.ts';

const command = 'backupResponse.reopenWithEncoding';

/** The encodings as VS Code calls them in its own menus. */
const labels: Readonly<Record<UnicodeEncoding, string>> = {
  utf8: 'UTF-8',
  utf8bom: 'UTF-8 with BOM',
  utf16le: 'UTF-16 LE',
  utf16be: 'UTF-16 BE',
};

/** The part of a document that is looked at: all of most, and not all of one that is too large to be read at each undo. */
const seen = new vscode.Range(0, 0, 5_000, 0);

/**
 * Says in the language status of the editor that its file was opened in a wrong encoding, where that would be ours, and
 * reopens it in the right one.
 */
export class EncodingStatus implements vscode.Disposable {
  #item: vscode.LanguageStatusItem | undefined;
  /** Counts the looks, so that a slow one does not speak over a later one. */
  #look = 0;
  /** What was found to be as it was written, in the version and encoding that it was looked at. */
  readonly #sound = new WeakMap<vscode.TextDocument, string>();
  readonly #subscriptions: vscode.Disposable;

  constructor() {
    const lookAt = (document: vscode.TextDocument) => {
      if (document === vscode.window.activeTextEditor?.document) void this.#show(document);
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#show(editor?.document)),
      // A document whose language changes is opened anew.
      vscode.workspace.onDidOpenTextDocument(lookAt),
      // With unsaved changes it is not what was read: the last look counts. An encoding that changes is such an event too.
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isDirty) lookAt(document);
      }),
      vscode.workspace.onDidSaveTextDocument(lookAt),
      vscode.commands.registerCommand(command, () => this.#reopen()),
    );
    void this.#show(vscode.window.activeTextEditor?.document);
  }

  dispose(): void {
    this.#look++;
    this.#item?.dispose();
    this.#subscriptions.dispose();
  }

  async #show(document: vscode.TextDocument | undefined): Promise<void> {
    const look = ++this.#look;
    const found = document && (await this.#misreadingOf(document));
    if (look !== this.#look) return;
    this.#item?.dispose();
    this.#item = found && itemFor(document, found);
    await vscode.commands.executeCommand('setContext', 'backupResponse.isMisread', found !== undefined);
  }

  /** Reads the file itself: what it shows may have lost what it says. */
  async #misreadingOf(document: vscode.TextDocument): Promise<Misreading | undefined> {
    const state = `${document.version} ${document.encoding}`;
    if (document.isUntitled || !isJsonFile(document) || this.#sound.get(document) === state) return undefined;
    if (exclusions.has(document)) return undefined;
    if (mightBeMisread(document.getText(seen), document.encoding)) {
      const bytes = await readFile(document.uri);
      const found = bytes && misreading(bytes, document.encoding);
      if (found && (recognize(document) || holdsRecords(found.text, formatOf(document.uri.path)))) return found;
    }
    this.#sound.set(document, state);
    return undefined;
  }

  /**
   * The command: reopens the active editor's file in the encoding it is written in, or lets the user choose where nobody
   * can tell. Unsaved changes stay.
   * @returns the encoding it was reopened in
   */
  async #reopen(): Promise<UnicodeEncoding | undefined> {
    const document = vscode.window.activeTextEditor?.document;
    const found = document && (await this.#misreadingOf(document));
    if (!found) return undefined;
    if (document.isDirty) {
      const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      void vscode.window.showWarningMessage(
        `"${name}" has unsaved changes, which would be lost. Undo them first; to save them would write the file as it looks now.`,
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
  const item = vscode.languages.createLanguageStatusItem('backupResponse.encoding', { language, scheme: uri.scheme });
  const opened = document.encoding in labels ? labels[document.encoding as UnicodeEncoding] : document.encoding;
  item.name = 'BackupResponse: Encoding';
  item.severity = vscode.LanguageStatusSeverity.Warning;
  item.text = encoding ? 'Wrong encoding' : `Not written in ${opened}`;
  item.detail = encoding ? `${labels[encoding]}, opened as ${opened}` : 'Saving loses what shows as \ufffd';
  const title = encoding ? `Reopen as ${labels[encoding]}` : 'Choose the Encoding…';
  item.command = { title, command };
  return item;
}

/** A file that is gone, or cannot be read now, has no bytes that say anything. */
async function readFile(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    log.warn(`The encoding of "${uri.toString(true)}" could not be looked at: ${error}`);
    return undefined;
  }
}
