/*
 * AssemblyScript: TypeScript's syntax, WebAssembly's types. `npm run generate` makes `generated/clean-wasm.ts` of it, and
 * `clean.ts` loads that. See docs/document.md for why.
 *
 * Memory begins with the text, a byte a character. What reads a value takes the place where it is to start, and returns
 * the place behind it or `none`.
 */
import {
  below,
  completed,
  created,
  dateTimeKind,
  enumKind,
  firstBelow,
  firstLiteral,
  firstWord,
  includeTypes,
  inProgress,
  integerKind,
  isNullable,
  isPartial,
  jobIdKind,
  kinds,
  lengths,
  literalCount,
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
  words,
} from './places';

const none: i32 = -1;

const tab: i32 = 0x09;
const lineFeed: i32 = 0x0a;
const carriageReturn: i32 = 0x0d;
const space: i32 = 0x20;
const fourSpaces: i32 = 0x20202020;
const quote: i32 = 0x22;
const comma: i32 = 0x2c;
const dash: i32 = 0x2d;
const dot: i32 = 0x2e;
const zero: i32 = 0x30;
const colon: i32 = 0x3a;
const letterT: i32 = 0x54;
const letterZ: i32 = 0x5a;
const openBracket: i32 = 0x5b;
const backslash: i32 = 0x5c;
const closeBracket: i32 = 0x5d;
const openBrace: i32 = 0x7b;
const closeBrace: i32 = 0x7d;
const lastOfAscii: i32 = 0x7f;

/** 2^53 - 1 has 16 digits: an integer with fewer needs no closer look. */
const mostDigits: i32 = 15;
/** How long a UUID is with its quotes. */
const uuidLength: i32 = 38;
/** Where in it four digits stand together: they are all of its digits. */
const uuidWords = memory.data<u8>([1, 5, 10, 15, 20, 25, 29, 33]);
const uuidWordCount: i32 = 8;
/** By month, from 1: the days that it has in every year. */
const daysOf = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
/** How many names a list may have that are compared with each other. */
const mostNames: i32 = 64;
const names = memory.data(64 * sizeof<i32>());
/** What has been found at each place of the schema: which value, where it starts, or a mask of what is in it. */
const notes = memory.data(64 * sizeof<i32>());

/** How many line ends have been passed, and where the last of them ended. */
let line: i32 = 0;
let lineStart: i32 = 0;
/** Of the last record: what stands for its `jobId`, and where the id's quotes start. */
let jobKeyLow: i32 = 0;
let jobKeyHigh: i32 = 0;
let jobIdAt: i32 = 0;
let jobIdLine: i32 = 0;
let jobIdLineStart: i32 = 0;

/** Where the answers to the last reading lie, in the order of `results` in `clean.ts`. */
export const results = memory.data(7 * sizeof<i32>());

/**
 * Where the record ends that starts at `start`, if it certainly has no finding; `none` where it is not.
 * @param atLine how many line ends lie before it
 * @param atLineStart where the last of them ended
 */
