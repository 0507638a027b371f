import * as vscode from 'vscode';
import { beginningOf } from '../editor/recognition/beginning.ts';
import { nameKind } from '../files/file-names.ts';
import { mightBeMisread } from '../files/misread.ts';
import { mightHoldRecords } from '../files/prefilter.ts';
import { schemaId } from '../record/schema-id.ts';

/**
 * Whether a document may be ours, at a glance. It never says no of a document that `recognize` would take, or whose
 * encoding we would speak of.
 */
export function needsEngine(document: vscode.TextDocument): boolean {
  if (!/^json[cl]?$/.test(document.languageId)) return false;
  if (nameKind(document.uri.path) === 'strong') return true;
  const beginning = beginningOf(document);
  return (
    mightHoldRecords(beginning) ||
    mightBeMisread(beginning, document.encoding) ||
    beginning.includes(schemaId) ||
    JSON.stringify(vscode.workspace.getConfiguration('json', document).inspect('schemas'))?.includes(schemaId) === true
  );
}
