import type { Node } from 'jsonc-parser';
import { type Definition, record } from '../model/schema.ts';
import { envelopeOf } from './envelope.ts';
import type { Finding } from './finding.ts';
import { parse, type Tree } from './parse/parse.ts';
import { wrappedList } from './powershell.ts';
import { nameMatchesSchema, propertyNames } from './property-name.ts';
import { isUnmistakableRecord } from './recognize.ts';
import { listIn, type RecordContext, RecordValues } from './record-values.ts';
import type { Flag, Rule } from './rule.ts';
import { type RuleId, rules } from './rules/index.ts';

const allRules: readonly Rule[] = rules;
const itemRules = allRules.filter(({ onItem }) => onItem);
const valueRules = allRules.filter(({ onValue }) => onValue);
const nameRules = allRules.filter(({ onName }) => onName);
const recordRules = allRules.filter(({ onRecord }) => onRecord);
/** The rules that are asked about values and names that match the schema, too. Nearly all match. */
const matchingValueRules = valueRules.filter(({ passes }) => passes);
const matchingNameRules = nameRules.filter(({ passes }) => passes);

/**
 * Checks a value where a record should be: a whole file, an item of a list, or a line of JSON Lines.
 * @param text of the value alone. It starts as a value does, so there is something to parse, even if it is broken.
 * @param tree of the text, as far as it is known
 */
export function checkItem(text: string, context: RecordContext, tree: Partial<Tree> = {}): CheckedItem {
  return new CheckedItem(tree.root ?? (parse(text) as Node), text, context, tree.isJson);
}

/**
 * Checks an object as a record, even if it does not look like one.
 * @param root the record's object, parsed from `text`
 * @param text of the record alone
 */
export function checkRecord(root: Node, text: string, context: RecordContext): CheckedRecord {
  const checked = new CheckedRecord(text, context);
  checked.checkObject(root, record);
  checked.checkTogether();
  return checked;
}

/** A checked value: a record, an envelope of records, or neither. */
export class CheckedItem {
  /** By rule and position; their offsets are those of the item's text. */
  readonly findings: Finding[] = [];
  /** The values of the record that the item is; undefined if it is something else. */
  readonly record: RecordValues | undefined;
  /** The records that it is or holds. */
  readonly records: Node[] = [];
  readonly #checked: CheckedRecord;
  /** Where the findings are that are inside an envelope, which may hold many records. */
  #owners: Map<Finding, CheckedRecord> | undefined;

  constructor(
    readonly root: Node,
    readonly text: string,
    readonly context: RecordContext,
    isJson?: boolean,
  ) {
    this.#checked = new CheckedRecord(text, context, isJson);
    this.record = this.#check(root, this.#checked) ? undefined : this.#checked.values;
  }

  /** Whether the text is JSON. */
  get isJson(): boolean {
    return this.#checked.values.isJson;
  }

  /** The record that one of the findings is about: the item itself, or a record inside. */
  ownerOf(finding: Finding): CheckedRecord {
    return this.#owners?.get(finding) ?? this.#checked;
  }

  /** @returns the rule that flags a value that is not a record */
  #check(item: Node, checked: CheckedRecord): Rule | undefined {
    const rule = checked.flagNonRecord(item);
    if (!rule && item.type === 'object') {
      this.records.push(item);
      checked.checkObject(item, record);
      checked.checkTogether();
    }
    for (const finding of checked.findings) this.findings.push(finding);
    if (rule) this.#checkInside(itemsInside(item, rule.id as RuleId));
    return rule;
  }

  #checkInside(items: readonly Node[]): void {
    const context = { ...this.context, container: 'list' } as const;
    for (const item of items) {
      const checked = new CheckedRecord(this.text, context, this.isJson);
      this.#check(item, checked);
      this.#owners ??= new Map();
      for (const finding of checked.findings) this.#owners.set(finding, checked);
    }
  }
}

/** The values in an item that should be records, if it is around records. */
function itemsInside(item: Node, rule: RuleId): readonly Node[] {
  if (rule === 'powershell-array') return wrappedList(item)?.children ?? [];
  return rule === 'envelope' ? (envelopeOf(item)?.records ?? []) : [];
}

/** A record with its findings, and the nodes that they flag. */
export class CheckedRecord {
  /** By rule and position; their offsets are those of the record's text. */
  readonly findings: Finding[] = [];
  readonly values: RecordValues;
  readonly #nodes = new Map<Finding, Node>();

  constructor(text: string, context: RecordContext, isJson?: boolean) {
    this.values = new RecordValues(text, context, isJson);
  }

  /** The name or the value that a finding of this record flags. */
  nodeOf(finding: Finding): Node | undefined {
    return this.#nodes.get(finding);
  }

  /** Flags a value that is not a record. @returns the rule that flags it */
  flagNonRecord(item: Node): Rule | undefined {
    if (isUnmistakableRecord(item)) return undefined;
    for (const rule of itemRules) {
      const flag = rule.onItem?.(item, this.values);
      if (!flag) continue;
      this.#flag(flag, rule);
      return rule;
    }
    return undefined;
  }

  checkObject(object: Node, definition: Definition): void {
    for (const name of propertyNames(object, definition)) {
      const candidates = nameMatchesSchema(name) ? matchingNameRules : nameRules;
      this.#flagFirst(name.node, candidates, (rule) => rule.onName?.(name, this.values));
      const below = definition.property(name.known ?? name.text);
      if (name.value && below) this.checkValue(name.value, below);
    }
  }

  /** Applies the rules over several values, after those on each. */
  checkTogether(): void {
    for (const rule of recordRules) {
      for (const flag of rule.onRecord?.(this.values) ?? []) this.#flag(flag, rule);
    }
  }

  checkValue(value: Node, definition: Definition): void {
    this.values.put(definition, value);
    const candidates = this.values.matchesSchema(value, definition) ? matchingValueRules : valueRules;
    const rule = this.#flagFirst(value, candidates, (one) => one.onValue?.(value, definition, this.values));
    // Nothing inside a flagged value is reported, except the items of a list that PowerShell wrapped.
    if (rule && rule.id !== 'powershell-array') return;
    if (definition.items) this.#checkList(value, definition.items);
    if (definition.names) this.checkObject(value, definition);
  }

  #checkList(value: Node, definition: Definition): void {
    const list = listIn(value);
    if (!list) return;
    if (this.values.isWhole(list)) this.values.lists.push(list);
    for (const item of list.children ?? []) this.checkValue(item, definition);
  }

  /** One name, one problem; one value, one problem: the first rule that has something to say wins. */
  #flagFirst(node: Node, candidates: readonly Rule[], check: (rule: Rule) => object | undefined): Rule | undefined {
    for (const rule of candidates) {
      const data = check(rule);
      if (!data) continue;
      this.#flag({ node, data }, rule);
      return rule;
    }
    return undefined;
  }

  #flag({ node, data, span = node }: Flag<object>, { id }: Rule): void {
    this.values.flag(node);
    // A token that is not JSON has a syntax error, and no other problem.
    if (this.values.isBrokenToken(node)) return;
    const { offset, length } = span;
    // To jsonc-parser, a node with a comment that is never closed is a character longer than the text.
    const flagged = { offset, length: Math.min(length, this.values.text.length - offset) };
    const finding = { rule: id as RuleId, ...flagged, ...data } as Finding;
    this.#nodes.set(finding, node);
    this.findings.push(finding);
  }
}