export function record(start: i32, atLine: i32, atLineStart: i32): i32 {
  line = atLine;
  lineStart = atLineStart;
  jobKeyLow = 0;
  jobKeyHigh = 0;
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

function byteAt(at: i32): i32 {
  return load<u8>(at);
}

/** Four bytes as a number. */
function wordAt(at: i32): i32 {
  return load<i32>(at);
}

function noteOf(place: i32): i32 {
  return load<i32>(notes + place * sizeof<i32>());
}

function setNote(place: i32, note: i32): void {
  store<i32>(notes + place * sizeof<i32>(), note);
}

/** The first place at or behind `at` that is no white space. */
function skip(at: i32): i32 {
  let byte = byteAt(at);
  while (byte <= space) {
    if (byte === lineFeed) {
      line++;
      lineStart = at + 1;
      // What follows is most often an indentation.
      while (wordAt(at + 1) === fourSpaces) at += 4;
    } else if (byte !== space && byte !== carriageReturn && byte !== tab) break;
    byte = byteAt(++at);
  }
  return at;
}

/** Where the comma behind an item is, or else what is there in its place. */
function skipToComma(at: i32): i32 {
  return byteAt(at) === comma ? at : skip(at);
}

/** Whether a literal of the schema stands at `at`. */
function isAt(at: i32, literal: i32): bool {
  const first = <i32>load<u16>(firstWord + literal * sizeof<u16>());
  const last = <i32>load<u16>(firstWord + literal * sizeof<u16>(), sizeof<u16>()) - 1;
  for (let word = first; word < last; word++, at += 4) {
    if (wordAt(at) !== load<i32>(words + word * sizeof<i32>())) return false;
  }
  // What of the last word belongs to the literal.
  const mask: i32 = -1 >>> ((-(<i32>load<u8>(lengths + literal)) & 3) * 8);
  return (wordAt(at) & mask) === load<i32>(words + last * sizeof<i32>());
}

/**
 * Which of a place's literals starts at `at`; `none` where none does.
 * @param next the one to try first: they most often come in their order
 */
function indexAt(at: i32, place: i32, next: i32): i32 {
  const first = <i32>load<u8>(firstLiteral + place);
  const count = <i32>load<u8>(literalCount + place);
  for (let index = next; index < count; index++) if (isAt(at, first + index)) return index;
  for (let index = 0; index < next; index++) if (isAt(at, first + index)) return index;
  return none;
}

function lengthOf(place: i32, index: i32): i32 {
  return load<u8>(lengths + <i32>load<u8>(firstLiteral + place) + index);
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

function string(at: i32): i32 {
  if (byteAt(at) !== quote) return none;
  let byte = byteAt(++at);
  while (byte >= space && byte <= lastOfAscii && byte !== quote && byte !== backslash) byte = byteAt(++at);
  return byte === quote ? at + 1 : none;
}

function isDigit(byte: i32): bool {
  return byte >= zero && byte <= zero + 9;
}

function integer(at: i32): i32 {
  let end = at;
  while (isDigit(byteAt(end))) end++;
  const length = end - at;
  return length === 1 || (length > 1 && length <= mostDigits && byteAt(at) !== zero) ? end : none;
}

/** A UUID. Its key is FNV-1a, and a second hash like it side by side, a word at a time: `job-key.ts` has the same. */
function jobId(at: i32): i32 {
  if (byteAt(at) !== quote || byteAt(at + uuidLength - 1) !== quote) return none;
  if (byteAt(at + 9) !== dash || byteAt(at + 14) !== dash) return none;
  if (byteAt(at + 19) !== dash || byteAt(at + 24) !== dash) return none;
  let low: i32 = 0x811c9dc5;
  let high: i32 = 0x2545f491;
  for (let index = 0; index < uuidWordCount; index++) {
    const word = wordAt(at + load<u8>(uuidWords + index));
    if (!areHexDigits(word)) return none;
    low = (low ^ word) * 0x01000193;
    low ^= low >>> 13;
    high = (high ^ word) * 0x5bd1e995;
    high ^= high >>> 15;
  }
  jobKeyLow = low;
  jobKeyHigh = high;
  jobIdAt = at;
  jobIdLine = line;
  jobIdLineStart = lineStart;
  return at + uuidLength;
}

/**
 * Whether four characters of ASCII are hexadecimal digits, all looked at in one go: to each is added what lifts it to
 * 128 and above from the first character of a range on, and from the first behind it on.
 */
function areHexDigits(word: i32): bool {
  const digits = (word + 0x50505050) & ~(word + 0x46464646);
  const small = word | 0x20202020;
  const letters = (small + 0x1f1f1f1f) & ~(small + 0x19191919);
  return ((digits | letters) & 0x80808080) === 0x80808080;
}

/** The number that two digits make; below zero where they are none. */
function twoDigits(at: i32): i32 {
  const tens = byteAt(at);
  const ones = byteAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - zero) * 10 + ones - zero : none;
}

function isBelow(number: i32, end: i32): bool {
  return number >= 0 && number < end;
}

/** A time in UTC on a day that there is; of 29 February and of leap seconds the slow way decides. */
function time(at: i32): i32 {
  if (byteAt(at) !== quote || byteAt(at + 5) !== dash || byteAt(at + 8) !== dash) return none;
  if (byteAt(at + 11) !== letterT || byteAt(at + 14) !== colon || byteAt(at + 17) !== colon) return none;
  if (twoDigits(at + 1) < 0 || twoDigits(at + 3) < 0) return none;
  const month = twoDigits(at + 6);
  const day = twoDigits(at + 9);
  if (month < 1 || month > 12 || day < 1 || day > <i32>load<u8>(daysOf + month)) return none;
  if (!isBelow(twoDigits(at + 12), 24) || !isBelow(twoDigits(at + 15), 60)) return none;
  if (!isBelow(twoDigits(at + 18), 60)) return none;
  let end = at + 20;
  if (byteAt(end) === dot) {
    if (!isDigit(byteAt(++end))) return none;
    while (isDigit(byteAt(end))) end++;
  }
  return byteAt(end) === letterZ && byteAt(end + 1) === quote ? end + 2 : none;
}

/** Whether one time may be earlier than another: of two that differ in zeros at the end alone, it says so too. */
function isEarlier(one: i32, other: i32): bool {
  for (let index = 1; ; index++) {
    const byte = byteAt(one + index);
    const otherByte = byteAt(other + index);
    // Where the one ends that is shorter, its Z is the greater letter and yet the earlier time.
    if (byte !== otherByte) return byte === letterZ || (byte < otherByte && otherByte !== letterZ);
    if (byte === letterZ) break;
  }
  return false;
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
