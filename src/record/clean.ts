import type { Bytes } from './bytes.ts';
import { jobKeyIn } from './job-key.ts';
import { Char } from './lexer.ts';
import { Literals } from './literals.ts';
import { type Definition, definition, type JsonType, record } from './schema.ts';

/** What a place in a record wants, made ready for reading. */
interface Place {
  readonly kind: JsonType | 'enum' | 'date-time' | 'jobId' | 'names' | '$schema';
  readonly nullable: boolean;
  /** Where the reader notes what it found here. */
  readonly note: number;
  /** Of an object the names, of a string the values, of a list the values of its items. */
  readonly literals: Literals;
  readonly places: readonly Place[];
}

const places = new Map<Definition, Place>();
const root = placeOf(record);

function placeOf(definition: Definition): Place {
  const known = places.get(definition);
  if (known) return known;
  const { names, values, items, nullable } = definition;
  const below: Place[] = [];
  const place: Place = {
    kind: kindOf(definition),
    nullable,
    note: places.size,
    literals: new Literals((names ?? values ?? items?.values)?.all ?? []),
    places: below,
  };
  places.set(definition, place);
  for (const one of definition.places ?? []) below.push(placeOf(one));
  return place;
}

function kindOf({ id, type, values, items, format }: Definition): Place['kind'] {
  if (id === 'jobId' || id === '$schema') return id;
  if (values) return 'enum';
  if (format === 'date-time') return format;
  return items && !items.values ? 'names' : type;
}

function noteOf(id: string): number {
  return placeOf(definition(id)).note;
}

const status = noteOf('status');
const unfinished = ['NOT_STARTED', 'IN_PROGRESS'].map((value) => definition('status').values?.index(value));
const isPartial = noteOf('isPartial');
const created = noteOf('created');
const modified = noteOf('modified');
const completed = noteOf('completed');
const includeTypes = noteOf('includeTypes');
const objectOptions = noteOf('objectOptions');

/** 2^53 - 1 has 16 digits: an integer with fewer needs no closer look. */
const mostDigits = 15;
/** How many names a list may have that are compared with each other. */
const mostNames = 64;
const none = -1;

/**
 * Reads records without parsing them, and says of each whether it certainly has no finding of its own, wherever it
 * stands: the usual case. Only plain spellings are accepted, so that whatever is accepted is right; what is not
 * accepted may be right too, which is for `checkRecord` to say. It makes no objects, and is faster than `JSON.parse`.
 */
export class CleanReader {
  /** The place that has been read up to. */
  at = 0;
  /** How many line ends have been passed, and where the last of them ended. */
  line = 0;
  lineStart = 0;
  /** Of the last record: the key of its `jobId`, 0 where it has none, and where the id's quotes start. */
  jobKey = 0;
  jobIdAt = 0;
  jobIdLine = 0;
  jobIdLineStart = 0;
  /** What has been found at each place: which value, where it starts, or a mask of what is in it. */
  readonly #notes = new Int32Array(places.size);
  readonly #names = new Int32Array(mostNames);

  constructor(readonly text: Bytes) {}

  /** Whether the record that starts at `at` is clean; then `at` is where its closing brace ends. */
  read(at: number): boolean {
    this.at = at;
    this.jobKey = 0;
    this.#notes.fill(none);
    return this.#object(root) && this.#isConsistent();
  }

