import type { Node } from 'jsonc-parser';
import type { Finding, Found, Span } from './finding.ts';
import { validators } from './generated/validators.js';
import { isInt64, isSafe, parseInteger } from './integer.ts';
import { dateTimeOf, flattenedTypes, isCutOff, powershellDate, wrappedList } from './powershell.ts';
import type { RecordContext, RecordReport } from './report.ts';
import type { Definition } from './schema.ts';
import { suggestValue } from './suggestion.ts';
import { knownFrom } from './unlisted.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Digits that make an integer of less than 2^53. */
const plainCount = /^\d{1,15}$/;

/**
 * The mistake in one value itself, whatever lies inside it: of several that fit, the first in the order that the
 * rules lay down.
 */
export function mistakeIn(value: Node, place: Definition, report: RecordReport): Finding | undefined {
  if (isRight(value, place, report)) return undefined;
  return (
    powershellMistake(value, place, report.context) ??
    missingMistake(value, place) ??
    schemaMistake(value, place, report.text) ??
    numberMistake(value, place, report.text) ??
    jobIdMistake(value, place)
  );
}

/** Says at a glance of nearly every value that is right that it is; of others the mistake is to be sought. */
function isRight(value: Node, place: Definition, report: RecordReport): boolean {
  switch (place.type) {
    case 'integer':
      return value.type === 'number' && plainCount.test(literalOf(value, report.text));
    case 'string':
      if (value.type !== 'string') return false;
      if (place.values) return place.values.has(value.value);
      if (place.format === 'date-time') return report.timeOf(value) !== undefined;
      return place.id !== 'jobId' || uuid.test(value.value);
    default:
      return value.type === place.type;
  }
}

/** The stretch of text that a node takes. */
export function spanOf({ offset, length }: Span): Span {
  return { offset, length };
}

function powershellMistake(value: Node, place: Definition, { listed }: RecordContext): Finding | undefined {
  if (place.format === 'date-time') {
    const milliseconds = powershellDate(value);
    if (milliseconds !== undefined) {
      return { rule: 'powershell-date', ...spanOf(value), dateTime: dateTimeOf(milliseconds) };
    }
  }
  if (value.type === 'string' && (place.type === 'object' || place.type === 'array')) {
    const types = listed && place.id === 'includeTypes' ? flattenedTypes(value.value) : undefined;
    if (types) return { rule: 'powershell-depth', ...spanOf(value), place: place.id, types };
    if (isCutOff(value.value)) return { rule: 'powershell-depth', ...spanOf(value), place: place.id };
  }
  if (place.type === 'array' && wrappedList(value))
    return { rule: 'powershell-array', ...spanOf(value), place: place.id };
  return undefined;
}

function missingMistake(value: Node, place: Definition): Finding | undefined {
  const wantsMore = place.values || place.format === 'date-time' || place.id === 'jobId';
  if (value.value === '' && wantsMore) return { rule: 'empty-value', ...spanOf(value), place: place.id };
  if (value.type === 'null' && !place.isNullable) return { rule: 'null-value', ...spanOf(value), place: place.id };
  return undefined;
}

function schemaMistake(value: Node, place: Definition, text: string): Finding | undefined {
  const source = value.type === 'string' ? knownFrom(place.id, value.value) : undefined;
  if (source) return { rule: 'unlisted', ...spanOf(value), text: value.value, source };
  switch (brokenKeyword(place, aloneValue(value, text))) {
    case undefined:
      return undefined;
    case 'enum':
      return {
        rule: 'enum',
        ...spanOf(value),
        place: place.id,
        text: value.value,
        ...suggestValue(value.value, place),
      };
    case 'format':
      return { rule: 'date-time', ...spanOf(value), place: place.id };
    default:
      return { rule: 'type', ...spanOf(value), place: place.id, expected: place.type, found: value.type as Found };
  }
}

function numberMistake(value: Node, place: Definition, text: string): Finding | undefined {
  if (place.type !== 'integer' || value.type !== 'number') return undefined;
  const integer = parseInteger(literalOf(value, text));
  if (!integer) return undefined;
  if (!isInt64(integer)) return { rule: 'int64-range', ...spanOf(value), place: place.id };
  if (!isSafe(integer)) return { rule: 'unsafe-integer', ...spanOf(value) };
  if (integer.negative && place.id === 'totalObjectCount') return { rule: 'negative-count', ...spanOf(value) };
  return undefined;
}

function jobIdMistake(value: Node, place: Definition): Finding | undefined {
  return place.id === 'jobId' && !uuid.test(value.value) ? { rule: 'job-id', ...spanOf(value) } : undefined;
}

/** The keyword of the schema that a value breaks, as ajv says it. */
function brokenKeyword(place: Definition, value: unknown): string | undefined {
  const validate = validators[place.id];
  if (!validate || validate(value)) return undefined;
  return validate.errors?.[0]?.keyword;
}

/**
 * A value without what lies inside it, which is asked on its own, and without the rounding of a parsed number, which
 * would make an integer of `1e-400`.
 */
function aloneValue(value: Node, text: string): unknown {
  if (value.type === 'object') return {};
  if (value.type === 'array') return [];
  if (value.type === 'number') return parseInteger(literalOf(value, text)) ? 0 : 0.5;
  return value.value;
}

function literalOf(value: Node, text: string): string {
  return text.slice(value.offset, value.offset + value.length);
}
