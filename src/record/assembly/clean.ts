/*
 * AssemblyScript: TypeScript's syntax, WebAssembly's types. `npm run generate` makes `generated/clean-wasm.ts` of this
 * folder, and `clean.ts` of the folder above loads that. See docs/document.md for why.
 *
 * What reads a value takes the place where it is to start, and returns the place behind it or `none`.
 */
import { indexAt, isAt, lengthOf } from './literals';
import {
  below,
  completed,
  created,
  dateTimeKind,
  enumKind,
  firstBelow,
  includeTypes,
  inProgress,
  integerKind,
  isNullable,
  isPartial,
  jobIdKind,
  kinds,
  modified,
  namesKind,
  notStarted,
  nullLiteral,
  objectKind,
  objectOptions,
  placeCount,
  status,
  stringKind,
  typesKind,
} from './places';
import {
  byteAt,
  closeBrace,
  closeBracket,
  colon,
  comma,
  countFrom,
  line,
  lineStart,
  none,
  openBrace,
  openBracket,
  skip,
  skipToComma,
} from './text';
import {
  forgetJobId,
  integer,
  isEarlier,
  jobId,
  jobIdAt,
  jobIdLine,
  jobIdLineStart,
  jobKeyHigh,
  jobKeyLow,
  string,
  time,
} from './values';

/** How many names a list may have that are compared with each other. */
const mostNames: i32 = 64;
const names = memory.data(64 * sizeof<i32>());
/** What has been found at each place of the schema: which value, where it starts, or a mask of what is in it. */
const notes = memory.data(64 * sizeof<i32>());

/** Where the answers to the last reading lie, in the order in which `clean.ts` of the folder above takes them. */
export const results = memory.data(7 * sizeof<i32>());

/**
 * Where the record ends that starts at `start`, if it certainly has no finding; `none` where it is not.
 * @param atLine how many line ends lie before it
 * @param atLineStart where the last of them ended
 */
export function record(start: i32, atLine: i32, atLineStart: i32): i32 {
  countFrom(atLine, atLineStart);
  forgetJobId();
  memory.fill(notes, 0xff, placeCount * sizeof<i32>());
  const end = object(start, 0);
  store<i32>(results, line, 0);
  store<i32>(results, lineStart, 4);
  store<i32>(results, jobKeyLow, 8);
  store<i32>(results, jobKeyHigh, 12);
  store<i32>(results, jobIdAt, 16);
  store<i32>(results, jobIdLine, 20);
  store<i32>(results, jobIdLineStart, 24);
  return end !== none && isConsistent() ? end : none;
}

function noteOf(place: i32): i32 {
  return load<i32>(notes + place * sizeof<i32>());
}

function setNote(place: i32, note: i32): void {
  store<i32>(notes + place * sizeof<i32>(), note);
}

function object(start: i32, place: i32): i32 {
  if (byteAt(start) !== openBrace) return none;
  let at = skip(start + 1);
  if (byteAt(at) === closeBrace) return at + 1;
  let seen = 0;
  let next = 0;
  while (true) {
    const index = indexAt(at, place, next);
    if (index < 0 || (seen & (1 << index)) !== 0) return none;
    at += lengthOf(place, index);
    if (byteAt(at) !== colon) at = skip(at);
    if (byteAt(at) !== colon) return none;
    at = value(skip(at + 1), load<u8>(below + <i32>load<u8>(firstBelow + place) + index));
    if (at === none) return none;
    seen |= 1 << index;
    next = index + 1;
    at = skipToComma(at);
    if (byteAt(at) !== comma) break;
    at = skip(at + 1);
  }
  setNote(place, seen);
  return byteAt(at) === closeBrace ? at + 1 : none;
}

function value(at: i32, place: i32): i32 {
  switch (<i32>load<u8>(kinds + place)) {
    case stringKind:
      return string(at);
    case enumKind:
      return literal(at, place);
    case dateTimeKind:
      setNote(place, at);
      return time(at);
    case jobIdKind:
      return jobId(at);
    case integerKind:
      return integer(at);
    case typesKind:
      return objectTypes(at, place);
    case namesKind:
      return nameList(at);
    case objectKind:
      if (load<u8>(isNullable + place) !== 0 && isAt(at, nullLiteral)) return at + 4;
      return object(at, place);
    default:
      return none;
  }
}

function literal(at: i32, place: i32): i32 {
  const index = indexAt(at, place, 0);
  setNote(place, index);
  return index < 0 ? none : at + lengthOf(place, index);
}

/** A list of known object types, each of them once. */
function objectTypes(start: i32, place: i32): i32 {
  if (byteAt(start) !== openBracket) return none;
  let types = 0;
  let next = 0;
  let at = skip(start + 1);
  while (byteAt(at) !== closeBracket || types !== 0) {
    const index = indexAt(at, place, next);
    if (index < 0 || (types & (1 << index)) !== 0) return none;
    types |= 1 << index;
    next = index + 1;
    at = skipToComma(at + lengthOf(place, index));
    if (byteAt(at) !== comma) break;
    at = skip(at + 1);
  }
  setNote(place, types);
  return byteAt(at) === closeBracket ? at + 1 : none;
}

/** A list of strings, each of them another. */
function nameList(start: i32): i32 {
  if (byteAt(start) !== openBracket) return none;
  let count = 0;
  let at = skip(start + 1);
  while (byteAt(at) !== closeBracket || count !== 0) {
    const end = string(at);
    if (end === none || count === mostNames) return none;
    for (let index = 0; index < count; index++) {
      // With its quotes, none is the beginning of another.
      if (areEqual(load<i32>(names + index * sizeof<i32>()), at, end - at)) return none;
    }
    store<i32>(names + count * sizeof<i32>(), at);
    count++;
    at = skipToComma(end);
    if (byteAt(at) !== comma) break;
    at = skip(at + 1);
  }
  return byteAt(at) === closeBracket ? at + 1 : none;
}

function areEqual(one: i32, other: i32, length: i32): bool {
  for (let index = 0; index < length; index++) if (byteAt(one + index) !== byteAt(other + index)) return false;
  return true;
}

/** The rules between values, as far as plain spellings can tell. */
function isConsistent(): bool {
  const start = noteOf(created);
  const end = noteOf(completed);
  const change = noteOf(modified);
  const state = noteOf(status);
  if (end >= 0 && (state === notStarted || state === inProgress)) return false;
  if (start >= 0 && end >= 0 && isEarlier(end, start)) return false;
  if (start >= 0 && change >= 0 && isEarlier(change, start)) return false;
  const types = noteOf(includeTypes);
  if (types < 0) return true;
  if (types !== 0 && noteOf(isPartial) === 0) return false;
  const options = noteOf(objectOptions);
  return options < 0 || (options & ~types) === 0;
}
