import * as vscode from 'vscode';
import { beginningOf } from '../editor/recognition/beginning.ts';
import { isJson } from '../editor/workbench/languages.ts';
import { isOurName } from '../files/file-names.ts';
import { mightBeMisread } from '../files/misread.ts';
import { mightHoldRecords } from '../files/prefilter.ts';
import { schemaId } from '../model/schema-id.ts';

/**
 * A cheap test whether the engine might have something to do for a document. It may be wrong in one direction only: it
 * returns true for every document that the engine would recognize, or whose encoding it would warn about.
 */
export function needsEngine(document: vscode.TextDocument): boolean {
  if (!isJson(document)) return false;
  if (isOurName(document.uri.path)) return true;
  const beginning = beginningOf(document);
  return (
    // A paste may bring records.
    beginning.trim() === '' ||
    mightHoldRecords(beginning) ||
    mightBeMisread(beginning, document.encoding) ||
    beginning.includes(schemaId) ||
    JSON.stringify(vscode.workspace.getConfiguration('json', document).inspect('schemas'))?.includes(schemaId) === true
  );
}
