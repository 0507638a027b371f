import type { Node } from 'jsonc-parser';
import { record } from '../../model/schema.ts';
import { parseInteger } from '../../record/integer.ts';
import { isJsonWithComments, parse } from '../../record/parse/parse.ts';
import { looksLikeRecord } from '../../record/recognize.ts';
import { withoutComments } from '../paste/json-records.ts';
import { anonymousText, type Meaning, meaningIn, replacesNumber } from './anonymous-value.ts';
import type { Placeholders } from './placeholders.ts';

/**
 * Anonymizes a record, keeping its findings. Placeholders replace ids, messages, the names of tenants, people, backups
 * and objects, and strings under names that the schema does not know. Comments go, and so do levels that no rule looks
 * at. Names of properties stay, and so do booleans, counts, times and the values of enums, also wrong ones, since the
 * findings depend on them: a secret written as an enum or a time is not removed. An empty value stays empty, equal
 * values stay equal, and a wrong type stays that type.
 *
 * The names of PowerShell's wrappers stay. Numbers stay too, except instead of free text or an id.
 * @param text of one record
 * @param placeholders to use for all records that are shown together
 * @returns undefined if the text has a syntax error
 */
export function anonymize(text: string, placeholders: Placeholders): string | undefined {
  return isJsonWithComments(text) ? anonymizeAs(record, withoutBlankLines(text), placeholders) : undefined;
}

/** A text without its comments and trailing commas, and without the lines that held nothing else. */
function withoutBlankLines(text: string): string {
  const json = withoutComments(text);
  if (json === text) return text;
  const lines = json.split(/\r\n|[\r\n]/).map((line) => line.trimEnd());
  return lines.filter((line) => line !== '').join('\n');
}

function anonymizeAs(meaning: Meaning, text: string, placeholders: Placeholders): string {
  const root = parse(text);
  const anonymizer = new Anonymizer(text, placeholders);
  if (root) anonymizer.readValue(root, meaning);
  return anonymizer.finish();
}

/** Reads the values of a text in their order, and writes it again. */
class Anonymizer {
  #written = '';
  /** Up to where the text is written. */
  #end = 0;

  constructor(
    readonly text: string,
    readonly placeholders: Placeholders,
  ) {}

  readValue(node: Node, meaning: Meaning): void {
    if (node.type === 'object' && node.children?.length) this.#readObject(node, node.children, meaning);
    else if (node.type === 'array' && node.children?.length) this.#readList(node.children, meaning);
    else this.#write(node, this.#anonymous(node, meaning));
  }

  finish(): string {
    return this.#written + this.text.slice(this.#end);
  }

  #readObject(object: Node, properties: readonly Node[], given: Meaning): void {
    const meaning = given === 'text' && looksLikeRecord(object) ? record : given;
    for (const { children: [name, value] = [] } of properties) {
      if (value) this.readValue(value, meaningIn(meaning, String(name?.value)));
    }
  }

  #readList(items: readonly Node[], meaning: Meaning): void {
    const ofItems = typeof meaning === 'string' ? meaning : (meaning.items ?? (meaning.names ? 'text' : meaning));
    for (const item of items) this.readValue(item, meaning === record ? record : ofItems);
  }

  #anonymous(node: Node, meaning: Meaning): string {
    // Without children, but perhaps not empty: the text is nested too deep there.
    if (node.type === 'object') return '{}';
    if (node.type === 'array') return '[]';
    const literal = this.text.slice(node.offset, node.offset + node.length);
    if (node.type === 'number') return replacesNumber(meaning) ? this.#number(literal) : literal;
    return node.type === 'string' ? this.#string(node.value, literal, meaning) : literal;
  }

  #string(value: string, literal: string, meaning: Meaning): string {
    const text = anonymousText(value, meaning, this.placeholders, (json, inside) =>
      anonymizeAs(inside, json, this.placeholders),
    );
    return text === undefined ? literal : JSON.stringify(text);
  }

  #number(literal: string): string {
    const sign = literal.startsWith('-') ? '-' : '';
    return sign + this.placeholders.of(parseInteger(literal) ? 'integer' : 'fraction', literal);
  }

  #write({ offset, length }: Node, content: string): void {
    this.#written += this.text.slice(this.#end, offset) + content;
    this.#end = offset + length;
  }
}
