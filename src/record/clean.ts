import { ByteReader, none } from './byte-reader.ts';
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
    literals: new Literals((names ?? values ?? items?.values)?.all.map((text) => `"${text}"`) ?? []),
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

const booleans = new Literals(['false', 'true']);
const nulls = new Literals(['null']);
/** How many names a list may have that are compared with each other. */
const mostNames = 64;

/**
 * Reads records without parsing them, and says of each whether it certainly has no finding of its own, wherever it
 * stands: the usual case. Only plain spellings are accepted, so that whatever is accepted is right; what is not
 * accepted may be right too, which is for `checkRecord` to say. It takes less time than `JSON.parse`.
 */
export class CleanReader extends ByteReader {
  /** Of the last record: the key of its `jobId`, 0 where it has none, and where the id's quotes start. */
  jobKey = 0;
  jobIdAt = 0;
  jobIdLine = 0;
  jobIdLineStart = 0;
  /** What has been found at each place: which value, where it starts, or a mask of what is in it. */
  readonly #notes = new Int32Array(places.size);
  readonly #names = new Int32Array(mostNames);

  /** Where the record ends that starts at `start`, if it is clean; `none` where it is not. */
  record(start: number): number {
    this.jobKey = 0;
    this.#notes.fill(none);
    const end = this.#object(start, root);
    return end !== none && this.#isConsistent() ? end : none;
  }

  #object(start: number, place: Place): number {
    const { literals, places } = place;
    if (this.bytes[start] !== Char.OpenBrace) return none;
    let at = this.skip(start + 1);
    if (this.bytes[at] === Char.CloseBrace) return at + 1;
    let seen = 0;
    let next = 0;
    for (;;) {
      const index = literals.indexAt(this.view, at, next);
      if (index < 0 || seen & (1 << index)) return none;
      at = this.take(at + literals.lengthOf(index), Char.Colon);
      if (at === none) return none;
      at = this.#value(this.skip(at), places[index] as Place);
      if (at === none) return none;
      seen |= 1 << index;
      next = index + 1;
      if (this.bytes[at] !== Char.Comma) at = this.skip(at);
      if (this.bytes[at] !== Char.Comma) break;
      at = this.skip(at + 1);
    }
    this.#notes[place.note] = seen;
    return this.bytes[at] === Char.CloseBrace ? at + 1 : none;
  }

  #value(at: number, place: Place): number {
    switch (place.kind) {
      case 'string':
        return this.string(at);
      case 'enum':
        return this.#literal(at, place.literals, place.note);
      case 'date-time':
        this.#notes[place.note] = at;
        return this.time(at);
      case 'jobId':
        return this.#jobId(at);
      case 'boolean':
        return this.#literal(at, booleans, place.note);
      case 'integer':
        return this.integer(at);
      case 'array':
        return this.#types(at, place);
      case 'names':
        return this.#nameList(at);
      case 'object':
        if (place.nullable && nulls.indexAt(this.view, at, 0) === 0) return at + nulls.lengthOf(0);
        return this.#object(at, place);
      case '$schema':
        return none;
    }
  }

  #literal(at: number, literals: Literals, note: number): number {
    const index = literals.indexAt(this.view, at, 0);
    this.#notes[note] = index;
    return index < 0 ? none : at + literals.lengthOf(index);
  }

  #jobId(at: number): number {
    const end = this.uuid(at);
    if (end === none) return none;
    this.jobKey = jobKeyIn(this.bytes, at + 1);
    this.jobIdAt = at;
    this.jobIdLine = this.line;
    this.jobIdLineStart = this.lineStart;
    return end;
  }

  /** Known object types, each of them once. */
  #types(start: number, { literals, note }: Place): number {
    let types = 0;
    let next = 0;
    const end = this.#list(start, (at) => {
      const index = literals.indexAt(this.view, at, next);
      if (index < 0 || types & (1 << index)) return none;
      types |= 1 << index;
      next = index + 1;
      return at + literals.lengthOf(index);
    });
    this.#notes[note] = types;
    return end;
  }

  /** Strings, each of them another: two are taken for the same where their hashes are. */
  #nameList(start: number): number {
    const names = this.#names;
    let count = 0;
    return this.#list(start, (at) => {
      const end = this.string(at);
      if (end === none || count === mostNames) return none;
      const hash = this.hash(at, end);
      for (let index = 0; index < count; index++) if (names[index] === hash) return none;
      names[count++] = hash;
      return end;
    });
  }

  #list(start: number, item: (at: number) => number): number {
    if (this.bytes[start] !== Char.OpenBracket) return none;
    let at = this.skip(start + 1);
    if (this.bytes[at] === Char.CloseBracket) return at + 1;
    for (;;) {
      at = item(at);
      if (at === none) return none;
      if (this.bytes[at] !== Char.Comma) at = this.skip(at);
      if (this.bytes[at] !== Char.Comma) break;
      at = this.skip(at + 1);
    }
    return this.bytes[at] === Char.CloseBracket ? at + 1 : none;
  }

  /** The rules between values, as far as plain spellings can tell. */
  #isConsistent(): boolean {
    const notes = this.#notes;
    const start = notes[created] as number;
    const end = notes[completed] as number;
    const change = notes[modified] as number;
    if (end >= 0 && unfinished.includes(notes[status])) return false;
    if (start >= 0 && end >= 0 && this.isEarlier(end, start)) return false;
    if (start >= 0 && change >= 0 && this.isEarlier(change, start)) return false;
    const types = notes[includeTypes] as number;
    if (types < 0) return true;
    if (types !== 0 && notes[isPartial] === 0) return false;
    const options = notes[objectOptions] as number;
    return options < 0 || (options & ~types) === 0;
  }
}
