import { mayBeMisread } from '../../json/mojibake.ts';
import { type Definition, record } from '../../model/schema.ts';
import type { NameOrder } from './name-order.ts';

/** The values that are asked for, by path. */
const paths = {
  jobId: 'jobId',
  status: 'status',
  created: 'created',
  modified: 'modified',
  completed: 'completed',
  isPartial: 'isPartial',
  includeTypes: 'options.includeTypes',
  objectOptions: 'options.objectOptions',
} as const;
const keys = Object.keys(paths) as (keyof typeof paths)[];
type Groups = Readonly<Record<keyof typeof paths, number>>;

/** A record that matches the schema: some of its values as they are written, strings without their quotes. */
export interface MatchedRecord extends Readonly<Record<keyof typeof paths, string | undefined>> {
  /** The whole record. */
  readonly text: string;
  /** The names in `objectOptions`. */
  readonly optionNames: readonly string[];
}

/**
 * The schema as a regular expression for the text of a record. V8 compiles that to machine code on its second use, while
 * JavaScript would be slow for the first thousand records; docs/incremental-check.md says more.
 */
export class RecordPattern {
  readonly #regExp: RegExp;
  readonly #groups: Groups;

  /**
   * @param order that the names must have
   * @param mayHaveComments whether comments and trailing commas are allowed, as in JSON with comments
   */
  constructor(
    order: NameOrder,
    private readonly mayHaveComments: boolean,
  ) {
    const writer = new PatternWriter(order, mayHaveComments);
    this.#regExp = new RegExp(writer.object(record), 'y');
    this.#groups = writer.groups as Groups;
  }

  /** The record that starts at `start`; undefined unless it matches, with each name and each item once. */
  at(text: string, start: number): MatchedRecord | undefined {
    const regExp = this.#regExp;
    regExp.lastIndex = start;
    const match = regExp.exec(text);
    if (!match) return undefined;
    const groups = this.#groups;
    const includeTypes = match[groups.includeTypes];
    if (includeTypes && !uniqueStrings(includeTypes, this.mayHaveComments)) return undefined;
    const objectOptions = match[groups.objectOptions];
    const optionNames = objectOptions ? uniqueStrings(objectOptions, this.mayHaveComments) : none;
    if (!optionNames) return undefined;
    return {
      text: match[0],
      jobId: match[groups.jobId],
      status: match[groups.status],
      created: match[groups.created],
      modified: match[groups.modified],
      completed: match[groups.completed],
      isPartial: match[groups.isPartial],
      includeTypes,
      objectOptions,
      optionNames,
    };
  }
}

const none: readonly string[] = [];

/**
 * The names of the objects in a list or an object.
 * @returns undefined if one is there twice, or an item of a list, or if there may be comments
 */
function uniqueStrings(text: string, mayHaveComments: boolean): readonly string[] | undefined {
  if (mayHaveComments && text.includes('/')) return undefined;
  // Without escapes, every second piece is a string.
  const pieces = text.split('"');
  const names: string[] = [];
  let items: string[] = [];
  for (let at = 1; at < pieces.length; at += 2) {
    const string = pieces[at] as string;
    const after = pieces[at + 1] as string;
    if (after.includes('[')) {
      items = [];
      continue;
    }
    const others = after.includes('{') ? names : items;
    if (others.includes(string)) return undefined;
    others.push(string);
  }
  return names;
}

/** How many items, properties or comments may follow each other. So no text fills the regular expression's stack. */
const maxCount = 100;
const space = '[ \\t\\r\\n]*';
const comment = `(?:\\/\\/[^\\r\\n]*(?=[\\r\\n])|\\/\\*[^*]*\\*+(?:[^*/][^*]*\\*+){0,${maxCount}}\\/)`;
/** Comments after white space, each with white space after it. */
const comments = `(?:${comment}${space}){0,${maxCount}}`;

/** Writes the regular expression. */
class PatternWriter {
  /** The numbers of the groups. */
  readonly groups: Partial<Record<keyof Groups, number>> = {};
  #groupCount = 0;
  /** Comments where people write them: before a name, and at the end of a line. */
  readonly #comments: string;
  readonly #trailingComma: string;

  constructor(
    private readonly order: NameOrder,
    mayHaveComments: boolean,
  ) {
    this.#comments = mayHaveComments ? comments : '';
    this.#trailingComma = mayHaveComments ? '' : '(?![\\]}])';
  }

  /** An object with each name once at most, in their order. */
  object({ path, below, names }: Definition): string {
    const all = names?.all ?? [];
    const ordered = this.order.get(path) ?? all;
    const properties = ordered.map((name) => `(?:${this.#property(name, below[all.indexOf(name)] as Definition)})?`);
    return `\\{${space}${this.#comments}${properties.join('')}\\}`;
  }

  #property(name: string, definition: Definition): string {
    return `"${name}"${space}:${space}${this.#value(definition)}${this.#separator('\\}')}`;
  }

  /** A comma before the next property or item, or nothing at the end. */
  #separator(close: string): string {
    return `${space}(?:,${space}${this.#comments}${this.#trailingComma}|${this.#comments}(?=${close}))`;
  }

  #value(definition: Definition): string {
    const { type, isNullable, path } = definition;
    const key = keys.find((key) => paths[key] === path);
    if (key) this.groups[key] = ++this.#groupCount;
    const open = key ? '(' : '(?:';
    if (type === 'string') return `"${open}${stringSource(definition)})"`;
    return `${open}${this.#otherSource(definition)}${isNullable ? '|null' : ''})`;
  }

  #otherSource(definition: Definition): string {
    const { type, items, names, below } = definition;
    if (type === 'integer') return integer;
    if (type === 'boolean') return 'true|false';
    if (items) {
      const item = `"(?:${stringSource(items)})"${this.#separator('\\]')}`;
      return `\\[${space}${this.#comments}(?:${item}){0,${maxCount}}\\]`;
    }
    if (!names) return nothing;
    if (below.length === names.all.length) return this.object(definition);
    const property = this.#property(`(?:${names.all.join('|')})`, below[0] as Definition);
    return `\\{${space}${this.#comments}(?:${property}){0,${maxCount}}\\}`;
  }
}

const nothing = '(?!)';
const hex = '[\\da-fA-F]';
const uuid = `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`;
/** A day that every year has. */
const day =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))';
const time = `\\d{4}-${day}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?Z`;
const plain = '[^"\\\\\\x00-\\x1f\\xc2-\\xf4\\ufffd]*';
/** Text without escapes and without characters that were read in a wrong encoding. */
const freeText = `${plain}(?:(?!${mayBeMisread.source})[\\xc2-\\xf4]${plain}){0,${maxCount}}`;
/** So short that every reader keeps all its digits. */
const integer = '(?:0|[1-9]\\d{0,14})(?![\\d.eE])';

/** The content of a string. */
function stringSource({ path, values, format }: Definition): string {
  if (path === 'jobId') return uuid;
  // Only some files may have it.
  if (path === '$schema') return nothing;
  if (values) return values.all.join('|');
  return format === 'date-time' ? time : freeText;
}
