import {
  backslash,
  byteAt,
  colon,
  dash,
  dot,
  isDigit,
  lastOfAscii,
  letterT,
  letterZ,
  line,
  lineStart,
  none,
  quote,
  space,
  wordAt,
  zero,
} from './text';

/** 2^53 - 1 has 16 digits: an integer with fewer needs no closer look. */
const mostDigits: i32 = 15;
/** How long a UUID is with its quotes. */
const uuidLength: i32 = 38;
/** Where in it four digits stand together: they are all of its digits. */
const uuidWords = memory.data<u8>([1, 5, 10, 15, 20, 25, 29, 33]);
const uuidWordCount: i32 = 8;
/** By month, from 1: the days that it has in every year. */
const daysOf = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

/** Of the last record: what stands for its `jobId`, and where the id's quotes start. */
export let jobKeyLow: i32 = 0;
export let jobKeyHigh: i32 = 0;
export let jobIdAt: i32 = 0;
export let jobIdLine: i32 = 0;
export let jobIdLineStart: i32 = 0;

/** Forgets the id of the record before: not every record has one. */
export function forgetJobId(): void {
  jobKeyLow = 0;
  jobKeyHigh = 0;
}

/** A string without escapes. */
export function string(at: i32): i32 {
  if (byteAt(at) !== quote) return none;
  let byte = byteAt(++at);
  while (byte >= space && byte <= lastOfAscii && byte !== quote && byte !== backslash) byte = byteAt(++at);
  return byte === quote ? at + 1 : none;
}

/** A number without a sign, a fraction or an exponent, of which every reader keeps all digits. */
export function integer(at: i32): i32 {
  let end = at;
  while (isDigit(byteAt(end))) end++;
  const length = end - at;
  return length === 1 || (length > 1 && length <= mostDigits && byteAt(at) !== zero) ? end : none;
}

/** A UUID. Its key is FNV-1a, and a second hash like it side by side, a word at a time: `job-key.ts` has the same. */
export function jobId(at: i32): i32 {
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
export function time(at: i32): i32 {
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
export function isEarlier(one: i32, other: i32): bool {
  for (let index = 1; ; index++) {
    const byte = byteAt(one + index);
    const otherByte = byteAt(other + index);
    // Where the one ends that is shorter, its Z is the greater letter and yet the earlier time.
    if (byte !== otherByte) return byte === letterZ || (byte < otherByte && otherByte !== letterZ);
    if (byte === letterZ) break;
  }
  return false;
}
