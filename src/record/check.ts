import type { Node } from 'jsonc-parser';
import { checkConsistency } from './consistency.ts';
import type { Finding } from './finding.ts';
import { namesOf } from './powershell.ts';
import { listIn, type RecordContext, RecordReport } from './report.ts';
import { type Definition, objectType, record } from './schema.ts';
import { suggestValue } from './suggestion.ts';
import { knownFrom } from './unlisted.ts';
import { mistakeIn, spanOf } from './value.ts';

/**
 * Checks one record.
 * @param root the record's object, parsed from `text`
 * @returns the findings by rule and place, their offsets in `text`
 */
export function checkRecord(root: Node, text: string, context: RecordContext): RecordReport {
  const report = new RecordReport(text, context);
  checkObject(root, record, report);
  checkConsistency(report);
  return report;
}

function checkValue(value: Node, place: Definition, report: RecordReport): void {
  // Of two `options`, the last decides: what the first one held must not be looked at with it.
  if (report.values.has(place.id)) for (const name of place.names?.all ?? []) report.values.delete(name);
  report.values.set(place.id, value);
  const mistake = mistakeIn(value, place, report);
  report.report(value, mistake);
  if (mistake && mistake.rule !== 'powershell-array') return;
  if (place.items) checkList(listIn(value)?.children ?? [], place.items, report);
  if (place.names) checkObject(value, place, report);
}

function checkList(items: readonly Node[], place: Definition, report: RecordReport): void {
  const seen = new Set<string>();
  for (const item of items) {
    checkValue(item, place, report);
    if (item.type !== 'string') continue;
    if (seen.has(item.value) && !report.flagged.has(item)) {
      report.report(item, { rule: 'duplicate-item', ...spanOf(item), text: item.value });
    }
    seen.add(item.value);
  }
}

function checkObject(object: Node, place: Definition, report: RecordReport): void {
  const seen = new Map<string, number>();
  const written = new Written(object, place);
  for (const property of object.children ?? []) {
    const [name, value] = property.children ?? [];
    if (name?.type !== 'string') continue;
    report.report(name, nameMistake(name, place, seen, written, report.context));
    seen.set(name.value, name.offset);
    const below = place.property(place.names?.folded(name.value) ?? name.value);
    if (value && below) checkValue(value, below, report);
  }
}

function nameMistake(
  name: Node,
  place: Definition,
  seen: ReadonlyMap<string, number>,
  written: Written,
  { listed }: RecordContext,
): Finding | undefined {
  const text: string = name.value;
  const earlier = seen.get(text);
  if (earlier === undefined && place.names?.has(text) && !(listed && text === '$schema')) return undefined;
  const span = spanOf(name);
  if (earlier !== undefined) return { rule: 'duplicate-property', ...span, text, distance: name.offset - earlier };
  const meant = place.names?.folded(text);
  if (meant && meant !== text) {
    return { rule: 'property-case', ...span, text, name: meant, taken: written.times(meant) > 1 };
  }
  const namesAreTypes = place.id === 'objectOptions';
  const source = knownFrom(namesAreTypes ? objectType.id : place.id, text);
  if (source) return { rule: 'unlisted', ...span, text, source };
  if (namesAreTypes) return { rule: 'enum', ...span, place: objectType.id, text, ...suggestValue(text, objectType) };
  const nearest = place.names?.nearest(text);
  return { rule: 'unknown-property', ...span, text, ...(nearest && nearest !== '$schema' && { nearest }) };
}

/** How many names of an object mean the same property. Counted when first asked: few objects have a misspelt name. */
class Written {
  #times: Map<string, number> | undefined;

  constructor(
    readonly object: Node,
    readonly place: Definition,
  ) {}

  times(name: string): number {
    this.#times ??= this.#count();
    return this.#times.get(name) ?? 0;
  }

  #count(): Map<string, number> {
    const times = new Map<string, number>();
    for (const written of namesOf(this.object)) {
      const meant = this.place.names?.folded(written);
      if (meant) times.set(meant, (times.get(meant) ?? 0) + 1);
    }
    return times;
  }
}
