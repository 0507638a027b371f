import type { Node } from 'jsonc-parser';
import { withoutComments } from './anonymous-gap.ts';
import { anonymousText, isNameOf, type Meaning, meaningIn, replacesNumber } from './anonymous-value.ts';
import { parseInteger } from './integer.ts';
import { isBrokenToken, isJson } from './json.ts';
import { parse } from './parse.ts';
import type { Placeholders } from './placeholders.ts';
import { looksLikeRecord } from './recognize.ts';
import { isUuid } from './record-values.ts';
import { record } from './schema.ts';

/**
 * A record without what only its owner should know, that has the same findings. Placeholders take the place of ids, of
 * the names of tenants, people, backups and objects, of messages, and of strings under names that the schema does not
 * know; comments go, and so does what is wrong with them. Names of properties stay, and so do booleans, counts, times and
 * the values of enums, also wrong ones, since the findings depend on them: whoever writes a secret where an enum or a
 * time belongs keeps it. What is empty stays empty, what is equal stays equal, and a wrong type stays that type.
 *
 * The names of PowerShell's wrappers stay, and the form of what it cut off: `@{jobId=job-1}`. Numbers stay too, except in
 * place of free text or of an id.
 * @param text of one record. If it is broken, all that cannot be read becomes `x`, so that its syntax may be wrong in
 * another way
 * @param placeholders to use for all records that are shown together
 */
export function anonymize(text: string, placeholders: Placeholders): string {
  return anonymizeAs(record, text, placeholders);
}

function anonymizeAs(meaning: Meaning, text: string, placeholders: Placeholders): string {
  const root = parse(text);
  const anonymizer = new Anonymizer(text, placeholders);
  if (root) anonymizer.readValue(root, meaning);
  return anonymizer.finish();
}

/** Reads the tokens of a text in their order, and writes it again. */
class Anonymizer {
  readonly #isJson: boolean;
  #written = '';
  /** Up to where the text is written. */
  #end = 0;

  constructor(
    readonly text: string,
    readonly placeholders: Placeholders,
  ) {
    this.#isJson = isJson(text);
  }

  readValue(node: Node, meaning: Meaning): void {
    if (node.type === 'object') this.#readObject(node, meaning);
    else if (node.type === 'array') this.#readList(node, meaning);
    else if (node.type === 'string') this.#write(node, this.#string(node, meaning));
    else if (node.type === 'number') this.#write(node, this.#number(node, meaning));
    else this.#write(node, this.#literalOf(node));
  }

  finish(): string {
    return this.#written + withoutComments(this.text.slice(this.#end), this.#end === 0);
  }

  #readObject(object: Node, given: Meaning): void {
    const meaning = given === 'text' && looksLikeRecord(object) ? record : given;
    for (const { children: [name, value] = [] } of object.children ?? []) {
      if (!name) continue;
      this.#write(name, this.#name(name, value, meaning));
      if (value) this.readValue(value, meaningIn(meaning, String(name.value)));
    }
  }

  #readList(list: Node, meaning: Meaning): void {
    const ofItems = typeof meaning === 'string' ? meaning : (meaning.items ?? (meaning.names ? 'text' : meaning));
    for (const item of list.children ?? []) this.readValue(item, meaning === record ? record : ofItems);
  }

  /** In broken text, what is read as a name may be a value, or more. */
  #name(node: Node, value: Node | undefined, object: Meaning): string {
    const isName = isNameOf(object, node.value) || (value !== undefined && !this.#isBroken(node));
    return isName ? this.#literalOf(node) : this.#spelled(node, this.placeholders.of('text', node.value));
  }

  #string(node: Node, meaning: Meaning): string {
    const isBroken = this.#isBroken(node);
    const readAs = isBroken && typeof meaning !== 'string' && (meaning.values || meaning.format) ? 'text' : meaning;
    const text = anonymousText(node.value, readAs, this.placeholders, (json, inside) =>
      anonymizeAs(inside, json, this.placeholders),
    );
    if (text === undefined) return this.#literalOf(node);
    return !isBroken && isEscapedId(node, text) ? escaped(text) : this.#spelled(node, text);
  }

  #number(node: Node, meaning: Meaning): string {
    const literal = this.#literalOf(node);
    if (!replacesNumber(meaning)) return literal;
    const sign = literal.startsWith('-') ? '-' : '';
    const digits = this.placeholders.of(parseInteger(literal) ? 'integer' : 'fraction', literal);
    return sign + digits + (this.#isBroken(node) ? 'e' : '');
  }

  /** A string that is broken in the same way as the one in the text. */
  #spelled(node: Node, text: string): string {
    const whole = JSON.stringify(text);
    if (!this.#isBroken(node)) return whole;
    const literal = this.#literalOf(node);
    const [fault = ''] = wrongInString.exec(literal) ?? [];
    return whole.slice(0, -1) + fault + (closedString.test(literal) ? '"' : '');
  }

  #isBroken(node: Node): boolean {
    return !this.#isJson && isBrokenToken(node, this.text);
  }

  #literalOf({ offset, length }: Node): string {
    return this.text.slice(offset, offset + length);
  }

  #write({ offset, length }: Node, content: string): void {
    this.#written += withoutComments(this.text.slice(this.#end, offset), this.#end === 0) + content;
    this.#end = Math.min(offset + length, this.text.length);
  }
}

/** Only ids without escapes must be unique, so one with escapes keeps one. */
function isEscapedId(node: Node, placeholder: string): boolean {
  return isUuid(placeholder) && node.length !== placeholder.length + '""'.length;
}

function escaped(uuid: string): string {
  return JSON.stringify(uuid).replace('0', '\\u0030');
}

const closedString = /^"(?:[^"\\]|\\.)*"$/s;
/** The first of a string's control characters or wrong escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is wrong
const wrongInString = /[\u0000-\u001f]|\\(?!["\\/bfnrt]|u[\da-f]{4})[^"]?/i;
