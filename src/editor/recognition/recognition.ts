import * as vscode from 'vscode';
import type { Format } from '../../document/value-scanner.ts';
import { nameKind } from '../../files/file-names.ts';
import { holdsRecords, stillHoldsRecords } from '../../files/recognize.ts';
import { beginningOf } from './beginning.ts';
import { exclusions } from './exclusions.ts';
import { affectsSchemas, associationOf, type SchemaSource } from './json-schemas.ts';

/**
 * How a document came to be ours: by a name that is always ours, by the user's association, or by its content, with a
 * common name or with any.
 */
export type Recognition = 'strong name' | SchemaSource | 'weak name' | 'content';

/** The languages of the documents that may be ours, and how such a document is written. */
const formats: ReadonlyMap<string, Format> = new Map([
  ['json', 'json'],
  ['jsonc', 'jsonc'],
  ['jsonl', 'lines'],
]);

/** The ids of those languages. */
export const languages: readonly string[] = [...formats.keys()];

/** How a document is written: its language says, whatever its name is. */
export function formatOfDocument({ languageId }: vscode.TextDocument): Format {
  return formats.get(languageId) ?? 'json';
}

/** Those that are ours by their content, which is judged more kindly while somebody edits it. */
const recognized = new WeakSet<vscode.TextDocument>();

/** Says whether a document is ours, and how it came to be, by what it holds at the moment. */
export function recognize(document: vscode.TextDocument): Recognition | undefined {
  if (!isJsonFile(document) || exclusions.has(document)) return undefined;
  const kind = nameKind(document.uri.path);
  if (kind === 'strong') return 'strong name';
  const format = formatOfDocument(document);
  const beginning = beginningOf(document);
  const association = associationOf(document.uri, format === 'lines' ? undefined : beginning);
  if (association) return association;
  const isRecognized =
    holdsRecords(beginning, format) || (recognized.has(document) && stillHoldsRecords(beginning, format));
  if (!isRecognized) {
    recognized.delete(document);
    return undefined;
  }
  recognized.add(document);
  return kind === 'weak' ? 'weak name' : 'content';
}

/** Whether somebody says that the file is one of ours, in its name or by association, and not its content alone. */
export function isExplicit(recognition: Recognition): boolean {
  return recognition !== 'weak name' && recognition !== 'content';
}

/** Whether a change of settings may give us documents, or take some away. */
export function affectsRecognition(event: vscode.ConfigurationChangeEvent): boolean {
  return affectsSchemas(event);
}

/** Whether a document is JSON and lies where ours may lie, whatever it is called and holds. */
export function isJsonFile({ languageId, uri }: vscode.TextDocument): boolean {
  return formats.has(languageId) && isFile(uri);
}

/**
 * Files, untitled documents, and what lies in a remote or virtual file system; not the read-only copies that other
 * extensions show, such as the left side of a diff.
 */
function isFile({ scheme }: vscode.Uri): boolean {
  if (scheme === 'untitled' || scheme === 'file') return true;
  const isOfWorkspace = vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) ?? false;
  return isOfWorkspace || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}
