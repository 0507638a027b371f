import type { Severity } from '../../model/severity.ts';
import type { Rule } from '../rule.ts';
import { optionNotIncluded } from './consistency/option-not-included.ts';
import { partialOptions } from './consistency/partial-options.ts';
import { statusTime } from './consistency/status-time.ts';
import { duplicateProperty } from './names/duplicate-property.ts';
import { propertyCase } from './names/property-case.ts';
import { unknownProperty } from './names/unknown-property.ts';
import { powershellArray } from './powershell/powershell-array.ts';
import { powershellDate } from './powershell/powershell-date.ts';
import { powershellDepth } from './powershell/powershell-depth.ts';
import { powershellValue } from './powershell/powershell-value.ts';
import { dateTime } from './times/date-time.ts';
import { timeOrder } from './times/time-order.ts';
import { zeroTime } from './times/zero-time.ts';
import { duplicateItem } from './values/duplicate-item.ts';
import { emptyValue } from './values/empty-value.ts';
import { enumRule } from './values/enum.ts';
import { int64Range } from './values/int64-range.ts';
import { jobId } from './values/job-id.ts';
import { mojibake } from './values/mojibake.ts';
import { negativeCount } from './values/negative-count.ts';
import { nullValue } from './values/null-value.ts';
import { type } from './values/type.ts';
import { unlisted } from './values/unlisted.ts';
import { unsafeInteger } from './values/unsafe-integer.ts';
import { duplicateJobId } from './whole-file/duplicate-job-id.ts';
import { envelope } from './whole-file/envelope.ts';
import { foreignFile } from './whole-file/foreign-file.ts';
import { notARecord } from './whole-file/not-a-record.ts';
import { syntax } from './whole-file/syntax.ts';

/**
 * All rules, in order of precedence: of several that fit the same name or value, only the first is reported. Everything
 * that lists rules is made from this list.
 */
export const rules = [
  syntax,
  foreignFile,
  envelope,
  powershellDate,
  powershellValue,
  powershellDepth,
  powershellArray,
  notARecord,
  duplicateProperty,
  propertyCase,
  emptyValue,
  nullValue,
  unlisted,
  type,
  enumRule,
  zeroTime,
  dateTime,
  int64Range,
  unsafeInteger,
  negativeCount,
  unknownProperty,
  jobId,
  timeOrder,
  statusTime,
  optionNotIncluded,
  duplicateItem,
  duplicateJobId,
  partialOptions,
  mojibake,
] as const;

export type RuleId = (typeof rules)[number]['id'];

export const ruleIds: readonly RuleId[] = rules.map(({ id }) => id);

const rulesById = Object.fromEntries(rules.map((rule) => [rule.id, rule])) as Readonly<Record<RuleId, Rule>>;

export function ruleOf(id: RuleId): Rule {
  return rulesById[id];
}

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(rulesById, text);
}

/** The severity of each rule where the user has not chosen another. */
export const defaultSeverities = Object.fromEntries(rules.map(({ id, severity }) => [id, severity])) as Readonly<
  Record<RuleId, Severity>
>;
