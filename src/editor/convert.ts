import * as vscode from 'vscode';
import type { Range } from '../json/position.ts';
import type { TextSource } from '../json/text-source.ts';

/** A document, in the form that a record index reads. */
export function sourceOf(document: vscode.TextDocument): TextSource {
  return {
    get lineCount() {
      return document.lineCount;
    },
    getText: (range) => document.getText(range && rangeOf(range)),
  };
}

export function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
