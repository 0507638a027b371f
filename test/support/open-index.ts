import type { Format } from '../../src/document/value-scanner.ts';
import type { ChunkLengths } from '../../src/index/chunk-reader.ts';
import { listFindings } from '../../src/index/listing.ts';
import { RecordIndex } from '../../src/index/record-index.ts';
import type { Position, Range } from '../../src/json/position.ts';
import type { TextChange, TextSource } from '../../src/json/text-source.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { severities } from '../../src/model/severity.ts';
import { defaultSeverities, type RuleId } from '../../src/record/rules/index.ts';
import { TextDocument } from './text-document.ts';

export const rank = (rule: RuleId) => severities.indexOf(defaultSeverities[rule]);

/** A document, its index, and a function that changes both. */
export function open(text: string, format: Format = 'json', lengths?: ChunkLengths) {
  const document = new TextDocument(text);
  const index = newIndex(document, format, lengths);
  index.step();
  const change = (...changes: TextChange[]) => {
    document.apply(changes);
    index.change(changes);
  };
  return { document, index, change };
}

/** An index of a document that has not been searched yet. The user allows nothing beside the schema. */
export function newIndex(document: TextSource, format: Format, lengths?: ChunkLengths): RecordIndex {
  return new RecordIndex(document, format, { allowed: nothingAllowed, ...(lengths && { lengths }) });
}

/** The index of a text. */
export function indexOf(text: string, format?: Format): RecordIndex {
  return open(text, format).index;
}

/** More text than is read at once to tell how a document starts: chunks after it can be shorter. */
export const room = `${' '.repeat(2_000)}{},`;

/** Counts the characters that are read of a document from now on. */
export function countReading(document: TextDocument): { characters: number } {
  const read = { characters: 0 };
  const { getText } = document;
  document.getText = (range) => {
    const text = getText.call(document, range);
    read.characters += text.length;
    return text;
  };
  return read;
}

/** Inserts a text, or replaces `length` characters with it. */
export function put(line: number, character: number, text: string, length = 0): TextChange {
  return { range: { start: { line, character }, end: { line, character: character + length } }, text };
}

/** The findings as `rule line`, at most `max` of them. */
export function found(index: RecordIndex, near = 0, max = Number.POSITIVE_INFINITY): string[] {
  return listFindings(index, { rank, near, max }).map(({ finding, range }) => `${finding.rule} ${range.start.line}`);
}

/** A range as `line:character-line:character`. */
export function rangeText({ start, end }: Range): string {
  return `${positionText(start)}-${positionText(end)}`;
}

export function positionText({ line, character }: Position): string {
  return `${line}:${character}`;
}
