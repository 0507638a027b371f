import * as vscode from 'vscode';
import { isOurName } from '../../files/file-names.ts';
import { isOursByContent, isStillOursByContent } from '../../files/recognize.ts';
import { formatOfDocument, isJson } from '../workbench/languages.ts';
import { beginningOf } from './beginning.ts';
import { Exclusions } from './exclusions.ts';
import { associationOf, type SchemaSource } from './json-schemas.ts';

/**
 * How a document was recognized: by a name that only backup files have, by the user's association, or by its content.
 */
export type Recognition = 'name' | SchemaSource | 'content';

/** Decides which documents are BackupResponse files. */
export class Recognizer implements vscode.Disposable {
  readonly exclusions: Exclusions;
  /** The documents recognized by their content. While they are edited, a weaker test keeps them recognized. */
  readonly #byContent = new WeakSet<vscode.TextDocument>();

  /** @param memory remembers the exclusions */
  constructor(memory: vscode.Memento) {
    this.exclusions = new Exclusions(memory);
  }

  /**
   * How a document is recognized, judged by its current text.
   * @returns undefined if it is not a BackupResponse file, or is excluded
   */
  recognize(document: vscode.TextDocument): Recognition | undefined {
    if (!canBeRecognized(document) || this.exclusions.has(document)) return undefined;
    if (isOurName(document.uri.path)) return 'name';
    const format = formatOfDocument(document);
    const beginning = beginningOf(document);
    const association = associationOf(document.uri, format === 'lines' ? undefined : beginning);
    if (association) return association;
    const isRecognized =
      isOursByContent(beginning, format) || (this.#byContent.has(document) && isStillOursByContent(beginning, format));
    if (!isRecognized) {
      this.#byContent.delete(document);
      return undefined;
    }
    this.#byContent.add(document);
    return 'content';
  }

  dispose(): void {
    this.exclusions.dispose();
  }
}

/** Whether the file's name or an association says that it is a BackupResponse file, not just its content. */
export function isExplicit(recognition: Recognition): boolean {
  return recognition !== 'content';
}

/** Whether a document, by its language and URI, can be a BackupResponse file. */
export function canBeRecognized(document: vscode.TextDocument): boolean {
  return isJson(document) && isFile(document.uri);
}

/**
 * True for files, untitled documents and documents of remote or virtual file systems; false for the read-only copies
 * that other extensions show, such as the left side of a diff.
 */
function isFile({ scheme }: vscode.Uri): boolean {
  if (scheme === 'untitled' || scheme === 'file') return true;
  const isOfWorkspace = vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) ?? false;
  return isOfWorkspace || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}
