/*
 * AssemblyScript: TypeScript's syntax with WebAssembly's types. `npm run generate` compiles this folder into
 * `generated/first-look.ts`, which `first-look.ts` in the folder above loads. docs/incremental-check.md says why.
 *
 * It knows the schema, as tables that are generated from it, and no rule. A function that reads a value takes the offset
 * where the value is to start, and returns the offset after it, or `none`.
 */
import { indexAt, isAt, lengthOf } from './literals';
import * as tables from './tables';
import { Byte, byteAt, line, lineStart, none, skip, skipToComma, startAt } from './text';
import * as values from './values';

/** How many names a list may have that are compared with each other. */
const maxNames: i32 = 64;
const names = memory.data(64 * sizeof<i32>());

/** The answers about the last record and the notes on its values, both laid out by `facts.ts` in the folder above. */
export const answers = memory.data(tables.answerCount * sizeof<i32>());
export const notes = memory.data(tables.noteCount * sizeof<i32>());

/**
 * Where the record that starts at `start` ends, if all its names and values are plainly written and as the schema wants
 * them, each name once; else `none`.
 * @param atLine how many line ends are before it
 * @param atLineStart where the last of them ended
 * @param mayHaveComments whether the text is JSON with comments
 */
export function record(start: i32, atLine: i32, atLineStart: i32, mayHaveComments: bool): i32 {
  startAt(atLine, atLineStart, mayHaveComments);
  values.forgetJobId();
  memory.fill(notes, 0xff, tables.definitionCount * sizeof<i32>());
  const end = object(start, 0);
  answer(tables.lineAnswer, line);
  answer(tables.lineStartAnswer, lineStart);
  answer(tables.jobKeyLowAnswer, values.jobKeyLow);
  answer(tables.jobKeyHighAnswer, values.jobKeyHigh);
  answer(tables.jobIdAtAnswer, values.jobIdAt);
  answer(tables.jobIdLineAnswer, values.jobIdLine);
  answer(tables.jobIdLineStartAnswer, values.jobIdLineStart);
  return end;
}

function answer(index: i32, value: i32): void {
  store<i32>(answers + index * sizeof<i32>(), value);
}

function note(definition: i32, index: i32, value: i32): void {
  store<i32>(notes + (index * tables.definitionCount + definition) * sizeof<i32>(), value);
}

function object(start: i32, definition: i32): i32 {
  if (byteAt(start) !== Byte.OpenBrace) return none;
  note(definition, tables.valueNote, 0);
  let at = skip(start + 1);
  if (byteAt(at) === Byte.CloseBrace) return at + 1;
  let seen = 0;
  let next = 0;
  while (true) {
    const index = indexAt(at, definition, next);
    if (index < 0 || (seen & (1 << index)) !== 0) return none;
    at += lengthOf(definition, index);
    if (byteAt(at) !== Byte.Colon) at = skip(at);
    if (byteAt(at) !== Byte.Colon) return none;
    at = value(skip(at + 1), load<u8>(tables.below + <i32>load<u8>(tables.firstBelow + definition) + index));
    if (at === none) return none;
    seen |= 1 << index;
    next = index + 1;
    at = skipToComma(at);
    if (byteAt(at) !== Byte.Comma) break;
    at = skip(at + 1);
  }
  note(definition, tables.valueNote, seen);
  return byteAt(at) === Byte.CloseBrace ? at + 1 : none;
}

function value(at: i32, definition: i32): i32 {
  switch (<i32>load<u8>(tables.kinds + definition)) {
    case tables.stringKind:
      return values.string(at);
    case tables.enumKind:
      return literal(at, definition);
    case tables.dateTimeKind:
      return instant(at, definition);
    case tables.jobIdKind:
      return values.jobId(at);
    case tables.integerKind:
      return values.integer(at);
    case tables.typesKind:
      return objectTypes(at, definition);
    case tables.namesKind:
      return nameList(at);
    case tables.objectKind:
      if (load<u8>(tables.isNullable + definition) !== 0 && isAt(at, tables.nullLiteral)) return at + 4;
      return object(at, definition);
    default:
      return none;
  }
}

function literal(at: i32, definition: i32): i32 {
  const index = indexAt(at, definition, 0);
  note(definition, tables.valueNote, index);
  return index < 0 ? none : at + lengthOf(definition, index);
}

/** A time in UTC, noted for comparisons with others. */
function instant(at: i32, definition: i32): i32 {
  const end = values.time(at);
  note(definition, tables.dayNote, values.day);
  note(definition, tables.timeNote, values.timeOfDay);
  note(definition, tables.nanosecondNote, values.nanosecond);
  return end;
}

/** A list of known object types, each of them once. */
function objectTypes(start: i32, definition: i32): i32 {
  if (byteAt(start) !== Byte.OpenBracket) return none;
  let types = 0;
  let next = 0;
  let at = skip(start + 1);
  while (byteAt(at) !== Byte.CloseBracket || types !== 0) {
    const index = indexAt(at, definition, next);
    if (index < 0 || (types & (1 << index)) !== 0) return none;
    types |= 1 << index;
    next = index + 1;
    at = skipToComma(at + lengthOf(definition, index));
    if (byteAt(at) !== Byte.Comma) break;
    at = skip(at + 1);
  }
  note(definition, tables.valueNote, types);
  return byteAt(at) === Byte.CloseBracket ? at + 1 : none;
}

/** A list of strings, all different. */
function nameList(start: i32): i32 {
  if (byteAt(start) !== Byte.OpenBracket) return none;
  let count = 0;
  let at = skip(start + 1);
  while (byteAt(at) !== Byte.CloseBracket || count !== 0) {
    const end = values.string(at);
    if (end === none || count === maxNames) return none;
    for (let index = 0; index < count; index++) {
      // With its quotes, no string is the beginning of another.
      if (areEqual(load<i32>(names + index * sizeof<i32>()), at, end - at)) return none;
    }
    store<i32>(names + count * sizeof<i32>(), at);
    count++;
    at = skipToComma(end);
    if (byteAt(at) !== Byte.Comma) break;
    at = skip(at + 1);
  }
  return byteAt(at) === Byte.CloseBracket ? at + 1 : none;
}

function areEqual(one: i32, other: i32, length: i32): bool {
  for (let index = 0; index < length; index++) if (byteAt(one + index) !== byteAt(other + index)) return false;
  return true;
}
