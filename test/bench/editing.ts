import type { Random } from '../support/random.ts';
import type { TextDocument } from '../support/text-document.ts';

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Place;
  readonly end: Place;
}

export interface Change {
  readonly range: Range;
  readonly text: string;
}

/** Finds places in a document of any layout, and makes the changes that a person at the keyboard makes there. */
export class Editing {
  readonly #document: TextDocument;
  readonly #random: Random;

  constructor(document: TextDocument, random: Random) {
    this.#document = document;
    this.#random = random;
  }

  /** In the quotes of the first backup's name from a line on, or, in a long line, from a part of it on. */
  nameNear(line: number, partOfLine = 0): Place {
    const start = Math.floor(line);
    const name = /"name": ?"/g;
    for (let at = start; at < this.#document.lineCount; at++) {
      const text = this.#lineText(at);
      name.lastIndex = at === start ? Math.floor(text.length * partOfLine) : 0;
      if (name.exec(text)) return { line: at, character: name.lastIndex };
    }
    return this.nameNear(0);
  }

  /** The same, anywhere. */
  anyName(): Place {
    return this.nameNear(this.#random.below(this.#document.lineCount), this.#random.below(1000) / 1000);
  }

  /** The record around a place in it, with the comma before it where there is one. The place is in no inner object. */
  recordAround(place: Place): Range {
    const line = this.#lineText(place.line);
    const isOfOneLine = line.includes('"jobId"');
    if (isOfOneLine) {
      const start = line.lastIndexOf('{"jobId"', place.character);
      const next = line.indexOf(',{"jobId"', place.character);
      const end = next < 0 ? line.lastIndexOf('}') + 1 : next;
      const comma = line[start - 1] === ',' ? 1 : 0;
      return { start: { line: place.line, character: start - comma }, end: { line: place.line, character: end } };
    }
    let first = place.line;
    while (!/^ {2}\{/.test(this.#lineText(first))) first--;
    let last = place.line;
    while (!/^ {2}\}/.test(this.#lineText(last))) last++;
    const isFirst = first === 1;
    return {
      start: isFirst ? { line: first, character: 0 } : { line: first - 1, character: '  }'.length },
      end: { line: last, character: isFirst ? this.#lineText(last).length : '  }'.length },
    };
  }

  typed(place: Place, text: string): Change {
    return { range: { start: place, end: place }, text };
  }

  removed(range: Range): Change {
    return { range, text: '' };
  }

  /** The change that takes back one that is still to be made. */
  undoOf({ range, text }: Change): Change {
    const lines = text.split('\n');
    const last = lines.at(-1) ?? '';
    const end = {
      line: range.start.line + lines.length - 1,
      character: lines.length === 1 ? range.start.character + last.length : last.length,
    };
    return { range: { start: range.start, end }, text: this.#document.getText(range) };
  }

  #lineText(line: number): string {
    return this.#document.getText({ start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } });
  }
}
