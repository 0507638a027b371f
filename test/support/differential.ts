import { checkText, contextOf } from '../../src/document/check.ts';
import { fileStartOf, isList } from '../../src/document/file-start.ts';
import { checkedLayoutOf, type Layout } from '../../src/document/layout.ts';
import { textOfLines, unwrappedFindings } from '../../src/document/syntax.ts';
import type { Format } from '../../src/document/value-scanner.ts';
import { countFindings, type DocumentFinding, listFindings } from '../../src/index/listing.ts';
import type { RecordIndex } from '../../src/index/record-index.ts';
import { RecordCursor, rangeIn, refsFrom } from '../../src/index/records.ts';
import { Lines } from '../../src/json/lines.ts';
import { compare, documentStart, type Position } from '../../src/json/position.ts';
import { type Span, spanBetween } from '../../src/json/span.ts';
import type { TextChange } from '../../src/json/text-source.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { checkItem } from '../../src/record/check.ts';
import { newIndex, positionText, rangeText } from './open-index.ts';
import { Random } from './random.ts';
import { TextDocument } from './text-document.ts';

export interface Run {
  /** The first document is made from this seed, the next one from the number after it, and so on. */
  readonly seed: number;
  readonly documents: number;
  readonly editsEach: number;
  /** Whether marks of merge conflicts are typed and removed, too. */
  readonly hasConflicts?: boolean;
}

/**
 * Edits random documents at random, sound and broken ones, as a user, a paste, an undo or a replacement in several
 * places does. Whenever the index says that it is settled, it is compared with a check of the whole text.
 */
export function differential({ seed, documents, editsEach, hasConflicts = false }: Run): {
  readonly edits: number;
  readonly mistakes: string[];
} {
  let edits = 0;
  for (let document = 0; document < documents; document++) {
    const random = new Random(seed + document);
    const session = new Session(random, hasConflicts);
    for (let edit = 0; edit < editsEach; edit++) {
      edits++;
      session.edit();
      const mistake = session.mistake();
      if (mistake) return { edits, mistakes: [`seed ${seed + document}, edit ${edit}: ${mistake}`] };
    }
  }
  return { edits, mistakes: [] };
}

/** One document, and the index that follows it. */
class Session {
  readonly #random: Random;
  readonly #document: TextDocument;
  readonly #format: Format;
  readonly #index: RecordIndex;
  /** The changes that undo the edits so far. */
  readonly #undo: TextChange[][] = [];

  constructor(
    random: Random,
    private readonly hasConflicts: boolean,
  ) {
    this.#random = random;
    this.#format = random.pick(['lines', 'json', 'json', 'jsonc'] as const);
    this.#document = new TextDocument(documentText(random, this.#format));
    const lengths = random.pick([
      { first: 30, max: 200 },
      { first: 100, max: 400 },
      { first: 2_048, max: 32_768 },
    ]);
    this.#index = newIndex(this.#document, this.#format, lengths);
    if (random.chance(0.7)) this.#index.step();
  }

  edit(): void {
    const random = this.#random;
    const undone = random.chance(0.15) ? this.#undo.pop() : undefined;
    const changes = undone ?? this.#changes();
    if (!undone) this.#undo.push(inverse(this.#document, changes));
    this.#document.apply(changes);
    this.#index.change(changes);
    // Check everything at once, a part of it, or nothing yet.
    const steps = random.below(4);
    if (steps === 1) this.#index.step(0);
    if (steps > 1) this.#index.step();
  }

