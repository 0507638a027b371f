import * as vscode from 'vscode';
import { completionContext } from '../../features/completion/completion-context.ts';
import { Lines } from '../../json/lines.ts';
import { absolutePosition, absoluteRange, type Position, type Range } from '../../json/position.ts';
import { rangeOf } from '../convert.ts';
import type { Checks } from '../problems/checks.ts';
import { formatOfDocument } from '../workbench/languages.ts';

/**
 * One record of a document, or the gap between two, as a JSON text of its own. The text is a list, so that the excerpt
 * means the same in it as in the document.
 */
export class RecordText {
  readonly text: string;
  readonly #lines: Lines;
  /** Where the text would start in the document, if `before` were there: perhaps before the start of a line. */
  readonly #start: Position;

  /**
   * @param start where the excerpt starts in the document
   * @param before starts the list, in one line
   * @param after stands for the records that follow the excerpt
   * @param isInside whether the record is inside an envelope
   */
  constructor(
    { line, character }: Position,
    excerpt: string,
    before = '[',
    after = '',
    readonly isInside = false,
  ) {
    this.text = `${before}${excerpt}${after}`;
    this.#lines = new Lines(this.text);
    this.#start = { line, character: character - before.length };
  }

  /** Where a position in the document is in the text. */
  toText({ line, character }: vscode.Position): vscode.Position {
    const lines = line - this.#start.line;
    return new vscode.Position(lines, lines === 0 ? character - this.#start.character : character);
  }

  /** Where a range of the text is in the document; undefined for the list itself, most of which is not in the text. */
  toDocument(range: Range): vscode.Range | undefined {
    if (range.start.line === 0 && range.start.character === 0) return undefined;
    return rangeOf(absoluteRange(range, this.#start));
  }

  /** The offset in the text of a position in the document. */
  offsetOf(position: vscode.Position): number {
    return this.#lines.offsetAt(this.toText(position));
  }

  /** Where an offset of the text is in the document. */
  positionOf(offset: number): vscode.Position {
    const { line, character } = absolutePosition(this.#lines.positionAt(offset), this.#start);
    return new vscode.Position(line, character);
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
  return new RecordText(
    context.start,
    checked.index.source.getText(context),
    context.before,
    context.after,
    context.isInside,
  );
}
