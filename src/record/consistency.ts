import { isEarlier } from './date-time.ts';
import type { RecordReport } from './report.ts';
import { objectType } from './schema.ts';
import { knownFrom } from './unlisted.ts';
import { spanOf } from './value.ts';

/**
 * Checks what the values of one record say together. Only sound values take part: what is flagged already has its
 * problem. The order is the order in which the rules win over each other on one value.
 */
export function checkConsistency(report: RecordReport): void {
  checkTimeOrder(report, 'completed');
  checkTimeOrder(report, 'modified');
  checkStatusTime(report);
  checkOptions(report);
  checkPartial(report);
}

function checkTimeOrder(report: RecordReport, place: 'completed' | 'modified'): void {
  const created = report.sound('created');
  const later = report.sound(place);
  const start = created && report.timeOf(created);
  const time = later && report.timeOf(later);
  if (start && time && isEarlier(time, start)) report.report(later, { rule: 'time-order', ...spanOf(later), place });
}

function checkStatusTime(report: RecordReport): void {
  const status = report.sound('status')?.value;
  const completed = report.sound('completed');
  if (completed && (status === 'NOT_STARTED' || status === 'IN_PROGRESS')) {
    report.report(completed, { rule: 'status-time', ...spanOf(completed), status });
  }
}

function checkOptions(report: RecordReport): void {
  const items = report.list('includeTypes')?.children;
  if (!items) return;
  const included = new Set(items.map((item) => item.value));
  for (const entry of report.sound('objectOptions')?.children ?? []) {
    const name = entry.children?.[0];
    if (!name || report.flagged.has(name) || included.has(name.value)) continue;
    report.report(name, { rule: 'option-not-included', ...spanOf(name), text: name.value });
  }
}

function checkPartial(report: RecordReport): void {
  const isPartial = report.sound('isPartial');
  if (isPartial?.value !== false) return;
  const types = new Set(
    report
      .list('includeTypes')
      ?.children?.map((item) => item.value)
      .filter(isObjectType),
  );
  const hasAll = objectType.values?.all.every((type) => types.has(type));
  if (types.size > 0 && !hasAll) report.report(isPartial, { rule: 'partial-options', ...spanOf(isPartial) });
}

function isObjectType(value: unknown): boolean {
  return typeof value === 'string' && (objectType.values?.has(value) || knownFrom('objectType', value) !== undefined);
}