  /** The first difference between the index and a check of the whole text, if the index is settled. */
  mistake(): string | undefined {
    if (!this.#index.isSettled) return undefined;
    const { text } = this.#document;
    const actual = stateOf(this.#index);
    const expected = stateFromScratch(text, this.#format);
    const length = Math.max(expected.length, actual.length);
    const at = Array.from({ length }).findIndex((_, at) => expected[at] !== actual[at]);
    if (at < 0) return undefined;
    return `expected ${expected[at]}, got ${actual[at]}, in ${JSON.stringify(text)}`;
  }

  /** Random changes, from the last in the text to the first, as VS Code lists them. */
  #changes(): TextChange[] {
    const count = this.#random.chance(0.15) ? 3 : 1;
    const positions = Array.from({ length: count * 2 }, () => this.#position()).sort(
      (a, b) => b.line - a.line || b.character - a.character,
    );
    const changes: TextChange[] = [];
    for (let at = 0; at < positions.length; at += 2) {
      const [end, start] = [positions[at] as Position, positions[at + 1] as Position];
      const isLarge = this.#random.chance(0.1);
      const range = this.#random.chance(0.6) ? { start: end, end } : { start: isLarge ? start : this.#near(end), end };
      const later = changes.at(-1)?.range.start;
      if (later && compare(range.end, later) > 0) continue;
      changes.push({ range, text: this.#random.chance(0.25) ? '' : this.#text() });
    }
    // The changes of one event do not overlap.
    return changes.filter(({ range }, at) =>
      changes.slice(at + 1).every((other) => compare(other.range.end, range.start) <= 0),
    );
  }

  #text(): string {
    if (this.hasConflicts && this.#random.chance(0.3)) return this.#random.pick(conflictMarks);
    return snippet(this.#random, this.#format);
  }

  #position(): Position {
    const line = this.#random.below(this.#document.lineCount);
    return { line, character: this.#random.below(lengthOf(this.#document, line) + 1) };
  }

  #near(end: Position): Position {
    if (end.character === 0 && end.line > 0 && this.#random.chance(0.5)) {
      const line = end.line - 1;
      return { line, character: lengthOf(this.#document, line) };
    }
    return { line: end.line, character: Math.max(0, end.character - this.#random.below(8)) };
  }
}

function lengthOf(document: TextDocument, line: number): number {
  const start = { line, character: 0 };
  return document.getText({ start, end: { line, character: Number.MAX_SAFE_INTEGER } }).length;
}

/** The changes that undo others. */
function inverse(document: TextDocument, changes: readonly TextChange[]): TextChange[] {
  const before = document.text;
  const after = new TextDocument(before);
  after.apply(changes);
  const lastLine = after.lineCount - 1;
  const whole = { start: documentStart, end: { line: lastLine, character: lengthOf(after, lastLine) } };
  const [only] = changes;
  if (changes.length !== 1 || !only) return [{ range: whole, text: before }];
  const lines = only.text.split(/\r\n|\r|\n/);
  const { start } = only.range;
  const last = lines.at(-1)?.length ?? 0;
  const end = { line: start.line + lines.length - 1, character: lines.length === 1 ? start.character + last : last };
  return [{ range: { start, end }, text: document.getText(only.range) }];
}

function stateOf(index: RecordIndex): string[] {
  const { envelope, list } = index;
  const state = [`shape ${index.shape}`, `list ${list && positionText(list.start)}`];
  if (envelope) {
    const { rule, name, isOnly, whole, flagged, records } = envelope;
    const places = [whole, flagged, whole && records].map((one) => one && rangeText(one));
    state.push(`${rule} ${name} ${isOnly} ${places}`);
  }
  for (let at = 0; at < index.count; at++) {
    const entry = index.entryAt(at);
    if (index.format !== 'lines') state.push(`${entry.type} ${rangeText(entry)}`);
  }
  for (const record of refsFrom(new RecordCursor(index))) {
    const range = record.inside === undefined ? undefined : rangeIn(index, record);
    if (range) state.push(`inside ${rangeText(range)}`);
  }
  state.push(`${countFindings(index, () => true)} findings`);
  const view = { rank: () => 0, near: 0, max: Number.POSITIVE_INFINITY };
  return [...state, ...inOrder(listFindings(index, view))];
}

/** The same, from the whole text. */
function stateFromScratch(content: string, format: Format): string[] {
  const layout = checkedLayoutOf(content, format, nothingAllowed);
  const lines = new Lines(content);
  const isLines = layout.shape === 'lines';
  const start = isLines ? undefined : fileStartOf(content, true);
  const isInList = layout.shape !== 'record' && isList(start);
  const listStart = isInList && start ? positionText(lines.positionAt(start.values)) : undefined;
  const state = [`shape ${layout.shape}`, `list ${listStart}`];
  if (layout.envelope) {
    const { rule, name, isOnly, whole, flagged, records } = layout.envelope;
    const places = [whole, flagged, whole && records].map((one) => one && rangeText(lines.rangeOf(spanBetween(one))));
    state.push(`${rule} ${name} ${isOnly} ${places}`);
  }
  if (!isLines) for (const item of layout.items) state.push(`${item.type} ${rangeText(lines.rangeOf(item))}`);
  for (const record of recordsInside(content, layout)) state.push(`inside ${rangeText(lines.rangeOf(record))}`);
  const syntax = format === 'lines' ? (textOfLines(content, layout) ?? unwrappedFindings(content, format, layout)) : [];
  const findings = [...syntax, ...checkText(content, layout).findings].map((finding) => ({
    finding,
    range: lines.rangeOf(finding),
    ...(finding.rule === 'duplicate-job-id' && { earlier: lines.rangeOf(finding.earlier) }),
  }));
  return [...state, `${findings.length} findings`, ...inOrder(findings)];
}

/** The records inside items that are envelopes. */
function recordsInside(text: string, layout: Layout): Span[] {
  return layout.items.flatMap(({ offset, length, clean }) => {
    const item = clean ? undefined : checkItem(text.slice(offset, offset + length), contextOf(layout, nothingAllowed));
    if (!item || item.record) return [];
    return item.records.map((record) => ({ offset: offset + record.offset, length: record.length }));
  });
}

/** The findings as text, in the order of the document; findings of one position in any fixed order. */
function inOrder(findings: readonly DocumentFinding[]): string[] {
  const lines = findings.map(({ finding, range, earlier }) => {
    const data = JSON.stringify({ ...finding, offset: 0, length: 0, earlier: 0 });
    return { range, text: `${rangeText(range)} ${data} ${earlier ? positionText(earlier.start) : ''}` };
  });
  lines.sort((a, b) => compare(a.range.start, b.range.start) || (a.text < b.text ? -1 : 1));
  return lines.map(({ text }) => text);
}

const ids = Array.from({ length: 6 }, (_, index) => `3469b87d-48ca-439a-868f-2160001da8c${index}`);
const records: readonly ((random: Random) => string)[] = [
  () => '{}',
  (random: Random) =>
    `{ // x\n  "jobId": "${random.pick(ids)}" /* " } */,\n "status": "${random.pick(['COMPLETE', 'x'])}", }`,
  (random: Random) => `{ "jobId": "${random.pick(ids)}" }`,
  (random: Random) => `{\n  "jobId": "${random.pick(ids)}",\n  "status": "COMPLETE"\n}`,
  (random: Random) => `{ "status": "${random.pick(['COMPLETE', 'complete', 'x', ''])}", "name": "é😀" }`,
  (random: Random) =>
    `{\n    "name": "a // b { [",\n    "options": {\n      "includeTypes": [${random.pick(['"ROLE"', '"ROLE", "ROLE"', ''])}]\n    }\n  }`,
  (random: Random) =>
    `{ "jobId": "${random.pick(ids)}", /* x */ "created": "2021-05-11T22:23:1${random.pick(['6Z', '6', ''])}" }`,
  () => '{ "version": 1, "objects": [] }',
  () => '{ "a": { "b": [ 1, { "c": 2 } ] } }',
  (random: Random) =>
    `{ "jobId": "${random.pick(ids)}", "type": "${random.pick(['EXPORT', 'BACKUP', 'CREATE_DRAFT'])}" }`,
  (random: Random) => `{ "items": [{ "jobId": "${random.pick(ids)}", "status": "${random.pick(['X', 'FAILED'])}" }] }`,
  (random: Random) => `{ "value": [${random.pick(records)(random)}], "Count": ${random.pick(['1', '"1"', 'x'])} }`,
  () => '"{\\"jobId\\": \\"x\\", \\"status\\": \\"X\\"}"',
  () => '{ "message": "x" }',
];

function documentText(random: Random, format: Format): string {
  if (format === 'lines') {
    if (random.chance(0.2)) return documentText(random, 'json');
    const lines = Array.from({ length: random.below(12) }, () => snippet(random, format));
    return lines.join(random.pick(['\n', '\n', '\r\n']));
  }
  const isMinified = random.chance(0.2);
  const list = Array.from({ length: random.below(12) }, () => value(random)).join(isMinified ? ',' : ',\n  ');
  const text = random.pick([
    `[\n  ${list}\n]\n`,
    `[\n  ${list}\n]\n`,
    `[\n  ${list}\n]\n`,
    `[${list}]`,
    `{ "value": [\n  ${list}\n], "Count": 2 }`,
    `{"Count": 2, "value": [${list}]}`,
    `{ "a": 5, "items": [\n  ${page(random)}${list}\n], "next": null }`,
    `{ "status": 200, "headers": { "x": ["y"] }, "data": ${page(random)}"b": [1] }`,
    `{ "status": 200, "data": { "items": [${page(random)}${list}] } }`,
    `${prefix(random)}[\n  ${list}\n]\nDone in 3 s [exit 0]\n`,
    `${prefix(random)}${value(random)}\nDone {0} 5`,
    list,
    `// x\n${value(random)}\n`,
    `\n\n/* ${'x'.repeat(300)} */ [${list}]`,
  ]);
  const lineEnd = random.chance(0.2) ? '\r\n' : '\n';
  return text.replaceAll('\n', isMinified ? '' : lineEnd);
}

/** A record that looks like one, before others. */
function page(random: Random): string {
  return `{ "jobId": "${random.pick(ids)}", "status": "${random.pick(['COMPLETE', 'X'])}" },\n`;
}

function prefix(random: Random): string {
  return random.pick(['', 'WARNING: 5\n', 'HTTP/1.1 200 OK\nx: 5\n\n', '[INFO] x\n', '5\n', '\u001b[0m', '\ufeff']);
}

function value(random: Random): string {
  if (random.chance(0.85)) return random.pick(records)(random);
  return random.pick(['"x"', '5', 'null', '[1, {"a": 2}]', 'nul', '"a": 5', 'tru e', '[{ "a": 5 }]']);
}

const conflictMarks = [
  '\n<<<<<<< HEAD\n',
  '\n=======\n',
  '\n>>>>>>> main\n',
  '\n||||||| 1a2b\n',
  '=======',
  '>>>>>>>',
  '>',
];
const noise = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '\r\n',
  ' ',
  '/',
  '//',
  '/*',
  '*/',
  '"Count"',
  '"value"',
  'x',
  '1',
  '-',
  'é',
  '\n\n',
  '"x"',
  '"a":',
  '  ',
  'WARNING: 5\n',
  '\ufeff',
  '"items": [',
  '"type": "EXPORT",',
  '[INFO] 5\n',
  "'",
];

function snippet(random: Random, format: Format): string {
  if (random.chance(0.6)) return random.pick(noise);
  const text = random.chance(0.3) ? `${value(random)},\n${value(random)}` : value(random);
  return format === 'lines' && random.chance(0.8) ? text.replaceAll('\n', ' ') : text;
}
