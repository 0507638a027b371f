import type { Node } from 'jsonc-parser';
import type { Finding } from './finding.ts';
import { isPlainName, propertyNames } from './property-name.ts';
import { listIn, type RecordContext, RecordValues } from './record-values.ts';
import { coveredByFirstLook, type Rule } from './rule.ts';
import { defaultSeverities, type RuleId, rules } from './rules/index.ts';
import { type Definition, record } from './schema.ts';
import { spanOf } from './span.ts';

const allRules: readonly Rule[] = rules;
const valueRules = allRules.filter(({ checkValue }) => checkValue);
const nameRules = allRules.filter(({ checkName }) => checkName);
const recordRules = allRules.filter(({ checkRecord }) => checkRecord);
/** The rules that are asked about plain values and names too, which nearly all are. */
const plainValueRules = valueRules.filter(({ passes }) => passes !== coveredByFirstLook);
const plainNameRules = nameRules.filter(({ passes }) => passes !== coveredByFirstLook);

/**
 * Checks one record.
 * @param root the record's object, parsed from `text`
 * @param text of the record alone
 */
export function checkRecord(root: Node, text: string, context: RecordContext): CheckedRecord {
  const checked = new CheckedRecord(text, context);
  checked.checkObject(root, record);
  checked.checkTogether();
  return checked;
}

/** A record with its findings, and the nodes that they flag. */
export class CheckedRecord {
  /** By rule and position; their offsets are those of the record's text. */
  readonly findings: Finding[] = [];
  readonly values: RecordValues;
  readonly #nodes = new Map<Finding, Node>();

  constructor(text: string, context: RecordContext) {
    this.values = new RecordValues(text, context);
  }

  /** The name or the value that a finding of this record flags. */
  nodeOf(finding: Finding): Node | undefined {
    return this.#nodes.get(finding);
  }

  /** Whether a value would be an error as the value of this property. */
  hasErrorAs(value: Node | undefined, definition: Definition | undefined): boolean {
    if (!value || !definition) return false;
    const alone = new CheckedRecord(this.values.text, this.values.context);
    alone.#checkValue(value, definition);
    return alone.findings.some(({ rule }) => defaultSeverities[rule] === 'error');
  }

  checkObject(object: Node, definition: Definition): void {
    for (const name of propertyNames(object, definition)) {
      const candidates = isPlainName(name) ? plainNameRules : nameRules;
      this.#flagFirst(name.node, candidates, (rule) => rule.checkName?.(name, this.values));
      const below = definition.property(name.known ?? name.text);
      if (name.value && below) this.#checkValue(name.value, below);
    }
  }

  /** Applies the rules over several values, after those on each. */
  checkTogether(): void {
    for (const rule of recordRules) {
      for (const { node, data } of rule.checkRecord?.(this.values) ?? []) this.#flag(node, rule, data);
    }
  }

  #checkValue(value: Node, definition: Definition): void {
    this.values.put(definition, value);
    const candidates = this.values.isPlain(value, definition) ? plainValueRules : valueRules;
    const rule = this.#flagFirst(value, candidates, (one) => one.checkValue?.(value, definition, this.values));
    // Nothing inside a flagged value is reported, except the items of a list that PowerShell wrapped.
    if (rule && rule.id !== 'powershell-array') return;
    if (definition.items) this.#checkList(value, definition.items);
    if (definition.names) this.checkObject(value, definition);
  }

  #checkList(value: Node, definition: Definition): void {
    const list = listIn(value);
    if (!list) return;
    this.values.lists.push(list);
    for (const item of list.children ?? []) this.#checkValue(item, definition);
  }

  /** One name, one problem; one value, one problem: the first rule that has something to say wins. */
  #flagFirst(node: Node, candidates: readonly Rule[], check: (rule: Rule) => object | undefined): Rule | undefined {
    for (const rule of candidates) {
      const data = check(rule);
      if (!data) continue;
      this.#flag(node, rule, data);
      return rule;
    }
    return undefined;
  }

  #flag(node: Node, { id }: Rule, data: object): void {
    const { offset, length } = spanOf(node);
    // To jsonc-parser, a node with a comment that is never closed is a character longer than the text.
    const span = { offset, length: Math.min(length, this.values.text.length - offset) };
    const finding = { rule: id as RuleId, ...span, ...data } as Finding;
    this.#nodes.set(finding, node);
    this.values.flag(node);
    this.findings.push(finding);
  }
}
