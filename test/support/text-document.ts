import type { Position, Range } from '../../src/json/position.ts';
import type { TextChange, TextSource } from '../../src/json/text-source.ts';

const lineEnd = /\r\n|\r|\n/;

/**
 * A document as VS Code's extension host holds it, with the same costs: a list of lines, changed in place and joined
 * when text is requested. After ExtHostDocumentData (src/vs/workbench/api/common/extHostDocumentData.ts) and its
 * MirrorTextModel (src/vs/editor/common/model/mirrorTextModel.ts) of microsoft/vscode.
 */
export class TextDocument implements TextSource {
  readonly #lines: string[];
  readonly #lineEnd: string;

  /** All line ends become those of most lines, as in VS Code. */
  constructor(text: string) {
    // The host gets the lines as JSON, each as a string of its own. Lines from `split` would be views of the whole text.
    this.#lines = JSON.parse(JSON.stringify(text.split(lineEnd)));
    const windowsLineEnds = text.split('\r\n').length - 1;
    this.#lineEnd = windowsLineEnds > (this.#lines.length - 1) / 2 ? '\r\n' : '\n';
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  /** The whole text, joined at each call, as VS Code does after each change. */
  get text(): string {
    return this.#lines.join(this.#lineEnd);
  }

  /** The text of a range, or all of it; a range that exceeds the document ends where the document does. */
  getText(range?: Range): string {
    if (!range) return this.text;
    const { start, end } = this.#inside(range);
    const first = this.#line(start.line);
    if (start.line === end.line) return first.substring(start.character, end.character);
    const lines = [first.substring(start.character)];
    for (let line = start.line + 1; line < end.line; line++) lines.push(this.#line(line));
    lines.push(this.#line(end.line).substring(0, end.character));
    return lines.join(this.#lineEnd);
  }

  /** Applies the changes of one event in sequence: VS Code lists them from the last in the text to the first. */
  apply(changes: readonly TextChange[]): void {
    for (const { range, text } of changes) {
      this.#remove(range);
      this.#insert(range.start, text);
    }
  }

  #remove({ start, end }: Range): void {
    this.#lines[start.line] =
      this.#line(start.line).substring(0, start.character) + this.#line(end.line).substring(end.character);
    if (start.line < end.line) this.#lines.splice(start.line + 1, end.line - start.line);
  }

  #insert({ line, character }: Position, text: string): void {
    if (text === '') return;
    const before = this.#line(line).substring(0, character);
    const after = this.#line(line).substring(character);
    const [first = '', ...more] = text.split(lineEnd);
    const last = more.pop();
    this.#lines[line] = last === undefined ? before + first + after : before + first;
    // One by one, as VS Code does: too many arguments of one call would overflow the stack.
    if (last === undefined) return;
    let next = line + 1;
    for (const inserted of more) this.#lines.splice(next++, 0, inserted);
    this.#lines.splice(next, 0, last + after);
  }

  #inside({ start, end }: Range): Range {
    return { start: this.#positionInside(start), end: this.#positionInside(end) };
  }

  #positionInside({ line, character }: Position): Position {
    if (!Number.isInteger(line) || !Number.isInteger(character)) throw new TypeError('Invalid argument'); // As VS Code.
    if (line < 0) return { line: 0, character: 0 };
    const last = this.#lines.length - 1;
    if (line > last) return { line: last, character: this.#line(last).length };
    return { line, character: Math.min(Math.max(character, 0), this.#line(line).length) };
  }

  #line(line: number): string {
    return this.#lines[line] ?? '';
  }
}
