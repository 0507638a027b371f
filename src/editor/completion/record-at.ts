import * as vscode from 'vscode';
import { completionContext } from '../../index/completion-context.ts';
import type { Checks } from '../problems/checks.ts';
import { formatOfDocument } from '../recognition/recognition.ts';

/** A text of its own for a place in a document: with its record alone, or what lies between two. */
export interface RecordAt {
  readonly text: string;
  /** Where the text starts in the document, but for its first characters, which are not there. */
  readonly start: vscode.Position;
  readonly added: number;
}

/** @returns undefined where neither a record is nor one may be put */
export async function recordAt(
  checks: Checks,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<RecordAt | undefined> {
  if (formatOfDocument(document) === 'lines') {
    const { text, isEmptyOrWhitespace } = document.lineAt(position.line);
    if (isEmptyOrWhitespace) return { text: `[${text}`, start: position.with({ character: 0 }), added: 1 };
  }
  const checked = await checks.current(document);
  const context = checked && completionContext(checked.index, position);
  if (!context) return undefined;
  const { start, before, after } = context;
  const text = `${before}${checked.index.source.getText(context)}${after}`;
  return { text, start: new vscode.Position(start.line, start.character), added: before.length };
}
