import { checkAll } from '../../src/document/check.ts';
import { layoutOf } from '../../src/document/layout.ts';
import { Lines } from '../../src/document/lines.ts';
import type { Position } from '../../src/document/position.ts';
import { syntaxFindings } from '../../src/document/syntax.ts';
import type { TextChange } from '../../src/document/text-source.ts';
import type { Format } from '../../src/document/value-scanner.ts';
import { listFindings } from '../../src/index/listing.ts';
import { RecordIndex } from '../../src/index/record-index.ts';
import type { Finding } from '../../src/record/finding.ts';
import { TextDocument } from './text-document.ts';

/** How long a run is. */
export interface Run {
  readonly seed: number;
  readonly documents: number;
  readonly editsEach: number;
}

/**
 * Edits random documents at random, as a user, a paste, an undo or a replacement in many places does, good texts and
 * broken ones, and compares the index with what the whole text gives each time that it says it is settled.
 */
export function differential({ seed, documents, editsEach }: Run): {
  readonly edits: number;
  readonly mistakes: string[];
} {
  let edits = 0;
  for (let document = 0; document < documents; document++) {
    const random = new Random(seed + document);
    const session = new Session(random);
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
  /** What takes back the edits so far. */
  readonly #undo: TextChange[][] = [];

  constructor(random: Random) {
    this.#random = random;
    this.#format = random.chance(0.25) ? 'lines' : 'json';
    this.#document = new TextDocument(documentText(random, this.#format));
    const lengths = random.pick([
      { first: 30, most: 200 },
      { first: 100, most: 400 },
      { first: 2_048, most: 32_768 },
    ]);
    this.#index = new RecordIndex(this.#document, this.#format, lengths);
    if (random.chance(0.7)) this.#index.step();
  }

  edit(): void {
    const random = this.#random;
    const undone = random.chance(0.15) ? this.#undo.pop() : undefined;
    const changes = undone ?? this.#changes();
    if (!undone) this.#undo.push(inverse(this.#document, changes));
    this.#document.apply(changes);
    this.#index.change(changes);
    // At once, a part of it, or nothing yet.
    const steps = random.below(4);
    if (steps === 1) this.#index.step(0);
    if (steps > 1) this.#index.step();
  }

  /** What the index says otherwise than the whole text, if it is settled. */
  mistake(): string | undefined {
    if (!this.#index.isSettled) return undefined;
    const { text } = this.#document;
    const actual = stateOf(this.#index);
    const expected = stateFromScratch(text, this.#format);
    const different = expected.findIndex((line, at) => line !== actual[at]);
    if (different < 0 && actual.length === expected.length) return undefined;
    const at = different < 0 ? expected.length : different;
    return `expected ${expected[at]}, got ${actual[at]}, in ${JSON.stringify(text)}`;
  }

  /** From the last in the text to the first, as VS Code lists them. */
  #changes(): TextChange[] {
    const count = this.#random.chance(0.15) ? 3 : 1;
    const places = Array.from({ length: count * 2 }, () => this.#place()).sort(
      (a, b) => b.line - a.line || b.character - a.character,
    );
    const changes: TextChange[] = [];
    for (let at = 0; at < places.length; at += 2) {
      const [end, start] = [places[at] as Position, places[at + 1] as Position];
      const isLarge = this.#random.chance(0.1);
      const range = this.#random.chance(0.6) ? { start: end, end } : { start: isLarge ? start : this.#near(end), end };
      const later = changes.at(-1)?.range.start;
      if (
        later &&
        (range.end.line > later.line || (range.end.line === later.line && range.end.character > later.character))
      )
        continue;
      changes.push({ range, text: this.#random.chance(0.25) ? '' : snippet(this.#random, this.#format) });
    }
    // What reaches into the change before it would be no list of VS Code's.
    return changes.filter(({ range }, at) =>
      changes.slice(at + 1).every((other) => isBefore(other.range.end, range.start)),
    );
  }

  #place(): Position {
    const line = this.#random.below(this.#document.lineCount);
    const { length } = this.#document.getText({
      start: { line, character: 0 },
      end: { line, character: Number.MAX_SAFE_INTEGER },
    });
    return { line, character: this.#random.below(length + 1) };
  }

  #near(end: Position): Position {
    if (end.character === 0 && end.line > 0 && this.#random.chance(0.5)) {
      const line = end.line - 1;
      const { length } = this.#document.getText({
        start: { line, character: 0 },
        end: { line, character: Number.MAX_SAFE_INTEGER },
      });
      return { line, character: length };
    }
    return { line: end.line, character: Math.max(0, end.character - this.#random.below(8)) };
  }
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}

/** The changes that take others back. */
function inverse(document: TextDocument, changes: readonly TextChange[]): TextChange[] {
  const before = document.text;
  const after = new TextDocument(before);
  after.apply(changes);
  const whole = { start: { line: 0, character: 0 }, end: { line: after.lineCount, character: 0 } };
  const [only] = changes;
  if (changes.length !== 1 || !only) return [{ range: within(after, whole), text: before }];
  const lines = only.text.split(/\r\n|\r|\n/);
  const { start } = only.range;
  const last = lines.at(-1)?.length ?? 0;
  const end = { line: start.line + lines.length - 1, character: lines.length === 1 ? start.character + last : last };
  return [{ range: { start, end }, text: document.getText(only.range) }];
}

function within(document: TextDocument, { start }: TextChange['range']): TextChange['range'] {
  const line = document.lineCount - 1;
  const { length } = document.getText({
    start: { line, character: 0 },
    end: { line, character: Number.MAX_SAFE_INTEGER },
  });
  return { start, end: { line, character: length } };
}

function stateOf(index: RecordIndex): string[] {
  const state = [`shape ${index.shape}`];
  for (let at = 0; at < index.count; at++) {
    const { type, start, end } = index.entryAt(at);
    if (index.format !== 'lines') state.push(`${type} ${start.line}:${start.character}-${end.line}:${end.character}`);
  }
  const view = { rank: () => 0, near: 0, most: Number.POSITIVE_INFINITY };
  const findings = listFindings(index, view).map(({ finding, range, earlier }) => {
    const { start, end } = range;
    return [
      start.line,
      start.character,
      `${end.line}:${end.character}`,
      substance(finding),
      earlier ? `${earlier.start.line}:${earlier.start.character}` : '',
    ];
  });
  return [...state, ...inOrder(findings)];
}

function stateFromScratch(text: string, format: Format): string[] {
  const layout = layoutOf(text, format);
  const lines = new Lines(text);
  const at = (offset: number) => {
    const { line, character } = lines.positionAt(offset);
    return [line, character] as const;
  };
  const state = [`shape ${layout.shape}`];
  if (format !== 'lines') {
    for (const { type, offset, length } of layout.items) {
      state.push(`${type} ${at(offset).join(':')}-${at(offset + length).join(':')}`);
    }
  }
  const syntax = format === 'lines' ? syntaxFindings(text, format, layout.items) : [];
  const findings = [...syntax, ...checkAll(text, layout)].map((finding) => {
    const earlier = finding.rule === 'duplicate-job-id' ? at(finding.earlier.offset).join(':') : '';
    return [...at(finding.offset), at(finding.offset + finding.length).join(':'), substance(finding), earlier];
  });
  return [...state, ...inOrder(findings)];
}

/** A finding but for its place. */
function substance(finding: Finding): string {
  return JSON.stringify({ ...finding, offset: 0, length: 0, earlier: 0 });
}

function inOrder(findings: (string | number)[][]): string[] {
  return findings
    .sort(
      (a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]) || (String(a[3]) < String(b[3]) ? -1 : 1),
    )
    .map((finding) => finding.join(' '));
}

const ids = Array.from({ length: 6 }, (_, index) => `3469b87d-48ca-439a-868f-2160001da8c${index}`);
const records = [
  () => '{}',
  (random: Random) => `{ "jobId": "${random.pick(ids)}" }`,
  (random: Random) => `{\n  "jobId": "${random.pick(ids)}",\n  "status": "COMPLETE"\n}`,
  (random: Random) => `{ "status": "${random.pick(['COMPLETE', 'complete', 'x', ''])}", "name": "é😀" }`,
  (random: Random) =>
    `{\n    "name": "a // b { [",\n    "options": {\n      "includeTypes": [${random.pick(['"ROLE"', '"ROLE", "ROLE"', ''])}]\n    }\n  }`,
  (random: Random) =>
    `{ "jobId": "${random.pick(ids)}", /* x */ "created": "2021-05-11T22:23:1${random.pick(['6Z', '6', ''])}" }`,
  () => '{ "version": 1, "objects": [] }',
  () => '{ "a": { "b": [ 1, { "c": 2 } ] } }',
];

function documentText(random: Random, format: Format): string {
  if (format === 'lines') {
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
    list,
    `// x\n${value(random)}\n`,
    `\n\n/* ${'x'.repeat(300)} */ [${list}]`,
  ]);
  const lineEnd = random.chance(0.2) ? '\r\n' : '\n';
  return text.replaceAll('\n', isMinified ? '' : lineEnd);
}

function value(random: Random): string {
  if (random.chance(0.85)) return random.pick(records)(random);
  return random.pick(['"x"', '5', 'null', '[1, {"a": 2}]', 'nul', '"a": 5', 'tru e']);
}

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
];

function snippet(random: Random, format: Format): string {
  if (random.chance(0.6)) return random.pick(noise);
  const text = random.chance(0.3) ? `${value(random)},\n${value(random)}` : value(random);
  return format === 'lines' && random.chance(0.8) ? text.replaceAll('\n', ' ') : text;
}

/** Random numbers that are the same for the same seed (mulberry32). */
class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}
