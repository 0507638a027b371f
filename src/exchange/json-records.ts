import { layoutOf } from '../document/layout.ts';
import { firstProblem } from '../document/syntax-reader.ts';
import { distinctiveNames } from '../record/distinctive-names.ts';
import { isJson } from '../record/json.ts';
import { parse } from '../record/parse.ts';
import { namesOf } from '../record/powershell.ts';
import { foreignKind, isKnown } from '../record/recognize.ts';
import { syntax } from '../record/rules/syntax.ts';
import { record } from '../record/schema.ts';
import type { Reading } from './reading.ts';

/**
 * Reads the records of JSON, with comments or without, of JSON Lines, or of what is around them in a page of results or
 * an HTTP response. Text before and after the JSON does not matter.
 * @returns undefined if there is no JSON in the text
 */
export function readJson(text: string): Reading | undefined {
  const { shape, items } = layoutOf(text);
  if (shape === 'text' || shape === 'empty' || items.length === 0) return undefined;
  const records: string[] = [];
  let isAnyRecord = false;
  for (const { offset, length } of items) {
    const written = text.slice(offset, offset + length);
    const syntaxError = isJson(written) ? undefined : firstProblem(written, { withComments: true });
    if (syntaxError) return { problem: { offset: offset + syntaxError.offset, message: syntax.message(syntaxError) } };
    const json = withoutComments(written);
    if (!json.startsWith('{')) return { problem: { offset, message: 'A backup record is an object.' } };
    isAnyRecord ||= isRecord(json);
    records.push(json);
  }
  if (isAnyRecord) return { form: 'JSON', records };
  return { problem: { offset: items[0]?.offset ?? 0, message: 'This is JSON, but no backup record.' } };
}

const distinctive: ReadonlySet<string | undefined> = new Set(distinctiveNames);

/** Whether an object has a name that only records have, or no names of anything else. */
function isRecord(json: string): boolean {
  const node = parse(json);
  if (!node || foreignKind(node)) return false;
  const names = namesOf(node);
  return names.every(isKnown) || names.some((name) => distinctive.has(record.names?.folded(name)));
}

const stringOrComment = /("(?:[^"\\]|\\.)*")|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g;
const stringOrComma = /("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g;

/** JSON without its comments and trailing commas. */
export function withoutComments(written: string): string {
  if (isJson(written)) return written;
  const keepString = (_all: string, string?: string): string => string ?? '';
  return written.replace(stringOrComment, keepString).replace(stringOrComma, keepString);
}
