import type { FileEnvelope } from '../../document/envelope.ts';
import { type Layout, layoutOf } from '../../document/layout.ts';
import { firstProblem } from '../../document/syntax-reader.ts';
import { isJson } from '../../json/is-json.ts';
import { skipTrivia } from '../../json/lexer.ts';
import { keysOf } from '../../json/node.ts';
import { distinctiveNames } from '../../model/distinctive-names.ts';
import { record } from '../../model/schema.ts';
import { parse } from '../../record/parse/parse.ts';
import { foreignKind, isCertainlyRecord, isKnown } from '../../record/recognize.ts';
import { syntax } from '../../record/rules/whole-file/syntax.ts';
import { leftAroundJson } from './around.ts';
import { saysNothing } from './envelope-members.ts';
import type { LeftOut } from './left-out.ts';
import { found, type Reading } from './reading.ts';

/**
 * Reads the records of JSON, with comments or without, or of JSON Lines, also inside a page of results or an HTTP
 * response.
 * @returns undefined if there is no JSON in the text
 */
export function readJson(text: string): Reading | undefined {
  const layout = layoutOf(text);
  const { shape, items } = layout;
  if (shape === 'text' || shape === 'empty' || items.length === 0) return undefined;
  const records: string[] = [];
  const leftOut: LeftOut[] = [];
  let isAnyRecord = false;
  for (const { offset, length } of items) {
    const written = text.slice(offset, offset + length);
    const syntaxError = isJson(written) ? undefined : firstProblem(written, { withComments: true });
    if (syntaxError) return { problem: { offset: offset + syntaxError.offset, message: syntax.message(syntaxError) } };
    const json = withoutComments(written, (at, comment) =>
      leftOut.push({ offset: offset + at, why: 'comment', what: comment }),
    );
    if (!json.startsWith('{')) return { problem: { offset, message: 'A backup record is an object.' } };
    isAnyRecord ||= mayBeRecord(json);
    records.push(json);
  }
  if (!isAnyRecord)
    return { problem: { offset: items[0]?.offset ?? 0, message: 'This is JSON, but not a backup record.' } };
  const around = leftAround(text, layout);
  return found('JSON', records, [...leftOut, ...around.leftOut], around.isWhole && records.every(isRecord));
}

/** The text around the values, and whether its brackets are closed. */
interface Surroundings {
  readonly leftOut: readonly LeftOut[];
  readonly isWhole: boolean;
}

function leftAround(text: string, { start, items, envelope }: Layout): Surroundings {
  const bracket = envelope?.records.start ?? start;
  const isList = text[bracket] === '[';
  const first = items[0]?.offset ?? start;
  const last = items.at(-1);
  const end = last ? last.offset + last.length : start;
  const listEnd = isList ? endOfList(text, end) : end;
  const whole = envelope ? envelope.whole : { start, end: listEnd };
  const isWhole = whole !== undefined && !(isList && listEnd === end);
  const between = items.slice(1).map(({ offset }, index): [number, number] => {
    const before = items[index];
    return [before ? before.offset + before.length : offset, offset];
  });
  const parts: [number, number][] = [
    [0, start],
    [isList ? bracket + 1 : first, first],
    ...between,
    [end, isList && isWhole ? listEnd - 1 : end],
    [whole?.end ?? end, text.length],
  ];
  const leftOut = parts.flatMap(([from, to]) => leftAroundJson(text, from, to));
  const { leftOut: inEnvelope, isWhole: isJsonAround } = envelope
    ? leftInEnvelope(text, start, envelope)
    : { leftOut: [], isWhole: true };
  return { leftOut: [...leftOut, ...inEnvelope], isWhole: isWhole && isJsonAround };
}

/** Where a list ends, after its last item; there if it is not closed. */
function endOfList(text: string, end: number): number {
  const comma = skipTrivia(text, end);
  const bracket = text[comma] === ',' ? skipTrivia(text, comma + 1) : comma;
  return text[bracket] === ']' ? bracket + 1 : end;
}

/** The other properties of the object around the records. */
function leftInEnvelope(text: string, start: number, { whole, records, name }: FileEnvelope): Surroundings {
  const blank = '{}'.padEnd(records.end - records.start);
  const object = `${text.slice(start, records.start)}${blank}${text.slice(records.end, whole?.end)}`;
  const leftOut: LeftOut[] = [];
  withoutComments(object, (offset, what) => leftOut.push({ offset: start + offset, why: 'comment', what }));
  for (const { offset, children: [nameNode, value] = [] } of parse(object)?.children ?? []) {
    const what = String(nameNode?.value);
    if (what !== name && !saysNothing(what, value))
      leftOut.push({ offset: start + offset, why: 'beside the records', what });
  }
  return { leftOut, isWhole: firstProblem(object, { withComments: true }) === undefined };
}

/** Whether an object is certainly a backup record. */
export function isRecord(json: string): boolean {
  return isCertainlyRecord(parse(json));
}

const distinctive: ReadonlySet<string | undefined> = new Set(distinctiveNames);

/** Whether an object has a name that only records have, or no names of anything else. */
function mayBeRecord(json: string): boolean {
  const node = parse(json);
  if (!node || foreignKind(node)) return false;
  const names = keysOf(node);
  return names.every(isKnown) || names.some((name) => distinctive.has(record.names?.folded(name)));
}

const stringOrComment = /("(?:[^"\\]|\\.)*")|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g;
const stringOrComma = /("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g;

/**
 * JSON without its comments and trailing commas.
 * @param onComment is called with the offset and the text of each comment
 */
export function withoutComments(written: string, onComment?: (offset: number, comment: string) => void): string {
  if (isJson(written)) return written;
  const keepString = (_all: string, string?: string): string => string ?? '';
  const noteComment = (all: string, string: string | undefined, offset: number): string => {
    if (string === undefined) onComment?.(offset, all);
    return string ?? '';
  };
  return written.replace(stringOrComment, noteComment).replace(stringOrComma, keepString);
}
