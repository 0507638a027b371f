import * as vscode from 'vscode';
import { decidingLength } from '../../files/prefilter.ts';

/** So many lines hold the deciding part, unless they are very short. */
const decidingLines = 1_000;

/** The part of a document that decides what it is. (To ask where it ends would cost VS Code a walk over all lines.) */
export function beginningOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(0, 0, decidingLines, 0)).slice(0, decidingLength);
}
