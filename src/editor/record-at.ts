import * as vscode from 'vscode';
import { scan } from '../document/scan.ts';
import { type Surroundings, surroundings } from '../document/surroundings.ts';
import type { Checks } from './checks.ts';
import { formatOfDocument } from './files.ts';

/** A text of its own for a place in a document: with its record alone, or what lies between two. */
export interface RecordAt {
  readonly text: string;
  /** Where the text starts in the document; the bracket that it starts with is not there. */
  readonly start: vscode.Position;
}

/** @returns undefined where neither a record is nor one may be put */
export function recordAt(
  checks: Checks,
  document: vscode.TextDocument,
  position: vscode.Position,
): RecordAt | undefined {
  if (formatOfDocument(document) === 'lines') return recordOnLine(document, position);
  const last = checks.last(document);
  const text = last?.version === document.version ? last.text : document.getText();
  const layout = last?.version === document.version ? last.layout : scan(text);
  const around = surroundings(text, layout, document.offsetAt(position));
  return around && { text: textOf(text, around), start: document.positionAt(around.offset) };
}

/** In JSON Lines the line says it all. */
function recordOnLine(document: vscode.TextDocument, { line, character }: vscode.Position): RecordAt | undefined {
  const { text, isEmptyOrWhitespace } = document.lineAt(line);
  if (isEmptyOrWhitespace) return { text: `[${text}`, start: new vscode.Position(line, 0) };
  const around = surroundings(text, scan(text, 'lines'), character);
  return around && { text: textOf(text, around), start: new vscode.Position(line, around.offset) };
}

function textOf(text: string, { offset, length, after }: Surroundings): string {
  return `[${text.slice(offset, offset + length)}${after}`;
}
