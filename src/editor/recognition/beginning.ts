import * as vscode from 'vscode';
import { decidingLength } from '../../files/prefilter.ts';

/** Enough lines to contain the deciding part, unless they are very short. */
const decidingLines = 1_000;

/** The part of a document that decides whether it is recognized. (Finding its exact end would walk over all lines.) */
export function beginningOf(document: vscode.TextDocument): string {
  return document.getText(new vscode.Range(0, 0, decidingLines, 0)).slice(0, decidingLength);
}
