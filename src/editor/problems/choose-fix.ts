import * as vscode from 'vscode';
import type { DocumentFix } from '../../index/fixes.ts';
import { commandId } from '../command-ids.ts';
import { openDocument } from '../workbench/uris.ts';
import { workspaceEdit } from './whole-file-action.ts';

/** The fixes to choose from: those of one finding, in a version of a document. */
interface Choice {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly fixes: readonly DocumentFix[];
}

/** The action that stands in the light bulb for more fixes than fit there. */
export function chooseFixAction(
  { uri, version }: vscode.TextDocument,
  fixes: readonly DocumentFix[],
): vscode.CodeAction {
  const title = `Choose from ${fixes.length} allowed values…`;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const choice: Choice = { uri, version, fixes };
  action.command = { title, command: commandId('chooseFix'), arguments: [choice] };
  return action;
}

/** The command of the action: lists the fixes, which the user can search. */
export async function chooseFix({ uri, version, fixes }: Choice): Promise<void> {
  const items = fixes.map((fix) => ({ label: fix.title, fix }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'Type a part of a value to search' });
  const document = openDocument(uri);
  // If the text has changed, the fix no longer fits.
  if (!picked || document?.version !== version) return;
  await vscode.workspace.applyEdit(workspaceEdit(document, picked.fix.edits));
}