  #object(place: Place): boolean {
    if (!this.#take(Char.OpenBrace)) return false;
    if (this.#take(Char.CloseBrace)) return true;
    const { literals } = place;
    let seen = 0;
    let next = 0;
    do {
      this.#skipSpace();
      const index = literals.indexAt(this.text, this.at, next);
      if (index < 0 || seen & (1 << index)) return false;
      this.at += literals.lengthOf(index);
      if (!this.#take(Char.Colon)) return false;
      this.#skipSpace();
      if (!this.#value(place.places[index] as Place)) return false;
      seen |= 1 << index;
      next = index + 1;
    } while (this.#take(Char.Comma));
    this.#notes[place.note] = seen;
    return this.#take(Char.CloseBrace);
  }

  #value(place: Place): boolean {
    switch (place.kind) {
      case 'string':
        return this.#string();
      case 'enum':
        return this.#enum(place);
      case 'date-time':
        return this.#time(place);
      case 'jobId':
        return this.#jobId();
      case 'boolean':
        return this.#boolean(place);
      case 'integer':
        return this.#integer();
      case 'array':
        return this.#types(place);
      case 'names':
        return this.#nameList();
      case 'object':
        return (place.nullable && this.#word(nullWord)) || this.#object(place);
      case '$schema':
        return false;
    }
  }

  #enum({ literals, note }: Place): boolean {
    const index = literals.indexAt(this.text, this.at, 0);
    if (index < 0) return false;
    this.at += literals.lengthOf(index);
    this.#notes[note] = index;
    return true;
  }

  #boolean({ note }: Place): boolean {
    const isTrue = this.#word(trueWord);
    if (!isTrue && !this.#word(falseWord)) return false;
    this.#notes[note] = isTrue ? 1 : 0;
    return true;
  }

  #word(word: number): boolean {
    const { view } = this.text;
    if (view.getInt32(this.at, true) !== word) return false;
    if (word === falseWord && this.text.bytes[this.at + 4] !== letterE) return false;
    this.at += word === falseWord ? 5 : 4;
    return true;
  }

  #integer(): boolean {
    const { bytes } = this.text;
    const start = this.at;
    while (isDigit(bytes[this.at] as number)) this.at++;
    const length = this.at - start;
    return length === 1 || (length > 1 && length <= mostDigits && bytes[start] !== zero);
  }

  #string(): boolean {
    const { bytes } = this.text;
    let at = this.at;
    if (bytes[at++] !== Char.Quote) return false;
    while (isPlain[bytes[at] as number] === 1) at++;
    this.at = at + 1;
    return bytes[at] === Char.Quote;
  }

