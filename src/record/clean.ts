import { Char, isSpace } from './lexer.ts';
import type { Names } from './names.ts';
import { type Definition, record } from './schema.ts';

/** A record that certainly has no finding, wherever it stands. */
export interface CleanRecord {
  /** Where its closing brace ends. */
  readonly end: number;
  /** Its `jobId`: the one thing of it that other records must be asked for. */
  readonly jobId: string | undefined;
  /** Where the id's quotes start, counted from the record's start. */
  readonly jobIdOffset: number;
}

/**
 * Reads the record that starts at `start` without parsing it, and says whether it certainly has no finding: the usual
 * case, in about the time of `JSON.parse`. Only plain spellings are accepted, so that whatever is accepted is right;
 * what is not accepted may be right too, which is for `checkRecord` to say.
 */
export function cleanRecord(text: string, start: number): CleanRecord | undefined {
  const reader = new Reader(text, start);
  if (!reader.object(record) || !reader.isConsistent()) return undefined;
  return { end: reader.at, jobId: reader.values.get('jobId'), jobIdOffset: reader.jobIdAt - start };
}

/** 2^53 - 1 has 16 digits: an integer with fewer needs no closer look. */
const mostDigits = 15;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** A time in UTC, on a day that every month has. */
const plainTime = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
/** The days that only some months have; of 29 February the slow way decides. */
const lastDays = /^\d{4}-(?:(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T/;

/** Reads values as the schema wants them, and gives up, with `false`, at the first that is anything else. */
class Reader {
  /** Of the strings what is in their quotes, of the booleans their words; of lists, a mask of the object types in them. */
  readonly values = new Map<string, string>();
  jobIdAt = 0;
  #includedTypes: number | undefined;
  #optionTypes = 0;

  constructor(
    readonly text: string,
    public at: number,
  ) {}

  object(place: Definition): boolean {
    if (!this.#take(Char.OpenBrace)) return false;
    if (this.#take(Char.CloseBrace)) return true;
    let seen = 0;
    let next = 0;
    do {
      const index = this.#name(place.names, next);
      const below = index === undefined ? undefined : place.places?.[index];
      if (index === undefined || !below || below.id === '$schema' || seen & (1 << index)) return false;
      if (!this.#take(Char.Colon) || !this.#value(below)) return false;
      seen |= 1 << index;
      next = index + 1;
    } while (this.#take(Char.Comma));
    if (place.id === 'objectOptions') this.#optionTypes = seen;
    return this.#take(Char.CloseBrace);
  }

  /** The rules between values, as far as plain texts can tell. */
  isConsistent(): boolean {
    const created = this.values.get('created') ?? '';
    const completed = this.values.get('completed');
    const modified = this.values.get('modified');
    const status = this.values.get('status');
    if ((completed !== undefined && completed < created) || (modified !== undefined && modified < created))
      return false;
    if (completed !== undefined && (status === 'NOT_STARTED' || status === 'IN_PROGRESS')) return false;
    if (this.#includedTypes === undefined) return true;
    if (this.#includedTypes !== 0 && this.values.get('isPartial') === 'false') return false;
    return (this.#optionTypes & ~this.#includedTypes) === 0;
  }

  /** Which of the names stands here: most often the one that follows the last, which then need not be looked up. */
  #name(names: Names | undefined, next: number): number | undefined {
    const expected = names?.all[next];
    if (expected === undefined || !this.#take(Char.Quote)) return this.#lookUp(names);
    const end = this.at + expected.length;
    if (this.text.charCodeAt(end) === Char.Quote && this.text.startsWith(expected, this.at)) {
      this.at = end + 1;
      return next;
    }
    this.at--;
    return this.#lookUp(names);
  }

  #lookUp(names: Names | undefined): number | undefined {
    const name = this.#string();
    return name === undefined ? undefined : names?.index(name);
  }

  #value(place: Definition): boolean {
    switch (place.type) {
      case 'string':
        return this.#text(place);
      case 'boolean':
        return this.#word(place, 'true') || this.#word(place, 'false');
      case 'integer':
        return this.#integer();
      case 'array':
        return place.id === 'includeTypes' ? this.#types(place) : this.#names();
      case 'object':
        return (place.nullable && this.#word(place, 'null')) || this.object(place);
    }
  }

  #text(place: Definition): boolean {
    const value = this.#string();
    if (value === undefined) return false;
    if (!place.values && !place.format && place.id !== 'jobId') return true;
    // Without their Z, of which `16Z` would sort behind `16.5Z`, times in UTC sort as they follow each other.
    this.values.set(place.id, place.format ? value.slice(0, -1) : value);
    if (place.values) return place.values.has(value);
    if (place.format === 'date-time')
      return plainTime.test(value) || (lastDays.test(value) && plainTime.test(value.replace(/-\d\dT/, '-28T')));
    this.jobIdAt = this.at - value.length - 2;
    return uuid.test(value);
  }

  #word(place: Definition, word: string): boolean {
    this.#skipSpace();
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    this.values.set(place.id, word);
    return true;
  }

  #integer(): boolean {
    this.#skipSpace();
    const start = this.at;
    while (isDigit(this.text.charCodeAt(this.at))) this.at++;
    const length = this.at - start;
    return length === 1 || (length > 1 && length <= mostDigits && this.text[start] !== '0');
  }

  #types(place: Definition): boolean {
    let types = 0;
    const isRead = this.#list((value) => {
      const index = place.items?.values?.index(value);
      if (index === undefined || types & (1 << index)) return false;
      types |= 1 << index;
      return true;
    });
    this.#includedTypes = types;
    return isRead;
  }

  #names(): boolean {
    const names = new Set<string>();
    return this.#list((value) => names.size < names.add(value).size);
  }

  /** A list of strings, each of them asked for. */
  #list(isRight: (value: string) => boolean): boolean {
    if (!this.#take(Char.OpenBracket)) return false;
    if (this.#take(Char.CloseBracket)) return true;
    do {
      const value = this.#string();
      if (value === undefined || !isRight(value)) return false;
    } while (this.#take(Char.Comma));
    return this.#take(Char.CloseBracket);
  }

  /** What is in a string's quotes; undefined where an escape or anything else wants a closer look. */
  #string(): string | undefined {
    if (!this.#take(Char.Quote)) return undefined;
    const start = this.at;
    for (; this.at < this.text.length; this.at++) {
      const char = this.text.charCodeAt(this.at);
      if (char === Char.Quote) return this.text.slice(start, this.at++);
      if (char === Char.Backslash || char < Char.Space) return undefined;
    }
    return undefined;
  }

  #take(char: number): boolean {
    this.#skipSpace();
    if (this.text.charCodeAt(this.at) !== char) return false;
    this.at++;
    return true;
  }

  #skipSpace(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at++;
  }
}

function isDigit(char: number): boolean {
  return char >= 0x30 && char <= 0x39;
}
