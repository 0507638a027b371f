import { withoutTrailingZeros } from '../json/digits.ts';

/** An integer as its digits say it: nothing is rounded, and no exponent is expanded. */
export interface IntegerLiteral {
  readonly isNegative: boolean;
  /** The digits of the absolute value, without leading zeros; undefined if there would be more than 19. */
  readonly digits: string | undefined;
}

const literal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** 2^63 has 19 digits, so an integer with more is outside int64. */
const maxDigits = 19;

/**
 * Reads a JSON number that is an integer: `10`, `10.0` and `1e1` are, `10.5` is not. `1e999999999` takes no time, since
 * its exponent is enough.
 * @returns undefined if the number is not an integer
 */
export function parseInteger(text: string): IntegerLiteral | undefined {
  const match = literal.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const all = (whole + fraction).replace(/^0+/, '');
  const significant = withoutTrailingZeros(all);
  const isNegative = sign === '-' && significant !== '';
  if (significant === '') return { isNegative, digits: '0' };
  // The value is `significant` followed by this many zeros; if negative, so many of its digits are after the point.
  const zeros = Number(exponent) - fraction.length + (all.length - significant.length);
  if (zeros < 0) return undefined;
  if (significant.length + zeros > maxDigits) return { isNegative, digits: undefined };
  return { isNegative, digits: significant + '0'.repeat(zeros) };
}

/** Whether an integer fits into a signed 64-bit number, the API's `int64`. */
export function isInt64({ isNegative, digits }: IntegerLiteral): boolean {
  return digits !== undefined && !isAbove(digits, isNegative ? '9223372036854775808' : '9223372036854775807');
}

/** Whether programs that read JSON numbers as doubles, as JavaScript does, keep an integer exactly: up to 2^53 - 1. */
export function isSafe({ digits }: IntegerLiteral): boolean {
  return digits !== undefined && !isAbove(digits, '9007199254740991');
}

function isAbove(digits: string, limit: string): boolean {
  return digits.length === limit.length ? digits > limit : digits.length > limit.length;
}
