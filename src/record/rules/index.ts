import type { Rule } from '../rule.ts';
import type { Severity } from '../severity.ts';
import { dateTime } from './date-time.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateJobId } from './duplicate-job-id.ts';
import { duplicateProperty } from './duplicate-property.ts';
import { emptyValue } from './empty-value.ts';
import { enumRule } from './enum.ts';
import { envelope } from './envelope.ts';
import { foreignFile } from './foreign-file.ts';
import { int64Range } from './int64-range.ts';
import { jobId } from './job-id.ts';
import { mojibake } from './mojibake.ts';
import { negativeCount } from './negative-count.ts';
import { notARecord } from './not-a-record.ts';
import { nullValue } from './null-value.ts';
import { optionNotIncluded } from './option-not-included.ts';
import { partialOptions } from './partial-options.ts';
import { powershellArray } from './powershell-array.ts';
import { powershellDate } from './powershell-date.ts';
import { powershellDepth } from './powershell-depth.ts';
import { powershellValue } from './powershell-value.ts';
import { propertyCase } from './property-case.ts';
import { statusTime } from './status-time.ts';
import { syntax } from './syntax.ts';
import { timeOrder } from './time-order.ts';
import { type } from './type.ts';
import { unknownProperty } from './unknown-property.ts';
import { unlisted } from './unlisted.ts';
import { unsafeInteger } from './unsafe-integer.ts';
import { zeroTime } from './zero-time.ts';

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
