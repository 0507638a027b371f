import { Byte, byteAt, isDigit, line, lineStart, none, wordAt } from './text';

/** 2^53 - 1 has 16 digits: an integer with fewer needs no closer look. */
const maxDigits: i32 = 15;
/** How long a UUID is with its quotes. */
const uuidLength: i32 = 38;
/** Where it has four digits together: these are all its digits. */
const uuidWords = memory.data<u8>([1, 5, 10, 15, 20, 25, 29, 33]);
const uuidWordCount: i32 = 8;
/** The days that each month has in every year, by month from 1. */
const daysOf = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

/** The key of the last record's `jobId`, and where the id's opening quote is. */
export let jobKeyLow: i32 = 0;
export let jobKeyHigh: i32 = 0;
export let jobIdAt: i32 = 0;
export let jobIdLine: i32 = 0;
export let jobIdLineStart: i32 = 0;

/** The last time: its day as `YYYYMMDD`, then `HHMMSS`, then the nanoseconds. */
export let day: i32 = 0;
export let timeOfDay: i32 = 0;
export let nanosecond: i32 = 0;
/** A fraction of a second with more digits is left to the slow way. */
const maxFractionDigits: i32 = 9;

/** Forgets the id of the record before, since not every record has one. */
export function forgetJobId(): void {
  jobKeyLow = 0;
  jobKeyHigh = 0;
}

/** A string without escapes. */
export function string(at: i32): i32 {
  if (byteAt(at) !== Byte.Quote) return none;
  let byte = byteAt(++at);
  while (byte >= Byte.Space && byte <= Byte.LastOfAscii && byte !== Byte.Quote && byte !== Byte.Backslash)
    byte = byteAt(++at);
  return byte === Byte.Quote ? at + 1 : none;
}

/** A number without a sign, a fraction or an exponent, so short that every reader keeps all its digits. */
export function integer(at: i32): i32 {
  let end = at;
  while (isDigit(byteAt(end))) end++;
  const length = end - at;
  return length === 1 || (length > 1 && length <= maxDigits && byteAt(at) !== Byte.Zero) ? end : none;
}

/** A UUID. Its key is made of two FNV-1a hashes side by side, a word at a time, as in `job-key.ts`. */
export function jobId(at: i32): i32 {
  if (byteAt(at) !== Byte.Quote || byteAt(at + uuidLength - 1) !== Byte.Quote) return none;
  if (byteAt(at + 9) !== Byte.Dash || byteAt(at + 14) !== Byte.Dash) return none;
  if (byteAt(at + 19) !== Byte.Dash || byteAt(at + 24) !== Byte.Dash) return none;
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
 * Whether four characters of ASCII are hexadecimal digits, all tested at once. One sum lifts characters to 128 and above
 * from the first of a range on, the other from the first after the range.
 */
function areHexDigits(word: i32): bool {
  const digits = (word + 0x50505050) & ~(word + 0x46464646);
  const small = word | 0x20202020;
  const letters = (small + 0x1f1f1f1f) & ~(small + 0x19191919);
  return ((digits | letters) & 0x80808080) === 0x80808080;
}

/** The number that two digits make; below zero if they are not digits. */
function twoDigits(at: i32): i32 {
  const tens = byteAt(at);
  const ones = byteAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - Byte.Zero) * 10 + ones - Byte.Zero : none;
}

function isBelow(number: i32, end: i32): bool {
  return number >= 0 && number < end;
}

/** A time in UTC on a day that exists every year; the slow way decides about 29 February and leap seconds. */
export function time(at: i32): i32 {
  if (byteAt(at) !== Byte.Quote || byteAt(at + 5) !== Byte.Dash || byteAt(at + 8) !== Byte.Dash) return none;
  if (byteAt(at + 11) !== Byte.LetterT || byteAt(at + 14) !== Byte.Colon || byteAt(at + 17) !== Byte.Colon) return none;
  const century = twoDigits(at + 1);
  const year = twoDigits(at + 3);
  const month = twoDigits(at + 6);
  const date = twoDigits(at + 9);
  if (century < 0 || year < 0 || month < 1 || month > 12) return none;
  if (date < 1 || date > <i32>load<u8>(daysOf + month)) return none;
  const hour = twoDigits(at + 12);
  const minute = twoDigits(at + 15);
  const second = twoDigits(at + 18);
  if (!isBelow(hour, 24) || !isBelow(minute, 60) || !isBelow(second, 60)) return none;
  const end = fraction(at + 20);
  if (end === none || byteAt(end) !== Byte.LetterZ || byteAt(end + 1) !== Byte.Quote) return none;
  day = ((century * 100 + year) * 100 + month) * 100 + date;
  timeOfDay = (hour * 100 + minute) * 100 + second;
  return end + 2;
}

/** The fraction of a second, if there is one. */
function fraction(at: i32): i32 {
  nanosecond = 0;
  if (byteAt(at) !== Byte.Dot) return at;
  const start = ++at;
  while (isDigit(byteAt(at))) nanosecond = nanosecond * 10 + byteAt(at++) - Byte.Zero;
  const count = at - start;
  if (count === 0 || count > maxFractionDigits) return none;
  for (let missing = maxFractionDigits - count; missing > 0; missing--) nanosecond *= 10;
  return at;
}