  #jobId(): boolean {
    const { bytes } = this.text;
    const { at } = this;
    if (bytes[at] !== Char.Quote || bytes[at + 37] !== Char.Quote) return false;
    for (let index = 0; index < 36; index++) {
      const byte = bytes[at + 1 + index] as number;
      const isDash = index === 8 || index === 13 || index === 18 || index === 23;
      if (isDash ? byte !== dash : isHexDigit[byte] !== 1) return false;
    }
    this.jobKey = jobKeyIn(bytes, at + 1);
    this.jobIdAt = at;
    this.jobIdLine = this.line;
    this.jobIdLineStart = this.lineStart;
    this.at = at + 38;
    return true;
  }

  /** A time in UTC on a day that there is; of 29 February and of leap seconds the slow way decides. */
  #time({ note }: Place): boolean {
    const { bytes } = this.text;
    const { at } = this;
    this.#notes[note] = at;
    if (bytes[at] !== Char.Quote || bytes[at + 5] !== dash || bytes[at + 8] !== dash) return false;
    if (bytes[at + 11] !== letterT || bytes[at + 14] !== Char.Colon || bytes[at + 17] !== Char.Colon) return false;
    const century = this.#twoDigits(at + 1);
    const year = this.#twoDigits(at + 3);
    const month = this.#twoDigits(at + 6);
    const day = this.#twoDigits(at + 9);
    const hours = this.#twoDigits(at + 12);
    const minutes = this.#twoDigits(at + 15);
    const seconds = this.#twoDigits(at + 18);
    if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1 || day > (daysOf[month] as number)) return false;
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return false;
    let end = at + 20;
    if (bytes[end] === dot) {
      if (!isDigit(bytes[++end] as number)) return false;
      while (isDigit(bytes[end] as number)) end++;
    }
    this.at = end + 2;
    return bytes[end] === letterZ && bytes[end + 1] === Char.Quote;
  }

  /** The number that two digits make; below zero where they are none. */
  #twoDigits(at: number): number {
    const { bytes } = this.text;
    const tens = bytes[at] as number;
    const ones = bytes[at + 1] as number;
    return isDigit(tens) && isDigit(ones) ? (tens - zero) * 10 + ones - zero : none;
  }

  #types({ literals, note }: Place): boolean {
    this.#notes[note] = 0;
    if (!this.#take(Char.OpenBracket)) return false;
    if (this.#take(Char.CloseBracket)) return true;
    let types = 0;
    let next = 0;
    do {
      this.#skipSpace();
      const index = literals.indexAt(this.text, this.at, next);
      if (index < 0 || types & (1 << index)) return false;
      this.at += literals.lengthOf(index);
      types |= 1 << index;
      next = index + 1;
    } while (this.#take(Char.Comma));
    this.#notes[note] = types;
    return this.#take(Char.CloseBracket);
  }

  /** A list of strings, each of them another: two are taken for the same where their hashes are. */
  #nameList(): boolean {
    if (!this.#take(Char.OpenBracket)) return false;
    if (this.#take(Char.CloseBracket)) return true;
    let count = 0;
    do {
      this.#skipSpace();
      const start = this.at;
      if (!this.#string() || count === mostNames) return false;
      const hash = this.#hash(start, this.at);
      if (this.#names.lastIndexOf(hash, count - 1) >= 0 && count > 0) return false;
      this.#names[count++] = hash;
    } while (this.#take(Char.Comma));
    return this.#take(Char.CloseBracket);
  }

  #hash(start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (this.text.bytes[at] as number), 0x01000193);
    return hash | 0;
  }

  /** The rules between values, as far as plain spellings can tell. */
  #isConsistent(): boolean {
    const notes = this.#notes;
    const start = notes[created] as number;
    const end = notes[completed] as number;
    if (end >= 0 && unfinished.includes(notes[status])) return false;
    if (start >= 0 && end >= 0 && this.#isEarlier(end, start)) return false;
    if (start >= 0 && (notes[modified] as number) >= 0 && this.#isEarlier(notes[modified] as number, start))
      return false;
    const types = notes[includeTypes] as number;
    if (types < 0) return true;
    if (types !== 0 && notes[isPartial] === 0) return false;
    const options = notes[objectOptions] as number;
    return options < 0 || (options & ~types) === 0;
  }

  /** Whether one time may be earlier than another: of two that differ in zeros at the end alone, it says so too. */
  #isEarlier(one: number, other: number): boolean {
    const { bytes } = this.text;
    for (let index = 1; ; index++) {
      const byte = bytes[one + index] as number;
      const difference = byte - (bytes[other + index] as number);
      // The shorter one has its Z where the longer one has its dot, or a digit: later by its letter, earlier by its time.
      if (difference !== 0) return byte === letterZ || (difference < 0 && bytes[other + index] !== letterZ);
      if (byte === letterZ) return false;
    }
  }

  #take(char: number): boolean {
    this.#skipSpace();
    if (this.text.bytes[this.at] !== char) return false;
    this.at++;
    return true;
  }

  #skipSpace(): void {
    const { bytes, view } = this.text;
    let { at } = this;
    for (;;) {
      const byte = bytes[at] as number;
      if (byte > Char.Space) break;
      if (byte === Char.LineFeed) {
        this.line++;
        this.lineStart = at + 1;
        // What follows is most often an indentation.
        while (view.getInt32(at + 1, true) === fourSpaces) at += 4;
      } else if (byte !== Char.Space && byte !== Char.CarriageReturn && byte !== Char.Tab) break;
      at++;
    }
    this.at = at;
  }
}

const fourSpaces = 0x20202020;
const trueWord = wordOf('true');
const falseWord = wordOf('fals');
const nullWord = wordOf('null');
const dash = 0x2d;
const dot = 0x2e;
const zero = 0x30;
const letterE = 0x65;
const letterT = 0x54;
const letterZ = 0x5a;
/** By month, from 1: the days that it has in every year. */
const daysOf = new Uint8Array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
/** What may stand in a string as it is. */
const isPlain = new Uint8Array(256).fill(1, Char.Space, 128);
isPlain[Char.Quote] = 0;
isPlain[Char.Backslash] = 0;
const isHexDigit = new Uint8Array(256);
for (const digit of '0123456789abcdefABCDEF') isHexDigit[digit.charCodeAt(0)] = 1;

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= zero + 9;
}

/** Four letters as they are read at once. */
function wordOf(letters: string): number {
  return new DataView(new TextEncoder().encode(letters).buffer).getInt32(0, true);
}
