import * as vscode from 'vscode';
import { completionContext } from '../../features/completion/completion-context.ts';
import type { Position, Range } from '../../json/position.ts';
import { rangeOf } from '../convert.ts';
import type { Checks } from '../problems/checks.ts';
import { formatOfDocument } from '../workbench/languages.ts';

/**
 * One record of a document, or the gap between two, as a JSON text of its own. The text is a list, so that the excerpt
 * means the same in it as in the document.
 */
export class RecordText {
  readonly text: string;
  readonly #added: number;
  readonly #lineStarts: readonly number[];

  /**
   * @param start where the excerpt starts in the document
   * @param before starts the list, in one line
   * @param after stands for the records that follow the excerpt
   * @param isInside whether the record is inside an envelope
   */
  constructor(
    readonly start: vscode.Position,
    excerpt: string,
    before = '[',
    after = '',
    readonly isInside = false,
  ) {
    this.text = `${before}${excerpt}${after}`;
    this.#added = before.length;
    this.#lineStarts = [0, ...Array.from(this.text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
  }

  /** Where a position in the document is in the text. */
  toText({ line, character }: vscode.Position): vscode.Position {
    const lines = line - this.start.line;
    return new vscode.Position(lines, lines === 0 ? character - this.start.character + this.#added : character);
  }

  /** Where a range of the text is in the document; undefined for the list itself, most of which is not in the text. */
  toDocument({ start, end }: Range): vscode.Range | undefined {
    if (start.line === 0 && start.character === 0) return undefined;
    return new vscode.Range(this.#positionInDocument(start), this.#positionInDocument(end));
  }

  /** The offset in the text of a position in the document. */
  offsetOf(position: vscode.Position): number {
    const { line, character } = this.toText(position);
    return (this.#lineStarts[line] ?? 0) + character;
  }

  /** Where an offset of the text is in the document. */
  positionOf(offset: number): vscode.Position {
    const line = this.#lineStarts.findLastIndex((start) => start <= offset);
    return this.#positionInDocument({ line, character: offset - (this.#lineStarts[line] ?? 0) });
  }

  #positionInDocument({ line, character }: Position): vscode.Position {
    const isFirstLine = line === 0;
    return new vscode.Position(
      this.start.line + line,
      isFirstLine ? this.start.character + character - this.#added : character,
    );
  }
}

/** @returns the text around a position; undefined where there is no record and none can be inserted */
export async function recordAt(
  checks: Checks,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<RecordText | undefined> {
  if (formatOfDocument(document) === 'lines') {
    const { text, isEmptyOrWhitespace, range } = document.lineAt(position.line);
    if (isEmptyOrWhitespace) return new RecordText(range.start, text);
  }
  const checked = await checks.current(document);
  if (checked?.index.shape === 'empty') return new RecordText(new vscode.Position(0, 0), document.getText());
  const context = checked && completionContext(checked.index, position);
  if (!context) return undefined;
  const { start } = rangeOf(context);
  return new RecordText(start, checked.index.source.getText(context), context.before, context.after, context.isInside);
}
