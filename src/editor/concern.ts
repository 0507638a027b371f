import * as vscode from 'vscode';
import { nameKind } from '../document/file-names.ts';
import { mayHoldRecords } from '../document/glance.ts';
import { mayBeMisread } from '../document/misread.ts';
import { schemaId } from '../record/schema-id.ts';
import { beginningOf } from './beginning.ts';

/**
 * Whether a document may be ours, at a glance. It never says no of a document that `claimOn` would take, or whose
 * encoding we would speak of.
 */
export function mayConcernUs(document: vscode.TextDocument): boolean {
  if (!/^json[cl]?$/.test(document.languageId)) return false;
  if (nameKind(document.uri.path) === 'strong') return true;
  const beginning = beginningOf(document);
  return (
    mayHoldRecords(beginning) ||
    mayBeMisread(beginning, document.encoding) ||
    beginning.includes(schemaId) ||
    JSON.stringify(vscode.workspace.getConfiguration('json', document).inspect('schemas'))?.includes(schemaId) === true
  );
}
